"""Spline IK: the constraint of that name on the last bone."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import bone_constraints as on_bones
from scenewire.adapters.blender.bone_constraints import BoneConstraints, OnBone
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.nodes import find_typed, node_id
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item

SPLINES = BoneConstraints("spline_ik", ("SPLINE_IK",))


def _make(item: Item) -> OnBone:
    end = on_bones.made_on(item, "end_joint_id")
    target = SPLINES.make(end.owner, end.key, item.pop("name", None) or "Spline IK", "SPLINE_IK")
    if "start_joint_id" not in item:
        # A new one of Blender bends one bone only, and takes no number for all.
        target.it.chain_count = len(target.pose.parent_recursive) + 1
    return target


def _curve(target: OnBone, _job: Job) -> Any:
    return node_id(target.it.target) if target.it.target else ABSENT


def _set_curve(target: OnBone, reference: str) -> None:
    target.it.target = find_typed(reference, "curve")


def _set_stretch(target: OnBone, enabled: bool) -> None:
    if enabled != (target.it.y_scale_mode != "NONE"):
        target.it.y_scale_mode = "FIT_CURVE" if enabled else "NONE"


def _set_axis(_target: OnBone, word: str) -> None:
    refuse_word("spline_iks", "forward_axis", word)


SPLINE_IK_FIELDS: dict[str, Field] = {
    **SPLINES.common(),
    "end_joint_id": on_bones.bone_field(),
    "start_joint_id": on_bones.start_field("start_joint_id"),
    "count": on_bones.COUNT,
    "curve_id": Field(_curve, _set_curve),
    "stretch_enabled": Field(lambda target, _job: target.it.y_scale_mode != "NONE", _set_stretch),
    "forward_axis": Field(lambda _target, _job: "y", _set_axis),
    "enabled": on_bones.ENABLED,
    **lacks_of("spline_iks"),
}

SPLINE_IKS = SPLINES.entity("spline_iks", SPLINE_IK_FIELDS, _make)
