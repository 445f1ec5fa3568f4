"""Loads the plug-in once Maya has nothing else to do."""

from __future__ import annotations

from maya import cmds

PLUGIN = "scenewire_plugin"


def when_idle() -> None:
    """In a Maya with a window; a `mayapy` or `maya -batch` is a host only where somebody asks for it."""
    if not cmds.about(batch=True):
        cmds.evalDeferred(load, lowestPriority=True)


def load() -> None:
    """Loads the plug-in, unless the artist's own list of plug-ins has done so; a failure is said, and Maya goes on."""
    try:
        if not cmds.pluginInfo(PLUGIN, query=True, loaded=True):
            cmds.loadPlugin(PLUGIN, quiet=True)
    except RuntimeError as error:
        cmds.warning(f"Scenewire: the plug-in was not loaded: {error}")
