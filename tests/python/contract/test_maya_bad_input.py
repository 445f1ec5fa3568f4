"""What Maya itself does not let anybody do, and what is wrong with a scene: locked and referenced nodes, names, units,
plug-ins that are not there, work that is not saved. Each is refused with a reason and a way on, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.apps("maya")

#: What would change a node or its place, each in words of its own.
CHANGES: dict[str, dict[str, Any]] = {
    "update_nodes": {"items": [{"ids": ["Held"], "visible": False}]},
    "delete_nodes": {"ids": ["Held"]},
    "rename": {"items": [{"id": "Held", "name": "Other"}]},
    "set_parent": {"items": [{"id": "Held", "parent_id": "Free"}]},
    "transform": {"items": [{"id": "Held", "position": [1, 2, 3]}]},
    "set_property": {"items": [{"id": "Held", "property_path": "rotateOrder", "value": 1}]},
    "set_visibility": {"items": [{"id": "Held", "visible": False}]},
    "set_metadata": {"items": [{"id": "Held", "metadata": {"of": "it"}}]},
}
STATE = (
    "[cmds.ls('Held', 'Other', long=True), cmds.getAttr('Held.translate')[0], cmds.getAttr('Held.visibility'),"
    " cmds.getAttr('Held.rotateOrder'), cmds.listAttr('Held', userDefined=True)]"
)


def path_of(call: Any, name: str) -> str:
    """A file in the host's home."""
    return str(call.host.inside(call.host.home / name))


# Locked


@pytest.mark.parametrize("operation", CHANGES)
def test_a_locked_node_is_left_alone_by_all_that_would_change_it(call: Any, operation: str) -> None:
    call("create_nodes", items=[{"name": "Held"}, {"name": "Free"}])
    call.python("cmds.lockNode('Held', lock=True)")
    before = call.python(STATE)
    error = call.fails("conflict", operation, **CHANGES[operation])
    assert (error.details["node"], "lockNode" in error.suggestions[0]) == ("|Held", True)
    assert call.python(STATE) == before
    call.python("cmds.lockNode('Held', lock=False)")
    call(operation, **CHANGES[operation])


def test_a_locked_node_is_not_moved_with_the_one_that_it_is_below(call: Any) -> None:
    call("create_nodes", items=[{"name": "Top"}, {"name": "Low", "parent_id": "Top"}])
    call.python("cmds.lockNode('Low', lock=True)")
    error = call.fails("conflict", "delete_nodes", ids=["Top"])
    assert error.details["node"] == "|Top|Low"
    assert call.python("cmds.ls('Low', long=True)") == ["|Top|Low"]


@pytest.mark.parametrize("operation", ["transform", "set_property", "update_nodes"])
def test_a_locked_attribute_is_named_with_what_unlocks_it(call: Any, operation: str) -> None:
    call("create_nodes", items=[{"name": "Held"}])
    call.python("cmds.setAttr('Held.translateX', 4)\ncmds.setAttr('Held.translateX', lock=True)")
    given: dict[str, dict[str, Any]] = {
        "transform": {"id": "Held", "position": [1, 2, 3]},
        "set_property": {"id": "Held", "property_path": "translateX", "value": 1},
        "update_nodes": {"ids": ["Held"], "position": [1, 2, 3]},
    }
    error = call.fails("conflict", operation, items=[given[operation]])
    assert error.details["attribute"].startswith("|Held.translate")
    assert error.suggestions[0] == 'cmds.setAttr("|Held.translateX", lock=False)'
    assert call.python("cmds.getAttr('Held.translate')[0]") == [4, 0, 0]


# Referenced


@pytest.fixture
def shot(call: Any) -> Any:
    """A scene that references another one with a node, one below it, and a lamp."""
    call("create_nodes", items=[{"name": "Body"}, {"name": "Arm", "parent_id": "Body"}])
    call("create_lights", items=[{"name": "Lamp", "kind": "point"}])
    call("save_file", path=path_of(call, "hero.ma"))
    call("new_file")
    call.python(f"cmds.file({path_of(call, 'hero.ma')!r}, reference=True, namespace='hero')")
    return call


def test_what_is_referenced_is_changed_here_and_not_renamed_torn_apart_or_deleted(shot: Any) -> None:
    (item,) = shot("update_nodes", items=[{"ids": ["hero:Body"], "position": [1, 2, 3]}])["items"]
    assert item["position"] == [1, 2, 3]
    for operation, arguments in (
        ("delete_nodes", {"ids": ["hero:Body"]}),
        ("rename", {"items": [{"id": "hero:Body", "name": "Mine"}]}),
        ("set_parent", {"items": [{"id": "hero:Arm", "parent_id": None}]}),
        ("update_lights", {"items": [{"ids": ["hero:Lamp"], "kind": "spot"}]}),
    ):
        error = shot.fails("conflict", operation, **arguments)
        assert error.details["file"].endswith("hero.ma"), operation
        assert "importReference" in error.suggestions[1]
    assert shot.python("cmds.ls('hero:*', type='transform', long=True)") == [
        "|hero:Body",
        "|hero:Body|hero:Arm",
        "|hero:Lamp",
    ]


def test_what_is_at_the_top_of_its_file_goes_below_nodes_of_this_scene(shot: Any) -> None:
    shot("create_nodes", items=[{"name": "Cast"}])
    shot("set_parent", items=[{"id": "hero:Body", "parent_id": "Cast"}])
    assert shot.python("cmds.ls('hero:Arm', long=True)") == ["|Cast|hero:Body|hero:Arm"]


def test_a_reference_whose_file_is_gone_is_named(shot: Any) -> None:
    shot("save_file", path=path_of(shot, "shot.ma"))
    (shot.host.home / "hero.ma").unlink()
    error = shot.fails("handler_error", "open_file", path=path_of(shot, "shot.ma"))
    assert "hero.ma" in str(error)
    shot("new_file")
    assert shot("list_nodes")["total"] == 0


# Names and units


def test_a_name_without_its_namespace_is_answered_with_the_whole_one(call: Any) -> None:
    call.python("cmds.namespace(add='hero')\ncmds.namespace(add='left', parent='hero')")
    (made,) = call("create_nodes", items=[{"name": "hero:left:hand"}])["ids"]
    assert "hero:left:hand" in call.fails("not_found", "get_nodes", ids=["hand"]).suggestions
    assert call("get_nodes", ids=[":hero:left:hand"])["items"][0]["id"] == made
    (other,) = call("create_nodes", items=[{"name": "hand"}])["items"]
    assert other["name"] == "hand"
    assert call("get_nodes", ids=["hand"])["items"][0]["id"] == other["id"], "the one of no namespace"


def test_metres_and_a_scene_in_inches_are_not_mistaken_for_each_other(call: Any) -> None:
    call.python("cmds.currentUnit(linear='in')")
    (item,) = call("create_nodes", items=[{"name": "Far", "position": [2.54, 0, 0]}], convention="gltf")["items"]
    assert item["position"] == pytest.approx([2.54, 0, 0])
    assert call.python("cmds.getAttr('Far.translateX')") == pytest.approx(100)
    assert call("get_nodes", ids=["Far"])["items"][0]["position"] == pytest.approx([254, 0, 0])
    call.fails("invalid_params", "create_nodes", items=[{"name": "Off", "position": [1, 0, 0]}], convention="inches")


def test_a_rate_that_maya_has_not_is_answered_with_the_nearest(call: Any) -> None:
    only = call("list_render_settings")["items"][0]["id"]
    error = call.fails("invalid_params", "update_render_settings", items=[{"ids": [only], "fps": 26}])
    assert error.suggestions[0] == "25"
    assert call.python("cmds.currentUnit(query=True, time=True)") == "film"


# Plug-ins that are not there


@pytest.fixture
def without_arnold(call: Any) -> Iterator[None]:
    """A machine that Arnold is not installed on."""
    call.python("from maya_double import plugins\nplugins.KNOWN.discard('mtoa')")
    call.python("cmds.unloadPlugin('mtoa') if cmds.pluginInfo('mtoa', query=True, loaded=True) else None")
    yield
    call.python("from maya_double import plugins\nplugins.KNOWN.add('mtoa')")


@pytest.mark.usefixtures("without_arnold")
def test_what_needs_a_plugin_that_is_not_there_is_told_by_its_name(call: Any) -> None:
    error = call.fails("not_supported", "create_environments", items=[{"name": "Sky"}])
    assert "mtoa" in str(error)
    assert (call("list_environments")["items"], call("list_nodes")["items"]) == ([], [])
    error = call.fails("python_error", "execute_python", code="cmds.loadPlugin('mtoa')")
    assert "mtoa" in str(error)


@pytest.mark.usefixtures("without_arnold")
def test_nodes_of_a_plugin_that_is_not_there_stay_in_the_file(call: Any) -> None:
    call("create_nodes", items=[{"name": "Known"}])
    call("create_lights", items=[{"name": "Sky", "kind": "point"}])
    file = Path(call.host.home / "arnold.ma")
    call("save_file", path=path_of(call, "arnold.ma"))
    file.write_text(file.read_text().replace("pointLight", "aiSkyDomeLight"))
    call("open_file", path=path_of(call, "arnold.ma"))
    types = {item["name"]: item["type"] for item in call("list_nodes")["items"]}
    assert types == {"Known": "empty", "Sky": "empty"}
    call("create_nodes", items=[{"name": "New"}])
    error = call.fails("handler_error", "save_file", path=path_of(call, "arnold.mb"))
    assert "unknown nodes" in str(error)
    call("save_file")
    assert "aiSkyDomeLight" in file.read_text()


# Work that is not saved


def test_unsaved_work_is_kept_in_the_format_that_it_has(call: Any) -> None:
    call("create_nodes", items=[{"name": "Saved"}])
    call("save_file", path=path_of(call, "work.mb"))
    call("create_nodes", items=[{"name": "Unsaved"}])
    kept = call("open_file", path=path_of(call, "work.mb"))["unsaved_changes_kept_in"]
    assert kept.endswith(".mb")
    assert [item["name"] for item in call("list_nodes")["items"]] == ["Saved"]
    call("open_file", path=kept)
    assert sorted(item["name"] for item in call("list_nodes")["items"]) == ["Saved", "Unsaved"]


@pytest.fixture
def without_files(call: Any) -> Iterator[Any]:
    """A host whose owner lets clients neither read nor write files."""
    allow = "import scenewire\nscenewire.configure(allow_files={})['policy']['allow_files']"
    call("create_nodes", items=[{"name": "Saved"}])
    call("save_file", path=path_of(call, "there.ma"))
    call("create_nodes", items=[{"name": "Unsaved"}])
    assert call.python(allow.format(False)) is False
    yield call
    call.python(allow.format(True))


def test_an_owner_s_refusal_leaves_unsaved_work_open(without_files: Any) -> None:
    call = without_files
    for operation in ("open_file", "save_file"):
        error = call.fails("permission_denied", operation, path=path_of(call, "there.ma"))
        assert "owner" in error.suggestions[0]
    assert call.python("[cmds.ls('Unsaved'), cmds.file(query=True, modified=True)]") == [["Unsaved"], True]


# Code


@pytest.mark.parametrize("code", ["cmds.quit(force=True)", "from maya import cmds as c\nc.quit()"])
def test_code_does_not_end_maya(call: Any, code: str) -> None:
    error = call.fails("permission_denied", "execute_python", code=code)
    assert error.details["call"].endswith("cmds.quit")
    assert call.python("1 + 1") == 2


def test_what_came_with_maya_is_imported_wherever_projects_are(call: Any) -> None:
    """A module below Maya's own folder that nothing has loaded."""
    roots = "import scenewire\nbool(scenewire.configure(roots={!r}))"
    call.python(roots.format([path_of(call, "")]))
    code = "import os\n" + (
        "from importlib import import_module\nfrom glob import glob\n"
        "folder = os.environ['MAYA_LOCATION']\n"
        "import maya_window.modules as found\nfound.__file__.startswith(folder)"
    )
    try:
        assert call.python(code) is True
    finally:
        call.python(roots.format([]))
