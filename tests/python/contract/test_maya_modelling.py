"""Operations on the elements of meshes in Maya: what Maya says afterwards, ids, bad input, undo."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("maya")


def cube(call: Any, name: str = "Box", **more: Any) -> str:
    """A cube of edge 2."""
    return str(call("create_primitives", items=[{"kind": "cube", "name": name, **more}])["ids"][0])


def mesh(call: Any, name: str, vertices: list[list[float]], faces: list[list[int]]) -> str:
    """A mesh of these faces."""
    item = {
        "name": name,
        "vertices": vertices,
        "indices": [corner for face in faces for corner in face],
        "face_sizes": [len(face) for face in faces],
    }
    return str(call("create_meshes", items=[item])["ids"][0])


def grid(call: Any, name: str = "Net", size: int = 3) -> str:
    """A flat net of quadrangles of edge 1, its vertices numbered row by row from the origin."""
    side = size + 1
    faces = [[at, at + 1, at + side + 1, at + side] for y in range(size) for at in range(y * side, y * side + size)]
    return mesh(call, name, [[x, y, 0] for y in range(side) for x in range(side)], faces)


def counts(call: Any, name: str) -> list[int]:
    """Vertices, edges and faces, as Maya counts them."""
    told = call.python(f"cmds.polyEvaluate({name!r}, vertex=True, edge=True, face=True)")
    return [told[kind] for kind in ("vertex", "edge", "face")]


def places(call: Any, name: str) -> list[list[float]]:
    """Every vertex as Maya has it."""
    flat = call.python(f"cmds.xform('{name}.vtx[*]', query=True, objectSpace=True, translation=True)")
    return [[round(n, 5) for n in flat[at : at + 3]] for at in range(0, len(flat), 3)]


def done(call: Any, name: str, operation: str, **arguments: Any) -> dict[str, Any]:
    """What it gives, once it has been undone and done again: no history of its own is left in the mesh."""
    before, there = places(call, name), counts(call, name)
    call(operation, **arguments)
    call("undo")
    assert (places(call, name), counts(call, name)) == (before, there)
    told = call(operation, **arguments)
    assert not call.python(f"cmds.listConnections('{name}Shape.inMesh', source=True, destination=False)")
    for item in told["items"]:
        if "face_count" in item:
            assert [item[f"{kind}_count"] for kind in ("vertex", "edge", "face")] == counts(call, name)
    return dict(told["items"][0])


def top(call: Any, name: str = "Box") -> str:
    """The face of a cube that looks along z."""
    faces = call("list_faces", parent_id=name)["items"]
    return str(next(face["id"] for face in faces if face["normal"][2] > 0.9))


def test_faces_are_extruded_together_apart_and_without_caps(call: Any) -> None:
    cube(call)
    face = top(call)
    told = done(call, "Box", "extrude_faces", items=[{"face_ids": [face], "distance": 0.5}])
    assert counts(call, "Box") == [12, 20, 10]
    assert max(z for _, _, z in places(call, "Box")) == 1.5
    assert [len(told[f"new_{kind}_ids"]) for kind in ("vertex", "edge", "face")] == [4, 8, 5]
    call.fails("not_found", "get_faces", ids=[face])
    cube(call, "Open")
    call("extrude_faces", items=[{"face_ids": [top(call, "Open")], "distance": 1, "create_caps": False}])
    assert counts(call, "Open") == [12, 20, 9]
    cube(call, "Bent")
    item = {"face_ids": [top(call, "Bent")], "distance": 2, "direction": [0, 3, 4]}
    call("extrude_faces", items=[item])
    assert [1, 1 + 1.2, 1 + 1.6] in places(call, "Bent")
    grid(call)
    pair = {"face_ids": ["Net/face/0", "Net/face/1"], "distance": 1, "individual_faces": True}
    call("extrude_faces", items=[pair])
    assert counts(call, "Net")[2] == 9 + 8
    cube(call, "Round")
    every = [f"Round/face/{number}" for number in range(6)]
    call.fails("invalid_params", "extrude_faces", items=[{"face_ids": every, "distance": 1}])
    call.fails("invalid_params", "extrude_faces", items=[{"face_ids": [], "mesh_id": "Round", "distance": 1}])


def test_extruding_along_normals_gives_a_consistent_thickness(call: Any) -> None:
    cube(call)
    every = [f"Box/face/{number}" for number in range(6)]
    call.fails("not_supported", "extrude_along_normals", items=[{"face_ids": every, "distance": 0.5, "even": False}])
    call("extrude_along_normals", items=[{"face_ids": every, "distance": 0.5}])
    assert counts(call, "Box") == [8, 12, 6], "what is closed goes out as a whole"
    assert {abs(n) for place in places(call, "Box") for n in place} == {1.5}


def test_faces_get_a_border_inside(call: Any) -> None:
    cube(call)
    told = done(call, "Box", "inset_faces", items=[{"face_ids": [top(call)], "amount": 0.25, "depth": 0.5}])
    assert [0.75, -0.75, 1.5] in places(call, "Box")
    assert len(told["new_face_ids"]) == 5
    grid(call)
    call("inset_faces", items=[{"face_ids": ["Net/face/0", "Net/face/1"], "amount": 0.25}])
    assert [0.25, 0.25, 0] in places(call, "Net")
    assert [1, 0.25, 0] in places(call, "Net"), "as one patch"


PAIR = [[x, y, z] for z in (0, 2) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]


def test_two_borders_are_bridged(call: Any) -> None:
    mesh(call, "Tube", PAIR, [[3, 2, 1, 0], [4, 5, 6, 7]])
    edges = [f"Tube/edge/{number}" for number in range(8)]
    told = done(call, "Tube", "bridge", items=[{"edge_ids": edges}])
    assert counts(call, "Tube") == [8, 12, 6]
    assert len(told["new_face_ids"]) == 4
    walls = [face["normal"] for face in call("get_faces", ids=told["new_face_ids"])["items"]]
    assert sorted(walls) == [[-1, 0, 0], [0, -1, 0], [0, 1, 0], [1, 0, 0]], "they look out"
    for bad in ({"edge_ids": edges[:3]}, {"edge_ids": edges, "face_ids": ["Tube/face/0"]}, {"twist": 1}):
        call.fails("invalid_params", "bridge", items=[bad])


def test_two_faces_are_bridged_and_go(call: Any) -> None:
    lids = [[3, 2, 1, 0], [4, 5, 6, 7]]
    stool = [[3, 2, 1, 0], [0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7]]
    high = [[x, y, z + 5] for x, y, z in PAIR]
    up = [[4, 5, 6, 7], *stool[1:]]
    both = [*stool, lids[1], *([corner + 8 for corner in face] for face in [*up, lids[0]])]
    mesh(call, "Stack", [*PAIR, *high], both)
    faces = [face["id"] for face in call("list_faces", parent_id="Stack")["items"] if 1 < face["center"][2] < 6
             and abs(face["normal"][2]) > 0.9]  # fmt: skip
    assert len(faces) == 2
    done(call, "Stack", "bridge", items=[{"face_ids": faces, "smooth": True}])
    assert counts(call, "Stack") == [16, 28, 14]


def test_triangles_and_quadrangles(call: Any) -> None:
    cube(call)
    told = done(call, "Box", "triangulate", items=[{"mesh_id": "Box"}])
    assert counts(call, "Box") == [8, 18, 12]
    assert len(told["new_edge_ids"]) == 6
    call("triangulate", items=[{"mesh_id": "Box"}])
    call.fails("not_supported", "triangulate", items=[{"mesh_id": "Box", "method": "fan"}])
    done(call, "Box", "quadrangulate", items=[{"mesh_id": "Box"}])
    assert counts(call, "Box") == [8, 12, 6]
    for name, height, left in (("Steep", 1, 2), ("Flat", 0.25, 1)):
        mesh(call, name, [[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, height]], [[0, 1, 2], [1, 3, 2]])
        call("quadrangulate", items=[{"mesh_id": name}])
        assert counts(call, name)[2] == left


def test_vertices_are_merged_in_every_way(call: Any) -> None:
    pair = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 1, 0.001], [2, 2, 0]]
    mesh(call, "Seam", pair, [[0, 1, 2], [3, 5, 4]])
    told = done(call, "Seam", "merge_vertices", items=[{"mesh_id": "Seam"}])
    assert told["vertex_count"] == 5, "only those at the same place"
    call("merge_vertices", items=[{"mesh_id": "Seam", "distance": 0.01}])
    assert counts(call, "Seam") == [4, 5, 2]
    for method, left in (("at_first", [2, 2, 0]), ("at_last", [0, 0, 0]), ("at_center", [1, 1, 0])):
        name = method.title().replace("_", "")
        grid(call, name, size=2)
        call("merge_vertices", items=[{"mesh_id": name, "vertex_indices": [8, 0], "method": method}])
        assert left in places(call, name)
        assert counts(call, name)[0] == 8
    grid(call, "Part", size=2)
    call("merge_vertices", items=[{"mesh_id": "Part", "vertex_indices": [0, 1, 8], "method": "collapse"}])
    assert [0.5, 0, 0] in places(call, "Part")
    assert [2, 2, 0] in places(call, "Part")
    for bad in ({"method": "at_center"}, {"vertex_indices": [0, 8], "method": "collapse"}):
        call.fails("invalid_params", "merge_vertices", items=[{"mesh_id": "Part", **bad}])


@pytest.mark.parametrize(("kind", "left"), [("vertices", [12, 16, 5]), ("edges", [13, 18, 6]), ("faces", [15, 22, 8])])
def test_elements_are_deleted_with_what_hangs_on_them(call: Any, kind: str, left: list[int]) -> None:
    grid(call)
    done(call, "Net", "delete_elements", items=[{"face_ids": ["Net/face/0"], "type": kind}])
    assert counts(call, "Net") == left


def test_deleting_leaves_what_other_faces_have(call: Any) -> None:
    cube(call)
    last = call("get_vertices", ids=["Box/vertex/7"])["items"][0]
    call("delete_elements", items=[{"face_ids": ["Box/face/0"], "type": "only_faces"}])
    assert counts(call, "Box") == [8, 12, 5]
    call.fails("not_supported", "delete_elements", items=[{"face_ids": ["Box/face/0"], "type": "only_faces"}])
    assert call("get_vertices", ids=[last["id"]])["items"][0]["position"] == last["position"]
    for bad in (
        {"mesh_id": "Box", "type": "vertices"},
        {"vertex_indices": [1], "type": "vertices"},
        {"mesh_id": "Box", "vertex_indices": [8], "type": "vertices"},
    ):
        call.fails("invalid_params", "delete_elements", items=[bad])


def test_faces_are_filled_from_vertices_and_edges(call: Any) -> None:
    cube(call)
    face = top(call)
    around = call("get_faces", ids=[face])["items"][0]["vertex_ids"]
    call("delete_elements", items=[{"face_ids": [face], "type": "only_faces"}])
    told = done(call, "Box", "fill_faces", items=[{"vertex_ids": [around[n] for n in (2, 0, 3, 1)]}])
    assert counts(call, "Box") == [8, 12, 6]
    (made,) = call("get_faces", ids=told["new_face_ids"])["items"]
    assert made["normal"] == pytest.approx([0, 0, 1], abs=1e-5), "it looks out as its neighbours do"
    call.fails("conflict", "fill_faces", items=[{"vertex_ids": around}])
    call.fails("conflict", "fill_faces", items=[{"vertex_ids": around[:2]}])
    call.fails("invalid_params", "fill_faces", items=[{"vertex_ids": around[:1]}])
    call("fill_faces", items=[{"vertex_ids": [around[0], around[2]]}])
    assert counts(call, "Box") == [8, 13, 7], "an edge across"


@pytest.mark.parametrize(("method", "faces"), [("face", 1), ("triangles", 10)])
def test_a_hole_is_filled_from_its_border(call: Any, method: str, faces: int) -> None:
    grid(call, size=5)
    inner = [n for n in range(25) if n // 5 in (1, 2, 3) and n % 5 in (1, 2, 3)]
    call("delete_elements", items=[{"mesh_id": "Net", "face_indices": inner, "type": "faces"}])
    corners = call("list_vertices", parent_id="Net", limit=100)["items"]
    inside = {item["id"] for item in corners if all(0 < x < 5 for x in item["position"][:2])}
    edges = [item["id"] for item in call("list_edges", parent_id="Net", limit=100)["items"]
             if inside.issuperset(item["vertex_ids"])]  # fmt: skip
    assert len(edges) == 12
    item = {"edge_ids": edges, "method": method}
    call.fails("not_supported", "fill_faces", items=[{**item, "method": "grid"}])
    done(call, "Net", "fill_faces", items=[item])
    assert counts(call, "Net")[2] == 16 + faces
    ways = {item["normal"][2] for item in call("list_faces", parent_id="Net")["items"]}
    # The double's triangles all begin at one corner, and some of them are as thin as a line.
    assert ways == ({1} if method == "face" else {0, 1}), "none looks the other way"


def test_elements_are_dissolved_without_a_hole(call: Any) -> None:
    grid(call)
    done(call, "Net", "dissolve", items=[{"mesh_id": "Net", "face_ids": ["Net/face/0", "Net/face/1"]}])
    assert counts(call, "Net") == [16, 23, 8]
    call("dissolve", items=[{"mesh_id": "Net", "vertex_ids": ["Net/vertex/10"]}])
    assert counts(call, "Net") == [15, 19, 5]
    call("dissolve", items=[{"mesh_id": "Net", "vertex_ids": ["Net/vertex/1"]}])
    assert counts(call, "Net") == [14, 18, 5], "one between two edges, which become one"
    call.fails("not_supported", "dissolve", items=[{"mesh_id": "Net", "vertex_ids": ["Net/vertex/3"]}])
    call.fails("invalid_params", "dissolve", items=[{"mesh_id": "Net"}])


def test_vertices_are_moved_by_id_and_by_number(call: Any) -> None:
    grid(call)
    told = done(call, "Net", "transform_vertices", items=[{"vertex_ids": ["Net/vertex/3"], "offset": [0, 0, 2]}])
    assert places(call, "Net")[3] == [3, 0, 2]
    assert [list(place) for place in told["positions"]] == [[3, 0, 2]]
    item = {"mesh_id": "Net", "vertex_indices": [0, 15], "positions": [[0, 0, 5], [9, 9, 9]], "offset": [0, 0, 1]}
    call("transform_vertices", items=[item])
    assert [places(call, "Net")[n] for n in (0, 15)] == [[0, 0, 6], [9, 9, 10]]
    call("transform_vertices", items=[{"vertex_ids": ["Net/vertex/5"], "normal": [0.6, 0, 0.8]}])
    normal = "cmds.polyNormalPerVertex('Net.vtx[5]', query=True, xyz=True)[:3]"
    assert call.python(normal) == pytest.approx([0.6, 0, 0.8])
    call("transform_vertices", items=[{"vertex_ids": ["Net/vertex/5"], "normal": [0, 0, 0]}])
    assert call.python(normal) != pytest.approx([0.6, 0, 0.8])
    for bad in (
        {"vertex_ids": ["Net/vertex/0"]},
        {"mesh_id": "Net", "vertex_indices": [16], "offset": [0, 0, 1]},
        {"vertex_ids": ["Net/vertex/0"], "positions": [[0, 0, 0], [1, 1, 1]]},
        {"vertex_ids": ["Net/vertex/0"], "position": [0, 0, 0], "positions": [[0, 0, 0]]},
    ):
        call.fails("invalid_params", "transform_vertices", items=[bad])


def test_smoothing_draws_vertices_to_their_neighbours(call: Any) -> None:
    grid(call, size=2)
    call("transform_vertices", items=[{"vertex_ids": ["Net/vertex/4"], "offset": [0, 0, 4]}])
    told = done(call, "Net", "smooth_vertices", items=[{"vertex_ids": ["Net/vertex/4"], "factor": 0.5}])
    assert places(call, "Net")[4] == [1, 1, 2]
    assert list(told["vertex_indices"]) == [4]
    call("smooth_vertices", items=[{"mesh_id": "Net", "repeat": 20}])
    assert places(call, "Net")[4][2] < 1


def test_creases_and_materials_are_given_to_some(call: Any) -> None:
    grid(call)
    item = {"mesh_id": "Net", "edge_indices": [0, 2], "crease_weights": [0.5, 1]}
    told = done(call, "Net", "set_edge_creases", items=[item])
    assert list(told["crease_weights"]) == [0.5, 1]
    assert call.python("cmds.polyCrease('Net.e[0:2]', query=True, value=True)") == [2.5, -1, 10]
    call.fails("invalid_params", "set_edge_creases", items=[{**item, "crease_weight": 1}])
    call("create_materials", items=[{"name": "Red"}, {"name": "Blue"}])
    call("assign_materials", items=[{"mesh_id": "Net", "material_id": "Red"}])
    call("assign_materials", items=[{"mesh_id": "Net", "material_id": "Blue", "face_ids": ["Net/face/4"]}])
    worn = [face["material_id"] for face in call("list_faces", parent_id="Net")["items"]]
    assert call.python("len(cmds.sets('BlueSG', query=True))") == 1
    (blue,) = [number for number, one in enumerate(worn) if one != worn[0]]
    assert blue == 4
    call("delete_elements", items=[{"face_ids": ["Net/face/0"], "type": "faces"}])
    worn = [face["material_id"] for face in call("list_faces", parent_id="Net")["items"]]
    assert [number for number, one in enumerate(worn) if one != worn[0]] == [3], "each face keeps its own"


def test_a_mesh_of_which_some_faces_wear_no_material(call: Any) -> None:
    cube(call)
    call("create_materials", items=[{"name": "Red"}, {"name": "Blue"}])
    red = call("get_materials", ids=["Red"])["items"][0]["id"]
    call("assign_materials", items=[{"mesh_id": "Box", "material_id": "Red", "face_ids": ["Box/face/2"]}])
    (told,) = call("get_meshes", ids=["Box"], fields=["material_ids", "face_materials"])["items"]
    assert told["material_ids"] == [red]
    call("update_meshes", items=[{"ids": ["Box"], "face_materials": told["face_materials"]}])
    worn = [face["material_id"] for face in call("list_faces", parent_id="Box")["items"]]
    assert worn == [None, None, red, None, None, None]
    call("update_meshes", items=[{"ids": ["Box"], "material_id": "Blue"}])
    worn = [face["material_id"] for face in call("list_faces", parent_id="Box")["items"]]
    assert worn[2] not in (None, red)
    assert worn[:2] == [None, None]
