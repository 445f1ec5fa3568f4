"""The second opinion on Blender: every entity read with `bpy` alone, sharing no code with the adapter.

This file is not imported by the tests: its text runs in the host. A function per entity takes the item as it was read
(only its name and those of what it belongs to are looked at) and gives what Blender itself says, references as names.
"""

from __future__ import annotations

from typing import Any

import bpy

#: What no second way of asking Blender would tell otherwise: the value is compared with what was written only.
UNSAID = "unsaid"


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
        "face_materials": [p.material_index for p in m.polygons],
        "smooth": all_or_none([p.use_smooth for p in m.polygons]),
        "tangents": UNSAID,
        "revision": UNSAID,
        "vertex_count": len(m.vertices),
        "edge_count": len(m.edges),
        "face_count": len(m.polygons),
        # Last: to compute them moves the other layers in old versions.
        "normals": corner_normals(m),
    }


def all_or_none(flags: list[bool]) -> bool | None:
    return all(flags) if all(flags) or not any(flags) else None


def component(item: dict[str, Any]) -> tuple[Any, Any, int]:
    owner, _, number = item["name"].split("/")
    o = bpy.data.objects[owner]
    return o, o.data, int(number)


def vertex(item: dict[str, Any]) -> dict[str, Any]:
    o, m, number = component(item)
    v = m.vertices[number]
    corners = [loop.index for loop in m.loops if loop.vertex_index == number]
    color = m.color_attributes.active_color
    return {
        "name": item["name"],
        "mesh_id": o.name,
        "index": number,
        "position": list(v.co),
        "normal": list(v.normal),
        "uvs": [list(layer.data[corners[0]].uv) for layer in m.uv_layers] if corners and len(m.uv_layers) else None,
        "color": list(color.data[number].color) if color else None,
        "weights": {o.vertex_groups[g.group].name: g.weight for g in v.groups},
        "selected": v.select,
        "hidden": v.hide,
    }


def edge(item: dict[str, Any]) -> dict[str, Any]:
    o, m, number = component(item)
    e = m.edges[number]
    return {
        "name": item["name"],
        "mesh_id": o.name,
        "index": number,
        "vertex_ids": [f"{o.name}/vertex/{i}" for i in e.vertices],
        "sharp": e.use_edge_sharp,
        "crease": crease(m, number),
        "seam": e.use_seam,
        "selected": e.select,
        "hidden": e.hide,
    }


def crease(m: Any, number: int) -> float:
    if hasattr(m.edges[number], "crease"):
        return m.edges[number].crease
    layer = m.attributes.get("crease_edge")
    return layer.data[number].value if layer else 0.0


def face(item: dict[str, Any]) -> dict[str, Any]:
    o, m, number = component(item)
    p = m.polygons[number]
    slots = [slot.material for slot in o.material_slots]
    return {
        "name": item["name"],
        "mesh_id": o.name,
        "index": number,
        "vertex_ids": [f"{o.name}/vertex/{i}" for i in p.vertices],
        "normal": list(p.normal),
        "center": list(p.center),
        "area": p.area,
        "material_id": name_of(slots[p.material_index]) if p.material_index < len(slots) else None,
        "smooth": p.use_smooth,
        "selected": p.select,
        "hidden": p.hide,
    }


def uv_map(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["mesh_id"]]
    layers = o.data.uv_layers
    layer = layers[item["name"]]
    return {
        "name": layer.name,
        "mesh_id": o.name,
        "channel": [one.name for one in layers].index(layer.name),
        "coordinates": [c for d in layer.data for c in d.uv],
        "active": layer.active,
    }


def subdivision(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["base_mesh_id"]]
    s = o.modifiers[item["name"]]
    creases = [(i, crease(o.data, i)) for i in range(len(o.data.edges))]
    return {
        "name": s.name,
        "base_mesh_id": o.name,
        "subdivision_level": s.levels,
        "render_level": s.render_levels,
        "scheme": {"CATMULL_CLARK": "catmull_clark", "SIMPLE": "bilinear"}[s.subdivision_type],
        "crease_edges": [{"edge_id": f"{o.name}/edge/{i}", "crease_weight": w} for i, w in creases if w],
        "boundary_interpolation": {"PRESERVE_CORNERS": "all", "ALL": "edges"}[s.boundary_smooth],
        "active": s.show_viewport,
    }


def texture(item: dict[str, Any]) -> dict[str, Any]:
    i = bpy.data.images[item["name"]]
    spaces = {"sRGB": "srgb", "Linear": "linear", "Linear Rec.709": "linear", "Non-Color": "data"}
    return {
        "name": i.name,
        "path": bpy.path.abspath(i.filepath) if i.filepath and not i.packed_file else None,
        "data": UNSAID if i.packed_file else None,
        "width": i.size[0],
        "height": i.size[1],
        "color_space": spaces[i.colorspace_settings.name],
        "packed": i.packed_file is not None,
        "metadata": custom(i),
    }


def curve(item: dict[str, Any]) -> dict[str, Any]:
    o = bpy.data.objects[item["name"]]
    s = o.data.splines[0]
    if s.type == "BEZIER":
        points = [{"position": list(p.co), "weight": 1.0} for p in s.bezier_points]
    else:
        points = [{"position": list(p.co)[:3], "weight": p.co[3]} for p in s.points]
    return {
        **node(item),
        "kind": s.type.lower(),
        "control_points": points,
        "degree": {"BEZIER": 3, "POLY": 1}.get(s.type, s.order_u - 1),
        "closed": s.use_cyclic_u,
        "length": UNSAID,
        "piece_count": len(o.data.splines),
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


def unlinked(socket: Any) -> Any:
    if socket.is_linked:
        return None
    return list(socket.default_value) if hasattr(socket.default_value, "__len__") else socket.default_value


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
        "base_color": unlinked(inputs["Base Color"]),
        "metallic": unlinked(inputs["Metallic"]),
        "roughness": unlinked(inputs["Roughness"]),
        "opacity": unlinked(inputs["Alpha"]),
        "alpha_mode": alpha,
        "alpha_cutoff": m.alpha_threshold,
        "double_sided": not m.use_backface_culling,
        "emissive": unlinked(emission),
        "emissive_intensity": inputs["Emission Strength"].default_value,
        "normal_scale": next(
            (n.inputs["Strength"].default_value for n in m.node_tree.nodes if n.type == "NORMAL_MAP"), None
        ),
        "textures": fed(m),
        "shader_parameters": {
            name: round(inputs[name].default_value, 6) for name in ("IOR", "Anisotropic") if changed(inputs, name)
        },
        "metadata": custom(m),
    }


def changed(inputs: Any, name: str) -> bool:
    return name in inputs and abs(inputs[name].default_value - {"IOR": usual_ior(), "Anisotropic": 0.0}[name]) > 1e-6


def usual_ior() -> float:
    return 1.45 if bpy.app.version < (4, 0) else 1.5 if bpy.app.version >= (4, 2) else 1.45


def fed(m: Any) -> dict[str, str]:
    """Follows the wires from the pictures on, the other way round than the adapter."""
    slots = {"Base Color": "base_color", "Metallic": "metallic", "Roughness": "roughness", "Alpha": "opacity",
             "Emission": "emissive", "Emission Color": "emissive", "Height": "height", "Color": "normal"}  # fmt: skip
    found = {}
    for link in m.node_tree.links:
        if link.from_node.type == "TEX_IMAGE":
            found[slots[link.to_socket.name]] = link.from_node.image.name
    return found


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


def rate() -> float:
    r = bpy.context.scene.render
    return r.fps / r.fps_base


def clip(item: dict[str, Any]) -> dict[str, Any]:
    a = bpy.data.actions[item["name"]]
    start, end = (a.frame_start, a.frame_end) if a.use_frame_range else a.curve_frame_range
    return {
        "name": a.name,
        "start_time": start / rate(),
        "duration": (end - start) / rate(),
        "loop": a.use_cyclic,
        "node_ids": sorted(o.name for o in bpy.data.objects if o.animation_data and o.animation_data.action == a),
        "metadata": custom(a),
    }


def curves_in(a: Any) -> list[Any]:
    if hasattr(a, "fcurves"):
        return list(a.fcurves)
    return [c for layer in a.layers for strip in layer.strips for bag in strip.channelbags for c in bag.fcurves]


def fcurve(a: Any, path: str) -> Any:
    words = {"position": "location", "rotation": "rotation_euler", "scale": "scale"}
    name, _, axis = path.partition(".")
    data_path, index = (words[name], "xyz".index(axis)) if name in words else (path, 0)
    return next(c for c in curves_in(a) if (c.data_path, c.array_index) == (data_path, index))


def channel(item: dict[str, Any]) -> dict[str, Any]:
    a = bpy.data.actions[item["clip_id"]]
    c = fcurve(a, item["path"])
    o = next(o for o in bpy.data.objects if o.animation_data and o.animation_data.action == a)
    ends = [c.extrapolation.lower()] * 2
    for m in c.modifiers:
        words = {"NONE": ends[0], "REPEAT": "cycle", "REPEAT_OFFSET": "cycle_with_offset", "MIRROR": "oscillate"}
        ends = [words[m.mode_before], words[m.mode_after]]
    return {
        "name": f"{a.name}/{item['path']}",
        "node_id": o.name,
        "path": item["path"],
        "clip_id": a.name,
        "type": "scalar",
        "default_value": 1.0 if c.data_path == "scale" else 0.0,
        "muted": c.mute,
        "locked": c.lock,
        "extrapolation_pre": ends[0],
        "extrapolation_post": ends[1],
    }


def keyframe(item: dict[str, Any]) -> dict[str, Any]:
    clip_name, path, frame = item["name"].split("/")
    a = bpy.data.actions[clip_name]
    c = fcurve(a, path)
    k = next(k for k in c.keyframe_points if abs(k.co.x - float(frame)) < 0.01)
    o = next(o for o in bpy.data.objects if o.animation_data and o.animation_data.action == a)
    unit = 57.29577951308232 if c.data_path == "rotation_euler" else 1.0

    def handle(place: Any) -> list[float]:
        return [(place.x - k.co.x) / rate(), (place.y - k.co.y) * unit]

    return {
        "name": f"{a.name}/{path}/{round(k.co.x, 2):g}",
        "channel_id": f"{a.name}/{path}",
        "node_id": o.name,
        "path": path,
        "time": k.co.x / rate(),
        "value": k.co.y * unit,
        "interpolation_out": k.interpolation.lower(),
        "tangent_in": handle(k.handle_left),
        "tangent_out": handle(k.handle_right),
        "is_breakdown": k.type == "BREAKDOWN",
    }


ORACLES = {
    "clips": clip,
    "channels": channel,
    "keyframes": keyframe,
    "nodes": node,
    "groups": group,
    "constraints": constraint,
    "meshes": mesh,
    "vertices": vertex,
    "edges": edge,
    "faces": face,
    "uv_maps": uv_map,
    "subdivision_surfaces": subdivision,
    "textures": texture,
    "curves": curve,
    "materials": material,
    "cameras": camera,
    "lights": light,
    "rigs": rig,
    "joints": joint,
    "skins": skin,
    "ik_chains": ik_chain,
    "spline_iks": spline_ik,
    "blend_shapes": blend_shape,
    "joint_limits": joint_limit,
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
            parts += [f"weights {g.name}" for g in o.vertex_groups]
            parts += [f"shape {k.name}" for k in m.shape_keys.key_blocks] if m.shape_keys else []
            parts += [f"{len(m.vertices)} {len(m.edges)} {len(m.polygons)}"]
        for b in o.pose.bones if o.pose else ():
            parts += [
                f"bone {b.name} below {name_of(b.parent)}",
                *(f"constraint {c.name} of {b.name}" for c in b.constraints),
            ]
        found[f"of {o.name}"] = parts
    for a in bpy.data.actions:
        found[f"of {a.name}"] = [f"{c.data_path} {c.array_index} {len(c.keyframe_points)}" for c in curves_in(a)]
    return found


def look(plural: str, item: dict[str, Any]) -> dict[str, Any]:
    """What Blender says of one."""
    bpy.context.view_layer.update()
    return ORACLES[plural](item)
