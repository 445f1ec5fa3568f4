"""Debian packages: installed only when something is missing and we are root; otherwise named in a
sentence.
"""

from __future__ import annotations

import ctypes
import functools
import os
import re
import shutil
import subprocess
import threading
from pathlib import Path

from .cache import Missing, environment, run

# What a program of the tests is called, and the packages that bring it.
PROGRAMS = {
    "blender": ["blender", "libgl1-mesa-dri"],
    "Xvfb": ["xvfb", "libgl1-mesa-dri"],
    "xdotool": ["xdotool"],
    "import": ["imagemagick"],
    "strace": ["strace"],
    "debootstrap": ["debootstrap", "debian-archive-keyring"],
    "npm": ["npm"],
    "chromium": ["chromium", "fonts-dejavu-core"],
    "cc": ["gcc", "libc6-dev"],
}
# What the PyPI `bpy` links, and the packages that bring it.
LIBRARIES = {
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXfixes.so.3": "libxfixes3",
    "libXi.so.6": "libxi6",
    "libXrender.so.1": "libxrender1",
    "libXxf86vm.so.1": "libxxf86vm1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libSM.so.6": "libsm6",
    "libICE.so.6": "libice6",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libgomp.so.1": "libgomp1",
    "libstdc++.so.6": "libstdc++6",
}
# What it opens only when it draws, and then ends the process if it is not there.
GRAPHICS = "libEGL.so.1"
_apt = threading.Lock()


def programs(*names: str) -> None:
    """Makes sure that these programs are there."""
    missing = [name for name in names if not shutil.which(name)]
    install([package for name in missing for package in PROGRAMS[name]], f"the program {', '.join(missing)}")


def obtainable(name: str) -> bool:
    """Whether this program is there, or could be installed."""
    return bool(shutil.which(name)) or (os.geteuid() == 0 and bool(shutil.which("apt-get")))


def libraries(linked: Path) -> None:
    """Makes sure that what this shared object links can be loaded; what it brings along in its own
    folder is no matter.
    """
    listed = subprocess.run(["ldd", str(linked)], capture_output=True, text=True, check=False).stdout
    missing = [name for name in re.findall(r"^\s*(\S+) => not found", listed, re.MULTILINE) if name in LIBRARIES]
    install([LIBRARIES[name] for name in missing], f"the library {', '.join(missing)}")
    try:
        ctypes.CDLL(GRAPHICS)
    except OSError:
        install([LIBRARIES[GRAPHICS], "libgl1-mesa-dri"], f"the library {GRAPHICS}")


@functools.cache
def update() -> None:
    """Asks once what there is."""
    run("apt-get update", ["apt-get", "-qq", "update"], env=environment(DEBIAN_FRONTEND="noninteractive"))


def install(packages: list[str], what: str) -> None:
    """Installs packages when there are any to install."""
    if not packages:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Missing(f"{what} is missing; as root: apt-get install {' '.join(packages)}")
    quiet = environment(DEBIAN_FRONTEND="noninteractive")
    with _apt:
        update()
        argv = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages]
        run(f"apt-get install {packages[0]}", argv, env=quiet)
