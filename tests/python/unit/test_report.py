"""The runner counts what cargo and pytest say, and never calls a failed run green."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import report

CARGO = """
test calls::measures_round_trips ... ignored, a measurement
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s
test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.20s
"""
PYTEST = """
SKIPPED [2] tests/python/e2e/test_x.py:7: Node 22 could not be installed
============ 1 failed, 41 passed, 2 skipped, 1 warning, 3 errors in 9.99s ============
"""


def counts(code: int, output: str) -> tuple[int, int, int]:
    outcome = report.read("suite", code, output)
    return outcome.passed, outcome.failed, outcome.skipped


def test_counts_of_each_runner() -> None:
    assert counts(101, CARGO) == (15, 2, 1)
    assert counts(1, PYTEST) == (41, 4, 2)
    assert counts(0, "\x1b[32m5 passed\x1b[0m in 0.1s\n") == (5, 0, 0)
    assert counts(0, "5 passed in 100.12s (0:01:40)\n") == (5, 0, 0)


def test_a_tool_without_counts_is_one_test() -> None:
    assert counts(0, "All checks passed!\n") == (1, 0, 0)
    assert counts(1, "boom\n") == (0, 1, 0)


def test_an_exit_code_is_a_failure_whatever_was_counted() -> None:
    assert counts(3, "5 passed in 1.0s\n") == (5, 1, 0)


def test_the_closing_line_sums_and_reasons_are_told() -> None:
    outcomes = [report.read("a", 0, "5 passed in 1.0s"), report.read("b", 1, PYTEST)]
    text = report.closing(outcomes, 12)
    assert text.splitlines()[-1] == "46 passed, 4 failed, 2 skipped"
    assert "Node 22 could not be installed" in text
    assert report.read("a", 0, CARGO).notes == ["calls::measures_round_trips: a measurement"]
