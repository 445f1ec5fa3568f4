"""Operations on the elements of meshes that change who is joined to whom."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.mesh_elements import Chosen
from scenewire.adapters.usd import triangles
from scenewire.adapters.usd.cages import across, points_of, sides, unit
from scenewire.adapters.usd.mesh_batches import each_edited
from scenewire.adapters.usd.mesh_edits import Edit, Face
from scenewire.adapters.usd.patches import join
from scenewire.errors import InvalidParamsError


def triangulate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Cuts faces into triangles."""
    return each_edited(items, _triangulate, may_change_nothing=True)


def _triangulate(edit: Edit, item: Item, chosen: Chosen) -> None:
    points, method = points_of(edit.owner), item.get("method", "beauty")
    for at in chosen.get("face") or range(len(edit.before.sizes)):
        face = edit.faces[at]
        if face is None or len(face.vertices) < 4:
            continue
        flat = triangles.flattened([points[one] for one in face.vertices], _standing(edit, points, at))
        pieces = [face.part(corners) for corners in triangles.cut(flat, method)]
        edit.faces[at] = pieces[0]
        for piece in pieces[1:]:
            edit.add_face(piece)


def _standing(edit: Edit, points: Any, face: int) -> list[float]:
    """As the corners go, whatever side of it the mesh calls its front."""
    sign = -1.0 if edit.before.mirrored else 1.0
    return [sign * number for number in across(edit.before, points, face)]


def extrude_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Draws faces out."""
    return each_edited(items, _extrude)


def _extrude(edit: Edit, item: Item, chosen: Chosen) -> None:
    given, faces, points = item.get("direction"), chosen["face"], points_of(edit.owner)
    if given is not None and not any(given):
        raise InvalidParamsError("a direction has a length", {"path": "direction", "got": given})
    patches = [[face] for face in faces] if item.get("individual_faces") else [faces]
    for patch in patches:
        whole = [across(edit.before, points, at) for at in patch]
        way = unit(given if given is not None else [sum(numbers) for numbers in zip(*whole)])
        if way is None:
            raise InvalidParamsError(
                "the normals of these faces cancel out", {"path": "direction"}, ["give a direction"]
            )
        _draw_out(edit, patch, [number * item["distance"] for number in way], item.get("create_caps", True))


def _draw_out(edit: Edit, patch: list[int], way: list[float], capped: bool) -> None:
    """New vertices for the patch, and a wall along each side that only one of its faces has."""
    points, caps = points_of(edit.owner), [face for face in map(edit.faces.__getitem__, patch) if face is not None]
    vertices = dict.fromkeys(vertex for face in caps for vertex in face.vertices)
    fresh = {vertex: edit.add_vertex([at + by for at, by in zip(points[vertex], way)], vertex) for vertex in vertices}
    every = {side for face in caps for side in sides(face.vertices)}
    for face in caps:
        for at, (start, end) in enumerate(sides(face.vertices)):
            if (end, start) not in every:
                low, high = face.corners[at], face.corners[(at + 1) % len(face.corners)]
                edit.add_face(
                    Face([start, end, fresh[end], fresh[start]], [low, high, high, low], face.origin, flat=True)
                )
    for face in caps:
        face.vertices = [fresh[vertex] for vertex in face.vertices]
    for at in patch if not capped else ():
        edit.faces[at] = None
    edit.drop_vertices({*vertices, *fresh.values()} - _used(edit))


def delete_elements(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Deletes, with what hangs on the elements or without."""
    return each_edited(items, _delete)


def _delete(edit: Edit, item: Item, chosen: Chosen) -> None:
    kind = item["type"]
    if kind == "vertices":
        edges = [edit.before.edges[at] for at in chosen.get("edge", ())]
        faces = [edit.before.face(at) for at in chosen.get("face", ())]
        doomed = {*chosen.get("vertex", ()), *(one for ends in (*edges, *faces) for one in ends)}
        _refuse_none(doomed, kind)
        edit.drop_vertices(doomed)
        return
    gone = _faces_with(edit, _edges(edit, chosen)) if "edges" in kind else _faces(edit, chosen)
    _refuse_none(gone, kind)
    lost = {vertex for at in gone for vertex in edit.before.face(at)}
    for at in gone:
        edit.faces[at] = None
    if not kind.startswith("only_"):
        edit.drop_vertices(lost - _used(edit))


def _refuse_none(doomed: Any, kind: str) -> None:
    if not doomed:
        raise InvalidParamsError(
            f"what was named has no {kind.replace('only_', '').replace('_', ' ')} to delete",
            {"path": "type", "expected": "elements to which it applies", "got": kind},
        )


def _edges(edit: Edit, chosen: Chosen) -> set[frozenset[int]]:
    """Those named, those of the faces named, and those between vertices named."""
    vertices = {*chosen.get("vertex", ())}
    named = {frozenset(edit.before.edges[at]) for at in chosen.get("edge", ())}
    of_faces = {frozenset(side) for at in chosen.get("face", ()) for side in sides(edit.before.face(at))}
    return named | of_faces | {frozenset(pair) for pair in edit.before.edges if vertices.issuperset(pair)}


def _faces_with(edit: Edit, edges: set[frozenset[int]]) -> list[int]:
    """A mesh of USD has no edge without a face: with it go the faces that have it."""
    every = range(len(edit.before.sizes))
    return [at for at in every if any(frozenset(side) in edges for side in sides(edit.before.face(at)))]


def _faces(edit: Edit, chosen: Chosen) -> list[int]:
    """Those named, those between vertices named, and those all of whose edges are named."""
    vertices = {*chosen.get("vertex", ())}
    edges = {frozenset(edit.before.edges[at]) for at in chosen.get("edge", ())}
    found = []
    for at in range(len(edit.before.sizes)):
        face = edit.before.face(at)
        if vertices.issuperset(face) or edges.issuperset(map(frozenset, sides(face))):
            found.append(at)
    return list(dict.fromkeys([*chosen.get("face", ()), *found]))


def dissolve(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Takes elements out without a hole."""
    return each_edited(items, _dissolve)


def _dissolve(edit: Edit, item: Item, chosen: Chosen) -> None:
    if not any(chosen.values()):
        raise InvalidParamsError("nothing to dissolve was named", {"path": "edge_ids", "expected": "one or more"})
    before = _used(edit)
    for region in _regions(edit, {*chosen.get("face", ())}):
        _join(edit, region, "face_ids")
    for edge in chosen.get("edge", ()):
        there = edit.faces_at(frozenset(edit.before.edges[edge]))
        if len(there) == 2:
            _join(edit, there, "edge_ids")
    for vertex in chosen.get("vertex", ()):
        _dissolve_vertex(edit, vertex)
    edit.drop_vertices((before | {*chosen.get("vertex", ())}) - _used(edit))


def _used(edit: Edit) -> set[int]:
    return {vertex for face in edit.faces if face is not None for vertex in face.vertices}


def _regions(edit: Edit, faces: set[int]) -> list[list[int]]:
    """The parts of some faces that edges join."""
    regions, left = [], sorted(faces)
    while left:
        region = [left.pop(0)]
        for at in region:
            mine = {*map(frozenset, sides(edit.before.face(at)))}
            near = [one for one in left if not mine.isdisjoint(map(frozenset, sides(edit.before.face(one))))]
            region += near
            left = [one for one in left if one not in near]
        regions.append(region)
    return [region for region in regions if len(region) > 1]


def _join(edit: Edit, faces: list[int], path: str) -> None:
    if not join(edit, faces):
        raise InvalidParamsError(
            "these faces cannot become one: what is around them is not one line, or they look to opposite sides",
            {"path": path},
        )


def _dissolve_vertex(edit: Edit, vertex: int) -> None:
    """The faces around it become one; at a border it is left out."""
    there = [at for at, face in enumerate(edit.faces) if face is not None and vertex in face.vertices]
    if len(there) > 1:
        _join(edit, there, "vertex_ids")
    for at in there[:1]:
        face = edit.faces[at]
        if face is not None and vertex in face.vertices:
            kept = [place for place, one in enumerate(face.vertices) if one != vertex]
            edit.faces[at] = face.part(kept) if len(kept) > 2 else None
