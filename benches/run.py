"""Measures what the issues set figures for and writes docs/benchmarks.md; `make bench` runs it.

It starts the host that `SCENEWIRE_TEST_HOSTS` lists (a JSON list of `{name, argv, env}`), in a home of its own.
"""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import gateway_rows
import in_host
import in_window
import process
from awake import TOLD
from report import Row, shown, us, write

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Runs everything once; takes about ten minutes."""
    hosts = json.loads(Path(os.environ["SCENEWIRE_TEST_HOSTS"]).read_text())
    (host,) = [host for host in hosts if not host["window"]]
    stolen = process.Stolen()
    with tempfile.TemporaryDirectory() as home:
        os.environ["SCENEWIRE_HOME"] = home
        with running(host) as pid:
            import scenewire

            with scenewire.connect(timeout=120) as client:
                app = client.get_status()["instance"]
                rows = shown([*wire_rows(), *in_host.rows(client), process.idle(pid)])
        rows += shown(window_rows([host for host in hosts if host["window"]]))
        rows += shown(gateway_rows.rows())
        rows += shown([process.import_time(host["argv"][0]), process.wheel_size()])
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}{stolen.told()}"
    versions = f"scenewire {scenewire.__version__} in {app['app']} {app['app_version']} (headless)"
    write(ROOT / "docs" / "benchmarks.md", machine, versions, rows)
    return 0


def window_rows(hosts: list[dict[str, Any]]) -> list[Row]:
    """The figures of `in_window.py`, of each window that could be had."""
    addon = os.environ.get("SCENEWIRE_BENCH_RIVAL")
    return [row for host in hosts for row in in_window.rows(host, Path(addon) if addon else None)]


@contextmanager
def running(host: dict[str, Any]) -> Iterator[int]:
    """The host as a process that is ready; gives its process id and stops it afterwards."""
    env = {**os.environ, **host["env"]}
    child = subprocess.Popen(host["argv"], env=env, stdout=subprocess.PIPE, text=True)
    try:
        process.await_ready(child, host["name"])
        yield child.pid
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait(timeout=20)


def wire_rows() -> list[Row]:
    """The figures of `wire.rs`: link and MCP beside their floors."""
    command = ["cargo", "bench", "--locked", "--quiet", "--bench", "wire"]
    output = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    measured = json.loads(output.strip().splitlines()[-1])
    silent = sorted(measured["after_silence_us"])
    return [
        *calls(measured, ""),
        *(calls(measured["awake"], f", {TOLD}") if measured["awake"] else []),
        Row("Link, first call after 10 s of silence",
            f"{silent[1] / 1000:.2f} ms, worst of 3 {silent[2] / 1000:.2f} ms",
            "the link row", "at most 3 ms"),
        Row(f"{measured['clients']} clients, 16 calls in flight each", f"{measured['calls_per_second']:,.0f} calls/s",
            "one client at a time: " + f"{1e6 / measured['link']['p50_us']:,.0f} calls/s", "at least 10,000 calls/s"),
    ]  # fmt: skip


def calls(measured: dict[str, Any], how: str) -> list[Row]:
    """One call after the other, over the link and through MCP."""
    return [
        Row(f"Link, an atomic that reaches the main thread{how}", us(measured["link"]),
            "64 B over loopback TCP and back: " + us(measured["tcp"]), "p50 at most 60 µs"),
        Row(f"The same through MCP over stdio{how}", us(measured["mcp"]),
            "the same line through `cat`: " + us(measured["pipe"]), "p50 at most 150 µs"),
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
