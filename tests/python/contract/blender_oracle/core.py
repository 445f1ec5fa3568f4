"""Scene objects, collections and constraints, read with `bpy` alone."""

from __future__ import annotations

from typing import Any

import bpy

from .common import bpy_vector, custom, name_of, rows


def node(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    place, turn, size = o.matrix_local.decompose()
    corners = [o.matrix_world @ bpy_vector(c) for c in (o.bound_box if o.type == "MESH" else [(0, 0, 0)])]
    if o.type in ("CURVE", "ARMATURE"):
        evaluated = o.evaluated_get(bpy.context.evaluated_depsgraph_get())
        corners = [o.matrix_world @ bpy_vector(c) for c in evaluated.bound_box]
    known = ("MESH", "CAMERA", "LIGHT", "EMPTY", "ARMATURE", "CURVE")
    return {
        "name": o.name,
        "type": o.type.lower() if o.type in known else "other",
        "position": list(place),
        "rotation": [turn.x, turn.y, turn.z, turn.w],
        "scale": list(size),
        "parent_id": name_of(o.parent),
        "child_ids": sorted(c.name for c in bpy.data.objects if c.parent == o),
        "visible": o.visible_get() and not o.hide_render
        if not o.users_collection[0].hide_viewport
        else not o.hide_render,
        "locked": o.hide_select and all([*o.lock_location, *o.lock_rotation, *o.lock_scale]),
        "cast_shadow": o.visible_shadow,
        "receive_shadow": True,
        "render_order": 0,
        "metadata": custom(o),
        "bounds": {
            "min": [min(c[axis] for c in corners) for axis in range(3)],
            "max": [max(c[axis] for c in corners) for axis in range(3)],
        },
        "matrix_world": rows(o.matrix_world),
    }


def layer_of(collection: Any, layer: Any = None) -> Any:
    layer = layer or bpy.context.view_layer.layer_collection
    if layer.collection == collection:
        return layer
    return next((found for child in layer.children if (found := layer_of(collection, child))), None)


def group(item: dict[str, Any]) -> dict[str, Any]:
    c = bpy.data.collections[item["name"]]
    above = [p for p in bpy.data.collections if c.name in p.children]
    return {
        "name": c.name,
        "parent_id": above[0].name if above else None,
        "child_ids": sorted(child.name for child in c.children),
        "object_ids": sorted(o.name for o in c.objects),
        "visible": not (c.hide_viewport or c.hide_render or layer_of(c).hide_viewport or layer_of(c).exclude),
        "locked": c.hide_select,
        "metadata": custom(c),
    }


def axes(constraint: Any, pattern: str) -> Any:
    if not hasattr(constraint, pattern.format("x")):
        return None
    return [a for a in "xyz" if not getattr(constraint, pattern.format(a))]


def constraint(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["source_id"]]
    c = o.constraints[item["name"]]
    kinds = {
        "COPY_LOCATION": "point", "DAMPED_TRACK": "aim", "COPY_ROTATION": "orientation", "CHILD_OF": "parent",
        "IK": "ik", "FOLLOW_PATH": "path", "COPY_SCALE": "scale_to", "TRACK_TO": "look_at",
    }  # fmt: skip
    kind = kinds[c.type]
    offset = {
        "COPY_LOCATION": lambda: c.use_offset,
        "COPY_SCALE": lambda: c.use_offset,
        "COPY_ROTATION": lambda: c.mix_mode == "BEFORE",
        "CHILD_OF": lambda: any(abs(c.inverse_matrix[i][j] - (i == j)) > 1e-5 for i in range(4) for j in range(4)),
    }
    return {
        "name": c.name,
        "type": kind,
        "source_id": o.name,
        "target_id": name_of(c.target),
        "influence": c.influence,
        "maintain_offset": offset[c.type]() if c.type in offset else False,
        "skip_translation": axes(c, "use_{}" if kind == "point" else "use_location_{}"),
        "skip_rotation": axes(c, "use_{}" if kind == "orientation" else "use_rotation_{}"),
        "skip_scale": axes(c, "use_{}" if kind == "scale_to" else "use_scale_{}"),
        "space": c.owner_space.lower(),
        "custom_space_id": name_of(c.space_object),
        "active": not c.mute,
        "metadata": None,
    }


#: The function for each entity.
ORACLES = {
    "nodes": node,
    "groups": group,
    "constraints": constraint,
}
