"""JSON lines over TCP: what any server of blender-mcp's kind understands, and a host's drop-in port."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable, Mapping
from typing import Any

from scenewire.errors import InvalidParamsError
from scenewire.transport.errors import ConnectionLostError, NotConnectedError, ResponseTimeoutError
from scenewire.transport.protocol import Response, normalised
from scenewire.transport.receiver import ResponseReceiver

log = logging.getLogger("scenewire.transport")

#: Makes a socket that is not connected yet.
SocketFactory = Callable[[], socket.socket]


class RawSocketTransport:
    """One TCP connection; commands ``{"type", "params"}`` a line, answers in the same order.

    ``timeout`` is how long a command may take and ``connect_timeout`` how long connecting may, in seconds. After a
    time-out the connection is closed, so that a late answer is never taken for that of the next command.
    """

    def __init__(
        self,
        host: str = "localhost",
        port: int = 9876,
        socket_factory: SocketFactory | None = None,
        *,
        timeout: float = 15.0,
        connect_timeout: float = 5.0,
    ) -> None:
        self.host, self.port = host, port
        self.timeout, self.connect_timeout = timeout, connect_timeout
        self._factory = socket_factory
        self._receiver = ResponseReceiver()
        self.sock: socket.socket | None = None
        #: Why the last attempt to connect failed.
        self.reason = ""

    def connect(self) -> bool:
        """See ``Transport``."""
        if self.sock is not None:
            return True
        try:
            self.sock = self._dial()
        except OSError as error:
            self.reason = str(error) or type(error).__name__
            log.info("%s:%s cannot be reached: %s", self.host, self.port, self.reason)
            return False
        self._receiver = ResponseReceiver()
        return True

    def _dial(self) -> socket.socket:
        if self._factory is None:
            return socket.create_connection((self.host, self.port), self.connect_timeout)
        sock = self._factory()
        try:
            sock.settimeout(self.connect_timeout)
            sock.connect((self.host, self.port))
        except BaseException:
            sock.close()
            raise
        return sock

    def disconnect(self) -> None:
        """See ``Transport``."""
        sock, self.sock = self.sock, None
        if sock is not None:
            sock.close()

    def send_command(self, command_type: str, params: Mapping[str, Any] | None = None) -> Response:
        """See ``Transport``. Raises ``InvalidParamsError`` for what JSON cannot say."""
        try:
            line = json.dumps({"type": command_type, "params": dict(params or {})}, allow_nan=False) + "\n"
        except (TypeError, ValueError) as error:
            raise InvalidParamsError(f"the arguments of `{command_type}` have no JSON form: {error}") from None
        sock = self._connected()
        try:
            sock.settimeout(self.timeout)
            sock.sendall(line.encode())
        except OSError as error:
            self.disconnect()
            raise ConnectionLostError(f"the connection broke while the command was sent: {error}") from error
        return normalised(self.receive_full_response(65536, self.timeout))

    def receive_full_response(self, buffer_size: int = 8192, timeout: float = 15.0) -> Any:
        """See ``Transport``."""
        sock = self.sock
        if sock is None:
            raise NotConnectedError("there is no connection to receive from", {}, ["call `connect()` first"])
        try:
            return self._receiver.receive_full_response(sock, buffer_size, timeout)
        except (ResponseTimeoutError, ConnectionLostError):
            self.disconnect()
            raise

    def _connected(self) -> socket.socket:
        if not self.connect() or self.sock is None:
            raise NotConnectedError(
                f"{self.host}:{self.port} cannot be reached: {self.reason}",
                {"host": self.host, "port": self.port},
                ["start the host with its drop-in port: `scenewire host --foreign-port 9876`"],
            )
        return self.sock
