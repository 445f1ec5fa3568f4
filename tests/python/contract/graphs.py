"""A material's graph, as Blender itself has it."""

from __future__ import annotations

from typing import Any

#: A graph as Blender has it: nodes by name and type, links by names and identifiers.
TREE = """
import bpy
t = {tree}
{{"nodes": {{n.name: n.bl_idname for n in t.nodes}},
  "links": sorted([l.from_node.name, l.from_socket.identifier, l.to_node.name, l.to_socket.identifier, l.is_valid]
                  for l in t.links)}}
"""
MATERIAL = "bpy.data.materials['Paint'].node_tree"
BSDF = "Principled BSDF"


def tree(call: Any, expression: str = MATERIAL) -> Any:
    """What Blender itself says of a graph."""
    return call.python(TREE.format(tree=expression))


def value(call: Any, expression: str) -> Any:
    """A value in the graph of the material."""
    return call.python(f"import bpy; t = {MATERIAL}; {expression}")
