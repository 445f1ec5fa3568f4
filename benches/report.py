"""The page that a benchmark run leaves behind."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One figure, what it stands beside, and what was asked for."""

    what: str
    figure: str
    beside: str
    asked: str


HEAD = """# Benchmarks

Written by `make bench`; do not edit. Machine: {machine}, shared and noisy, so trust medians and ratios.
Measured: {versions}.

| what | figure | beside it, in the same run | asked for |
|---|---|---|---|
"""


def write(path: Path, machine: str, versions: str, rows: list[Row]) -> None:
    """Prints the table and writes the page."""
    text = HEAD.format(machine=machine, versions=versions)
    text += "".join("| " + " | ".join(row) + " |\n" for row in rows)
    path.write_text(text, encoding="utf-8")
    print(text)


def us(figure: dict[str, float]) -> str:
    """`p50 / p99` in microseconds."""
    return f"p50 {figure['p50_us']:.0f} µs, p99 {figure['p99_us']:.0f} µs"
