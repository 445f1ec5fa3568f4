"""Virtual environments in the cache, each made once per set of requirements."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import pythons, system
from .cache import HERE, cache, digest, run, stamped

# The Blenders of PyPI: name of the host, the one Python its wheel is for, the release line. A line and
# not one
# release, because PyPI's quota makes the project take old files away.
BPY = {
    "bpy4.2": ("3.11", "bpy==4.2.*"),
    "bpy4.5": ("3.11", "bpy==4.5.*"),
    "bpy5.0": ("3.11", "bpy==5.0.*"),
    "bpy5.2": ("3.13", "bpy==5.2.*"),
}


def make(name: str, version: str, *requirements: str) -> Path:
    """The interpreter of a venv with these requirements (`test` stands for `requirements-test.txt`)."""
    python = pythons.find(version)
    folder = cache("venv", name)
    files = [HERE / f"requirements-{r}.txt" for r in requirements if not r.startswith("bpy")]
    packages = [r for r in requirements if r.startswith("bpy")]
    with stamped(f"venv-{name}", digest(str(python), *packages, *files)) as needed:
        if needed:
            shutil.rmtree(folder, ignore_errors=True)
            run(f"venv {name}", [python, "-m", "venv", folder])
            argv = [folder / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
            listed = [part for file in files for part in ("-r", file)]
            run(f"pip install for {name}", [*argv, *packages, *listed])
    return folder / "bin" / "python"


def bpy(name: str, *requirements: str) -> Path:
    """The interpreter of a venv in which this `bpy` imports."""
    version, package = BPY[name]
    python = make(name, version, package, *requirements)
    for linked in python.parent.parent.glob("lib/python3*/site-packages/bpy/__init__*.so"):
        system.libraries(linked)
    with stamped(f"{name}-imports", digest(str(python), package)) as needed:
        if needed:
            run(f"import of {name}", [python, "-c", "import bpy"])
    return python


def fitting_bpy() -> str:
    """The newest `bpy` for which this machine has the Python: what the demo uses."""
    for name in ("bpy5.2", "bpy5.0"):
        try:
            pythons.find(BPY[name][0])
        except pythons.Missing:
            continue
        return name
    raise pythons.Missing("the demo needs Python 3.13 or 3.11 (with venv), the only ones that bpy has wheels for")
