"""What the menu does. Whatever goes wrong is read in the editor's log, in a sentence."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable

import unreal

#: Where the package lies beside the plug-in; `Lib` is what the README says.
_PACKAGES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Lib")


def _told(action: Callable[[], None]) -> Callable[[], None]:
    @functools.wraps(action)
    def told() -> None:
        try:
            action()
        except Exception as error:
            unreal.log_error(f"Scenewire: {error}")

    return told


@_told
def start() -> None:
    """Lets agents and scripts work in this editor."""
    if os.path.isdir(_PACKAGES) and _PACKAGES not in sys.path:
        sys.path.append(_PACKAGES)
    import scenewire

    status = scenewire.start(app="unreal")
    unreal.log(f"Scenewire: listening as {status['instance']['name']}")


@_told
def stop() -> None:
    """Shuts them out; what one of them is doing now is cancelled, and they are told why."""
    scenewire = sys.modules.get("scenewire")
    if scenewire is None or not scenewire.is_running():
        unreal.log("Scenewire: it does not run")
        return
    scenewire.stop(why="the artist stopped it in Unreal")
    unreal.log("Scenewire: stopped")
