"""What UsdSkel makes of what was written: blend shapes, skins and kept poses, together and apart."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("usd")


def test_shapes_need_no_joints_and_go_along_with_a_skin(blank: Any) -> None:
    blank("create_meshes", items=[{"name": "Leg", "vertices": [[0, 0, 0], [1, 0, 0], [0, 3, 0]], "indices": [0, 1, 2]}])
    form = [{"vertex_index": 1, "position_delta": [0, 0, 2]}]
    blank("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Leg", "deltas": form, "weight": 0.5}])
    assert blank.python(BAKED) == pytest.approx([1, 0, 1]), "UsdSkel's own baking shows it"
    assert blank("list_skins")["total"] == 0
    blank("create_rigs", items=[{"name": "Rig"}])
    blank("create_joints", items=[{"name": "Hip", "rig_id": "Rig"}])
    weights = [{"vertex_index": at, "weights": {"Hip": 1.0}} for at in range(3)]
    blank("create_skins", items=[{"mesh_id": "Leg", "rig_id": "Rig", "influences": weights}])
    assert blank("list_rigs")["total"] == 1, "the skeleton that was made for shapes alone is gone"
    blank("update_joints", items=[{"ids": ["Hip"], "pose_position": [0, 5, 0]}])
    assert blank.python(BAKED) == pytest.approx([1, 5, 1]), "weight and skin, both on one skeleton"
    blank("update_blend_shapes", items=[{"ids": ["Smile"], "name": "Grin", "weight": 1.0}])
    said = "from pxr import UsdSkel\nlist(UsdSkel.BindingAPI(stage.GetPrimAtPath({path!r})).GetBlendShapesAttr().Get())"
    path = blank.python("str(next(p for p in stage.Traverse() if p.GetName() == 'Leg').GetPath())")
    assert blank.python(said.format(path=path)) == ["Grin"]
    assert blank.python(BAKED) == pytest.approx([1, 5, 2])
    blank("delete_skins", ids=["Skin"])
    assert blank("get_blend_shapes", ids=["Grin"])["items"][0]["weight"] == 1
    assert blank.python(BAKED) == pytest.approx([1, 0, 2])
    blank("new_file")
    blank("create_primitives", items=[{"kind": "cube", "name": "Box"}])
    blank("create_blend_shapes", items=[{"mesh_id": "Box"}])
    blank("delete_meshes", ids=["Box"])
    assert blank.python("[str(p.GetPath()) for p in stage.TraverseAll()]") == [], "nothing of it is left"


#: Where UsdSkel puts the second point of the mesh, in a stage of its own.
BAKED = """
from pxr import UsdSkel
copy = Usd.Stage.Open(stage.Flatten())
mesh = next(p for p in copy.Traverse() if p.GetName() == "Leg")
UsdSkel.BakeSkinning(UsdSkel.Root.Find(mesh), Gf.Interval(0, 0))
list(UsdGeom.Mesh(mesh).GetPointsAttr().Get(Usd.TimeCode.EarliestTime())[1])
"""


def test_inbetweens_of_other_programs_stay_with_their_rows(blank: Any) -> None:
    blank("create_meshes", items=[{"name": "Leg", "vertices": [[0, 0, 0], [1, 0, 0], [0, 3, 0]], "indices": [0, 1, 2]}])
    form = [{"vertex_index": 1, "position_delta": [0, 0, 2]}]
    blank("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Leg", "deltas": form}])
    shape = (
        "from pxr import UsdSkel\nb = UsdSkel.BlendShape(next(p for p in stage.Traverse() if p.GetName() == 'Smile'))\n"
    )
    blank.python(shape + "i = b.CreateInbetween('half'); i.SetWeight(0.5); i.SetOffsets([(7, 0, 0)])")
    form = [{"vertex_index": 2, "position_delta": [0, 1, 0]}]
    blank("update_blend_shapes", items=[{"ids": ["Smile"], "deltas": form}])
    rows = blank.python(
        shape + "[list(b.GetPointIndicesAttr().Get()), [list(v) for v in b.GetOffsetsAttr().Get()],"
        " [list(v) for v in b.GetInbetween('half').GetOffsets()]]"
    )
    assert rows == [[1, 2], [[0, 0, 0], [0, 1, 0]], [[7, 0, 0], [0, 0, 0]]]


def test_animated_weights_are_told_at_their_start_and_not_written_over(blank: Any) -> None:
    blank("create_meshes", items=[{"name": "Leg", "vertices": [[0, 0, 0], [1, 0, 0], [0, 3, 0]], "indices": [0, 1, 2]}])
    blank("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Leg", "weight": 1}])
    blank.python(
        "p = next(p for p in stage.Traverse() if p.GetTypeName() == 'SkelAnimation')\n"
        "a = p.GetAttribute('blendShapeWeights'); a.Set([0.25], 1); a.Set([1], 9)"
    )
    assert blank("get_blend_shapes", ids=["Smile"])["items"][0]["weight"] == 0.25
    error = blank.fails("conflict", "update_blend_shapes", items=[{"ids": ["Smile"], "weight": 0.5}])
    assert "animated" in str(error)
    blank("create_blend_shapes", items=[{"name": "Frown", "mesh_id": "Leg"}])
    blank("delete_blend_shapes", ids=["Frown"])
    blank("create_rigs", items=[{"name": "Rig"}])
    error = blank.fails("conflict", "create_skins", items=[{"mesh_id": "Leg", "rig_id": "Rig"}])
    assert "animated" in str(error), "its samples would be lost on another skeleton"


def test_kept_poses_follow_their_joints_and_other_poses_may_be_bound(blank: Any) -> None:
    blank("create_rigs", items=[{"name": "Rig"}])
    blank(
        "create_joints",
        items=[
            {"name": "Hip", "rig_id": "Rig"},
            {"name": "Knee", "rig_id": "Rig", "parent_id": "Hip", "position": [0, 1, 0]},
        ],
    )
    blank("update_joints", items=[{"ids": ["Knee"], "pose_position": [0, 0, 2]}])
    blank("create_bind_poses", items=[{"name": "Pose", "rig_id": "Rig"}, {"name": "Same", "rig_id": "Rig"}])
    blank("update_bind_poses", items=[{"ids": ["Rest"], "active": True}])
    poses = {one["name"]: one for one in blank("list_bind_poses", parent_id="Rig")["items"]}
    assert {name: one["active"] for name, one in poses.items()} == {"Rest": True, "Pose_1": False, "Same": False}
    assert [one["is_default"] for one in poses.values()] == [one["is_bind_pose"] for one in poses.values()]
    blank("update_joints", items=[{"ids": ["Hip"], "name": "Pelvis", "position": [3, 0, 0]}])
    (kept,) = blank("get_bind_poses", ids=["Same"], fields=["transforms"])["items"]
    assert kept["transforms"][1]["matrix"][3::4] == [3, 1, 2, 1], "under the new name, over the new rest"
    blank("update_bind_poses", items=[{"ids": ["Same"], "active": True}])
    assert blank("get_joints", ids=["Knee"])["items"][0]["pose_position"] == pytest.approx([0, 0, 2])
    blank("delete_joints", ids=["Knee"])
    assert len(blank("get_bind_poses", ids=["Same"])["items"][0]["joint_ids"]) == 1
    error = blank.fails("conflict", "delete_bind_poses", ids=["Rest"])
    assert "update_joints" in " ".join(error.suggestions)
    blank.python(
        "stage.GetPrimAtPath('/Rig').GetAttribute('bindTransforms').Set([Gf.Matrix4d().SetTranslate((9, 9, 9))])"
    )
    assert blank("get_bind_poses", ids=["Rest"])["items"][0]["is_bind_pose"] is False, "it was bound elsewhere"


def test_vertices_take_their_shapes_and_weights_along(blank: Any) -> None:
    quad = {"vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "indices": [0, 1, 2, 3], "face_sizes": [4]}
    blank("create_meshes", items=[{"name": "Leg", **quad}])
    blank("create_rigs", items=[{"name": "Rig"}])
    blank("create_joints", items=[{"name": "Hip", "rig_id": "Rig"}, {"name": "Toe", "rig_id": "Rig"}])
    weights = [{"vertex_index": 2, "weights": {"Hip": 0.25, "Toe": 0.75}}]
    blank("create_skins", items=[{"mesh_id": "Leg", "rig_id": "Rig", "influences": weights}])
    form = [{"vertex_index": 3, "position_delta": [0, 0, 2]}]
    blank("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Leg", "deltas": form}])
    blank("create_vertices", items=[{"mesh_id": "Leg", "position": [5, 5, 5], "weights": {"Toe": 1}}])
    blank("delete_vertices", ids=["Leg/vertex/0"])
    (skin,) = blank("get_skins", ids=["Skin"], fields=["influences"])["items"]
    assert skin["influences"] == [
        {"vertex_index": 1, "weights": {"Hip": 0.25, "Toe": 0.75}},
        {"vertex_index": 3, "weights": {"Toe": 1}},
    ]
    (shape,) = blank("get_blend_shapes", ids=["Smile"], fields=["deltas"])["items"]
    assert shape["deltas"] == [{"vertex_index": 2, "position_delta": [0, 0, 2]}]
