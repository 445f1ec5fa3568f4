"""Operations that fill, delete, merge and mirror elements of meshes, by bmesh."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.components import Edit
from scenewire.adapters.blender.mesh_batches import Chosen, each_edited
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import ConflictError, InvalidParamsError


def fill_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Joins vertices, or fills what lies between edges."""
    return each_edited(items, _fill)


def _fill(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    edges, vertices = chosen.get("edge", []), chosen.get("vertex", [])
    method = item.get("method", "face")
    if len(edges) + len(vertices) < 2:
        raise InvalidParamsError(
            "that is too little to be filled",
            {"path": "vertex_ids", "expected": "two vertices or more, or two edges or more"},
        )
    if method != "face" and vertices:
        raise InvalidParamsError(
            f"`{method}` fills what lies between edges", {"path": "vertex_ids", "expected": "`edge_ids`"}
        )
    _refuse_existing(edit, edges, vertices)
    try:
        if method == "face":
            made = bmesh.ops.contextual_create(edit.shape, geom=[*vertices, *edges], mat_nr=0, use_smooth=False)
            done = made["faces"] or made["edges"]
        elif method == "triangles":
            done = bmesh.ops.triangle_fill(edit.shape, use_beauty=True, use_dissolve=False, edges=edges)["geom"]
        else:
            done = bmesh.ops.grid_fill(edit.shape, edges=_rails(edges))["faces"]
    except RuntimeError as error:
        raise _unfillable(method) from error
    if not done:
        raise _unfillable(method)


def _rails(edges: list[Any]) -> list[Any]:
    """Of a closed border, two sides that face each other, as Blender's grid is laid between two lines: a quarter of it
    each, beginning and ending where it bends most. Anything else is two lines already."""
    corners = _in_order(edges)
    count = len(corners)
    if count < 4 or count % 2 or count != len(edges):
        return edges
    span = round(count / 4)
    bends = [_bend(corners, number) for number in range(count)]
    half = count // 2
    start = max(range(half), key=lambda at: sum(bends[(at + way) % count] for way in (0, span, half, half + span)))
    wanted = {
        frozenset((corners[(side + step) % count], corners[(side + step + 1) % count]))
        for side in (start, start + half)
        for step in range(span)
    }
    return [edge for edge in edges if frozenset(edge.verts) in wanted]


def _in_order(edges: list[Any]) -> list[Any]:
    """The vertices of a closed border one after the other; none when it is no such border."""
    own = set(edges)
    found, edge = [edges[0].verts[0]], edges[0]
    while True:
        vertex = edge.other_vert(found[-1])
        on = [other for other in vertex.link_edges if other in own and other != edge]
        if len(on) != 1:
            return []
        if vertex == found[0]:
            return found
        found.append(vertex)
        edge = on[0]


def _bend(corners: list[Any], number: int) -> float:
    before, here, after = (corners[(number + way) % len(corners)].co for way in (-1, 0, 1))
    return float((here - before).angle(after - here, 0.0))


def _refuse_existing(edit: Edit, edges: list[Any], vertices: list[Any]) -> None:
    if not edges and len(vertices) == 2 and edit.shape.edges.get(vertices):
        raise ConflictError("these two vertices have an edge already", {"path": "vertex_ids"})
    if not edges and len(vertices) > 2 and edit.shape.faces.get(vertices):
        raise ConflictError("these vertices have a face already", {"path": "vertex_ids"})


def _unfillable(method: str) -> InvalidParamsError:
    return InvalidParamsError(
        f"Blender can fill nothing between these with `{method}`",
        {"path": "edge_ids", "expected": "edges that go around a hole, or vertices that no face joins yet"},
        ["method triangles"] if method != "triangles" else ["name all edges around the hole"],
    )


#: bmesh's words, by ours.
_CONTEXTS = {
    "vertices": "VERTS",
    "edges": "EDGES",
    "faces": "FACES",
    "only_edges_and_faces": "EDGES_FACES",
    "only_faces": "FACES_ONLY",
}


def delete_elements(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Deletes in Blender's five ways."""
    return each_edited(items, _delete)


def _delete(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    kind = item["type"]
    doomed = {"vertices": _vertices, "edges": _edges, "only_edges_and_faces": _edges}.get(kind, _faces)(chosen)
    if not doomed:
        raise InvalidParamsError(
            f"what was named has no {kind.replace('only_', '').replace('_', ' ')} to delete",
            {"path": "type", "expected": "elements to which it applies", "got": kind},
        )
    bmesh.ops.delete(edit.shape, geom=doomed, context=_CONTEXTS[kind])


def _vertices(chosen: Chosen) -> list[Any]:
    others = [vertex for kind in ("edge", "face") for one in chosen.get(kind, ()) for vertex in one.verts]
    return list(dict.fromkeys([*chosen.get("vertex", ()), *others]))


def _edges(chosen: Chosen) -> list[Any]:
    """Those named, those of the faces named, and those between vertices named."""
    vertices = set(chosen.get("vertex", ()))
    between = [edge for vertex in vertices for edge in vertex.link_edges if vertices.issuperset(edge.verts)]
    of_faces = [edge for face in chosen.get("face", ()) for edge in face.edges]
    return list(dict.fromkeys([*chosen.get("edge", ()), *of_faces, *between]))


def _faces(chosen: Chosen) -> list[Any]:
    """Those named, those at edges named, and those around vertices named."""
    around = [face for kind in ("vertex", "edge") for one in chosen.get(kind, ()) for face in one.link_faces]
    return list(dict.fromkeys([*chosen.get("face", ()), *around]))


def merge_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Makes one of several."""
    return each_edited(items, _merge, may_change_nothing=True)


def _merge(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    shape, method = edit.shape, item.get("method", "by_distance")
    vertices = chosen.get("vertex")
    if method == "by_distance":
        bmesh.ops.remove_doubles(
            shape, verts=vertices if vertices is not None else list(shape.verts), dist=item.get("distance", 0.0001)
        )
        return
    if not vertices or len(vertices) < 2:
        raise InvalidParamsError(
            f"`{method}` merges the vertices named",
            {"path": "vertex_ids", "expected": "two or more", "got": len(vertices or ())},
        )
    if method == "collapse":
        meant = set(vertices)
        edges = {edge for vertex in vertices for edge in vertex.link_edges if meant.issuperset(edge.verts)}
        if not edges:
            raise InvalidParamsError("no edge joins these vertices", {"path": "vertex_ids"}, ["method at_center"])
        bmesh.ops.collapse(shape, edges=list(edges), uvs=True)
        return
    bmesh.ops.pointmerge(shape, verts=vertices, merge_co=_meeting_point(method, vertices))


def _meeting_point(method: str, vertices: list[Any]) -> Any:
    from mathutils import Vector

    if method == "at_center":
        return sum((vertex.co for vertex in vertices), Vector()) / len(vertices)
    return vertices[0 if method == "at_first" else -1].co.copy()


def symmetrize_meshes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Mirrors one half onto the other."""
    return each_edited(items, _symmetrize, may_change_nothing=True)


def _symmetrize(edit: Edit, item: Item, _chosen: Chosen) -> None:
    import bmesh

    shape = edit.shape
    half = item["direction"][:2].upper()
    bmesh.ops.symmetrize(
        shape,
        input=[*shape.verts, *shape.edges, *shape.faces],
        direction=half if half[0] == "-" else half[1],
        dist=item.get("threshold", 0.0001),
        use_shapekey=True,
    )
