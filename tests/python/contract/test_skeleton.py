"""A new adapter as `scenewire catalogue --format adapter` writes it: the contract suite runs over a real host on it,
and finds every verb to say that it is not supported.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from .catalogue import entities

SUITE = Path(__file__).with_name("test_entities.py")


def test_the_contract_suite_runs_over_a_new_adapter(tmp_path: Path) -> None:
    command = ["catalogue", "--format", "adapter", "--name", "houdini", "--output", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "scenewire", *command], check=True, timeout=60)
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    argv = [sys.executable, "-m", "houdini", "--name", "houdini"]
    host = {"name": "houdini", "argv": argv, "env": {"PYTHONPATH": path}, "root": "", "window": False}
    listing = tmp_path / "hosts.json"
    listing.write_text(json.dumps([host]))
    env = {**os.environ, "SCENEWIRE_TEST_HOSTS": str(listing), "UPDATE": ""}
    pytest = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs", str(SUITE)]
    done = subprocess.run(pytest, env=env, capture_output=True, text=True, timeout=300, cwd=SUITE.parents[3])
    assert done.returncode == 0, done.stdout[-4000:]
    assert re.search(r"\d+ skipped", done.stdout.splitlines()[-1]), "it was run"
    assert "passed" not in done.stdout.splitlines()[-1], "nothing works that nobody wrote"
    for plural in entities():
        assert f"| {plural} | - - - - - · 0 of " in done.stdout, f"every verb of {plural} is reported as not supported"
