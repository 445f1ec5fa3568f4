"""Prints the coverage table after a run; with UPDATE=1 writes `docs/coverage.md`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from .record import RECORD, page, table

PAGE = Path(__file__).parents[3] / "docs" / "coverage.md"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The table of what was found in this run."""
    if RECORD:
        terminalreporter.section("coverage")
        terminalreporter.write_line(table())
        if os.environ.get("UPDATE"):
            PAGE.write_text(page())
