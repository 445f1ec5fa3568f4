"""Vertices, edges and faces in Maya: ids that outlive our edits and say so after those of others, and what only
vertices that have faces can have.
"""

from __future__ import annotations

from typing import Any

import pytest

from .values import plain

pytestmark = pytest.mark.apps("maya")

CUBE = {
    "name": "Box",
    "vertices": [[x, y, z] for z in (0, 1) for y in (0, 1) for x in (0, 1)],
    "indices": [0, 2, 3, 1, 4, 5, 7, 6, 0, 1, 5, 4, 1, 3, 7, 5, 3, 2, 6, 7, 2, 0, 4, 6],
    "face_sizes": [4] * 6,
}


@pytest.fixture
def box(call: Any) -> str:
    """A cube of arrays."""
    return str(call("create_meshes", items=[CUBE])["ids"][0])


def one(call: Any, plural: str, reference: str) -> dict[str, Any]:
    """What the API says of one."""
    return dict(call(f"get_{plural}", ids=[reference])["items"][0])


def test_what_somebody_else_did_makes_ids_stale_and_its_undo_makes_them_good(call: Any, box: str) -> None:
    ids = {plural: call(f"list_{plural}", parent_id=box)["items"][2]["id"] for plural in ("vertices", "edges", "faces")}
    call.python("cmds.polyTriangulate('Box', constructionHistory=False)")
    for plural, reference in ids.items():
        error = call.fails("stale_id", f"get_{plural}", ids=[reference])
        assert "list them again" in str(error.suggestions)
    call.python("cmds.undo()")
    for plural, reference in ids.items():
        assert one(call, plural, reference)["index"] == 2


def test_ids_from_before_an_edit_lead_to_the_same(call: Any, box: str) -> None:
    far = next(item for item in call("list_faces", parent_id=box)["items"] if item["center"] == [0.5, 0.5, 1])
    rim = next(item for item in call("list_edges", parent_id=box)["items"]
               if set(item["vertex_ids"]) == set(far["vertex_ids"][:2]))  # fmt: skip
    (corner,) = far["vertex_ids"][:1]
    gone = one(call, "vertices", "Box/vertex/0")["id"]
    call("delete_vertices", ids=[gone])
    call.fails("not_found", "get_vertices", ids=[gone])
    assert one(call, "vertices", corner)["position"] == [0, 0, 1]
    assert one(call, "vertices", corner)["index"] == 3, "those after it count one less"
    assert one(call, "faces", far["id"])["center"] == [0.5, 0.5, 1]
    ends = one(call, "edges", rim["id"])["vertex_ids"]
    assert set(ends) == set(one(call, "faces", far["id"])["vertex_ids"][:2])
    assert one(call, "meshes", box)["face_count"] == 3, "its faces went along"
    call("undo")
    assert one(call, "vertices", gone)["position"] == [0, 0, 0]


def lying(call: Any) -> Any:
    """What lies on the mesh, and on its first edge."""
    fields = ["uvs", "colors", "indices", "material_ids", "face_materials"]
    mesh = call("get_meshes", ids=["Box"], fields=fields)["items"][0]
    edge = one(call, "edges", "Box/edge/0")
    # As many rows as the mesh has vertices or corners, which depends on whether all vertices have faces.
    colors = {tuple(color) for color in mesh["colors"]}
    return [colors, *(plain(mesh[name]) for name in fields if name != "colors"), edge["crease"], edge["sharp"]]


def test_a_vertex_without_faces_leaves_what_lies_on_the_mesh(call: Any, box: str) -> None:
    call("update_meshes", items=[{"ids": [box], "uvs": [[n / 8, 0.5] for n in range(8)], "colors": [[1, 0, 0, 1]] * 8}])
    call("update_edges", items=[{"ids": ["Box/edge/0"], "crease": 1, "sharp": True}])
    call("create_materials", items=[{"name": "Red"}])
    call("update_faces", items=[{"ids": ["Box/face/1"], "material_id": "Red"}])
    before = lying(call)
    assert before[-2:] == [1, True]
    (made,) = call("create_vertices", items=[{"mesh_id": box, "position": [3, 0, 0]}])["ids"]
    assert lying(call) == before
    call("delete_vertices", ids=[made])
    assert lying(call) == before
    call("undo")
    assert one(call, "vertices", made)["position"] == [3, 0, 0]
    assert lying(call) == before


def test_edges_stay_what_they_are_whatever_their_numbers_are(call: Any) -> None:
    """A primitive of Maya counts its edges otherwise than a mesh of arrays."""
    call.python("cmds.polyCube(name='Cube', constructionHistory=False)")
    call.python("cmds.polySoftEdge('Cube.e[*]', angle=180, constructionHistory=False)")
    (edge,) = call("update_edges", items=[{"ids": ["Cube/edge/1"], "crease": 1, "sharp": True}])["items"]
    call("create_vertices", items=[{"mesh_id": "Cube", "position": [3, 0, 0]}])
    every = call("list_edges", parent_id="Cube")["items"]
    marked = [one["id"] for one in every if one["sharp"] or one["crease"]]
    assert marked == [one["id"] for one in call("get_edges", ids=[edge["id"]])["items"]]


def test_colours_and_texture_coordinates_of_vertices_that_have_faces(call: Any, box: str) -> None:
    uvs, colors = [[n / 8, 0.5] for n in range(8)], [[1, 0, 0, 1]] * 8
    call.fails("invalid_params", "update_vertices", items=[{"ids": ["Box/vertex/3"], "uvs": [[0, 0]]}])
    call.fails("not_supported", "update_vertices", items=[{"ids": ["Box/vertex/3"], "color": "blue"}])
    call("update_meshes", items=[{"ids": [box], "uvs": uvs, "colors": colors}])
    call("update_vertices", items=[{"ids": ["Box/vertex/3"], "uvs": [[0.25, 0.75]], "color": [0, 0, 1, 0.5]}])
    told = one(call, "vertices", "Box/vertex/3")
    assert (told["uvs"], told["color"]) == ([[0.25, 0.75]], [0, 0, 1, 0.5])
    found = call.python("cmds.polyColorPerVertex('Box.vtx[3]', query=True, rgb=True)")
    assert found[:3] == [0, 0, 1]
    other = one(call, "vertices", "Box/vertex/2")
    assert (other["uvs"], other["color"]) == ([[0.25, 0.5]], [1, 0, 0, 1])


def test_what_the_artist_selected_stays_selected(call: Any, box: str) -> None:
    call.python("cmds.select('Box.vtx[7]', 'Box.vtx[0]', 'Box.f[1]')")
    call("delete_vertices", ids=["Box/vertex/0"])
    assert sorted(call.python("cmds.ls(selection=True)")) == ["Box.f[0]", "Box.vtx[6]"]


def test_edges_and_faces_that_maya_does_not_make_are_refused(call: Any, box: str) -> None:
    for code, operation, vertices in (
        ("conflict", "create_edges", (0, 1)),
        ("not_supported", "create_edges", (0, 7)),
        ("invalid_params", "create_edges", (0, 0)),
        ("conflict", "create_faces", (0, 2, 3, 1)),
        ("invalid_params", "create_faces", (0, 2)),
    ):
        item = {"mesh_id": box, "vertex_ids": [f"Box/vertex/{number}" for number in vertices]}
        call.fails(code, operation, items=[item])
    call.fails("not_supported", "delete_faces", ids=[f"Box/face/{number}" for number in range(6)])
    call("delete_faces", ids=["Box/face/0"])
    call.fails("not_supported", "delete_edges", ids=["Box/edge/0"])
    assert one(call, "meshes", box)["face_count"] == 5


def test_a_crease_is_opensubdivs_sharpness(call: Any, box: str) -> None:
    call("update_edges", items=[{"ids": ["Box/edge/4"], "crease": 0.5}])
    assert call.python("cmds.polyCrease('Box.e[4]', query=True, value=True)") == [2.5]
    call.python("cmds.polyCrease('Box.e[4]', value=25)")
    assert one(call, "edges", "Box/edge/4")["crease"] == 1


def test_a_subdivision_surface_is_the_smooth_preview_of_its_mesh(call: Any, box: str) -> None:
    (made,) = call("create_subdivision_surfaces", items=[{"base_mesh_id": box, "subdivision_level": 3}])["items"]
    assert (made["name"], made["render_level"]) == ("Box", 3)
    call.fails("conflict", "create_subdivision_surfaces", items=[{"base_mesh_id": box}])
    (told,) = call("set_subdivision_levels", items=[{"subdivision_surface_id": "Box", "level": 2, "render_level": 4}])[
        "items"
    ]
    assert (told["subdivision_level"], told["render_level"]) == (2, 4)
    call("update_meshes", items=[{"ids": [box], "vertices": CUBE["vertices"], "indices": [0, 2, 1]}])
    (again,) = call("get_subdivision_surfaces", ids=[made["id"]])["items"]
    assert (again["subdivision_level"], again["render_level"]) == (2, 4), "another topology is another shape"
    call("set_subdivision_levels", items=[{"subdivision_surface_id": made["id"], "level": 1}])
    assert one(call, "subdivision_surfaces", made["id"])["render_level"] == 1
    call.python("cmds.setAttr('BoxShape.displaySmoothMesh', 0)")
    call.fails("not_found", "get_subdivision_surfaces", ids=[made["id"]])
    call.fails("not_found", "get_subdivision_surfaces", ids=["Box"])
