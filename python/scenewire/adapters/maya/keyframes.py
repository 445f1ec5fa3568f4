"""Keyframes: keys of animation curves, by a number that stays with one when it is moved in time."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.anim_curves import (
    CHANNEL,
    IN_TYPES,
    OUT_TYPES,
    SAME_FRAME,
    all_curves,
    find_channel,
    frames_of,
    keyed_curve,
    set_key,
    values_of,
    word_of,
)
from scenewire.adapters.maya.animated import (
    curve_on,
    name_of,
    node_id_of,
    path_of,
    plug_of,
    plug_of_curve,
    refuse_driven,
)
from scenewire.adapters.maya.handles import Handle, delete, guard, handle, settle
from scenewire.adapters.maya.identity import IDENTITY, missing, parsed
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.times import frame_of, seconds
from scenewire.adapters.references import nearest
from scenewire.errors import ConflictError


class Key:
    """One key, by the curve that it is on and its frame."""

    __slots__ = ("curve", "frame")

    def __init__(self, curve: Handle, frame: float) -> None:
        self.curve = curve
        self.frame = frame

    @property
    def number(self) -> int:
        """What stays with it in this process."""
        return IDENTITY.part(self.curve.uuid, where_of(self.frame))

    @property
    def index(self) -> int:
        """Which key of its curve it is."""
        frames = frames_of(self.curve.path)
        return min(range(len(frames)), key=lambda at: abs(frames[at] - self.frame))

    @property
    def at(self) -> dict[str, tuple[int, int]]:
        """How commands are told which key is meant."""
        return {"index": (self.index, self.index)}


def where_of(frame: float) -> str:
    """A frame as the identity keeps it: what Maya rounds is no other frame."""
    return f"{frame:.4f}"


def key_id(key: Key) -> str:
    """The id of a key."""
    return f"{IDENTITY.of('keyframe', key.curve.uuid)}_{key.number}"


def _name(key: Key) -> str:
    return f"{name_of(plug_of_curve(key.curve))}/{round(key.frame, 4):g}"


def _of(curve: Handle) -> list[Key]:
    return [Key(curve, frame) for frame in frames_of(curve.path)]


def _all(parent: str | None) -> list[Key]:
    curves = [find_channel(parent)] if parent else all_curves()
    return [key for curve in curves for key in _of(curve)]


def find_key(reference: str) -> Key:
    """The key of an id, or of `node/path/frame`."""
    from maya import cmds

    known = parsed("keyframe", reference)
    if known is not None:
        uuid, number = known
        if number is not None and cmds.ls(uuid):
            curve = Handle(uuid)
            there = {where_of(frame): frame for frame in frames_of(curve.path)}
            where = next((where for where in IDENTITY.wheres(uuid, number) if where in there), None)
            if where is not None:
                return Key(curve, there[where])
        raise missing("keyframe", reference, [])
    every = _all(None)
    found = next((key for key in every if _name(key) == reference), None)
    if found is None:
        raise missing("keyframe", reference, nearest(reference, [_name(key) for key in every]))
    return found


def _make(item: Item) -> Key:
    channel = item.pop("channel_id", None)
    if channel is not None:
        plug = plug_of_curve(find_channel(channel))
        guard([handle(plug.partition(".")[0])])
    else:
        plug = plug_of(item.pop("node_id"), item.pop("path"))
        refuse_driven(plug)
    frame = frame_of(item.pop("time"))
    before = curve_on(plug)
    new = before is None or all(abs(frame - there) > SAME_FRAME for there in frames_of(before))
    set_key(plug, frame, float(item.pop("value")))
    made = Key(keyed_curve(plug), frame)
    if new:
        IDENTITY.new_part(made.curve.uuid, where_of(frame))
    return made


def _set_time(key: Key, time: Any) -> None:
    from maya import cmds

    frame = frame_of(time)
    if abs(frame - key.frame) <= SAME_FRAME:
        return
    other = next((one for one in _of(key.curve) if abs(one.frame - frame) <= SAME_FRAME), None)
    if other is not None:
        raise ConflictError(
            f"`{name_of(plug_of_curve(key.curve))}` has a keyframe there already",
            {"path": "time", "id": key_id(other)},
            ["update that one"],
        )
    # Between its neighbours a key is moved; over them Maya moves none, so that it is set anew there.
    cmds.keyframe(key.curve.path, edit=True, option="over", timeChange=frame, **key.at)
    IDENTITY.moved_part(key.curve.uuid, where_of(key.frame), where_of(frame))
    key.frame = frame


def _value(key: Key, _job: Job) -> float:
    return values_of(key.curve.path)[key.index]


def _set_value(key: Key, value: float) -> None:
    from maya import cmds

    cmds.keyframe(key.curve.path, edit=True, valueChange=float(value), **key.at)


def _tangent(side: str) -> Field:
    flag, field = f"{side}TangentType", f"interpolation_{side}"
    types = IN_TYPES if side == "in" else OUT_TYPES

    def lies(key: Key) -> str:
        from maya import cmds

        return word_of(str(cmds.keyTangent(key.curve.path, query=True, **key.at, **{flag: True})[0]))

    def write(key: Key, word: str) -> None:
        from maya import cmds

        refuse_word("keyframes", field, word)
        if word != lies(key):
            # Tangents that are locked to each other are one: here each side is said by itself.
            cmds.keyTangent(key.curve.path, edit=True, lock=False, **key.at)
            cmds.keyTangent(key.curve.path, edit=True, **key.at, **{flag: types[word]})

    return Field(lambda key, _job: lies(key), write)


def _breakdown(key: Key, _job: Job) -> bool:
    from maya import cmds

    found = cmds.keyframe(key.curve.path, query=True, breakdown=True, **key.at) or ()
    return any(abs(float(frame) - key.frame) <= SAME_FRAME for frame in found)


def _set_breakdown(key: Key, breakdown: bool) -> None:
    from maya import cmds

    cmds.keyframe(key.curve.path, edit=True, breakdown=breakdown, **key.at)


def _remove(targets: list[Key]) -> list[str]:
    """With its last key a curve goes, and the number stays what it is."""
    from maya import cmds

    ids = [key_id(target) for target in targets]
    for target in targets:
        if len(frames_of(target.curve.path)) == 1:
            delete([target.curve.path])
        else:
            cmds.cutKey(target.curve.path, clear=True, **target.at)
    return ids


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda key, _job: key_id(key)),
    "name": Field(lambda key, _job: _name(key)),
    "channel_id": Field(lambda key, _job: CHANNEL.id(key.curve)),
    "node_id": Field(lambda key, _job: node_id_of(key.curve)),
    "path": Field(lambda key, _job: path_of(plug_of_curve(key.curve))),
    "time": Field(lambda key, _job: seconds(key.frame), _set_time),
    "value": Field(_value, _set_value),
    "interpolation_in": _tangent("in"),
    "interpolation_out": _tangent("out"),
    "is_breakdown": Field(_breakdown, _set_breakdown),
    **lacks_of("keyframes"),
}


KEYFRAMES = Entity(
    plural="keyframes",
    fields=FIELDS,
    make=_make,
    find=find_key,
    all=_all,
    remove=_remove,
    guard=lambda targets: guard([target.curve for target in targets]),
    settle=settle,
    places=lambda targets: [target.number for target in targets],
)
