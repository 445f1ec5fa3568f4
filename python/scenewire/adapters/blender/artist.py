"""What the artist has under way, in the middle of which no command may change the scene.

An undo step, or a roll-back, in the middle of a drag pulls the scene from under the operator that drags: Blender
crashes, or the artist's edit is lost.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from scenewire.adapters.blender.modal import modal_operators

#: Jobs that read the scene from a thread of their own; undoing a command would end them.
_JOBS = {"RENDER": "a render is running", "OBJECT_BAKE": "a bake is running"}

#: Operators that only carry what the artist really does.
_CARRIERS = {"GIZMOGROUP_OT_gizmo_tweak"}


def under_way() -> str | None:
    """`the artist is dragging (Move)`, or what else must end first; None when commands may come. Takes about 2 µs."""
    import bpy

    dragged = dragging()
    if dragged is not None:
        return f"the artist is dragging ({dragged})"
    return next((told for job, told in _JOBS.items() if bpy.app.is_job_running(job)), None)


def dragging() -> str | None:
    """The name of the artist's edit that a click or a key is yet to confirm; None when there is none."""
    import bpy

    names = [name for window in bpy.context.window_manager.windows for name in _edits(window)]
    return names[0] if names else None


def _edits(window: Any) -> Iterator[str]:
    carriers = []
    for identifier in modal_operators(window):
        if not _edits_in_hand(identifier):
            continue
        if identifier in _CARRIERS:
            carriers.append(_label(identifier))
        else:
            yield _label(identifier)
    yield from carriers


@functools.lru_cache(maxsize=256)
def _edits_in_hand(identifier: str) -> bool:
    """Whether the operator ends in an undo step, which looking around and playing do not, and is at it: one that asks
    for a file does nothing before it has one, which may take hours."""
    operator = _operator(identifier)
    names = operator.get_rna_type().properties.keys()
    return "UNDO" in operator.bl_options and not {"filepath", "directory"} & set(names)


@functools.lru_cache(maxsize=256)
def _label(identifier: str) -> str:
    """The name that the artist sees in the menu."""
    return str(_operator(identifier).get_rna_type().name)


def _operator(identifier: str) -> Any:
    """`TRANSFORM_OT_translate` as it is called: `bpy.ops.transform.translate`."""
    import bpy

    module, _, name = identifier.partition("_OT_")
    return getattr(getattr(bpy.ops, module.lower()), name)
