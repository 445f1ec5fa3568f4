"""Calls in glTF's convention: right-handed, Y up, metres, whatever the scene is in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

UNIT = "import bpy; bpy.context.scene.unit_settings.scale_length = {}"


@pytest.fixture
def centimetres(call: Any) -> Iterator[None]:
    """A scene whose unit is one centimetre."""
    call.python(UNIT.format(0.01))
    yield
    call.python(UNIT.format(1.0))


def world(call: Any, name: str) -> list[list[float]]:
    """What Blender itself says."""
    rows: list[list[float]] = call.python(f"import bpy; [list(r) for r in bpy.data.objects[{name!r}].matrix_world]")
    return rows


def place(matrix: list[float]) -> list[float]:
    return matrix[3:12:4]


@pytest.mark.usefixtures("centimetres")
def test_what_is_given_in_gltf_lies_where_gltf_says(call: Any) -> None:
    call("create_nodes", items=[{"name": "Up", "position": [1, 2, 3]}], convention="gltf")
    assert [row[3] for row in world(call, "Up")[:3]] == pytest.approx([100, -300, 200], rel=1e-6)
    (item,) = call("get_nodes", ids=["Up"], convention="gltf")["items"]
    assert item["position"] == pytest.approx([1, 2, 3], rel=1e-6)
    (own,) = call("get_nodes", ids=["Up"])["items"]
    assert own["position"] == pytest.approx([100, -300, 200], rel=1e-6)


def test_a_camera_looks_along_its_own_minus_z_and_children_stay_with_it(call: Any) -> None:
    call("create_cameras", items=[{"name": "Eye", "position": [0, 1, 0], "near": 0.5}], convention="gltf")
    # Straight ahead in glTF is -Z, which is Blender's +Y; a camera of Blender's that looks there has Z up.
    ahead = [-row[2] for row in world(call, "Eye")[:3]]
    assert ahead == pytest.approx([0, 1, 0], abs=1e-6)
    call("create_nodes", items=[{"name": "Rig", "parent_id": "Eye", "position": [0, 0, -2]}], convention="gltf")
    (rig,) = call("get_nodes", ids=["Rig"], convention="gltf")["items"]
    assert place(rig["matrix_world"]) == pytest.approx([0, 1, -2], abs=1e-6)
    assert rig["position"] == pytest.approx([0, 0, -2], abs=1e-6)
    assert [row[3] for row in world(call, "Rig")[:3]] == pytest.approx([0, 2, 1], abs=1e-6)


def test_one_patch_for_a_camera_and_a_mesh_is_refused(call: Any) -> None:
    call("create_cameras", items=[{"name": "Eye"}])
    call("create_primitives", items=[{"kind": "cube", "name": "Box"}])
    patch = {"ids": ["Eye", "Box"], "rotation": [0, 0, 0, 1]}
    error = call.fails("invalid_params", "update_nodes", items=[patch], convention="gltf")
    assert "cameras" in str(error)


def test_vertices_come_as_gltf_has_them(call: Any) -> None:
    call(
        "create_meshes",
        items=[{"name": "Tent", "vertices": [[0, 0, 0], [1, 0, 0], [0, 2, 0]], "indices": [0, 1, 2]}],
        convention="gltf",
    )
    own = call.python("import bpy; [list(v.co) for v in bpy.data.objects['Tent'].data.vertices]")
    assert own == [pytest.approx(row) for row in ([0, 0, 0], [1, 0, 0], [0, 0, 2])]
    (mesh,) = call("get_meshes", ids=["Tent"], fields=["vertices"], convention="gltf")["items"]
    assert mesh["vertices"].tolist() == [pytest.approx(row) for row in ([0, 0, 0], [1, 0, 0], [0, 2, 0])]
