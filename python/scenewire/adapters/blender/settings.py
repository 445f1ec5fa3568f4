"""Settings changed for one picture and put back, whatever happens."""

from __future__ import annotations

from types import TracebackType
from typing import Any


class Borrowed:
    """Sets attributes and remembers what they were; leaving it puts them back, last first.

    What was read back after leaving is what was there before: no undo step is made of it.
    """

    def __init__(self) -> None:
        self._before: list[tuple[Any, str, Any]] = []

    def set(self, owner: Any, attribute: str, value: Any) -> None:
        """Sets an attribute that exists in this version; others are passed over."""
        if not hasattr(owner, attribute):
            return
        before = getattr(owner, attribute)
        if before == value:
            return
        setattr(owner, attribute, value)
        self._before.append((owner, attribute, before))

    def __enter__(self) -> Borrowed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for owner, attribute, value in reversed(self._before):
            setattr(owner, attribute, value)
