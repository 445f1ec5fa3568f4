"""Python beside the scene, for what no typed operation does."""

from __future__ import annotations

from typing import Any

from scenewire._third_party import Application
from scenewire.adapters.code import Code
from scenewire.adapters.unreal.undo import UNDO


def script_globals() -> dict[str, Any]:
    """What a script has without importing it."""
    import unreal

    return {"unreal": unreal}


def application() -> Application:
    """Where Unreal's own code lies: the engine's folder, and its Python in it."""
    import unreal

    return Application(shipped=(str(unreal.Paths.convert_relative_path_to_full(unreal.Paths.engine_dir())),))


_QUIT = "it would end the editor with everything unsaved"
_REFUSED = {
    "unreal.SystemLibrary.quit_editor": _QUIT,
    "unreal.SystemLibrary.quit_game": _QUIT,
}


def _nothing() -> None:
    """A transaction is open already: what the code tells Unreal that it modifies is recorded in it."""


CODE = Code(script_globals=script_globals, touch=_nothing, take_back=UNDO.take_back, refused=_REFUSED)
