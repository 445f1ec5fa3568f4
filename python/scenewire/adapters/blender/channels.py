"""Channels: F-curves. An F-curve is named by its action, its slot and which number it animates."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.actions import all_curves, bind, curves_of, players
from scenewire.adapters.blender.clips import clip_id, find_clip, guard_clips, new_clip
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id
from scenewire.adapters.blender.parts import Part, Parts
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError, NotSupportedError

#: Our word for what an object is moved by, and Blender's.
_OURS = {"position": "location", "rotation": "rotation_euler", "scale": "scale"}
_THEIRS = {theirs: ours for ours, theirs in _OURS.items()}
#: Rows of numbers whose first one is told from the whole; of others only the index says that they are rows.
_ROWS = {"rotation_quaternion", "rotation_axis_angle", "delta_location", "delta_scale", "delta_rotation_euler", "color"}
_AXES = {"x": 0, "y": 1, "z": 2}
_MOVED = re.compile(r"(position|rotation|scale)\.([xyz])")
_INDEXED = re.compile(r"(.*\w)\[(\d+)\]|(.+)\.([xyz])")


def path_of(curve: Any) -> str:
    """Which number an F-curve animates, in our words where there are some."""
    path, index = str(curve.data_path), int(curve.array_index)
    if path in _THEIRS and index < len(_AXES):
        return f"{_THEIRS[path]}.{'xyz'[index]}"
    return f"{path}[{index}]" if index or path in _ROWS else path


def _keys(action: Any) -> list[str]:
    return [f"{handle}\n{path_of(curve)}" for handle, curve in all_curves(action)]


def _actions() -> Iterable[Any]:
    import bpy

    return list(bpy.data.actions)


CHANNEL_PARTS = Parts("channel", _keys, _actions, of="clip")


class Target:
    """An F-curve for the length of a call."""

    def __init__(self, part: Part):
        self.part = part

    @property
    def handle(self) -> int:
        """Of its slot."""
        return int(self.part.key.partition("\n")[0])

    @property
    def path(self) -> str:
        """Which number it animates."""
        return self.part.key.partition("\n")[2]

    @property
    def it(self) -> Any:
        """Blender's F-curve."""
        return next(curve for curve in curves_of(self.part.owner, self.handle) if path_of(curve) == self.path)

    @property
    def node(self) -> Any:
        """The first object that plays it."""
        return next(iter(players(self.part.owner, self.handle)), None)

    @property
    def factor(self) -> float:
        """What one of Blender's numbers is in ours: Euler angles are degrees, as in `set_property`."""
        return math.degrees(1.0) if self.path.startswith("rotation.") else 1.0


def find_channel(reference: str) -> Target:
    """The channel of an id, or of `clip/path`."""
    return Target(CHANNEL_PARTS.find(reference))


def own_path(node: Any, path: str) -> tuple[str, int]:
    """Blender's path and index of a number of this object that can be animated; raises with the nearest ones."""
    moved = _MOVED.fullmatch(path)
    if moved:
        if moved[1] == "rotation" and node.rotation_mode in ("QUATERNION", "AXIS_ANGLE"):
            raise ConflictError(
                f"`{node.name}` turns by {node.rotation_mode.lower().replace('_', ' ')}: its Euler angles do nothing",
                {"path": "path", "got": path},
                ["animate `rotation_quaternion[0]` to `[3]`", "set its `rotation_mode` to XYZ first"],
            )
        return _OURS[moved[1]], _AXES[moved[2]]
    indexed = _INDEXED.fullmatch(path)
    bare, index = path, 0
    if indexed:
        bare = indexed[1] or indexed[3]
        index = int(indexed[2]) if indexed[2] else _AXES[indexed[4]]
    return _checked(node, path, bare, index, bool(indexed))


def _checked(node: Any, path: str, bare: str, index: int, indexed: bool) -> tuple[str, int]:
    head, _, last = bare.rpartition(".")
    try:
        owner = node.path_resolve(head) if head else node
    except ValueError as error:
        raise _missing(node, node, path, head.partition(".")[0]) from error
    rna = getattr(owner, "bl_rna", None)
    prop = rna.properties.get(last) if rna else None
    if prop is None:
        raise _missing(node, owner, path, last)
    if owner.id_data != node:
        raise NotSupportedError(
            f"`{path}` belongs to `{owner.id_data.name}`, not to the object: only numbers of the object are animated",
            {"path": "path", "got": path},
        )
    length = getattr(prop, "array_length", 0)
    if prop.type not in ("FLOAT", "INT", "BOOLEAN", "ENUM") or not prop.is_animatable or prop.is_readonly:
        raise NotSupportedError(f"Blender cannot animate `{path}`", {"path": "path", "got": path})
    if bool(length) != indexed or (indexed and index >= length):
        choices = [f"{bare}[{number}]" for number in range(length)] or [bare]
        expected = f"one of {', '.join(choices)}" if length else f"`{bare}`, which is one number"
        raise InvalidParamsError(
            f"`{path}` is not one number", {"path": "path", "expected": expected, "got": path}, choices
        )
    return bare, index


def _missing(node: Any, owner: Any, path: str, name: str) -> NotFoundError:
    ours = [f"{field}.{axis}" for field in _OURS for axis in "xyz"] if owner == node else []
    rna = getattr(owner, "bl_rna", None)
    names = [*ours, *(prop.identifier for prop in (rna.properties if rna else ()) if prop.is_animatable)]
    near = difflib.get_close_matches(path, ours, n=3) or difflib.get_close_matches(name, names, n=3)
    if path in _OURS:
        near = [f"{path}.{axis}" for axis in "xyz"]
    return NotFoundError(f"`{node.name}` has no number `{path}`", {"path": "path", "got": path}, near)


def open_channel(node: Any, path: str, clip: Any = None, *, new: bool = False) -> Target:
    """The channel of a number of an object, made with its clip where they are missing."""
    guard_nodes([node])
    data_path, index = own_path(node, path)
    data = node.animation_data
    action = clip or (data.action if data else None) or new_clip(f"{node.name}Action")
    guard_clips([action])
    handle = bind(node, action)
    curves = curves_of(action, handle)
    curve = curves.find(data_path, index=index)
    if curve is not None and new:
        raise ConflictError(
            f"`{action.name}` has a channel for `{path}` of `{node.name}` already",
            {"path": "path", "id": CHANNEL_PARTS.id_of(Part(action, f"{handle}\n{path_of(curve)}"))},
            ["update that one"],
        )
    made = curve is None
    curve = curve or curves.new(data_path, index=index)
    part = Part(action, f"{handle}\n{path_of(curve)}")
    return Target(CHANNEL_PARTS.made(part) if made else part)


def _make(item: Item) -> Target:
    node = find_node(item.pop("node_id"))
    clip = item.pop("clip_id", None)
    return open_channel(node, item.pop("path"), find_clip(clip) if clip else None, new=True)


def _all(parent: str | None) -> Iterable[Target]:
    parts = CHANNEL_PARTS.of(find_clip(parent)) if parent else CHANNEL_PARTS.all()
    return [Target(part) for part in parts]


def _remove(targets: list[Target]) -> list[str]:
    ids = [CHANNEL_PARTS.id_of(target.part) for target in targets]
    for target in targets:
        curves_of(target.part.owner, target.handle).remove(target.it)
    return ids


def guard_channels(targets: list[Target]) -> None:
    """Refuses what comes from a library file, and numbers of clips that are."""
    guard_clips([target.part.owner for target in targets])


def node_of(target: Target) -> str | None:
    """The id of the object that plays it."""
    return node_id(target.node) if target.node is not None else None


def _default(target: Target, _job: Job) -> Any:
    if target.node is None:
        return ABSENT
    curve = target.it
    head, _, last = curve.data_path.rpartition(".")
    try:
        owner = target.node.path_resolve(head) if head else target.node
        prop = owner.bl_rna.properties[last]
    except (ValueError, KeyError, AttributeError):
        return ABSENT  # A custom property, or one that the object has no more.
    if prop.type not in ("FLOAT", "INT", "BOOLEAN"):
        return ABSENT
    value = prop.default_array[curve.array_index] if prop.array_length else prop.default
    return float(value) * target.factor


_CYCLES = {"cycle": "REPEAT", "cycle_with_offset": "REPEAT_OFFSET", "oscillate": "MIRROR"}
_ENDS = {"extrapolation_pre", "extrapolation_post"}
_CYCLE_WORDS = {theirs: ours for ours, theirs in _CYCLES.items()}


def _cycles(curve: Any) -> Any:
    return next((modifier for modifier in curve.modifiers if modifier.type == "CYCLES"), None)


def _extrapolations(curve: Any) -> tuple[str, str]:
    """How an F-curve goes on before and after its keyframes."""
    straight, cycles = str(curve.extrapolation).lower(), _cycles(curve)
    if cycles is None or cycles.mute:
        return straight, straight
    return _CYCLE_WORDS.get(cycles.mode_before, straight), _CYCLE_WORDS.get(cycles.mode_after, straight)


def _write_ends(target: Target, patch: Item) -> Item:
    """Both ends at once: linear and constant are of both ends of an F-curve, its Cycles modifier is end by end."""
    curve = target.it
    before, after = _extrapolations(curve)
    before, after = patch.get("extrapolation_pre", before), patch.get("extrapolation_post", after)
    straight = {word for word in (before, after) if word not in _CYCLES}
    if len(straight) == 2:
        raise NotSupportedError(
            f"an F-curve of Blender is linear or constant at both ends, not {before} before and {after} after",
            {"path": "extrapolation_pre" if "extrapolation_pre" in patch else "extrapolation_post"},
            ["give both ends the same, or let one of them cycle"],
        )
    for word in straight:
        curve.extrapolation = word.upper()
    if {before, after} != straight or _cycles(curve) is not None:
        _write_cycles(curve, _CYCLES.get(before, "NONE"), _CYCLES.get(after, "NONE"))
    return {name: value for name, value in patch.items() if not name.startswith("extrapolation_")}


def _write_cycles(curve: Any, before: str, after: str) -> None:
    cycles = _cycles(curve)
    if before == after == "NONE":
        if cycles is not None:
            curve.modifiers.remove(cycles)
        return
    cycles = cycles or curve.modifiers.new("CYCLES")
    cycles.mode_before, cycles.mode_after, cycles.mute = before, after, False


def _switch(attribute: str) -> Field:
    return Field(
        lambda target, _job: bool(getattr(target.it, attribute)),
        lambda target, value: setattr(target.it, attribute, value),
    )


CHANNEL_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: CHANNEL_PARTS.id_of(target.part)),
    "name": Field(lambda target, _job: f"{target.part.owner.name}/{target.path}"),
    "node_id": Field(lambda target, _job: node_of(target)),
    "path": Field(lambda target, _job: target.path),
    "clip_id": Field(lambda target, _job: clip_id(target.part.owner)),
    "type": Field(lambda _target, _job: "scalar"),
    "default_value": Field(_default),
    "muted": _switch("mute"),
    "locked": _switch("lock"),
    # Written by `_write_ends`.
    "extrapolation_pre": Field(lambda target, _job: _extrapolations(target.it)[0]),
    "extrapolation_post": Field(lambda target, _job: _extrapolations(target.it)[1]),
    **lacks_of("channels"),
}

CHANNELS = Entity(
    plural="channels",
    fields=CHANNEL_FIELDS,
    make=_make,
    find=find_channel,
    all=_all,
    remove=_remove,
    guard=guard_channels,
    settle=settle,
    write_group=lambda target, patch: _write_ends(target, patch) if _ENDS & patch.keys() else patch,
    places=lambda targets: CHANNEL_PARTS.places(target.part for target in targets),
)
