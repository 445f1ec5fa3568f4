"""What Blender computes of whole meshes by its modifiers, made the mesh itself."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import mesh_versions
from scenewire.adapters.blender.components import ELEMENTS, mesh_node
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, remove_nodes
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.mesh_elements import KINDS
from scenewire.errors import ConflictError, InvalidParamsError


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
        # Nothing of the mesh is what it was before.
        results.append(ELEMENTS.changed(node, {kind: range(ELEMENTS.count(node, kind)) for kind in KINDS}))
    return {"items": results}


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
        mesh_versions.replace_mesh(node.data, baked)
    finally:
        bpy.data.meshes.remove(baked)
    settle()
