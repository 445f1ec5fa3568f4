"""Many keys of Maya at once, and what drivers compute, as its own curves and expressions show them."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("maya")

NAME = "Door/position.x"
KEYS = "[cmds.keyframe('Door.tx', query=True, timeChange=True), cmds.keyframe('Door.tx', query=True, valueChange=True)]"


@pytest.fixture
def keyed(call: Any) -> list[str]:
    """Four keys, ten frames apart; their ids."""
    call("create_nodes", items=[{"name": "Door"}])
    keys = [
        {"node_id": "Door", "path": "position.x", "time": {"frame": frame}, "value": value}
        for frame, value in zip((0, 10, 20, 30), (0, 8, 3, 5))
    ]
    return list(call("create_keyframes", items=keys)["ids"])


def sampled(call: Any, *frames: float) -> list[float]:
    """What Maya makes of the curve at frames."""
    at = "cmds.keyframe('Door.tx', query=True, eval=True, time=(f, f))[0]"
    return list(call.python(f"[{at} for f in {list(frames)}]"))


def values_of(call: Any, ids: list[str]) -> list[float]:
    return [item["value"] for item in call("get_keyframes", ids=ids)["items"]]


def transform(call: Any, operation: str, **more: Any) -> dict[str, Any]:
    items = [{"channel_id": NAME, "operation": operation, **more}]
    return dict(call("transform_keyframes", items=items)["items"][0])


def test_scaling_and_offsetting_take_ids_and_tangents_along(call: Any, keyed: list[str]) -> None:
    call.python("cmds.keyTangent('Door.tx', edit=True, index=(1, 1), lock=False, outAngle=60)")
    frames = (0, 4, 10, 13, 17, 20, 26, 30)
    was = sampled(call, *frames)
    transform(call, "scale", time_scale=2, value_scale=3)
    assert call.python(KEYS) == [[0, 20, 40, 60], [0, 24, 9, 15]]
    assert sampled(call, *(2 * frame for frame in frames)) == pytest.approx([3 * value for value in was], abs=1e-6)
    done = transform(call, "offset", time_offset={"frame": 20}, value_offset=1)
    assert call.python(KEYS) == [[20, 40, 60, 80], [1, 25, 10, 16]]
    assert (done["keyframe_ids"], done["keyframe_count"]) == (keyed, 4)
    assert values_of(call, keyed) == [1, 25, 10, 16]
    call("undo")
    assert values_of(call, keyed) == [0, 24, 9, 15], "ids are of the keys that they were of"
    call("redo")
    assert values_of(call, keyed) == [1, 25, 10, 16]


def test_weights_of_tangents_grow_with_the_curve(call: Any, keyed: list[str]) -> None:
    call.python("cmds.keyTangent('Door.tx', edit=True, weightedTangents=True)")
    call.python("cmds.keyTangent('Door.tx', edit=True, index=(1, 1), lock=False, outAngle=70, outWeight=6)")
    frames = (11, 13, 16, 19)
    was = sampled(call, *frames)
    transform(call, "scale", time_scale=0.5, value_scale=-2)
    assert sampled(call, *(frame / 2 for frame in frames)) == pytest.approx([-2 * value for value in was], abs=1e-4)


def test_mirrored_in_time_the_curve_runs_backwards(call: Any, keyed: list[str]) -> None:
    call.python("cmds.keyTangent('Door.tx', edit=True, index=(1, 1), lock=False, outAngle=-50, inAngle=10)")
    call.python("cmds.keyTangent('Door.tx', edit=True, index=(2, 2), outTangentType='step')")
    call.python("cmds.keyframe('Door.tx', edit=True, index=(1, 1), breakdown=True)")
    frames = (0, 3, 7, 10, 12, 16, 19, 20)
    was = sampled(call, *frames)
    transform(call, "mirror", pivot_time={"frame": 15})
    assert sampled(call, *(30 - frame for frame in frames)) == pytest.approx(was, abs=1e-6)
    assert sampled(call, 5) == [5], "the stretch that is held holds the value of its other end"
    assert values_of(call, keyed) == [0, 8, 3, 5]
    assert call.python("cmds.keyframe('Door.tx', query=True, breakdown=True)") == [20]
    call("undo")
    assert sampled(call, *frames) == pytest.approx(was, abs=1e-9)
    assert values_of(call, keyed) == [0, 8, 3, 5]


def test_some_keys_are_moved_and_the_others_stay(call: Any, keyed: list[str]) -> None:
    done = transform(call, "offset", keyframe_ids=keyed[:1], time_offset={"frame": 15})
    assert (done["keyframe_ids"], call.python(KEYS)[0]) == (keyed[:1], [10, 15, 20, 30])
    error = call.fails(
        "invalid_params",
        "transform_keyframes",
        items=[{"channel_id": NAME, "operation": "offset", "keyframe_ids": keyed[:1], "time_offset": {"frame": 5}}],
    )
    assert error.details["path"] == "time_offset"
    transform(call, "mirror", pivot_value=1, start_time={"frame": 20})
    assert values_of(call, keyed) == [0, 8, -1, -3]


def test_noise_is_bounded_and_the_same_for_the_same_seed(call: Any, keyed: list[str]) -> None:
    shaken = []
    for seed in (1, 1, 2):
        transform(call, "noise", noise_amplitude=0.5, seed=seed)
        shaken.append(values_of(call, keyed))
        call("undo")
    assert shaken[0] == shaken[1] != shaken[2]
    assert 0 < max(abs(a - b) for a, b in zip(shaken[0], (0, 8, 3, 5))) <= 0.5


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"operation": "scale"}, "time_scale"),
        ({"operation": "mirror", "seed": 3}, "seed"),
        ({"operation": "scale", "time_scale": 1e-6}, "time_scale"),
        ({"operation": "offset", "time_offset": 9e5, "start_time": 0}, ""),
        ({"operation": "scale", "time_scale": 1e6, "pivot_time": 0}, "time_scale"),
        ({"operation": "offset", "value_offset": 1, "start_time": 100, "end_time": 200}, "keyframe_ids"),
    ],
)
def test_bad_transformations_change_nothing(call: Any, keyed: list[str], change: dict[str, Any], path: str) -> None:
    if not path:
        transform(call, **change)
        call("undo")
    else:
        error = call.fails("invalid_params", "transform_keyframes", items=[{"channel_id": NAME, **change}])
        assert error.details["path"] == path
    assert call.python(KEYS) == [[0, 10, 20, 30], [0, 8, 3, 5]]


def test_values_stay_numbers(call: Any, keyed: list[str]) -> None:
    for _ in range(8):
        transform(call, "scale", value_scale=1e38)
    items = [{"channel_id": NAME, "operation": "scale", "value_scale": 1e38}]
    assert call.fails("invalid_params", "transform_keyframes", items=items).details["path"] == "value_scale"


def test_keys_of_others_and_locked_channels_are_refused(call: Any, keyed: list[str]) -> None:
    call("create_channels", items=[{"node_id": "Door", "path": "position.y"}])
    other = call("list_keyframes", parent_id="Door/position.y")["items"][0]["id"]
    item = {"channel_id": NAME, "operation": "offset", "value_offset": 1}
    call.fails("invalid_params", "transform_keyframes", items=[{**item, "keyframe_ids": [other]}])
    call.fails("not_found", "transform_keyframes", items=[{**item, "keyframe_ids": ["nobody"]}])
    call("update_channels", items=[{"ids": [NAME], "locked": True}])
    call.fails("conflict", "transform_keyframes", items=[item])
    call.fails("conflict", "smooth_curves", items=[{"curve_id": NAME}])
    assert call.python(KEYS) == [[0, 10, 20, 30], [0, 8, 3, 5]]


def test_smoothing_takes_jitter_and_leaves_what_is_preserved(call: Any, keyed: list[str]) -> None:
    item = {"curve_id": NAME, "strength": 1, "preserve_ids": [keyed[2]]}
    (told,) = call("smooth_curves", items=[item])["items"]
    assert call.python(KEYS) == [[0, 10, 20, 30], [0, 1.5, 3, 5]]
    assert (told["minimum"], told["maximum"]) == (0, 5)
    call("smooth_curves", items=[{"curve_id": NAME, "passes": 200}])
    assert values_of(call, keyed) == pytest.approx([0, 5 / 3, 10 / 3, 5], abs=1e-6)


# Drivers


def drive(call: Any, expression: str) -> str:
    call("create_nodes", items=[{"name": "Door"}, {"name": "Crank", "position": [3, 0, 0]}])
    item = {
        "target_node_id": "Door",
        "target_path": "position.z",
        "expression": expression,
        "variables": [{"name": "turn", "source_node_id": "Crank", "source_path": "position.x"}],
    }
    return str(call("create_drivers", items=[item])["ids"][0])


def test_what_drivers_compute_is_told_without_a_change(call: Any) -> None:
    made = drive(call, "turn * 2 + 1 if turn > 0 else sqrt(turn + frame)")
    before = call.python("[cmds.ls(), cmds.file(query=True, modified=True), cmds.undoInfo(query=True, undoName=True)]")
    (told,) = call("evaluate_drivers", items=[{"driver_id": made}])["items"]
    assert told == {"driver_id": made, "value": 7, "valid": True, "enabled": True}
    frame = call.python("cmds.currentTime(query=True)")
    asked = [{"driver_id": made, "variables": {"turn": turn}} for turn in (20, 4 - frame, -frame - 1)]
    told = call("evaluate_drivers", items=asked)["items"]
    assert [item["value"] for item in told] == [41, (9 - frame * 2 if frame < 4 else 2), 0]
    assert [item["valid"] for item in told] == [True, True, False], "there is no root of what is below 0"
    now = call.python("[cmds.ls(), cmds.file(query=True, modified=True), cmds.undoInfo(query=True, undoName=True)]")
    assert now == before
    for variables in ({"trun": 1}, {}, {"turn": "far"}):
        error = call.fails("invalid_params", "evaluate_drivers", items=[{"driver_id": made, "variables": variables}])
        assert "variables" in error.details["path"]
    call("update_drivers", items=[{"ids": [made], "enabled": False}])
    (told,) = call("evaluate_drivers", items=[{"driver_id": made}])["items"]
    assert (told["value"], told["enabled"]) == (7, False)


def test_mel_of_the_artist_s_own_is_told_as_it_computes_now(call: Any) -> None:
    made = drive(call, "turn")
    call.python("cmds.expression(cmds.ls(type='expression')[0], edit=True, string='Door.tz = hypot(Crank.tx, 4);')")
    (told,) = call("evaluate_drivers", items=[{"driver_id": made}])["items"]
    assert told["value"] == 5
    call.fails("conflict", "evaluate_drivers", items=[{"driver_id": made, "variables": {"turn": 1}}])
