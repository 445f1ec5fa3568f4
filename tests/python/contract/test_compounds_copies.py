"""What compounds do that put things onto ground, along curves, all over surfaces and into files, as `bpy` sees it."""

from __future__ import annotations

import itertools
import math
from pathlib import Path
from typing import Any

import pytest

from .compounds import Scene, picture
from .test_compounds_placing import shot

# Vertices of objects in the world, as the host evaluates them.
VERTICES = """
import bpy
bpy.context.view_layer.update()
{o.name: [list(o.matrix_world @ v.co) for v in o.data.vertices] for o in bpy.data.objects if o.type == "MESH"}
"""
# How far below the vertices of each thing the ground is, by Blender's own rays.
OVER = """
import bpy
from mathutils import Vector
bpy.context.view_layer.update()
ground = bpy.data.objects["Hill"]
back = ground.matrix_world.inverted()
def below(point):
    start = back @ (point + Vector((0, 0, 50)))
    hit, place, _, _ = ground.ray_cast(start, back.to_3x3() @ Vector((0, 0, -1)))
    return (point - ground.matrix_world @ place).z if hit else None
def over(o):
    found = [below(o.matrix_world @ v.co) for v in o.data.vertices]
    return min(f for f in found if f is not None)
{name: over(bpy.data.objects[name]) for name in NAMES}
"""
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


def snapping(call: Any) -> dict[str, Any]:
    """Arguments by which things come down onto the hill."""
    hill(call)
    ids = call(
        "create_primitives",
        items=[
            {"kind": "cube", "name": "Crate", "size": 1, "position": [-2, 1, 6], "rotation": {"euler": [30, 20, 10]}},
            {"kind": "sphere", "name": "Ball", "radius": 0.7, "position": [2, -1, 4]},
            {"kind": "cube", "name": "Sunk", "size": 1, "position": [0, 3, -12]},
        ],
    )["ids"]
    return {"ids": ids, "ground_ids": ["Hill"]}


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


def lining(call: Any) -> dict[str, Any]:
    """Arguments by which posts come to stand along a curve."""
    post(call)
    points = [[-5, 0, 0], [-2, 3, 0], [2, -3, 0], [5, 0, 1]]
    call(
        "create_curves",
        items=[{"name": "Path", "kind": "bezier", "control_points": [{"position": point} for point in points]}],
    )
    return {"ids": ["Post"], "curve_id": "Path", "count": 9}


def scattering(call: Any) -> dict[str, Any]:
    """Arguments by which posts are scattered over the hill."""
    hill(call)
    post(call)
    return {"ids": ["Post"], "surface_id": "Hill", "count": 40, "avoid": "spheres", "seed": 5}


def exporting(call: Any) -> dict[str, Any]:
    """Arguments of an export of a post."""
    post(call)
    call("select", ids=["Post"])
    return {"format": "obj"}


SCENES: dict[str, Scene] = {
    "snap_to_ground": snapping,
    "array_along_curve": lining,
    "scatter": scattering,
    "export_selection": exporting,
}


def test_things_touch_the_ground(call: Any) -> None:
    arguments = snapping(call)
    made = call("snap_to_ground", **arguments)
    names = ["Crate", "Ball", "Sunk"]
    over = call.python(f"NAMES = {names!r}\n{OVER}")
    for name, moved in zip(names, made["items"]):
        # A vertex of a wave may come up into a face before any vertex of the thing comes down.
        assert -1e-3 < over[name] < 0.2, (name, over)
        assert (moved["distance"] > 0) == (name == "Sunk")
    assert min(over.values()) == pytest.approx(0, abs=2e-3)
    again = call("snap_to_ground", **arguments)
    assert [item["distance"] for item in again["items"]] == pytest.approx([0] * 3, abs=1e-4)
    paint(call, "#4f6b3a", "Hill")
    paint(call, "#c98b4a", *names)
    call("frame_camera", ids=["Hill"], camera_id=shot(call))
    picture(call, "snap_to_ground")


def test_things_touch_a_plane_with_their_lowest_vertex(call: Any) -> None:
    ids = snapping(call)["ids"]
    call("snap_to_ground", ids=ids, height=1.5, offset=0.25)
    lowest = {name: min(z for _, _, z in points) for name, points in call.python(VERTICES).items()}
    assert [lowest[name] for name in ("Crate", "Ball", "Sunk")] == pytest.approx([1.75] * 3, abs=1e-4)
    call("create_lights", items=[{"name": "Lamp", "position": [0, 0, 5]}])
    call("snap_to_ground", ids=["Lamp", "Ball"], mode="origin")
    places = call.python(
        "import bpy; bpy.context.view_layer.update()\n"
        "[bpy.data.objects[n].matrix_world.translation.z for n in ('Lamp', 'Ball')]"
    )
    assert places == pytest.approx([0, 0], abs=1e-5)


def test_a_thing_in_a_room_comes_onto_its_floor(call: Any) -> None:
    call(
        "create_primitives",
        items=[
            {"kind": "cube", "name": "House", "size": 6, "position": [0, 0, 3]},
            {"kind": "cube", "name": "Crate", "size": 1, "position": [0, 0, 3]},
        ],
    )
    call("snap_to_ground", ids=["Crate"], ground_ids=["House"])
    assert min(z for _, _, z in call.python(VERTICES)["Crate"]) == pytest.approx(0, abs=1e-4)


def test_what_has_no_ground_is_told(call: Any) -> None:
    arguments = snapping(call)
    call("create_primitives", items=[{"kind": "cube", "name": "Far", "position": [90, 0, 5]}])
    before = call.python(VERTICES)
    error = call.fails("invalid_params", "snap_to_ground", ids=["Crate", "Far"], ground_ids=["Hill"])
    assert (error.details["path"], "below" in str(error)) == ("ids[1]", True)
    error = call.fails("invalid_params", "snap_to_ground", ids=["Hill", "Far"], ground_ids=["Hill"])
    assert error.details["path"] == "ground_ids[0]"
    call("create_nodes", items=[{"name": "Empty"}])
    error = call.fails("invalid_params", "snap_to_ground", ids=arguments["ids"], ground_ids=["Empty"])
    assert error.details["path"] == "ground_ids"
    call.fails("invalid_params", "snap_to_ground", ids=[])
    assert call.python(VERTICES) == before


def copies(call: Any, holder: str) -> list[Any]:
    """Number, place, front, top, size and data of each copy below this node."""
    found: list[Any] = call.python(f"NAME = {holder!r}\n{COPIES}")
    return found


@pytest.mark.parametrize("kind", ["bezier", "poly", "nurbs"])
def test_copies_stand_along_a_curve_and_look_along_it(call: Any, kind: str) -> None:
    """Their places are on the curve that Blender itself draws."""
    post(call)
    points = [[-5, 0, 0], [-2, 3, 0], [2, -3, 0], [5, 0, 1]]
    item = {"name": "Path", "kind": kind, "control_points": [{"position": point} for point in points]}
    call(
        "create_curves", items=[{**item, "position": [0, 0, 2], "rotation": {"euler": [0, 0, 60]}, "scale": [2, 1, 1]}]
    )
    made = call("array_along_curve", ids=["Post"], curve_id="Path", count=9)
    drawn = call.python(
        "import bpy\nbpy.data.objects['Path'].data.resolution_u = 64\nbpy.context.view_layer.update()\n"
        "o = bpy.data.objects['Path'].evaluated_get(bpy.context.evaluated_depsgraph_get())\n"
        "m = o.to_mesh()\n[list(o.matrix_world @ v.co) for v in m.vertices]"
    )
    sums = [0.0, *itertools.accumulate(math.dist(a, b) for a, b in itertools.pairwise(drawn))]
    assert made["length"] == pytest.approx(sums[-1], rel=2e-3)
    rows = copies(call, "Array")
    assert [row[0] for row in rows] == list(range(1, 10))
    assert {row[5] for row in rows} == {"Post"}, "instances share their mesh"
    for number, place, front, top, size, _ in rows:
        far = sums[-1] * (number - 1) / 8
        piece = min(max(next((i for i, s in enumerate(sums) if s >= far), len(sums) - 1), 1), len(sums) - 1)
        part = (far - sums[piece - 1]) / (sums[piece] - sums[piece - 1])
        a, b = drawn[piece - 1], drawn[piece]
        assert place == pytest.approx([p + (q - p) * part for p, q in zip(a, b)], abs=2e-2), number
        if kind != "poly":
            way = [(q - p) / math.dist(a, b) for p, q in zip(a, b)]
            assert front == pytest.approx(way, abs=5e-2), number
        assert top[2] > 0.5, "upright"
        assert size == pytest.approx([1, 1, 2], abs=1e-4)
    children = call.python("import bpy; [len(o.children) for o in bpy.data.objects['Array'].children]")
    assert children == [1] * 9, "what is below a thing is copied with it"


def test_the_artists_own_curves_are_followed(call: Any) -> None:
    """A NURBS curve whose ends are free, a closed circle, and copies of several things with their own meshes."""
    post(call)
    call.python(
        "import bpy\nbpy.ops.curve.primitive_nurbs_curve_add(); bpy.context.object.name = 'Free'\n"
        "bpy.ops.curve.primitive_nurbs_circle_add(radius=3); bpy.context.object.name = 'Circle'\n"
        "bpy.ops.curve.primitive_bezier_circle_add(radius=3); bpy.context.object.name = 'Ring'\n"
    )
    call("create_primitives", items=[{"kind": "sphere", "name": "Ball", "radius": 0.2}])
    free = call("array_along_curve", ids=["Post"], curve_id="Free", count=2, name="Ends", follow=False)
    drawn = call.python(
        "import bpy\no = bpy.data.objects['Free'].evaluated_get(bpy.context.evaluated_depsgraph_get())\n"
        "m = o.to_mesh()\n[list(m.vertices[i].co) for i in (0, len(m.vertices) - 1)]"
    )
    assert [row[1] for row in copies(call, "Ends")] == [pytest.approx(end, abs=1e-3) for end in drawn]
    assert free["distance"] == pytest.approx(free["length"])
    for name in ("Circle", "Ring"):
        made = call(
            "array_along_curve",
            ids=["Post", "Ball"],
            curve_id=name,
            count=8,
            method="copy",
            name=f"On {name}",
            forward="x",
        )
        rows = copies(call, f"On {name}")
        assert [math.hypot(*row[1]) for row in rows] == pytest.approx([3] * 8, abs=0.05)
        gaps = [math.dist(a[1], b[1]) for a, b in itertools.pairwise([*rows, rows[0]])]
        assert gaps == pytest.approx([6 * math.sin(math.pi / 8)] * 8, abs=0.05), "the first is not doubled by the last"
        assert len({row[5] for row in rows}) == 8, "each has a mesh of its own"
        assert made["distance"] == pytest.approx(made["length"] / 8)
        assert all(abs(sum(p * f for p, f in zip(row[1], row[3]))) < 0.05 for row in rows), "upright"


def test_so_far_apart_from_here_to_there(call: Any) -> None:
    arguments = lining(call)
    del arguments["count"]
    made = call("array_along_curve", **arguments, distance=1.5, start=0.25, end=0.75)
    assert made["count"] == math.floor(made["length"] / 2 / 1.5) + 1
    call("frame_camera", ids=["Array"], camera_id=shot(call))
    arguments["ids"] = ["Array"]
    assert call.fails("invalid_params", "array_along_curve", **arguments).details["path"] == "count"
    error = call.fails("invalid_params", "array_along_curve", **arguments, count=2, distance=1)
    assert error.details["path"] == "distance"
    call.fails("invalid_params", "array_along_curve", **arguments, count=0)
    call.fails("invalid_params", "array_along_curve", **arguments, count=2, start=1)


def test_a_fence_stands_along_its_path(call: Any) -> None:
    arguments = lining(call)
    paint(call, "#c98b4a", "Post")
    paint(call, "#b03a2e", "Pointer")
    call("array_along_curve", **{**arguments, "count": 15})
    call("frame_camera", ids=["Array"], camera_id=shot(call))
    call("set_visibility", items=[{"id": "Post", "visible": False}], recursive=True)
    picture(call, "array_along_curve")


# Which pairs of copies meet by this measure of their boxes, taken anew from the host.
MEETING = """
import bpy
from mathutils import Vector
bpy.context.view_layer.update()
def whole(o):
    return [o, *o.children_recursive]
def ball(o):
    points = [p.matrix_world @ Vector(c) for p in whole(o) for c in p.bound_box]
    middle = sum(points, Vector()) / len(points)
    return points
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


SELECTED = """
import bpy
active = bpy.context.view_layer.objects.active
[sorted(o.name for o in bpy.context.view_layer.objects if o.select_get()), active and active.name,
 len(bpy.data.objects), len(bpy.data.scenes)]
"""


def test_the_selection_is_written_and_stays(call: Any, tmp_path: Path) -> None:
    arguments = exporting(call)
    before = call.python(SELECTED)
    made = call("export_selection", **arguments)
    assert call.python(SELECTED) == before
    text = bytes(made["data"]).decode()
    assert text.count("\nv ") == 8
    assert (made["format"], made["size"]) == ("obj", len(text))
    more = call("export_selection", **arguments, include_children=True)
    assert bytes(more["data"]).decode().count("\nv ") > 8
    assert len(more["ids"]) == 2
    assert call.python(SELECTED) == before


def test_no_selection_and_no_format_are_told(call: Any) -> None:
    exporting(call)
    assert call.fails("invalid_params", "export_selection").details["path"] == "format"
    call("clear_selection")
    assert "nothing is selected" in str(call.fails("invalid_params", "export_selection", format="obj"))
    call.fails("invalid_params", "export_selection", format="doc")
