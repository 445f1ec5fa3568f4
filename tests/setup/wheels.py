"""The wheels for every system that scenewire is shipped for, cross-compiled with zig on this one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from . import exports, frameworks, venvs, wheel
from .cache import Missing, cache, run


class Target(NamedTuple):
    """One wheel: what it is for, and the targets of Rust that it is made of."""

    name: str
    triple: str
    rust: tuple[str, ...] = ()

    def parts(self) -> tuple[str, ...]:
        """The Rust targets that must be installed."""
        return self.rust or (self.triple,)


TARGETS = (
    Target("Linux, x86-64", "x86_64-unknown-linux-gnu"),
    Target("Linux, ARM", "aarch64-unknown-linux-gnu"),
    Target("Windows, x86-64", "x86_64-pc-windows-gnu"),
    Target("macOS, Intel and ARM", "universal2-apple-darwin", ("x86_64-apple-darwin", "aarch64-apple-darwin")),
)


def hand_out_all() -> int:
    """Builds what is not built yet, puts each wheel into `dist/` and names each that could not be had."""
    codes = [hand_out_one(target) for target in TARGETS]
    return max(codes)


def hand_out_one(target: Target) -> int:
    """One line of what `make wheels` says."""
    print(f"{target.name} ...", flush=True)
    try:
        return wheel.hand_out(build(target))
    except Missing as missing:
        print(f"scenewire: no wheel for {target.name}: {missing}", file=sys.stderr)
        return 1


def build(target: Target) -> Path:
    """The wheel for one target."""
    add(target)
    return wheel.build(target.triple, *link_flags(target))


def add(target: Target) -> None:
    """Makes sure that Rust has its standard library for the target."""
    rustup = shutil.which("rustup")
    if rustup:
        run(f"rustup target add {target.triple}", [rustup, "target", "add", *target.parts()])


def link_flags(target: Target) -> list[str]:
    """What the linker must be told for a target on this machine, as flags of rustc for the crate itself."""
    if "windows" in target.triple:
        return [f"-Clink-arg={exports.object_file(venvs.make('build', '3.11', 'build'), cache('exports'))}"]
    # A real SDK, when `SDKROOT` names one, is used by maturin itself.
    if "apple" in target.triple and sys.platform != "darwin" and not os.environ.get("SDKROOT"):
        return [f"-Lframework={frameworks.describe(cache('frameworks'))}"]
    return []


def built() -> list[Path]:
    """The wheels of these very sources that are there without building."""
    return [found for target in TARGETS for found in wheel.place(target.triple).glob("*.whl")]
