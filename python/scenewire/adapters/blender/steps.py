"""Undo and redo on request. What they report is what Blender's own list of steps says was taken back."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import history
from scenewire.adapters.blender.undo import FAILED, KEEP, PREFIX, UNDO, refuse_if_impossible
from scenewire.adapters.contract import Job, Json


def undo(*, job: Job, steps: int = 1) -> Json:
    """Takes back up to `steps` steps, the artist's own included: how many, and their names, the latest first."""
    import bpy

    refuse_if_impossible()
    _keep_foreign()
    names: list[str] = []
    while len(names) < steps and UNDO.ready and bpy.ops.ed.undo.poll():
        name = _active_name()
        if not _run(bpy.ops.ed.undo):
            break
        # A step that only kept somebody's edits before a command holds nothing of its own.
        if not name.startswith(KEEP):
            names.append(_shown(name))
    return {"undone": len(names), "names": names}


def redo(*, job: Job, steps: int = 1) -> Json:
    """Does again up to `steps` steps that were undone; a command that failed and was rolled back is not among them."""
    import bpy

    refuse_if_impossible()
    names: list[str] = []
    while len(names) < steps and UNDO.ready and bpy.ops.ed.redo.poll():
        name = _next_name()
        if name.endswith(FAILED) and name.startswith(PREFIX):
            break
        if not _run(bpy.ops.ed.redo):
            break
        if not name.startswith(KEEP):
            names.append(_shown(name))
    return {"redone": len(names), "names": names}


def _run(operator: Any) -> bool:
    """Runs one and sees whether Blender really did it, by the handler that it calls when the scene was exchanged."""
    before = UNDO.revision
    with UNDO.own_changes():
        result = operator()
    UNDO.revision = before + 1
    return bool(result == {"FINISHED"})


def _keep_foreign() -> None:
    """Edits that no step holds would be lost without a way back: they become a step, the first to be undone."""
    if not UNDO.unpushed():
        return
    last = _active_name()
    if last and not last.startswith(PREFIX):
        return  # The artist's own operator pushed a step after ours.
    UNDO.push(PREFIX + "changes made outside")


def _active_name() -> str:
    steps = _steps()
    active = _active(steps) if steps else None
    return active.name if active else ""


def _next_name() -> str:
    steps = _steps() or []
    for index, step in enumerate(steps[:-1]):
        if step.active:
            return steps[index + 1].name
    return ""


def _steps() -> list[history.Step] | None:
    return history.read_steps() if UNDO.ready else None


def _active(steps: list[history.Step]) -> Any:
    return next((step for step in steps if step.active), None)


def _shown(name: str) -> str:
    return name[len(PREFIX) :] if name.startswith(PREFIX) else name
