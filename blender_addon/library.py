"""The scenewire package of the zip for Blenders before 4.2. Later ones install the wheels of an extension themselves.

The wheel is unpacked once, into a folder of its own beside Blender's other user data: an add-on's own folder is
removed when it is reinstalled, which Windows refuses while a library in it is loaded.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

WHEELS = Path(__file__).parent / "wheels"
#: How many unpacked packages stay, the newest first: another Blender may still run from the last one.
_KEPT = 2
_SYSTEMS = {"linux": "manylinux", "darwin": "macosx", "win32": "win"}

_problem: str | None = None


def problem() -> str | None:
    """Why ``prepare`` could not do it, or None."""
    return _problem


def prepare() -> None:
    """Puts the package on Python's path, before any other of its name; does nothing where Blender has installed it."""
    global _problem
    if not WHEELS.is_dir() or str(__package__).startswith("bl_ext."):
        return
    try:
        folder = str(_unpacked(_wheel()))
    except (OSError, LookupError, zipfile.BadZipFile) as error:
        _problem = str(error)
        return
    _problem = None
    if folder not in sys.path:
        sys.path.insert(0, folder)


def _wheel() -> Path:
    """The wheel of this machine's system and processor."""
    machine = platform.machine().lower()
    found = [wheel for wheel in WHEELS.glob("*.whl") if fits(wheel.name, sys.platform, machine)]
    if not found:
        raise LookupError(f"this zip has none for {sys.platform} on {machine}: install the zip for this system")
    return found[0]


def fits(wheel: str, system: str, machine: str) -> bool:
    """Whether a wheel's name says that it is for a system (as ``sys.platform``) and a processor."""
    tags = wheel.rsplit("-", 1)[-1]
    prefix = _SYSTEMS.get(system)
    if prefix is None or not tags.startswith(prefix):
        return False
    names = (f"_{machine}.", "_universal2.") if system == "darwin" else (f"_{machine}.",)
    return any(name in tags for name in names)


def _unpacked(wheel: Path) -> Path:
    """The folder with this very wheel's files, made when it is not there."""
    import bpy

    base = Path(bpy.utils.user_resource("DATAFILES", path="scenewire", create=True))
    with zipfile.ZipFile(wheel) as files:
        record = next(info for info in files.infolist() if info.filename.endswith(".dist-info/RECORD"))
        # RECORD has the digest of every other file, so its own checksum names the build.
        folder = base / f"{'-'.join(wheel.name.split('-')[:2])}-{record.CRC:08x}"
        if not folder.is_dir():
            _extract(files, folder)
    _forget_old(base)
    return folder


def _extract(files: zipfile.ZipFile, folder: Path) -> None:
    """All or nothing, whatever other Blender does the same at the same time."""
    parts = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder.parent))
    try:
        files.extractall(parts)
        os.replace(parts, folder)
    except OSError:
        shutil.rmtree(parts, ignore_errors=True)
        if not folder.is_dir():
            raise


def _forget_old(base: Path) -> None:
    """Removes all but the newest; what is in use on Windows stays until the next time."""
    found = sorted(base.glob("scenewire-*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in found[_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
