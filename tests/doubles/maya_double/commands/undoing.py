"""`undoInfo`, `undo`, `redo`, `flushUndo`. Source: these commands in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from ..calls import Call, command
from ..scene import scene

ASKED = "state stateWithoutFlush infinity length undoName redoName undoQueueEmpty redoQueueEmpty chunkName printQueue"


@command(
    "undoInfo", create="openChunk closeChunk chunkName state stateWithoutFlush infinity length printQueue", query=ASKED
)
def undo_info(call: Call) -> Any:
    """Chunks, and what undo is set to."""
    history = scene.history
    if call.query:
        answers = {
            "state": history.enabled, "stateWithoutFlush": history.enabled, "infinity": history.infinite,
            "length": history.length, "undoName": history.done[-1].name if history.done else "",
            "redoName": history.undone[-1].name if history.undone else "", "undoQueueEmpty": not history.done,
            "redoQueueEmpty": not history.undone, "chunkName": history.chunks[-1] if history.chunks else "",
        }  # fmt: skip
        return next((answers[flag] for flag in call.flags if flag in answers), len(history.done))
    if call.has("openChunk"):
        history.open_chunk(call.get("chunkName") or "")
    if call.has("closeChunk"):
        history.close_chunk()
    for flag in ("state", "stateWithoutFlush"):
        if call.get(flag) is not None:
            if flag == "state" and not call.get(flag):
                history.flush()
            history.enabled = bool(call.get(flag))
    if call.get("infinity") is not None:
        history.infinite = bool(call.get("infinity"))
    if call.get("length") is not None:
        history.length = int(call.get("length"))
    return None


def step(call: Call, redo: bool) -> str:
    """One step back or forth."""
    history = scene.history
    if not history.enabled:
        raise RuntimeError("Undo is turned off.")
    before = set(scene.nodes)
    name = history.redo() if redo else history.undo()
    after = set(scene.nodes)
    for node in before - after:
        scene.tell("removed", node)
    for node in after - before:
        scene.tell("added", node)
    scene.tell("redo" if redo else "undo", name)
    return name


@command("undo")
def undo(call: Call) -> None:
    """Takes the last command or chunk back."""
    step(call, redo=False)


@command("redo")
def redo(call: Call) -> None:
    """Brings what was taken back last."""
    step(call, redo=True)


@command("flushUndo")
def flush_undo(call: Call) -> None:
    """Forgets all steps."""
    scene.history.flush()
