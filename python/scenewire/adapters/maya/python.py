"""Python beside the scene, for what no typed operation does."""

from __future__ import annotations

import os
from typing import Any

from scenewire._third_party import Application
from scenewire.adapters.code import Code
from scenewire.adapters.maya.undo import UNDO


def script_globals() -> dict[str, Any]:
    """What a script has without importing it: Maya's commands and its Python API."""
    from maya import cmds, mel
    from maya.api import OpenMaya

    return {"cmds": cmds, "mel": mel, "OpenMaya": OpenMaya, "om": OpenMaya}


def application() -> Application:
    """Where Maya's own code lies: Maya tells it in its environment, and packages of its Python are below it."""
    return Application(shipped=tuple(filter(None, [os.environ.get("MAYA_LOCATION")])))


_QUIT = "it would end Maya with everything unsaved"
#: As scripts find the commands without importing them, and as they import them.
_REFUSED = {"cmds.quit": _QUIT, "maya.cmds.quit": _QUIT, "maya.standalone.uninitialize": _QUIT}


def _nothing() -> None:
    """A chunk is open already: whatever the code does is recorded in it."""


CODE = Code(script_globals=script_globals, touch=_nothing, take_back=UNDO.take_back, refused=_REFUSED)
