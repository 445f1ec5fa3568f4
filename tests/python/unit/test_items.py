"""Whoever goes through the items of a call tells how far it is, and stops for a caller who has given up."""

from __future__ import annotations

from typing import Any

import pytest
from scenewire.adapters import items as module
from scenewire.adapters.items import Items
from scenewire.errors import CancelledError


class Job:
    """Notes what it is told; given up after so many questions."""

    def __init__(self, patience: int = 10**9) -> None:
        self.told: list[tuple[float | None, str]] = []
        self.patience = patience

    def progress(self, fraction: float | None, message: str) -> None:
        self.told.append((fraction, message))

    def cancelled(self) -> bool:
        self.patience -= 1
        return self.patience < 0


class Clock:
    """Time that passes when it is told to."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


def test_only_what_takes_its_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    job: Any = Job()
    items = Items(range(1000), job)
    assert list(items) == list(range(1000))
    assert job.told == []
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    for item in Items(range(4), job):
        assert item in items
        clock.now += 2 * module.PACE
    assert job.told == [(0.25, "1 of 4"), (0.5, "2 of 4"), (0.75, "3 of 4")]


def test_it_is_a_list_and_stops_for_nobody() -> None:
    job: Any = Job(patience=3)
    items = Items("abcde", job)
    assert (len(items), items[-1], items[1:3], isinstance(items, list)) == (5, "e", ["b", "c"], True)
    seen: list[str] = []
    with pytest.raises(CancelledError, match="cancelled after 3 of 5 items"):
        seen.extend(item for item in items)
