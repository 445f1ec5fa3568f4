"""Which editor this is, and whether anybody sees it."""

from __future__ import annotations

from scenewire.errors import NotSupportedError


def version() -> str:
    """Unreal's own, without its build: `5.6.0`."""
    import unreal

    return str(unreal.SystemLibrary.get_engine_version()).partition("-")[0]


def headless() -> bool:
    """Whether it was started for a commandlet (`-run=pythonscript`), which draws no frames."""
    import unreal

    return "-run=" in str(unreal.SystemLibrary.get_command_line()).lower()


def refuse_stubs() -> None:
    """Raises unless this is an editor's own Python: stubs for code editors have the same name."""
    told: object = None
    try:
        import unreal

        told = unreal.is_editor()
    except (ImportError, SyntaxError, AttributeError):
        pass
    if told is not True:
        raise NotSupportedError(
            "the module `unreal` of this Python is not the editor's own",
            suggestions=["run it in Unreal's editor, with the Python Editor Script Plugin enabled"],
        )
