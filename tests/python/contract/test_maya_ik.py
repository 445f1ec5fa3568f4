"""IK of Maya: handles that are led, and joints that lie along curves."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("maya")


@pytest.fixture
def arm(call: Any) -> str:
    """Three joints, bent at the second, and what they may follow."""
    call("create_rigs", items=[{"name": "Rig"}])
    items = [{"name": "Upper", "rig_id": "Rig"}, {"name": "Lower", "rig_id": "Rig", "parent_id": "Upper"}]
    items.append({"name": "Hand", "rig_id": "Rig", "parent_id": "Lower"})
    for item, place in zip(items, ([0, 5, 0], [4, 0, 0.5], [3, 0, -0.5])):
        item["position"] = place
    call("create_joints", items=items)
    call("create_nodes", items=[{"name": "Goal", "position": [6, 5, 1]}, {"name": "Elbow", "position": [4, 5, 9]}])
    chain = {"name": "Reach", "end_id": "Hand", "start_id": "Upper", "target_id": "Goal", "pole_target_id": "Elbow"}
    return str(call("create_ik_chains", items=[chain])["ids"][0])


def test_what_leads_a_handle_is_moved_and_the_joints_are_told(call: Any, arm: str) -> None:
    given = {"ik_chain_id": arm, "target_position": [5, 4, 2], "target_rotation": {"euler": [0, 0, 90]}}
    (told,) = call("solve_ik", items=[{**given, "pole_vector_position": [1, 2, 3]}])["items"]
    assert call.python("cmds.getAttr('Goal.t')[0]") == pytest.approx([5, 4, 2])
    assert call.python("cmds.getAttr('Goal.rz')") == pytest.approx(90)
    assert call.python("cmds.getAttr('Elbow.t')[0]") == pytest.approx([1, 2, 3])
    ends = call.python("[cmds.xform(one, query=True, ws=True, t=True) for one in ('Hand', 'Reach')]")
    assert told["end_position"] == pytest.approx(ends[0])
    assert told["distance"] == pytest.approx(sum((a - b) ** 2 for a, b in zip(*ends)) ** 0.5)
    names = [call("get_joints", ids=[one["joint_id"]])["items"][0]["name"] for one in told["joints"]]
    assert names == ["Upper", "Lower"]
    assert told["joints"][1]["matrix_world"][3::4] == pytest.approx([4, 5, 0.5, 1])


def test_a_handle_that_nothing_leads_is_moved_itself(call: Any, arm: str) -> None:
    call("update_ik_chains", items=[{"ids": [arm], "target_id": None, "pole_target_id": None}])
    call("solve_ik", items=[{"ik_chain_id": arm, "target_position": [2, 3, 4]}])
    assert call.python("cmds.xform('Reach', query=True, ws=True, t=True)") == pytest.approx([2, 3, 4])
    error = call.fails("invalid_params", "solve_ik", items=[{"ik_chain_id": arm, "pole_vector_position": [0, 0, 1]}])
    assert "pole_vector_position" in error.details["path"]
    (told,) = call("set_ik_influence", items=[{"ik_chain_id": arm, "influence": 0.25}])["items"]
    assert told["influence"] == call.python("cmds.getAttr('Reach.ikBlend')") == 0.25


def test_joints_stretch_until_they_fill_their_curve(call: Any, arm: str) -> None:
    call("delete_ik_chains", ids=[arm])
    points = [{"position": [0, 0, 0]}, {"position": [10, 0, 0]}]
    call("create_curves", items=[{"name": "Rail", "kind": "poly", "control_points": points}])
    item = {"end_joint_id": "Hand", "start_joint_id": "Upper", "curve_id": "Rail"}
    (made,) = call("create_spline_iks", items=[item])["items"]
    rest = (16 + 0.25) ** 0.5 + (9 + 0.25) ** 0.5
    assert call.python("cmds.getAttr('Lower.sx')") == pytest.approx(10 / rest)
    call("update_spline_iks", items=[{"ids": [made["id"]], "forward_axis": "y"}])
    assert call.python("[cmds.getAttr('Lower.s' + axis) for axis in 'xy']") == pytest.approx([1, 10 / rest])
    call("update_spline_iks", items=[{"ids": [made["id"]], "start_joint_id": "Lower"}])
    assert call.python("cmds.getAttr('Upper.sy')") == 1
    call("update_spline_iks", items=[{"ids": [made["id"]], "stretch_enabled": False}])
    assert call.python("cmds.ls(type=('curveInfo', 'multiplyDivide'))") == []
    call.python("cmds.setAttr('Lower.sy', lock=True)")
    call.fails("conflict", "update_spline_iks", items=[{"ids": [made["id"]], "stretch_enabled": True}])
    call.python("cmds.setAttr('Lower.sy', lock=False)")
    call("create_channels", items=[{"node_id": "Lower", "path": "scale.y"}])
    error = call.fails("conflict", "update_spline_iks", items=[{"ids": [made["id"]], "stretch_enabled": True}])
    assert error.details["path"] == "stretch_enabled"
