"""The native protocol: typed operations, arrays as bytes, answers that survive a lost connection."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from scenewire.errors import (
    HostNotRunningError,
    InstanceNotFoundError,
    InstanceRequiredError,
    SceneWireError,
    UnauthorizedError,
    UnreachableError,
)
from scenewire.transport.errors import NotConnectedError, ResponseTimeoutError
from scenewire.transport.protocol import Response

if TYPE_CHECKING:
    from scenewire.client import Client

log = logging.getLogger("scenewire.transport")

#: The port that nobody chose: where clients of other add-ons look. It means the one host of this machine.
DEFAULT_PORT = 9876
_LOOPBACK = ("localhost", "127.0.0.1", "::1", "")
#: The way failed, and not the command.
_WAY = (UnreachableError, HostNotRunningError, InstanceNotFoundError, InstanceRequiredError, UnauthorizedError)


class CoreTransport:
    """A host of this machine by its port, or the gateway ``https://host:port`` with ``SCENEWIRE_KEY``.

    Port 9876 is taken for "the host of this machine": the one that listens there, else ``SCENEWIRE_INSTANCE``, else the
    only one. ``timeout`` in seconds is that of each command; None takes the operation's own. Commands are operations of
    the catalogue; results may hold NumPy arrays and ``bytes``.
    """

    def __init__(self, host: str = "localhost", port: int = DEFAULT_PORT, *, timeout: float | None = None) -> None:
        self.host, self.port, self.timeout = host, port, timeout
        self._client: Client | None = None
        #: Why the last attempt to connect failed.
        self.reason = ""

    def connect(self) -> bool:
        """See ``Transport``."""
        if self._client is not None:
            return True
        try:
            client = self._dial()
            client.call("get_status", timeout=5.0)
        except SceneWireError as error:
            self.reason = str(error)
            log.info("%s:%s cannot be reached: %s", self.host, self.port, self.reason)
            return False
        self._client = client
        return True

    def _dial(self) -> Client:
        from scenewire import _native
        from scenewire.client import Client

        if self.host not in _LOOPBACK:
            return Client(gateway=f"https://{self.host}:{self.port}", timeout=self.timeout)
        instance = _native.instance_at(self.port)
        if instance is None and self.port != DEFAULT_PORT:
            raise HostNotRunningError(
                f"no scenewire host listens on port {self.port}; a server of JSON lines needs a RawSocketTransport"
            )
        return Client(instance, timeout=self.timeout)

    def disconnect(self) -> None:
        """See ``Transport``."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def send_command(self, command_type: str, params: Mapping[str, Any] | None = None) -> Response:
        """See ``Transport``. A connection that was lost is made again, and the command runs at most once."""
        if not self.connect() or self._client is None:
            raise NotConnectedError(
                f"{self.host}:{self.port} cannot be reached: {self.reason}", {"host": self.host, "port": self.port}
            )
        try:
            return {"status": "success", "result": self._client.call(command_type, params).value}
        except _WAY as error:
            self.disconnect()
            raise NotConnectedError(str(error), error.details, error.suggestions) from error
        except SceneWireError as error:
            return {
                "status": "error",
                "message": error.error_message,
                "error_code": error.error_code,
                "details": error.details,
                "suggestions": error.suggestions,
            }

    def receive_full_response(self, buffer_size: int = 8192, timeout: float = 15.0) -> Any:
        """Raises ``ResponseTimeoutError`` at once: every answer of this protocol belongs to the command that asked."""
        raise ResponseTimeoutError("every answer was given to its command; nothing else can come", {"bytes": 0})
