"""The editor's subsystems, asked for each time: they are the editor's own."""

from __future__ import annotations

from typing import Any


def _subsystem(name: str) -> Any:
    import unreal

    return unreal.get_editor_subsystem(getattr(unreal, name))


def actors() -> Any:
    """`EditorActorSubsystem`: the actors of the open level."""
    return _subsystem("EditorActorSubsystem")


def layers() -> Any:
    """`LayersSubsystem`: the layers of the open level."""
    return _subsystem("LayersSubsystem")


def levels() -> Any:
    """`LevelEditorSubsystem`: opening and saving levels."""
    return _subsystem("LevelEditorSubsystem")


def metadata() -> Any:
    """`EditorAssetSubsystem`, which keeps tags of objects in their packages."""
    return _subsystem("EditorAssetSubsystem")


def world() -> Any:
    """The world that the editor shows."""
    return _subsystem("UnrealEditorSubsystem").get_editor_world()


def playing() -> bool:
    """Whether somebody plays in the editor: the level cannot be edited then."""
    return bool(levels().is_in_play_in_editor())
