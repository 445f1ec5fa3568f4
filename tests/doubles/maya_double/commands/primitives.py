"""`polyCube` and the other primitives. Source: these commands in Autodesk's reference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import graph, names, units
from ..calls import Call, command
from ..evaluate import value
from ..nodes import Node
from ..polygons import making
from ..polygons import primitives as _computed
from ..scene import scene
from . import arguments

SHARED = "name constructionHistory axis object caching nodeState texture createUVs"
#: Command -> name of the transform, flag -> attribute (several flags may mean the same one).
PRIMITIVES: dict[str, tuple[str, dict[str, str]]] = {
    "polyCube": ("pCube", {
        "width": "width", "height": "height", "depth": "depth", "subdivisionsX": "subdivisionsWidth",
        "subdivisionsY": "subdivisionsHeight", "subdivisionsZ": "subdivisionsDepth",
        "subdivisionsWidth": "subdivisionsWidth", "subdivisionsHeight": "subdivisionsHeight",
        "subdivisionsDepth": "subdivisionsDepth"}),
    "polySphere": ("pSphere", {
        "radius": "radius", "subdivisionsX": "subdivisionsAxis", "subdivisionsY": "subdivisionsHeight",
        "subdivisionsAxis": "subdivisionsAxis", "subdivisionsHeight": "subdivisionsHeight"}),
    "polyCylinder": ("pCylinder", {
        "radius": "radius", "height": "height", "subdivisionsX": "subdivisionsAxis",
        "subdivisionsY": "subdivisionsHeight", "subdivisionsZ": "subdivisionsCaps",
        "subdivisionsAxis": "subdivisionsAxis", "subdivisionsHeight": "subdivisionsHeight",
        "subdivisionsCaps": "subdivisionsCaps", "roundCap": "roundCap"}),
    "polyCone": ("pCone", {
        "radius": "radius", "height": "height", "subdivisionsX": "subdivisionsAxis",
        "subdivisionsY": "subdivisionsHeight", "subdivisionsZ": "subdivisionsCap",
        "subdivisionsAxis": "subdivisionsAxis", "subdivisionsHeight": "subdivisionsHeight",
        "subdivisionsCap": "subdivisionsCap", "roundCap": "roundCap"}),
    "polyPlane": ("pPlane", {
        "width": "width", "height": "height", "subdivisionsX": "subdivisionsWidth",
        "subdivisionsY": "subdivisionsHeight", "subdivisionsWidth": "subdivisionsWidth",
        "subdivisionsHeight": "subdivisionsHeight"}),
    "polyTorus": ("pTorus", {
        "radius": "radius", "sectionRadius": "sectionRadius", "twist": "twist", "subdivisionsX": "subdivisionsAxis",
        "subdivisionsY": "subdivisionsHeight", "subdivisionsAxis": "subdivisionsAxis",
        "subdivisionsHeight": "subdivisionsHeight"}),
    "polyPlatonicSolid": ("pSolid", {"radius": "radius", "sideLength": "sideLength", "solidType": "solidType"}),
}  # fmt: skip


def primitive(name: str, base: str, flags: dict[str, str]) -> Callable[[Call], Any]:
    """What does one of the commands."""

    def run(call: Call) -> Any:
        if call.query or call.edit:
            node = creator(call, name)
            if call.query:
                return asked(call, node, flags)
            settle(call, node, flags)
            scene.touched()
            return None
        node = scene.add(name, scene.free_name(f"{name}#"))
        settle(call, node, flags)
        history = bool(call.get("constructionHistory", True))
        transform, _ = making.build(node, base, call.get("name", ""), history)
        graph.select(transform)
        scene.touched()
        return [names.name(transform), *([names.name(node)] if history else [])]

    return run


def creator(call: Call, kind: str) -> Node:
    """The node that a query or an edit is about: itself, or the one in the history of an object."""
    node = arguments.nodes(call)[0]
    if node.kind == kind:
        return node
    shape = next((path[-1] for path in names.shapes_below(names.path(node))), node)
    while shape is not None:
        source = next((s for key, s in shape.inputs.items() if key[0] in ("inMesh", "inputPolymesh")), None)
        if source is None:
            break
        shape = source.node
        if shape.kind == kind:
            return shape
    raise RuntimeError(f"No {kind} in the history of {call.strings()[0]}.")


def settle(call: Call, node: Node, flags: dict[str, str]) -> None:
    """Writes what the flags say."""
    for flag, attr in flags.items():
        if call.get(flag) is not None:
            given = units.taken(call.get(flag), node.attribute(attr).type)
            low = node.attribute(attr).minimum
            if low is not None and given < low:
                raise RuntimeError(f"{call.name}: {flag} has to be at least {low:g}")
            scene.write(node.plug(attr), given)
    if call.get("axis") is not None:
        for plug, given in zip(node.plug("axis").children(), call.get("axis")):
            scene.write(plug, float(given))
    if call.get("createUVs") is not None:
        scene.write(node.plug("createUVs"), int(call.get("createUVs")))


def asked(call: Call, node: Node, flags: dict[str, str]) -> Any:
    """The value of the first flag that was given."""
    for flag in call.flags:
        attr = flags.get(flag, flag)
        if attr == "axis":
            return list(value(node.plug("axis")))
        if node.spec(attr) is not None:
            return units.shown(value(node.plug(attr)), node.attribute(attr).type)
    raise RuntimeError(f"{call.name}: nothing to query")


for _name, (_base, _flags) in PRIMITIVES.items():
    _every = " ".join(_flags)
    command(_name, create=f"{_every} {SHARED}", query=f"{_every} axis createUVs", edit=f"{_every} axis createUVs")(
        primitive(_name, _base, _flags)
    )
assert _computed
