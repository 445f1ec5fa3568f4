"""Why a transport gave no answer. Each is a ``SceneWireError`` and the built-in error that such code catches."""

from __future__ import annotations

from scenewire.errors import HandlerError, OutcomeUnknownError, ProtocolError, TimedOutError, TooLargeError
from scenewire.errors import UnreachableError as _Unreachable


class NotConnectedError(_Unreachable, ConnectionError):
    """There is no connection, and none could be made; nothing was sent."""


class ConnectionLostError(OutcomeUnknownError, ConnectionError):
    """The connection ended before the whole answer had come; whether the command ran cannot be known."""


class ResponseTimeoutError(TimedOutError, TimeoutError):
    """No whole answer came in time; the details say how many bytes of one did."""


class MalformedResponseError(ProtocolError, ValueError):
    """What came is no JSON; the next answer can still be read."""


class ResponseTooLargeError(TooLargeError, ValueError):
    """An answer is longer than the reassembler was told to keep."""


class ServerProcessError(HandlerError, RuntimeError):
    """A child process did not start, or ended before it was ready; its last words are in the message."""
