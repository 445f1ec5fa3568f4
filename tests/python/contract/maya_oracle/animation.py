"""Animation curves and their keys."""

from __future__ import annotations

import re
from typing import Any

from maya import cmds

from .common import custom

_PARTS = {"position": "translate", "rotation": "rotate", "scale": "scale"}
ENDS = {"constant": "constant", "linear": "linear", "cycle": "cycle", "cycleRelative": "cycle_with_offset",
        "oscillate": "oscillate"}  # fmt: skip
_RATES = {"film": 24.0, "ntsc": 30.0, "pal": 25.0}


def plug(item: dict[str, Any]) -> tuple[str, str, str]:
    owner, path = item["name"].split("/")[:2]
    part, axis = path.split(".")
    return owner, path, f"{owner}.{_PARTS[part]}{axis.upper()}"


def rate() -> float:
    return _RATES[cmds.currentUnit(query=True, time=True)]


def word(tangent: str) -> str:
    return {"linear": "linear", "step": "constant"}.get(tangent, "bezier")


def anim_curve(item: dict[str, Any]) -> dict[str, Any]:
    owner, path, at = plug(item)
    (node,) = cmds.keyframe(at, query=True, name=True)
    times = [frame / rate() for frame in cmds.keyframe(at, query=True, timeChange=True)]
    values = cmds.keyframe(at, query=True, valueChange=True)
    outs = {word(one) for one in cmds.keyTangent(at, query=True, outTangentType=True)}
    return {
        "name": f"{owner}/{path}",
        "node_id": owner,
        "path": path,
        "times": times,
        "values": values,
        "interpolation_type": outs.pop() if len(outs) == 1 else None,
        "pre_infinity": ENDS[cmds.setInfinity(at, query=True, preInfinite=True)[0]],
        "post_infinity": ENDS[cmds.setInfinity(at, query=True, postInfinite=True)[0]],
        "weighted_tangents": bool(cmds.keyTangent(node, query=True, weightedTangents=True)[0]),
        "keyframe_count": cmds.keyframe(at, query=True, keyframeCount=True),
        "start_time": times[0],
        "end_time": times[-1],
        "minimum": min(values),
        "maximum": max(values),
        "metadata": custom(node),
    }


def channel(item: dict[str, Any]) -> dict[str, Any]:
    owner, path, at = plug(item)
    (held,) = cmds.mute(at, query=True)
    nodes = cmds.listConnections(at, source=True, destination=False, skipConversionNodes=True)
    if cmds.nodeType(nodes[0]) == "mute":
        nodes = cmds.listConnections(f"{nodes[0]}.input", source=True, destination=False, skipConversionNodes=True)
    (node,) = nodes
    assert cmds.nodeType(node) == {"r": "animCurveTA", "p": "animCurveTL", "s": "animCurveTU"}[path[0]]
    return {
        "name": f"{owner}/{path}",
        "node_id": owner,
        "path": path,
        "type": "scalar",
        "default_value": 1.0 if path[0] == "s" else 0.0,
        "muted": held,
        "locked": at in [f"{owner}.{one}" for one in cmds.listAttr(owner, locked=True) or []],
        "extrapolation_pre": ENDS[cmds.setInfinity(at, query=True, preInfinite=True)[0]],
        "extrapolation_post": ENDS[cmds.setInfinity(at, query=True, postInfinite=True)[0]],
        "metadata": custom(node),
    }


def keyframe(item: dict[str, Any]) -> dict[str, Any]:
    owner, path, at = plug(item)
    frame = float(item["name"].split("/")[2])
    near = (frame - 0.01, frame + 0.01)
    ((value,), (ins,), (outs,)) = (
        cmds.keyframe(at, query=True, time=near, valueChange=True),
        cmds.keyTangent(at, query=True, time=near, inTangentType=True),
        cmds.keyTangent(at, query=True, time=near, outTangentType=True),
    )
    (there,) = cmds.keyframe(at, query=True, time=near, timeChange=True)
    return {
        "name": f"{owner}/{path}/{frame:g}",
        "channel_id": f"{owner}/{path}",
        "node_id": owner,
        "path": path,
        "time": there / rate(),
        "value": value,
        "interpolation_in": word(ins),
        "interpolation_out": word(outs),
        "is_breakdown": bool(cmds.keyframe(at, query=True, time=near, breakdown=True)),
    }


_TRANSFORMS = {"outputTranslate": "position", "outputRotate": "rotation", "outputScale": "scale"}


def came_from(plug: str) -> list[str]:
    found = cmds.listConnections(plug, source=True, destination=False, plugs=True)
    return str(found[0]).split(".")


def variable(name: str, source: str) -> dict[str, Any]:
    """Of a statement that declares one."""
    node, attribute = source.split(".")
    kind = cmds.nodeType(node)
    spaces = {"worldMatrix[0]": "world", "matrix": "local"}
    if kind == "decomposeMatrix":
        owner, matrix = came_from(f"{node}.inputMatrix")
        word = f"{_TRANSFORMS[attribute[:-1]]}.{attribute[-1].lower()}"
        return {"name": name, "source_node_id": owner, "transform": word, "space": spaces[matrix]}
    if kind == "distanceBetween":
        (one, matrix), (other, _) = came_from(f"{node}.inMatrix1"), came_from(f"{node}.inMatrix2")
        return {"name": name, "source_node_id": one, "other_node_id": other, "transform": "distance",
                "space": spaces[matrix]}  # fmt: skip
    words = {theirs: ours for ours, theirs in _PARTS.items()}
    return {"name": name, "source_node_id": node.split("|")[-1],
            "source_path": f"{words[attribute[:-1]]}.{attribute[-1].lower()}"}  # fmt: skip


def driver(item: dict[str, Any]) -> dict[str, Any]:
    owner, path, at = plug(item)
    (node,) = cmds.listConnections(at, source=True, destination=False, skipConversionNodes=True)
    held = cmds.nodeType(node) == "mute" and cmds.getAttr(f"{node}.mute")
    if cmds.nodeType(node) == "mute":
        (node,) = cmds.listConnections(f"{node}.input", source=True, destination=False, skipConversionNodes=True)
    assert cmds.nodeType(node) == "expression"
    assert cmds.expression(node, query=True, unitConversion=True) == "none"
    *lines, last = cmds.expression(node, query=True, string=True).strip().splitlines()
    text = re.sub(r"(\d)\.0\b", r"\1", last.split(" = ")[1].rstrip(";").replace("$", ""))
    chosen = re.fullmatch(r"(.*) \? (.*) : (.*)", text)
    declared = [re.fullmatch(r"float \$(\w+) = (.*);", line) for line in lines]
    return {
        "name": f"{owner}/{path}",
        "target_node_id": owner,
        "target_path": path,
        "type": "expression",
        "expression": f"{chosen[2]} if {chosen[1]} else {chosen[3]}" if chosen else text,
        "variables": [variable(one[1], one[2]) for one in declared if one],
        "enabled": not held,
        "valid": True,
        "metadata": custom(node),
    }


def layer(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    assert cmds.nodeType(name) == "animLayer"
    plugs = cmds.animLayer(name, query=True, attribute=True)
    (owner,) = {one.split(".")[0] for one in plugs}
    assert len(plugs) == 9 == len(cmds.animLayer(name, query=True, blendNodes=True))
    above = cmds.animLayer(name, query=True, parent=True)
    first = cmds.listConnections(f"{owner}.translateX", source=True, destination=False)[0]
    below = 0
    while cmds.nodeType(first).startswith("animBlendNode") and first not in cmds.animLayer(name, query=True, bld=True):
        first = cmds.listConnections(f"{first}.inputA", source=True, destination=False)[0]
    while before := cmds.listConnections(f"{first}.inputA", source=True, destination=False, type="animBlendNodeBase"):
        below, first = below + 1, before[0]
    return {
        "name": name,
        "node_id": owner.split("|")[-1],
        "order": below,
        "parent_id": None if above == "BaseAnimation" else above,
        "weight": cmds.animLayer(name, query=True, weight=True),
        "additive": not cmds.animLayer(name, query=True, override=True),
        "solo": cmds.animLayer(name, query=True, solo=True),
        "muted": cmds.animLayer(name, query=True, mute=True),
        "locked": cmds.animLayer(name, query=True, lock=True),
        "metadata": custom(name),
    }


ORACLES = {"layers": layer, "drivers": driver, "channels": channel, "anim_curves": anim_curve, "keyframes": keyframe}
