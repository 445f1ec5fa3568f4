"""Pictures as bytes: what they show, whether two show the same."""

from __future__ import annotations

import struct
import zlib
from typing import Any


def file(call: Any, name: str, data: bytes) -> str:
    """A file beside the host: its path as the host sees it."""
    path = call.host.home / name
    path.write_bytes(data)
    return str(call.host.inside(path))


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the filtered rows of a PNG; enough to tell a picture from a black one."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    at, data = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    return width, height, zlib.decompress(data)


def shows_something(png: bytes, width: int, height: int) -> None:
    """The size is right and there are many different values: neither black nor one colour."""
    seen_width, seen_height, rows = pixels(png)
    assert (seen_width, seen_height) == (width, height)
    assert len(set(rows)) > 20, "the picture is one colour"


def alike(one: bytes, other: bytes) -> bool:
    """Whether two pictures are the same but for rounding; their rows are differences, which count round 256."""
    return len(one) == len(other) and all(min((a - b) % 256, (b - a) % 256) <= 3 for a, b in zip(one, other))
