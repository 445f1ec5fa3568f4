"""Host processes that are measured, and what they cost: idle CPU, import time, wheel size."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path

from report import Row

IDLE_SECONDS = 10
IMPORT = "import time; t = time.perf_counter(); import scenewire; print((time.perf_counter() - t) * 1000)"
EMPTY = "import time; t = time.perf_counter(); import colorsys; print((time.perf_counter() - t) * 1000)"


def await_ready(child: subprocess.Popen[str], name: str) -> None:
    """Returns when a host says that it is ready. What it prints later is read too: with a full pipe it would stand
    still in whatever prints next, such as Blender when it opens a file."""
    said = child.stdout
    assert said is not None
    if next((line for line in said if " ready" in line), None) is None:
        sys.exit(f"the host {name} ended before it was ready")
    threading.Thread(target=deque, args=(said, 0), daemon=True).start()


class Stolen:
    """How much of this machine's processors others took from then on, where it is a virtual one of several."""

    def __init__(self) -> None:
        self._before = self._ticks()

    @staticmethod
    def _ticks() -> tuple[int, int]:
        """Ticks of all processors: those that others took, and all; see proc_stat(5)."""
        try:
            ticks = [int(word) for word in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
        except OSError:
            return 0, 0
        return ticks[7], sum(ticks)

    def told(self) -> str:
        """The same in words; nothing where it cannot be told."""
        stolen, every = (now - before for now, before in zip(self._ticks(), self._before))
        return f", of whose time others took {100 * stolen / every:.0f} % meanwhile" if every else ""


def idle(pid: int) -> Row:
    """CPU time of the whole host while nobody calls, in percent of one core."""
    before = cpu_seconds(pid)
    time.sleep(IDLE_SECONDS)
    share = (cpu_seconds(pid) - before) / IDLE_SECONDS * 100
    return Row("CPU of an idle headless host", f"{share:.1f} %", "all threads, over 10 s", "0 %")


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and its threads (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def import_time(program: str) -> Row:
    """`import scenewire` in the host's Python, beside that of a tiny standard module."""
    python = str(Path(program).parent / "python")
    ours, floor = (median_ms(python, code) for code in (IMPORT, EMPTY))
    return Row(
        "`import scenewire` in the host",
        f"{ours:.1f} ms",
        f"`import colorsys`: {floor:.1f} ms",
        "at most 25 ms",
    )


def median_ms(python: str, code: str) -> float:
    """Median of nine fresh interpreters."""
    runs = [subprocess.run([python, "-c", code], check=True, capture_output=True, text=True) for _ in range(9)]
    return statistics.median(float(run.stdout) for run in runs)


def wheel_size() -> Row:
    """The wheel, all features in it."""
    size = Path(os.environ["SCENEWIRE_BENCH_WHEEL"]).stat().st_size
    return Row("Wheel", f"{size / 1e6:.1f} MB", "no dependencies", "at most 6 MB")
