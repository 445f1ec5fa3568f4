"""Scenewire in Blender's user interface: start, stop and see what goes on. All else is in the `scenewire` package,
which is imported when the host is started first.
"""

from __future__ import annotations

from . import operators, panel, preferences

bl_info = {
    "name": "Scenewire",
    "author": "Scenewire maintainers",
    "version": (0, 1, 0),
    "blender": (3, 4, 0),
    "location": "3D View > Sidebar > Scenewire",
    "description": "Lets AI agents and scripts of this machine work in this Blender",
    "category": "System",
}

_PARTS = (preferences, operators, panel)


def register() -> None:
    """Called by Blender when the add-on is enabled."""
    for part in _PARTS:
        part.register()


def unregister() -> None:
    """Called by Blender when the add-on is disabled; leaves nothing behind."""
    for part in reversed(_PARTS):
        part.unregister()
