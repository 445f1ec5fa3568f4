"""Operations on nodes beyond CRUD: what Unreal does of them."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.fields import Item
from scenewire.adapters.named import Named
from scenewire.adapters.node_edits import NodeEdits
from scenewire.adapters.unreal import editor, transforms, turns
from scenewire.adapters.unreal.groups import GROUPS
from scenewire.adapters.unreal.materials import MATERIALS
from scenewire.adapters.unreal.nodes import NODES, attach, below, checked_name, children_of, parent_of
from scenewire.adapters.unreal.properties import PROPERTIES


def _move(actor: Any, item: Item) -> None:
    """Each part by itself: first to a place, then by an offset."""
    space = item.get("space", "world")
    in_world = space == "world" and parent_of(actor) is not None
    now = transforms.world(actor) if in_world else transforms.local(actor)
    now.update({part: [float(n) for n in item[part]] for part in ("position", "rotation", "scale") if part in item})
    turn = turns.unit(now["rotation"])
    if "position_offset" in item:
        offset = list(item["position_offset"])
        offset = turns.turned(turn, offset) if space == "local" else offset
        now["position"] = [a + b for a, b in zip(now["position"], offset)]
    if "rotation_offset" in item:
        by = turns.unit(list(item["rotation_offset"]))
        now["rotation"] = turns.times(by, turn) if space == "local" else turns.times(turn, by)
    if "scale_offset" in item:
        now["scale"] = [a * b for a, b in zip(now["scale"], item["scale_offset"])]
    (transforms.put_world if in_world else transforms.put_local)(actor, now)


def _copy(actor: Any, item: Item) -> Any:
    """A copy, in the same layers; what is attached is copied along unless it shall not be."""
    made = _duplicate(actor)
    if item.get("name"):
        made.set_actor_label(checked_name(item["name"]))
    if item.get("duplicate_children", True):
        _copy_below(actor, made)
    return made


def _copy_below(actor: Any, made: Any) -> None:
    import unreal

    for child in children_of(actor):
        if child != made:
            copy = _duplicate(child)
            attach(copy, made, unreal.AttachmentRule.KEEP_RELATIVE)
            _copy_below(child, copy)


def _duplicate(actor: Any) -> Any:
    chosen = list(editor.actors().get_selected_level_actors())
    made = editor.actors().duplicate_actor(actor)
    editor.actors().set_selected_level_actors(chosen)
    return made


EDITS = NodeEdits(
    NODES,
    PROPERTIES,
    children=children_of,
    below=below,
    move=_move,
    copy=_copy,
)

NAMED = Named({"node": NODES, "group": GROUPS, "material": MATERIALS})
