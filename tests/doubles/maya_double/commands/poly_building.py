"""Faces and edges between vertices that are there: `polyAppendVertex`, `polyConnectComponents`.

Source: these commands and the nodes of the same names in Autodesk's reference.
"""

from __future__ import annotations

from typing import Any

from maya_double import faults, graph, names, shapes
from maya_double.calls import Call, command
from maya_double.nodes import Node
from maya_double.polygons import edits, making
from maya_double.polygons.data import MeshData, UVSet
from maya_double.scene import scene

from . import arguments
from .modelling import edited


@command("polyAppendVertex", create="vertex constructionHistory name texture")
def poly_append_vertex(call: Call) -> list[str]:
    """A face of vertices of the selected mesh; "only works with one object selected"."""
    selected = {path for item in scene.selection() if (path := arguments.shape_of(item.path, "mesh")) is not None}
    if len(selected) != 1:
        raise RuntimeError("polyAppendVertex works on one selected polygonal object.")
    shape = selected.pop()[-1]
    vertices = [int(vertex) for vertex in call.many("vertex")]
    count = len(shapes.mesh(shape).points)
    if len(set(vertices)) < max(3, len(vertices)) or any(not 0 <= vertex < count for vertex in vertices):
        raise RuntimeError("polyAppendVertex: at least three different vertices of the object are needed")
    with edited(call, shape):
        node = making.insert(shape, "polyAppendVertex", {"texture": int(call.get("texture", 0))})
        for n, vertex in enumerate(vertices):
            scene.write(node.plug("desc", n), vertex)
    return told(call, node)


def told(call: Call, node: Node) -> list[str]:
    """The name of the node that was made, where it is still there."""
    if node in scene.nodes and call.get("name"):
        graph.rename(node, call.get("name"))
    scene.touched()
    return [names.name(node)] if node in scene.nodes else []


@edits.edit("polyAppendVertex")
def _appended(node: Node, mesh: MeshData, _numbers: list[int]) -> MeshData:
    from maya_double.evaluate import number

    face = tuple(int(number(node.plug("desc", n))) for n in scene.indices(node.plug("desc")))
    uvs = {name: UVSet(one.points, (*filled(one, mesh), ())) for name, one in mesh.uvs.items()}
    return mesh.but(faces=(*mesh.faces, face), uvs=uvs, first_edges=mesh.edges)


def filled(uvs: UVSet, mesh: MeshData) -> tuple[tuple[int, ...], ...]:
    """The corners of all faces, none for those that a set says nothing of."""
    return (*uvs.faces, *(() for _ in range(len(mesh.faces) - len(uvs.faces))))


@command("polyConnectComponents", create="constructionHistory name caching nodeState insertWithEdgeFlow")
def poly_connect_components(call: Call) -> list[str]:
    """Edges across faces between vertices of them that no edge joins yet."""
    made: list[str] = []
    found = arguments.items(call)
    if any(item.component is None or item.component.kind != "vtx" for item in found):
        raise faults.NotModelled("polyConnectComponents of other components than vertices")
    for shape, chosen in arguments.mesh_components(found, "vtx").items():
        with edited(call, shape):
            node = edits.apply(shape, "polyConnectComponents", {}, "vtx", chosen)
        made += told(call, node)
    return made


@edits.edit("polyConnectComponents")
def _connected(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    faces, more = list(mesh.faces), []
    uvs = {name: list(filled(one, mesh)) for name, one in mesh.uvs.items()}
    split: list[int] = []
    for n, face in enumerate(mesh.faces):
        places = [place for place, vertex in enumerate(face) if vertex in numbers]
        if len(places) > 2:
            raise faults.NotModelled("polyConnectComponents with three vertices of one face")
        if len(places) < 2 or places[1] - places[0] in (1, len(face) - 1):
            continue
        first, last = places
        faces[n] = (*face[: first + 1], *face[last:])
        more.append(face[first : last + 1])
        split.append(n)
        for rows in uvs.values():
            corners = rows[n]
            rows[n] = (*corners[: first + 1], *corners[last:])
            rows.append(corners[first : last + 1])
    made = mesh.but(
        faces=(*faces, *more),
        uvs={name: UVSet(mesh.uvs[name].points, tuple(rows)) for name, rows in uvs.items()},
        first_edges=mesh.edges,
    )
    return made.but(
        colors={name: kept(made, one) for name, one in mesh.colors.items()},
        normals={corner: n for corner, n in mesh.normals.items() if corner[0] not in split},
    )


def kept(mesh: MeshData, held: Any) -> Any:
    """The colours of the corners that are still there."""
    import dataclasses

    colors = {(face, vertex): color for (face, vertex), color in held.colors.items() if vertex in mesh.faces[face]}
    return dataclasses.replace(held, colors=colors)
