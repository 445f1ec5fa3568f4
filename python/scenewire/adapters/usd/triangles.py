"""How a face is cut into triangles: by arithmetic alone, over its corners in its own plane."""

from __future__ import annotations

from typing import Any

Point = tuple[float, float]
Triangle = tuple[int, int, int]


def flattened(places: list[Any], across: list[float]) -> list[Point]:
    """Corners in the plane that a face lies nearest to, so that it goes around counter-clockwise there."""
    axis = max(range(3), key=lambda at: abs(across[at]))
    one, other = ((1, 2), (2, 0), (0, 1))[axis]
    if across[axis] < 0:
        one, other = other, one
    return [(place[one], place[other]) for place in places]


def cut(corners: list[Point], method: str) -> list[Triangle]:
    """The triangles of a face, each by the numbers of three corners, counter-clockwise."""
    count = len(corners)
    fan = [(0, at, at + 1) for at in range(1, count - 1)]
    if method == "fan" and all(_turn(*(corners[one] for one in three)) > 0 for three in fan):
        return fan
    found = _ears(corners)
    return found if method in ("fan", "fixed") else _shaped(corners, found)


def _turn(a: Point, b: Point, c: Point) -> float:
    """Twice the area of a triangle; negative clockwise."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _ears(corners: list[Point]) -> list[Triangle]:
    """Takes off corner after corner, each where nothing of the face lies in the way."""
    left, found = list(range(len(corners))), []
    while len(left) > 3:
        at = next((at for at in range(len(left)) if _is_ear(corners, left, at)), 0)
        found.append((left[at - 1], left[at], left[(at + 1) % len(left)]))
        del left[at]
    return [*found, (left[0], left[1], left[2])]


def _is_ear(corners: list[Point], left: list[int], at: int) -> bool:
    before, here, after = (corners[left[(at + step) % len(left)]] for step in (-1, 0, 1))
    if _turn(before, here, after) <= 0:
        return False
    others = (corners[one] for one in left if corners[one] not in (before, here, after))
    return not any(
        min(_turn(before, here, one), _turn(here, after, one), _turn(after, before, one)) >= 0 for one in others
    )


def _shaped(corners: list[Point], found: list[Triangle]) -> list[Triangle]:
    """The same with every cut turned that Delaunay's rule says: the least angles are the largest possible then."""
    triangles = list(found)
    for _ in range(len(corners) ** 2):
        turned = _turned(corners, triangles)
        if turned is None:
            break
        triangles = turned
    return triangles


def _turned(corners: list[Point], triangles: list[Triangle]) -> list[Triangle] | None:
    sides = {(three[at], three[at - 2]): number for number, three in enumerate(triangles) for at in range(3)}
    for (start, end), number in sides.items():
        other = sides.get((end, start))
        if other is None or start > end:
            continue
        tip, far = (next(one for one in triangles[which] if one not in (start, end)) for which in (number, other))
        if _in_circle(*(corners[one] for one in (start, end, tip, far))):
            kept = [three for which, three in enumerate(triangles) if which not in (number, other)]
            return [*kept, (far, end, tip), (tip, start, far)]
    return None


def _in_circle(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the last one lies inside the circle of the others; by more than what rounding makes."""
    rows = [(p[0] - d[0], p[1] - d[1]) for p in (a, b, c)]
    (ax, ay), (bx, by), (cx, cy) = rows
    squares = [x * x + y * y for x, y in rows]
    value = squares[0] * (bx * cy - by * cx) + squares[1] * (cx * ay - cy * ax) + squares[2] * (ax * by - ay * bx)
    return value > 1e-9 * max(squares) ** 2
