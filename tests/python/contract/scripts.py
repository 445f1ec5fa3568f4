"""A project's own scripts, as a host sees them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

#: What scripts say in each application: what they import, how they make a node of a name, which names there are.
IMPORT = {"blender": "import bpy", "maya": "from maya import cmds"}
MAKE = {
    "blender": "bpy.context.scene.collection.objects.link(bpy.data.objects.new({!r}, None))",
    "maya": "cmds.createNode('transform', name={!r})",
}
NAMES = {"blender": "sorted(o.name for o in bpy.data.objects)", "maya": "sorted(cmds.ls(type='transform'))"}

#: What came of the scripts of a folder in the host goes again.
FORGET = """
import sys
from scenewire import operations, projects
projects._ours.clear()
operations.learn([])
files = [(n, getattr(m, "__dict__", {{}}).get("__file__")) for n, m in list(sys.modules.items())]
for name in [n for n, file in files if str(file).startswith({folder!r})]:
    del sys.modules[name]
sys.path[:] = [p for p in sys.path if not p.startswith({folder!r})]
"""


def making(call: Any, name: str, indent: str = "") -> str:
    """Lines of a script that make a node."""
    return f"{indent}{IMPORT[call.host.app]}\n{indent}{MAKE[call.host.app].format(name)}\n"


def names(call: Any) -> list[str]:
    """What nodes there are, as the application says it itself."""
    found: list[str] = call.python(f"{IMPORT[call.host.app]}\n{NAMES[call.host.app]}")
    return found


def inside(call: Any, path: Path) -> str:
    """The path as the host sees it."""
    return str(call.host.inside(path))


def edited(path: Path, text: str) -> None:
    """Writes a source so that Python sees it is another one, also within the same second."""
    before = path.stat().st_mtime if path.exists() else 0
    path.write_text(text)
    os.utime(path, (before + 10, before + 10))
