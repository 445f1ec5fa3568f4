"""Nodes of a mesh's history that change it: what each makes of the mesh before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from maya_double import linear
from maya_double.components import Component
from maya_double.evaluate import value
from maya_double.nodes import Node, Plug
from maya_double.shapes import geometry

from . import making
from .data import Edge, MeshData, UVSet, ordered

Work = Callable[[Node, MeshData, list[int]], MeshData]


def apply(shape: Node, kind: str, settings: dict[str, Any], component: str, numbers: Sequence[int]) -> Node:
    """Puts a node into the history of a shape that works on some of its components."""
    held = Component(component, tuple((number,) for number in numbers))
    if kind == "deleteComponent":
        node = making.insert(shape, kind, {}, None, "inputGeometry")
        from maya_double.scene import scene

        scene.put(node.values, ("deleteComponents", ()), held)
        return node
    return making.insert(shape, kind, settings, held)


def edit(kinds: str, output: str = "output") -> Callable[[Work], Work]:
    """Registers what a type of node makes of its mesh and the components that it is for."""

    def register(work: Work) -> Work:
        def compute(plug: Plug) -> MeshData:
            node = plug.node
            given = value(node.plug("inputGeometry" if node.spec("inputGeometry") else "inputPolymesh"))
            mesh = given if isinstance(given, MeshData) else MeshData()
            held = node.values.get(("inputComponents", ())) or node.values.get(("deleteComponents", ()))
            if node.values.get(("nodeState", ())):
                return mesh
            return work(node, mesh, held.numbers() if isinstance(held, Component) else [])

        geometry(kinds, output)(compute)
        return work

    return register


@edit("deleteComponent", "outputGeometry")
def _delete_component(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    return without_faces(mesh, numbers)


@edit("polyDelFacet")
def _delete_faces(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    return without_faces(mesh, numbers)


def without_faces(mesh: MeshData, numbers: Sequence[int]) -> MeshData:
    """The mesh less some faces, and the vertices that only they had."""
    gone = set(numbers)
    return mesh.only([n for n in range(len(mesh.faces)) if n not in gone], mesh.loose())


@edit("polyTweak")
def _tweak(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    points = list(mesh.points)
    for number in {key[1][0] for key in node.values if key[0].startswith("tweak") and key[1]}:
        if number < len(points):
            points[number] = linear.add(points[number], value(node.plug("tweak", number)))
    return mesh.but(points=tuple(points))


@edit("polyDelEdge")
def _delete_edges(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    edges = {mesh.edges[n] for n in numbers if n < len(mesh.edges)}
    return merged_over(mesh, edges, bool(value(node.plug("cleanVertices"))))


@edit("polyDelVertex")
def _delete_vertices(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    gone = set(numbers)
    winged = gone - {v for v in gone if sum(v in edge for edge in mesh.edges) != 2}
    if winged:
        # "Joins two edges which have a common vertex."
        mesh = without_vertices(mesh, winged)
    gone -= winged
    return merged_over(mesh, {edge for edge in mesh.edges if gone & set(edge)}, True) if gone else mesh


def without_vertices(mesh: MeshData, winged: set[int]) -> MeshData:
    """The mesh less vertices between two edges."""
    faces = tuple(tuple(v for v in face if v not in winged) for face in mesh.faces)
    made = mesh.but(faces=faces, first_edges=(), colors={}, normals={})
    present = set(made.edges)
    made = made.but(
        first_edges=tuple(edge for edge in mesh.edges if edge in present),
        uvs={name: carried(mesh, made, one) for name, one in mesh.uvs.items()},
        hard=mesh.hard & present,
        creases={edge: c for edge, c in mesh.creases.items() if edge in present},
    )
    return made.only(range(len(made.faces)), mesh.loose())


def merged_over(mesh: MeshData, edges: set[Edge], clean: bool) -> MeshData:
    """Faces joined over edges; vertices that are then between two edges only go where asked for."""
    group = list(range(len(mesh.faces)))

    def root(n: int) -> int:
        while group[n] != n:
            n = group[n]
        return n

    inner = {edge for edge in edges if len(mesh.edge_faces[edge]) == 2}
    for edge in inner:
        a, b = (root(n) for n in mesh.edge_faces[edge])
        group[max(a, b)] = min(a, b)
    parts: dict[int, list[int]] = {}
    for n in range(len(mesh.faces)):
        parts.setdefault(root(n), []).append(n)
    faces = [mesh.faces[part[0]] if len(part) == 1 else outline(mesh, part, inner) for part in parts.values()]
    keep = [n for n, face in enumerate(faces) if face]
    made = mesh.but(
        faces=tuple(faces[n] for n in keep),
        uvs={name: UVSet((), tuple(() for _ in keep)) for name in mesh.uvs},
        colors={},
        normals={},
        first_edges=(),
    )
    uvs = {name: carried(mesh, made, one) for name, one in mesh.uvs.items()}
    if clean:
        touched = {vertex for edge in edges for vertex in edge}
        degree: dict[int, int] = {}
        for edge in made.edges:
            for vertex in edge:
                degree[vertex] = degree.get(vertex, 0) + 1
        drop = {v for v in touched if degree.get(v) == 2}
        made = made.but(faces=tuple(tuple(v for v in face if v not in drop) or face for face in made.faces))
        uvs = {name: carried(mesh, made, one) for name, one in mesh.uvs.items()}
    kept_edges = set(made.edges)
    made = made.but(
        first_edges=tuple(e for e in mesh.edges if e in kept_edges),
        uvs=uvs,
        hard=mesh.hard & kept_edges,
        creases={e: c for e, c in mesh.creases.items() if e in kept_edges},
    )
    return made.only(range(len(made.faces)), mesh.loose())


def outline(mesh: MeshData, part: list[int], inner: set[Edge]) -> tuple[int, ...]:
    """The border of faces that became one."""
    following: dict[int, int] = {}
    for n in part:
        face = mesh.faces[n]
        for i, vertex in enumerate(face):
            after = face[(i + 1) % len(face)]
            if ordered(vertex, after) not in inner:
                following[vertex] = after
    if not following:
        return ()
    start = mesh.faces[part[0]][0] if mesh.faces[part[0]][0] in following else next(iter(following))
    found, here = [], start
    while here not in found and here in following:
        found.append(here)
        here = following[here]
    return tuple(found)


def carried(before: MeshData, after: MeshData, uvs: UVSet) -> UVSet:
    """A UV set on other faces with the same vertices: each corner takes a coordinate that its vertex had."""
    first: dict[int, int] = {}
    exact: dict[tuple[int, ...], tuple[int, ...]] = {}
    for face, corners in zip(before.faces, uvs.faces):
        if corners:
            exact[face] = corners
            for vertex, uv in zip(face, corners):
                first.setdefault(vertex, uv)
    faces = []
    for face in after.faces:
        corners = exact.get(face) or tuple(first[v] for v in face if v in first)
        faces.append(corners if len(corners) == len(face) else ())
    return UVSet(uvs.points, tuple(faces))
