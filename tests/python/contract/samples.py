"""What the catalogue's kinds cannot know of an entity: values that must fit each other, forms that an entity has, and
what one field truly changes of another. An entity needs an entry only when the values by kind do not do.
"""

from __future__ import annotations

from typing import Any

QUAD = [[0, 0, 0], [2, 0, 0], [2, 1, 0], [0, 1, 0.5]]
CORNERS = [0, 1, 2, 0, 2, 3]
# One for each of the six corners: what was given per vertex is read back per corner.
UNIT = [[0, 0, 1], [0, 0.6, 0.8], [0.6, 0, 0.8], [0, 0, 1], [0.6, 0, 0.8], [0, -0.6, 0.8]]
ROWS = [[0, 0], [1, 0], [1, 1], [0, 0.25], [0.75, 1], [0, 1]]
RGBA = [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1], [0.5, 0.5, 0.5, 1]]

#: field -> first and second value. A value that is callable gets the function that makes references.
SAMPLES: dict[str, dict[str, tuple[Any, Any]]] = {
    "meshes": {
        "vertices": (QUAD, [[0, 0, 1], [3, 0, 0], [3, 1, 0], [0, 2, 0]]),
        "indices": (CORNERS, [0, 1, 3, 1, 2, 3]),
        "face_sizes": ([3, 3], [3, 3]),
        "normals": (UNIT, UNIT[::-1]),
        "uvs": (ROWS, ROWS[::-1]),
        "colors": (RGBA, RGBA[::-1]),
    },
    "cameras": {"near": (0.25, 0.5), "far": (250.0, 500.0)},
    "constraints": {
        "space": ("world", "local"),
        # The same as the other one: there is no place for a third thing that it could be compared in.
        "custom_space_id": (lambda ref: ref("Node", 0), lambda ref: ref("Node", 1)),
    },
}

#: Forms of an entity, each with what makes it one. A form need not have every field, all forms together must.
FORMS: dict[str, dict[str, dict[str, Any]]] = {
    "lights": {kind: {"kind": kind} for kind in ("point", "sun", "spot", "area")},
    "cameras": {kind: {"projection": kind} for kind in ("perspective", "orthographic")},
    "constraints": {
        **{
            kind: {"type": kind, "source_id": ("Node", 2), "target_id": ("Node", 0)}
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
        "indices": {"normals", "uvs", "colors", "face_sizes"},
        "face_sizes": {"normals", "uvs", "colors"},
    },
    "lights": {"kind": {"radius", "spot_angle", "spot_blend", "width", "height", "intensity"}},
    "constraints": {"target_id": {"maintain_offset"}},
}

#: Fields that only mean something together: an update gives the others as they were.
TOGETHER: dict[str, dict[str, set[str]]] = {"meshes": {"face_sizes": {"indices"}}}

#: Fields that a host keeps less exactly: Blender packs custom normals into 32 bits each.
COARSE = {"meshes.normals": 1e-3}

#: Lists whose order means nothing.
UNORDERED = {"groups.object_ids", "nodes.child_ids", "groups.child_ids"}
