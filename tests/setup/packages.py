"""What people install, packed from this machine's wheel, and what the tests of it need."""

from __future__ import annotations

import json
import os
from pathlib import Path

from . import addon, blenders, bundle, node, venvs, version, wheel
from .cache import HERE, Missing, cache, digest, stamped


def listing() -> Path:
    """A file that names what was packed. Made once for the same sources: a suite that gets ready must not take away
    what another one tests.
    """
    one = wheel.build()
    path = cache("packages", "made.json")
    with stamped("packages", digest(one.parent.name, version.ADDON, HERE)) as needed:
        if needed:
            extension, legacy = addon.build([one], cache("packages", "addon", "zips"))
            mcpb, server = bundle.build([one], cache("packages", "bundle", "made"))
            made = {"wheel": one, "extension": extension, "legacy": legacy, "mcpb": mcpb, "server": server}
            path.write_text(json.dumps({name: str(file) for name, file in made.items()}))
    return path


def hosts() -> tuple[Path, list[str]]:
    """A file that names the Blenders to install in, and a sentence for each that is not to be had."""
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
    path = cache("packages", "blenders.json")
    path.write_text(json.dumps(found))
    return path, notes


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
