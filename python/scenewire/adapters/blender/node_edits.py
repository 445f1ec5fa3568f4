"""Operations on nodes beyond CRUD: what Blender does of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scenewire.adapters.blender.blocks import guard_of
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.groups import GROUPS
from scenewire.adapters.blender.materials import MATERIALS
from scenewire.adapters.blender.naming import rename
from scenewire.adapters.blender.nodes import NODES, node_id
from scenewire.adapters.blender.properties import PROPERTIES
from scenewire.adapters.blender.textures import TEXTURES
from scenewire.adapters.blender.transforms import write_part
from scenewire.adapters.fields import Item
from scenewire.adapters.named import Named
from scenewire.adapters.node_edits import NodeEdits


def _move(node: Any, item: Item) -> None:
    """Each part by itself: first to a place, then by an offset."""
    from mathutils import Matrix, Quaternion, Vector

    settle()
    space = item.get("space", "world")
    # What the numbers count from: the world, or the parent.
    base = Matrix.Identity(4)
    if space != "world" or node.parent is None:
        frame = node.parent.matrix_world.inverted_safe() @ node.matrix_world if node.parent else node.matrix_world
    else:
        frame = node.matrix_world
        base = node.parent.matrix_world
    place, turn, size = frame.decompose()
    if "position" in item:
        place = Vector(item["position"])
    if "rotation" in item:
        turn = _quaternion(item["rotation"])
    if "scale" in item:
        size = Vector(item["scale"])
    if "position_offset" in item:
        offset = Vector(item["position_offset"])
        place = place + (turn @ offset if space == "local" else offset)
    if "rotation_offset" in item:
        by: Quaternion = _quaternion(item["rotation_offset"])
        turn = turn @ by if space == "local" else by @ turn
    if "scale_offset" in item:
        size = Vector(a * b for a, b in zip(size, item["scale_offset"]))
    local = base.inverted_safe() @ Matrix.LocRotScale(place, turn, size)
    place, turn, size = local.decompose()
    named = {name.partition("_")[0] for name in item}
    parts = {"position": list(place), "rotation": [turn.x, turn.y, turn.z, turn.w], "scale": list(size)}
    for part, value in parts.items():
        # A parent that is turned or scaled makes one part depend on the others.
        if part in named or (node.parent is not None and space == "world"):
            write_part(node, part, value)


def _quaternion(value: list[float]) -> Any:
    from mathutils import Quaternion

    x, y, z, w = value
    return Quaternion((w, x, y, z)).normalized()


def _copy(node: Any, item: Item) -> Any:
    """Modifiers, constraints and custom properties go along, as do the groups that the original is in."""
    own_data = item.get("duplicate_dependencies", False)
    chosen = [node, *node.children_recursive] if item.get("duplicate_children", True) else [node]
    made: dict[str, Any] = {}
    for original in chosen:
        copy = original.copy()
        if own_data and copy.data is not None:
            copy.data = copy.data.copy()
        for collection in original.users_collection:
            collection.objects.link(copy)
        made[node_id(original)] = copy
    for original in chosen[1:]:
        copy = made[node_id(original)]
        inverse = original.matrix_parent_inverse.copy()
        copy.parent = made[node_id(original.parent)]
        copy.matrix_parent_inverse = inverse
    copies = list(made.values())
    if item.get("name"):
        rename(copies[0], item["name"])
    return copies[0]


EDITS = NodeEdits(
    NODES,
    PROPERTIES,
    children=lambda node: node.children,
    below=lambda node: node.children_recursive,
    move=_move,
    copy=_copy,
)

#: The name of an object is its own, though its data may be linked.
NAMED = Named(
    {
        "node": replace(NODES, guard=guard_of("node")),
        "group": GROUPS,
        "material": MATERIALS,
        "texture": TEXTURES,
    }
)
