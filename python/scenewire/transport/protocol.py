"""What every transport does, and the one shape of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

#: ``{"status": "success", "result": ...}`` or ``{"status": "error", "message": str, ...}``.
Response = dict[str, Any]


@runtime_checkable
class Transport(Protocol):
    """A way to one host or server, for one thread at a time."""

    def connect(self) -> bool:
        """Whether it is connected now; does nothing when it was. A reason to the contrary is logged."""

    def disconnect(self) -> None:
        """Ends the connection; does nothing without one."""

    def send_command(self, command_type: str, params: Mapping[str, Any] | None = None) -> Response:
        """Sends ``{type, params}``, connecting first where needed, and gives the answer as ``{status, ...}``.

        A command that failed is an answer with ``status`` ``"error"``. Raises ``NotConnectedError``,
        ``ResponseTimeoutError``, ``ConnectionLostError`` and ``MalformedResponseError``.
        """

    def receive_full_response(self, buffer_size: int = 8192, timeout: float = 15.0) -> Any:
        """The next message of the peer, whole, as it came; ``timeout`` in seconds is for all of it."""


def normalised(message: Any) -> Response:
    """A message as ``{status, ...}``: one that says its status is kept as it is, anything else is a success."""
    if isinstance(message, dict) and isinstance(message.get("status"), str):
        return message
    if isinstance(message, dict) and message.keys() == {"error"}:
        return {"status": "error", "message": str(message["error"])}
    return {"status": "success", "result": message}
