"""Every entity: created, read back, listed, updated and deleted, each step seen with `bpy` too."""

from __future__ import annotations

from typing import Any

import pytest

from . import samples_of_apps

pytestmark = pytest.mark.apps("blender", "usd", "maya", "unreal")

CREATE: dict[str, dict[str, Any]] = {
    "nodes": {"name": "Pivot", "position": [1, 2, 3], "scale": [2, 2, 2], "metadata": {"take": 7}},
    "meshes": {"name": "Tent", "vertices": [[0, 0, 0], [2, 0, 0], [1, 1, 1.5]], "indices": [0, 1, 2]},
    "materials": {"name": "Brass", "base_color": [0.5, 0.4, 0.1, 1], "metallic": 1, "roughness": 0.25},
    "cameras": {"name": "Shot", "position": [0, -6, 2], "focal_length": 35, "active": True},
    "lights": {
        "name": "Key",
        "kind": "spot",
        "intensity": 400,
        "color": [1, 0.5, 0.25, 1],
        "spot_angle": 0.8,
    },
}
UPDATE: dict[str, dict[str, Any]] = {
    "nodes": {"position": [4, 5, 6], "visible": False},
    "meshes": {"position": [4, 5, 6], "name": "Roof"},
    "materials": {"roughness": 0.75, "base_color": [0.1, 0.2, 0.3, 1]},
    "cameras": {"focal_length": 85},
    "lights": {"intensity": 50, "color": [0.25, 0.5, 1, 1]},
}
# What USD says of the first one after the update.
SEEN_USD: dict[str, tuple[str, Any]] = {
    "nodes": (
        "p = stage.GetPrimAtPath('/Pivot'); o = UsdGeom.Imageable(p)\n"
        "[*o.ComputeLocalToWorldTransform(0).ExtractTranslation(), p.GetTypeName(), o.ComputeVisibility()]",
        [4, 5, 6, "Xform", "invisible"],
    ),
    "meshes": (
        "o = UsdGeom.Mesh(stage.GetPrimAtPath('/Roof'))\n"
        "[*o.ComputeLocalToWorldTransform(0).ExtractTranslation(), len(o.GetFaceVertexCountsAttr().Get())]",
        [4, 5, 6, 1],
    ),
    "materials": (
        "m = UsdShade.Material(stage.GetPrimAtPath('/Materials/Brass')).ComputeSurfaceSource()[0]\n"
        "[m.GetInput(n).Get() for n in ('roughness', 'metallic')] + list(m.GetInput('diffuseColor').Get())",
        [0.75, 1, 0.1, 0.2, 0.3],
    ),
    "cameras": (
        "o = UsdGeom.Camera(stage.GetPrimAtPath('/Shot')).GetCamera()\n"
        "[o.focalLength * o.FOCAL_LENGTH_UNIT * 1000, str(UsdRender.Settings.GetStageRenderSettings(stage)"
        ".GetCameraRel().GetTargets()[0])]",
        [85, "/Shot"],
    ),
    "lights": (
        "o = UsdLux.SphereLight(stage.GetPrimAtPath('/Key'))\n"
        "[o.GetIntensityAttr().Get() * 3.14159265, *o.GetColorAttr().Get()]",
        [50, 0.25, 0.5, 1],
    ),
}
# What Maya says of it.
SEEN_MAYA: dict[str, tuple[str, Any]] = {
    "nodes": (
        "[*cmds.xform('Pivot', query=True, worldSpace=True, translation=True), cmds.nodeType('Pivot'),"
        " cmds.getAttr('Pivot.visibility')]",
        [4, 5, 6, "transform", 0],
    ),
    "meshes": (
        "[*cmds.xform('Roof', query=True, worldSpace=True, translation=True), cmds.polyEvaluate('Roof', face=True)]",
        [4, 5, 6, 1],
    ),
    "materials": (
        "[cmds.getAttr('Brass.specularRoughness'), cmds.getAttr('Brass.metalness'),"
        " *cmds.getAttr('Brass.baseColor')[0]]",
        [0.75, 1, 0.1, 0.2, 0.3],
    ),
    "cameras": ("[cmds.getAttr('ShotShape.focalLength'), cmds.getAttr('ShotShape.renderable')]", [85, 1]),
    # A watt is 10000 / pi where a unit is a centimetre.
    "lights": (
        "[cmds.getAttr('KeyShape.intensity') * 3.14159265 / 10000, *cmds.getAttr('KeyShape.color')[0]]",
        [50, 0.25, 0.5, 1],
    ),
}
_ACTOR = (
    "a = [a for a in unreal.get_editor_subsystem(unreal.EditorActorSubsystem).get_all_level_actors()"
    " if a.get_actor_label() == {!r}][0]; l = a.get_actor_location()\n"
)
# What Unreal says of it.
SEEN_UNREAL: dict[str, tuple[str, Any]] = {
    "nodes": (
        _ACTOR.format("Pivot") + "[l.x, l.y, l.z, type(a).__name__, int(a.root_component.visible)]",
        [4, 5, 6, "Actor", 0],
    ),
    "meshes": (
        _ACTOR.format("Roof") + "[l.x, l.y, l.z, a.static_mesh_component.static_mesh.get_static_mesh_description(0)"
        ".get_triangle_count()]",
        [4, 5, 6, 1],
    ),
    "materials": (
        "m = unreal.EditorAssetLibrary.load_asset('/Game/Scenewire/Materials/Brass')\n"
        "e = unreal.MaterialEditingLibrary\n"
        "c = e.get_material_instance_vector_parameter_value(m, 'BaseColor')\n"
        "[*(e.get_material_instance_scalar_parameter_value(m, n) for n in ('Roughness', 'Metallic')), c.r, c.g, c.b]",
        [0.75, 1, 0.1, 0.2, 0.3],
    ),
    "cameras": (
        _ACTOR.format("Shot") + "[a.get_cine_camera_component().current_focal_length, a.get_editor_property("
        "'auto_activate_for_player').name]",
        [85, "PLAYER0"],
    ),
    # 50 W of 683 lm each, all around; colours are bytes of sRGB.
    "lights": (
        _ACTOR.format("Key") + "c = a.light_component\n"
        "[c.intensity * 4 * 3.14159265 / 683, c.light_color.r, c.light_color.g, c.light_color.b]",
        [50, 137, 188, 255],
    ),
}
# What bpy says of it.
SEEN: dict[str, tuple[str, Any]] = {
    "nodes": ("o = bpy.data.objects['Pivot']; [*o.location, o.type]", [4, 5, 6, "EMPTY"]),
    "meshes": ("o = bpy.data.objects['Roof']; [*o.location, len(o.data.polygons)]", [4, 5, 6, 1]),
    "materials": (
        "n = next(n for n in bpy.data.materials['Brass'].node_tree.nodes if n.type == 'BSDF_PRINCIPLED')\n"
        "[round(x, 4) for x in [n.inputs['Roughness'].default_value, n.inputs['Metallic'].default_value,"
        " *n.inputs['Base Color'].default_value]]",
        [0.75, 1, 0.1, 0.2, 0.3, 1],
    ),
    "cameras": ("o = bpy.data.objects['Shot']; [o.data.lens, bpy.context.scene.camera.name]", [85, "Shot"]),
    "lights": (
        "o = bpy.data.objects['Key']; [o.data.type, o.data.energy, *[round(c, 4) for c in o.data.color]]",
        ["SPOT", 50, 0.25, 0.5, 1],
    ),
}


def agrees(read: dict[str, Any], wanted: dict[str, Any], plural: str, app: str) -> bool:
    """Whether what was read back says what was written, as far as the host can keep it."""
    within = {"color": samples_of_apps.COARSE.get(app, {}).get(f"{plural}.color", 1e-5)}
    light = {k: v for k, v in wanted.items() if k not in {"vertices", "indices"}}
    return {k: read.get(k) for k in light} == {
        k: pytest.approx(v, abs=within.get(k, 1e-5))
        if isinstance(v, (int, float, list)) and not isinstance(v, bool)
        else v
        for k, v in light.items()
    }


@pytest.mark.parametrize("plural", CREATE)
def test_entity_lives_from_create_to_delete(call: Any, plural: str) -> None:
    made = call(f"create_{plural}", items=[CREATE[plural]])
    (item,) = made["items"]
    assert made["ids"] == [item["id"]]
    assert agrees(item, CREATE[plural], plural, call.host.app)

    assert call(f"get_{plural}", ids=[item["id"]])["items"] == [item]
    listed = call(f"list_{plural}")
    assert listed["total"] == 1
    assert [entry["id"] for entry in listed["items"]] == [item["id"]]

    (changed,) = call(f"update_{plural}", items=[{"ids": [item["id"]], **UPDATE[plural]}])["items"]
    assert changed["id"] == item["id"], "an id survives renaming"
    assert agrees(changed, UPDATE[plural], plural, call.host.app)
    about = {
        "blender": (SEEN, "import bpy"),
        "usd": (SEEN_USD, "from pxr import UsdRender"),
        "maya": (SEEN_MAYA, "from maya import cmds"),
        "unreal": (SEEN_UNREAL, "import unreal"),
    }
    seen, imports = about[call.host.app]
    code, expected = seen[plural]
    assert_same(call.python(f"{imports}\n{code}"), expected)

    assert call(f"delete_{plural}", ids=[item["id"]])["deleted"] == [item["id"]]
    assert call(f"list_{plural}")["total"] == 0
    call.fails("not_found", f"get_{plural}", ids=[item["id"]])


def assert_same(seen: list[Any], expected: list[Any]) -> None:
    """Numbers to single precision, the rest exactly."""
    assert len(seen) == len(expected)
    for have, want in zip(seen, expected):
        assert have == (want if isinstance(want, str) else pytest.approx(want, abs=1e-4))


@pytest.mark.parametrize("plural", CREATE)
def test_one_update_patches_several_and_names_serve_as_ids(call: Any, plural: str) -> None:
    first, second = call(f"create_{plural}", items=[CREATE[plural], {**CREATE[plural], "name": "Other"}])["items"]
    changed = call(f"update_{plural}", items=[{"ids": [first["id"], "Other"], "metadata": {"batch": 2}}])["items"]
    assert [(item["id"], item["metadata"]["batch"]) for item in changed] == [
        (first["id"], 2),
        (second["id"], 2),
    ]


IN_THE_WORLD = {
    "unreal": _ACTOR.format("Arm") + "[l.x, l.y, l.z]",
    "blender": "import bpy; bpy.context.view_layer.update(); list(bpy.data.objects['Arm'].matrix_world.translation)",
    "maya": "cmds.xform('Arm', query=True, worldSpace=True, translation=True)",
    "usd": "list(UsdGeom.XformCache().GetLocalToWorldTransform(stage.GetPrimAtPath('/Body/Arm')).ExtractTranslation())",
}
TURNED = {
    "unreal": _ACTOR.format("Turned") + "q = a.root_component.relative_rotation.quaternion(); [q.w, q.x, q.y, q.z]",
    "blender": "import bpy; list(bpy.data.objects['Turned'].matrix_basis.to_quaternion())",
    "maya": "q = OpenMaya.MEulerRotation(*[a * 3.14159265358979 / 180 for a in cmds.getAttr('Turned.rotate')[0]])"
    ".asQuaternion(); [q.w, q.x, q.y, q.z]",
    "usd": "q = Gf.Transform(UsdGeom.XformCache().GetLocalToWorldTransform(stage.GetPrimAtPath('/Turned')))"
    ".GetRotation().GetQuat(); [q.GetReal(), *q.GetImaginary()]",
}


def test_children_follow_their_parent(call: Any) -> None:
    parent, child = call("create_nodes", items=[{"name": "Body"}, {"name": "Arm"}])["ids"]
    call("update_nodes", items=[{"ids": [child], "parent_id": parent, "position": [1, 0, 0]}])
    call("update_nodes", items=[{"ids": [parent], "position": [0, 0, 5]}])
    (seen,) = call("get_nodes", ids=[parent])["items"]
    assert seen["child_ids"] == [child]
    world = call.python(IN_THE_WORLD[call.host.app])
    assert world == pytest.approx([1, 0, 5])
    (free,) = call("update_nodes", items=[{"ids": [child], "parent_id": None}])["items"]
    assert free["parent_id"] is None


def test_rotation_is_a_quaternion_xyzw_and_euler_degrees_are_taken(call: Any) -> None:
    (item,) = call("create_nodes", items=[{"name": "Turned", "rotation": {"euler": [0, 0, 90]}}])["items"]
    assert item["rotation"] == pytest.approx([0, 0, 0.70710678, 0.70710678], abs=1e-5)
    seen = call.python(TURNED[call.host.app])
    assert [abs(part) for part in seen] == pytest.approx([0.70710678, 0, 0, 0.70710678], abs=1e-5)


def test_colours_by_name_and_hex_are_linear(call: Any) -> None:
    items = [{"name": "A", "base_color": "#808080"}, {"name": "B", "base_color": "red"}]
    grey, red = (item["base_color"] for item in call("create_materials", items=items)["items"])
    assert grey == pytest.approx([0.21586, 0.21586, 0.21586, 1], abs=1e-4)
    assert red == pytest.approx([1, 0, 0, 1], abs=1e-6)
