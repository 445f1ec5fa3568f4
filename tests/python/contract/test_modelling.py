"""Operations on the vertices, edges and faces of meshes: what Blender says afterwards, bad input, undo."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .shapes import counts, cube, edge_between, grid, positions, undone

TOP = "next(p.index for p in bpy.data.objects['Box'].data.polygons if p.normal.z > 0.9)"


def top_of_box(call: Any) -> str:
    """The id of the cube's upper face."""
    return f"Box/face/{call.python('import bpy; ' + TOP)}"


def test_a_tube_is_extruded_without_its_cap(call: Any) -> None:
    cube(call)
    item = {"face_ids": [top_of_box(call)], "distance": 1.0, "create_caps": False}
    (told,) = undone(call, "Box", "extrude_faces", items=[item])["items"]
    assert counts(call, "Box") == [12, 20, 9], "four walls, and nothing on top"
    assert len(told["new_face_ids"]) == 4
    assert told["revision"] == call("get_meshes", ids=["Box"], fields=["revision"])["items"][0]["revision"]
    item = {"face_ids": ["Box/face/0", "Box/face/1"], "distance": 0.5, "individual_faces": True, "create_caps": False}
    call("extrude_faces", items=[item])
    assert counts(call, "Box")[2] == 9 - 2 + 8


@pytest.mark.parametrize("even", [True, False])
def test_extruding_along_normals_thickens_a_bend_evenly(call: Any, even: bool) -> None:
    cube(call)
    faces = [f"Box/face/{n}" for n in range(6)]
    call("extrude_along_normals", items=[{"face_ids": faces, "distance": 0.5, "even": even}])
    reach = max(abs(x) for place in positions(call, "Box") for x in place)
    assert reach == pytest.approx(1.5 if even else 1 + 0.5 / math.sqrt(3), abs=1e-4)
    assert counts(call, "Box")[2] == 6, "what is closed goes out as a whole"


def test_a_patch_is_extruded_along_its_normals(call: Any) -> None:
    cube(call)
    (told,) = undone(call, "Box", "extrude_along_normals", items=[{"face_ids": [top_of_box(call)], "distance": 0.25}])[
        "items"
    ]
    assert counts(call, "Box") == [12, 20, 10]
    assert max(z for _, _, z in positions(call, "Box")) == pytest.approx(1.25)
    assert len(told["new_face_ids"]) == 5


def test_two_faces_are_bridged_and_go(call: Any) -> None:
    cube(call)
    cube(call, "Lid", position=[0, 0, 5])
    call("combine_meshes", items=[{"mesh_ids": ["Box", "Lid"]}])
    code = "import bpy; faces = bpy.data.objects['Box'].data.polygons\n"
    code += "[p.index for p in faces if abs(p.normal.z) > 0.9 and 0 < p.center.z < 5]"
    faces = [f"Box/face/{n}" for n in call.python(code)]
    undone(call, "Box", "bridge", items=[{"face_ids": faces, "smooth": True}])
    assert counts(call, "Box") == [16, 28, 14]
    smooth = "import bpy; sum(p.use_smooth for p in bpy.data.objects['Box'].data.polygons)"
    assert call.python(smooth) == 4
    call.fails("invalid_params", "bridge", items=[{"face_ids": ["Box/face/0"], "edge_ids": ["Box/edge/0"]}])
    call.fails("invalid_params", "bridge", items=[{"twist": 1}])
    assert counts(call, "Box") == [16, 28, 14]


@pytest.mark.parametrize("method", ["beauty", "fan", "delaunay"])
def test_a_pentagon_becomes_three_triangles(call: Any, method: str) -> None:
    ring = [[math.cos(n * 2 * math.pi / 5) * (1 + n % 2), math.sin(n * 2 * math.pi / 5), 0] for n in range(5)]
    call("create_meshes", items=[{"name": "Star", "vertices": ring, "indices": list(range(5)), "face_sizes": [5]}])
    area = "import bpy; sum(p.area for p in bpy.data.objects['Star'].data.polygons)"
    before = call.python(area)
    undone(call, "Star", "triangulate", items=[{"mesh_id": "Star", "method": method}])
    assert counts(call, "Star") == [5, 7, 3]
    assert call.python(area) == pytest.approx(before)
    at_first = "import bpy; sum(0 in p.vertices for p in bpy.data.objects['Star'].data.polygons)"
    assert method != "fan" or call.python(at_first) == 3


def test_delaunay_takes_the_short_diagonal(call: Any) -> None:
    kite = [[0, 0, 0], [4, 0.5, 0], [0, 1, 0], [-4, 0.5, 0]]
    call("create_meshes", items=[{"name": "Kite", "vertices": kite, "indices": [0, 1, 2, 3], "face_sizes": [4]}])
    call("triangulate", items=[{"mesh_id": "Kite", "method": "delaunay"}])
    edges = call.python("import bpy; [sorted(e.vertices) for e in bpy.data.objects['Kite'].data.edges]")
    assert [0, 2] in edges
    assert [1, 3] not in edges


def test_faces_are_filled_from_vertices_and_edges(call: Any) -> None:
    cube(call)
    face = top_of_box(call)
    around = call("get_faces", ids=[face])["items"][0]["vertex_ids"]
    call("delete_elements", items=[{"face_ids": [face], "type": "only_faces"}])
    assert counts(call, "Box") == [8, 12, 5]
    (told,) = undone(call, "Box", "fill_faces", items=[{"vertex_ids": [around[n] for n in (2, 0, 3, 1)]}])["items"]
    assert counts(call, "Box") == [8, 12, 6]
    (made,) = call("get_faces", ids=told["new_face_ids"])["items"]
    assert made["normal"] == pytest.approx([0, 0, 1], abs=1e-5), "it looks out as its neighbours do"
    call.fails("conflict", "fill_faces", items=[{"vertex_ids": around}])
    call.fails("conflict", "fill_faces", items=[{"vertex_ids": around[:2]}])
    call.fails("invalid_params", "fill_faces", items=[{"vertex_ids": around[:1]}])
    call.fails("invalid_params", "fill_faces", items=[{"vertex_ids": around[:3], "method": "grid"}])
    call("fill_faces", items=[{"vertex_ids": [around[0], around[2]]}])
    assert counts(call, "Box") in ([8, 13, 6], [8, 13, 7]), "an edge across"


@pytest.mark.parametrize("up", [1, -1])
@pytest.mark.parametrize(("method", "faces"), [("face", 1), ("triangles", 10), ("grid", 9)])
def test_a_hole_is_filled_from_its_border(call: Any, method: str, faces: int, up: int) -> None:
    grid(call, size=5)
    if up < 0:
        call.python("import bpy; bpy.data.objects['Net'].data.flip_normals(); None")
    inner = [f"Net/face/{n}" for n in range(25) if n // 5 in (1, 2, 3) and n % 5 in (1, 2, 3)]
    call("delete_elements", items=[{"face_ids": inner, "type": "faces"}])
    border = """
import bpy, bmesh
b = bmesh.new()
b.from_mesh(bpy.data.objects['Net'].data)
r = [e.index for e in b.edges if e.is_boundary and all(0 < x < 5 for v in e.verts for x in v.co[:2])]
b.free()
r
"""
    edges = [f"Net/edge/{n}" for n in call.python(border)]
    assert len(edges) == 12
    undone(call, "Net", "fill_faces", items=[{"edge_ids": edges, "method": method}])
    assert counts(call, "Net")[2] == 16 + faces
    ways = "import bpy; [round(p.normal.z) for p in bpy.data.objects['Net'].data.polygons]"
    assert set(call.python(ways)) == {up}, "all look the same way"
    call.fails("invalid_params", "fill_faces", items=[{"edge_ids": ["Net/edge/0", "Net/edge/30"], "method": "grid"}])


@pytest.mark.parametrize(
    ("kind", "left"),
    [
        ("vertices", [12, 16, 5]),
        ("edges", [15, 20, 6]),
        ("faces", [15, 22, 8]),
        ("only_edges_and_faces", [16, 20, 6]),
        ("only_faces", [16, 24, 8]),
    ],
)
def test_elements_are_deleted_in_each_of_blenders_ways(call: Any, kind: str, left: list[int]) -> None:
    grid(call, size=3)
    undone(call, "Net", "delete_elements", items=[{"face_ids": ["Net/face/0"], "type": kind}])
    assert counts(call, "Net") == left
    assert call("get_meshes", ids=["Net"])["items"][0]["vertex_count"] == left[0]


def test_deleting_tells_what_goes_with_what(call: Any) -> None:
    grid(call, size=3)
    last = call("get_vertices", ids=["Net/vertex/15"])["items"][0]
    corner = {"mesh_id": "Net", "vertex_indices": [0], "type": "faces"}
    call("delete_elements", items=[corner])
    assert counts(call, "Net") == [15, 22, 8], "the face at a corner goes with what only it had"
    (moved,) = call("get_vertices", ids=[last["id"]])["items"]
    assert moved["position"] == last["position"], "ids from before go on"
    code = "import bpy; [[e.vertices[0], e.vertices[1]] for e in bpy.data.objects['Net'].data.edges][5]"
    one, other = call.python(code)
    call("delete_elements", items=[{"vertex_ids": [f"Net/vertex/{one}", f"Net/vertex/{other}"], "type": "edges"}])
    assert counts(call, "Net")[1] == 21
    call.fails(
        "invalid_params", "delete_elements", items=[{"vertex_ids": ["Net/vertex/0"], "type": "only_edges_and_faces"}]
    )
    call.fails(
        "invalid_params", "delete_elements", items=[{"mesh_id": "Net", "vertex_indices": [15], "type": "vertices"}]
    )
    call.fails("invalid_params", "delete_elements", items=[{"vertex_indices": [1], "type": "vertices"}])
    call.fails("invalid_params", "delete_elements", items=[{"mesh_id": "Net", "type": "vertices"}])
    call.fails("not_found", "delete_elements", items=[{"face_ids": ["Net/face/77"], "type": "faces"}])
    assert counts(call, "Net")[1] == 21


def test_vertices_are_merged_in_every_way(call: Any) -> None:
    pair = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 1, 0.001], [2, 2, 0]]
    call("create_meshes", items=[{"name": "Seam", "vertices": pair, "indices": [0, 1, 2, 3, 5, 4]}])
    (told,) = undone(call, "Seam", "merge_vertices", items=[{"mesh_id": "Seam"}])["items"]
    assert told["vertex_count"] == 5 == counts(call, "Seam")[0], "only those at the same place"
    call("merge_vertices", items=[{"mesh_id": "Seam", "distance": 0.01}])
    assert counts(call, "Seam") == [4, 5, 2]
    (told,) = call("merge_vertices", items=[{"mesh_id": "Seam", "distance": 0.01}])["items"]
    assert told["vertex_count"] == 4, "nothing lies together any more, and the counts say so"
    grid(call, size=2)
    call("merge_vertices", items=[{"mesh_id": "Net", "vertex_indices": [8, 0], "method": "at_first"}])
    assert [2, 2, 0] in positions(call, "Net")
    assert [0, 0, 0] not in positions(call, "Net")
    grid(call, "Last", size=2)
    call("merge_vertices", items=[{"mesh_id": "Last", "vertex_indices": [8, 0], "method": "at_last"}])
    assert [0, 0, 0] in positions(call, "Last")
    assert [2, 2, 0] not in positions(call, "Last")
    grid(call, "Middle", size=2)
    pair = ["Middle/vertex/0", "Middle/vertex/2"]
    call("merge_vertices", items=[{"vertex_ids": pair, "method": "at_center"}])
    assert positions(call, "Middle").count([1, 0, 0]) == 2, "the one that was there, and the new one"
    grid(call, "Part", size=2)
    call("merge_vertices", items=[{"mesh_id": "Part", "vertex_indices": [0, 1], "method": "collapse"}])
    assert [0.5, 0, 0] in positions(call, "Part")
    call.fails("invalid_params", "merge_vertices", items=[{"mesh_id": "Net", "method": "at_center"}])
    grid(call, "Far", size=2)
    alone = {"mesh_id": "Far", "vertex_indices": [0, 8], "method": "collapse"}
    call.fails("invalid_params", "merge_vertices", items=[alone])


def test_one_half_becomes_the_image_of_the_other(call: Any) -> None:
    cube(call)
    corner = next(n for n, place in enumerate(positions(call, "Box")) if place == [1, 1, 1])
    call("transform_vertices", items=[{"vertex_ids": [f"Box/vertex/{corner}"], "position": [3, 1, 1]}])
    undone(call, "Box", "symmetrize_meshes", items=[{"mesh_id": "Box", "direction": "+x_to_-x"}])
    assert [-3, 1, 1] in positions(call, "Box")
    call("symmetrize_meshes", items=[{"mesh_id": "Box", "direction": "-z_to_+z"}])
    assert [3, 1, 1] not in positions(call, "Box")
    call.fails("invalid_params", "symmetrize_meshes", items=[{"mesh_id": "Box", "direction": "x"}])


def test_ids_go_on_through_a_subdivision(call: Any) -> None:
    cube(call)
    before = call("get_vertices", ids=["Box/vertex/5"])["items"][0]
    (told,) = call("subdivide", items=[{"mesh_id": "Box"}])["items"]
    assert len(told["new_vertex_ids"]) == 26 - 8
    assert call("get_vertices", ids=[before["id"]])["items"][0]["position"] == before["position"]


def test_many_new_elements_are_counted_and_not_all_told(call: Any) -> None:
    grid(call, size=20)
    (told,) = call("subdivide", items=[{"mesh_id": "Net", "count": 2}])["items"]
    assert told["vertex_count"] == 61 * 61
    assert len(told["new_vertex_ids"]) == 1000
    assert len(told["new_edge_ids"]) == 1000


def test_loops_and_rings_are_found_and_selected(call: Any) -> None:
    grid(call, size=4)
    start = edge_between(call, "Net", 6, 7)
    (loop,) = undone(call, "Net", "select_edge_loops", items=[{"edge_ids": [start]}])["items"]
    selected = "import bpy; [sorted(e.vertices) for e in bpy.data.objects['Net'].data.edges if e.select]"
    assert sorted(call.python(selected)) == [[5, 6], [6, 7], [7, 8], [8, 9]]
    assert (loop["closed"], loop["selected_edge_count"], len(loop["edge_ids"])) == (False, 4, 4)
    (ring,) = call("select_edge_rings", items=[{"edge_ids": [start], "mode": "add"}])["items"]
    assert len(ring["edge_ids"]) == 5
    assert ring["selected_edge_count"] == 8
    assert [1, 2] in call.python(selected)
    assert [21, 22] in call.python(selected)
    (border,) = call("select_edge_loops", items=[{"edge_ids": [edge_between(call, "Net", 0, 1)]}])["items"]
    assert (border["closed"], len(border["edge_ids"])) == (True, 16)
    vertices = "import bpy; sum(v.select for v in bpy.data.objects['Net'].data.vertices)"
    assert call.python(vertices) == 16
    (less,) = call("select_edge_loops", items=[{"edge_ids": [edge_between(call, "Net", 0, 1)], "mode": "remove"}])[
        "items"
    ]
    assert less["selected_edge_count"] == 0
    cube(call)
    (ring,) = call("select_edge_rings", items=[{"edge_ids": ["Box/edge/0"]}])["items"]
    assert (ring["closed"], len(ring["edge_ids"])) == (True, 4)
    call.fails("not_found", "select_edge_loops", items=[{"edge_ids": ["Box/edge/12"]}])
    call.fails("invalid_params", "select_edge_loops", items=[{"edge_ids": []}])


def test_loops_are_cut_across_a_ring(call: Any) -> None:
    cube(call)
    upright = next(
        edge["id"]
        for edge in call("list_edges", parent_id="Box")["items"]
        if len({round(v["position"][2]) for v in call("get_vertices", ids=edge["vertex_ids"])["items"]}) == 2
    )
    (told,) = undone(call, "Box", "create_edge_loops", items=[{"edge_id": upright, "count": 2}])["items"]
    assert counts(call, "Box") == [16, 28, 14]
    assert told["closed"]
    assert len(told["loop_edge_ids"]) == 8
    heights = sorted({round(z, 4) for _, _, z in positions(call, "Box")})
    assert heights == [-1, pytest.approx(-1 / 3, abs=1e-4), pytest.approx(1 / 3, abs=1e-4), 1]
    ends = {v for edge in call("get_edges", ids=told["loop_edge_ids"])["items"] for v in edge["vertex_ids"]}
    assert ends == set(told["new_vertex_ids"])
    call("create_meshes", items=[{"name": "Flag", "vertices": [[0, 0, 0], [1, 0, 0], [0, 1, 0]], "indices": [0, 1, 2]}])
    error = call.fails("invalid_params", "create_edge_loops", items=[{"edge_id": "Flag/edge/0"}])
    assert "quadrangle" in str(error)
    call.fails("invalid_params", "create_edge_loops", items=[{"edge_id": upright, "count": 0}])


def test_edges_slide_towards_the_next_loop(call: Any) -> None:
    grid(call, size=4)
    row = [edge_between(call, "Net", at, at + 1) for at in range(10, 14)]
    (told,) = undone(call, "Net", "slide_edges", items=[{"edge_ids": row, "factor": 0.5}])["items"]
    assert list(told["vertex_indices"]) == [10, 11, 12, 13, 14]
    heights = {round(y, 5) for _, y, _ in positions(call, "Net")[10:15]}
    assert heights in ({1.5}, {2.5}), "all to one side"
    call("slide_edges", items=[{"edge_ids": row, "factor": -1}])
    others = {round(y, 5) for _, y, _ in positions(call, "Net")[10:15]}
    assert others == ({3} if heights == {1.5} else {1}), "and all to the other"
    assert told["positions"][0][0] == 0
    call("delete_elements", items=[{"mesh_id": "Net", "face_indices": list(range(16)), "type": "only_faces"}])
    call.fails("invalid_params", "slide_edges", items=[{"edge_ids": ["Net/edge/0"], "factor": 0.5}])
    call.fails("invalid_params", "slide_edges", items=[{"edge_ids": ["Net/edge/0"], "factor": 1.5}])
