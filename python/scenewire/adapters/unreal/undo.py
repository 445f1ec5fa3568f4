"""Transactions, undo and redo: each call is an entry of the editor's own undo history, which artists' edits are in too.

Unreal keeps in an entry the objects that said so beforehand (`modify`). What is no object, such as metadata in a
package, it does not bring back: who changes such a thing says how to (`beside`). Python cannot look into the history:
what artists do between two calls is not told apart, and `undo` knows the names of its own steps only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scenewire.adapters.unreal import editor
from scenewire.adapters.unreal.identity import IDENTITY
from scenewire.errors import ConflictError

#: Of how many steps of ours we know: the editor keeps as many as fit into its memory for undo.
_KNOWN = 1000


@dataclass
class _Step:
    label: str
    #: How what Unreal keeps no track of is taken back, and done again.
    beside: list[tuple[Callable[[], None], Callable[[], None]]] = field(default_factory=list)


class Undo:
    """Steps of this process."""

    def __init__(self) -> None:
        self.open: _Step | None = None
        self.revision = 1
        self._scope: Any = None
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    # The engine calls these.

    def begin(self, label: str) -> None:
        """Opens a transaction."""
        import unreal

        if editor.playing():
            raise ConflictError(
                "somebody plays in the editor, and the level cannot be edited meanwhile",
                suggestions=["unreal.get_editor_subsystem(unreal.LevelEditorSubsystem).editor_request_end_play()"],
            )
        self._scope = unreal.ScopedEditorTransaction(label)
        self._scope.__enter__()
        # An entry without any object may be dropped, and an undo would then take back what was done before it.
        editor.world().get_world_settings().modify(False)
        self.open = _Step(label)
        self._undone.clear()

    def commit(self, _label: str) -> None:
        """Closes it as one step."""
        step = self._close()
        if step is not None:
            self._done.append(step)
            del self._done[:-_KNOWN]
        self.revision += 1

    def roll_back(self, _label: str) -> None:
        """Back to where `begin` was."""
        step = self._close()
        if step is not None:
            _take_back(step)
            self.revision += 1

    def take_back(self) -> None:
        """Puts the scene back to where `begin` was; the transaction stays open."""
        label = self.open.label if self.open is not None else ""
        self.roll_back(label)
        self.begin(label)

    def _close(self) -> _Step | None:
        step, self.open = self.open, None
        if step is not None:
            self._scope.__exit__(None, None, None)
            self._scope = None
        return step

    # The adapter calls these.

    def beside(self, back: Callable[[], None], again: Callable[[], None]) -> None:
        """Notes how to take back, and do again, what was just done and Unreal keeps no track of."""
        if self.open is not None:
            self.open.beside.append((back, again))

    def undo(self, steps: int) -> list[str]:
        """Takes back up to so many steps of ours; their names, the latest first."""
        names: list[str] = []
        while len(names) < steps and self._done:
            step = self._done.pop()
            _take_back(step)
            self._undone.append(step)
            names.append(step.label)
            self.revision += 1
        return names

    def redo(self, steps: int) -> list[str]:
        """Does again up to so many steps."""
        names: list[str] = []
        while len(names) < steps and self._undone:
            step = self._undone.pop()
            _command("REDO")
            for _, again in step.beside:
                again()
            self._done.append(step)
            names.append(step.label)
            self.revision += 1
        return names

    def opened(self) -> None:
        """Another level is open, and the editor's history begins anew."""
        IDENTITY.new_scene()
        self._done.clear()
        self._undone.clear()
        self.revision += 1


def _take_back(step: _Step) -> None:
    _command("UNDO")
    for back, _ in reversed(step.beside):
        back()


def _command(word: str) -> None:
    import unreal

    unreal.SystemLibrary.execute_console_command(editor.world(), f"TRANSACTION {word}")


#: One per process, as there is one history.
UNDO = Undo()
