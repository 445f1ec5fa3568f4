"""Clips as JSON: every keyframe with its handles, in the units of the catalogue, by nodes' names and paths."""

from __future__ import annotations

import json
from typing import Any

from scenewire.adapters.blender.actions import bags, players, slot_words
from scenewire.adapters.blender.channels import Channel, guard_channels, open_channel
from scenewire.adapters.blender.clips import CLIP_FIELDS, new_clip
from scenewire.adapters.blender.curve_cuts import Point, Points, points_of, write_points
from scenewire.adapters.blender.ends import ends_of, write_ends
from scenewire.adapters.blender.key_points import checked_value, refuse_crowded, word_numbers
from scenewire.adapters.blender.nodes import find_node
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.blender.paths import path_of
from scenewire.adapters.blender.times import to_frame, to_seconds
from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError

#: What the file says first; another number is another form.
_MARK, _FORM = "scenewire_animation", 1
#: Words of a keyframe, as Blender has them, and numbers of its easing.
_WORDS = ("interpolation", "easing", "handle_left_type", "handle_right_type", "type")
_NUMBERS = ("back", "amplitude", "period")


def told(clips: list[Any]) -> Item:
    """The clips as JSON."""
    return {_MARK: _FORM, "clips": [_clip(action) for action in clips]}


def _clip(action: Any) -> Item:
    channels = []
    for handle, curves in bags(action):
        users = players(action, handle)
        node = users[0].name if users else slot_words(action, handle)[1]
        channels += [{"node": node, **_channel(action, handle, curve)} for curve in curves]
    return {"name": action.name, "loop": bool(action.use_cyclic), "range": _range(action), "channels": channels}


def _range(action: Any) -> list[float] | None:
    return [to_seconds(frame) for frame in action.frame_range] if action.use_frame_range else None


def _channel(action: Any, handle: int, curve: Any) -> Item:
    factor = Channel(Part(action, f"{handle}\n{path_of(curve)}")).factor
    keys = _keys(points_of(curve), curve, factor) if len(curve.keyframe_points) else []
    before, after = ends_of(curve)
    return {"path": path_of(curve), "muted": bool(curve.mute), "pre": before, "post": after, "keyframes": keys}


def _keys(points: Points, curve: Any, factor: float) -> list[Item]:
    found = []
    for point, key in zip(points.all, curve.keyframe_points):
        place = {
            "time": to_seconds(point.co[0]),
            "value": point.co[1] * factor,
            "in": [to_seconds(point.left[0] - point.co[0]), (point.left[1] - point.co[1]) * factor],
            "out": [to_seconds(point.right[0] - point.co[0]), (point.right[1] - point.co[1]) * factor],
        }
        words = {name: getattr(key, name).lower() for name in _WORDS}
        found.append({**place, **words, **point.numbers})
    return found


def read(path: str, mapping: dict[str, Any]) -> tuple[list[Any], list[Any], list[str]]:
    """The clips of a file, the nodes that play them, and the channels that find nothing to move."""
    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
        if found[_MARK] != _FORM:
            raise ValueError(f"the form {found[_MARK]} is not known")
        plan = [(clip, [_checked(channel) for channel in clip["channels"]]) for clip in found["clips"]]
        if not plan:
            raise ValueError("it has no clips")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise InvalidParamsError(
            f"this is not a file that export_animation wrote: {error!r}"[:300],
            {"path": "data", "expected": f'{{"{_MARK}": {_FORM}, "clips": [...]}}'},
        ) from error
    nodes: dict[str, Any] = {}
    unmatched: list[str] = []
    clips = [_make(clip, channels, mapping, nodes, unmatched) for clip, channels in plan]
    return clips, list(dict.fromkeys(nodes.values())), unmatched


def _checked(channel: Item) -> Item:
    """A channel with what it must have, each of its type."""
    keys = [
        {
            **{name: float(key[name]) for name in ("time", "value", *_NUMBERS)},
            **{name: [float(part) for part in key[name]][:2] for name in ("in", "out")},
            **{name: str(key[name]).upper() for name in _WORDS},
        }
        for key in channel["keyframes"]
    ]
    words = {name: str(channel[name]) for name in ("node", "path", "pre", "post")}
    return {**words, "muted": bool(channel["muted"]), "keyframes": keys}


def _make(
    clip: Item, channels: list[Item], mapping: dict[str, Any], nodes: dict[str, Any], unmatched: list[str]
) -> Any:
    action = new_clip(str(clip["name"]))
    for channel in channels:
        name = channel["node"]
        if name not in nodes:
            nodes[name] = _node(name, mapping)
        try:
            target = _channel_of(nodes[name], channel["path"], action)
        except (NotFoundError, NotSupportedError):
            unmatched.append(f"{action.name}/{channel['path']}")
            continue
        guard_channels([target])
        _fill(target, channel)
    if clip.get("range"):
        start, end = (float(time) for time in clip["range"])
        CLIP_FIELDS["start_time"].write(action, start)  # type: ignore[misc]
        CLIP_FIELDS["duration"].write(action, end - start)  # type: ignore[misc]
    action.use_cyclic = bool(clip.get("loop"))
    return action


def _channel_of(node: Any, path: str, action: Any) -> Channel:
    try:
        return open_channel(Part(node, ""), path, action)
    except InvalidParamsError:
        # The first of a row that is not told from the whole.
        return open_channel(Part(node, ""), f"{path}[0]", action)


def _node(name: str, mapping: dict[str, Any]) -> Any:
    try:
        return find_node(str(mapping.get(name, name)))
    except NotFoundError as error:
        error.details["path"] = "target_mapping"
        error.suggestions.append(f'say who plays it: {{"{name}": a node}}')
        raise


def _fill(target: Channel, channel: Item) -> None:
    it = target.it
    it.mute = channel["muted"]
    if channel["keyframes"]:
        # One point, to ask Blender for the numbers of its words.
        it.keyframe_points.insert(0.0, 0.0, options={"FAST"})
        numbers = {name: word_numbers(it.keyframe_points[0], name) for name in _WORDS}
        points = [_point(key, numbers, target.factor) for key in channel["keyframes"]]
        refuse_crowded([point.co[0] for point in points], "data")
        write_points(it, Points(points))
    write_ends(it, {"pre": channel["pre"], "post": channel["post"]}, "pre", "post")


def _point(key: Item, numbers: dict[str, dict[str, int]], factor: float) -> Point:
    frame, value = to_frame(key["time"], "data"), checked_value(key["value"], factor, "data")
    unknown = [key[name] for name in _WORDS if key[name] not in numbers[name]]
    if unknown:
        raise InvalidParamsError(
            f"this Blender has no keyframe of the sort `{unknown[0].lower()}`", {"path": "data", "got": unknown[0]}
        )
    left, right = ((frame + to_frame(key[side][0]), value + key[side][1] / factor) for side in ("in", "out"))
    words = {name: numbers[name][key[name]] for name in _WORDS}
    return Point((frame, value), left, right, words, {name: key[name] for name in _NUMBERS})
