"""Operations on nodes beyond CRUD: what Maya does of them."""

from __future__ import annotations

from scenewire.adapters.fields import Item
from scenewire.adapters.maya import matrices, rotations
from scenewire.adapters.maya.groups import GROUPS, groups_of, members, set_members
from scenewire.adapters.maya.handles import Handle, handle, handles
from scenewire.adapters.maya.materials import MATERIALS
from scenewire.adapters.maya.naming import checked_name
from scenewire.adapters.maya.nodes import NODES, below, children_of, parent_of
from scenewire.adapters.maya.properties import PROPERTIES
from scenewire.adapters.maya.textures import TEXTURES
from scenewire.adapters.maya.transforms import put_world, read_part, world, write_part
from scenewire.adapters.named import Named
from scenewire.adapters.node_edits import NodeEdits

_PARTS = ("position", "rotation", "scale")


def _move(node: Handle, item: Item) -> None:
    """Each part by itself: first to a place, then by an offset."""
    path = node.path
    space = item.get("space", "world")
    in_world = space == "world" and parent_of(path) is not None
    now = matrices.parts(world(path)) if in_world else {part: read_part(path, part) for part in _PARTS}
    before = {part: list(value) for part, value in now.items()}
    now.update({part: [float(number) for number in item[part]] for part in _PARTS if part in item})
    turn = rotations.unit(now["rotation"])
    if "position_offset" in item:
        offset = list(item["position_offset"])
        if space == "local":
            offset = [sum(row[at] * offset[at] for at in range(3)) for row in rotations.rows_of(turn)]
        now["position"] = [a + b for a, b in zip(now["position"], offset)]
    if "rotation_offset" in item:
        by = rotations.unit(list(item["rotation_offset"]))
        now["rotation"] = rotations.times(by, turn) if space == "local" else rotations.times(turn, by)
    if "scale_offset" in item:
        now["scale"] = [a * b for a, b in zip(now["scale"], item["scale_offset"])]
    if in_world:
        put_world(path, matrices.composed(now["position"], now["rotation"], now["scale"]))
        return
    for part in _PARTS:
        if now[part] != before[part]:
            write_part(path, part, now[part])


def _copy(node: Handle, item: Item) -> Handle:
    """The groups that the original is in have the copy too."""
    from maya import cmds

    named = {"name": checked_name(item["name"])} if item.get("name") else {}
    copy = handle(str(cmds.duplicate(node.path, returnRootsOnly=True, **named)[0]))
    if not item.get("duplicate_children", True):
        doomed = children_of(copy.path)
        if doomed:
            cmds.delete(doomed)
    for group in groups_of(node):
        set_members(group, [*members(group), *(one for one in [copy] if one not in members(group))])
    return copy


EDITS = NodeEdits(
    NODES,
    PROPERTIES,
    children=lambda node: handles(children_of(node.path)),
    below=lambda node: handles(below(node.path)[1:]),
    move=_move,
    copy=_copy,
)

NAMED = Named({"node": NODES, "group": GROUPS, "material": MATERIALS, "texture": TEXTURES})
