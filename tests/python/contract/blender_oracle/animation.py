"""Actions, F-curves and keyframes, read with `bpy` alone."""

from __future__ import annotations

from typing import Any

import bpy

from .common import custom, name_of


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
    before, after = ends(c)
    return {
        "name": f"{a.name}/{item['path']}",
        "node_id": o.name,
        "path": item["path"],
        "clip_id": a.name,
        "type": "scalar",
        "default_value": 1.0 if c.data_path == "scale" else 0.0,
        "muted": c.mute,
        "locked": c.lock,
        "extrapolation_pre": before,
        "extrapolation_post": after,
    }


def ends(c: Any) -> list[str]:
    found = [c.extrapolation.lower()] * 2
    for m in c.modifiers:
        words = {"NONE": found[0], "REPEAT": "cycle", "REPEAT_OFFSET": "cycle_with_offset", "MIRROR": "oscillate"}
        found = [words[m.mode_before], words[m.mode_after]]
    return found


def unit(c: Any) -> float:
    return 57.29577951308232 if c.data_path == "rotation_euler" else 1.0


def anim_curve(item: dict[str, Any]) -> dict[str, Any]:
    clip_name, path = item["name"].split("/")
    a = bpy.data.actions[clip_name]
    c = fcurve(a, path)
    o = next(o for o in bpy.data.objects if o.animation_data and o.animation_data.action == a)
    values = [k.co.y * unit(c) for k in c.keyframe_points]
    times = [k.co.x / rate() for k in c.keyframe_points]
    kinds = {k.interpolation.lower() for k in c.keyframe_points}
    return {
        "name": f"{a.name}/{path}",
        "channel_id": f"{a.name}/{path}",
        "node_id": o.name,
        "path": path,
        "times": times,
        "values": values,
        "interpolation_type": kinds.pop() if len(kinds) == 1 else None,
        "pre_infinity": ends(c)[0],
        "post_infinity": ends(c)[1],
        "keyframe_count": len(c.keyframe_points),
        "start_time": times[0],
        "end_time": times[-1],
        "minimum": min(values),
        "maximum": max(values),
    }


def keyframe(item: dict[str, Any]) -> dict[str, Any]:
    clip_name, path, frame = item["name"].split("/")
    a = bpy.data.actions[clip_name]
    c = fcurve(a, path)
    k = next(k for k in c.keyframe_points if abs(k.co.x - float(frame)) < 0.01)
    o = next(o for o in bpy.data.objects if o.animation_data and o.animation_data.action == a)

    def handle(place: Any) -> list[float]:
        return [(place.x - k.co.x) / rate(), (place.y - k.co.y) * unit(c)]

    return {
        "name": f"{a.name}/{path}/{round(k.co.x, 2):g}",
        "channel_id": f"{a.name}/{path}",
        "node_id": o.name,
        "path": path,
        "time": k.co.x / rate(),
        "value": k.co.y * unit(c),
        "interpolation_out": k.interpolation.lower(),
        "tangent_in": handle(k.handle_left),
        "tangent_out": handle(k.handle_right),
        "is_breakdown": k.type == "BREAKDOWN",
    }


def layer(item: dict[str, Any]) -> dict[str, Any]:
    o, t = next(
        (o, t)
        for o in bpy.data.objects
        if o.animation_data
        for t in o.animation_data.nla_tracks
        if t.name == item["name"]
    )
    bpy.context.scene.frame_set(int(t.strips[0].frame_start) if len(t.strips) else 1)
    weights = {round(s.influence, 6) if s.use_animated_influence else 1.0 for s in t.strips}
    return {
        "name": t.name,
        "node_id": o.name,
        "order": list(o.animation_data.nla_tracks).index(t),
        "clip_ids": [s.action.name for s in t.strips],
        "weight": weights.pop() if len(weights) == 1 else None,
        "additive": {s.blend_type for s in t.strips} == {"COMBINE"},
        "solo": t.is_solo,
        "muted": t.mute,
        "locked": t.lock,
        "strips": [
            {
                "clip_id": s.action.name,
                "start_time": s.frame_start / rate(),
                "end_time": s.frame_end / rate(),
                "repeat": s.repeat,
                "muted": s.mute,
            }
            for s in t.strips
        ],
    }


def variable(v: Any) -> dict[str, Any]:
    words = {"location[0]": "position.x", "location[1]": "position.y", "rotation_euler[2]": "rotation.z"}
    one = v.targets[0]
    told = {"name": v.name, "source_node_id": name_of(one.id)}
    if v.type == "SINGLE_PROP":
        return {**told, "source_path": words.get(one.data_path, one.data_path)}
    if v.type == "LOC_DIFF":
        return {**told, "transform": "distance", "other_node_id": name_of(v.targets[1].id), "space": "world"}
    kind, axis = one.transform_type.split("_")
    kinds = {"LOC": "position", "ROT": "rotation", "SCALE": "scale"}
    space = {"WORLD_SPACE": "world", "LOCAL_SPACE": "local"}[one.transform_space]
    return {**told, "transform": f"{kinds[kind]}.{axis.lower()}", "space": space}


def driver(item: dict[str, Any]) -> dict[str, Any]:
    node, path = item["name"].split("/")
    words = {"position": "location", "rotation": "rotation_euler", "scale": "scale"}
    name, _, axis = path.partition(".")
    o = bpy.data.objects[node]
    f = o.animation_data.drivers.find(words[name], index="xyz".index(axis))
    kinds = {"SCRIPTED": "expression", "AVERAGE": "average", "SUM": "sum", "MIN": "minimum", "MAX": "maximum"}
    return {
        "name": f"{o.name}/{path}",
        "target_node_id": o.name,
        "target_path": path,
        "type": kinds[f.driver.type],
        "expression": f.driver.expression,
        "variables": [variable(v) for v in f.driver.variables],
        "enabled": not f.mute,
        "valid": f.driver.is_valid,
    }


#: The function for each entity.
ORACLES = {
    "clips": clip,
    "channels": channel,
    "anim_curves": anim_curve,
    "keyframes": keyframe,
    "layers": layer,
    "drivers": driver,
}
