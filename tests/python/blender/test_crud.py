"""Every entity from create to delete, each step seen with `bpy` too."""

from __future__ import annotations

from typing import Any

import pytest

from .double import Engine, Job, floats, ints

QUARTER = [0.0, 0.0, 0.70710678, 0.70710678]
TRIANGLE = {"vertices": floats([0, 0, 0, 1, 0, 0, 0, 1, 0]), "indices": ints([0, 1, 2])}
ARRAYS = set(TRIANGLE)

#: What is made, then what is changed; both must read back.
ENTITIES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "nodes": (
        {"name": "Pivot", "position": [1, 2, 3], "rotation": QUARTER, "scale": [2, 2, 2], "metadata": {"take": 7}},
        {"name": "Hinge", "position": [4, 5, 6], "visible": False, "locked": True, "metadata": {"a": [1, 2], "b": "c"}},
    ),
    "meshes": ({"name": "Tent", "position": [1, 0, 0], **TRIANGLE}, {"name": "Roof", "cast_shadow": False}),
    "materials": (
        {
            "name": "Brass", "type": "pbr", "base_color": [0.5, 0.25, 0.125, 1], "metallic": 1.0, "roughness": 0.25,
            "opacity": 0.5, "emissive": [1, 0.5, 0.25, 1], "emissive_intensity": 2.0,
        },
        {"roughness": 0.75, "double_sided": False, "alpha_mode": "opaque", "opacity": 1.0, "metadata": {"k": 1}},
    ),
    "cameras": (
        {"name": "Shot", "focal_length": 35.0, "sensor_width": 24.0, "near": 0.5, "far": 250.0, "active": True},
        {"projection": "orthographic", "ortho_scale": 3.0, "focus_distance": 4.0, "f_stop": 5.6, "active": False},
    ),
    "lights": (
        {"name": "Key", "kind": "spot", "intensity": 400.0, "color": [1, 0.5, 0.25, 1], "spot_angle": 0.75,
         "radius": 0.5},
        {"kind": "area", "width": 2.0, "height": 1.0, "intensity": 50.0, "casts_shadow": False},
    ),
}  # fmt: skip


def agree(read: dict[str, Any], wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        if name in ARRAYS:
            continue
        near = pytest.approx(value, abs=1e-5) if isinstance(value, (float, list)) else value
        assert read[name] == near, name


@pytest.mark.parametrize("plural", ENTITIES)
def test_lives_from_create_to_delete(blender: Engine, plural: str) -> None:
    make, change = ENTITIES[plural]
    made = blender.one(f"create_{plural}", **make)
    agree(made, make)
    (changed,) = blender(f"update_{plural}", items=[{"ids": [made["id"]], **change}])["items"]
    assert changed["id"] == made["id"]
    agree(changed, {**make, **change} if plural != "lights" else change)
    agree(blender.read(plural, made["id"]), change)
    name = changed["name"]
    assert set(blender.read(plural, name, "name")) == {"id", "name"}
    assert blender(f"list_{plural}", filters={"name": name[:2] + "*"})["total"] == 1
    assert blender(f"list_{plural}", filters={"name": "nothing*"})["total"] == 0
    assert blender(f"delete_{plural}", ids=[made["id"]])["deleted"] == [made["id"]]
    assert blender(f"list_{plural}")["total"] == 0


def test_bpy_says_the_same(blender: Engine) -> None:
    import bpy

    for plural, (make, change) in ENTITIES.items():
        made = blender.one(f"create_{plural}", **make)
        blender(f"update_{plural}", items=[{"ids": [made["id"]], **change}])
    hinge, roof = bpy.data.objects["Hinge"], bpy.data.objects["Roof"]
    assert list(hinge.location) == [4, 5, 6]
    assert list(hinge.rotation_euler) == pytest.approx([0, 0, 1.5708], abs=1e-4)
    assert [hinge.hide_viewport, hinge.hide_render, hinge.hide_select, *hinge.lock_location] == [True] * 6
    assert (list(hinge["a"]), hinge["b"], "take" in hinge) == ([1, 2], "c", False)
    assert (roof.type, roof.visible_shadow, len(roof.data.polygons)) == ("MESH", False, 1)
    shader = next(node for node in bpy.data.materials["Brass"].node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    assert [shader.inputs[name].default_value for name in ("Roughness", "Metallic", "Alpha")] == [0.75, 1, 1]
    assert bpy.data.materials["Brass"].use_backface_culling
    shot, key = bpy.data.objects["Shot"].data, bpy.data.objects["Key"].data
    assert (shot.type, shot.lens, shot.ortho_scale, shot.dof.use_dof) == ("ORTHO", 35, 3, True)
    assert bpy.context.scene.camera is None
    assert (key.type, key.energy, key.shape, key.size, key.size_y) == ("AREA", 50, "RECTANGLE", 2, 1)


def test_hierarchy_keeps_its_place_and_children_survive(blender: Engine) -> None:
    import bpy

    body = blender.one("create_nodes", name="Body", position=[1, 0, 0])["id"]
    arm = blender.one("create_nodes", name="Arm", position=[0, 2, 0], parent_id=body)
    assert arm["position"] == [0, 2, 0]
    assert blender.read("nodes", body)["child_ids"] == [arm["id"]]
    assert [row[3] for row in bpy.data.objects["Arm"].matrix_world][:3] == pytest.approx([1, 2, 0])
    assert blender("list_nodes", parent_id="Body")["total"] == 1
    blender("update_nodes", items=[{"ids": ["Arm"], "parent_id": None}])
    assert blender.read("nodes", "Arm")["position"] == pytest.approx([1, 2, 0])
    blender("update_nodes", items=[{"ids": ["Arm"], "parent_id": "Body"}])
    assert blender.read("nodes", "Arm")["position"] == pytest.approx([0, 2, 0])
    blender("delete_nodes", ids=[body])
    left = blender.read("nodes", "Arm")
    assert (left["parent_id"], left["position"]) == (None, pytest.approx([1, 2, 0]))


@pytest.mark.parametrize("mode", ["XYZ", "ZYX", "QUATERNION", "AXIS_ANGLE"])
def test_rotation_in_the_artists_own_mode(blender: Engine, mode: str) -> None:
    import bpy

    blender.one("create_nodes", name="Turned")
    bpy.data.objects["Turned"].rotation_mode = mode
    blender("update_nodes", items=[{"ids": ["Turned"], "rotation": [0.5, 0.5, 0.5, 0.5]}])
    assert blender.read("nodes", "Turned")["rotation"] == pytest.approx([0.5] * 4, abs=1e-6)
    assert bpy.data.objects["Turned"].rotation_mode == mode


def test_parent_inverse_and_deltas_do_not_show(blender: Engine) -> None:
    import bpy

    blender.one("create_nodes", name="Body", position=[5, 0, 0])
    blender.one("create_nodes", name="Arm", position=[1, 0, 0], parent_id="Body")
    arm = bpy.data.objects["Arm"]
    arm.matrix_parent_inverse = bpy.data.objects["Body"].matrix_world.inverted()
    arm.delta_location = (0, 0, 3)
    blender("update_nodes", items=[{"ids": ["Arm"], "position": [2, 0, 0]}])
    assert blender.read("nodes", "Arm")["position"] == pytest.approx([2, 0, 0])
    assert [row[3] for row in arm.matrix_world][:3] == pytest.approx([7, 0, 0])


def test_pages_go_on_after_changes(blender: Engine) -> None:
    blender("create_nodes", items=[{"name": f"N{number}"} for number in range(5)])
    first = blender("list_nodes", limit=2, fields=["name"])
    assert ([item["name"] for item in first["items"]], first["total"]) == (["N0", "N1"], 5)
    blender("delete_nodes", ids=["N1"])
    second = blender("list_nodes", limit=2, cursor=first["next_cursor"])
    assert [item["name"] for item in second["items"]] == ["N2", "N3"]
    assert "next_cursor" not in blender("list_nodes", limit=2, cursor=second["next_cursor"])


def test_lights_have_what_their_kind_has(blender: Engine) -> None:
    from scenewire.errors import NotSupportedError

    assert "spot_angle" not in blender.one("create_lights", kind="sun", name="Sun")
    with pytest.raises(NotSupportedError):
        blender("update_lights", items=[{"ids": ["Sun"], "spot_angle": 1.0}])


def test_opacity_shows_without_being_asked_twice(blender: Engine) -> None:
    made = blender.one("create_materials", name="Glass", opacity=0.25)
    assert (made["alpha_mode"], made["opacity"]) == ("blend", 0.25)
    assert blender.one("create_materials", name="Stone", opacity=1.0)["alpha_mode"] == "opaque"


def test_progress_and_cancel(blender: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    import bpy
    from scenewire.adapters import items
    from scenewire.errors import CancelledError

    monkeypatch.setattr(items, "PACE", 0.0)
    job = Job()
    blender("create_nodes", job=job, items=[{"name": "n"}] * 5)
    assert {fraction for fraction, _ in job.told} == {0.2, 0.4, 0.6, 0.8}
    with pytest.raises(CancelledError):
        blender("create_nodes", job=Job(give_up_after=3), items=[{"name": "late"}] * 9)
    assert [node.name for node in bpy.data.objects if node.name.startswith("late")] == []
