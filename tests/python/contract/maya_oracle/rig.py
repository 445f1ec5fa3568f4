"""Skeletons."""

from __future__ import annotations

import math
from typing import Any

from maya import cmds

from . import core
from .common import custom, short, transform, triple


def turn(degrees: list[float], order: str) -> list[float]:
    """A quaternion by three turns, one after the other."""
    x, y, z, w = 0.0, 0.0, 0.0, 1.0
    for axis in order:
        half = math.radians(degrees["xyz".index(axis)]) / 2
        c, (a, b, d) = math.cos(half), (math.sin(half) * (axis == one) for one in "xyz")
        x, y, z, w = (
            c * x + a * w + b * z - d * y,
            c * y + b * w + d * x - a * z,
            c * z + d * w + a * y - b * x,
            c * w - a * x - b * y - d * z,
        )
    return [x, y, z, w]


def below(path: str) -> list[str]:
    found = cmds.listRelatives(path, children=True, type="joint", fullPath=True) or []
    return [name for one in found for name in (short(one), *below(one))]


def rig(item: dict[str, Any]) -> dict[str, Any]:
    path = transform(item["name"])
    assert cmds.nodeType(path) == "dagContainer"
    joints = below(path)
    return {
        **core.of(path),
        "type": "armature",
        "root_joint_id": joints[0] if joints else None,
        "joint_ids": joints,
        "world_up_vector": [0, 1, 0] if cmds.upAxis(query=True, axis=True) == "y" else [0, 0, 1],
    }


def srgb(number: float) -> float:
    return number / 12.92 if number <= 0.04045 else ((number + 0.055) / 1.055) ** 2.4


def joint(item: dict[str, Any]) -> dict[str, Any]:
    (path,) = cmds.ls(item["name"], type="joint", long=True)
    above = cmds.listRelatives(path, parent=True, fullPath=True)[0]
    top = above
    while cmds.nodeType(top) == "joint":
        top = cmds.listRelatives(top, parent=True, fullPath=True)[0]
    order = cmds.joint(path, query=True, rotationOrder=True)
    assert triple(f"{path}.rotateAxis") == [0, 0, 0]
    whole = cmds.xform(path, query=True, worldSpace=True, matrix=True)
    colored = cmds.getAttr(f"{path}.overrideEnabled") and cmds.getAttr(f"{path}.overrideRGBColors")
    return {
        "name": item["name"],
        "rig_id": short(top),
        "rig_name": short(top),
        "parent_id": short(above) if cmds.nodeType(above) == "joint" else None,
        "child_ids": sorted(short(one) for one in cmds.listRelatives(path, type="joint") or []),
        "position": cmds.joint(path, query=True, relative=True, position=True),
        "orientation": turn(cmds.joint(path, query=True, orientation=True), "xyz"),
        "rotation_mode": order,
        "rotation": turn(triple(f"{path}.rotate"), order),
        "scale": triple(f"{path}.scale"),
        "matrix_world": [whole[4 * column + row] for row in range(4) for column in range(4)],
        "visible": cmds.getAttr(f"{path}.visibility"),
        "locked": bool(cmds.getAttr(f"{path}.overrideEnabled")) and cmds.getAttr(f"{path}.overrideDisplayType") == 2,
        "color": [*map(srgb, triple(f"{path}.overrideColorRGB")), 1] if colored else None,
        "segment_scale_compensate": cmds.joint(path, query=True, scaleCompensate=True),
        "joint_radius": cmds.getAttr(f"{path}.radius"),
        "channel_control": {
            kind[0] + axis: not cmds.getAttr(f"{path}.{kind}{axis.upper()}", lock=True)
            for kind in ("translate", "rotate", "scale")
            for axis in "xyz"
        },
        "metadata": custom(path),
    }


def led(name: str, kind: str) -> str | None:
    found = cmds.listRelatives(name, type=kind) or []
    return short(getattr(cmds, kind)(found[0], query=True, targetList=True)[0]) if found else None


def ik_chain(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    start = cmds.ls(cmds.ikHandle(name, query=True, startJoint=True), long=True)[0]
    effector = cmds.ls(cmds.ikHandle(name, query=True, endEffector=True), long=True)[0]
    (end,) = cmds.listConnections(f"{effector}.translateY", source=True)
    assert cmds.nodeType(cmds.ikHandle(name, query=True, solver=True)) == "ikRPsolver"
    return {
        "name": name,
        "end_id": end,
        "start_id": short(start),
        # The effector lies beside the end, below the last one that is bent.
        "count": len(effector.split("|")) - len(start.split("|")),
        "target_id": led(name, "pointConstraint"),
        "solver_type": "analytic",
        "pole_target_id": led(name, "poleVectorConstraint"),
        "pole_angle": math.radians(cmds.getAttr(f"{name}.twist")),
        "influence": cmds.getAttr(f"{name}.ikBlend"),
        "metadata": custom(name),
    }


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
    "rigs": rig, "joints": joint, "ik_chains": ik_chain, "skins": skin, "blend_shapes": blend_shape,
    "blend_shape_groups": blend_shape_group, "joint_limits": joint_limit,
    "bind_poses": bind_pose,
}  # fmt: skip
