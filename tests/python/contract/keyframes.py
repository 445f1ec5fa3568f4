"""Curves and clips, made by arrays and read as Blender itself has them."""

from __future__ import annotations

from typing import Any


def curve_of(clip: str | int) -> str:
    """Code that has the first curve of a clip as `c`; the clip by its name or its place among all."""
    return (
        f"import bpy\na = bpy.data.actions[{clip!r}]\n"
        "c = list(a.fcurves if hasattr(a, 'fcurves') else a.layers[0].strips[0].channelbags[0].fcurves)[0]\n"
    )


CURVE = curve_of(0)


def curve(call: Any, frames: list[float], values: list[float], **more: Any) -> dict[str, Any]:
    """A curve of a new node, by frame."""
    call("create_nodes", items=[{"name": "Door"}])
    rate = call("get_scene", fields=["fps"])["fps"]
    arrays = {"times": [frame / rate for frame in frames], "values": values}
    item = {"node_id": "Door", "path": "position.x", **arrays, **more}
    return dict(call("create_anim_curves", items=[item])["items"][0])


def points(call: Any) -> list[list[float]]:
    """Frame and value of each point, as Blender has them."""
    return [
        [round(part, 4) for part in point] for point in call.python(f"{CURVE}[list(k.co) for k in c.keyframe_points]")
    ]


def ids(call: Any) -> list[str]:
    """Of all keyframes, in order."""
    return [item["id"] for item in call("list_keyframes", limit=1000)["items"]]


def values_of(call: Any, wanted: list[str]) -> list[float]:
    """The values that ids lead to."""
    return [item["value"] for item in call("get_keyframes", ids=wanted)["items"]]


def frames(call: Any, clip: str, first: int, last: int) -> list[float]:
    """What a clip amounts to, frame by frame, as Blender itself says."""
    return list(call.python(f"{curve_of(clip)}[c.evaluate(f) for f in range({first}, {last} + 1)]"))
