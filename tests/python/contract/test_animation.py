"""Animation beyond CRUD: keyframes by node and path, moving them, curves at work, and what cannot be animated."""

from __future__ import annotations

import math
from typing import Any

import pytest


@pytest.fixture
def door(call: Any) -> str:
    """A node to animate."""
    return str(call("create_nodes", items=[{"name": "Door"}])["ids"][0])


def keys(call: Any, path: str, *pairs: tuple[float, float], **more: Any) -> list[dict[str, Any]]:
    """Keyframes of the door, by frame and value."""
    items = [
        {"node_id": "Door", "path": path, "time": {"frame": frame}, "value": value, **more} for frame, value in pairs
    ]
    return list(call("create_keyframes", items=items)["items"])


def fps(call: Any) -> float:
    """Of the scene."""
    return float(call("get_scene", fields=["fps"])["fps"])


def test_the_references_first_example_works(call: Any, door: str) -> None:
    made = call("createKeyframe", objectId=door, property="rotation.x", time=30, value=45)["items"][0]
    assert (made["path"], made["time"], made["node_id"]) == ("rotation.x", pytest.approx(30), door)
    frame = 30 * fps(call)
    told = call.python(
        f"import bpy\nbpy.context.scene.frame_set(int({frame}))\nlist(bpy.data.objects['Door'].rotation_euler)"
    )
    assert told == pytest.approx([math.radians(45), 0, 0])


def test_clip_and_channel_are_made_once_and_move_the_node(call: Any, door: str) -> None:
    first, second = keys(call, "position.z", (0, 0), (10, 5), interpolation_out="linear")
    assert first["channel_id"] == second["channel_id"]
    assert call("list_clips")["total"] == call("list_channels")["total"] == 1
    (channel,) = call("get_channels", ids=[first["channel_id"]])["items"]
    assert call("list_clips", parent_id=door)["items"][0]["id"] == channel["clip_id"]
    assert call.python(
        "import bpy\nbpy.context.scene.frame_set(5)\nbpy.data.objects['Door'].matrix_world.translation.z"
    ) == pytest.approx(2.5)


def test_frames_follow_the_rate_of_the_scene(call: Any, door: str) -> None:
    call.python("import bpy\nr = bpy.context.scene.render\nr.fps, r.fps_base = 30, 1.001")
    (made,) = keys(call, "scale.x", (30, 2))
    assert made["time"] == pytest.approx(1.001)
    (moved,) = call("update_keyframes", items=[{"ids": [made["id"]], "time": 2.002}])["items"]
    assert call.python("import bpy, json\n" + ORACLE + "[k.co.x for k in curves()[0].keyframe_points]") == [
        pytest.approx(60)
    ]
    assert moved["id"] == made["id"]


ORACLE = """
def curves():
    a = bpy.data.actions[0]
    if hasattr(a, 'fcurves'):
        return list(a.fcurves)
    return [c for b in a.layers[0].strips[0].channelbags for c in b.fcurves]
"""


def test_an_id_follows_a_keyframe_past_its_neighbours(call: Any, door: str) -> None:
    one, two, three = keys(call, "position.x", (1, 1), (2, 2), (3, 3))
    call("update_keyframes", items=[{"ids": [one["id"]], "time": {"frame": 9}}])
    read = call("get_keyframes", ids=[one["id"], two["id"], three["id"]])["items"]
    assert [item["value"] for item in read] == pytest.approx([1, 2, 3])
    listed = call("list_keyframes", parent_id=one["channel_id"])["items"]
    assert [item["id"] for item in listed] == [two["id"], three["id"], one["id"]]
    call("undo")
    read = call("get_keyframes", ids=[one["id"], two["id"], three["id"]])["items"]
    assert [round(item["time"] * fps(call)) for item in read] == [1, 2, 3]
    error = call.fails("conflict", "update_keyframes", items=[{"ids": [two["id"]], "time": {"frame": 3}}])
    assert "another keyframe" in str(error)


def test_two_nodes_in_one_clip_stay_apart(call: Any, door: str) -> None:
    (clip,) = call("create_clips", items=[{"name": "Both"}])["ids"]
    other = call("create_nodes", items=[{"name": "Window"}])["ids"][0]
    made = call(
        "create_channels",
        items=[
            {"node_id": node, "path": path, "clip_id": clip} for node, path in ((door, "scale.x"), (other, "scale.y"))
        ],
    )["items"]
    items = [{"channel_id": item["id"], "time": 0, "value": 3} for item in made]
    call("create_keyframes", items=items)
    slots = call.python("import bpy\nhasattr(bpy.data.actions[0], 'slots')")
    scales = call.python(
        "import bpy\nbpy.context.scene.frame_set(0)\n[list(bpy.data.objects[n].scale) for n in ('Door', 'Window')]"
    )
    # Without slots an action is one for all that play it.
    assert scales == ([[3, 1, 1], [1, 3, 1]] if slots else [[3, 3, 1], [3, 3, 1]])


@pytest.mark.parametrize(
    ("path", "code", "near"),
    [
        ("postion.x", "not_found", "position.x"),
        ("rotation.w", "not_found", ""),
        ("position", "not_found", "position.x"),
        ("hide_rendr", "not_found", "hide_render"),
        ("location[7]", "invalid_params", "location[0]"),
        ("name", "not_supported", ""),
        ("nowhere.at.all", "not_found", ""),
    ],
)
def test_what_cannot_be_animated_says_so(call: Any, door: str, path: str, code: str, near: str) -> None:
    error = call.fails(code, "create_keyframes", items=[{"node_id": door, "path": path, "time": 0, "value": 1}])
    assert near in str(error.suggestions)
    assert call("list_clips")["total"] == 0, "nothing was left behind"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"time": math.nan}, "time"),
        ({"time": 1e9}, "time"),
        ({"time": {"frame": 1e8}}, "time"),
        ({"time": {"second": 1}}, "time"),
        ({"value": math.inf}, "value"),
        ({"value": 1e300}, "value"),
        ({"tangent_in": [0.5, 1]}, "tangent_in"),
        ({"path": None}, "path"),
    ],
)
def test_bad_keyframes_are_refused(call: Any, door: str, change: dict[str, Any], word: str) -> None:
    item = {"node_id": door, "path": "position.x", "time": 0, "value": 1, **change}
    error = call.fails("invalid_params", "create_keyframes", items=[item])
    assert word in error.details["path"]
    assert call("list_keyframes")["total"] == 0


def test_times_before_zero_are_times(call: Any, door: str) -> None:
    (made,) = keys(call, "position.x", (-12, 4))
    assert made["time"] == pytest.approx(-12 / fps(call))


def test_a_slot_that_the_artist_shares_stays_shared(call: Any, door: str) -> None:
    (made,) = keys(call, "position.x", (0, 4))
    call.python(
        "import bpy\nd, w = bpy.data.objects['Door'], bpy.data.objects.new('Window', None)\n"
        "bpy.context.scene.collection.objects.link(w)\nw.animation_data_create().action = d.animation_data.action\n"
        "if hasattr(w.animation_data, 'action_slot'):\n    w.animation_data.action_slot = d.animation_data.action_slot"
    )
    item = {"node_id": "Window", "path": "position.x", "time": {"frame": 10}, "value": 8}
    (other,) = call("create_keyframes", items=[item])["items"]
    assert other["channel_id"] == made["channel_id"]


def test_another_clip_does_not_lose_the_one_before(call: Any, door: str) -> None:
    (made,) = keys(call, "position.x", (0, 4))
    # As the artist's own keyframes make it.
    call.python("import bpy\nbpy.data.actions[0].use_fake_user = False")
    (clip,) = call("create_clips", items=[{"name": "Second"}])["ids"]
    call("create_channels", items=[{"node_id": door, "path": "position.x", "clip_id": clip}])
    assert call("get_keyframes", ids=[made["id"]])["items"][0]["value"] == pytest.approx(4)
    assert call.python("import bpy\n[a.users for a in bpy.data.actions if a.name != 'Second']") == [1]


def test_euler_angles_of_what_turns_by_quaternion(call: Any, door: str) -> None:
    call.python("import bpy\nbpy.data.objects['Door'].rotation_mode = 'QUATERNION'")
    item = {"node_id": door, "time": 0, "value": 1}
    call.fails("conflict", "create_keyframes", items=[{**item, "path": "rotation.x"}])
    for path in ("rotation_quaternion[0]", "quaternion.w"):
        (made,) = call("create_keyframes", items=[{**item, "path": path}])["items"]
        assert made["path"] == "quaternion.w"
    call.python("import bpy\nbpy.data.objects['Door'].rotation_mode = 'XYZ'")
    error = call.fails("conflict", "create_keyframes", items=[{**item, "path": "quaternion.x"}])
    assert "rotation.x" in str(error.suggestions)


# Which F-curves there are, and where a bone points at frame 12.
ELBOW = """
import bpy
rig = bpy.data.objects['Rig']
action = rig.animation_data.action
curves = list(action.fcurves) if hasattr(action, "fcurves") else [
    c for layer in action.layers for strip in layer.strips for bag in strip.channelbags for c in bag.fcurves]
bpy.context.scene.frame_set(12)
bone = rig.pose.bones["El\\"bow"]
[sorted([c.data_path, c.array_index] for c in curves), list(bone.y_axis), list(bone.head)]
"""


def test_joints_are_animated_by_the_words_of_nodes(call: Any) -> None:
    (rig,) = call("create_rigs", items=[{"name": "Rig"}])["ids"]
    (joint,) = call("create_joints", items=[{"name": 'El"bow', "rig_id": rig, "length": 1}])["ids"]
    path = 'joints["El\\"bow"].'
    items = [
        {"node_id": joint, "path": "quaternion.w", "time": {"frame": 12}, "value": 0.5**0.5},
        {"node_id": rig, "path": f"{path}quaternion.z", "time": {"frame": 12}, "value": 0.5**0.5},
        {"node_id": rig, "path": 'pose.bones["El\\"bow"].location[1]', "time": {"frame": 12}, "value": 2},
    ]
    made = call("create_keyframes", items=items)["items"]
    assert [item["path"] for item in made] == [f"{path}quaternion.w", f"{path}quaternion.z", f"{path}position.y"]
    assert {item["node_id"] for item in made} == {rig}
    curves, points, head = call.python(ELBOW)
    bone = 'pose.bones["El\\"bow"].'
    assert curves == [[f"{bone}location", 1], [f"{bone}rotation_quaternion", 0], [f"{bone}rotation_quaternion", 3]]
    assert [*points, *head] == pytest.approx([-1, 0, 0, 0, 2, 0], abs=1e-5)
    assert call("get_channels", ids=[made[0]["channel_id"]])["items"][0]["path"] == f"{path}quaternion.w"
    call("update_joints", items=[{"ids": [joint], "rotation_mode": "zyx", "rotation": [0, 0, 0, 1]}])
    angle = {"node_id": joint, "path": "rotation.x", "time": {"frame": 12}, "value": 90}
    (turned,) = call("create_keyframes", items=[angle])["items"]
    assert [turned["path"], turned["value"]] == [f"{path}rotation.x", pytest.approx(90, abs=1e-4)]
    assert call.python(ELBOW)[1] == pytest.approx([0, 0, 1], abs=1e-5), "degrees, not radians"
    call.fails("conflict", "create_keyframes", items=[items[0]])
    error = call.fails("not_found", "create_keyframes", items=[{**items[1], "path": 'joints["Elbo"].quaternion.z'}])
    assert error.details["path"] == "path"
    assert f"{path}position.x" in error.suggestions


def test_evaluating_does_not_move_the_scene(call: Any, door: str) -> None:
    first, _ = keys(call, "rotation.z", (0, 0), (10, 90), interpolation_out="linear")
    clip = call("list_clips")["items"][0]["id"]
    before = call("get_scene", fields=["frame"])["frame"]
    (told,) = call("evaluate_animation", items=[{"clip_id": clip, "time": {"frame": 5}}])["items"]
    assert told["values"] == [{"channel_id": first["channel_id"], "path": "rotation.z", "value": pytest.approx(45)}]
    assert call("get_scene", fields=["frame"])["frame"] == before
    call("set_channel_mute", items=[{"channel_id": first["channel_id"], "muted": True}])
    (told,) = call("evaluate_animation", items=[{"clip_id": clip, "time": 0}])["items"]
    assert told["values"] == []


def test_baking_keeps_the_curve(call: Any, door: str) -> None:
    first, _ = keys(call, "position.x", (0, 0), (10, 8))
    channel = first["channel_id"]
    clip = call("list_clips")["items"][0]["id"]

    def at(frame: int) -> float:
        told = call("evaluate_animation", items=[{"clip_id": clip, "time": {"frame": frame}}])["items"][0]
        return float(told["values"][0]["value"])

    before = [at(frame) for frame in range(11)]
    (baked,) = call("bake_keyframes", items=[{"channel_id": channel}])["items"]
    assert baked["keyframe_count"] == len(set(baked["keyframe_ids"])) == 11
    assert [at(frame) for frame in range(11)] == pytest.approx(before, abs=1e-4)
    assert first["id"] in baked["keyframe_ids"]
    call("undo")
    assert call("list_keyframes")["total"] == 2
    error = call.fails(
        "invalid_params", "bake_keyframes", items=[{"channel_id": channel, "start_time": 5, "end_time": 1}]
    )
    assert error.details["path"] == "end_time"
    call.fails(
        "invalid_params", "bake_keyframes", items=[{"channel_id": channel, "end_time": 9999, "frame_rate": 1000}]
    )


def test_interpolation_of_a_stretch(call: Any, door: str) -> None:
    made = keys(call, "position.x", (0, 0), (10, 8), (20, 0))
    (done,) = call(
        "set_interpolation",
        items=[{"channel_id": made[0]["channel_id"], "mode": "constant", "start_time": {"frame": 10}}],
    )["items"]
    assert done["keyframe_ids"] == [made[1]["id"], made[2]["id"]]
    read = call("get_keyframes", ids=[item["id"] for item in made])["items"]
    assert [item["interpolation_out"] for item in read] == ["bezier", "constant", "constant"]
    call.fails("not_supported", "set_interpolation", items=[{"channel_id": made[0]["channel_id"], "mode": "hermite"}])


def test_ends_that_blender_cannot_tell_apart(call: Any, door: str) -> None:
    item = {"node_id": door, "path": "scale.z"}
    ends = {"extrapolation_pre": "linear", "extrapolation_post": "linear"}
    (made,) = call("create_channels", items=[{**item, **ends}])["items"]
    call.fails("not_supported", "update_channels", items=[{"ids": [made["id"]], "extrapolation_pre": "constant"}])
    (read,) = call("update_channels", items=[{"ids": [made["id"]], "extrapolation_pre": "cycle"}])["items"]
    assert (read["extrapolation_pre"], read["extrapolation_post"]) == ("cycle", "linear")
    error = call.fails("conflict", "create_channels", items=[item])
    assert error.details["id"] == made["id"]
