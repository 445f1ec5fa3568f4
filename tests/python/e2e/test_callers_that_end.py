"""Programs that end while the host works for them: it stops, and nothing of it remains."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from patience import until

from .programs import SCENEWIRE

# What begins with a change, and ends by itself only long after the test would have failed.
CODE = """
import bpy, time
bpy.data.objects.new('Half', None)
open({begun!r}, 'w').close()
for _ in range(600):
    time.sleep(0.1)
"""
LEAVING = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL, "the end of its input")
#: A program that ends in peace says so; of one that is killed, the host waits whether it comes back.
AT_ONCE, PATIENTLY = 3.0, 15.0


@pytest.fixture(scope="module")
def watcher(one_host: Any) -> Any:
    """Somebody else, who looks at what the host does."""
    import conftest

    return conftest.connect(one_host)


@pytest.fixture
def begun(one_host: Any) -> Iterator[Path]:
    """A file that is there once the host is in the middle of the code."""
    path = Path(one_host.home) / "begun"
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


def start(host: Any, *argv: str) -> subprocess.Popen[str]:
    """The command, which reads from and writes to pipes."""
    env = {**os.environ, "SCENEWIRE_HOME": str(host.home)}
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([SCENEWIRE, *argv], env=env, text=True, **pipes)


def pipe(stream: IO[str] | None) -> IO[str]:
    """One of its pipes."""
    assert stream is not None
    return stream


def left_alone(call: Any, begun: Path, program: subprocess.Popen[str], how: Any) -> float:
    """Ends the program by a signal, or by closing what it reads; seconds until the host was free and as before."""
    until(lambda: begun.exists() or program.poll() is not None, "the code did not begin")
    assert program.poll() is None, program.communicate()
    ended = time.monotonic()
    if isinstance(how, str):
        pipe(program.stdin).close()
    else:
        program.send_signal(how)
    until(lambda: not call("get_status").get("running"), "the host goes on for nobody", 45)
    free = time.monotonic() - ended
    assert call.python("import bpy; 'Half' in bpy.data.objects") is False
    assert call.python("1 + 1") == 2
    program.wait(20)
    return free


@pytest.mark.parametrize("how", LEAVING[:3], ids=str)
def test_a_command_that_is_ended_ends_its_call(one_host: Any, watcher: Any, begun: Path, how: Any) -> None:
    inside = one_host.inside(begun)
    program = start(
        one_host, "call", "execute_python", json.dumps({"code": CODE.format(begun=inside)}), "--timeout", "90"
    )
    free = left_alone(watcher, begun, program, how)
    assert free < (PATIENTLY if how == signal.SIGKILL else AT_ONCE)
    if how != signal.SIGKILL:
        assert program.returncode == 1
        assert "cancelled" in pipe(program.stderr).read()


@pytest.mark.parametrize("waits", [False, True], ids=["at once", "when it is over"])
def test_a_script_that_gives_up_and_closes_its_client_ends_its_call(
    one_host: Any, watcher: Any, begun: Path, waits: bool
) -> None:
    import scenewire

    async def give_up() -> None:
        async with scenewire.connect_async(one_host.record()["id"]) as client:
            call = client.call("execute_python", {"code": CODE.format(begun=one_host.inside(begun))}, timeout=90)
            running = asyncio.ensure_future(call)
            while not begun.exists():
                assert not running.done(), running
                await asyncio.sleep(0.02)
            running.cancel()
            if waits:
                # As `asyncio.wait_for` does.
                with pytest.raises(asyncio.CancelledError):
                    await running

    asyncio.run(give_up())
    until(lambda: not watcher("get_status").get("running"), "the host goes on for nobody", AT_ONCE)
    assert watcher.python("import bpy; 'Half' in bpy.data.objects") is False


@pytest.mark.parametrize("how", LEAVING, ids=str)
def test_an_mcp_client_that_leaves_cancels_what_it_asked_for(
    one_host: Any, watcher: Any, begun: Path, how: Any
) -> None:
    program = start(one_host, "mcp")

    def say(message: dict[str, Any]) -> None:
        pipe(program.stdin).write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
        pipe(program.stdin).flush()

    about = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "0"}}
    say({"id": 1, "method": "initialize", "params": about})
    pipe(program.stdout).readline()
    say({"method": "notifications/initialized"})
    code = {"code": CODE.format(begun=one_host.inside(begun)), "timeout": 90}
    say({"id": 2, "method": "tools/call", "params": {"name": "execute_python", "arguments": code}})
    free = left_alone(watcher, begun, program, how)
    assert free < (AT_ONCE if how in LEAVING[:2] else PATIENTLY)
