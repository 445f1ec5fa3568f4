"""No process of ours opens a connection that nobody asked for: each is traced while it does its work, and what it dials
is compared with what it was told of. All of that is on this machine.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import studio
import traced
from studio import SCENEWIRE, Gateway

HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "0"}}
MESSAGES: list[dict[str, Any]] = [
    {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": HELLO},
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
    {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "get_scene", "arguments": {}}},
]
SCRIPT = "import scenewire; print(scenewire.connect().get_scene()['name'])"
PATIENCE = 120.0
#: Some package of a Blender looks for IPv6 by binding it, too.
LOOPBACK = {"127.0.0.1", "::1"}


class Traces:
    """A folder of traces, by name of what was done."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder, self.env = folder, env

    @contextlib.contextmanager
    def running(self, name: str, *argv: object) -> Iterator[subprocess.Popen[bytes]]:
        """The command while it runs; ended as its client or a service manager would. Nothing is read ahead of a line:
        `line_of` could not see that it is there.
        """
        process = subprocess.Popen(
            traced.under(self.folder / name, argv),
            env=self.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
        )
        with process:
            try:
                yield process
                assert process.stdin is not None
                process.stdin.close()
                process.terminate()
                process.wait(PATIENCE)
            finally:
                process.kill()
        traced.ended(self.folder / name, process.pid)

    def did(self, name: str, *argv: object) -> str:
        """What the command printed. It comes to an end by itself."""
        with self.running(name, *argv) as process:
            said, _ = process.communicate(timeout=PATIENCE)
        return said.decode()

    def check(self, name: str, told: set[str], listens: bool = False) -> None:
        """It dialled what it was told of, all of that and nothing else, and nobody from outside could dial it."""
        text = (self.folder / name).read_text()
        assert traced.dialled(text) == told, name
        assert bool(bound := traced.bound(text)) == listens, f"{name}: {bound}"
        assert {place.rpartition(":")[0] for place in bound} <= LOOPBACK, name


def over_stdio(traces: Traces, name: str, *argv: str) -> None:
    """One call of a tool by `scenewire mcp`."""
    with traces.running(name, SCENEWIRE, "mcp", *argv) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for message in MESSAGES:
            process.stdin.write(json.dumps(message).encode() + b"\n")
        answers = [json.loads(line_of(process)) for _ in range(2)]
    assert not answers[1]["result"]["isError"], answers


def over_http(traces: Traces, name: str) -> None:
    """One call of a tool by `scenewire mcp --http`."""
    with traces.running(name, SCENEWIRE, "mcp", "--http", "127.0.0.1:0") as process:
        url, token = (line_of(process).split()[-1] for _ in range(2))
        headers = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "Accept": "application/json, text/event-stream",
        }
        for message in MESSAGES:
            request = urllib.request.Request(url, json.dumps(message).encode(), headers)
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                text = answer.read().decode()
                headers.setdefault("Mcp-Session-Id", answer.headers.get("Mcp-Session-Id") or "")
    assert '"isError":false' in text, text


def line_of(process: subprocess.Popen[bytes]) -> str:
    """The next line that it prints."""
    assert process.stdout is not None
    assert select.select([process.stdout], [], [], PATIENCE)[0], "it says nothing"
    return process.stdout.readline().decode()


def first_host() -> dict[str, Any]:
    """How the first host is started."""
    import conftest

    found = [spec for spec in conftest.specs() if not spec["window"]]
    if not found:
        pytest.skip("no host: run it by `make test`")
    return found[0]


@traced.needed
def test_on_this_machine_only_the_host_is_dialled(tmp_path: Path) -> None:
    import conftest

    spec = first_host()
    host = conftest.launch({**spec, "argv": traced.under(tmp_path / "host", spec["argv"])})
    traces = Traces(tmp_path, host.environment())
    try:
        place = host.record()["url"].split("/")[2]
        traces.did("call", SCENEWIRE, "call", "get_scene")
        traces.did("python", SCENEWIRE, "call", "execute_python", "code=1")
        traces.did("doctor", SCENEWIRE, "doctor")
        traces.did("instances", SCENEWIRE, "instances")
        traces.did("client", sys.executable, "-c", SCRIPT)
        over_stdio(traces, "mcp")
        over_http(traces, "mcp over http")
    finally:
        conftest.stop(host)
    traced.ended(tmp_path / "host", host.process.pid)
    for name in ("call", "python", "doctor", "instances", "client", "mcp"):
        traces.check(name, {place})
    traces.check("mcp over http", {place}, listens=True)
    traces.check("host", set(), listens=True)


@traced.needed
def test_over_a_gateway_only_the_gateway_is_dialled(tmp_path: Path) -> None:
    import conftest

    first_host()
    gateway = Gateway(tmp_path / "data", trace=tmp_path / "gateway").start()
    host = None
    try:
        anna = gateway.user("anna", tmp_path / "anna")
        host = anna.link("crate", anna.key, trace=tmp_path / "host")
        anna.online("crate")
        traces = Traces(tmp_path, anna.environment())
        assert "crate" in traces.did("instances", SCENEWIRE, "instances")
        traces.did("call", SCENEWIRE, "call", "get_scene")
        traces.did("client", sys.executable, "-c", SCRIPT)
        traces.did("key", SCENEWIRE, "key", "list")
        over_stdio(traces, "mcp")
    finally:
        if host is not None:
            conftest.stop(host)
        gateway.stop()
    place = f"127.0.0.1:{gateway.port}"
    for name in ("instances", "call", "client", "key", "mcp"):
        traces.check(name, {place})
    assert gateway.process is not None
    for name, process in (("host", host.process), ("gateway", gateway.process)):
        traced.ended(tmp_path / name, process.pid)
    # Its own scripts find the host on this machine too.
    traces.check("host", {place}, listens=True)
    traces.check("gateway", set(), listens=True)


@traced.needed
def test_doctor_without_a_host_dials_nobody(tmp_path: Path) -> None:
    env = {**studio.clean(), "SCENEWIRE_HOME": str(tmp_path / "home"), "PATH": os.environ["PATH"]}
    traces = Traces(tmp_path, env)
    assert "none is running" in traces.did("doctor", SCENEWIRE, "doctor")
    traces.check("doctor", set())


@traced.needed
def test_the_trace_sees_what_is_dialled_and_bound(tmp_path: Path) -> None:
    """Addresses of documentation, which lead nowhere: the calls are seen whether they succeed or not."""
    code = (
        "import socket\n"
        "one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); one.sendto(b'x', ('127.0.0.1', 9))\n"
        "two = socket.socket(); two.setblocking(False); two.connect_ex(('127.0.0.2', 80))\n"
        "six = socket.socket(socket.AF_INET6); six.setblocking(False); six.connect_ex(('::1', 80))\n"
        "out = socket.socket(); out.bind(('0.0.0.0', 0)); out.getsockname()\n"
    )
    Traces(tmp_path, dict(os.environ)).did("script", sys.executable, "-c", code)
    text = (tmp_path / "script").read_text()
    assert traced.dialled(text) == {"127.0.0.1:9", "127.0.0.2:80", "::1:80"}
    assert traced.bound(text) == {"0.0.0.0:0"}
