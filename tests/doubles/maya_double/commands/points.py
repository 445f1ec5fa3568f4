"""Points of components: where they are, and moving them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from maya_double import linear, nurbs, shapes, transforms, units
from maya_double.calls import Call
from maya_double.components import Component, Item
from maya_double.linear import Matrix, Vector
from maya_double.nodes import Node
from maya_double.polygons.convert import convert


def vertices(item: Item) -> list[int]:
    """The points that an item moves: of faces and edges their vertices."""
    component = item.component
    assert component is not None
    if item.node.kind == "mesh":
        return convert(item.node, component, "vtx").numbers()
    return nurbs.flat(item.node, component)


def positions(found: list[Item], world: bool) -> list[float]:
    """The points of components, one number after the other."""
    flat: list[float] = []
    for item in found:
        matrix = transforms.world(item.path) if world else linear.IDENTITY
        held = shapes.points(item.node)
        for number in vertices(item):
            flat += [units.shown(value, "doubleLinear") for value in linear.point(held[number], matrix)]
    return flat


def change(item: Item, work: Callable[[Vector], Vector], world: bool) -> None:
    """Moves the points of an item by a function, which works in the world or in the shape's space."""
    matrix = transforms.world(item.path) if world else linear.IDENTITY
    back = linear.inverse(matrix) if world else linear.IDENTITY
    held = shapes.points(item.node)
    put(item.node, {n: linear.point(work(linear.point(held[n], matrix)), back) for n in vertices(item)})


def put(node: Node, moved: dict[int, Vector]) -> None:
    """Writes points of any shape."""
    if node.kind == "mesh":
        shapes.move(node, moved)
    else:
        nurbs.move(node, moved)


def move_all(node: Node, matrix: Matrix) -> None:
    """Every point through a matrix."""
    put(node, {n: linear.point(p, matrix) for n, p in enumerate(shapes.points(node))})


def transform(call: Call, item: Item) -> None:
    """What `xform` does to components."""
    world, relative = call.has("worldSpace"), call.has("relative")
    given = call.get("translation")
    if given is not None:
        by: Any = tuple(map(units.length, given))
        change(item, lambda p: linear.add(p, by) if relative else by, world)
    if call.get("rotation") is not None:
        turn(item, linear.rotation([units.angle(value) for value in call.get("rotation")]), world)
    if call.get("scale") is not None:
        turn(item, linear.scaling(call.get("scale")), world)


def turn(item: Item, matrix: Matrix, world: bool, pivot: Vector | None = None) -> None:
    """Turns or scales points about a pivot, the middle of them when none is given."""
    frame = transforms.world(item.path) if world else linear.IDENTITY
    held = shapes.points(item.node)
    box = linear.bounds(linear.point(held[n], frame) for n in vertices(item))
    if box is None:
        return
    about = pivot or linear.by(linear.add(*box), 0.5)
    change(item, lambda p: linear.add(about, linear.point(linear.minus(p, about), matrix)), world)


def whole(item: Item) -> Component | None:
    """The components of an item."""
    return item.component
