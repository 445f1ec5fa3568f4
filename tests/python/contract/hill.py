"""A wavy ground, posts to stand on it, and where copies of them came to be."""

from __future__ import annotations

import math
from typing import Any

# Number, place, front, top, size and data of what is below a node.
COPIES = """
import bpy
from mathutils import Vector
bpy.context.view_layer.update()
holder = bpy.data.objects[NAME]
def front(o):
    return list((o.matrix_world.to_3x3() @ Vector((0, -1, 0))).normalized())
def top(o):
    return list((o.matrix_world.to_3x3() @ Vector((0, 0, 1))).normalized())
sorted(([int(o.name.split()[-1]), list(o.matrix_world.translation), front(o), top(o), list(o.matrix_world.to_scale()),
         o.data.name if o.data else None] for o in holder.children), key=lambda row: row[0])
"""


def paint(call: Any, color: str, *names: str) -> None:
    """Gives things a colour for the pictures."""
    (material,) = call("create_materials", items=[{"name": f"Paint {color}", "base_color": color}])["ids"]
    call("assign_materials", items=[{"mesh_id": name, "material_id": material} for name in names])


def hill(call: Any) -> None:
    """A wavy ground that is moved, turned and scaled."""
    steps = 24
    grid = [
        [x / steps * 10 - 5, y / steps * 10 - 5, math.sin(x / 3) + math.cos(y / 4)]
        for x in range(steps + 1)
        for y in range(steps + 1)
    ]
    corner = [x * (steps + 1) + y for x in range(steps) for y in range(steps)]
    faces = [number for at in corner for number in (at, at + steps + 1, at + steps + 2, at + 1)]
    call(
        "create_meshes",
        items=[
            {
                "name": "Hill",
                "vertices": grid,
                "indices": faces,
                "face_sizes": [4] * len(corner),
                "position": [1, 0, -2],
                "rotation": {"euler": [0, 5, 20]},
                "scale": [1.2, 1.2, 1],
            }
        ],
    )


def post(call: Any) -> None:
    """A post with a nose at its front, that is not where the copies will be."""
    call(
        "create_primitives",
        items=[
            {"kind": "cube", "name": "Post", "size": 0.5, "position": [0, 0, 9], "scale": [1, 1, 2]},
            {
                "kind": "cone",
                "name": "Pointer",
                "radius": 0.1,
                "depth": 0.4,
                "position": [0, -0.4, 0],
                "parent_id": "Post",
            },
        ],
    )


def copies(call: Any, holder: str) -> list[Any]:
    """Number, place, front, top, size and data of each copy below this node."""
    found: list[Any] = call.python(f"NAME = {holder!r}\n{COPIES}")
    return found
