"""The lines that executed code runs and the variables that each of them changes, bounded in number and size."""

from __future__ import annotations

import reprlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from scenewire._output import printable

#: Lines that are told at most, the characters of all values together, and of one of them.
LINES_TOLD, CHARACTERS_TOLD, VALUE_TOLD = 1_000, 100_000, 200

#: What a variable is recognised by: itself, its length and how it is shown.
_Seen = tuple[int, int, str]
_Tracer = Callable[[FrameType, str, Any], Any]

_short = reprlib.Repr()
_short.maxstring = _short.maxother = VALUE_TOLD


class Trace:
    """What was run, in the order in which it ran."""

    def __init__(self, is_own: Callable[[str], bool], hidden: set[str]) -> None:
        self._is_own = is_own
        self._hidden = hidden
        self._room = CHARACTERS_TOLD
        #: Of each frame under way its line being run, and its variables before that line.
        self._frames: dict[FrameType, tuple[dict[str, Any], dict[str, _Seen]]] = {}
        self.lines: list[dict[str, Any]] = []
        self.cut = False

    def told(self) -> dict[str, Any]:
        """As the result shows it."""
        return {"lines": self.lines, "cut": self.cut}

    @contextmanager
    def following(self) -> Iterator[None]:
        """While it lasts, the caller's own lines are noted; a debugger comes back to its place afterwards."""
        before = sys.gettrace()
        sys.settrace(self._called)
        try:
            yield
        finally:
            sys.settrace(before)
            self._frames.clear()

    def _called(self, frame: FrameType, event: str, argument: Any) -> _Tracer | None:
        if self.cut or not self._is_own(frame.f_code.co_filename):
            return None
        return self._ran

    def _ran(self, frame: FrameType, event: str, argument: Any) -> _Tracer | None:
        if self.cut:
            return None
        if event in ("line", "return"):
            now = self._variables(frame)
            self._note(frame, now)
            if event == "return":
                self._frames.pop(frame, None)
            else:
                self._begin(frame, now)
        return self._ran

    def _begin(self, frame: FrameType, now: dict[str, _Seen]) -> None:
        if len(self.lines) >= LINES_TOLD or self._room <= 0:
            self._end()
            return
        line: dict[str, Any] = {"line": frame.f_lineno, "function": frame.f_code.co_name, "changed": {}}
        self.lines.append(line)
        self._frames[frame] = line, now

    def _end(self) -> None:
        """From here on the code runs at its own speed."""
        self.cut = True
        sys.settrace(None)

    def _note(self, frame: FrameType, now: dict[str, _Seen]) -> None:
        """What the line did that ran until now."""
        if frame not in self._frames:
            return
        line, before = self._frames[frame]
        changed = line["changed"]
        for name, seen in now.items():
            if before.get(name) != seen:
                changed[name] = seen[2]
                self._room -= len(name) + len(seen[2])
        changed.update(dict.fromkeys(set(before) - set(now)))

    def _variables(self, frame: FrameType) -> dict[str, _Seen]:
        own = frame.f_globals is not frame.f_locals
        return {
            name: _seen(value)
            for name, value in list(frame.f_locals.items())
            if not name.startswith((".", "__")) and (own or name not in self._hidden)
        }


def _seen(value: Any) -> _Seen:
    try:
        length = len(value) if isinstance(value, (str, bytes, list, tuple, dict, set)) else -1
        shown = printable(_short.repr(value)[:VALUE_TOLD])
    except Exception as error:
        # The code of the caller's own class.
        return id(value), -1, f"<{type(value).__name__} whose repr raised {type(error).__name__}>"
    return id(value), length, shown
