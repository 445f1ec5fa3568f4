"""Meshes to be worked on, and what Blender itself says of them."""

from __future__ import annotations

from typing import Any

TRIANGLE = {"vertices": [[0, 0, 0], [1, 0, 0], [0, 1, 0]], "indices": [0, 1, 2]}


def names(call: Any) -> list[str]:
    """The nodes that there are. Reading is no step of its own, as code is."""
    return sorted(node["name"] for node in call("list_nodes", fields=["name"])["items"])


def counts(call: Any, name: str) -> list[int]:
    """Vertices, edges and faces, and whether Blender finds the mesh sound."""
    code = (
        f"import bpy; m = bpy.data.objects[{name!r}].data.copy(); bad = m.validate()\n"
        "r = [len(m.vertices), len(m.edges), len(m.polygons), bad]; bpy.data.meshes.remove(m); r"
    )
    *numbers, repaired = call.python(code)
    assert not repaired, "Blender had to repair the mesh"
    return list(numbers)


def cube(call: Any, name: str = "Box", **more: Any) -> str:
    """A cube of edge 2."""
    return str(call("create_primitives", items=[{"kind": "cube", "name": name, **more}])["ids"][0])


def grid(call: Any, name: str = "Net", size: int = 4) -> str:
    """A flat net of quadrangles of edge 1, its vertices numbered row by row from the origin."""
    side = size + 1
    vertices = [[x, y, 0] for y in range(side) for x in range(side)]
    faces = [[at, at + 1, at + side + 1, at + side] for y in range(size) for at in range(y * side, y * side + size)]
    item = {
        "name": name,
        "vertices": vertices,
        "indices": [corner for face in faces for corner in face],
        "face_sizes": [4] * len(faces),
    }
    return str(call("create_meshes", items=[item])["ids"][0])


def edge_between(call: Any, name: str, one: int, other: int) -> str:
    """The id of the edge between two vertices, by Blender's own table."""
    pair = sorted((one, other))
    code = f"import bpy; [sorted(e.vertices) for e in bpy.data.objects[{name!r}].data.edges].index({pair})"
    number = call.python(code)
    return str(call("get_edges", ids=[f"{name}/edge/{number}"])["items"][0]["id"])


def positions(call: Any, name: str) -> list[list[float]]:
    """Every vertex as Blender has it."""
    return [
        list(place)
        for place in call.python(f"import bpy; [list(v.co) for v in bpy.data.objects[{name!r}].data.vertices]")
    ]


def undone(call: Any, name: str, operation: str, **arguments: Any) -> Any:
    """Does an operation twice, with an undo between, after which Blender has the mesh as it was before."""
    before = digest(call, name)
    call(operation, **arguments)
    # Looking is a command of its own, which would be what is undone next.
    call("undo")
    assert digest(call, name) == before, "undo left something"
    result = call(operation, **arguments)
    assert digest(call, name) != before, f"{operation} changed nothing"
    return result


def digest(call: Any, name: str) -> Any:
    """What a mesh consists of, selection and layers included, as Blender tells it."""
    code = f"""
import bpy
o = bpy.data.objects.get({name!r})
m = o and o.data
m and [
    [[round(x, 5) for x in v.co] + [v.select] for v in m.vertices],
    [list(e.vertices) + [e.select] for e in m.edges],
    [list(p.vertices) + [p.select, p.material_index] for p in m.polygons],
    [[round(x, 5) for u in layer.data for x in u.uv] for layer in m.uv_layers],
    [a.name for a in m.attributes if a.name in ("crease_edge", "custom_normal")],
    len(bpy.data.objects),
]
"""
    return call.python(code)
