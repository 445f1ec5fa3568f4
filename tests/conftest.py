"""The real hosts that the runner found, each started by its real command in a home of its own, and a
client to each.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

# A window drawn by software on a busy machine needs its time; a host that is well is there in two seconds.
START_LIMIT = 120.0
STOP_LIMIT = 30.0


def specs() -> list[dict[str, Any]]:
    """What `tests/setup/hosts.py` wrote; nothing when pytest is run by hand without it."""
    listing = os.environ.get("SCENEWIRE_TEST_HOSTS")
    return json.loads(Path(listing).read_text()) if listing else []


def app_of(spec: dict[str, Any]) -> str:
    """The application that a host is."""
    return str(spec.get("app") or "blender")


@dataclass
class Host:
    """A running host; `home` is its SCENEWIRE_HOME as we see it."""

    spec: dict[str, Any]
    home: Path
    process: subprocess.Popen[bytes]
    output: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.spec["name"])

    @property
    def app(self) -> str:
        return app_of(self.spec)

    @property
    def window(self) -> bool:
        return bool(self.spec["window"])

    def record(self) -> dict[str, Any]:
        """The record by which clients find it."""
        (path,) = (self.home / "run").glob("*.json")
        return json.loads(path.read_text())

    def inside(self, path: Path) -> str:
        """A path of ours as the host sees it; one under its home is seen by both."""
        return str(path)[len(self.spec["root"]) :]

    def environment(self) -> dict[str, str]:
        """The environment for a client of this host alone."""
        return {**os.environ, "SCENEWIRE_HOME": str(self.home)}

    def tail(self) -> str:
        """Its last words, for a failure's message."""
        return "".join(self.output)[-4000:]


def launch(spec: dict[str, Any], home: Path | None = None) -> Host:
    """Starts a host and comes back once it can be reached."""
    base = Path(spec["root"]) / "tmp" if spec["root"] else Path(tempfile.gettempdir())
    home = home or Path(tempfile.mkdtemp(prefix="scenewire-", dir=base))
    env = {**os.environ, **spec["env"], "SCENEWIRE_HOME": str(home)[len(spec["root"]) :]}
    env.pop("SCENEWIRE_INSTANCE", None)
    process = subprocess.Popen(
        spec["argv"],
        env=env,
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    host = Host(spec, home, process)
    assert process.stdout is not None
    await_record(host)
    threading.Thread(target=drain, args=(host,), daemon=True).start()
    return host


def await_record(host: Host) -> None:
    """Waits for the record, woken by what the host prints and by its end."""
    deadline = time.monotonic() + START_LIMIT
    stdout = host.process.stdout
    assert stdout is not None
    while not list((host.home / "run").glob("*.json")):
        if select.select([stdout], [], [], 0.1)[0]:
            host.output.append(os.read(stdout.fileno(), 65536).decode(errors="replace"))
        if host.process.poll() is not None or time.monotonic() > deadline:
            stop(host)
            host.output += [line.decode(errors="replace") for line in stdout]
            raise RuntimeError(f"{host.name} did not come up:\n{host.tail()}")


def drain(host: Host) -> None:
    """Keeps the host's pipe empty, so that it never waits for us, and keeps what it said."""
    assert host.process.stdout is not None
    for line in host.process.stdout:
        host.output.append(line.decode(errors="replace"))


def stop(host: Host) -> int:
    """Ends a host as a service manager does and gives its exit code."""
    if host.process.poll() is None:
        host.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            host.process.wait(STOP_LIMIT)
    if host.process.poll() is None:
        os.killpg(host.process.pid, signal.SIGKILL)
    code = host.process.wait()
    shutil.rmtree(host.home, ignore_errors=True)
    return code


class Call:
    """`call("create_nodes", items=[...])`: one operation over the Python client, and the client
    itself as `.client`.
    """

    def __init__(self, client: Any, host: Host):
        self.client = client
        self.host = host

    def __call__(self, operation: str, /, timeout: float | None = 60.0, **arguments: Any) -> dict[str, Any]:
        result: dict[str, Any] = self.client.call(operation, arguments, timeout=timeout).value
        return result

    def python(self, code: str, **arguments: Any) -> Any:
        """The value of the last expression of a piece of code in the host: the second opinion of
        every test.
        """
        return self("execute_python", code=code, **arguments)["value"]

    def fails(self, code: str, operation: str, /, **arguments: Any) -> Any:
        """The error of a call that must fail with this code."""
        from scenewire.errors import SceneWireError

        with pytest.raises(SceneWireError) as caught:
            self(operation, **arguments)
        assert caught.value.error_code == code, caught.value
        return caught.value


def pytest_configure(config: pytest.Config) -> None:
    """Registers the markers by which a test, or a file of them, says what it is about."""
    config.addinivalue_line("markers", "apps(*names): the applications that these tests are about; Blender unless said")
    config.addinivalue_line("markers", "headless(why): not asked of a window, which would show nothing else")


def apps_of(definition: Any) -> tuple[str, ...]:
    """The applications that a test is about: what it says itself, else its module. Most look into Blender."""
    marker = definition.get_closest_marker("apps")
    return tuple(marker.args) if marker else ("blender",)


#: In place of a host, where those that there are are none of the applications that a test is about.
NOT_ABOUT = "of another application"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that takes `host` runs on each that it is about; one that takes `one_host` runs on the first."""
    every = specs()
    found = [spec for spec in every if app_of(spec) in apps_of(metafunc.definition)]
    for name, chosen in (("host", found), ("one_host", found[:1])):
        if name in metafunc.fixturenames:
            marks = [] if chosen else [pytest.mark.skip(reason="no host: run it by `make test`")]
            params = [pytest.param(spec, id=spec["name"]) for spec in chosen] or [
                pytest.param(None, marks=marks, id=NOT_ABOUT if every else "none")
            ]
            metafunc.parametrize(name, params, indirect=True, scope="session")


#: A window has the adapter of its Blender without one, which takes every test of the contract. In `make test` each of
#: them runs in one of two windows, and with a sixth of its values where it has many; in `make soak` all of it in each.
WINDOWS, SHARE = 2, 6


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what is about other applications than are there, and what a window need not be asked."""
    dropped = {item for item in items if NOT_ABOUT in item.nodeid}
    windows = [item for item in items if in_window(item)]
    dropped.update(item for item in windows if item.get_closest_marker("headless"))
    if "SCENEWIRE_TEST_EXAMPLES" not in os.environ:
        dropped.update(beyond_its_share([item for item in windows if item.path.parent.name != "window"]))
    config.hook.pytest_deselected(items=list(dropped))
    items[:] = [item for item in items if item not in dropped]


def beyond_its_share(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """What is too much for windows, test by test: each begins in another window than the one before."""
    tests: dict[str, list[pytest.Item]] = {}
    for item in items:
        tests.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for number, runs in enumerate(tests.values()):
        share = WINDOWS if len(runs) <= WINDOWS else WINDOWS * SHARE
        yield from (run for at, run in enumerate(runs) if (at - number) % share)


def in_window(item: pytest.Item) -> bool:
    """Whether the test's host has a window."""
    spec = item.callspec.params.get("host") if isinstance(item, pytest.Function) and hasattr(item, "callspec") else None
    return bool(spec and spec["window"])


@pytest.fixture(scope="session")
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    """One real host, shared by the tests that run on it."""
    running = launch(request.param)
    yield running
    stop(running)


@pytest.fixture(scope="session")
def one_host(request: pytest.FixtureRequest) -> Iterator[Host]:
    """The first host, for what does not depend on which."""
    running = launch(request.param)
    yield running
    stop(running)


@pytest.fixture
def own_host(request: pytest.FixtureRequest) -> Iterator[Host]:
    """A host of the test's own, to be killed or stopped."""
    found = [spec for spec in specs() if app_of(spec) in apps_of(request.node)]
    if not found:
        pytest.skip("no host: run it by `make test`")
    running = launch(found[0])
    yield running
    stop(running)


def connect(host: Host) -> Call:
    """A client to a host."""
    import scenewire

    os.environ["SCENEWIRE_HOME"] = str(host.home)
    return Call(scenewire.connect(host.record()["id"]), host)


@pytest.fixture(scope="session")
def client(host: Host) -> Iterator[Call]:
    """The client of the tests that run on every host."""
    made = connect(host)
    yield made
    made.client.close()


# Everything but the screens and the tool settings goes; removing is quicker than a new file, and leaves
# windows alone.
WIPE = """
import bpy
for kind in ("objects", "meshes", "materials", "cameras", "lights", "collections", "curves", "armatures", "actions",
             "node_groups", "textures"):
    bpy.data.batch_remove(list(getattr(bpy.data, kind)))
bpy.data.batch_remove([image for image in bpy.data.images if image.type != "RENDER_RESULT"])
bpy.context.scene.frame_set(1)
scene, ours = bpy.context.scene, bpy.app.driver_namespace
for path, name in (
    ("render", "engine"), ("render", "fps"), ("render", "fps_base"), ("render", "resolution_x"),
    ("render", "resolution_y"), ("render", "resolution_percentage"), ("render", "filepath"), ("cycles", "samples"),
    ("eevee", "taa_render_samples"), ("view_settings", "view_transform"), ("render.image_settings", "media_type"),
    ("render.image_settings", "file_format"), ("", "frame_start"), ("", "frame_end"),
):
    owner = scene.path_resolve(path) if path else scene
    if not hasattr(owner, name):
        continue
    # What the settings of a scene were before the first test, they are before each.
    before = ours.setdefault(f"before {path}.{name}", getattr(owner, name))
    setattr(owner, name, before)
scene.world = bpy.data.worlds.get("World") or bpy.data.worlds.new("World")
bpy.data.batch_remove([world for world in bpy.data.worlds if world != scene.world])
for key in [key for key in scene.keys() if key not in ("cycles", "cycles_curves")]:
    del scene[key]
"""


# The root layer alone: nothing else is edited by tests that do not say so. Z is up as in the scenes that examples
# stand in.
WIPE_USD = """
root = stage.GetRootLayer()
root.Clear()
UsdGeom.SetStageUpAxis(stage, "Z")
UsdGeom.SetStageMetersPerUnit(stage, 1.0)
stage.SetTimeCodesPerSecond(24.0)
stage.SetFramesPerSecond(24.0)
stage.SetEditTarget(root)
"""

# A new scene as Maya begins one. Not by the adapter, which would keep what is unsaved.
WIPE_MAYA = """
cmds.file(new=True, force=True)
cmds.currentUnit(linear="cm", angle="deg", time="film")
"""

# A level without actors and layers, as a new one is.
WIPE_UNREAL = """
actors = unreal.get_editor_subsystem(unreal.EditorActorSubsystem)
actors.destroy_actors(actors.get_all_level_actors())
layers = unreal.get_editor_subsystem(unreal.LayersSubsystem)
for name in layers.add_all_layer_names_to():
    layers.delete_layer(name)
for folder in ("Materials", "Deleted"):
    unreal.EditorAssetLibrary.delete_directory(f"/Game/Scenewire/{folder}")
"""

#: How each host is emptied.
WIPES = {"blender": WIPE, "usd": WIPE_USD, "maya": WIPE_MAYA, "unreal": WIPE_UNREAL}


@pytest.fixture
def call(client: Call) -> Call:
    """The client, over an empty scene without checkpoints or tasks of earlier tests."""
    from scenewire.errors import ConflictError

    wipe = WIPES.get(client("get_status")["instance"]["app"])
    if wipe is not None:
        for task in client("list_tasks")["items"]:
            # It may end before it is cancelled.
            with contextlib.suppress(ConflictError):
                if task["status"] == "running":
                    client("cancel_task", id=task["id"])
        client("execute_python", code=wipe)
    shutil.rmtree(client.host.home / "checkpoints", ignore_errors=True)
    return client
