"""How long a call takes: over the link, through MCP, after silence, with its undo step, and from many
clients at once.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from e2e.raw import TEXT, Raw, call, frame
from measure import Row, p50, sample, span

HERE = Path(__file__).resolve().parent
# Reaches the main thread and reads a little of the scene.
SMALL = "get_selection"
CLIENTS, DEPTH, ROUNDS = 16, 32, 40
SILENCE, SILENCES = 10.0, 5
OBJECTS = 2_000
UNDO_PUSHES = """
import bpy, time
taken = []
for _ in range(30):
    begun = time.perf_counter()
    bpy.ops.ed.undo_push(message="bare")
    taken.append(time.perf_counter() - begun)
taken
"""


def all_rows(host: Any, client: Any) -> list[Row]:
    """Every row of this page."""
    loopback = tcp_echo()
    pipe = pipe_echo()
    link = sample(lambda: client.call(SMALL, {}), 3000, 200)
    rows = [
        Row(
            "round trip over the link",
            span(link),
            f"{span(loopback)} bare TCP echo",
            "p50 ≤ 60 µs",
            p50(link) <= 60e-6,
        )
    ]
    mcp = through_mcp(host)
    aim = "p50 ≤ 150 µs"
    rows.append(
        Row(
            "round trip through MCP over stdio",
            span(mcp),
            f"{span(pipe)} `cat` over pipes",
            aim,
            p50(mcp) <= 150e-6,
        )
    )
    quiet = after_silence(client)
    rows.append(
        Row(
            "first call after 10 s of silence",
            span(quiet),
            f"{span(loopback)} bare TCP echo",
            "≤ 3 ms",
            max(quiet) <= 3e-3,
        )
    )
    rows.append(mutating(client))
    rows.append(pipelined(host))
    return rows


def tcp_echo() -> list[float]:
    """Ping-pong of 200 bytes with a process that does nothing else."""
    with subprocess.Popen([sys.executable, HERE / "echo.py"], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        with socket.create_connection(("127.0.0.1", int(process.stdout.readline()))) as peer:
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

            def once() -> None:
                peer.sendall(b"x" * 200)
                peer.recv(4096)

            return sample(once, 3000, 200)


def pipe_echo() -> list[float]:
    """Ping-pong of a line with `cat`."""
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        taken = sample(lambda: exchange(process, b"x" * 200 + b"\n"), 3000, 200)
        assert process.stdin is not None
        process.stdin.close()
    return taken


def exchange(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    """One line out, one line in."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line)
    process.stdin.flush()
    return process.stdout.readline()


def through_mcp(host: Any) -> list[float]:
    """Tool calls as a client writes them, bytes prepared, so that the client's own time hardly counts."""
    command = [str(Path(sys.executable).parent / "scenewire"), "mcp"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=host.environment(), **pipes) as process:
        about = {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "bench", "version": "0"},
        }
        exchange(process, line({"id": 0, "method": "initialize", "params": about}))
        assert process.stdin is not None
        process.stdin.write(line({"method": "notifications/initialized"}))
        params = {"name": "call", "arguments": {"operation": SMALL, "arguments": {}}}
        request = line({"id": 1, "method": "tools/call", "params": params})
        answer = json.loads(exchange(process, request))
        assert not answer["result"].get("isError"), answer
        taken = sample(lambda: exchange(process, request), 2000, 200)
        process.stdin.close()
    return taken


def line(message: dict[str, Any]) -> bytes:
    """One JSON-RPC message."""
    return json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n"


def after_silence(client: Any) -> list[float]:
    """The first call after nothing was said for a while."""
    taken = []
    for _ in range(SILENCES):
        time.sleep(SILENCE)
        taken += sample(lambda: client.call(SMALL, {}), 1)
    return taken


def mutating(client: Any) -> Row:
    """A change with its undo step in a large scene, beside Blender's bare undo step there."""
    client.call("create_nodes", {"items": [{"name": f"N{index}"} for index in range(OBJECTS)]}, timeout=120)
    floor = client.call("execute_python", {"code": UNDO_PUSHES}, timeout=60)["value"]
    spot = iter(range(1_000_000))

    def move() -> None:
        client.call("update_nodes", {"items": [{"ids": ["N7"], "position": [next(spot), 0, 0]}]})

    taken = sample(move, 100, 10)
    what = f"a change with its undo step, {OBJECTS:,} objects"
    return Row(
        what,
        span(taken),
        f"{span(floor)} bare `undo_push`",
        "near the floor",
        p50(taken) <= 2 * p50(floor) + 1e-3,
    )


def pipelined(host: Any) -> Row:
    """Calls per second of many clients, each with several calls under way."""
    links = [Raw(host.record()) for _ in range(CLIENTS)]
    bursts = []
    for link in links:
        epoch = link.greet()["epoch"]
        frames = [[frame(TEXT, encoded(n, epoch)) for n in range(DEPTH)] for _ in range(ROUNDS)]
        bursts.append([b"".join(part) for part in frames])
    threads = [threading.Thread(target=run_bursts, args=pair) for pair in zip(links, bursts)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = CLIENTS * DEPTH * ROUNDS / (time.perf_counter() - begun)
    for link in links:
        link.close()
    what = f"{CLIENTS} clients, {DEPTH} calls under way each"
    return Row(
        what,
        f"{rate:,.0f} calls/s",
        f"{os.cpu_count()} cores, load generator included",
        "≥ 10,000 calls/s",
        rate >= 10_000,
    )


def encoded(number: int, epoch: str) -> bytes:
    return json.dumps(call(number, epoch, SMALL)).encode()


def run_bursts(link: Raw, bursts: list[bytes]) -> None:
    """Sends a burst, reads as many results, and so on; a failure stops the run."""
    for burst in bursts:
        link.socket.sendall(burst)
        for _ in range(DEPTH):
            _, data = link.next_frame()
            assert b'"ok":true' in data or b'"kind":"result"' not in data, data[:300]
