"""The shapes that controls are drawn as: NURBS curves below the joint, whose longest side is 1 before they are sized
and moved. Which shape it is, how large and where, is told by the control points themselves, so that an artist may
rename and repaint them; what he has edited is a shape of his own.
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters import splines
from scenewire.adapters.maya import matrices
from scenewire.adapters.maya.attributes import get
from scenewire.adapters.maya.handles import delete
from scenewire.adapters.maya.naming import shown
from scenewire.adapters.maya.rotations import Row

Point = tuple[float, float, float]

_H, _T = 0.5, 1 / 6
#: A circle of radius 1 as Maya makes it, of eight control points, has them so far out.
_OUT = 1.1081941875543881
_DEGREE = 3
#: Of `form`: it has no beginning.
_PERIODIC = 2
#: Single precision, as a part of the size.
_SAME = 1e-4


def _ring(normal: int) -> list[Point]:
    """The control points of a circle about an axis."""
    found = []
    for step in range(8):
        angle = math.pi * step / 4
        flat = [_H * _OUT * math.cos(angle), _H * _OUT * math.sin(angle)]
        flat.insert(normal, 0.0)
        found.append((flat[0], flat[1], flat[2]))
    return found


def _closed(corners: list[tuple[float, float]], across: bool = True) -> list[Point]:
    """A closed line, across y (xz) or along it (xy)."""
    return [(a, 0.0, b) if across else (a, b, 0.0) for a, b in [*corners, corners[0]]]


_SQUARE = [(-_H, -_H), (_H, -_H), (_H, _H), (-_H, _H)]
_CROSS = [(-_T, -_H), (_T, -_H), (_T, -_T), (_H, -_T), (_H, _T), (_T, _T),
          (_T, _H), (-_T, _H), (-_T, _T), (-_H, _T), (-_H, -_T), (-_T, -_T)]  # fmt: skip
_ARROW = [(-0.1, -_H), (0.1, -_H), (0.1, 0.1), (0.3, 0.1), (0.0, _H), (-0.3, 0.1), (-0.1, 0.1)]
_C: list[Point] = [(x, y, z) for x in (-_H, _H) for y in (-_H, _H) for z in (-_H, _H)]
_B: list[Point] = [(x, 0.0, z) for x, z in _SQUARE]
_R: list[Point] = [(-_H, 0, 0), (0, 0, -_H), (_H, 0, 0), (0, 0, _H)]
_UP, _DOWN = (0.0, _H, 0.0), (0.0, -_H, 0.0)

#: By word: degree, and the points of each curve; those of degree 1 are drawn in one go, over some edges twice.
SHAPES: dict[str, tuple[int, list[list[Point]]]] = {
    "cube": (1, [[_C[at] for at in (0, 1, 3, 2, 0, 4, 5, 7, 6, 4, 5, 1, 3, 7, 6, 2)]]),
    "sphere": (_DEGREE, [_ring(axis) for axis in range(3)]),
    "circle": (_DEGREE, [_ring(1)]),
    "square": (1, [_closed(_SQUARE)]),
    "arrow": (1, [_closed(_ARROW, across=False)]),
    "cross": (1, [_closed(_CROSS)]),
    "pyramid": (1, [[*_B, _B[0], (0, 1, 0), _B[1], _B[2], (0, 1, 0), _B[3]]]),
    "diamond": (1, [[*_R, _R[0], _UP, _R[1], _DOWN, _R[2], _UP, _R[3], _DOWN, _R[0]]]),
}


def curves_of(joint: str) -> list[str]:
    """The curves that a joint is drawn as."""
    from maya import cmds

    found = cmds.listRelatives(joint, shapes=True, noIntermediate=True, fullPath=True, type="nurbsCurve")
    return [str(one) for one in found or ()]


def draw(joint: str, word: str, size: float, offset: Row) -> None:
    """Has a joint drawn as this shape: curves that it has are kept where they are as many."""
    from maya import cmds

    degree, lines = SHAPES[word]
    have = curves_of(joint)
    if [get(curve, "degree") for curve in have] != [degree] * len(lines):
        delete(have)
        have = []
    for at, line in enumerate(lines):
        given = _arguments(degree, [_moved(point, size, offset) for point in line])
        if have:
            cmds.curve(have[at], replace=True, **given)
        else:
            _put_below(joint, str(cmds.curve(**given)))


def _put_below(joint: str, source: str) -> None:
    from maya import cmds

    (shape,) = cmds.listRelatives(source, shapes=True, fullPath=True)
    (put,) = cmds.parent(shape, joint, shape=True, relative=True)
    cmds.delete(source)
    cmds.rename(put, f"{shown(joint).rpartition(':')[2]}Shape")


def _arguments(degree: int, points: list[Point]) -> dict[str, Any]:
    """What Maya makes such a curve of: those of a higher degree come round."""
    if degree == 1:
        return {"degree": 1, "point": points, "knot": splines.clamped(len(points), 1)[1:-1]}
    points = [*points, *points[:degree]]
    knots = [float(at - degree + 1) for at in range(len(points) + degree - 1)]
    return {"degree": degree, "point": points, "knot": knots, "periodic": True}


def _moved(point: Point, size: float, offset: Row) -> Point:
    x, y, z = (
        sum(point[row] * size * offset[4 * row + column] for row in range(3)) + offset[12 + column]
        for column in range(3)
    )
    return (x, y, z)


def drawn(joint: str) -> tuple[str, float, Row] | None:
    """Which shape a joint is drawn as, how large and how moved; None for one of the artist's own."""
    found = [(int(get(curve, "degree")), _points(curve)) for curve in curves_of(joint)]
    for word, (degree, lines) in SHAPES.items():
        if [(degree, len(line)) for line in lines] == [(own, len(points)) for own, points in found]:
            fit = _fit([point for line in lines for point in line], [one for _, points in found for one in points])
            if fit is not None:
                return (word, *fit)
    return None


def extent(joint: str) -> float:
    """The longest side of what a joint is drawn as, by its control points."""
    points = [point for curve in curves_of(joint) for point in _points(curve)]
    return max((max(p[axis] for p in points) - min(p[axis] for p in points) for axis in range(3)), default=0.0)


def _points(curve: str) -> list[Point]:
    """Its control points, without those that come round again."""
    from maya.api import OpenMaya

    found = OpenMaya.MFnNurbsCurve(OpenMaya.MGlobal.getSelectionListByName(curve).getDagPath(0))
    points = [(one.x, one.y, one.z) for one in found.cvPositions(OpenMaya.MSpace.kObject)]
    return points[: len(points) - int(get(curve, "degree"))] if get(curve, "form") == _PERIODIC else points


def _fit(base: list[Point], points: list[Point]) -> tuple[float, Row] | None:
    """The size and the move that take the points of a shape to these, when one does."""
    size = _reach(points) / _reach(base)
    if size <= 0:
        return None
    third = next(at for at in range(2, len(base)) if math.hypot(*_cross(_to(base, 1), _to(base, at))) > _SAME)
    from_, into = _frame(_to(base, 1), _to(base, third)), _frame(_to(points, 1), _to(points, third))
    if from_ is None or into is None:
        return None
    turn = [sum(from_[k][row] * into[k][column] for k in range(3)) for row in range(3) for column in range(3)]
    rows = [value for row in range(3) for value in (*turn[3 * row : 3 * row + 3], 0.0)]
    start = _moved(base[0], size, [*rows, 0.0, 0.0, 0.0, 1.0])
    offset = [*rows, *(b - a for a, b in zip(start, points[0])), 1.0]
    same = all(math.dist(_moved(a, size, offset), b) < _SAME * size for a, b in zip(base, points))
    return (size, offset) if same else None


def _reach(points: list[Point]) -> float:
    return max(math.dist(points[0], point) for point in points)


def _to(points: list[Point], at: int) -> Point:
    x, y, z = (b - a for a, b in zip(points[0], points[at]))
    return (x, y, z)


def _cross(a: Point, b: Point) -> Point:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _frame(a: Point, b: Point) -> list[Point] | None:
    """Three axes: along the first of two ways, across both, and the third."""
    across = _cross(a, b)
    if math.hypot(*a) == 0 or math.hypot(*across) == 0:
        return None
    first, third = _unit(a), _unit(across)
    return [first, _cross(third, first), third]


def _unit(a: Point) -> Point:
    length = math.hypot(*a)
    return (a[0] / length, a[1] / length, a[2] / length)


#: Nothing is moved.
NOWHERE: Row = matrices.composed([0.0] * 3, [0.0, 0.0, 0.0, 1.0], [1.0] * 3)
