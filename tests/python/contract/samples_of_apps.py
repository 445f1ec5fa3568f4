"""What one application alone makes of entities: its names, values, and how fields hang together there. The first key is
the application.
"""

from __future__ import annotations

from typing import Any

from .sample_things import across, bent, corners, creases, cups, hexagon, jointed, numbered, subdivided
from .samples import CHANNELS, POSED

#: What a shape changes the normals of four vertices by.
TURNED = [[0.0, 0.5, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, -0.25], [1.0, 0.0, 0.0]]

#: What follows the entity's name in names, where an application does not keep those of people.
STEMS = {"maya": "_Groesse_"}
#: Names that an application keeps as they are, where it does not keep any.
NAMES = {"maya": ("Renamed", "renamed_Again2", "_x9")}
#: The same of one entity alone: assets of Unreal have letters of all people, digits and `_`.
STEMS_OF = {("unreal", "materials"): "_Größe_"}
NAMES_OF = {("unreal", "materials"): ("Renamed", "再命名_ñandú", "_x9")}

#: Values in place of those that others take (`samples.py`).
SAMPLES: dict[str, dict[str, dict[str, tuple[Any, Any]]]] = {
    "usd": {
        "materials": {"shader_parameters": ({"ior": 1.75, "clearcoat": 0.5}, {"ior": 1.25})},
        # As many as four points of degree three have.
        "curves": {"knots": ([0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 0, 2, 2, 2, 2]), "closed": (False, True)},
        # Weights are those of joints.
        "vertices": {
            "weights": (lambda on: bent(on, {"arm": 0.25, "hand": 1.0}), lambda on: bent(on, {"arm": 0.75})),
        },
        # Edges are sides of faces: a new one divides a face.
        "edges": {"vertex_ids": (lambda on: across(on, 0, 2), lambda on: across(on, 3, 5))},
        "faces": {"vertex_ids": (lambda on: corners(on, 0, 1, 2, 3), lambda on: corners(on, 0, 1, 2))},
        # A mesh is subdivided in one way.
        "subdivision_surfaces": {
            "base_mesh_id": (lambda on: subdivided(on, 0), lambda on: subdivided(on, 1)),
            "crease_edges": (
                lambda on: creases(on, 0.5, on.made["last"]),
                lambda on: creases(on, 0.25, on.made["last"]),
            ),
        },
        # A row for each vertex.
        "blend_shapes": {"normal_deltas": (TURNED, TURNED[::-1])},
        # A mesh has one group of shapes, and one skin.
        "blend_shape_groups": {"mesh_id": (lambda on: on.reference("Mesh", 0), lambda on: on.reference("Mesh", 1))},
        "skins": {"mesh_id": (lambda on: on.reference("Mesh", 0), lambda on: on.reference("Mesh", 1))},
        # Time samples go straight from one to the next, and stay what they are beyond the last.
        "channels": {f"extrapolation_{end}": ("constant", "constant") for end in ("pre", "post")},
        "anim_curves": {
            "interpolation_type": ("linear", "linear"),
            **{f"{end}_infinity": ("constant", "constant") for end in ("pre", "post")},
        },
        "keyframes": {f"interpolation_{side}": ("linear", "linear") for side in ("in", "out")},
    },
}

SAMPLES["maya"] = {
    "materials": {
        "shader_parameters": ({"coat": 0.5, "specularIOR": 1.75}, {"specularIOR": 1.25}),
        # The others have less: they are tried word by word.
        "type": ("pbr", "pbr"),
    },
    # A face wears one material, and a mesh has no slots besides.
    "meshes": {
        "material_ids": (lambda on: [on.reference("Material", 0)], lambda on: [on.reference("Material", 1)]),
    },
    # An edge cuts a face in two; a face that is deleted takes the vertices along that no other one has.
    "edges": {
        "mesh_id": (lambda on: hexagon(on), lambda on: hexagon(on)),
        "vertex_ids": tuple(lambda on, ends=ends: numbered(hexagon(on), *ends) for ends in ((0, 2), (3, 5))),
    },
    "faces": {
        "mesh_id": (lambda on: cups(on), lambda on: cups(on)),
        "vertex_ids": tuple(lambda on, at=at: numbered(cups(on), at, at + 2, at + 1) for at in (0, 4)),
    },
    # A mesh has one.
    "subdivision_surfaces": {
        "base_mesh_id": (lambda on: on.reference("Mesh", 0), lambda on: on.reference("Mesh", 1)),
        "crease_edges": (lambda on: creases(on, 0.5), []),
    },
    "curves": SAMPLES["usd"]["curves"],
    # A mesh has one skin, and a skin an influence.
    "skins": {
        "mesh_id": SAMPLES["usd"]["skins"]["mesh_id"],
        "rig_id": (lambda on: jointed(on), lambda on: jointed(on)),
    },
    # What is locked there is locked for everybody: the first one stays free.
    **{
        plural: {"channel_control": (dict.fromkeys(CHANNELS, True), POSED["channel_control"][1])}
        for plural in ("joints", "rig_controls")
    },
    "render_settings": {"file_format": ("exr", "png")},
}

SAMPLES["unreal"] = {
    "materials": {
        "shader_parameters": ({"Specular": 0.25, "Anisotropy": 0.75}, {"Specular": 1.0}),
        # There are no textures yet: what is refused is the field.
        "textures": ({"base_color": "none"}, {"normal": "none"}),
    },
    # A mesh wears one material.
    "meshes": {"material_ids": SAMPLES["maya"]["meshes"]["material_ids"]},
}

#: field -> fields that may change along there too (`forms.py`).
ALONG: dict[str, dict[str, dict[str, set[str]]]] = {
    "maya": {
        "curves": {"control_points": {"knots"}, "degree": {"knots"}, "closed": {"control_points", "knots"}},
    },
    # In USD only what is cut has a cutoff: the mode is whether it has one.
    "usd": {
        "materials": {"alpha_mode": {"alpha_cutoff"}},
        "curves": {"control_points": {"knots"}, "degree": {"knots"}, "closed": {"control_points"}},
    },
}

#: What an application must be given besides what the catalogue asks for: limits that limit nothing are none in Maya.
NEEDED: dict[str, dict[str, set[str]]] = {
    "maya": {"joint_limits": {"rotation_limits"}},
    # What lies at corners of faces is refused there, and faces it must have to be looked at at all.
    "unreal": {"meshes": {"indices"}},
}

#: Fields that it keeps less exactly than others (`forms.py`): lights of Unreal keep 8 bits of sRGB for each channel.
COARSE: dict[str, dict[str, float]] = {"unreal": {"lights.color": 6e-3}}

#: Fields that there too only something that exists already can have: a vertex of Maya has a colour at corners of faces,
#: which `test_maya_components.py` tests.
LATER: dict[str, dict[str, set[str]]] = {"maya": {"vertices": {"color"}}}
