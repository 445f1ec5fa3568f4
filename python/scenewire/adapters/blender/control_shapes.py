"""The shapes that controls are drawn as: meshes of edges, whose longest side is 1, along the axes of a bone (y along
it). They lie in no collection, so that they show nowhere but on bones; Blender keeps what a bone shows. Which shape a
mesh is, is told by its vertices, so that an artist may rename it; one that he has edited is a mesh of his own.

A shape that no bone shows any more stays until the file is saved, as all that is unused does in Blender. Taken away and
brought back by an undo, it is lost to its bone at one in some hundred of the undos after that (Blender 5.2).
"""

from __future__ import annotations

import math
from array import array
from typing import Any

Point = tuple[float, float, float]
Edges = list[tuple[int, int]]

#: How riggers call such a mesh.
_PREFIX = "WGT-"
#: Single precision, at this size.
_SAME = 1e-5
_STEPS = 32


def _ring(normal: int) -> list[Point]:
    """A circle about an axis."""
    found = []
    for step in range(_STEPS):
        angle = 2 * math.pi * step / _STEPS
        flat = [0.5 * math.cos(angle), 0.5 * math.sin(angle)]
        flat.insert(normal, 0.0)
        found.append((flat[0], flat[1], flat[2]))
    return found


def _loop(count: int, first: int = 0) -> Edges:
    return [(first + at, first + (at + 1) % count) for at in range(count)]


def _polygon(corners: list[tuple[float, float]], across: bool) -> tuple[list[Point], Edges]:
    """A closed line, across the bone (xz) or along it (xy)."""
    points: list[Point] = [(a, 0.0, b) if across else (a, b, 0.0) for a, b in corners]
    return points, _loop(len(points))


_H = 0.5
_CORNERS = [(x, y, z) for x in (-_H, _H) for y in (-_H, _H) for z in (-_H, _H)]
_BASE: list[Point] = [(-_H, 0, -_H), (_H, 0, -_H), (_H, 0, _H), (-_H, 0, _H)]
_T = 1 / 6
_CROSS = [(-_T, -_H), (_T, -_H), (_T, -_T), (_H, -_T), (_H, _T), (_T, _T),
          (_T, _H), (-_T, _H), (-_T, _T), (-_H, _T), (-_H, -_T), (-_T, -_T)]  # fmt: skip
_ARROW = [(-0.1, -_H), (0.1, -_H), (0.1, 0.1), (0.3, 0.1), (0.0, _H), (-0.3, 0.1), (-0.1, 0.1)]

SHAPES: dict[str, tuple[list[Point], Edges]] = {
    "cube": (_CORNERS, [(a, b) for a in range(8) for b in range(a) if bin(a ^ b).count("1") == 1]),
    "sphere": (
        [point for axis in range(3) for point in _ring(axis)],
        [edge for axis in range(3) for edge in _loop(_STEPS, _STEPS * axis)],
    ),
    "circle": (_ring(1), _loop(_STEPS)),
    "square": (_BASE, _loop(4)),
    "arrow": _polygon(_ARROW, across=False),
    "cross": _polygon(_CROSS, across=True),
    "pyramid": ([*_BASE, (0, 1, 0)], [*_loop(4), *((corner, 4) for corner in range(4))]),
    "diamond": (
        [(-_H, 0, 0), (0, 0, -_H), (_H, 0, 0), (0, 0, _H), (0, -_H, 0), (0, _H, 0)],
        [*_loop(4), *((corner, tip) for corner in range(4) for tip in (4, 5))],
    ),
}


def _points(mesh: Any) -> array[float]:
    values = array("f", bytes(12 * len(mesh.vertices)))
    mesh.vertices.foreach_get("co", values)
    return values


def shape_of(node: Any) -> str:
    """Which shape an object is; `custom` for any other."""
    if node.type != "MESH" or len(node.data.polygons):
        return "custom"
    counts = len(node.data.vertices), len(node.data.edges)
    likely = [word for word, (points, edges) in SHAPES.items() if (len(points), len(edges)) == counts]
    have = _points(node.data) if likely else array("f")
    for word in likely:
        wanted = [number for point in SHAPES[word][0] for number in point]
        if all(abs(one - other) < _SAME for one, other in zip(have, wanted)):
            return word
    return "custom"


def object_of(word: str) -> Any:
    """The object that draws a shape: one for all controls of the file that have it."""
    import bpy

    found = bpy.data.objects.get(_PREFIX + word)
    if found is not None and found.library is None and shape_of(found) == word:
        return found
    points, edges = SHAPES[word]
    mesh = bpy.data.meshes.new(_PREFIX + word)
    mesh.from_pydata(points, edges, [])
    return bpy.data.objects.new(_PREFIX + word, mesh)


def extent(node: Any) -> float:
    """The longest side of what an object draws on a bone: its form, without its own transform."""
    numbers = _points(node.data) if node.type == "MESH" else [part for corner in node.bound_box for part in corner]
    if not numbers:
        return 0.0
    return max(float(max(numbers[axis::3]) - min(numbers[axis::3])) for axis in range(3))
