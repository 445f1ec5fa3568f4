"""Clips: actions. How long one is, is where its keyframes lie until somebody sets its range."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender.actions import players, strips_of
from scenewire.adapters.blender.blocks import block_entity, guard_of
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.metadata import METADATA
from scenewire.adapters.blender.naming import checked_name, rename
from scenewire.adapters.blender.nodes import find_node, node_id
from scenewire.adapters.blender.times import to_frame, to_seconds
from scenewire.adapters.fields import Field, Item
from scenewire.errors import InvalidParamsError


def clip_id(action: Any) -> str:
    """The id of an action."""
    return IDENTITY.of("clip", action)


def find_clip(reference: str) -> Any:
    """The action of an id or unique name."""
    return IDENTITY.find("clip", reference)


def new_clip(name: str) -> Any:
    """A new action. It stays in the file even while nothing plays it."""
    import bpy

    action = bpy.data.actions.new(checked_name(name))
    action.use_fake_user = True
    return action


#: Refuses clips of a library file.
guard_clips = guard_of("clip")


def _all(parent: str | None) -> Iterable[Any]:
    import bpy

    if not parent:
        return list(bpy.data.actions)
    node = find_node(parent)
    data = node.animation_data
    own = [data.action] if data is not None and data.action is not None else []
    return list(dict.fromkeys([*own, *(strip.action for strip in strips_of(node))]))


def _remove(actions: list[Any]) -> list[str]:
    import bpy

    ids = [clip_id(action) for action in actions]
    bpy.data.batch_remove(actions)
    return ids


def set_range(action: Any, start: float, end: float) -> None:
    """Says by hand where an action begins and ends."""
    action.use_frame_range = True
    # Blender keeps the end behind the start, so that the one must not run into the other on the way.
    action.frame_end = max(end, action.frame_end, start)
    action.frame_start = start
    action.frame_end = end


def _set_start(action: Any, time: Any) -> None:
    start, end = action.frame_range
    frame = to_frame(time, "start_time")
    set_range(action, frame, frame + (end - start))


def _set_duration(action: Any, time: Any) -> None:
    start, frames = action.frame_range[0], to_frame(time, "duration")
    set_range(action, start, start + frames)
    if frames < 1 and action.frame_range[1] - start > frames:
        # Before 4.0.
        raise InvalidParamsError(
            "an action of this Blender lasts a frame or longer",
            {"path": "duration", "expected": f"{to_seconds(1)} or more", "got": time},
        )


def _set_loop(action: Any, loops: bool) -> None:
    if loops and not action.use_frame_range:
        # Blender's cycle is over a range that is set by hand.
        set_range(action, *action.frame_range)
    action.use_cyclic = loops


CLIP_FIELDS: dict[str, Field] = {
    "id": Field(lambda action, _job: clip_id(action)),
    "name": Field(lambda action, _job: action.name, rename),
    "start_time": Field(lambda action, _job: to_seconds(action.frame_range[0]), _set_start),
    "duration": Field(lambda action, _job: to_seconds(action.frame_range[1] - action.frame_range[0]), _set_duration),
    "loop": Field(lambda action, _job: bool(action.use_cyclic), _set_loop),
    "node_ids": Field(lambda action, _job: [node_id(node) for node in players(action)]),
    **lacks_of("clips"),
    "metadata": METADATA,
}


def _make(item: Item) -> Any:
    if item.get("loop") is False:
        item.pop("loop")  # It is so already, and setting it would fix a range that nobody asked for.
    return new_clip(item.pop("name", None) or "Clip")


CLIPS = block_entity("clip", "clips", CLIP_FIELDS, make=_make, all=_all)
