"""Strips of an NLA track: one plays an action from one frame to another, as much of it as its influence says."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.blender.actions import ensure_slot, has_slots
from scenewire.adapters.blender.clips import clip_id
from scenewire.adapters.blender.times import to_seconds
from scenewire.adapters.fields import Item
from scenewire.errors import ConflictError

#: What is kept of a strip that has to be made anew, in the order of writing: Blender moves none past another.
_KEPT = (
    "blend_type", "extrapolation", "use_sync_length", "action_frame_start", "action_frame_end", "scale", "repeat",
    "use_auto_blend", "blend_in", "blend_out", "mute", "use_reverse",
)  # fmt: skip


def ends_at(track: Any) -> float | None:
    """Where the last strip ends; None while there is none."""
    return max((strip.frame_end for strip in track.strips), default=None)


def add_strip(node: Any, track: Any, action: Any, start: float | None = None) -> Any:
    """Puts an action on a track: from a frame on, or where the action itself begins."""
    frame = action.frame_range[0] if start is None else start
    try:
        # Blender takes whole frames here.
        strip = track.strips.new(action.name, math.ceil(frame), action)
    except RuntimeError as error:
        raise ConflictError(
            f"`{track.name}` has no room for `{action.name}` at frame {frame:g}", {"path": "start_time"}
        ) from error
    if strip.frame_start != frame:
        length = strip.frame_end - strip.frame_start
        strip.frame_start, strip.frame_end = frame, frame + length
    ensure_slot(strip, node)
    return strip


def use_strips(node: Any, track: Any, actions: list[Any]) -> None:
    """Lays the strips of a track end to end in this order of their actions, from where the first one began on."""
    start = min((strip.frame_start for strip in track.strips), default=None)
    kept = [(strip.action, _settings(strip)) for strip in track.strips]
    for strip in list(track.strips):
        track.strips.remove(strip)
    for action in actions:
        settings = next((settings for other, settings in kept if other == action), None)
        kept = [pair for pair in kept if pair[1] is not settings]
        strip = add_strip(node, track, action, start)
        if settings is not None:
            _restore(strip, settings)
        start = strip.frame_end


def _settings(strip: Any) -> Item:
    curve = strip.fcurves.find("influence")
    return {
        "name": strip.name,
        "slot": strip.action_slot_handle if has_slots() else 0,
        "attributes": {name: getattr(strip, name) for name in _KEPT},
        "influence": [tuple(point.co) for point in curve.keyframe_points]
        if curve is not None and strip.use_animated_influence
        else None,
    }


def _restore(strip: Any, settings: Item) -> None:
    strip.name = settings["name"]
    if settings["slot"]:
        strip.action_slot_handle = settings["slot"]
    for name, value in settings["attributes"].items():
        setattr(strip, name, value)
    if settings["influence"] is not None:
        strip.use_animated_influence = True
        points = strip.fcurves.find("influence").keyframe_points
        while len(points):
            points.remove(points[0])
        for frame, value in settings["influence"]:
            points.insert(frame, value)


def strip_weight(strip: Any) -> float | None:
    """How much of a strip counts; None when that changes over time."""
    if not strip.use_animated_influence:
        return 1.0
    curve = strip.fcurves.find("influence")
    found = {point.co[1] for point in curve.keyframe_points} if curve is not None else set()
    return found.pop() if len(found) == 1 else None if found else float(strip.influence)


def set_strip_weight(strip: Any, weight: float) -> None:
    """Gives a strip a weight for all its length. Blender keeps one as a curve, with a key at its beginning."""
    strip.use_animated_influence = weight != 1
    if weight == 1:
        return
    curve = strip.fcurves.find("influence")
    if not len(curve.keyframe_points):
        curve.keyframe_points.insert(strip.frame_start, weight)
    for point in curve.keyframe_points:
        point.co_ui = (point.co[0], weight)
    curve.update()
    strip.influence = weight


def strips_told(track: Any) -> list[Item]:
    """The strips of a track that play an action, as a layer tells them."""
    return [
        {
            "clip_id": clip_id(strip.action),
            "start_time": to_seconds(strip.frame_start),
            "end_time": to_seconds(strip.frame_end),
            "weight": float(strip.influence) if strip.use_animated_influence else 1.0,
            "speed": 1.0 / strip.scale,
            "repeat": float(strip.repeat),
            "muted": bool(strip.mute),
        }
        for strip in track.strips
        if strip.action is not None
    ]
