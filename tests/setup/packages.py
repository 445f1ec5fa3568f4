"""What people install, packed from this machine's wheel, and what the tests of it need."""

from __future__ import annotations

import json
import os
from pathlib import Path

from . import addon, blenders, bundle, node, venvs, wheel
from .cache import Missing, cache


def listing() -> tuple[Path, list[str]]:
    """A file that names the zips and the Blenders for them, and a sentence for each Blender that is not to be had."""
    one = wheel.build()
    extension, legacy = addon.build([one], cache("packages", "addon", "zips"))
    mcpb, server = bundle.build([one], cache("packages", "bundle", "made"))
    found, notes = gather()
    made = {"wheel": one, "extension": extension, "legacy": legacy, "mcpb": mcpb, "server": server}
    path = cache("packages", "made.json")
    path.write_text(json.dumps({**{name: str(file) for name, file in made.items()}, "blenders": found}))
    return path, notes


def gather() -> tuple[dict[str, object], list[str]]:
    """The Blenders by name."""
    found: dict[str, object] = {}
    notes = []
    for name, prepare in {"blender5.2": newest, "blender3.4": oldest}.items():
        try:
            argv, root = prepare()
            found[name] = {"name": name, "argv": argv, "root": root, "env": {}, "window": False}
        except Missing as missing:
            notes.append(f"{name}: {missing}")
    if not found:
        raise Missing("no Blender could be had: " + "; ".join(notes))
    return found, notes


def newest() -> tuple[list[str], str]:
    """Debian sid's, which has extensions: the command and the folder that is `/` for it."""
    if os.geteuid() != 0:
        raise Missing("the Blender of Debian sid needs root, for chroot")
    root = str(blenders.root("sid"))
    return ["chroot", root, "blender"], root


def oldest() -> tuple[list[str], str]:
    """Debian's own."""
    return [str(blenders.debian())], ""


def tools() -> tuple[Path, dict[str, str]]:
    """The interpreter that has `uv` and the registry's schema, and where both programs are."""
    python = venvs.make("packages", "3.11", "test", "packages")
    return python, {"SCENEWIRE_TEST_NODE": str(node.programs()), "SCENEWIRE_TEST_UV": str(python.parent / "uv")}
