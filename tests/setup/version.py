"""The one version, from `Cargo.toml`, and the files that repeat it because others read it there."""

from __future__ import annotations

import re
from pathlib import Path

from .cache import ROOT

ADDON = ROOT / "blender_addon"
PLUGIN = ROOT / "maya_plugin"
# File -> the text in it that holds the version. Blender reads `bl_info` without running it, so it must be literal.
REPEATED = {
    ADDON / "blender_manifest.toml": r'(?m)^version = "(?P<dotted>[^"]*)"$',
    ADDON / "__init__.py": r'"version": \((?P<tuple>[^)]*)\),',
    ADDON / "fit.py": r'(?m)^VERSION = "(?P<dotted>[^"]*)"$',
    PLUGIN / "scenewire.mod": r"(?m)^\+ MAYAVERSION:\d+ scenewire (?P<dotted>\S+) ",
    PLUGIN / "scenewire" / "scripts" / "scenewire_maya" / "package.py": r'(?m)^VERSION = "(?P<dotted>[^"]*)"$',
}


def version() -> str:
    """The version of this checkout, such as `0.1.0`."""
    found = re.search(r'(?m)^version = "([^"]+)"$', (ROOT / "Cargo.toml").read_text())
    assert found, "Cargo.toml has no version"
    return found[1]


def stale() -> list[Path]:
    """The files that repeat another version."""
    return [file for file in REPEATED if rewritten(file) != file.read_text()]


def write() -> None:
    """Puts the version into every file that repeats it."""
    for file in REPEATED:
        file.write_text(rewritten(file))


def rewritten(file: Path) -> str:
    """The file's text with the version in it."""
    dotted = version()
    # What Blender compares has three numbers, without what semantic versions may have behind them.
    numbers = ", ".join(re.split(r"[-+]", dotted)[0].split("."))

    def replace(found: re.Match[str]) -> str:
        old, new = (found["tuple"], numbers) if "tuple" in found.groupdict() else (found["dotted"], dotted)
        return found[0].replace(old, new)

    text, times = re.subn(REPEATED[file], replace, file.read_text())
    assert times, f"{file.name} does not have the version"
    return text
