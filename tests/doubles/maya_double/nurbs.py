"""NURBS curves and surfaces: their data, where they are at a parameter, and what shapes hold of them.

Source: `curve`, `circle`, `sphere`, `nurbsPlane` and `MFnNurbsCurve` in Autodesk's reference; a curve has
(points + degree - 1) knots.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from . import linear
from .components import Component
from .evaluate import computes, value
from .linear import Matrix, Vector
from .nodes import Node, Plug
from .scene import scene
from .shapes import geometry

OPEN, CLOSED, PERIODIC = range(3)


@dataclass(frozen=True)
class Curve:
    """A curve; a periodic one has its first `degree` points again at its end."""

    degree: int = 3
    form: int = OPEN
    points: tuple[Vector, ...] = ()
    knots: tuple[float, ...] = ()
    weights: tuple[float, ...] = ()

    @property
    def spans(self) -> int:
        """How many pieces it has."""
        return max(0, len(self.points) - self.degree)

    @property
    def range(self) -> tuple[float, float]:
        """Its first and last parameter."""
        if not self.points:
            return (0.0, 0.0)
        return (self.knots[self.degree - 1], self.knots[len(self.knots) - self.degree])

    @property
    def free(self) -> int:
        """How many points can be moved by themselves."""
        return len(self.points) - (self.degree if self.form == PERIODIC else 0)

    def moved(self, matrix: Matrix) -> Curve:
        """The curve through a matrix."""
        return dataclasses.replace(self, points=tuple(linear.point(p, matrix) for p in self.points))


@dataclass(frozen=True)
class Surface:
    """A surface: rows of points along v for each u."""

    degrees: tuple[int, int] = (3, 3)
    forms: tuple[int, int] = (OPEN, OPEN)
    points: tuple[Vector, ...] = ()
    size: tuple[int, int] = (0, 0)

    def moved(self, matrix: Matrix) -> Surface:
        """The surface through a matrix."""
        return dataclasses.replace(self, points=tuple(linear.point(p, matrix) for p in self.points))


def knots(count: int, degree: int, periodic: bool = False) -> tuple[float, ...]:
    """The knots that Maya gives a curve when one names none: whole numbers, at the ends of an open one several times."""
    if periodic:
        return tuple(float(n) for n in range(1 - degree, count))
    last = count - degree
    inner = [float(n) for n in range(last + 1)]
    return (*[0.0] * (degree - 1), *inner, *[float(last)] * (degree - 1))


def at(curve: Curve, parameter: float) -> Vector:
    """The point at a parameter, by de Boor's algorithm."""
    d = curve.degree
    low, high = curve.range
    u = max(low, min(high, parameter))
    k = curve.knots
    span = d - 1
    while span < len(k) - d - 1 and u >= k[span + 1]:
        span += 1
    weights = curve.weights or (1.0,) * len(curve.points)
    first = span - d + 1
    points = [
        (p[0] * w, p[1] * w, p[2] * w, w)
        for p, w in zip(curve.points[first : first + d + 1], weights[first : first + d + 1])
    ]
    for level in range(1, d + 1):
        for j in range(d, level - 1, -1):
            left, right = k[first + j - 1], k[first + j + d - level]
            share = (u - left) / (right - left) if right > left else 0.0
            points[j] = tuple(a * (1 - share) + b * share for a, b in zip(points[j - 1], points[j]))  # type: ignore[assignment]
    x, y, z, w = points[d]
    return (x / w, y / w, z / w)


def length(curve: Curve, steps: int = 64) -> float:
    """The length, by Simpson's rule over the speed is not needed: chords that are short enough."""
    low, high = curve.range
    count = max(1, curve.spans) * steps
    along = [at(curve, low + (high - low) * n / count) for n in range(count + 1)]
    return sum(linear.length(linear.minus(b, a)) for a, b in zip(along, along[1:]))


def edit_points(curve: Curve) -> list[Vector]:
    """The points on the curve at its knots."""
    low, high = curve.range
    inner = sorted({knot for knot in curve.knots if low <= knot <= high})
    if curve.form == PERIODIC:
        inner = inner[:-1]
    return [at(curve, knot) for knot in inner]


def through(given: Sequence[Vector], degree: int) -> Curve:
    """A curve whose edit points are these: its points solve a band of equations."""
    count = len(given)
    if degree == 1 or count < 3:
        bent = list(given)
        if degree == 3 and count == 2:
            bent = [given[0], between(given[0], given[1], 1 / 3), between(given[0], given[1], 2 / 3), given[1]]
        return Curve(degree, OPEN, tuple(bent), knots(len(bent), degree))
    total = count + degree - 1
    template = Curve(degree, OPEN, tuple(linear.ORIGIN for _ in range(total)), knots(total, degree))
    rows: list[list[float]] = []
    goals: list[Vector] = []
    for n, goal in enumerate(given):
        rows.append(basis(template, float(n)))
        goals.append(goal)
    # The ends are without curvature: the second point lies a third of the way on their line.
    for end, inner in ((0, 1), (total - 1, total - 2))[: degree - 1]:
        row = [0.0] * total
        other = inner + (1 if end == 0 else -1)
        row[inner], row[end], row[other] = 1.0, -0.5, -0.5
        rows.append(row)
        goals.append(linear.ORIGIN)
    return dataclasses.replace(template, points=tuple(solve(rows, goals)))


def between(a: Vector, b: Vector, share: float) -> Vector:
    """A point on the line between two."""
    return linear.add(linear.by(a, 1 - share), linear.by(b, share))


def basis(curve: Curve, parameter: float) -> list[float]:
    """How much each point counts at a parameter."""
    count = len(curve.points)
    found = []
    for n in range(count):
        ones = tuple((1.0, 0.0, 0.0) if m == n else linear.ORIGIN for m in range(count))
        found.append(at(dataclasses.replace(curve, points=ones), parameter)[0])
    return found


def solve(rows: list[list[float]], goals: list[Vector]) -> list[Vector]:
    """A system of equations, by elimination."""
    table = [[*row, *goal] for row, goal in zip(rows, goals)]
    size = len(table)
    for c in range(size):
        best = max(range(c, size), key=lambda r: abs(table[r][c]))
        table[c], table[best] = table[best], table[c]
        pivot = table[c][c]
        table[c] = [v / pivot for v in table[c]]
        for r in range(size):
            if r != c and table[r][c]:
                factor = table[r][c]
                table[r] = [v - factor * o for v, o in zip(table[r], table[c])]
    return [(row[-3], row[-2], row[-1]) for row in table]


def held(node: Node) -> Curve | Surface:
    """What a shape is, its tweaks included."""
    found = value(node.plug("local"))
    if isinstance(found, (Curve, Surface)):
        return found
    return Surface() if node.kind == "nurbsSurface" else Curve()


def curve(node: Node) -> Curve:
    """The curve of a shape."""
    found = held(node)
    if not isinstance(found, Curve):
        raise RuntimeError(f"'{node.name}' is no curve")
    return found


@geometry("nurbsCurve nurbsSurface", "local cached")
def _local(plug: Plug) -> Curve | Surface:
    node = plug.node
    source = node.plug("create")
    found = value(source) if scene.source(source) is not None else node.values.get(("cached", ()))
    made: Curve | Surface = (
        found if isinstance(found, (Curve, Surface)) else Surface() if node.kind == "nurbsSurface" else Curve()
    )
    moved = {key[1][0]: key for key in node.values if key[0] in ("xValue", "yValue", "zValue")}
    if not moved:
        return made
    points = list(made.points)
    for number in moved:
        if number < len(points):
            shift = tuple(node.values.get((attr, (number,)), 0.0) for attr in ("xValue", "yValue", "zValue"))
            points[number] = linear.add(points[number], shift)
    return dataclasses.replace(made, points=tuple(points))


@computes("nurbsCurve nurbsSurface", "worldSpace")
def _world(plug: Plug) -> Curve | Surface:
    from . import names, transforms

    return held(plug.node).moved(transforms.world(names.path(plug.node)))


@computes("nurbsCurve", "degree spans form minValue maxValue editPoints")
def _facts(plug: Plug) -> object:
    made = curve(plug.node)
    if plug.attr == "editPoints":
        found = edit_points(made)
        return found[plug.index[0]] if plug.index and plug.index[0] < len(found) else linear.ORIGIN
    return {"degree": made.degree, "spans": made.spans if made.form != PERIODIC else made.free, "form": made.form,
            "minValue": made.range[0], "maxValue": made.range[1]}[plug.attr]  # fmt: skip


@computes("nurbsSurface", "degreeU degreeV formU formV spansU spansV")
def _surface_facts(plug: Plug) -> int:
    made = held(plug.node)
    assert isinstance(made, Surface)
    along = "UV".index(plug.attr[-1])
    if plug.attr.startswith("degree"):
        return made.degrees[along]
    if plug.attr.startswith("form"):
        return made.forms[along]
    return max(0, made.size[along] - (0 if made.forms[along] == PERIODIC else made.degrees[along]))


@computes("curveInfo", "arcLength")
def _arc_length(plug: Plug) -> float:
    found = value(plug.node.plug("inputCurve"))
    return length(found) if isinstance(found, Curve) else 0.0


def store(node: Node, made: Curve | Surface) -> None:
    """Makes this the shape's own."""
    for key in [key for key in node.values if key[0] in ("xValue", "yValue", "zValue")]:
        scene.drop(node.values, key)
    scene.put(node.values, ("cached", ()), made)
    scene.tell("changed", node.plug("local"))


def move(node: Node, moved: dict[int, Vector]) -> None:
    """Moves points; of a shape with history as tweaks."""
    made = held(node)
    if scene.source(node.plug("create")) is None:
        points = list(made.points)
        for number, point in moved.items():
            points[number] = point
            if isinstance(made, Curve) and made.form == PERIODIC and number < made.degree:
                points[made.free + number] = point
        store(node, dataclasses.replace(made, points=tuple(points)))
        return
    for number, point in moved.items():
        rest = made.points[number]
        for n, attr in enumerate(("xValue", "yValue", "zValue")):
            tweak = node.values.get((attr, (number,)), 0.0)
            scene.put(node.values, (attr, (number,)), tweak + point[n] - rest[n])


def counts(node: Node, kind: str) -> tuple[int, ...]:
    """How many components of a kind a shape has."""
    made = held(node)
    if isinstance(made, Surface):
        return made.size
    return (made.free,) if kind == "cv" else (len(edit_points(made)) if made.points else 0,)


def flat(node: Node, component: Component) -> list[int]:
    """The numbers of the points of a component, of a surface row after row."""
    made = held(node)
    if isinstance(made, Surface):
        return [index[0] * made.size[1] + index[1] for index in component.indices if len(index) == 2]
    return component.numbers()


def points(node: Node) -> list[Vector]:
    """The points of a shape, without those that a periodic curve has twice."""
    if node.kind not in ("nurbsCurve", "nurbsSurface", "bezierCurve"):
        return []
    made = held(node)
    return list(made.points[: made.free] if isinstance(made, Curve) else made.points)
