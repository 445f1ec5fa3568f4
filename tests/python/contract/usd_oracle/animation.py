"""Channels and their time samples."""

from __future__ import annotations

from typing import Any

from .common import jsonable, named, stage

#: The operation that says a number, which of its numbers, and what it is by itself.
_OPS = {
    **{f"position.{a}": (f"xformOp:translate:{a}", i, 0.0) for i, a in enumerate("xyz")},
    **{f"rotation.{a}": (f"xformOp:rotate{a.upper()}", None, 0.0) for a in "xyz"},
    **{f"scale.{a}": (f"xformOp:scale:{a}", i, 1.0) for i, a in enumerate("xyz")},
}


def attribute(item: dict[str, Any]) -> Any:
    owner, _, path = item["name"].partition("/")
    path = path.split("/")[0]
    name, place, neutral = _OPS[path]
    prim = named(owner)
    assert name in prim.GetAttribute("xformOpOrder").Get(), "it is written and does not count"
    return owner, path, place, neutral, prim.GetAttribute(name)


def samples(item: dict[str, Any]) -> list[tuple[float, float]]:
    *_, place, _, found = attribute(item)
    rate = stage().GetTimeCodesPerSecond()
    read = found.GetTimeSamples()
    return [(code / rate, float(v if place is None else v[place])) for code, v in ((c, found.Get(c)) for c in read)]


def custom_of(found: Any) -> dict[str, Any]:
    return jsonable(dict(stage().GetRootLayer().GetAttributeAtPath(found.GetPath()).customData))


def channel(item: dict[str, Any]) -> dict[str, Any]:
    owner, path, _, neutral, found = attribute(item)
    return {
        "name": f"{owner}/{path}",
        "node_id": owner,
        "path": path,
        "type": "scalar",
        "default_value": neutral,
        "extrapolation_pre": "constant",
        "extrapolation_post": "constant",
        "metadata": custom_of(found),
    }


def anim_curve(item: dict[str, Any]) -> dict[str, Any]:
    owner, path, *_, found = attribute(item)
    read = samples(item)
    times, values = [t for t, _ in read], [v for _, v in read]
    return {
        "name": f"{owner}/{path}",
        "channel_id": f"{owner}/{path}",
        "node_id": owner,
        "path": path,
        "times": times,
        "values": values,
        "interpolation_type": stage().GetInterpolationType().displayName.lower(),
        "pre_infinity": "constant",
        "post_infinity": "constant",
        "keyframe_count": len(read),
        "start_time": times[0],
        "end_time": times[-1],
        "minimum": min(values),
        "maximum": max(values),
        "metadata": custom_of(found),
    }


def keyframe(item: dict[str, Any]) -> dict[str, Any]:
    owner, path, *_ = attribute(item)
    frame = float(item["name"].split("/")[2])
    ((time, value),) = [one for one in samples(item) if abs(one[0] * stage().GetFramesPerSecond() - frame) < 1e-4]
    return {
        "name": f"{owner}/{path}/{frame:g}",
        "channel_id": f"{owner}/{path}",
        "node_id": owner,
        "path": path,
        "time": time,
        "value": value,
        "interpolation_in": "linear",
        "interpolation_out": "linear",
    }


ORACLES = {"channels": channel, "anim_curves": anim_curve, "keyframes": keyframe}
