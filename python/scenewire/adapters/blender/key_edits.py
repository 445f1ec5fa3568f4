"""Many keyframes at once: scaled, offset, mirrored, shaken, smoothed."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.blender.anim_curves import CURVE_FIELDS, find_curve, replace_points
from scenewire.adapters.blender.channels import Channel, guard_channels
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.curve_edits import channels_of, counted, stretch
from scenewire.adapters.blender.key_points import (
    SAME_FRAME,
    checked_value,
    column,
    frame_key,
    frames_of,
    index_at,
    put_words,
    refuse_crowded,
    single,
    words,
)
from scenewire.adapters.blender.keyframes import KEYFRAME_PARTS, Key
from scenewire.adapters.blender.times import checked_frame, to_frame
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.adapters.key_moves import Map, blamed, maps, refuse_others, shaken, smoothed
from scenewire.errors import InvalidParamsError

#: What belongs to the stretch behind a point, and not to the point: a curve that is turned round hands it on.
_BEHIND = ("interpolation", "easing")


def transform_keyframes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves keyframes, their handles with them."""
    channels = channels_of(items)
    return {"items": [_transform(channel, item) for channel, item in zip(channels, items)]}


def _transform(channel: Channel, item: Item) -> Item:
    operation = item["operation"]
    refuse_others(item)
    chosen = _chosen(channel, item)
    it, frames = channel.it, frames_of(channel.it)
    if operation == "noise":
        shaken = _shaken(channel, item, chosen)
        replace_points(channel, list(frames), shaken)
        return counted(channel, [frames[at] for at in chosen])
    time, value = _maps(channel, item, frames[chosen[0]])
    new = {at: checked_frame(time[0] * frames[at] + time[1], blamed(item, "time")) for at in chosen}
    after = sorted(new.get(at, frame) for at, frame in enumerate(frames))
    refuse_crowded([single(frame) for frame in after], blamed(item, "time"))
    moves = {_key(channel, frames[at]): _key(channel, frame) for at, frame in new.items()}
    KEYFRAME_PARTS.follow_all(channel.part.owner, moves, lambda: _write(it, chosen, time, value, item))
    return counted(channel, sorted(new.values()))


def _chosen(channel: Channel, item: Item) -> list[int]:
    """Which points, by number, in order."""
    frames = frames_of(channel.it)
    if "keyframe_ids" not in item:
        start, end = stretch(channel, item)
        found = [at for at, frame in enumerate(frames) if start - SAME_FRAME < frame < end + SAME_FRAME]
    else:
        found = sorted({_index(channel, reference) for reference in item["keyframe_ids"]})
    if not found:
        raise InvalidParamsError(
            f"`{channel.name}` has no keyframes there", {"path": "keyframe_ids", "expected": "at least one keyframe"}
        )
    return found


def _index(channel: Channel, reference: str) -> int:
    key = Key(KEYFRAME_PARTS.find(reference))
    at = index_at(channel.it, key.frame) if key.channel.part == channel.part else None
    if at is None:
        raise InvalidParamsError(
            f"`{reference}` is no keyframe of `{channel.name}`", {"path": "keyframe_ids", "got": reference}
        )
    return at


def _maps(channel: Channel, item: Item, first: float) -> tuple[Map, Map]:
    """Factor and summand of frames and of values."""
    return maps(item, first, lambda name: to_frame(item[name], name), channel.factor)


def _write(it: Any, chosen: list[int], time: Map, value: Map, item: Item) -> None:
    columns = {name: column(it, name) for name in ("co", "handle_left", "handle_right")}
    for values in columns.values():
        for at in chosen:
            values[2 * at] = time[0] * values[2 * at] + time[1]
            moved = value[0] * values[2 * at + 1] + value[1]
            values[2 * at + 1] = checked_value(moved, 1.0, blamed(item, "value"))
    kinds = {name: words(it, name) for name in ("handle_left_type", "handle_right_type", *_BEHIND)}
    if time[0] < 0:
        _turn(columns, chosen, "handle_left", "handle_right", 2)
        _turn(kinds, chosen, "handle_left_type", "handle_right_type", 1)
        for name in _BEHIND:
            _hand_on(kinds[name], chosen)
    for name, written in kinds.items():
        put_words(it, name, written)
    for name, places in columns.items():
        it.keyframe_points.foreach_set(name, places)
    it.update()


def _turn(columns: dict[str, array[Any]], chosen: list[int], left: str, right: str, width: int) -> None:
    one, other = columns[left], columns[right]
    for at in chosen:
        place = slice(width * at, width * at + width)
        one[place], other[place] = other[place], one[place]


def _hand_on(kinds: array[int], chosen: list[int]) -> None:
    """What lay behind a point lies before it now, and so behind its neighbour."""
    before = [kinds[at] for at in chosen]
    for at, kind in zip(chosen, [before[-1], *before[:-1]]):
        kinds[at] = kind


def _shaken(channel: Channel, item: Item, chosen: list[int]) -> list[float]:
    values = shaken(item, column(channel.it, "co")[1::2], chosen, channel.factor)
    return [checked_value(value, 1.0, "noise_amplitude") for value in values]


def _key(channel: Channel, frame: float) -> str:
    return f"{channel.part.key}/{frame_key(single(frame))}"


def smooth_curves(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Takes values towards the line between their neighbours."""
    curves = [find_curve(item["curve_id"]) for item in items]
    guard_channels(curves)
    for curve, item in zip(curves, items):
        replace_points(curve, *_smoothed(curve, item))
    settle()
    return {"items": [read_fields(CURVE_FIELDS, curve, None, job) for curve in curves]}


def _smoothed(curve: Channel, item: Item) -> tuple[list[float], list[float]]:
    frames, values = list(frames_of(curve.it)), list(column(curve.it, "co")[1::2])
    start, end = stretch(curve, item)
    kept = {0, len(frames) - 1, *(_index(curve, reference) for reference in item.get("preserve_ids", ()))}
    free = [at for at, frame in enumerate(frames) if at not in kept and start - SAME_FRAME < frame < end + SAME_FRAME]
    return frames, smoothed(item, frames, values, free)
