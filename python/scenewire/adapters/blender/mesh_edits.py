"""Operations on the elements of meshes, by bmesh: the artist's mode and selection stay as they are."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.components import (
    Component,
    Edit,
    component_id,
    elements,
    find_component,
    mesh_node,
    same_mesh,
    topology,
)
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id, remove_nodes
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import ConflictError, HandlerError, InvalidParamsError

#: Changes the mesh under edit, as the item says, and of what the item names.
Work = Callable[[Edit, Item, dict[str, list[Any]]], None]
_FIELDS = {"vertex_ids": "vertex", "edge_ids": "edge", "face_ids": "face"}


def _each(items: list[Item], work: Work, may_change_nothing: bool = False) -> Json:
    """One edit per item: a later item may name what an earlier one made, by number, and ids from before go on. bmesh
    passes over what it cannot do; here that is an error, never a success that did nothing."""
    results = []
    for item in items:
        named = {
            kind: [find_component(kind, reference) for reference in item[field]]
            for field, kind in _FIELDS.items()
            if item.get(field) is not None
        }
        node = _mesh_of(item, named)
        guard_nodes([node])
        before = topology(node)
        results.append(_edited(node, item, named, work))
        if topology(node) == before and not may_change_nothing:
            raise HandlerError(
                f"Blender changed nothing of `{node.name}`: what was named does not fit the operation",
                {"mesh": node.name},
            )
    return {"items": results}


def _mesh_of(item: Item, named: dict[str, list[Component]]) -> Any:
    everything = [component for components in named.values() for component in components]
    if "mesh_id" in item:
        node = mesh_node(item["mesh_id"])
    elif everything:
        node = mesh_node(node_id(everything[0].owner))
    else:
        field = next(field for field in _FIELDS if field in item)
        raise InvalidParamsError("at least one is needed", {"path": field, "expected": "one or more", "got": []})
    same_mesh(node, everything)
    return node


def _edited(node: Any, item: Item, named: dict[str, list[Component]], work: Work) -> Item:
    with Edit(node) as edit:
        chosen = {kind: [edit.at(component) for component in components] for kind, components in named.items()}
        work(edit, item, chosen)
        alive = {kind: {hash(one) for one in edit.every(kind) if one.is_valid} for kind in _FIELDS.values()}
        for kind, known in alive.items():
            edit.note(kind, [one for one in edit.sequence(kind) if hash(one) not in known])
    settle()
    made = {kind: [component_id(Component(node, kind, n)) for n in edit.numbers[kind]] for kind in alive}
    counts = {f"{kind}_count": len(elements(node.data, kind)) for kind in alive}
    new = {f"new_{kind}_ids": ids for kind, ids in made.items()}
    return {"mesh_id": node_id(node), **new, **counts}


def extrude_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Draws faces out."""
    return _each(items, _extrude)


def _extrude(edit: Edit, item: Item, chosen: dict[str, list[Any]]) -> None:
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
        return
    mean = sum((face.normal * face.calc_area() for face in faces), Vector())
    if direction is None and not mean.length:
        raise InvalidParamsError("the normals of these faces cancel out", {"path": "direction"}, ["give a direction"])
    made = bmesh.ops.extrude_face_region(shape, geom=faces)["geom"]
    moved = [one for one in made if isinstance(one, bmesh.types.BMVert)]
    bmesh.ops.translate(shape, vec=(direction or mean.normalized()) * distance, verts=moved)
    bmesh.ops.delete(shape, geom=[face for face in faces if face.is_valid], context="FACES_ONLY")


def inset_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives faces a border inside."""
    return _each(items, _inset)


def _inset(edit: Edit, item: Item, chosen: dict[str, list[Any]]) -> None:
    import bmesh

    amounts = {"thickness": item["amount"], "depth": item.get("depth", 0.0)}
    if item.get("individual_faces"):
        bmesh.ops.inset_individual(edit.shape, faces=chosen["face"], use_even_offset=True, **amounts)
    else:
        bmesh.ops.inset_region(edit.shape, faces=chosen["face"], use_even_offset=True, use_boundary=True, **amounts)


def bevel(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Rounds edges, or corners."""
    return _each(items, _bevel)


def _bevel(edit: Edit, item: Item, chosen: dict[str, list[Any]]) -> None:
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
    return _each(items, _subdivide)


def _subdivide(edit: Edit, item: Item, chosen: dict[str, list[Any]]) -> None:
    import bmesh

    edges = chosen.get("edge") or list(edit.shape.edges)
    smooth = item.get("smoothness", 0.0)
    bmesh.ops.subdivide_edges(edit.shape, edges=edges, cuts=item.get("count", 1), smooth=smooth, use_grid_fill=True)


def dissolve(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Takes elements out without a hole."""
    return _each(items, _dissolve)


def _dissolve(edit: Edit, item: Item, chosen: dict[str, list[Any]]) -> None:
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
    return _each(items, _bridge)


def _bridge(edit: Edit, item: Item, chosen: dict[str, list[Any]]) -> None:
    import bmesh

    wrong = InvalidParamsError(
        "these edges are not two loops", {"path": "edge_ids", "expected": "the edges of two loops"}
    )
    try:
        made = bmesh.ops.bridge_loops(edit.shape, edges=chosen["edge"])
    except RuntimeError as error:
        raise wrong from error
    if not made["faces"] and not made["edges"]:
        raise wrong


def triangulate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Cuts faces into triangles."""
    return _each(items, _triangulate, may_change_nothing=True)


def _triangulate(edit: Edit, item: Item, chosen: dict[str, list[Any]]) -> None:
    import bmesh

    method = {"beauty": "BEAUTY", "fixed": "FIXED"}[item.get("method", "beauty")]
    faces = chosen.get("face") or list(edit.shape.faces)
    bmesh.ops.triangulate(edit.shape, faces=faces, quad_method=method, ngon_method="BEAUTY")


def quadrangulate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Joins pairs of triangles."""
    return _each(items, _quadrangulate, may_change_nothing=True)


def _quadrangulate(edit: Edit, item: Item, chosen: dict[str, list[Any]]) -> None:
    import bmesh

    angle = item.get("max_angle_deviation", math.radians(40))
    faces = chosen.get("face") or list(edit.shape.faces)
    bmesh.ops.join_triangles(edit.shape, faces=faces, angle_face_threshold=angle, angle_shape_threshold=angle)


def boolean(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Unites, cuts or intersects, by Blender's own exact modifier, applied at once."""
    results = []
    for item in items:
        node, other = mesh_node(item["mesh_id"]), find_typed(item["with_id"], "mesh")
        if node == other:
            raise InvalidParamsError("a mesh cannot be combined with itself", {"path": "with_id", "got": other.name})
        guard_nodes([node] if item.get("keep", True) else [node, other])
        _combine(node, other, item["operation"])
        if not item.get("keep", True):
            remove_nodes([other])
        counts = {f"{kind}_count": len(elements(node.data, kind)) for kind in ("vertex", "edge", "face")}
        new = {f"new_{kind}_ids": _all_ids(node, kind) for kind in ("vertex", "edge", "face")}
        results.append({"mesh_id": node_id(node), **new, **counts})
    return {"items": results}


def _all_ids(node: Any, kind: str) -> list[str]:
    return [component_id(Component(node, kind, index)) for index in range(len(elements(node.data, kind)))]


def _combine(node: Any, other: Any, operation: str) -> None:
    if node.data.shape_keys is not None:
        raise ConflictError(f"`{node.name}` has shape keys, which a boolean would break", {"path": "mesh_id"})
    modifier = node.modifiers.new("scenewire boolean", "BOOLEAN")
    shown = [(one, one.show_viewport) for one in node.modifiers if one != modifier]
    try:
        modifier.operation, modifier.solver, modifier.object = operation.upper(), "EXACT", other
        for one, _ in shown:
            one.show_viewport = False
        bake_modifiers(node)
    finally:
        node.modifiers.remove(modifier)
        for one, was in shown:
            one.show_viewport = was


def bake_modifiers(node: Any) -> None:
    """What the viewport shows of the mesh becomes the mesh itself: same data-block, same users, new geometry."""
    import bpy

    settle()
    graph = bpy.context.evaluated_depsgraph_get()
    baked = bpy.data.meshes.new_from_object(node.evaluated_get(graph), preserve_all_data_layers=True, depsgraph=graph)
    try:
        versions.replace_mesh(node.data, baked)
    finally:
        bpy.data.meshes.remove(baked)
    settle()
