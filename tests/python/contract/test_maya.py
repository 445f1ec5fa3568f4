"""What is Maya's alone: its names, locks, namespaces, references, units, its undo queue and its files."""

from __future__ import annotations

from typing import Any

import pytest

from .shapes import TRIANGLE

pytestmark = pytest.mark.apps("maya")


# Names


def test_a_name_that_maya_cannot_keep_becomes_the_nearest_and_still_leads_there(call: Any) -> None:
    (item,) = call("create_nodes", items=[{"name": "Tür 2.5"}])["items"]
    assert item["name"] == "Tur_2_5"
    assert call("get_nodes", ids=["Tür 2.5"])["items"][0]["id"] == item["id"]
    assert call.python("cmds.objExists('Tur_2_5')") is True


def test_equal_names_below_other_nodes_are_told_with_full_paths(call: Any) -> None:
    items = [{"name": "left"}, {"name": "right"}, {"name": "arm", "parent_id": "left"}]
    call("create_nodes", items=[*items, {"name": "arm", "parent_id": "right"}])
    error = call.fails("ambiguous_name", "get_nodes", ids=["arm"])
    assert [one["path"] for one in error.details["candidates"]] == ["|left|arm", "|right|arm"]
    assert "|left|arm" in str(error)
    (item,) = call("get_nodes", ids=["|right|arm"])["items"]
    assert item["id"] == error.suggestions[1]


def test_names_in_namespaces_are_whole_names(call: Any) -> None:
    call.python("cmds.namespace(add='hero')")
    (made,) = call("create_nodes", items=[{"name": "hero:hand"}])["ids"]
    assert call.python("cmds.ls('hero:hand')") == ["hero:hand"]
    assert call("get_nodes", ids=["hero:hand"])["items"][0]["name"] == "hero:hand"
    call("update_nodes", items=[{"ids": [made], "name": "foot"}])
    assert call.python("cmds.ls('foot')") == ["foot"]
    error = call.fails("invalid_params", "create_nodes", items=[{"name": "nobody:hand"}])
    assert "hero" in error.suggestions
    assert error.details["path"].endswith("name")


def test_an_id_is_maya_s_own_and_leads_to_the_node_after_the_file_is_opened_again(call: Any) -> None:
    (made,) = call("create_nodes", items=[{"name": "Kept"}])["ids"]
    assert made == "node_" + call.python("cmds.ls('Kept', uuid=True)[0]")
    path = call.host.inside(call.host.home / "kept.ma")
    call("save_file", path=path)
    call("new_file")
    call.fails("stale_id", "get_nodes", ids=[made])
    call("open_file", path=path)
    assert call("get_nodes", ids=[made])["items"][0]["name"] == "Kept"


# What cannot be written


def test_locked_nodes_and_attributes_are_refused_with_what_unlocks_them(call: Any) -> None:
    call("create_nodes", items=[{"name": "Held"}, {"name": "Free"}])
    call.python("cmds.setAttr('Held.translateY', lock=True)")
    error = call.fails("conflict", "update_nodes", items=[{"ids": ["Held"], "position": [1, 2, 3]}])
    assert "translateY" in str(error)
    assert "lock=False" in error.suggestions[0]
    assert call.python("cmds.getAttr('Held.translate')[0]") == [0, 0, 0]
    call.python("cmds.lockNode('Free', lock=True)")
    error = call.fails("conflict", "update_nodes", items=[{"ids": ["Free"], "visible": False}])
    assert "lockNode" in error.suggestions[0]


def test_what_something_else_says_is_not_written_beside_it(call: Any) -> None:
    call("create_nodes", items=[{"name": "Follower"}, {"name": "Leader"}])
    call.python("cmds.connectAttr('Leader.translateX', 'Follower.translateX')")
    error = call.fails("conflict", "update_nodes", items=[{"ids": ["Follower"], "position": [5, 0, 0]}])
    assert error.details["driver"] == "Leader.translateX"


def test_attributes_that_maya_computes_are_only_read(call: Any) -> None:
    call("create_nodes", items=[{"name": "Seen"}])
    path = {"id": "Seen", "property_path": "parentMatrix"}
    assert len(call("get_property", items=[{**path, "property_path": "worldMatrix[0]"}])["items"][0]["value"]) == 16
    call.fails("not_supported", "set_property", items=[{**path, "property_path": "worldMatrix[0]", "value": 1}])
    error = call.fails("not_found", "get_property", items=[{**path, "property_path": "rotateOrdre"}])
    assert "rotateOrder" in error.suggestions


def test_meshes_that_history_computes_keep_their_faces(call: Any) -> None:
    call.python("cmds.polyCube(name='Box')")
    error = call.fails("conflict", "update_meshes", items=[{"ids": ["Box"], **TRIANGLE}])
    assert "polyCube" in str(error)
    assert "constructionHistory" in error.suggestions[0]
    call.python("cmds.delete('Box', constructionHistory=True)")
    (item,) = call("update_meshes", items=[{"ids": ["Box"], **TRIANGLE}])["items"]
    assert item["face_count"] == 1


# Units


def test_calls_speak_centimetres_and_degrees_whatever_the_artist_works_in(call: Any) -> None:
    call.python("cmds.currentUnit(linear='m', angle='rad')")
    (item,) = call("create_nodes", items=[{"name": "Far", "position": [250, 0, 0]}])["items"]
    assert item["position"] == [250, 0, 0]
    assert call.python("cmds.getAttr('Far.translateX')") == pytest.approx(2.5)
    assert call.python("[cmds.currentUnit(query=True, linear=True), cmds.currentUnit(query=True, angle=True)]") == [
        "m",
        "rad",
    ]
    call("undo")
    assert call.python("cmds.currentUnit(query=True, linear=True)") == "m", "the unit is no step of ours"


# Undo


def test_a_call_is_one_step_and_a_failed_one_is_none(call: Any) -> None:
    call.python("cmds.createNode('transform', name='Artists')")
    call("create_nodes", items=[{"name": "One"}, {"name": "Two", "parent_id": "One"}])
    call.fails("not_found", "create_nodes", items=[{"name": "Three"}, {"name": "Four", "parent_id": "nobody"}])
    call.fails("not_found", "delete_nodes", ids=["nobody"])
    assert sorted(item["name"] for item in call("list_nodes")["items"]) == ["Artists", "One", "Two"]
    undone = call("undo")
    assert undone["undone"] == 1
    assert [item["name"] for item in call("list_nodes")["items"]] == ["Artists"]


def test_meshes_through_openmaya_are_undone_and_redone_with_the_rest(call: Any) -> None:
    (made,) = call("create_meshes", items=[{"name": "Sail", **TRIANGLE}])["ids"]
    call("update_meshes", items=[{"ids": [made], "vertices": [[0, 0, 0], [4, 0, 0], [0, 4, 0]]}])
    corner = "cmds.xform('SailShape.vtx[1]', query=True, objectSpace=True, translation=True)"
    assert call.python(corner) == [4, 0, 0]
    call("undo")
    before = call("get_meshes", ids=[made], fields=["vertices"])["items"][0]["vertices"]
    assert [float(n) for n in before[1]] == [float(n) for n in TRIANGLE["vertices"][1]]
    call("redo")
    after = call("get_meshes", ids=[made], fields=["vertices"])["items"][0]["vertices"]
    assert [float(n) for n in after[1]] == [4, 0, 0]


def test_a_maya_without_undo_is_told_how_to_switch_it_on(call: Any) -> None:
    call.python("cmds.undoInfo(state=False)")
    (item,) = call("create_nodes", items=[{"name": "Batch"}])["items"]
    assert call.python("cmds.undoInfo(query=True, state=True)") is True, "without a window it is switched on"
    assert item["name"] == "Batch"


# Files


def test_files_keep_what_was_not_saved_and_open_no_dialog(call: Any) -> None:
    call("create_nodes", items=[{"name": "Unsaved"}])
    kept = call("new_file")["unsaved_changes_kept_in"]
    assert kept.endswith(".ma")
    assert call("list_nodes")["total"] == 0
    call("open_file", path=kept)
    assert [item["name"] for item in call("list_nodes")["items"]] == ["Unsaved"]
    error = call.fails("invalid_params", "save_file", path=call.host.inside(call.host.home / "scene.blend"))
    assert error.suggestions[0].endswith("scene.ma")


def test_a_copy_leaves_the_open_file_as_it_is(call: Any) -> None:
    call("create_nodes", items=[{"name": "Here"}])
    first, second = (call.host.inside(call.host.home / name) for name in ("first.ma", "second.ma"))
    call("save_file", path=first)
    call("create_nodes", items=[{"name": "There"}])
    call("save_file", path=second, copy=True)
    scene = call("get_scene", fields=["file", "modified"])
    assert (scene["file"], scene["modified"]) == (first, True)


# Materials


def test_faces_wear_different_materials_and_no_slot_is_empty(call: Any) -> None:
    call("create_materials", items=[{"name": "Red"}, {"name": "Blue"}])
    quad = {"vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "indices": [0, 1, 2, 0, 2, 3]}
    item = {"name": "Flag", **quad, "material_ids": ["Red", "Blue"]}
    error = call.fails("not_supported", "create_meshes", items=[item])
    assert "face_materials" in error.suggestions[0]
    (made,) = call("create_meshes", items=[{**item, "face_materials": [0, 1]}])["items"]
    names = [call("get_materials", ids=[one])["items"][0]["name"] for one in made["material_ids"]]
    assert sorted(names) == ["Blue", "Red"]
    assert call.python("cmds.sets('BlueSG', query=True)") == ["Flag.f[1]"]
    call("delete_materials", ids=["Red"])
    assert call.python("cmds.sets('initialShadingGroup', query=True)") == ["Flag.f[0]"]


# Constraints


def constrained(call: Any, kind: str, **more: Any) -> dict[str, Any]:
    items = [{"name": "Lead", "position": [5, 0, -2]}, {"name": "Box", "position": [1, 2, 3], "scale": [2, 2, 2]}]
    call("create_nodes", items=items)
    item = {"type": kind, "source_id": "Box", "target_id": "Lead", **more}
    (made,) = call("create_constraints", items=[item])["items"]
    return dict(made)


def place(call: Any) -> list[float]:
    return list(call("get_nodes", ids=["Box"], fields=["matrix_world"])["items"][0]["matrix_world"][3::4][:3])


def test_a_constraint_stays_where_it_is_or_goes_to_its_target(call: Any) -> None:
    made = constrained(call, "point")
    assert (made["name"], made["maintain_offset"]) == ("Box_pointConstraint1", True)
    assert place(call) == pytest.approx([1, 2, 3])
    call("update_constraints", items=[{"ids": [made["id"]], "maintain_offset": False}])
    assert place(call) == pytest.approx([5, 0, -2])
    call("update_constraints", items=[{"ids": [made["id"]], "skip_translation": ["y"]}])
    assert place(call) == pytest.approx([5, 2, -2])
    call("update_constraints", items=[{"ids": [made["id"]], "skip_translation": [], "maintain_offset": True}])
    assert place(call) == pytest.approx([1, 2, 3])
    assert call("get_selection")["ids"] == []


def test_a_constraint_gets_another_target_and_keeps_its_id(call: Any) -> None:
    made = constrained(call, "parent", maintain_offset=False, skip_translation=["x"])
    call("create_nodes", items=[{"name": "Other", "position": [7, 8, 9]}])
    (now,) = call("update_constraints", items=[{"ids": [made["id"]], "target_id": "Other"}])["items"]
    assert (now["id"], now["skip_translation"]) == (made["id"], ["x"])
    assert call("get_nodes", ids=[now["target_id"]])["items"][0]["name"] == "Other"
    assert place(call) == pytest.approx([1, 8, 9])
    error = call.fails("not_supported", "update_constraints", items=[{"ids": [made["id"]], "target_id": None}])
    assert error.details["path"].endswith("target_id")


def test_what_looks_at_a_target_looks_along_its_own_minus_z(call: Any) -> None:
    constrained(call, "look_at")
    whole = call("get_nodes", ids=["Box"], fields=["matrix_world"])["items"][0]["matrix_world"]
    far = (4**2 + 2**2 + 5**2) ** 0.5
    assert [-whole[row + 2] / 2 for row in (0, 4, 8)] == pytest.approx([4 / far, -2 / far, -5 / far])


def test_a_second_constraint_of_a_type_is_refused_with_the_first(call: Any) -> None:
    made = constrained(call, "point")
    call("create_nodes", items=[{"name": "Other"}])
    again = {"type": "point", "source_id": "Box", "target_id": "Other"}
    error = call.fails("conflict", "create_constraints", items=[again])
    assert error.details["id"] == made["id"]
    error = call.fails("conflict", "create_constraints", items=[{**again, "type": "parent"}])
    assert "Maya does not constrain `Box`" in str(error)


def test_a_pole_belongs_to_an_ik_handle(call: Any) -> None:
    call("create_nodes", items=[{"name": "Knee", "position": [0, 0, 5]}, {"name": "Foot"}])
    pole = {"type": "pole", "source_id": "Foot", "target_id": "Knee"}
    assert "IK handle" in str(call.fails("invalid_params", "create_constraints", items=[pole]))
    joints = "[cmds.joint(position=at) for at in ((0, 0, 0), (0, 4, 1), (0, 8, 0))]"
    handle = call.python(f"cmds.select(clear=True)\njoints = {joints}\ncmds.ikHandle(sj=joints[0], ee=joints[2])[0]")
    (made,) = call("create_constraints", items=[{**pole, "source_id": handle}])["items"]
    assert call("list_constraints", parent_id=handle)["items"][0]["id"] == made["id"]
    assert call.python(f"cmds.getAttr('{handle}.poleVector')[0]") == [0, 0, 5]


# Skeletons


def test_joints_of_artists_have_the_group_or_the_topmost_joint_for_a_rig(call: Any) -> None:
    group = "cmds.group(empty=True, name='Hero')\ncmds.joint(name='Hips')\ncmds.joint(name='Spine', position=(0, 3, 0))"
    call.python(f"{group}\ncmds.select(clear=True)\ncmds.joint(name='Prop')\ncmds.joint(name='Lid')\n1")
    found = {item["name"]: item for item in call("list_rigs")["items"]}
    assert sorted(found) == ["Hero", "Prop"]
    assert {item["type"] for item in found.values()} == {"armature"}
    joints = {item["id"]: item["name"] for item in call("list_joints")["items"]}
    told = {name: [joints[one] for one in item["joint_ids"]] for name, item in found.items()}
    assert told == {"Hero": ["Hips", "Spine"], "Prop": ["Prop", "Lid"]}
    error = call.fails("not_supported", "update_joints", items=[{"ids": ["Lid"], "parent_id": None}])
    assert error.details["rig"] == "|Prop"


def test_a_joint_that_goes_leaves_those_below_it_where_they_rest(call: Any) -> None:
    call("create_rigs", items=[{"name": "Arm", "position": [7, 0, 0]}])
    turn = {"orientation": {"euler": [0, 0, 90]}}
    items = [{"name": "Upper"}, {"name": "Lower", "parent_id": "Upper"}, {"name": "Hand", "parent_id": "Lower"}]
    call("create_joints", items=[{"rig_id": "Arm", "position": [0, 2, 0], **turn, **item} for item in items])
    call("update_joints", items=[{"ids": ["Lower"], "rotation": {"euler": [0, 40, 0]}}])
    call("delete_joints", ids=["Lower"])
    (hand,) = call("get_joints", ids=["Hand"])["items"]
    # Two above the joint that was turned by 90 degrees twice over, in the axes of the first.
    assert hand["position"] == pytest.approx([-2, 2, 0])
    assert hand["orientation"] == pytest.approx([0, 0, 1, 0], abs=1e-6)
    assert call.python("cmds.listConnections('Hand.inverseScale')") == ["Upper"]
    # A joint is a node, under either of its ids.
    (node,) = call("get_nodes", ids=[hand["id"]])["items"]
    assert call("get_joints", ids=[node["id"]])["items"][0]["name"] == node["name"] == "Hand"


def test_an_ik_handle_bends_what_is_above_its_end_and_follows_a_target(call: Any) -> None:
    call("create_rigs", items=[{"name": "Leg"}])
    items = [{"name": "Thigh"}, {"name": "Shin", "parent_id": "Thigh"}, {"name": "Ankle", "parent_id": "Shin"}]
    call("create_joints", items=[{"rig_id": "Leg", "position": [0.5, -3, 0], **item} for item in items])
    call("create_nodes", items=[{"name": "Foot", "position": [1, -8, 2]}, {"name": "Ahead", "position": [0, 0, 9]}])
    item = {"name": "Reach", "end_id": "Ankle", "target_id": "Foot", "pole_target_id": "Ahead"}
    (made,) = call("create_ik_chains", items=[item])["items"]
    named = {one["id"]: one["name"] for one in call("list_joints")["items"]}
    assert (named[made["start_id"]], made["count"]) == ("Thigh", 2)
    assert call.python("cmds.xform('Reach', query=True, worldSpace=True, translation=True)") == pytest.approx(
        [1, -8, 2]
    )
    assert call("list_ik_chains", parent_id="Leg")["total"] == 1
    (freed,) = call("update_ik_chains", items=[{"ids": [made["id"]], "target_id": None, "start_id": "Shin"}])["items"]
    assert (freed["target_id"], freed["count"]) == (None, 1)
    error = call.fails("invalid_params", "update_ik_chains", items=[{"ids": [made["id"]], "target_id": "Shin"}])
    assert "bends" in str(error)
    error = call.fails("invalid_params", "create_ik_chains", items=[{"end_id": "Thigh"}])
    assert error.details["path"].endswith("end_id")
    call("delete_ik_chains", ids=["Reach"])
    assert call.python("cmds.ls(type=('ikHandle', 'ikEffector', 'constraint'))") == []
