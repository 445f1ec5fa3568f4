"""The context in which everything runs: Blender gives a timer none of its own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from scenewire.adapters.blender import versions


@contextlib.contextmanager
def in_window() -> Iterator[None]:
    """Runs with a window when there is one: a timer has none, and operators then refuse."""
    import bpy

    windows = bpy.context.window_manager.windows
    if not len(windows) or bpy.context.window is not None:
        yield
        return
    with bpy.context.temp_override(window=windows[0]):
        yield


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
        for known in (bpy.context.scene.collection, bpy.data.collections.get(name)):
            if known is not None and versions.session_uid(known) == uid:
                return known
    chosen = bpy.context.view_layer.active_layer_collection.collection
    _target = (chosen.name, versions.session_uid(chosen))
    return chosen
