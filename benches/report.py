"""The page that a benchmark run leaves behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple


class Row(NamedTuple):
    """One figure, what it stands beside, and what was asked for."""

    what: str
    figure: str
    beside: str
    asked: str


HEAD = """# Benchmarks

Written by `make bench`; do not edit. Machine: {machine}, shared and noisy, so trust medians and ratios.
Measured: {versions}.
The host is the wheel's, which is built for size; the client of the link's rows, the MCP server and the gateway are the
native binary, which is built for speed.
Rows with "no core asleep" are the same, floor and all, in the same run, while Linux is asked to let no core sleep
(`benches/awake.py`): waking one can take longer than the call itself.

| what | figure | beside it, in the same run | asked for |
|---|---|---|---|
"""


def shown(rows: list[Row]) -> list[Row]:
    """Prints what was measured, so that it is not lost when what is measured next fails."""
    print("".join(map(_line, rows)), end="", flush=True)
    return rows


def write(path: Path, machine: str, versions: str, rows: list[Row]) -> None:
    """Writes the page."""
    text = HEAD.format(machine=machine, versions=versions)
    path.write_text(text + "".join(map(_line, rows)), encoding="utf-8")


def _line(row: Row) -> str:
    return "| " + " | ".join(row) + " |\n"


def us(figure: dict[str, Any]) -> str:
    """Microseconds: the median, how far those of single rounds were apart where rounds were told, and p99."""
    rounds = figure.get("rounds_us")
    span = f" (rounds: {rounds[0]:.0f} to {rounds[1]:.0f})" if rounds else ""
    return f"p50 {figure['p50_us']:.0f} µs{span}, p99 {figure['p99_us']:.0f} µs"
