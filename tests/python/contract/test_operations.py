"""A project's own operations: found, described, validated, undone, rolled back and batched as any other."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from .scripts import edited, inside

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "studio_tools.py"
#: What cannot be an operation, and a part of the sentence that says so.
WRONG = {
    "def f(a):\n    'Doc.'": "`a`: expected an annotation",
    "def f(*a: int):\n    'Doc.'": "a parameter that has a name",
    "def f(a: int, /):\n    'Doc.'": "a parameter that has a name",
    "def f(a: bytes):\n    'Doc.'": "`bytes`: expected bool, int",
    "def f(a: 'set[int]'):\n    'Doc.'": "expected bool, int",
    "def f(a: Literal[1, 2]):\n    'Doc.'": "expected bool, int",
    "def f(a: 'Nowhere'):\n    'Doc.'": "cannot be read: NameError",
    "def f(a: list[Optional[int]]):\n    'Doc.'": "items that are all of one kind",
    "def f(a: int = 'x'):\n    'Doc.'": "a default that fits",
    "def f(a: int):\n    pass": "no docstring",
    "def f(a: int) -> set:\n    'Doc.'": "what it returns",
    "def createLight(a: int):\n    'Doc.'": "no name of an operation",
}
HEAD = "import scenewire\nfrom typing import Any, Literal, Optional, TypedDict\n"


@pytest.fixture
def project(scripts: Path) -> Path:
    """A folder with the module of the docs."""
    shutil.copy(EXAMPLE, scripts)
    return scripts


def objects(call: Any) -> list[str]:
    names: list[str] = call.python("import bpy; sorted(o.name for o in bpy.data.objects)")
    return names


def test_the_example_of_the_docs_is_an_operation(call: Any, project: Path) -> None:
    call.fails("unknown_operation", "scatter_pebbles", count=1)
    told = call("import_module", path=inside(call, project), module="studio_tools")
    assert told["operations"] == ["count_pebbles", "scatter_pebbles"]
    before = objects(call)
    result = call("scatter_pebbles", count=3, size={"least": 0.5}, names=["C", "A", "B"], row="y")
    assert result["value"] == ["C", "A", "B"]
    places = "[[round(v, 3) for v in (*bpy.data.objects[n].location, bpy.data.objects[n].scale.z)] for n in 'CB']"
    assert call.python(f"import bpy; {places}") == [[0, 0, 0, 0.5], [0, 2, 0, 0.833]]
    assert call("count_pebbles", beginning="C")["value"]["C"] == 1
    call("scatter_pebbles", count=2, size={"least": 0.5})
    assert call("undo")["undone"] == 1
    assert objects(call) == sorted([*before, "A", "B", "C"])
    (found, *_) = call("list_project_operations", query="pebbles in a row")["items"]
    assert (found["operation"], found["module"], found["effect"]) == ("scatter_pebbles", "studio_tools", "edit")
    assert found["description"].startswith("Puts pebbles in a row")
    assert found["input_schema"]["required"] == ["count", "size"]
    assert found["input_schema"]["properties"]["row"]["enum"] == ["x", "y"]
    assert found["input_schema"]["properties"]["count"]["description"] == "How many pebbles."
    call("scatter_pebbles", **found["example"])
    (one, *_) = call("describe_api", query="studio_tools.scatter_pebbles")["matches"]
    assert (one["kind"], "count: " in one["signature"]) == ("operation", True)


def test_wrong_arguments_are_refused_and_a_failure_is_taken_back(call: Any, project: Path) -> None:
    call("import_module", path=inside(call, project), module="studio_tools")
    before = objects(call)
    good: dict[str, Any] = {"count": 2, "size": {"least": 1}}
    for wrong, path in (
        ({"count": "2"}, "count"),
        ({"row": "z"}, "row"),
        ({"size": {}}, "size.least"),
        ({"names": ["A", 3]}, "names[1]"),
        ({"cuont": 2}, "cuont"),
        ({"size": {"least": 1, "lest": 2}}, "size.lest"),
    ):
        error = call.fails("invalid_params", "scatter_pebbles", **{**good, **wrong})
        assert error.details["path"] == path
    error = call.fails("python_error", "scatter_pebbles", **{**good, "count": 2000})
    assert "between 1 and 1000" in str(error)
    # Two of three are made, and then a name is missing.
    error = call.fails("python_error", "scatter_pebbles", count=3, size={"least": 1}, names=["A", "B"])
    assert "studio_tools.py" in error.details["traceback"]
    assert objects(call) == before
    error = call.fails("unknown_operation", "scatter_pebble", **good)
    assert error.suggestions[0] == "scatter_pebbles"


def test_it_is_a_step_of_a_batch(call: Any, project: Path) -> None:
    call("import_module", path=inside(call, project), module="studio_tools")
    before = objects(call)
    made = {"operation": "scatter_pebbles", "arguments": {"count": 2, "size": {"least": 1}}, "name": "pebbles"}
    lift = {
        "operation": "update_nodes",
        "arguments": {"items": [{"ids": ["$pebbles.value[1]"], "position": [0, 0, 7]}]},
    }
    call("batch", operations=[made, lift])
    assert call.python("import bpy; bpy.data.objects['Pebble.001'].location.z") == 7
    call("undo")
    call("undo")
    assert objects(call) == before
    broken = {"operation": "scatter_pebbles", "arguments": {"count": 5000, "size": {"least": 1}}}
    call.fails("python_error", "batch", operations=[made, broken])
    assert objects(call) == before
    error = call.fails("invalid_params", "batch", operations=[made, {**broken, "arguments": {"count": 1}}])
    assert error.details["path"] == "operations[1].arguments.size"


def test_what_cannot_be_validated_is_not_imported(call: Any, project: Path) -> None:
    path = project / "studio_wrong.py"
    call("import_module", path=inside(call, project), module="studio_tools")
    for body, said in WRONG.items():
        edited(path, f"{HEAD}@scenewire.operation\n{body}\n")
        error = call.fails("invalid_params", "import_module", path=inside(call, path))
        assert said in str(error), body
        assert not call.python("import sys; 'studio_wrong' in sys.modules")
    edited(path, f"{HEAD}@scenewire.operation\ndef create_lights(a: int):\n    'Doc.'\n")
    error = call.fails("conflict", "import_module", path=inside(call, path))
    assert "`create_lights`" in str(error)
    edited(path, f"{HEAD}@scenewire.operation\ndef count_pebbles(a: int):\n    'Doc.'\n")
    assert "studio_wrong.py" in str(call.fails("conflict", "import_module", path=inside(call, path)))
    names = [one["operation"] for one in call("list_project_operations")["items"]]
    assert names == ["count_pebbles", "scatter_pebbles"]


SHAPES = """
class Step(TypedDict):
    name: str
    width: float

@scenewire.operation(effect="read")
def echo_shapes(flag: bool, steps: list[Step], sizes: dict[str, float], free: Any = None, deep: Optional[dict] = None):
    "Gives what came."
    return [flag, steps, sizes, free, deep, [type(size).__name__ for size in sizes.values()]]

@scenewire.operation
def promise_numbers(given: Any) -> list[int]:
    "Gives what it got, and promises numbers."
    import bpy
    bpy.context.scene.collection.objects.link(bpy.data.objects.new("Promised", None))
    return given
"""


READERS = """
import bpy

@scenewire.operation(effect="read")
def read_or_write(how: str) -> int:
    "Looks at the scene, and writes to it as it is told."
    scene = bpy.context.scene
    node = bpy.data.objects["Watched"]
    if how == "look":
        node.evaluated_get(bpy.context.evaluated_depsgraph_get()).matrix_world.copy()
        scene.frame_set(scene.frame_current + 5)
        scene.frame_set(scene.frame_current - 5)
    elif how == "raise":
        node.location.x = 7
        raise ValueError("half-way")
    else:
        exec(how)
    return len(bpy.data.objects)
"""
#: Ways to break the promise, and the word that tells of it.
BROKEN = {
    "node.location.x = 3": "dependency graph",
    "node.name = 'Other'": "dependency graph",
    "bpy.data.objects.remove(node)": "data-blocks",
    "bpy.data.materials.new('Stray')": "data-blocks",
    "scene.render.resolution_x += 10": "dependency graph",
    "node.select_set(not node.select_get())": "dependency graph",
    "node['mark'] = 3": "custom properties",
    "scene.frame_set(scene.frame_current + 1)": "the current frame",
    "scene.timeline_markers.new('M', frame=3)": "markers",
    "bpy.ops.object.duplicate()": "data-blocks",
}
STATE = """
import bpy
o, s = bpy.data.objects.get("Watched"), bpy.context.scene
[sorted(bpy.data.objects.keys()), sorted(bpy.data.materials.keys()), s.frame_current, s.render.resolution_x,
 len(s.timeline_markers), o and [o.select_get(), list(o.location), sorted(o.keys())]]
"""


def test_what_says_that_it_only_reads_and_writes_is_found_out(call: Any, project: Path) -> None:
    path = project / "studio_readers.py"
    edited(path, HEAD + READERS)
    call("import_module", path=inside(call, path))
    call("create_nodes", items=[{"name": "Watched"}])
    call("select", ids=["Watched"])
    before = call.python(STATE)
    revision = call("get_status")["revision"]
    assert call("read_or_write", how="look")["value"] == len(before[0])
    assert call("get_status")["revision"] == revision
    for how, said in BROKEN.items():
        error = call.fails("handler_error", "read_or_write", how=how)
        assert any(said in what for what in error.details["changed"]), (how, error.details)
        assert 'effect="edit"' in error.suggestions[0]
        assert "roll_back_failed" not in error.details
        assert call.python(STATE) == before, how
    call.fails("python_error", "read_or_write", how="raise")
    assert call.python(STATE) == before, "what fails by itself is taken back too"
    reads = {"operation": "read_or_write", "arguments": {"how": "look"}}
    lies = {"operation": "read_or_write", "arguments": {"how": "node['mark'] = 1"}}
    assert "changed" in call.fails("handler_error", "batch", operations=[reads, lies]).details
    call.fails("handler_error", "batch", operations=[{"operation": "create_nodes", "arguments": {"items": [{}]}}, lies])
    assert call.python(STATE) == before, "a batch is whole or nothing"
    call("create_nodes", items=[{"name": "Last"}])
    call("read_or_write", how="look")
    call.fails("handler_error", "read_or_write", how="node.location.x = 3")
    assert call("undo")["names"] == ["Create nodes"], "neither has made a step"


def test_shapes_promises_and_reloading(call: Any, project: Path) -> None:
    path = project / "studio_shapes.py"
    edited(path, HEAD + SHAPES)
    call("import_module", path=inside(call, path))
    given: dict[str, Any] = {"flag": True, "steps": [{"name": "a", "width": 2}], "sizes": {"a": 1, "b": 2.5}}
    value = call("echo_shapes", **given, free=[None, "x"])["value"]
    assert value == [True, [{"name": "a", "width": 2}], {"a": 1, "b": 2.5}, [None, "x"], None, ["float", "float"]]
    error = call.fails("invalid_params", "echo_shapes", **{**given, "sizes": {"a": "wide"}})
    assert (error.details["path"], error.details["expected"]) == ("sizes.a", "a number")
    error = call.fails("invalid_params", "echo_shapes", **{**given, "steps": [{"name": "a"}]})
    assert error.details["path"] == "steps[0].width"
    assert call("promise_numbers", given=[1, 2])["value"] == [1, 2]
    call("undo")
    error = call.fails("handler_error", "promise_numbers", given=["x"])
    assert "does not promise" in str(error)
    assert "Promised" not in objects(call)
    edited(
        path, HEAD + SHAPES.replace("flag: bool", "flag: Literal['on', 'off']").partition("@scenewire.operation\n")[0]
    )
    assert call("reload_modules")["operations"] == ["echo_shapes"]
    error = call.fails("invalid_params", "echo_shapes", **given)
    assert error.details["path"] == "flag"
    assert call("echo_shapes", **{**given, "flag": "on"})["value"][0] == "on"
    call.fails("unknown_operation", "promise_numbers", given=[])
    edited(path, HEAD + SHAPES.replace("flag: bool", "flag: bytes"))
    call.fails("invalid_params", "reload_modules")
    assert call("echo_shapes", **{**given, "flag": "off"})["value"][0] == "off"
