"""Layers: strips where they were told to be, weights that the host counts with, and what the artist is at."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def door(call: Any) -> str:
    """A node with two clips that move it to 10 and to 20, and plays neither by itself."""
    door = str(call("create_nodes", items=[{"name": "Door"}])["ids"][0])
    for name, value in (("Ten", 10), ("Twenty", 20)):
        (clip,) = call("create_clips", items=[{"name": name}])["ids"]
        (channel,) = call("create_channels", items=[{"node_id": door, "path": "position.x", "clip_id": clip}])["ids"]
        arrays = {"times": [0, 1], "values": [value, value]}
        call("create_anim_curves", items=[{"channel_id": channel, **arrays}])
    call.python("import bpy\nbpy.data.objects['Door'].animation_data.action = None")
    return door


def x(call: Any, frame: int) -> float:
    """Where the door is at a frame."""
    code = f"import bpy\nbpy.context.scene.frame_set({frame})\nbpy.data.objects['Door'].matrix_world.translation.x"
    return float(call.python(code))


def strips(call: Any) -> Any:
    """Name of the action, start, end of each strip, by track."""
    return call.python(
        "import bpy\n[[[s.action.name, s.frame_start, s.frame_end] for s in t.strips]"
        " for t in bpy.data.objects['Door'].animation_data.nla_tracks]"
    )


def layer(call: Any, name: str, **more: Any) -> dict[str, Any]:
    """A new layer of the door."""
    return dict(call("create_layers", items=[{"node_id": "Door", "name": name, **more}])["items"][0])


def test_weights_mix_layers_as_the_host_computes_them(call: Any, door: str) -> None:
    layer(call, "Below", clip_ids=["Ten"])
    above = layer(call, "Above", clip_ids=["Twenty"], weight=0.25)
    assert x(call, 5) == pytest.approx(12.5)
    call("update_layers", items=[{"ids": [above["id"]], "additive": True, "weight": 1}])
    assert x(call, 5) == pytest.approx(30)
    call("update_layers", items=[{"ids": [above["id"]], "muted": True}])
    assert x(call, 5) == pytest.approx(10)
    call("update_layers", items=[{"ids": [above["id"]], "muted": False, "solo": True, "additive": False}])
    assert x(call, 5) == pytest.approx(20)
    listed = call("list_layers", parent_id=door)["items"]
    assert [(item["name"], item["order"]) for item in listed] == [("Below", 0), ("Above", 1)]


def test_clips_stay_where_they_are_and_others_follow(call: Any, door: str) -> None:
    made = layer(call, "One", clip_ids=["Ten"], weight=0.5)
    end = strips(call)[0][0][2]
    (told,) = call("update_layers", items=[{"ids": [made["id"]], "clip_ids": ["Ten", "Twenty"]}])["items"]
    assert [item["weight"] for item in told["strips"]] == [0.5, 0.5]
    assert strips(call) == [[["Ten", 0, end], ["Twenty", end, 2 * end]]]
    call("update_layers", items=[{"ids": [made["id"]], "clip_ids": ["Twenty", "Ten"]}])
    call("undo")
    assert [row[0] for row in strips(call)[0]] == ["Ten", "Twenty"]
    call("update_layers", items=[{"ids": [made["id"]], "clip_ids": ["Twenty", "Ten"]}])
    assert strips(call) == [[["Twenty", 0, end], ["Ten", end, 2 * end]]]
    assert x(call, int(end) + 3) == pytest.approx(5)


def test_a_layer_without_clips_has_no_weight(call: Any, door: str) -> None:
    made = layer(call, "Empty")
    error = call.fails("not_supported", "update_layers", items=[{"ids": [made["id"]], "weight": 0.5}])
    assert error.details["path"] == "weight"
    call.fails("not_supported", "update_layers", items=[{"ids": [made["id"]], "additive": True}])


def test_names_are_unique_on_a_node(call: Any, door: str) -> None:
    assert [layer(call, "Same")["name"] for _ in range(2)] == ["Same", "Same.001"]
    call.fails("conflict", "update_layers", items=[{"ids": ["Same.001"], "name": "Same"}])
    # The artist may give two the same.
    call.python("import bpy\nfor t in bpy.data.objects['Door'].animation_data.nla_tracks: t.name = 'Twin'")
    ids = {item["id"] for item in call("list_layers")["items"]}
    assert len(ids) == 2
    error = call.fails("ambiguous_name", "get_layers", ids=["Twin"])
    assert {one["id"] for one in error.details["candidates"]} == ids


def test_nothing_is_changed_under_the_artists_hands(call: Any, door: str) -> None:
    made = layer(call, "One", clip_ids=["Ten"])
    data = "import bpy\nd = bpy.data.objects['Door'].animation_data\n"
    tweaks = f"{data}t = d.nla_tracks[0]\nt.select = t.strips[0].select = d.use_tweak_mode = True\nd.use_tweak_mode"
    assert call.python(tweaks)
    call.fails("conflict", "update_layers", items=[{"ids": [made["id"]], "clip_ids": []}])
    call.fails("conflict", "create_layers", items=[{"node_id": door}])
    call.python(f"{data}d.use_tweak_mode = False")
    call("update_layers", items=[{"ids": [made["id"]], "clip_ids": []}])
    assert strips(call) == [[]]


def test_a_layers_clip_is_animated_without_being_played_alone(call: Any, door: str) -> None:
    layer(call, "One", clip_ids=["Ten"])
    (channel,) = call("create_channels", items=[{"node_id": door, "path": "position.y", "clip_id": "Ten"}])["items"]
    assert channel["node_id"] == door
    call("create_keyframes", items=[{"channel_id": channel["id"], "time": 0, "value": 7}])
    y = "import bpy\nbpy.context.scene.frame_set(2)\no = bpy.data.objects['Door']\n"
    assert call.python(f"{y}[o.animation_data.action, o.location.y]") == [None, 7]
    assert call("list_clips", parent_id=door)["items"][0]["node_ids"] == [door]
    assert call("list_clips", parent_id=door)["total"] == 1


def names(call: Any) -> list[str]:
    """Of the actions of the first track, in order of time."""
    return [row[0] for row in strips(call)[0]]


def test_clips_are_added_moved_and_taken_off(call: Any, door: str) -> None:
    layer(call, "One", clip_ids=["Ten"], weight=0.5)
    one = {"layer_id": "One", "clip_id": "Twenty"}
    (told,) = call("edit_layer_clips", operation="add", items=[{**one, "start_time": {"frame": 100}}])["items"]
    assert strips(call)[0][1][:2] == ["Twenty", 100]
    assert [strip["weight"] for strip in told["strips"]] == [0.5, 0.5]
    error = call.fails("conflict", "edit_layer_clips", operation="add", items=[{**one, "start_time": {"frame": 101}}])
    assert error.details["path"] == "start_time"
    call("edit_layer_clips", operation="reorder", items=[{**one, "order": 0}])
    assert (names(call), strips(call)[0][0][1]) == (["Twenty", "Ten"], 0)
    assert x(call, 5) == pytest.approx(10)
    call("edit_layer_clips", operation="add", items=[{"layer_id": "One", "clip_id": "Ten", "order": 1}])
    assert names(call) == ["Twenty", "Ten", "Ten"]
    call("edit_layer_clips", operation="remove", items=[{"layer_id": "One", "clip_id": "Ten"}])
    assert names(call) == ["Twenty"]
    call.fails("not_found", "edit_layer_clips", operation="remove", items=[{"layer_id": "One", "clip_id": "Ten"}])
    call.fails("invalid_params", "edit_layer_clips", operation="reorder", items=[{**one, "order": 1}])
    call.fails("invalid_params", "edit_layer_clips", operation="reorder", items=[one])
    call.fails("invalid_params", "edit_layer_clips", operation="remove", items=[{**one, "order": 0}])


def test_weights_of_many_at_once(call: Any, door: str) -> None:
    layer(call, "Below", clip_ids=["Ten"])
    layer(call, "Above", clip_ids=["Twenty"])
    items = [{"layer_id": "Below", "weight": 0.5}, {"layer_id": "Above", "weight": 0.25}]
    told = call("set_layer_weights", items=items)["items"]
    assert [item["weight"] for item in told] == [0.5, 0.25]
    assert x(call, 5) == pytest.approx(0.75 * 5 + 0.25 * 20)
    call("set_layer_weights", items=[{"layer_id": "Above", "weight": 1}])
    assert x(call, 5) == pytest.approx(20)
    call.fails("invalid_params", "set_layer_weights", items=[{"layer_id": "Above", "weight": 1.5}])
