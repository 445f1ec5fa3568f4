"""Pictures out of Blender: as pixels to look at and write on, and as PNG bytes."""

from __future__ import annotations

import os
import struct
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.settings import Borrowed
from scenewire.errors import HandlerError

Size = tuple[int, int]

#: What rounding makes of a picture that is black, as a driver gives that cannot draw, or of one colour.
_ROUNDING = 3
BLACK = "black"
#: Large enough to see whether there is anything in a picture.
_GLANCE = (256, 256)
#: Of a TGA file; 2 is true colour without compression.
_TGA_HEADER, _TGA_PLAIN = 18, 2


@dataclass
class Picture:
    """8-bit rgba rows, the lowest row first as OpenGL gives them."""

    pixels: bytearray
    size: Size

    def png(self) -> bytes:
        """Without alpha: a picture of a view has a background."""
        width, height = self.size
        rgb = bytearray(3 * width * height)
        for channel in range(3):
            rgb[channel::3] = self.pixels[channel::4]
        rows = memoryview(rgb)
        stride = 3 * width
        lines = b"".join(b"\0" + rows[y * stride : (y + 1) * stride] for y in reversed(range(height)))

        def chunk(kind: bytes, body: bytes) -> bytes:
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        # The least effort: the picture goes to a process on this machine more often than not.
        body = chunk(b"IDAT", zlib.compress(lines, 1))
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")

    def part(self, x: int, y: int, width: int, height: int) -> Picture:
        """A rectangle of it, from the lower left corner on."""
        whole = self.size[0]
        starts = (4 * (row * whole + x) for row in range(y, y + height))
        return Picture(bytearray().join(self.pixels[start : start + 4 * width] for start in starts), (width, height))

    def tga(self) -> bytes:
        """As the one kind of file that needs no effort to be written."""
        width, height = self.size
        body = bytearray(self.pixels)
        body[0::4], body[2::4] = self.pixels[2::4], self.pixels[0::4]
        return struct.pack("<BBBHHBHHHHBB", 0, 0, _TGA_PLAIN, 0, 0, 0, 0, 0, width, height, 32, 8) + body

    def fault(self) -> str | None:
        """What speaks against showing it: `black`, or one colour throughout; None for a picture of something."""
        channels = [self.pixels[channel::4] for channel in range(3)]
        ranges = [(min(channel), max(channel)) for channel in channels]
        if max(most for _, most in ranges) <= _ROUNDING:
            return BLACK
        return "of one colour" if all(most - least <= _ROUNDING for least, most in ranges) else None


def rendered(scene: Any, render: Callable[[], Any], borrowed: Borrowed) -> bytes:
    """The PNG that `render` writes to the scene's output path, which is ours for that moment."""
    as_png(scene, borrowed)
    return _file(scene, render, borrowed)


def rendered_picture(scene: Any, render: Callable[[], Any], borrowed: Borrowed) -> Picture:
    """The same as pixels."""
    _as_plain(scene, borrowed)
    return from_tga(_file(scene, render, borrowed))


def _file(scene: Any, render: Callable[[], Any], borrowed: Borrowed) -> bytes:
    versions.require_graphics(scene.render.engine)
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        path = os.path.join(folder, "picture")
        borrowed.set(scene.render, "filepath", path)
        borrowed.set(scene.render, "use_file_extension", False)
        _render(render, path)
        if versions.may_render_nothing(scene.render.engine) and from_file(path, _GLANCE).fault():
            _render(render, path)
        with open(path, "rb") as file:
            return file.read()


def _render(render: Callable[[], Any], path: str) -> None:
    result = render()
    if result != {"FINISHED"} or not os.path.exists(path):
        raise HandlerError("Blender gave no picture", {"result": sorted(result)})


def as_png(scene: Any, borrowed: Borrowed) -> None:
    """Output settings of a PNG; 5.0 asks for the kind of media first."""
    settings = scene.render.image_settings
    borrowed.set(settings, "media_type", "IMAGE")
    borrowed.set(settings, "file_format", "PNG")
    borrowed.set(settings, "color_mode", "RGBA")
    borrowed.set(settings, "color_depth", "8")
    borrowed.set(settings, "compression", 15)


def _as_plain(scene: Any, borrowed: Borrowed) -> None:
    """Output settings of the one format whose bytes are the pixels."""
    settings = scene.render.image_settings
    borrowed.set(settings, "media_type", "IMAGE")
    borrowed.set(settings, "file_format", "TARGA_RAW")
    borrowed.set(settings, "color_mode", "RGB")


def from_tga(data: bytes) -> Picture:
    """The pixels of a TGA file as Blender writes it: not compressed, blue first, the lowest row first."""
    if len(data) < _TGA_HEADER or data[2] != _TGA_PLAIN or data[16] not in (24, 32):
        raise HandlerError("Blender wrote another picture than it was asked for")
    width, height = struct.unpack_from("<HH", data, 12)
    step = data[16] // 8
    start = _TGA_HEADER + data[0]
    body = data[start : start + step * width * height]
    pixels = bytearray(b"\xff" * (4 * width * height))
    for channel in range(3):
        pixels[2 - channel :: 4] = body[channel::step]
    return Picture(pixels, (width, height))


def from_file(path: str, most: Size) -> Picture:
    """The picture in a file, made smaller where it is larger than `most`."""
    import bpy

    image = bpy.data.images.load(path)
    try:
        width, height = image.size
        factor = min(1.0, most[0] / width, most[1] / height)
        if factor < 1:
            image.scale(max(1, round(width * factor)), max(1, round(height * factor)))
        with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
            plain = os.path.join(folder, "picture.tga")
            image.file_format = "TARGA_RAW"
            image.filepath_raw = plain
            image.save()
            with open(plain, "rb") as file:
                return from_tga(file.read())
    finally:
        bpy.data.images.remove(image)
