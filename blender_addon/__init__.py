"""Scenewire in Blender's user interface: who may do what here, what they do, and the artist's say in it. All else is
in the `scenewire` package, which is imported when the host is started first.
"""

from __future__ import annotations

import sys

# Blender loads the main module of a reinstalled add-on anew, and nothing else: its parts would stay the old ones.
for _part in [name for name in sys.modules if name.startswith(f"{__name__}.")]:
    globals().pop(_part.rpartition(".")[2], None)
    del sys.modules[_part]

from . import approval, library, mark, operators, panel, preferences, watch  # noqa: E402

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
    library.prepare()
    for part in _PARTS:
        part.register()


def unregister() -> None:
    """Called by Blender when the add-on is disabled; leaves nothing behind."""
    for part in reversed(_PARTS):
        part.unregister()
