"""Meshes as arrays: byte for byte, as typed memory on both sides, also when they are large."""

from __future__ import annotations

from typing import Any

import pytest

# 100 MB of positions: 12 bytes a vertex.
LARGE = 8_333_334


def grid(count: int) -> tuple[Any, Any]:
    """Positions that single precision holds exactly and no two alike, and one triangle."""
    import numpy as np

    return np.arange(count * 3, dtype="f4").reshape(-1, 3), np.array([0, 1, 2], "i4")


@pytest.mark.parametrize("count", [3, 100_000])
def test_mesh_comes_back_byte_for_byte(call: Any, count: int) -> None:
    import numpy as np

    vertices, indices = grid(count)
    made = call("create_meshes", items=[{"name": "Cloud", "vertices": vertices, "indices": indices}])
    assert made["items"][0]["vertex_count"] == count
    assert "vertices" not in made["items"][0], "big arrays come only when they are named"
    (read,) = call("get_meshes", ids=made["ids"], fields=["vertices", "indices", "face_sizes"])["items"]
    assert read["vertices"].shape == (count, 3)
    assert np.asarray(read["vertices"], "f4").tobytes() == vertices.tobytes()
    assert list(read["indices"]) == [0, 1, 2]
    assert list(read["face_sizes"]) == [3]
    last = call.python("import bpy; list(bpy.data.meshes[0].vertices[-1].co)")
    assert last == vertices[-1].tolist()


def test_100_mb_mesh_comes_back_byte_for_byte(call: Any) -> None:
    import numpy as np

    vertices, indices = grid(LARGE)
    assert vertices.nbytes >= 100_000_000
    made = call("create_meshes", items=[{"name": "Large", "vertices": vertices, "indices": indices}], timeout=300)
    (read,) = call("get_meshes", ids=made["ids"], fields=["vertices"], timeout=300)["items"]
    assert np.array_equal(np.asarray(read["vertices"], "f4").view("u4"), vertices.view("u4"))
    call("delete_meshes", ids=made["ids"])


def test_corner_data_survives(call: Any) -> None:
    import numpy as np

    vertices = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "f4")
    item = {
        "name": "Quad",
        "vertices": vertices,
        "indices": np.array([0, 1, 2, 3], "i4"),
        "face_sizes": np.array([4], "i4"),
        "uvs": vertices[:, :2].copy(),
        "colors": np.array([[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1], [1, 1, 1, 1]], "f4"),
    }
    made = call("create_meshes", items=[item])
    (read,) = call("get_meshes", ids=made["ids"], fields=["uvs", "colors", "normals", "face_sizes"])["items"]
    assert np.allclose(read["uvs"], item["uvs"])
    assert np.allclose(read["colors"], item["colors"], atol=0.01)
    assert np.allclose(np.abs(read["normals"]), [0, 0, 1], atol=1e-4)
    assert list(read["face_sizes"]) == [4]


def test_arrays_that_do_not_fit_are_refused_before_the_host(call: Any) -> None:
    import numpy as np

    vertices = np.zeros((3, 3), "f4")
    for bad in (
        {"vertices": np.zeros((3, 2), "f4"), "indices": np.array([0, 1, 2], "i4")},
        {"vertices": vertices, "indices": np.array([0, 1, 3], "i4")},
        {"vertices": vertices, "indices": np.array([0, 1, -1], "i4")},
        {"vertices": vertices, "indices": np.array([0, 1], "i4")},
        {"vertices": np.full((3, 3), np.nan, "f4"), "indices": np.array([0, 1, 2], "i4")},
    ):
        call.fails("invalid_params", "create_meshes", items=[{"name": "Bad", **bad}])
    assert call("list_meshes")["total"] == 0
