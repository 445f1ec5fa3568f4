"""Transactions, undo and redo: chunks of Maya's own undo queue, which artists' steps are on too.

A chunk in which nothing happened leaves nothing on the queue. Whether ours did is told by its name, which has a number:
an undo without looking would take back what the artist did before.
"""

from __future__ import annotations

import collections

from scenewire.adapters.maya.identity import IDENTITY
from scenewire.errors import ConflictError

#: Steps that a Maya without a window keeps: without a limit it would grow with every call.
STEPS = 100
#: Of how many steps of ours we know that they are; an artist's queue may be longer.
_KNOWN = 1000


class Undo:
    """Chunks of this process."""

    def __init__(self) -> None:
        self.open = False
        self.revision = 1
        self._number = 0
        self._chunk = ""
        self._ours: collections.deque[str] = collections.deque(maxlen=_KNOWN)
        self._seen = ("", "")

    # The engine calls these.

    def begin(self, label: str) -> None:
        """Opens a transaction."""
        from maya import cmds

        self._refuse_off()
        self._number += 1
        self._chunk = f"{label} ({self._number})"
        cmds.undoInfo(openChunk=True, chunkName=self._chunk)
        self.open = True

    def commit(self, _label: str) -> None:
        """Closes it as one step."""
        if self._close():
            self._ours.append(self._chunk)
        self.revision += 1

    def roll_back(self, _label: str) -> None:
        """Back to where `begin` was. A transaction that refused before it wrote left nothing to take back."""
        from maya import cmds

        if self._close():
            cmds.undo()
            self.revision += 1

    def take_back(self) -> None:
        """Puts the scene back to where `begin` was; the transaction stays open."""
        from maya import cmds

        self.roll_back("")
        cmds.undoInfo(openChunk=True, chunkName=self._chunk)
        self.open = True

    def _close(self) -> bool:
        """Closes the chunk; whether it left something on the queue."""
        from maya import cmds

        if not self.open:
            return False
        cmds.undoInfo(closeChunk=True)
        self.open = False
        return not empty("undo") and next_name("undo") == self._chunk

    def _refuse_off(self) -> None:
        from maya import cmds

        if cmds.undoInfo(query=True, state=True):
            return
        if not cmds.about(batch=True):
            raise ConflictError(
                "undo is switched off in this Maya, so that nothing could be rolled back",
                suggestions=["cmds.undoInfo(state=True)", "or Preferences, Undo, On"],
            )
        # Without a window Maya records nothing unless it is told to.
        cmds.undoInfo(state=True, infinity=False, length=STEPS)

    # The adapter calls these.

    def undo(self, steps: int) -> list[str]:
        """Takes back up to so many steps; their names, the latest first."""
        from maya import cmds

        names: list[str] = []
        while len(names) < steps and not empty("undo"):
            names.append(label_of(next_name("undo")))
            cmds.undo()
            self.revision += 1
        return names

    def redo(self, steps: int) -> list[str]:
        """Does again up to so many steps."""
        from maya import cmds

        names: list[str] = []
        while len(names) < steps and not empty("redo"):
            names.append(label_of(next_name("redo")))
            cmds.redo()
            self.revision += 1
        return names

    def undo_last(self) -> str:
        """Takes back the last step when a call made it."""
        if empty("undo"):
            raise ConflictError("no command has changed this scene, so there is nothing to take back")
        last = next_name("undo")
        if last not in self._ours:
            raise ConflictError(
                "somebody else has worked in the scene since: that would be lost with the agent's step",
                {"last": last},
                ["undo takes back step by step, others' work too"],
            )
        return self.undo(1)[0]

    def notice(self) -> None:
        """Counts what others did since the last look, as far as the queue's ends tell it."""
        seen = (next_name("undo"), next_name("redo"))
        if seen != self._seen:
            self._seen = seen
            self.revision += 1

    def opened(self) -> None:
        """Another scene is open."""
        from maya import cmds

        IDENTITY.new_scene()
        cmds.flushUndo()
        self._ours.clear()
        self.open = False
        self.revision += 1


def empty(which: str) -> bool:
    """Whether there is nothing to undo, or to redo."""
    from maya import cmds

    return bool(cmds.undoInfo(query=True, **{f"{which}QueueEmpty": True}))


def next_name(which: str) -> str:
    """What would be undone, or redone, next."""
    from maya import cmds

    return str(cmds.undoInfo(query=True, **{f"{which}Name": True}) or "")


def label_of(chunk: str) -> str:
    """What a step is called, without our number."""
    label, bracket, number = chunk.rpartition(" (")
    return label if bracket and number.rstrip(")").isdigit() else chunk


#: One per process, as there is one queue.
UNDO = Undo()
