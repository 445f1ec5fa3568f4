"""All of a call happens, as one undo step, or nothing; and what the artist has under way is left alone."""

from __future__ import annotations

from typing import Any

import pytest

from python.contract.digest import DIGEST

from .double import Engine, artist, floats, ints


def digest() -> Any:
    """The scene as `bpy` sees it."""
    found: dict[str, Any] = {}
    exec(DIGEST, found)
    return found["digest"]()


def names() -> list[str]:
    import bpy

    return sorted(node.name for node in bpy.data.objects)


def mode() -> str:
    """The artist's mode; without a window there is none to ask."""
    import bpy

    found: list[str] = []
    artist(lambda: found.append(bpy.context.mode))
    return found[0]


@pytest.fixture
def furnished(blender: Engine) -> Engine:
    """One of everything, and two edits of the artist's that no undo step holds yet."""
    import bpy

    brass = blender.one("create_materials", name="Brass", roughness=0.5)["id"]
    blender("create_nodes", items=[{"name": "Body"}, {"name": "Arm", "parent_id": "Body", "position": [1, 0, 0]}])
    blender.one("create_meshes", name="Skin", **_triangle(), material_ids=[brass])
    blender.one("create_cameras", name="Shot", active=True)
    blender.one("create_lights", name="Key", kind="spot", intensity=100.0)
    blender("select", ids=["Skin"])
    bpy.data.objects["Body"].location.x = 4
    bpy.data.objects["Key"].data.energy = 25
    return blender


def _triangle(size: float = 1.0) -> dict[str, Any]:
    return {"vertices": floats([0, 0, 0, size, 0, 0, 0, size, 0]), "indices": ints([0, 1, 2])}


BAD = {"name": "Second", "parent_id": "nobody"}
#: Each fails in the host after its first half is done.
HALVES: dict[str, dict[str, Any]] = {
    "create_nodes": {"items": [{"name": "First"}, BAD]},
    "update_nodes": {"items": [{"ids": ["Body"], "position": [9, 9, 9]}, {"ids": ["Arm"], "parent_id": "nobody"}]},
    "delete_nodes": {"ids": ["Arm", "nobody"]},
    "create_meshes": {"items": [{"name": "First", **_triangle()}, {**_triangle(), **BAD}]},
    "update_meshes": {"items": [{"ids": ["Skin"], **_triangle(5), "material_ids": ["nothing"]}]},
    "create_materials": {"items": [{"name": "First"}, {"name": "Second", "type": "toon"}]},
    "update_materials": {"items": [{"ids": ["Brass"], "roughness": 0.1}, {"ids": ["Brass"], "type": "toon"}]},
    "create_cameras": {"items": [{"name": "First", "active": True}, BAD]},
    "update_cameras": {"items": [{"ids": ["Shot"], "focal_length": 99, "name": ""}]},
    "create_lights": {"items": [{"name": "First"}, BAD]},
    "update_lights": {"items": [{"ids": ["Key"], "intensity": 1.0, "width": 2.0}]},
    "create_primitives": {"items": [{"kind": "cube"}, {"kind": "cube", **BAD}]},
    "select": {"ids": ["Arm", "nobody"]},
    "execute_python": {"code": "import bpy\nbpy.data.objects.remove(bpy.data.objects['Arm'])\nraise ValueError"},
}
#: Each works, and is made to fail at its very end.
WHOLE: dict[str, dict[str, Any]] = {
    "create_nodes": {"items": [{"name": "New", "parent_id": "Arm"}]},
    "update_nodes": {"items": [{"ids": ["Body"], "position": [9, 9, 9], "visible": False, "metadata": {"a": 1}}]},
    "delete_nodes": {"ids": ["Body"]},
    "create_meshes": {"items": [{"name": "New", **_triangle()}]},
    "update_meshes": {"items": [{"ids": ["Skin"], **_triangle(5), "name": "Renamed", "material_ids": []}]},
    "delete_meshes": {"ids": ["Skin"]},
    "create_materials": {"items": [{"name": "New", "roughness": 0.1}]},
    "update_materials": {"items": [{"ids": ["Brass"], "roughness": 0.1, "base_color": [1, 0, 0, 1]}]},
    "delete_materials": {"ids": ["Brass"]},
    "create_cameras": {"items": [{"name": "New", "active": True}]},
    "update_cameras": {"items": [{"ids": ["Shot"], "focal_length": 99.0, "active": False}]},
    "delete_cameras": {"ids": ["Shot"]},
    "create_lights": {"items": [{"name": "New"}]},
    "update_lights": {"items": [{"ids": ["Key"], "intensity": 1.0, "kind": "sun"}]},
    "delete_lights": {"ids": ["Key"]},
    "create_primitives": {"items": [{"kind": "torus"}, {"kind": "cube"}]},
    "select": {"ids": ["Arm"]},
}


@pytest.mark.parametrize("operation", HALVES)
def test_half_a_change_leaves_nothing(furnished: Engine, operation: str) -> None:
    from scenewire.errors import SceneWireError

    before = digest()
    with pytest.raises(SceneWireError):
        furnished(operation, **HALVES[operation])
    assert digest() == before
    assert before["objects"]["Body"]["basis"][3] == 4


@pytest.mark.parametrize("operation", WHOLE)
def test_failure_at_the_end_leaves_nothing(furnished: Engine, operation: str, monkeypatch: Any) -> None:
    from scenewire.adapters.dispatch import Dispatcher

    whole = Dispatcher.perform

    def sabotaged(*arguments: Any) -> Any:
        whole(*arguments)
        raise RuntimeError("forced by the test")

    before = digest()
    monkeypatch.setattr(Dispatcher, "perform", sabotaged)
    with pytest.raises(RuntimeError, match="forced"):
        furnished(operation, **WHOLE[operation])
    assert digest() == before
    monkeypatch.setattr(Dispatcher, "perform", whole)
    furnished(operation, **WHOLE[operation])
    assert digest() != before, "else this test would prove nothing"


def test_undo_and_redo_go_by_whole_calls(blender: Engine) -> None:
    blender.one("create_nodes", name="Before")
    blender("create_nodes", items=[{"name": "One"}, {"name": "Two"}])
    assert blender("undo") == {"undone": 1, "names": ["create_nodes"]}
    assert names() == ["Before"]
    assert blender("redo") == {"redone": 1, "names": ["create_nodes"]}
    assert names() == ["Before", "One", "Two"]
    assert blender("undo", steps=2)["undone"] == 2
    assert names() == []
    assert blender("redo", steps=9)["redone"] == 2
    assert blender("redo")["redone"] == 0


def test_undo_takes_the_artists_edit_first(blender: Engine) -> None:
    import bpy

    blender.one("create_nodes", name="Body")
    bpy.data.objects["Body"].location.x = 3
    assert blender("undo")["undone"] == 1
    assert (names(), bpy.data.objects["Body"].location.x) == (["Body"], 0)
    blender("redo")
    assert bpy.data.objects["Body"].location.x == 3


def test_edits_that_nobody_pushed_survive_the_undo_of_a_call(blender: Engine) -> None:
    import bpy

    blender.one("create_nodes", name="Body")
    bpy.data.objects["Body"].location.x = 3
    blender.one("create_nodes", name="Other")
    assert blender("undo")["undone"] == 1
    assert (names(), bpy.data.objects["Body"].location.x) == (["Body"], 3)
    # The step that kept the edit is no call of anybody's: undoing passes over it.
    assert blender("undo")["names"] == ["create_nodes"]
    assert names() == []


def test_failed_call_is_not_done_again(blender: Engine) -> None:
    from scenewire.errors import NotFoundError

    blender.one("create_nodes", name="Body")
    with pytest.raises(NotFoundError):
        blender("create_nodes", items=[{"name": "First"}, BAD])
    assert blender("redo")["redone"] == 0
    assert names() == ["Body"]
    assert blender("undo")["names"] == ["create_nodes"]
    assert names() == []


def test_edit_mode_is_a_conflict_and_is_left_as_found(blender: Engine) -> None:
    import bpy
    from scenewire.errors import ConflictError

    blender.one("create_primitives", kind="cube", name="Cube")
    blender("select", ids=["Cube"])
    artist(lambda: bpy.ops.object.mode_set(mode="EDIT"))
    with pytest.raises(ConflictError) as caught:
        blender("update_nodes", items=[{"ids": ["Cube"], "position": [1, 1, 1]}])
    assert (caught.value.details["mode"], caught.value.suggestions != []) == ("EDIT_MESH", True)
    with pytest.raises(ConflictError):
        blender("undo")
    assert blender.read("meshes", "Cube")["vertex_count"] == 8
    assert len(blender.numbers("Cube", "vertices")) == 24
    assert mode() == "EDIT_MESH"
    assert bpy.data.objects["Cube"].location.x == 0


def test_pose_mode_and_selection_are_left_as_found(blender: Engine) -> None:
    import bpy

    armature = bpy.data.objects.new("Rig", bpy.data.armatures.new("Rig"))
    bpy.context.scene.collection.objects.link(armature)
    blender("select", ids=["Rig"])
    artist(lambda: bpy.ops.object.mode_set(mode="POSE"))
    blender.one("create_nodes", name="Body")
    assert (mode(), blender("get_selection")["ids"]) == ("POSE", [blender.read("nodes", "Rig")["id"]])


def test_global_undo_off_is_a_conflict(blender: Engine, monkeypatch: Any) -> None:
    import bpy
    from scenewire.errors import ConflictError

    monkeypatch.setattr(bpy.context.preferences.edit, "use_global_undo", False)
    with pytest.raises(ConflictError):
        blender.one("create_nodes", name="Body")
    assert names() == []
