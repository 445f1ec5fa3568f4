"""One whole answer out of a socket, within a time."""

from __future__ import annotations

import socket
import time
from typing import Any

from scenewire.transport.errors import ConnectionLostError, ResponseTimeoutError
from scenewire.transport.reassembly import ChunkedJSONReassembler


class ResponseReceiver:
    """Reads answers of one connection in their order; what was glued to one is kept for the next."""

    def __init__(self, reassembler: ChunkedJSONReassembler | None = None) -> None:
        self.reassembler = reassembler or ChunkedJSONReassembler()

    def receive_full_response(self, sock: socket.socket, buffer_size: int = 8192, timeout: float | None = 15.0) -> Any:
        """The next message. ``timeout`` in seconds is for all of it, however many pieces it comes in; None waits.

        Raises ``ResponseTimeoutError``, ``ConnectionLostError`` and ``MalformedResponseError``. The socket has the
        time-out that it had.
        """
        before = sock.gettimeout()
        until = None if timeout is None else time.monotonic() + timeout
        try:
            while True:
                whole, message = self.reassembler.pop_message()
                if whole:
                    return message
                self.reassembler.feed(self._more(sock, buffer_size, timeout, until))
        finally:
            sock.settimeout(before)

    def _more(self, sock: socket.socket, buffer_size: int, timeout: float | None, until: float | None) -> bytes:
        left = None if until is None else until - time.monotonic()
        facts = {"bytes": self.reassembler.pending, "timeout": timeout}
        if left is not None and left <= 0:
            raise ResponseTimeoutError(self._late(timeout), facts)
        sock.settimeout(left)
        try:
            chunk = sock.recv(buffer_size)
        except (socket.timeout, BlockingIOError):
            raise ResponseTimeoutError(self._late(timeout), facts) from None
        except OSError as error:
            raise ConnectionLostError(f"the connection broke before the answer was whole: {error}", facts) from error
        if not chunk:
            raise ConnectionLostError(f"the peer closed the connection; {self._came()}", facts)
        return chunk

    def _late(self, timeout: float | None) -> str:
        return f"no whole answer in {timeout} s; {self._came()}"

    def _came(self) -> str:
        pending = self.reassembler.pending
        return f"{pending} bytes of one had come" if pending else "nothing of one had come"
