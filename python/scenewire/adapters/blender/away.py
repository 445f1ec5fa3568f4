"""An open transaction while the artist has a turn: who edits then is noticed, and loses nothing.

A roll-back goes back to the step that `begin` found, and with it everything that came since, whoever did it. So when
somebody else has edited in between, nothing is rolled back: what the transaction had done stays, in one undo step with
the foreign edit, and Blender's own undo takes both back. Only an undo or redo of the artist's takes it away by itself.
"""

from __future__ import annotations

from scenewire.adapters.blender import history
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.undo import PREFIX, UNDO, refuse_if_impossible
from scenewire.errors import ConflictError

INTERRUPTED = " (interrupted)"


class Away:
    """What the undo stack was when the transaction was left."""

    def __init__(self) -> None:
        self._stack: tuple[str, ...] = ()
        self._undone = False

    def leave(self) -> None:
        """Others have the event loop from now on."""
        settle_windows()
        self._stack, self._undone = _stack(), False
        UNDO.leave()

    def come_back(self, label: str) -> None:
        """Raises `conflict` when somebody has edited since; the transaction is over then."""
        if not UNDO.open:
            raise ConflictError(
                "another file was opened in the middle of the batch; what it had done is gone with the former one",
                {"kept": False},
                ["look at the scene that is open now"],
            )
        settle_windows()
        pushed = self._stack != _stack()
        if UNDO.come_back() or pushed:
            self._stop(label, pushed)
        try:
            refuse_if_impossible()
        except ConflictError:
            self._stop(label, pushed)

    def exchanged(self) -> None:
        """Blender put another state of its undo stack in the place of the scene."""
        self._undone = True

    def _stop(self, label: str, pushed: bool) -> None:
        UNDO.let_go()
        if self._undone:
            raise ConflictError(
                "the artist used undo or redo in the middle of the batch; what it had done is gone",
                {"kept": False},
                ["look at the scene, then try again"],
            )
        if not pushed:
            # No step of Blender's own holds the edit: without one, the next undo would take it away for good.
            UNDO.push(PREFIX + label + INTERRUPTED)
        raise ConflictError(
            "somebody else edited the scene in the middle of the batch; what it had done until then stays, because the "
            "edit may stand on it: one undo in Blender takes both back",
            {"kept": True},
            ["look at the scene: `steps` in the details lists what was done", "then do the rest, or delete what is there"],
        )


def settle_windows() -> None:
    """Brings what every window shows up to date: what is evaluated later would look like somebody else's edit."""
    import bpy

    settle()
    for window in bpy.context.window_manager.windows:
        window.view_layer.update()


def _stack() -> tuple[str, ...]:
    """How Blender's undo stack stands; nothing where it cannot be read."""
    steps = history.read_steps() if UNDO.ready else None
    return tuple(f"{step.address} {step.name} {step.active}" for step in steps or [])


#: One per process, as there is one undo stack.
AWAY = Away()
