"""Rotations as the API has them, [x, y, z, w], and as artists see them: turns about x, then y, then z, in degrees."""

from __future__ import annotations

import math

#: Under this cosine of the turn about y the other two are about the same axis.
_POLE = 1e-6


def euler(turn: list[float]) -> list[float]:
    """A rotation as turns."""
    length = math.hypot(*turn) or 1.0
    x, y, z, w = (part / length for part in turn)
    up, side = 2 * (w * x + y * z), 1 - 2 * (x * x + y * y)
    cosine = math.hypot(up, side)
    if cosine > _POLE:
        about_x, about_z = math.atan2(up, side), math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z))
    else:
        # Upright, turns about x and about z are the same: all of it is told as one about x.
        about_x, about_z = math.atan2(2 * (w * x - y * z), 1 - 2 * (x * x + z * z)), 0.0
    # An arcsine would lose half the digits there.
    return [math.degrees(about_x), math.degrees(math.atan2(2 * (w * y - z * x), cosine)), math.degrees(about_z)]


def from_euler(turns: list[float]) -> list[float]:
    """The rotation of turns."""
    (sx, cx), (sy, cy), (sz, cz) = ((math.sin(turn), math.cos(turn)) for turn in (math.radians(t) / 2 for t in turns))
    return [
        sx * cy * cz - cx * sy * sz,
        cx * sy * cz + sx * cy * sz,
        cx * cy * sz - sx * sy * cz,
        cx * cy * cz + sx * sy * sz,
    ]
