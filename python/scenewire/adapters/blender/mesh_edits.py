"""Operations on the elements of meshes, by bmesh: the artist's mode and selection stay as they are."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.blender.components import Edit
from scenewire.adapters.blender.diagonals import DIAGONALS, cut_along
from scenewire.adapters.blender.mesh_batches import Chosen, each_edited
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError

#: At sharper bends an even thickness would throw the corner far out.
_SHARPEST = 0.1


def extrude_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Draws faces out."""
    return each_edited(items, _extrude)


def _extrude(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh
    from mathutils import Vector

    faces, shape, distance = chosen["face"], edit.shape, item["distance"]
    given = item.get("direction")
    if given is not None and not any(given):
        raise InvalidParamsError("a direction has a length", {"path": "direction", "got": given})
    direction = Vector(given).normalized() if given is not None else None
    if item.get("individual_faces"):
        normals = [face.normal.copy() for face in faces]
        made = bmesh.ops.extrude_discrete_faces(shape, faces=faces)["faces"]
        for face, normal in zip(made, normals):
            bmesh.ops.translate(shape, vec=(direction or normal) * distance, verts=list(face.verts))
        _uncapped(shape, item, made)
        return
    mean = sum((face.normal * face.calc_area() for face in faces), Vector())
    if direction is None and not mean.length:
        raise InvalidParamsError("the normals of these faces cancel out", {"path": "direction"}, ["give a direction"])
    made = bmesh.ops.extrude_face_region(shape, geom=faces)["geom"]
    moved = [one for one in made if isinstance(one, bmesh.types.BMVert)]
    bmesh.ops.translate(shape, vec=(direction or mean.normalized()) * distance, verts=moved)
    bmesh.ops.delete(shape, geom=[face for face in faces if face.is_valid], context="FACES_ONLY")
    _uncapped(shape, item, [one for one in made if isinstance(one, bmesh.types.BMFace)])


def _uncapped(shape: Any, item: Item, caps: list[Any]) -> None:
    import bmesh

    if not item.get("create_caps", True):
        bmesh.ops.delete(shape, geom=caps, context="FACES")


def extrude_along_normals(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Draws faces out, each corner along its own normal."""
    return each_edited(items, _extrude_along_normals)


def _extrude_along_normals(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    shape, faces = edit.shape, chosen["face"]
    made = bmesh.ops.extrude_face_region(shape, geom=faces)["geom"]
    bmesh.ops.delete(shape, geom=[face for face in faces if face.is_valid], context="FACES_ONLY")
    caps = {one for one in made if isinstance(one, bmesh.types.BMFace)}
    corners = {
        loop.vert: [own for own in loop.vert.link_loops if own.face in caps] for face in caps for loop in face.loops
    }
    ways = {vertex: _way_out(loops, item.get("even", True)) for vertex, loops in corners.items()}
    for vertex, way in ways.items():
        vertex.co += way * item["distance"]


def _way_out(loops: list[Any], even: bool) -> Any:
    """The normal at a corner, each face counting by its angle there; for an even thickness so long that its faces, on
    the mean, go one unit out."""
    from mathutils import Vector

    angles = [(loop.face.normal, loop.calc_angle()) for loop in loops]
    normal = sum((normal * angle for normal, angle in angles), Vector()).normalized()
    if not even or not normal.length:
        return normal
    whole = sum(angle for _, angle in angles)
    return normal * (sum(angle / max(normal.dot(one), _SHARPEST) for one, angle in angles) / whole)


def inset_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives faces a border inside."""
    return each_edited(items, _inset)


def _inset(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    amounts = {"thickness": item["amount"], "depth": item.get("depth", 0.0)}
    if item.get("individual_faces"):
        bmesh.ops.inset_individual(edit.shape, faces=chosen["face"], use_even_offset=True, **amounts)
    else:
        bmesh.ops.inset_region(edit.shape, faces=chosen["face"], use_even_offset=True, use_boundary=True, **amounts)


def bevel(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Rounds edges, or corners."""
    return each_edited(items, _bevel)


def _bevel(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    corners = chosen.get("vertex")
    if corners and chosen.get("edge"):
        raise InvalidParamsError("edges or vertices, not both", {"path": "vertex_ids", "got": len(corners)})
    bmesh.ops.bevel(
        edit.shape,
        geom=corners or chosen.get("edge") or list(edit.shape.edges),
        offset=item["amount"],
        offset_type="OFFSET",
        segments=item.get("segments", 1),
        profile=item.get("shape", 0.5),
        affect="VERTICES" if corners else "EDGES",
        clamp_overlap=True,
    )


def subdivide(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Cuts edges and the faces between them."""
    return each_edited(items, _subdivide)


def _subdivide(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    edges = chosen.get("edge") or list(edit.shape.edges)
    smooth = item.get("smoothness", 0.0)
    bmesh.ops.subdivide_edges(edit.shape, edges=edges, cuts=item.get("count", 1), smooth=smooth, use_grid_fill=True)
    edit.subdivided()


def dissolve(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Takes elements out without a hole."""
    return each_edited(items, _dissolve)


def _dissolve(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    if not any(chosen.values()):
        raise InvalidParamsError("nothing to dissolve was named", {"path": "edge_ids", "expected": "one or more"})
    if chosen.get("face"):
        bmesh.ops.dissolve_faces(edit.shape, faces=chosen["face"])
    edges = [edge for edge in chosen.get("edge", ()) if edge.is_valid]
    if edges:
        bmesh.ops.dissolve_edges(edit.shape, edges=edges, use_verts=False)
    vertices = [vertex for vertex in chosen.get("vertex", ()) if vertex.is_valid]
    if vertices:
        bmesh.ops.dissolve_verts(edit.shape, verts=vertices)


def bridge(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Joins two loops by faces."""
    return each_edited(items, _bridge)


def _bridge(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    faces = chosen.get("face", [])
    if bool(faces) == bool(chosen.get("edge")):
        raise InvalidParamsError(
            "either edges or faces are bridged", {"path": "edge_ids", "expected": "`edge_ids` or `face_ids`"}
        )
    field, edges = ("face_ids", _borders(faces)) if faces else ("edge_ids", chosen["edge"])
    wrong = InvalidParamsError("these are not two loops", {"path": field, "expected": "two loops or two patches"})
    bmesh.ops.delete(edit.shape, geom=faces, context="FACES_ONLY")
    try:
        made = bmesh.ops.bridge_loops(edit.shape, edges=edges, twist_offset=item.get("twist", 0))
    except RuntimeError as error:
        raise wrong from error
    if not made["faces"] and not made["edges"]:
        raise wrong
    for face in made["faces"]:
        face.smooth = item.get("smooth", False)


def _borders(faces: list[Any]) -> list[Any]:
    """The edges around patches of faces."""
    chosen = set(faces)
    edges = {edge for face in faces for edge in face.edges}
    return [edge for edge in edges if len(chosen.intersection(edge.link_faces)) == 1]


def triangulate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Cuts faces into triangles."""
    return each_edited(items, _triangulate, may_change_nothing=True)


def _triangulate(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    method = item.get("method", "beauty")
    faces = chosen.get("face") or list(edit.shape.faces)
    if method in DIAGONALS:
        pieces = [piece for face in faces for piece in cut_along(face, DIAGONALS[method](face))]
        # What those leave, as with a face that is not flat, Blender cuts.
        faces = [piece for piece in pieces if len(piece.verts) > 3]
    bmesh.ops.triangulate(
        edit.shape, faces=faces, quad_method="FIXED" if method == "fixed" else "BEAUTY", ngon_method="BEAUTY"
    )


def quadrangulate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Joins pairs of triangles."""
    return each_edited(items, _quadrangulate, may_change_nothing=True)


def _quadrangulate(edit: Edit, item: Item, chosen: Chosen) -> None:
    import bmesh

    angle = item.get("max_angle_deviation", math.radians(40))
    faces = chosen.get("face") or list(edit.shape.faces)
    bmesh.ops.join_triangles(edit.shape, faces=faces, angle_face_threshold=angle, angle_shape_threshold=angle)
