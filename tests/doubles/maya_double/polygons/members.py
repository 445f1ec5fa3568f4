"""Which faces lie in which shading group, after an edit: faces that are still there stay in theirs, and new ones come
into that of a face beside them. Maya has that in its history (`groupParts`), by the faces that they were made from.
"""

from __future__ import annotations

from maya_double import names, sets
from maya_double.components import Component, Item
from maya_double.nodes import Node
from maya_double.scene import scene

from .data import MeshData, around

Places = frozenset[tuple[float, ...]]


def follow(shape: Node, before: MeshData, after: MeshData) -> None:
    """Lists the faces of each group anew, where single faces were listed."""
    held = {group: chosen for group in sets.holding(shape) if (chosen := listed(group, shape)) is not None}
    if not held or before.faces == after.faces:
        return
    owner = {places(before, face): group for group, chosen in held.items() for face in chosen.numbers()}
    groups = [owner.get(places(after, face)) for face in range(len(after.faces))]
    beside = {
        edge: group for face, group in enumerate(groups) if group is not None for edge in around(after.faces[face])
    }
    path = names.path(shape)
    for group, chosen in held.items():
        sets.take(group, Item(path, None, chosen))
    initial = scene.called("initialShadingGroup")
    fresh: dict[Node, list[tuple[int]]] = {}
    for face, group in enumerate(groups):
        near = next((beside[edge] for edge in around(after.faces[face]) if edge in beside), initial)
        fresh.setdefault(group or near, []).append((face,))
    for group, faces in fresh.items():
        sets.add(group, Item(path, None, Component("f", tuple(faces))))


def listed(group: Node, shape: Node) -> Component | None:
    """The faces of a shape that are members of a shading group by themselves."""
    if group.kind != "shadingEngine":
        return None
    found = (one.component for one in sets.members(group) if one.node is shape)
    return next((one for one in found if one is not None and one.kind == "f"), None)


def places(mesh: MeshData, face: int) -> Places:
    """By what a face is known: where its corners are."""
    return frozenset(mesh.points[vertex] for vertex in mesh.faces[face])
