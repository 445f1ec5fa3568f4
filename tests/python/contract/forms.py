"""Forms of an entity, and how its fields hang together: what changes along, what is shared, what comes later. An entity
needs an entry only where each of its fields does not stand for itself.
"""

from __future__ import annotations

from typing import Any

from .sample_things import CORNERS, QUAD, coloured, follower, free_channel, free_node

#: Of a form: a field that it does not have.
LEFT_OUT = object()

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

#: Fields that only mean something together: an update gives the others as they were.
TOGETHER: dict[str, dict[str, set[str]]] = {"meshes": {"face_sizes": {"indices"}}}

#: Words of a field that mean something only along with others.
WITH_WORD: dict[tuple[str, str, str], dict[str, Any]] = {
    ("rig_controls", "shape", "custom"): {"custom_mesh_id": lambda on: on.reference("Mesh", 0)},
    ("constraints", "space", "custom"): {"custom_space_id": lambda on: on.reference("Node", 1)},
}

#: Fields that a host keeps less exactly: Blender packs custom normals into 32 bits each, colours of bones into 24.
COARSE = {"meshes.normals": 1e-3, "joints.color": 6e-3, "rig_controls.color": 6e-3}

#: Fields that only something that exists already can have: tested by `test_edits.py`.
LATER = {"vertices": {"uvs"}}

#: Fields that one shares with others of its kind, as they belong to the mesh.
SHARED = {
    "skins": {"influences", "weight_table"},
    "subdivision_surfaces": {"crease_edges"},
    "uv_maps": {"active"},
    "environments": {"active"},
}

#: Lists whose order means nothing.
UNORDERED = {"groups.object_ids", "nodes.child_ids", "groups.child_ids", "clips.node_ids"}
