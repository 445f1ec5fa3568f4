"""The add-on's zips: an extension for each wheel (Blender 4.2 and later), and one for the Blenders before."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from . import version, wheel, wheels
from .cache import ROOT, Missing, cache

NAME = "scenewire_addon"
# A part of a wheel's name -> Blender's names of the systems that it serves, and ours of the zip.
PLATFORMS = {
    "manylinux_2_28_x86_64": (["linux-x64"], "linux-x64"),
    "manylinux_2_28_aarch64": (["linux-arm64"], "linux-arm64"),
    "win_amd64": (["windows-x64"], "windows-x64"),
    "universal2": (["macos-x64", "macos-arm64"], "macos"),
    # What `make wheel` makes on a Mac.
    "macosx_11_0_arm64": (["macos-arm64"], "macos-arm64"),
    "macosx_10_12_x86_64": (["macos-x64"], "macos-x64"),
}
# A zip's files carry no time, so that the same sources make the same zip.
EPOCH = (1980, 1, 1, 0, 0, 0)


def hand_out() -> int:
    """Puts the zips into `dist/`: with this machine's wheel, built if need be, and with those that `make wheels` built
    from the same sources.
    """
    found = sorted({wheel.build(), *wheels.built()})
    for made in build(found, cache("addon", "zips")):
        print(f"{wheel.to_dist(made)} ({made.stat().st_size / 1e6:.1f} MB)")
    lacking = len(wheels.TARGETS) - len(found)
    if lacking:
        print(f"Without {lacking} of {len(wheels.TARGETS)} wheels, which `make wheels` builds.")
    return 0


def build(found: Sequence[Path], folder: Path) -> list[Path]:
    """The zips with these wheels, in a folder: one extension for each, and one legacy add-on with all."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{NAME}-*.zip"):
        old.unlink()
    return [*(extension(one, folder) for one in found), legacy(found, folder)]


def extension(one: Path, folder: Path) -> Path:
    """The zip of an extension, which Blender installs with its wheel."""
    systems, suffix = platform(one)
    files = [*sources(), ("blender_manifest.toml", manifest(systems, [one]).encode()), bundled(one)]
    return write(folder / f"{NAME}-{version.version()}-{suffix}.zip", files)


def legacy(found: Iterable[Path], folder: Path) -> Path:
    """The zip of an add-on of old, whose files are in a folder; it unpacks its wheel itself."""
    files = [*sources(), *(bundled(one) for one in found)]
    inside = [(f"{NAME}/{name}", content) for name, content in files]
    return write(folder / f"{NAME}-{version.version()}-legacy.zip", inside)


def platform(one: Path) -> tuple[list[str], str]:
    """Blender's names of the systems that a wheel serves, and the end of the zip's name."""
    for tag, names in PLATFORMS.items():
        if tag in one.stem.rsplit("-", 1)[-1]:
            return names
    raise Missing(f"{one.name} is for no system that Blender's extensions have a name for")


def manifest(systems: Sequence[str], found: Iterable[Path]) -> str:
    """The checkout's manifest with what only a zip has: systems and wheels."""
    text = (version.ADDON / "blender_manifest.toml").read_text()
    head, table, permissions = text.partition("\n[permissions]\n")
    listed = [f"./{bundled_name(one)}" for one in found]
    return f"{head}platforms = {toml(systems)}\nwheels = {toml(listed)}\n{table}{permissions}"


def toml(texts: Sequence[str]) -> str:
    """A list of texts that need no escape."""
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


def sources() -> list[tuple[str, bytes]]:
    """The add-on's own files with their names in the zip, and the licences."""
    own = (file for file in version.ADDON.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    kept = sorted(file for file in own if file.name != "blender_manifest.toml")
    named = [(file.relative_to(version.ADDON).as_posix(), file) for file in kept]
    named += [(file.name, file) for file in sorted(ROOT.glob("LICENSE-*"))]
    return [(name, file.read_bytes()) for name, file in named]


def bundled(one: Path) -> tuple[str, bytes]:
    """A wheel in its place in the zip."""
    return bundled_name(one), one.read_bytes()


def bundled_name(one: Path) -> str:
    """Its name there. The wheel for both kinds of Mac has three tags, of which Blender reads the last and takes it for
    one kind; it keeps the one that stands for both.
    """
    head, tags = one.stem.rsplit("-", 1)
    both = [tag for tag in tags.split(".") if tag.endswith("_universal2")]
    return f"wheels/{head}-{(both or [tags])[0]}.whl"


def write(path: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    """Writes a zip, the same for the same files."""
    with zipfile.ZipFile(path, "w") as out:
        for name, content in files:
            info = zipfile.ZipInfo(name, EPOCH)
            info.external_attr = 0o644 << 16
            # A wheel is a zip already.
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".whl") else zipfile.ZIP_DEFLATED
            out.writestr(info, content)
    return path
