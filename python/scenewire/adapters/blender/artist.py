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
    found = modal_operators(window)
    if not found:
        return
    chosen = {address for address in _waiting_for_a_file()}
    carriers = []
    for address, identifier in found:
        if address in chosen or not _undoable(identifier):
            continue
        if identifier in _CARRIERS:
            carriers.append(_label(identifier))
        else:
            yield _label(identifier)
    yield from carriers


def _waiting_for_a_file() -> Iterator[int]:
    """Operators that do nothing before the artist has chosen a file, which may take hours."""
    import bpy

    for window in bpy.context.window_manager.windows:
        for area in window.screen.areas:
            operator = getattr(area.spaces.active, "active_operator", None) if area.type == "FILE_BROWSER" else None
            if operator is not None:
                yield operator.as_pointer()


@functools.lru_cache(maxsize=256)
def _undoable(identifier: str) -> bool:
    """Whether the operator ends in an undo step: looking around and playing do not."""
    return "UNDO" in _operator(identifier).bl_options


@functools.lru_cache(maxsize=256)
def _label(identifier: str) -> str:
    """The name that the artist sees in the menu."""
    return str(_operator(identifier).get_rna_type().name)


def _operator(identifier: str) -> Any:
    """`TRANSFORM_OT_translate` as it is called: `bpy.ops.transform.translate`."""
    import bpy

    module, _, name = identifier.partition("_OT_")
    return getattr(getattr(bpy.ops, module.lower()), name)
