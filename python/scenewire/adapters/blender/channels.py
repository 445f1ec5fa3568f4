"""Channels: F-curves. An F-curve is named by its action, its slot and which number it animates."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.actions import PLAYERS, all_curves, bind, curves_of, players
from scenewire.adapters.blender.bones import find_place
from scenewire.adapters.blender.clips import clip_id, find_clip, guard_clips, new_clip
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.ends import ends_of, write_ends
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.nodes import find_node, guard_nodes
from scenewire.adapters.blender.parts import Part, Parts
from scenewire.adapters.blender.paths import in_degrees, likely, own_path, path_of
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item, switch
from scenewire.errors import ConflictError


def _keys(action: Any) -> list[str]:
    return [f"{handle}\n{path_of(curve)}" for handle, curve in all_curves(action)]


def actions() -> Iterable[Any]:
    """Every action: what channels and keyframes are parts of."""
    import bpy

    return list(bpy.data.actions)


CHANNEL_PARTS = Parts("channel", _keys, actions, of="clip")


class Channel:
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
    def name(self) -> str:
        """`clip/path`."""
        return f"{self.part.owner.name}/{self.path}"

    @property
    def it(self) -> Any:
        """Blender's F-curve."""
        curves, path = curves_of(self.part.owner, self.handle), self.path
        data_path, index = likely(path)
        curve = curves.find(data_path, index=index)
        if curve is not None and path_of(curve) == path:
            return curve
        return next(curve for curve in curves if path_of(curve) == path)

    @property
    def node(self) -> Any:
        """The first object that plays it."""
        return next(iter(players(self.part.owner, self.handle)), None)

    @property
    def node_id(self) -> str | None:
        """The id of the first object that plays it, for readers of fields."""
        return PLAYERS.first(self.part.owner, self.handle)

    @property
    def factor(self) -> float:
        """What one of Blender's numbers is in ours: Euler angles are degrees, as in `set_property`."""
        return math.degrees(1.0) if in_degrees(self.path) else 1.0


def find_channel(reference: str) -> Channel:
    """The channel of an id, or of `clip/path`."""
    return Channel(CHANNEL_PARTS.find(reference))


def open_channel(place: Part, path: str, clip: Any = None, *, new: bool = False) -> Channel:
    """The channel of a number of an object, or of a bone of it, made with its clip where they are missing."""
    node = place.owner
    guard_nodes([node])
    data_path, index = own_path(node, path, place.key)
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
    return Channel(CHANNEL_PARTS.made(part) if made else part)


def _make(item: Item) -> Channel:
    place = find_place(item.pop("node_id"))
    clip = item.pop("clip_id", None)
    return open_channel(place, item.pop("path"), find_clip(clip) if clip else None, new=True)


def _all(parent: str | None) -> Iterable[Channel]:
    parts = CHANNEL_PARTS.of(find_clip(parent)) if parent else CHANNEL_PARTS.all()
    return [Channel(part) for part in parts]


def _remove(targets: list[Channel]) -> list[str]:
    ids = [CHANNEL_PARTS.id_of(target.part) for target in targets]
    for target in targets:
        curves_of(target.part.owner, target.handle).remove(target.it)
    return ids


def guard_channels(targets: list[Channel]) -> None:
    """Refuses what comes from a library file, and numbers of clips that are."""
    guard_clips([target.part.owner for target in targets])


def _default(target: Channel, _job: Job) -> Any:
    if target.node_id is None:
        return ABSENT
    node, curve = find_node(target.node_id), target.it
    head, _, last = curve.data_path.rpartition(".")
    try:
        owner = node.path_resolve(head) if head else node
        prop = owner.bl_rna.properties[last]
    except (ValueError, KeyError, AttributeError):
        return ABSENT  # A custom property, or one that the object has no more.
    if prop.type not in ("FLOAT", "INT", "BOOLEAN"):
        return ABSENT
    value = prop.default_array[curve.array_index] if prop.array_length else prop.default
    return float(value) * target.factor


CHANNEL_FIELDS: dict[str, Field] = {
    "id": Field(lambda target, _job: CHANNEL_PARTS.read_id(target.part)),
    "name": Field(lambda target, _job: target.name),
    "node_id": Field(lambda target, _job: target.node_id),
    "path": Field(lambda target, _job: target.path),
    "clip_id": Field(lambda target, _job: clip_id(target.part.owner)),
    "type": Field(lambda _target, _job: "scalar"),
    "default_value": Field(_default),
    "muted": switch("mute"),
    "locked": switch("lock"),
    # Written by `write_ends`.
    "extrapolation_pre": Field(lambda target, _job: ends_of(target.it)[0]),
    "extrapolation_post": Field(lambda target, _job: ends_of(target.it)[1]),
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
    write_group=lambda target, patch: write_ends(target.it, patch, "extrapolation_pre", "extrapolation_post"),
    places=lambda targets: CHANNEL_PARTS.places(target.part for target in targets),
)
