"""Scenewire as a plug-in: Maya loads and unloads it here, and what it does is in `scenewire_maya`."""

from __future__ import annotations

import sys
from typing import Any

from maya.api import OpenMaya


def maya_useNewAPI() -> None:
    """By its being there Maya knows that this plug-in speaks version 2 of its Python API."""


def initializePlugin(plugin: Any) -> None:
    """Called by Maya when the plug-in is loaded."""
    from scenewire_maya import lifetime, package

    OpenMaya.MFnPlugin(plugin, "Scenewire maintainers", package.VERSION, "Any")
    lifetime.begin()


def uninitializePlugin(plugin: Any) -> None:
    """Called by Maya when it is unloaded, also in the middle of a command; leaves nothing behind."""
    from scenewire_maya import lifetime

    OpenMaya.MFnPlugin(plugin)
    lifetime.end()
    # The next load takes what a new version has put in their place.
    for name in [name for name in sys.modules if name.partition(".")[0] == "scenewire_maya"]:
        del sys.modules[name]
