"""What the makers of NURBS primitives give: points of revolution, planes and circles."""

from __future__ import annotations

import math

from . import linear
from .evaluate import number, value, vector
from .linear import Vector
from .nodes import Node, Plug
from .nurbs import CLOSED, OPEN, PERIODIC, Curve, Surface, knots, through
from .shapes import geometry


def frame(axis: Vector) -> tuple[Vector, Vector, Vector]:
    """Two sides of an axis, and the axis."""
    up = linear.unit(axis)
    side = linear.unit(linear.cross(up, (0.0, 0.0, 1.0) if abs(up[2]) < 0.9 else (0.0, 1.0, 0.0)))
    return side, linear.cross(up, side), up


def around(node: Node, radius: float, sections: int, degree: int) -> list[Vector]:
    """The points of a circle about z whose curve is as near to a circle as can be."""
    factor = 1.0
    if degree == 3:
        # A uniform cubic's point is (1, 4, 1) / 6 of three: so much further out must they be.
        factor = 3.0 / (2.0 + math.cos(2 * math.pi / sections))
    return [(radius * factor * math.cos(t), radius * factor * math.sin(t), 0.0)
            for t in (2 * math.pi * n / sections for n in range(sections))]  # fmt: skip


@geometry("makeNurbCircle", "outputCurve")
def _circle(plug: Plug) -> Curve:
    node = plug.node
    sections, degree = max(3, int(number(node.plug("sections")))), int(number(node.plug("degree")))
    radius, sweep = number(node.plug("radius")), number(node.plug("sweep"))
    side, other, _ = frame(vector(node.plug("normal")))
    centre = vector(node.plug("center"))

    def placed(p: Vector) -> Vector:
        return linear.add(centre, linear.add(linear.by(side, p[0]), linear.by(other, p[1])))

    if sweep < 2 * math.pi - 1e-9:
        arc = [
            (radius * math.cos(sweep * n / sections), radius * math.sin(sweep * n / sections), 0.0)
            for n in range(sections + 1)
        ]
        return through([placed(p) for p in arc], degree)
    points = [placed(p) for p in around(node, radius, sections, degree)]
    return Curve(degree, PERIODIC, (*points, *points[:degree]), knots(sections + 1, degree, True)[: sections + 2 * degree - 1]
                 if degree == 1 else tuple(float(n) for n in range(1 - degree, sections + degree)))  # fmt: skip


def profile(node: Node) -> list[tuple[float, float]]:
    """The outline of a body of revolution: (distance from the axis, height)."""
    radius = number(node.plug("radius"))
    spans = max(1, int(number(node.plug("spans"))))
    if node.kind == "makeNurbSphere":
        count = max(4, 4 if spans == 1 else spans) + 3
        return [
            (radius * math.sin(math.pi * n / (count - 1)), -radius * math.cos(math.pi * n / (count - 1)))
            for n in range(count)
        ]
    ratio = number(node.plug("heightRatio"))
    high = radius * ratio
    count = spans + 3
    if node.kind == "makeNurbTorus":
        inner = radius * ratio
        return [
            (radius + inner * math.cos(2 * math.pi * n / 8), inner * math.sin(2 * math.pi * n / 8)) for n in range(8)
        ]
    tip = node.kind == "makeNurbCone"
    return [(radius * (1 - n / (count - 1)) if tip else radius, high * (n / (count - 1) - 0.5)) for n in range(count)]


@geometry("makeNurbSphere makeNurbCylinder makeNurbCone makeNurbTorus", "outputSurface")
def _revolved(plug: Plug) -> Surface:
    node = plug.node
    sections, degree = max(4, int(number(node.plug("sections")))), int(number(node.plug("degree")))
    side, other, up = frame(vector(node.plug("axis")))
    pivot = vector(node.plug("pivot"))
    points = []
    outline = profile(node)
    for distance, height in outline:
        for n in range(sections):
            t = 2 * math.pi * n / sections
            flat = linear.add(linear.by(side, distance * math.cos(t)), linear.by(other, distance * math.sin(t)))
            points.append(linear.add(pivot, linear.add(flat, linear.by(up, height))))
    around_v = PERIODIC if node.kind == "makeNurbTorus" else OPEN
    return Surface((degree, degree), (around_v, PERIODIC), tuple(points), (len(outline), sections))


@geometry("makeNurbPlane", "outputSurface")
def _plane(plug: Plug) -> Surface:
    node = plug.node
    width, ratio = number(node.plug("width")), number(node.plug("lengthRatio"))
    degree = int(number(node.plug("degree")))
    u, v = (int(value(node.plug(name))) + degree for name in ("patchesU", "patchesV"))
    side, other, _ = frame(vector(node.plug("axis")))
    pivot = vector(node.plug("pivot"))
    points = [
        linear.add(pivot, linear.add(linear.by(side, width * (i / (u - 1) - 0.5)), linear.by(other, width * ratio * (j / (v - 1) - 0.5))))
        for i in range(u) for j in range(v)
    ]  # fmt: skip
    return Surface((degree, degree), (OPEN, OPEN), tuple(points), (u, v))


assert CLOSED
