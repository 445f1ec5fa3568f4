"""The items of one call: whoever goes through them tells how far it is, and stops when the caller has given up."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from scenewire.errors import CancelledError

if TYPE_CHECKING:
    from scenewire.adapters.contract import Job

#: What takes less is not worth a word; a look at the clock costs a tenth of a microsecond.
PACE = 0.1


class Items(list[Any]):
    """As they came. Operations go through them once to look and once to do: only what takes its time is told."""

    def __init__(self, items: Iterable[Any], job: Job) -> None:
        super().__init__(items)
        self._job = job

    def __iter__(self) -> Iterator[Any]:
        told = time.monotonic()
        for index, item in enumerate(super().__iter__()):
            if self._job.cancelled():
                raise CancelledError(f"cancelled after {index} of {len(self)} items")
            now = time.monotonic()
            if index and now - told >= PACE:
                told = now
                self._job.progress(index / len(self), f"{index} of {len(self)}")
            yield item
