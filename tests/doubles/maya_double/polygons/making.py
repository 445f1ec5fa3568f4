"""A new polygon object: transform, shape, and the node that makes it."""

from __future__ import annotations

from typing import Any

from .. import graph, names, sets, shapes
from ..components import Item
from ..evaluate import value
from ..nodes import Node
from ..scene import scene
from .data import MeshData


def build(creator: Node, base: str, name: str, history: bool, into: Node | None = None) -> tuple[Node, Node]:
    """Transform and shape for what a node makes; without history the node goes."""
    transform = into or graph.create("transform", name or f"{base}#")
    shape = scene.add(
        "mesh", graph.unique(graph.shape_name(transform.name.rpartition(":")[2]), None, transform, True), transform
    )
    scene.connect(creator.plug("output"), shape.plug("inMesh"))
    shade(shape)
    if not history:
        own(shape)
        graph.delete([creator] if creator in scene.nodes else [])
    return transform, shape


def own(shape: Node) -> None:
    """Makes the mesh that its history gives a shape's own."""
    source = scene.source(shape.plug("inMesh"))
    made = shapes.mesh(shape)
    if source is not None:
        scene.disconnect(source, shape.plug("inMesh"))
    shapes.store(shape, made)


def new_mesh(made: MeshData, name: str, base: str, parent: Node | None = None) -> tuple[Node, Node]:
    """A polygon object without history."""
    transform = graph.create("transform", name or f"{base}#", parent)
    shape = scene.add(
        "mesh", graph.unique(graph.shape_name(transform.name.rpartition(":")[2]), None, transform, True), transform
    )
    shapes.store(shape, made)
    shade(shape)
    return transform, shape


def shade(shape: Node) -> None:
    """New surfaces get the default material."""
    sets.force(scene.called("initialShadingGroup"), Item(names.path(shape)))


def insert(
    shape: Node, kind: str, settings: dict[str, Any], component: Any = None, input_attr: str = "inputPolymesh"
) -> Node:
    """Puts a node that changes the mesh at the end of a shape's history; its tweaks go before it.

    A shape without history gets one: its mesh goes to an intermediate shape, as in Maya.
    """
    node = scene.add(kind, scene.free_name(f"{kind}#"))
    for attr, held in settings.items():
        spec = node.spec(attr)
        if spec is None:
            raise LookupError(f"{kind}.{attr}")
        if isinstance(held, (list, tuple)) and spec.children:
            for child, one in zip(node.plug(attr).children(), held):
                scene.write(child, one)
        else:
            scene.write(node.plug(attr), held)
    if component is not None:
        scene.put(node.values, ("inputComponents", ()), component)
    source = scene.source(shape.plug("inMesh"))
    made = shapes.mesh(shape)
    if source is None:
        parent = next(iter(shape.parents))
        original = scene.add("mesh", scene.free_name(f"{shape.name}Orig"), parent)
        scene.write(original.plug("intermediateObject"), True)
        shapes.store(original, made)
        source = original.plug("outMesh")
        # The number and place of the visible shape stay the first.
        scene.drop(shape.values, ("cachedInMesh", ()))
    elif made is not shapes.base(shape):
        source = tweaked(shape, source)
    scene.connect(source, node.plug(input_attr))
    scene.connect(node.plug("output" if node.spec("output") else "outputGeometry"), shape.plug("inMesh"))
    return node


def tweaked(shape: Node, source: Any) -> Any:
    """Moves a shape's tweaks into a node of its history."""
    node = scene.add("polyTweak", scene.free_name("polyTweak#"))
    moved: dict[int, list[float]] = {}
    for (attr, index), amount in list(shape.values.items()):
        if attr in ("pntx", "pnty", "pntz"):
            moved.setdefault(index[0], [0.0, 0.0, 0.0])["xyz".index(attr[3])] = amount
            scene.drop(shape.values, (attr, index))
    for number, offset in moved.items():
        for child, amount in zip(node.plug("tweak", number).children(), offset):
            scene.write(child, amount)
    scene.connect(source, node.plug("inputPolymesh"))
    return node.plug("output")


def evaluated(node: Node, attr: str = "output") -> MeshData:
    """What a node gives."""
    found = value(node.plug(attr))
    return found if isinstance(found, MeshData) else MeshData()
