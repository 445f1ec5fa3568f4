"""Blenders with a window: this Debian's own, and newer ones from later Debian releases in a folder of
their own.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from . import system
from .cache import Missing, cache, environment, run, stamped

# Release of Debian -> the Blender that it has had since this was written. About a minute and 1.7 GB each.
ROOTS = {"trixie": "4.3", "sid": "5.2"}
PACKAGES = [
    "blender",
    "libgl1",
    "libglx-mesa0",
    "libgl1-mesa-dri",
    "libegl1",
    "python3-numpy",
    "python3-requests",
    # Blender 5's own handling of extensions imports it, and Debian's package does not ask for it.
    "python3-cattr",
]
# What an archive that has aged a little would otherwise be refused for.
APT = ["apt-get", "-qq", "-o", "Acquire::Check-Valid-Until=false"]


def debian() -> Path:
    """This machine's own Blender, from its packages."""
    system.programs("blender")
    return Path(str(shutil.which("blender")))


def root(release: str) -> Path:
    """A folder with a later Debian and its Blender in it, to be entered by `chroot`."""
    folder = cache("blender", release)
    with stamped(f"blender-{release}", " ".join(PACKAGES)) as needed:
        if needed:
            system.programs("debootstrap")
            make(release, folder)
    return folder


def make(release: str, folder: Path) -> None:
    """Bootstraps the release and installs Blender in it."""
    shutil.rmtree(folder, ignore_errors=True)
    # Every release since bookworm is bootstrapped alike; naming the script serves a debootstrap older
    # than the release.
    script = "/usr/share/debootstrap/scripts/sid"
    run(f"debootstrap {release}", ["debootstrap", "--variant=minbase", release, folder, mirror(), script])
    shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
    inside = environment(DEBIAN_FRONTEND="noninteractive", LC_ALL="C.UTF-8")
    run(f"update of {release}", ["chroot", folder, *APT, "update"], env=inside)
    install = ["chroot", folder, *APT, "install", "-y", "--no-install-recommends", *PACKAGES]
    run(f"Blender of {release}", install, env=inside)


def mirror() -> str:
    """The archive that this machine's apt uses for Debian itself."""
    lists = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    for file in lists:
        if file.is_file():
            for line in file.read_text(errors="replace").splitlines():
                found = re.match(r"(?:URIs:|deb)\s.*?(https?://\S+/debian/?)(?:\s|$)", line)
                if found:
                    return found[1]
    raise Missing("the apt sources of this machine name no Debian archive, so newer Blenders cannot be had")
