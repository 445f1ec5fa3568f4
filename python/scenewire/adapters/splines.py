"""Arithmetic of curves, the same for every host: handles of Bezier curves, knots, and points along a curve."""

from __future__ import annotations

from typing import Any

Row = list[float]

#: Straight steps from one control point to the next when a curve is measured.
_STEPS = 64


def clamped(count: int, degree: int) -> Row:
    """Knots that let a curve begin and end in its first and last point, evenly spaced between."""
    inner = count - degree
    return [0.0] * (degree + 1) + [float(at) for at in range(1, inner)] + [float(inner)] * (degree + 1)


def with_handles(points: list[dict[str, Any]], closed: bool) -> list[Row]:
    """Points and handles in the order in which USD has them; a handle that is not given leads to the neighbours."""
    places = [[float(number) for number in point["position"]] for point in points]
    found: list[Row] = []
    last = len(points) - 1
    for at, (point, place) in enumerate(zip(points, places)):
        before = places[at - 1] if at or closed else place
        after = places[(at + 1) % len(places)] if at < last or closed else place
        sixth = [(b - a) / 6 for a, b in zip(before, after)]
        if at or closed:
            found.append(point.get("handle_left") or [p - s for p, s in zip(place, sixth)])
        found.append(place)
        if at < last or closed:
            found.append(point.get("handle_right") or [p + s for p, s in zip(place, sixth)])
    # Of a closed one the handle before the first point comes last.
    return [*found[1:], found[0]] if closed else found


def without_handles(points: list[Row], closed: bool) -> list[dict[str, Any]]:
    """The points, with their handles beside them."""
    found = []
    for at in range(0, len(points), 3):
        point: dict[str, Any] = {"position": points[at], "weight": 1.0}
        if at or closed:
            point["handle_left"] = points[at - 1]
        if at + 1 < len(points):
            point["handle_right"] = points[at + 1]
        found.append(point)
    return found


def along_bezier(points: list[Row], closed: bool) -> list[Row]:
    """Points along a Bezier curve."""
    every = [*points, points[0]] if closed else points
    line = [every[0]]
    for start in range(0, len(every) - 3, 3):
        a, b, c, d = every[start : start + 4]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            factors = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            line.append([sum(f * p[axis] for f, p in zip(factors, (a, b, c, d))) for axis in range(3)])
    return line


def along_nurbs(points: list[Row], weights: Row, degree: int, knots: Row) -> list[Row]:
    """Points along a NURBS curve, by de Boor's algorithm in four dimensions."""
    raised = [[*(number * weight for number in point), weight] for point, weight in zip(points, weights)]
    start, end = knots[degree], knots[-degree - 1]
    count = _STEPS * max(1, len(points) - degree)
    return [_at(raised, degree, knots, start + (end - start) * step / count) for step in range(count + 1)]


def _at(points: list[Row], degree: int, knots: Row, t: float) -> Row:
    span = max(
        (at for at in range(degree, len(points)) if knots[at] <= t and knots[at] < knots[at + 1]), default=degree
    )
    part = [list(points[span - degree + at]) for at in range(degree + 1)]
    for level in range(1, degree + 1):
        for at in range(degree, level - 1, -1):
            low, high = knots[span - degree + at], knots[span + 1 + at - level]
            share = (t - low) / (high - low) if high > low else 0.0
            part[at] = [(1 - share) * a + share * b for a, b in zip(part[at - 1], part[at])]
    *place, weight = part[degree]
    return [number / weight for number in place]
