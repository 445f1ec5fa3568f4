"""Standard streams of executed code: captured, bounded, and put back."""

from __future__ import annotations

import io
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

#: Characters kept of one stream; beyond it the middle is dropped, because what matters stands first or last.
KEPT = 256 * 1024
#: Characters kept of the whole of it, which goes beside the result.
WHOLE = 16 * 1024 * 1024


class Capture(io.TextIOBase):
    """Keeps the beginning and the end of what is written to it."""

    encoding = "utf-8"

    def __init__(self, kept: int = KEPT) -> None:
        self._half = kept // 2
        self._head: list[str] = []
        self._head_size = 0
        self._tail: deque[str] = deque()
        self._tail_size = 0
        self._dropped = 0
        self._whole: list[str] = []
        self._whole_size = 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        """Keeps it, or what still fits."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self._whole_size < WHOLE:
            self._whole.append(text[: WHOLE - self._whole_size])
            self._whole_size += len(self._whole[-1])
        room = self._half - self._head_size
        if room > 0:
            self._head.append(text[:room])
            self._head_size += len(text[:room])
        if len(text) > room:
            self._keep_last(text[max(room, 0) :])
        return len(text)

    def _keep_last(self, text: str) -> None:
        self._tail.append(text)
        self._tail_size += len(text)
        while self._tail_size > self._half:
            excess = self._tail_size - self._half
            first = self._tail.popleft()
            if len(first) > excess:
                self._tail.appendleft(first[excess:])
            dropped = min(len(first), excess)
            self._tail_size -= dropped
            self._dropped += dropped

    def whole(self) -> str | None:
        """All of it, up to ``WHOLE`` characters, when ``text()`` is not all."""
        return printable("".join(self._whole)) if self._dropped else None

    def text(self) -> str:
        """What was written, saying how much was dropped."""
        cut = f"\n... {self._dropped} characters were dropped here ...\n" if self._dropped else ""
        return printable("".join(self._head) + cut + "".join(self._tail))


def printable(text: str) -> str:
    """The same with what UTF-8 cannot say (lone surrogates of undecodable file names) written out."""
    return text.encode("utf-8", "backslashreplace").decode()


@contextmanager
def captured(stdout: Capture, stderr: Capture) -> Iterator[None]:
    """Standard output and error go to these; standard input is empty, for nobody sits at the host's terminal."""
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), stdout, stderr
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
