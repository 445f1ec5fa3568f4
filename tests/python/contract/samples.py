"""What the catalogue's kinds cannot know of an entity: values that must fit each other, forms that an entity has, and
what one field truly changes of another. An entity needs an entry only when the values by kind do not do.
"""

from __future__ import annotations

import itertools
import struct
import zlib
from typing import Any

QUAD = [[0, 0, 0], [2, 0, 0], [2, 1, 0], [0, 1, 0.5]]
CORNERS = [0, 1, 2, 0, 2, 3]
# One for each of the six corners: what was given per vertex is read back per corner.
UNIT = [[0, 0, 1], [0, 0.6, 0.8], [0.6, 0, 0.8], [0, 0, 1], [0.6, 0, 0.8], [0, -0.6, 0.8]]
ROWS = [[0, 0], [1, 0], [1, 1], [0, 0.25], [0.75, 1], [0, 1]]
RGBA = [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1], [0.5, 0.5, 0.5, 1]]

#: What a shape changes the normals of four vertices by.
TURNED = [[0.0, 0.5, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, -0.25], [1.0, 0.0, 0.0]]


#: Counts the keyframes made.
STEPS = itertools.count()

CHANNELS = [kind + axis for kind in "trs" for axis in "xyz"]

#: Of a form: a field that it does not have.
LEFT_OUT = object()
ONE_MESH = (lambda on: on.reference("Mesh", 0), lambda on: on.reference("Mesh", 0))
ONE_RIG = (lambda on: on.reference("Rig", 0), lambda on: on.reference("Rig", 0))


def corners(on: Any, *numbers: int) -> list[str]:
    """Vertices of a mesh that have nothing between them yet."""
    return [on.reference("Vertex", number) for number in numbers]


def braced(on: Any) -> list[str]:
    """A triangle whose edges are there already, so that it takes nothing else along when it goes."""
    if "brace" not in on.made:
        ends = corners(on, 0, 2)
        item = {"mesh_id": on.reference("Mesh", 0), "vertex_ids": ends}
        on.made["brace"] = on.call("create_edges", items=[item])["ids"][0]
    return corners(on, 0, 1, 2)


def across(on: Any, *numbers: int) -> list[str]:
    """Vertices of a face with six."""
    ends = corners(on, *range(6))
    if "hexagon" not in on.made:
        item = {"mesh_id": on.reference("Mesh", 0), "vertex_ids": ends}
        on.made["hexagon"] = on.call("create_faces", items=[item])["ids"][0]
    return [ends[number] for number in numbers]


def bent(on: Any, weights: dict[str, float]) -> dict[str, float]:
    """Weights of a mesh that joints of these names bend."""
    if "bent" not in on.made:
        mesh, rig = on.reference("Mesh", 0), on.reference("Rig", 0)
        on.call("create_joints", items=[{"name": name, "rig_id": rig} for name in ("arm", "hand")])
        on.made["bent"] = on.call("create_skins", items=[{"mesh_id": mesh, "rig_id": rig}])["ids"][0]
    return weights


def subdivided(on: Any, index: int) -> str:
    """One of two meshes, with a crease: it is the mesh's, and stays. Of the last one more edges are creased."""
    mesh = on.reference("Mesh", index)
    if f"creased {index}" not in on.made:
        edge = on.call("list_edges", parent_id=mesh, limit=1)["items"][0]["id"]
        on.call("update_edges", items=[{"ids": [edge], "crease": 0.125}])
        on.made[f"creased {index}"] = edge
    on.made["last"] = mesh
    return str(mesh)


def hexagon(on: Any) -> str:
    """A mesh of one face with six corners."""
    if "Hexagon" not in on.made:
        rim = [[2, 0, 0], [1, 1.75, 0], [-1, 1.75, 0], [-2, 0, 0], [-1, -1.75, 0], [1, -1.75, 0]]
        item = {"name": "Hexagon", "vertices": rim, "indices": list(range(6)), "face_sizes": [6]}
        on.made["Hexagon"] = on.call("create_meshes", items=[item])["ids"][0]
    return str(on.made["Hexagon"])


def cups(on: Any) -> str:
    """A mesh of two tetrahedra that each lack a face: what closes one takes nothing along and touches no other."""
    if "Cups" not in on.made:
        corners = [[x + dx, dy, dz] for x in (0, 5) for dx, dy, dz in ((0, 0, 0), (2, 0, 0), (0, 2, 0), (0.5, 0.5, -2))]
        sides = [at + corner for at in (0, 4) for corner in (0, 1, 3, 1, 2, 3, 2, 0, 3)]
        item = {"name": "Cups", "vertices": corners, "indices": sides}
        on.made["Cups"] = on.call("create_meshes", items=[item])["ids"][0]
    return str(on.made["Cups"])


def numbered(mesh: str, *numbers: int) -> list[str]:
    """Vertices that a mesh has from its beginning."""
    return [f"{mesh}/vertex/{number}" for number in numbers]


def creases(on: Any, weight: float, mesh: str = "") -> list[dict[str, Any]]:
    """The first two edges of the mesh, creased."""
    mesh = mesh or on.reference("Mesh", 0)
    edges = on.call("list_edges", parent_id=mesh, limit=2)["items"]
    return [{"edge_id": edge["id"], "crease_weight": weight} for edge in edges]


def chain(on: Any, number: int) -> str:
    """One of three joints, one below the other."""
    if "Chain" not in on.made:
        rig = on.reference("Rig", 0)
        items = [
            {"name": f"Link {at}", "rig_id": rig, "position": [0, float(at > 0), 0.1 * at], "length": 1.0,
             **({"parent_id": f"Link {at - 1}"} if at else {})}
            for at in range(3)
        ]  # fmt: skip
        on.made["Chain"] = "made"
        for at, made in enumerate(on.call("create_joints", items=items)["ids"]):
            on.made[f"Link {at}"] = made
    return str(on.made[f"Link {number}"])


def links(*numbers: int) -> tuple[Any, ...]:
    """First and second value of a field that names a joint of that chain."""
    return tuple(lambda on, number=number: chain(on, number) for number in numbers)


#: What joints have, and controls, which are joints.
POSED: dict[str, tuple[Any, Any]] = {
    "rig_id": ONE_RIG,
    "channel_control": (
        {name: name[0] == "t" for name in CHANNELS},
        {name: name[1] == "x" for name in CHANNELS},
    ),
}


def free_channel(on: Any) -> str:
    """The first of two channels that has no curve yet: a channel has one."""
    channels = [on.reference("Channel", index) for index in range(2)]
    taken = {item["channel_id"] for item in on.call("list_anim_curves")["items"]}
    return str(next(channel for channel in channels if channel not in taken))


def free_node(on: Any) -> str:
    """A node whose turn about x has no curve yet."""
    items = on.call("list_anim_curves")["items"]
    taken = {item["node_id"] for item in items if item["path"] == "rotation.x"}
    return next(node for number in (2, 3) if (node := on.reference("Node", number)) not in taken)


def follower(on: Any) -> str:
    """A node that nothing constrains yet; what stands as its target does hides mistakes."""
    taken = {item["source_id"] for item in on.call("list_constraints")["items"]}
    for number in itertools.count():
        label = f"Follower {number}"
        if label not in on.made:
            item = {"name": label, "position": [4, 1, -3], "rotation": [0.5, 0.5, 0.5, 0.5], "scale": [2, 3, 0.5]}
            on.made[label] = on.call("create_nodes", items=[item])["ids"][0]
        if on.made[label] not in taken:
            break
    return str(on.made[label])


def follows(on: Any, weight: float) -> list[dict[str, Any]]:
    """Two vertices that follow the only joint of a rig."""
    (joint,) = on.call("get_joints", ids=[on.reference("Joint", 0)], fields=["name"])["items"]
    return [{"vertex_index": at, "weights": {joint["name"]: weight}} for at in (1, 3)]


def jointed(on: Any) -> str:
    """A rig with a joint."""
    on.reference("Joint", 0)
    return str(on.reference("Rig", 0))


def weight_table(on: Any, *weights: float) -> list[float]:
    """The same for all vertices."""
    on.reference("Joint", 0)
    return list(weights)


def textures(on: Any, index: int) -> dict[str, str]:
    """One texture for everything that it can say."""
    slots = ("base_color", "normal", "metallic", "roughness", "emissive", "height", "opacity")
    return {slot: on.reference("Texture", index) for slot in slots}


def coloured(on: Any) -> str:
    """A mesh whose vertices have colours."""
    if "Coloured" not in on.made:
        item = {"name": "Coloured", "vertices": QUAD, "indices": CORNERS, "colors": RGBA}
        on.made["Coloured"] = on.call("create_meshes", items=[item])["ids"][0]
    return str(on.made["Coloured"])


def points(count: int) -> list[dict[str, Any]]:
    """Points in a zigzag."""
    return [{"position": [float(at), at % 2 * 1.5, at * 0.25], "weight": 1.0} for at in range(count)]


def picture(width: int, height: int) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x40\x80\xc0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


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

#: What follows the entity's name in names, where an application does not keep those of people.
STEMS = {"maya": "_Groesse_"}
#: Names that an application keeps as they are, where it does not keep any.
NAMES = {"maya": ("Renamed", "renamed_Again2", "_x9")}
#: The same of one entity alone: assets of Unreal have letters of all people, digits and `_`.
STEMS_OF = {("unreal", "materials"): "_Größe_"}
NAMES_OF = {("unreal", "materials"): ("Renamed", "再命名_ñandú", "_x9")}

#: Values that mean something to one application alone.
OF_APP: dict[str, dict[str, dict[str, tuple[Any, Any]]]] = {
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

OF_APP["maya"] = {
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
    "curves": OF_APP["usd"]["curves"],
    # A mesh has one skin, and a skin an influence.
    "skins": {
        "mesh_id": OF_APP["usd"]["skins"]["mesh_id"],
        "rig_id": (lambda on: jointed(on), lambda on: jointed(on)),
    },
    # What is locked there is locked for everybody: the first one stays free.
    **{
        plural: {"channel_control": (dict.fromkeys(CHANNELS, True), POSED["channel_control"][1])}
        for plural in ("joints", "rig_controls")
    },
    "render_settings": {"file_format": ("exr", "png")},
}

OF_APP["unreal"] = {
    "materials": {
        "shader_parameters": ({"Specular": 0.25, "Anisotropy": 0.75}, {"Specular": 1.0}),
        # There are no textures yet: what is refused is the field.
        "textures": ({"base_color": "none"}, {"normal": "none"}),
    },
    # A mesh wears one material.
    "meshes": {"material_ids": OF_APP["maya"]["meshes"]["material_ids"]},
}

#: What those have that others refer to, beyond what they must have.
REFERRED: dict[str, dict[str, Any]] = {"meshes": {"vertices": QUAD, "indices": CORNERS}}

#: Forms of an entity, each with what makes it one. A form need not have every field, all forms together must.
FORMS: dict[str, dict[str, dict[str, Any]]] = {
    "lights": {kind: {"kind": kind} for kind in ("point", "sun", "spot", "area")},
    "cameras": {kind: {"projection": kind} for kind in ("perspective", "orthographic")},
    "textures": {
        "blank": {"path": LEFT_OUT, "data": LEFT_OUT},
        "packed": {"path": LEFT_OUT},
        "from a file": {"data": LEFT_OUT},
    },
    "materials": {
        "plain": {"textures": {}},
        "textured": {},
        "cut": {"textures": {}, "alpha_mode": "mask"},
        "textured and cut": {"alpha_mode": "mask"},
    },
    "environments": {"of one colour": {"image": LEFT_OUT}, "of a picture": {"color": LEFT_OUT}},
    "curves": {"nurbs": {"kind": "nurbs"}, "poly": {"kind": "poly"}, "bezier": {"kind": "bezier"}},
    "vertices": {"in a plain mesh": {}, "in a coloured mesh": {"mesh_id": lambda on: coloured(on)}},
    "rig_controls": {"of a shape": {"custom_mesh_id": LEFT_OUT}, "of a mesh": {"shape": "custom"}},
    "skins": {"by a list": {"weight_table": LEFT_OUT}, "by a table": {"influences": LEFT_OUT}},
    "blend_shapes": {"by a list": {"position_deltas": LEFT_OUT}, "by a table": {"deltas": LEFT_OUT}},
    "anim_curves": {
        "of a channel": {"channel_id": lambda on: free_channel(on), "node_id": LEFT_OUT, "path": LEFT_OUT},
        "of a node": {"channel_id": LEFT_OUT, "node_id": lambda on: free_node(on), "path": "rotation.x"},
    },
    "keyframes": {
        "of a channel": {"channel_id": ("Channel", 0), "node_id": LEFT_OUT, "path": LEFT_OUT},
        "of a node": {"channel_id": LEFT_OUT, "node_id": ("Node", 2), "path": "rotation.x"},
    },
    "constraints": {
        **{
            kind: {"type": kind, "source_id": lambda on: follower(on), "target_id": ("Node", 0)}
            for kind in ("point", "aim", "orientation", "parent", "scale_to", "look_at")
        },
    },
}

#: field -> fields that may change along, because they tell of the same thing.
ALONG: dict[str, dict[str, set[str]]] = {
    # Parenting keeps the place in the world, so the local transform changes.
    "*": {"parent_id": {"position", "rotation", "scale"}},
    "meshes": {
        "material_id": {"material_ids"},
        "material_ids": {"material_id"},
        "vertices": {"normals"},
        "indices": {"normals", "uvs", "colors", "face_sizes", "smooth"},
        "face_sizes": {"normals", "uvs", "colors", "smooth"},
        "smooth": {"normals"},
        "normals": {"smooth"},
    },
    # The handles of a Bezier curve that none were given for follow from its form.
    "curves": {"closed": {"control_points"}},
    "textures": {
        "path": {"width", "height", "packed", "data"},
        "data": {"width", "height", "packed", "path"},
    },
    "lights": {"kind": {"radius", "spot_angle", "spot_blend", "width", "height", "intensity"}},
    "constraints": {"target_id": {"maintain_offset"}},
    "joints": {"parent_id": {"position", "orientation"}},
    "rig_controls": {"parent_id": {"position", "orientation"}, "custom_mesh_id": {"shape"}},
    # Whether a rig stands in a pose changes with the pose.
    "bind_poses": {"transforms": {"active", "joint_ids"}},
    "skins": {"influences": {"weight_table"}, "weight_table": {"influences"}},
    "blend_shapes": {"deltas": {"position_deltas"}, "position_deltas": {"deltas"}},
    # Each engine has samples of its own.
    "render_settings": {"engine": {"samples"}},
    # Its name tells the frame.
    "keyframes": {"time": {"name"}},
}

#: The same, of one application alone.
ALONG_OF: dict[str, dict[str, dict[str, set[str]]]] = {
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

#: Fields that only mean something together: an update gives the others as they were.
TOGETHER: dict[str, dict[str, set[str]]] = {"meshes": {"face_sizes": {"indices"}}}

#: Words of a field that mean something only along with others.
WITH_WORD: dict[tuple[str, str, str], dict[str, Any]] = {
    ("rig_controls", "shape", "custom"): {"custom_mesh_id": lambda on: on.reference("Mesh", 0)},
    ("constraints", "space", "custom"): {"custom_space_id": lambda on: on.reference("Node", 1)},
}

#: Fields that a host keeps less exactly: Blender packs custom normals into 32 bits each, colours of bones into 24.
COARSE = {"meshes.normals": 1e-3, "joints.color": 6e-3, "rig_controls.color": 6e-3}

#: The same, of one application alone: lights of Unreal keep 8 bits of sRGB for each channel.
COARSE_OF: dict[str, dict[str, float]] = {"unreal": {"lights.color": 6e-3}}

#: Fields that only something that exists already can have: tested by `test_components.py`.
LATER = {"vertices": {"uvs"}}
#: The same, of one application alone: a vertex of Maya has a colour at corners of faces. `test_maya_components.py`
LATER_OF: dict[str, dict[str, set[str]]] = {"maya": {"vertices": {"color"}}}

#: Fields that one shares with others of its kind, as they belong to the mesh.
SHARED = {
    "skins": {"influences", "weight_table"},
    "subdivision_surfaces": {"crease_edges"},
    "uv_maps": {"active"},
    "environments": {"active"},
}

#: Lists whose order means nothing.
UNORDERED = {"groups.object_ids", "nodes.child_ids", "groups.child_ids", "clips.node_ids"}
