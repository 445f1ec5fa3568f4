"""Another Blender like this one without a window, over a copy of the scene: how it is started, and what it must be told
otherwise.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from scenewire import _native
from scenewire.adapters.blender import files
from scenewire.adapters.blender.artist import dragging
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.contract import Json
from scenewire.errors import ConflictError, StaleIdError

#: Runs in the new one, whose own packages must win: hence append.
_BOOT = "import sys; sys.path.append({packages!r}); from scenewire.disposable import main; main({arguments!r})"

#: Cycles prints `... | Sample 3/16`; before 4.0 it tells its handlers nothing.
_COUNTER = "Sample "


def background(folder: str, roots: list[str], arguments: Any) -> Json:
    """Writes a copy of the scene into the folder. Gives ``launch``, how a host over it is started that may read and
    write in these roots, and the ``arguments`` with the names in place of the ids, which end with this process."""
    dragged = dragging()
    if dragged is not None:
        raise ConflictError(f"the artist is dragging ({dragged})", {"operator": dragged}, ["try again when it is done"])
    named = _named(arguments)
    copy = os.path.join(folder, "scene.blend")
    files.write_copy(copy)
    return {"launch": launch(copy, roots), "arguments": named}


def launch(file: str, roots: list[str]) -> Json:
    """``{argv, counter}`` of a host over this file that ends when its standard input does."""
    import bpy

    packages = str(Path(__file__).parents[3])
    boot = _BOOT.format(packages=packages, arguments={"loader": __name__, "file": file, "rules": _rules(roots)})
    # What runs untrusted code must not be run by opening the file.
    flags = ["--disable-autoexec"] if not bpy.context.preferences.filepaths.use_scripts_auto_execute else []
    if getattr(bpy.app, "factory_startup", False):
        flags.append("--factory-startup")
    return {"argv": command(boot, *flags, "--python-exit-code", "1"), "counter": _COUNTER}


def _rules(roots: list[str]) -> Json:
    """What code may do here, it may do there."""
    third_party = "allow" if _native.third_party_code() else "deny"
    return {"roots": roots, "guard_python": _native.guarded_roots() is not None, "third_party_code": third_party}


def command(code: str, *flags: str) -> list[str]:
    """What runs a piece of Python in another Blender like this one; Blender as a Python module takes no flags."""
    import bpy

    if getattr(bpy.app, "module", False) or not bpy.app.binary_path:
        return [sys.executable, "-c", code]
    return [bpy.app.binary_path, "--background", *flags, "--python-expr", code]


def load(file: str) -> None:
    """Opens the copy, in the other Blender."""
    import bpy

    bpy.ops.wm.open_mainfile(filepath=file, load_ui=False)


def _named(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _named(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_named(each) for each in value]
    kind = IDENTITY.kind_of(value) if isinstance(value, str) else ""
    if not kind:
        return value
    block = IDENTITY.find(kind, value)
    if block.library is not None:
        raise StaleIdError(
            f"`{value}` is of a library, and a task cannot be told it by name",
            {"id": value},
            ["make it local, or call the operation itself"],
        )
    return block.name
