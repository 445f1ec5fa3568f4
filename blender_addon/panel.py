"""The sidebar of the 3D view: whether clients are let in, under which name, and what they do."""

from __future__ import annotations

from typing import Any

import bpy

from .operators import host
from .preferences import preferences

#: How often, in seconds, the panel looks whether it still shows the truth.
_REFRESH = 1.0


class SCENEWIRE_PT_status(bpy.types.Panel):  # type: ignore[misc,unused-ignore]
    """Draws from what the host's thread knows; asks the scene nothing."""

    bl_label = "Scenewire"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "Scenewire"

    def draw(self, _context: bpy.types.Context) -> None:
        """Called by Blender at every redraw of the sidebar."""
        status = _status()
        if status is None:
            self.layout.prop(preferences(), "instance_name")
            self.layout.prop(preferences(), "allow_python")
            self.layout.operator("scenewire.start", icon="PLAY")
            return
        for icon, text in _lines(status):
            self.layout.label(text=text, icon=icon)
        self.layout.operator("scenewire.stop", icon="PAUSE")


def _status() -> Any:
    return host().status() if host() is not None else None


def _lines(status: dict[str, Any]) -> list[tuple[str, str]]:
    """An icon and a text for each line."""
    counts, running = status["counts"], status.get("running")
    clients = counts["connections"]
    return [
        ("CHECKMARK", f"Running as {status['instance']['name']}"),
        ("LINKED" if clients else "UNLINKED", f"{clients} client{'' if clients == 1 else 's'} connected"),
        ("TIME" if running else "BLANK1", _now(status["queue"], running)),
        ("ERROR" if counts["failed"] else "BLANK1", f"{counts['calls']} calls, {counts['failed']} failed"),
    ]


def _now(waiting: int, running: dict[str, Any] | None) -> str:
    doing = running["operation"] if running else "Idle"
    return f"{doing}, {waiting} waiting" if waiting else str(doing)


class _Refresh:
    """Redraws the sidebars when what they show has changed, and only then."""

    shown: Any = None

    def __call__(self) -> float:
        status = _status()
        now = _lines(status) if status else None
        if now != self.shown:
            self.shown = now
            for window in bpy.context.window_manager.windows:
                for area in window.screen.areas:
                    if area.type == "VIEW_3D":
                        area.tag_redraw()
        return _REFRESH


_refresh = _Refresh()


def register() -> None:
    bpy.utils.register_class(SCENEWIRE_PT_status)
    if not bpy.app.background:
        bpy.app.timers.register(_refresh, first_interval=_REFRESH, persistent=True)


def unregister() -> None:
    if bpy.app.timers.is_registered(_refresh):
        bpy.app.timers.unregister(_refresh)
    bpy.utils.unregister_class(SCENEWIRE_PT_status)
