"""PNG bytes out of Blender."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.settings import Borrowed
from scenewire.errors import HandlerError

Size = tuple[int, int]


def rendered(scene: Any, render: Callable[[], Any], borrowed: Borrowed) -> bytes:
    """The PNG that `render` writes to the scene's output path, which is ours for that moment."""
    versions.require_graphics(scene.render.engine)
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        path = os.path.join(folder, "picture.png")
        as_png(scene, borrowed)
        borrowed.set(scene.render, "filepath", path)
        borrowed.set(scene.render, "use_file_extension", False)
        result = render()
        if result != {"FINISHED"} or not os.path.exists(path):
            raise HandlerError("Blender gave no picture", {"result": sorted(result)})
        with open(path, "rb") as file:
            return file.read()


def as_png(scene: Any, borrowed: Borrowed) -> None:
    """Output settings of a PNG; 5.0 asks for the kind of media first."""
    settings = scene.render.image_settings
    borrowed.set(settings, "media_type", "IMAGE")
    borrowed.set(settings, "file_format", "PNG")
    borrowed.set(settings, "color_mode", "RGBA")
    borrowed.set(settings, "color_depth", "8")
    borrowed.set(settings, "compression", 15)


def from_pixels(pixels: Any, size: Size) -> bytes:
    """A PNG of 8-bit rgba rows, the lowest row first as OpenGL gives them."""
    import struct
    import zlib

    width, height = size
    stride = 4 * width
    data = memoryview(pixels).cast("B")
    rows = b"".join(b"\0" + bytes(data[y * stride : (y + 1) * stride]) for y in reversed(range(height)))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    # The least effort: the picture goes to a process on this machine more often than not.
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def is_blank(png: bytes) -> bool:
    """Whether every pixel has the same colour: what a graphics driver gives that cannot draw."""
    import bpy

    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        path = os.path.join(folder, "check.png")
        with open(path, "wb") as file:
            file.write(png)
        image = bpy.data.images.load(path)
        try:
            from array import array

            values = array("f", bytes(4 * len(image.pixels)))
            image.pixels.foreach_get(values)
        finally:
            bpy.data.images.remove(image)
    pixels = memoryview(values).cast("B")
    return bytes(pixels[:16]) * (len(values) // 4) == bytes(pixels)
