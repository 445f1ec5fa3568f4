"""What `make demo` says of what it does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from setup import cache, demo, venvs, wheel


def test_a_demo_names_the_steps_that_it_takes_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SCENEWIRE_CACHE", str(tmp_path))
    python = cache.cache("venv", "bpy5.2", "bin") / "python"
    ran: list[Any] = []

    def install(into: Path) -> Path:
        if not wheel.is_built():
            with cache.stamped(f"wheel-{wheel.here()}", wheel.place(wheel.here()).name):
                wheel.place(wheel.here()).mkdir(parents=True)
                (wheel.place(wheel.here()) / "scenewire.whl").touch()
        return into

    def bpy(name: str) -> Path:
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        (python.parent.parent / "pyvenv.cfg").touch()
        with cache.stamped(f"{name}-imports", cache.digest(venvs.born(python))):
            return python

    monkeypatch.setattr(venvs, "fitting_bpy", lambda: "bpy5.2")
    monkeypatch.setattr(venvs, "bpy", bpy)
    monkeypatch.setattr(wheel, "install", install)
    monkeypatch.setattr(subprocess, "run", lambda argv, **_: ran.append(argv) or subprocess.CompletedProcess(argv, 0))

    assert demo.run_demo() == 0
    assert capsys.readouterr().out.splitlines() == list(demo.STEPS.values())
    assert demo.run_demo() == 0
    assert capsys.readouterr().out == ""
    assert [argv[1:] for argv in ran] == [["demo"]] * 2
