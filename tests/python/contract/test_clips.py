"""Whole clips: cut off, cut in two, joined, and played as far as a host can."""

from __future__ import annotations

from typing import Any

import pytest

from .keyframes import curve, curve_of, frames, ids


@pytest.fixture
def wave(call: Any) -> str:
    """A clip of 40 frames with handles that Blender computes; its id."""
    made = curve(call, [0, 10, 20, 40], [0, 6, -2, 4])
    (channel,) = call("get_channels", ids=[made["channel_id"]])["items"]
    call("update_clips", items=[{"ids": [channel["clip_id"]], "name": "Wave"}])
    return str(channel["clip_id"])


def seconds(call: Any, frame: float) -> float:
    """The time of a frame."""
    return float(frame / call("get_scene", fields=["fps"])["fps"])


def test_a_trimmed_clip_keeps_its_form(call: Any, wave: str) -> None:
    was, before = frames(call, "Wave", 0, 40), ids(call)
    item = {"clip_id": wave, "start_time": {"frame": 5}, "end_time": {"frame": 30}}
    call("trim_clips", items=[item])
    call("undo")
    assert ids(call) == before
    (told,) = call("trim_clips", items=[item])["items"]
    assert (told["start_time"], told["duration"]) == (
        pytest.approx(seconds(call, 5)),
        pytest.approx(seconds(call, 25)),
    )
    assert frames(call, "Wave", 5, 30) == pytest.approx(was[5:31], abs=1e-3)
    after = ids(call)
    assert (len(after), after[1:3]) == (4, before[1:3])
    call.fails("not_found", "get_keyframes", ids=[before[0]])


@pytest.mark.parametrize("word", ["BEZIER", "LINEAR", "CONSTANT", "BOUNCE"])
def test_every_way_from_keyframe_to_keyframe_is_cut(call: Any, wave: str, word: str) -> None:
    call.python(f"{curve_of('Wave')}for k in c.keyframe_points: k.interpolation = {word!r}\nc.update()")
    was = frames(call, "Wave", 0, 40)
    call("trim_clips", items=[{"clip_id": wave, "start_time": {"frame": 10}, "end_time": {"frame": 33}}])
    assert frames(call, "Wave", 10, 33) == pytest.approx(was[10:34], abs=1e-3)


def test_a_clip_cut_in_two_plays_as_before(call: Any, wave: str) -> None:
    was = frames(call, "Wave", 0, 40)
    (told,) = call("split_clips", items=[{"clip_id": wave, "time": {"frame": 15}, "name": "Rest"}])["items"]
    assert (told["clip_id"], told["new_name"]) == (wave, "Rest")
    assert frames(call, "Wave", 0, 15) == pytest.approx(was[:16], abs=1e-3)
    assert frames(call, "Rest", 15, 40) == pytest.approx(was[15:], abs=1e-3)
    (rest,) = call("get_clips", ids=[told["new_clip_id"]])["items"]
    assert (rest["start_time"], rest["node_ids"]) == (pytest.approx(seconds(call, 15)), [])
    error = call.fails("invalid_params", "split_clips", items=[{"clip_id": wave, "time": {"frame": 15}}])
    assert error.details["path"] == "time"


def test_merged_clips_follow_each_other(call: Any, wave: str) -> None:
    was = frames(call, "Wave", 0, 40)
    call("merge_clips", items=[{"clip_ids": [wave, wave]}])
    call("undo")
    assert call("list_clips")["total"] == 1
    (told,) = call("merge_clips", items=[{"clip_ids": [wave, wave], "name": "Twice"}])["items"]
    assert told["duration"] == pytest.approx(seconds(call, 81))
    now = frames(call, "Twice", 0, 81)
    assert now == pytest.approx([*was, *was], abs=1e-3)
    assert frames(call, "Wave", 0, 40) == pytest.approx(was)


def test_a_blend_goes_over_from_one_to_the_next(call: Any, wave: str) -> None:
    was = frames(call, "Wave", 0, 40)
    item = {"clip_ids": [wave, wave], "name": "Blended", "blend_time": {"frame": 10}}
    (told,) = call("merge_clips", items=[item])["items"]
    assert told["duration"] == pytest.approx(seconds(call, 70))
    mixed = [was[30 + step] * (1 - step / 10) + was[step] * step / 10 for step in range(11)]
    assert frames(call, "Blended", 0, 70) == pytest.approx([*was[:30], *mixed, *was[11:]], abs=1e-3)
    error = call.fails("invalid_params", "merge_clips", items=[{"clip_ids": [wave, wave], "blend_time": {"frame": 40}}])
    assert error.details["path"] == "blend_time"
    call.fails("invalid_params", "merge_clips", items=[{"clip_ids": [wave]}])


def test_a_merged_clip_moves_the_node_that_plays_it(call: Any, wave: str) -> None:
    call("create_layers", items=[{"node_id": "Door", "name": "One", "clip_ids": [wave]}])
    call("merge_clips", items=[{"clip_ids": [wave, wave], "name": "Twice"}])
    call("create_layers", items=[{"node_id": "Door", "name": "Two", "clip_ids": ["Twice"]}])
    (want,) = frames(call, "Wave", 10, 10)
    code = "import bpy\nbpy.data.objects['Door'].animation_data.action = None\nbpy.context.scene.frame_set(51)\n"
    assert call.python(f"{code}bpy.data.objects['Door'].location.x") == pytest.approx(want)


def test_seeking_moves_the_scene_and_playing_needs_a_window(call: Any, wave: str) -> None:
    (told,) = call("play_clips", items=[{"clip_id": wave, "action": "seek", "time": {"frame": 12.5}}])["items"]
    assert told["time"] == pytest.approx(seconds(call, 12.5))
    where = "import bpy\n[bpy.context.scene.frame_current_final, bpy.data.objects['Door'].location.x]"
    frame, x = call.python(where)
    assert (frame, x) == (
        pytest.approx(12.5),
        pytest.approx(call.python(f"{curve_of('Wave')}c.evaluate(12.5)"), abs=1e-4),
    )
    if not call.host.window:
        error = call.fails("not_supported", "play_clips", items=[{"clip_id": wave, "action": "play"}])
        assert "window" in str(error)
    else:
        (told,) = call("play_clips", items=[{"clip_id": wave, "action": "play"}])["items"]
        assert told["playing"]
        (told,) = call("play_clips", items=[{"clip_id": wave, "action": "pause"}])["items"]
        assert not told["playing"]
    (told,) = call("play_clips", items=[{"clip_id": wave, "action": "stop"}])["items"]
    assert (told["playing"], told["time"]) == (False, 0)
    call.fails("invalid_params", "play_clips", items=[{"clip_id": wave, "action": "seek"}])
    (idle,) = call("create_clips", items=[{"name": "Idle"}])["ids"]
    call.fails("conflict", "play_clips", items=[{"clip_id": idle, "action": "seek", "time": 1}])


def test_a_layers_clip_is_sought_where_the_layer_plays_it(call: Any, wave: str) -> None:
    call("create_layers", items=[{"node_id": "Door", "name": "Late"}])
    item = {"layer_id": "Late", "clip_id": wave, "start_time": {"frame": 100}}
    call("edit_layer_clips", operation="add", items=[item])
    call.python("import bpy\nbpy.data.objects['Door'].animation_data.action = None")
    (told,) = call("play_clips", items=[{"clip_id": wave, "action": "seek", "time": {"frame": 10}}])["items"]
    assert told["time"] == pytest.approx(seconds(call, 110))
    assert call.python("import bpy\nbpy.data.objects['Door'].location.x") == pytest.approx(6)
