"""Transforms and sets."""

from __future__ import annotations

from typing import Any

from maya import cmds

from .common import UNSAID, custom, quaternion, short, transform, triple

_WORDS = {
    "mesh": "mesh", "camera": "camera", "nurbsCurve": "curve", "bezierCurve": "curve", "pointLight": "light",
    "spotLight": "light", "directionalLight": "light", "areaLight": "light",
}  # fmt: skip


def of(path: str) -> dict[str, Any]:
    shapes = cmds.listRelatives(path, shapes=True, fullPath=True) or []
    kind = _WORDS[cmds.nodeType(shapes[0])] if shapes else "empty"
    above = cmds.listRelatives(path, parent=True, fullPath=True)
    below = cmds.listRelatives(path, children=True, type="transform", fullPath=True) or []
    whole = cmds.xform(path, query=True, worldSpace=True, matrix=True)
    box: Any = {"min": whole[12:15], "max": whole[12:15]}
    if kind == "mesh":
        flat = cmds.xform(f"{shapes[0]}.vtx[*]", query=True, worldSpace=True, translation=True)
        box = {"min": [min(flat[a::3]) for a in range(3)], "max": [max(flat[a::3]) for a in range(3)]}
    if kind == "curve":
        box = UNSAID
    stats = {}
    if kind == "mesh":
        stats = {
            "cast_shadow": cmds.getAttr(f"{shapes[0]}.castsShadows"),
            "receive_shadow": cmds.getAttr(f"{shapes[0]}.receiveShadows"),
        }
    return {
        "name": short(path),
        "type": kind,
        "position": triple(f"{path}.translate"),
        "rotation": quaternion(path),
        "scale": triple(f"{path}.scale"),
        "parent_id": short(above[0]) if above else None,
        "child_ids": sorted(short(one) for one in below),
        "visible": cmds.getAttr(f"{path}.visibility"),
        "locked": bool(cmds.getAttr(f"{path}.overrideEnabled")) and cmds.getAttr(f"{path}.overrideDisplayType") == 2,
        "metadata": custom(path),
        "bounds": box,
        "matrix_world": [whole[4 * column + row] for row in range(4) for column in range(4)],
        **stats,
    }


def node(item: dict[str, Any]) -> dict[str, Any]:
    return of(transform(item["name"]))


def group(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    assert cmds.nodeType(name) == "objectSet"
    inside = cmds.sets(name, query=True) or []
    above = [one for one in cmds.listSets(object=name) or [] if cmds.nodeType(one) == "objectSet"]
    return {
        "name": name,
        "parent_id": above[0] if above else None,
        "child_ids": sorted(one for one in inside if cmds.nodeType(one) == "objectSet"),
        "object_ids": sorted(short(one) for one in inside if cmds.objectType(one, isAType="transform")),
        "metadata": custom(name),
    }


def constraint(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    kind = cmds.nodeType(name)
    ups = cmds.getAttr(f"{name}.worldUpType") if kind == "aimConstraint" else 0
    (source,) = cmds.listRelatives(name, parent=True)
    ends = {part: f"{source}.{part}" for part in ("translate", "rotate", "scale")}
    free = {
        part: [a for a in "xyz" if (cmds.listConnections(f"{plug}{a.upper()}", source=True) or [""])[0] != name]
        for part, plug in ends.items()
    }
    kept = {
        "scaleConstraint": lambda: [number - 1 for number in triple(f"{name}.offset")],
        "parentConstraint": lambda: [
            *triple(f"{name}.target[0].targetOffsetTranslate"),
            *triple(f"{name}.target[0].targetOffsetRotate"),
        ],
    }.get(kind, lambda: triple(f"{name}.offset"))()
    return {
        "name": name,
        "type": {
            "pointConstraint": "point", "orientConstraint": "orientation", "parentConstraint": "parent",
            "scaleConstraint": "scale_to", "aimConstraint": "aim" if ups == 4 else "look_at",
        }[kind],
        "source_id": source,
        "target_id": short(getattr(cmds, kind)(name, query=True, targetList=True)[0]),
        "maintain_offset": any(abs(number) > 1e-6 for number in kept),
        "skip_translation": free["translate"] if kind in ("pointConstraint", "parentConstraint") else None,
        "skip_rotation": None if kind in ("pointConstraint", "scaleConstraint") else free["rotate"],
        "skip_scale": free["scale"] if kind == "scaleConstraint" else None,
        "space": "world",
        "active": cmds.getAttr(f"{name}.nodeState") == 0,
        "metadata": custom(name),
    }  # fmt: skip


ORACLES = {"nodes": node, "groups": group, "constraints": constraint}
