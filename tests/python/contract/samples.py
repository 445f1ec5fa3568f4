"""Values that must fit each other, which the catalogue's kinds cannot know. An entity needs an entry only when the
values by kind do not do.
"""

from __future__ import annotations

import itertools
from typing import Any

from .sample_things import (
    CORNERS,
    QUAD,
    RGBA,
    braced,
    chain,
    corners,
    creases,
    follows,
    links,
    picture,
    points,
    textures,
    weight_table,
)

# One for each of the six corners: what was given per vertex is read back per corner.
UNIT = [[0, 0, 1], [0, 0.6, 0.8], [0.6, 0, 0.8], [0, 0, 1], [0.6, 0, 0.8], [0, -0.6, 0.8]]
ROWS = [[0, 0], [1, 0], [1, 1], [0, 0.25], [0.75, 1], [0, 1]]

#: Counts the keyframes made.
STEPS = itertools.count()

CHANNELS = [kind + axis for kind in "trs" for axis in "xyz"]

ONE_MESH = (lambda on: on.reference("Mesh", 0), lambda on: on.reference("Mesh", 0))
ONE_RIG = (lambda on: on.reference("Rig", 0), lambda on: on.reference("Rig", 0))

#: What joints have, and controls, which are joints.
POSED: dict[str, tuple[Any, Any]] = {
    "rig_id": ONE_RIG,
    "channel_control": (
        {name: name[0] == "t" for name in CHANNELS},
        {name: name[1] == "x" for name in CHANNELS},
    ),
}

#: field -> first and second value. A value that is callable gets the function that makes references.
SAMPLES: dict[str, dict[str, tuple[Any, Any]]] = {
    "meshes": {
        "vertices": (QUAD, [[0, 0, 1], [3, 0, 0], [3, 1, 0], [0, 2, 0]]),
        "indices": (CORNERS, [0, 1, 3, 1, 2, 3]),
        "face_sizes": ([3, 3], [3, 3]),
        "normals": (UNIT, UNIT[::-1]),
        "uvs": (ROWS, ROWS[::-1]),
        "colors": (RGBA, RGBA[::-1]),
        "face_materials": ([0, 0], [0, 0]),
    },
    "cameras": {"near": (0.25, 0.5), "far": (250.0, 500.0)},
    "constraints": {
        "space": ("world", "local"),
        # The same as the other one: there is no place for a third thing that it could be compared in.
        "custom_space_id": (lambda on: on.reference("Node", 0), lambda on: on.reference("Node", 1)),
    },
    "vertices": {
        "hidden": (False, True),
        "mesh_id": ONE_MESH,
        "position": ([0.25, 0.5, 4.0], [0.5, -3.0, 2.0]),
        "weights": ({"arm": 0.25, "hand": 1.0}, {"arm": 0.75}),
    },
    "edges": {
        "hidden": (False, True),
        "mesh_id": ONE_MESH,
        "vertex_ids": (lambda on: corners(on, 1, 2), lambda on: corners(on, 0, 2)),
    },
    "faces": {
        "hidden": (False, True),
        "mesh_id": ONE_MESH,
        "vertex_ids": (lambda on: corners(on, 0, 1, 2, 3), lambda on: braced(on)),
        "material_id": (lambda on: on.reference("Material", 0), lambda on: on.reference("Material", 1)),
    },
    "uv_maps": {"coordinates": (ROWS, ROWS[::-1]), "active": (True, True)},
    "subdivision_surfaces": {
        "base_mesh_id": ONE_MESH,
        "crease_edges": (lambda on: creases(on, 0.5), lambda on: creases(on, 0.25)),
        "subdivision_level": (2, 3),
        "render_level": (3, 4),
    },
    "textures": {
        "width": (6, 12),
        "height": (4, 10),
        "data": (lambda _on: picture(5, 3), lambda _on: picture(7, 2)),
        "path": (lambda on: on.file("one.png", picture(5, 3)), lambda on: on.file("two.png", picture(7, 2))),
        "extension": ("repeat", "clip"),
    },
    "materials": {
        "textures": (lambda on: textures(on, 0), lambda on: textures(on, 1)),
        "shader_parameters": ({"IOR": 1.75, "Anisotropic": 0.5}, {"IOR": 1.25}),
    },
    "rigs": {"draw_settings": ({"x_ray_enabled": True}, {"x_ray_enabled": False})},
    "joints": POSED,
    "rig_controls": {
        **POSED,
        "parent_id": links(0, 1),
        "offset_matrix": (
            [0, -1, 0, 2, 1, 0, 0, 0, 0, 0, 1, -1, 0, 0, 0, 1],
            [1, 0, 0, 0, 0, 0, -1, 3, 0, 1, 0, 0, 0, 0, 0, 1],
        ),
        "shape": ("circle", "arrow"),
    },
    "skins": {
        "mesh_id": ONE_MESH,
        "rig_id": ONE_RIG,
        "influences": (lambda on: follows(on, 0.25), lambda on: follows(on, 0.75)),
        "weight_table": (
            lambda on: weight_table(on, 0.25, 0.0, 1.0, 0.5),
            lambda on: weight_table(on, 0.0, 0.75, 0.0, 0.125),
        ),
    },
    "ik_chains": {"end_id": links(2, 2), "start_id": links(1, 0), "iterations": (20, 40)},
    "spline_iks": {"end_joint_id": links(2, 2), "start_joint_id": links(1, 0)},
    "bind_poses": {
        "rig_id": ONE_RIG,
        "transforms": (
            lambda on: [
                {"joint_id": chain(on, 0), "matrix": [0, -1, 0, 2, 1, 0, 0, 0, 0, 0, 1, -1, 0, 0, 0, 1]},
                {"joint_id": chain(on, 2), "matrix": [2, 0, 0, 1, 0, 0, -3, 3, 0, 1, 0, 0, 0, 0, 0, 1]},
            ],
            lambda on: [{"joint_id": chain(on, 1), "matrix": [1, 0, 0, 5, 0, 0, -1, 3, 0, 1, 0, 0, 0, 0, 0, 1]}],
        ),
    },
    "blend_shape_groups": {
        "target_weights": ({"Smile": 0.25, "Frown": 0.75}, {"Smile": 0.5, "Frown": 0.125}),
        "is_inbetween": (False, True),
        "driver": ({"input": 1}, {"input": 2}),
    },
    "blend_shapes": {
        "mesh_id": ONE_MESH,
        "deltas": (
            [
                {"vertex_index": 1, "position_delta": [0.0, 0.0, 1.5]},
                {"vertex_index": 2, "position_delta": [1.0, 0, 0]},
            ],
            [{"vertex_index": 3, "position_delta": [0.25, -0.5, 0.0]}],
        ),
        "position_deltas": (
            [[0, 0, 0], [0, 0, 1], [1, 0, 0], [0, 2, 0]],
            [[0.5, 0, 0], [0, 0, 0], [1, 1, 0], [0, 0, 0]],
        ),
        "normal_deltas": ([[0.0, 0.6, 0.8]], [[1.0, 0.0, 0.0]]),
        "tangent_deltas": ([[0.0, 0.6, 0.8]], [[1.0, 0.0, 0.0]]),
    },
    "joint_limits": {
        "rotation_limits": ({"x": [-0.5, 1.5], "z": [0.0, 0.0]}, {"y": [-1.0, 0.25]}),
        "translation_limits": ({"y": [-2.0, 3.0]}, {"x": [0.0, 1.0], "y": [-1.0, 0.0]}),
        "scale_limits": ({"x": [0.5, 2.0]}, {"z": [1.0, 1.0]}),
    },
    "channels": {
        "path": ("position.y", "rotation.z"),
        # Linear and constant are of both ends: each alone is tried word by word.
        "extrapolation_pre": ("cycle", "oscillate"),
        "extrapolation_post": ("oscillate", "cycle_with_offset"),
    },
    "anim_curves": {
        "times": ([0.0, 0.5, 2.0], [0.25, 1.0, 4.0]),
        "values": ([1.0, -2.0, 3.0], [0.5, 5.0, -6.0]),
        "interpolation_type": ("linear", "constant"),
        # As of channels.
        "pre_infinity": ("cycle", "oscillate"),
        "post_infinity": ("oscillate", "cycle_with_offset"),
    },
    "keyframes": {
        "tangent_in": ([-0.25, 1.5], [-0.125, -2.0]),
        "tangent_out": ([0.25, -1.5], [0.5, 2.0]),
        "interpolation_out": ("linear", "constant"),
        # One channel has one keyframe at a time: another time for each that is asked for.
        "time": (3.0, lambda _on: 5.0 + next(STEPS)),
    },
    "drivers": {
        "target_path": ("position.y", "scale.z"),
        "expression": ("turn * 2 + 1", "sin(turn) if turn > 0 else -turn"),
        "variables": (
            lambda on: [{"name": "turn", "source_node_id": on.reference("Node", 2), "source_path": "position.x"}],
            lambda on: [
                {
                    "name": "turn",
                    "source_node_id": on.reference("Node", 2),
                    "transform": "rotation.z",
                    "space": "local",
                },
                {
                    "name": "far",
                    "source_node_id": on.reference("Node", 2),
                    "other_node_id": on.reference("Node", 0),
                    "transform": "distance",
                },
            ],
        ),
    },
    "environments": {
        "image": (lambda on: on.file("dawn.png", picture(4, 2)), lambda on: on.file("dusk.png", picture(8, 4))),
    },
    "render_settings": {
        "engine": ("cycles", "eevee"),
        "frame_start": (2, 5),
        "frame_end": (40, 60),
        "fps": (23.976, 30),
        "output_path": (lambda on: on.file("shot_", b""), lambda on: on.file("take_", b"")),
        "file_format": ("exr", "video"),
        "view_transform": ("Raw", "Standard"),
    },
    "curves": {"control_points": (points(4), points(6)), "degree": (3, 2), "knots": ([0.0, 1.0], [0.0, 0.5])},
}
