"""Keys of channels moved many at once, and curves without jitter.

Maya's own `scaleKey` says nothing of what becomes of tangents of a curve that is turned round; so keys are set where
they belong, and their tangents are said. Source: `setKeyframe`, `keyTangent` and `cutKey` in Autodesk's reference.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item, read_fields
from scenewire.adapters.key_moves import Map, blamed, maps, refuse_others, shaken, smoothed
from scenewire.adapters.maya.anim_curves import FIELDS, SAME_FRAME, find_curve, frames_of, set_key, values_of
from scenewire.adapters.maya.animated import name_of, plug_of_curve
from scenewire.adapters.maya.attributes import get
from scenewire.adapters.maya.channels import guard_channels
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.identity import IDENTITY
from scenewire.adapters.maya.key_edits import channels_of, counted, refuse_locked, stretch
from scenewire.adapters.maya.keyframes import find_key, where_of
from scenewire.adapters.maya.times import frame_of, seconds
from scenewire.adapters.maya.undoable import apply
from scenewire.errors import InvalidParamsError

#: No time of a call is farther off, in seconds.
_FARTHEST = 1e6
#: What holds a value belongs to the stretch behind a key, and not to the key.
_HELD = ("step", "stepnext")


@dataclass(frozen=True)
class _Tangent:
    """One tangent of a key: its type, its angle in degrees as the graph editor shows it, its weight."""

    type: str
    angle: float
    weight: float

    def drawn(self, wider: float, higher: float) -> _Tangent:
        """The same one of a curve that is so much wider and higher; a width below 0 turns it round."""
        angle = math.radians(self.angle)
        run, rise = math.cos(angle) * abs(wider), math.sin(angle) * higher * math.copysign(1.0, wider)
        return _Tangent(self.type, math.degrees(math.atan2(rise, run)), self.weight * math.hypot(run, rise))


@dataclass(frozen=True)
class _Point:
    """A key with all that it says."""

    frame: float
    value: float
    arriving: _Tangent
    leaving: _Tangent
    lock: bool
    weight_lock: bool
    breakdown: bool


def transform_keyframes(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves keyframes, their tangents with them."""
    channels = channels_of(items)
    return {"items": [_transformed(channel, item) for channel, item in zip(channels, items)]}


def _transformed(channel: Handle, item: Item) -> Item:
    refuse_others(item)
    refuse_locked(plug_of_curve(channel))
    chosen, frames = _chosen(channel, item), frames_of(channel.path)
    if item["operation"] == "noise":
        _put_values(channel.path, _finite(shaken(item, values_of(channel.path), chosen), "noise_amplitude"), chosen)
        return counted(channel, [frames[at] for at in chosen])
    time, value = maps(item, frames[chosen[0]], lambda name: frame_of(item[name]))
    moved = {at: _checked(time[0] * frames[at] + time[1], item) for at in chosen}
    _refuse_crowded(sorted(moved.get(at, frame) for at, frame in enumerate(frames)), item)
    _finite([value[0] * before + value[1] for before in values_of(channel.path)], blamed(item, "value"))
    _move(channel, _points(channel.path, chosen), time, value)
    moves = {where_of(frames[at]): where_of(frame) for at, frame in moved.items()}
    back = {new: old for old, new in moves.items()}
    apply(
        lambda: IDENTITY.moved_parts(channel.uuid, moves),
        lambda: IDENTITY.moved_parts(channel.uuid, back),
    )
    return counted(channel, sorted(moved.values()))


def _chosen(channel: Handle, item: Item) -> list[int]:
    """Which keys, by number, in order."""
    frames = frames_of(channel.path)
    if "keyframe_ids" in item:
        found = sorted({_index(channel, reference) for reference in item["keyframe_ids"]})
    else:
        start, end = stretch(channel, item)
        found = [at for at, frame in enumerate(frames) if start - SAME_FRAME < frame < end + SAME_FRAME]
    if not found:
        raise InvalidParamsError(
            f"`{name_of(plug_of_curve(channel))}` has no keyframes there",
            {"path": "keyframe_ids", "expected": "at least one keyframe"},
        )
    return found


def _index(channel: Handle, reference: str) -> int:
    key = find_key(reference)
    if key.curve != channel:
        raise InvalidParamsError(
            f"`{reference}` is no keyframe of `{name_of(plug_of_curve(channel))}`",
            {"path": "keyframe_ids", "got": reference},
        )
    return key.index


def _checked(frame: float, item: Item) -> float:
    if not abs(seconds(frame)) <= _FARTHEST:
        raise InvalidParamsError(
            f"a keyframe would lie {seconds(frame):g} seconds off",
            {"path": blamed(item, "time"), "expected": f"-{_FARTHEST:g} to {_FARTHEST:g} seconds"},
        )
    return frame


def _finite(values: list[float], field: str) -> list[float]:
    if not all(map(math.isfinite, values)):
        raise InvalidParamsError("a value would be no number any more", {"path": field, "expected": "less"})
    return values


def _refuse_crowded(frames: list[float], item: Item) -> None:
    for at, (here, there) in enumerate(zip(frames, frames[1:])):
        if there - here <= SAME_FRAME:
            raise InvalidParamsError(
                f"keyframes {at} and {at + 1} would lie at frames {here:g} and {there:g}",
                {"path": blamed(item, "time"), "expected": f"times that rise by more than {SAME_FRAME} frames"},
            )


def _points(path: str, chosen: list[int]) -> list[_Point]:
    from maya import cmds

    def asked(flag: str) -> list[Any]:
        return list(cmds.keyTangent(path, query=True, **{flag: True}) or ())

    sides = {
        side: list(zip(asked(f"{side}TangentType"), asked(f"{side}Angle"), asked(f"{side}Weight")))
        for side in ("in", "out")
    }
    frames, values, locks, weight_locks = frames_of(path), values_of(path), asked("lock"), asked("weightLock")
    breakdowns = [float(frame) for frame in cmds.keyframe(path, query=True, breakdown=True) or ()]
    return [
        _Point(
            frames[at],
            values[at],
            _Tangent(*sides["in"][at]),
            _Tangent(*sides["out"][at]),
            bool(locks[at]),
            # A curve without weights has none to lock.
            bool(weight_locks[at]) if weight_locks else False,
            any(abs(frame - frames[at]) <= SAME_FRAME for frame in breakdowns),
        )
        for at in chosen
    ]


def _move(channel: Handle, points: list[_Point], time: Map, value: Map) -> None:
    from maya import cmds

    path, plug = channel.path, plug_of_curve(channel)
    drawn = [_drawn(point, time, value) for point in points]
    if time[0] < 0:
        drawn = _turned(drawn)
    for point in drawn:
        set_key(plug, point.frame, point.value)
    there = [point.frame for point in drawn]
    for point in points:
        if all(abs(point.frame - frame) > SAME_FRAME for frame in there):
            cmds.cutKey(path, time=(point.frame - SAME_FRAME / 2, point.frame + SAME_FRAME / 2), clear=True)
    weighted = bool(get(path, "weightedTangents"))
    for point in drawn:
        _put_tangents(path, point, weighted)


def _drawn(point: _Point, time: Map, value: Map) -> _Point:
    return replace(
        point,
        frame=time[0] * point.frame + time[1],
        value=value[0] * point.value + value[1],
        arriving=point.arriving.drawn(time[0], value[0]),
        leaving=point.leaving.drawn(time[0], value[0]),
    )


def _turned(points: list[_Point]) -> list[_Point]:
    """What came in goes out, and what holds a value holds that of its other end."""
    after = []
    for at, point in enumerate(points):
        before = points[at - 1 if at else -1].leaving
        leaving = before if before.type in _HELD else point.arriving
        arriving = point.arriving if point.leaving.type in _HELD else point.leaving
        after.append(replace(point, arriving=arriving, leaving=leaving))
    return after


def _put_tangents(path: str, point: _Point, weighted: bool) -> None:
    """Unlocked first: tangents that are locked to each other are one."""
    from maya import cmds

    at: dict[str, Any] = {"edit": True, "time": (point.frame - SAME_FRAME / 2, point.frame + SAME_FRAME / 2)}
    cmds.keyTangent(path, lock=False, **at)
    if weighted:
        cmds.keyTangent(path, weightLock=False, **at)
    for side, tangent in (("in", point.arriving), ("out", point.leaving)):
        cmds.keyTangent(path, **at, **{f"{side}TangentType": tangent.type})
        if tangent.type == "fixed":
            said = {f"{side}Angle": tangent.angle, **({f"{side}Weight": tangent.weight} if weighted else {})}
            cmds.keyTangent(path, **at, **said)
    cmds.keyTangent(path, lock=point.lock, **at)
    if weighted:
        cmds.keyTangent(path, weightLock=point.weight_lock, **at)
    cmds.keyframe(path, breakdown=point.breakdown, **at)


def _put_values(path: str, values: list[float], chosen: list[int]) -> None:
    from maya import cmds

    for at in chosen:
        cmds.keyframe(path, edit=True, valueChange=values[at], index=(at, at))


def smooth_curves(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Takes values towards the line between their neighbours."""
    curves = [find_curve(item["curve_id"]) for item in items]
    guard_channels(curves)
    for curve, item in zip(curves, items):
        refuse_locked(plug_of_curve(curve))
        _smooth(curve, item)
    return {"items": [read_fields(FIELDS, curve, None, job) for curve in curves]}


def _smooth(curve: Handle, item: Item) -> None:
    frames = frames_of(curve.path)
    start, end = stretch(curve, item)
    kept = {0, len(frames) - 1, *(_index(curve, reference) for reference in item.get("preserve_ids", ()))}
    free = [at for at, frame in enumerate(frames) if at not in kept and start - SAME_FRAME < frame < end + SAME_FRAME]
    _put_values(curve.path, smoothed(item, frames, values_of(curve.path), free), free)


OPERATIONS: dict[str, Atomic] = {"transform_keyframes": transform_keyframes, "smooth_curves": smooth_curves}
