"""What a new adapter begins with: every operation is there, and says that it is not written yet."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast

from scenewire.adapters.contract import Job, Json
from scenewire.errors import NotSupportedError, UnknownOperationError

Method = TypeVar("Method", bound=Callable[..., Any])

#: The attribute by which a method is known that is not written.
_MARK = "_scenewire_not_written"


def not_written(method: Method) -> Method:
    """Marks a method that is not written yet: it answers ``not_supported``, and the instance tells so beforehand."""

    @functools.wraps(method)
    def refuse(*_arguments: Any, **_named: Any) -> Any:
        raise NotSupportedError(_reason(method.__name__), {"operation": method.__name__})

    setattr(refuse, _MARK, True)
    return cast(Method, refuse)


class Skeleton:
    """Finds the method of an operation by its name."""

    def perform(self, operation: str, arguments: Json, job: Job) -> Json:
        """Does one operation."""
        method = None if operation.startswith("_") else getattr(self, operation, None)
        if method is None:
            raise UnknownOperationError(f"this host has no operation `{operation}`", {"operation": operation})
        return cast(Json, method(**arguments, job=job))

    def not_supported(self) -> dict[str, str]:
        """The operations that are not written, with the reason."""
        marked = (name for name in dir(type(self)) if getattr(getattr(type(self), name), _MARK, False))
        return {name: _reason(name) for name in marked}


def _reason(name: str) -> str:
    return f"`{name}` is not written for this host yet"
