"""What scenewire costs where it is not used: import time, size of the wheel, CPU while nobody calls."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from typing import Any

from measure import Row, p50, span

IMPORT = "import bpy, time; b = time.perf_counter(); import {module}; print(time.perf_counter() - b)"
IDLE_SECONDS = 10.0


def all_rows(host: Any, client: Any) -> list[Row]:
    """Every row of this page."""
    return [imports(host), wheel_size(), idle(host, client)]


def imports(host: Any) -> Row:
    """In a fresh host each time."""
    python = Path(host.spec["argv"][0]).parent / "python"
    ours = [run(python, "scenewire") for _ in range(7)]
    floor = [run(python, "colorsys") for _ in range(3)]
    return Row(
        "import of scenewire in the host",
        span(ours),
        f"{span(floor)} a small module",
        "≤ 25 ms",
        p50(ours) <= 25e-3,
    )


def run(python: Path, module: str) -> float:
    done = subprocess.run(
        [python, "-c", IMPORT.format(module=module)], capture_output=True, text=True, check=True
    )
    return float(done.stdout.strip().splitlines()[-1])


def wheel_size() -> Row:
    size = Path(os.environ["SCENEWIRE_BENCH_WHEEL"]).stat().st_size / 1e6
    return Row("wheel", f"{size:.2f} MB", "", "≤ 6 MB", size <= 6)


def idle(host: Any, client: Any) -> Row:
    """CPU ticks of the whole process and of our thread, with a client connected and silent."""
    client.call("get_selection", {})
    time.sleep(2)
    pid = host.record()["pid"]
    before = {name: ticks(pid, name) for name in ("", "scenewire")}
    time.sleep(IDLE_SECONDS)
    used = {name: ticks(pid, name) - count for name, count in before.items()}
    hertz = os.sysconf("SC_CLK_TCK")
    share = {name: 100 * count / hertz / IDLE_SECONDS for name, count in used.items()}
    figure = f"{share['scenewire']:.1f} % our thread, {share['']:.1f} % the process"
    return Row("CPU of an idle host", figure, "", "0 %", share["scenewire"] == 0)


def ticks(pid: int, thread: str) -> int:
    """User and system ticks of a process, or of its threads of one name."""
    total = 0
    for folder in Path(f"/proc/{pid}/task").iterdir():
        name, _, rest = (folder / "stat").read_text().partition("(")[2].rpartition(")")
        if not thread or name == thread:
            fields = rest.split()
            total += int(fields[11]) + int(fields[12])
    return total
