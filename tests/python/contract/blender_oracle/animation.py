"""Actions, F-curves and keyframes, read with `bpy` alone."""

from __future__ import annotations

from typing import Any

import bpy

from .common import custom


def rate() -> float:
    r = bpy.context.scene.render
    return r.fps / r.fps_base


def clip(item: dict[str, Any]) -> dict[str, Any]:
    a = bpy.data.actions[item["name"]]
    start, end = (a.frame_start, a.frame_end) if a.use_frame_range else a.curve_frame_range
    return {
        "name": a.name,
        "start_time": start / rate(),
        "duration": (end - start) / rate(),
        "loop": a.use_cyclic,
        "node_ids": sorted(o.name for o in bpy.data.objects if o.animation_data and o.animation_data.action == a),
        "metadata": custom(a),
    }


def curves_in(a: Any) -> list[Any]:
    if hasattr(a, "fcurves"):
        return list(a.fcurves)
    return [c for layer in a.layers for strip in layer.strips for bag in strip.channelbags for c in bag.fcurves]


def fcurve(a: Any, path: str) -> Any:
    words = {"position": "location", "rotation": "rotation_euler", "scale": "scale"}
    name, _, axis = path.partition(".")
    data_path, index = (words[name], "xyz".index(axis)) if name in words else (path, 0)
    return next(c for c in curves_in(a) if (c.data_path, c.array_index) == (data_path, index))


def channel(item: dict[str, Any]) -> dict[str, Any]:
    a = bpy.data.actions[item["clip_id"]]
    c = fcurve(a, item["path"])
    o = next(o for o in bpy.data.objects if o.animation_data and o.animation_data.action == a)
    ends = [c.extrapolation.lower()] * 2
    for m in c.modifiers:
        words = {"NONE": ends[0], "REPEAT": "cycle", "REPEAT_OFFSET": "cycle_with_offset", "MIRROR": "oscillate"}
        ends = [words[m.mode_before], words[m.mode_after]]
    return {
        "name": f"{a.name}/{item['path']}",
        "node_id": o.name,
        "path": item["path"],
        "clip_id": a.name,
        "type": "scalar",
        "default_value": 1.0 if c.data_path == "scale" else 0.0,
        "muted": c.mute,
        "locked": c.lock,
        "extrapolation_pre": ends[0],
        "extrapolation_post": ends[1],
    }


def keyframe(item: dict[str, Any]) -> dict[str, Any]:
    clip_name, path, frame = item["name"].split("/")
    a = bpy.data.actions[clip_name]
    c = fcurve(a, path)
    k = next(k for k in c.keyframe_points if abs(k.co.x - float(frame)) < 0.01)
    o = next(o for o in bpy.data.objects if o.animation_data and o.animation_data.action == a)
    unit = 57.29577951308232 if c.data_path == "rotation_euler" else 1.0

    def handle(place: Any) -> list[float]:
        return [(place.x - k.co.x) / rate(), (place.y - k.co.y) * unit]

    return {
        "name": f"{a.name}/{path}/{round(k.co.x, 2):g}",
        "channel_id": f"{a.name}/{path}",
        "node_id": o.name,
        "path": path,
        "time": k.co.x / rate(),
        "value": k.co.y * unit,
        "interpolation_out": k.interpolation.lower(),
        "tangent_in": handle(k.handle_left),
        "tangent_out": handle(k.handle_right),
        "is_breakdown": k.type == "BREAKDOWN",
    }


#: The function for each entity.
ORACLES = {
    "clips": clip,
    "channels": channel,
    "keyframes": keyframe,
}
