"""The table of suites: what each needs and the command that runs it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from setup import blenders, hosts, node, packages, pythons, system, unreal_stubs, venvs, wheel
from setup.cache import ROOT, Missing, cache

TESTS = ROOT / "tests" / "python"
# Folders of tests/python that need real hosts or a browser; every other file there is a unit test.
NEED_HOSTS = ("contract", "e2e", "blender", "browser", "panel", "plugin", "soak", "packages")
PYTEST = ["-m", "pytest", "-q", "-p", "no:cacheprovider"]


@dataclass
class Command:
    """What runs a suite, once everything it needs is there."""

    argv: list[object]
    env: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Suite:
    """One line of the summary. A required suite that cannot run is a failure, another is named as not run. One that
    names another runs beside those that follow, and is shown when that one is done.
    """

    name: str
    prepare: Callable[[], Command]
    limit: float
    required: bool = True
    beside: str = ""


def lint_tool(*argv: str) -> Callable[[], Command]:
    """A tool of the lint venv."""
    return lambda: Command([venvs.make("lint", "3.11", "lint").parent / argv[0], *argv[1:]])


def clippy() -> Command:
    """Clippy with every feature and warnings as errors."""
    argv = ["cargo", "clippy", "--locked", "--all-targets", "--all-features", "--", "-D", "warnings"]
    return Command([*argv], {"PYO3_PYTHON": str(pythons.find("3.11"))})


def stubtest() -> Command:
    """Compares `_native.pyi` with the module that was built."""
    python = wheel.install(venvs.make("lint", "3.11", "lint"))
    return Command([python, "-m", "mypy.stubtest", "scenewire._native"])


def skeleton() -> Command:
    """The package of a new adapter, written by the wheel and judged as strictly as our own."""
    python = wheel.install(venvs.make("lint", "3.11", "lint"))
    folder = cache("skeleton")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = ["catalogue", "--format", "adapter", "--name", "houdini", "--output", folder]
    subprocess.run([python.parent / "scenewire", *command], check=True)
    return Command([python, "-m", "mypy", "--strict", folder / "houdini"])


def rust() -> Command:
    """The library's and the integration tests, without Python, as the native binary is built; with the fixtures of the
    protocol's suite, which so needs no build of its own.
    """
    return Command(["cargo", "test", "--locked", "--no-fail-fast", "--features", "conformance"])


def unit(version: str) -> Callable[[], Command]:
    """Every Python test that needs no host, in this Python."""

    def prepare() -> Command:
        python = wheel.install(venvs.make(f"py{version}", version, "test"))
        ignored = [f"--ignore={TESTS / name}" for name in NEED_HOSTS]
        return Command([python, *PYTEST, *ignored, TESTS])

    return prepare


def adapter(name: str) -> Callable[[], Command]:
    """The Blender adapter's tests inside this `bpy`, without a wire."""
    return lambda: Command([wheel.install(venvs.bpy(name, "test")), *PYTEST, TESTS / "blender"])


def maya_double() -> Command:
    """The tests of the Maya double itself, which stand beside it."""
    python = venvs.make("maya", "3.11", "test", "maya")
    return Command([python, *PYTEST, "-rP", ROOT / "tests" / "doubles" / "tests"])


def unreal_double() -> Command:
    """The tests of the Unreal double and of what only the adapter in it can show."""
    python = wheel.install(venvs.make("unreal", "3.11", "test", "unreal"))
    env = {"UNREAL_DOUBLE_TABLES": str(unreal_stubs.tables()), "PYTHONPATH": str(ROOT / "tests" / "doubles")}
    return Command([python, *PYTEST, ROOT / "tests" / "doubles" / "unreal_tests"], env)


def inside(window: bool) -> Callable[[], Command]:
    """The Blender adapter's tests inside Debian's own Blender."""

    def prepare() -> Command:
        system.programs("Xvfb")
        script = ROOT / "tests" / "hosts" / "inside.py"
        wheel.install(venvs.make("inside", "3.11", "test"))
        found = next(cache("venv", "inside").glob("lib/python3*/site-packages"))
        mode = ["--factory-startup"] if window else ["-b", "--factory-startup"]
        argv = [blenders.debian(), *mode, "-P", script, "--", TESTS / "blender"]
        return Command(argv_of(window, argv), {"SCENEWIRE_PATH": str(found)})

    return prepare


def argv_of(window: bool, argv: list[object]) -> list[object]:
    """The command, under a display of its own when it opens a window."""
    return [sys.executable, ROOT / "tests" / "hosts" / "display.py", *argv] if window else argv


def on_hosts(table: dict[str, Callable[[], hosts.Host]], *folders: str, examples: int = 0) -> Callable[[], Command]:
    """Tests that drive real hosts over the wire; a host that cannot be had is a note, none at all a
    failure. `examples` is how many random values `test_properties.py` tries of each entity.
    """

    def prepare() -> Command:
        found, notes = gather(table)
        listing = cache(f"hosts-{'-'.join([*folders, *table]).replace('/', '-')}.json")
        listing.write_text(json.dumps([host.as_json() for host in found]))
        env = {"SCENEWIRE_TEST_HOSTS": str(listing)}
        if examples:
            env["SCENEWIRE_TEST_EXAMPLES"] = str(examples)
        try:
            env["SCENEWIRE_TEST_NODE"] = str(node.programs())
        except Missing as missing:
            notes.append(str(missing))
        try:
            foreign = venvs.make("mcp-for-blender", "3.11", "mcp-for-blender")
            env["SCENEWIRE_TEST_MCP_FOR_BLENDER"] = str(foreign.parent / "mcp-for-blender")
        except Missing as missing:
            notes.append(f"mcp-for-blender: {missing}")
        argv = [hosts.client(), *PYTEST, "--durations=15", *(TESTS / folder for folder in folders)]
        return Command(argv_of(any(host.window for host in found), argv), env, notes)

    return prepare


def at_the_panel() -> Command:
    """Mouse and keyboard on the add-on in real windows, and on the zips, where they can be packed."""
    command = on_hosts(hosts.PANEL, "panel")()
    try:
        command.env["SCENEWIRE_TEST_PACKAGES"] = str(packages.listing())
    except Missing as missing:
        command.notes.append(f"no zip was installed in a window: {missing}")
    return command


def gather(table: dict[str, Callable[[], hosts.Host]]) -> tuple[list[hosts.Host], list[str]]:
    """The hosts that can be had, and a sentence for each that cannot."""
    system.programs("strace", "xdotool")
    found, notes = [], []
    for name, prepare in table.items():
        try:
            found.append(prepare())
        except Missing as missing:
            notes.append(f"{name}: {missing}")
    if not found:
        raise Missing("no host could be had: " + "; ".join(notes))
    return found, notes


def conformance() -> Command:
    """The protocol's own suite against a build with its fixtures, and what of it needs none against the
    wheel.
    """
    script = ROOT / "tests" / "conformance" / "run.py"
    programs = node.programs()
    wheels = wheel.install(venvs.make("py3.11", "3.11", "test"))
    return Command([sys.executable, script, programs, wheels.parent / "scenewire"])


def addon_zips() -> Command:
    """The add-on's zips, installed in real Blenders."""
    found, notes = packages.hosts()
    env = {"SCENEWIRE_TEST_PACKAGES": str(packages.listing()), "SCENEWIRE_TEST_BLENDERS": str(found)}
    files = [TESTS / "packages" / f"test_{name}.py" for name in ("extension", "legacy", "install")]
    return Command([hosts.client(), *PYTEST, "--durations=5", *files], env, notes)


def mcp_packages() -> Command:
    """The wheel as a file and by `uvx`, the MCP bundle and the registry's entry."""
    python, env = packages.tools()
    env["SCENEWIRE_TEST_PACKAGES"] = str(packages.listing())
    files = [TESTS / "packages" / f"test_{name}.py" for name in ("wheel", "mcp")]
    return Command([python, *PYTEST, *files], env)


def browser() -> Command:
    """The gateway's status page in Debian's Chromium."""
    system.programs("chromium")
    return Command([wheel.install(venvs.make("py3.11", "3.11", "test")), *PYTEST, TESTS / "browser"])


def bench() -> Command:
    """Every benchmark over the newest headless host and the newest window, written to docs/benchmarks.md."""
    found, notes = gather({name: hosts.TEST[name] for name in ("bpy5.2", "blender5.2-window")})
    listing = cache("hosts-bench.json")
    listing.write_text(json.dumps([host.as_json() for host in found]))
    env = {"SCENEWIRE_TEST_HOSTS": str(listing), "SCENEWIRE_BENCH_WHEEL": str(wheel.build())}
    try:
        env["SCENEWIRE_BENCH_RIVAL"] = str(venvs.rival_addon())
    except Missing as missing:
        notes.append(f"blender-mcp was not measured: {missing}")
    argv = [hosts.client(), ROOT / "benches" / "run.py"]
    return Command(argv_of(any(host.window for host in found), argv), env, notes)


def ruff(*argv: str) -> Callable[[], Command]:
    """Ruff over every Python file of the checkout."""
    return lint_tool("ruff", *argv, str(ROOT))


# Whether a window can be had.
WINDOWS = system.obtainable("Xvfb")
# What of the tests from end to end runs on hosts with a window.
IN_WINDOWS = ("e2e/window", "e2e/test_mcp_for_blender.py")

# What is compiled, here and for the wheel, is compiled at once, and until the one of these names is done.
COMPILED = "contract, USD"
LINT = [
    Suite("cargo fmt", lambda: Command(["cargo", "fmt", "--check"]), 60),
    Suite("ruff check", ruff("check", "--no-cache"), 60),
    Suite("ruff format", ruff("format", "--check", "--no-cache"), 60),
    Suite("mypy --strict", lint_tool("mypy", "--strict"), 300),
    Suite("clippy", clippy, 1500, beside=COMPILED),
    Suite("stubtest", stubtest, 300),
    Suite("mypy --strict, a new adapter", skeleton, 300),
]
TEST = [
    Suite("rust", rust, 1500, beside=COMPILED),
    Suite("mcp conformance", conformance, 1500, beside=COMPILED),
    # Two take little more than one on two cores, and this is the longest by far: it begins as soon as there is a wheel.
    Suite("contract, in windows", on_hosts(hosts.WINDOWS, "contract"), 1800, required=WINDOWS, beside="end to end"),
    Suite("status page in Chromium", browser, 300, required=False),
    Suite("python 3.9, unit", unit("3.9"), 300, required=False),
    Suite("python 3.11, unit", unit("3.11"), 300),
    Suite("python 3.13, unit", unit("3.13"), 300, required=False),
    Suite("Maya double", maya_double, 120),
    Suite("adapter in bpy 4.2", adapter("bpy4.2"), 600),
    Suite("adapter in bpy 5.2", adapter("bpy5.2"), 600, required=False),
    Suite("adapter in Blender 3.4 -b", inside(window=False), 600, required=False),
    Suite("adapter in Blender 3.4", inside(window=True), 600, required=False),
    Suite("wheel, uvx, mcpb, server.json", mcp_packages, 300),
    Suite("contract, USD", on_hosts(hosts.USD, "contract"), 600),
    Suite("contract, Maya double", on_hosts(hosts.MAYA, "contract"), 1200, beside="contract"),
    Suite("Unreal double", unreal_double, 120),
    Suite("contract, Unreal double", on_hosts(hosts.UNREAL, "contract"), 1200, beside="contract"),
    Suite("Maya's plug-in", on_hosts(hosts.PLUGIN, "plugin"), 600),
    Suite("add-on zips", addon_zips, 600, required=False, beside="contract"),
    Suite("contract", on_hosts(hosts.WINDOWLESS, "contract"), 1800),
    Suite("end to end", on_hosts({**hosts.WINDOWLESS, **hosts.USD, **hosts.MAYA, **hosts.UNREAL}, "e2e"), 900),
    # These look at the clock, as an artist would: they have the machine for themselves.
    Suite("an artist at the panel", at_the_panel, 600, required=WINDOWS, beside="end to end, in windows"),
    Suite("end to end, in windows", on_hosts(hosts.WINDOWS, *IN_WINDOWS), 900, required=WINDOWS),
]
# What the long suite of `soak` does over more hosts.
IN_LONG = ("contract, in windows", "contract", "end to end", "end to end, in windows")
SOAK = [
    Suite("adapter in bpy 4.5", adapter("bpy4.5"), 900, required=False),
    Suite("adapter in bpy 5.0", adapter("bpy5.0"), 900, required=False),
    Suite("soak, Maya double", on_hosts({**hosts.MAYA, **hosts.PLUGIN}, "soak"), 2400),
    Suite("contract, end to end, soak", on_hosts(hosts.SOAK, "contract", "e2e", "soak", examples=150), 6000),
]
GROUPS: dict[str, list[Suite]] = {
    "lint": LINT,
    "test": TEST,
    "soak": [*(suite for suite in TEST if suite.name not in IN_LONG), *SOAK],
    "bench": [Suite("bench", bench, 1800)],
}
