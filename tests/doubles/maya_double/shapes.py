"""The geometry of shapes: what their history gives, with their own tweaks on top."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import linear
from .evaluate import computes, value
from .nodes import Node, Plug
from .polygons.data import MeshData
from .scene import scene

#: Types of attributes that carry geometry.
GEOMETRY = ("mesh", "nurbsCurve", "nurbsSurface", "geometry")


def stamp(node: Node) -> tuple[Any, ...]:
    """What a node's geometry depends on: equal as long as that is the same."""
    own = tuple((key, held if isinstance(held, (int, float, str)) else id(held)) for key, held in node.values.items())
    brought = []
    for key, source in node.inputs.items():
        carried = source.spec.type in GEOMETRY
        brought.append((key, source.node, source.key, stamp(source.node) if carried else _hashable(value(source))))
    return (own, tuple(brought))


def _hashable(found: Any) -> Any:
    return tuple(_hashable(one) for one in found) if isinstance(found, (list, tuple)) else found


def geometry(kinds: str, attributes: str) -> Callable[[Callable[[Plug], Any]], Callable[[Plug], Any]]:
    """Registers what reckons geometry; what it made is kept until something upstream is another."""

    def register(compute: Callable[[Plug], Any]) -> Callable[[Plug], Any]:
        def kept(plug: Plug) -> Any:
            caches = scene.caches.setdefault(plug.node, {})
            held = caches.get(plug.key)
            if held is not None and held[0] == scene.history.revision:
                return held[2]
            now = stamp(plug.node)
            made = held[2] if held is not None and held[1] == now else compute(plug)
            # The stamp holds ids: what they are of is kept alive with it.
            caches[plug.key] = (scene.history.revision, now, made, list(plug.node.values.values()))
            return made

        computes(kinds, attributes)(kept)
        return kept

    return register


def mesh(node: Node) -> MeshData:
    """The mesh of a shape in its own space."""
    found = value(node.plug("outMesh"))
    return found if isinstance(found, MeshData) else MeshData()


def base(node: Node) -> MeshData:
    """The mesh of a shape without its tweaks."""
    plug = node.plug("inMesh")
    found = value(plug) if scene.source(plug) is not None else node.values.get(("cachedInMesh", ()))
    return found if isinstance(found, MeshData) else MeshData()


@geometry("mesh", "outMesh outGeometryClean")
def _out_mesh(plug: Plug) -> MeshData:
    node = plug.node
    made = base(node)
    moved: dict[int, list[float]] = {}
    for (attr, index), amount in node.values.items():
        if attr in ("pntx", "pnty", "pntz") and index[0] < len(made.points):
            moved.setdefault(index[0], [0.0, 0.0, 0.0])["xyz".index(attr[3])] = amount
    if not moved:
        return made
    points = list(made.points)
    for vertex, offset in moved.items():
        points[vertex] = linear.add(points[vertex], offset)
    return made.but(points=tuple(points))


@computes("mesh", "worldMesh")
def _world_mesh(plug: Plug) -> MeshData:
    from . import names, transforms

    every = names.paths(plug.node)
    path = every[plug.index[0] if plug.index and plug.index[0] < len(every) else 0]
    return mesh(plug.node).moved(transforms.world(path))


def store(node: Node, made: MeshData) -> None:
    """Makes this the mesh of a shape: of one with history as tweaks where only points moved."""
    if scene.source(node.plug("inMesh")) is None:
        for key in [key for key in node.values if key[0] in ("pntx", "pnty", "pntz")]:
            scene.drop(node.values, key)
        scene.put(node.values, ("cachedInMesh", ()), made)
        scene.tell("changed", node.plug("outMesh"))
        return
    before = base(node)
    if made.faces != before.faces or len(made.points) != len(before.points):
        raise RuntimeError("(kFailure): Object has construction history; its topology is not its own")
    move(node, {n: p for n, (p, q) in enumerate(zip(made.points, mesh(node).points)) if p != q})


def move(node: Node, points: dict[int, linear.Vector]) -> None:
    """Moves vertices to points in the shape's own space."""
    if scene.source(node.plug("inMesh")) is None:
        made = list(mesh(node).points)
        for vertex, point in points.items():
            made[vertex] = point
        store(node, mesh(node).but(points=tuple(made)))
        return
    rest = base(node).points
    for vertex, point in points.items():
        for attr, amount in zip(("pntx", "pnty", "pntz"), linear.minus(point, rest[vertex])):
            scene.put(node.values, (attr, (vertex,)), amount)
    scene.tell("changed", node.plug("pnts"))


def counts(node: Node, kind: str) -> tuple[int, ...]:
    """How many components of a kind a shape has, for each index."""
    if node.kind == "mesh":
        made = mesh(node)
        if kind == "map":
            name = current_uv_set(node)
            return (len(made.uvs[name].points) if name in made.uvs else 0,)
        return (
            {"vtx": len(made.points), "f": len(made.faces), "e": len(made.edges), "vtxFace": len(made.points)}[kind],
        )
    from . import nurbs

    return nurbs.counts(node, kind)


def current_uv_set(node: Node) -> str:
    """The name of the current UV set."""
    made = mesh(node)
    chosen = str(node.values.get(("currentUVSet", ())) or "")
    return chosen if chosen in made.uvs else next(iter(made.uvs), "map1")


def points(node: Node) -> list[linear.Vector]:
    """The points of any shape in its own space."""
    if node.kind == "mesh":
        return list(mesh(node).points)
    if node.isa("locator"):
        centre = value(node.plug("localPosition"))
        return [linear.add(centre, corner) for corner in ((-1.0, -1.0, -1.0), (1.0, 1.0, 1.0))]
    from . import nurbs

    return nurbs.points(node)


def bounds(path: tuple[Node, ...], matrix: linear.Matrix | None = None) -> tuple[linear.Vector, linear.Vector] | None:
    """The box around a node and what is below it, in the world or through another matrix than its own."""
    from . import transforms

    if matrix is None:
        matrix = transforms.world(path)
    corners = []
    node = path[-1]
    if node.isa("shape") and not value(node.plug("intermediateObject")):
        corners += [linear.point(p, matrix) for p in points(node)]
    for child in node.ordered_children():
        below = bounds((*path, child), linear.times(transforms.local(child), matrix))
        corners += below or ()
    return linear.bounds(corners)


@computes("dagNode", "boundingBoxMin boundingBoxMax boundingBoxSize center")
def _bounds(plug: Plug) -> linear.Vector:
    from . import names, transforms

    found = bounds(names.path(plug.node), transforms.local(plug.node)) or (linear.ORIGIN, linear.ORIGIN)
    if plug.attr == "boundingBoxSize":
        return linear.minus(found[1], found[0])
    return {"boundingBoxMin": found[0], "boundingBoxMax": found[1]}.get(plug.attr, linear.average(found))
