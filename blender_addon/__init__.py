"""Scenewire in Blender's user interface: who may do what here, what they do, and the artist's say in it. All else is
in the `scenewire` package, which is imported when the host is started first.
"""

from __future__ import annotations

from . import approval, mark, operators, panel, preferences, watch

bl_info = {
    "name": "Scenewire",
    "author": "Scenewire maintainers",
    "version": (0, 1, 0),
    "blender": (3, 4, 0),
    "location": "3D View > Sidebar > Scenewire",
    "description": "Lets AI agents and scripts work in this Blender, and shows what they do",
    "category": "System",
}

#: In the order of registering: each needs only what stands before it.
_PARTS = (preferences, operators, approval, panel, mark, watch)


def register() -> None:
    """Called by Blender when the add-on is enabled."""
    for part in _PARTS:
        part.register()


def unregister() -> None:
    """Called by Blender when the add-on is disabled; leaves nothing behind."""
    for part in reversed(_PARTS):
        part.unregister()
