"""What USD has no place for, in one table: entity, then field or `field=word`, and why; and the operations that it
cannot have at all.

A field that stands here reads as what USD always does, or not at all, and writing anything else is `not_supported`
with the reason; nothing is stashed in custom data to make a round trip pass.
"""

from __future__ import annotations

from scenewire.adapters.fields import Lack
from scenewire.adapters.lack_tables import LackTable

_NODES = {
    "locked": Lack("prims of USD have no lock for the artist; a layer has: layer.SetPermissionToEdit", False),
    "cast_shadow": Lack("in USD lights say what casts their shadows: the collection shadowLink of each light", True),
    "receive_shadow": Lack("in USD every surface receives shadows; light linking is the nearest", True),
    "render_order": Lack("USD has no render order: renderers draw by depth", 0),
}

_HELD = "before the first and after the last time sample USD keeps what is there"
_BEYOND = ("linear", "cycle", "cycle_with_offset", "oscillate")
_STRAIGHT = (
    "time samples are joined by straight lines, and splines of attributes are not written here yet: give more samples"
)
_BETWEEN = ("step", "bezier", "hermite", "catmull", "constant")

_RIG = "UsdSkel has joints, skinning and blend shapes, and nothing that poses them"
_ENTRY = "a joint of UsdSkel is an entry in arrays, a path and two matrices, and has no such thing"
_JOINTS = {
    "length": Lack("a joint of UsdSkel is a place, and has no length: its children say where it ends", 1),
    **{f"rotation_mode={word}": Lack("poses of UsdSkel are quaternions")
       for word in ("axis_angle", "xyz", "xzy", "yxz", "yzx", "zxy", "zyx")},
    "visible": Lack(f"{_ENTRY} (hide the skeleton)", True),
    "locked": Lack(_ENTRY, False),
    "channel_control": Lack(_ENTRY),
    "color": Lack(_ENTRY, None),
    "cast_shadow": Lack("joints are not rendered", False),
    "receive_shadow": Lack("joints are not rendered", False),
    "render_order": Lack("joints are not rendered", 0),
    "preferred_rotation_axis": Lack(f"USD has no IK: {_RIG}"),
    "segment_scale_compensate": Lack("in UsdSkel the scale of a joint is its children's too, always", False),
    "joint_radius": Lack(_ENTRY),
    "metadata": Lack(f"{_ENTRY}: keep it on the skeleton"),
}  # fmt: skip

_EDIT_MODE = "a stage has no edit mode: a viewer of it has"
_ELEMENT = {
    "selected": Lack(_EDIT_MODE, False),
    "metadata": Lack("an element of a mesh is an entry in arrays: a primvar of the mesh keeps something for each"),
}

TABLE: dict[str, dict[str, Lack]] = {
    "nodes": _NODES,
    "groups": {
        "visible": Lack("collections of USD show and hide nothing: hide the nodes", True),
        "locked": Lack("collections of USD have no lock; a layer has: layer.SetPermissionToEdit", False),
    },
    "meshes": {
        **_NODES,
        "smooth": Lack("a mesh of USD has no such switch: its normals say how it is shaded"),
        "tangents": Lack("USD has no tangents of a mesh: renderers compute them from normals and texture coordinates"),
    },
    "vertices": {**_ELEMENT, "hidden": Lack(_EDIT_MODE, False)},
    "edges": {
        **_ELEMENT,
        "hidden": Lack(_EDIT_MODE, False),
        "sharp": Lack("USD has no sharp edges: normals of face corners break the shading, a crease the surface", False),
        "seam": Lack("USD keeps no seams: a UV map is cut where the corners of a vertex differ", False),
    },
    "faces": {
        **_ELEMENT,
        "hidden": Lack("a hole (holeIndices) is hidden from renderers too, and a stage has no edit mode", False),
        "smooth": Lack("a face of USD has no such switch: its normals say how it is shaded", False),
        "smoothing_group": Lack("USD has no smoothing groups: normals of face corners say how faces are shaded"),
    },
    "cameras": _NODES,
    "lights": _NODES,
    "curves": _NODES,
    "materials": {
        **{
            f"type={word}": Lack(f"UsdPreviewSurface has one shading model, and it is not {word}: `pbr`")
            for word in ("standard", "lambert", "phong", "toon", "custom")
        },
        "alpha_mode=opaque": Lack("UsdPreviewSurface cannot ignore opacity: give an opacity of 1 with `blend`"),
        "double_sided": Lack("in USD a mesh is double-sided, not its material: the attribute doubleSided"),
        "emissive_intensity": Lack("UsdPreviewSurface has emissiveColor alone, which may be above 1", 1.0),
    },
    "textures": {
        "data": Lack("a stage keeps no images, only the paths to their files: write a file and give its path"),
        "width": Lack("a stage makes and scales no images: they are what their files are"),
        "height": Lack("a stage makes and scales no images: they are what their files are"),
        "color_space=linear": Lack(
            "UsdUVTexture has linear colours of EXR and HDR files alone (`auto`); of others `data` is the nearest"
        ),
    },
    "uv_maps": {
        "active": Lack("in USD a material names the UV map that it reads; a mesh has no active one"),
    },
    "subdivision_surfaces": {
        "subdivision_level": Lack("how finely a subdivision surface is drawn is up to who draws it, not the mesh", 1),
        "render_level": Lack("how finely a subdivision surface is drawn is up to the renderer, not the mesh", 1),
        "active": Lack("a mesh of USD is subdivided or it is not: delete its subdivision surface", True),
    },
    "channels": {
        "clip_id": Lack("a stage has one animation, and no clips in it: value clips are layers of their own"),
        "enabled": Lack("time samples are what the number is, always: delete the channel", True),
        "muted": Lack("time samples are what the number is, always: delete the channel", False),
        "locked": Lack("attributes of USD have no lock; a layer has: layer.SetPermissionToEdit", False),
        **{f"extrapolation_{end}={word}": Lack(_HELD) for end in ("pre", "post") for word in _BEYOND},
    },
    "anim_curves": {
        **{f"interpolation_type={word}": Lack(_STRAIGHT) for word in _BETWEEN},
        **{f"{end}_infinity={word}": Lack(_HELD) for end in ("pre", "post") for word in _BEYOND},
        "weighted_tangents": Lack(
            "time samples have no tangents, and splines of attributes are not written here yet", False
        ),
    },
    "keyframes": {
        **{f"interpolation_{side}={word}": Lack(_STRAIGHT) for side in ("in", "out") for word in _BETWEEN},
        "tangent_in": Lack("time samples have no tangents, and splines of attributes are not written here yet"),
        "tangent_out": Lack("time samples have no tangents, and splines of attributes are not written here yet"),
        "is_breakdown": Lack("time samples are all of one sort", False),
        "metadata": Lack("a time sample is a number alone: keep it on the channel"),
    },
    "rigs": {
        **_NODES,
        "influence_limit": Lack("a skeleton of UsdSkel has no such limit: each mesh has places for so many weights"),
        "world_up_vector": Lack("up is the stage's, which all of it is made for: its upAxis"),
        "auto_ik_enabled": Lack(f"USD has no IK: {_RIG}", False),
        "draw_settings": Lack("UsdSkel says nothing of how a skeleton is drawn"),
    },
    "joints": _JOINTS,
    "skins": {
        "max_influence_count": Lack("a mesh has places for so many weights as its vertices need"),
        "normalize_weights": Lack("UsdSkel takes weights as they are: give them so that their sum is 1", False),
        "falloff_radius": Lack("UsdSkel computes no weights"),
        "enabled": Lack("what binds a mesh in UsdSkel has no switch: delete the skin", True),
        "metadata": Lack("what binds a mesh in UsdSkel stands on the mesh itself: keep it there"),
    },
    "blend_shapes": {
        "tangent_deltas": Lack("a BlendShape of UsdSkel has offsets of points and of normals, and none of tangents"),
        "combine_method=average": Lack("UsdSkel adds up what its blend shapes do, always"),
        "enabled": Lack("a BlendShape of UsdSkel has no switch: give it the weight 0", True),
    },
    "blend_shape_groups": {
        "is_inbetween": Lack(
            "UsdSkel adds shapes up by their weights; an inbetween is a part of one BlendShape", False
        ),
        "driver": Lack("USD computes nothing: weights are what the SkelAnimation says"),
    },
    "render_settings": {
        "engine": Lack("UsdRender says what to render, not which renderer does"),
        "samples": Lack("in USD samples are a setting of each renderer, in its own namespace"),
        "percentage": Lack("UsdRenderSettings has a resolution alone: give another width and height", 100),
        "file_format": Lack("in USD the ending of the render product's name is its format: give `output_path`"),
        "view_transform": Lack("UsdRender has the colour space to render in, none to show the picture in"),
    },
}

_CRUD = ("create", "get", "list", "update", "delete")


def _of(plurals: tuple[str, ...], reason: str) -> dict[str, str]:
    return {f"{verb}_{plural}": reason for plural in plurals for verb in _CRUD}


#: What is impossible here by what USD is.
IMPOSSIBLE: dict[str, str] = {
    **_of(("constraints",), f"USD has no constraints of transforms: {_RIG}"),
    **_of(("ik_chains", "spline_iks"), f"USD has no IK: {_RIG}"),
    **_of(("joint_limits",), f"limits of UsdPhysics hold rigid bodies, and {_RIG}"),
    **_of(("rig_controls",), f"USD has no controls: {_RIG}"),
    **_of(("drivers",), "USD computes nothing: values are opinions, samples and splines"),
    **_of(("clips",), "a stage has one animation, and no clips in it: value clips are layers of their own"),
    **_of(("layers",), "USD blends no animation: value clips replace, layers of a stage override"),
    **dict.fromkeys(
        ("trim_clips", "split_clips", "merge_clips", "evaluate_animation"),
        "a stage has one animation, and no clips in it: value clips are layers of their own",
    ),
    **dict.fromkeys(
        ("set_layer_weights", "edit_layer_clips"),
        "USD blends no animation: value clips replace, layers of a stage override",
    ),
    **dict.fromkeys(("set_channel_mute", "set_channel_solo"), TABLE["channels"]["muted"].reason),
    "set_interpolation": _STRAIGHT,
    "solve_ik": f"USD has no IK: {_RIG}",
    "set_ik_influence": f"USD has no IK: {_RIG}",
    "set_subdivision_levels": TABLE["subdivision_surfaces"]["subdivision_level"].reason,
    **dict.fromkeys(
        ("add_modifiers", "apply_modifiers"), "a prim of USD has no modifiers: what a layer says is what it is"
    ),
    "evaluate_drivers": "USD computes nothing: values are opinions, samples and splines",
    "set_locked": _NODES["locked"].reason,
    "get_selection": "a stage has no selection: a viewer of it has",
    "select": "a stage has no selection: a viewer of it has",
    "clear_selection": "a stage has no selection: a viewer of it has",
    "select_joints": "a stage has no selection: a viewer of it has",
    "select_edge_loops": "a stage has no selection: a viewer of it has",
    "select_edge_rings": "a stage has no selection: a viewer of it has",
    "play_clips": "a stage plays nothing: a viewer of it does",
    "look": "USD itself draws nothing, and usd-core comes without a renderer: open the file in a viewer",
    "render": "USD itself draws nothing, and usd-core comes without a renderer: open the file in a renderer",
}


def why_not(operation: str) -> str:
    """Why an operation cannot be done: because of what USD is, or because nobody has written it yet."""
    return IMPOSSIBLE.get(operation, f"`{operation}` is not written for USD yet")


_LACKS = LackTable(lambda: TABLE)
lacks_of, refuse_word, declared = _LACKS.lacks_of, _LACKS.refuse_word, _LACKS.declared
