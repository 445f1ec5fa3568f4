"""What Blender has no place for, in one table: entity, then field or `field=word`, and why.

A field that stands here reads as what Blender always does, or not at all, and writing anything else is
`not_supported` with the reason; nothing is stashed elsewhere to make a round trip pass. `docs/coverage.md` counts
these, and the contract suite fails on a `not_supported` that is not declared here and on one declared that works.
"""

from __future__ import annotations

import functools

from scenewire.adapters.blender import versions
from scenewire.adapters.fields import Lack
from scenewire.adapters.lack_tables import LackTable

_NO_PROPERTIES = "only data-blocks, bones and nodes of Blender have custom properties; keep them on the object"

_NODES = {
    "receive_shadow": Lack("in Blender every surface receives shadows; light linking is the nearest", True),
    "render_order": Lack("Blender draws by depth and has no render order", 0),
}

_COMPONENTS = {"metadata": Lack(f"a part of a mesh has none: {_NO_PROPERTIES}")}

_PBR = "Blender's materials are made of nodes; `pbr`, the Principled BSDF, is the nearest"

_CONSTRAINTS = {
    "metadata": Lack(f"a constraint has none: {_NO_PROPERTIES}"),
    "type=pole": Lack("a pole target is a setting of Blender's IK constraint: give the IK chain a pole target"),
    "type=spring": Lack("Blender has no spring constraint; soft body and rigid body springs are simulations"),
}

_NO_LIMIT = "Blender keeps no such limit: its Limit Total operator takes the weakest off once"

_RIGS = {
    **_NODES,
    "influence_limit": Lack(_NO_LIMIT),
    "world_up_vector": Lack("in Blender Z is up, in every scene", [0, 0, 1]),
    "draw_settings=joint_color": Lack("in Blender each bone has its colour, an armature has none"),
    "draw_settings=bone_color": Lack("in Blender each bone has its colour; an armature has none"),
    "draw_settings=joint_size": Lack("in Blender each bone has its size: give the joints a `joint_radius`"),
}

_NOT_RENDERED = "Blender renders no bones"

_JOINTS = {
    "cast_shadow": Lack(_NOT_RENDERED, False),
    "receive_shadow": Lack(_NOT_RENDERED, False),
    "render_order": Lack(_NOT_RENDERED, 0),
    "preferred_rotation_axis": Lack("Blender's IK bends a chain as it is bent at rest: bend it there a little"),
}

_SKINS = {
    "max_influence_count": Lack(_NO_LIMIT),
    "normalize_weights": Lack("Blender's armature modifier counts weights as parts of their sum, always", True),
    "falloff_radius": Lack("in Blender each bone has the radius of its own envelope"),
    "metadata": Lack(f"a modifier has none: {_NO_PROPERTIES}"),
}

_IK = "Blender bends chains by its own solver, an inverse Jacobian"

_IK_CHAINS = {
    **{f"solver_type={word}": Lack(f"{_IK}, not {word}") for word in ("ccd", "fabrik", "analytic", "spring")},
    "tolerance": Lack(f"{_IK} that has no tolerance: give it more `iterations`"),
    "max_stretch_ratio": Lack("in Blender each bone has a willingness to stretch and no greatest length"),
    "metadata": Lack(f"a constraint has none: {_NO_PROPERTIES}"),
}

_NOT_ALONG = ("x", "z", "-x", "-y", "-z")
_SPLINE_IKS = {
    **{f"forward_axis={word}": Lack("bones of Blender lie along their y axis") for word in _NOT_ALONG},
    "auto_rotate_enabled": Lack("bones under Blender's spline IK keep their own roll", False),
    "up_vector": Lack("bones under Blender's spline IK keep the roll of their rest: orient the joints"),
    "metadata": Lack(f"a constraint has none: {_NO_PROPERTIES}"),
}

_FROM_FORM = "Blender computes the normals and tangents of a shape from its form"

_BLEND_SHAPES = {
    "normal_deltas": Lack(_FROM_FORM),
    "tangent_deltas": Lack(_FROM_FORM),
    "combine_method=average": Lack("Blender adds up the shapes of a mesh"),
    "metadata": Lack(f"a shape key has none: {_NO_PROPERTIES}"),
}


_CLIPS = {
    "frame_rate": Lack("an action of Blender has no rate of its own: it plays at the scene's frames per second"),
    "speed": Lack("an action of Blender has no speed; a strip that plays it has a scale", 1),
    "enabled": Lack("an action of Blender cannot be switched off by itself: mute its channels", True),
}
_CHANNELS = {
    "enabled": Lack("an F-curve of Blender has one switch, which is `muted`", True),
    "metadata": Lack(f"an F-curve has none: {_NO_PROPERTIES}"),
}
_CURVATURES = ("step", "hermite", "catmull")
_NO_WORD = {word: Lack(f"Blender has no {word}: constant, linear, bezier") for word in _CURVATURES}
_ANIM_CURVES = {
    "weighted_tangents": Lack("handles of an F-curve of Blender have lengths of their own, always", True),
    "metadata": Lack(f"an F-curve has none: {_NO_PROPERTIES}"),
    **{f"interpolation_type={word}": lack for word, lack in _NO_WORD.items()},
}
_LAYERS = {
    "parent_id": Lack("NLA tracks of Blender do not nest", None),
    "metadata": Lack(f"an NLA track has none: {_NO_PROPERTIES}"),
}
_DRIVERS = {"metadata": Lack(f"a driver has none: {_NO_PROPERTIES}")}
_KEYFRAMES = {
    "interpolation_in": Lack("Blender keeps it as `interpolation_out` of the keyframe before"),
    "metadata": Lack(f"a keyframe has none: {_NO_PROPERTIES}"),
    **{f"interpolation_out={word}": lack for word, lack in _NO_WORD.items()},
}


@functools.cache
def table() -> dict[str, dict[str, Lack]]:
    """Entity, then field or `field=word`, and why; of the Blender that this runs in."""
    return {
        "nodes": _NODES,
        "meshes": _NODES,
        "cameras": _NODES,
        "lights": {**_NODES, **_lights()},
        "constraints": _CONSTRAINTS,
        "curves": {**_NODES, "knots": Lack("Blender makes the knots of a NURBS curve from its degree and ends")},
        "vertices": _COMPONENTS,
        "edges": _COMPONENTS,
        "faces": {
            **_COMPONENTS,
            "smoothing_group": Lack("Blender has no smoothing groups: faces are smooth or not, edges sharp or not"),
        },
        "uv_maps": {"metadata": Lack(f"a UV map has none: {_NO_PROPERTIES}")},
        "subdivision_surfaces": {
            "metadata": Lack(f"a modifier has none: {_NO_PROPERTIES}"),
            "scheme=loop": Lack("Blender subdivides by Catmull-Clark or bilinearly, also triangles"),
            "boundary_interpolation=none": Lack("Blender keeps the edges of open boundaries always"),
        },
        "textures": {"extension": Lack("in Blender it belongs to each node that shows the image", "repeat")},
        "materials": _materials(),
        "rigs": _RIGS,
        "joints": _JOINTS,
        "rig_controls": {
            **_JOINTS,
            "display_type=reference": Lack("bones of Blender have no such display; `locked` keeps from selecting them"),
        },
        "skins": _SKINS,
        "ik_chains": _IK_CHAINS,
        "spline_iks": _SPLINE_IKS,
        "blend_shapes": _BLEND_SHAPES,
        "blend_shape_groups": {
            "driver": Lack("in Blender each shape key has a driver of its own: create a driver for each weight"),
        },
        "joint_limits": {"metadata": Lack(f"a constraint has none: {_NO_PROPERTIES}")},
        "clips": _CLIPS,
        "channels": _CHANNELS,
        "anim_curves": _ANIM_CURVES,
        "keyframes": _KEYFRAMES,
        "layers": _LAYERS,
        "drivers": _DRIVERS,
    }


def _lights() -> dict[str, Lack]:
    if versions.lights_have_exposure():
        return {}
    return {"exposure": Lack("lights of this Blender have no exposure; give the intensity times 2 per stop", 0)}


def _materials() -> dict[str, Lack]:
    lacks = {f"type={word}": Lack(f"{_PBR} to {word}") for word in ("lambert", "phong", "toon", "custom")}
    lacks["textures=ambient_occlusion"] = Lack("Principled BSDF has no occlusion: Blender computes it from the scene")
    lacks["type=standard"] = Lack(f"{_PBR}: `standard` would be read back as `pbr`")
    return lacks


_LACKS = LackTable(table)
lacks_of, refuse_word, declared = _LACKS.lacks_of, _LACKS.refuse_word, _LACKS.declared
