"""Every change of the scene, key by key, so that it can be taken back whole.

Source: `undoInfo`, `undo`, `redo` in Autodesk's command reference. What the API changes is not in Maya's queue, so
`unrecorded` leaves it out; for that reason a change is one key of a dictionary, never a whole list of children.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

ABSENT: Any = object()


@dataclass
class Action:
    """What a command of a plug-in does itself to take itself back, and to do itself again."""

    undo: Callable[[], None]
    redo: Callable[[], None]


@dataclass
class Step:
    """What one undo takes back: (dictionary, key, value before), in order, and actions of plug-ins."""

    name: str
    changes: list[tuple[dict[Any, Any], Any, Any] | Action] = field(default_factory=list)


class History:
    """Undo and redo."""

    def __init__(self) -> None:
        self.enabled = True
        self.infinite = False
        self.length = 50
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.chunks: list[str] = []
        self.revision = 0
        self._open: Step | None = None
        self._running = 0
        self._recorded = True

    def put(self, holder: dict[Any, Any], key: Any, value: Any) -> None:
        """Sets one key."""
        self._note(holder, key)
        holder[key] = value

    def drop(self, holder: dict[Any, Any], key: Any) -> None:
        """Takes one key away, if it is there."""
        if key in holder:
            self._note(holder, key)
            del holder[key]

    def _note(self, holder: dict[Any, Any], key: Any) -> None:
        self.revision += 1
        if self._open is not None and self._recorded:
            self._open.changes.append((holder, key, holder.get(key, ABSENT)))

    @contextlib.contextmanager
    def command(self, name: str) -> Iterator[None]:
        """One command. One that fails leaves the scene as it was."""
        self._running += 1
        if self._open is None:
            self._open = Step(name)
        mark = len(self._open.changes)
        try:
            yield
        except BaseException:
            if self._open is not None:
                self._rewind(self._open, mark)
            raise
        finally:
            self._running -= 1
            if not self._running and not self.chunks:
                self._close()

    def perform(self, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        """Notes what a command of a plug-in has done, so that it is asked to take it back."""
        if self._open is not None and self._recorded:
            self._open.changes.append(Action(undo, redo))

    @contextlib.contextmanager
    def unrecorded(self) -> Iterator[None]:
        """Changes that undo knows nothing of: the API's own, the selection of a new file."""
        before, self._recorded = self._recorded, False
        try:
            yield
        finally:
            self._recorded = before

    def open_chunk(self, name: str) -> None:
        """Commands from here on are undone as one, until the chunk is closed; chunks nest."""
        self.chunks.append(name)
        if self._open is None:
            self._open = Step(name)
        elif len(self.chunks) == 1 and name:
            self._open.name = name

    def close_chunk(self) -> None:
        """Closes the innermost chunk; one too many does nothing, as in Maya."""
        if self.chunks:
            self.chunks.pop()
        if not self.chunks and not self._running:
            self._close()

    def _close(self) -> None:
        step, self._open = self._open, None
        if step is None or not step.changes or not self.enabled:
            return
        self.undone.clear()
        self.done.append(step)
        if not self.infinite:
            del self.done[: -self.length or None]

    def _rewind(self, step: Step, mark: int = 0) -> Step:
        """Takes changes back, the last first, and gives what brings them again."""
        back = Step(step.name)
        for change in reversed(step.changes[mark:]):
            if isinstance(change, Action):
                # It reads what was taken back before it.
                self.revision += 1
                with self.unrecorded():
                    change.undo()
                back.changes.append(Action(change.redo, change.undo))
                continue
            holder, key, before = change
            back.changes.append((holder, key, holder.get(key, ABSENT)))
            if before is ABSENT:
                holder.pop(key, None)
            else:
                holder[key] = before
        del step.changes[mark:]
        self.revision += 1
        return back

    def undo(self) -> str:
        """Takes the last step back and gives its name."""
        return self._move(self.done, self.undone, "undo")

    def redo(self) -> str:
        """Brings the step that was taken back last."""
        return self._move(self.undone, self.done, "redo")

    def _move(self, source: list[Step], target: list[Step], verb: str) -> str:
        if not source:
            raise RuntimeError(f"There are no more commands to {verb}.")
        step = source.pop()
        # What the running command itself opened stays open; the step moves outside of it.
        target.append(self._rewind(step))
        return step.name

    def flush(self) -> None:
        """Forgets all steps, as a new or opened file does."""
        self.revision += 1
        self.done.clear()
        self.undone.clear()
        if self._open is not None:
            self._open.changes.clear()
