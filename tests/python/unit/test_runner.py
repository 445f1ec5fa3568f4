"""The runner of suites: which run beside which, and what its closing lines say."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import run
from setup.cache import Missing
from suites import Command, Suite

WAIT = "import pathlib, time\nwhile not pathlib.Path({path!r}).exists(): time.sleep(0.01)\n"


def suite(name: str, code: str, **more: Any) -> Suite:
    return Suite(name, lambda: Command([sys.executable, "-c", code]), 20, **more)


def test_a_suite_beside_others_runs_until_the_one_it_names(tmp_path: Path, capsys: Any) -> None:
    begun, ended = tmp_path / "begun", tmp_path / "ended"
    # Neither can end without the other; the one between is over by then.
    beside = f"open({str(begun)!r}, 'w')\n{WAIT.format(path=str(ended))}print('said beside')"
    last = f"{WAIT.format(path=str(begun))}open({str(ended)!r}, 'w')\nprint('said last')"
    chosen = [suite("a", beside, beside="c"), suite("b", ""), suite("c", last), suite("d", "")]
    assert run.run_all(chosen) == 0
    told = capsys.readouterr().out
    assert re.findall(r"^  (\w)  +ok", told, re.MULTILINE) == ["b", "c", "a", "d"]
    assert told.index("said last") < told.index("said beside") < told.index("== d")


def test_what_is_missing_fails_only_where_it_is_required(capsys: Any) -> None:
    def missing() -> Command:
        raise Missing("no such Blender")

    assert run.run_all([Suite("a", missing, 1, required=False), suite("b", "")]) == 0
    assert "1 passed, 0 failed, 1 skipped" in capsys.readouterr().out
    # Also when it runs beside another, and nobody waits for it by name.
    assert run.run_all([Suite("a", missing, 1, beside="gone"), suite("b", "")]) == 1
    assert "a: no such Blender" in capsys.readouterr().out
