"""The one release wheel: built once per state of the sources, installed wherever Python code is tested."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from pathlib import Path

from . import system, venvs
from .cache import HERE, ROOT, Missing, cache, digest, environment, is_stamped, run, stamped

#: Links the wheels for Linux.
LINKER = HERE / "linker.py"
SOURCES = ("src", "python", "blender_addon", "maya_plugin", "Cargo.toml", "Cargo.lock", "pyproject.toml", "README.md")
# The C library of Rocky 8, which studios run: zig links against it whatever this machine has.
GLIBC = "manylinux_2_28"
# It goes into every Blender's zip, and a download must not be a reason to wait.
LIMIT_MB = 6.0
# What accounts and audit use none of: full-text search, R-trees, JSON in SQL, statistics for planning.
SQLITE_WITHOUT = "-USQLITE_ENABLE_FTS3 -USQLITE_ENABLE_FTS5 -USQLITE_ENABLE_RTREE -USQLITE_ENABLE_STAT4"
SQLITE_WITHOUT += " -USQLITE_ENABLE_DBSTAT_VTAB -USQLITE_SOUNDEX -DSQLITE_OMIT_JSON"
# Nothing unwinds through C, on Linux, where no exception of the system's does either.
C_ON_LINUX = "-fno-asynchronous-unwind-tables -fno-unwind-tables"


def build(triple: str = "", *flags: str) -> Path:
    """The wheel of this checkout: for this machine, or for the machine that a Rust target triple names, with flags for
    rustc.
    """
    if not shutil.which("cargo"):
        raise Missing("Rust (cargo) is not installed; see https://rustup.rs")
    system.programs("cc")
    triple = triple or here()
    folder = place(triple)
    with stamped(f"wheel-{triple}", folder.name) as needed:
        if needed or not list(folder.glob("*.whl")):
            shutil.rmtree(folder.parent, ignore_errors=True)
            maturin = venvs.make("build", "3.11", "build").parent / "maturin"
            argv = [maturin, "build", "--profile", "wheel", "--locked", *options(triple)]
            argv += ["-i", maturin.parent / "python"]
            env = environment(
                PATH=path_with(maturin.parent), LIBSQLITE3_FLAGS=SQLITE_WITHOUT, RUSTFLAGS=nobodys_paths()
            )
            if "linux" in triple:
                env["CFLAGS"] = f"{env.get('CFLAGS', '')} {C_ON_LINUX}".strip()
                flags = (f"-Clinker={LINKER}", *flags)
            log = run(f"build of the wheel for {triple}", [*argv, "-o", folder, "--", *flags], env=env)
            # To maturin this is a warning; it is a wheel that no Python can import.
            if "Couldn't find the symbol" in log.read_text(errors="replace"):
                shutil.rmtree(folder)
                raise Missing(f"the wheel for {triple} does not export its module (log: {log})")
            (made,) = folder.glob("*.whl")
            run("packing of the wheel", [maturin.parent / "python", HERE / "press.py", made])
    return next(folder.glob("*.whl"))


def nobodys_paths() -> str:
    """Flags for every crate, so that a panic names a file of a crate and not of the machine that built it. They are the
    same in every checkout: the crates in the target folder stay of use.
    """
    home = os.environ.get("CARGO_HOME") or Path.home() / ".cargo"
    return f"{os.environ.get('RUSTFLAGS', '')} --remap-path-prefix={home}/registry/src=crates".strip()


def is_built() -> bool:
    """Whether this machine's wheel of these sources is there already."""
    folder = place(here())
    return is_stamped(f"wheel-{here()}", folder.name) and bool(list(folder.glob("*.whl")))


def here() -> str:
    """The target triple of this machine."""
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
    systems = {"linux": "unknown-linux-gnu", "darwin": "apple-darwin", "win32": "pc-windows-msvc"}
    return f"{machine}-{systems.get(sys.platform, sys.platform)}"


def options(triple: str) -> list[str]:
    """How maturin builds for a triple. With zig on Linux, and wherever the target is another system."""
    if "linux" in triple:
        return ["--target", triple, "--zig", "--compatibility", GLIBC]
    return [] if triple == here() else ["--target", triple, "--zig"]


def place(triple: str) -> Path:
    """The folder of the wheel that these sources have for a triple, whether it is built or not."""
    key = digest(
        HERE / "requirements-build.txt",
        HERE / "wheel.py",
        HERE / "press.py",
        LINKER,
        *(ROOT / name for name in SOURCES if (ROOT / name).exists()),
    )
    return cache("wheels", triple, key)


def path_with(folder: Path) -> str:
    """PATH with a folder in front."""
    return f"{folder}:{environment()['PATH']}"


def install(python: Path) -> Path:
    """Puts this checkout's wheel into a venv and gives its interpreter back."""
    built = build()
    name = python.parent.parent.name
    with stamped(f"wheel-in-{name}", built.parent.name + digest(venvs.born(python))) as needed:
        if needed:
            argv = [python, "-m", "pip", "install", "-q", "--force-reinstall", "--no-deps", built]
            run(f"wheel into {name}", argv)
    return python


def unpack(folder: Path) -> Path:
    """Puts the wheel's files into a folder, for hosts whose Python has no pip of its own."""
    built = build()
    with stamped(f"wheel-in-{folder.parent.name}-{folder.name}", built.parent.name) as needed:
        if needed:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.unpack_archive(built, folder, "zip")
    return folder


def hand_out(built: Path | None = None) -> int:
    """Puts a wheel (this machine's, when none is given) into `dist/` of the checkout and says where it is."""
    copy = to_dist(built or build())
    size = copy.stat().st_size / 1e6
    print(f"{copy} ({size:.1f} MB)", flush=True)
    # For macOS two builds are in one wheel.
    limit = LIMIT_MB * (2 if "universal2" in copy.name else 1)
    if size > limit:
        print(f"scenewire: {copy.name} is larger than the {limit} MB that it may have", file=sys.stderr)
        return 1
    return 0


def to_dist(made: Path) -> Path:
    """Copies a file into `dist/` of the checkout."""
    folder = ROOT / "dist"
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(made, folder))
