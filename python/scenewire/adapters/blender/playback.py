"""Playing: Blender plays a scene, and with it the clips of all objects. Without a window it cannot, only be moved."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.actions import players, strips_of
from scenewire.adapters.blender.clips import clip_id, find_clip
from scenewire.adapters.blender.times import to_frame, to_seconds
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError


def play_clips(*, items: list[Item], job: Job) -> Json:
    """Plays, pauses, stops, seeks."""
    clips = [find_clip(item["clip_id"]) for item in items]
    for action, item in zip(clips, items):
        _refuse(action, item)
    return {"items": [_play(action, item) for action, item in zip(clips, items)]}


def _refuse(action: Any, item: Item) -> None:
    what = item["action"]
    if what == "play" and versions.headless():
        raise NotSupportedError(
            "this Blender has no window, and plays nothing without one",
            {"path": "action", "got": what},
            ["seek, and look at the scene there", "evaluate_animation tells the values at any time"],
        )
    if what == "seek" and "time" not in item:
        raise InvalidParamsError("seek needs a time", {"path": "time", "expected": "where to go"})
    if what in ("pause", "stop") and "time" in item:
        raise InvalidParamsError(f"{what} takes no time", {"path": "time", "expected": "nothing", "got": item["time"]})
    if what != "pause" and not players(action):
        raise ConflictError(
            f"no node plays `{action.name}`: nothing would move",
            {"path": "clip_id", "id": clip_id(action)},
            ["add it to a layer with edit_layer_clips", "create a channel of a node in it"],
        )


def _play(action: Any, item: Item) -> Item:
    import bpy

    what, scene = item["action"], bpy.context.scene
    if what in ("pause", "stop") and _playing():
        bpy.ops.screen.animation_cancel(restore_frame=False)
    if what == "stop" or "time" in item:
        frame = _scene_frame(action, to_frame(item["time"]) if "time" in item else action.frame_range[0])
        whole = math.floor(frame)
        scene.frame_set(whole, subframe=min(frame - whole, 0.999_99))
    if what == "play" and not _playing():
        bpy.ops.screen.animation_play()
    return {
        "clip_id": clip_id(action),
        "action": what,
        "playing": _playing(),
        "time": to_seconds(scene.frame_current_final),
    }


def _playing() -> bool:
    import bpy

    return any(window.screen.is_animation_playing for window in bpy.context.window_manager.windows)


def _scene_frame(action: Any, frame: float) -> float:
    """Where in the scene a frame of a clip is played: a layer may play it later, and slower."""
    users = players(action)
    if any(node.animation_data.action == action for node in users):
        return frame
    strip = next(strip for node in users for strip in strips_of(node) if strip.action == action)
    return float(strip.frame_start + (frame - strip.action_frame_start) * strip.scale)
