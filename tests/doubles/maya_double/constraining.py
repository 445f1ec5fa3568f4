"""Constraints: what each makes of its targets. Source: the nodes of these names in Autodesk's reference."""

from __future__ import annotations

import math

from . import linear, names, transforms
from .evaluate import computes, number, vector
from .linear import Matrix, Vector
from .nodes import Node, Plug
from .scene import scene

#: Where a target is connected, by the type of constraint.
LEADS = {"scaleConstraint": "targetScale", "geometryConstraint": "targetGeometry"}


def targets(node: Node) -> list[tuple[int, Node]]:
    """(index, target) of a constraint."""
    found = []
    for n in scene.indices(node.plug("target")):
        for attr in ("targetParentMatrix", "targetScale", "targetGeometry"):
            source = scene.source(node.plug(attr, n))
            if source is not None:
                owner = source.node
                if owner.isa("shape"):
                    owner = names.path(owner)[-2]
                found.append((n, owner))
                break
    return found


def constrained(node: Node) -> Node | None:
    """What a constraint moves: it is the parent of its constraint."""
    source = scene.source(node.plug("constraintParentInverseMatrix"))
    return source.node if source is not None else next(iter(node.parents), None)


def weighed(node: Node) -> list[tuple[int, Node, float]]:
    """(index, target, share) of the targets that count; the shares are one together. A constraint that has no effect
    (`nodeState`: "HasNoEffect") has none that count, and so gives the rest.
    """
    if number(node.plug("nodeState")) == 1:
        return []
    found = [(n, target, number(node.plug("targetWeight", n))) for n, target in targets(node)]
    total = sum(weight for _, _, weight in found)
    return [(n, target, weight / total) for n, target, weight in found if weight] if total else []


def place_of(target: Node) -> Vector:
    """Where a target is in the world: its rotate pivot."""
    return linear.point(vector(target.plug("rotatePivot")), transforms.world(names.path(target)))


def above(node: Node) -> Matrix:
    """The matrix above the constrained object."""
    owner = constrained(node)
    return transforms.above(names.path(owner)) if owner is not None else linear.IDENTITY


def turned(node: Node, matrices: list[tuple[Matrix, float]]) -> Matrix:
    """The mean of rotations, the short way."""
    total = [0.0, 0.0, 0.0, 0.0]
    first = linear.to_quaternion(matrices[0][0])
    for matrix, share in matrices:
        found = linear.to_quaternion(matrix)
        sign = 1.0 if sum(a * b for a, b in zip(first, found)) >= 0 else -1.0
        total = [t + sign * share * f for t, f in zip(total, found)]
    return linear.from_quaternion(total)


def angles(node: Node, world: Matrix) -> Vector:
    """A rotation of the world as the constrained object's angles."""
    owner = constrained(node)
    if owner is None:
        return linear.ORIGIN
    outer = linear.times(transforms.orient(owner), linear.parts(above(node)).rotation)
    axis = linear.rotation(vector(owner.plug("rotateAxis")))
    own = linear.product(linear.inverse(axis), world, linear.inverse(outer))
    return linear.euler(own, int(number(owner.plug("rotateOrder"))))


@computes("pointConstraint", "constraintTranslate")
def _point(plug: Plug) -> Vector:
    node = plug.node
    found = weighed(node)
    if not found:
        return vector(node.plug("restTranslate"))
    place = linear.ORIGIN
    for _, target, share in found:
        place = linear.add(place, linear.by(place_of(target), share))
    owner = constrained(node)
    pivot = vector(owner.plug("rotatePivot")) if owner is not None else linear.ORIGIN
    inside = linear.point(place, linear.inverse(above(node)))
    return linear.add(linear.minus(inside, pivot), vector(node.plug("offset")))


@computes("poleVectorConstraint", "constraintTranslate")
def _pole(plug: Plug) -> Vector:
    node = plug.node
    found = weighed(node)
    if not found:
        return vector(node.plug("restTranslate"))
    place = linear.ORIGIN
    for _, target, share in found:
        place = linear.add(place, linear.by(place_of(target), share))
    owner = constrained(node)
    source = scene.source(owner.plug("startJoint")) if owner is not None and owner.isa("ikHandle") else None
    start = transforms.world(names.path(source.node))[12:15] if source is not None else linear.ORIGIN
    away = linear.minus(place, start)
    return linear.add(linear.direction(away, linear.inverse(above(node))), vector(node.plug("offset")))


@computes("orientConstraint", "constraintRotate")
def _orient(plug: Plug) -> Vector:
    node = plug.node
    found = [(linear.parts(transforms.world(names.path(t))).rotation, share) for _, t, share in weighed(node)]
    if not found:
        return vector(node.plug("restRotate"))
    offset = linear.rotation(vector(node.plug("offset")))
    return angles(node, linear.times(offset, turned(node, found)))


@computes("scaleConstraint", "constraintScale")
def _scale(plug: Plug) -> Vector:
    node = plug.node
    found = [(linear.parts(transforms.world(names.path(t))).scale, share) for _, t, share in weighed(node)]
    if not found:
        return vector(node.plug("restScale"))
    parent = linear.parts(above(node)).scale
    offset = vector(node.plug("offset"))
    x, y, z = (sum(s[i] * share for s, share in found) / (parent[i] or 1.0) * offset[i] for i in range(3))
    return (x, y, z)


def attached(node: Node, index: int, target: Node) -> Matrix:
    """Where a target wants the object of a parent constraint in the world."""
    world = transforms.world(names.path(target))
    found = linear.parts(world)
    turn = linear.rotation(vector(node.plug("targetOffsetRotate", index)))
    away = vector(node.plug("targetOffsetTranslate", index))
    return linear.product(turn, found.rotation, linear.translation(linear.point(away, world)))


@computes("parentConstraint", "constraintTranslate")
def _parent_translate(plug: Plug) -> Vector:
    node = plug.node
    found = weighed(node)
    if not found:
        return vector(node.plug("restTranslate"))
    place = linear.ORIGIN
    for n, target, share in found:
        place = linear.add(place, linear.by(attached(node, n, target)[12:15], share))
    return linear.point(place, linear.inverse(above(node)))


@computes("parentConstraint", "constraintRotate")
def _parent_rotate(plug: Plug) -> Vector:
    node = plug.node
    found = [(linear.parts(attached(node, n, t)).rotation, share) for n, t, share in weighed(node)]
    return angles(node, turned(node, found)) if found else vector(node.plug("restRotate"))


@computes("aimConstraint normalConstraint", "constraintRotate")
def _aim(plug: Plug) -> Vector:
    node = plug.node
    owner = constrained(node)
    found = weighed(node)
    if not found or owner is None:
        return vector(node.plug("restRotate")) if node.spec("restRotate") else linear.ORIGIN
    place = linear.ORIGIN
    for _, target, share in found:
        place = linear.add(place, linear.by(place_of(target), share))
    here = linear.point(vector(owner.plug("translate")), above(node))
    offset = linear.rotation(vector(node.plug("offset"))) if node.spec("offset") else linear.IDENTITY
    aim = linear.unit(linear.minus(place, here))
    return angles(node, linear.times(offset, looking(node, aim, here)))


def looking(node: Node, aim: Vector, here: Vector) -> Matrix:
    """The rotation that turns the aim vector to a direction and the up vector as near to up as can be."""
    kind = int(number(node.plug("worldUpType")))
    if kind == 4:
        return shortest(node, aim)
    source = scene.source(node.plug("worldUpMatrix"))
    up = (0.0, 1.0, 0.0) if scene.get("up") == "y" else (0.0, 0.0, 1.0)
    if kind == 3:
        up = vector(node.plug("worldUpVector"))
    elif source is not None and kind in (1, 2):
        matrix = transforms.world(names.path(source.node))
        if kind == 1:
            up = linear.minus(matrix[12:15], here)
        else:
            up = linear.direction(vector(node.plug("worldUpVector")), matrix)
    return linear.times(
        linear.inverse(frame(vector(node.plug("aimVector")), vector(node.plug("upVector")))), frame(aim, up)
    )


def shortest(node: Node, aim: Vector) -> Matrix:
    """The rotation at rest, turned the short way until the aim vector points there: "none" reckons no twist. (In Maya
    the twist is what it was before, here it is that of the rest.)
    """
    owner = constrained(node)
    rest = linear.rotation(vector(node.plug("restRotate")))
    if owner is not None:
        order = int(number(owner.plug("rotateOrder")))
        turn = linear.rotation(vector(node.plug("restRotate")), order)
        axis = linear.rotation(vector(owner.plug("rotateAxis")))
        rest = linear.product(axis, turn, transforms.orient(owner), linear.parts(above(node)).rotation)
    before = linear.unit(linear.direction(vector(node.plug("aimVector")), rest))
    x, y, z = linear.cross(before, aim)
    w = 1.0 + sum(a * b for a, b in zip(before, aim))
    if w < 1e-9:
        # Straight behind: about any axis across.
        (x, y, z), w = linear.unit(linear.cross(before, (0.0, 1.0, 0.0) if abs(before[1]) < 0.9 else (1.0, 0, 0))), 0.0
    return linear.times(rest, linear.from_quaternion([x, y, z, w]))


def frame(aim: Vector, up: Vector) -> Matrix:
    """Axes along a direction and as near as can be to another one."""
    x = linear.unit(aim)
    z = linear.unit(linear.cross(x, up))
    if linear.length(z) < 1e-9:
        z = linear.unit(linear.cross(x, (0.0, 0.0, 1.0) if abs(x[2]) < 0.9 else (0.0, 1.0, 0.0)))
    y = linear.cross(z, x)
    return (*x, 0.0, *y, 0.0, *z, 0.0, 0.0, 0.0, 0.0, 1.0)


def degrees(found: Vector) -> list[float]:
    """Angles in degrees."""
    return [math.degrees(angle) for angle in found]
