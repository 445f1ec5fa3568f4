"""Texture coordinates of Maya moved, and what else is written many at once: locks of nodes, weights of layers."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .test_maya_modelling import cube, grid

pytestmark = pytest.mark.apps("maya")

UVS = "cmds.polyEditUV('{0}.map[*]', query=True)"


@pytest.fixture
def net(call: Any) -> str:
    """Two by two quadrangles whose corners share their coordinates: nine of them."""
    made = grid(call, size=2)
    call("update_meshes", items=[{"ids": [made], "uvs": [[x / 2, y / 2] for y in range(3) for x in range(3)]}])
    assert call.python("cmds.polyEvaluate('Net', uvcoord=True)") == 9
    return made


def test_coordinates_are_moved_and_stay_shared(call: Any, net: str) -> None:
    before = call.python(UVS.format("Net"))
    item = {"mesh_id": net, "scale": [0.5, 2], "rotation": math.pi / 2, "offset": [1, 0], "pivot": [0, 0]}
    (told,) = call("transform_uvs", items=[item])["items"]
    assert call.python("cmds.polyEvaluate('Net', uvcoord=True)") == 9, "the islands hang together"
    wanted = [[1 - 2 * v, 0.5 * u] for u, v in zip(before[::2], before[1::2])]
    now = call.python(UVS.format("Net"))
    found = sorted([round(u, 5), round(v, 5)] for u, v in zip(now[::2], now[1::2]))
    assert found == sorted(wanted)
    assert (told["mesh_id"], told["changed_count"], told["min"], told["max"]) == (
        net,
        16,
        pytest.approx([-1, 0]),
        pytest.approx([1, 0.5]),
    )
    assert call("get_uv_maps", ids=[told["uv_map_id"]])["items"][0]["mesh_id"] == net
    call("undo")
    assert call.python(UVS.format("Net")) == before


def test_some_faces_and_single_vertices_go_their_own_way(call: Any, net: str) -> None:
    call("transform_uvs", items=[{"mesh_id": net, "face_ids": ["Net/face/0"], "offset": [5, 0]}])
    assert call.python("cmds.polyEvaluate('Net', uvcoord=True)") == 12, "three corners of it are shared no more"
    item = {"mesh_id": net, "vertex_transforms": [{"vertex_id": "Net/vertex/8", "u": 7, "offset_v": 0.25}]}
    (told,) = call("transform_uvs", items=[item])["items"]
    assert (told["changed_count"], told["max"]) == (1, [7, 1.25])


def test_what_has_no_coordinates_or_too_little_is_told_is_refused(call: Any, net: str) -> None:
    call.fails("invalid_params", "transform_uvs", items=[{"mesh_id": net, "pivot": [0, 0]}])
    error = call.fails("invalid_params", "transform_uvs", items=[{"mesh_id": net, "channel": 1, "offset": [1, 0]}])
    assert (error.details["path"], error.details["expected"]) == ("channel", "less than 1")
    call("create_vertices", items=[{"mesh_id": net, "position": [9, 9, 9]}])
    item = {"mesh_id": net, "vertex_transforms": [{"vertex_id": "Net/vertex/9", "u": 0}]}
    assert call.fails("invalid_params", "transform_uvs", items=[item]).details["path"] == "vertex_transforms.vertex_id"
    cube(call)
    item = {"mesh_id": net, "vertex_transforms": [{"vertex_id": "Box/vertex/0", "u": 0}]}
    assert call.fails("invalid_params", "transform_uvs", items=[item]).details["path"] == "vertex_transforms.vertex_id"
    call.python("cmds.polyExtrudeFacet('Box.f[0]', localTranslateZ=1)[0]")
    call.fails("conflict", "transform_uvs", items=[{"mesh_id": "Box", "offset": [1, 0]}])


def test_nodes_are_locked_with_what_is_below_them(call: Any) -> None:
    call("create_nodes", items=[{"name": "Top"}])
    call("create_nodes", items=[{"name": "Below", "parent_id": "Top"}])
    call("set_locked", items=[{"id": "Top", "locked": True}], recursive=True)
    assert call.python("[cmds.getAttr(n + '.overrideDisplayType') for n in ('Top', 'Below')]") == [2, 2]
    call("set_locked", items=[{"id": "Below", "locked": False}])
    assert call.python("[cmds.getAttr(n + '.overrideDisplayType') for n in ('Top', 'Below')]") == [2, 0]


def test_layers_count_as_much_as_they_are_told_to(call: Any) -> None:
    call("create_nodes", items=[{"name": "Door"}])
    (layer,) = call("create_layers", items=[{"name": "Swing", "node_id": "Door"}])["ids"]
    (told,) = call("set_layer_weights", items=[{"layer_id": layer, "weight": 0.25}])["items"]
    assert (told["weight"], call.python("cmds.animLayer('Swing', query=True, weight=True)")) == (0.25, 0.25)
    call.fails("invalid_params", "set_layer_weights", items=[{"layer_id": layer, "weight": 2}])
    call.fails("not_found", "set_layer_weights", items=[{"layer_id": "Nobody", "weight": 1}])
