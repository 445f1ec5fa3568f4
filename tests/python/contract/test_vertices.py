"""Operations that move or mark elements: of meshes, of their texture coordinates, of curves; what Blender says then."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .shapes import cube, grid, positions, undone


def test_vertices_are_moved_by_id_and_by_number(call: Any) -> None:
    grid(call)
    (told,) = undone(call, "Net", "transform_vertices", items=[{"vertex_ids": ["Net/vertex/3"], "offset": [0, 0, 2]}])[
        "items"
    ]
    assert positions(call, "Net")[3] == [3, 0, 2]
    assert list(told["vertex_indices"]) == [3]
    assert [list(place) for place in told["positions"]] == [[3, 0, 2]]
    item = {"mesh_id": "Net", "vertex_indices": [0, 24], "positions": [[0, 0, 5], [9, 9, 9]], "offset": [0, 0, 1]}
    call("transform_vertices", items=[item])
    assert [positions(call, "Net")[n] for n in (0, 24)] == [[0, 0, 6], [9, 9, 10]]
    call("transform_vertices", items=[{"vertex_ids": ["Net/vertex/1", "Net/vertex/2"], "position": [7, 7, 7]}])
    assert positions(call, "Net")[1:3] == [[7, 7, 7]] * 2
    call("transform_vertices", items=[{"mesh_id": "Net", "offset": [10, 0, 0]}])
    assert positions(call, "Net")[5] == [10, 1, 0]


def test_a_vertex_that_is_moved_moves_the_basis_of_its_shapes(call: Any) -> None:
    cube(call)
    code = "import bpy; o = bpy.data.objects['Box']; o.shape_key_add(name='Basis'); o.shape_key_add(name='Wide'); None"
    call.python(code)
    call("transform_vertices", items=[{"vertex_ids": ["Box/vertex/0"], "position": [5, 5, 5]}])
    keys = "import bpy; [list(k.data[0].co) for k in bpy.data.objects['Box'].data.shape_keys.key_blocks]"
    assert call.python(keys)[0] == [5, 5, 5]


def test_normals_are_set_for_some_and_the_others_stay(call: Any) -> None:
    grid(call, size=2)
    tilted = [0.6, 0, 0.8]
    call("transform_vertices", items=[{"vertex_ids": ["Net/vertex/4"], "normal": tilted}])
    at = """
import bpy
m = bpy.data.objects['Net'].data
hasattr(m, 'corner_normals') or m.calc_normals_split()
n = [list(c.vector) for c in m.corner_normals] if hasattr(m, 'corner_normals') else [list(l.normal) for l in m.loops]
{str(v): [[round(x, 2) for x in n[l.index]] for l in m.loops if l.vertex_index == v] for v in (4, 0, 8)}
"""
    assert call.python(at) == {"4": [tilted] * 4, "0": [[0, 0, 1]], "8": [[0, 0, 1]]}
    call(
        "transform_vertices",
        items=[{"mesh_id": "Net", "vertex_indices": [0, 8], "normals": [[0, 0.6, 0.8], [-0.6, 0, 0.8]]}],
    )
    assert call.python(at) == {"4": [tilted] * 4, "0": [[0, 0.6, 0.8]], "8": [[-0.6, 0, 0.8]]}
    call("transform_vertices", items=[{"vertex_ids": ["Net/vertex/4"], "normal": [0, 0, 0]}])
    assert call.python(at)["4"] == [[0, 0, 1]] * 4


@pytest.mark.parametrize(
    ("code", "item"),
    [
        ("invalid_params", {"vertex_ids": ["Net/vertex/0"]}),
        ("invalid_params", {"offset": [0, 0, 1]}),
        ("invalid_params", {"vertex_ids": ["Net/vertex/0"], "positions": [[0, 0, 0], [1, 1, 1]]}),
        ("invalid_params", {"vertex_ids": ["Net/vertex/0"], "position": [0, 0, 0], "positions": [[0, 0, 0]]}),
        ("invalid_params", {"mesh_id": "Net", "vertex_indices": [25], "offset": [0, 0, 1]}),
        ("invalid_params", {"mesh_id": "Net", "vertex_indices": [-1], "offset": [0, 0, 1]}),
        ("invalid_params", {"vertex_ids": ["Net/vertex/0"], "offset": [0, 0, math.inf]}),
        ("invalid_params", {"vertex_ids": ["Net/vertex/0", "Other/vertex/0"], "offset": [0, 0, 1]}),
        ("invalid_params", {"vertex_ids": ["Net/edge/0"], "offset": [0, 0, 1]}),
        ("not_found", {"vertex_ids": ["Nothing/vertex/0"], "offset": [0, 0, 1]}),
    ],
)
def test_bad_moves_are_refused_and_move_nothing(call: Any, code: str, item: dict[str, Any]) -> None:
    grid(call)
    grid(call, "Other", 1)
    before = positions(call, "Net")
    call.fails(code, "transform_vertices", items=[{"vertex_ids": ["Net/vertex/9"], "offset": [1, 1, 1]}, item])
    assert positions(call, "Net") == before


def test_smoothing_draws_vertices_to_their_neighbours(call: Any) -> None:
    grid(call)
    call("transform_vertices", items=[{"vertex_ids": ["Net/vertex/12"], "offset": [0, 0, 4]}])
    (told,) = undone(call, "Net", "smooth_vertices", items=[{"vertex_ids": ["Net/vertex/12"], "factor": 0.5}])["items"]
    assert positions(call, "Net")[12] == [2, 2, pytest.approx(2)] == [pytest.approx(x) for x in told["positions"][0]]
    call("smooth_vertices", items=[{"mesh_id": "Net", "factor": 0.5, "repeat": 20}])
    assert positions(call, "Net")[12][2] < 0.5
    call.fails("invalid_params", "smooth_vertices", items=[{"mesh_id": "Net", "repeat": 0}])


def test_creases_are_set_alike_or_each(call: Any) -> None:
    cube(call)
    creases = """
import bpy
m = bpy.data.objects['Box'].data
layer = m.attributes.get('crease_edge')
older = hasattr(m.edges[0], 'crease')
[round(layer.data[n].value if layer else m.edges[n].crease if older else 0, 4) for n in range(4)]
"""
    item = {"edge_ids": ["Box/edge/1"], "crease_weight": 0.75}
    call("set_edge_creases", items=[item])
    assert call.python(creases) == [0, 0.75, 0, 0]
    item = {"mesh_id": "Box", "edge_indices": [0, 2], "crease_weights": [0.25, 1]}
    (told,) = call("set_edge_creases", items=[item])["items"]
    assert list(told["crease_weights"]) == [0.25, 1]
    call("undo")
    assert call.python(creases) == [0, 0.75, 0, 0]
    call("set_edge_creases", items=[item])
    assert call.python(creases) == [0.25, 0.75, 1, 0]
    assert call("get_edges", ids=["Box/edge/2"])["items"][0]["crease"] == 1
    for bad in (
        {"edge_ids": ["Box/edge/1"]},
        {"edge_ids": ["Box/edge/1"], "crease_weight": 1.5},
        {"edge_ids": ["Box/edge/1"], "crease_weight": 1, "crease_weights": [1]},
        {"edge_ids": ["Box/edge/1"], "crease_weights": [1, 1]},
        {"mesh_id": "Box", "edge_indices": [12], "crease_weight": 1},
    ):
        call.fails("invalid_params", "set_edge_creases", items=[bad])
    assert call.python(creases) == [0.25, 0.75, 1, 0]


def test_subdivision_levels(call: Any) -> None:
    cube(call)
    (made,) = call("create_subdivision_surfaces", items=[{"base_mesh_id": "Box", "name": "Fine"}])["ids"]
    (told,) = call("set_subdivision_levels", items=[{"subdivision_surface_id": made, "level": 3}])["items"]
    assert (told["subdivision_level"], told["render_level"]) == (3, 3)
    call("undo")
    levels = "import bpy; m = bpy.data.objects['Box'].modifiers[0]; [m.levels, m.render_levels]"
    assert call.python(levels) == [1, 1]
    call("set_subdivision_levels", items=[{"subdivision_surface_id": made, "level": 2, "render_level": 4}])
    assert call.python(levels) == [2, 4]
    call.fails("invalid_params", "set_subdivision_levels", items=[{"subdivision_surface_id": made, "level": 12}])
    call.fails("not_found", "set_subdivision_levels", items=[{"subdivision_surface_id": "Coarse", "level": 1}])


def uvs_of(call: Any, name: str, vertex: int) -> set[tuple[float, ...]]:
    """The texture coordinates of all corners at a vertex, by Blender."""
    code = f"import bpy; m = bpy.data.objects[{name!r}].data\n"
    code += f"[[round(x, 4) for x in m.uv_layers[0].data[l.index].uv] for l in m.loops if l.vertex_index == {vertex}]"
    return {tuple(uv) for uv in call.python(code)}


def test_texture_coordinates_are_scaled_turned_and_moved(call: Any) -> None:
    grid(call, size=2)
    flat = [[x / 2, y / 2] for y in range(3) for x in range(3)]
    call("update_meshes", items=[{"ids": ["Net"], "uvs": flat}])
    assert uvs_of(call, "Net", 5) == {(1, 0.5)}
    (told,) = undone(call, "Net", "transform_uvs", items=[{"mesh_id": "Net", "scale": [0.5, 0.5], "pivot": [0, 0]}])[
        "items"
    ]
    assert uvs_of(call, "Net", 5) == {(0.5, 0.25)}
    assert (told["min"], told["max"], told["changed_count"]) == ([0, 0], [0.5, 0.5], 15)
    call("transform_uvs", items=[{"mesh_id": "Net", "rotation": math.pi / 2, "pivot": [0, 0], "offset": [1, 0]}])
    assert uvs_of(call, "Net", 5) == {(0.75, 0.5)}
    call("transform_uvs", items=[{"mesh_id": "Net", "face_ids": ["Net/face/1"], "offset": [0, 3]}])
    assert uvs_of(call, "Net", 5) == {(0.75, 0.5), (0.75, 3.5)}
    places = [{"vertex_id": "Net/vertex/5", "u": 0.125, "offset_v": 1}, {"vertex_id": "Net/vertex/0", "u": 0, "v": 0}]
    call("transform_uvs", items=[{"mesh_id": "Net", "vertex_transforms": places}])
    assert uvs_of(call, "Net", 5) == {(0.125, 1.5), (0.125, 4.5)}
    assert uvs_of(call, "Net", 0) == {(0, 0)}
    for bad in (
        {"mesh_id": "Net"},
        {"mesh_id": "Net", "channel": 1, "offset": [1, 1]},
        {"mesh_id": "Net", "offset": [1]},
    ):
        call.fails("invalid_params", "transform_uvs", items=[bad])
    places = [{"vertex_id": "Net/vertex/99", "u": 0}]
    call.fails("not_found", "transform_uvs", items=[{"mesh_id": "Net", "vertex_transforms": places}])
    assert uvs_of(call, "Net", 0) == {(0, 0)}


@pytest.mark.parametrize("kind", ["nurbs", "poly", "bezier"])
def test_points_of_curves_are_moved_inserted_and_removed(call: Any, kind: str) -> None:
    line = [{"position": [n, 0, 0]} for n in range(5)]
    call("create_curves", items=[{"name": "Line", "kind": kind, "control_points": line}])
    places = "import bpy; s = bpy.data.objects['Line'].data.splines[0]\n"
    places += "[[round(x, 4) for x in p.co[:3]] for p in (s.bezier_points if s.type == 'BEZIER' else s.points)]"
    (told,) = call("edit_curve_points", items=[{"curve_id": "Line", "index": 2, "position": [2, 1, 0], "radius": 2}])[
        "items"
    ]
    assert (told["index"], told["position"], told["radius"], told["point_count"]) == (2, [2, 1, 0], 2, 5)
    assert call.python(places)[2] == [2, 1, 0]
    call("edit_curve_points", items=[{"curve_id": "Line", "index": 1, "action": "insert", "position": [0.5, 3, 0]}])
    call("undo")
    assert len(call.python(places)) == 5
    items = [
        {"curve_id": "Line", "index": 1, "action": "insert", "position": [0.5, 3, 0]},
        {"curve_id": "Line", "index": 6, "action": "insert", "position": [9, 0, 0], "tilt": 0.5},
        {"curve_id": "Line", "index": 0, "action": "remove"},
    ]
    told = call("edit_curve_points", items=items)["items"]
    assert [one["point_count"] for one in told] == [6, 7, 6]
    assert "position" not in told[2]
    assert call.python(places) == [[0.5, 3, 0], [1, 0, 0], [2, 1, 0], [3, 0, 0], [4, 0, 0], [9, 0, 0]]
    radius = "import bpy; s = bpy.data.objects['Line'].data.splines[0]; "
    radius += "[p.radius for p in (s.bezier_points if s.type == 'BEZIER' else s.points)]"
    assert call.python(radius)[2] == 2, "what else a point has goes along"
    if kind == "nurbs":
        call("edit_curve_points", items=[{"curve_id": "Line", "index": 2, "weight": 4}])
        assert call.python("import bpy; bpy.data.objects['Line'].data.splines[0].points[2].co[3]") == 4
    elif kind == "bezier":
        call("edit_curve_points", items=[{"curve_id": "Line", "index": 2, "handle_left": [1, 1, 1]}])
        handle = "import bpy; list(bpy.data.objects['Line'].data.splines[0].bezier_points[2].handle_left)"
        assert call.python(handle) == [1, 1, 1]
        call.fails("not_supported", "edit_curve_points", items=[{"curve_id": "Line", "index": 2, "weight": 4}])
    if kind != "bezier":
        bad = {"curve_id": "Line", "index": 2, "handle_left": [1, 1, 1]}
        call.fails("invalid_params", "edit_curve_points", items=[bad])


def test_bad_edits_of_curves_are_refused(call: Any) -> None:
    line = [{"position": [n, 0, 0]} for n in range(2)]
    call("create_curves", items=[{"name": "Line", "kind": "poly", "control_points": line}])
    for code, bad in (
        ("not_found", {"index": 2, "position": [0, 0, 0]}),
        ("not_found", {"index": 3, "action": "insert", "position": [0, 0, 0]}),
        ("not_found", {"index": 0, "piece": 1, "position": [0, 0, 0]}),
        ("invalid_params", {"index": 0, "action": "insert"}),
        ("invalid_params", {"index": 0}),
        ("invalid_params", {"index": 0, "action": "remove"}),
        ("invalid_params", {"index": 0, "weight": 0}),
    ):
        call.fails(code, "edit_curve_points", items=[{"curve_id": "Line", **bad}])
    cube(call)
    call.fails("invalid_params", "edit_curve_points", items=[{"curve_id": "Box", "index": 0, "position": [0, 0, 0]}])


def test_pieces_of_a_curve_stay_in_their_order(call: Any) -> None:
    line = [{"position": [n, 0, 0]} for n in range(4)]
    call("create_curves", items=[{"name": "Line", "kind": "poly", "control_points": line}])
    code = "import bpy; d = bpy.data.objects['Line'].data; s = d.splines.new('BEZIER'); s.bezier_points.add(2)\n"
    code += "s.bezier_points[1].co = (1, 2, 3); s.use_cyclic_u = True; t = d.splines.new('POLY'); t.points.add(4); None"
    call.python(code)
    (told,) = call("edit_curve_points", items=[{"curve_id": "Line", "index": 0, "action": "remove"}])["items"]
    assert told["point_count"] == 3
    pieces = "import bpy; splines = bpy.data.objects['Line'].data.splines\n"
    pieces += "[[s.type, len(s.bezier_points) or len(s.points), s.use_cyclic_u] for s in splines]"
    assert call.python(pieces) == [["POLY", 3, False], ["BEZIER", 3, True], ["POLY", 5, False]]
    call("edit_curve_points", items=[{"curve_id": "Line", "piece": 1, "index": 0, "action": "remove"}])
    assert call.python(pieces) == [["POLY", 3, False], ["BEZIER", 2, True], ["POLY", 5, False]]
    assert call.python("import bpy; list(bpy.data.objects['Line'].data.splines[1].bezier_points[0].co)") == [1, 2, 3]


@pytest.mark.parametrize("method", ["box", "cylinder", "sphere"])
def test_projections_are_packed_or_keep_their_size(call: Any, method: str) -> None:
    cube(call, size=4)
    span = (
        "import bpy; us = [x for d in bpy.data.objects['Box'].data.uv_layers[0].data for x in d.uv]; [min(us), max(us)]"
    )
    call("unwrap_uvs", items=[{"mesh_id": "Box", "method": method, "pack_islands": True, "margin": 0.05}])
    least, greatest = call.python(span)
    assert 0 < least < greatest < 1, "room all around"
    call("unwrap_uvs", items=[{"mesh_id": "Box", "method": method, "normalize_uvs": False}])
    unfitted = call.python(span)
    call("unwrap_uvs", items=[{"mesh_id": "Box", "method": method}])
    assert call.python(span) == pytest.approx([0, 1], abs=1e-3)
    if method == "box":
        assert unfitted != pytest.approx([0, 1], abs=1e-3)


def test_what_blender_always_packs_is_not_left_unpacked(call: Any) -> None:
    cube(call)
    for word in ("abf", "lscm"):
        call("unwrap_uvs", items=[{"mesh_id": "Box", "method": word, "pack_islands": True}])
    call.fails("not_supported", "unwrap_uvs", items=[{"mesh_id": "Box", "method": "smart", "pack_islands": False}])
    call.fails("not_supported", "unwrap_uvs", items=[{"mesh_id": "Box", "normalize_uvs": False}])
