"""No process of ours opens a connection that nobody asked for: traced while a host, a server and a client
work.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCENEWIRE = str(Path(sys.executable).parent / "scenewire")
# Sockets within the machine: Unix sockets, the kernel's own, and loopback.
LOCAL = re.compile(r"AF_UNIX|AF_NETLINK|sin_addr=inet_addr\(\"127\.|\"::1\"")
CONNECTS = re.compile(r"\b(connect|sendto|sendmsg)\(.*sa_family=")

HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "0"}}


def traced(trace: Path, *argv: str) -> list[str]:
    return ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace), *argv]


def outside(trace: Path) -> list[str]:
    """What went to an address that is not this machine's."""
    return [line for line in trace.read_text().splitlines() if CONNECTS.search(line) and not LOCAL.search(line)]


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_nothing_connects_outside(tmp_path: Path) -> None:
    import conftest

    found = conftest.specs()
    if not found:
        pytest.skip("no host: run it by `make test`")
    spec = {**found[0], "argv": traced(tmp_path / "host", *found[0]["argv"])}
    host = conftest.launch(spec)
    env: dict[str, str] = {**os.environ, "SCENEWIRE_HOME": str(host.home)}
    try:
        for name, argv in {
            "call": ["call", "get_scene"],
            "python": ["call", "execute_python", "code=1"],
            "doctor": ["doctor"],
            "instances": ["instances"],
        }.items():
            subprocess.run(
                traced(tmp_path / name, SCENEWIRE, *argv),
                env=env,
                capture_output=True,
                timeout=120,
                check=False,
            )
        greet = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": HELLO}).encode() + b"\n"
        subprocess.run(
            traced(tmp_path / "mcp", SCENEWIRE, "mcp"),
            env=env,
            input=greet,
            capture_output=True,
            timeout=120,
            check=False,
        )
    finally:
        conftest.stop(host)
    traces = sorted(path for path in tmp_path.iterdir() if path.is_file())
    assert [path.name for path in traces] == ["call", "doctor", "host", "instances", "mcp", "python"]
    assert "sin_addr" in (tmp_path / "call").read_text(), "the trace sees connections at all"
    assert {path.name: outside(path) for path in traces if outside(path)} == {}
