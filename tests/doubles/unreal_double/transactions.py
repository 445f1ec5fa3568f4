"""The editor's undo buffer: one entry for each outermost transaction, with the objects on which `modify` was called.

What nobody called `modify` on, or what is no object (files, the asset registry, metadata of packages), an undo does not
bring back. `TRANSACTION UNDO` and `TRANSACTION REDO` are the editor's console commands; `UTransBuffer`,
https://dev.epicgames.com/documentation/en-us/unreal-engine/API/Editor/UnrealEd/UTransBuffer
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

#: Objects whose packages have unsaved changes.
DIRTY: set[Any] = set()


def mark_dirty(one: Any) -> None:
    """The package of an object has unsaved changes."""
    DIRTY.add(one.get_outermost())


def _kept(state: dict[str, Any]) -> dict[str, Any]:
    return {name: value.copy() if isinstance(value, (dict, list)) else value for name, value in state.items()}


@dataclass
class Transaction:
    """One entry: what the objects were before."""

    title: str
    before: dict[Any, dict[str, Any]] = field(default_factory=dict)

    def swap(self) -> None:
        """Puts the objects back, and keeps what they were for the way back."""
        now = {one: _kept(one._state) for one in self.before}
        for one, state in self.before.items():
            one._state = state
        self.before = now


class Buffer:
    """The undo buffer."""

    def __init__(self) -> None:
        self.done: list[Transaction] = []
        self.undone: list[Transaction] = []
        self.open: Transaction | None = None
        self.depth = 0

    def begin(self, title: str) -> None:
        if self.depth == 0:
            self.open = Transaction(title)
        self.depth += 1

    def end(self) -> None:
        """What is redone is gone with the first new entry; a transaction without objects is none."""
        if self.depth == 0:
            return
        self.depth -= 1
        if self.depth == 0 and self.open is not None:
            if self.open.before:
                self.done.append(self.open)
                self.undone.clear()
            self.open = None

    def keep(self, one: Any) -> bool:
        """`Modify`: the object as it is now is part of the open transaction, if there is one."""
        if self.open is None:
            return False
        self.open.before.setdefault(one, _kept(one._state))
        return True

    def undo(self) -> None:
        if self.done and self.open is None:
            last = self.done.pop()
            last.swap()
            self.undone.append(last)

    def redo(self) -> None:
        if self.undone and self.open is None:
            last = self.undone.pop()
            last.swap()
            self.done.append(last)

    def reset(self) -> None:
        """Another level is open."""
        self.done.clear()
        self.undone.clear()


BUFFER = Buffer()


class ScopedEditorTransaction:
    """`unreal.ScopedEditorTransaction`, a context manager around `FScopedTransaction`."""

    def __init__(self, desc: str) -> None:
        self._title = str(desc)

    def __enter__(self) -> ScopedEditorTransaction:
        BUFFER.begin(self._title)
        return self

    def __exit__(self, *_error: object) -> bool:
        BUFFER.end()
        return False
