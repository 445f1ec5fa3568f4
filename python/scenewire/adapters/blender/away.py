"""An open transaction while the artist has a turn: who edits then is noticed, and loses nothing.

What was done until then is a step on the undo stack, which grows with every turn. When somebody else has edited, it is
not rolled back: the edit may stand on it, and Blender cannot take back a step below another. Whoever wants both gone
undoes twice. The artist who undoes in the middle takes back just this step.
"""

from __future__ import annotations

from scenewire.adapters.blender import history
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.undo import PREFIX, UNDO, refuse_if_impossible
from scenewire.errors import ConflictError

#: The step that keeps an edit which Blender itself has not pushed.
INTERRUPTED = " (interrupted)"


class Away:
    """What the undo stack was when the transaction was left."""

    def __init__(self) -> None:
        self._stack: list[history.Step] = []
        self._exchanged = False

    def leave(self, label: str) -> None:
        """Others have the event loop from now on."""
        settle_windows()
        UNDO.leave(label)
        self._stack, self._exchanged = _stack(), False

    def come_back(self, label: str) -> None:
        """Raises `conflict` when somebody has edited since; the transaction is over then."""
        if not UNDO.open:
            raise ConflictError(
                "another file was opened in the middle of the call; what it had done is gone with the former one",
                {"kept": False},
                ["look at the scene that is open now"],
            )
        settle_windows()
        stack = _stack()
        if UNDO.come_back() or stack != self._stack:
            raise self._end(label, stack)
        try:
            refuse_if_impossible()
        except ConflictError as error:
            raise self._end(label, stack) from error

    def exchanged(self) -> None:
        """Blender put another state of its undo stack in the place of the scene."""
        self._exchanged = True

    def _end(self, label: str, stack: list[history.Step]) -> ConflictError:
        UNDO.let_go()
        if self._exchanged and not _holds(stack, PREFIX + label):
            return ConflictError(
                "the artist used undo or redo in the middle of the call, and so took back what it had done",
                {"kept": False},
                ["look at the scene, then try again"],
            )
        if stack == self._stack:
            # No step of Blender's own holds the edit: without one, the next undo would take it away for good.
            UNDO.push(PREFIX + label + INTERRUPTED)
        return ConflictError(
            "somebody else edited the scene in the middle of the call; what it had done until then stays, because the "
            "edit may stand on it: it is an undo step of its own below the edit",
            {"kept": True},
            [
                "look at the scene: `steps` in the details lists what was done",
                "then do the rest, or delete what is there",
            ],
        )


def settle_windows() -> None:
    """Brings what every window shows up to date: what is evaluated later would look like somebody else's edit."""
    import bpy

    settle()
    for window in bpy.context.window_manager.windows:
        window.view_layer.update()


def _stack() -> list[history.Step]:
    """How Blender's undo stack stands; nothing where it cannot be read."""
    return (history.read_steps() or []) if UNDO.ready else []


def _holds(stack: list[history.Step], name: str) -> bool:
    """Whether the present has come of a step of this name."""
    active = next((index for index, step in enumerate(stack) if step.active), -1)
    return any(step.name == name for step in stack[: active + 1])


#: One per process, as there is one undo stack.
AWAY = Away()
