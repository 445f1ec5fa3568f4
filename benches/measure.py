"""Samples, medians, and the rows of the report."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass
class Row:
    """One line of the report: a figure, its floor in the same run, and what was aimed at."""

    what: str
    figure: str
    floor: str
    aim: str
    met: bool


def sample(work: Callable[[], object], times: int, warm_up: int = 0) -> list[float]:
    """Seconds of each run, after some that do not count."""
    for _ in range(warm_up):
        work()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return taken


def p50(taken: Sequence[float]) -> float:
    return statistics.median(taken)


def p99(taken: Sequence[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.99))]


def span(taken: Sequence[float]) -> str:
    """`41 / 95 µs`: median and 99th percentile in a unit that reads well."""
    unit, factor = ("µs", 1e6) if p50(taken) < 1e-3 else ("ms", 1e3)
    if len(taken) < 20:
        return f"{p50(taken) * factor:.3g} {unit} (median of {len(taken)})"
    return f"{p50(taken) * factor:.3g} / {p99(taken) * factor:.3g} {unit}"
