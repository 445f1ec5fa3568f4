"""The second opinion on Blender: every entity read with `bpy` alone, sharing no code with the adapter.

This file is not imported by the tests: its text runs in the host. A function per entity takes the item as it was read
(only its name and those of what it belongs to are looked at) and gives what Blender itself says, references as names.
"""

from __future__ import annotations

from typing import Any

import bpy


def rows(matrix: Any) -> list[float]:
    return [value for row in matrix for value in row]


def custom(block: Any) -> dict[str, Any]:
    found = {}
    for key in block.keys():  # noqa: SIM118 - a data-block has keys() but is no mapping
        if key in ("cycles", "cycles_visibility"):
            continue
        value = block[key]
        found[key] = value.to_list() if hasattr(value, "to_list") else value
    return found


def name_of(block: Any) -> str | None:
    return block.name if block is not None else None


def node(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    place, turn, size = o.matrix_local.decompose()
    corners = [o.matrix_world @ bpy_vector(c) for c in (o.bound_box if o.type == "MESH" else [(0, 0, 0)])]
    if o.type == "CURVE":
        corners = [o.matrix_world @ bpy_vector(c) for c in o.bound_box]
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


def bpy_vector(values: Any) -> Any:
    from mathutils import Vector

    return Vector(values)


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


def mesh(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    m = o.data
    uv, color = m.uv_layers.active, m.color_attributes.active_color
    return {
        **node(item),
        "vertices": [c for v in m.vertices for c in v.co],
        "indices": [i for p in m.polygons for i in p.vertices],
        "face_sizes": [len(p.vertices) for p in m.polygons],
        "uvs": [c for d in uv.data for c in d.uv] if uv else None,
        "colors": [c for d in color.data for c in d.color] if color else None,
        "material_ids": [s.material.name for s in o.material_slots if s.material],
        "material_id": name_of(o.material_slots[0].material) if len(o.material_slots) else None,
        "vertex_count": len(m.vertices),
        "edge_count": len(m.edges),
        "face_count": len(m.polygons),
        # Last: to compute them moves the other layers in old versions.
        "normals": corner_normals(m),
    }


def corner_normals(m: Any) -> list[float]:
    if not m.has_custom_normals:
        return [c for v in m.vertices for c in v.normal]
    if hasattr(m, "corner_normals"):
        return [c for n in m.corner_normals for c in n.vector]
    m.calc_normals_split()
    return [c for corner in m.loops for c in corner.normal]


def shader(m: Any) -> Any:
    return next(n for n in m.node_tree.nodes if n.type == "BSDF_PRINCIPLED")


def material(item: dict[str, Any]) -> dict[str, Any]:
    m = bpy.data.materials[item["name"]]
    inputs = shader(m).inputs
    emission = inputs["Emission Color"] if "Emission Color" in inputs else inputs["Emission"]
    if hasattr(m, "surface_render_method"):
        alpha = "blend" if m.surface_render_method == "BLENDED" else "opaque"
    else:
        alpha = {"OPAQUE": "opaque", "CLIP": "mask"}.get(m.blend_method, "blend")
    return {
        "name": m.name,
        "type": "pbr",
        "base_color": list(inputs["Base Color"].default_value),
        "metallic": inputs["Metallic"].default_value,
        "roughness": inputs["Roughness"].default_value,
        "opacity": inputs["Alpha"].default_value,
        "alpha_mode": alpha,
        "alpha_cutoff": m.alpha_threshold,
        "double_sided": not m.use_backface_culling,
        "emissive": list(emission.default_value),
        "emissive_intensity": inputs["Emission Strength"].default_value,
        "normal_scale": next(
            (n.inputs["Strength"].default_value for n in m.node_tree.nodes if n.type == "NORMAL_MAP"), None
        ),
        "metadata": custom(m),
    }


def camera(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    c = o.data
    return {
        **node(item),
        "projection": {"PERSP": "perspective", "ORTHO": "orthographic"}[c.type],
        "focal_length": c.lens,
        "sensor_width": c.sensor_width,
        "sensor_height": c.sensor_height,
        "ortho_scale": c.ortho_scale,
        "near": c.clip_start,
        "far": c.clip_end,
        "focus_distance": c.dof.focus_distance if c.dof.use_dof else None,
        "f_stop": c.dof.aperture_fstop,
        "active": bpy.context.scene.camera == o,
    }


def light(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    d = o.data
    kind = d.type.lower()
    return {
        **node(item),
        "kind": kind,
        "color": [*d.color, 1.0],
        "intensity": d.energy,
        "exposure": getattr(d, "exposure", None),
        "radius": d.shadow_soft_size if kind in ("point", "spot") else None,
        "spot_angle": d.spot_size if kind == "spot" else None,
        "spot_blend": d.spot_blend if kind == "spot" else None,
        "width": d.size if kind == "area" else None,
        "height": (d.size_y if d.shape in ("RECTANGLE", "ELLIPSE") else d.size) if kind == "area" else None,
        "casts_shadow": d.use_shadow,
    }


ORACLES = {
    "nodes": node,
    "groups": group,
    "constraints": constraint,
    "meshes": mesh,
    "materials": material,
    "cameras": camera,
    "lights": light,
}


def census() -> dict[str, Any]:
    """Everything that could have come, gone or stayed behind, by name."""
    bpy.context.view_layer.update()
    kinds = ("objects", "meshes", "materials", "cameras", "lights", "collections", "images", "textures", "curves",
             "armatures", "worlds", "actions", "node_groups")  # fmt: skip
    found: dict[str, Any] = {kind: sorted(block.name for block in getattr(bpy.data, kind)) for kind in kinds}
    for o in bpy.data.objects:
        parts = [f"constraint {c.name}" for c in o.constraints] + [f"modifier {m.name}" for m in o.modifiers]
        if o.type == "MESH":
            m = o.data
            parts += [f"uv {u.name}" for u in m.uv_layers]
            parts += [f"{len(m.vertices)} {len(m.edges)} {len(m.polygons)}"]
        found[f"of {o.name}"] = parts
    return found


def look(plural: str, item: dict[str, Any]) -> dict[str, Any]:
    """What Blender says of one."""
    bpy.context.view_layer.update()
    return ORACLES[plural](item)
