"""Controls, kept poses and groups of shapes beyond what is generated: what follows what, what is drawn, bad input."""

from __future__ import annotations

from typing import Any

import pytest

#: Upper and lower arm, and where each begins and looks, as Blender says.
HEADS = (
    "import bpy; bpy.context.view_layer.update(); o = bpy.data.objects['Arm']\n"
    "{b.name: [list(o.matrix_world @ b.head), list(b.matrix.to_3x3() @ __import__('mathutils').Vector((0, 1, 0)))] "
    "for b in o.pose.bones}"
)
#: Those that some bone shows: Blender saves no other.
WIDGETS = "import bpy; sorted(o.name for o in bpy.data.objects if o.name.startswith('WGT-') and o.users)"
QUAD = {"vertices": [[0, 0, 0], [4, 0, 0], [4, 2, 0], [0, 2, 0]], "indices": [0, 1, 2, 0, 2, 3]}


@pytest.fixture
def arm(call: Any) -> dict[str, str]:
    """An arm of two joints off the origin, the lower at the tip of the upper."""
    call("create_rigs", items=[{"name": "Arm", "position": [1, 2, 3]}])
    items: list[dict[str, Any]] = [
        {"name": "Upper", "rig_id": "Arm", "position": [0, 0, 1], "orientation": {"euler": [0, 0, 30]}, "length": 2},
        {"name": "Lower", "rig_id": "Arm", "parent_id": "Upper", "position": [0, 2, 0], "length": 1.5},
    ]
    return dict(zip(("Upper", "Lower"), call("create_joints", items=items)["ids"]))


def control(call: Any, **fields: Any) -> dict[str, Any]:
    item = {"name": "Grip", "rig_id": "Arm", "target_joint_ids": ["Lower"], **fields}
    return dict(call("create_rig_controls", items=[item])["items"][0])


def test_a_new_control_lies_on_its_joint_and_takes_it_along(call: Any, arm: dict[str, str]) -> None:
    made = control(call)
    assert made["parent_id"] == arm["Upper"]
    assert (made["shape"], made["space_type"]) == ("cube", "joint")
    assert made["size"] == pytest.approx(1.5), "as long as the joint"
    before = call.python(HEADS)
    assert before["Grip"][0] == pytest.approx(before["Lower"][0], abs=1e-5)
    assert before["Grip"][1] == pytest.approx(before["Lower"][1], abs=1e-5)
    pose = {"rotation": {"euler": [50, 0, 20]}, "pose_position": [0.5, -0.25, 1]}
    call("update_rig_controls", items=[{"ids": [made["id"]], **pose}])
    after = call.python(HEADS)
    assert after["Lower"] != before["Lower"]
    assert after["Lower"][0] == pytest.approx(after["Grip"][0], abs=1e-4)
    assert after["Lower"][1] == pytest.approx(after["Grip"][1], abs=1e-4)
    assert after["Upper"] == before["Upper"]
    call("update_rig_controls", items=[{"ids": [made["id"]], "target_joint_ids": []}])
    assert call.python(HEADS)["Lower"] == before["Lower"], "let go it is where it was"
    (left,) = call("get_rig_controls", ids=[made["id"]])["items"]
    assert left["target_joint_ids"] == []
    assert "space_type" not in left
    error = call.fails("invalid_params", "update_rig_controls", items=[{"ids": [made["id"]], "space_type": "world"}])
    assert error.details["path"] == "space_type"


def test_in_what_joints_follow_is_what_moves_them(call: Any, arm: dict[str, str]) -> None:
    rest = call.python(HEADS)
    # Beside the rig, looking another way, below nothing.
    made = control(call, position=[5, 0, 0], orientation=[0, 0, 0, 1], parent_id=None)
    assert call.python(HEADS)["Lower"][0] == pytest.approx(rest["Lower"][0], abs=1e-4), "at rest it moves nothing"
    for space in ("object", "world"):
        call("update_rig_controls", items=[{"ids": [made["id"]], "space_type": space}])
        told = call.python(HEADS)
        assert told["Lower"][0] == pytest.approx(told["Grip"][0], abs=1e-4), space
    for space in ("parent", "joint"):
        patch = {"space_type": space, "pose_position": [0, 1, 0]}
        call("update_rig_controls", items=[{"ids": [made["id"]], **patch}])
        moved = [now - was for now, was in zip(call.python(HEADS)["Lower"][0], rest["Lower"][0])]
        assert sum(part * part for part in moved) == pytest.approx(1, abs=1e-4), space
    call("update_rig_controls", items=[{"ids": [made["id"]], "target_joint_ids": ["Upper", "Lower"]}])
    (both,) = call("get_rig_controls", ids=[made["id"]])["items"]
    assert (both["target_joint_ids"], both["space_type"]) == ([arm["Upper"], arm["Lower"]], "joint")


def test_a_control_is_a_joint_but_not_every_joint_a_control(call: Any, arm: dict[str, str]) -> None:
    made = control(call)
    (joint,) = call("get_joints", ids=[made["id"]])["items"]
    assert (joint["id"], joint["name"]) == (made["id"], "Grip")
    assert [one["id"] for one in call("list_rig_controls")["items"]] == [made["id"]]
    error = call.fails("not_found", "get_rig_controls", ids=[arm["Upper"]])
    assert "no control" in str(error)
    call("create_keyframes", items=[{"node_id": "Arm", "path": "position.x", "time": 0, "value": 0}])
    assert call("delete_rig_controls", ids=["Grip"])["deleted"] == [made["id"]]
    assert call.python("import bpy; [len(b.constraints) for b in bpy.data.objects['Arm'].pose.bones]") == [0, 0]
    assert call("list_joints")["total"] == 2


def test_shapes_are_shared_and_saved_only_where_a_bone_shows_them(call: Any, arm: dict[str, str]) -> None:
    scene = "import bpy; sorted(o.name for o in bpy.context.scene.objects)"
    items = [{"name": f"C{at}", "rig_id": "Arm", "shape": "circle"} for at in range(3)]
    call("create_rig_controls", items=items)
    assert call.python(WIDGETS) == ["WGT-circle"]
    assert call.python(scene) == ["Arm"], "they clutter no scene"
    call("update_rig_controls", items=[{"ids": ["C0"], "shape": "diamond"}])
    assert call.python(WIDGETS) == ["WGT-circle", "WGT-diamond"]
    call("update_rig_controls", items=[{"ids": ["C1", "C2"], "shape": "diamond"}])
    assert call.python(WIDGETS) == ["WGT-diamond"]
    unshown = "import bpy; bpy.data.objects['WGT-circle'].users"
    assert call.python(unshown) == 0, "taken away and brought back by an undo, bones lose it now and then"
    call.python(
        "import bpy; bpy.data.objects['WGT-diamond'].data.vertices[0].co.x = 9; bpy.context.view_layer.update()"
    )
    told = call("list_rig_controls")["items"]
    assert {one["shape"] for one in told} == {"custom"}, "what the artist has edited is his"
    call("update_rig_controls", items=[{"ids": ["C0"], "shape": "diamond"}])
    assert len(call.python(WIDGETS)) == 2
    call("delete_rig_controls", ids=["C0", "C1", "C2"])
    assert call.python(WIDGETS) == []


def test_all_shapes_are_as_large_as_they_say(call: Any, arm: dict[str, str]) -> None:
    words = ["cube", "sphere", "circle", "square", "arrow", "cross", "pyramid", "diamond"]
    items = [{"name": word, "rig_id": "Arm", "shape": word, "size": 0.75, "length": 2} for word in words]
    made = call("create_rig_controls", items=items)["items"]
    assert [one["shape"] for one in made] == words
    drawn = call.python(
        "import bpy\n"
        "sides = lambda p: [max(v.co[i] for v in p.custom_shape.data.vertices) - "
        "min(v.co[i] for v in p.custom_shape.data.vertices) for i in range(3)]\n"
        "{p.name: [max(sides(p)) * p.custom_shape_scale_xyz[0], len(p.custom_shape.data.edges)] "
        "for p in bpy.data.objects['Arm'].pose.bones if p.custom_shape}"
    )
    assert {word: pytest.approx(0.75, abs=1e-5) for word in words} == {word: side for word, (side, _) in drawn.items()}
    assert all(edges for _, edges in drawn.values())


def test_a_mesh_of_ones_own_keeps_the_size(call: Any, arm: dict[str, str]) -> None:
    call("create_meshes", items=[{"name": "Handle", **QUAD}])
    made = control(call, size=0.5)
    call("update_rig_controls", items=[{"ids": [made["id"]], "custom_mesh_id": "Handle"}])
    (shown,) = call("get_rig_controls", ids=[made["id"]])["items"]
    assert shown["shape"] == "custom"
    assert shown["size"] == pytest.approx(0.5)
    scale = "import bpy; p = bpy.data.objects['Arm'].pose.bones['Grip']; list(p.custom_shape_scale_xyz)"
    assert call.python(scale) == pytest.approx([0.125] * 3), "it is 4 long"
    call.python(
        "import bpy; p = bpy.data.objects['Arm'].pose.bones['Grip']; p.use_custom_shape_bone_size = True\n"
        "p.custom_shape_scale_xyz = (0.5, 1, 0.25); bpy.context.view_layer.update()"
    )
    (shown,) = call("get_rig_controls", ids=[made["id"]])["items"]
    assert shown["size"] == pytest.approx(6), "1.5 long, drawn once as large"
    call("update_rig_controls", items=[{"ids": [made["id"]], "size": 3}])
    assert call.python(scale) == pytest.approx([0.25, 0.5, 0.125]), "its proportions stay"


def test_a_mesh_that_a_control_is_drawn_as_is_not_deleted(call: Any, arm: dict[str, str]) -> None:
    call("create_meshes", items=[{"name": "Handle", **QUAD}, {"name": "Other", **QUAD}])
    control(call, custom_mesh_id="Handle")
    for operation in ("delete_meshes", "delete_nodes"):
        error = call.fails("conflict", operation, ids=["Other", "Handle"])
        assert error.details["control"] == "Arm/Grip"
    assert call("list_meshes")["total"] == 2
    call("update_rig_controls", items=[{"ids": ["Grip"], "shape": "cube"}])
    call("delete_meshes", ids=["Handle"])
    call("update_rig_controls", items=[{"ids": ["Grip"], "custom_mesh_id": "Other"}])
    call("delete_nodes", ids=["Other", "Arm"])
    assert call("list_nodes")["total"] == 0


def test_bad_controls_change_nothing(call: Any, arm: dict[str, str]) -> None:
    call("create_meshes", items=[{"name": "Handle", **QUAD}, {"name": "Dot", "vertices": [[1, 1, 1]], "indices": []}])
    call("create_rigs", items=[{"name": "Leg"}])
    call("create_joints", items=[{"name": "Knee", "rig_id": "Leg"}])
    made = control(call)
    (before,) = call("get_rig_controls", ids=[made["id"]])["items"]
    bones = "import bpy; [b.name for o in ('Arm', 'Leg') for b in bpy.data.objects[o].data.bones]"
    names = call.python(bones)
    for patch, path in (
        ({"target_joint_ids": ["Upper"]}, "target_joint_ids"),
        ({"target_joint_ids": ["Grip"]}, "target_joint_ids"),
        ({"target_joint_ids": ["Knee"]}, "target_joint_ids"),
        ({"custom_mesh_id": "Handle", "shape": "cube"}, "custom_mesh_id"),
        ({"custom_mesh_id": "Dot"}, "size"),
        ({"custom_mesh_id": "Arm"}, ""),
        ({"shape": "custom"}, "custom_mesh_id"),
        ({"offset_matrix": [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1]}, "offset_matrix"),
        ({"offset_matrix": [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]}, "offset_matrix"),
        ({"size": 0}, "size"),
        ({"channel_control": {"tw": True}}, "channel_control"),
    ):
        error = call.fails("invalid_params", "update_rig_controls", items=[{"ids": [made["id"]], **patch}])
        assert path in error.details.get("path", ""), patch
        item = {"name": "Other", "rig_id": "Arm", **patch}
        if path != "target_joint_ids" or "Knee" in str(patch):
            call.fails("invalid_params", "create_rig_controls", items=[item])
    assert call("get_rig_controls", ids=[made["id"]])["items"] == [before]
    assert call.python(bones) == names
    call.fails("not_found", "create_rig_controls", items=[{"rig_id": "Arm", "target_joint_ids": ["Elbow"]}])


def test_channels_are_locked_one_by_one(call: Any, arm: dict[str, str]) -> None:
    locks = (
        "import bpy; p = bpy.data.objects['Arm'].pose.bones['Lower']; [list(p.lock_location), list(p.lock_rotation)]"
    )
    call("update_joints", items=[{"ids": ["Lower"], "channel_control": {"tx": False, "rz": False}}])
    assert call.python(locks) == [[True, False, False], [False, False, True]]
    (joint,) = call("update_joints", items=[{"ids": ["Lower"], "channel_control": {"tx": True}}])["items"]
    assert joint["channel_control"] == {f"{a}{b}": a + b != "rz" for a in "trs" for b in "xyz"}
    assert joint["locked"] is False


def test_colours_of_the_theme_are_read_as_they_show(call: Any, arm: dict[str, str]) -> None:
    call.python(
        "import bpy; o = bpy.data.objects['Arm']; p = o.pose.bones['Lower']\n"
        "if hasattr(p, 'color'): p.bone.color.palette = 'THEME03'\n"
        "else:\n    g = o.pose.bone_groups.new(name='Mine'); g.color_set = 'THEME03'; p.bone_group = g\n"
    )
    theme = "import bpy; list(bpy.context.preferences.themes[0].bone_color_sets[2].normal)"
    drawn = [((part + 0.055) / 1.055) ** 2.4 if part > 0.04045 else part / 12.92 for part in call.python(theme)]
    (joint,) = call("get_joints", ids=["Lower"])["items"]
    assert joint["color"] == pytest.approx([*drawn, 1], abs=1e-3)
    call("update_joints", items=[{"ids": ["Upper", "Lower"], "color": "#ff8000"}])
    (upper, lower) = call("get_joints", ids=["Upper", "Lower"])["items"]
    assert upper["color"] == lower["color"] == pytest.approx([1, 0.2159, 0, 1], abs=1e-3)
    (joint,) = call("update_joints", items=[{"ids": ["Lower"], "color": None}])["items"]
    assert joint["color"] is None


def test_one_edit_per_rig_and_call(call: Any, arm: dict[str, str]) -> None:
    count = "import scenewire.adapters.blender.rest as rest\n"
    call.python(
        f"{count}rest.counted, rest.kept = 0, rest.editing\n"
        "def editing(rig):\n    rest.counted += 1\n    return rest.kept(rig)\nrest.editing = editing"
    )
    try:
        items = [{"ids": ["Upper"], "length": 3}, {"ids": ["Lower"], "position": [0, 3, 0], "parent_id": None}]
        (upper, lower) = call("update_joints", items=items)["items"]
        assert call.python(f"{count}rest.counted") == 1
        assert (upper["length"], lower["parent_id"]) == (pytest.approx(3), None)
        assert lower["position"] == pytest.approx([0, 3, 0], abs=1e-5)
        renamed = [{"ids": ["Upper"], "name": "Arm 1"}, {"ids": ["Lower"], "parent_id": "Arm 1", "length": 2}]
        (_, lower) = call("update_joints", items=renamed)["items"]
        assert lower["parent_id"] == arm["Upper"], "patches are done in their order"
    finally:
        call.python(f"{count}rest.editing = rest.kept")


def test_a_kept_pose_brings_the_joints_back(call: Any, arm: dict[str, str]) -> None:
    call("update_joints", items=[{"ids": ["Lower"], "rotation": {"euler": [40, 0, 0]}, "scale": [1, 2, 1]}])
    posed = call.python(HEADS)
    (kept,) = call("create_bind_poses", items=[{"name": "Bent", "rig_id": "Arm"}])["items"]
    assert kept["active"] is True
    assert kept["joint_ids"] == [arm["Upper"], arm["Lower"]]
    rest = next(one for one in call("list_bind_poses", parent_id="Arm")["items"] if one["is_default"])
    assert (rest["name"], rest["is_bind_pose"], rest["active"]) == ("Rest", True, False)
    call("update_bind_poses", items=[{"ids": [rest["id"]], "active": True}])
    straight = call.python(HEADS)
    assert straight["Lower"] != posed["Lower"]
    call("update_bind_poses", items=[{"ids": [kept["id"]], "active": True}])
    assert call.python(HEADS)["Lower"][1] == pytest.approx(posed["Lower"][1], abs=1e-4)
    call("update_bind_poses", items=[{"ids": [kept["id"]], "active": False}])
    assert call.python(HEADS)["Lower"] == straight["Lower"]
    assert call.python("import bpy; a = bpy.data.actions['Bent']; [a.asset_data is not None, a.use_fake_user]") == [
        True,
        True,
    ]


def test_transforms_are_where_the_joints_are_in_their_rig(call: Any, arm: dict[str, str]) -> None:
    for mode in ("QUATERNION", "XYZ", "ZYX", "AXIS_ANGLE"):
        call.python(f"import bpy; bpy.data.objects['Arm'].pose.bones['Lower'].rotation_mode = '{mode}'")
        matrix = [0, 0, 1, 4, 1, 0, 0, -2, 0, 1, 0, 1, 0, 0, 0, 1]
        item = {"name": mode, "rig_id": "Arm", "active": True, "transforms": [{"joint_id": "Lower", "matrix": matrix}]}
        (pose,) = call("create_bind_poses", items=[item])["items"]
        told = (
            "import bpy; bpy.context.view_layer.update()\n"
            "[n for r in bpy.data.objects['Arm'].pose.bones['Lower'].matrix for n in r]"
        )
        assert call.python(told) == pytest.approx(matrix, abs=1e-4), mode
        (read,) = call("get_bind_poses", ids=[pose["id"]], fields=["transforms", "joint_ids"])["items"]
        assert read["transforms"][0]["matrix"] == pytest.approx(matrix, abs=1e-4)
        assert read["joint_ids"] == [arm["Lower"]], "the other joint is not part of it"


def test_poses_outlive_what_becomes_of_joints(call: Any, arm: dict[str, str]) -> None:
    call("create_joints", items=[{"name": "Thumb", "rig_id": "Arm", "parent_id": "Lower"}])
    call("update_joints", items=[{"ids": ["Lower"], "pose_position": [0, 0, 2]}])
    (kept,) = call("create_bind_poses", items=[{"name": "Bent", "rig_id": "Arm"}])["ids"]
    call("update_joints", items=[{"ids": ["Lower"], "name": 'Fore "arm"'}])
    (pose,) = call("get_bind_poses", ids=[kept])["items"]
    assert pose["joint_ids"][:2] == [arm["Upper"], arm["Lower"]]
    call("delete_joints", ids=["Thumb"])
    (pose,) = call("get_bind_poses", ids=[kept])["items"]
    assert pose["joint_ids"] == [arm["Upper"], arm["Lower"]]
    call("update_joints", items=[{"ids": [arm["Lower"]], "pose_position": [0, 0, 0]}])
    call("update_bind_poses", items=[{"ids": [kept], "active": True}])
    (joint,) = call("get_joints", ids=[arm["Lower"]])["items"]
    assert joint["pose_position"] == pytest.approx([0, 0, 2])


def test_bad_poses_change_nothing(call: Any, arm: dict[str, str]) -> None:
    call("create_rigs", items=[{"name": "Bare"}])
    rest = call("list_bind_poses", parent_id="Arm")["items"][0]["id"]
    sheared = [1, 0.5, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    one = {"joint_id": "Lower", "matrix": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]}
    before = call.python("import bpy; len(bpy.data.actions)")
    for transforms in ([], [one, one], [{**one, "matrix": sheared}], [{**one, "matrix": [1, 2]}]):
        item = {"rig_id": "Arm", "transforms": transforms}
        call.fails("invalid_params", "create_bind_poses", items=[item])
    call.fails("invalid_params", "create_bind_poses", items=[{"rig_id": "Bare"}])
    for patch in ({"name": "Mine"}, {"transforms": [one]}, {"metadata": {"a": 1}}, {"active": False}):
        call.fails("conflict", "update_bind_poses", items=[{"ids": [rest], **patch}])
    call.fails("conflict", "delete_bind_poses", ids=[rest])
    assert call.python("import bpy; len(bpy.data.actions)") == before
    # An action that is no asset, or of bones that the rig has not, is no pose of it.
    call.python(
        "import bpy; a = bpy.data.actions.new('Walk'); b = bpy.data.actions.new('Bird'); b.asset_mark()\n"
        "import scenewire.adapters.blender.actions as x\n"
        "for one, bone in ((a, 'Lower'), (b, 'Wing')):\n"
        "    x.own_curves(one, 'Arm').new(f'pose.bones[\"{bone}\"].location', index=0).keyframe_points.insert(1, 2)\n"
    )
    assert [one["name"] for one in call("list_bind_poses", parent_id="Arm")["items"]] == ["Rest"]


def test_a_group_makes_its_shapes_and_takes_them_away(call: Any) -> None:
    call("create_meshes", items=[{"name": "Face", **QUAD}])
    weights = {"Smile": 0.25, "Basis": 1}
    (made,) = call("create_blend_shape_groups", items=[{"mesh_id": "Face", "target_weights": weights}])["items"]
    told = "import bpy; k = bpy.data.objects['Face'].data.shape_keys; {b.name: b.value for b in k.key_blocks[1:]}"
    assert call.python(told) == weights == made["target_weights"]
    shapes = call("get_blend_shapes", ids=made["blend_shape_ids"])["items"]
    assert [one["name"] for one in shapes] == ["Smile", "Basis"]
    call("create_blend_shapes", items=[{"name": "Frown", "mesh_id": "Face"}])
    (group,) = call("update_blend_shape_groups", items=[{"ids": [made["id"]], "target_weights": {"Frown": 0.5}}])[
        "items"
    ]
    assert group["target_weights"] == {**weights, "Frown": 0.5}
    error = call.fails(
        "invalid_params",
        "update_blend_shape_groups",
        items=[{"ids": [made["id"]], "target_weights": {"Smile": 0, "Smyle": 1}}],
    )
    assert error.suggestions[0] == "Smile"
    assert call.python(told)["Smile"] == 0.25, "nothing of a bad patch is done"
    call.fails(
        "invalid_params", "update_blend_shape_groups", items=[{"ids": [made["id"]], "target_weights": {"Smile": 2}}]
    )
    error = call.fails("conflict", "create_blend_shape_groups", items=[{"mesh_id": "Face"}])
    assert error.details["id"] == made["id"]
    call("update_blend_shape_groups", items=[{"ids": [made["id"]], "is_inbetween": True}])
    assert call.python("import bpy; bpy.data.objects['Face'].data.shape_keys.use_relative") is False
    assert call("delete_blend_shape_groups", ids=[made["id"]])["deleted"] == [made["id"]]
    assert call.python("import bpy; bpy.data.objects['Face'].data.shape_keys") is None
    assert call("list_blend_shapes")["total"] == 0
