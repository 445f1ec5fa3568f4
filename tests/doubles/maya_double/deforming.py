"""Deformers: how they stand between a shape and its original, and what skin and blend shapes make of points.

Source: "Deformers", the nodes `skinCluster` and `blendShape` in Autodesk's reference.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import linear, names, nurbs, shapes, transforms
from .components import Component
from .evaluate import number, value
from .linear import Vector
from .nodes import Node, Plug
from .scene import scene
from .shapes import geometry

#: Type of a shape -> where its history goes in, what it gives, where it keeps its own.
PORTS = {"mesh": ("inMesh", "outMesh"), "nurbsCurve": ("create", "local"), "nurbsSurface": ("create", "local")}


def attach(deformer: Node, shape: Node, front: bool = False) -> None:
    """Puts a deformer at the end of a shape's deformers, or at their beginning."""
    into, out = PORTS[shape.kind]
    source = scene.source(shape.plug(into))
    first = source is None or not source.node.isa("geometryFilter")
    if first:
        source = original(shape).plug(out)
    assert source is not None
    target = shape.plug(into)
    if front and not first:
        while source.node.isa("geometryFilter"):
            target = source.node.plug("inputGeometry", 0)
            below = scene.source(target)
            assert below is not None
            source = below
    scene.connect(source, deformer.plug("inputGeometry", 0))
    scene.connect(deformer.plug("outputGeometry", 0), target)


def original(shape: Node) -> Node:
    """The intermediate shape that keeps what a shape was before its deformers."""
    into, _ = PORTS[shape.kind]
    made = shapes.mesh(shape) if shape.kind == "mesh" else nurbs.held(shape)
    parent = next(iter(shape.parents))
    twin = scene.add(shape.kind, scene.free_name(f"{shape.name.rpartition(':')[2]}Orig"), parent)
    scene.write(twin.plug("intermediateObject"), True)
    source = scene.source(shape.plug(into))
    if source is not None:
        scene.connect(source, twin.plug(into))
    elif shape.kind == "mesh":
        shapes.store(twin, made)  # type: ignore[arg-type]
    else:
        nurbs.store(twin, made)  # type: ignore[arg-type]
    for key in [key for key in shape.values if key[0] in ("cachedInMesh", "cached")]:
        scene.drop(shape.values, key)
    return twin


def bypass(deformer: Node) -> None:
    """What was below a deformer that goes takes its place; the original's shape is the shape's own again."""
    for target in scene.targets(deformer.plug("outputGeometry", 0)):
        source = scene.source(deformer.plug("inputGeometry", 0))
        scene.disconnect(deformer.plug("outputGeometry", 0), target)
        if source is not None:
            scene.disconnect(source, deformer.plug("inputGeometry", 0))
            if source.node.isa("geometryFilter") or target.node.isa("geometryFilter"):
                scene.connect(source, target)
            else:
                restore(source.node, target.node)


def restore(twin: Node, shape: Node) -> None:
    """Gives a shape back what its original kept."""
    into, _ = PORTS[shape.kind]
    source = scene.source(twin.plug(into))
    if source is not None:
        scene.disconnect(source, twin.plug(into))
        scene.connect(source, shape.plug(into))
    elif shape.kind == "mesh":
        shapes.store(shape, shapes.mesh(twin))
    else:
        nurbs.store(shape, nurbs.held(twin))
    scene.remove(twin)


def shape_of(deformer: Node) -> Node | None:
    """The shape that a deformer deforms."""
    waiting = scene.targets(deformer.plug("outputGeometry", 0))
    while waiting:
        target = waiting.pop()
        if target.node.isa("geometryFilter"):
            waiting += scene.targets(target.node.plug("outputGeometry", 0))
        elif target.node.isa("shape"):
            return target.node
    return None


def deformers(shape: Node, kind: str = "geometryFilter") -> list[Node]:
    """The deformers of a shape, the last first."""
    found = []
    source = scene.source(shape.plug(PORTS[shape.kind][0])) if shape.kind in PORTS else None
    while source is not None and source.node.isa("geometryFilter"):
        if source.node.isa(kind):
            found.append(source.node)
        source = scene.source(source.node.plug("inputGeometry", 0))
    return found


def with_points(found: Any, points: Sequence[Vector]) -> Any:
    """Geometry with other points."""
    import dataclasses

    return dataclasses.replace(found, points=tuple(points))


def incoming(node: Node) -> Any:
    """The geometry before a deformer."""
    return value(node.plug("inputGeometry", 0))


# Skin

#: Of `normalizeWeights`: weights stay as they are, and count as parts of their sum while the shape is deformed.
POST = 2


def influences(skin: Node) -> dict[int, Node]:
    """The influences of a skin by their index."""
    found = {}
    for n in scene.indices(skin.plug("matrix")):
        source = scene.source(skin.plug("matrix", n))
        if source is not None:
            found[n] = source.node
    return found


def weights(skin: Node) -> dict[int, dict[int, float]]:
    """The weights of each point that has any, by index of influence."""
    found: dict[int, dict[int, float]] = {}
    for (attr, index), amount in skin.values.items():
        if attr == "weights" and len(index) == 2 and amount:
            found.setdefault(index[0], {})[index[1]] = float(amount)
    return found


@geometry("skinCluster", "outputGeometry")
def _skinned(plug: Plug) -> Any:
    node = plug.node
    found = incoming(node)
    envelope = number(node.plug("envelope"))
    if found is None or not envelope or value(node.plug("nodeState")) == 1:
        return found
    bind = tuple(value(node.plug("geomMatrix")))
    back = linear.inverse(bind)
    moves = {
        n: linear.times(tuple(value(node.plug("bindPreMatrix", n))), transforms.world(names.path(influence)))
        for n, influence in influences(node).items()
    }
    table = weights(node)
    if value(node.plug("normalizeWeights")) == POST:
        table = {n: {index: share / sum(row.values()) for index, share in row.items()} for n, row in table.items()}
    points = []
    for n, point in enumerate(found.points):
        start = linear.point(point, bind)
        mine = table.get(n, {})
        if not mine:
            points.append(point)
            continue
        moved = linear.ORIGIN
        for index, share in mine.items():
            moved = linear.add(moved, linear.by(linear.point(start, moves.get(index, linear.IDENTITY)), share))
        moved = linear.add(moved, linear.by(start, 1.0 - sum(mine.values())))
        end = linear.point(moved, back)
        points.append(linear.add(linear.by(point, 1 - envelope), linear.by(end, envelope)))
    return with_points(found, points)


# Blend shapes

#: The place of a full target among inbetweens: 5000 + 1000 times its weight.
FULL = 6000


def targets(node: Node) -> list[int]:
    """The indices of the targets."""
    return scene.indices(node.plug("weight"))


def deltas(node: Node, index: int, item: int = FULL) -> dict[int, Vector]:
    """How far a target moves each point, where it does."""
    key = (0, index, item)
    source = scene.source(node.plug("inputGeomTarget", *key))
    if source is not None:
        given = value(source)
        rest = incoming(node)
        if given is None or rest is None:
            return {}
        return {n: linear.minus(b, a) for n, (a, b) in enumerate(zip(rest.points, given.points)) if a != b}
    held = node.values.get(("inputPointsTarget", key))
    listed = node.values.get(("inputComponentsTarget", key))
    if not held or not isinstance(listed, Component):
        return {}
    return {n: (p[0], p[1], p[2]) for n, p in zip(listed.numbers(), held)}


def keep_deltas(node: Node, key: tuple[int, ...]) -> None:
    """Stores what a target moves, so that the shape which it came from can go."""
    found = deltas(node, key[1], key[2])
    scene.put(node.values, ("inputPointsTarget", key), tuple((*d, 1.0) for d in found.values()))
    scene.put(node.values, ("inputComponentsTarget", key), Component("vtx", tuple((n,) for n in found)))


def _going(event: str, about: Any) -> None:
    if event == "removing" and isinstance(about, Node) and about.isa("geometryFilter"):
        bypass(about)
    if event == "removing" and isinstance(about, Node) and about.isa("controlPoint"):
        for ends in list(about.outputs.values()):
            for target in list(ends):
                if target.attr == "inputGeomTarget":
                    keep_deltas(target.node, target.index)


scene.listeners.append(_going)


@geometry("blendShape", "outputGeometry")
def _blended(plug: Plug) -> Any:
    node = plug.node
    found = incoming(node)
    envelope = number(node.plug("envelope"))
    if found is None or not envelope or value(node.plug("nodeState")) == 1:
        return found
    points = list(found.points)
    for index in targets(node):
        amount = number(node.plug("weight", index)) * envelope
        if not amount or not value(node.plug("targetVisibility", index)):
            continue
        for n, delta in mixed(node, index, amount).items():
            if n < len(points):
                share = node.values.get(("targetWeights", (0, index, n)), 1.0) * node.values.get(
                    ("baseWeights", (0, n)), 1.0
                )
                points[n] = linear.add(points[n], linear.by(delta, share))
    return with_points(found, points)


def mixed(node: Node, index: int, amount: float) -> dict[int, Vector]:
    """What a target does at a weight: with inbetweens between the two beside it."""
    items = sorted(scene.indices(node.plug("inputTargetItem", 0, index))) or [FULL]
    stops = [(0.0, {})] + [((item - 5000) / 1000, deltas(node, index, item)) for item in items]
    stops.sort(key=lambda stop: stop[0])
    for (low, before), (high, after) in zip(stops, stops[1:]):
        if low <= amount <= high or high == stops[-1][0]:
            share = (amount - low) / ((high - low) or 1.0)
            every = {*before, *after}
            return {
                n: linear.add(
                    linear.by(before.get(n, linear.ORIGIN), 1 - share), linear.by(after.get(n, linear.ORIGIN), share)
                )
                for n in every
            }
    return {n: linear.by(d, amount) for n, d in stops[-1][1].items()}


@geometry("tweak deltaMush cluster ffd", "outputGeometry")
def _unchanged(plug: Plug) -> Any:
    return incoming(plug.node)
