"""From loading the plug-in to unloading it, or to the end of Maya."""

from __future__ import annotations

from typing import Any

from maya import cmds
from maya.api import OpenMaya

from scenewire_maya import actions, log, menu, package, settings, windows

#: What clients are told: how to have it back.
UNLOADED = (
    "its plug-in was unloaded in Maya; load scenewire_plugin in Maya's Plug-in Manager again, and start it in the menu "
    "Scenewire"
)

_callbacks: list[Any] = []


def begin() -> None:
    """Puts up the menu where there is a window, and lets clients in where the artist wants that at every start."""
    log.begin()
    _callbacks.append(OpenMaya.MSceneMessage.addCallback(OpenMaya.MSceneMessage.kMayaExiting, _exiting))
    if cmds.about(batch=True):
        return
    menu.build()
    if settings.read()["start_automatically"]:
        actions.start()


def end() -> None:
    """Shuts clients out and takes everything away. Where a command of theirs unloads, that one ends first."""
    if package.loaded() is not None:
        package.loaded().stop(why=UNLOADED)
    for callback in _callbacks:
        OpenMaya.MMessage.removeCallback(callback)
    _callbacks.clear()
    if not cmds.about(batch=True):
        windows.close()
        menu.remove()
    log.end()


def _exiting(*_data: Any) -> None:
    """A thread of ours that outlived the interpreter would crash Maya on its way out."""
    if package.loaded() is not None:
        package.loaded().stop(why="Maya was closed")
