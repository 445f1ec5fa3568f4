"""Processes that the tests start, each with a folder of its own and a bounded life."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
#: Seconds that nothing here should take; a busy machine is slow, a hanging one is caught.
PATIENCE = 60.0


class HostProcess:
    """A double in a process of its own."""

    def __init__(self, home: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "double_host.py")],
            env={**os.environ, "SCENEWIRE_HOME": str(home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.status: dict[str, Any] = json.loads(self._line())

    def _line(self) -> str:
        lines: queue.Queue[str] = queue.Queue()
        assert self.process.stdout is not None
        threading.Thread(target=lambda: lines.put(self.process.stdout.readline()), daemon=True).start()
        line = lines.get(timeout=PATIENCE)
        assert line, self.process.communicate(timeout=PATIENCE)[1]
        return line

    def end(self, number: int = signal.SIGTERM) -> int:
        """Sends the signal and gives the exit code; asserts that nothing was complained about."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            _, complaints = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        assert complaints == ""
        return self.process.returncode


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for records, seen by this process and its children."""
    monkeypatch.setenv("SCENEWIRE_HOME", str(tmp_path))
    monkeypatch.delenv("SCENEWIRE_INSTANCE", raising=False)
    return tmp_path


@pytest.fixture
def double(home: Path) -> Iterator[HostProcess]:
    """A running double; it must stop cleanly afterwards."""
    process = HostProcess(home)
    yield process
    assert process.end() == 0


@pytest.fixture
def run(home: Path) -> Any:
    """Runs a script in a process of its own and gives what it printed; it must exit cleanly."""

    def run(script: str, code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path[1:]])},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        assert (done.returncode, done.stderr) == (code, ""), done
        return done.stdout

    return run
