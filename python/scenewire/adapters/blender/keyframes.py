"""Keyframes: the points of F-curves. One is named by its curve and its frame, which a curve has once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
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
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.key_points import (
    SAME_FRAME,
    checked_value,
    column,
    frame_key,
    frames_of,
    index_at,
    remove_at,
    single,
)
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.parts import Part, Parts, in_place
from scenewire.adapters.blender.paths import path_of
from scenewire.adapters.blender.times import to_frame, to_seconds
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import ConflictError, InvalidParamsError

#: The keyframes of an action: frame and value of each, by their curve's key.
Stamp = dict[str, bytes]


def _stamp(action: Any) -> Stamp:
    return {f"{handle}\n{path_of(curve)}": column(curve, "co").tobytes() for handle, curve in all_curves(action)}


def _keys(action: Any) -> list[str]:
    return [key for curve, points in _stamp(action).items() for key in _keys_of(curve, array("f", points)[::2])]


def _keys_of(curve: str, frames: Iterable[float]) -> list[str]:
    return [f"{curve}/{frame_key(frame)}" for frame in frames]


def _renamed(before: Stamp, now: Stamp) -> dict[str, str]:
    """As many keyframes of a curve with the same values in the same order were moved in time; else one that stands
    alone in the place of another and has its value. What has another value too is a new one: the artist may have
    taken the old one away and set another."""
    curves = in_place(list(before), list(now))
    found: dict[str, str] = {}
    for curve, points in now.items():
        was = curves.get(curve, curve)
        if (was in before and before[was] != points) or was != curve:
            found.update(_moved(was, array("f", before[was]), curve, array("f", points)))
    return found


def _moved(was: str, before: array[float], curve: str, now: array[float]) -> dict[str, str]:
    if len(before) != len(now):
        return {}
    names, old = _keys_of(curve, now[::2]), _keys_of(was, before[::2])
    pairs = list(zip(names, old, now[1::2], before[1::2]))
    if before[1::2] == now[1::2]:
        return {name: one for name, one, _, _ in pairs}
    return {name: one for name, one, value, other in pairs if value == other and name not in old and one not in names}


KEYFRAME_PARTS = Parts("keyframe", _keys, actions, of="clip", stamp=_stamp, renamed=_renamed)


class Key:
    """A keyframe for the length of a call."""

    def __init__(self, part: Part):
        self.part = part

    @property
    def channel(self) -> Channel:
        """Its channel."""
        return Channel(Part(self.part.owner, self.part.key.rpartition("/")[0]))

    @property
    def frame(self) -> float:
        """Where it lies, to the hundredth."""
        return float(self.part.key.rpartition("/")[2])

    @property
    def it(self) -> Any:
        """Blender's point."""
        curve = self.channel.it
        at = index_at(curve, self.frame)
        if at is None:
            raise StopIteration(self.part.key)
        return curve.keyframe_points[at]


def key_at(channel: Channel, frame: float) -> Key:
    """The keyframe of a channel at a frame."""
    return Key(Part(channel.part.owner, f"{channel.part.key}/{frame_key(single(frame))}"))


def put_keys(keys: list[tuple[Channel, float, float]]) -> list[Key]:
    """Sets keyframes, in Blender's own numbers; one that stands at such a frame already gets the value."""
    found, new = [], []
    for channel, frame, value in keys:
        points = channel.it.keyframe_points
        count = len(points)
        key = key_at(channel, points.insert(frame, value, options={"FAST"}).co[0])
        found.append(key)
        if len(points) > count:
            new.append(key)
    for channel in {channel.part: channel for channel, _, _ in keys}.values():
        channel.it.update()
    for owner in {key.part.owner.as_pointer(): key.part.owner for key in new}.values():
        KEYFRAME_PARTS.made_all(owner, [key.part.key for key in new if key.part.owner == owner])
    return found


def _make_all(items: list[Item]) -> list[Key]:
    channels: dict[tuple[Any, ...], Channel] = {}
    keys = []
    for item in items:
        frame = to_frame(item.pop("time"))
        place = tuple(item.pop(name, None) for name in ("channel_id", "node_id", "path"))
        if place not in channels:
            reference, node, path = place
            channels[place] = find_channel(reference) if reference else open_channel(find_place(node), path)
            guard_channels([channels[place]])
        channel = channels[place]
        keys.append((channel, frame, checked_value(item.pop("value"), channel.factor)))
    return put_keys(keys)


def _all(parent: str | None) -> Iterable[Key]:
    if not parent:
        return [Key(part) for part in KEYFRAME_PARTS.all()]
    channel = find_channel(parent)
    keys = _keys_of(channel.part.key, frames_of(channel.it))
    return [Key(Part(channel.part.owner, key)) for key in keys]


def _remove(keys: list[Key]) -> list[str]:
    ids = [KEYFRAME_PARTS.read_id(key.part) for key in keys]
    by_channel: dict[tuple[int, str], list[Key]] = {}
    for key in keys:
        by_channel.setdefault((key.part.owner.as_pointer(), key.channel.part.key), []).append(key)
    for some in by_channel.values():
        remove_at(some[0].channel.it, [key.frame for key in some])
    return ids


def _set_time(key: Key, time: Any) -> None:
    frame, point, curve = to_frame(time), key.it, key.channel.it
    if frame_key(frame) == frame_key(point.co[0]):
        return
    if index_at(curve, frame) is not None and abs(frame - point.co[0]) >= SAME_FRAME:
        raise ConflictError(
            f"`{key.channel.path}` has another keyframe at frame {frame:g}", {"path": "time", "got": time}
        )

    def move() -> None:
        point.co_ui = (frame, point.co[1])
        # Sorts the points and brings the handles that Blender computes up to date.
        curve.update()

    key.part = KEYFRAME_PARTS.follow(key.part, key_at(key.channel, frame).part.key, move)


def _set_value(key: Key, value: float) -> None:
    point = key.it
    point.co_ui = (point.co[0], checked_value(value, key.channel.factor))


_INTERPOLATIONS = {"linear": "LINEAR", "bezier": "BEZIER", "constant": "CONSTANT"}
#: Our word for an interpolation of Blender's.
INTERPOLATION_WORDS = {theirs: ours for ours, theirs in _INTERPOLATIONS.items()}


def set_way(point: Any, word: str, field: str = "interpolation_out") -> None:
    """How the curve goes on from a point."""
    refuse_word("keyframes", "interpolation_out", word)
    if word not in _INTERPOLATIONS:
        raise InvalidParamsError(f"Blender has no {word}", {"path": field})
    point.interpolation = _INTERPOLATIONS[word]


def _tangent(side: str) -> Field:
    handle, kind = f"handle_{side}", f"handle_{side}_type"

    def read(key: Key, _job: Job) -> list[float]:
        point, at = key.it, getattr(key.it, handle)
        return [to_seconds(at[0] - point.co[0]), (at[1] - point.co[1]) * key.channel.factor]

    def write(key: Key, offset: list[float]) -> None:
        point = key.it
        frames = to_frame(offset[0], "tangent_in" if side == "left" else "tangent_out")
        key.channel.it.update()
        # Two free handles: an aligned one would turn the other side along. What that one is now, it stays.
        for one in ("left", "right"):
            place = tuple(getattr(point, f"handle_{one}"))
            setattr(point, f"handle_{one}_type", "FREE")
            setattr(point, f"handle_{one}", place)
        setattr(point, kind, "FREE")
        setattr(point, handle, (point.co[0] + frames, point.co[1] + checked_value(offset[1], key.channel.factor)))
        key.channel.it.update()

    return Field(read, write)


def _set_breakdown(key: Key, breakdown: bool) -> None:
    point = key.it
    if breakdown:
        point.type = "BREAKDOWN"
    elif point.type == "BREAKDOWN":
        point.type = "KEYFRAME"


KEYFRAME_FIELDS: dict[str, Field] = {
    "id": Field(lambda key, _job: KEYFRAME_PARTS.read_id(key.part)),
    "name": Field(lambda key, _job: f"{key.part.owner.name}/{key.part.key.partition(chr(10))[2]}"),
    "channel_id": Field(lambda key, _job: CHANNEL_PARTS.read_id(key.channel.part)),
    "node_id": Field(lambda key, _job: key.channel.node_id),
    "path": Field(lambda key, _job: key.channel.path),
    "time": Field(lambda key, _job: to_seconds(key.it.co[0]), _set_time),
    "value": Field(lambda key, _job: key.it.co[1] * key.channel.factor, _set_value),
    "interpolation_out": Field(
        lambda key, _job: INTERPOLATION_WORDS.get(key.it.interpolation, ABSENT), lambda key, word: set_way(key.it, word)
    ),
    "tangent_in": _tangent("left"),
    "tangent_out": _tangent("right"),
    "is_breakdown": Field(lambda key, _job: key.it.type == "BREAKDOWN", _set_breakdown),
    **lacks_of("keyframes"),
}


def _places(keys: list[Key]) -> list[list[float]]:
    """Channel by channel, and there in time."""
    channels = CHANNEL_PARTS.places(key.channel.part for key in keys)
    return [[*place, float(key.part.key.rpartition("/")[2])] for key, place in zip(keys, channels)]


def _written(keys: list[Key]) -> None:
    """Handles that Blender computes follow what was written, once for each curve."""
    for channel in {key.channel.part: key.channel for key in keys}.values():
        channel.it.update()


KEYFRAMES = Entity(
    plural="keyframes",
    fields=KEYFRAME_FIELDS,
    make=lambda item: _make_all([item])[0],
    make_all=_make_all,
    find=lambda reference: Key(KEYFRAME_PARTS.find(reference, unwritten=True)),
    all=_all,
    remove=_remove,
    guard=lambda keys: guard_channels([key.channel for key in keys]),
    settle=settle,
    places=_places,
    written=_written,
)
