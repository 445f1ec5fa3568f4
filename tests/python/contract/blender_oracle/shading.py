"""Textures, materials, cameras, lights, worlds and render settings, read with `bpy` alone."""

from __future__ import annotations

from typing import Any

import bpy
from mathutils import Euler

from .common import UNSAID, custom
from .core import node


def texture(item: dict[str, Any]) -> dict[str, Any]:
    i = bpy.data.images[item["name"]]
    spaces = {"sRGB": "srgb", "Linear": "linear", "Linear Rec.709": "linear", "Non-Color": "data"}
    return {
        "name": i.name,
        "path": bpy.path.abspath(i.filepath) if i.filepath and not i.packed_file else None,
        "data": UNSAID if i.packed_file or i.filepath else None,
        "width": i.size[0],
        "height": i.size[1],
        "color_space": spaces[i.colorspace_settings.name],
        "packed": i.packed_file is not None,
        "metadata": custom(i),
    }


def shader(m: Any) -> Any:
    return next(n for n in m.node_tree.nodes if n.type == "BSDF_PRINCIPLED")


def unlinked(socket: Any) -> Any:
    if socket.is_linked:
        return None
    return list(socket.default_value) if hasattr(socket.default_value, "__len__") else socket.default_value


def material(item: dict[str, Any]) -> dict[str, Any]:
    m = bpy.data.materials[item["name"]]
    inputs = shader(m).inputs
    cut = next((n for n in m.node_tree.nodes if n.type == "MATH" and n.operation == "LESS_THAN"), None)
    if cut:
        (wire,) = inputs["Alpha"].links
        assert (wire.from_node.operation, wire.from_node.inputs[0].default_value) == ("SUBTRACT", 1)
        assert wire.from_node.inputs[1].links[0].from_node == cut
        assert m.surface_render_method == "DITHERED"
    emission = inputs["Emission Color"] if "Emission Color" in inputs else inputs["Emission"]
    if hasattr(m, "surface_render_method"):
        alpha = "blend" if m.surface_render_method == "BLENDED" else "opaque"
        alpha = "mask" if cut else alpha
    else:
        alpha = {"OPAQUE": "opaque", "CLIP": "mask"}.get(m.blend_method, "blend")
    return {
        "name": m.name,
        "type": "pbr",
        "base_color": unlinked(inputs["Base Color"]),
        "metallic": unlinked(inputs["Metallic"]),
        "roughness": unlinked(inputs["Roughness"]),
        "opacity": unlinked(cut.inputs[0] if cut else inputs["Alpha"]),
        "alpha_mode": alpha,
        "alpha_cutoff": cut.inputs[1].default_value if cut else cutoff(m),
        "double_sided": not m.use_backface_culling,
        "emissive": unlinked(emission),
        "emissive_intensity": inputs["Emission Strength"].default_value,
        "normal_scale": next(
            (n.inputs["Strength"].default_value for n in m.node_tree.nodes if n.type == "NORMAL_MAP"), None
        ),
        "textures": fed(m),
        "texture_maps": maps(m),
        "shader_parameters": {
            name: round(inputs[name].default_value, 6) for name in ("IOR", "Anisotropic") if changed(inputs, name)
        },
        "metadata": custom(m),
    }


def cutoff(m: Any) -> float:
    return 0.5 if hasattr(m, "surface_render_method") else m.alpha_threshold


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
            cuts = link.to_node.type == "MATH"
            found["opacity" if cuts else slots[link.to_socket.name]] = link.from_node.image.name
    return found


#: As the catalogue lists what textures tell.
ORDER = ("base_color", "metallic", "roughness", "normal", "height", "opacity", "emissive", "ambient_occlusion")


def mapped(slot: str, texture: str, channel: str = "color") -> dict[str, Any]:
    """What a texture tells straight."""
    return {"slot": slot, "texture_id": texture, "channel": channel, "invert": False, "flip_green": False}


def maps(m: Any) -> list[dict[str, Any]]:
    """The same, in order; of a picture for colour and opacity its alpha is the latter."""
    found = fed(m)
    alpha = [
        link for link in m.node_tree.links if link.from_node.type == "TEX_IMAGE" and link.from_socket.name == "Alpha"
    ]
    channels = {"opacity": "alpha"} if alpha else {}
    return [mapped(slot, found[slot], channels.get(slot, "color")) for slot in ORDER if slot in found]


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


def environment(item: dict[str, Any]) -> dict[str, Any]:
    w = bpy.data.worlds[item["name"]]
    nodes = {n.type: n for n in w.node_tree.nodes}
    (arrow,) = (one for one in w.node_tree.links if one.to_node.type == "OUTPUT_WORLD")
    shown, picture, mapping = arrow.from_node, nodes.get("TEX_ENVIRONMENT"), nodes.get("MAPPING")
    assert shown.type == "BACKGROUND"
    wires = {(one.from_node.type, one.to_node.type, one.to_socket.name) for one in w.node_tree.links}
    told = {
        "name": w.name,
        "image": None,
        "color": list(shown.inputs["Color"].default_value),
        "intensity": shown.inputs["Strength"].default_value,
        "rotation": None,
        "active": bpy.context.scene.world == w,
        "metadata": custom(w),
    }
    if picture is not None:
        assert wires >= {
            ("TEX_COORD", "MAPPING", "Vector"),
            ("MAPPING", "TEX_ENVIRONMENT", "Vector"),
            ("TEX_ENVIRONMENT", "BACKGROUND", "Color"),
        }
        assert mapping.vector_type == "TEXTURE"
        assert picture.image.size[0] > 1
        turn = Euler(mapping.inputs["Rotation"].default_value).to_matrix().to_quaternion()
        told.update(
            image=bpy.path.abspath(picture.image.filepath), color=None, rotation=[turn.x, turn.y, turn.z, turn.w]
        )
    return told


def render_setting(item: dict[str, Any]) -> dict[str, Any]:
    s = bpy.data.scenes[item["name"]]
    r, i = s.render, s.render.image_settings
    engines = {
        "CYCLES": "cycles",
        "BLENDER_EEVEE": "eevee",
        "BLENDER_EEVEE_NEXT": "eevee",
        "BLENDER_WORKBENCH": "workbench",
    }
    engine = engines[r.engine]
    samples = {
        "cycles": lambda: s.cycles.samples,
        "eevee": lambda: s.eevee.taa_render_samples,
        "workbench": lambda: {"OFF": 1, "FXAA": None}.get(s.display.render_aa) or int(s.display.render_aa),
    }
    formats = {"OPEN_EXR": "exr", "OPEN_EXR_MULTILAYER": "exr_multilayer", "FFMPEG": "video"}
    return {
        "name": s.name,
        "active": bpy.context.window_manager.windows[0].scene == s if len(bpy.context.window_manager.windows) else True,
        "engine": engine,
        "samples": samples[engine](),
        "width": r.resolution_x,
        "height": r.resolution_y,
        "percentage": r.resolution_percentage,
        "frame_start": s.frame_start,
        "frame_end": s.frame_end,
        "fps": r.fps / r.fps_base,
        "output_path": r.filepath,
        "file_format": formats.get(i.file_format, i.file_format.lower()),
        "view_transform": s.view_settings.view_transform,
        "metadata": custom(s),
    }


#: The function for each entity.
ORACLES = {
    "textures": texture,
    "materials": material,
    "cameras": camera,
    "lights": light,
    "environments": environment,
    "render_settings": render_setting,
}
