"""Ready-made shapes as vertices, faces and texture coordinates, for hosts that make none themselves. Up is Z, as in
Blender, whose measures and defaults these are.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Point = tuple[float, float, float]
Triangle = tuple[int, int, int]


@dataclass
class Shape:
    """Faces go round counter-clockwise, seen from outside; a texture coordinate per face corner."""

    points: list[Point] = field(default_factory=list)
    faces: list[list[int]] = field(default_factory=list)
    uvs: list[tuple[float, float]] = field(default_factory=list)

    def add(self, corners: list[int], uvs: list[tuple[float, float]]) -> None:
        """Adds a face."""
        self.faces.append(corners)
        self.uvs += uvs


_SQUARE = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]


def _cube(item: dict[str, Any]) -> Shape:
    half = item.get("size", 2.0) / 2
    shape = Shape([(x, y, z) for x in (-half, half) for y in (-half, half) for z in (-half, half)])
    for corners in ([0, 1, 3, 2], [2, 3, 7, 6], [6, 7, 5, 4], [4, 5, 1, 0], [2, 6, 4, 0], [7, 3, 1, 5]):
        shape.add(corners, list(_SQUARE))
    return shape


def _plane(item: dict[str, Any]) -> Shape:
    half = item.get("size", 2.0) / 2
    shape = Shape([(-half, -half, 0.0), (half, -half, 0.0), (half, half, 0.0), (-half, half, 0.0)])
    shape.add([0, 1, 2, 3], list(_SQUARE))
    return shape


def _sphere(item: dict[str, Any]) -> Shape:
    """Rings from the lower pole to the upper one."""
    around, rings, radius = item.get("segments", 32), item.get("rings", 16), item.get("radius", 1.0)
    shape = Shape([(0.0, 0.0, -radius)])
    for ring in range(1, rings):
        angle = math.pi * ring / rings
        shape.points += _ring(around, radius * math.sin(angle), -radius * math.cos(angle))
    shape.points.append((0.0, 0.0, radius))
    top = len(shape.points) - 1
    for at in range(around):
        after, u, v = (at + 1) % around, at / around, (at + 1) / around
        shape.add([0, 1 + after, 1 + at], [((u + v) / 2, 0.0), (v, 1 / rings), (u, 1 / rings)])
        for ring in range(rings - 2):
            low, high = 1 + ring * around, 1 + (ring + 1) * around
            below, above = (ring + 1) / rings, (ring + 2) / rings
            shape.add(
                [low + at, low + after, high + after, high + at], [(u, below), (v, below), (v, above), (u, above)]
            )
        last = top - around
        shape.add([top, last + at, last + after], [((u + v) / 2, 1.0), (u, 1 - 1 / rings), (v, 1 - 1 / rings)])
    return shape


def _ring(around: int, radius: float, height: float) -> list[Point]:
    turns = (math.tau * at / around for at in range(around))
    return [(radius * math.cos(turn), radius * math.sin(turn), height) for turn in turns]


def _ico_sphere(item: dict[str, Any]) -> Shape:
    golden = (1 + math.sqrt(5)) / 2
    points = [
        (-1, golden, 0), (1, golden, 0), (-1, -golden, 0), (1, -golden, 0), (0, -1, golden), (0, 1, golden),
        (0, -1, -golden), (0, 1, -golden), (golden, 0, -1), (golden, 0, 1), (-golden, 0, -1), (-golden, 0, 1),
    ]  # fmt: skip
    faces = [
        (0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4), (11, 10, 2), (10, 7, 6),
        (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8), (3, 8, 9), (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7),
        (9, 8, 1),
    ]  # fmt: skip
    unit = [_unit(point) for point in points]
    # Blender's first level is the icosahedron itself.
    for _ in range(item.get("subdivisions", 2) - 1):
        unit, faces = _split(unit, faces)
    radius = item.get("radius", 1.0)
    shape = Shape([(x * radius, y * radius, z * radius) for x, y, z in unit])
    for face in faces:
        shape.add(list(face), [_round_about(unit[corner]) for corner in face])
    return shape


def _unit(point: tuple[float, ...]) -> Point:
    size = math.sqrt(sum(number * number for number in point))
    x, y, z = (number / size for number in point)
    return x, y, z


def _round_about(point: Point) -> tuple[float, float]:
    x, y, z = point
    return 0.5 + math.atan2(y, x) / math.tau, 0.5 + math.asin(max(-1.0, min(1.0, z))) / math.pi


def _split(points: list[Point], faces: list[Triangle]) -> tuple[list[Point], list[Triangle]]:
    """Each triangle in four, the new corners on the sphere."""
    points = list(points)
    middles: dict[tuple[int, int], int] = {}
    made: list[Triangle] = []

    def middle(a: int, b: int) -> int:
        key = (min(a, b), max(a, b))
        if key not in middles:
            middles[key] = len(points)
            points.append(_unit(tuple((one + other) / 2 for one, other in zip(points[a], points[b]))))
        return middles[key]

    for a, b, c in faces:
        ab, bc, ca = middle(a, b), middle(b, c), middle(c, a)
        made += [(a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca)]
    return points, made


def _cylinder(item: dict[str, Any]) -> Shape:
    radius = item.get("radius", 1.0)
    return _tapered(item, radius, radius)


def _cone(item: dict[str, Any]) -> Shape:
    return _tapered(item, item.get("radius", 1.0), item.get("radius2", 0.0))


def _tapered(item: dict[str, Any], bottom: float, top: float) -> Shape:
    around, half = item.get("segments", 32), item.get("depth", 2.0) / 2
    shape = Shape()
    ends = []
    for radius, height in ((bottom, -half), (top, half)):
        ends.append(len(shape.points))
        shape.points += _ring(around, radius, height) if radius else [(0.0, 0.0, height)]
    for at in range(around):
        after, u, v = (at + 1) % around, at / around, (at + 1) / around
        corners = [ends[0] + (at if bottom else 0), ends[0] + (after if bottom else 0)]
        corners += [ends[1] + (after if top else 0), ends[1] + (at if top else 0)]
        rows = list(zip(corners, [(u, 0.0), (v, 0.0), (v, 1.0), (u, 1.0)]))
        if not bottom or not top:
            rows.pop(0 if not bottom else 2)
        shape.add([corner for corner, _ in rows], [uv for _, uv in rows])
    disk = [(0.5 + 0.5 * math.cos(math.tau * at / around), 0.5 + 0.5 * math.sin(math.tau * at / around))
            for at in range(around)]  # fmt: skip
    if bottom:
        shape.add([ends[0] + at for at in reversed(range(around))], disk[::-1])
    if top:
        shape.add([ends[1] + at for at in range(around)], list(disk))
    return shape


def _circle(item: dict[str, Any]) -> Shape:
    around = item.get("segments", 32)
    shape = Shape(_ring(around, item.get("radius", 1.0), 0.0))
    disk = [(0.5 + x / 2, 0.5 + y / 2) for x, y, _ in _ring(around, 1.0, 0.0)]
    shape.add(list(range(around)), disk)
    return shape


def _torus(item: dict[str, Any]) -> Shape:
    radius = item.get("radius", 1.0)
    minor = item.get("minor_radius", radius / 4)
    around, tube = item.get("segments", 48), item.get("rings", 12)
    shape = Shape([_on_torus(i / around, j / tube, radius, minor) for i in range(around) for j in range(tube)])
    for i in range(around):
        for j in range(tube):
            corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
            shape.add([a % around * tube + b % tube for a, b in corners], [(a / around, b / tube) for a, b in corners])
    return shape


def _on_torus(u: float, v: float, radius: float, minor: float) -> Point:
    a, b = math.tau * u, math.tau * v
    ring = radius + minor * math.cos(b)
    return ring * math.cos(a), ring * math.sin(a), minor * math.sin(b)


#: By the catalogue's words.
SHAPES: dict[str, Callable[[dict[str, Any]], Shape]] = {
    "cube": _cube,
    "plane": _plane,
    "sphere": _sphere,
    "ico_sphere": _ico_sphere,
    "cylinder": _cylinder,
    "cone": _cone,
    "circle": _circle,
    "torus": _torus,
}
