"""Deleting components of polygons."""

from __future__ import annotations

from maya_double import shapes
from maya_double.components import Item
from maya_double.polygons import edits, members

from . import arguments


def delete_components(found: list[Item]) -> None:
    """What `delete` does to faces, edges and vertices."""
    for kind, node_type in (("f", "deleteComponent"), ("e", "polyDelEdge"), ("vtx", "polyDelVertex")):
        chosen = [item for item in found if item.component is not None and item.component.kind == kind]
        for shape, numbers in arguments.mesh_components(chosen, kind).items():
            before = shapes.mesh(shape)
            edits.apply(shape, node_type, {}, kind, numbers)
            members.follow(shape, before, shapes.mesh(shape))
