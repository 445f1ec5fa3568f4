"""What a suite printed, turned into counts, and the closing summary that `make` and CI end with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

CARGO = re.compile(r"^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored", re.MULTILINE)
PYTEST = re.compile(r"^=* ?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s", re.MULTILINE)
IGNORED = re.compile(r"^test (\S+) \.\.\. ignored(?:, (.*))?$", re.MULTILINE)
SKIPPED = re.compile(r"^SKIPPED \[(\d+)\] (.*)$", re.MULTILINE)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Outcome:
    """One suite: how it went and what it did not do."""

    name: str
    seconds: float = 0.0
    cpu: float = 0.0
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    notes: list[str] = field(default_factory=list)

    def line(self) -> str:
        """One row of the summary."""
        word = "FAILED" if self.failed else ("not run" if not self.passed else "ok")
        counts = f"{self.passed:5d} passed {self.failed:4d} failed {self.skipped:4d} skipped"
        return f"  {self.name:<28} {word:<8} {counts} {self.seconds:8.1f} s {self.cpu:8.1f} s of CPU"


def read(name: str, code: int, output: str) -> Outcome:
    """Counts of cargo's and pytest's closing lines; another tool counts as one test. Any exit code
    but 0 is a failure.
    """
    text = COLOUR.sub("", output)
    outcome = Outcome(name)
    for passed, failed, ignored in CARGO.findall(text):
        outcome.passed += int(passed)
        outcome.failed += int(failed)
        outcome.skipped += int(ignored)
    for closing in PYTEST.findall(text):
        add_pytest(outcome, closing)
    outcome.notes += [f"{test}: {reason or 'ignored'}" for test, reason in IGNORED.findall(text)]
    outcome.notes += [f"{times} x {reason}" for times, reason in SKIPPED.findall(text)]
    if code != 0:
        outcome.failed = max(outcome.failed, 1)
        outcome.notes.append(f"exit code {code}")
    elif outcome.passed + outcome.failed + outcome.skipped == 0:
        outcome.passed = 1
    return outcome


def add_pytest(outcome: Outcome, closing: str) -> None:
    """Adds `3 passed, 1 skipped, 2 errors`."""
    for number, word in re.findall(r"(\d+) ([a-z]+)", closing):
        if word in {"passed", "xpassed"}:
            outcome.passed += int(number)
        elif word in {"failed", "error", "errors"}:
            outcome.failed += int(number)
        elif word in {"skipped", "xfailed"}:
            outcome.skipped += int(number)


def closing(outcomes: Iterable[Outcome], seconds: float) -> str:
    """Time per suite, what could not run and why, and the plain line that CI reads."""
    done = list(outcomes)
    lines = ["", "Summary", *(o.line() for o in done)]
    notes = [f"  {o.name}: {note}" for o in done for note in o.notes]
    if notes:
        lines += ["", "Not run, and why", *notes]
    lines += ["", f"{seconds:.0f} s in all, {sum(o.cpu for o in done):.0f} s of CPU"]
    totals = [sum(getattr(o, key) for o in done) for key in ("passed", "failed", "skipped")]
    lines.append("{} passed, {} failed, {} skipped".format(*totals))
    return "\n".join(lines)
