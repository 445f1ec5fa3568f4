"""Armatures and what hangs on them, read with `bpy` alone."""

from __future__ import annotations

from typing import Any

import bpy

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
        "rotation": [pose_turn.x, pose_turn.y, pose_turn.z, pose_turn.w],
        "scale": list(size),
        "matrix_world": rows(o.matrix_world @ p.matrix),
        "visible": not (p.hide if hasattr(p, "hide") else b.hide),
        "locked": b.hide_select and all([*p.lock_location, *p.lock_rotation, *p.lock_scale]),
        "cast_shadow": False,
        "receive_shadow": False,
        "render_order": 0,
        "preferred_rotation_axis": None,
        "segment_scale_compensate": {"FULL": False, "NONE": True}[b.inherit_scale],
        "joint_radius": b.head_radius,
        "metadata": custom(p),
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


def ik_chain(item: dict[str, Any]) -> dict[str, Any]:
    o = owner_of(item["end_id"])
    c = o.pose.bones[item["end_id"]].constraints[item["name"]]
    chain = chain_of(o, item["end_id"], c.chain_count)
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
    o = owner_of(item["end_joint_id"])
    c = o.pose.bones[item["end_joint_id"]].constraints[item["name"]]
    chain = chain_of(o, item["end_joint_id"], c.chain_count)
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
    "skins": skin,
    "ik_chains": ik_chain,
    "spline_iks": spline_ik,
    "blend_shapes": blend_shape,
    "joint_limits": joint_limit,
}
