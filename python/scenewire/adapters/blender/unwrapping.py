"""UV unwrapping and materials on faces. Blender's unwrapping is an operator of Edit Mode: it is entered and left again
inside the call, with the artist's selection put back as it was, so that nobody sees it."""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Callable, Iterator
from typing import Any

from scenewire.adapters.blender.components import ELEMENTS, mesh_node
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.faces import slot_of
from scenewire.adapters.blender.materials import find_material
from scenewire.adapters.blender.meshes import MESH_FIELDS
from scenewire.adapters.blender.nodes import guard_nodes, node_id
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.blender.uv_maps import UV_PARTS, make_uv_map
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.errors import HandlerError, InvalidParamsError, NotSupportedError


def unwrap_uvs(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Lays faces out."""
    results = []
    for item in items:
        node = mesh_node(item["mesh_id"])
        guard_nodes([node])
        layer = _layer(node, item.get("channel", 0))
        _unwrap(node, layer, item)
        results.append({"mesh_id": node_id(node), "uv_map_id": UV_PARTS.id_of(Part(node, layer))})
    return {"items": results}


def _layer(node: Any, channel: int) -> str:
    """The name of the UV map, which becomes the active one; the next one is made."""
    layers = node.data.uv_layers
    if not len(node.data.polygons):
        raise InvalidParamsError(f"`{node.name}` has no faces", {"path": "mesh_id"})
    if channel > len(layers):
        raise InvalidParamsError(
            f"`{node.name}` has {len(layers)} UV maps",
            {"path": "channel", "expected": f"0 to {len(layers)}", "got": channel},
        )
    if channel == len(layers):
        make_uv_map(node, "UVMap")
    layers.active_index = channel
    return str(layers[channel].name)


def _chosen(node: Any, item: Item) -> array[int]:
    flags = array("b", [1]) * len(node.data.polygons)
    if item.get("face_ids") is not None:
        flags = array("b", bytes(len(flags)))
        for face in ELEMENTS.numbers_in(node, "face", item["face_ids"], "face_ids"):
            flags[face] = 1
    return flags


def _unwrap(node: Any, layer: str, item: Item) -> None:
    import bpy

    margin, fitted = item.get("margin", 0.01), item.get("normalize_uvs", True)
    operator = bpy.ops.uv
    work: dict[str, Callable[[], set[str]]] = {
        "angle": lambda: operator.unwrap(method="ANGLE_BASED", margin=margin),
        "conformal": lambda: operator.unwrap(method="CONFORMAL", margin=margin),
        "smart": lambda: operator.smart_project(island_margin=margin),
        # Without a size Blender takes that of the mesh, which would fit it after all.
        "box": lambda: operator.cube_project(scale_to_bounds=fitted, **({} if fitted else {"cube_size": 1.0})),
        "cylinder": lambda: operator.cylinder_project(scale_to_bounds=fitted, direction="ALIGN_TO_OBJECT"),
        "sphere": lambda: operator.sphere_project(scale_to_bounds=fitted, direction="ALIGN_TO_OBJECT"),
    }
    asked = str(item.get("method", "angle"))
    method = {"abf": "angle", "lscm": "conformal"}.get(asked, asked)
    packs = _packs(item, projected=method in ("box", "cylinder", "sphere"))
    with _edit_mode(node, _chosen(node, item)):
        _finished(node, work[method])
        if packs:
            # Every corner of the faces that are meant, whatever the artist has selected in his UV editor.
            _finished(node, lambda: operator.select_all(action="SELECT"))
            _finished(node, lambda: operator.pack_islands(margin=margin))


def _packs(item: Item, projected: bool) -> bool:
    """Whether islands are to be laid out side by side after the work; what cuts along seams has done so itself."""
    asked = item.get("pack_islands")
    if not projected and (asked is False or item.get("normalize_uvs") is False):
        name = "pack_islands" if asked is False else "normalize_uvs"
        raise NotSupportedError(
            "Blender packs what it unwraps along seams or by directions into the unit square, always",
            {"path": name, "got": False},
            ["method box, cylinder or sphere"],
        )
    return projected and asked is True


def _finished(node: Any, work: Callable[[], set[str]]) -> None:
    try:
        result = work()
    except RuntimeError as error:
        raise HandlerError(f"Blender did not unwrap `{node.name}`: {error}", {"mesh": node.name}) from error
    if result != {"FINISHED"}:
        raise HandlerError(f"Blender did not unwrap `{node.name}`", {"result": sorted(result)})


@contextlib.contextmanager
def _edit_mode(node: Any, faces: array[int]) -> Iterator[None]:
    """Edit Mode on one object with these faces selected; afterwards mode, selection and active object are as before."""
    import bpy

    layer = bpy.context.view_layer
    selected, active = [one for one in layer.objects if one.select_get()], layer.objects.active
    mesh = node.data
    before = {kind: _flags(getattr(mesh, kind)) for kind in ("vertices", "edges", "polygons")}
    hidden = node.hide_get(), node.hide_viewport, node.hide_select
    try:
        node.hide_viewport = node.hide_select = False
        node.hide_set(False)
        for one in selected:
            one.select_set(False)
        node.select_set(True)
        layer.objects.active = node
        _select_faces(mesh, faces)
        bpy.ops.object.mode_set(mode="EDIT")
        yield
    finally:
        if bpy.context.mode != "OBJECT":
            bpy.ops.object.mode_set(mode="OBJECT")
        for kind, flags in before.items():
            getattr(mesh, kind).foreach_set("select", flags)
        node.select_set(False)
        for one in selected:
            one.select_set(True)
        layer.objects.active = active
        node.hide_set(hidden[0])
        node.hide_viewport, node.hide_select = hidden[1:]
        settle()


def _flags(collection: Any) -> array[int]:
    flags = array("b", bytes(len(collection)))
    collection.foreach_get("select", flags)
    return flags


def _select_faces(mesh: Any, faces: array[int]) -> None:
    vertices, edges = array("b", bytes(len(mesh.vertices))), array("b", bytes(len(mesh.edges)))
    keys = {key: index for index, key in enumerate(mesh.edge_keys)}
    for face, chosen in zip(mesh.polygons, faces):
        if chosen:
            for vertex in face.vertices:
                vertices[vertex] = 1
            for key in face.edge_keys:
                edges[keys[key]] = 1
    mesh.vertices.foreach_set("select", vertices)
    mesh.edges.foreach_set("select", edges)
    mesh.polygons.foreach_set("select", faces)


def assign_materials(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives faces a material; a slot is made when the mesh has none with it."""
    nodes = [mesh_node(item["mesh_id"]) for item in items]
    guard_nodes(nodes)
    for node, item in zip(nodes, items):
        material = find_material(item["material_id"]) if item["material_id"] else None
        chosen = _chosen(node, item)
        if material is not None and all(chosen) and not len(node.material_slots):
            # No face is left that would need a slot without a material.
            node.data.materials.append(material)
        slot = slot_of(node, material)
        numbers = array("i", bytes(4 * len(chosen)))
        node.data.polygons.foreach_get("material_index", numbers)
        for index, wanted in enumerate(chosen):
            if wanted:
                numbers[index] = slot
        node.data.polygons.foreach_set("material_index", numbers)
        node.data.update()
    settle()
    return {"items": [read_fields(MESH_FIELDS, node, None, job) for node in nodes]}
