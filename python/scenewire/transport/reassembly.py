"""Whole JSON messages out of chunks that glue and split them as the network likes."""

from __future__ import annotations

import json
import re
from typing import Any

from scenewire.transport.errors import MalformedResponseError, ResponseTooLargeError

#: The longest message that is kept, in bytes.
LIMIT = 256 << 20

_OUTSIDE = re.compile(rb'["{}\[\]]')
_INSIDE = re.compile(rb'["\\\n]')
_BLANK = b" \t\r\n\0"


class ChunkedJSONReassembler:
    """Feed it bytes, and take the messages that are whole.

    Messages are one a line, or objects and lists one after the other with anything blank or nothing between them; a
    character of UTF-8 may be cut anywhere. ``delimiter`` stands between messages besides line breaks and zero bytes,
    and ``limit`` is the longest message in bytes.
    """

    def __init__(self, delimiter: bytes = b"\n", *, limit: int = LIMIT) -> None:
        self.delimiter = delimiter
        self.limit = limit
        self._ready: list[Any] = []
        self._buffer = bytearray()
        #: Up to where the message at the start of the buffer was read, how deep in it that is, and whether in a text.
        self._read, self._depth, self._text = 0, 0, False

    @property
    def pending(self) -> int:
        """Bytes of a message that is not whole yet."""
        return len(self._buffer)

    def feed(self, data: bytes) -> None:
        """Takes what came. Raises ``ResponseTooLargeError`` for a message over the limit, which is dropped."""
        self._buffer += data
        start = 0
        while (end := self._end(start)) is not None:
            self._keep(bytes(self._buffer[start:end]))
            start = end
        del self._buffer[:start]
        self._read -= start
        if len(self._buffer) > self.limit:
            self.reset()
            raise ResponseTooLargeError(f"a message is longer than {self.limit} bytes", {"limit": self.limit})

    def pop_messages(self) -> list[Any]:
        """The whole messages, each once. Raises ``MalformedResponseError`` for one that is no JSON, when those before
        it were taken; those after it stay."""
        for index, message in enumerate(self._ready):
            if isinstance(message, MalformedResponseError):
                taken, self._ready = self._ready[: max(index, 1)], self._ready[max(index, 1) :]
                if index == 0:
                    raise message
                return taken
        taken, self._ready = self._ready, []
        return taken

    def pop_message(self) -> tuple[bool, Any]:
        """``(True, message)`` with the first whole message, else ``(False, None)``; raises as ``pop_messages``."""
        if not self._ready:
            return False, None
        message = self._ready.pop(0)
        if isinstance(message, MalformedResponseError):
            raise message
        return True, message

    def reset(self) -> None:
        """Forgets everything that has come."""
        self._ready.clear()
        self._buffer.clear()
        self._restart(0)

    def _restart(self, start: int) -> None:
        self._read, self._depth, self._text = start, 0, False

    def _end(self, start: int) -> int | None:
        """Where the message at ``start`` ends; None when more must come."""
        if self._depth == 0:
            if self._read == start:
                # Between messages: what is blank belongs to none.
                while self._read < len(self._buffer) and self._blank(self._read):
                    self._read += 1
                del self._buffer[start : self._read]
                self._restart(start)
            if start == len(self._buffer):
                return None
            if self._buffer[start] not in b"{[":
                return self._line(start)
        return self._brackets()

    def _blank(self, at: int) -> bool:
        return self._buffer[at] in _BLANK or self._buffer[at] in self.delimiter

    def _line(self, start: int) -> int | None:
        """A number, a word or nonsense ends where its line does."""
        for separator in (self.delimiter, b"\n"):
            end = self._buffer.find(separator, start)
            if end >= 0:
                self._restart(end)
                return end
        return None

    def _brackets(self) -> int | None:
        while True:
            found = (_INSIDE if self._text else _OUTSIDE).search(self._buffer, self._read)
            if found is None:
                # An escape may reach behind what has come.
                self._read = max(self._read, len(self._buffer))
                return None
            byte, self._read = found.group(), found.end()
            if byte == b"\\":
                self._read += 1
            elif byte == b'"':
                self._text = not self._text
            elif byte in b"{[":
                self._depth += 1
            else:
                # A line break within a text is no JSON: what follows it is the next message.
                self._depth = 0 if byte == b"\n" else self._depth - 1
                if self._depth <= 0:
                    end = self._read
                    self._restart(end)
                    return end

    def _keep(self, message: bytes) -> None:
        try:
            self._ready.append(json.loads(message))
        except (ValueError, RecursionError) as error:
            shown = message[:80].decode("utf-8", "backslashreplace")
            self._ready.append(
                MalformedResponseError(f"what came is no JSON ({error}): {shown!r}", {"bytes": len(message)})
            )
