"""The network cable between an artist's machine and a gateway, to be pulled and put back."""

from __future__ import annotations

import contextlib
import socket
import threading


class Cable:
    """Carries bytes from a port of its own to another one, while it is plugged in."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.ends: list[socket.socket] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self._serve()

    def pull(self) -> None:
        """Everything on it breaks off, and nothing gets through."""
        for end in (self.listener, *self.ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.ends.clear()

    def plug_in(self) -> None:
        """It carries again, on the same port."""
        self.listener = socket.create_server(("127.0.0.1", self.port))
        self._serve()

    def _serve(self) -> None:
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", self.to))
                self.ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while got := one.recv(65536):
                other.sendall(got)
        with contextlib.suppress(OSError):
            other.shutdown(socket.SHUT_RDWR)
