"""Limits of joints: those of their transform, each end of each axis with a switch of its own. An axis is limited here
when both of its ends are. Source: `transformLimits` in Autodesk's reference.
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.handles import Handle, Kind, guard, handles, places, settle
from scenewire.adapters.maya.joints import find_joint
from scenewire.adapters.maya.lacks import TABLE, lacks_of
from scenewire.adapters.maya.nodes import is_joint
from scenewire.adapters.maya.rigs import JOINT, find_rig, joints_of
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError

#: Field -> the flags of `transformLimits` without the axis, and what one of ours is there.
_KINDS = {
    "rotation_limits": ("rotation", "enableRotation", 180 / math.pi),
    "translation_limits": ("translation", "enableTranslation", 1.0),
    "scale_limits": ("scale", "enableScale", 1.0),
}


def _switches(path: str, field: str) -> dict[str, list[bool]]:
    """Whether the least and the greatest of each axis hold."""
    from maya import cmds

    _, switch, _ = _KINDS[field]
    return {
        axis: [bool(one) for one in cmds.transformLimits(path, query=True, **{f"{switch}{axis.upper()}": True})]
        for axis in "xyz"
    }


def _holds(path: str) -> bool:
    return is_joint(path) and any(on for field in _KINDS for ends in _switches(path, field).values() for on in ends)


def _paths() -> list[str]:
    return [path for path in JOINT.paths() if _holds(path)]


LIMITS = Kind("joint_limit", _paths, _holds)


def _make(item: Item) -> Handle:
    joint = find_joint(item.pop("joint_id"))
    guard([joint])
    if _holds(joint.path):
        raise ConflictError(
            f"`{joint.name}` has limits already",
            {"path": "joint_id", "id": LIMITS.id(joint)},
            ["update_joint_limits"],
        )
    return joint


def _refuse_none(joints: list[Handle]) -> None:
    """Limits that limit no axis are none."""
    for joint in joints:
        if not _holds(joint.path):
            raise InvalidParamsError(
                f"no axis of `{joint.name}` would be limited, and limits of Maya are there with the first that is",
                {"path": "rotation_limits", "expected": "[least, greatest] of an axis, or other limits"},
                ["delete_joint_limits frees all axes"],
            )


def _all(parent: str | None) -> list[Handle]:
    if parent is None:
        return LIMITS.all()
    return handles([path for path in joints_of(find_rig(parent).path) if _holds(path)])


def _remove(joints: list[Handle]) -> list[str]:
    from maya import cmds

    ids = [LIMITS.id(joint) for joint in joints]
    for joint in joints:
        cmds.transformLimits(joint.path, remove=True)
    return ids


def _limits(field: str) -> Field:
    value, switch, factor = _KINDS[field]

    def read(joint: Handle, _job: Job) -> Item:
        from maya import cmds

        path = joint.path
        limited = [axis for axis, ends in _switches(path, field).items() if all(ends)]
        return {
            axis: [end / factor for end in cmds.transformLimits(path, query=True, **{f"{value}{axis.upper()}": True})]
            for axis in limited
        }

    def write(joint: Handle, limits: Item) -> None:
        from maya import cmds

        flags: dict[str, Any] = {}
        for axis in "xyz":
            flags[f"{switch}{axis.upper()}"] = (axis in limits,) * 2
            if axis in limits:
                flags[f"{value}{axis.upper()}"] = tuple(end * factor for end in limits[axis])
        cmds.transformLimits(joint.path, **flags)

    return Field(read, write)


def _refuse_name(joint: Handle, name: str) -> None:
    if name != joint.name:
        raise NotSupportedError(TABLE["joint_limits"]["name"].reason, {"path": "name", "got": name})


FIELDS: dict[str, Field] = {
    "id": Field(lambda joint, _job: LIMITS.id(joint)),
    **lacks_of("joint_limits"),
    "name": Field(lambda joint, _job: joint.name, _refuse_name),
    "joint_id": Field(lambda joint, _job: JOINT.id(joint)),
    **{field: _limits(field) for field in _KINDS},
}

JOINT_LIMITS = Entity(
    plural="joint_limits",
    fields=FIELDS,
    make=_make,
    find=LIMITS.find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    written=_refuse_none,
    places=places,
)
