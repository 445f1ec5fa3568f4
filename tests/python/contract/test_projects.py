"""A project's own scripts in the host, and checkpoints: what the host itself says afterwards, and what is refused."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any

import pytest

from .scripts import IMPORT, edited, inside, making, names

pytestmark = pytest.mark.apps("blender", "maya")

TOOLS = "import shared_part\nSIZE = 2\n\ndef double():\n    return SIZE * shared_part.FACTOR\n"
TESTS = """
import unittest
import tools_part


class Sizes(unittest.TestCase):
    def test_double(self):
        self.assertEqual(tools_part.double(), 6)

    def test_wrong(self):
        print("looking")
        self.assertEqual(tools_part.double(), 7, "seven is not it")

    def test_broken(self):
        raise RuntimeError("no way")

    @unittest.skip("later")
    def test_later(self):
        pass

    @unittest.expectedFailure
    def test_known(self):
        self.fail("known")

    def test_parts(self):
        for number in (1, 2, 3):
            with self.subTest(number=number):
                self.assertNotEqual(number, 2)


def test_plain():
{makes}
    assert tools_part.SIZE == 2


def test_fixture(tmp_path):
    assert tmp_path
"""
#: What a test leaves in the scene.
LEFT = "Left_by_a_test"
#: An attribute of what a light shows, and what it says of 12 watts.
LAMP = {"blender": ("data.energy", 12), "maya": ("intensity", 12 * 10_000 / math.pi)}


@pytest.fixture
def project(call: Any, scripts: Path) -> Path:
    """A folder with a module that imports another one, and tests."""
    (scripts / "tests").mkdir()
    (scripts / "tools_part.py").write_text(f"{IMPORT[call.host.app]}\n{TOOLS}")
    (scripts / "shared_part.py").write_text("FACTOR = 3\n")
    (scripts / "tests" / "test_tools.py").write_text(TESTS.replace("{makes}", making(call, LEFT, "    ")))
    return scripts


def test_a_module_is_imported_and_read_again(call: Any, project: Path) -> None:
    told = call("import_module", path=inside(call, project), module="tools_part")
    assert (told["module"], told["already_imported"]) == ("tools_part", False)
    assert {"SIZE", "double"} <= set(told["names"])
    assert told["file"] == inside(call, project / "tools_part.py")
    assert call.python("import tools_part; tools_part.double()") == 6
    assert call("import_module", path=inside(call, project / "tools_part.py"))["already_imported"] is True
    edited(project / "shared_part.py", "FACTOR = 5\nprint('read again')\n")
    edited(project / "tools_part.py", TOOLS.replace("SIZE = 2", "from shared_part import FACTOR\nSIZE = FACTOR"))
    assert call.python("import tools_part; tools_part.double()") == 6
    told = call("reload_modules", path=inside(call, project))
    assert {one["module"] for one in told["modules"]} == {"tools_part", "shared_part"}
    assert told["stdout"] == "read again\n"
    assert call.python("import tools_part; tools_part.double()") == 25


def test_a_module_that_other_code_imported_is_read_again(call: Any, project: Path) -> None:
    folder = inside(call, project)
    call("execute_python", code=f"import sys\nsys.path.insert(0, {folder!r})\nimport tools_part")
    assert call("import_module", path=folder, module="tools_part")["already_imported"] is True
    edited(project / "tools_part.py", "SIZE = 7\n")
    assert [one["module"] for one in call("reload_modules")["modules"]] == ["tools_part"]
    assert call.python("import tools_part; tools_part.SIZE") == 7


def test_a_failing_import_or_reload_leaves_the_modules_as_they_were(call: Any, project: Path) -> None:
    (project / "broken_part.py").write_text(f"import shared_part\n{making(call, 'Half')}1 / 0\n")
    error = call.fails("python_error", "import_module", path=inside(call, project), module="broken_part")
    assert error.details["line"] == 4
    assert "broken_part.py" in error.details["traceback"]
    assert "importlib" not in error.details["traceback"]
    assert call.python("import sys; [n in sys.modules for n in ('broken_part', 'shared_part')]") == [False, False]
    assert "Half" not in names(call)
    assert not call.python("import sys; any(p.endswith('project') for p in sys.path)")
    (project / "broken_part.py").write_text("def nothing(:\n    pass\n")
    error = call.fails("syntax_error", "import_module", path=inside(call, project), module="broken_part")
    assert error.details["line"] == 1
    call("import_module", path=inside(call, project), module="tools_part")
    edited(project / "shared_part.py", "FACTOR = 100\n")
    edited(project / "tools_part.py", "SIZE = 9\nNEW = 1\nraise ValueError('not today')\n")
    call.fails("python_error", "reload_modules")
    code = "import tools_part, shared_part; [tools_part.double(), shared_part.FACTOR, hasattr(tools_part, 'NEW')]"
    assert call.python(code) == [6, 3, False]


def test_what_cannot_be_imported(call: Any, project: Path) -> None:
    path = inside(call, project)
    error = call.fails("not_found", "import_module", path=path, module="tols_part")
    assert "tools_part" in error.suggestions
    call.fails("invalid_params", "import_module", path=path)
    call.fails("invalid_params", "import_module", path=path, module="../tools_part")
    call.fails("invalid_params", "import_module", path=inside(call, project / "tools_part.py"), module="other")
    (project / "notes.txt").write_text("no module")
    call.fails("invalid_params", "import_module", path=inside(call, project / "notes.txt"))
    call.fails("file_not_found", "import_module", path=inside(call, project / "none.py"))
    call.fails("permission_denied", "import_module", path="/etc", module="passwd")
    call.fails("permission_denied", "run_tests", path="/etc")
    (project / "json.py").write_text("MINE = 1\n")
    error = call.fails("conflict", "import_module", path=path, module="json")
    assert "rename" in str(error.suggestions)
    call.fails("not_found", "reload_modules")


def test_tests_are_told_one_by_one_and_what_they_did_is_taken_back(call: Any, project: Path) -> None:
    before = names(call)
    call("import_module", path=inside(call, project), module="tools_part")
    told = call("run_tests", path=inside(call, project / "tests"))
    outcomes = {one["name"].rpartition(".")[2]: one["outcome"] for one in told["tests"] if "number=" not in one["name"]}
    assert outcomes == {
        "test_double": "passed",
        "test_wrong": "failed",
        "test_broken": "error",
        "test_later": "skipped",
        "test_known": "expected_failure",
        "test_plain": "passed",
        "test_fixture": "skipped",
    }
    (part,) = [one for one in told["tests"] if "number=" in one["name"]]
    assert (part["outcome"], "number=2" in part["name"]) == ("failed", True)
    assert (told["passed"], told["failed"], told["skipped"]) == (2, 3, 2)
    wrong = next(one for one in told["tests"] if one["name"].endswith("test_wrong"))
    assert "seven is not it" in wrong["message"]
    assert "test_tools.py" in wrong["traceback"]
    assert "unittest" not in wrong["traceback"]
    assert told["stdout"] == "looking\n"
    assert all(one["seconds"] >= 0 for one in told["tests"])
    assert names(call) == before
    assert call.python("import sys; 'test_tools' in sys.modules") is False
    edited(project / "tests" / "test_tools.py", "def test_other():\n    pass\n")
    assert [one["name"] for one in call("run_tests", path=inside(call, project / "tests"))["tests"]] == [
        "test_tools.test_other"
    ]


def test_only_some_tests_and_changes_that_stay(call: Any, project: Path) -> None:
    call("import_module", path=inside(call, project), module="tools_part")
    path = inside(call, project / "tests" / "test_tools.py")
    told = call("run_tests", path=path, names=["test_plain", "*test_double"], keep_changes=True)
    assert sorted(one["name"] for one in told["tests"]) == ["test_tools.Sizes.test_double", "test_tools.test_plain"]
    assert call("undo")["undone"] == 1
    assert call("list_nodes", filters={"name": "Left*"})["total"] == 0
    call("redo")
    assert LEFT in names(call)
    error = call.fails("not_found", "run_tests", path=path, names=["test_plian"])
    assert "test_plian" in str(error)
    call.fails("not_found", "run_tests", path=inside(call, project / "tests"), pattern="check*.py")
    (project / "tests" / "test_tools.py").write_text("import nothing_like_it\n")
    (one,) = call("run_tests", path=path)["tests"]
    assert (one["name"], one["outcome"]) == ("test_tools", "error")
    assert "nothing_like_it" in one["message"]


def test_tests_that_do_not_end_are_stopped(call: Any, project: Path) -> None:
    path = project / "tests" / "test_tools.py"
    path.write_text("def test_forever():\n    while True:\n        pass\n\ndef test_after():\n    pass\n")
    from scenewire.errors import SceneWireError

    with pytest.raises(SceneWireError) as caught:
        call("run_tests", timeout=1.5, path=inside(call, path))
    assert caught.value.error_code == "timed_out"
    assert call.python("1 + 1") == 2


def test_variables_are_told(call: Any, project: Path) -> None:
    odd = "class Odd:\n    def __repr__(self):\n        raise ValueError\nodd = Odd()"
    code = f"import math\ntotal = 3\nnames = ['a', 'b']\n{odd}"
    call("execute_python", code=code, namespace="work")
    items = {one["name"]: one for one in call("inspect_variables", namespace="work")["items"]}
    assert (items["total"]["type"], items["total"]["value"]) == ("int", 3)
    assert (items["names"]["length"], items["names"]["repr"]) == (2, "['a', 'b']")
    assert "ValueError" in items["odd"]["repr"]
    assert "value" not in items["math"]
    (one,) = call("inspect_variables", namespace="work", names=["tot*"], values=False)["items"]
    assert (one["name"], "value" in one) == ("total", False)
    call("import_module", path=inside(call, project), module="tools_part")
    module = {one["name"]: one for one in call("inspect_variables", module="tools_part")["items"]}
    assert module["SIZE"]["value"] == 2
    error = call.fails("not_found", "inspect_variables", namespace="wrok")
    assert "work" in error.suggestions
    call.fails("not_found", "inspect_variables", module="tools_prat")
    call.fails("invalid_params", "inspect_variables")


def test_properties_of_what_is_below(call: Any) -> None:
    call("create_nodes", items=[{"name": "Top"}, {"name": "Low", "parent_id": "Top"}])
    call("create_lights", items=[{"name": "Lamp", "parent_id": "Low", "intensity": 12}])
    told = call("get_property", items=[{"id": "Top", "property_path": "name"}], recursive=True)["items"]
    assert [one["value"] for one in told] == ["Top", "Low", "Lamp"]
    path, value = LAMP[call.host.app]
    told = call("get_property", items=[{"id": "Lamp", "property_path": path}], recursive=True)["items"]
    assert [one["value"] for one in told] == [pytest.approx(value)]
    assert len(call("get_property", items=[{"id": "Top", "property_path": "name"}])["items"]) == 1


@pytest.mark.apps("blender")
def test_back_to_a_checkpoint(call: Any) -> None:
    folder = call.host.home / "shots"
    folder.mkdir(exist_ok=True)
    path = inside(call, folder / "shot.blend")
    call("create_nodes", items=[{"name": "Kept", "position": [1, 2, 3]}])
    call.python(
        "import bpy\nimage = bpy.data.images.new('Wall', 4, 4)\nimage.use_fake_user = True\nimage.source = 'FILE'\n"
        "image.filepath = '//textures/wall.png'"
    )
    call("save_file", path=path)
    saved = (folder / "shot.blend").read_bytes()
    made = call("create_checkpoint", name="before")
    assert (made["name"], made["file"], made["dropped"]) == ("before", path, [])
    assert call.python("import bpy; bpy.data.filepath") == path
    ((stored),) = (call.host.home / "checkpoints").glob(f"{made['id']}.blend")
    assert (stored.stat().st_size, stored.stat().st_mode & 0o077) == (made["size"], 0)
    call("delete_nodes", ids=["Kept"])
    call("create_nodes", items=[{"name": "Later"}])
    assert next(one["id"] for one in call("list_checkpoints")["items"]) == made["id"]
    scene = call("restore_checkpoint", id="before", timeout=120)
    assert scene["file"] == path
    assert scene["modified"] is True, "what is there is not what the artist's file holds"
    assert os.path.exists(call.host.spec["root"] + scene["unsaved_changes_kept_in"])
    code = "import bpy; [sorted(o.name for o in bpy.data.objects), bpy.data.filepath, bpy.data.images['Wall'].filepath]"
    assert call.python(code) == [["Kept"], path, "//textures/wall.png"]
    assert (folder / "shot.blend").read_bytes() == saved, "the artist's file was written"
    call("create_nodes", items=[{"name": "New"}])
    call("undo")
    assert [item["name"] for item in call("list_nodes")["items"]] == ["Kept"]
    assert call("save_file")["path"] == path
    call.fails("not_found", "restore_checkpoint", id="befor")
    assert call("delete_checkpoints", ids=["before"])["deleted"] == [made["id"]]
    assert not stored.exists()
    call.fails("not_found", "delete_checkpoints", ids=[made["id"]])


@pytest.mark.apps("blender")
def test_checkpoints_are_limited_in_number_and_told_apart(call: Any) -> None:
    call("new_file", timeout=120)
    first = call("create_checkpoint", name="twin")
    assert first["file"] == ""
    call("create_checkpoint", name="twin")
    error = call.fails("ambiguous_name", "restore_checkpoint", id="twin")
    assert first["id"] in error.suggestions
    dropped = [one for _ in range(20) for one in call("create_checkpoint")["dropped"]]
    assert first["id"] in dropped
    items = call("list_checkpoints")["items"]
    assert len(items) == 20
    assert items == sorted(items, key=lambda one: one["id"], reverse=True)
    assert first["id"] not in {one["id"] for one in items}
    scene = call("restore_checkpoint", id=items[-1]["id"], timeout=120)
    assert scene["file"] == ""
    call.fails("invalid_params", "create_checkpoint", name="x" * 200)
    call("delete_checkpoints", ids=[one["id"] for one in items])
    assert call("list_checkpoints")["items"] == []
