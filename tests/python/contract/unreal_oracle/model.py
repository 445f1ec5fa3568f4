"""Static meshes."""

from __future__ import annotations

from typing import Any

import unreal

from . import core
from .common import named, triple


def mesh(item: dict[str, Any]) -> dict[str, Any]:
    actor = named(item["name"])
    shown = actor.static_mesh_component.static_mesh
    told = shown.get_static_mesh_description(0)
    points = [triple(told.get_vertex_position(unreal.VertexID(n))) for n in range(told.get_vertex_count())]
    corners = [
        corner
        for n in range(told.get_triangle_count())
        for corner in told.get_triangle_vertex_instances(unreal.TriangleID(n))
    ]
    vertices = [told.get_vertex_instance_vertex(corner).id_value for corner in corners]
    uvs = [told.get_vertex_instance_uv(corner, 0) for corner in corners]
    faces = [vertices[at : at + 3] for at in range(0, len(vertices), 3)]
    component = actor.static_mesh_component
    worn = [one.get_name() for one in component.get_editor_property("override_materials") if one is not None]
    middle, half = (triple(one) for one in actor.get_actor_bounds(False))
    return {
        **core.of(actor),
        "bounds": {
            "min": [a - b for a, b in zip(middle, half)],
            "max": [a + b for a, b in zip(middle, half)],
        },
        "vertices": [n for point in points for n in point],
        "indices": vertices,
        "face_sizes": [3] * len(faces),
        "uvs": [n for uv in uvs for n in (uv.x, uv.y)],
        "material_ids": worn,
        "material_id": worn[0] if worn else None,
        "cast_shadow": actor.static_mesh_component.cast_shadow,
        "revision": item["revision"],
        "vertex_count": len(points),
        "edge_count": len({frozenset(pair) for a, b, c in faces for pair in ((a, b), (b, c), (c, a))}),
        "face_count": len(faces),
    }


ORACLES = {"meshes": mesh}
