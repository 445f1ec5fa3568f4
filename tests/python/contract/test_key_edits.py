"""Many keyframes at once: where they go, that their ids go with them, and that what is mirrored is that curve."""

from __future__ import annotations

from typing import Any

import pytest

from .keyframes import CURVE, curve, ids, points, values_of


def sampled(call: Any, first: int, last: int) -> list[float]:
    """What Blender makes of the curve, frame by frame."""
    return list(call.python(f"{CURVE}[c.evaluate(f) for f in range({first}, {last} + 1)]"))


def transform(call: Any, channel: str, operation: str, **more: Any) -> dict[str, Any]:
    """One transformation."""
    items = [{"channel_id": channel, "operation": operation, **more}]
    return dict(call("transform_keyframes", items=items)["items"][0])


def test_scaling_and_offsetting_take_ids_and_handles_along(call: Any) -> None:
    made = curve(call, [0, 10, 20], [0, 4, 0])
    before, was = ids(call), sampled(call, 0, 20)
    transform(call, made["channel_id"], "scale", time_scale=2, value_scale=3)
    assert points(call) == [[0, 0], [20, 12], [40, 0]]
    assert sampled(call, 0, 40)[::2] == pytest.approx([3 * value for value in was], abs=1e-3)
    done = transform(call, made["channel_id"], "offset", time_offset={"frame": -5}, value_offset=1)
    assert points(call) == [[-5, 1], [15, 13], [35, 1]]
    assert done["keyframe_ids"] == before == ids(call)
    assert values_of(call, before) == pytest.approx([1, 13, 1])
    # A look at Blender is a step of its own.
    call("undo")
    transform(call, made["channel_id"], "offset", value_offset=7)
    call("undo")
    assert values_of(call, before) == pytest.approx([1, 13, 1])


def test_a_part_is_moved_past_none_of_the_others(call: Any) -> None:
    made = curve(call, [0, 10, 20, 30], [0, 1, 2, 3])
    before = ids(call)
    done = transform(call, made["channel_id"], "offset", keyframe_ids=before[1:3], time_offset={"frame": 5})
    assert (done["keyframe_ids"], points(call)) == (before[1:3], [[0, 0], [15, 1], [25, 2], [30, 3]])
    first = {"channel_id": made["channel_id"], "operation": "offset", "keyframe_ids": before[:1]}
    error = call.fails("invalid_params", "transform_keyframes", items=[{**first, "time_offset": {"frame": 15}}])
    assert error.details["path"] == "time_offset"
    transform(call, made["channel_id"], "offset", keyframe_ids=before[:1], time_offset={"frame": 40})
    assert ids(call) == [*before[1:], before[0]]
    assert values_of(call, before) == pytest.approx([0, 1, 2, 3])


def test_mirrored_in_time_the_curve_runs_backwards(call: Any) -> None:
    made = curve(call, [0, 10, 20, 30], [0, 8, 3, 5])
    keys = [
        {"ids": [one], "tangent_out": [0.1, 2], "interpolation_out": word}
        for one, word in zip(ids(call), ("bezier", "linear", "constant", "bezier"))
    ]
    call("update_keyframes", items=keys)
    before, was = ids(call), sampled(call, 0, 30)
    transform(call, made["channel_id"], "mirror", pivot_time={"frame": 15})
    now = sampled(call, 0, 30)
    # In the constant stretch, frames 20 to 30, the value of the other end is held.
    assert now[10:] == pytest.approx(was[20::-1], abs=1e-3)
    assert values_of(call, before) == pytest.approx([0, 8, 3, 5])
    assert ids(call) == before[::-1]


def test_mirrored_in_value_it_stands_on_its_head(call: Any) -> None:
    made = curve(call, [0, 10, 20], [0, 8, 3])
    was = sampled(call, 0, 20)
    transform(call, made["channel_id"], "mirror", pivot_value=1)
    assert sampled(call, 0, 20) == pytest.approx([2 - value for value in was], abs=1e-3)


def test_noise_is_bounded_and_the_same_for_the_same_seed(call: Any) -> None:
    made = curve(call, list(range(20)), [0] * 20)
    shaken = []
    for seed in (1, 1, 2):
        transform(call, made["channel_id"], "noise", noise_amplitude=0.5, seed=seed)
        shaken.append(values_of(call, ids(call)))
        call("undo")
    assert shaken[0] == shaken[1] != shaken[2]
    assert 0 < max(map(abs, shaken[0])) <= 0.5


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"operation": "scale"}, "time_scale"),
        ({"operation": "scale", "time_offset": 1}, "time_offset"),
        ({"operation": "mirror"}, "pivot_time"),
        ({"operation": "noise", "seed": 3}, "noise_amplitude"),
        ({"operation": "scale", "time_scale": 1e-5}, "time_scale"),
        ({"operation": "offset", "time_offset": 9e5}, "time_offset"),
        ({"operation": "scale", "value_scale": 1e300}, "value_scale"),
        ({"operation": "offset", "value_offset": 1, "start_time": 100, "end_time": 200}, "keyframe_ids"),
        ({"operation": "offset", "value_offset": 1, "keyframe_ids": ["nobody"]}, ""),
    ],
)
def test_bad_transformations_change_nothing(call: Any, change: dict[str, Any], path: str) -> None:
    made = curve(call, [0, 10], [1, 2])
    code = "not_found" if "nobody" in str(change) else "invalid_params"
    error = call.fails(code, "transform_keyframes", items=[{"channel_id": made["channel_id"], **change}])
    assert path in str(error.details.get("path", ""))
    assert points(call) == [[0, 1], [10, 2]]


def test_smoothing_takes_jitter_and_leaves_what_is_preserved(call: Any) -> None:
    made = curve(call, [0, 1, 2, 3, 4], [0, 5, -5, 5, 0])
    before = ids(call)
    (told,) = call("smooth_curves", items=[{"curve_id": made["id"], "strength": 1, "preserve_ids": [before[2]]}])[
        "items"
    ]
    assert points(call) == [[0, 0], [1, -2.5], [2, -5], [3, -2.5], [4, 0]]
    assert (told["minimum"], told["maximum"], ids(call)) == (-5, 0, before)
    call("smooth_curves", items=[{"curve_id": made["id"], "passes": 200}])
    assert [value for _, value in points(call)] == pytest.approx([0] * 5, abs=1e-3)


def test_solo_mutes_the_others_of_the_clip(call: Any) -> None:
    one = curve(call, [0, 1], [0, 5])
    (other,) = call("create_channels", items=[{"node_id": "Door", "path": "position.y"}])["ids"]
    told = call("set_channel_solo", items=[{"channel_id": other, "solo": True}])["items"]
    assert {item["id"]: item["muted"] for item in told} == {one["channel_id"]: True, other: False}
    assert call.python(f"{CURVE}c.mute")
    call("set_channel_solo", items=[{"channel_id": other, "solo": False}])
    assert not call.python(f"{CURVE}c.mute")
