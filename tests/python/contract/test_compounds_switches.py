"""What moving a switch does, between IK and FK and between spaces, as `bpy` sees it."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .arm import Row, limb, same, stand
from .compounds import Scene, picture, show_joints

# The same of one bone for each place of the switch.
SLIDE = """
import bpy
rig = bpy.data.objects[{rig!r}]
found = []
for share in {shares}:
    rig.pose.bones[{switch!r}].location.x = share * {reach}
    bpy.context.view_layer.update()
    found.append(list(rig.matrix_world @ rig.pose.bones[{bone!r}].head))
found
"""


def spaces(call: Any) -> dict[str, Any]:
    """A prop on a table, and a cart."""
    call("create_nodes", items=[{"name": "Table", "position": [1, 0, 0.8]}, {"name": "Cart", "position": [-2, 1, 0]}])
    call("create_primitives", items=[{"name": "Prop", "kind": "cube", "size": 0.2, "position": [1, 0.2, 0.9]}])
    targets = [{"name": "world"}, {"name": "table", "target_id": "Table"}, {"name": "cart", "target_id": "Cart"}]
    return {"id": "Prop", "spaces": targets}


SCENES: dict[str, Scene] = {"create_ik_fk_switch": limb, "create_space_switch": spaces}


def slide(call: Any, made: dict[str, Any], share: float) -> dict[str, list[Row]]:
    """Puts the switch there; how the bones stand then."""
    call(
        "update_rig_controls",
        items=[{"ids": [made["switch_control_id"]], "pose_position": [share * made["switch_range"], 0, 0]}],
    )
    return stand(call)


@pytest.mark.parametrize("bend", [8.0, 0.0, -35.0], ids=["bent", "straight", "the_other_way"])
def test_it_lies_where_the_limb_lies_in_both_modes(call: Any, bend: float) -> None:
    arguments = limb(call, bend)
    before = stand(call)
    made = call("create_ik_fk_switch", **arguments)
    same(stand(call), before)
    same(slide(call, made, 1), before)
    assert len(made["fk_control_ids"]) == len(made["driver_ids"]) == 3
    hidden = call.python("import bpy; [b.name for b in bpy.data.objects['Figure'].data.bones if b.use_deform]")
    assert sorted(hidden) == ["Chest", "Hand", "Lower", "Upper"], "what it adds bends no mesh"


def test_the_switch_moves_the_limb_from_fk_to_ik_and_anything_between(call: Any) -> None:
    made = call("create_ik_fk_switch", **limb(call))
    rest = stand(call)
    # FK: the arm hangs down from the shoulder, the hand turns by itself.
    call("update_rig_controls", items=[{"ids": [made["fk_control_ids"][0]], "rotation": {"euler": [0, 0, -80]}}])
    fk = slide(call, made, 0)
    assert fk["Upper"][0] == pytest.approx(rest["Upper"][0], abs=1e-4), "the shoulder stays"
    assert math.dist(fk["Hand"][0], rest["Hand"][0]) > 0.5
    assert math.dist(fk["Hand"][0], fk["Upper"][0]) == pytest.approx(
        math.dist(rest["Hand"][0], rest["Upper"][0]), abs=1e-4
    )
    # IK: the hand goes where its control is, whatever FK says, and the elbow to the side of the pole.
    where = [rest["Upper"][0][0] + 0.1, rest["Upper"][0][1] + 0.35, rest["Upper"][0][2] + 0.2]
    call("solve_ik", items=[{"ik_chain_id": made["ik_chain_id"], "target_position": where}])
    ik = slide(call, made, 1)
    assert ik["Hand"][0] == pytest.approx(where, abs=2e-3)
    assert math.dist(ik["Lower"][0], ik["Upper"][0]) == pytest.approx(0.3, abs=1e-3), "nothing is stretched"
    pole = stand(call)["Arm_pole"][0]
    middle = [(a + b) / 2 for a, b in zip(ik["Upper"][0], ik["Hand"][0])]
    off, way = ([b - a for a, b in zip(middle, place)] for place in (ik["Lower"][0], pole))
    assert sum(a * b for a, b in zip(off, way)) > 0.05 * math.hypot(*way), "the elbow is on the pole's side"
    call("update_rig_controls", items=[{"ids": [made["fk_control_ids"][1]], "rotation": {"euler": [0, 0, 40]}}])
    same(slide(call, made, 1), ik, within=5e-3)
    # Between: on the way from one to the other, without a leap, and there in the middle.
    call("update_rig_controls", items=[{"ids": [made["fk_control_ids"][1]], "rotation": [0, 0, 0, 1]}])
    shares = [index / 10 for index in range(11)]
    code = SLIDE.format(rig="Figure", switch="Arm_switch", bone="Hand", reach=made["switch_range"], shares=shares)
    places = call.python(code)
    assert places[0] == pytest.approx(fk["Hand"][0], abs=1e-4)
    assert places[-1] == pytest.approx(ik["Hand"][0], abs=1e-3)
    steps = [math.dist(a, b) for a, b in zip(places, places[1:])]
    assert min(steps) > 0.01, "every step of the switch moves it"
    assert max(steps) < 2.5 * sum(steps) / len(steps), "and none makes it leap"
    half = places[5]
    assert min(math.dist(half, fk["Hand"][0]), math.dist(half, ik["Hand"][0])) > 0.1
    far = [math.dist(place, ik["Hand"][0]) for place in places]
    assert far == sorted(far, reverse=True), "always nearer to where IK has it"
    beyond = call.python(
        SLIDE.format(rig="Figure", switch="Arm_switch", bone="Hand", reach=made["switch_range"], shares=[3.0])
    )
    assert beyond[0] == pytest.approx(ik["Hand"][0], abs=1e-3), "beyond its end it is at its end"
    slide(call, made, 0.5)
    show_joints(call, "Figure", eye=[1.3, -0.2, 1.9], target=[1.45, 2.2, 1.5])
    picture(call, "create_ik_fk_switch")


def test_the_hand_turns_with_its_control_and_the_rig_takes_all_along(call: Any) -> None:
    made = call("create_ik_fk_switch", **limb(call), switch_range=1)
    before = slide(call, made, 1)
    call("update_rig_controls", items=[{"ids": [made["ik_control_id"]], "rotation": {"euler": [0, 90, 0]}}])
    turned = stand(call)
    assert turned["Hand"][0] == pytest.approx(before["Hand"][0], abs=1e-3)
    assert abs(sum(a * b for a, b in zip(turned["Hand"][2], before["Hand"][2]))) < 1e-2, "a quarter about its own axis"
    call("update_nodes", items=[{"ids": ["Figure"], "position": [5, 5, 5]}])
    moved = stand(call)
    for name in ("Upper", "Lower", "Hand"):
        assert [b - a for a, b in zip(turned[name][0], moved[name][0])] == pytest.approx([4, 3, 5], abs=1e-3)


def test_a_limb_without_a_pole_switches_too(call: Any) -> None:
    made = call("create_ik_fk_switch", **limb(call), create_pole_vector=False)
    assert made["pole_vector_id"] is None
    rest = stand(call)
    where = [rest["Upper"][0][0] + 0.1, rest["Upper"][0][1] + 0.3, rest["Upper"][0][2] + 0.2]
    call("solve_ik", items=[{"ik_chain_id": made["ik_chain_id"], "target_position": where}])
    assert slide(call, made, 1)["Hand"][0] == pytest.approx(where, abs=2e-3)


def test_what_is_no_limb_is_told(call: Any) -> None:
    arguments = limb(call)
    call("create_rigs", items=[{"name": "Other"}])
    call("create_joints", items=[{"name": "Alien", "rig_id": "Other"}])
    for joints, path in (
        (["Upper", "Lower"], "joint_ids"),
        (["Upper", "Hand", "Lower"], "joint_ids[1]"),
        (["Upper", "Lower", "Alien"], "joint_ids[2]"),
    ):
        error = call.fails("invalid_params", "create_ik_fk_switch", **{**arguments, "joint_ids": joints})
        assert error.details["path"] == path, error.details
    call.fails("invalid_params", "create_ik_fk_switch", **{**arguments, "rig_id": "Other"})
    error = call.fails("invalid_params", "create_ik_fk_switch", **arguments, ik_control_shape="sqare")
    assert "square" in str(error.suggestions)


SPACED = """
import bpy
prop, found = bpy.data.objects["Prop"], []
for value in {values}:
    prop["space"] = float(value)
    prop.update_tag()
    bpy.context.view_layer.update()
    found.append(list(prop.matrix_world.translation))
found
"""


def test_a_prop_moves_with_what_its_number_says(call: Any) -> None:
    made = call("create_space_switch", **spaces(call))
    assert made["spaces"] == ["world", "table", "cart"]
    stay = [1, 0.2, 0.9]
    for place in call.python(SPACED.format(values=[0, 1, 2])):
        assert place == pytest.approx(stay, abs=1e-5), "it stays where it is when it is made"
    call("update_nodes", items=[{"ids": ["Table"], "position": [1, 0, 1.8]}, {"ids": ["Cart"], "position": [-2, 3, 0]}])
    free, table, half, cart = call.python(SPACED.format(values=[0, 1, 0.5, 2]))
    assert free == pytest.approx(stay, abs=1e-5)
    assert table == pytest.approx([1, 0.2, 1.9], abs=1e-5)
    assert half == pytest.approx([1, 0.2, 1.4], abs=1e-5)
    assert cart == pytest.approx([1, 2.2, 0.9], abs=1e-5)
    keys = [
        {"node_id": "Prop", "path": made["property_path"], "time": time, "value": value}
        for time, value in ((0, 1), (1, 2))
    ]
    call("create_keyframes", items=keys)
    code = "import bpy; bpy.context.scene.frame_set({}); list(bpy.data.objects['Prop'].matrix_world.translation)"
    assert call.python(code.format(0)) == pytest.approx([1, 0.2, 1.9], abs=1e-4)
    assert call.python(code.format(24)) == pytest.approx([1, 2.2, 0.9], abs=1e-4)
    camera = {"name": "Shot", "position": [0, -7, 3.5], "rotation": {"euler": [70, 0, 0]}, "active": True}
    call("create_cameras", items=[camera])
    shown = [
        {"name": f"{name} shown", "kind": "cube", "parent_id": name, "scale": [0.6, 0.6, 0.1]}
        for name in ("Table", "Cart")
    ]
    call("create_primitives", items=shown)
    picture(call, "create_space_switch", frame=0)


def test_a_control_switches_spaces_too(call: Any) -> None:
    limb(call)
    call(
        "create_rig_controls",
        items=[{"name": "Grip", "rig_id": "Figure", "target_joint_ids": ["Hand"], "metadata": {"take": 3}}],
    )
    call("create_nodes", items=[{"name": "Wheel", "position": [0, 0, 1]}])
    before = stand(call)["Hand"][0]
    call("create_space_switch", id="Figure/Grip", property="follow", spaces=[{}, {"target_id": "Wheel"}], space=1)
    assert stand(call)["Hand"][0] == pytest.approx(before, abs=1e-4)
    call("update_nodes", items=[{"ids": ["Wheel"], "position": [0, 0, 1.5]}])
    assert stand(call)["Hand"][0] == pytest.approx([before[0], before[1], before[2] + 0.5], abs=1e-4)
    assert call("get_joints", ids=["Figure/Grip"])["items"][0]["metadata"] == {"take": 3, "follow": 1}


def test_wrong_spaces_are_told(call: Any) -> None:
    arguments = spaces(call)
    for change, path in (
        ({"spaces": [{"target_id": "Cart"}]}, "spaces"),
        ({"spaces": [{}, {}]}, "spaces"),
        ({"space": 3}, "space"),
        ({"property": 'a"b'}, "property"),
    ):
        error = call.fails("invalid_params", "create_space_switch", **{**arguments, **change})
        assert error.details["path"] == path
    call("set_metadata", items=[{"id": "Prop", "metadata": {"space": 5}}])
    assert call.fails("invalid_params", "create_space_switch", **arguments).details["path"] == "property"
    assert call.python(
        "import bpy; [len(bpy.data.objects['Prop'].constraints), bpy.data.objects['Prop']['space']]"
    ) == [0, 5]
