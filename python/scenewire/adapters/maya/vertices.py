"""Vertices, one by one."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya import mesh_arrays as arrays
from scenewire.adapters.maya.components import Component, Edit
from scenewire.adapters.maya.elements import common, entity
from scenewire.adapters.maya.faces import delete_faces
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.mesh_whole import add_points, take_points
from scenewire.errors import InvalidParamsError, NotSupportedError


def _make(node: Handle, items: list[Item]) -> None:
    add_points(node.path, [tuple(item["position"]) for item in items])


def _made(edit: Edit, _items: list[Item]) -> list[int]:
    return edit.new["vertex"]


def _take(node: Handle, vertices: list[Component]) -> None:
    """With the faces that they are corners of: without them a vertex of Maya is one that no face has."""
    around = {vertex.index: _faces(vertex) for vertex in vertices}
    loose = {index for index, faces in around.items() if not faces}
    if loose:
        take_points(node.path, loose)
    delete_faces(node, {face for faces in around.values() for face in faces})


def _faces(vertex: Component) -> list[int]:
    """The faces that it is a corner of."""
    walk = vertex.mesh.vertices
    walk.setIndex(vertex.index)
    return [int(face) for face in walk.getConnectedFaces()]


def _corners(vertex: Component) -> list[tuple[int, int]]:
    """Those faces, and where in each of them it is."""
    it = vertex.mesh.it
    return [(face, list(it.getPolygonVertices(face)).index(vertex.index)) for face in _faces(vertex)]


def _position(vertex: Component, _job: Job) -> list[float]:
    point = vertex.mesh.it.getPoint(vertex.index)
    return [point.x, point.y, point.z]


def _set_position(vertex: Component, position: list[float]) -> None:
    from maya import cmds

    cmds.xform(vertex.part, objectSpace=True, translation=position)


def _normal(vertex: Component, _job: Job) -> Any:
    if not _faces(vertex):
        return ABSENT
    normal = vertex.mesh.it.getVertexNormal(vertex.index, True)
    return [normal.x, normal.y, normal.z]


def _uvs(vertex: Component, _job: Job) -> Any:
    names, corners = list(vertex.mesh.it.getUVSetNames()), _corners(vertex)[:1]
    found = [_coordinates(vertex, name, corners) for name in names]
    if not any(found):
        return ABSENT
    it = vertex.mesh.it
    return [[float(one) for one in it.getUV(ids[0], name)] if ids else [0.0, 0.0] for ids, name in zip(found, names)]


def _coordinates(vertex: Component, name: str, corners: list[tuple[int, int]]) -> list[int]:
    """The numbers of its coordinates at corners of faces in a UV set."""
    found = []
    for face, place in corners:
        try:
            found.append(int(vertex.mesh.it.getPolygonUVid(face, place, name)))
        except RuntimeError:
            # Maya's way of saying that the face has none.
            continue
    return found


def _set_uvs(vertex: Component, uvs: list[list[float]]) -> None:
    from maya import cmds

    names, corners = list(vertex.mesh.it.getUVSetNames()), _corners(vertex)
    every = [_coordinates(vertex, name, corners) for name in names]
    if len(uvs) != len(names) or not all(every):
        raise InvalidParamsError(
            f"{len(uvs)} coordinates for the {len(names)} UV sets of `{vertex.owner.name}`"
            if corners and all(every)
            else f"`{vertex.name}` has no texture coordinates: those are of corners of faces, once they are unwrapped",
            {"path": "uvs", "expected": len(names) if all(every) else 0, "got": len(uvs)},
            ["give the mesh `uvs`"],
        )
    for name, ids, (u, v) in zip(names, every, uvs):
        parts = [f"{vertex.mesh.shape}.map[{number}]" for number in dict.fromkeys(ids)]
        cmds.polyEditUV(parts, uValue=u, vValue=v, relative=False, uvSetName=name)


def _color(vertex: Component, _job: Job) -> Any:
    colors = vertex.mesh.colors
    if colors is None or not _faces(vertex):
        return ABSENT
    color = colors[vertex.index]
    # Maya tells a vertex without a colour as one of -1.
    return [color.r, color.g, color.b, color.a] if color.a >= 0 else ABSENT


def _set_color(vertex: Component, color: list[float]) -> None:
    path, it = vertex.owner.path, vertex.mesh.it
    if not it.numColorSets or not _faces(vertex):
        raise NotSupportedError(
            f"`{vertex.owner.name}` has no colour set at this vertex, or no face there to be coloured",
            {"path": "color"},
            ["give the mesh `colors`"],
        )
    _, vertices = arrays.faces_of_corners(it)
    rows = arrays.per_corner(it, arrays.colors_of(it), 4, "colors")
    arrays.set_colors(path, [color if at == vertex.index else row for at, row in zip(vertices, rows)])


FIELDS: dict[str, Field] = {
    **common("vertex"),
    "position": Field(_position, _set_position),
    "normal": Field(_normal),
    "uvs": Field(_uvs, _set_uvs),
    "color": Field(_color, _set_color),
}

VERTICES = entity("vertex", FIELDS, _make, _made, _take)
