"""Skeletons."""

from __future__ import annotations

import math
from typing import Any

from maya import cmds

from . import core
from .common import UNSAID, custom, short, transform, triple


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


def spline_ik(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    start = cmds.ls(cmds.ikHandle(name, query=True, startJoint=True), long=True)[0]
    effector = cmds.ls(cmds.ikHandle(name, query=True, endEffector=True), long=True)[0]
    (end,) = cmds.listConnections(f"{effector}.translateZ", source=True)
    assert cmds.nodeType(cmds.ikHandle(name, query=True, solver=True)) == "ikSplineSolver"
    curve = cmds.ikHandle(name, query=True, curve=True).split("|")[-2]
    turns = cmds.getAttr(f"{name}.dTwistControlEnable")
    axis = "xXyYzZ"[cmds.getAttr(f"{name}.dForwardAxis")]
    length = len(effector.split("|")) - len(start.split("|"))
    bent = effector.split("|")[-1 - length : -1]
    stretched = {round(cmds.getAttr(f"{one}.s{axis.lower()}"), 5) for one in bent}
    ratio = cmds.listConnections(f"{bent[-1]}.s{axis.lower()}", source=True, destination=False)
    if ratio:
        rest = sum(math.dist((0, 0, 0), triple(f"{one}.t")) for one in [*bent[1:], end])
        assert stretched == {round(cmds.arclen(curve) / rest, 5)}, "they do not fill the curve"
    return {
        "name": name,
        "end_joint_id": end,
        "start_joint_id": short(start),
        "count": length,
        "curve_id": curve,
        "stretch_enabled": bool(ratio),
        "up_vector": triple(f"{name}.dWorldUpVector") if turns else None,
        "forward_axis": axis if axis.islower() else f"-{axis.lower()}",
        "enabled": cmds.getAttr(f"{name}.ikBlend") == 1,
        "metadata": custom(name),
    }


def apart(a: list[float], b: list[float]) -> list[float]:
    return [y - x for x, y in zip(a, b)]


def midway(a: list[float], b: list[float]) -> list[float]:
    return [(x + y) / 2 for x, y in zip(a, b)]


def drawing(curves: list[str]) -> tuple[str, Any, Any]:
    """Which shape control points are, how large, and for two of them how they lie."""
    rows = [[list(p) for p in cmds.getAttr(f"{one}.cv[*]")] for one in curves]
    counts = [(cmds.getAttr(f"{one}.degree"), len(points)) for one, points in zip(curves, rows)]
    points = rows[0]
    if counts == [(3, 8)]:
        x, z = apart(points[4], points[0]), apart(points[6], points[2])
        middle, size = midway(points[0], points[4]), math.hypot(*x) / 1.1081941875543881
        x, z = ([n / math.hypot(*way) for n in way] for way in (x, z))
        y = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]]
    elif counts == [(1, 8)]:
        foot = midway(points[0], points[1])
        x, y = apart(points[0], points[1]), apart(foot, points[4])
        middle, size = midway(foot, points[4]), math.hypot(*y)
        x, y = ([n / math.hypot(*way) for n in way] for way in (x, y))
        z = [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]]
    else:
        words = {16: "cube", 5: "square", 10: "pyramid", 8: "sphere"}
        flat = any(len({round(p[axis], 4) for p in points}) == 1 for axis in range(3))
        return words.get(len(points)) or ("cross" if flat else "diamond"), UNSAID, UNSAID
    rows = [[x[row], y[row], z[row], middle[row]] for row in range(3)]
    return "circle" if counts == [(3, 8)] else "arrow", size, [*rows[0], *rows[1], *rows[2], 0, 0, 0, 1]


def rig_control(item: dict[str, Any]) -> dict[str, Any]:
    (path,) = cmds.ls(item["name"], type="joint", long=True)
    (tag,) = cmds.listConnections(path, type="controller")
    assert cmds.isConnected(f"{path}.message", f"{tag}.controllerObject")
    assert cmds.getAttr(f"{path}.drawStyle") == 2, "the bone is drawn as well"
    curves = cmds.listRelatives(path, shapes=True, fullPath=True)
    shape, size, offset = drawing(curves)
    follow, spaces = [], set()
    for one in cmds.ls(type="parentConstraint"):
        names = [short(target) for target in cmds.parentConstraint(one, query=True, targetList=True)]
        if item["name"] in names:
            at = f"{one}.target[{names.index(item['name'])}].targetOffset"
            follow.append(short(cmds.listRelatives(one, parent=True)[0]))
            away = any(abs(n) > 1e-5 for kind in ("Translate", "Rotate") for n in triple(at + kind))
            spaces.add("parent" if away else "object")
    return {
        **joint(item),
        "target_joint_ids": sorted(follow),
        "shape": shape,
        "size": size,
        "offset_matrix": offset,
        "space_type": spaces.pop() if len(spaces) == 1 else None,
        "display_type": "template" if all(cmds.getAttr(f"{one}.template") for one in curves) else "normal",
    }


ORACLES = {"rig_controls": rig_control, "spline_iks": spline_ik, "rigs": rig, "joints": joint, "ik_chains": ik_chain}
