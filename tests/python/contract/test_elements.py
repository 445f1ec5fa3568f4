"""Which elements of which mesh an operation means, in the words of any host."""

from __future__ import annotations

from typing import Any

import pytest

from .shapes import grid

pytestmark = pytest.mark.apps("blender", "usd", "maya")


def test_an_element_that_is_named_twice_is_meant_once(call: Any) -> None:
    grid(call)
    named = {"vertex_ids": ["Net/vertex/3", "Net/vertex/1", "Net/vertex/3"]}
    item = {"mesh_id": "Net", **named, "vertex_indices": [0, 1, 0], "offset": [0, 0, 1]}
    (told,) = call("transform_vertices", items=[item])["items"]
    assert list(told["vertex_indices"]) == [3, 1, 0], "in the order in which they are named"
    assert [list(place) for place in told["positions"]] == [[3, 0, 1], [1, 0, 1], [0, 0, 1]]
    item = {"edge_ids": ["Net/edge/2", "Net/edge/0", "Net/edge/2"], "crease_weights": [0.25, 0.5, 1]}
    error = call.fails("invalid_params", "set_edge_creases", items=[item])
    assert (error.details["path"], error.details["expected"]) == ("crease_weights", 2)


OTHERS = {
    "vertex_ids": ("transform_vertices", {"vertex_ids": ["Net/vertex/0", "Other/vertex/1"], "offset": [0, 0, 1]}),
    "edge_ids": ("set_edge_creases", {"mesh_id": "Net", "edge_ids": ["Other/edge/1"], "crease_weight": 1}),
    "face_ids": ("delete_elements", {"mesh_id": "Net", "face_ids": ["Other/face/0"], "type": "faces"}),
    "crease_edges.edge_id": (
        "create_subdivision_surfaces",
        {"base_mesh_id": "Net", "crease_edges": [{"edge_id": "Other/edge/1", "crease_weight": 1}]},
    ),
}


@pytest.mark.parametrize("path", OTHERS)
def test_an_element_of_another_mesh_is_told_with_its_field(call: Any, path: str) -> None:
    grid(call)
    grid(call, "Other", size=1)
    operation, item = OTHERS[path]
    error = call.fails("invalid_params", operation, items=[item])
    assert error.details["path"] == path
    assert error.details["got"].startswith("Other/")


def test_a_number_that_no_element_has_is_told_with_what_there_is(call: Any) -> None:
    grid(call, size=1)
    item = {"mesh_id": "Net", "face_indices": [0, 1], "type": "faces"}
    error = call.fails("invalid_params", "delete_elements", items=[item])
    assert (error.details["path"], error.details["expected"], error.details["got"]) == ("face_indices", "0 to 0", 1)
    assert "so no face 1" in str(error)
