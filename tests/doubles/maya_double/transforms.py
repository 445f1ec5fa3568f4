"""Transforms: from their attributes to matrices and back.

Source: the node `transform` and `MFnTransform` in Autodesk's reference, where the matrix is given as
`SP^-1 S SH SP ST RP^-1 RA R RP RT T`; of a `joint` as `S RO R JO IS T`.
"""

from __future__ import annotations

from collections.abc import Callable

from . import linear
from .evaluate import computes, value
from .evaluate import number as number
from .evaluate import vector as vector
from .linear import IDENTITY, Matrix, Vector
from .nodes import Node, Plug
from .scene import scene

#: Ends of a limit, and which of two numbers holds there.
ENDS: dict[str, Callable[[float, float], float]] = {"min": max, "max": min}


def local(node: Node) -> Matrix:
    """The matrix from an object's own space to its parent's, as the attribute `matrix` has it."""
    if not node.isa("transform"):
        return IDENTITY
    moved = linear.translation(limited(node, "translate"))
    turned = linear.rotation(limited(node, "rotate"), int(number(node.plug("rotateOrder"))))
    scaled = linear.scaling(limited(node, "scale"))
    axis = linear.rotation(vector(node.plug("rotateAxis")))
    if node.isa("joint"):
        return linear.product(scaled, axis, turned, orient(node), compensation(node), moved)
    sheared = linear.shearing(vector(node.plug("shear")))
    scale_pivot, rotate_pivot = vector(node.plug("scalePivot")), vector(node.plug("rotatePivot"))
    return linear.product(
        linear.translation(linear.by(scale_pivot, -1.0)),
        scaled,
        sheared,
        linear.translation(linear.add(scale_pivot, vector(node.plug("scalePivotTranslate")))),
        linear.translation(linear.by(rotate_pivot, -1.0)),
        axis,
        turned,
        linear.translation(linear.add(rotate_pivot, vector(node.plug("rotatePivotTranslate")))),
        moved,
    )


#: Compound -> what holds its children: the switch and the limit of each end, and which of two numbers holds then.
LIMITS = {
    compound: [
        [((f"{end}{stem}{axis}LimitEnable", ()), f"{end}{stem}{axis}Limit", pick) for end, pick in ENDS.items()]
        for axis in "XYZ"
    ]
    for compound, stem in (("translate", "Trans"), ("rotate", "Rot"), ("scale", "Scale"))
}


def limited(node: Node, compound: str) -> Vector:
    """What a transform's limits leave of a compound, whatever says its value."""
    x, y, z = (kept(node, compound, axis, found) for axis, found in enumerate(vector(node.plug(compound))))
    return (x, y, z)


def kept(node: Node, compound: str, axis: int, found: float) -> float:
    """What the limits of an axis leave of a number: they hold what is set, too."""
    for switch, limit, pick in LIMITS[compound][axis]:
        if node.values.get(switch):
            found = pick(found, number(node.plug(limit)))
    return found


def orient(node: Node) -> Matrix:
    """The joint orient, which has no order of its own."""
    return linear.rotation(vector(node.plug("jointOrient"))) if node.isa("joint") else IDENTITY


def compensation(node: Node) -> Matrix:
    """What takes the parent joint's scale out of a joint that compensates for it."""
    if not number(node.plug("segmentScaleCompensate")):
        return IDENTITY
    scale = vector(node.plug("inverseScale"))
    return linear.scaling([1.0 / (component or 1.0) for component in scale])


def above(path: tuple[Node, ...]) -> Matrix:
    """The matrix from the parent's space to the world."""
    node = path[-1]
    if len(path) < 2 or (node.isa("transform") and not number(node.plug("inheritsTransform"))):
        return IDENTITY
    return world(path[:-1])


def world(path: tuple[Node, ...]) -> Matrix:
    """The matrix from an object's own space to the world."""
    node = path[-1]
    own = local(node)
    if node.isa("transform"):
        offset = value(node.plug("offsetParentMatrix"))
        own = linear.times(own, tuple(offset)) if offset is not IDENTITY else own
    return linear.times(own, above(path))


def place(node: Node, matrix: Matrix) -> None:
    """Sets translate, rotate, scale and shear so that `matrix` is the local one; pivots and orients stay."""
    here = (*matrix[:12], 0.0, 0.0, 0.0, 1.0)
    found = linear.parts(linear.times(here, linear.inverse(compensation(node))) if node.isa("joint") else here)
    order = int(number(node.plug("rotateOrder")))
    axis = linear.rotation(vector(node.plug("rotateAxis")))
    behind = orient(node)
    turned = linear.product(linear.inverse(axis), found.rotation, linear.inverse(behind))
    angles = nearest(linear.euler(turned, order), vector(node.plug("rotate")), order)
    write(node, "scale", found.scale)
    write(node, "shear", found.shear)
    write(node, "rotate", angles)
    write(node, "translate", linear.ORIGIN)
    # What the pivots move is known once the rest is set.
    rest = local(node)
    write(node, "translate", (matrix[12] - rest[12], matrix[13] - rest[13], matrix[14] - rest[14]))


def nearest(angles: Vector, before: Vector, order: int) -> Vector:
    """Of the angles that turn alike, those nearest to the ones before; at rest they are simply as small as they
    can be.
    """
    if linear.same(linear.rotation(angles, order), linear.rotation(before, order), 1e-9):
        return before
    return angles


def write(node: Node, compound: str, values: tuple[float, float, float]) -> None:
    """Sets the three children of a compound."""
    for child, component in zip(node.plug(compound).children(), values):
        scene.write(child, float(component))


@computes("dagNode", "matrix xformMatrix")
def _matrix(plug: Plug) -> Matrix:
    return local(plug.node)


@computes("dagNode", "inverseMatrix")
def _inverse_matrix(plug: Plug) -> Matrix:
    return linear.inverse(local(plug.node))


def _instance(plug: Plug) -> tuple[Node, ...]:
    from . import names

    every = names.paths(plug.node)
    return every[plug.index[0] if plug.index and plug.index[0] < len(every) else 0]


@computes("dagNode", "worldMatrix")
def _world_matrix(plug: Plug) -> Matrix:
    return world(_instance(plug))


@computes("dagNode", "worldInverseMatrix")
def _world_inverse(plug: Plug) -> Matrix:
    return linear.inverse(world(_instance(plug)))


def _parent(plug: Plug) -> Matrix:
    path = _instance(plug)
    node = path[-1]
    base = world(path[:-1]) if len(path) > 1 else IDENTITY
    if not node.isa("transform"):
        return base
    return linear.times(tuple(value(node.plug("offsetParentMatrix"))), base)


@computes("dagNode", "parentMatrix")
def _parent_matrix(plug: Plug) -> Matrix:
    return _parent(plug)


@computes("dagNode", "parentInverseMatrix")
def _parent_inverse(plug: Plug) -> Matrix:
    return linear.inverse(_parent(plug))


@computes("locator", "worldPosition")
def _world_position(plug: Plug) -> Vector:
    return linear.point(vector(plug.node.plug("localPosition")), world(_instance(plug)))
