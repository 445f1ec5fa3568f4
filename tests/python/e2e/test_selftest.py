"""`python -m scenewire.selftest` in an application: what it tells of one that does as it says, and of one that lies."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.apps("usd", "maya", "unreal")

#: Makes, changes, reads, and does what the host has no place for.
SOME = ("create_cameras", "update_nodes", "get_selection", "create_rig_controls", "create_turntable", "open_file")
#: The real command over an adapter that writes something else than it reads.
LIAR = """
import sys
from scenewire.selftest.__main__ import main
from scenewire import _start
made = _start.find_adapter(sys.argv[2]).create_adapter
def create_adapter():
    adapter = made()
    perform = adapter.perform
    def lies(operation, arguments, job):
        result = perform(operation, arguments, job)
        for item in result.get("items", ()) if operation == "create_cameras" else ():
            item["focal_length"] = 1.5
        return result
    adapter.perform = lies
    return adapter
_start.find_adapter(sys.argv[2]).create_adapter = create_adapter
sys.exit(main(sys.argv[1:]))
"""


def selftest(host: Any, folder: Path, *start: str) -> tuple[int, dict[str, Any]]:
    """Exit code and report."""
    python = Path(host.spec["argv"][0]).with_name("python")
    report = folder / "report.json"
    argv = [str(python), *start, "--app", host.app, "--output", str(report), *SOME]
    env = {**os.environ, **host.spec["env"], "SCENEWIRE_HOME": str(folder / "home")}
    ran = subprocess.run(argv, env=env, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    assert str(report) in ran.stdout, ran
    told: dict[str, Any] = json.loads(report.read_text())
    assert {one["operation"] for one in told["results"]} == set(SOME)
    return ran.returncode, told


def test_what_works_passes_and_what_cannot_is_told_why(host: Any, tmp_path: Path) -> None:
    code, told = selftest(host, tmp_path, "-m", "scenewire.selftest")
    outcomes = {one["operation"]: one for one in told["results"]}
    assert code == 0, told["results"]
    assert (told["app"], told["scenewire"]) == (host.app, __import__("scenewire").__version__)
    assert outcomes["create_cameras"]["outcome"] == outcomes["update_nodes"]["outcome"] == "passed"
    assert outcomes["create_turntable"]["outcome"] == "not_run"
    for name, reason in told["not_supported"].items():
        if name in outcomes:
            assert (outcomes[name]["outcome"], outcomes[name]["why"]) == ("not_supported", reason)


def test_what_is_read_otherwise_than_it_was_written_fails(host: Any, tmp_path: Path) -> None:
    code, told = selftest(host, tmp_path, "-c", LIAR)
    (cameras,) = [one for one in told["results"] if one["operation"] == "create_cameras"]
    assert (code, cameras["outcome"]) == (1, "failed")
    assert "is read as 1.5" in cameras["why"]
    assert told["summary"]["failed"] == 1
