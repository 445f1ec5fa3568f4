"""Layers beyond CRUD: their weights, and which clips they play in which order."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.clips import find_clip, guard_clips
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.layers import LAYER_FIELDS, Layer, find_layer, guard_layers, keeping_mix, set_weight
from scenewire.adapters.blender.strips import add_strip, ends_at, use_strips
from scenewire.adapters.blender.times import to_frame
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.errors import InvalidParamsError, NotFoundError


def set_layer_weights(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Sets how much of each counts."""
    layers = [find_layer(item["layer_id"]) for item in items]
    guard_layers(layers)
    for layer, item in zip(layers, items):
        set_weight(layer, item["weight"])
    return _told(layers, job)


def edit_layer_clips(*, operation: str, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Adds clips, takes them off, or puts them elsewhere among the others."""
    layers = [find_layer(item["layer_id"]) for item in items]
    clips = [find_clip(item["clip_id"]) for item in items]
    for item in items:
        _refuse_idle(operation, item)
    guard_layers(layers)
    guard_clips(clips)
    for layer, action, item in zip(layers, clips, items):
        with keeping_mix(layer):
            _EDITS[operation](layer, action, item)
    return _told(layers, job)


def _refuse_idle(operation: str, item: Item) -> None:
    idle = {"add": (), "remove": ("start_time", "order"), "reorder": ("start_time",)}[operation]
    for name in idle:
        if name in item:
            raise InvalidParamsError(f"{operation} takes no `{name}`", {"path": name, "expected": "nothing"})
    if operation == "reorder" and "order" not in item:
        raise InvalidParamsError("reorder needs `order`", {"path": "order", "expected": "which one it shall be"})
    if "start_time" in item and "order" in item:
        raise InvalidParamsError(
            "a clip has a place in time or in the order", {"path": "order", "expected": "nothing beside `start_time`"}
        )


def _add(layer: Layer, action: Any, item: Item) -> None:
    track = layer.it
    start = to_frame(item["start_time"], "start_time") if "start_time" in item else ends_at(track)
    add_strip(layer.node, track, action, start)
    if "order" in item:
        actions = [strip.action for strip in track.strips]
        _put(layer, actions[:-1], action, item["order"])


def _remove(layer: Layer, action: Any, _item: Item) -> None:
    for strip in _strips(layer, action):
        layer.it.strips.remove(strip)


def _reorder(layer: Layer, action: Any, item: Item) -> None:
    _strips(layer, action)
    actions = [strip.action for strip in layer.it.strips]
    actions.remove(action)
    _put(layer, actions, action, item["order"])


def _put(layer: Layer, others: list[Any], action: Any, order: int) -> None:
    if order > len(others):
        raise InvalidParamsError(
            f"`{layer.it.name}` has {len(others) + 1} clips",
            {"path": "order", "expected": f"0 to {len(others)}", "got": order},
        )
    use_strips(layer.node, layer.it, [*others[:order], action, *others[order:]])


def _strips(layer: Layer, action: Any) -> list[Any]:
    found = [strip for strip in layer.it.strips if strip.action == action]
    if not found:
        names = [strip.action.name for strip in layer.it.strips if strip.action is not None]
        raise NotFoundError(f"`{layer.it.name}` does not play `{action.name}`", {"path": "clip_id"}, names)
    return found


_EDITS = {"add": _add, "remove": _remove, "reorder": _reorder}


def _told(layers: list[Layer], job: Job) -> Json:
    settle()
    return {"items": [read_fields(LAYER_FIELDS, layer, None, job) for layer in layers]}
