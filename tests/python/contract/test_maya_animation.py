"""Channels and drivers of Maya, as its own nodes show them."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("maya")


#: How the door stands at two times.
LOOK = """
found = []
for frame in (20, 40):
    cmds.currentTime(frame)
    found.append(cmds.getAttr('Door.rz'))
found
"""


@pytest.fixture
def door(call: Any) -> str:
    """A node to move, and a crank to turn."""
    return str(call("create_nodes", items=[{"name": "Door"}, {"name": "Crank", "position": [3, 0, 0]}])["ids"][0])


def test_a_channel_begins_with_a_key_of_what_the_number_is(call: Any, door: str) -> None:
    call("update_nodes", items=[{"ids": [door], "position": [0, 7, 0]}])
    (made,) = call("create_channels", items=[{"node_id": door, "path": "position.y"}])["items"]
    assert made["name"] == "Door/position.y"
    assert call.python("cmds.keyframe('Door.ty', query=True, valueChange=True)") == [7]
    keys = [{"channel_id": made["id"], "time": {"frame": frame}, "value": frame} for frame in (10, 20)]
    assert [item["channel_id"] for item in call("create_keyframes", items=keys)["items"]] == [made["id"]] * 2
    assert call("list_keyframes", parent_id=made["id"])["total"] == 3
    error = call.fails("conflict", "create_channels", items=[{"node_id": door, "path": "position.y"}])
    assert error.details["id"] == made["id"]


def test_a_muted_channel_holds_its_number_and_keeps_its_curve(call: Any, door: str) -> None:
    keys = [{"node_id": door, "path": "rotation.z", "time": {"frame": frame}, "value": frame} for frame in (0, 100)]
    channel = call("create_keyframes", items=keys)["items"][0]["channel_id"]
    first, second = call.python(LOOK)
    assert first < second
    (told,) = call("set_channel_mute", items=[{"channel_id": channel, "muted": True}])["items"]
    assert told["muted"] is True
    assert call.python(LOOK) == [second, second]
    assert call("list_anim_curves")["items"][0]["keyframe_count"] == 2
    keys = [{"channel_id": channel, "time": {"frame": 50}, "value": 5}]
    assert call("create_keyframes", items=keys)["items"][0]["value"] == 5
    call("delete_channels", ids=[channel])
    assert call.python("cmds.ls(type=('animCurve', 'mute'))") == []
    assert call.python("cmds.getAttr('Door.rz')") == pytest.approx(second)


def test_a_locked_channel_says_what_keeps_it_from_being_switched_off(call: Any, door: str) -> None:
    (made,) = call("create_channels", items=[{"node_id": door, "path": "scale.x", "locked": True}])["ids"]
    error = call.fails("conflict", "update_channels", items=[{"ids": [made], "muted": True}])
    assert error.details["path"] == "muted"
    call("update_channels", items=[{"ids": [made], "locked": False, "extrapolation_post": "cycle"}])
    (told,) = call("update_channels", items=[{"ids": [made], "muted": True, "locked": True}])["items"]
    assert (told["muted"], told["locked"], told["extrapolation_post"]) == (True, True, "cycle")
