"""Undo and redo on request. What they report is what Blender's own list of steps says was taken back."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import history
from scenewire.adapters.blender.undo import FAILED, KEEP, PREFIX, UNDO, refuse_if_impossible
from scenewire.adapters.contract import Job, Json
from scenewire.errors import ConflictError, HandlerError


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


#: What `undo` keeps of somebody else's edits: a step of ours by name only.
OUTSIDE = PREFIX + "changes made outside"


def undo_last() -> str:
    """Takes back the step on top of the stack when a command made it; its name. The artist's own work is never lost."""
    import bpy

    refuse_if_impossible()
    if not UNDO.ready:
        raise ConflictError("no command has changed this file, so there is nothing to take back")
    stack = _steps()
    if stack is None:
        raise ConflictError(
            "Blender does not show its undo steps here, so nobody can tell whose the last one is",
            suggestions=["use Blender's own undo (Ctrl+Z)"],
        )
    last = _active(stack)
    name = last.name if last else ""
    if not any(_by_a_command(step.name) for step in stack[: stack.index(last) + 1] if last):
        raise ConflictError("no command of an agent is on the undo stack, so there is nothing to take back")
    if not name.startswith(PREFIX):
        raise _worked_since(f"`{name}`")
    if UNDO.unpushed() or not _by_a_command(name):
        raise _worked_since("changes that came after the agent's last step")
    if not _run(bpy.ops.ed.undo):
        raise HandlerError(f"Blender did not undo `{_shown(name)}`", suggestions=["undo it by hand (Ctrl+Z)"])
    return _shown(name)


def _by_a_command(name: str) -> bool:
    return name.startswith(PREFIX) and name != OUTSIDE and not name.startswith(KEEP)


def _worked_since(what: str) -> ConflictError:
    return ConflictError(
        f"the artist has worked since: {what} would be lost with the agent's step",
        {"last": what},
        ["use Blender's own undo (Ctrl+Z), step by step"],
    )


def redo(*, job: Job, steps: int = 1) -> Json:
    """Does again up to `steps` steps that were undone; a command that failed and was rolled back is not among them."""
    import bpy

    refuse_if_impossible()
    names: list[str] = []
    while len(names) < steps and UNDO.ready and bpy.ops.ed.redo.poll():
        name = _next_name()
        if (name.endswith(FAILED) and name.startswith(PREFIX)) or name in UNDO.taken_back:
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
    UNDO.push(OUTSIDE)


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
