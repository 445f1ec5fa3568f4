"""Many keys of channels at once: how they go on, and one at every step."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.anim_curves import (
    CHANNEL,
    IN_TYPES,
    OUT_TYPES,
    SAME_FRAME,
    find_channel,
    frames_of,
    rate,
    set_key,
)
from scenewire.adapters.maya.animated import name_of, plug_of_curve
from scenewire.adapters.maya.channels import guard_channels
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.keyframes import Key, key_id
from scenewire.adapters.maya.lacks import refuse_word
from scenewire.adapters.maya.times import frame_of
from scenewire.errors import ConflictError, InvalidParamsError

#: So many keys are put on a channel at most: what is more is a mistake in a time.
_MOST = 100_000


def set_interpolation(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Sets how channels go on from their keys."""
    channels = channels_of(items)
    return {"items": [_interpolated(channel, item) for channel, item in zip(channels, items)]}


def bake_keyframes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Puts a key at every step of a stretch."""
    channels = channels_of(items)
    return {"items": [_baked(channel, item) for channel, item in zip(channels, items)]}


def channels_of(items: list[Item]) -> list[Handle]:
    """The channels of items, which may be written."""
    found = [find_channel(item["channel_id"]) for item in items]
    guard_channels(found)
    return found


def stretch(channel: Handle, item: Item) -> tuple[float, float]:
    """The first and the last frame that are meant."""
    frames = frames_of(channel.path)
    start = frame_of(item["start_time"]) if "start_time" in item else frames[0]
    end = frame_of(item["end_time"]) if "end_time" in item else frames[-1]
    if end < start:
        raise InvalidParamsError("the stretch ends before it begins", {"path": "end_time", "got": item.get("end_time")})
    return start, end


def _interpolated(channel: Handle, item: Item) -> Item:
    from maya import cmds

    word, (start, end) = item["mode"], stretch(channel, item)
    refuse_word("anim_curves", "interpolation_type", word)
    chosen = [frame for frame in frames_of(channel.path) if start - SAME_FRAME <= frame <= end + SAME_FRAME]
    if chosen:
        given: dict[str, Any] = {"time": (chosen[0] - SAME_FRAME, chosen[-1] + SAME_FRAME)}
        cmds.keyTangent(channel.path, edit=True, lock=False, **given)
        given |= {"inTangentType": IN_TYPES.get(word, "auto"), "outTangentType": OUT_TYPES[word]}
        cmds.keyTangent(channel.path, edit=True, **given)
    return counted(channel, chosen)


def _baked(channel: Handle, item: Item) -> Item:
    from maya import cmds

    path, plug, (start, end) = channel.path, plug_of_curve(channel), stretch(channel, item)
    refuse_locked(plug)
    step = rate() / item.get("frame_rate", rate())
    count = int((end - start) / step + SAME_FRAME) + 1
    if count > _MOST:
        raise InvalidParamsError(
            f"{count} keyframes are too many", {"path": "end_time", "expected": f"at most {_MOST} of them"}
        )
    frames = [start + at * step for at in range(count)]
    values = [float(cmds.keyframe(path, query=True, eval=True, time=(frame, frame))[0]) for frame in frames]
    for frame, value in zip(frames, values):
        set_key(plug, frame, value)
    return counted(channel, frames)


def refuse_locked(plug: str) -> None:
    """Raises `conflict` where Maya would set no key."""
    from maya import cmds

    if cmds.getAttr(plug, lock=True):
        raise ConflictError(
            f"`{name_of(plug)}` is locked, and gets no keys", {"path": "channel_id"}, ["update its `locked` first"]
        )


def counted(channel: Handle, frames: list[float]) -> Item:
    """What of a channel was written, and how many keys it has now."""
    return {
        "channel_id": CHANNEL.id(channel),
        "keyframe_ids": [key_id(Key(channel, frame)) for frame in frames],
        "keyframe_count": len(frames_of(channel.path)),
    }
