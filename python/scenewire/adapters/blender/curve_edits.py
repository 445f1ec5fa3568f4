"""Operations on channels beyond CRUD: what they amount to, muting, baking, interpolation."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.channels import CHANNEL_FIELDS, CHANNEL_PARTS, Channel, find_channel, guard_channels
from scenewire.adapters.blender.clips import clip_id, find_clip
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.key_points import SAME_FRAME
from scenewire.adapters.blender.keyframes import KEYFRAME_PARTS, key_at, set_way
from scenewire.adapters.blender.scene import fps
from scenewire.adapters.blender.times import to_frame, to_seconds
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.errors import CancelledError, InvalidParamsError

#: More than an hour at 24 frames per second in one channel is a mistake in a time.
_MOST_KEYS = 100_000


def evaluate_animation(*, items: list[Item], job: Job) -> Json:
    """The curves alone, with their modifiers; the scene stays at its frame."""
    return {"items": [_evaluated(find_clip(item["clip_id"]), to_frame(item["time"])) for item in items]}


def _evaluated(action: Any, frame: float) -> Item:
    channels = [Channel(part) for part in CHANNEL_PARTS.of(action)]
    values = [
        {
            "channel_id": CHANNEL_PARTS.id_of(channel.part),
            "path": channel.path,
            "value": channel.it.evaluate(frame) * channel.factor,
        }
        for channel in channels
        if not channel.it.mute
    ]
    return {"clip_id": clip_id(action), "time": to_seconds(frame), "values": values}


def set_channel_mute(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Switches off or on."""
    channels = channels_of(items)
    for channel, item in zip(channels, items):
        channel.it.mute = item["muted"]
    settle()
    return {"items": [read_fields(CHANNEL_FIELDS, channel, None, job) for channel in channels]}


def set_channel_solo(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Blender keeps no solo of F-curves: the others of the clip are muted."""
    channels = channels_of(items)
    alone = {channel.part for channel, item in zip(channels, items) if item["solo"]}
    told = []
    for owner in dict.fromkeys(channel.part.owner for channel in channels):
        some = [part for part in alone if part.owner == owner]
        for part in CHANNEL_PARTS.of(owner):
            channel = Channel(part)
            channel.it.mute = bool(some) and part not in some
            told.append(channel)
    settle()
    return {"items": [read_fields(CHANNEL_FIELDS, channel, None, job) for channel in told]}


def bake_keyframes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """The values are taken before the first keyframe is set, which would bend what is left."""
    return {"items": [_bake(channel, item, job) for channel, item in zip(channels_of(items), items)]}


def _bake(channel: Channel, item: Item, job: Job) -> Item:
    import bpy

    start, end = stretch(channel, item)
    step = fps(bpy.context.scene) / item["frame_rate"] if "frame_rate" in item else 1.0
    if step <= SAME_FRAME or (end - start) / step > _MOST_KEYS:
        raise InvalidParamsError(
            f"that would be {(end - start) / step:.0f} keyframes",
            {
                "path": "frame_rate",
                "expected": f"at most {_MOST_KEYS} keyframes, each {SAME_FRAME} frames from the next",
            },
        )
    # The last step is the end itself when it lies less than a thousandth of one before it.
    frames = [start + step * number for number in range(int((end - start) / step + 1.001))]
    curve = channel.it
    values = [curve.evaluate(frame) for frame in frames]
    for number, (frame, value) in enumerate(zip(frames, values)):
        if number % 1_000 == 0 and job.cancelled():
            raise CancelledError(f"cancelled after {number} of {len(values)} keyframes")
        curve.keyframe_points.insert(frame, value, options={"FAST"})
    curve.update()
    return counted(channel, frames)


def set_interpolation(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """How each keyframe of a stretch goes on."""
    return {"items": [_interpolate(channel, item) for channel, item in zip(channels_of(items), items)]}


def _interpolate(channel: Channel, item: Item) -> Item:
    start, end = stretch(channel, item)
    curve = channel.it
    points = [point for point in curve.keyframe_points if start - SAME_FRAME < point.co[0] < end + SAME_FRAME]
    for point in points:
        set_way(point, item["mode"], "mode")
    curve.update()
    return counted(channel, [point.co[0] for point in points])


def channels_of(items: list[Item]) -> list[Channel]:
    """The channels of items, which will be changed."""
    channels = [find_channel(item["channel_id"]) for item in items]
    guard_channels(channels)
    return channels


def stretch(channel: Channel, item: Item) -> tuple[float, float]:
    """First and last frame of what is meant."""
    points = channel.it.keyframe_points
    given = [to_frame(item[name], name) if name in item else None for name in ("start_time", "end_time")]
    if not len(points):
        raise InvalidParamsError(
            f"`{channel.path}` of `{channel.part.owner.name}` has no keyframes",
            {"path": "channel_id", "expected": "a channel with keyframes"},
        )
    start = points[0].co[0] if given[0] is None else given[0]
    end = points[-1].co[0] if given[1] is None else given[1]
    if end < start:
        raise InvalidParamsError(
            f"the end, frame {end:g}, lies before the start, frame {start:g}",
            {"path": "end_time", "expected": "a time at or after `start_time`"},
        )
    return start, end


def counted(channel: Channel, frames: list[float]) -> Item:
    """What was written of a channel."""
    settle()
    keys = [key_at(channel, frame).part.key for frame in frames]
    return {
        "channel_id": CHANNEL_PARTS.id_of(channel.part),
        "keyframe_ids": KEYFRAME_PARTS.ids_of(channel.part.owner, keys),
        "keyframe_count": len(channel.it.keyframe_points),
    }
