"""Undo and redo on request."""

from __future__ import annotations

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.unreal.undo import UNDO


def undo(*, job: Job, steps: int = 1) -> Json:
    """Takes back up to `steps` steps that commands made: how many, and their names, the latest first."""
    names = UNDO.undo(steps)
    return {"undone": len(names), "names": names}


def redo(*, job: Job, steps: int = 1) -> Json:
    """Does again up to `steps` steps that were undone."""
    names = UNDO.redo(steps)
    return {"redone": len(names), "names": names}
