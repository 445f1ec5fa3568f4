"""Drivers at work: what they compute, what they reach, and expressions that the host would run as Python."""

from __future__ import annotations

import math
from typing import Any

import pytest


@pytest.fixture
def door(call: Any) -> str:
    """A node to drive, and a crank to turn."""
    return str(call("create_nodes", items=[{"name": "Door"}, {"name": "Crank", "position": [3, 0, 0]}])["ids"][0])


def drive(call: Any, path: str, expression: str = "turn", **source: Any) -> dict[str, Any]:
    """A driver of the door with one variable."""
    variable = {"name": "turn", "source_node_id": "Crank", **source}
    item = {"target_node_id": "Door", "target_path": path, "expression": expression, "variables": [variable]}
    return dict(call("create_drivers", items=[item])["items"][0])


def value(call: Any, expression: str) -> Any:
    """What Blender computes."""
    return call.python(f"import bpy\nbpy.context.view_layer.update()\no = bpy.data.objects['Door']\n{expression}")


def test_it_follows_what_it_reads(call: Any, door: str) -> None:
    drive(call, "position.z", "turn * 2 + 1", source_path="position.x")
    assert value(call, "o.location.z") == pytest.approx(7)
    call("update_nodes", items=[{"ids": ["Crank"], "position": [-1, 0, 0]}])
    assert value(call, "o.location.z") == pytest.approx(-1)


def test_transforms_are_read_with_parents(call: Any, door: str) -> None:
    (base,) = call("create_nodes", items=[{"name": "Base", "rotation": {"euler": [0, 0, 90]}}])["ids"]
    call("create_nodes", items=[{"name": "Arm", "parent_id": base, "position": [4, 0, 0]}])
    made = drive(call, "position.z", source_node_id="Arm", transform="position.y")
    assert value(call, "o.location.z") == pytest.approx(4)
    patch = {"name": "turn", "source_node_id": "Arm", "transform": "position.x", "space": "local"}
    call("update_drivers", items=[{"ids": [made["id"]], "variables": [patch]}])
    assert value(call, "o.location.z") == pytest.approx(4)
    patch = {"name": "turn", "source_node_id": "Arm", "other_node_id": "Crank", "transform": "distance"}
    call("update_drivers", items=[{"ids": [made["id"]], "variables": [patch]}])
    assert value(call, "o.location.z") == pytest.approx(5)


BONE = 'joints["Elbow"].position.y'


def test_custom_properties_bones_and_data_are_reached(call: Any, door: str) -> None:
    call("update_nodes", items=[{"ids": ["Crank"], "metadata": {"switch": 0.25}}])
    (lamp,) = call("create_lights", items=[{"name": "Lamp", "kind": "point"}])["ids"]
    (rig,) = call("create_rigs", items=[{"name": "Rig"}])["ids"]
    (joint,) = call("create_joints", items=[{"name": "Elbow", "rig_id": rig, "length": 1}])["ids"]
    source = {"name": "s", "source_node_id": "Crank", "source_path": '["switch"]'}
    items = [
        {"target_node_id": lamp, "target_path": "data.energy", "expression": "s * 100", "variables": [source]},
        {
            "target_node_id": rig,
            "target_path": 'pose.bones["Elbow"].location[1]',
            "expression": "s",
            "variables": [source],
        },
        {
            "target_node_id": door,
            "target_path": "scale.y",
            "expression": "b",
            "variables": [{"name": "b", "source_node_id": joint, "source_path": "position.y"}],
        },
    ]
    made = call("create_drivers", items=items)["items"]
    assert [item["target_path"] for item in made] == ["data.energy", BONE, "scale.y"]
    assert made[2]["variables"] == [items[2]["variables"][0]]
    assert value(call, "bpy.data.objects['Lamp'].data.energy") == pytest.approx(25)
    assert value(call, "o.scale.y") == pytest.approx(0.25)
    assert call("list_drivers", parent_id=lamp)["items"][0]["id"] == made[0]["id"]
    call("delete_drivers", ids=[made[0]["id"]])
    assert value(call, "len(bpy.data.objects['Lamp'].data.animation_data.drivers)") == 0


def test_shape_keys_are_driven_through_their_mesh(call: Any, door: str) -> None:
    mesh = {"name": "Face", "vertices": [[0, 0, 0], [1, 0, 0], [0, 1, 0]], "indices": [0, 1, 2]}
    (face,) = call("create_meshes", items=[mesh])["ids"]
    call("create_blend_shapes", items=[{"mesh_id": face, "name": "Smile"}])
    path = 'data.shape_keys.key_blocks["Smile"].value'
    source = {"name": "x", "source_node_id": "Crank", "source_path": "position.x"}
    item = {"target_node_id": face, "target_path": path, "expression": "x / 6", "variables": [source]}
    (made,) = call("create_drivers", items=[item])["items"]
    assert made["name"] == f"Face/{path}"
    assert value(call, "bpy.data.meshes[0].shape_keys.key_blocks['Smile'].value") == pytest.approx(0.5)


PYTHON = "__import__('pathlib').Path('{}').write_text('ran')"


def test_no_expression_runs_as_python(call: Any, door: str) -> None:
    trace = call.host.home / "ran"
    code = PYTHON.format(call.host.inside(trace))
    made = drive(call, "position.z", source_path="position.x")
    for operation, item in (
        ("create_drivers", {"target_node_id": door, "target_path": "scale.x", "expression": code}),
        ("update_drivers", {"ids": [made["id"]], "expression": code}),
        ("update_drivers", {"ids": [made["id"]], "variables": []}),
    ):
        error = call.fails("invalid_params", operation, items=[item])
        assert "expression" in error.details["path"]
    path = "animation_data.drivers[0].driver.expression"
    call.fails("not_supported", "set_property", items=[{"id": door, "property_path": path, "value": code}])
    assert value(call, "o.location.z") == pytest.approx(3)
    assert not trace.exists()
    assert call("list_drivers")["total"] == 1


def test_the_artists_own_python_stays(call: Any, door: str) -> None:
    call.python(
        "import bpy\nd = bpy.data.objects['Door'].driver_add('location', 2).driver\nd.expression = 'len(str(frame))'"
    )
    (found,) = call("list_drivers")["items"]
    (told,) = call("update_drivers", items=[{"ids": [found["id"]], "enabled": False}])["items"]
    assert (told["expression"], told["enabled"]) == ("len(str(frame))", False)


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"target_path": "postion.x"}, "not_found", "target_path"),
        ({"target_path": "name"}, "not_supported", "target_path"),
        ({"target_path": '["no such"]'}, "not_found", "target_path"),
        ({"expression": "turn +"}, "invalid_params", "expression"),
        ({"expression": "trun"}, "invalid_params", "expression"),
        ({"expression": "turn + " * 60 + "1"}, "invalid_params", "expression"),
        ({"name": "1st"}, "invalid_params", "variables[0].name"),
        ({"source_path": "location[9]"}, "invalid_params", "variables[0].source_path"),
        ({"source_path": "nowhere"}, "not_found", "variables[0].source_path"),
        ({"source_node_id": "Door", "source_path": "position.z"}, "invalid_params", "variables[0].source_path"),
        ({"source_node_id": "Nobody"}, "not_found", ""),
        ({"transform": "position.x"}, "invalid_params", "transform"),
        ({"other_node_id": "Door"}, "invalid_params", "other_node_id"),
    ],
)
def test_bad_drivers_are_refused(call: Any, door: str, change: dict[str, Any], code: str, path: str) -> None:
    own = {key: change[key] for key in ("target_path", "expression") if key in change}
    variable = {"name": "turn", "source_node_id": "Crank", "source_path": "position.x"}
    variable.update({key: part for key, part in change.items() if key not in own})
    item = {"target_node_id": door, "target_path": "position.z", "expression": "turn", "variables": [variable], **own}
    error = call.fails(code, "create_drivers", items=[item])
    assert path in str(error.details.get("path", ""))
    assert call("list_drivers")["total"] == 0


def test_a_number_has_one_driver(call: Any, door: str) -> None:
    made = drive(call, "rotation.z", "radians(turn)", source_path="position.x")
    assert value(call, "o.rotation_euler.z") == pytest.approx(math.radians(3))
    error = call.fails("conflict", "create_drivers", items=[{"target_node_id": door, "target_path": "rotation.z"}])
    assert error.details["id"] == made["id"]


def test_evaluated_now_and_of_other_numbers(call: Any, door: str) -> None:
    made = drive(call, "position.z", "turn * 2 + 1", source_path="position.x")
    census = "import bpy\n[len(bpy.data.objects), len(bpy.data.scenes), len(bpy.data.actions)]"
    before = call.python(census)
    (told,) = call("evaluate_drivers", items=[{"driver_id": made["id"]}])["items"]
    assert told == {"driver_id": made["id"], "value": pytest.approx(7), "valid": True, "enabled": True}
    (told,) = call("evaluate_drivers", items=[{"driver_id": made["id"], "variables": {"turn": 20}}])["items"]
    assert told["value"] == pytest.approx(41)
    assert value(call, "o.location.z") == pytest.approx(7)
    assert call.python(census) == before
    patch = {"ids": [made["id"]], "type": "maximum"}
    call("update_drivers", items=[patch])
    (told,) = call("evaluate_drivers", items=[{"driver_id": made["id"], "variables": {"turn": -5}}])["items"]
    assert told["value"] == pytest.approx(-5)
    for variables in ({"trun": 1}, {}, {"turn": "far"}):
        error = call.fails(
            "invalid_params", "evaluate_drivers", items=[{"driver_id": made["id"], "variables": variables}]
        )
        assert "variables" in error.details["path"]
