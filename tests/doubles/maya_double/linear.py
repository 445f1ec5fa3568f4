"""Matrices and rotations as Maya has them: row vectors, sixteen numbers row by row, angles in radians.

Source: `MTransformationMatrix`, `MEulerRotation` and the `xform` command in Autodesk's reference.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .attributes import IDENTITY as IDENTITY

Matrix = tuple[float, ...]
Vector = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]

#: Rotate orders as the attribute `rotateOrder` counts them: the axes in the order in which they turn.
ORDERS = ("xyz", "yzx", "zxy", "xzy", "yxz", "zyx")
ORIGIN: Vector = (0.0, 0.0, 0.0)
ONES: Vector = (1.0, 1.0, 1.0)
TINY = 1e-12


def times(a: Matrix, b: Matrix) -> Matrix:
    """The product: `a` works first."""
    if a is IDENTITY:
        return b
    if b is IDENTITY:
        return a
    return tuple(sum(a[r + k] * b[4 * k + c] for k in range(4)) for r in (0, 4, 8, 12) for c in range(4))


def product(*matrices: Matrix) -> Matrix:
    """The product of several, the first works first."""
    made: Matrix = IDENTITY
    for matrix in matrices:
        made = times(made, matrix)
    return made


def inverse(m: Matrix) -> Matrix:
    """The inverse; a matrix that has none raises `ZeroDivisionError`."""
    rows = [[*m[4 * r : 4 * r + 4], *(1.0 if r == c else 0.0 for c in range(4))] for r in range(4)]
    for c in range(4):
        best = max(range(c, 4), key=lambda r: abs(rows[r][c]))
        rows[c], rows[best] = rows[best], rows[c]
        pivot = rows[c][c]
        rows[c] = [value / pivot for value in rows[c]]
        for r in range(4):
            if r != c and rows[r][c]:
                factor = rows[r][c]
                rows[r] = [value - factor * other for value, other in zip(rows[r], rows[c])]
    return tuple(value for row in rows for value in row[4:])


def transposed(m: Matrix) -> Matrix:
    """Rows as columns."""
    return tuple(m[4 * c + r] for r in range(4) for c in range(4))


def determinant(m: Matrix) -> float:
    """Of the upper three rows and columns."""
    a, b, c, _, d, e, f, _, g, h, i, _ = m[:12]
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def translation(v: Sequence[float]) -> Matrix:
    """A matrix that moves."""
    return (1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, float(v[0]), float(v[1]), float(v[2]), 1.0)


def scaling(v: Sequence[float]) -> Matrix:
    """A matrix that scales."""
    return (float(v[0]), 0.0, 0.0, 0.0, 0.0, float(v[1]), 0.0, 0.0, 0.0, 0.0, float(v[2]), 0.0, 0.0, 0.0, 0.0, 1.0)


def shearing(v: Sequence[float]) -> Matrix:
    """A matrix that shears, by xy, xz, yz."""
    return (1.0, 0.0, 0.0, 0.0, float(v[0]), 1.0, 0.0, 0.0, float(v[1]), float(v[2]), 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)


def turn(axis: int, angle: float) -> Matrix:
    """A turn about x, y or z."""
    cos, sin = math.cos(angle), math.sin(angle)
    m = list(IDENTITY)
    j, k = (axis + 1) % 3, (axis + 2) % 3
    m[4 * j + j], m[4 * j + k], m[4 * k + j], m[4 * k + k] = cos, sin, -sin, cos
    return tuple(m)


def rotation(angles: Sequence[float], order: int = 0) -> Matrix:
    """The rotation of Euler angles (x, y, z) in a rotate order."""
    return product(*(turn("xyz".index(axis), angles["xyz".index(axis)]) for axis in ORDERS[order]))


def euler(m: Matrix, order: int = 0) -> Vector:
    """The Euler angles of a rotation, each as near to nought as there is."""
    i, j, k = ("xyz".index(axis) for axis in ORDERS[order])
    sign = 1.0 if (j - i) % 3 == 1 else -1.0
    found = [0.0, 0.0, 0.0]
    sine = max(-1.0, min(1.0, -sign * m[4 * i + k]))
    found[j] = math.asin(sine)
    if abs(sine) > 1.0 - TINY:
        # At the pole only the sum of the other two is known: the last is nought.
        found[i] = math.atan2(-sign * m[4 * k + j], m[4 * j + j])
    else:
        found[i] = math.atan2(sign * m[4 * j + k], m[4 * k + k])
        found[k] = math.atan2(sign * m[4 * i + j], m[4 * i + i])
    return (found[0], found[1], found[2])


def to_quaternion(m: Matrix) -> Quaternion:
    """The quaternion (x, y, z, w) of a rotation."""
    trace = m[0] + m[5] + m[10]
    if trace > 0:
        s = math.sqrt(trace + 1.0) * 2
        return ((m[6] - m[9]) / s, (m[8] - m[2]) / s, (m[1] - m[4]) / s, s / 4)
    i = max(range(3), key=lambda n: m[5 * n])
    j, k = (i + 1) % 3, (i + 2) % 3
    s = math.sqrt(max(TINY, 1.0 + m[5 * i] - m[5 * j] - m[5 * k])) * 2
    q = [0.0, 0.0, 0.0, (m[4 * j + k] - m[4 * k + j]) / s]
    q[i], q[j], q[k] = s / 4, (m[4 * i + j] + m[4 * j + i]) / s, (m[4 * i + k] + m[4 * k + i]) / s
    return (q[0], q[1], q[2], q[3])


def from_quaternion(q: Sequence[float]) -> Matrix:
    """The rotation of a quaternion (x, y, z, w)."""
    length = math.sqrt(sum(c * c for c in q)) or 1.0
    x, y, z, w = (c / length for c in q)
    return (
        1 - 2 * (y * y + z * z),
        2 * (x * y + z * w),
        2 * (x * z - y * w),
        0.0,
        2 * (x * y - z * w),
        1 - 2 * (x * x + z * z),
        2 * (y * z + x * w),
        0.0,
        2 * (x * z + y * w),
        2 * (y * z - x * w),
        1 - 2 * (x * x + y * y),
        0.0,
        0.0,
        0.0,
        0.0,
        1.0,
    )


class Parts(NamedTuple):
    """What a matrix is made of: scale, shear, rotation, translation work in this order."""

    scale: Vector
    shear: Vector
    rotation: Matrix
    translation: Vector


def parts(m: Matrix) -> Parts:
    """Takes a matrix apart; a mirrored one gets three negative scales."""
    x, y, z = (_row(m, r) for r in range(3))
    sx = length(x)
    x = _over(x, sx)
    xy = dot(x, y)
    y = _minus(y, x, xy)
    sy = length(y)
    y, xy = _over(y, sy), xy / (sy or 1.0)
    xz, yz = dot(x, z), dot(y, z)
    z = _minus(_minus(z, x, xz), y, yz)
    sz = length(z)
    z, xz, yz = _over(z, sz), xz / (sz or 1.0), yz / (sz or 1.0)
    if dot(cross(x, y), z) < 0:
        sx, sy, sz = -sx, -sy, -sz
        x, y, z = (_over(v, -1.0) for v in (x, y, z))
    turned = (*x, 0.0, *y, 0.0, *z, 0.0, 0.0, 0.0, 0.0, 1.0)
    return Parts((sx, sy, sz), (xy, xz, yz), turned, (m[12], m[13], m[14]))


def _row(m: Matrix, r: int) -> Vector:
    return (m[4 * r], m[4 * r + 1], m[4 * r + 2])


def _over(v: Vector, divisor: float) -> Vector:
    return (v[0] / divisor, v[1] / divisor, v[2] / divisor) if divisor else v


def _minus(v: Vector, u: Vector, factor: float) -> Vector:
    return (v[0] - u[0] * factor, v[1] - u[1] * factor, v[2] - u[2] * factor)


def point(p: Sequence[float], m: Matrix) -> Vector:
    """A point through a matrix."""
    if m is IDENTITY:
        return (p[0], p[1], p[2])
    x, y, z = p[0], p[1], p[2]
    return (
        x * m[0] + y * m[4] + z * m[8] + m[12],
        x * m[1] + y * m[5] + z * m[9] + m[13],
        x * m[2] + y * m[6] + z * m[10] + m[14],
    )


def direction(v: Sequence[float], m: Matrix) -> Vector:
    """A vector through a matrix: it is not moved."""
    x, y, z = v[0], v[1], v[2]
    return (
        x * m[0] + y * m[4] + z * m[8],
        x * m[1] + y * m[5] + z * m[9],
        x * m[2] + y * m[6] + z * m[10],
    )


def add(a: Sequence[float], b: Sequence[float]) -> Vector:
    """The sum."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def minus(a: Sequence[float], b: Sequence[float]) -> Vector:
    """The difference."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def by(a: Sequence[float], factor: float) -> Vector:
    """A multiple."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Sequence[float], b: Sequence[float]) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Sequence[float], b: Sequence[float]) -> Vector:
    """The vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Sequence[float]) -> float:
    """How long a vector is."""
    return math.sqrt(dot(a, a))


def unit(a: Sequence[float]) -> Vector:
    """A vector of length one, or nought."""
    size = length(a)
    return by(a, 1.0 / size) if size > TINY else ORIGIN


def average(points: Iterable[Sequence[float]]) -> Vector:
    """The middle of points."""
    found = list(points)
    count = len(found) or 1
    return (sum(p[0] for p in found) / count, sum(p[1] for p in found) / count, sum(p[2] for p in found) / count)


def bounds(points: Iterable[Sequence[float]]) -> tuple[Vector, Vector] | None:
    """The smallest and the largest corner of points."""
    found = list(points)
    if not found:
        return None
    low, high = [min(p[i] for p in found) for i in range(3)], [max(p[i] for p in found) for i in range(3)]
    return ((low[0], low[1], low[2]), (high[0], high[1], high[2]))


def same(a: Sequence[float], b: Sequence[float], tolerance: float = 1e-9) -> bool:
    """Whether all numbers are equal within a tolerance."""
    return len(a) == len(b) and all(abs(x - y) <= tolerance for x, y in zip(a, b))
