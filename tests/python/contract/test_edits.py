"""Operations beyond CRUD on nodes and meshes: what Blender itself says afterwards, and what bad input is answered."""

from __future__ import annotations

import math
from typing import Any

import pytest

from .shapes import counts, cube

QUAD = [[0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]]


@pytest.fixture
def family(call: Any) -> dict[str, str]:
    """A grandparent that is moved and turned, a parent, a child."""
    top = call("create_nodes", items=[{"name": "Top", "position": [10, 0, 0], "rotation": {"euler": [0, 0, 90]}}])
    mid = call("create_nodes", items=[{"name": "Mid", "parent_id": "Top", "position": [1, 0, 0]}])
    low = call("create_nodes", items=[{"name": "Low", "parent_id": "Mid", "position": [0, 1, 0]}])
    return {name: made["ids"][0] for name, made in (("Top", top), ("Mid", mid), ("Low", low))}


def world(call: Any, name: str) -> list[float]:
    """Where Blender has an object."""
    code = f"import bpy; bpy.context.view_layer.update(); list(bpy.data.objects[{name!r}].matrix_world.translation)"
    return list(call.python(code))


@pytest.mark.usefixtures("family")
def test_transform_in_every_space(call: Any) -> None:
    call("transform", items=[{"id": "Mid", "position": [10, 5, 0]}])
    assert world(call, "Mid") == pytest.approx([10, 5, 0], abs=1e-4)
    call("transform", items=[{"id": "Mid", "position_offset": [1, 0, 0]}])
    assert world(call, "Mid") == pytest.approx([11, 5, 0], abs=1e-4)
    call("transform", items=[{"id": "Mid", "position_offset": [1, 0, 0], "space": "parent"}])
    assert world(call, "Mid") == pytest.approx([11, 6, 0], abs=1e-4)
    turn = {"euler": [0, 0, 90]}
    call("transform", items=[{"id": "Mid", "rotation_offset": turn, "space": "local"}])
    call("transform", items=[{"id": "Mid", "position_offset": [1, 0, 0], "space": "local"}])
    assert world(call, "Mid") == pytest.approx([10, 6, 0], abs=1e-4)
    (item,) = call("transform", items=[{"id": "Mid", "scale_offset": [2, 2, 2]}])["items"]
    assert item["scale"] == pytest.approx([2, 2, 2], abs=1e-4)


@pytest.mark.usefixtures("family")
def test_parenting_keeps_the_place_or_the_local_transform_and_refuses_cycles(call: Any) -> None:
    before = world(call, "Low")
    call("set_parent", items=[{"id": "Low", "parent_id": None}])
    assert world(call, "Low") == pytest.approx(before, abs=1e-4)
    call("set_parent", items=[{"id": "Low", "parent_id": "Top"}], maintain_world_transform=False)
    assert world(call, "Low") != pytest.approx(before, abs=1e-2)
    error = call.fails("invalid_params", "set_parent", items=[{"id": "Top", "parent_id": "Low"}])
    assert "ancestor" in str(error)
    assert call.python("import bpy; bpy.data.objects['Top'].parent is None")


def test_children_query_visibility_and_lock(call: Any, family: dict[str, str]) -> None:
    cube(call)
    (item,) = call("get_children", ids=["Top"], recursive=True)["items"]
    assert item["child_ids"] == [family["Mid"], family["Low"]]
    assert call("get_children", ids=["Top"], recursive=True, types=["mesh"])["items"][0]["child_ids"] == []
    call("set_visibility", items=[{"id": "Top", "visible": False}], recursive=True)
    call("set_locked", items=[{"id": "Mid", "locked": True}])
    seen = call.python("import bpy; {o.name: [o.hide_render, o.hide_select] for o in bpy.data.objects}")
    shut = {"Top": [True, False], "Mid": [True, True], "Low": [True, False], "Box": [False, False]}
    assert seen == shut
    assert call("query", type="empty", properties={"visible": False})["total"] == 3
    assert call("query", properties={"name": "l*"})["ids"] == [family["Low"]]
    assert call("query", type="mesh", properties={"data.name": "B*"})["total"] == 1
    page = call("query", type="empty", limit=1, offset=1)
    assert (page["ids"], page["total"]) == ([family["Mid"]], 3)


@pytest.mark.usefixtures("family")
def test_properties_by_path(call: Any) -> None:
    items = [
        {"id": "Mid", "property_path": "rotation.z", "value": 30},
        {"id": "Mid", "property_path": "position.x", "value": 4},
        {"id": "Mid", "property_path": "empty_display_size", "value": 2.5},
        {"id": "Mid", "property_path": "lock_location[1]", "value": True},
    ]
    told = call("set_property", items=items)["items"]
    assert [item["value"] for item in told] == [pytest.approx(item["value"]) for item in items]
    values = "[o.rotation_euler.z, o.location.x, o.empty_display_size, o.lock_location[1]]"
    code = f"import bpy; o = bpy.data.objects['Mid']; {values}"
    assert call.python(code) == [pytest.approx(math.radians(30)), 4, 2.5, True]
    for path, value, code in (
        ("no_such", 1, "not_found"),
        ("data.lens", 1, "not_found"),
        ("location[7]", 1, "not_found"),
        ("position.x", "far", "invalid_params"),
        ("empty_display_size", "far", "invalid_params"),
        ("visible", "yes", "invalid_params"),
        ("type", "MESH", "invalid_params"),
    ):
        call.fails(code, "set_property", items=[{"id": "Mid", "property_path": path, "value": value}])
    assert "empty_display_size" in str(
        call.fails(
            "not_found", "get_property", items=[{"id": "Mid", "property_path": "empty_display_sise"}]
        ).suggestions
    )


def test_copies_names_and_metadata(call: Any, family: dict[str, str]) -> None:
    cube(call, parent_id="Low")
    made = call("duplicate", items=[{"id": "Mid", "name": "Second"}])
    assert made["ids"] != [family["Mid"]]
    tree = call.python("import bpy; {o.name: o.parent and o.parent.name for o in bpy.data.objects}")
    assert tree == {
        "Top": None, "Mid": "Top", "Low": "Mid", "Box": "Low",
        "Second": "Top", "Low.001": "Second", "Box.001": "Low.001",
    }  # fmt: skip
    assert world(call, "Box.001") == pytest.approx(world(call, "Box"), abs=1e-4)
    assert call.python("import bpy; bpy.data.objects['Box.001'].data is bpy.data.objects['Box'].data")
    call("duplicate", items=[{"id": "Box", "name": "Own", "duplicate_dependencies": True}])
    assert not call.python("import bpy; bpy.data.objects['Own'].data is bpy.data.objects['Box'].data")
    call("create_materials", items=[{"name": "Brass"}])
    assert call("rename", items=[{"id": "Brass", "name": "Messing"}])["items"][0]["name"] == "Messing"
    call("set_metadata", items=[{"id": "Messing", "metadata": {"a": 1, "b": 2}}])
    (told,) = call("set_metadata", items=[{"id": "Messing", "metadata": {"a": None, "c": "x"}}])["items"]
    assert told["metadata"] == {"b": 2, "c": "x"}
    assert call.python("import bpy; sorted(bpy.data.materials['Messing'].keys())") == ["b", "c"]
    call("set_metadata", items=[{"id": "Messing", "metadata": {"z": 1}, "merge": False}])
    assert call("get_metadata", ids=["Messing"], key="z")["items"][0]["metadata"] == {"z": 1}
    call("select", ids=["Top"])
    assert call("clear_selection")["selected_ids"] == []


def test_faces_extruded_inset_bevelled_and_subdivided(call: Any) -> None:
    cube(call)
    assert counts(call, "Box") == [8, 12, 6]
    top = next(f for f in call("list_faces", parent_id="Box")["items"] if f["normal"] == pytest.approx([0, 0, 1]))
    (made,) = call("extrude_faces", items=[{"face_ids": [top["id"]], "distance": 0.5}])["items"]
    assert counts(call, "Box") == [12, 20, 10] == [made[f"{k}_count"] for k in ("vertex", "edge", "face")]
    assert max(call.python("import bpy; [v.co.z for v in bpy.data.objects['Box'].data.vertices]")) == pytest.approx(1.5)
    assert len(made["new_face_ids"]) == 5
    call.fails("not_found", "get_faces", ids=[top["id"]])
    call("undo")
    call("undo")
    assert counts(call, "Box") in ([8, 12, 6], [12, 20, 10])
    cube(call, "Second")
    (made,) = call("inset_faces", items=[{"face_ids": ["Second/face/0"], "amount": 0.25}])["items"]
    assert counts(call, "Second") == [12, 20, 10]
    cube(call, "Third")
    call("bevel", items=[{"mesh_id": "Third", "amount": 0.2}])
    assert counts(call, "Third") == [24, 48, 26]
    cube(call, "Fourth")
    call("subdivide", items=[{"mesh_id": "Fourth"}])
    assert counts(call, "Fourth") == [26, 48, 24]
    call("triangulate", items=[{"mesh_id": "Fourth"}])
    assert counts(call, "Fourth")[2] == 48
    call("quadrangulate", items=[{"mesh_id": "Fourth"}])
    assert counts(call, "Fourth")[2] == 24


def test_dissolve_bridge_and_boolean(call: Any) -> None:
    call("create_meshes", items=[{"name": "Leaf", "vertices": QUAD, "indices": [0, 1, 2, 0, 2, 3]}])
    edges = call("list_edges", parent_id="Leaf")["items"]
    middle = next(edge for edge in edges if {v[-1] for v in edge["vertex_ids"]} == {"0", "2"})
    call("dissolve", items=[{"mesh_id": "Leaf", "edge_ids": [middle["id"]]}])
    assert counts(call, "Leaf") == [4, 4, 1], "the corners stay, though each has two edges only now"
    upper = [[x, y, 2] for x, y, _ in QUAD]
    item = {"name": "Tube", "vertices": QUAD + upper, "indices": list(range(8)), "face_sizes": [4, 4]}
    call("create_meshes", items=[item])
    loops = [edge["id"] for edge in call("list_edges", parent_id="Tube")["items"]]
    call("bridge", items=[{"edge_ids": loops}])
    assert counts(call, "Tube")[:2] == [8, 12]
    call.fails("invalid_params", "bridge", items=[{"edge_ids": ["Leaf/edge/0"]}])
    cube(call, "Block")
    cube(call, "Cutter", position=[1, 1, 1])
    call("boolean", items=[{"mesh_id": "Block", "with_id": "Cutter", "operation": "difference", "keep": False}])
    assert counts(call, "Block")[0] == 14
    assert not call.python("import bpy; 'Cutter' in bpy.data.objects")
    call.fails("invalid_params", "boolean", items=[{"mesh_id": "Block", "with_id": "Block", "operation": "union"}])


def test_modifiers_and_their_settings(call: Any) -> None:
    cube(call)
    settings = {"width": 0.25, "segments": 2}
    (told,) = call("add_modifiers", items=[{"id": "Box", "type": "bevel", "settings": settings}])["items"]
    assert told["modifiers"][0]["settings"]["segments"] == 2
    assert call.python("import bpy; m = bpy.data.objects['Box'].modifiers[0]; [m.type, m.width]") == ["BEVEL", 0.25]
    error = call.fails("invalid_params", "add_modifiers", items=[{"id": "Box", "type": "bevle"}])
    assert "bevel" in error.suggestions
    call.fails("invalid_params", "add_modifiers", items=[{"id": "Box", "type": "bevel", "settings": {"widht": 1}}])
    call("apply_modifiers", items=[{"id": "Box"}])
    vertices, _, faces = counts(call, "Box")
    assert (vertices, faces) == (56, 54), "as a bevel of two segments by hand makes it"
    assert call.python("import bpy; len(bpy.data.objects['Box'].modifiers)") == 0
    call.fails("not_found", "apply_modifiers", items=[{"id": "Box", "names": ["Bevel"]}])


@pytest.mark.parametrize("method", ["angle", "conformal", "smart", "box", "cylinder", "sphere"])
def test_unwrapping_leaves_mode_and_selection_alone(call: Any, method: str) -> None:
    cube(call)
    cube(call, "Other", position=[5, 0, 0])
    call("select", ids=["Other"])
    (made,) = call("unwrap_uvs", items=[{"mesh_id": "Box", "method": method, "channel": 1}])["items"]
    (uv,) = call("get_uv_maps", ids=[made["uv_map_id"]])["items"]
    assert (uv["channel"], uv["active"]) == (1, True)
    code = (
        "import bpy; o = bpy.data.objects['Box']; us = [c for d in o.data.uv_layers[1].data for c in d.uv]\n"
        "[min(us), max(us), len(set(round(u, 3) for u in us)), bpy.context.mode, "
        "[p.name for p in bpy.context.view_layer.objects if p.select_get()]]"
    )
    least, greatest, different, mode, selected = call.python(code)
    assert (mode, selected) == ("OBJECT", ["Other"])
    assert different >= 2
    assert -0.001 <= least < greatest <= 1.001
    call.fails("invalid_params", "unwrap_uvs", items=[{"mesh_id": "Box", "channel": 7}])


def test_materials_on_faces(call: Any) -> None:
    cube(call)
    call("create_materials", items=[{"name": "Red"}, {"name": "Blue"}])
    call("assign_materials", items=[{"mesh_id": "Box", "material_id": "Red"}])
    call("assign_materials", items=[{"mesh_id": "Box", "material_id": "Blue", "face_ids": ["Box/face/2"]}])
    code = (
        "import bpy; o = bpy.data.objects['Box']\n"
        "[o.material_slots[p.material_index].material.name for p in o.data.polygons]"
    )
    assert call.python(code) == ["Red", "Red", "Blue", "Red", "Red", "Red"]
    call("create_nodes", items=[{"name": "Empty"}])
    call.fails("invalid_params", "assign_materials", items=[{"mesh_id": "Empty", "material_id": "Red"}])


def test_component_ids_follow_our_edits_and_are_stale_after_others(call: Any) -> None:
    cube(call)
    last = call("list_vertices", parent_id="Box", limit=1000)["items"][-1]
    first = call("get_vertices", ids=["Box/vertex/0"])["items"][0]
    call("delete_vertices", ids=[first["id"]])
    (moved,) = call("get_vertices", ids=[last["id"]])["items"]
    assert (moved["index"], moved["position"]) == (6, last["position"])
    call.fails("not_found", "get_vertices", ids=[first["id"]])
    call.python("import bpy; m = bpy.data.objects['Box'].data; m.vertices.add(1); m.update(); None")
    error = call.fails("stale_id", "get_vertices", ids=[last["id"]])
    assert error.suggestions
    call("undo")
    assert call("get_vertices", ids=[last["id"]])["items"][0]["index"] == 6
    call.fails("not_found", "get_vertices", ids=["Box/vertex/700"])
    face = call("list_faces", parent_id="Box")["items"][0]
    call.fails("invalid_params", "get_vertices", ids=[face["id"]])


def test_vertex_uvs_are_written_to_all_its_corners(call: Any) -> None:
    cube(call)
    call("update_vertices", items=[{"ids": ["Box/vertex/3"], "uvs": [[0.25, 0.75]]}])
    code = (
        "import bpy; m = bpy.data.objects['Box'].data\n"
        "[list(m.uv_layers[0].data[l.index].uv) for l in m.loops if l.vertex_index == 3]"
    )
    assert call.python(code) == [[0.25, 0.75]] * 3
    call.fails("invalid_params", "update_vertices", items=[{"ids": ["Box/vertex/3"], "uvs": [[0, 0], [1, 1]]}])
