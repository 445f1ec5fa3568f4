"""Code that says that it only reads, watched: whether it changed the scene all the same.

Blender's dependency graph tells of most changes, also of those that are undone again before the code ends. What it
tells nobody of is compared: data-blocks that come or go, the frame, markers, texts, pictures, custom properties. A
change of data that no scene uses is seen by neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.undo import COUNTED, UNDO, counts
from scenewire.adapters.contract import ChangedWhileReadingError


@contextmanager
def only_reading() -> Iterator[None]:
    """Raises `ChangedWhileReadingError` when what is done within changes the scene; then, or when it fails by itself,
    an open transaction knows that there is something to take back."""
    settle()
    before = _traces()
    UNDO.stirred = False
    changed: list[str] = []
    try:
        yield
    finally:
        settle()
        after = _traces()
        changed += [what for what in before if before[what] != after[what]]
        if UNDO.stirred:
            changed.append("what the dependency graph works out")
        if changed:
            UNDO.touch()
    if changed:
        raise ChangedWhileReadingError(changed)


def _traces() -> dict[str, Any]:
    import bpy

    scenes = bpy.data.scenes
    return {
        "data-blocks": counts(),
        "the current frame": [(scene.frame_current, scene.frame_subframe) for scene in scenes],
        "markers": [[(marker.name, marker.frame) for marker in scene.timeline_markers] for scene in scenes],
        "texts": [hash(text.as_string()) for text in bpy.data.texts],
        "pictures": [image.is_dirty for image in bpy.data.images if image.source != "VIEWER"],
        "custom properties": [_own(block) for kind in COUNTED for block in getattr(bpy.data, kind) if block.keys()],
    }


def _own(block: Any) -> tuple[str, dict[str, Any]]:
    return block.name, {key: _plain(value) for key, value in block.items()}


def _plain(value: Any) -> Any:
    """Groups and arrays are views of what is there now."""
    for form in ("to_dict", "to_list"):
        if hasattr(value, form):
            return repr(getattr(value, form)())
    return repr(value)
