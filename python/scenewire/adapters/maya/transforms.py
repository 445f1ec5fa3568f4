"""Transforms: position and scale as the channel box has them, rotation with rotate axis and joint orient."""

from __future__ import annotations

from scenewire.adapters.maya import matrices, rotations
from scenewire.adapters.maya.attributes import get, has, put
from scenewire.adapters.maya.rotations import ORDERS, Row

_ATTRIBUTES = {"position": "translate", "scale": "scale"}


def world(path: str) -> Row:
    """What takes a node into the world, as Maya has matrices."""
    return [float(number) for number in get(path, "worldMatrix[0]")]


def parent_world(path: str) -> Row:
    """What takes a node's parent into the world."""
    return [float(number) for number in get(path, "parentMatrix[0]")]


def read_part(path: str, part: str) -> Row:
    """Position, rotation or scale, local to the parent."""
    if part in _ATTRIBUTES:
        return [float(number) for number in get(path, _ATTRIBUTES[part])]
    before, after = _fixed(path)
    turned = rotations.of_angles([float(angle) for angle in get(path, "rotate")], order_of(path))
    return rotations.times(rotations.times(before, turned), after)


def write_part(path: str, part: str, value: Row) -> None:
    """Writes one of the three and leaves the others as they are."""
    if part in _ATTRIBUTES:
        put(path, _ATTRIBUTES[part], *value, field=part)
        return
    before, after = _fixed(path)
    turned = rotations.times(rotations.inverse(before), rotations.unit(value))
    wanted = rotations.times(turned, rotations.inverse(after))
    put(path, "rotate", *rotations.to_angles(wanted, order_of(path)), field=part)


def order_of(path: str) -> str:
    """The order in which a node turns about its axes."""
    return ORDERS[int(get(path, "rotateOrder"))]


def _fixed(path: str) -> tuple[Row, Row]:
    """What a node is turned by before and after its rotation: rotate axis, and of a joint its orientation."""
    before = rotations.of_angles([float(angle) for angle in get(path, "rotateAxis")])
    orient = [float(angle) for angle in get(path, "jointOrient")] if has(path, "jointOrient") else [0.0] * 3
    return before, rotations.of_angles(orient)


def put_world(path: str, matrix: Row) -> None:
    """Writes the local transform that puts a node there in the world."""
    local = matrices.parts(matrices.product(matrix, matrices.inverse(parent_world(path))))
    for part, value in local.items():
        write_part(path, part, value)
