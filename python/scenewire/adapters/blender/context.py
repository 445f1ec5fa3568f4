"""The context in which everything runs: Blender gives a timer none of its own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any


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


def forget() -> None:
    """Said at the beginning of a call: what was seen of the scene before it, somebody may have changed since."""
    global settled
    settled += 1


def target_collection() -> Any:
    """Where a new object goes: the artist's active collection."""
    import bpy

    return bpy.context.view_layer.active_layer_collection.collection
