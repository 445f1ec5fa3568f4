"""Files are named where the catalogue takes a path, which keys and the owner's folders guard, and nowhere else."""

from __future__ import annotations

from typing import Any

OUTSIDE = "/etc/passwd"


def test_a_property_that_is_a_path_is_not_written(call: Any) -> None:
    (node,) = call("create_primitives", items=[{"kind": "cube", "name": "Box"}])["ids"]
    call("create_materials", items=[{"name": "Paint"}])
    added = [{"graph_id": "Paint", "type": "ShaderNodeTexIES", "name": "Rays"}]
    call("add_graph_nodes", items=added)
    call("add_modifiers", items=[{"id": node, "type": "MESH_CACHE", "name": "Cache"}])
    for operation, item in [
        ("set_node_properties", {"graph_id": "Paint", "node": "Rays", "properties": {"filepath": OUTSIDE}}),
        ("add_graph_nodes", {"graph_id": "Paint", "type": "ShaderNodeScript", "properties": {"filepath": OUTSIDE}}),
        ("add_modifiers", {"id": node, "type": "MESH_CACHE", "settings": {"filepath": OUTSIDE}}),
        ("set_property", {"id": node, "property_path": 'modifiers["Cache"].filepath', "value": OUTSIDE}),
    ]:
        error = call.fails("not_supported", operation, items=[item])
        assert "file" in str(error), operation
    paths = """
import bpy
nodes = bpy.data.materials["Paint"].node_tree.nodes
[n.filepath for n in nodes if hasattr(n, "filepath")] + [m.filepath for m in bpy.data.objects["Box"].modifiers]
"""
    assert call.python(paths) == ["", ""]
