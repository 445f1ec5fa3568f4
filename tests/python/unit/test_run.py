"""How `make` runs a suite."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import run
from suites import Command

# Without this a shell that ignores the signal would have it ignored here too.
HEARS = "import signal, time; signal.signal(signal.SIGINT, signal.default_int_handler); print('begun', flush=True)\n"


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("try: time.sleep(60)\nexcept KeyboardInterrupt: print('what it found')", "begun\nwhat it found\n"),
        ("signal.signal(signal.SIGINT, signal.SIG_IGN); time.sleep(60)", "begun\n"),
    ],
)
def test_a_suite_beyond_its_limit_tells_what_it_found_or_is_ended(
    does: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "LAST_WORDS", 2)
    code, output, cpu = run.stream(Command([sys.executable, "-c", HEARS + does]), 2, lambda _line: None)
    assert (code, output) == (run.TIMED_OUT, said)
    assert cpu > 0
