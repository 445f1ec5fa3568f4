"""Operations on loops and rings of edges: selecting, cutting and sliding them."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender.components import ELEMENTS, Edit
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.edge_walks import loop_of, ring_of
from scenewire.adapters.blender.mesh_batches import Chosen, each_edited
from scenewire.adapters.blender.nodes import node_id
from scenewire.adapters.blender.vertex_edits import EDITS, write_positions
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError

Walk = Callable[[Any], "tuple[list[Any], bool]"]


def select_edge_loops(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Selects what goes on end to end."""
    return {"items": [_select(item, loop_of) for item in items]}


def select_edge_rings(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Selects what lies side by side."""
    return {"items": [_select(item, ring_of) for item in items]}


def _select(item: Item, walk: Walk) -> Item:
    node, numbers = _edges_of(item)
    walked = _numbers_walked(node, numbers, walk)
    found = list(dict.fromkeys(number for path, _ in walked for number in path))
    count = _mark(node.data, found, item.get("mode", "replace"))
    settle()
    return {
        "mesh_id": node_id(node),
        "edge_ids": ELEMENTS.ids_of(node, "edge", found),
        "closed": all(closed for _, closed in walked),
        "selected_edge_count": count,
    }


def _edges_of(item: Item) -> tuple[Any, list[int]]:
    node, named = ELEMENTS.named_of(item)
    return node, named["edge"]


def _numbers_walked(node: Any, numbers: list[int], walk: Walk) -> list[tuple[list[int], bool]]:
    import bmesh

    shape = bmesh.new()
    try:
        shape.from_mesh(node.data)
        shape.edges.ensure_lookup_table()
        return [([one.index for one in path], closed) for path, closed in (walk(shape.edges[n]) for n in numbers)]
    finally:
        shape.free()


def _mark(mesh: Any, found: list[int], mode: str) -> int:
    """Selects edges, and with them their ends and the faces all of whose edges are selected, as Edit Mode does; gives
    how many edges are."""
    edges = array("b", bytes(len(mesh.edges)))
    if mode != "replace":
        mesh.edges.foreach_get("select", edges)
    for number in found:
        edges[number] = mode != "remove"
    vertices = array("b", bytes(len(mesh.vertices)))
    pairs = array("i", bytes(8 * len(edges)))
    mesh.edges.foreach_get("vertices", pairs)
    for number, chosen in enumerate(edges):
        if chosen:
            vertices[pairs[2 * number]] = vertices[pairs[2 * number + 1]] = 1
    keys = {key for key, chosen in zip(mesh.edge_keys, edges) if chosen}
    faces = array("b", [keys.issuperset(face.edge_keys) for face in mesh.polygons])
    mesh.vertices.foreach_set("select", vertices)
    mesh.edges.foreach_set("select", edges)
    mesh.polygons.foreach_set("select", faces)
    mesh.update()
    return sum(edges)


def create_edge_loops(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Cuts across the ring of an edge."""
    return each_edited([{**item, "edge_ids": [item["edge_id"]]} for item in items], _cut)


def _cut(edit: Edit, item: Item, chosen: Chosen) -> Item:
    import bmesh

    ring, closed = ring_of(chosen["edge"][0])
    if len(ring) < 2:
        raise InvalidParamsError(
            f"`{item['edge_id']}` has no quadrangle beside it, and loops run across quadrangles only",
            {"path": "edge_id", "expected": "an edge of a quadrangle", "got": item["edge_id"]},
            ["subdivide", "quadrangulate"],
        )
    made = bmesh.ops.subdivide_edges(
        edit.shape,
        edges=ring,
        cuts=item.get("count", 1),
        smooth=item.get("smoothness", 0.0),
        smooth_falloff="INVERSE_SQUARE",
        use_smooth_even=True,
        quad_corner_type="PATH",
        use_grid_fill=True,
    )
    edit.subdivided()
    edit.note("loop_edge_ids", [one for one in made["geom_inner"] if isinstance(one, bmesh.types.BMEdge)])
    return {"noted": ["loop_edge_ids"], "closed": closed}


def slide_edges(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves edges over the faces beside them."""
    results = []
    for item in items:
        node, numbers = _edges_of(item)
        vertices = _slide(node, numbers, item["factor"])
        settle()
        results.append(EDITS.moved(node, vertices, job))
    return {"items": results}


def _slide(node: Any, numbers: list[int], factor: float) -> list[int]:
    """Writes the new positions and gives the vertices that were moved."""
    import bmesh

    shape = bmesh.new()
    try:
        shape.from_mesh(node.data)
        shape.edges.ensure_lookup_table()
        chosen = dict.fromkeys(shape.edges[number] for number in numbers)
        rails = _rails(chosen, factor < 0)
        goals = {vertex: sum(ends[1:], ends[0]) / len(ends) for vertex, ends in rails.items() if ends}
        if not goals:
            raise InvalidParamsError(
                f"there is no face on that side of these edges of `{node.name}`, or no edge to slide along",
                {"path": "edge_ids", "expected": "edges between faces"},
            )
        places = {vertex: vertex.co.lerp(goal, abs(factor)) for vertex, goal in goals.items()}
        for vertex, place in places.items():
            vertex.co = place
        write_positions(node, array("f", [number for vertex in shape.verts for number in vertex.co]))
        node.data.update()
        return sorted(vertex.index for vertex in places)
    finally:
        shape.free()


def _rails(chosen: dict[Any, None], other_side: bool) -> dict[Any, list[Any]]:
    """For each vertex of the edges, the far ends of those edges that it slides along: those between one chosen edge and
    the next, on one side. The side goes on from edge to edge."""
    rails: dict[Any, list[Any]] = {}
    seen: set[Any] = set()
    for start in chosen:
        if start in seen or not len(start.link_faces):
            continue
        seen.add(start)
        faces = list(start.link_faces)
        side = faces[-1 if other_side else 0]
        # A border has one face only, which is its first side.
        waiting = [(start, None if other_side and len(faces) < 2 else side)]
        while waiting:
            edge, face = waiting.pop()
            for vertex in edge.verts if face is not None else ():
                ends, following = _fan(edge, face, vertex, chosen)
                rails.setdefault(vertex, ends)
                if following is not None and following[0] not in seen:
                    seen.add(following[0])
                    waiting.append(following)
    return rails


def _fan(edge: Any, face: Any, vertex: Any, chosen: dict[Any, None]) -> tuple[list[Any], tuple[Any, Any] | None]:
    """From a chosen edge around a vertex, through the faces of one side: the far ends of the edges passed, up to the
    next chosen edge, which comes with its face on that side. At the end of a loop the first one counts only."""
    ends: list[Any] = []
    here, within = edge, face
    while within is not None:
        here = next(one for one in within.edges if one != here and vertex in one.verts)
        if here == edge:
            break
        if here in chosen:
            return ends, (here, within)
        ends.append(here.other_vert(vertex).co.copy())
        beyond = [one for one in here.link_faces if one != within]
        within = beyond[0] if len(beyond) == 1 else None
    return ends[:1], None
