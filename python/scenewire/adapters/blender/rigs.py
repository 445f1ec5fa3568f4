"""Armature objects."""

from __future__ import annotations

import functools
from typing import Any

from scenewire.adapters.blender import rest
from scenewire.adapters.blender.bones import JOINTS
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.naming import checked_name
from scenewire.adapters.blender.node_pages import NodePages
from scenewire.adapters.blender.nodes import NODE_FIELDS, all_nodes, find_typed, guard_nodes, new_node, remove_nodes
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError


def find_rig(reference: str) -> Any:
    """The armature object of an id or unique name."""
    return find_typed(reference, "armature")


def joint_ids(rig: Any) -> list[str]:
    """The ids of its joints, parents before children."""
    return [JOINTS.id_of(Part(rig, bone.name)) for bone in rig.data.bones]


def _make(item: Item) -> Any:
    import bpy

    name = checked_name(item.pop("name", None) or "Armature")
    rig = new_node(item, name, bpy.data.armatures.new(name))
    with rest.editing(rig):
        # On leaving it Blender makes the pose; by itself it would only when the rig is shown.
        pass
    return rig


def _root(rig: Any, _job: Job) -> str | None:
    root = next((bone for bone in rig.data.bones if bone.parent is None), None)
    return JOINTS.id_of(Part(rig, root.name)) if root else None


def _auto_ik(rig: Any, _job: Job) -> bool:
    return bool(rig.pose is not None and rig.pose.use_auto_ik)


def _set_auto_ik(rig: Any, enabled: bool) -> None:
    rig.pose.use_auto_ik = enabled


def _set_drawing(rig: Any, settings: Item) -> None:
    for word in settings:
        refuse_word("rigs", "draw_settings", word)
    if "x_ray_enabled" in settings:
        rig.show_in_front = settings["x_ray_enabled"]


def _remove(rigs: list[Any]) -> list[str]:
    import bpy

    for node in bpy.data.objects:
        for modifier in node.modifiers:
            if modifier.type == "ARMATURE" and modifier.object in rigs:
                raise ConflictError(
                    f"`{node.name}` is bent by `{modifier.object.name}`",
                    {"id": modifier.object.name, "skin": f"{node.name}/{modifier.name}"},
                    [f"delete the skin `{node.name}/{modifier.name}` first"],
                )
    return remove_nodes(rigs)


RIG_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "root_joint_id": Field(_root),
    "joint_ids": Field(lambda rig, _job: joint_ids(rig)),
    "auto_ik_enabled": Field(_auto_ik, _set_auto_ik),
    "draw_settings": Field(lambda rig, _job: {"x_ray_enabled": bool(rig.show_in_front)}, _set_drawing),
    **lacks_of("rigs"),
}

RIGS = Entity(
    plural="rigs",
    fields=RIG_FIELDS,
    make=_make,
    find=find_rig,
    all=functools.partial(all_nodes, "armature"),
    page=NodePages(functools.partial(all_nodes, "armature")),
    remove=_remove,
    guard=guard_nodes,
    settle=settle,
    places=IDENTITY.places,
)
