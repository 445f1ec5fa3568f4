"""The scene as a whole: one look at it, selection, undo and redo, files, status, the host's own API."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def test_scene_is_what_bpy_says(call: Any) -> None:
    call("create_cameras", items=[{"name": "Shot", "active": True}])
    call("create_lights", items=[{"name": "Key"}])
    scene = call("get_scene")
    name, frame, fps = call.python("import bpy; s = bpy.context.scene; [s.name, s.frame_current, s.render.fps]")
    assert (scene["name"], scene["frame"], scene["fps"]) == (name, frame, fps)
    assert scene["total"] == 2
    assert {node["name"]: node["type"] for node in scene["nodes"]} == {"Shot": "camera", "Key": "light"}
    assert scene["active_camera"] in {node["id"] for node in scene["nodes"] if node["name"] == "Shot"}
    assert scene["up_axis"] == "Z"
    assert set(call("get_scene", fields=["name"])) == {"name"}


@pytest.mark.apps("blender", "usd")
def test_scene_as_a_tree(call: Any) -> None:
    items = [{"name": "Body"}, *({"name": name, "parent_id": "Body"} for name in ("Leg", "Arm", "Head"))]
    call("create_nodes", items=items)
    call("create_nodes", items=[{"name": f"Finger {at}", "parent_id": "Arm"} for at in range(4)])
    call("create_nodes", items=[{"name": "Alone"}])
    tree = call("get_scene", fields=["tree"])["tree"]
    assert (tree["shown"], tree["total"]) == (9, 9)
    assert [root["name"] for root in tree["roots"]] == ["Alone", "Body"]
    body = tree["roots"][1]
    assert [child["name"] for child in body["children"]] == ["Arm", "Head", "Leg"]
    assert [child["name"] for child in body["children"][0]["children"]] == [f"Finger {at}" for at in range(4)]
    assert "more" not in tree
    assert "children" not in tree["roots"][0]

    flat = call("get_scene", depth=1)
    assert "nodes" not in flat, "the tree stands in for the list"
    assert flat["total"] == 9
    assert [(root["name"], root.get("more")) for root in flat["tree"]["roots"]] == [("Alone", None), ("Body", 3)]

    # Upper levels first, and what is left out is counted where it would stand.
    (arm,) = (
        one for one in call("get_scene", fields=["tree"], budget=6)["tree"]["roots"][1]["children"] if "more" in one
    )
    assert (arm["name"], len(arm["children"]), arm["more"]) == ("Arm", 1, 3)
    assert call("get_scene", fields=["tree"], budget=1)["tree"]["more"] == 1

    below = call("get_scene", fields=["tree"], root_id="Arm")["tree"]
    assert (len(below["roots"]), below["total"]) == (4, 4)
    call.fails("not_found", "get_scene", root_id="Nobody")
    call.fails("invalid_params", "get_scene", depth=0)


def test_selection_by_every_mode(call: Any) -> None:
    a, b, c = call("create_nodes", items=[{"name": "A"}, {"name": "B"}, {"name": "C"}])["ids"]
    assert call("select", ids=[a, "B"])["selected_ids"] == [a, b]
    assert set(call("select", ids=[c], mode="add")["selected_ids"]) == {a, b, c}
    assert set(call("select", ids=[a], mode="remove")["selected_ids"]) == {b, c}
    assert set(call("select", ids=[a, b], mode="toggle")["selected_ids"]) == {a, c}
    assert sorted(call.python("import bpy; [o.name for o in bpy.data.objects if o.select_get()]")) == [
        "A",
        "C",
    ]
    assert set(call("get_selection")["ids"]) == {a, c}
    assert call("select", ids=[])["selected_ids"] == []


def test_undo_and_redo_go_by_whole_calls(call: Any) -> None:
    def names() -> list[str]:
        # By reading only: a script would be a step of its own, and end what can be done again.
        return sorted(item["name"] for item in call("list_nodes")["items"])

    call("create_nodes", items=[{"name": "Before"}])
    call("create_nodes", items=[{"name": "One"}, {"name": "Two"}])
    assert call("undo")["undone"] == 1
    assert names() == ["Before"]
    assert call("redo")["redone"] == 1
    assert names() == ["Before", "One", "Two"]
    assert call("undo", steps=2)["undone"] == 2
    assert names() == []
    assert call.python("import bpy; len(bpy.data.objects)") == 0


def test_ids_survive_undo(call: Any) -> None:
    (made,) = call("create_nodes", items=[{"name": "Kept"}])["ids"]
    call("update_nodes", items=[{"ids": [made], "position": [1, 0, 0]}])
    call("undo")
    (item,) = call("get_nodes", ids=[made])["items"]
    assert (item["name"], item["position"]) == ("Kept", pytest.approx([0, 0, 0]))


def test_file_is_saved_and_opened_again(call: Any) -> None:
    folder = call.host.home / "files"
    folder.mkdir(exist_ok=True)
    path = call.host.inside(folder / "shot.blend")
    call("create_nodes", items=[{"name": "Saved", "position": [1, 2, 3]}])
    assert call("save_file", path=path, copy=True)["path"] == path
    assert (folder / "shot.blend").stat().st_size > 10_000
    call("new_file", timeout=120)
    assert call("list_nodes", filters={"name": "Saved"})["total"] == 0
    scene = call("open_file", path=path, timeout=120)
    assert scene["file"] == path
    (item,) = call("list_nodes", filters={"name": "Saved"})["items"]
    assert item["position"] == pytest.approx([1, 2, 3])


def test_id_from_before_another_file_is_stale_or_gone(call: Any) -> None:
    (made,) = call("create_nodes", items=[{"name": "Old"}])["ids"]
    call("new_file", timeout=120)
    from scenewire.errors import SceneWireError

    with pytest.raises(SceneWireError) as caught:
        call("get_nodes", ids=[made])
    assert caught.value.error_code in {"stale_id", "not_found"}


def test_missing_file(call: Any) -> None:
    error = call.fails("file_not_found", "open_file", path=call.host.inside(call.host.home / "none.blend"))
    assert "none.blend" in str(error)


def test_files_outside_the_roots_are_refused(call: Any) -> None:
    call.fails("permission_denied", "open_file", path="/etc/passwd")
    link = call.host.home / "link"
    if not link.is_symlink():
        link.symlink_to("/etc")
    call.fails("permission_denied", "save_file", path=call.host.inside(link / "evil.blend"))
    assert not Path(call.host.spec["root"] + "/etc/evil.blend").exists()


def test_status_is_true(call: Any) -> None:
    status = call("get_status")
    assert status["instance"]["name"] == call.host.name
    assert status["uptime"] > 0
    running = call.python("import bpy; bpy.app.version_string.split()[0]")
    assert running in str(status)


def test_what_it_cannot_do_is_told_when_asked_for(call: Any) -> None:
    """An agent pays for each word of a status."""
    status = call("get_status")
    assert len(json.dumps(status)) < 1500
    table = call("get_status", not_supported=True)["not_supported"]
    assert table["nodes.render_order"]
    assert len(table) == status["counts"]["not_supported"]
    (listed,) = call.client.instances()
    for short in (status, status["instance"], listed):
        assert "not_supported" not in short


def test_describe_api_finds_what_the_host_really_has(call: Any) -> None:
    matches = call("describe_api", query="bevel", limit=20)["matches"]
    paths = [match["path"] for match in matches]
    assert "bpy.ops.mesh.bevel" in paths
