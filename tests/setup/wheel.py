"""The one release wheel: built once per state of the sources, installed wherever Python code is tested."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import system, venvs
from .cache import ROOT, Missing, cache, digest, environment, run, stamped

SOURCES = ("src", "python", "Cargo.toml", "Cargo.lock", "pyproject.toml", "README.md")


def build() -> Path:
    """The wheel of this checkout."""
    if not shutil.which("cargo"):
        raise Missing("Rust (cargo) is not installed; see https://rustup.rs")
    system.programs("cc")
    key = digest(*(ROOT / name for name in SOURCES if (ROOT / name).exists()))
    folder = cache("wheels", key)
    with stamped("wheel", key) as needed:
        if needed or not list(folder.glob("*.whl")):
            shutil.rmtree(folder.parent, ignore_errors=True)
            maturin = venvs.make("build", "3.11", "build").parent / "maturin"
            argv = [maturin, "build", "--release", "--locked", "-i", maturin.parent / "python", "-o", folder]
            run("build of the wheel", argv, env=environment(PATH=path_with(maturin.parent)))
    return next(folder.glob("*.whl"))


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


def hand_out() -> int:
    """Puts the wheel into `dist/` of the checkout and says where it is."""
    built = build()
    (ROOT / "dist").mkdir(exist_ok=True)
    copy = shutil.copy(built, ROOT / "dist")
    print(f"{copy} ({built.stat().st_size / 1e6:.1f} MB)")
    return 0
