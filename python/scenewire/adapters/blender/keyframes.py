"""Keyframes: the points of F-curves. One is named by its curve and its frame, which a curve has once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.actions import all_curves
from scenewire.adapters.blender.channels import (
    CHANNEL_PARTS,
    Target,
    find_channel,
    guard_channels,
    node_of,
    open_channel,
    path_of,
)
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.nodes import find_node
from scenewire.adapters.blender.parts import Part, Parts
from scenewire.adapters.blender.times import to_frame, to_seconds
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import ConflictError, InvalidParamsError

#: Two frames nearer than this are one to Blender (`BEZT_BINARYSEARCH_THRESH`).
SAME_FRAME = 0.01
#: The largest number in single precision, in which Blender keeps them.
_LARGEST = 3.4e38


def _frame_key(frame: float) -> str:
    return f"{round(frame, 2) + 0.0:g}" if abs(frame) < 10_000 else f"{round(frame, 2):.2f}".rstrip("0").rstrip(".")


def _keys(action: Any) -> list[str]:
    return [
        f"{handle}\n{path_of(curve)}/{_frame_key(point.co[0])}"
        for handle, curve in all_curves(action)
        for point in curve.keyframe_points
    ]


def _actions() -> Iterable[Any]:
    import bpy

    return list(bpy.data.actions)


KEYFRAME_PARTS = Parts("keyframe", _keys, _actions, of="clip")


class Key:
    """A keyframe for the length of a call."""

    def __init__(self, part: Part):
        self.part = part

    @property
    def channel(self) -> Target:
        """Its channel."""
        return Target(Part(self.part.owner, self.part.key.rpartition("/")[0]))

    @property
    def it(self) -> Any:
        """Blender's point."""
        frame = self.part.key.rpartition("/")[2]
        return next(point for point in self.channel.it.keyframe_points if _frame_key(point.co[0]) == frame)


def key_at(channel: Target, frame: float) -> Key:
    """The keyframe of a channel at a frame, rounded as Blender keeps it: to single precision."""
    (frame,) = array("f", [frame])
    return Key(Part(channel.part.owner, f"{channel.part.key}/{_frame_key(frame)}"))


def put_key(channel: Target, frame: float, value: float) -> Key:
    """Sets a keyframe, in Blender's own number; one that stands there already gets the value."""
    curve = channel.it
    there = any(abs(point.co[0] - frame) < SAME_FRAME for point in curve.keyframe_points)
    key = key_at(channel, curve.keyframe_points.insert(frame, value).co[0])
    curve.update()
    if not there:
        KEYFRAME_PARTS.made(key.part)
    return key


def _value(channel: Target, given: float) -> float:
    value = given / channel.factor
    if abs(value) > _LARGEST:
        raise InvalidParamsError(
            f"Blender keeps no number as large as {given:g}",
            {"path": "value", "expected": f"a number up to {_LARGEST:g}", "got": given},
        )
    return value


def _make(item: Item) -> Key:
    frame = to_frame(item.pop("time"))
    reference, node, path = (item.pop(name, None) for name in ("channel_id", "node_id", "path"))
    channel = find_channel(reference) if reference else open_channel(find_node(node), path)
    guard_channels([channel])
    return put_key(channel, frame, _value(channel, item.pop("value")))


def _all(parent: str | None) -> Iterable[Key]:
    if not parent:
        return [Key(part) for part in KEYFRAME_PARTS.all()]
    channel = find_channel(parent)
    return [key_at(channel, point.co[0]) for point in channel.it.keyframe_points]


def _remove(keys: list[Key]) -> list[str]:
    ids = [KEYFRAME_PARTS.id_of(key.part) for key in keys]
    for key in keys:
        curve = key.channel.it
        curve.keyframe_points.remove(key.it)
        curve.update()
    return ids


def _set_time(key: Key, time: Any) -> None:
    frame, point, curve = to_frame(time), key.it, key.channel.it
    if _frame_key(frame) == _frame_key(point.co[0]):
        return
    if any(abs(other.co[0] - frame) < SAME_FRAME for other in curve.keyframe_points):
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
    point.co_ui = (point.co[0], _value(key.channel, value))
    key.channel.it.update()


_INTERPOLATIONS = {"linear": "LINEAR", "bezier": "BEZIER", "constant": "CONSTANT"}
_WORDS = {theirs: ours for ours, theirs in _INTERPOLATIONS.items()}


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
        # Two free handles: an aligned one would turn the other side along. What that one is now, it stays.
        for one in ("left", "right"):
            place = tuple(getattr(point, f"handle_{one}"))
            setattr(point, f"handle_{one}_type", "FREE")
            setattr(point, f"handle_{one}", place)
        setattr(point, kind, "FREE")
        setattr(point, handle, (point.co[0] + frames, point.co[1] + _value(key.channel, offset[1])))
        key.channel.it.update()

    return Field(read, write)


def _set_breakdown(key: Key, breakdown: bool) -> None:
    point = key.it
    if breakdown:
        point.type = "BREAKDOWN"
    elif point.type == "BREAKDOWN":
        point.type = "KEYFRAME"


KEYFRAME_FIELDS: dict[str, Field] = {
    "id": Field(lambda key, _job: KEYFRAME_PARTS.id_of(key.part)),
    "name": Field(lambda key, _job: f"{key.part.owner.name}/{key.part.key.partition(chr(10))[2]}"),
    "channel_id": Field(lambda key, _job: CHANNEL_PARTS.id_of(key.channel.part)),
    "node_id": Field(lambda key, _job: node_of(key.channel)),
    "path": Field(lambda key, _job: key.channel.path),
    "time": Field(lambda key, _job: to_seconds(key.it.co[0]), _set_time),
    "value": Field(lambda key, _job: key.it.co[1] * key.channel.factor, _set_value),
    "interpolation_out": Field(
        lambda key, _job: _WORDS.get(key.it.interpolation, ABSENT), lambda key, word: set_way(key.it, word)
    ),
    "tangent_in": _tangent("left"),
    "tangent_out": _tangent("right"),
    "is_breakdown": Field(lambda key, _job: key.it.type == "BREAKDOWN", _set_breakdown),
    **lacks_of("keyframes"),
}


KEYFRAMES = Entity(
    plural="keyframes",
    fields=KEYFRAME_FIELDS,
    make=_make,
    find=lambda reference: Key(KEYFRAME_PARTS.find(reference)),
    all=_all,
    remove=_remove,
    guard=lambda keys: guard_channels([key.channel for key in keys]),
    settle=settle,
    places=lambda targets: KEYFRAME_PARTS.places(target.part for target in targets),
)
