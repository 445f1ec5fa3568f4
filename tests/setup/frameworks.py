"""Descriptions of Apple's frameworks for a linker that has no SDK of Apple's.

A linker needs to know of a system library only its name and the names of its symbols. The crates that bind a framework
declare the ones they use, so a text stub is made of their declarations; at run time the system's own framework is
loaded. zig brings the same for the C library.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from .cache import ROOT, Missing

# Framework -> the crate that binds it. A further one shows as "unable to find framework" when the wheel is linked.
BINDINGS = {"CoreFoundation": "core-foundation-sys", "Security": "security-framework-sys"}
# Functions and variables are declared as such; some constants by a macro, known by the first letters of their names.
SYMBOL = re.compile(r"^\s*pub (?:fn|static(?: mut)?) (\w+)|\b(k(?:CF|Sec)\w+)", re.MULTILINE)
STUB = """--- !tapi-tbd
tbd-version: 4
targets: [ x86_64-macos, arm64-macos ]
install-name: '/System/Library/Frameworks/{name}.framework/Versions/A/{name}'
exports:
  - targets: [ x86_64-macos, arm64-macos ]
    symbols: [ {symbols} ]
...
"""


def describe(folder: Path) -> Path:
    """Writes a stub for each framework that the crate links and gives the folder for `-Lframework`."""
    sources = crates()
    for name, crate in BINDINGS.items():
        stub = folder / f"{name}.framework" / f"{name}.tbd"
        stub.parent.mkdir(parents=True, exist_ok=True)
        stub.write_text(STUB.format(name=name, symbols=", ".join(f"_{symbol}" for symbol in symbols(sources[crate]))))
    return folder


def crates() -> dict[str, Path]:
    """The source folder of every crate that a build for macOS uses."""
    argv = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", "aarch64-apple-darwin"]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Missing(f"cargo metadata failed: {done.stderr.strip().splitlines()[-1]}")
    packages = json.loads(done.stdout)["packages"]
    return {package["name"]: Path(package["manifest_path"]).parent / "src" for package in packages}


def symbols(source: Path) -> list[str]:
    """The names that a binding declares."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(source.rglob("*.rs")))
    return sorted({declared or constant for declared, constant in SYMBOL.findall(text)})
