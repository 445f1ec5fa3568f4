"""Animation curves and their keys."""

from __future__ import annotations

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


ORACLES = {"channels": channel, "anim_curves": anim_curve, "keyframes": keyframe}
