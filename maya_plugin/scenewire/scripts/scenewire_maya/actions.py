"""What menu and shelf do. Whatever goes wrong is read in Maya's status line, in a sentence."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from maya.api import OpenMaya

from scenewire_maya import package, settings, windows

Action = Callable[..., None]


def _told(action: Action) -> Action:
    @functools.wraps(action)
    def told(*arguments: Any) -> None:
        try:
            action(*arguments)
        except Exception as error:
            OpenMaya.MGlobal.displayWarning(f"Scenewire: {error}")
        windows.refresh()

    return told


@_told
def start() -> None:
    """Lets agents and scripts work in this Maya."""
    scenewire = package.needed()
    status = scenewire.start(**settings.of_start(settings.read()))
    OpenMaya.MGlobal.displayInfo(f"Scenewire: listening as {status['instance']['name']}")


@_told
def stop(why: str = "the artist stopped it in Maya") -> None:
    """Shuts them out; what one of them is doing now is cancelled, and they are told why."""
    scenewire = package.loaded()
    if scenewire is None or not scenewire.is_running():
        OpenMaya.MGlobal.displayInfo("Scenewire: it does not run")
        return
    scenewire.stop(why=why)
    OpenMaya.MGlobal.displayInfo("Scenewire: stopped")


@_told
def local() -> None:
    """Reached from this machine only; holds from now on, and a host that runs starts again."""
    _link(remote=False)


@_told
def remote() -> None:
    """Reached over the gateway of the settings too."""
    _link(remote=True)


def _link(remote: bool) -> None:
    # Refused before anything is stopped.
    settings.of_start({**settings.read(), "remote": remote})
    settings.write({"remote": remote})
    scenewire = package.loaded()
    if scenewire is not None and scenewire.is_running():
        scenewire.stop(why="it starts again with another connection")
        start()


@_told
def apply(changes: dict[str, Any]) -> None:
    """Keeps settings; a host that runs takes them from its next command on, or refuses them all."""
    wanted = {**settings.read(), **changes}
    scenewire = package.loaded()
    if scenewire is not None and scenewire.is_running():
        scenewire.configure(**settings.of_host(wanted, scenewire.status()["mode"] == "remote"))
    settings.write(changes)
    OpenMaya.MGlobal.displayInfo("Scenewire: kept; a change of the connection holds from the next start on")


@_told
def keep_key(url: str, key: str) -> None:
    """Keeps the key of a gateway in a file that only this user can read, and for no other gateway."""
    package.needed()
    from scenewire import keys

    keys.keep(url, key)
    OpenMaya.MGlobal.displayInfo("Scenewire: the key is kept")


@_told
def show_settings() -> None:
    """Opens the window of settings."""
    windows.settings_window(apply, keep_key)


@_told
def show_status() -> None:
    """Opens the window that says how it stands."""
    windows.status_window()


@_told
def show_log() -> None:
    """Opens the window of the log."""
    windows.log_window()
