"""Controls of Maya: joints that are drawn as curves, and what follows them."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("maya")


@pytest.fixture
def spine(call: Any) -> Any:
    """Two joints, one below the other."""
    call("create_rigs", items=[{"name": "Rig", "position": [0, 0, 2]}])
    call("create_joints", items=[{"name": "Hip", "rig_id": "Rig", "position": [0, 5, 0]}])
    call("create_joints", items=[{"name": "Chest", "rig_id": "Rig", "parent_id": "Hip", "position": [0, 3, 0]}])
    return call


def place(call: Any, name: str) -> list[float]:
    """Where a node is in the world."""
    return list(call.python(f"cmds.xform({name!r}, query=True, worldSpace=True, translation=True)"))


def test_a_control_lies_on_the_joint_that_follows_it_and_moves_it(spine: Any) -> None:
    item = {"name": "CTRL", "rig_id": "Rig", "target_joint_ids": ["Chest"], "shape": "sphere"}
    (made,) = spine("create_rig_controls", items=[item])["items"]
    assert (made["parent_id"], made["position"]) == (spine("get_joints", ids=["Hip"])["items"][0]["id"], [0, 3, 0])
    assert place(spine, "Chest") == pytest.approx([0, 8, 2])
    spine("update_rig_controls", items=[{"ids": ["CTRL"], "position": [1, 3, 0]}])
    assert place(spine, "Chest") == pytest.approx([1, 8, 2])
    shapes = spine.python("cmds.listRelatives('CTRL', shapes=True, type='nurbsCurve')")
    assert shapes == ["CTRLShape", "CTRLShape1", "CTRLShape2"]
    assert spine("list_curves")["total"] == 0, "what a joint is drawn as is no curve of the scene"
    assert spine("list_rig_controls", parent_id="Rig")["total"] == 1
    error = spine.fails("not_found", "get_rig_controls", ids=["Hip"])
    assert "controller" in str(error)


def test_joints_keep_their_distance_or_go_to_the_control(spine: Any) -> None:
    item = {"name": "CTRL", "rig_id": "Rig", "target_joint_ids": ["Chest"], "position": [4, 0, 0], "parent_id": None}
    (made,) = spine("create_rig_controls", items=[item])["items"]
    assert made["space_type"] == "parent"
    assert place(spine, "Chest") == pytest.approx([0, 8, 2])
    (made,) = spine("update_rig_controls", items=[{"ids": ["CTRL"], "space_type": "object"}])["items"]
    assert place(spine, "Chest") == pytest.approx([4, 0, 2])
    spine("update_rig_controls", items=[{"ids": ["CTRL"], "space_type": "parent"}])
    assert place(spine, "Chest") == pytest.approx([0, 8, 2]), "as far as it is at rest"
    spine("update_rig_controls", items=[{"ids": ["CTRL"], "position": [5, 0, 0]}])
    assert place(spine, "Chest") == pytest.approx([1, 8, 2])
    spine("create_rig_controls", items=[{"name": "Other", "rig_id": "Rig", "target_joint_ids": ["Chest"]}])
    assert spine.python("cmds.parentConstraint(cmds.ls(type='parentConstraint')[0], q=True, tl=True)") == [
        "CTRL",
        "Other",
    ]
    spine("delete_rig_controls", ids=["CTRL", "Other"])
    assert spine.python("cmds.ls(type=('parentConstraint', 'controller', 'nurbsCurve'))") == []
    error = spine.fails(
        "invalid_params", "create_rig_controls",
        items=[{"rig_id": "Rig", "parent_id": "Chest", "target_joint_ids": ["Hip"]}],
    )  # fmt: skip
    assert "target_joint_ids" in error.details["path"]


def test_what_an_artist_has_drawn_is_custom_and_stays(spine: Any) -> None:
    spine("create_rig_controls", items=[{"name": "CTRL", "rig_id": "Rig", "shape": "arrow", "size": 2}])
    spine.python("cmds.move(3, 0, 0, 'CTRLShape.cv[1]', relative=True)")
    (told,) = spine("get_rig_controls", ids=["CTRL"])["items"]
    assert told["shape"] == "custom"
    assert "offset_matrix" not in told
    error = spine.fails("conflict", "update_rig_controls", items=[{"ids": ["CTRL"], "size": 4}])
    assert "shape" in error.suggestions[0]
    spine("update_rig_controls", items=[{"ids": ["CTRL"], "display_type": "template"}])
    (told,) = spine("update_rig_controls", items=[{"ids": ["CTRL"], "shape": "cube", "size": 4}])["items"]
    assert (told["shape"], told["size"], told["display_type"]) == ("cube", pytest.approx(4), "template")


def test_controls_for_joints_are_made_by_the_compound(spine: Any) -> None:
    made = spine("create_controls_for_joints", joint_ids=["Hip", "Chest"], control_shape="circle", control_size=2)
    names = [item["name"] for item in spine("get_rig_controls", ids=made["control_ids"])["items"]]
    assert names == ["CTRL_Hip", "CTRL_Chest"]
    spine("update_rig_controls", items=[{"ids": ["CTRL_Hip"], "position": [2, 5, 0]}])
    assert place(spine, "Chest") == pytest.approx([2, 8, 2])
