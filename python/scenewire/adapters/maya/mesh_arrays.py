"""The arrays of a mesh between the wire's memory and OpenMaya's."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from scenewire.adapters.maya.nodes import shape_named, take_shape
from scenewire.adapters.maya.undoable import apply
from scenewire.errors import ConflictError, InvalidParamsError

_COLOR_SET = "colorSet1"


def mesh_at(path: str) -> Any:
    """OpenMaya's mesh of a node or shape."""
    from maya.api import OpenMaya

    return OpenMaya.MFnMesh(OpenMaya.MGlobal.getSelectionListByName(path).getDagPath(0))


def mesh_of(path: str) -> Any:
    """OpenMaya's mesh of a node that shows one."""
    return mesh_at(shape_named(path))


def floats(values: Any) -> Sequence[float]:
    """Numbers as they came over the wire, one after the other."""
    if isinstance(values, list):
        return array("f", [number for row in values for number in (row if isinstance(row, (list, tuple)) else [row])])
    return memoryview(values).cast("B").cast("f") if len(values) else array("f")


def rows(values: Any, width: int) -> list[tuple[float, ...]]:
    """The same, in rows of so many."""
    flat = floats(values)
    columns = [flat[at::width] for at in range(width)]
    return list(zip(*columns))


def whole(values: Any) -> list[int]:
    """Whole numbers as they came."""
    return [int(one) for one in (values if isinstance(values, list) else memoryview(values).cast("B").cast("i"))]


def refuse_history(shape: str) -> None:
    """Raises where something computes the mesh: what is written to it would be computed over."""
    from maya import cmds

    found = cmds.listConnections(f"{shape}.inMesh", source=True, destination=False)
    if found:
        raise ConflictError(
            f"`{shape}` is computed by `{found[0]}`: what is written to it would be lost",
            {"path": "vertices", "node": str(found[0])},
            [f'cmds.delete("{shape}", constructionHistory=True)', "or edit what computes it"],
        )


def build(path: str, vertices: Any, indices: Any, face_sizes: Any) -> None:
    """Gives a node a new mesh with these points and faces, once they fit each other; one that it has goes.

    A mesh with other faces is another shape of the same node: Maya's queue takes a shape back with everything that
    lies on it, and of what is written into one nothing.
    """
    from maya import cmds

    points = rows(vertices, 3)
    corners = whole(indices) if indices is not None else []
    sizes = _sizes(len(corners), face_sizes)
    _refuse_unfit(len(points), corners, sizes)
    old = cmds.listRelatives(path, shapes=True, fullPath=True)
    if old:
        cmds.delete(old)
    plane = cmds.polyPlane(constructionHistory=False, createUVs=0, subdivisionsX=1, subdivisionsY=1)[0]
    _fill(take_shape(str(plane), path), points, sizes, corners)


def _fill(shape: str, points: list[tuple[float, ...]], sizes: list[int], corners: list[int]) -> None:
    """Writes points and faces into a new shape, which an undo takes away with them."""
    from maya.api import OpenMaya

    places = OpenMaya.MFloatPointArray(points)
    counts, connects = OpenMaya.MIntArray(sizes), OpenMaya.MIntArray(corners)

    def do() -> None:
        mesh_at(shape).createInPlace(places, counts, connects)

    apply(do, _nothing)


def _nothing() -> None:
    """What an undo has to do where the whole shape goes."""


def _sizes(corners: int, given: Any) -> list[int]:
    if given is not None:
        return whole(given)
    if corners % 3:
        raise InvalidParamsError(
            f"{corners} indices are no whole number of triangles",
            {"path": "indices", "expected": "three indices per face, or `face_sizes`", "got": corners},
        )
    return [3] * (corners // 3)


def _refuse_unfit(points: int, corners: list[int], sizes: list[int]) -> None:
    if sum(sizes) != len(corners):
        raise InvalidParamsError(
            f"the faces have {sum(sizes)} corners, and there are {len(corners)} indices",
            {"path": "face_sizes", "expected": len(corners), "got": sum(sizes)},
        )
    if sizes and min(sizes) < 3:
        raise InvalidParamsError(
            f"a face has at least 3 corners, not {min(sizes)}", {"path": "face_sizes", "got": min(sizes)}
        )
    if corners and not (min(corners) >= 0 and max(corners) < points):
        wrong = max(corners) if max(corners) >= points else min(corners)
        raise InvalidParamsError(
            f"there are {points} vertices, and no vertex {wrong}",
            {"path": "indices", "expected": f"0 to {points - 1}", "got": wrong},
        )


def corners_of(mesh: Any) -> tuple[list[int], list[int]]:
    """Corners of each face, and the vertices of all corners."""
    counts, connects = mesh.getVertices()
    return list(counts), list(connects)


def points_of(mesh: Any) -> array[float]:
    """The points, three numbers each."""
    from maya.api import OpenMaya

    return array("f", [part for point in mesh.getFloatPoints(OpenMaya.MSpace.kObject) for part in _xyz(point)])


def _xyz(point: Any) -> tuple[float, float, float]:
    return point.x, point.y, point.z


def set_points(path: str, given: Any) -> None:
    """Moves the points."""
    from maya.api import OpenMaya

    shape, wanted = shape_named(path), rows(given, 3)
    mesh = mesh_at(shape)
    if len(wanted) != mesh.numVertices:
        raise InvalidParamsError(
            f"the mesh has {mesh.numVertices} vertices, and {len(wanted)} came: give `indices` too",
            {"path": "vertices", "expected": f"{mesh.numVertices} rows", "got": len(wanted)},
        )
    refuse_history(shape)
    before = OpenMaya.MPointArray(mesh.getPoints(OpenMaya.MSpace.kObject))
    after = OpenMaya.MPointArray(wanted)
    apply(*(_points_writer(path, points) for points in (after, before)))


def _points_writer(path: str, points: Any) -> Callable[[], None]:
    from maya.api import OpenMaya

    uuid = ShapeOf(path)

    def write() -> None:
        mesh = uuid.mesh()
        mesh.setPoints(points, OpenMaya.MSpace.kObject)
        mesh.updateSurface()

    return write


class ShapeOf:
    """The shape of a node, found again whatever it is called when an undo comes."""

    def __init__(self, path: str) -> None:
        from maya import cmds

        self._uuid = cmds.ls(shape_named(path), uuid=True)[0]

    def mesh(self) -> Any:
        from maya import cmds

        return mesh_at(cmds.ls(self._uuid, long=True)[0])


def per_corner(mesh: Any, given: Any, width: int, name: str) -> list[tuple[float, ...]]:
    """Rows that were given per vertex or per face corner, per corner."""
    found, vertices = rows(given, width), mesh.numVertices
    _, connects = corners_of(mesh)
    if len(found) == vertices and len(found) != len(connects):
        return [found[vertex] for vertex in connects]
    if len(found) != len(connects):
        raise InvalidParamsError(
            f"`{name}` has {len(found)} rows, and the mesh {vertices} vertices and {len(connects)} face corners",
            {"path": name, "expected": f"{vertices} or {len(connects)} rows", "got": len(found)},
        )
    return found


def faces_of_corners(mesh: Any) -> tuple[list[int], list[int]]:
    """Face and vertex of each corner."""
    counts, connects = corners_of(mesh)
    return [face for face, size in enumerate(counts) for _ in range(size)], connects


def normals_of(mesh: Any) -> array[float]:
    """Normals, per corner."""
    from maya.api import OpenMaya

    every = mesh.getNormals(OpenMaya.MSpace.kObject)
    _, ids = mesh.getNormalIds()
    return array("f", [part for at in ids for part in _xyz(every[at])])


def set_normals(path: str, given: Any) -> None:
    """Locks normals, those of all corners."""
    from maya.api import OpenMaya

    mesh = mesh_of(path)
    wanted = OpenMaya.MVectorArray(per_corner(mesh, given, 3, "normals"))
    faces, vertices = faces_of_corners(mesh)
    _, ids = mesh.getNormalIds()
    locked = [mesh.isNormalLocked(at) for at in ids]
    every = mesh.getNormals(OpenMaya.MSpace.kObject)
    before = [(face, vertex, _xyz(every[at])) for face, vertex, at, kept in zip(faces, vertices, ids, locked) if kept]
    shape = ShapeOf(path)

    def do() -> None:
        now = shape.mesh()
        now.setFaceVertexNormals(wanted, faces, vertices, OpenMaya.MSpace.kObject)
        now.updateSurface()

    def undo() -> None:
        now = shape.mesh()
        now.unlockFaceVertexNormals(faces, vertices)
        if before:
            there = OpenMaya.MVectorArray([normal for _, _, normal in before])
            now.setFaceVertexNormals(there, [one[0] for one in before], [one[1] for one in before],
                                     OpenMaya.MSpace.kObject)  # fmt: skip
        now.updateSurface()

    apply(do, undo)


def uvs_of(mesh: Any, name: str) -> array[float] | None:
    """Texture coordinates of a UV set, per corner; None for one without any."""
    us, vs = mesh.getUVs(name)
    if not len(us):
        return None
    counts, ids = mesh.getAssignedUVs(name)
    found, start = array("f"), 0
    for size, assigned in zip(corners_of(mesh)[0], counts):
        for at in range(size):
            where = ids[start + at] if assigned else None
            found.extend((0.0, 0.0) if where is None else (us[where], vs[where]))
        start += assigned
    return found


def set_uvs(path: str, given: Any, name: str, field: str = "uvs") -> None:
    """Writes the texture coordinates of a UV set: a coordinate of its own for each vertex or corner."""
    mesh = mesh_of(path)
    counts, connects = corners_of(mesh)
    found = rows(given, 2)
    shared = len(found) == mesh.numVertices and len(found) != len(connects)
    if not shared:
        per_corner(mesh, given, 2, field)
    after = ([u for u, _ in found], [v for _, v in found], counts, connects if shared else list(range(len(connects))))
    before = (*map(list, mesh.getUVs(name)), *map(list, mesh.getAssignedUVs(name)))
    apply(*(uv_writer(path, name, uvs) for uvs in (after, before)))


def uv_writer(path: str, name: str, uvs: Sequence[list[Any]]) -> Callable[[], None]:
    """What writes a UV set: its u, v, how many corners of each face have one, and which."""
    shape = ShapeOf(path)
    us, vs, counts, ids = uvs

    def write() -> None:
        mesh = shape.mesh()
        mesh.clearUVs(name)
        if us:
            mesh.setUVs(us, vs, name)
            mesh.assignUVs(counts, ids, name)
        mesh.updateSurface()

    return write


def colors_of(mesh: Any) -> array[float] | None:
    """Colours of the current colour set: per vertex where its corners agree, else per corner; None without one."""
    names = mesh.getColorSetNames()
    if not names:
        return None
    name = mesh.currentColorSetName() or names[0]
    corners = [(color.r, color.g, color.b, color.a) for color in mesh.getFaceVertexColors(name)]
    by_vertex: dict[int, tuple[float, ...]] = {}
    same = all(by_vertex.setdefault(at, color) == color for at, color in zip(corners_of(mesh)[1], corners))
    # A vertex that no face has shows no colour.
    whole_mesh = same and len(by_vertex) == mesh.numVertices
    found = [by_vertex[at] for at in sorted(by_vertex)] if whole_mesh else corners
    return array("f", [part for color in found for part in color])


def set_colors(path: str, given: Any) -> None:
    """Writes colours into the current colour set, made where there is none."""
    from maya import cmds
    from maya.api import OpenMaya

    mesh, shape = mesh_of(path), shape_named(path)
    wanted = per_corner(mesh, given, 4, "colors")
    there = list(mesh.getColorSetNames())
    if not there:
        cmds.polyColorSet(shape, create=True, colorSet=_COLOR_SET, representation="RGBA", clamped=False)
        cmds.polyColorSet(shape, currentColorSet=True, colorSet=_COLOR_SET)
    faces, vertices = faces_of_corners(mesh)
    found = colors_of(mesh_of(path)) if there else None
    before = per_corner(mesh, found, 4, "colors") if found is not None else None
    kept = ShapeOf(path)

    def writer(colors: list[tuple[float, ...]] | None) -> Callable[[], None]:
        def write() -> None:
            if colors is not None:
                now = kept.mesh()
                now.setFaceVertexColors(OpenMaya.MColorArray(colors), faces, vertices)
                now.updateSurface()

        return write

    apply(writer(wanted), writer(before))
