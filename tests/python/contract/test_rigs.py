"""Rigs beyond what is generated: rest against pose, what joints take along, IK that truly bends, and bad input."""

from __future__ import annotations

import math
from typing import Any

import pytest

QUAD = [[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]]
LOOK = (
    "import bpy; bpy.context.view_layer.update(); o = bpy.data.objects['Arm']\n"
    "{b.name: [list(b.head_local), list(b.tail_local), list(o.pose.bones[b.name].head)] for b in o.data.bones}"
)


@pytest.fixture
def arm(call: Any) -> list[str]:
    """Three joints, each on the tip of the one before, along y, a little bent."""
    call("create_rigs", items=[{"name": "Arm"}])
    bend = {"euler": [0, 0, 5]}
    items: list[dict[str, Any]] = [{"name": "Upper", "rig_id": "Arm"}]
    items += [
        {"name": name, "rig_id": "Arm", "parent_id": above, "position": [0, 1, 0], "orientation": bend}
        for name, above in (("Lower", "Upper"), ("Hand", "Lower"))
    ]
    return list(call("create_joints", items=items)["ids"])


def world(call: Any, joint: str) -> list[float]:
    """Where the API says that a joint begins."""
    matrix = call("get_joints", ids=[joint])["items"][0]["matrix_world"]
    return [matrix[3], matrix[7], matrix[11]]


def test_rest_takes_the_joints_below_along_and_pose_leaves_the_rest(call: Any, arm: list[str]) -> None:
    hand = call.python(LOOK)["Hand"]
    call("update_joints", items=[{"ids": ["Upper"], "position": [5, 0, 0], "orientation": {"euler": [0, 0, 90]}}])
    head, _, posed = call.python(LOOK)["Hand"]
    turned = [5 - hand[0][1], hand[0][0], 0]
    assert head == pytest.approx(turned, abs=1e-4)
    assert posed == pytest.approx(turned, abs=1e-4)
    call("update_joints", items=[{"ids": ["Upper"], "rotation": {"euler": [0, 0, -90]}}])
    rest, _, posed = call.python(LOOK)["Hand"]
    assert rest == pytest.approx(turned, abs=1e-4), "a pose leaves the rest"
    assert posed == pytest.approx([5 + hand[0][0], hand[0][1], 0], abs=1e-4)
    assert world(call, arm[2]) == pytest.approx(posed, abs=1e-4)


def test_the_artist_keeps_mode_selection_and_hidden_rigs(call: Any, arm: list[str]) -> None:
    state = (
        "import bpy; o = bpy.data.objects['Arm']; v = bpy.context.view_layer\n"
        "[bpy.context.mode, v.objects.active.name, sorted(n.name for n in v.objects if n.select_get()), "
        "o.hide_viewport, o.mode, len(bpy.data.scenes), len(o.users_collection)]"
    )
    call("create_nodes", items=[{"name": "Pin"}])
    call("select", ids=["Pin"])
    call("update_rigs", items=[{"ids": ["Arm"], "visible": False}])
    before = call.python(state)
    call("update_joints", items=[{"ids": [arm[1]], "length": 3}])
    call("create_joints", items=[{"name": "Tail", "rig_id": "Arm"}])
    assert call.python(state) == before
    assert before[3] is True
    call("update_rigs", items=[{"ids": ["Arm"], "visible": True}])
    call.python(
        "import bpy; bpy.context.view_layer.objects.active = bpy.data.objects['Arm']\n"
        "bpy.ops.object.mode_set(mode='POSE')"
    )
    posing = call.python(state)
    assert posing[0] == "POSE"
    call("update_joints", items=[{"ids": [arm[1]], "length": 2}])
    assert call.python(state) == posing


def test_deleting_a_joint_leaves_those_below_where_they_are(call: Any, arm: list[str]) -> None:
    before = call.python(LOOK)
    call("delete_joints", ids=["Lower"])
    after = call.python(LOOK)
    assert set(after) == {"Upper", "Hand"}
    assert after["Hand"][0] == pytest.approx(before["Hand"][0], abs=1e-5)
    (hand,) = call("get_joints", ids=[arm[2]])["items"]
    assert hand["parent_id"] == arm[0]


def test_cycles_and_joints_of_another_rig_are_refused(call: Any, arm: list[str]) -> None:
    call("create_rigs", items=[{"name": "Other"}])
    call("create_joints", items=[{"name": "Stranger", "rig_id": "Other"}])
    before = call.python(LOOK)
    for joint, parent in (("Upper", "Hand"), ("Upper", "Upper"), ("Hand", "Stranger")):
        error = call.fails("invalid_params", "update_joints", items=[{"ids": [joint], "parent_id": parent}])
        assert "parent_id" in error.details["path"]
    call.fails("invalid_params", "create_joints", items=[{"name": "X", "rig_id": "Arm", "parent_id": "Stranger"}])
    late = [{"name": "A", "rig_id": "Arm", "parent_id": "B"}, {"name": "B", "rig_id": "Arm"}]
    error = call.fails("invalid_params", "create_joints", items=late)
    assert "after its child" in str(error)
    call.fails("not_found", "create_joints", items=[{"name": "X", "rig_id": "Arm", "parent_id": "nobody"}])
    call.fails("invalid_params", "create_ik_chains", items=[{"end_id": "Hand", "start_id": "Stranger"}])
    error = call.fails("invalid_params", "create_ik_chains", items=[{"end_id": "Upper", "start_id": "Hand"}])
    assert "not above" in str(error)
    assert call.python(LOOK) == before


def test_what_others_use_is_not_deleted(call: Any, arm: list[str]) -> None:
    call("create_meshes", items=[{"name": "Cloth", "vertices": QUAD, "indices": [0, 1, 2, 0, 2, 3]}])
    call("create_skins", items=[{"name": "Skin", "mesh_id": "Cloth", "rig_id": "Arm"}])
    error = call.fails("conflict", "delete_rigs", ids=["Arm"])
    assert "Cloth" in str(error)
    assert error.suggestions
    call("create_joints", items=[{"name": "Goal", "rig_id": "Arm"}])
    call("create_ik_chains", items=[{"name": "Reach", "end_id": "Lower", "target_id": "Arm/Goal"}])
    error = call.fails("conflict", "delete_joints", ids=["Goal"])
    assert "Reach" in str(error)
    call("delete_joints", ids=["Goal", "Lower"])
    call("delete_skins", ids=["Skin"])
    call("delete_rigs", ids=["Arm"])


def test_weights_out_of_range_and_strangers_are_refused(call: Any, arm: list[str]) -> None:
    call("create_meshes", items=[{"name": "Cloth", "vertices": QUAD, "indices": [0, 1, 2, 0, 2, 3]}])
    skin = {"mesh_id": "Cloth", "rig_id": "Arm"}
    for code, weights, index in (
        ("invalid_params", {"Hand": 1.5}, 0),
        ("invalid_params", {"Hand": -0.1}, 0),
        ("invalid_params", {"Hand": "much"}, 0),
        ("invalid_params", {"Hand": 1}, 4),
        ("not_found", {"Nobody": 1}, 0),
    ):
        influence = {"vertex_index": index, "weights": weights}
        error = call.fails(code, "create_skins", items=[{**skin, "influences": [influence]}])
        assert code == "not_found" or "influences" in str(error.details["path"])
    for table in ([0.0] * 11, [0.0] * 11 + [2.0]):
        error = call.fails("invalid_params", "create_skins", items=[{**skin, "weight_table": table}])
        assert "weight_table" in error.details["path"]
    assert call("list_skins")["total"] == 0
    assert call.python("import bpy; len(bpy.data.objects['Cloth'].vertex_groups)") == 0


def test_a_skin_truly_bends_the_mesh(call: Any, arm: list[str]) -> None:
    call("create_meshes", items=[{"name": "Cloth", "vertices": QUAD, "indices": [0, 1, 2, 0, 2, 3]}])
    influence = {"vertex_index": 2, "weights": {arm[0]: 1}}
    call("create_skins", items=[{"mesh_id": "Cloth", "rig_id": "Arm", "influences": [influence]}])
    call("update_joints", items=[{"ids": ["Upper"], "pose_position": [0, 0, 3]}])
    shown = (
        "import bpy; d = bpy.context.evaluated_depsgraph_get()\n"
        "[list(v.co) for v in bpy.data.objects['Cloth'].evaluated_get(d).data.vertices]"
    )
    vertices = call.python(shown)
    assert vertices[2] == pytest.approx([2, 2, 3], abs=1e-5)
    assert vertices[1] == pytest.approx([2, 0, 0], abs=1e-5)


def test_solving_ik_reaches_the_target_and_tells_where_it_cannot(call: Any, arm: list[str]) -> None:
    call("create_nodes", items=[{"name": "Goal", "position": [1, 1, 0]}])
    (chain,) = call("create_ik_chains", items=[{"name": "Reach", "end_id": "Lower", "target_id": "Goal"}])["items"]
    assert (chain["start_id"], chain["count"]) == (arm[0], 2)
    (near,) = call("solve_ik", items=[{"ik_chain_id": "Reach", "target_position": [1, 0.8, 0.2]}])["items"]
    assert near["distance"] < 1e-3
    assert near["end_position"] == pytest.approx([1, 0.8, 0.2], abs=1e-3)
    assert [joint["joint_id"] for joint in near["joints"]] == arm[:2]
    lower = call.python(LOOK)["Lower"][2]
    assert near["joints"][1]["matrix_world"][3::4][:3] == pytest.approx(lower, abs=1e-5)
    (far,) = call("solve_ik", items=[{"ik_chain_id": "Reach", "target_position": [0, 9, 0]}])["items"]
    assert far["distance"] == pytest.approx(7, abs=0.05)
    (stretched,) = call("update_ik_chains", items=[{"ids": ["Reach"], "stretch_enabled": True}])["items"]
    assert stretched["stretch_enabled"] is True
    (reached,) = call("solve_ik", items=[{"ik_chain_id": "Reach"}])["items"]
    assert reached["distance"] < far["distance"] - 1
    (off,) = call("set_ik_influence", items=[{"ik_chain_id": "Reach", "influence": 0}])["items"]
    assert off["influence"] == 0
    assert world(call, arm[1]) == pytest.approx(call.python(LOOK)["Lower"][0], abs=1e-4), "as at rest"
    call.fails("invalid_params", "solve_ik", items=[{"ik_chain_id": "Reach", "pole_vector_position": [0, 0, 1]}])
    call("update_ik_chains", items=[{"ids": ["Reach"], "target_id": None}])
    call.fails("conflict", "solve_ik", items=[{"ik_chain_id": "Reach"}])


def test_limits_hold_the_pose_and_ik(call: Any, arm: list[str]) -> None:
    call("create_joint_limits", items=[{"joint_id": "Lower", "rotation_limits": {"z": [-0.25, 0.5]}}])
    call("update_joints", items=[{"ids": ["Lower"], "rotation": {"euler": [0, 0, 90]}}])
    turn = "import bpy; bpy.context.view_layer.update(); p = bpy.data.objects['Arm'].pose.bones['Lower']\n"
    turn += "[p.matrix_channel.to_euler().z, p.ik_min_z, p.ik_max_z, p.use_ik_limit_z, p.use_ik_limit_x]"
    assert call.python(turn) == pytest.approx([0.5, -0.25, 0.5, True, False], abs=1e-4)
    call.fails("conflict", "create_joint_limits", items=[{"joint_id": "Lower"}])
    for wrong in ([1, -1], [1], [0, 1, 2]):
        call.fails("invalid_params", "create_joint_limits", items=[{"joint_id": "Hand", "scale_limits": {"x": wrong}}])
    call("delete_joint_limits", ids=[call("list_joint_limits")["items"][0]["id"]])
    turned, *_, limited, _ = call.python(turn)
    assert turned == pytest.approx(math.pi / 2, abs=1e-4)
    assert not limited


def test_joints_are_selected_in_their_rig_only(call: Any, arm: list[str]) -> None:
    (told,) = call("select_joints", items=[{"rig_id": "Arm", "joint_ids": ["Lower", arm[2]]}])["items"]
    assert told["joint_ids"] == arm[1:]
    code = (
        "import bpy; o = bpy.data.objects['Arm']\n"
        "bones = o.pose.bones if hasattr(o.pose.bones[0], 'select') else o.data.bones\n"
        "[b.name for b in bones if b.select]"
    )
    assert call.python(code) == ["Lower", "Hand"]
    call("select_joints", items=[{"rig_id": "Arm", "joint_ids": ["Lower"]}])
    assert call.python(code) == ["Lower"]
    call("update_joints", items=[{"ids": ["Upper"], "visible": False}])
    error = call.fails("conflict", "select_joints", items=[{"rig_id": "Arm", "joint_ids": ["Upper"]}])
    assert "hidden" in str(error)
    assert call.python(code) == ["Lower"]


def test_a_blend_shape_shows_as_much_as_its_weight(call: Any) -> None:
    call("create_meshes", items=[{"name": "Cloth", "vertices": QUAD, "indices": [0, 1, 2, 0, 2, 3]}])
    delta = {"vertex_index": 1, "position_delta": [0, 0, 4]}
    call("create_blend_shapes", items=[{"name": "Up", "mesh_id": "Cloth", "deltas": [delta], "weight": 0.25}])
    shown = (
        "import bpy; d = bpy.context.evaluated_depsgraph_get()\n"
        "list(bpy.data.objects['Cloth'].evaluated_get(d).data.vertices[1].co)"
    )
    assert call.python(shown) == pytest.approx([2, 0, 1], abs=1e-5)
    wrong = [{"vertex_index": 4, "position_delta": [0, 0, 1]}]
    error = call.fails("invalid_params", "update_blend_shapes", items=[{"ids": ["Up"], "deltas": wrong}])
    assert "4 vertices" in str(error)
    call.fails("invalid_params", "update_blend_shapes", items=[{"ids": ["Up"], "position_deltas": [[0, 0, 0]]}])
    call("delete_blend_shapes", ids=["Up"])
    assert call.python("import bpy; bpy.data.objects['Cloth'].data.shape_keys is None") is True


def test_a_rest_that_blender_cannot_keep_is_refused(call: Any, arm: list[str]) -> None:
    lengths = "import bpy; [round(b.length, 6) for b in bpy.data.objects['Arm'].data.bones]"
    before = call.python(lengths)
    far = {"rig_id": "Arm", "name": "Far", "position": [1e6, 2e6, 0], "orientation": {"euler": [30, 40, 50]}}
    error = call.fails("invalid_params", "create_joints", items=[{**far, "length": 0.125}])
    assert error.details["path"] == "length"
    assert error.details["got"] != 0.125
    assert "update_rigs" in str(error.suggestions)
    # A patch would take what lies below along, to where it cannot be.
    patch = {"ids": [arm[0]], "position": [1e7, 2e7, 3e6], "orientation": {"euler": [10, 20, 30]}}
    call.fails("invalid_params", "update_joints", items=[patch])
    assert call.python(lengths) == before, "the joints are not as they were"
    # What is near enough, or long enough, is kept.
    near = {**far, "position": [1e3, 2e3, 0], "length": 0.125}
    (made,) = call("create_joints", items=[near])["items"]
    assert made["length"] == pytest.approx(0.125, rel=0.01)
    (made,) = call("create_joints", items=[{**far, "name": "Long", "length": 1e3}])["items"]
    assert call.python("import bpy; bpy.data.objects['Arm'].data.bones['Long'].length") == pytest.approx(1e3, rel=1e-3)
