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


def test_keys_of_channels_are_edited_many_at_once(call: Any, door: str) -> None:
    keys = [{"node_id": door, "path": "position.x", "time": {"frame": frame}, "value": frame} for frame in (0, 4, 8)]
    made = call("create_keyframes", items=keys)
    channel = made["items"][0]["channel_id"]
    item = {"channel_id": channel, "mode": "linear", "start_time": {"frame": 2}}
    (told,) = call("set_interpolation", items=[item])["items"]
    assert told["keyframe_ids"] == made["ids"][1:]
    assert call.python("cmds.keyTangent('Door.tx', query=True, outTangentType=True)") == ["auto", "linear", "linear"]
    stretch = {"start_time": {"frame": 4}, "end_time": {"frame": 7}}
    (told,) = call("bake_keyframes", items=[{"channel_id": channel, **stretch}])["items"]
    assert (len(told["keyframe_ids"]), told["keyframe_count"]) == (4, 6)
    assert call.python("cmds.keyframe('Door.tx', query=True, valueChange=True)") == pytest.approx([0, 4, 5, 6, 7, 8])
    stretch = {"start_time": 2, "end_time": 1}
    call.fails("invalid_params", "bake_keyframes", items=[{"channel_id": channel, **stretch}])
    call("update_channels", items=[{"ids": [channel], "locked": True}])
    call.fails("conflict", "bake_keyframes", items=[{"channel_id": channel}])


# Drivers


def drive(call: Any, path: str, expression: str = "turn", **source: Any) -> dict[str, Any]:
    """A driver of the door with one variable."""
    variable = {"name": "turn", "source_node_id": "Crank", **source}
    item = {"target_node_id": "Door", "target_path": path, "expression": expression, "variables": [variable]}
    return dict(call("create_drivers", items=[item])["items"][0])


def test_a_driver_is_an_expression_of_mel_that_an_artist_can_read(call: Any, door: str) -> None:
    made = drive(call, "position.z", "turn * 2 + 1 if turn > 1 else 0", source_path="position.x")
    (node,) = call.python("cmds.ls(type='expression')")
    text = call.python(f"cmds.expression('{node}', query=True, string=True)")
    assert text.replace("|", "").splitlines() == [
        "float $turn = Crank.translateX;",
        "Door.translateZ = $turn > 1.0 ? $turn * 2.0 + 1.0 : 0.0;",
    ]
    assert call.python("cmds.getAttr('Door.tz')") == 7
    call("update_nodes", items=[{"ids": ["Crank"], "position": [0.5, 0, 0]}])
    assert call.python("cmds.getAttr('Door.tz')") == 0
    call.python("cmds.rename('Crank', 'Handle')")
    (told,) = call("get_drivers", ids=[made["id"]])["items"]
    assert told["expression"] == "turn * 2 + 1 if turn > 1 else 0"
    assert told["valid"] is True
    call("delete_nodes", ids=["Handle"])
    assert call("get_drivers", ids=[made["id"]], fields=["valid"])["items"][0]["valid"] is False


def test_angles_of_drivers_are_radians_and_transforms_are_those_in_the_world(call: Any, door: str) -> None:
    (base,) = call("create_nodes", items=[{"name": "Base", "rotation": {"euler": [0, 0, 90]}}])["ids"]
    call("create_nodes", items=[{"name": "Arm", "parent_id": base, "position": [4, 0, 0]}])
    drive(call, "position.y", source_node_id="Arm", transform="position.y")
    drive(call, "position.x", source_node_id="Base", source_path="rotation.z")
    drive(call, "position.z", source_node_id="Arm", other_node_id="Crank", transform="distance")
    drive(call, "scale.x", source_node_id="Base", transform="scale")
    drive(call, "rotation.x", "radians(90)", source_path="position.x")
    assert call.python("cmds.getAttr('Door.translate')[0]") == pytest.approx([1.5707963, 4, 5], abs=1e-5)
    assert call.python("cmds.getAttr('Door.sx')") == pytest.approx(1)
    assert call.python("cmds.getAttr('Door.rx')") == pytest.approx(90)
    told = {item["target_path"]: item["variables"][0] for item in call("list_drivers", parent_id=door)["items"]}
    assert told["scale.x"]["transform"] == "scale"
    assert told["position.z"]["transform"] == "distance"
    assert told["position.x"]["source_path"] == "rotation.z"
    call("delete_drivers", ids=[item["id"] for item in call("list_drivers")["items"]])
    assert call.python("cmds.ls(type=('expression', 'decomposeMatrix', 'distanceBetween', 'unitConversion'))") == []
    assert call.python("cmds.getAttr('Door.rx')") == pytest.approx(90), "numbers stay what they were"


@pytest.mark.parametrize(
    "expression",
    ['system("touch /tmp/ran")', "`ls`", "turn; delete Door", "eval(turn)", "turn.x", "trun", "turn +", ""],
)
def test_nothing_but_arithmetic_becomes_mel(call: Any, door: str, expression: str) -> None:
    made = drive(call, "position.z", source_path="position.x")
    for operation, item in (
        ("create_drivers", {"target_node_id": door, "target_path": "scale.x", "expression": expression}),
        ("update_drivers", {"ids": [made["id"]], "expression": expression}),
        ("update_drivers", {"ids": [made["id"]], "variables": []}),
    ):
        error = call.fails("invalid_params", operation, items=[item])
        assert "expression" in error.details["path"]
    name = {"name": "a; delete Door;", "source_node_id": "Crank", "source_path": "position.x"}
    error = call.fails("invalid_params", "update_drivers", items=[{"ids": [made["id"]], "variables": [name]}])
    assert error.details["path"].endswith("variables[0].name")
    assert call.python("cmds.getAttr('Door.tz')") == 3
    assert call("list_drivers")["total"] == 1


def test_mel_of_the_artist_is_told_as_it_is_and_stays(call: Any, door: str) -> None:
    text = "Door.translateX = time + Crank.translateX;"
    call.python(f"cmds.expression(string={text!r}, name='his')")
    (found,) = call("list_drivers")["items"]
    assert (found["expression"], found["target_path"]) == (text, "position.x")
    error = call.fails("conflict", "update_drivers", items=[{"ids": [found["id"]], "variables": []}])
    assert error.details["expression"] == text
    call("update_drivers", items=[{"ids": [found["id"]], "expression": "2 ** 3"}])
    assert call.python("cmds.getAttr('Door.tx')") == 8


def test_what_says_a_point_of_a_curve_is_no_driver_and_no_channel(call: Any, door: str) -> None:
    points = [{"position": [at, 0, 0]} for at in range(4)]
    call("create_curves", items=[{"name": "Rail", "control_points": points}])
    call.python("cmds.expression(string='RailShape.controlPoints[1].xValue = Crank.translateX;')")
    call.python("cmds.setKeyframe('RailShape.controlPoints[2].yValue', time=1, value=3)")
    assert call.python("len(cmds.ls(type=('expression', 'animCurve')))") == 2
    for plural in ("drivers", "channels", "anim_curves", "keyframes"):
        assert call(f"list_{plural}")["total"] == 0


def test_a_driver_that_is_off_holds_its_number_and_can_be_changed(call: Any, door: str) -> None:
    made = drive(call, "position.z", source_path="position.x")
    call("update_drivers", items=[{"ids": [made["id"]], "enabled": False}])
    (told,) = call("update_drivers", items=[{"ids": [made["id"]], "expression": "turn + 40"}])["items"]
    assert (told["enabled"], told["expression"]) == (False, "turn + 40")
    assert call.python("cmds.getAttr('Door.tz')") == 3
    call("update_drivers", items=[{"ids": [made["id"]], "enabled": True}])
    assert call.python("cmds.getAttr('Door.tz')") == 43


def test_a_driver_below_a_layer_goes_on_being_changed_and_switched(call: Any, door: str) -> None:
    made = drive(call, "position.z", source_path="position.x")
    call("update_drivers", items=[{"ids": [made["id"]], "enabled": False}])
    call("create_layers", items=[{"name": "Over", "node_id": door, "additive": True}])
    (told,) = call("update_drivers", items=[{"ids": [made["id"]], "expression": "turn * 2"}])["items"]
    assert (told["name"], told["enabled"]) == ("Door/position.z", False)
    assert call.python("cmds.getAttr('Door.tz')") == 3
    (told,) = call("update_drivers", items=[{"ids": [made["id"]], "enabled": True}])["items"]
    assert (told["enabled"], told["expression"]) == (True, "turn * 2")
    assert call.python("cmds.getAttr('Door.tz')") == 6
    (base,) = call("create_drivers", items=[{"target_node_id": door, "target_path": "scale.x", "expression": "3"}])[
        "ids"
    ]
    assert call.python("cmds.getAttr('Door.sx')") == pytest.approx(3)
    call("delete_drivers", ids=[made["id"], base])
    assert call.python("cmds.ls(type=('expression', 'mute'))") == []
    call("delete_layers", ids=["Over"])
    assert call.python("cmds.getAttr('Door.tz')") == 6


def test_a_number_is_said_by_one_thing(call: Any, door: str) -> None:
    made = drive(call, "position.z", source_path="position.x")
    again = {"target_node_id": door, "target_path": "position.z"}
    assert call.fails("conflict", "create_drivers", items=[again]).details["id"] == made["id"]
    call.fails("conflict", "create_channels", items=[{"node_id": door, "path": "position.z"}])
    call("create_channels", items=[{"node_id": door, "path": "scale.x"}])
    call.fails("conflict", "create_drivers", items=[{"target_node_id": door, "target_path": "scale.x"}])
    call.python("cmds.setAttr('Door.sy', lock=True)")
    error = call.fails("conflict", "create_drivers", items=[{"target_node_id": door, "target_path": "scale.y"}])
    assert error.suggestions == ['cmds.setAttr("|Door.scaleY", lock=False)']
    itself = {"name": "me", "source_node_id": door, "source_path": "position.x"}
    item = {"target_node_id": door, "target_path": "position.x", "expression": "me + 1", "variables": [itself]}
    error = call.fails("invalid_params", "create_drivers", items=[item])
    assert error.details["path"].endswith("variables[0].source_path")


# Layers


def test_a_new_layer_moves_nothing_and_has_keys_of_its_own(call: Any, door: str) -> None:
    call("update_nodes", items=[{"ids": [door], "position": [1, 2, 3], "scale": [2, 2, 2]}])
    keys = [{"node_id": door, "path": "position.x", "time": {"frame": frame}, "value": frame} for frame in (0, 100)]
    (channel,) = {item["channel_id"] for item in call("create_keyframes", items=keys)["items"]}
    look = "cmds.currentTime(50)\n[*cmds.getAttr('Door.t')[0], *cmds.getAttr('Door.s')[0]]"
    before = call.python(look)
    made = call("create_layers", items=[{"name": "Over", "node_id": door}, {"name": "Add", "node_id": door}])["items"]
    call("update_layers", items=[{"ids": ["Add"], "parent_id": "Over"}])
    assert [item["order"] for item in made] == [0, 1]
    assert call.python(look) == pytest.approx(before)
    assert call("get_channels", ids=[channel])["items"][0]["name"] == "Door/position.x", "the base goes on being told"
    call.python("cmds.setKeyframe('Door.ty', animLayer='Over', time=50, value=10)")
    call("update_layers", items=[{"ids": ["Add"], "muted": True}, {"ids": ["Over"], "weight": 0.5}])
    assert call.python("cmds.animLayer('Over', query=True, animCurves=True)") != []
    assert call.python("cmds.getAttr('Over.weight')") == 0.5
    error = call.fails("conflict", "update_nodes", items=[{"ids": [door], "position": [0, 0, 0]}])
    assert "said by" in str(error)
    call("delete_layers", ids=["Over"])
    assert call("list_layers")["items"][0]["parent_id"] is None
    call("delete_layers", ids=["Add"])
    assert call.python("cmds.ls(type='animBlendNodeBase')") == []
    assert call.python(look)[0] == before[0]


def test_layers_of_a_node_are_told_and_none_lies_in_itself(call: Any, door: str) -> None:
    call("create_layers", items=[{"name": "A", "node_id": door}, {"name": "B", "node_id": "Crank", "parent_id": "A"}])
    assert [item["name"] for item in call("list_layers", parent_id="Crank")["items"]] == ["B"]
    error = call.fails("invalid_params", "update_layers", items=[{"ids": ["A"], "parent_id": "B"}])
    assert error.details["path"].endswith("parent_id")
    call.python("[cmds.setAttr(f'Door.{one}{axis}', lock=True) for one in 'trs' for axis in 'xyz']")
    error = call.fails("conflict", "create_layers", items=[{"node_id": door}])
    assert "locked" in str(error)
    call.fails("not_found", "get_layers", ids=["BaseAnimation"])
