"""Mesh objects. Their arrays are read only when they are named, and travel as attachments."""

from __future__ import annotations

import functools
from array import array
from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import mesh_arrays as arrays
from scenewire.adapters.blender import mesh_versions
from scenewire.adapters.blender.components import topology
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.materials import find_material, material_id
from scenewire.adapters.blender.node_pages import NodePages
from scenewire.adapters.blender.nodes import NODE_FIELDS, all_nodes, find_typed, guard_nodes, new_node, remove_nodes
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import ConflictError, NotSupportedError

_LAYERS: dict[str, Callable[[Any, memoryview], None]] = {
    "normals": arrays.set_normals,
    "uvs": arrays.set_uvs,
    "colors": arrays.set_colors,
}
_ARRAYS = ("vertices", "indices", "face_sizes", *_LAYERS)


def _make(item: Item) -> Any:
    import bpy

    name = item.pop("name", None) or "Mesh"
    mesh = bpy.data.meshes.new(name)
    arrays.build(mesh, item.pop("vertices"), item.pop("indices", None), item.pop("face_sizes", None))
    return new_node(item, name, mesh)


def _write_arrays(node: Any, patch: Item) -> Item:
    """The geometry first, as one, then what lies on it."""
    mesh = node.data
    given = {name: patch[name] for name in _ARRAYS if patch.get(name) is not None}
    if given:
        _refuse_while_edited(node)
        _write_geometry(mesh, given)
        for name, write in _LAYERS.items():
            if name in given:
                write(mesh, given[name])
        mesh.update()
    return {name: value for name, value in patch.items() if name not in _ARRAYS}


def _set_face_materials(node: Any, slots: Any) -> None:
    _refuse_while_edited(node)
    arrays.set_face_materials(node.data, slots)
    node.data.update()


def _face_materials(node: Any, job: Job) -> Any:
    values = arrays.read_face_materials(mesh_of(node))
    return job.attach(values, "i4", (len(values),))


def _smooth(node: Any, _job: Job) -> Any:
    mesh = mesh_of(node)
    smooth = mesh_versions.count_smooth(mesh)
    return bool(smooth) if smooth in (0, len(mesh.polygons)) else ABSENT


def _set_smooth(node: Any, smooth: bool) -> None:
    """Only the faces: edges that the artist marked sharp stay sharp."""
    _refuse_while_edited(node)
    mesh = node.data
    mesh.polygons.foreach_set("use_smooth", array("b", [smooth]) * len(mesh.polygons))
    mesh.update()


def _write_geometry(mesh: Any, given: Item) -> None:
    if "indices" in given or "face_sizes" in given:
        if mesh.shape_keys is not None:
            raise NotSupportedError(f"`{mesh.name}` has shape keys: new faces would break them", {"path": "indices"})
        vertices = given["vertices"] if "vertices" in given else memoryview(arrays.read_positions(mesh))
        indices = given["indices"] if "indices" in given else memoryview(arrays.read_indices(mesh))
        mesh.clear_geometry()
        arrays.build(mesh, vertices, indices, given.get("face_sizes"))
    elif "vertices" in given:
        arrays.set_positions(mesh, given["vertices"])


def _refuse_while_edited(node: Any) -> None:
    if node.data.is_editmode:
        raise ConflictError(
            f"the artist is editing `{node.name}`", {"name": node.name}, ["ask the artist to leave Edit Mode"]
        )


def mesh_of(node: Any) -> Any:
    """The mesh as it is now, edits of a running Edit Mode included; the artist's mode stays."""
    if node.data.is_editmode:
        node.update_from_editmode()
    return node.data


def _array(read: Callable[[Any], array[Any] | None], dtype: str, width: int) -> Field:
    """A heavy field; its writing is a matter of `_write_arrays`."""

    def attach(node: Any, job: Job) -> Any:
        values = read(mesh_of(node))
        if values is None:
            return ABSENT
        count = len(values) // width
        return job.attach(values, dtype, (count, width) if width > 1 else (count,))

    return Field(attach, heavy=True)


def _count(collection: str) -> Field:
    return Field(lambda node, _job: len(getattr(mesh_of(node), collection)))


def _material_ids(node: Any, _job: Job) -> list[str]:
    return [material_id(slot.material) for slot in node.material_slots if slot.material]


def _set_material_ids(node: Any, references: list[str]) -> None:
    materials = [find_material(reference) for reference in references]
    slots = node.data.materials
    while len(slots) > len(materials):
        slots.pop()
    for index, material in enumerate(materials):
        if index < len(slots):
            _put(node, index, material)
        else:
            slots.append(material)


def _material_id(node: Any, _job: Job) -> str | None:
    return next(iter(_material_ids(node, _job)), None)


def set_material_id(node: Any, reference: str | None) -> None:
    """The first slot's material; null empties the slot."""
    material = find_material(reference) if reference else None
    if not len(node.data.materials):
        if material is not None:
            node.data.materials.append(material)
        return
    _put(node, 0, material)


def _put(node: Any, index: int, material: Any) -> None:
    """Into the slot, wherever the artist has linked it: to the object or to the mesh."""
    slot = node.material_slots[index] if index < len(node.material_slots) else None
    if slot is not None and slot.link == "OBJECT":
        slot.material = material
    else:
        node.data.materials[index] = material


MESH_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "vertices": _array(arrays.read_positions, "f4", 3),
    "indices": _array(arrays.read_indices, "i4", 1),
    "face_sizes": _array(arrays.read_face_sizes, "i4", 1),
    "normals": _array(arrays.read_normals, "f4", 3),
    "uvs": _array(arrays.read_uvs, "f4", 2),
    "colors": _array(arrays.read_colors, "f4", 4),
    "material_ids": Field(_material_ids, _set_material_ids),
    "material_id": Field(_material_id, set_material_id),
    "face_materials": Field(_face_materials, _set_face_materials, heavy=True),
    "smooth": Field(_smooth, _set_smooth),
    "tangents": _array(arrays.read_tangents, "f4", 4),
    "revision": Field(lambda node, _job: topology(node)),
    "vertex_count": _count("vertices"),
    "edge_count": _count("edges"),
    "face_count": _count("polygons"),
}

MESHES = Entity(
    plural="meshes",
    fields=MESH_FIELDS,
    make=_make,
    find=lambda reference: find_typed(reference, "mesh"),
    all=functools.partial(all_nodes, "mesh"),
    page=NodePages(functools.partial(all_nodes, "mesh")),
    remove=remove_nodes,
    guard=guard_nodes,
    settle=settle,
    places=IDENTITY.places,
    write_group=_write_arrays,
)
