"""What rigging compounds do, as `bpy` sees it: where joints stand in the world."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .compounds import Scene, picture, show_joints

Row = list[float]

# Where the bones of a rig begin and end in the world, and which way their x points.
STAND = """
import bpy
bpy.context.view_layer.update()
rig = bpy.data.objects[{rig!r}]
{{b.name: [list(rig.matrix_world @ b.head), list(rig.matrix_world @ b.tail), list(rig.matrix_world.to_3x3() @ b.x_axis)]
 for b in rig.pose.bones}}
"""
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


def limb(call: Any, bend: float = 8.0) -> dict[str, Any]:
    """An arm that is held out to +x at a shoulder, bent at the elbow, in a rig that is somewhere; what rigs it."""
    call("create_rigs", items=[{"name": "Figure", "position": [1, 2, 0], "rotation": {"euler": [0, 0, 30]}}])
    joints: list[dict[str, Any]] = [
        {"name": "Chest", "position": [0, 0, 1], "orientation": {"euler": [90, 0, 0]}, "length": 0.5},
        {
            "name": "Upper",
            "parent_id": "Chest",
            "position": [0.2, 0.5, 0],
            "orientation": {"euler": [0, 0, -90]},
            "length": 0.3,
        },
        {
            "name": "Lower",
            "parent_id": "Upper",
            "position": [0, 0.3, 0],
            "orientation": {"euler": [0, bend, bend]},
            "length": 0.27,
        },
        {
            "name": "Hand",
            "parent_id": "Lower",
            "position": [0, 0.27, 0],
            "orientation": {"euler": [0, 20, 0]},
            "length": 0.1,
        },
    ]
    call("create_joints", items=[{"rig_id": "Figure", **joint} for joint in joints])
    return {"joint_ids": ["Upper", "Lower", "Hand"], "rig_id": "Figure", "switch_name": "Arm"}


SCENES: dict[str, Scene] = {"create_ik_fk_switch": limb}


def stand(call: Any, rig: str = "Figure") -> dict[str, list[Row]]:
    """Beginning, end and x axis of each bone."""
    return dict(call.python(STAND.format(rig=rig)))


def slide(call: Any, made: dict[str, Any], share: float) -> dict[str, list[Row]]:
    """Puts the switch there; how the bones stand then."""
    call(
        "update_rig_controls",
        items=[{"ids": [made["switch_control_id"]], "pose_position": [share * made["switch_range"], 0, 0]}],
    )
    return stand(call)


def same(stood: dict[str, list[Row]], other: dict[str, list[Row]], within: float = 1e-3) -> None:
    """The limb stands the same."""
    for name in ("Upper", "Lower", "Hand"):
        for one, two in zip(stood[name], other[name]):
            assert one == pytest.approx(two, abs=within), name


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
    show_joints(call, "Figure", eye=[1.2, -1.6, 1.9], target=[1.2, 2, 1.35])
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
