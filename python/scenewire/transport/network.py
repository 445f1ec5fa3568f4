"""The orchestrator before a transport."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenewire.transport.protocol import Response, Transport
from scenewire.transport.raw import SocketFactory
from scenewire.transport.select import select_transport


class NetworkCore:
    """Delegates everything to the transport that ``select_transport`` chose, or to the one given."""

    def __init__(
        self,
        host: str = "localhost",
        port: int = 9876,
        *,
        socket_factory: SocketFactory | None = None,
        transport: Transport | None = None,
    ) -> None:
        self.host, self.port = host, port
        self.transport: Transport = transport or select_transport(host, port, socket_factory)

    def connect(self) -> bool:
        """See ``Transport``."""
        return self.transport.connect()

    def disconnect(self) -> None:
        """See ``Transport``."""
        self.transport.disconnect()

    def send_command(self, command_type: str, params: Mapping[str, Any] | None = None) -> Response:
        """See ``Transport``."""
        return self.transport.send_command(command_type, params)

    def receive_full_response(self, buffer_size: int = 8192, timeout: float = 15.0) -> Any:
        """See ``Transport``."""
        return self.transport.receive_full_response(buffer_size, timeout)

    def __enter__(self) -> NetworkCore:
        return self

    def __exit__(self, *_: object) -> None:
        self.disconnect()
