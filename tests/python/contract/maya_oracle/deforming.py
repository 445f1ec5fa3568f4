"""Skins, blend shapes, limits of joints and kept poses."""

from __future__ import annotations

import math
from typing import Any

from maya import cmds

from .common import custom, short


def top(joint: str) -> str:
    """What the joints that this one is of lie below."""
    path = cmds.ls(joint, long=True)[0].split("|")[1:]
    joints = [at for at in range(len(path)) if cmds.nodeType("|" + "|".join(path[: at + 1])) == "joint"]
    return path[joints[0] - 1]


def skin(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    (own,) = cmds.skinCluster(name, query=True, geometry=True)
    joints = cmds.skinCluster(name, query=True, influence=True)
    count = cmds.polyEvaluate(own, vertex=True)
    table = [
        [cmds.skinPercent(name, f"{own}.vtx[{v}]", query=True, transform=one) for one in joints] for v in range(count)
    ]
    kept = cmds.skinCluster(name, query=True, obeyMaxInfluences=True)
    return {
        "name": name,
        "mesh_id": short(cmds.listRelatives(own, parent=True, fullPath=True)[0]),
        "rig_id": top(joints[0]),
        "joint_ids": joints,
        "influences": [
            {"vertex_index": v, "weights": {one: w for one, w in zip(joints, row) if w}}
            for v, row in enumerate(table)
            if any(row)
        ],
        "weight_table": [w for row in table for w in row],
        "max_influence_count": cmds.skinCluster(name, query=True, maximumInfluences=True) if kept else None,
        "normalize_weights": cmds.skinCluster(name, query=True, normalizeWeights=True) == 2,
        "dual_quaternion_enabled": cmds.skinCluster(name, query=True, skinMethod=True) == 1,
        "enabled": cmds.getAttr(f"{name}.nodeState", asString=True) == "Normal",
        "metadata": custom(name),
    }


def forms(name: str) -> dict[str, int]:
    """The targets of a blendShape, and where they are."""
    numbers = cmds.getAttr(f"{name}.w", multiIndices=True) or []
    return dict(zip(cmds.listAttr(f"{name}.w", multi=True) or [], numbers))


def blended(name: str) -> str:
    (own,) = cmds.blendShape(name, query=True, geometry=True)
    return short(cmds.listRelatives(own, parent=True, fullPath=True)[0])


def blend_shape(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    (node,) = [one for one in cmds.ls(type="blendShape") if name in forms(one) and blended(one) == item["mesh_id"]]
    plug = f"{node}.{name}"
    # By what it does to the vertices: as it stands, and with nothing of it.
    weight, on = cmds.getAttr(plug), cmds.getAttr(f"{node}.targetVisibility[{forms(node)[name]}]")
    cmds.setAttr(f"{node}.targetVisibility[{forms(node)[name]}]", True)
    places = []
    for amount in (0, 1):
        cmds.setAttr(plug, amount)
        flat = cmds.xform(f"{item['mesh_id']}.vtx[*]", query=True, objectSpace=True, translation=True)
        places.append(flat)
    cmds.setAttr(plug, weight)
    cmds.setAttr(f"{node}.targetVisibility[{forms(node)[name]}]", on)
    moved = [there - here for here, there in zip(*places)]
    return {
        "name": name,
        "mesh_id": blended(node),
        "weight": weight,
        "deltas": [
            {"vertex_index": at // 3, "position_delta": moved[at : at + 3]}
            for at in range(0, len(moved), 3)
            if any(abs(number) > 1e-7 for number in moved[at : at + 3])
        ],
        "position_deltas": moved,
        "combine_method": "additive",
        "enabled": on,
    }


def blend_shape_group(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    told = forms(name)
    return {
        "name": name,
        "mesh_id": blended(name),
        "blend_shape_ids": list(told),
        "target_weights": {one: cmds.getAttr(f"{name}.{one}") for one in told},
        "metadata": custom(name),
    }


def joint_limit(item: dict[str, Any]) -> dict[str, Any]:
    joint = item["joint_id"]
    told: dict[str, dict[str, list[float]]] = {}
    for kind, factor in (("Rot", math.pi / 180), ("Trans", 1), ("Scale", 1)):
        told[kind] = {}
        for axis in "XYZ":
            ends = [f"{joint}.{end}{kind}{axis}Limit" for end in ("min", "max")]
            on = [cmds.getAttr(f"{end}Enable") for end in ends]
            assert on[0] == on[1]
            if on[0]:
                told[kind][axis.lower()] = [cmds.getAttr(end) * factor for end in ends]
    return {
        "joint_id": joint,
        "rotation_limits": told["Rot"],
        "translation_limits": told["Trans"],
        "scale_limits": told["Scale"],
    }


def product(first: list[float], then: list[float]) -> list[float]:
    return [sum(first[4 * r + k] * then[4 * k + c] for k in range(4)) for r in range(4) for c in range(4)]


def bind_pose(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    joints = cmds.dagPose(name, query=True, members=True)
    away = cmds.dagPose(name, query=True, atPose=True) or []
    transforms = []
    back = cmds.getAttr(f"{top(joints[0])}.worldInverseMatrix[0]")
    for at, joint in zip(cmds.getAttr(f"{name}.members", multiIndices=True), joints):
        whole = product(cmds.getAttr(f"{name}.worldMatrix[{at}]"), back)
        transforms.append({"joint_id": joint, "matrix": [whole[4 * c + r] for r in range(4) for c in range(4)]})
    return {
        "name": name,
        "rig_id": top(joints[0]),
        "transforms": transforms,
        "joint_ids": joints,
        "active": not away,
        "is_bind_pose": cmds.getAttr(f"{name}.bindPose"),
        "is_default": bool(cmds.listConnections(f"{name}.message", type="skinCluster")),
        "metadata": custom(name),
    }


ORACLES = {
    "skins": skin, "blend_shapes": blend_shape, "blend_shape_groups": blend_shape_group, "joint_limits": joint_limit,
    "bind_poses": bind_pose,
}  # fmt: skip
