"""What the compounds do that make joints, controls and skins, as `bpy` sees it: where joints stand in the world."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .arm import limb, same, stand
from .compounds import Scene, picture, show_joints


def controlled(call: Any) -> dict[str, Any]:
    """The same arm, a control for each joint."""
    return {"joint_ids": limb(call)["joint_ids"], "control_shape": "circle"}


def biped(call: Any) -> dict[str, Any]:
    """Nothing is needed."""
    return {"name": "Actor", "arm_pose": "a"}


def one_side(call: Any) -> dict[str, Any]:
    """The left arm of a figure, turned and bent."""
    call("create_rigs", items=[{"name": "Half", "position": [1, 2, 0], "rotation": {"euler": [0, 0, 30]}}])
    joints: list[dict[str, Any]] = [
        {"name": "Spine", "position": [0, 0, 1], "orientation": {"euler": [90, 0, 0]}, "length": 0.5},
        {"name": "Arm_L", "parent_id": "Spine", "position": [0.2, 0.5, 0.1], "orientation": {"euler": [20, 0, -80]}},
        {"name": "Hand_L", "parent_id": "Arm_L", "position": [0, 0.4, 0], "orientation": {"euler": [10, 40, 5]}},
    ]
    call("create_joints", items=[{"rig_id": "Half", "length": 0.4, **joint} for joint in joints])
    return {"joint_ids": ["Arm_L"]}


def sleeve(call: Any) -> dict[str, Any]:
    """A tube around the arm that is held out straight."""
    limb(call, 0)
    call(
        "create_primitives",
        items=[{"name": "Sleeve", "kind": "cylinder", "radius": 0.06, "depth": 0.8, "segments": 12}],
    )
    call("subdivide", items=[{"mesh_id": "Sleeve", "count": 6}])
    turn = "from mathutils import Matrix, Vector; import bpy; bpy.context.view_layer.update()\n"
    turn += "rig, tube = bpy.data.objects['Figure'], bpy.data.objects['Sleeve']\n"
    turn += "bone = rig.matrix_world @ rig.data.bones['Upper'].matrix_local\n"
    turn += "axes = bone.to_3x3(); x, y, z = axes.col\n"
    turn += (
        "tube.matrix_world = Matrix.Translation(bone @ Vector((0, 0.35, 0))) @ Matrix((x, -z, y)).transposed().to_4x4()"
    )
    call("execute_python", code=turn)
    return {"mesh_ids": ["Sleeve"], "rig_id": "Figure"}


SCENES: dict[str, Scene] = {
    "create_controls_for_joints": controlled,
    "create_biped_skeleton": biped,
    "mirror_joints": one_side,
    "auto_skin": sleeve,
}


def test_controls_move_their_joints_and_nothing_before(call: Any) -> None:
    arguments = {**controlled(call), "joint_ids": ["Hand", "Upper", "Lower"], "naming_pattern": "{joint}_ctl"}
    before = stand(call)
    made = call("create_controls_for_joints", **arguments)
    same(stand(call), before)
    found = call.python(
        "import bpy; o = bpy.data.objects['Figure']\n"
        "{b.name: [b.parent and b.parent.name, o.pose.bones[b.name].custom_shape is not None] for b in o.data.bones}"
    )
    assert found["Hand_ctl"] == ["Lower_ctl", True]
    assert found["Upper_ctl"] == ["Chest", True]
    names = call("get_rig_controls", ids=made["control_ids"])["items"]
    assert [item["name"] for item in names] == ["Hand_ctl", "Upper_ctl", "Lower_ctl"]
    colors = [item["color"][:3] for item in names]
    assert colors[1] == pytest.approx([1, 0, 0], abs=0.01)
    assert colors[0] == pytest.approx([0, 0, 1], abs=0.01), "the deepest"
    call("update_rig_controls", items=[{"ids": ["Lower_ctl"], "rotation": {"euler": [0, 0, 60]}}])
    moved = stand(call)
    assert moved["Upper"][1] == pytest.approx(before["Upper"][1], abs=1e-4)
    assert math.dist(moved["Hand"][0], before["Hand"][0]) == pytest.approx(0.27, abs=1e-3), "a chord of 60 degrees"
    assert moved["Hand"][0] == pytest.approx(moved["Hand_ctl"][0], abs=1e-4)
    show_joints(call, "Figure", eye=[1.4, 0.1, 2.5], target=[1.4, 2.3, 1.6])
    picture(call, "create_controls_for_joints")


def test_groups_hold_the_places_of_controls(call: Any) -> None:
    made = call(
        "create_controls_for_joints", **controlled(call), create_group_hierarchy=True, use_color_hierarchy=False
    )
    items = call("get_rig_controls", ids=[*made["control_ids"], *made["control_groups"]])["items"]
    for control, group in zip(items[:3], items[3:]):
        assert control["parent_id"] == group["id"]
        assert control["position"] == pytest.approx([0, 0, 0], abs=1e-6)
        assert [group["visible"], group["name"]] == [False, f"{control['name']}_GRP"]
        assert control["color"][:3] == pytest.approx([1, 0.8, 0.1], abs=0.01)
    error = call.fails("invalid_params", "create_controls_for_joints", joint_ids=["Upper"], naming_pattern="CTRL")
    assert error.details["path"] == "naming_pattern"
    call.fails("invalid_params", "create_controls_for_joints", joint_ids=["Upper", "Upper"], naming_pattern="A{joint}")


def test_a_biped_has_its_joints_where_anatomy_puts_them(call: Any) -> None:
    made = call("create_biped_skeleton", height=1.8, position=[3, 0, 0])
    bones = stand(call, "Biped")
    at = {name: [place[0] - 3, *place[1:]] for name, (place, _, _) in bones.items()}
    tips = {name: place for name, (_, place, _) in bones.items()}
    heights = {
        "UpperLeg_L": 0.53,
        "LowerLeg_L": 0.285,
        "Foot_L": 0.039,
        "UpperArm_L": 0.818,
        "Hand_L": 0.818,
        "Neck": 0.848,
    }
    for name, part in heights.items():
        assert at[name][2] == pytest.approx(part * 1.8, abs=0.012), name
    assert tips["Head"][2] == pytest.approx(1.8, abs=1e-4)
    lengths = {"UpperArm_L": 0.186, "LowerArm_L": 0.146, "UpperLeg_L": 0.245, "LowerLeg_L": 0.246}
    for name, part in lengths.items():
        assert math.dist(bones[name][0], bones[name][1]) == pytest.approx(part * 1.8, rel=0.01), name
    for name, place in at.items():
        if name.endswith("_L"):
            assert place[0] > 0, "its left is +x when it looks along -y"
            assert at[f"{name[:-1]}R"] == pytest.approx([-place[0], place[1], place[2]], abs=1e-5), name
    line = [(a + b) / 2 for a, b in zip(at["UpperLeg_L"], at["Foot_L"])]
    assert at["LowerLeg_L"][1] < line[1] - 0.005, "knees to the front"
    assert at["LowerArm_L"][1] > at["UpperArm_L"][1] + 0.005, "elbows to the back"
    assert tips["Toe_L"][1] < at["Foot_L"][1] - 0.15, "toes to the front"
    assert math.dist(tips["Middle3_L"], tips["Middle3_R"]) == pytest.approx(1.8, rel=0.1), "as wide as it is tall"
    for child, parent in (
        ("LowerArm_L", "UpperArm_L"),
        ("Hand_L", "LowerArm_L"),
        ("Foot_R", "LowerLeg_R"),
        ("Head", "Neck"),
    ):
        assert bones[child][0] == pytest.approx(tips[parent], abs=1e-5)
    assert len(made["joint_ids"]) == len(bones) == 1 + 3 + 2 + 2 * (4 + 4 + 15)
    assert call("get_joints", ids=[made["joints"]["Index1_R"]])["items"][0]["name"] == "Index1_R"
    show_joints(call, "Biped", eye=[4.2, -5.2, 1.6], target=[3, 0, 0.92])
    picture(call, "create_biped_skeleton")


def test_a_biped_is_what_ik_and_poses_expect(call: Any) -> None:
    made = call("create_biped_skeleton", name="Actor", arm_pose="a", fingers=False, spine_count=5)
    before = stand(call, "Actor")
    assert len(before) == 1 + 5 + 2 + 2 * 8
    hand, shoulder = before["Hand_L"][0], before["UpperArm_L"][0]
    assert math.degrees(math.atan2(shoulder[2] - hand[2], hand[0] - shoulder[0])) == pytest.approx(45, abs=1)
    # The same turn about x bends both sides alike.
    both = [made["joints"][f"LowerArm_{side}"] for side in "LR"]
    call("update_joints", items=[{"ids": both, "rotation": {"euler": [50, 0, 0]}}])
    posed = stand(call, "Actor")
    left, right = posed["Hand_L"][0], posed["Hand_R"][0]
    assert left == pytest.approx([-right[0], right[1], right[2]], abs=1e-4)
    assert math.dist(left, before["Hand_L"][0]) > 0.1
    call("update_joints", items=[{"ids": both, "rotation": [0, 0, 0, 1]}])
    leg = [f"Actor/{name}_L" for name in ("UpperLeg", "LowerLeg", "Foot")]
    switch = call("create_ik_fk_switch", joint_ids=leg, switch_name="Leg")
    foot = stand(call, "Actor")["Foot_L"][0]
    call(
        "solve_ik",
        items=[{"ik_chain_id": switch["ik_chain_id"], "target_position": [foot[0], foot[1] - 0.1, foot[2] + 0.3]}],
    )
    call(
        "update_rig_controls",
        items=[{"ids": [switch["switch_control_id"]], "pose_position": [switch["switch_range"], 0, 0]}],
    )
    bent = stand(call, "Actor")
    assert bent["Foot_L"][0] == pytest.approx([foot[0], foot[1] - 0.1, foot[2] + 0.3], abs=3e-3)
    assert bent["LowerLeg_L"][0][1] < foot[1] - 0.15, "the knee goes forwards"


def test_the_other_side_is_seen_in_the_mirror(call: Any) -> None:
    made = call("mirror_joints", **one_side(call))
    assert made["created_count"] == 2
    rest = call.python(
        "import bpy; {b.name: [list(b.head_local), list(b.tail_local), list(b.x_axis), list(b.z_axis), "
        "b.parent and b.parent.name] for b in bpy.data.objects['Half'].data.bones}"
    )
    for name in ("Arm", "Hand"):
        left, right = rest[f"{name}_L"], rest[f"{name}_R"]
        for one, two in zip(left[:2], right[:2]):
            assert two == pytest.approx([-one[0], one[1], one[2]], abs=1e-5), name
        assert right[3] == pytest.approx([-left[3][0], left[3][1], left[3][2]], abs=1e-5)
        assert right[2] == pytest.approx([left[2][0], -left[2][1], -left[2][2]], abs=1e-5)
    assert [rest["Arm_R"][4], rest["Hand_R"][4]] == ["Spine", "Arm_R"]
    call("update_joints", items=[{"ids": ["Arm_L", "Arm_R"], "rotation": {"euler": [40, 0, 0]}}])
    rig = "rig = bpy.data.objects['Half']; list(rig.pose.bones[{!r}].tail)"
    left, right = (call.python(f"import bpy; {rig.format(f'Hand_{side}')}") for side in "LR")
    assert left == pytest.approx([-right[0], right[1], right[2]], abs=1e-4), "and bends alike"
    show_joints(call, "Half", eye=[2.6, -0.4, 2.2], target=[1, 2, 1.4])
    picture(call, "mirror_joints")


def test_what_is_there_on_the_other_side_is_put_right(call: Any) -> None:
    one_side(call)
    call("create_joints", items=[{"name": "Arm_R", "rig_id": "Half", "parent_id": "Spine", "position": [9, 9, 9]}])
    made = call("mirror_joints", joint_ids=["Hand_L", "Arm_L"], include_children=False)
    assert made["created_count"] == 1
    heads = call.python("import bpy; {b.name: list(b.head_local) for b in bpy.data.objects['Half'].data.bones}")
    for name in ("Arm", "Hand"):
        left = heads[f"{name}_L"]
        assert heads[f"{name}_R"] == pytest.approx([-left[0], left[1], left[2]], abs=1e-5)
    error = call.fails("invalid_params", "mirror_joints", joint_ids=["Spine"])
    assert "side" in str(error)
    made = call("mirror_joints", joint_ids=["Spine"], search="Sp", replace="Dp", include_children=False)
    assert call("get_joints", ids=made["joint_ids"])["items"][0]["name"] == "Dpine"


WEIGHTS = """
import bpy
mesh, rig = bpy.data.objects["Sleeve"], bpy.data.objects["Figure"]
names = {g.index: g.name for g in mesh.vertex_groups}
bone = rig.matrix_world @ rig.data.bones["Upper"].matrix_local
inside = bone.inverted() @ mesh.matrix_world
[[(inside @ v.co).y, {names[g.group]: g.weight for g in v.groups if g.weight > 0}] for v in mesh.data.vertices]
"""
# Where the evaluated vertices are, along and across the upper arm.
BENT = """
import bpy
bpy.context.view_layer.update()
mesh = bpy.data.objects["Sleeve"]
seen = mesh.evaluated_get(bpy.context.evaluated_depsgraph_get())
[list(seen.matrix_world @ v.co) for v in seen.data.vertices]
"""


def test_a_skin_follows_its_joints_and_goes_over_smoothly(call: Any) -> None:
    arguments = sleeve(call)
    call("create_rig_controls", items=[{"name": "Grip", "rig_id": "Figure", "target_joint_ids": ["Hand"]}])
    before = call.python(BENT)
    made = call("auto_skin", **arguments)
    assert made["joint_count"] == 4, "a control bends nothing"
    weights = call.python(WEIGHTS)
    assert made["vertex_count"] == len(weights) > 80
    for _, own in weights:
        assert sum(own.values()) == pytest.approx(1, abs=1e-3)
        assert len(own) <= 4
    upper = [(along, own.get("Upper", 0)) for along, own in weights]
    # The middle of the upper arm and of the forearm are their own, the elbow (at 0.3) is half of both.
    assert min(weight for along, weight in upper if 0.1 < along < 0.18) > 0.85
    assert max(weight for along, weight in upper if along > 0.42) < 0.15
    elbow = [weight for along, weight in upper if abs(along - 0.3) < 0.03]
    assert elbow
    assert all(0.25 < weight < 0.75 for weight in elbow), elbow
    # Nothing moved; then the forearm takes the end of the sleeve along.
    after = call.python(BENT)
    assert max(math.dist(a, b) for a, b in zip(before, after)) < 1e-4
    call("update_joints", items=[{"ids": ["Lower"], "rotation": {"euler": [0, 0, 70]}}])
    bent = call.python(BENT)
    moved = [(along, math.dist(a, b)) for (along, _), a, b in zip(weights, after, bent)]
    assert max(far for along, far in moved if along < 0.12) < 0.02
    assert min(far for along, far in moved if along > 0.6) > 0.25
    assert call.python("import bpy; bpy.data.objects['Sleeve'].parent.name") == "Figure"
    call(
        "create_cameras",
        items=[{"name": "Shot", "position": [1.5, 0.45, 2.6], "rotation": {"euler": [60, 0, 0]}, "active": True}],
    )
    picture(call, "auto_skin")


def test_only_the_joints_that_are_named_bend_a_skin(call: Any) -> None:
    made = call("auto_skin", **sleeve(call), joint_ids=["Upper", "Lower"], max_influence_count=1, parent=False)
    assert made["joint_count"] == 2
    for _, own in call.python(WEIGHTS):
        assert list(own.values()) == [pytest.approx(1)]
        assert set(own) <= {"Upper", "Lower"}
    assert call.python("import bpy; bpy.data.objects['Sleeve'].parent is None")
    error = call.fails("invalid_params", "auto_skin", mesh_ids=[], rig_id="Figure")
    assert error.details["path"] == "mesh_ids"


# How a prop stands for each value of the number, and after both targets were moved.
