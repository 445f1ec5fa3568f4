"""Arithmetic of rotations as [x, y, z, w], and how cameras and lights are turned against what the API has.

Unreal's cameras and lights look along their own +X with +Z up, the API's along their own -Z with +Y up. Of what aims
the API's frame is Unreal's, turned by `AIMED`: X to -Y, Y to Z, Z to -X. In a left-handed scene that is a turn.
"""

from __future__ import annotations

import math

Row = list[float]

#: Takes the API's own axes of a camera or light to Unreal's.
AIMED: Row = [0.5, -0.5, -0.5, 0.5]
NONE: Row = [0.0, 0.0, 0.0, 1.0]


def times(first: Row, then: Row) -> Row:
    """The rotation that does one and then the other."""
    ax, ay, az, aw = then
    bx, by, bz, bw = first
    return [
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
        aw * bw - ax * bx - ay * by - az * bz,
    ]


def back(turn: Row) -> Row:
    """The rotation back, of a unit quaternion."""
    x, y, z, w = turn
    return [-x, -y, -z, w]


def unit(turn: Row) -> Row:
    """The same rotation, of length 1."""
    size = math.sqrt(sum(number * number for number in turn)) or 1.0
    return [number / size for number in turn]


def turned(turn: Row, point: Row) -> Row:
    """A point, turned."""
    return times(times(back(turn), [*point, 0.0]), turn)[:3]


def columns(turn: Row) -> list[Row]:
    """Where a rotation takes the three axes."""
    return [turned(turn, [float(at == axis) for at in range(3)]) for axis in range(3)]
