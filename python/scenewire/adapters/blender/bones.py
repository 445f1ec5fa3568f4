"""Bones as what constraints are on and aim at. The rig domain's joints stand on the same ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.nodes import find_node, node_id
from scenewire.adapters.blender.parts import Part, Parts, Target
from scenewire.errors import NotFoundError


def armatures() -> Iterable[Any]:
    """The armature objects of the scene."""
    import bpy

    return [node for node in bpy.context.scene.objects if node.type == "ARMATURE"]


def _bones(node: Any) -> list[str]:
    return [bone.name for bone in node.data.bones] if node.type == "ARMATURE" else []


#: Ids of bones, by the armature object and the bone's name.
JOINTS = Parts("joint", _bones, armatures)


class BoneTarget(Target):
    """A bone, or what has its name on one: a key is the bone, or the bone, a line break and the name."""

    @property
    def rig(self) -> Any:
        """The armature object."""
        return self.node

    @property
    def bone_name(self) -> str:
        """The name of the bone."""
        return self.part.key.partition("\n")[0]

    @property
    def pose(self) -> Any:
        """The bone in the pose. Blender makes all bones anew when one is edited: none is kept."""
        return self.rig.pose.bones[self.bone_name]


def find_place(reference: str) -> Part:
    """The object, or the bone, of an id or unique name; the key of an object by itself is empty."""
    if JOINTS.is_id(reference):
        return JOINTS.find(reference)
    try:
        return Part(find_node(reference), "")
    except NotFoundError as missing:
        try:
            return JOINTS.find(reference)
        except NotFoundError:
            raise missing from None


def place_id(node: Any, bone: str) -> str:
    """The id of an object, or of one of its bones."""
    return JOINTS.id_of(Part(node, bone)) if bone else node_id(node)
