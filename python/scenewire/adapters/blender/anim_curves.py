"""Animation curves: F-curves that have keyframes, as arrays. What is animated, and whether, their channels tell."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender.actions import all_curves
from scenewire.adapters.blender.bones import find_place
from scenewire.adapters.blender.channels import (
    CHANNEL_PARTS,
    Channel,
    actions,
    find_channel,
    guard_channels,
    open_channel,
)
from scenewire.adapters.blender.clips import find_clip
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.ends import ends_of, write_ends
from scenewire.adapters.blender.key_points import (
    checked_value,
    clear_points,
    column,
    frame_key,
    frames_of,
    put_points,
    refuse_crowded,
    single,
    words,
)
from scenewire.adapters.blender.keyframes import INTERPOLATION_WORDS, KEYFRAME_PARTS, set_way
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.parts import Part, Parts
from scenewire.adapters.blender.paths import path_of
from scenewire.adapters.blender.times import to_frame, to_seconds
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import ConflictError, InvalidParamsError


def _keys(action: Any) -> list[str]:
    return [f"{handle}\n{path_of(curve)}" for handle, curve in all_curves(action) if len(curve.keyframe_points)]


CURVE_PARTS = Parts("anim_curve", _keys, actions, of="clip")


def find_curve(reference: str) -> Channel:
    """The curve of an id, or of `clip/path`."""
    return Channel(CURVE_PARTS.find(reference))


def place(item: Item) -> Channel:
    """The channel that an item names by its id, or by node and path; made with its clip where they are missing."""
    reference, node, path = (item.pop(name, None) for name in ("channel_id", "node_id", "path"))
    channel = find_channel(reference) if reference else open_channel(find_place(node), path)
    guard_channels([channel])
    return channel


def frames_and_values(target: Channel, given: Item) -> tuple[list[float], list[float]]:
    """The arrays `times` and `values` in Blender's own numbers; of one that is not given what the curve has."""
    it = target.it
    frames = [to_frame(time, "times") for time in given["times"]] if "times" in given else list(frames_of(it))
    values = (
        [checked_value(value, target.factor, "values") for value in given["values"]]
        if "values" in given
        else list(column(it, "co")[1::2])
    )
    if len(frames) != len(values):
        field, other = ("values", frames) if "values" in given else ("times", values)
        raise InvalidParamsError(
            f"`{target.name}` has {len(frames)} times and {len(values)} values",
            {"path": field, "expected": f"{len(other)} numbers, or `times` and `values` together"},
        )
    refuse_crowded([single(frame) for frame in frames], "times")
    return frames, values


def _make(item: Item) -> Channel:
    channel = place(item)
    if len(channel.it.keyframe_points):
        raise ConflictError(
            f"`{channel.name}` has a curve already",
            {"path": "channel_id", "id": CURVE_PARTS.id_of(channel.part)},
            ["update that one"],
        )
    frames, values = frames_and_values(channel, {name: item.pop(name) for name in ("times", "values")})
    put_points(channel.it, frames, values)
    KEYFRAME_PARTS.made_all(channel.part.owner, [_key(channel, frame) for frame in frames])
    return Channel(CURVE_PARTS.made(channel.part))


def _key(target: Channel, frame: float) -> str:
    return f"{target.part.key}/{frame_key(single(frame))}"


def replace_points(target: Channel, frames: list[float], values: list[float]) -> None:
    """Makes these the keyframes of a curve. Of as many as it has each keeps its id."""
    it, before = target.it, frames_of(target.it)
    if len(before) != len(frames):
        put_points(it, frames, values)
        return
    moves = {_key(target, here): _key(target, there) for here, there in zip(before, frames)}
    KEYFRAME_PARTS.follow_all(target.part.owner, moves, lambda: put_points(it, frames, values))


def _write_group(target: Channel, patch: Item) -> Item:
    arrays: Item = {name: patch[name] for name in ("times", "values") if name in patch}
    if arrays:
        replace_points(target, *frames_and_values(target, arrays))
    rest = {name: value for name, value in patch.items() if name not in arrays}
    return write_ends(target.it, rest, "pre_infinity", "post_infinity")


def _remove(targets: list[Channel]) -> list[str]:
    ids = [CURVE_PARTS.id_of(target.part) for target in targets]
    for target in targets:
        clear_points(target.it)
        write_ends(target.it, {"pre": "constant", "post": "constant"}, "pre", "post")
    return ids


def _interpolation(target: Channel, _job: Job) -> Any:
    it = target.it
    found = set(words(it, "interpolation"))
    return INTERPOLATION_WORDS.get(it.keyframe_points[0].interpolation, ABSENT) if len(found) == 1 else ABSENT


def _set_interpolation(target: Channel, word: str) -> None:
    refuse_word("anim_curves", "interpolation_type", word)
    for point in target.it.keyframe_points:
        set_way(point, word, "interpolation_type")
    target.it.update()


def _times(target: Channel, job: Job) -> Any:
    times = array("f", map(to_seconds, frames_of(target.it)))
    return job.attach(times, "f4", (len(times),))


def _values(target: Channel, job: Job) -> Any:
    values = array("f", (value * target.factor for value in column(target.it, "co")[1::2]))
    return job.attach(values, "f4", (len(values),))


def _of_values(choose: Callable[[Any], float]) -> Field:
    return Field(lambda target, _job: choose(column(target.it, "co")[1::2]) * target.factor)


CURVE_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: CURVE_PARTS.read_id(target.part)),
    "name": Field(lambda target, _job: target.name),
    "channel_id": Field(lambda target, _job: CHANNEL_PARTS.read_id(target.part)),
    "node_id": Field(lambda target, _job: target.node_id),
    "path": Field(lambda target, _job: target.path),
    # These two and the ends are written by `_write_group`.
    "times": Field(_times, heavy=True),
    "values": Field(_values, heavy=True),
    "interpolation_type": Field(_interpolation, _set_interpolation),
    "pre_infinity": Field(lambda target, _job: ends_of(target.it)[0]),
    "post_infinity": Field(lambda target, _job: ends_of(target.it)[1]),
    "keyframe_count": Field(lambda target, _job: len(target.it.keyframe_points)),
    "start_time": Field(lambda target, _job: to_seconds(target.it.keyframe_points[0].co[0])),
    "end_time": Field(lambda target, _job: to_seconds(target.it.keyframe_points[-1].co[0])),
    "minimum": _of_values(min),
    "maximum": _of_values(max),
    **lacks_of("anim_curves"),
}


def _all(parent: str | None) -> list[Channel]:
    parts: list[Part] = CURVE_PARTS.of(find_clip(parent)) if parent else CURVE_PARTS.all()
    return [Channel(part) for part in parts]


ANIM_CURVES = Entity(
    plural="anim_curves",
    fields=CURVE_FIELDS,
    make=_make,
    find=find_curve,
    all=_all,
    remove=_remove,
    guard=guard_channels,
    settle=settle,
    write_group=_write_group,
    places=lambda targets: CURVE_PARTS.places(target.part for target in targets),
)
