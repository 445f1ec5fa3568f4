"""What is Unreal's own: its axes, how its cameras look, levels as assets, and what its Python cannot do."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.apps("unreal")

ACTORS = "unreal.get_editor_subsystem(unreal.EditorActorSubsystem)"
#: The only actor of a label.
ACTOR = f"[a for a in {ACTORS}.get_all_level_actors() if a.get_actor_label() == {{!r}}][0]"


def forward(call: Any, name: str) -> list[float]:
    """Where an actor's own +X looks, as Unreal tells it."""
    code = f"v = {ACTOR.format(name)}.get_actor_transform().rotation.rotate_vector(unreal.Vector(1, 0, 0))"
    return list(call.python(f"{code}\n[v.x, v.y, v.z]"))


@pytest.fixture
def blank_level(call: Any) -> Iterator[Any]:
    """A level that was never saved, before and after."""
    call("new_file")
    yield call
    call("new_file")


def test_it_says_how_its_scenes_lie(call: Any) -> None:
    host = call("get_status")["instance"]
    assert (host["up_axis"], host["handedness"], host["metres_per_unit"]) == ("Z", "left", 0.01)


@pytest.mark.parametrize(
    ("plural", "kind"), [("cameras", {}), ("lights", {"kind": "spot"}), ("lights", {"kind": "sun"})]
)
def test_what_aims_looks_along_its_own_minus_z(call: Any, plural: str, kind: dict[str, str]) -> None:
    (made,) = call(f"create_{plural}", items=[{"name": "Eye", **kind}])["items"]
    assert made["rotation"] == pytest.approx([0, 0, 0, 1])
    assert forward(call, "Eye") == pytest.approx([0, 0, -1], abs=1e-6), "Unreal's looks along its +X"
    # A quarter about x, and it looks along +Y, to the right in Unreal.
    call(f"update_{plural}", items=[{"ids": ["Eye"], "rotation": {"euler": [90, 0, 0]}}])
    assert forward(call, "Eye") == pytest.approx([0, 1, 0], abs=1e-6)


def test_what_looks_ahead_in_gltf_does_so_in_unreal_and_children_stay_with_it(call: Any) -> None:
    call("create_cameras", items=[{"name": "Eye", "position": [1, 2, 3]}], convention="gltf")
    (made,) = call("get_cameras", ids=["Eye"], convention="gltf")["items"]
    assert made["position"] == pytest.approx([1, 2, 3], abs=1e-5)
    assert made["rotation"] == pytest.approx([0, 0, 0, 1], abs=1e-6)
    (own,) = call("get_cameras", ids=["Eye"])["items"]
    assert abs(own["position"][2] - 200) < 1e-3, "up is Z, in centimetres"
    call("create_nodes", items=[{"name": "Held", "parent_id": "Eye", "position": [0, 0, -2]}], convention="gltf")
    (held,) = call("get_nodes", ids=["Held"], convention="gltf")["items"]
    assert held["matrix_world"][3:12:4] == pytest.approx([1, 2, 1], abs=1e-5)
    code = f"l = {ACTOR.format('Held')}.root_component.relative_location"
    assert call.python(f"{code}\n[l.x, l.y, l.z]") == pytest.approx([200, 0, 0], abs=1e-3), "ahead of the camera"


@pytest.mark.parametrize("turn", [[0, 90, 0], [0, -90, 0], [12, 90, 0], [30, 40, 50], [180, 0, 0]])
def test_rotations_are_the_same_where_rotators_have_a_pole(call: Any, turn: list[float]) -> None:
    (made,) = call("create_nodes", items=[{"name": "Turned", "rotation": {"euler": turn}}])["items"]
    halves = [math.radians(angle) / 2 for angle in turn]
    (sx, cx), (sy, cy), (sz, cz) = ((math.sin(half), math.cos(half)) for half in halves)
    wanted = [
        sx * cy * cz - cx * sy * sz,
        cx * sy * cz + sx * cy * sz,
        cx * cy * sz - sx * sy * cz,
        cx * cy * cz + sx * sy * sz,
    ]
    sign = 1 if sum(a * b for a, b in zip(made["rotation"], wanted)) > 0 else -1
    assert made["rotation"] == pytest.approx([sign * part for part in wanted], abs=1e-6)


def test_lights_have_unreals_units(call: Any) -> None:
    items = [{"name": kind, "kind": kind, "intensity": 10} for kind in ("point", "sun", "area")]
    call("create_lights", items=items)
    told = {
        kind: call.python(f"c = {ACTOR.format(kind)}.light_component\nc.intensity") for kind in ("point", "sun", "area")
    }
    # Candelas, lux, candelas; 6830 lumens.
    assert told == pytest.approx({"point": 6830 / (4 * math.pi), "sun": 6830, "area": 6830 / math.pi})
    call.python(
        f"c = {ACTOR.format('point')}.light_component\n"
        "c.set_editor_property('intensity_units', unreal.LightUnits.LUMENS)\nc.set_editor_property('intensity', 683.0)"
    )
    (lamp,) = call("get_lights", ids=["point"])["items"]
    assert lamp["intensity"] == pytest.approx(1)


def test_a_lights_kind_is_its_class(call: Any) -> None:
    call("create_lights", items=[{"name": "Key", "kind": "spot"}])
    error = call.fails("not_supported", "update_lights", items=[{"ids": ["Key"], "kind": "sun"}])
    assert error.details["expected"] == "spot"


def test_faces_with_more_corners_are_refused_and_told_how(call: Any) -> None:
    quad = {"vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "indices": [0, 1, 2, 3], "face_sizes": [4]}
    error = call.fails("not_supported", "create_meshes", items=[{"name": "Quad", **quad}])
    assert error.details["path"].endswith("face_sizes")
    assert call("list_meshes")["total"] == 0


def test_primitives_are_static_meshes_of_triangles(call: Any) -> None:
    kinds = ("cube", "sphere", "cylinder", "cone", "plane", "torus")
    made = call("create_primitives", items=[{"kind": kind, "name": kind} for kind in kinds])["items"]
    for item in made:
        assert (item["type"], item["face_count"] > 0) == ("mesh", True), item
    cube = made[0]
    assert (cube["vertex_count"], cube["face_count"], cube["edge_count"]) == (8, 12, 18)
    assert call.python(f"type({ACTOR.format('cube')}.static_mesh_component.static_mesh).__name__") == "StaticMesh"


def test_the_engines_own_mesh_and_a_shared_one_are_not_changed(call: Any) -> None:
    shown = (
        "cube = unreal.EditorAssetLibrary.load_asset('/Engine/BasicShapes/Cube')\n"
        "for name in 'ab':\n"
        f"    {ACTORS}.spawn_actor_from_object(cube, unreal.Vector()).set_actor_label(name)"
    )
    call.python(shown)
    (before,) = call("get_meshes", ids=["b"], fields=["vertices"])["items"]
    moved = before["vertices"] * 2
    call("update_meshes", items=[{"ids": ["a"], "vertices": moved}])
    a, b = call("get_meshes", ids=["a", "b"], fields=["vertices"])["items"]
    assert a["vertices"].tolist() == moved.tolist()
    assert b["vertices"].tolist() == before["vertices"].tolist()
    call("undo")
    (a,) = call("get_meshes", ids=["a"], fields=["vertices"])["items"]
    assert a["vertices"].tolist() == before["vertices"].tolist()


def test_what_is_static_is_not_attached_and_the_way_out_is_told(call: Any) -> None:
    call("create_nodes", items=[{"name": "Pivot"}])
    call("create_primitives", items=[{"kind": "cube", "name": "Wall"}])
    call.python(
        f"{ACTOR.format('Wall')}.root_component.set_editor_property('mobility', unreal.ComponentMobility.STATIC)"
    )
    error = call.fails("conflict", "set_parent", items=[{"id": "Wall", "parent_id": "Pivot"}])
    assert "Movable" in " ".join(error.suggestions)


def test_a_level_is_saved_and_opened_with_its_meshes(blank_level: Any) -> None:
    call = blank_level
    call("create_nodes", items=[{"name": "Pivot", "position": [1, 2, 3], "metadata": {}}])
    call("create_primitives", items=[{"kind": "cube", "name": "Crate", "parent_id": "Pivot"}])
    before = {item["name"]: item for item in call("list_nodes")["items"]}
    error = call.fails("invalid_params", "save_file")
    path = error.suggestions[0].replace("Untitled.umap", "Yard.umap")
    assert os.path.samefile(call("save_file", path=path)["path"], path)
    assert not call("get_scene")["modified"]
    call("new_file")
    assert call("list_nodes")["total"] == 0
    assert call.fails("stale_id", "get_nodes", ids=[before["Pivot"]["id"]])
    assert call("open_file", path=path)["name"] == "Yard"
    after = {item["name"]: item for item in call("list_nodes")["items"]}
    assert after == before
    (crate,) = call("get_meshes", ids=["Crate"])["items"]
    assert crate["face_count"] == 12


def test_levels_elsewhere_are_refused_with_where_they_can_be(blank_level: Any) -> None:
    error = blank_level.fails("invalid_params", "save_file", path=str(blank_level.host.home / "yard.umap"))
    assert error.suggestions[0].endswith("/Content/yard.umap")


def test_unsaved_changes_are_kept_as_a_level(blank_level: Any) -> None:
    blank_level("create_nodes", items=[{"name": "Work"}])
    kept = blank_level("new_file")["unsaved_changes_kept_in"]
    assert "/ScenewireRecovered/" in kept
    assert os.path.isfile(kept)
    assert [item["name"] for item in blank_level("open_file", path=kept)["nodes"]] == ["Work"]


def test_names_of_layers_are_the_same_in_upper_and_lower_case(call: Any) -> None:
    made = call("create_groups", items=[{"name": "Lamps"}, {"name": "lamps"}])
    assert [item["name"] for item in made["items"]] == ["Lamps", "lamps1"]
    error = call.fails("conflict", "update_groups", items=[{"ids": ["lamps1"], "name": "LAMPS"}])
    assert "already" in str(error)


@pytest.mark.parametrize("value", ["7", "true", '"x"', "Tür", 7, 1.5, True, None, [1, "a"], {"a": 1}])
def test_metadata_comes_back_as_it_was(call: Any, value: Any) -> None:
    (made,) = call("create_nodes", items=[{"name": "Tagged", "metadata": {"key": value}}])["items"]
    assert made["metadata"] == {"key": value}


def test_undo_takes_back_metadata_which_unreal_does_not(call: Any) -> None:
    call("create_nodes", items=[{"name": "Tagged", "metadata": {"take": 1}}])
    call("set_metadata", items=[{"id": "Tagged", "metadata": {"take": 2}}])
    assert call("undo")["undone"] == 1
    assert call("get_metadata", ids=["Tagged"])["items"][0]["metadata"] == {"take": 1}
    assert call("redo")["redone"] == 1
    assert call("get_metadata", ids=["Tagged"])["items"][0]["metadata"] == {"take": 2}
