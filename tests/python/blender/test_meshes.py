"""Mesh arrays in and out, and the ready-made shapes."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .double import Engine, flat, floats, ints

#: A unit square of two corners' worth of everything: one quad, one triangle on top.
POINTS = [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0.5, 2, 0]]
CORNERS = [0, 1, 2, 3, 3, 2, 4]
SIZES = [4, 3]


def house(**more: Any) -> dict[str, Any]:
    return {
        "name": "House", "vertices": floats(flat(POINTS)), "indices": ints(CORNERS), "face_sizes": ints(SIZES), **more,
    }  # fmt: skip


def test_arrays_come_back_as_they_went(blender: Engine) -> None:
    import bpy

    made = blender.one("create_meshes", **house())
    assert (made["vertex_count"], made["edge_count"], made["face_count"]) == (5, 6, 2)
    assert "vertices" not in made
    assert made["bounds"] == {"min": [0, 0, 0], "max": [1, 2, 0]}
    assert blender.numbers("House", "vertices") == flat(POINTS)
    assert blender.numbers("House", "indices") == CORNERS
    assert blender.numbers("House", "face_sizes") == SIZES
    assert [list(face.vertices) for face in bpy.data.objects["House"].data.polygons] == [[0, 1, 2, 3], [3, 2, 4]]
    assert not any(face.use_smooth for face in bpy.data.objects["House"].data.polygons)


@pytest.mark.parametrize("count", [5, 7], ids=["per vertex", "per corner"])
@pytest.mark.parametrize(("field", "width"), [("uvs", 2), ("colors", 4)])
def test_layers(blender: Engine, field: str, width: int, count: int) -> None:
    values = [[(number + part) / 16 for part in range(width)] for number in range(count)]
    blender.one("create_meshes", **house(**{field: floats(flat(values))}))
    spread = [values[corner] for corner in CORNERS] if field == "uvs" and count == 5 else values
    assert blender.numbers("House", field) == flat(spread)
    twice = [[0.5 * value for value in row] for row in values]
    blender("update_meshes", items=[{"ids": ["House"], field: floats(flat(twice))}])
    assert blender.numbers("House", field)[:width] == twice[0]


@pytest.mark.parametrize("count", [5, 7], ids=["per vertex", "per corner"])
def test_normals(blender: Engine, count: int) -> None:
    plain = blender.one("create_meshes", **house(name="Plain"))
    assert blender.numbers(plain["id"], "normals") == pytest.approx([0, 0, 1] * 5, abs=1e-6)
    tilted = [0.6, 0.0, 0.8]
    blender.one("create_meshes", **house(normals=floats(tilted * count)))
    assert blender.numbers("House", "normals") == pytest.approx(tilted * 7, abs=2e-3)


def test_points_move_without_losing_what_lies_on_them(blender: Engine) -> None:
    blender.one("create_meshes", **house(uvs=floats([0.5] * 14)))
    moved = [[x, y, z + 1] for x, y, z in POINTS]
    blender("update_meshes", items=[{"ids": ["House"], "vertices": floats(flat(moved))}])
    assert blender.numbers("House", "vertices") == flat(moved)
    assert blender.numbers("House", "uvs") == [0.5] * 14
    assert blender.read("meshes", "House")["bounds"]["min"] == [0, 0, 1]
    upright = [[x, z, y] for x, y, z in POINTS]
    blender("update_meshes", items=[{"ids": ["House"], "vertices": floats(flat(upright))}])
    assert blender.numbers("House", "normals")[:3] == pytest.approx([0, -1, 0], abs=1e-6)


def test_faces_are_exchanged(blender: Engine) -> None:
    blender.one("create_meshes", **house())
    (item,) = blender("update_meshes", items=[{"ids": ["House"], "indices": ints([0, 1, 4])}])["items"]
    assert (item["vertex_count"], item["face_count"]) == (5, 1)
    assert blender.numbers("House", "face_sizes") == [3]
    tetrahedron = {"vertices": floats([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]), "indices": ints([0, 2, 1, 0, 1, 3])}
    (item,) = blender("update_meshes", items=[{"ids": ["House"], **tetrahedron}])["items"]
    assert (item["vertex_count"], item["edge_count"], item["face_count"]) == (4, 5, 2)


def around(count: int) -> list[list[float]]:
    """As many points around an axis."""
    return [[math.cos(at), math.sin(at), at / count] for at in range(count)]


def fan(count: int) -> list[list[int]]:
    """Triangles around the first vertex."""
    return [[0, number, number + 1] for number in range(1, count - 1)]


def grid(side: int) -> tuple[list[list[float]], list[list[int]]]:
    """Squares, each fourth one cut into triangles, and one point beside them all."""
    points = [[float(x), float(y), 0.0] for y in range(side) for x in range(side)]
    faces: list[list[int]] = []
    for y in range(side - 1):
        for x in range(side - 1):
            a, b, c, d = (y * side + x, y * side + x + 1, (y + 1) * side + x + 1, (y + 1) * side + x)
            faces += [[a, b, c], [c, d, a]] if (x + y) % 4 == 0 else [[a, b, c, d]]
    return [*points, [0.0, 0.0, 9.0]], faces


FORMS: dict[str, tuple[list[list[float]], list[list[int]]]] = {
    "house": (POINTS, [[0, 1, 2, 3], [3, 2, 4]]),
    "one face": (POINTS, [[4, 2, 1, 0, 3]]),
    "three at one edge": (POINTS, [[0, 1, 2], [1, 0, 3], [0, 1, 4]]),
    "grid": grid(4),
    "large grid": grid(120),
    "large fan": (around(15_000), fan(15_000)),
}


@pytest.mark.parametrize("form", FORMS)
def test_faces_and_edges_are_those_that_blender_would_make(blender: Engine, form: str) -> None:
    import bpy

    points, faces = FORMS[form]
    corners = ints([corner for face in faces for corner in face])
    sizes = ints([len(face) for face in faces])
    blender.one("create_meshes", name="Made", vertices=floats(flat(points)), indices=corners, face_sizes=sizes)
    made, own = bpy.data.objects["Made"].data, bpy.data.meshes.new("Own")
    own.from_pydata(points, [], faces)
    assert [list(face.vertices) for face in made.polygons] == faces
    assert {frozenset(edge.vertices) for edge in made.edges} == {frozenset(edge.vertices) for edge in own.edges}
    assert len(made.edges) == len(own.edges)
    for face in made.polygons:
        named = list(face.vertices)
        for at, corner in enumerate(face.loop_indices):
            edge = made.edges[made.loops[corner].edge_index]
            assert {*edge.vertices} == {named[at], named[(at + 1) % len(named)]}
    assert not made.validate(verbose=True), "Blender finds something to repair"


BAD = {
    "index out of range": {"indices": ints([0, 1, 9]), "face_sizes": None},
    "negative index": {"indices": ints([0, 1, -1]), "face_sizes": None},
    "vertex twice": {"indices": ints([0, 1, 1]), "face_sizes": None},
    "vertex twice in a quad": {"indices": ints([0, 1, 0, 3]), "face_sizes": ints([4])},
    "vertex twice in a pentagon": {"indices": ints([0, 1, 2, 3, 1]), "face_sizes": ints([5])},
    "same face twice": {"indices": ints([0, 1, 2, 0, 1, 2]), "face_sizes": None},
    "same face turned over": {"indices": ints([0, 1, 2, 1, 0, 2]), "face_sizes": None},
    "same quad from another corner": {"indices": ints([0, 1, 2, 3, 2, 3, 0, 1]), "face_sizes": ints([4, 4])},
    "same vertices crosswise": {"indices": ints([0, 1, 2, 3, 0, 2, 1, 3]), "face_sizes": ints([4, 4])},
    "same face at the end of many": {
        "indices": ints([*flat(fan(20_000)), 0, 7, 8]),
        "face_sizes": None,
        "vertices": floats(flat(around(20_000))),
    },
    "no triangles": {"indices": ints([0, 1, 2, 3]), "face_sizes": None},
    "sizes that do not add up": {"face_sizes": ints([4, 4])},
    "a face of two": {"indices": ints([0, 1, 2, 3, 4]), "face_sizes": ints([2, 3])},
    "uvs of no length": {"uvs": floats([0] * 6)},
}


@pytest.mark.parametrize("case", BAD)
def test_what_blender_would_repair_is_refused(blender: Engine, case: str) -> None:
    import bpy
    from scenewire.errors import InvalidParamsError

    with pytest.raises(InvalidParamsError):
        blender.one("create_meshes", **house(**BAD[case]))
    assert not len(bpy.data.meshes)


def test_slots(blender: Engine) -> None:
    import bpy

    red, blue = blender("create_materials", items=[{"name": "Red"}, {"name": "Blue"}])["ids"]
    made = blender.one("create_meshes", **house(material_ids=[red, blue]))
    assert (made["material_ids"], made["material_id"]) == ([red, blue], red)
    assert [slot.name for slot in bpy.data.objects["House"].data.materials] == ["Red", "Blue"]
    (item,) = blender("update_meshes", items=[{"ids": ["House"], "material_ids": ["Blue"]}])["items"]
    assert item["material_ids"] == [blue]
    (item,) = blender("update_meshes", items=[{"ids": ["House"], "material_id": None}])["items"]
    assert item["material_id"] is None
    assert blender("list_materials", parent_id="House")["total"] == 0


#: Measures, the size of the box around it, vertices, whether it is closed.
SHAPES: list[tuple[str, dict[str, Any], list[float], int, bool]] = [
    ("cube", {}, [2, 2, 2], 8, True),
    ("cube", {"size": 0.3}, [0.3, 0.3, 0.3], 8, True),
    ("plane", {"size": 3.0}, [3, 3, 0], 4, False),
    ("sphere", {"radius": 0.5, "segments": 8, "rings": 6}, [1, 1, 1], 42, True),
    ("ico_sphere", {"radius": 2.0, "subdivisions": 1}, [3.5777, 3.40256, 4], 12, True),
    ("cylinder", {"radius": 0.5, "depth": 3.0, "segments": 8}, [1, 1, 3], 16, True),
    ("cone", {"radius": 1.0, "depth": 4.0, "segments": 8}, [2, 2, 4], 9, True),
    ("cone", {"radius": 1.0, "radius2": 0.5, "depth": 4.0, "segments": 8}, [2, 2, 4], 16, True),
    ("torus", {"radius": 1.0, "minor_radius": 0.25, "segments": 8, "rings": 4}, [2.5, 2.5, 0.5], 32, True),
    ("circle", {"radius": 1.5, "segments": 4}, [3, 3, 0], 4, False),
]


@pytest.mark.parametrize(("kind", "measures", "box", "vertices", "closed"), SHAPES)
def test_shapes(
    blender: Engine, kind: str, measures: dict[str, Any], box: list[float], vertices: int, closed: bool
) -> None:
    import bmesh
    import bpy

    stone = blender.one("create_materials", name="Stone")["id"]
    placed = {"position": [1, 2, 3], "scale": [1, 1, 2], "material_id": stone}
    made = blender.one("create_primitives", kind=kind, name="Shape", **measures, **placed)
    node = bpy.data.objects["Shape"]
    assert [side / scale for side, scale in zip(node.dimensions, [1, 1, 2])] == pytest.approx(box, abs=1e-5)
    assert (made["vertex_count"], made["position"], made["scale"]) == (vertices, [1, 2, 3], [1, 1, 2])
    assert made["material_id"] == stone
    assert len(blender.numbers("Shape", "uvs")) == 2 * len(node.data.loops)
    shape = bmesh.new()
    shape.from_mesh(node.data)
    assert (shape.calc_volume(signed=True) > 0) == closed, "faces look outwards"
    assert all(face.normal.z > 0 for face in shape.faces) or closed
    shape.free()


def test_selection_is_left_alone(blender: Engine) -> None:
    blender.one("create_nodes", name="Chosen")
    blender("select", ids=["Chosen"])
    before = blender("get_selection")
    blender("create_primitives", items=[{"kind": "cube"}, {"kind": "torus"}])
    assert blender("get_selection") == before
