"""A mesh with all that lies on it, as one that can be put into its shape again. Maya has no command for a vertex
without a face, which its meshes can have: it is an edit of OpenMaya's, and this is what takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from scenewire.adapters.maya.mesh_arrays import ShapeOf, corners_of, faces_of_corners, mesh_of, refuse_history
from scenewire.adapters.maya.nodes import shape_named
from scenewire.adapters.maya.undoable import apply

Vector = tuple[float, float, float]
Ends = frozenset[int]


@dataclass(frozen=True)
class Whole:
    """A mesh as data."""

    points: list[Vector]
    counts: list[int]
    connects: list[int]
    #: Of each UV set: u, v, and which of these the corners of each face have.
    uvs: dict[str, tuple[list[float], list[float], list[int], list[int]]]
    #: Of each colour set the colour of each corner, and how it keeps them.
    colors: dict[str, tuple[list[Any], int, bool]]
    #: Faces, vertices and normals of the corners whose normals are locked.
    normals: list[tuple[int, int, Vector]]
    #: Edges by their vertices: the numbers of edges are made anew with a mesh.
    hard: set[Ends]
    creases: dict[Ends, float]
    vertex_creases: tuple[list[int], list[float]]


def read_whole(mesh: Any) -> Whole:
    """OpenMaya's mesh as data."""
    counts, connects = corners_of(mesh)
    edges = _ends(mesh)
    return Whole(
        points=[(point.x, point.y, point.z) for point in mesh.getPoints()],
        counts=counts,
        connects=connects,
        uvs={name: _uvs(mesh, name) for name in mesh.getUVSetNames()},
        colors={name: _colors(mesh, name) for name in mesh.getColorSetNames()},
        normals=_normals(mesh),
        hard={ends for edge, ends in enumerate(edges) if not mesh.isEdgeSmooth(edge)},
        creases={edges[edge]: crease for edge, crease in zip(*_creases(mesh.getCreaseEdges))},
        vertex_creases=_creases(mesh.getCreaseVertices),
    )


def _ends(mesh: Any) -> list[Ends]:
    """The vertices of each edge."""
    return [frozenset(map(int, mesh.getEdgeVertices(edge))) for edge in range(mesh.numEdges)]


def _uvs(mesh: Any, name: str) -> tuple[list[float], list[float], list[int], list[int]]:
    us, vs = mesh.getUVs(name)
    counts, ids = mesh.getAssignedUVs(name)
    return list(us), list(vs), list(counts), list(ids)


def _colors(mesh: Any, name: str) -> tuple[list[Any], int, bool]:
    found = mesh.getFaceVertexColors(name)
    return list(found), mesh.getColorRepresentation(name), mesh.isColorClamped(name)


def _normals(mesh: Any) -> list[tuple[int, int, Vector]]:
    _, ids = mesh.getNormalIds()
    every = mesh.getNormals()
    corners = zip(*faces_of_corners(mesh), ids)
    return [(face, vertex, (every[at].x, every[at].y, every[at].z)) for face, vertex, at in corners
            if mesh.isNormalLocked(at)]  # fmt: skip


def _creases(read: Callable[[], tuple[Iterable[int], Iterable[float]]]) -> tuple[list[int], list[float]]:
    try:
        numbers, values = read()
    except RuntimeError:
        # Maya's way of saying that there are none.
        return [], []
    return list(numbers), list(values)


def write_whole(mesh: Any, whole: Whole) -> None:
    """Makes OpenMaya's mesh this one."""
    from maya.api import OpenMaya

    current = mesh.currentUVSetName()
    mesh.createInPlace(
        OpenMaya.MPointArray(whole.points), OpenMaya.MIntArray(whole.counts), OpenMaya.MIntArray(whole.connects)
    )
    for name, (us, vs, counts, ids) in whole.uvs.items():
        if name not in mesh.getUVSetNames():
            mesh.createUVSet(name)
        if us:
            mesh.setUVs(us, vs, name)
            mesh.assignUVs(counts, ids, name)
    if current in whole.uvs:
        mesh.setCurrentUVSetName(current)
    _write_colors(mesh, whole)
    if whole.normals:
        normals = OpenMaya.MVectorArray([normal for _, _, normal in whole.normals])
        mesh.setFaceVertexNormals(normals, [face for face, _, _ in whole.normals], [at for _, at, _ in whole.normals])
    edges = _ends(mesh)
    mesh.setEdgeSmoothings(list(range(len(edges))), [ends not in whole.hard for ends in edges])
    mesh.cleanupEdgeSmoothing()
    creased = [edge for edge, ends in enumerate(edges) if ends in whole.creases]
    if creased:
        values = OpenMaya.MDoubleArray([whole.creases[edges[edge]] for edge in creased])
        mesh.setCreaseEdges(OpenMaya.MUintArray(creased), values)
    vertices, values = whole.vertex_creases
    if vertices:
        mesh.setCreaseVertices(OpenMaya.MUintArray(vertices), OpenMaya.MDoubleArray(values))
    mesh.updateSurface()


def _write_colors(mesh: Any, whole: Whole) -> None:
    from maya.api import OpenMaya

    faces, vertices = faces_of_corners(mesh)
    current = mesh.currentColorSetName()
    for name, (colors, representation, clamped) in whole.colors.items():
        if name not in mesh.getColorSetNames():
            mesh.createColorSet(name, clamped, representation)
        mesh.setCurrentColorSetName(name)
        # Maya tells a corner without a colour as one of -1.
        painted = [at for at, color in enumerate(colors) if color.a >= 0]
        mesh.setFaceVertexColors(
            OpenMaya.MColorArray([colors[at] for at in painted]), [faces[at] for at in painted],
            [vertices[at] for at in painted],
        )  # fmt: skip
    if current in whole.colors:
        mesh.setCurrentColorSetName(current)


def add_points(path: str, points: list[Vector]) -> None:
    """Gives a mesh further vertices, which no face has."""
    whole = _editable(path)
    put_whole(path, replace(whole, points=[*whole.points, *points]))


def take_points(path: str, gone: set[int]) -> None:
    """Takes vertices out that no face has."""
    whole = _editable(path)
    left = [vertex for vertex in range(len(whole.points)) if vertex not in gone]
    number = {vertex: at for at, vertex in enumerate(left)}
    vertices, creases = whole.vertex_creases
    kept = [(number[vertex], crease) for vertex, crease in zip(vertices, creases) if vertex in number]
    after = replace(
        whole,
        points=[whole.points[vertex] for vertex in left],
        connects=[number[vertex] for vertex in whole.connects],
        normals=[(face, number[vertex], normal) for face, vertex, normal in whole.normals],
        hard={_numbered(ends, number) for ends in whole.hard},
        creases={_numbered(ends, number): crease for ends, crease in whole.creases.items()},
        vertex_creases=([vertex for vertex, _ in kept], [crease for _, crease in kept]),
    )
    put_whole(path, after)


def _numbered(ends: Ends, number: dict[int, int]) -> Ends:
    return frozenset(number[end] for end in ends)


def _editable(path: str) -> Whole:
    refuse_history(shape_named(path))
    return read_whole(mesh_of(path))


def put_whole(path: str, after: Whole) -> None:
    """Makes the mesh of a node this one; an undo brings the one before back."""
    shape, before = ShapeOf(path), read_whole(mesh_of(path))
    apply(lambda: write_whole(shape.mesh(), after), lambda: write_whole(shape.mesh(), before))
