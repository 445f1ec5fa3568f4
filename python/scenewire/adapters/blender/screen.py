"""The artist's whole window as a picture: as the screen has it, or drawn anew."""

from __future__ import annotations

import os
import tempfile
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.pictures import Picture, Size, from_file
from scenewire.errors import NotSupportedError


def shown(most: Size) -> Picture:
    """What is on the screen now. Blender 5 reads black there where the driver keeps no front buffer (Mesa's
    software drawing)."""
    import bpy

    window = _window()
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        path = os.path.join(folder, "window.png")
        with bpy.context.temp_override(window=window):
            bpy.ops.screen.screenshot(filepath=path, check_existing=False)
        return from_file(path, most)


def drawn(most: Size) -> Picture:
    """The same, drawn once more and read before it would be brought to the screen, which any driver can do."""
    import bpy
    import gpu

    window = _window()
    with bpy.context.temp_override(window=window):
        bpy.ops.wm.redraw_timer(type="DRAW_WIN", iterations=1)
    size = window.width, window.height
    pixels = gpu.state.active_framebuffer_get().read_color(0, 0, *size, 4, 0, "UBYTE")
    pixels.dimensions = 4 * size[0] * size[1]
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        path = os.path.join(folder, "window.tga")
        with open(path, "wb") as file:
            file.write(Picture(bytearray(pixels.to_list()), size).tga())
        return from_file(path, most)


def _window() -> Any:
    import bpy

    if versions.headless():
        raise NotSupportedError("this Blender runs without one")
    return bpy.context.window_manager.windows[0]
