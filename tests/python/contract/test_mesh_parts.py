"""Meshes combined and split: what Blender says afterwards, what stays the artist's, bad input, undo."""

from __future__ import annotations

from typing import Any

import pytest

from .shapes import counts, cube, undone

NAMES = "import bpy; sorted(o.name for o in bpy.data.objects)"
CORNERS = """
import bpy
bpy.context.view_layer.update()
o = bpy.data.objects[{name!r}]
sorted([round(x, 3) for x in o.matrix_world @ v.co] for v in o.data.vertices)
"""


def world(call: Any, name: str) -> list[list[float]]:
    """Where Blender has the vertices, in the world."""
    return list(call.python(CORNERS.format(name=name)))


def looks_out(call: Any, name: str, center: list[float]) -> bool:
    """Whether the faces around a point look away from it, as Blender shows them."""
    code = f"""
import bpy
from mathutils import Vector
o = bpy.data.objects[{name!r}]
near = [p for p in o.data.polygons if (o.matrix_world @ p.center - Vector({center})).length < 3]
turn = o.matrix_world.to_3x3().inverted().transposed()
sign = 1 if o.matrix_world.determinant() > 0 else -1
len(near) > 0 and all((turn @ p.normal).dot(o.matrix_world @ p.center - Vector({center})) * sign > 0 for p in near)
"""
    return bool(call.python(code))


@pytest.fixture
def three(call: Any) -> list[str]:
    """Three cubes with materials, the second mirrored, the third without any."""
    call("create_materials", items=[{"name": "Red"}, {"name": "Blue"}])
    first = cube(call, "First")
    second = cube(call, "Second", position=[5, 0, 0], scale=[-1, 1, 1])
    third = cube(call, "Third", position=[0, 5, 0], rotation={"euler": [0, 0, 45]})
    items = [{"mesh_id": "First", "material_id": "Red"}, {"mesh_id": "Second", "material_id": "Red"}]
    call("assign_materials", items=items)
    call("assign_materials", items=[{"mesh_id": "Second", "material_id": "Blue", "face_ids": ["Second/face/0"]}])
    return [first, second, third]


def test_meshes_become_one_where_they_are(call: Any, three: list[str]) -> None:
    before = sorted(world(call, "First") + world(call, "Second") + world(call, "Third"))
    cube(call, "Child", parent_id="Second")
    child = world(call, "Child")
    call("select", ids=["Third"])
    (told,) = undone(call, "First", "combine_meshes", items=[{"mesh_ids": three, "name": "All"}])["items"]
    assert (told["id"], told["name"], told["vertex_count"]) == (three[0], "All", 24)
    assert call.python(NAMES) == ["All", "Child"]
    assert world(call, "All") == before
    assert world(call, "Child") == child, "what hung on one of them stays where it is"
    assert counts(call, "All") == [24, 36, 18]
    assert looks_out(call, "All", [0, 0, 0])
    assert looks_out(call, "All", [5, 0, 0]), "the mirrored one is not inside out"
    materials = """
import bpy
o = bpy.data.objects['All']
slots = [s.material and s.material.name for s in o.material_slots]
[slots, sorted(str(slots[p.material_index]) for p in o.data.polygons)]
"""
    slots, faces = call.python(materials)
    assert faces == ["Blue"] + ["None"] * 6 + ["Red"] * 11
    assert sorted(map(str, slots)) == ["Blue", "None", "Red"], "one slot for each material"
    assert call.python("import bpy; bpy.context.view_layer.objects.active.name") == "All"


def test_sub_meshes_keep_slots_of_their_own(call: Any, three: list[str]) -> None:
    call("combine_meshes", items=[{"mesh_ids": three[:2], "preserve_sub_meshes": True}])
    code = "import bpy; o = bpy.data.objects['First']\n"
    code += "[[s.material.name for s in o.material_slots], len(bpy.data.materials)]"
    assert call.python(code) == [["Red", "Red", "Blue"], 2]
    used = "import bpy; sorted({p.material_index for p in bpy.data.objects['First'].data.polygons})"
    assert call.python(used) == [0, 1, 2]


def test_originals_can_be_kept_and_local_space_meant(call: Any, three: list[str]) -> None:
    (told,) = call("combine_meshes", items=[{"mesh_ids": three, "name": "All", "keep": True, "world_space": False}])[
        "items"
    ]
    assert told["id"] not in three
    assert call.python(NAMES) == ["All", "First", "Second", "Third"]
    assert len({tuple(place) for place in world(call, "All")}) == 8, "all three lie in one place"
    assert counts(call, "First") == [8, 12, 6]
    for bad in ([three[0]], [three[0], three[0]], []):
        call.fails("invalid_params", "combine_meshes", items=[{"mesh_ids": bad}])
    call.fails("not_found", "combine_meshes", items=[{"mesh_ids": [three[0], "Fourth"]}])
    call("create_nodes", items=[{"name": "Empty"}])
    call.fails("invalid_params", "combine_meshes", items=[{"mesh_ids": [three[0], "Empty"]}])
    assert call.python(NAMES) == ["All", "Empty", "First", "Second", "Third"]


def test_a_mesh_that_others_share_stays_theirs(call: Any, three: list[str]) -> None:
    call("duplicate", items=[{"id": "First", "name": "Twin"}])
    call("combine_meshes", items=[{"mesh_ids": three}])
    assert counts(call, "Twin") == [8, 12, 6]
    error = call.fails("not_found", "get_meshes", ids=["Second"])
    assert error


def test_unconnected_parts_become_meshes(call: Any, three: list[str]) -> None:
    before = [world(call, name) for name in ("First", "Second", "Third")]
    call.python("import bpy; bpy.data.objects['Third'].vertex_groups.new(name='Rim').add([0, 1], 0.5, 'REPLACE'); None")
    call("combine_meshes", items=[{"mesh_ids": three}])
    last = call("get_vertices", ids=["First/vertex/7"])["items"][0]
    gone = call("get_vertices", ids=["First/vertex/8"])["items"][0]
    (told,) = undone(call, "First", "split_meshes", items=[{"mesh_id": "First", "method": "by_unconnected"}])["items"]
    assert (told["original_mesh_id"], len(told["new_mesh_ids"])) == (three[0], 2)
    assert call.python(NAMES) == ["First", "First_part_1", "First_part_2"]
    assert [world(call, name) for name in ("First", "First_part_1", "First_part_2")] == before
    assert [counts(call, name) for name in ("First", "First_part_1", "First_part_2")] == [[8, 12, 6]] * 3
    groups = "import bpy; o = bpy.data.objects['First_part_2']; sum(len(v.groups) for v in o.data.vertices)"
    assert call.python(groups) == 2, "weights go along"
    assert call("get_vertices", ids=[last["id"]])["items"][0]["position"] == last["position"], "its ids go on"
    call.fails("not_found", "get_vertices", ids=[gone["id"]])
    call.fails("invalid_params", "split_meshes", items=[{"mesh_id": "First", "method": "by_unconnected"}])


def test_many_parts_are_each_whole(call: Any) -> None:
    vertices = [[n + x, y, 0] for n in range(0, 60, 2) for x, y in ((0, 0), (1, 0), (0, 1))]
    call("create_meshes", items=[{"name": "Leaves", "vertices": vertices, "indices": list(range(90))}])
    item = {"mesh_id": "Leaves", "method": "by_unconnected", "name_pattern": "leaf {index} of {original}"}
    (told,) = call("split_meshes", items=[item])["items"]
    assert len(told["items"]) == 30
    assert told["items"][29]["name"] == "leaf 29 of Leaves"
    assert [one["vertex_count"] for one in told["items"]] == [3] * 30
    assert world(call, "leaf 17 of Leaves") == [[34, 0, 0], [34, 1, 0], [35, 0, 0]]


def test_materials_become_meshes(call: Any, three: list[str]) -> None:
    call("combine_meshes", items=[{"mesh_ids": three}])
    item = {"mesh_id": "First", "method": "by_material", "name_pattern": "{material}"}
    (told,) = undone(call, "First", "split_meshes", items=[item])["items"]
    assert sorted(one["face_count"] for one in told["items"]) == [1, 6, 11]
    code = "import bpy; {o.name: [s.material and s.material.name for s in o.material_slots] for o in bpy.data.objects}"
    assert call.python(code) == {"First": ["Red"], "Blue": ["Blue"], "none": [None]}
    assert counts(call, "Blue") == [4, 4, 1]
    call.fails("invalid_params", "split_meshes", items=[{"mesh_id": "Blue", "method": "by_material"}])


def test_named_or_selected_faces_become_a_mesh(call: Any) -> None:
    cube(call)
    item = {"mesh_id": "Box", "method": "by_selection", "face_ids": ["Box/face/0", "Box/face/1"]}
    (told,) = undone(call, "Box", "split_meshes", items=[item])["items"]
    assert [one["face_count"] for one in told["items"]] == [4, 2]
    code = (
        "import bpy; m = bpy.data.objects['Box'].data; [setattr(p, 'select', p.index == 2) for p in m.polygons]; None"
    )
    call.python(code)
    (told,) = call("split_meshes", items=[{"mesh_id": "Box", "method": "by_selection", "name_pattern": "Picked"}])[
        "items"
    ]
    assert counts(call, "Picked") == [4, 4, 1]
    for bad in (
        {"method": "by_selection", "face_ids": []},
        {"method": "by_selection", "face_indices": [0, 1, 2]},
        {"method": "by_selection", "face_indices": [99]},
        {"method": "by_material", "face_ids": ["Box/face/0"]},
        {"method": "by_colour"},
    ):
        call.fails("invalid_params", "split_meshes", items=[{"mesh_id": "Box", **bad}])
    call("duplicate", items=[{"id": "Box", "name": "Twin"}])
    call.fails("conflict", "split_meshes", items=[{"mesh_id": "Box", "method": "by_selection", "face_indices": [0]}])
    assert counts(call, "Box")[2] == 3


def test_what_belongs_to_no_face_stays_with_the_original(call: Any) -> None:
    cube(call)
    code = "import bpy; m = bpy.data.objects['Box'].data; m.vertices.add(3); m.edges.add(1)\n"
    call.python(code + "m.edges[-1].vertices = (8, 9); m.update(); None")
    call("split_meshes", items=[{"mesh_id": "Box", "method": "by_selection", "face_indices": [0]}])
    assert counts(call, "Box") == [11, 13, 5]
    assert counts(call, "Box_part_1") == [4, 4, 1]


def test_shapes_and_modifiers_go_along(call: Any) -> None:
    cube(call)
    code = "import bpy; o = bpy.data.objects['Box']; o.shape_key_add(name='Basis'); k = o.shape_key_add(name='Wide')\n"
    code += "k.data[7].co = (9, 9, 9); o.modifiers.new('Round', 'SUBSURF'); None"
    call.python(code)
    face = call.python("import bpy; next(p.index for p in bpy.data.objects['Box'].data.polygons if 7 in p.vertices)")
    call("split_meshes", items=[{"mesh_id": "Box", "method": "by_selection", "face_indices": [face]}])
    told = "import bpy; o = bpy.data.objects['Box_part_1']; k = o.data.shape_keys.key_blocks['Wide']; "
    told += "[len(k.data), [9, 9, 9] in [list(d.co) for d in k.data], o.modifiers[0].name]"
    assert call.python(told) == [4, True, "Round"]
