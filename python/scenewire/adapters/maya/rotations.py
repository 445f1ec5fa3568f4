"""Arithmetic of rotations: quaternions as [x, y, z, w] and turns about the axes in degrees, in any of Maya's orders."""

from __future__ import annotations

import math

Row = list[float]

#: Maya's rotate orders by number: the first letter turns first.
ORDERS = ("xyz", "yzx", "zxy", "xzy", "yxz", "zyx")
#: Under this cosine of the second turn the first and the third are about the same axis: the first says both.
_POLE = 1e-9
_AXES = {"x": 0, "y": 1, "z": 2}


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


def inverse(turn: Row) -> Row:
    """The rotation back, of a unit quaternion."""
    x, y, z, w = turn
    return [-x, -y, -z, w]


def unit(turn: Row) -> Row:
    """The same rotation, of length 1."""
    size = math.sqrt(sum(number * number for number in turn)) or 1.0
    return [number / size for number in turn]


def of_angles(angles: Row, order: str = "xyz") -> Row:
    """The rotation of three turns about x, y and z, in degrees."""
    turned = [0.0, 0.0, 0.0, 1.0]
    for letter in order:
        axis = _AXES[letter]
        half = math.radians(angles[axis]) / 2
        about = [0.0, 0.0, 0.0, math.cos(half)]
        about[axis] = math.sin(half)
        turned = times(turned, about)
    return turned


def to_angles(turn: Row, order: str = "xyz") -> Row:
    """Turns about x, y and z that make a rotation, in degrees."""
    rows = rows_of(unit(turn))
    first, second, third = (_AXES[letter] for letter in order)
    sign = 1.0 if (second - first) % 3 == 1 else -1.0
    # `rows` act on columns: an entry is [to][from].
    sine, cosine = -sign * rows[third][first], math.hypot(rows[third][second], rows[third][third])
    angles = [0.0] * 3
    angles[second] = math.atan2(sine, cosine)
    if cosine > _POLE:
        angles[first] = math.atan2(sign * rows[third][second], rows[third][third])
        angles[third] = math.atan2(sign * rows[second][first], rows[first][first])
    else:
        angles[first] = math.atan2(-sign * rows[second][third], rows[second][second])
    return [math.degrees(angle) for angle in angles]


def rows_of(turn: Row) -> list[Row]:
    """The 3 by 3 matrix of a unit quaternion, acting on columns."""
    x, y, z, w = turn
    return [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]


def of_rows(rows: list[Row]) -> Row:
    """The quaternion of such a matrix, which has no scale."""
    trace = rows[0][0] + rows[1][1] + rows[2][2]
    if trace > 0:
        w = math.sqrt(1 + trace) / 2
        return [
            (rows[2][1] - rows[1][2]) / (4 * w),
            (rows[0][2] - rows[2][0]) / (4 * w),
            (rows[1][0] - rows[0][1]) / (4 * w),
            w,
        ]
    i = max(range(3), key=lambda axis: rows[axis][axis])
    j, k = (i + 1) % 3, (i + 2) % 3
    size = math.sqrt(max(0.0, 1 + rows[i][i] - rows[j][j] - rows[k][k])) / 2
    turn = [0.0] * 4
    turn[i] = size
    turn[j] = (rows[j][i] + rows[i][j]) / (4 * size)
    turn[k] = (rows[k][i] + rows[i][k]) / (4 * size)
    turn[3] = (rows[k][j] - rows[j][k]) / (4 * size)
    return turn
