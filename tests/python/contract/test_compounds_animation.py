"""What compounds of animation do, as `bpy` sees it: where things are at each frame."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .compounds import Scene, picture

# Where an object is at these frames.
PLACES = """
import bpy, math
found = []
for frame in {frames}:
    bpy.context.scene.frame_set(math.floor(frame), subframe=frame - math.floor(frame))
    o = bpy.data.objects[{name!r}]
    found.append([*o.matrix_world.translation, *o.scale, o.rotation_euler.z])
found
"""


def places(call: Any, name: str, frames: list[float]) -> list[list[float]]:
    """Place, scale and turn about z of an object at frames."""
    return list(call.python(PLACES.format(name=name, frames=frames)))


def ball(call: Any) -> dict[str, Any]:
    """A ball that hops and is squeezed."""
    call("create_primitives", items=[{"name": "Ball", "kind": "sphere", "radius": 0.5}])
    up = [{"time": 0, "value": 0.5}, {"time": {"frame": 12}, "value": 2}, {"time": 1, "value": 0.5}]
    wide = [{"time": 0, "value": 1.4, "interpolation": "constant"}, {"time": 0.25, "value": 1}]
    channels = [
        {
            "node_id": "Ball",
            "path": "position.z",
            "keyframes": up,
            "interpolation": "linear",
            "extrapolation_post": "cycle",
        },
        {"node_id": "Ball", "path": "scale.x", "keyframes": wide},
    ]
    return {"name": "Hop", "channels": channels, "loop": True}


def gait(call: Any, name: str, reach: float, height: float, seconds: float, **more: Any) -> None:
    """A clip in which the walker gets on by `reach` in so much time."""
    channels = [
        {
            "path": "position.x",
            "interpolation": "linear",
            "keyframes": [{"time": 0, "value": 0}, {"time": seconds, "value": reach}],
        },
        {
            "path": "position.z",
            "interpolation": "linear",
            "keyframes": [
                {"time": 0, "value": 0},
                {"time": seconds / 2, "value": height},
                {"time": seconds, "value": 0.1},
            ],
        },
    ]
    call("create_animation", name=name, channels=[{"node_id": "Walker", **one} for one in channels], **more)


def gaits(call: Any) -> dict[str, Any]:
    """A walk of one second and a run of half of one."""
    call("create_primitives", items=[{"name": "Walker", "kind": "cube", "size": 0.5}])
    gait(call, "Walk", 1, 0.2, 1)
    gait(call, "Run", 2, 0.6, 0.5)
    return {"clip_ids": ["Walk", "Run"], "weights": [1, 3], "name": "Jog"}


def walk(call: Any) -> dict[str, Any]:
    """One step of a walk."""
    call("create_primitives", items=[{"name": "Walker", "kind": "cube", "size": 0.5}])
    gait(call, "Walk", 1, 0.4, 1)
    return {"clip_id": "Walk", "advancing": ["position.x"]}


SCENES: dict[str, Scene] = {"create_animation": ball, "blend_clips": gaits, "create_cycle": walk}


def trail(call: Any, name: str, frames: list[float], eye: list[float]) -> None:
    """A small ball where something is at each of these frames, and a camera before them."""
    paint = call("create_materials", items=[{"name": "Trail", "base_color": "#ff7a1a"}])["ids"][0]
    items = [
        {"name": f"Trail {at}", "kind": "sphere", "radius": 0.07, "position": place[:3], "material_id": paint}
        for at, place in enumerate(places(call, name, frames))
    ]
    call("create_primitives", items=items)
    camera = {"name": "Shot", "position": eye, "rotation": {"euler": [86, 0, 0]}, "active": True}
    call("create_cameras", items=[camera])


def test_one_call_makes_things_move(call: Any) -> None:
    made = call("create_animation", **ball(call))
    assert [made["keyframe_count"], made["start_time"], made["duration"]] == [5, 0, 1]
    seen = places(call, "Ball", [0, 3, 6, 12, 18, 24, 36])
    assert [row[2] for row in seen] == pytest.approx([0.5, 0.875, 1.25, 2, 1.25, 0.5, 2], abs=1e-4)
    assert [row[3] for row in seen[:3]] == pytest.approx([1.4, 1.4, 1], abs=1e-5)
    action = call.python("import bpy; a = bpy.data.objects['Ball'].animation_data.action; [a.name, a.use_cyclic]")
    assert action == ["Hop", True]
    trail(call, "Ball", [0, 2, 4, 6, 8, 10, 12], [0, -7, 1.6])
    picture(call, "create_animation", frame=9)


def test_what_cannot_be_animated_says_where(call: Any) -> None:
    arguments = ball(call)
    for change, code in (
        ({"channels": []}, "invalid_params"),
        ({"channels": [{**arguments["channels"][0], "keyframes": []}]}, "invalid_params"),
        ({"channels": [{**arguments["channels"][0], "path": "position.q"}]}, "not_found"),
        ({"channels": [{**arguments["channels"][0], "node_id": "Bal"}]}, "not_found"),
    ):
        call.fails(code, "create_animation", **{**arguments, **change})
    error = call.fails("invalid_params", "create_animation", **{**arguments, "loop": "yes"})
    assert error.details["path"] == "loop"
    assert call.python("import bpy; [a.name for a in bpy.data.actions]") == []


def test_a_blend_lies_between_by_weights(call: Any) -> None:
    made = call("blend_clips", **gaits(call))
    assert made["duration"] == pytest.approx(0.25 + 0.75 * 0.5)
    action = call.python("import bpy; bpy.data.objects['Walker'].animation_data.action.name")
    assert action == "Jog"
    frames = [0, 7.5, 15]
    seen = places(call, "Walker", frames)
    # At the same part of each: half-way they are at (0.5, 0.2) and (1, 0.6), at their ends at (1, 0.1) and (2, 0.1).
    assert [row[0] for row in seen] == pytest.approx([0, 0.875, 1.75], abs=1e-3)
    assert [row[2] for row in seen] == pytest.approx([0, 0.5, 0.1], abs=0.05)
    assert sorted(call.python("import bpy; [a.name for a in bpy.data.actions]")) == ["Jog", "Run", "Walk"]
    trail(call, "Walker", [0, 3, 6, 9, 12, 15], [0.9, -5, 0.6])
    picture(call, "blend_clips", frame=8)


def test_at_their_own_pace_clips_are_mixed_time_by_time(call: Any) -> None:
    arguments = {**gaits(call), "weights": [1, 1], "match_length": False, "frame_rate": 12}
    made = call("blend_clips", **arguments)
    assert [made["duration"], made["keyframe_count"]] == [1, 26]
    # After 0.25 s the walk is at 0.25, the run at 1; the run's end holds afterwards.
    assert [row[0] for row in places(call, "Walker", [6, 12, 24])] == pytest.approx([0.625, 1.25, 1.5], abs=1e-3)


def test_what_only_one_clip_moves_is_its_own(call: Any) -> None:
    gaits(call)
    turn = [{"time": 0, "value": 0}, {"time": 1, "value": 90}]
    channel = {"node_id": "Walker", "path": "rotation.z", "keyframes": turn, "interpolation": "linear"}
    call("create_animation", name="Turn", channels=[channel])
    call("blend_clips", clip_ids=["Walk", "Turn"], name="Both")
    row = places(call, "Walker", [12])[0]
    assert [row[0], math.degrees(row[6])] == pytest.approx([0.5, 45], abs=1e-2)


def test_wrong_blends_are_told(call: Any) -> None:
    arguments = gaits(call)
    for change, path in (
        ({"clip_ids": ["Walk"]}, "clip_ids"),
        ({"weights": [1]}, "weights"),
        ({"weights": [0, 0]}, "weights"),
    ):
        assert call.fails("invalid_params", "blend_clips", **{**arguments, **change}).details["path"] == path
    call("create_clips", items=[{"name": "Empty", "duration": 1}])
    error = call.fails("invalid_params", "blend_clips", clip_ids=["Empty", "Empty"])
    assert error.details["path"] == "clip_ids"


def test_a_cycle_repeats_and_what_advances_goes_on(call: Any) -> None:
    made = call("create_cycle", **walk(call))
    assert [made["channel_count"], made["closed_gap"]] == [2, pytest.approx(0.1)]
    once = places(call, "Walker", [0, 5, 12, 20, 23.5])
    for turn in (-2, -1, 1, 3):
        again = places(call, "Walker", [frame + 24 * turn for frame in (0, 5, 12, 20, 23.5)])
        for one, two in zip(once, again):
            assert two[2] == pytest.approx(one[2], abs=1e-4), "up and down as before"
            assert two[0] == pytest.approx(one[0] + turn, abs=1e-4), "and on"
    before, at, after = (row[2] for row in places(call, "Walker", [23.99, 24, 24.01]))
    assert [before, after] == pytest.approx([at, at], abs=1e-3), "without a leap"
    assert call.python("import bpy; bpy.data.actions['Walk'].use_cyclic")
    trail(call, "Walker", [3 * at for at in range(25)], [1.5, -6, 0.8])
    picture(call, "create_cycle", frame=40)


def test_a_cycle_may_begin_when_its_clip_does(call: Any) -> None:
    call("create_cycle", **{**walk(call), "advancing": []}, before=False)
    rows = places(call, "Walker", [-12, 12, 36])
    assert rows[0][2] == pytest.approx(0, abs=1e-5)
    assert rows[2][2] == pytest.approx(rows[1][2], abs=1e-4)
    assert rows[2][0] == pytest.approx(rows[1][0], abs=1e-4), "it comes back"


def test_what_is_no_cycle_is_told(call: Any) -> None:
    arguments = walk(call)
    error = call.fails("invalid_params", "create_cycle", **{**arguments, "advancing": ["position.y"]})
    assert error.details["path"] == "advancing[0]"
    assert "position.x" in error.details["expected"]
    call("create_clips", items=[{"name": "Empty"}])
    assert call.fails("invalid_params", "create_cycle", clip_id="Empty").details["path"] == "clip_id"
