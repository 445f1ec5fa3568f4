"""Layers: NLA tracks of objects. How much of one counts, and whether it is added, Blender keeps with its strips."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

from scenewire.adapters.blender.clips import find_clip
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id
from scenewire.adapters.blender.parts import Part, Parts
from scenewire.adapters.blender.strips import (
    add_strip,
    ends_at,
    set_strip_weight,
    strip_weight,
    strips_told,
    use_strips,
)
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item, switch
from scenewire.errors import ConflictError, NotSupportedError

#: What adds to the layers below. `COMBINE` adds places and multiplies scales and quaternions, as other hosts do.
_ADDED = ("COMBINE", "ADD")


def _keys(node: Any) -> list[str]:
    """The names of the tracks; of those that the artist gave one name all but the first are numbered."""
    names = [track.name for track in node.animation_data.nla_tracks] if node.animation_data else []
    return [f"{names[:at].count(name) or ''}\n{name}" for at, name in enumerate(names)]


def _nodes() -> Iterable[Any]:
    import bpy

    return [node for node in bpy.context.scene.objects if node.animation_data is not None]


LAYER_PARTS = Parts("layer", _keys, _nodes)


class Layer:
    """A track for the length of a call."""

    def __init__(self, part: Part):
        self.part = part

    @property
    def node(self) -> Any:
        """The object that it moves."""
        return self.part.owner

    @property
    def order(self) -> int:
        """Where it stands among the layers of its object, from below."""
        return _keys(self.node).index(self.part.key)

    @property
    def it(self) -> Any:
        """Blender's track."""
        return self.node.animation_data.nla_tracks[self.order]


def find_layer(reference: str) -> Layer:
    """The layer of an id, or of `node/name`."""
    return Layer(LAYER_PARTS.find(reference))


def guard_layers(layers: list[Layer]) -> None:
    """Refuses what comes from a library file, and what the artist is at."""
    guard_nodes([layer.node for layer in layers])
    for layer in layers:
        _refuse_tweaked(layer.node)


def _refuse_tweaked(node: Any) -> None:
    if node.animation_data is not None and node.animation_data.use_tweak_mode:
        raise ConflictError(
            f"the artist is tweaking a strip of `{node.name}`",
            {"id": node_id(node)},
            ["ask the artist to leave Tweak Mode (Tab in the NLA editor)"],
        )


def _make(item: Item) -> Layer:
    node = find_node(item.pop("node_id"))
    guard_nodes([node])
    _refuse_tweaked(node)
    tracks = (node.animation_data or node.animation_data_create()).nla_tracks
    name = _unique(checked_name(item.pop("name", None) or "Layer", PART_BYTES), [track.name for track in tracks])
    # Behind the last one: without that Blender puts it below all.
    tracks.new(prev=tracks[-1] if len(tracks) else None).name = name
    layer = Layer(LAYER_PARTS.made(Part(node, f"\n{name}")))
    if item.get("weight") == 1:
        item.pop("weight")
    return layer


def _unique(name: str, taken: list[str]) -> str:
    """As Blender numbers names; of tracks it does not."""
    number, found = 0, name
    while found in taken:
        number += 1
        stem = name.encode()[: PART_BYTES - 4].decode(errors="ignore")
        found = f"{stem}.{number:03}"
    return found


def _all(parent: str | None) -> list[Layer]:
    return [Layer(part) for part in (LAYER_PARTS.of(find_node(parent)) if parent else LAYER_PARTS.all())]


def _remove(layers: list[Layer]) -> list[str]:
    ids = [LAYER_PARTS.id_of(layer.part) for layer in layers]
    # From above, so that the number of those below stays.
    for track, node in [(layer.it, layer.node) for layer in sorted(layers, key=lambda one: -one.order)]:
        node.animation_data.nla_tracks.remove(track)
    return ids


def _rename(layer: Layer, name: str) -> None:
    checked_name(name, PART_BYTES)
    if name == layer.it.name:
        return
    if name in [track.name for track in layer.node.animation_data.nla_tracks]:
        raise ConflictError(f"`{layer.node.name}` has another layer called `{name}`", {"path": "name", "got": name})

    def change() -> None:
        layer.it.name = name

    layer.part = LAYER_PARTS.follow(layer.part, f"\n{name}", change)


def _clip_ids(layer: Layer, _job: Job) -> list[str]:
    return [strip["clip_id"] for strip in strips_told(layer.it)]


def _set_clips(layer: Layer, references: list[str]) -> None:
    track = layer.it
    wanted = [find_clip(reference) for reference in references]
    with keeping_mix(layer):
        left = list(wanted)
        for strip in list(track.strips):
            if strip.action in left:
                left.remove(strip.action)
            else:
                track.strips.remove(strip)
        for action in left:
            add_strip(layer.node, track, action, ends_at(track))
        if [strip.action for strip in track.strips] != wanted:
            use_strips(layer.node, track, wanted)


@contextlib.contextmanager
def keeping_mix(layer: Layer) -> Iterator[None]:
    """While its strips are exchanged: those that come count as those that were there."""
    weight, additive = layer_weight(layer), _additive(layer)
    yield
    if len(layer.it.strips) and weight is not None:
        set_weight(layer, weight)
    if len(layer.it.strips):
        _set_additive(layer, additive)


def layer_weight(layer: Layer) -> float | None:
    """What all its strips have, 1 while there are none; None where they differ, or follow curves."""
    found = {strip_weight(strip) for strip in layer.it.strips}
    return found.pop() if len(found) == 1 else None if found else 1.0


def set_weight(layer: Layer, weight: float) -> None:
    """Gives all its strips a weight."""
    strips = layer.it.strips
    if not len(strips) and weight != 1:
        raise NotSupportedError(
            f"`{layer.it.name}` has no clips, and Blender keeps a layer's weight with those",
            {"path": "weight", "got": weight},
            ["add a clip first"],
        )
    for strip in strips:
        set_strip_weight(strip, weight)


def _weight(layer: Layer, _job: Job) -> Any:
    weight = layer_weight(layer)
    return ABSENT if weight is None else weight


def _additive(layer: Layer) -> bool:
    strips = layer.it.strips
    return bool(len(strips)) and all(strip.blend_type in _ADDED for strip in strips)


def _set_additive(layer: Layer, added: bool) -> None:
    if added == _additive(layer):
        return
    if not len(layer.it.strips):
        raise NotSupportedError(
            f"`{layer.it.name}` has no clips, and in Blender those are added or not",
            {"path": "additive"},
            ["add a clip first"],
        )
    for strip in layer.it.strips:
        if (strip.blend_type in _ADDED) != added:
            strip.blend_type = _ADDED[0] if added else "REPLACE"


#: In the order of writing: the clips before what is kept with them.
LAYER_FIELDS: dict[str, Field] = {
    "id": Field(lambda layer, _job: LAYER_PARTS.id_of(layer.part)),
    "name": Field(lambda layer, _job: layer.it.name, _rename),
    "node_id": Field(lambda layer, _job: node_id(layer.node)),
    "order": Field(lambda layer, _job: layer.order),
    "clip_ids": Field(_clip_ids, _set_clips),
    "weight": Field(_weight, set_weight),
    "additive": Field(lambda layer, _job: _additive(layer), _set_additive),
    "solo": switch("is_solo"),
    "muted": switch("mute"),
    "locked": switch("lock"),
    "strips": Field(lambda layer, _job: strips_told(layer.it)),
    **lacks_of("layers"),
}

LAYERS = Entity(
    plural="layers",
    fields=LAYER_FIELDS,
    make=_make,
    find=find_layer,
    all=_all,
    remove=_remove,
    guard=guard_layers,
    settle=settle,
    places=lambda layers: LAYER_PARTS.places(layer.part for layer in layers),
)
