"""Virtual environments in the cache, each made once per set of requirements."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import pythons, system
from .cache import HERE, cache, digest, is_stamped, run, stamped

# The Blenders of PyPI: name of the host, the one Python its wheel is for, the release line. A line and
# not one
# release, because PyPI's quota makes the project take old files away.
BPY = {
    "bpy4.2": ("3.11", "bpy==4.2.*"),
    "bpy4.5": ("3.11", "bpy==4.5.*"),
    "bpy5.0": ("3.11", "bpy==5.0.*"),
    "bpy5.2": ("3.13", "bpy==5.2.*"),
}


def make(name: str, version: str, *requirements: str, package: str = "") -> Path:
    """The interpreter of a venv with these requirements (`test` stands for `requirements-test.txt`),
    added when missing.
    """
    found = pythons.find(version)
    folder = cache("venv", name)
    python = folder / "bin" / "python"
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    with stamped(f"venv-{name}", digest(str(found), package)) as needed:
        if needed:
            shutil.rmtree(folder, ignore_errors=True)
            run(f"venv {name}", [found, "-m", "venv", folder])
            if package:
                run(f"pip install of {package}", [*install, package])
    for file in (HERE / f"requirements-{name}.txt" for name in requirements):
        with stamped(f"venv-{name}-{file.stem}", digest(file, born(python))) as needed:
            if needed:
                run(f"pip install for {name}", [*install, "-r", file])
    return python


def born(python: Path) -> int:
    """When the venv of this interpreter was made: what was put into an older one is gone."""
    return (python.parent.parent / "pyvenv.cfg").stat().st_mtime_ns


def bpy(name: str, *requirements: str) -> Path:
    """The interpreter of a venv in which this `bpy` imports."""
    version, package = BPY[name]
    python = make(name, version, *requirements, package=package)
    for linked in python.parent.parent.glob("lib/python3*/site-packages/bpy/__init__*.so"):
        system.libraries(linked)
    with stamped(f"{name}-imports", digest(born(python))) as needed:
        if needed:
            run(f"import of {name}", [python, "-c", "import bpy"])
    return python


def has_bpy(name: str) -> bool:
    """Whether that venv is there already."""
    python = cache("venv", name) / "bin" / "python"
    return python.exists() and is_stamped(f"{name}-imports", digest(born(python)))


#: What the benchmark stands beside: the version that its figures were first measured with.
RIVAL = "mcp-for-blender==2.2.4"


def rival_addon() -> Path:
    """The add-on that blender-mcp's package carries, as published; nothing of it is installed or run here."""
    folder = cache("unpacked", "rival")
    with stamped("rival", RIVAL) as needed:
        if needed:
            shutil.rmtree(folder, ignore_errors=True)
            pip = [make("client", "3.11", "test", "client"), "-m", "pip", "download", "-q", "--no-deps", "-d", folder]
            run(f"download of {RIVAL}", [*pip, RIVAL])
            for packed in folder.glob("*.whl"):
                shutil.unpack_archive(packed, folder, "zip")
    return folder / "blender_mcp" / "bundled" / "addon.py"


def fitting_bpy() -> str:
    """The newest `bpy` for which this machine has the Python: what the demo uses."""
    for name in ("bpy5.2", "bpy5.0"):
        try:
            pythons.find(BPY[name][0])
        except pythons.Missing:
            continue
        return name
    raise pythons.Missing("the demo needs Python 3.13 or 3.11 (with venv), the only ones that bpy has wheels for")
