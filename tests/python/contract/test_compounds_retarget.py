"""What `retarget_clip` does, as `bpy` sees it: how the bones of both rigs are turned from their rests at each frame."""

from __future__ import annotations

from typing import Any

import pytest

from .compounds import Scene, picture, show_joints

#: Which bone of the hero is which of the walker, and where it stands in a rig with Y up, in metres.
HERO: dict[str, tuple[str, str | None, list[float]]] = {
    "pelvis": ("Hips", None, [0, 2, 0]),
    "spine_01": ("Spine2", "pelvis", [0, 2.2, 0]),
    "head": ("Head", "spine_01", [0, 3, 0]),
    "upperarm_l": ("UpperArm_L", "spine_01", [0.4, 2.8, 0]),
    "lowerarm_l": ("LowerArm_L", "upperarm_l", [0.8, 2.8, 0]),
    "hand_l": ("Hand_L", "lowerarm_l", [1.3, 2.8, 0]),
    "thigh_l": ("UpperLeg_L", "pelvis", [0.2, 1.9, 0]),
    "calf_l": ("LowerLeg_L", "thigh_l", [0.2, 1, 0.02]),
    "foot_l": ("Foot_L", "calf_l", [0.2, 0.1, 0]),
    "thigh_r": ("UpperLeg_R", "pelvis", [-0.2, 1.9, 0]),
    "calf_r": ("LowerLeg_R", "thigh_r", [-0.2, 1, 0.02]),
    "foot_r": ("Foot_R", "calf_r", [-0.2, 0.1, 0]),
}

# How the bones of a rig are turned from their rests in the world, and how far they went, at frames.
TURNED = """
import bpy, math
rig, found = bpy.data.objects[{rig!r}], []
world = rig.matrix_world.to_quaternion()
for frame in {frames}:
    bpy.context.scene.frame_set(math.floor(frame), subframe=frame - math.floor(frame))
    now = {{}}
    for bone in rig.pose.bones:
        rest = bone.bone.matrix_local
        turn = world @ bone.matrix.to_quaternion() @ rest.to_quaternion().inverted() @ world.inverted()
        turn = -turn if turn.w < 0 else turn
        way = world @ (bone.matrix.translation - rest.translation)
        now[bone.name] = [*turn, *way]
    found.append(now)
found
"""


def turned(call: Any, rig: str, frames: list[float]) -> list[dict[str, list[float]]]:
    """Of each bone: turn from its rest [w, x, y, z] and way from it, in the world, at frames."""
    return list(call.python(TURNED.format(rig=rig, frames=frames)))


def hero(call: Any) -> str:
    """The id of a rig with Y up, all of whose joints lie along it, its legs twice as long: nothing as in the walker."""
    rig = {"name": "Hero", "position": [2, 0, 0], "rotation": {"euler": [90, 0, 0]}}
    (made,) = call("create_rigs", items=[rig])["ids"]
    items = []
    for name, (_, parent, place) in HERO.items():
        above = HERO[parent][2] if parent else [0, 0, 0]
        local = [here - there for here, there in zip(place, above)]
        items.append({"name": name, "rig_id": made, "parent_id": parent, "position": local, "length": 0.2})
    call("create_joints", items=items)
    return made


def keys(joint: str, path: str, *values: float) -> dict[str, Any]:
    """A channel of a joint with keyframes half a second apart."""
    frames = [{"time": at / 2, "value": value} for at, value in enumerate(values)]
    return {"node_id": joint, "path": path, "keyframes": frames, "interpolation": "linear"}


def walk(call: Any) -> dict[str, Any]:
    """A walker who swings an arm and a leg, bows and goes; a hero beside him who shall do so, too."""
    # By ids: there may be another skeleton.
    ids = call("create_biped_skeleton", name="Walker", arm_pose="t", fingers=False)["joints"]
    call("update_joints", items=[{"ids": [ids["UpperArm_L"], ids["UpperLeg_L"]], "rotation_mode": "xyz"}])
    other = hero(call)
    channels = [
        keys(ids["Hips"], "position.x", 0, 0.1, 0.2),
        keys(ids["Hips"], "position.z", 0, -0.2, 0),
        keys(ids["Hips"], "quaternion.w", 1, 0.98, 1),
        keys(ids["Hips"], "quaternion.y", 0, 0.2, 0),
        keys(ids["Spine1"], "quaternion.w", 1, 0.97, 1),
        keys(ids["Spine1"], "quaternion.x", 0, 0.25, 0),
        keys(ids["UpperArm_L"], "rotation.x", 0, 50, -20),
        keys(ids["UpperArm_L"], "rotation.z", 0, 30, 0),
        keys(ids["LowerArm_L"], "quaternion.w", 1, 0.8, 1),
        keys(ids["LowerArm_L"], "quaternion.z", 0, -0.6, 0),
        keys(ids["UpperLeg_L"], "rotation.x", 0, -40, 30),
        keys(ids["LowerLeg_L"], "quaternion.w", 1, 0.9, 1),
        keys(ids["LowerLeg_L"], "quaternion.x", 0, 0.4, 0),
        keys(ids["Toe_L"], "quaternion.z", 0, 0.1, 0),
    ]
    clip = call("create_animation", name="Walk", channels=channels)["clip_id"]
    return {"clip_id": clip, "target_rig_id": other}


# From where to where the limbs of the hero go, whose joints all point up.
LIMBS = """
import bpy
bpy.context.view_layer.update()
rig = bpy.data.objects['Hero']
[[list(rig.matrix_world @ b.parent.head), list(rig.matrix_world @ b.head)] for b in rig.pose.bones if b.parent]
"""


def show_limbs(call: Any) -> None:
    """Draws them."""
    points = [[{"position": place} for place in ends] for ends in call.python(LIMBS)]
    items = [{"name": f"Limb {at}", "degree": 1, "control_points": ends} for at, ends in enumerate(points)]
    call("create_curves", items=items)
    call.python("import bpy; [setattr(c, 'bevel_depth', 0.04) for c in bpy.data.curves]")


SCENES: dict[str, Scene] = {"retarget_clip": walk}


def test_another_rig_moves_alike_whatever_its_axes_and_proportions(call: Any) -> None:
    made = call("retarget_clip", **walk(call))
    pairs = {pair["target_name"]: pair["source_name"] for pair in made["mapping"]}
    spine = {"spine_01": pairs["spine_01"]}
    assert pairs == {name: source for name, (source, _, _) in HERO.items()} | spine
    assert spine["spine_01"].startswith("Spine"), "its last one, which carries the bend of all"
    assert [made["unmatched"], made["left_out"], made["start_time"], made["duration"]] == [["Toe_L"], [], 0, 1]
    rest = "import bpy; [bpy.data.objects['Walker'].data.bones[n].head_local.z for n in ('Hips', 'Foot_L')]"
    hips, foot = call.python(rest)
    assert made["translation_scale"] == pytest.approx(1.9 / (hips - foot), rel=1e-4)
    frames = [0, 5, 12, 17.5, 24]
    for frame, theirs, ours in zip(frames, turned(call, "Walker", frames), turned(call, "Hero", frames)):
        for name, source in pairs.items():
            assert ours[name][:4] == pytest.approx(theirs[source][:4], abs=2e-3), f"{name} at {frame}"
        way = [part * made["translation_scale"] for part in theirs["Hips"][4:]]
        assert ours["pelvis"][4:] == pytest.approx(way, abs=2e-3), frame
    assert call.python("import bpy; bpy.data.objects['Walker'].animation_data.action.name") == "Walk"
    call.python("import bpy; bpy.context.scene.frame_set(12)")
    show_joints(call, "Walker", [1, -10, 1.8], [1, 0, 1.5])
    show_joints(call, "Hero", [1, -10, 1.8], [1, 0, 1.5])
    show_limbs(call)
    picture(call, "retarget_clip", frame=12)


def test_at_keyframes_alone_it_is_as_easy_to_edit_as_it_was(call: Any) -> None:
    arguments = {**walk(call), "sample": "keyframes", "name": "Hero's walk", "translation_scale": 1}
    made = call("retarget_clip", **arguments)
    assert made["keyframe_count"] == 3 * made["channel_count"]
    action = "import bpy; a = bpy.data.objects['Hero'].animation_data.action; [a.name, *a.frame_range]"
    assert call.python(action) == ["Hero's walk", 0, 24]
    (theirs,), (ours,) = (turned(call, rig, [12]) for rig in ("Walker", "Hero"))
    assert ours["lowerarm_l"][:4] == pytest.approx(theirs["LowerArm_L"][:4], abs=1e-3)
    assert ours["pelvis"][4:] == pytest.approx(theirs["Hips"][4:], abs=1e-3)


def test_joints_that_turn_by_euler_angles_go_on_doing_so(call: Any) -> None:
    arguments = walk(call)
    modes = [{"ids": ["upperarm_l"], "rotation_mode": "yzx"}, {"ids": ["thigh_l"], "rotation_mode": "axis_angle"}]
    call("update_joints", items=modes)
    call("retarget_clip", **arguments)
    modes = (
        "import bpy; b = bpy.data.objects['Hero'].pose.bones; [b[n].rotation_mode for n in ('upperarm_l', 'thigh_l')]"
    )
    assert call.python(modes) == ["YZX", "QUATERNION"]
    for theirs, ours in zip(turned(call, "Walker", [12, 20]), turned(call, "Hero", [12, 20])):
        assert ours["upperarm_l"][:4] == pytest.approx(theirs["UpperArm_L"][:4], abs=2e-3)
        assert ours["thigh_l"][:4] == pytest.approx(theirs["UpperLeg_L"][:4], abs=2e-3)


def test_arms_that_rest_lower_are_raised_only_when_it_is_asked_for(call: Any) -> None:
    arguments = walk(call)
    # The hero's forearm hangs at rest.
    call("update_joints", items=[{"ids": ["hand_l"], "position": [0, -0.5, 0]}])
    way = "import bpy; bpy.context.scene.frame_set(0); b = bpy.data.objects['Hero'].pose.bones\n"
    way += "list((b['hand_l'].head - b['lowerarm_l'].head).normalized())"
    call("retarget_clip", **arguments, name="As it rests")
    assert call.python(way) == pytest.approx([0, -1, 0], abs=1e-3)
    call("retarget_clip", **arguments, name="Raised", match_rest_poses=True)
    assert call.python(way) == pytest.approx([1, 0, 0], abs=0.05)


def test_what_follows_what_may_be_said(call: Any) -> None:
    arguments = walk(call)
    pairs = [{"source_id": "LowerArm_L", "target_id": "head"}]
    made = call("retarget_clip", **arguments, mapping=pairs, find_others=False)
    assert [pair["by"] for pair in made["mapping"]] == ["given"]
    (theirs,), (ours,) = (turned(call, rig, [12]) for rig in ("Walker", "Hero"))
    assert ours["head"][:4] == pytest.approx(theirs["LowerArm_L"][:4], abs=2e-3)
    for pairs, path in (
        ([{"source_id": "head", "target_id": "Hips"}], "mapping[0].source_id"),
        ([{"source_id": "Hips", "target_id": "nobody"}], "mapping[0].target_id"),
        ([{"source_id": name, "target_id": "head"} for name in ("Hips", "Head")], "mapping[1].target_id"),
    ):
        code = "not_found" if "nobody" in str(pairs) else "invalid_params"
        assert call.fails(code, "retarget_clip", **arguments, mapping=pairs).details["path"] == path


def test_what_cannot_be_retargeted_is_told(call: Any) -> None:
    arguments = walk(call)
    call("create_rigs", items=[{"name": "Crane"}, {"name": "Bare"}])
    call("create_joints", items=[{"name": "Boom", "rig_id": "Crane", "length": 1}])
    for change, path, word in (
        ({"target_rig_id": "Crane"}, "mapping", "Boom"),
        ({"target_rig_id": "Bare"}, "target_rig_id", "with joints"),
        ({"target_rig_id": "Walker"}, "target_rig_id", "another rig"),
        ({"source_rig_id": "Crane"}, "clip_id", "Crane"),
        ({"frame_rate": 0}, "frame_rate", ""),
    ):
        error = call.fails("invalid_params", "retarget_clip", **{**arguments, **change})
        assert error.details["path"] == path
        assert word in str(error)
    call("create_clips", items=[{"name": "Loose"}])
    error = call.fails("invalid_params", "retarget_clip", **{**arguments, "clip_id": "Loose"})
    assert error.details["path"] == "source_rig_id"
    assert "Walker" in str(error)
