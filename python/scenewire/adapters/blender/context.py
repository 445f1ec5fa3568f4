"""The context in which everything runs: Blender gives a timer none of its own."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from scenewire.adapters.blender import versions


def in_window() -> AbstractContextManager[Any]:
    """Runs with a window when there is one: a timer has none, and operators then refuse."""
    import bpy

    windows = bpy.context.window_manager.windows
    if not len(windows) or bpy.context.window is not None:
        return _AS_IT_IS
    override: AbstractContextManager[Any] = bpy.context.temp_override(window=windows[0])
    return override


_AS_IT_IS = nullcontext()


#: How often the scene was settled: what was derived from it since holds until the number changes.
settled = 0


def settle() -> None:
    """Brings world matrices and bounds up to date, and lets the handlers see what was changed until now."""
    import bpy

    global settled
    settled += 1
    bpy.context.view_layer.update()


#: The artist's active collection by name and number, for one operation: Blender goes through the whole scene when it is
#: asked after each new object. No reference is kept, as an operation may remove what it refers to.
_target: tuple[str, int] | None = None


def forget() -> None:
    """Said at the beginning of a call: what was seen of the scene before it, somebody may have changed since."""
    global settled, _target
    settled += 1
    _target = None


def target_collection() -> Any:
    """Where a new object goes: the artist's active collection."""
    import bpy

    global _target
    if _target is not None:
        name, uid = _target
        known = bpy.data.collections.get(name)
        if known is None or versions.session_uid(known) != uid:
            # The scene's own is none of the file's.
            known = bpy.context.scene.collection
        if versions.session_uid(known) == uid:
            return known
    chosen = bpy.context.view_layer.active_layer_collection.collection
    _target = (chosen.name, versions.session_uid(chosen))
    return chosen
