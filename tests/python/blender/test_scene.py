"""The scene, the selection, what ids and names mean, the host's own API, Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .double import Engine


def test_scene_is_what_bpy_says(blender: Engine) -> None:
    import bpy

    blender.one("create_cameras", name="Shot", active=True)
    blender.one("create_nodes", name="Body", parent_id="Shot")
    blender("select", ids=["Body"])
    scene, own = blender("get_scene"), bpy.context.scene
    assert (scene["name"], scene["frame"], scene["fps"]) == (own.name, own.frame_current, own.render.fps)
    assert {key: scene["counts"][key] for key in ("nodes", "camera", "empty")} == {"nodes": 2, "camera": 1, "empty": 1}
    by_name = {node["name"]: node for node in scene["nodes"]}
    assert by_name["Body"]["parent_id"] == by_name["Shot"]["id"] == scene["active_camera"]
    assert (scene["selection"], scene["total"]) == ([by_name["Body"]["id"]], 2)
    assert set(blender("get_scene", fields=["fps", "name"])) == {"fps", "name"}
    info = blender.adapter.info()
    assert (info["app"], info["app_version"]) == ("blender", ".".join(map(str, bpy.app.version)))
    assert info["headless"] == bpy.app.background


@pytest.mark.parametrize(
    ("mode", "ids", "after"),
    [("replace", "C", "C"), ("add", "C", "ABC"), ("remove", "A", "B"), ("toggle", "BC", "AC"), ("replace", "", "")],
)
def test_selection(blender: Engine, mode: str, ids: str, after: str) -> None:
    import bpy

    blender("create_nodes", items=[{"name": name} for name in "ABC"])
    blender("select", ids=["A", "B"])
    given = blender("select", ids=list(ids), mode=mode)["selected_ids"]
    assert "".join(sorted(node.name for node in bpy.data.objects if node.select_get())) == after
    assert blender("get_selection")["ids"] == given
    if mode == "replace" and ids:
        assert bpy.context.view_layer.objects.active.name == ids


def test_hidden_is_not_passed_over(blender: Engine) -> None:
    from scenewire.errors import HandlerError

    blender.one("create_nodes", name="Hidden", visible=False)
    with pytest.raises(HandlerError):
        blender("select", ids=["Hidden"])


def test_ids_survive_rename_and_undo(blender: Engine) -> None:
    import bpy

    made = blender.one("create_nodes", name="Old")["id"]
    bpy.data.objects["Old"].name = "New"
    other = blender.one("create_nodes", name="Old")["id"]
    assert other != made
    assert blender.read("nodes", made)["name"] == "New"
    blender("update_nodes", items=[{"ids": [made], "position": [1, 0, 0]}])
    blender("undo")
    assert (blender.read("nodes", made)["name"], blender.read("nodes", other)["name"]) == ("New", "Old")
    blender("delete_nodes", ids=[other])
    with pytest.raises(_errors().NotFoundError):
        blender.read("nodes", other)
    blender("undo")
    assert blender.read("nodes", other)["name"] == "Old"


def test_what_is_not_found(blender: Engine) -> None:
    errors = _errors()
    blender("create_nodes", items=[{"name": name} for name in ("LeftHand", "RightHand", "Head")])
    with pytest.raises(errors.NotFoundError) as caught:
        blender.read("nodes", "lefthnad")
    assert caught.value.suggestions[0] == "LeftHand"
    with pytest.raises(errors.InvalidParamsError):
        blender.read("meshes", "Head")
    with pytest.raises(errors.InvalidParamsError) as wrong:
        blender.read("nodes", "Head", "postion")
    assert wrong.value.suggestions[0] == "position"


def test_name_of_two_is_ambiguous(blender: Engine, tmp_path: Path) -> None:
    import bpy

    path = str(tmp_path / "library.blend")
    blender.one("create_nodes", name="Twin")
    bpy.data.libraries.write(path, {bpy.data.objects["Twin"]})
    with bpy.data.libraries.load(path, link=True) as (_, into):
        into.objects = ["Twin"]
    linked = into.objects[0]
    bpy.context.scene.collection.objects.link(linked)
    with pytest.raises(_errors().AmbiguousNameError) as caught:
        blender.read("nodes", "Twin")
    candidates = caught.value.details["candidates"]
    assert [bool(candidate["library"]) for candidate in candidates].count(True) == 1
    theirs = next(candidate["id"] for candidate in candidates if candidate["library"])
    with pytest.raises(_errors().NotSupportedError):
        blender("update_nodes", items=[{"ids": [theirs], "position": [1, 1, 1]}])
    assert blender("list_nodes", filters={"name": "Twin"})["total"] == 2


@pytest.mark.parametrize(
    ("query", "path", "kind"),
    [
        ("bpy.ops.mesh.bevel", "bpy.ops.mesh.bevel", "operator"),
        ("bevel", "bpy.types.BevelModifier", "class"),
        ("Object.location", "bpy.types.Object.location", "property"),
        ("bmesh.ops.create_cube", "bmesh.ops.create_cube", "function"),
    ],
)
def test_api_is_described(blender: Engine, query: str, path: str, kind: str) -> None:
    matches = blender("describe_api", query=query, limit=40)["matches"]
    found = next(match for match in matches if match["path"] == path)
    assert found["kind"] == kind
    assert found["doc"]
    if kind == "operator":
        assert "offset: float = " in found["signature"]
    assert blender("describe_api", query="no such thing at all")["matches"] == []


def test_python_cannot_quit_the_host(blender: Engine) -> None:
    pytest.importorskip("scenewire._native")
    result = blender(
        "execute_python", code="o = D.objects.new('Made', None)\nC.scene.collection.objects.link(o)\n1 + 1"
    )
    assert result["value"] == 2
    assert blender.read("nodes", "Made")["type"] == "empty"
    with pytest.raises(_errors().PermissionDeniedError) as caught:
        blender("execute_python", code="import bpy\nbpy.ops.wm.quit_blender()")
    assert "quit" in str(caught.value)


def test_revision_grows_with_the_artists_changes_too(blender: Engine) -> None:
    import bpy

    blender.one("create_nodes", name="Body")
    before = blender.revision()
    assert blender.revision() == before
    blender("list_nodes")
    assert blender.revision() == before
    bpy.data.objects["Body"].location.x = 7
    assert blender.revision() > before


def test_unknown_operation_names_the_nearest(blender: Engine) -> None:
    with pytest.raises(_errors().UnknownOperationError) as caught:
        blender("get_nodse", ids=[])
    assert "get_nodes" in caught.value.suggestions


def _errors() -> Any:
    from scenewire import errors

    return errors
