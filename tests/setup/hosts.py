"""The real hosts that contract, end-to-end and soak tests run on: what to install for each and how to
launch it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from . import blenders, system, unreal_stubs, venvs, wheel
from .cache import ROOT, Missing, cache

ARTIST_SCRIPT = ROOT / "tests" / "hosts" / "artist.py"
WINDOW_SCRIPT = ROOT / "tests" / "hosts" / "window.py"
# Small, because software drawing of a large window makes every tick slow.
WINDOW = ["--factory-startup", "--window-geometry", "0", "0", "640", "480", "-P"]


@dataclass
class Host:
    """How the tests launch one host; `root` is the folder that is `/` for it."""

    name: str
    argv: list[str]
    env: dict[str, str] = field(default_factory=dict)
    root: str = ""
    window: bool = False
    app: str = "blender"

    def as_json(self) -> dict[str, object]:
        """The entry of the file that `tests/conftest.py` reads."""
        return asdict(self)


def client() -> Path:
    """The interpreter that has scenewire, pytest and the foreign clients, and no host."""
    return wheel.install(venvs.make("client", "3.11", "test", "client"))


def module(name: str) -> Host:
    """A headless host over the `bpy` of PyPI, started by the real command."""
    python = wheel.install(venvs.bpy(name, "test"))
    return Host(name, [str(python.parent / "scenewire"), "host", "--app", "bpy", "--name", name])


def usd() -> Host:
    """A stage of the OpenUSD of PyPI, started by the real command."""
    python = wheel.install(venvs.make("usd", "3.11", "test", package="usd-core"))
    argv = [str(python.parent / "scenewire"), "host", "--app", "usd", "--name", "usd"]
    # Threads gain nothing on stages as small as those of tests, and wait for one another on a busy machine.
    return Host("usd", argv, {"PXR_WORK_THREAD_LIMIT": "1"}, app="usd")


def maya_window() -> Host:
    """The Maya double with its window: it finds the plug-in by its module file, as Maya does, and starts it."""
    python = wheel.install(venvs.make("maya", "3.11", "test", "maya"))
    env = {
        "PYTHONPATH": str(ROOT / "tests" / "doubles"),
        "MAYA_MODULE_PATH": str(ROOT / "maya_plugin"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    start = "import scenewire_maya.actions\nscenewire_maya.actions.start()"
    return Host("maya-window", [str(python), "-m", "maya_window", start], env, app="maya")


def maya_double() -> Host:
    """The double of Maya that stands in tests/doubles, in a Python that has no Maya: no wheel of one is to be had."""
    python = wheel.install(venvs.make("maya", "3.11", "test", "maya"))
    argv = [str(python), "-m", "scenewire.host", "--app", "maya", "--name", "maya"]
    return Host("Maya (double)", argv, {"PYTHONPATH": str(ROOT / "tests" / "doubles")}, app="maya")


def unreal_double() -> Host:
    """The double of Unreal's editor that stands in tests/doubles, without frames: no Unreal is to be had."""
    python = wheel.install(venvs.make("unreal", "3.11", "test", "unreal"))
    argv = [str(python), "-m", "scenewire.host", "--app", "unreal", "--name", "unreal"]
    env = {"PYTHONPATH": str(ROOT / "tests" / "doubles"), "UNREAL_DOUBLE_TABLES": str(unreal_stubs.tables())}
    return Host("Unreal (double)", argv, env, app="unreal")


def background() -> Host:
    """Debian's own Blender without its window, started by the real command."""
    blenders.debian()
    argv = [str(client().parent / "scenewire"), "host", "--app", "blender", "--name", "blender3.4"]
    return Host("blender3.4", argv)


def window() -> Host:
    """Debian's own Blender with its window."""
    system.programs("Xvfb")
    program = str(blenders.debian())
    env = {
        "SCENEWIRE_PATH": str(wheel.unpack(cache("unpacked", "here"))),
        "SCENEWIRE_NAME": "blender3.4-window",
    }
    return Host("blender3.4-window", [program, *WINDOW, str(WINDOW_SCRIPT)], env, window=True)


def rooted(release: str) -> Host:
    """A later Debian's Blender with its window, in the folder that holds that Debian."""
    if os.geteuid() != 0:
        raise Missing(f"the Blender of Debian {release} needs root, for chroot")
    system.programs("Xvfb")
    root = blenders.root(release)
    wheel.unpack(root / "opt" / "scenewire")
    shutil.copy(WINDOW_SCRIPT, root / "opt" / "window.py")
    name = f"blender{blenders.ROOTS[release]}-window"
    env = {"SCENEWIRE_PATH": "/opt/scenewire", "SCENEWIRE_NAME": name, "XDG_RUNTIME_DIR": "/tmp"}
    return Host(name, ["chroot", str(root), "blender", *WINDOW, "/opt/window.py"], env, str(root), window=True)


def artists(name: str, script: Path, addon: Path, unpacked: str, argv: list[str], root: str = "") -> Host:
    """A Blender with its window whose add-on is enabled and started by hand; tall enough for the whole sidebar. Every
    pixel costs time, so that all is small unless somebody wants to see it.
    """
    system.programs("Xvfb", "xdotool", "import")
    scale = 1.0 if os.environ.get("SCENEWIRE_SHOTS") else 0.5
    # Narrower than 640 Blender makes none, and it counts from the lower left of the screen (`display.py`).
    place = ["0", "0", "520", "1400"] if scale == 1.0 else ["0", "700", "640", "700"]
    tall = ["--factory-startup", "--window-geometry", *place, "-P", str(script)]
    env = {"SCENEWIRE_PATH": unpacked, "SCENEWIRE_ADDON": str(addon), "SCENEWIRE_SCALE": str(scale)}
    if root:
        env["XDG_RUNTIME_DIR"] = "/tmp"
    return Host(name, [*argv, *tall], env, root, window=True)


def debians_artist() -> Host:
    """Debian's own Blender."""
    unpacked = str(wheel.unpack(cache("unpacked", "here")))
    return artists("blender3.4-window", ARTIST_SCRIPT, ROOT, unpacked, [str(blenders.debian())])


def rooted_artist(release: str) -> Host:
    """A later Debian's Blender, with a copy of the add-on in its folder."""
    host = rooted(release)
    place = Path(host.root) / "opt"
    shutil.copy(ARTIST_SCRIPT, place / "artist.py")
    shutil.rmtree(place / "blender_addon", ignore_errors=True)
    shutil.copytree(ROOT / "blender_addon", place / "blender_addon")
    return artists(host.name, Path("/opt/artist.py"), Path("/opt"), "/opt/scenewire", host.argv[:3], host.root)


# The oldest and the newest that can be had, with and without a window; `soak` takes the ones between too.
TEST: dict[str, Callable[[], Host]] = {
    "bpy5.2": lambda: module("bpy5.2"),
    "blender3.4": background,
    "blender3.4-window": window,
    "blender5.2-window": lambda: rooted("sid"),
}
#: Quick, and by itself: what its tests are about is not Blender.
USD: dict[str, Callable[[], Host]] = {"usd": usd}
#: What Maya's plug-in does in a window.
PLUGIN: dict[str, Callable[[], Host]] = {"maya-window": maya_window}
#: By itself for the same reason.
MAYA: dict[str, Callable[[], Host]] = {"maya-double": maya_double}
UNREAL: dict[str, Callable[[], Host]] = {"unreal-double": unreal_double}
#: The two halves of `TEST`, which run side by side.
WINDOWS = {name: prepare for name, prepare in TEST.items() if name.endswith("-window")}
WINDOWLESS = {name: prepare for name, prepare in TEST.items() if name not in WINDOWS}
SOAK: dict[str, Callable[[], Host]] = {
    **TEST,
    "bpy4.2": lambda: module("bpy4.2"),
    "bpy4.5": lambda: module("bpy4.5"),
    "bpy5.0": lambda: module("bpy5.0"),
    "blender4.3-window": lambda: rooted("trixie"),
}
PANEL: dict[str, Callable[[], Host]] = {
    "blender3.4-window": debians_artist,
    "blender5.2-window": lambda: rooted_artist("sid"),
}
