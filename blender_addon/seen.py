"""What the host last said of itself: drawing shows this, and asks nobody."""

from __future__ import annotations

import time
from typing import Any

import bpy

from . import fit, keystore, lines, notice

#: For how long the mark stays after a command: most are over before anybody could read it.
_AFTERGLOW = 2.0


class _Seen:
    def __init__(self) -> None:
        self.status: dict[str, Any] | None = None
        self.shown: Any = None
        self.calls = 0
        self.acting_until = 0.0


_now = _Seen()


def status() -> dict[str, Any] | None:
    """What the host last said of itself; None while it does not run. For drawing."""
    return _now.status


def request(wanted: str) -> dict[str, Any] | None:
    """The approval with this id, while it waits."""
    waiting = _now.status["approvals"] if _now.status else []
    return next((request for request in waiting if request["id"] == wanted), None)


def asks() -> bool:
    """Whether an agent waits for the artist's answer."""
    return bool(_now.status and _now.status["approvals"])


def mark() -> str:
    """What the header says of agents at work; empty when none is."""
    now = _now.status
    if now is None:
        return ""
    if now["approvals"]:
        return f"{now['approvals'][0]['client']} asks"
    if now["running"] is not None:
        return _acting(now["running"])
    if time.monotonic() < _now.acting_until and now["history"]:
        return _acting(now["history"][0])
    return ""


def _acting(command: dict[str, Any]) -> str:
    return f"{command['client']}: {lines.title(command['operation'])}"


def look() -> None:
    """Asks the host how it stands, and redraws what shows it when that has changed."""
    host = fit.loaded()
    now = _now.status = host.status() if host is not None else None
    calls = now["counts"]["calls"] if now else 0
    if calls > _now.calls:
        _now.acting_until = time.monotonic() + _AFTERGLOW
    _now.calls = calls
    shown = (_texts(now), mark(), notice.latest(), keystore.pairing())
    if shown != _now.shown:
        _now.shown = shown
        _redraw()


def _texts(now: dict[str, Any] | None) -> Any:
    """All that is drawn of a status."""
    if now is None:
        return None
    asked = [lines.asked(request) for request in now["approvals"]]
    link = now["gateway"] and (now["gateway"]["state"], now["gateway"]["fingerprint"])
    foreign = lines.foreign(now["foreign"])
    return lines.status(now), lines.clients(now), lines.commands(now), asked, link, foreign, now["instance"]["id"]


def _redraw() -> None:
    """The sidebars, the headers and the preferences: never the viewport itself."""
    for window in bpy.context.window_manager.windows:
        for area in window.screen.areas:
            for region in area.regions:
                if (area.type, region.type) in _SHOWN:
                    region.tag_redraw()


_SHOWN = {("VIEW_3D", "UI"), ("VIEW_3D", "HEADER"), ("PREFERENCES", "WINDOW")}


def forget() -> None:
    """Nothing was seen."""
    _now.__init__()  # type: ignore[misc]
