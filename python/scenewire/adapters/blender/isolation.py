"""Blender's part of isolated code: a copy of the scene, and another Blender of the same kind for it."""

from __future__ import annotations

import os
from typing import Any

from scenewire import isolated
from scenewire.adapters.blender import files
from scenewire.adapters.blender.background import command
from scenewire.adapters.contract import Json


def prepare(request: Json) -> Json:
    """What the engine starts for `execute_python` with `isolated`."""
    return isolated.prepare(files.write_copy, _argv, _folders(), {**request, "loader": __name__})


def _argv(code: str) -> list[str]:
    """The command that runs a piece of Python in another Blender without a window."""
    return command(code, "--factory-startup")


def _folders() -> list[str]:
    """What Blender itself lies in."""
    import bpy

    own = [os.path.dirname(os.path.dirname(bpy.__file__ or "")), bpy.utils.resource_path("LOCAL")]
    if bpy.app.binary_path:
        own.append(os.path.dirname(os.path.realpath(bpy.app.binary_path)))
    return own


def load_copy(path: str) -> dict[str, Any]:
    """Opens the copy, in the other Blender, and gives what code finds there. No script of the file runs."""
    import bpy

    from scenewire.adapters.blender.python import script_globals

    bpy.ops.wm.open_mainfile(filepath=path, load_ui=False, use_scripts=False)
    return script_globals()
