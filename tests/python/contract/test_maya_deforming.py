"""What bends meshes in Maya, beyond what is generated: skinClusters, blendShapes, limits, poses."""

from __future__ import annotations

import math
from typing import Any

import pytest

pytestmark = pytest.mark.apps("maya")

QUAD = {"vertices": [[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]], "indices": [0, 1, 2, 0, 2, 3]}


@pytest.fixture
def arm(call: Any) -> list[str]:
    """Two joints, and a mesh beside them."""
    call("create_rigs", items=[{"name": "Arm"}])
    items = [{"name": "Upper"}, {"name": "Lower", "parent_id": "Upper", "position": [0, 1, 0]}]
    made = call("create_joints", items=[{"rig_id": "Arm", **item} for item in items])["ids"]
    call("create_meshes", items=[{"name": "Cloth", "position": [0, 0, 5], **QUAD}])
    return list(made)


def follow(vertex: int, **weights: float) -> dict[str, Any]:
    """One vertex's weights."""
    return {"vertex_index": vertex, "weights": weights}


def shown(call: Any, mesh: str = "Cloth") -> list[list[float]]:
    """Where the vertices are, local to the mesh."""
    flat = call.python(f"cmds.xform('{mesh}.vtx[*]', query=True, objectSpace=True, translation=True)")
    return [flat[at : at + 3] for at in range(0, len(flat), 3)]


# Skins


def test_a_skin_truly_bends_the_mesh_and_lets_it_go(call: Any, arm: list[str]) -> None:
    influences = [follow(1, Upper=0.5), follow(2, **{arm[1]: 1})]
    (skin,) = call("create_skins", items=[{"mesh_id": "Cloth", "rig_id": "Arm", "influences": influences}])["items"]
    assert skin["joint_ids"] == arm
    assert shown(call) == QUAD["vertices"]
    call("update_joints", items=[{"ids": ["Upper"], "position": [0, 0, 3]}])
    moved = [[0, 0, 0], [2, 0, 1.5], [2, 2, 3], [0, 2, 0]]
    assert shown(call) == moved
    call("update_skins", items=[{"ids": [skin["id"]], "normalize_weights": True}])
    assert shown(call)[1] == [2, 0, 3], "half of one joint is all of the sum"
    call("update_skins", items=[{"ids": [skin["id"]], "normalize_weights": False, "enabled": False}])
    assert shown(call) == QUAD["vertices"]
    call("update_skins", items=[{"ids": [skin["id"]], "enabled": True}])
    assert shown(call) == moved
    call("delete_skins", ids=[skin["id"]])
    assert shown(call) == QUAD["vertices"]
    assert call.python("cmds.ls(type=('skinCluster', 'dagPose', 'mesh'))") == ["ClothShape"]


def test_a_skin_of_an_artist_is_read_and_one_of_curves_is_none(call: Any, arm: list[str]) -> None:
    call.python("cmds.curve(name='Rope', point=[(0, 0, 0), (0, 1, 0)], degree=1)\n1")
    call.python("cmds.skinCluster('Lower', 'Rope', toSelectedBones=True)\n1")
    call.python("cmds.skinCluster('Upper', 'Lower', 'Cloth', name='Bound')\ncmds.select('Cloth')")
    (skin,) = call("list_skins", fields=["name", "mesh_id", "joint_ids", "influences"])["items"]
    assert (skin["name"], skin["joint_ids"]) == ("Bound", arm)
    assert [sum(one["weights"].values()) for one in skin["influences"]] == pytest.approx([1] * 4)
    error = call.fails("conflict", "create_skins", items=[{"mesh_id": "Cloth", "rig_id": "Arm"}])
    assert error.details["id"] == skin["id"]
    assert call.python("cmds.ls(selection=True)") == ["Cloth"]


def test_joints_of_later_bend_once_weights_name_them(call: Any, arm: list[str]) -> None:
    (skin,) = call("create_skins", items=[{"mesh_id": "Cloth", "rig_id": "Arm", "influences": [follow(0, Lower=0.5)]}])[
        "ids"
    ]
    (hand,) = call("create_joints", items=[{"name": "Hand", "rig_id": "Arm", "parent_id": "Lower"}])["ids"]
    assert call("get_skins", ids=[skin])["items"][0]["joint_ids"] == arm
    weights = [follow(0, Lower=0.5), follow(3, Hand=0.75)]
    (item,) = call("update_skins", items=[{"ids": [skin], "influences": weights}])["items"]
    assert item["joint_ids"] == [*arm, hand]
    assert call("get_skins", ids=[skin], fields=["influences"])["items"][0]["influences"] == weights
    call("create_rigs", items=[{"name": "Other"}])
    call("create_joints", items=[{"name": "Stranger", "rig_id": "Other"}])
    for code, weights in (
        ("invalid_params", [follow(0, Stranger=1)]),
        ("invalid_params", [follow(4, Lower=1)]),
        ("not_found", [follow(0, Nobody=1)]),
    ):
        call.fails(code, "update_skins", items=[{"ids": [skin], "influences": weights}])
    call.fails("invalid_params", "update_skins", items=[{"ids": [skin], "weight_table": [0.0] * 11}])


def test_the_joints_of_another_rig_take_over_what_is_called_alike(call: Any, arm: list[str]) -> None:
    weights = [follow(0, Upper=0.5, Lower=0.25)]
    (skin,) = call("create_skins", items=[{"mesh_id": "Cloth", "rig_id": "Arm", "influences": weights}])["ids"]
    call("create_rigs", items=[{"name": "Spare"}, {"name": "Bare"}])
    tail = {"name": "Tail", "parent_id": "|Spare|Lower"}
    made = call("create_joints", items=[{"rig_id": "Spare", **one} for one in ({"name": "Lower"}, tail)])["ids"]
    (item,) = call("update_skins", items=[{"ids": [skin], "rig_id": "Spare"}])["items"]
    assert item["joint_ids"] == made
    (item,) = call("get_skins", ids=[skin], fields=["influences", "rig_id"])["items"]
    assert item["influences"] == [follow(0, Lower=0.25)]
    assert item["rig_id"] == call("get_rigs", ids=["Spare"])["items"][0]["id"]
    call.fails("invalid_params", "update_skins", items=[{"ids": [skin], "rig_id": "Bare"}])
    call("undo")
    assert call("get_skins", ids=[skin], fields=["influences"])["items"][0]["influences"] == weights


def test_no_vertex_follows_more_joints_than_may_move_it(call: Any, arm: list[str]) -> None:
    skin = {"mesh_id": "Cloth", "rig_id": "Arm", "influences": [follow(2, Upper=0.5, Lower=0.5)]}
    error = call.fails("conflict", "create_skins", items=[{**skin, "max_influence_count": 1}])
    assert error.details["expected"] == 2
    assert call("list_skins")["total"] == 0
    (made,) = call("create_skins", items=[skin])["items"]
    assert "max_influence_count" not in made
    patch = {"ids": [made["id"]], "max_influence_count": 1}
    call.fails("conflict", "update_skins", items=[patch])
    (item,) = call("update_skins", items=[{**patch, "influences": [follow(2, Lower=1)]}])["items"]
    assert item["max_influence_count"] == 1


def test_what_a_skin_follows_does_not_go_unnoticed(call: Any, arm: list[str]) -> None:
    weights = [follow(0, Upper=0.5, Lower=0.25)]
    (skin,) = call("create_skins", items=[{"mesh_id": "Cloth", "rig_id": "Arm", "influences": weights}])["ids"]
    error = call.fails("conflict", "delete_rigs", ids=["Arm"])
    assert "Cloth" in str(error)
    call("delete_joints", ids=["Lower"])
    (item,) = call("get_skins", ids=[skin], fields=["influences", "joint_ids"])["items"]
    assert item["joint_ids"] == arm[:1]
    assert item["influences"] == [follow(0, Upper=0.75)], "Maya gives the others there what one leaves"
    error = call.fails("conflict", "delete_joints", ids=["Upper"])
    assert error.details["skin"] in error.suggestions[0]


def test_what_bends_a_mesh_goes_with_it(call: Any, arm: list[str]) -> None:
    call("create_skins", items=[{"mesh_id": "Cloth", "rig_id": "Arm"}])
    call("create_blend_shapes", items=[{"mesh_id": "Cloth"}])
    call("delete_meshes", ids=["Cloth"])
    assert call.python("cmds.ls(type=('geometryFilter', 'dagPose', 'mesh'))") == []
    assert [call(f"list_{plural}")["total"] for plural in ("skins", "blend_shapes", "bind_poses")] == [0, 0, 0]
    call("undo")
    assert [call(f"list_{plural}")["total"] for plural in ("skins", "blend_shapes", "bind_poses")] == [1, 1, 1]


# Blend shapes


def raised(vertex: int, *by: float) -> dict[str, Any]:
    """One vertex's delta."""
    return {"vertex_index": vertex, "position_delta": list(by)}


@pytest.fixture
def cloth(call: Any) -> str:
    """A mesh."""
    (made,) = call("create_meshes", items=[{"name": "Cloth", **QUAD}])["ids"]
    return str(made)


def test_a_blend_shape_shows_as_much_as_its_weight(call: Any, cloth: str) -> None:
    (shape,) = call(
        "create_blend_shapes", items=[{"name": "Up", "mesh_id": cloth, "deltas": [raised(1, 0, 0, 4)], "weight": 0.25}]
    )["ids"]
    assert shown(call)[1] == [2, 0, 1]
    call("update_blend_shapes", items=[{"ids": [shape], "enabled": False}])
    assert shown(call) == QUAD["vertices"]
    wrong = [raised(4, 0, 0, 1)]
    error = call.fails("invalid_params", "update_blend_shapes", items=[{"ids": ["Up"], "deltas": wrong}])
    assert "4 vertices" in str(error)
    call.fails("invalid_params", "update_blend_shapes", items=[{"ids": ["Up"], "position_deltas": [[0, 0, 0]]}])
    call("delete_blend_shapes", ids=["Up"])
    assert call.python("cmds.ls(type=('blendShape', 'mesh'))") == ["ClothShape"]
    assert shown(call) == QUAD["vertices"]


def test_shapes_come_before_the_skin_and_go_without_it(call: Any, arm: list[str]) -> None:
    influences = [follow(1, Upper=1)]
    call("create_skins", items=[{"name": "Skin", "mesh_id": "Cloth", "rig_id": "Arm", "influences": influences}])
    deltas = [raised(1, 0, 0, 4)]
    (shape,) = call("create_blend_shapes", items=[{"mesh_id": "Cloth", "deltas": deltas, "weight": 1}])["ids"]
    call("update_joints", items=[{"ids": ["Upper"], "position": [1, 0, 0]}])
    assert shown(call)[1] == [3, 0, 4]
    assert call("get_blend_shapes", ids=[shape], fields=["deltas"])["items"][0]["deltas"] == deltas
    call("delete_blend_shapes", ids=[shape])
    assert shown(call)[1] == [3, 0, 0]
    call("undo")
    call("delete_skins", ids=["Skin"])
    assert shown(call)[1] == [2, 0, 4]


def test_the_shapes_of_an_artist_are_read_and_follow_their_meshes_until_these_are_gone(call: Any, cloth: str) -> None:
    call.python("cmds.duplicate('Cloth', name='Smile')\ncmds.move(0, 0, 2, 'Smile.vtx[2]', relative=True)")
    call.python("cmds.blendShape('Smile', 'Cloth', name='Face')\ncmds.setAttr('Face.Smile', 0.5)")
    (group,) = call("list_blend_shape_groups", parent_id=cloth)["items"]
    assert (group["name"], group["target_weights"]) == ("Face", {"Smile": 0.5})
    (shape,) = call("list_blend_shapes", parent_id=cloth, fields=["deltas"])["items"]
    assert group["blend_shape_ids"] == [shape["id"]]
    assert shape["deltas"] == [raised(2, 0, 0, 2)]
    error = call.fails("conflict", "update_blend_shapes", items=[{"ids": [shape["id"]], "deltas": []}])
    assert "Smile" in error.suggestions[0]
    call("delete_nodes", ids=["Smile"])
    assert call("get_blend_shapes", ids=[shape["id"]], fields=["deltas"])["items"][0]["deltas"] == shape["deltas"]
    call("update_blend_shapes", items=[{"ids": [shape["id"]], "deltas": []}])
    assert shown(call) == QUAD["vertices"]


def test_a_group_makes_its_shapes_and_takes_them_away(call: Any, cloth: str) -> None:
    weights = {"Smile": 0.25, "envelope": 1}
    (made,) = call("create_blend_shape_groups", items=[{"mesh_id": cloth, "target_weights": weights}])["items"]
    # `envelope` is what all deformers have.
    assert made["target_weights"] == {"Smile": 0.25, "envelope1": 1}
    (frown,) = call("create_blend_shapes", items=[{"name": "Frown", "mesh_id": cloth}])["ids"]
    patch = {"ids": [made["id"]], "target_weights": {"Frown": 0.5}}
    (group,) = call("update_blend_shape_groups", items=[patch])["items"]
    assert group["target_weights"] == {"Smile": 0.25, "envelope1": 1, "Frown": 0.5}
    bad = {"ids": [made["id"]], "target_weights": {"Smile": 0, "Smyle": 1}}
    error = call.fails("invalid_params", "update_blend_shape_groups", items=[bad])
    assert error.suggestions[0] == "Smile"
    assert call.python(f"cmds.getAttr('{made['name']}.Smile')") == 0.25, "nothing of a bad patch is done"
    call.fails("conflict", "update_blend_shapes", items=[{"ids": [frown], "name": "Smile"}])
    call("delete_blend_shapes", ids=["Smile"])
    left = call.python(f"cmds.getAttr('{made['name']}.targetDirectory[0].childIndices')")
    assert left == call.python(f"cmds.getAttr('{made['name']}.weight', multiIndices=True)") == [1, 2]
    assert call("get_blend_shapes", ids=[frown])["items"][0]["weight"] == 0.5
    assert call("delete_blend_shape_groups", ids=[made["id"]])["deleted"] == [made["id"]]
    assert call("list_blend_shapes")["total"] == 0
    assert call.python("cmds.ls(type='mesh')") == ["ClothShape"]


# Limits


def test_limits_hold_the_pose_and_are_the_joint_s_own(call: Any, arm: list[str]) -> None:
    limits = {"joint_id": "Lower", "rotation_limits": {"z": [-0.25, 0.5]}, "translation_limits": {"y": [0, 2]}}
    (made,) = call("create_joint_limits", items=[limits])["items"]
    assert (made["name"], made["joint_id"], made["enabled"]) == ("Lower", arm[1], True)
    call("update_joints", items=[{"ids": ["Lower"], "rotation": {"euler": [0, 0, 90]}, "position": [0, 5, 0]}])
    whole = call.python("cmds.xform('Lower', query=True, worldSpace=True, matrix=True)")
    assert whole[:2] == pytest.approx([math.cos(0.5), math.sin(0.5)])
    assert whole[13] == 2
    call.fails("conflict", "create_joint_limits", items=[limits])
    error = call.fails("invalid_params", "create_joint_limits", items=[{"joint_id": "Upper"}])
    assert "no axis" in str(error)
    (item,) = call("update_joint_limits", items=[{"ids": ["Lower"], "rotation_limits": {}}])["items"]
    assert item["rotation_limits"] == {}
    call.fails("invalid_params", "update_joint_limits", items=[{"ids": ["Lower"], "translation_limits": {}}])
    assert call("list_joint_limits", parent_id="Arm")["items"] == [item]
    call("delete_joint_limits", ids=[made["id"]])
    call("update_joints", items=[{"ids": ["Lower"], "position": [0, 5, 0]}])
    assert call.python("cmds.xform('Lower', query=True, worldSpace=True, translation=True)") == [0, 5, 0]
    assert call.python("cmds.transformLimits('Lower', query=True, translationY=True)") == [-1, 1]


def test_an_axis_with_one_end_is_told_of_by_none_of_both(call: Any, arm: list[str]) -> None:
    call.python("cmds.transformLimits('Lower', rotationX=(-30, 45), enableRotationX=(False, True))")
    call.python("cmds.transformLimits('Lower', rotationY=(-90, 45), enableRotationY=(True, True))")
    (item,) = call("list_joint_limits")["items"]
    assert item["rotation_limits"] == {"y": pytest.approx([-math.pi / 2, math.pi / 4])}


# Poses


def matrix_of(call: Any, joint: str) -> list[float]:
    """Where a joint is in the world, as Maya has matrices."""
    return list(call.python(f"cmds.xform('{joint}', query=True, worldSpace=True, matrix=True)"))


def test_a_kept_pose_brings_the_joints_back(call: Any, arm: list[str]) -> None:
    call("update_rigs", items=[{"ids": ["Arm"], "position": [3, 0, 0]}])
    call("update_joints", items=[{"ids": ["Upper"], "scale": [1, 2, 1], "orientation": {"euler": [0, 0, 30]}}])
    call("update_joints", items=[{"ids": ["Lower"], "rotation": {"euler": [40, 0, 0]}, "rotation_mode": "zxy"}])
    posed = matrix_of(call, "Lower")
    (kept,) = call("create_bind_poses", items=[{"name": "Bent", "rig_id": "Arm"}])["items"]
    assert (kept["active"], kept["joint_ids"], kept["is_default"]) == (True, arm, False)
    (read,) = call("get_bind_poses", ids=[kept["id"]], fields=["transforms"])["items"]
    told = read["transforms"][1]["matrix"]
    assert [told[3] + 3, told[7], told[11]] == pytest.approx(posed[12:15])
    call("update_bind_poses", items=[{"ids": [kept["id"]], "active": False}])
    assert call.python("[cmds.getAttr('Lower.rotate')[0], cmds.getAttr('Upper.scale')[0]]") == [[0, 0, 0], [1, 1, 1]]
    call("update_joints", items=[{"ids": ["Lower"], "position": [7, 7, 7]}])
    (item,) = call("update_bind_poses", items=[{"ids": [kept["id"]], "active": True}])["items"]
    assert item["active"] is True
    assert matrix_of(call, "Lower") == pytest.approx(posed)


def test_a_pose_that_is_told_is_taken_and_one_that_cannot_be_is_not(call: Any, arm: list[str]) -> None:
    matrix = [0, 0, 1, 4, 1, 0, 0, -2, 0, 1, 0, 1, 0, 0, 0, 1]
    one = {"joint_id": "Lower", "matrix": matrix}
    item = {"name": "Told", "rig_id": "Arm", "active": True, "transforms": [one]}
    (pose,) = call("create_bind_poses", items=[item])["items"]
    whole = matrix_of(call, "Lower")
    assert [whole[4 * column + row] for row in range(4) for column in range(4)] == pytest.approx(matrix)
    assert pose["joint_ids"] == [arm[1]], "the other joint is not part of it"
    call("create_rigs", items=[{"name": "Bare"}])
    sheared = [1, 0.5, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    flat = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    for transforms in ([], [one, one], [{**one, "matrix": sheared}], [{**one, "matrix": flat}]):
        call.fails("invalid_params", "create_bind_poses", items=[{"rig_id": "Arm", "transforms": transforms}])
    call.fails("invalid_params", "create_bind_poses", items=[{"rig_id": "Bare"}])
    assert call.python("cmds.ls(type='dagPose')") == ["Told"]
    call.python("cmds.setAttr('Lower.translate', 0, 0, 0)\ncmds.setAttr('Lower.translateX', lock=True)")
    error = call.fails("conflict", "update_bind_poses", items=[{"ids": ["Told"], "active": True}])
    assert error.details["node"].endswith("Lower")
    assert call.python("cmds.getAttr('Lower.translate')[0]") == [0, 0, 0]


def test_what_is_scaled_above_leaves_its_scale_out_of_joints_that_compensate(call: Any, arm: list[str]) -> None:
    call("update_joints", items=[{"ids": ["Upper"], "scale": [1, 3, 1], "rotation": {"euler": [0, 20, 0]}}])
    call("update_joints", items=[{"ids": ["Lower"], "rotation": {"euler": [0, 0, 50]}}])
    whole = {joint: matrix_of(call, joint) for joint in ("Upper", "Lower")}
    (kept,) = call("create_bind_poses", items=[{"name": "Bent", "rig_id": "Arm"}])["ids"]
    (read,) = call("get_bind_poses", ids=[kept], fields=["transforms"])["items"]
    call("update_bind_poses", items=[{"ids": [kept], "active": False}])
    item = {"name": "Again", "rig_id": "Arm", "active": True, "transforms": read["transforms"]}
    call("create_bind_poses", items=[item])
    assert {joint: matrix_of(call, joint) for joint in whole} == {
        joint: pytest.approx(matrix) for joint, matrix in whole.items()
    }


def test_the_pose_that_a_skin_is_bound_in_is_the_skin_s(call: Any, arm: list[str]) -> None:
    (skin,) = call("create_skins", items=[{"mesh_id": "Cloth", "rig_id": "Arm"}])["ids"]
    (pose,) = call("list_bind_poses", parent_id="Arm")["items"]
    assert (pose["is_bind_pose"], pose["is_default"], pose["active"]) == (True, True, True)
    error = call.fails("conflict", "delete_bind_poses", ids=[pose["id"]])
    assert error.details["skin"] == call("get_skins", ids=[skin])["items"][0]["name"]
    matrix = {"joint_id": "Lower", "matrix": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]}
    call.fails("conflict", "update_bind_poses", items=[{"ids": [pose["id"]], "transforms": [matrix]}])
    call.fails("conflict", "update_bind_poses", items=[{"ids": [pose["id"]], "active": False}])
    call("update_joints", items=[{"ids": ["Upper"], "position": [0, 0, 3], "rotation": {"euler": [0, 0, 90]}}])
    (item,) = call("update_bind_poses", items=[{"ids": [pose["id"]], "active": True}])["items"]
    assert item["active"] is True
    assert call.python("cmds.getAttr('Upper.translate')[0]") == [0, 0, 0]
    call("delete_skins", ids=[skin])
    assert call("list_bind_poses")["total"] == 0
