"""Python beside the scene, for what no typed operation does."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.code import Code
from scenewire.adapters.maya.undo import UNDO


def script_globals() -> dict[str, Any]:
    """What a script has without importing it: Maya's commands and its Python API."""
    from maya import cmds, mel
    from maya.api import OpenMaya

    return {"cmds": cmds, "mel": mel, "OpenMaya": OpenMaya, "om": OpenMaya}


def _nothing() -> None:
    """A chunk is open already: whatever the code does is recorded in it."""


CODE = Code(script_globals=script_globals, touch=_nothing, take_back=UNDO.take_back)
