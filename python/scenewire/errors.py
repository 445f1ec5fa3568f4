# Generated from src/catalogue and src/wire/error.rs by `UPDATE=1 cargo test --lib catalogue`: do not edit.
"""The errors of scenewire: one class per code of the one table of error codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Any


class SceneWireError(Exception):
    """What went wrong, in the same shape everywhere: Python, MCP, the command line and HTTP.

    Raise a subclass; catch this one. ``error_code`` never changes its spelling, ``details`` holds facts by
    name (``path``, ``expected``, ``got``, ``line``, ``traceback``), ``suggestions`` what to do instead, best
    first, ``timestamp`` when it happened (RFC 3339, UTC).
    """

    error_code: str = "internal"

    def __init__(
        self,
        message: str = "",
        details: Mapping[str, Any] | None = None,
        suggestions: Sequence[str] = (),
        timestamp: str | None = None,
    ) -> None:
        super().__init__(message)
        self.error_message = message
        self.details: dict[str, Any] = dict(details or {})
        self.suggestions: list[str] = list(suggestions)
        self.timestamp = timestamp or _now()

    def __str__(self) -> str:
        return self.error_message

    def __reduce__(self) -> tuple[Any, ...]:
        return from_dict, (self.to_dict(),)

    def to_dict(self) -> dict[str, Any]:
        """As every edge shows it."""
        return {
            "error_code": self.error_code,
            "error_message": self.error_message,
            "details": self.details,
            "suggestions": self.suggestions,
            "timestamp": self.timestamp,
        }

    @classmethod
    def from_dict(cls, error: Mapping[str, Any]) -> SceneWireError:
        """The exception for an error object; a code of a newer version gives a plain ``SceneWireError``."""
        code = str(error.get("error_code", cls.error_code))
        made = BY_CODE.get(code, SceneWireError)(
            str(error.get("error_message", "")),
            error.get("details"),
            error.get("suggestions") or (),
            error.get("timestamp"),
        )
        made.error_code = code
        return made


def from_dict(error: Mapping[str, Any]) -> SceneWireError:
    """The exception for an error object."""
    return SceneWireError.from_dict(error)


def _now() -> str:
    now = datetime.now(timezone.utc)
    return f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03d}Z"


class InvalidParamsError(SceneWireError):
    """An argument is missing, unknown, of the wrong type or out of range; nothing ran."""

    error_code = "invalid_params"


class UnknownOperationError(SceneWireError):
    """No operation has this name."""

    error_code = "unknown_operation"


class NotSupportedError(SceneWireError):
    """This host cannot do it; the message says why and what comes nearest."""

    error_code = "not_supported"


class NotFoundError(SceneWireError):
    """No object has this id or name; the suggestions list the nearest names."""

    error_code = "not_found"


class AmbiguousNameError(SceneWireError):
    """More than one object has this name; the details list the candidates with their ids."""

    error_code = "ambiguous_name"


class StaleIdError(SceneWireError):
    """The id is from an earlier state of the scene; read it again."""

    error_code = "stale_id"


class ConflictError(SceneWireError):
    """Somebody else changed the scene since the revision that was given."""

    error_code = "conflict"


class SingletonError(SceneWireError):
    """There is exactly one of these in a scene; it can be updated, not created or deleted."""

    error_code = "singleton"


class SceneWireSyntaxError(SceneWireError):
    """The code does not parse; the details give line and column."""

    error_code = "syntax_error"


class PythonError(SceneWireError):
    """The code raised; the details give the traceback of the user's code."""

    error_code = "python_error"


class HandlerError(SceneWireError):
    """The host's API refused or failed."""

    error_code = "handler_error"


class ExternalServiceError(SceneWireError):
    """A service outside the host failed."""

    error_code = "external_service_error"


class SceneWireFileNotFoundError(SceneWireError):
    """No such file."""

    error_code = "file_not_found"


class PermissionDeniedError(SceneWireError):
    """The owner of the host, or the key, does not allow it."""

    error_code = "permission_denied"


class ApprovalRequiredError(SceneWireError):
    """The owner of the host wants the client's user asked before; nothing ran. The details say why and what
    it is about.
    """

    error_code = "approval_required"


class TimedOutError(SceneWireError):
    """The deadline passed; what ran was stopped and rolled back."""

    error_code = "timed_out"


class TimedOutStillRunningError(SceneWireError):
    """The deadline passed inside code that cannot be stopped; the host is busy until it returns."""

    error_code = "timed_out_still_running"


class CancelledError(SceneWireError):
    """The caller cancelled; what ran was rolled back."""

    error_code = "cancelled"


class OutOfMemoryError(SceneWireError):
    """The host ran out of memory."""

    error_code = "out_of_memory"


class WouldDeadlockError(SceneWireError):
    """A call from the host's own main thread that would wait for that thread."""

    error_code = "would_deadlock"


class BusyError(SceneWireError):
    """The queue of the host is full; try again."""

    error_code = "busy"


class HostNotRunningError(SceneWireError):
    """No host is there; start one."""

    error_code = "host_not_running"


class InstanceNotFoundError(SceneWireError):
    """No instance has this id or name."""

    error_code = "instance_not_found"


class InstanceRequiredError(SceneWireError):
    """Several instances are there; say which."""

    error_code = "instance_required"


class UnreachableError(SceneWireError):
    """The host or gateway did not answer."""

    error_code = "unreachable"


class OutcomeUnknownError(SceneWireError):
    """The connection ended during the call; whether it ran cannot be known."""

    error_code = "outcome_unknown"


class KeyReusedError(SceneWireError):
    """The same idempotency key came with another body."""

    error_code = "key_reused"


class ResultExpiredError(SceneWireError):
    """The call ran, but its result is no longer kept."""

    error_code = "result_expired"


class TooLargeError(SceneWireError):
    """A message or attachment is over its limit."""

    error_code = "too_large"


class ProtocolError(SceneWireError):
    """The peer sent what the protocol does not allow."""

    error_code = "protocol"


class UnauthorizedError(SceneWireError):
    """The token or key is missing or wrong."""

    error_code = "unauthorized"


class InstanceRestartedError(SceneWireError):
    """The host was restarted since the call was made for it; nothing ran."""

    error_code = "instance_restarted"


class RateLimitedError(SceneWireError):
    """Too many calls in a short time, or too many at once; try again when the details say."""

    error_code = "rate_limited"


class AuditUnavailableError(SceneWireError):
    """The record of calls cannot be written, so nothing that changes a scene may run."""

    error_code = "audit_unavailable"


class IncompatibleVersionError(SceneWireError):
    """The two sides have no protocol version in common; upgrade the older one."""

    error_code = "incompatible_version"


class InternalError(SceneWireError):
    """A defect in scenewire; please report it."""

    error_code = "internal"


BY_CODE: dict[str, type[SceneWireError]] = {
    "invalid_params": InvalidParamsError,
    "unknown_operation": UnknownOperationError,
    "not_supported": NotSupportedError,
    "not_found": NotFoundError,
    "ambiguous_name": AmbiguousNameError,
    "stale_id": StaleIdError,
    "conflict": ConflictError,
    "singleton": SingletonError,
    "syntax_error": SceneWireSyntaxError,
    "python_error": PythonError,
    "handler_error": HandlerError,
    "external_service_error": ExternalServiceError,
    "file_not_found": SceneWireFileNotFoundError,
    "permission_denied": PermissionDeniedError,
    "approval_required": ApprovalRequiredError,
    "timed_out": TimedOutError,
    "timed_out_still_running": TimedOutStillRunningError,
    "cancelled": CancelledError,
    "out_of_memory": OutOfMemoryError,
    "would_deadlock": WouldDeadlockError,
    "busy": BusyError,
    "host_not_running": HostNotRunningError,
    "instance_not_found": InstanceNotFoundError,
    "instance_required": InstanceRequiredError,
    "unreachable": UnreachableError,
    "outcome_unknown": OutcomeUnknownError,
    "key_reused": KeyReusedError,
    "result_expired": ResultExpiredError,
    "too_large": TooLargeError,
    "protocol": ProtocolError,
    "unauthorized": UnauthorizedError,
    "instance_restarted": InstanceRestartedError,
    "rate_limited": RateLimitedError,
    "audit_unavailable": AuditUnavailableError,
    "incompatible_version": IncompatibleVersionError,
    "internal": InternalError,
}

__all__ = [
    "BY_CODE",
    "AmbiguousNameError",
    "ApprovalRequiredError",
    "AuditUnavailableError",
    "BusyError",
    "CancelledError",
    "ConflictError",
    "ExternalServiceError",
    "HandlerError",
    "HostNotRunningError",
    "IncompatibleVersionError",
    "InstanceNotFoundError",
    "InstanceRequiredError",
    "InstanceRestartedError",
    "InternalError",
    "InvalidParamsError",
    "KeyReusedError",
    "NotFoundError",
    "NotSupportedError",
    "OutOfMemoryError",
    "OutcomeUnknownError",
    "PermissionDeniedError",
    "ProtocolError",
    "PythonError",
    "RateLimitedError",
    "ResultExpiredError",
    "SceneWireError",
    "SceneWireFileNotFoundError",
    "SceneWireSyntaxError",
    "SingletonError",
    "StaleIdError",
    "TimedOutError",
    "TimedOutStillRunningError",
    "TooLargeError",
    "UnauthorizedError",
    "UnknownOperationError",
    "UnreachableError",
    "WouldDeadlockError",
    "from_dict",
]
