"""The artist's window as a picture, whole or one editor of it: as the screen has it, or drawn anew."""

from __future__ import annotations

import os
import tempfile
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.pictures import Picture, Size, from_file
from scenewire.adapters.references import nearest
from scenewire.errors import NotFoundError, NotSupportedError

#: Larger than any screen: as it is.
_WHOLE = (1 << 16, 1 << 16)


def shown(editor: str | None, most: Size) -> Picture:
    """What is on the screen now. Blender 5 reads black there where the driver keeps no front buffer (Mesa's
    software drawing)."""
    import bpy

    window = _window()
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        path = os.path.join(folder, "window.png")
        with bpy.context.temp_override(window=window):
            bpy.ops.screen.screenshot(filepath=path, check_existing=False)
        return from_file(path, most) if editor is None else _part(from_file(path, _WHOLE), area(editor), most)


def drawn(editor: str | None, most: Size) -> Picture:
    """The same, drawn once more and read before it would be brought to the screen, which any driver can do."""
    import bpy
    import gpu

    window = _window()
    with bpy.context.temp_override(window=window):
        bpy.ops.wm.redraw_timer(type="DRAW_WIN", iterations=1)
    size = window.width, window.height
    pixels = gpu.state.active_framebuffer_get().read_color(0, 0, *size, 4, 0, "UBYTE")
    pixels.dimensions = 4 * size[0] * size[1]
    picture = Picture(bytearray(pixels.to_list()), size)
    return _fitted(picture, most) if editor is None else _part(picture, area(editor), most)


def area(editor: str) -> Any:
    """The open editor of this name, the largest when there are several."""
    names: dict[str, Any] = {}
    for one in sorted(_window().screen.areas, key=lambda one: one.width * one.height):
        # What the artist chose (`ShaderNodeTree`, `TIMELINE`), and the kind of editor that shows it (`NODE_EDITOR`).
        names.update({one.type.lower(): one, one.ui_type.lower(): one})
    found = names.get(editor.lower())
    if found is None:
        raise NotFoundError(
            f"no editor `{editor}` is open in the window; there are: {', '.join(sorted(names))}",
            {"path": "editor", "got": editor},
            nearest(editor.lower(), names),
        )
    return found


def _part(picture: Picture, area: Any, most: Size) -> Picture:
    return _fitted(picture.part(area.x, area.y, area.width, area.height), most)


def _fitted(picture: Picture, most: Size) -> Picture:
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        path = os.path.join(folder, "window.tga")
        with open(path, "wb") as file:
            file.write(picture.tga())
        return from_file(path, most)


def _window() -> Any:
    import bpy

    if versions.headless():
        raise NotSupportedError("this Blender runs without one")
    return bpy.context.window_manager.windows[0]
