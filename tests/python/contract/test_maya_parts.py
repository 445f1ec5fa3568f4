"""Meshes of Maya combined and split: what Maya says afterwards, what stays the artist's, bad input, undo."""

from __future__ import annotations

from typing import Any

import pytest

from .test_maya_modelling import counts, cube, places

pytestmark = pytest.mark.apps("maya")

NAMES = "sorted({cmds.listRelatives(s, parent=True)[0] for s in cmds.ls(type='mesh')})"
WORLD = """
flat = cmds.xform('{name}.vtx[*]', query=True, worldSpace=True, translation=True)
sorted([round(n, 3) + 0.0 for n in flat[i:i + 3]] for i in range(0, len(flat), 3))
"""
OUT = """
import maya.api.OpenMaya as om
mesh, space = om.MFnMesh(om.MGlobal.getSelectionListByName('{name}Shape').getDagPath(0)), om.MSpace.kWorld
found = []
for face in range(mesh.numPolygons):
    corners = [mesh.getPoint(v, space) for v in mesh.getPolygonVertices(face)]
    center = [sum(row) / len(corners) for row in zip(*((p.x, p.y, p.z) for p in corners))]
    away = [a - b for a, b in zip(center, {middle})]
    normal = mesh.getPolygonNormal(face, space)
    if max(map(abs, away)) < 2:
        found.append(sum(a * b for a, b in zip(away, (normal.x, normal.y, normal.z))) > 0)
[len(found), all(found)]
"""
WORN = """
found = dict()
for group in cmds.ls(type='shadingEngine'):
    faces = [m for m in cmds.sets(group, query=True) or [] if m.startswith('{name}.')]
    found[group] = len(cmds.ls(faces, flatten=True)) if faces else 0
[found[group] for group in ('RedSG', 'BlueSG', 'initialShadingGroup')]
"""


def undone(call: Any, name: str, operation: str, **arguments: Any) -> dict[str, Any]:
    """What it gives, once it has been undone and done again."""
    before, there = places(call, name), (call.python(NAMES), counts(call, name))
    call(operation, **arguments)
    call("undo")
    assert (places(call, name), (call.python(NAMES), counts(call, name))) == (before, there)
    return dict(call(operation, **arguments))


def world(call: Any, name: str) -> list[list[float]]:
    return list(call.python(WORLD.format(name=name)))


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
    vertex = call("get_vertices", ids=["First/vertex/7"])["items"][0]
    (told,) = undone(call, "First", "combine_meshes", items=[{"mesh_ids": three, "name": "All"}])["items"]
    assert (told["id"], told["name"], told["vertex_count"]) == (three[0], "All", 24)
    assert call.python(NAMES) == ["All", "Child"]
    assert world(call, "All") == before
    assert world(call, "Child") == child, "what hung on one of them stays where it is"
    assert counts(call, "All") == [24, 36, 18]
    for middle in ((0, 0, 0), (5, 0, 0), (0, 5, 0)):
        assert call.python(OUT.format(name="All", middle=middle)) == [6, True], "the mirrored one is not inside out"
    assert call.python(WORN.format(name="All")) == [11, 1, 6]
    assert call("get_vertices", ids=[vertex["id"]])["items"][0]["position"] == vertex["position"], "its ids go on"


def test_uvs_colours_creases_and_hard_edges_go_along(call: Any) -> None:
    cube(call, "One")
    cube(call, "Two", position=[3, 0, 0])
    call("update_meshes", items=[{"ids": ["Two"], "smooth": True, "colors": [[1, 0, 0, 1]] * 8}])
    call("update_edges", items=[{"ids": ["Two/edge/3"], "crease": 0.5}])
    call("update_meshes", items=[{"ids": ["One"], "smooth": False}])
    look = (
        "import maya.api.OpenMaya as om\n"
        "[cmds.polyEvaluate('{0}', uvcoord=True), cmds.polyColorSet('{0}', query=True, allColorSets=True),"
        " [om.MFnMesh(om.MGlobal.getSelectionListByName('{0}Shape').getDagPath(0)).isEdgeSmooth(e) for e in range(24)],"
        " cmds.polyColorPerVertex('{0}.vtx[9]', query=True, rgb=True)]"
    )
    uvs = [call.python(f"cmds.polyEvaluate('{name}', uvcoord=True)") for name in ("One", "Two")]
    call("combine_meshes", items=[{"mesh_ids": ["One", "Two"]}])
    uv, sets, edges, color = call.python(look.format("One"))
    assert (uv, sets, color[:3]) == (sum(uvs), ["colorSet1"], [1, 0, 0])
    assert sorted(edges) == [False] * 12 + [True] * 12
    creased = call("list_edges", parent_id="One", filters={"crease": 0.5})["items"]
    assert len(creased) == 1


def test_originals_can_be_kept_and_local_space_meant(call: Any, three: list[str]) -> None:
    item = {"mesh_ids": three, "name": "All", "keep": True, "world_space": False}
    (told,) = call("combine_meshes", items=[item])["items"]
    assert told["id"] not in three
    assert call.python(NAMES) == ["All", "First", "Second", "Third"]
    assert len({tuple(place) for place in world(call, "All")}) == 8, "all three lie in one place"
    assert counts(call, "First") == [8, 12, 6]
    for bad in ([three[0]], [three[0], three[0]], []):
        call.fails("invalid_params", "combine_meshes", items=[{"mesh_ids": bad}])
    call.fails("not_found", "combine_meshes", items=[{"mesh_ids": [three[0], "Fourth"]}])
    call("create_nodes", items=[{"name": "Empty"}])
    call.fails("invalid_params", "combine_meshes", items=[{"mesh_ids": [three[0], "Empty"]}])
    call.fails("not_supported", "combine_meshes", items=[{"mesh_ids": three, "preserve_sub_meshes": True}])
    call.python("cmds.instance('First', name='Twin')[0]")
    call.fails("conflict", "combine_meshes", items=[{"mesh_ids": three}])
    call.python("cmds.delete('Twin'); cmds.polyExtrudeFacet('First.f[0]', localTranslateZ=1)[0]")
    call.fails("conflict", "combine_meshes", items=[{"mesh_ids": three}])
    assert call.python(NAMES) == ["All", "First", "Second", "Third"]


def test_unconnected_parts_become_meshes(call: Any, three: list[str]) -> None:
    before = [world(call, name) for name in ("First", "Second", "Third")]
    call("combine_meshes", items=[{"mesh_ids": three}])
    cube(call, "Child", parent_id="First")
    last = call("get_vertices", ids=["First/vertex/7"])["items"][0]
    gone = call("get_vertices", ids=["First/vertex/8"])["items"][0]
    item = {"mesh_id": "First", "method": "by_unconnected"}
    (told,) = undone(call, "First", "split_meshes", items=[item])["items"]
    assert (told["original_mesh_id"], len(told["new_mesh_ids"])) == (three[0], 2)
    assert call.python(NAMES) == ["Child", "First", "First_part_1", "First_part_2"]
    assert [world(call, name) for name in ("First", "First_part_1", "First_part_2")] == before
    assert [counts(call, name) for name in ("First", "First_part_1", "First_part_2")] == [[8, 12, 6]] * 3
    assert call.python(WORN.format(name="First_part_1")) == [5, 1, 0]
    assert call("get_vertices", ids=[last["id"]])["items"][0]["position"] == last["position"], "its ids go on"
    call.fails("not_found", "get_vertices", ids=[gone["id"]])
    call.fails("invalid_params", "split_meshes", items=[{"mesh_id": "First", "method": "by_unconnected"}])


def test_materials_become_meshes(call: Any, three: list[str]) -> None:
    call("combine_meshes", items=[{"mesh_ids": three}])
    item = {"mesh_id": "First", "method": "by_material", "name_pattern": "{material}_of_{original}"}
    (told,) = undone(call, "First", "split_meshes", items=[item])["items"]
    assert sorted(one["face_count"] for one in told["items"]) == [1, 6, 11]
    assert call.python(NAMES) == ["Blue_of_First", "First", "none_of_First"]
    assert all(len(one["material_ids"]) <= 1 for one in told["items"])


def test_named_or_selected_faces_become_a_mesh(call: Any) -> None:
    cube(call)
    item = {"mesh_id": "Box", "method": "by_selection", "face_ids": ["Box/face/0", "Box/face/1"]}
    (told,) = undone(call, "Box", "split_meshes", items=[item])["items"]
    assert [one["face_count"] for one in told["items"]] == [4, 2]
    call.python("cmds.select('Box.f[2]')")
    call("split_meshes", items=[{"mesh_id": "Box", "method": "by_selection", "name_pattern": "Picked"}])
    assert counts(call, "Picked") == [4, 4, 1]
    for bad in (
        {"method": "by_selection", "face_ids": []},
        {"method": "by_selection", "face_indices": [0, 1, 2]},
        {"method": "by_selection", "face_indices": [99]},
        {"method": "by_material", "face_ids": ["Box/face/0"]},
        {"method": "by_colour"},
    ):
        call.fails("invalid_params", "split_meshes", items=[{"mesh_id": "Box", **bad}])
    assert counts(call, "Box")[2] == 3


def test_what_belongs_to_no_face_stays_with_the_original(call: Any) -> None:
    cube(call)
    call("create_vertices", items=[{"mesh_id": "Box", "position": [9, 9, 9]}])
    call("split_meshes", items=[{"mesh_id": "Box", "method": "by_selection", "face_indices": [0]}])
    assert counts(call, "Box_part_1") == [4, 4, 1]
    assert counts(call, "Box")[0] == 9


def test_tangents_run_along_u_and_tell_where_uvs_are_mirrored(call: Any) -> None:
    quad = {"vertices": [[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]], "indices": [0, 1, 2, 3], "face_sizes": [4]}
    straight, mirrored, turned = (
        [[0, 0], [1, 0], [1, 1], [0, 1]],
        [[1, 0], [0, 0], [0, 1], [1, 1]],
        [[0, 1], [0, 0], [1, 0], [1, 1]],
    )
    names = {"Straight": straight, "Mirrored": mirrored, "Turned": turned}
    call("create_meshes", items=[{"name": name, **quad, "uvs": uvs} for name, uvs in names.items()])
    call("create_meshes", items=[{"name": "Bare", **quad}])
    read = call("get_meshes", ids=[*names, "Bare"], fields=["tangents"])["items"]
    told = {name: item.get("tangents") for name, item in zip((*names, "Bare"), read)}
    assert told["Bare"] is None
    found = {name: [round(float(number), 5) for number in told[name][0]] for name in names}
    assert found == {"Straight": [1, 0, 0, 1], "Mirrored": [-1, 0, 0, -1], "Turned": [0, 1, 0, 1]}
    assert all((rows == rows[0]).all() for rows in map(told.get, names))
