"""Clips cut off, cut in two and joined. Inside what stays every curve keeps its form."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.actions import all_curves, bags, curves_for, slot_words
from scenewire.adapters.blender.clips import CLIP_FIELDS, clip_id, find_clip, guard_clips, new_clip, set_range
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.curve_cuts import Evaluate, Points, cut, write_points
from scenewire.adapters.blender.key_points import SAME_FRAME
from scenewire.adapters.blender.naming import checked_name
from scenewire.adapters.blender.times import to_frame, to_seconds
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.errors import InvalidParamsError


def trim_clips(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Cuts clips off."""
    clips = [find_clip(item["clip_id"]) for item in items]
    guard_clips(clips)
    for action, item in zip(clips, items):
        start, end = action.frame_range
        start = to_frame(item["start_time"], "start_time") if "start_time" in item else start
        end = to_frame(item["end_time"], "end_time") if "end_time" in item else end
        if end < start + SAME_FRAME:
            raise InvalidParamsError(
                f"`{action.name}` would end at frame {end:g}, before it begins at frame {start:g}",
                {"path": "end_time", "expected": "a time after `start_time`"},
            )
        _trim(action, start, end)
    settle()
    return {"items": [read_fields(CLIP_FIELDS, action, None, job) for action in clips]}


def _trim(action: Any, start: float, end: float) -> None:
    for _, curve in all_curves(action):
        if len(curve.keyframe_points):
            write_points(curve, cut(curve, start, end))
    if action.use_frame_range or any(abs(a - b) > SAME_FRAME for a, b in zip(action.frame_range, (start, end))):
        set_range(action, start, end)


def split_clips(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Cuts clips in two."""
    clips = [find_clip(item["clip_id"]) for item in items]
    guard_clips(clips)
    told = []
    for action, item in zip(clips, items):
        other = _split(action, item)
        told.append({"clip_id": clip_id(action), "new_clip_id": clip_id(other), "new_name": other.name})
    return {"items": told}


def _split(action: Any, item: Item) -> Any:
    (start, end), at = action.frame_range, to_frame(item["time"])
    if not start + SAME_FRAME < at < end - SAME_FRAME:
        raise InvalidParamsError(
            f"`{action.name}` lies between {to_seconds(start):g} s and {to_seconds(end):g} s",
            {"path": "time", "expected": "a time between those", "got": item["time"]},
        )
    other = action.copy()
    other.name = checked_name(item.get("name") or action.name)
    other.use_fake_user = True
    _trim(action, start, at)
    _trim(other, at, end)
    return other


def merge_clips(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Makes new clips of others, end to end."""
    plan = [[find_clip(reference) for reference in item["clip_ids"]] for item in items]
    guard_clips([])
    made = [_merge(clips, item) for clips, item in zip(plan, items)]
    settle()
    return {"items": [read_fields(CLIP_FIELDS, action, None, job) for action in made]}


def _merge(clips: list[Any], item: Item) -> Any:
    if len(clips) < 2:
        raise InvalidParamsError(
            "one clip alone is merged already", {"path": "clip_ids", "expected": "two clips or more", "got": len(clips)}
        )
    blend = to_frame(item.get("blend_time", 0.0), "blend_time")
    shortest = min(clips, key=lambda action: action.frame_range[1] - action.frame_range[0])
    length = shortest.frame_range[1] - shortest.frame_range[0]
    most = length / 2 if len(clips) > 2 else length
    if blend and blend >= most:
        raise InvalidParamsError(
            f"`{shortest.name}` is too short to go over so long",
            {"path": "blend_time", "expected": f"less than {to_seconds(most):g} s", "got": item["blend_time"]},
        )
    made = new_clip(item.get("name") or "Merged")
    for (slot, path, index), points in _joined(clips, blend).items():
        curve = curves_for(made, slot).new(path, index=index)
        write_points(curve, points)
    return made


#: A curve by the words for its slot, its path and index.
_Place = tuple[tuple[str, str], str, int]


def _joined(clips: list[Any], blend: float) -> dict[_Place, Points]:
    """The points of all curves, one clip behind the other."""
    joined: dict[_Place, Points] = {}
    last: dict[_Place, tuple[Any, float]] = {}
    end = None
    for action in clips:
        start = action.frame_range[0]
        # A cut takes a frame: two values cannot stand at one.
        shift = 0.0 if end is None else end - blend - start + (0.0 if blend else 1.0)
        curves = _curves(action)
        for place, curve in curves.items():
            points = cut(curve, *action.frame_range).frozen_ends().shifted(shift)
            if place in joined and blend:
                ways = (_later(*last[place]), _later(curve, shift))
                points = joined[place].over(points, _line(ways, start + shift, blend), ways)
            elif place in joined:
                points = joined[place].before(points)
            joined[place] = points
        last.update({place: (curve, shift) for place, curve in curves.items()})
        end = action.frame_range[1] + shift
    return joined


def _later(curve: Any, shift: float) -> Evaluate:
    return lambda frame: float(curve.evaluate(frame - shift))


def _line(ways: tuple[Evaluate, Evaluate], start: float, blend: float) -> list[tuple[float, float]]:
    """Where two curves go over into each other: frames and values, a frame apart."""
    frames = [start + step for step in range(int(blend) + 1)]
    frames = [*(frame for frame in frames if frame < start + blend - SAME_FRAME), start + blend]
    parts = [(frame, (frame - start) / blend) for frame in frames]
    return [(frame, ways[0](frame) * (1 - part) + ways[1](frame) * part) for frame, part in parts]


def _curves(action: Any) -> dict[_Place, Any]:
    return {
        (slot_words(action, handle), curve.data_path, curve.array_index): curve
        for handle, curves in bags(action)
        for curve in curves
        if len(curve.keyframe_points)
    }
