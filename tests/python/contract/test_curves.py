"""Keyframes in numbers: whole curves as arrays, and which id is which keyframe after the artist's own edits."""

from __future__ import annotations

import time
from typing import Any

import pytest

from .keyframes import CURVE, curve, ids, points, values_of


def test_a_curve_of_a_thousand_keyframes_comes_and_goes_as_arrays(call: Any) -> None:
    made = curve(call, list(range(1000)), [frame % 7 for frame in range(1000)], interpolation_type="linear")
    assert (made["keyframe_count"], made["minimum"], made["maximum"]) == (1000, 0, 6)
    (read,) = call("get_anim_curves", ids=[made["id"]], fields=["times", "values"])["items"]
    assert (len(read["times"]), list(read["values"][:8])) == (1000, [0, 1, 2, 3, 4, 5, 6, 0])
    assert call.python(f"{CURVE}c.evaluate(2.5)") == pytest.approx(2.5)


def test_as_many_keyframes_keep_their_ids_wherever_they_go(call: Any) -> None:
    made = curve(call, [0, 10, 20], [1, 2, 3])
    before = ids(call)
    rate = call("get_scene", fields=["fps"])["fps"]
    patch = {"times": [10 / rate, 20 / rate, 30 / rate], "values": [4, 5, 6]}
    call("update_anim_curves", items=[{"ids": [made["id"]], **patch}])
    assert points(call) == [[10, 4], [20, 5], [30, 6]]
    assert values_of(call, before) == pytest.approx([4, 5, 6])
    call("update_anim_curves", items=[{"ids": [made["id"]], "values": [7, 8, 9]}])
    assert points(call) == [[10, 7], [20, 8], [30, 9]]
    error = call.fails("invalid_params", "update_anim_curves", items=[{"ids": [made["id"]], "values": [7, 8]}])
    assert error.details["path"] == "values"


@pytest.mark.parametrize(
    ("times", "values", "path"),
    [
        ([0, 1], [1], "values"),
        ([], [], "times"),
        ([0, 0.0001], [1, 2], "times"),
        ([1, 0], [1, 2], "times"),
        ([0, 9e5], [1, 2], "times"),
    ],
)
def test_bad_arrays_are_refused(call: Any, times: list[float], values: list[float], path: str) -> None:
    call("create_nodes", items=[{"name": "Door"}])
    item = {"node_id": "Door", "path": "position.x", "times": times, "values": values}
    error = call.fails("invalid_params", "create_anim_curves", items=[item])
    assert path in error.details["path"]
    assert call("list_clips")["total"] == 0


def test_a_channel_has_one_curve_and_stays_without_it(call: Any) -> None:
    made = curve(call, [0, 10], [1, 2], post_infinity="cycle", pre_infinity="cycle")
    again = {"channel_id": made["channel_id"], "times": [0], "values": [1]}
    error = call.fails("conflict", "create_anim_curves", items=[again])
    assert error.details["id"] == made["id"]
    call("delete_anim_curves", ids=[made["id"]])
    assert call("list_anim_curves")["total"] == 0
    (channel,) = call("get_channels", ids=[made["channel_id"]])["items"]
    assert channel["extrapolation_post"] == "constant"
    (other,) = call("create_anim_curves", items=[again])["items"]
    assert other["id"] != made["id"]


# What the artist does between two looks.
MOVED_ON = "for k in c.keyframe_points: k.co_ui.x += 10\nc.update()"
REPLACED = "c.keyframe_points.remove(c.keyframe_points[1])\nc.keyframe_points.insert(12, 99)\nc.update()"
REVALUED = "c.keyframe_points[1].co_ui.y = 99\nc.update()"


def test_ids_follow_keyframes_that_the_artist_moves_all_at_once(call: Any) -> None:
    curve(call, [0, 10, 20], [1, 2, 3])
    before = ids(call)
    call.python(CURVE + MOVED_ON)
    # Frames 10 and 20 have a keyframe before and after, and not the same.
    assert points(call) == [[10, 1], [20, 2], [30, 3]]
    assert values_of(call, before) == pytest.approx([1, 2, 3])


def test_a_keyframe_that_the_artist_replaced_is_another_one(call: Any) -> None:
    curve(call, [0, 10, 20], [1, 2, 3])
    before = ids(call)
    call.python(CURVE + REPLACED)
    after = ids(call)
    assert (after[0], after[2]) == (before[0], before[2])
    assert after[1] not in before
    call.fails("not_found", "get_keyframes", ids=[before[1]])


def test_a_keyframe_with_another_value_is_the_same_one(call: Any) -> None:
    curve(call, [0, 10, 20], [1, 2, 3])
    before = ids(call)
    call.python(CURVE + REVALUED)
    assert ids(call) == before
    assert values_of(call, before) == pytest.approx([1, 99, 3])


def test_ten_thousand_keyframes_are_listed_in_a_moment(call: Any) -> None:
    made = curve(call, list(range(10_000)), [frame % 7 for frame in range(10_000)])
    first = call("list_keyframes", parent_id=made["channel_id"])
    assert (first["total"], len(first["items"])) == (10_000, 50)
    some = [item["id"] for item in call("list_keyframes", parent_id=made["channel_id"], limit=1000)["items"]]
    start = time.perf_counter()
    call("list_keyframes", parent_id=made["channel_id"], cursor=first["next_cursor"])
    call("get_keyframes", ids=some[:100])
    call("delete_keyframes", ids=some)
    # Some 0.2 s; 3 s before each look at a keyframe was a look at all of them.
    assert time.perf_counter() - start < 2
    assert call.python(f"{CURVE}len(c.keyframe_points)") == 9_000
