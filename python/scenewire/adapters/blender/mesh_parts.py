"""Several meshes made one, and one made several. What belongs to the objects (modifiers, parents, vertex groups) is
Blender's own business in both: its join does the one, copies of the object are the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scenewire.adapters.blender.components import ELEMENTS, Edit, mesh_node
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.meshes import MESH_FIELDS
from scenewire.adapters.blender.naming import checked_name, rename
from scenewire.adapters.blender.nodes import guard_nodes, node_id
from scenewire.adapters.blender.transforms import set_parent
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.errors import ConflictError, HandlerError, InvalidParamsError


def combine_meshes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """The first takes the others in, or a copy of it copies of them."""
    made = [_combine(item) for item in items]
    settle()
    return {"items": [read_fields(MESH_FIELDS, node, None, job) for node in made]}


def _combine(item: Item) -> Any:
    nodes = [mesh_node(reference) for reference in item["mesh_ids"]]
    if len(nodes) < 2 or len({node_id(node) for node in nodes}) < len(nodes):
        raise InvalidParamsError(
            "two or more different meshes can be combined",
            {"path": "mesh_ids", "expected": "two or more, each once", "got": item["mesh_ids"]},
        )
    guard_nodes(nodes)
    settle()
    first, *others = [_copied(node) for node in nodes] if item.get("keep", False) else nodes
    _own_data(first)
    for other in others:
        _own_data(other)
        for child in other.children:
            if child not in others:
                set_parent(child, None)
        if not item.get("world_space", True):
            other.matrix_world = first.matrix_world
    settle()
    _face_outwards(first, others)
    _join(first, others, item.get("preserve_sub_meshes", False))
    if item.get("name") is not None:
        rename(first, item["name"])
    return first


def _copied(node: Any) -> Any:
    made = node.copy()
    made.data = node.data.copy()
    _link_like(made, node)
    return made


def _link_like(made: Any, node: Any) -> None:
    for collection in node.users_collection:
        collection.objects.link(made)


def _own_data(node: Any) -> None:
    """Others that share its mesh keep theirs as it is."""
    if node.data.users > 1:
        node.data = node.data.copy()


def _face_outwards(first: Any, others: list[Any]) -> None:
    """Blender shows a mirrored object's faces from their other side; joined to one that is not they would be inside
    out."""
    for other in others:
        if other.matrix_world.determinant() * first.matrix_world.determinant() < 0:
            other.data.flip_normals()


def _join(first: Any, others: list[Any], apart: bool) -> None:
    import bpy

    every = [first, *others]
    if any(len(node.material_slots) for node in every):
        for node in every:
            if not len(node.material_slots):
                # Else its faces would get the first material of the others, before Blender 5.
                node.data.materials.append(None)
    active = bpy.context.view_layer.objects.active
    lost = active in others
    with _StandIns(others if apart else []) as meant:
        with bpy.context.temp_override(
            active_object=first, object=first, selected_objects=every, selected_editable_objects=every
        ):
            result = bpy.ops.object.join()
        if result != {"FINISHED"}:
            raise HandlerError(f"Blender did not join to `{first.name}`", {"result": sorted(result)})
        for slot in first.material_slots:
            if slot.material in meant:
                slot.material = meant[slot.material]
    if lost:
        bpy.context.view_layer.objects.active = first
    settle()


class _StandIns:
    """Materials made for the time of a join, one for each slot: Blender makes one slot of two with one material."""

    def __init__(self, nodes: list[Any]):
        self._nodes = nodes
        self._meant: dict[Any, Any] = {}

    def __enter__(self) -> dict[Any, Any]:
        import bpy

        for node in self._nodes:
            for slot in node.material_slots:
                stand_in = bpy.data.materials.new("scenewire")
                self._meant[stand_in] = slot.material
                slot.material = stand_in
        return self._meant

    def __exit__(self, *_what: object) -> None:
        import bpy

        for stand_in in self._meant:
            bpy.data.materials.remove(stand_in)


def split_meshes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """The mesh keeps the first part, and ids of what stays in it go on."""
    results = []
    for item in items:
        node, named = ELEMENTS.named_of(item)
        made = _split(node, item, named)
        settle()
        results.append(
            {
                "original_mesh_id": node_id(node),
                "new_mesh_ids": [node_id(one) for one in made],
                "items": [read_fields(MESH_FIELDS, one, None, job) for one in (node, *made)],
            }
        )
    return {"items": results}


def _split(node: Any, item: Item, named: dict[str, list[int]]) -> list[Any]:
    if node.data.users > 1:
        raise ConflictError(
            f"{node.data.users} objects share the mesh of `{node.name}`", {"id": node.name}, ["duplicate it first"]
        )
    method = item["method"]
    if named and method != "by_selection":
        raise InvalidParamsError("faces are named with `by_selection` only", {"path": "face_ids", "got": method})
    kind, labels = _LABELS[method](node, named)
    count = max(labels, default=-1) + 1
    if count < 2:
        raise InvalidParamsError(
            f"`{node.name}` is one part by that", {"path": "method", "expected": "two parts or more", "got": count}
        )
    rest = node.data.copy()
    with Edit(node) as edit:
        _keep(edit.shape, kind, [label == 0 for label in labels], loose=True)
    _retain(rest, kind, [label > 0 for label in labels])
    parts = list(_divided(rest, kind, [label for label in labels if label > 0], 1, count))
    names = [_name(node, item, number, mesh) for number, mesh in enumerate(parts, 1)]
    made = []
    for mesh, name in zip(parts, names):
        part = node.copy()
        part.data, part.name, mesh.name = mesh, name, name
        _link_like(part, node)
        made.append(part)
    if method == "by_material":
        for one in (node, *made):
            _only_used_material(one)
    return made


def _name(node: Any, item: Item, number: int, mesh: Any) -> str:
    pattern = item.get("name_pattern", "{original}_part_{index}")
    slot = mesh.polygons[0].material_index if len(mesh.polygons) else 0
    material = node.material_slots[slot].material if slot < len(node.material_slots) else None
    words = {"original": node.name, "index": str(number), "material": material.name if material else "none"}
    for word, meant in words.items():
        pattern = pattern.replace("{" + word + "}", meant)
    return checked_name(pattern)


def _by_material(node: Any, _named: dict[str, list[int]]) -> tuple[str, list[int]]:
    slots = [face.material_index for face in node.data.polygons]
    order = {slot: number for number, slot in enumerate(sorted(set(slots)))}
    return "face", [order[slot] for slot in slots]


def _by_selection(node: Any, named: dict[str, list[int]]) -> tuple[str, list[int]]:
    faces = node.data.polygons
    chosen = set(named["face"]) if "face" in named else {face.index for face in faces if face.select}
    if not chosen or len(chosen) == len(faces):
        raise InvalidParamsError(
            f"some of the {len(faces)} faces of `{node.name}` can be split off, not {len(chosen)} of them",
            {"path": "face_ids", "expected": f"1 to {len(faces) - 1} faces", "got": len(chosen)},
        )
    return "face", [int(face.index in chosen) for face in faces]


def _by_unconnected(node: Any, _named: dict[str, list[int]]) -> tuple[str, list[int]]:
    """Each vertex by the number of its part; parts count by their first vertex."""
    above = list(range(len(node.data.vertices)))

    def top(vertex: int) -> int:
        while above[vertex] != vertex:
            above[vertex] = above[above[vertex]]
            vertex = above[vertex]
        return vertex

    for one, other in node.data.edge_keys:
        low, high = sorted((top(one), top(other)))
        above[high] = low
    parts: dict[int, int] = {}
    return "vertex", [parts.setdefault(top(vertex), len(parts)) for vertex in above]


_LABELS = {"by_material": _by_material, "by_unconnected": _by_unconnected, "by_selection": _by_selection}


def _divided(mesh: Any, kind: str, labels: list[int], low: int, high: int) -> Iterator[Any]:
    """The parts from `low` on, one mesh each. Each half is halved again, so that a thousand parts cost ten times
    one. bmesh keeps the order of what it leaves, so the labels go on."""
    if high - low == 1:
        yield mesh
        return
    middle = (low + high) // 2
    other = mesh.copy()
    _retain(mesh, kind, [label < middle for label in labels])
    _retain(other, kind, [label >= middle for label in labels])
    yield from _divided(mesh, kind, [label for label in labels if label < middle], low, middle)
    yield from _divided(other, kind, [label for label in labels if label >= middle], middle, high)


def _retain(mesh: Any, kind: str, flags: list[bool]) -> None:
    import bmesh

    shape = bmesh.new()
    try:
        shape.from_mesh(mesh)
        _keep(shape, kind, flags, loose=False)
        shape.to_mesh(mesh)
    finally:
        shape.free()


def _keep(shape: Any, kind: str, flags: list[bool], loose: bool) -> None:
    """Takes out what is not flagged; with faces, also what belongs to none, unless that stays."""
    import bmesh

    sequence, context = (shape.faces, "FACES") if kind == "face" else (shape.verts, "VERTS")
    gone = [one for one, stays in zip(sequence, flags) if not stays]
    bmesh.ops.delete(shape, geom=gone, context=context)
    if kind == "face" and not loose:
        bmesh.ops.delete(shape, geom=[edge for edge in shape.edges if not edge.link_faces], context="EDGES")
        bmesh.ops.delete(shape, geom=[vertex for vertex in shape.verts if not vertex.link_edges], context="VERTS")


def _only_used_material(node: Any) -> None:
    from array import array

    materials = [slot.material for slot in node.material_slots]
    faces = node.data.polygons
    slot = faces[0].material_index if len(faces) else 0
    for one in node.material_slots:
        one.link = "DATA"
    node.data.materials.clear()
    if slot < len(materials):
        node.data.materials.append(materials[slot])
    faces.foreach_set("material_index", array("i", bytes(4 * len(faces))))
    node.data.update()
