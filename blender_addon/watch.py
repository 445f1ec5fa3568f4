"""The one timer of the add-on: looks at the host now and then, and does what must not wait for the artist."""

from __future__ import annotations

import bpy

from . import approval, keystore, live, notice, seen
from .preferences import preferences

#: Seconds between two looks while the host runs, and while it does not.
_STEP, _IDLE_STEP = 0.25, 1.0
#: Blender forbids much of its API while add-ons are being enabled.
_AFTER_STARTUP = 0.5

_begun = False


def _tick() -> float:
    """One turn. Whatever goes wrong in it is shown, and the next turn comes."""
    try:
        if not _begun:
            _begin()
        keystore.finish_pairing()
        seen.look()
        if seen.status() is not None:
            approval.offer(seen.status())
            _keep_offline()
    except Exception as error:
        notice.say(f"The panel could not be brought up to date: {notice.reason(error)}")
    return _IDLE_STEP if seen.status() is None else _STEP


def _begin() -> None:
    """Once, when Blender is ready."""
    global _begun
    _begun = True
    prefs = preferences()
    if prefs.mode == "remote":
        keystore.look(live.gateway_url(prefs))
    if prefs.start_automatically:
        bpy.ops.scenewire.start()


def _keep_offline() -> None:
    """The artist has switched online access off while the host was connected to a gateway."""
    if seen.status()["gateway"] is not None and live.offline():
        live.stop("the artist switched Blender's online access off")
        notice.announce(live.offline())
        seen.look()


def register() -> None:
    global _begun
    _begun = False
    # Timers never fire without a window, and one that is left over crashes some Blenders at exit.
    if not bpy.app.background:
        bpy.app.timers.register(_tick, first_interval=_AFTER_STARTUP, persistent=True)


def unregister() -> None:
    if bpy.app.timers.is_registered(_tick):
        bpy.app.timers.unregister(_tick)
    seen.forget()
