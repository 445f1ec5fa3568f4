"""Armatures and what hangs on them, read with `bpy` alone."""

from __future__ import annotations

from typing import Any

import bpy

from .animation import curves_in
from .common import custom, name_of, rows
from .core import node


def rig(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    tops = [b.name for b in o.data.bones if not b.parent]
    return {
        **node(item),
        "root_joint_id": tops[0] if tops else None,
        "joint_ids": [b.name for b in o.data.bones],
        "influence_limit": None,
        "world_up_vector": [0, 0, 1],
        "auto_ik_enabled": o.pose.use_auto_ik,
        "draw_settings": {"x_ray_enabled": o.show_in_front},
    }


def joint(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["rig_id"]]
    b, p = o.data.bones[item["name"]], o.pose.bones[item["name"]]
    # Of the rest Blender tells head, tail and axes too; from these, and not from one matrix, it is put together here.
    above = b.parent.matrix_local.inverted() if b.parent else None
    local = above @ b.matrix_local if above else b.matrix_local
    turn = local.to_quaternion()
    place, pose_turn, size = p.matrix_basis.decompose()
    return {
        "name": b.name,
        "rig_id": o.name,
        "rig_name": o.name,
        "parent_id": name_of(b.parent),
        "child_ids": sorted(c.name for c in o.data.bones if c.parent == b),
        "position": list(above @ b.head_local if above else b.head_local),
        "orientation": [turn.x, turn.y, turn.z, turn.w],
        "length": (b.tail_local - b.head_local).length,
        "pose_position": list(place),
        "rotation_mode": p.rotation_mode.lower(),
        "rotation": [pose_turn.x, pose_turn.y, pose_turn.z, pose_turn.w],
        "scale": list(size),
        "matrix_world": rows(o.matrix_world @ p.matrix),
        "visible": not (p.hide if hasattr(p, "hide") else b.hide),
        "locked": b.hide_select,
        "channel_control": {
            kind + axis: not getattr(p, f"lock_{word}")[i]
            for kind, word in (("t", "location"), ("r", "rotation"), ("s", "scale"))
            for i, axis in enumerate("xyz")
        },
        "color": bone_color(p),
        "cast_shadow": False,
        "receive_shadow": False,
        "render_order": 0,
        "preferred_rotation_axis": None,
        "segment_scale_compensate": {"FULL": False, "NONE": True}[b.inherit_scale],
        "joint_radius": b.head_radius,
        "metadata": custom(p),
    }


def bone_color(p: Any) -> Any:
    if hasattr(p, "color"):
        assert p.bone.color.palette == "DEFAULT"
        drawn = {"DEFAULT": None, "CUSTOM": p.color.custom.normal}[p.color.palette]
    else:
        g = p.bone_group
        drawn = {"DEFAULT": None, "CUSTOM": g.colors.normal}[g.color_set] if g else None
    # Blender shows it as on a screen: sRGB.
    return drawn and [*(((c + 0.055) / 1.055) ** 2.4 if c > 0.04045 else c / 12.92 for c in drawn), 1.0]


def rig_control(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["rig_id"]]
    p = o.pose.bones[item["name"]]
    assert not p.bone.use_deform
    assert not p.use_custom_shape_bone_size
    w = p.custom_shape
    sides = [max(v.co[i] for v in w.data.vertices) - min(v.co[i] for v in w.data.vertices) for i in range(3)]
    ours = w.name.startswith("WGT-") and not w.users_collection
    assert len(set(p.custom_shape_scale_xyz)) == 1
    follow = [
        (b.name, c)
        for b in o.pose.bones
        for c in b.constraints
        if c.type == "COPY_TRANSFORMS" and c.subtarget == p.name
    ]
    spaces = {c.owner_space for _, c in follow}
    words = {"POSE": "object", "WORLD": "world", "LOCAL_WITH_PARENT": "parent", "LOCAL": "joint"}
    offset = p.custom_shape_rotation_euler.to_matrix().to_4x4()
    offset.translation = p.custom_shape_translation
    return {
        **joint(item),
        "target_joint_ids": [name for name, _ in follow],
        "shape": w.name[4:].split(".")[0] if ours else "custom",
        "custom_mesh_id": None if ours else w.name,
        "size": max(sides) * p.custom_shape_scale_xyz[0],
        "offset_matrix": rows(offset),
        "space_type": words[spaces.pop()] if len(spaces) == 1 else None,
        "display_type": "template" if p.bone.show_wire else "normal",
    }


def skin(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["mesh_id"]]
    m = o.modifiers[item["name"]]
    bones = [b.name for b in m.object.data.bones]
    table = [[weight_of(o, bone, v.index) for bone in bones] for v in o.data.vertices]
    return {
        "name": m.name,
        "mesh_id": o.name,
        "rig_id": name_of(m.object),
        "joint_ids": bones,
        "influences": [
            {"vertex_index": i, "weights": {bone: w for bone, w in zip(bones, row) if w}}
            for i, row in enumerate(table)
            if any(row)
        ],
        "weight_table": [w for row in table for w in row],
        "max_influence_count": None,
        "normalize_weights": True,
        "dual_quaternion_enabled": m.use_deform_preserve_volume,
        "falloff_radius": None,
        "enabled": m.show_viewport and m.show_render,
        "metadata": None,
    }


def weight_of(o: Any, group: str, index: int) -> float:
    try:
        return o.vertex_groups[group].weight(index)
    except (KeyError, RuntimeError):
        return 0.0


def chain_of(o: Any, last: str, count: int) -> list[str]:
    """The names from the first to the last."""
    bones = [o.pose.bones[last], *o.pose.bones[last].parent_recursive]
    return [b.name for b in bones[: count or None]][::-1]


def solver(item: dict[str, Any], last: str) -> tuple[Any, Any, list[str]]:
    """The rig, the constraint on the last joint of a chain, and the names of the chain."""
    o = owner_of(last)
    c = o.pose.bones[last].constraints[item["name"]]
    return o, c, chain_of(o, last, c.chain_count)


def ik_chain(item: dict[str, Any]) -> dict[str, Any]:
    o, c, chain = solver(item, item["end_id"])
    return {
        "name": c.name,
        "end_id": item["end_id"],
        "start_id": chain[0],
        "count": len(chain),
        "target_id": c.subtarget or name_of(c.target),
        "solver_type": {"LEGACY": "jacobian"}.get(o.pose.ik_solver),
        "pole_target_id": c.pole_subtarget or name_of(c.pole_target),
        "pole_angle": c.pole_angle,
        "iterations": c.iterations,
        "tolerance": None,
        "maintain_rotation": c.use_rotation,
        "stretch_enabled": c.use_stretch and any(o.pose.bones[name].ik_stretch > 0 for name in chain),
        "max_stretch_ratio": None,
        "enabled": not c.mute,
        "influence": c.influence,
        "metadata": None,
    }


def owner_of(bone: str) -> Any:
    return next(o for o in bpy.data.objects if o.type == "ARMATURE" and bone in o.data.bones)


def spline_ik(item: dict[str, Any]) -> dict[str, Any]:
    _, c, chain = solver(item, item["end_joint_id"])
    return {
        "name": c.name,
        "end_joint_id": item["end_joint_id"],
        "start_joint_id": chain[0],
        "count": len(chain),
        "curve_id": name_of(c.target),
        "stretch_enabled": {"FIT_CURVE": True, "NONE": False}[c.y_scale_mode],
        "auto_rotate_enabled": False,
        "up_vector": None,
        "forward_axis": "y",
        "enabled": not c.mute,
        "metadata": None,
    }


def blend_shape(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["mesh_id"]]
    k = o.data.shape_keys.key_blocks[item["name"]]
    moved = [list(k.data[i].co - k.relative_key.data[i].co) for i in range(len(k.data))]
    return {
        "name": k.name,
        "mesh_id": o.name,
        "weight": k.value,
        "deltas": [
            {"vertex_index": i, "position_delta": d} for i, d in enumerate(moved) if any(abs(n) > 1e-7 for n in d)
        ],
        "position_deltas": [n for d in moved for n in d],
        "normal_deltas": None,
        "tangent_deltas": None,
        "combine_method": {True: "additive"}[o.data.shape_keys.use_relative],
        "enabled": not k.mute,
        "metadata": None,
    }


def bind_pose(item: dict[str, Any]) -> dict[str, Any]:
    o, a = bpy.data.objects[item["rig_id"]], bpy.data.actions[item["name"]]
    assert a.asset_data
    named = {c.data_path.split('"')[1] for c in curves_in(a)}
    before = {b.name: b.matrix_basis.copy() for b in o.pose.bones}
    # Blender's own way to take a pose of the library, on a rig at rest.
    for b in o.pose.bones:
        b.matrix_basis.identity()
    o.pose.apply_pose_from_action(a)
    bpy.context.view_layer.update()
    posed = {b.name: b.matrix.copy() for b in o.pose.bones}
    bases = {b.name: b.matrix_basis.copy() for b in o.pose.bones}
    for b in o.pose.bones:
        b.matrix_basis = before[b.name]
    bpy.context.view_layer.update()
    joints = [b.name for b in o.data.bones if b.name in named]
    near = max(abs(n) for name in joints for row in bases[name] - before[name] for n in row)
    return {
        "name": a.name,
        "rig_id": o.name,
        "transforms": [{"joint_id": name, "matrix": rows(posed[name])} for name in joints],
        "joint_ids": joints,
        "active": near < 1e-3,
        "is_bind_pose": False,
        "is_default": False,
        "metadata": custom(a),
    }


def blend_shape_group(item: dict[str, Any]) -> dict[str, Any]:
    k = bpy.data.shape_keys[item["name"]]
    shapes = list(k.key_blocks)[1:]
    return {
        "name": k.name,
        "mesh_id": next(o.name for o in bpy.data.objects if o.data == k.user),
        "blend_shape_ids": [one.name for one in shapes],
        "target_weights": {one.name: one.value for one in shapes},
        "is_inbetween": not k.use_relative,
        "driver": None,
        "metadata": custom(k),
    }


def joint_limit(item: dict[str, Any]) -> dict[str, Any]:
    o = owner_of(item["joint_id"])
    mine = {c.type: c for c in o.pose.bones[item["joint_id"]].constraints if c.type.startswith("LIMIT_")}
    assert item["name"] in [c.name for c in mine.values()]
    turn, move, size = (mine.get(f"LIMIT_{what}") for what in ("ROTATION", "LOCATION", "SCALE"))
    assert all(c.owner_space == "LOCAL" for c in mine.values())
    return {
        "name": item["name"],
        "joint_id": item["joint_id"],
        "rotation_limits": ranges(turn, "use_limit_{}", "use_limit_{}"),
        "translation_limits": ranges(move, "use_min_{}", "use_max_{}"),
        "scale_limits": ranges(size, "use_min_{}", "use_max_{}"),
        "enabled": not any(c.mute for c in mine.values()),
        "metadata": None,
    }


def ranges(c: Any, least: str, most: str) -> dict[str, Any]:
    return {
        a: [getattr(c, f"min_{a}"), getattr(c, f"max_{a}")]
        for a in "xyz"
        if c and getattr(c, least.format(a)) and getattr(c, most.format(a))
    }


#: The function for each entity.
ORACLES = {
    "rigs": rig,
    "joints": joint,
    "rig_controls": rig_control,
    "skins": skin,
    "ik_chains": ik_chain,
    "spline_iks": spline_ik,
    "blend_shapes": blend_shape,
    "blend_shape_groups": blend_shape_group,
    "joint_limits": joint_limit,
    "bind_poses": bind_pose,
}
