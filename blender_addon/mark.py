"""A mark in the 3D view's header while an agent acts, and when one asks for something."""

from __future__ import annotations

from typing import Any

import bpy

from . import seen


def _draw(self: Any, _context: bpy.types.Context) -> None:
    text = seen.mark()
    if text:
        row = self.layout.row()
        row.alert = seen.asks()
        row.label(text=text, icon="QUESTION" if row.alert else "RADIOBUT_ON", translate=False)


def register() -> None:
    bpy.types.VIEW3D_MT_editor_menus.append(_draw)


def unregister() -> None:
    bpy.types.VIEW3D_MT_editor_menus.remove(_draw)
