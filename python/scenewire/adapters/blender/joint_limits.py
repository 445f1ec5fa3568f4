"""Limits of joints: the Limit Rotation, Location and Scale constraints of a bone, in its local space. What limits its
rotation stands in the bone's IK settings too, as IK takes no notice of constraints."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.blender import bone_constraints as on_bones
from scenewire.adapters.blender.bone_constraints import BoneConstraints, OnBone
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError

_TYPES = ("LIMIT_ROTATION", "LIMIT_LOCATION", "LIMIT_SCALE")
LIMITS = BoneConstraints("joint_limits", _TYPES, one_each=True)


def _make(item: Item) -> OnBone:
    joint = on_bones.made_on(item, "joint_id")
    there = next((one for one in joint.owner.pose.bones[joint.key].constraints if one.type in _TYPES), None)
    if there is not None:
        raise ConflictError(
            f"`{joint.key}` has limits already, `{there.name}`",
            {"path": "joint_id", "name": there.name},
            ["update_joint_limits"],
        )
    target = LIMITS.make(joint.owner, joint.key, item.pop("name", None) or "Limits", "LIMIT_ROTATION")
    target.it.owner_space = "LOCAL"
    return target


def _all_of(target: OnBone) -> list[Any]:
    return [one for one in target.pose.constraints if one.type in _TYPES]


def _remove(targets: list[OnBone]) -> list[str]:
    ids = [LIMITS.id_of(target) for target in targets]
    for target in targets:
        _limit_ik(target.pose, {})
        for one in _all_of(target):
            target.pose.constraints.remove(one)
    return ids


def _one(target: OnBone, kind: str) -> Any:
    return next((one for one in target.pose.constraints if one.type == kind), None)


def _uses(one: Any, axis: str) -> tuple[str, ...]:
    """The names of the switches of an axis: rotation has one, the others have one for each end."""
    return (f"use_limit_{axis}",) if one.type == "LIMIT_ROTATION" else (f"use_min_{axis}", f"use_max_{axis}")


def _limits(kind: str) -> Field:
    def read(target: OnBone, _job: Job) -> Item:
        one = _one(target, kind)
        return {
            axis: [getattr(one, f"min_{axis}"), getattr(one, f"max_{axis}")]
            for axis in "xyz"
            if one is not None and all(getattr(one, switch) for switch in _uses(one, axis))
        }

    def write(target: OnBone, limits: Item) -> None:
        one = _one(target, kind)
        if one is None:
            if not limits:
                return
            muted = target.it.mute
            one = target.pose.constraints.new(kind)
            one.owner_space, one.mute = "LOCAL", muted
        for axis in "xyz":
            for switch in _uses(one, axis):
                setattr(one, switch, axis in limits)
            least, most = limits.get(axis, (0.0, 0.0))
            setattr(one, f"max_{axis}", most)
            setattr(one, f"min_{axis}", least)
        if kind == "LIMIT_ROTATION":
            _limit_ik(target.pose, limits)

    return Field(read, write)


def _limit_ik(pose: Any, limits: Item) -> None:
    """Blender's IK keeps its least angles at or below zero and its greatest at or above."""
    for axis in "xyz":
        least, most = limits.get(axis, (-math.pi, math.pi))
        setattr(pose, f"use_ik_limit_{axis}", axis in limits)
        setattr(pose, f"ik_min_{axis}", max(min(least, 0.0), -math.pi))
        setattr(pose, f"ik_max_{axis}", min(max(most, 0.0), math.pi))


def _set_enabled(target: OnBone, enabled: bool) -> None:
    for one in _all_of(target):
        one.mute = not enabled


JOINT_LIMIT_FIELDS: dict[str, Field] = {
    **LIMITS.common(),
    "joint_id": on_bones.bone_field(),
    "rotation_limits": _limits("LIMIT_ROTATION"),
    "translation_limits": _limits("LIMIT_LOCATION"),
    "scale_limits": _limits("LIMIT_SCALE"),
    "enabled": Field(lambda target, _job: not any(one.mute for one in _all_of(target)), _set_enabled),
    **lacks_of("joint_limits"),
}

JOINT_LIMITS = LIMITS.entity("joint_limits", JOINT_LIMIT_FIELDS, _make, _remove)
