"""What a Blender with its window gives: round trips, redraws while it is commanded, idle cost; beside blender-mcp's own
add-on (`mcp-for-blender` on PyPI) in the same window, its telemetry off and its ways to the network closed.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jobs
import numpy as np
from awake import TOLD, awake
from process import await_ready, cpu_seconds
from report import Row
from unguarded import unguarded

LOAD = Path(__file__).with_name("window_load.py")
CLIENTS = 16
#: Software drawing on a busy machine is at full speed only after the shaders were made.
WARM_UP, WATCH, IDLE, SILENCE = 10.0, 10.0, 10.0, 10.0
ASKED_GAP = 50.0
RESULT = 50_000_000

ANIMATED = """
import bpy, time
scene = bpy.context.scene
cube = bpy.data.objects["Cube"]
for frame, turn in ((1, 0.0), (250, 30.0)):
    cube.rotation_euler.z = turn
    cube.keyframe_insert("rotation_euler", frame=frame)
times = bpy.app.driver_namespace["redraws"] = []
bpy.types.SpaceView3D.draw_handler_add(lambda: times.append(time.perf_counter()), (), "WINDOW", "POST_PIXEL")
"""
PLAY = """
import bpy
window = bpy.context.window_manager.windows[0]
if window.screen.is_animation_playing != {on}:
    with bpy.context.temp_override(window=window, screen=window.screen):
        bpy.ops.screen.animation_play()
"""
FORGET = "import bpy; bpy.app.driver_namespace['redraws'].clear()"
REDRAWS = "import bpy; list(bpy.app.driver_namespace['redraws'])"
#: The add-on's server as its own operator starts it.
RIVAL = """
import importlib.util, sys
import requests
def closed(*_arguments, **_named):
    raise OSError("this benchmark sends nothing to the network")
requests.sessions.Session.request = closed
spec = importlib.util.spec_from_file_location("blender_mcp_addon", {path!r})
module = sys.modules["blender_mcp_addon"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
module._blendermcp_register_auto_start = module._addon_update_check_on_startup = lambda: None
module.register()
module.server = module.BlenderMCPServer(port={port})
module.server.start()
assert not module._telemetry_consent_enabled(), "its telemetry is on"
assert module.server.running, "its server did not start"
".".join(map(str, module.bl_info["version"]))
"""
STOP_RIVAL = "import sys; sys.modules['blender_mcp_addon'].server.stop()"
#: Ends scenewire only, a moment after this command was answered.
STOP = "import scenewire; scenewire.stop()"


@dataclass
class Times:
    """Milliseconds."""

    values: list[float]

    def text(self) -> str:
        """`p50 1.00 ms, p99 2.00 ms`."""
        ordered = sorted(self.values)
        return f"p50 {statistics.median(ordered):.2f} ms, p99 {ordered[int(len(ordered) * 0.99)]:.2f} ms"

    def worst(self) -> str:
        """The middle and the worst of a few."""
        return f"{statistics.median(self.values):.2f} ms, worst {max(self.values):.2f} ms"


def rows(spec: dict[str, Any], addon: Path | None) -> list[Row]:
    """All figures of this file; about three minutes."""
    with window(spec) as (pid, home):
        import scenewire

        with scenewire.connect(timeout=120) as client:
            about = client.get_status()["instance"]
            name = f"{about['app']} {about['app_version']}, 640x480"
            client.execute_python(code=ANIMATED)
            time.sleep(WARM_UP)
            rival = None if addon is None else Rival(client, home, addon)
            found = [
                *round_trips(client, rival, name),
                *redraws(client, rival, name),
                whole(client, rival, name),
                *jobs.rows(client, rival, name),
            ]
            if rival is not None:
                rival.stop()
            found.append(idle(client, pid, name))
    return found


@contextmanager
def window(spec: dict[str, Any]) -> Iterator[tuple[int, Path]]:
    """The host with its window, in a home of its own that both sides see; ends it afterwards."""
    base = Path(spec["root"]) / "tmp" if spec["root"] else Path(tempfile.gettempdir())
    home = Path(tempfile.mkdtemp(prefix="scenewire-bench-", dir=base))
    before = os.environ.get("SCENEWIRE_HOME")
    env = {**os.environ, **spec["env"], "SCENEWIRE_HOME": str(home)[len(spec["root"]) :]}
    child = subprocess.Popen(spec["argv"], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    os.environ["SCENEWIRE_HOME"] = str(home)
    try:
        await_ready(child, spec["name"])
        yield child.pid, home
    finally:
        if before is not None:
            os.environ["SCENEWIRE_HOME"] = before
        child.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=20)
        child.kill()
        shutil.rmtree(home, ignore_errors=True)


class Rival:
    """The add-on's server in the same window, and one connection to it."""

    def __init__(self, client: Any, home: Path, addon: Path) -> None:
        self._client = client
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        shutil.copy(addon, home / "addon.py")
        inside = client.execute_python(code="import os; os.environ['SCENEWIRE_HOME']")["value"] + "/addon.py"
        with unguarded(client):
            self.version = client.execute_python(code=RIVAL.format(path=inside, port=self.port), timeout=60)["value"]
        self._socket = socket.create_connection(("localhost", self.port))

    def ask(self, kind: str, **params: Any) -> Any:
        """One command as its client sends it: JSON, and JSON back when it is complete."""
        self._socket.sendall(json.dumps({"type": kind, "params": params}).encode())
        got = bytearray()
        while True:
            got += self._socket.recv(1 << 20)
            if got.endswith(b"}"):
                with suppress(ValueError):
                    return json.loads(got)

    def stop(self) -> None:
        """Takes its timer out again."""
        self._socket.close()
        with unguarded(self._client):
            self._client.execute_python(code=STOP_RIVAL)


def round_trips(client: Any, rival: Rival | None, name: str) -> list[Row]:
    """One call after the other, at random times, and after silence."""

    def ours() -> object:
        return client.get_selection()

    def theirs() -> object:
        assert rival is not None
        return rival.ask("ping")

    def beside(take: Callable[[Callable[[], object]], str]) -> str:
        return take(theirs) if rival else ""

    def thoughtful() -> str:
        return Times(at_random(ours, 400)).text()

    sequential: Callable[[Callable[[], object]], str] = lambda once: Times(back_to_back(once, 300)).text()  # noqa: E731
    asleep = thoughtful()
    with awake() as could:
        spared = thoughtful() if could else None
    return [
        Row(f"In a window ({name}), one call after the other", Times(back_to_back(ours, 3000)).text(),
            versus(rival, beside(sequential)), "p50 at most 0.1 ms"),
        Row("The same at random times, 0 to 30 ms apart", asleep,
            versus(rival, beside(lambda once: Times(at_random(once, 60)).text())), "p50 at most 0.3 ms"),
        *([Row(f"The same at random times, {TOLD}", spared, "the row above", "p50 at most 0.3 ms")] if spared else []),
        Row(f"The same after {SILENCE:.0f} s of silence", Times(after_silence(ours)).worst(),
            versus(rival, beside(lambda once: Times(after_silence(once)).worst())), "at most 6 ms"),
    ]  # fmt: skip


def versus(rival: Rival | None, figure: str) -> str:
    """The rival's figure, or that there is none."""
    return f"blender-mcp {rival.version}, `ping`: {figure}" if rival else NOT_RUN


NOT_RUN = "blender-mcp: not run, its package could not be had"


def timed(once: Callable[[], object]) -> float:
    """Milliseconds of one."""
    start = time.perf_counter()
    once()
    return (time.perf_counter() - start) * 1e3


def back_to_back(once: Callable[[], object], count: int) -> list[float]:
    """After some that do not count."""
    for _ in range(min(50, count // 4)):
        once()
    return [timed(once) for _ in range(count)]


def at_random(once: Callable[[], object], count: int) -> list[float]:
    """A client that thinks for a moment between calls."""
    dice = random.Random(1)
    found = []
    for _ in range(count):
        time.sleep(dice.uniform(0.0, 0.03))
        found.append(timed(once))
    return found


def after_silence(once: Callable[[], object]) -> list[float]:
    """Three times."""
    found = []
    for _ in range(3):
        time.sleep(SILENCE)
        found.append(timed(once))
    return found


def redraws(client: Any, rival: Rival | None, name: str) -> list[Row]:
    """Gaps between redraws of a playing viewport: left alone, beside as many busy processes, and while commanded."""
    client.execute_python(code=PLAY.format(on=True))
    floor = gaps(client, None)
    busy = gaps(client, [sys.executable, str(LOAD), "spin"])
    ours = gaps(client, [sys.executable, str(LOAD), "scenewire", str(CLIENTS)])
    theirs = gaps(client, [sys.executable, str(LOAD), "rival", str(CLIENTS), str(rival.port)]) if rival else None
    client.execute_python(code=PLAY.format(on=False))
    above = max(ours.values) - max(busy.values)
    told = f"blender-mcp: {theirs.worst()}" if theirs else NOT_RUN
    return [
        Row(f"Gap between redraws of a playing viewport ({name}) under {CLIENTS} clients with 16 calls in flight each",
            f"{ours.worst()}; {above:.0f} ms above the floor",
            f"floor, drawing beside a process that computes: {busy.worst()}; alone: {floor.worst()}; {told}",
            f"at most {ASKED_GAP:.0f} ms above the floor"),
    ]  # fmt: skip


def gaps(client: Any, load: list[str] | None) -> Times:
    """Milliseconds between redraws while this load runs."""
    child = subprocess.Popen(load) if load else None
    try:
        time.sleep(2.0)
        client.execute_python(code=FORGET)
        time.sleep(WATCH)
        at = client.execute_python(code=REDRAWS, timeout=60)["value"]
        assert child is None or child.poll() is None, "the load ended by itself"
    finally:
        if child is not None:
            child.terminate()
            child.wait()
    return Times([(after - before) * 1e3 for before, after in zip(at, at[1:])])


def whole(client: Any, rival: Rival | None, name: str) -> Row:
    """A large result, byte for byte."""
    vertices = np.random.default_rng(1).random((RESULT // 12, 3), dtype="f4")
    made = client.create_meshes(items=[{"name": "Large", "vertices": vertices}])["ids"]
    start = time.perf_counter()
    got = client.get_meshes(ids=made, fields=["vertices"])["items"][0]["vertices"]
    seconds = time.perf_counter() - start
    assert np.asarray(got).tobytes() == vertices.tobytes(), "the result did not arrive as it was"
    client.delete_meshes(ids=made)
    told = NOT_RUN
    if rival:
        # It has text only.
        code = f"import random\nprint(random.Random(1).randbytes({RESULT // 2}).hex(), end='')"
        start = time.perf_counter()
        answer = rival.ask("execute_code", code=code)
        same = answer.get("result", {}).get("result") == random.Random(1).randbytes(RESULT // 2).hex()
        took = f"{time.perf_counter() - start:.1f} s"
        told = f"blender-mcp, as text: {f'whole, {took}' if same else str(answer)[:120]}"
    return Row(f"A result of {RESULT // 1_000_000} MB ({name})", f"whole, {seconds:.1f} s", told, "arrives whole")


def idle(client: Any, pid: int, name: str) -> Row:
    """What waiting for commands costs, beside the same window when scenewire is stopped."""
    time.sleep(2.0)
    on = share(pid)
    client.execute_python(code=STOP)
    time.sleep(2.0)
    off = share(pid)
    return Row(f"CPU of an idle window ({name}), added by scenewire", f"{max(on - off, 0.0):.2f} % of a core",
               f"with it {on:.2f} %, stopped {off:.2f} %", "under 0.5 %")  # fmt: skip


def share(pid: int) -> float:
    """Percent of a core over some seconds."""
    before = cpu_seconds(pid)
    time.sleep(IDLE)
    return (cpu_seconds(pid) - before) / IDLE * 100
