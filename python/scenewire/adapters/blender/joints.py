"""Joints: the bones of armatures, their rest (`skeleton.py`), their pose and how they show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.bone_settings import read_channels, read_color, write_channels, write_color
from scenewire.adapters.blender.bones import JOINTS
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.metadata import read_metadata, write_metadata
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import guard_nodes, node_id
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.blender.pose_actions import follow_rename
from scenewire.adapters.blender.rigs import find_rig
from scenewire.adapters.blender.skeleton import Joint, make_joints, remove_joints, write_rests
from scenewire.adapters.blender.transforms import read_basis, write_basis
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError


def _rename(target: Joint, name: str) -> None:
    JOINTS.id_of(target.part)
    checked_name(name, PART_BYTES)
    if name != target.part.key and name in target.rig.data.bones:
        raise ConflictError(f"`{target.rig.name}` has another joint called `{name}`", {"path": "name"})
    follow_rename(target.rig, target.part.key, name)
    target.bone.name = name
    target.part = Part(target.rig, name)


def _local(target: Joint) -> Any:
    bone = target.bone
    return bone.parent.matrix_local.inverted() @ bone.matrix_local if bone.parent else bone.matrix_local.copy()


def _orientation(target: Joint, _job: Job) -> list[float]:
    turn = _local(target).to_quaternion()
    return [turn.x, turn.y, turn.z, turn.w]


def _parent(target: Joint, _job: Job) -> str | None:
    above = target.bone.parent
    return JOINTS.id_of(Part(target.rig, above.name)) if above else None


def _children(target: Joint, _job: Job) -> list[str]:
    return [JOINTS.id_of(Part(target.rig, child.name)) for child in target.bone.children]


def _basis(part: str) -> Field:
    return Field(
        lambda target, _job: read_basis(target.pose, part), lambda target, value: write_basis(target.pose, part, value)
    )


def _rested(read: Any) -> Field:
    """A field of the rest: what writes it is `write_rests`."""
    return Field(read, lambda _target, _value: None)


def _world(target: Joint, _job: Job) -> list[float]:
    return [value for row in target.rig.matrix_world @ target.pose.matrix for value in row]


def _set_mode(target: Joint, mode: str) -> None:
    # From one order of Euler angles to another Blender keeps the numbers, and so not the turn.
    turn = read_basis(target.pose, "rotation")
    target.pose.rotation_mode = mode.upper()
    write_basis(target.pose, "rotation", turn)


def _set_visible(target: Joint, visible: bool) -> None:
    versions.bone_shown_by(target.pose).hide = not visible


def _set_locked(target: Joint, locked: bool) -> None:
    target.bone.hide_select = locked


def _set_channels(target: Joint, free: dict[str, bool]) -> None:
    write_channels(target.pose, free)


def _set_color(target: Joint, color: list[float] | None) -> None:
    write_color(target.pose, color)


def _set_compensation(target: Joint, compensates: bool) -> None:
    if compensates != (target.bone.inherit_scale != "FULL"):
        target.bone.inherit_scale = "NONE" if compensates else "FULL"


def _set_radius(target: Joint, radius: float) -> None:
    target.bone.head_radius = radius


JOINT_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: JOINTS.id_of(target.part)),
    "name": Field(lambda target, _job: target.part.key, _rename),
    "rig_id": Field(lambda target, _job: node_id(target.rig)),
    "rig_name": Field(lambda target, _job: target.rig.name),
    "parent_id": _rested(_parent),
    "child_ids": Field(_children),
    "position": _rested(lambda target, _job: list(_local(target).to_translation())),
    "orientation": _rested(_orientation),
    "length": _rested(lambda target, _job: target.bone.length),
    "pose_position": _basis("position"),
    # Before the turn, which is written in its numbers.
    "rotation_mode": Field(lambda target, _job: str(target.pose.rotation_mode).lower(), _set_mode),
    "rotation": _basis("rotation"),
    "scale": _basis("scale"),
    "matrix_world": Field(_world),
    "visible": Field(lambda target, _job: not versions.bone_shown_by(target.pose).hide, _set_visible),
    "locked": Field(lambda target, _job: bool(target.bone.hide_select), _set_locked),
    "channel_control": Field(lambda target, _job: read_channels(target.pose), _set_channels),
    "color": Field(lambda target, _job: read_color(target.pose), _set_color),
    "segment_scale_compensate": Field(lambda target, _job: target.bone.inherit_scale != "FULL", _set_compensation),
    "joint_radius": Field(lambda target, _job: target.bone.head_radius, _set_radius),
    "metadata": Field(
        lambda target, _job: read_metadata(target.pose), lambda target, given: write_metadata(target.pose, given)
    ),
    **lacks_of("joints"),
}


def _all(parent: str | None) -> Iterable[Joint]:
    return [Joint(part) for part in (JOINTS.of(find_rig(parent)) if parent else JOINTS.all())]


def _refuse(_item: Item) -> Joint:
    raise NotImplementedError("joints are made all at once")


JOINT_ENTITY = Entity(
    plural="joints",
    fields=JOINT_FIELDS,
    make=_refuse,
    make_all=make_joints,
    find=lambda reference: Joint(JOINTS.find(reference)),
    all=_all,
    remove=remove_joints,
    guard=lambda targets: guard_nodes([target.rig for target in targets]),
    settle=settle,
    write_together=write_rests,
    places=lambda targets: JOINTS.places(target.part for target in targets),
)
