"""What Maya has no place for, in one table: entity, then field or `field=word`, and why; and the operations that it
cannot have at all, or that nobody has written yet.

A field that stands here reads as what Maya always does, or not at all, and writing anything else is `not_supported`
with the reason; nothing is stashed in attributes of ours to make a round trip pass.
"""

from __future__ import annotations

from scenewire.adapters.fields import Lack
from scenewire.adapters.lack_tables import LackTable

_ORDER = Lack("Maya draws by depth and has no render order", 0)
_NODES = {
    "cast_shadow": Lack("shadows are a render stat of shapes, and a transform has none: give it to the mesh"),
    "receive_shadow": Lack("shadows are a render stat of shapes, and a transform has none: give it to the mesh"),
    "render_order": _ORDER,
}
_LIGHTS_SHADOW = Lack(
    "a light throws no shadow of itself in Maya: `casts_shadow` says whether its light throws shadows"
)
_CURVE_SHADOW = Lack("curves are not rendered by Maya itself: they have no render stats")
_CAMERA_SHADOW = Lack("cameras are not rendered: they have no render stats")


def _shadows(lack: Lack) -> dict[str, Lack]:
    return {"cast_shadow": lack, "receive_shadow": lack, "render_order": _ORDER}


_COMPONENTS = {
    "metadata": Lack("components of Maya have no attributes of their own: keep it on the mesh"),
    "hidden": Lack(
        "Maya hides components by `hide`, and nothing that is documented tells which ones are hidden", False
    ),
}
_BY_PATH = Lack("a channel of Maya has its curve from the beginning: update that, or give `node_id` and `path`")
_SOLVER = Lack("Maya's solvers are others: the rotate plane solver is `analytic`")
_TANGENTS = {
    "step": Lack("a value that is held until the next key is `constant`, in Maya a stepped tangent"),
    "hermite": Lack("Maya's tangents are of other types: `bezier` is the nearest"),
    "catmull": Lack("Maya's tangents are of other types: `bezier` is the nearest"),
}

_NO_CLIPS = Lack("an animation layer of Maya has curves of its own, one for each attribute in it, and plays no clips")
_JOINTS = {
    "length": Lack("a joint of Maya is a place, and has no length: its children say where the bone ends", 1),
    "pose_position": Lack("a joint of Maya has one translation: where it is now is its `position`", [0, 0, 0]),
    "rotation_mode=quaternion": Lack("joints of Maya turn by Euler angles, in any order"),
    "rotation_mode=axis_angle": Lack("joints of Maya turn by Euler angles, in any order"),
    "cast_shadow": Lack("joints are not rendered", False),
    "receive_shadow": Lack("joints are not rendered", False),
    "render_order": Lack("joints are not rendered", 0),
    "preferred_rotation_axis": Lack(
        "what IK begins with is a pose in Maya, the preferred angles: bend the joint, then "
        "cmds.joint(edit=True, setPreferredAngles=True)"
    ),
}
_MESH_SHAPE = Lack("controls of Maya are drawn as curves: `custom` is read where the artist has drawn one", None)
_MADE_OF = {"average": "(a + b) / 2", "sum": "a + b", "minimum": "min(a, b)", "maximum": "max(a, b)"}

TABLE: dict[str, dict[str, Lack]] = {
    "nodes": _NODES,
    "groups": {
        "visible": Lack("sets of Maya show and hide nothing: hide the nodes, or put them in a display layer", True),
        "locked": Lack("sets of Maya lock no members: lock the nodes, or put them in a display layer", False),
    },
    "constraints": {
        "influence": Lack(
            "the weight of a target is its share among several in Maya: one alone counts whole. Blend by pairBlend", 1
        ),
        "type=ik": Lack("in Maya joints are bent by an IK handle, which is no constraint"),
        "type=spring": Lack("Maya has no spring constraint of transforms: springs hold particles and rigid bodies"),
        "type=path": Lack("in Maya a motionPath moves along curves, which is a node of animation and no constraint"),
        "space=local": Lack("Maya's constraints compare in the world"),
        "space=custom": Lack("Maya's constraints compare in the world"),
        "custom_space_id": Lack("Maya's constraints compare in the world", None),
    },
    "meshes": {
        "render_order": _ORDER,
    },
    "cameras": _shadows(_CAMERA_SHADOW),
    "lights": {
        **_shadows(_LIGHTS_SHADOW),
        "exposure": Lack("Maya's own lights have an intensity alone; with Arnold loaded aiExposure is an attribute", 0),
        "width": Lack("an area light of Maya is as large as its transform: 2 by 2 units at a scale of 1"),
        "height": Lack("an area light of Maya is as large as its transform: 2 by 2 units at a scale of 1"),
    },
    "curves": {
        **_shadows(_CURVE_SHADOW),
    },
    "materials": {
        "type=standard": Lack("Maya's standardSurface is a metallic and roughness model: `pbr`"),
        "type=toon": Lack("Maya's toon outlines and ramp shaders are networks, not one shading model"),
        "type=custom": Lack("`custom` is read where a shader is none of the others"),
        "alpha_mode=opaque": Lack("Maya's shaders cannot ignore their opacity: give an opacity of 1"),
        "alpha_mode=mask": Lack("Maya's shaders blend: a hard cut is a matter of the texture, or of a renderer"),
        "alpha_cutoff": Lack("Maya's shaders blend: a hard cut is a matter of the texture, or of a renderer"),
        "double_sided": Lack(
            "in Maya a mesh is double-sided, not its material: the attribute doubleSided of its shape"
        ),
        "normal_scale": Lack("bump2d takes tangent space normals as they are painted, without a strength", 1),
        "textures=ambient_occlusion": Lack(
            "Maya's shaders have no occlusion: `set_texture_maps` darkens the colour by it"
        ),
    },
    "subdivision_surfaces": {
        "name": Lack("in Maya it is the smooth preview of a mesh and is called as that: rename the mesh"),
        "active": Lack("in Maya it is there as long as its mesh is shown smooth: delete it, and create it again", True),
        "metadata": Lack("the smooth preview is attributes of a mesh's shape: keep it on the mesh"),
        "scheme=loop": Lack("Maya's smooth preview is Catmull-Clark's, of triangles too"),
        "scheme=bilinear": Lack("Maya's smooth preview is Catmull-Clark's: subdivide the mesh itself instead"),
        "boundary_interpolation=none": Lack("OpenSubdiv in Maya keeps the edges of open boundaries always"),
    },
    "textures": {
        "data": Lack("a Maya scene keeps no images, only the paths to their files: write a file and give its path"),
        "width": Lack("a Maya scene makes and scales no images: they are what their files are"),
        "height": Lack("a Maya scene makes and scales no images: they are what their files are"),
        "extension=extend": Lack("place2dTexture repeats, mirrors, or shows the default colour beyond the edges"),
    },
    "vertices": {
        **_COMPONENTS,
        "weights": Lack("in Maya weights are those of a skinCluster: give them to the skin"),
    },
    "edges": {
        **_COMPONENTS,
        "seam": Lack(
            "Maya has no marks for unwrapping: its seams are where UVs are cut, polyMapCut and polyMapSew", False
        ),
    },
    "faces": {
        **_COMPONENTS,
        "smoothing_group": Lack("Maya has no smoothing groups: its edges are soft or hard"),
    },
    "uv_maps": {
        "metadata": Lack("a UV set of Maya is an entry of the mesh and has no attributes: keep them on the mesh"),
    },
    "rigs": {
        **_NODES,
        "influence_limit": Lack("in Maya each skinCluster has such a limit, not the skeleton"),
        "auto_ik_enabled": Lack("Maya's joints are bent by IK handles, not by dragging one of them", False),
        "draw_settings": Lack(
            "how joints are drawn is each view's affair (modelEditor -jointXray) and a preference (jointDisplayScale)"
        ),
        "world_up_vector": Lack("up is the scene's, which all of it is made for: upAxis"),
    },
    "joints": _JOINTS,
    "rig_controls": {
        **_JOINTS,
        "custom_mesh_id": _MESH_SHAPE,
        "shape=custom": _MESH_SHAPE,
        "space_type=world": Lack("in Maya joints follow in the world alone: without a distance it is `object`"),
        "space_type=joint": Lack("what a control moved by itself is its attributes: connect those, or `parent`"),
        "display_type=reference": Lack("what shows and cannot be picked is `locked`"),
    },
    "joint_limits": {
        "name": Lack("limits of Maya are attributes of the joint, by whose name they go"),
        "enabled": Lack("limits of Maya hold as long as there are any: each end of each axis has its own switch", True),
        "metadata": Lack("limits of Maya are attributes of the joint: keep it there"),
    },
    "blend_shapes": {
        "combine_method=average": Lack("a blendShape of Maya adds its targets up, each by its weight"),
        "normal_deltas": Lack("Maya computes normals from the form, which is all that a target has"),
        "tangent_deltas": Lack("Maya computes tangents from the form, which is all that a target has"),
        "metadata": Lack(
            "a target of Maya is an entry of its blendShape and has no attributes: keep them on the group"
        ),
    },
    "blend_shape_groups": {
        "is_inbetween": Lack(
            "the targets of a blendShape are added up: what comes between is a further form of one target", False
        ),
        "driver": Lack("in Maya each weight of a blendShape is an attribute with a driver or curve of its own"),
    },
    "skins": {
        "falloff_radius": Lack("weights that Maya computes fall off at a rate, the dropoffRate, and end nowhere"),
    },
    "ik_chains": {
        "solver_type=ccd": _SOLVER,
        "solver_type=fabrik": _SOLVER,
        "solver_type=jacobian": _SOLVER,
        "solver_type=spring": Lack("Maya's spring solver is in a plug-in (ikSpringSolver), and is only read"),
        "iterations": Lack("steps are the solver's in Maya, which all handles share: maxIterations of ikRPsolver"),
        "tolerance": Lack("nearness is the solver's in Maya, which all handles share: tolerance of ikRPsolver"),
        "maintain_rotation": Lack(
            "a handle of Maya turns what is above its end: give the end an orientation constraint", False
        ),
        "stretch_enabled": Lack("joints of Maya stretch by nodes that riggers connect, not by their handle", False),
        "max_stretch_ratio": Lack("joints of Maya stretch by nodes that riggers connect, not by their handle"),
        "enabled": Lack("a handle of Maya has its ikBlend alone: give an `influence` of 0", True),
    },
    "channels": {
        "clip_id": Lack("curves of Maya animate attributes by themselves, and lie in no clips"),
        "enabled": Lack("a channel of Maya is switched off by its mute: `muted`", True),
    },
    "anim_curves": {
        "channel_id": _BY_PATH,
        **{f"interpolation_type={word}": lack for word, lack in _TANGENTS.items()},
    },
    "layers": {
        "clip_ids": _NO_CLIPS,
        "strips": _NO_CLIPS,
    },
    "spline_iks": {
        "auto_rotate_enabled": Lack("joints of Maya's spline solver always roll with their curve", True),
    },
    "drivers": {
        f"type={word}": Lack(f"an expression of Maya says what it makes of its variables: `{example}`")
        for word, example in _MADE_OF.items()
    },
    "keyframes": {
        **{f"interpolation_{side}={word}": lack for side in ("in", "out") for word, lack in _TANGENTS.items()},
        "interpolation_in=constant": Lack("a value that is held is said by the key before it: its `interpolation_out`"),
        "tangent_in": Lack("handles of keys are not written for Maya yet; its tangents are angles and weights"),
        "tangent_out": Lack("handles of keys are not written for Maya yet; its tangents are angles and weights"),
        "metadata": Lack("a key of Maya is a time and a value: keep it on the animation curve"),
    },
    "render_settings": {
        "engine": Lack("none of these renderers draws in Maya: its own are plug-ins, the attribute currentRenderer"),
        "samples": Lack("in Maya samples are a setting of each renderer, in nodes of its own"),
        "percentage": Lack("Maya renders at its resolution: give another width and height", 100),
        "view_transform": Lack("in Maya the view transform belongs to each view, with a default in its preferences"),
        "metadata": Lack("a Maya scene keeps texts alone (fileInfo), which undo does not take back"),
        **{
            f"file_format={word}": Lack(
                "Maya's image formats are others: png, jpeg, tiff, bmp, targa and exr are there"
            )
            for word in ("jpeg2000", "exr_multilayer", "hdr", "webp", "dpx", "cineon", "video")
        },
    },
}

_CRUD = ("create", "get", "list", "update", "delete")


def _of(plurals: tuple[str, ...], reason: str) -> dict[str, str]:
    return {f"{verb}_{plural}": reason for plural in plurals for verb in _CRUD}


#: What is impossible here by what Maya is.
IMPOSSIBLE: dict[str, str] = {
    **_of(
        ("clips",),
        "curves of Maya animate attributes by themselves: clips are the Time Editor's, which takes the curves out of "
        "the scene and plays them instead",
    ),
    **dict.fromkeys(
        (
            "evaluate_animation",
            "set_channel_solo",
            "trim_clips",
            "split_clips",
            "merge_clips",
            "play_clips",
            "edit_layer_clips",
        ),
        "curves of Maya animate attributes by themselves, and lie in no clips",
    ),
}


#: Compounds whose parts are there, and do here what the whole cannot stand on.
COMPOUNDS: dict[str, str] = {
    "create_space_switch": "in Maya one parentConstraint has all spaces as its targets, and none has an influence of "
    "its own: drive the weights of its targets",
    "create_ik_fk_switch": "joints of Maya have no length, and its constraints no influence, by which joints go from "
    "FK to IK: a handle has both, its `influence`",
}


def why_not(operation: str) -> str:
    """Why an operation cannot be done: because of what Maya is, or because nobody has written it yet."""
    return IMPOSSIBLE.get(operation, f"`{operation}` is not written for Maya yet")


_LACKS = LackTable(lambda: TABLE)
lacks_of, refuse_word, declared = _LACKS.lacks_of, _LACKS.refuse_word, _LACKS.declared
