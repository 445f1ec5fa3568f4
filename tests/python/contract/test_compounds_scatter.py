"""How compounds put copies all over surfaces, as `bpy` sees it."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from .compounds import Scene, picture, shot
from .hill import copies, hill, paint, post

# Which pairs of copies meet by this measure of their boxes, taken anew from the host.
MEETING = """
import bpy
from mathutils import Vector
bpy.context.view_layer.update()
def whole(o):
    return [o, *o.children_recursive]
def hull(o):
    import bmesh
    shape = bmesh.new()
    for part in whole(o):
        for v in part.data.vertices:
            shape.verts.new(part.matrix_world @ v.co)
    bmesh.ops.convex_hull(shape, input=shape.verts[:])
    from mathutils.bvhtree import BVHTree
    tree = BVHTree.FromBMesh(shape)
    inside = sum((v.co for v in shape.verts), Vector()) / len(shape.verts)
    shape.free()
    return tree, inside
trees = [hull(o) for o in bpy.data.objects[NAME].children]
[[i, j] for i in range(len(trees)) for j in range(i) if trees[i][0].overlap(trees[j][0])]
"""


def scattering(call: Any) -> dict[str, Any]:
    """Arguments by which posts are scattered over the hill."""
    hill(call)
    post(call)
    return {"ids": ["Post"], "surface_id": "Hill", "count": 40, "avoid": "spheres", "seed": 5}


SCENES: dict[str, Scene] = {"scatter": scattering}


@pytest.mark.parametrize("avoid", ["spheres", "boxes"])
def test_no_two_copies_meet(call: Any, avoid: str) -> None:
    """By Blender's own trees of triangles around what was made."""
    arguments = {**scattering(call), "avoid": avoid, "scale_min": 0.5, "scale_max": 1.2, "count": 300, "tilt": 0.3}
    made = call("scatter", **arguments, timeout=300)
    assert made["count"] == len(made["ids"]) > 40
    assert made["count"] + made["missing"] == 300
    assert call.python(f"NAME = 'Scatter'\n{MEETING}") == []
    assert call("scatter", **{**arguments, "avoid": "none"}, name="Crowd", timeout=300)["missing"] == 0
    assert len(call.python(f"NAME = 'Crowd'\n{MEETING}")) > 10, "the measure sees what meets"


def test_a_wood_grows_on_a_hill(call: Any) -> None:
    """The picture: upright in the world, of different sizes."""
    arguments = scattering(call)
    paint(call, "#4f6b3a", "Hill")
    paint(call, "#c98b4a", "Post")
    paint(call, "#b03a2e", "Pointer")
    made = call("scatter", **{**arguments, "count": 120}, scale_min=0.4, align_to_normal=0.3)
    assert made["count"] > 100
    call("set_visibility", items=[{"id": "Post", "visible": False}], recursive=True)
    call("frame_camera", ids=["Hill"], camera_id=shot(call))
    picture(call, "scatter")


def test_a_seed_gives_the_same_places_and_another_others(call: Any) -> None:
    arguments = {**scattering(call), "scale_max": 2}
    rows = {}
    for name, seed in (("First", 5), ("Again", 5), ("Other", 6)):
        call("scatter", **{**arguments, "seed": seed, "name": name})
        rows[name] = copies(call, name)
    assert rows["First"] == rows["Again"]
    assert [row[1] for row in rows["First"]] != [row[1] for row in rows["Other"]]


def test_copies_stand_on_the_surface_upright_to_it(call: Any) -> None:
    arguments = {**scattering(call), "avoid": "none", "min_distance": 0.8, "scale_min": 0.5, "scale_max": 1.5}
    call("scatter", **arguments)
    call("scatter", **arguments, align_to_normal=0, spin=0, name="Upright")
    rows = copies(call, "Scatter")
    near = call.python(
        "import bpy\nfrom mathutils import Vector\nbpy.context.view_layer.update()\n"
        "hill = bpy.data.objects['Hill']; m = hill.matrix_world; back = m.inverted(); found = []\n"
        "for o in sorted(bpy.data.objects['Scatter'].children, key=lambda o: int(o.name.split()[-1])):\n"
        "    _, place, normal, _ = hill.closest_point_on_mesh(back @ o.matrix_world.translation)\n"
        "    found.append([(m @ place - o.matrix_world.translation).length,\n"
        "                  list((back.to_3x3().transposed() @ normal).normalized())])\n"
        "found"
    )
    for (_, _, _, top, size, data), (away, normal) in zip(rows, near):
        assert away < 0.05, "quads of the hill are not quite flat"
        assert sum(a * b for a, b in zip(top, normal)) > 0.97
        assert data == "Post"
        assert size[0] == pytest.approx(size[2] / 2, rel=1e-4)
        assert 0.499 <= size[0] <= 1.501
    places = [row[1] for row in rows]
    assert min(math.dist(a, b) for a, b in itertools.combinations(places, 2)) >= 0.8 - 1e-4
    assert max(row[4][0] for row in rows) - min(row[4][0] for row in rows) > 0.5, "chance scales them"
    assert {tuple(round(x, 4) for x in [*row[2], *row[3]]) for row in copies(call, "Upright")} == {(0, -1, 0, 0, 0, 1)}


def test_density_counts_by_the_surface(call: Any) -> None:
    arguments = scattering(call)
    del arguments["count"]
    made = call("scatter", **{**arguments, "avoid": "none"}, density=0.5)
    area = call.python(
        "import bpy, bmesh\no = bpy.data.objects['Hill']; b = bmesh.new()\n"
        "b.from_mesh(o.data); b.transform(o.matrix_world)\n"
        "sum(f.calc_area() for f in b.faces)"
    )
    assert made["area"] == pytest.approx(area, rel=1e-2)
    assert made["count"] == round(made["area"] / 2)
    for wrong in ({"density": 1e9}, {"density": 1, "count": 3}, {"scale_min": 3}):
        error = call.fails("invalid_params", "scatter", **arguments, **wrong)
        assert error.details["path"] == next(iter(wrong))
    call("create_meshes", items=[{"name": "Dust", "vertices": [[0, 0, 0], [1, 0, 0]]}])
    error = call.fails("invalid_params", "scatter", ids=["Post"], surface_id="Dust")
    assert error.details["path"] == "surface_id"
    call.fails("invalid_params", "scatter", ids=[], surface_id="Hill")
