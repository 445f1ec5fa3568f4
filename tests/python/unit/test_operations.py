"""A project's own operations in a host that is no application: the same functions, rules and errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

MODULE = """
from __future__ import annotations
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Optional, TypedDict
import scenewire

@dataclass
class Size:
    width: float
    tags: list[str] = field(default_factory=list)

class Spot(TypedDict, total=False):
    x: float

@scenewire.operation
def add_node(
    name: Annotated[str, "What it is called."], size: Size, spots: Optional[list[Spot]] = None, job: Any = None
) -> dict[str, Any]:
    "Adds a node to the double."
    adapter = __import__("sys").modules["__main__"].adapter
    adapter.scene["nodes"][name] = size.width
    print("added", name, type(size).__name__, len(spots or []), job.remaining() > 0)
    if name == "bad":
        raise RuntimeError("no such name")
    return {"nodes": sorted(adapter.scene["nodes"])}

@scenewire.operation(effect="read", timeout=0.5)
def spin(way: Literal["left", "right"] = "left"):
    "Turns for ever."
    while True:
        pass
"""

SCRIPT = """
import scenewire
from scenewire import errors, projects
from double import Double

adapter = Double()
scenewire.start(adapter, allow_python={allowed})
told = projects.import_module({path!r})
assert told["operations"] == ["add_node", "spin"], told
client = scenewire.connect()

def fails(code, operation, arguments):
    try:
        client.call(operation, arguments)
    except errors.SceneWireError as error:
        assert error.error_code == code, (error.error_code, error)
        return error
    raise AssertionError(operation)
"""

CALLS = """
done = client.call("add_node", {"name": "a", "size": {"width": 1}, "spots": [{}, {"x": 2}]}).value
assert done == {"value": {"nodes": ["a"]}, "stdout": "added a Size 2 True\\n", "stderr": ""}, done
assert adapter.changes == 1
assert fails("invalid_params", "add_node", {"name": "b"}).details["path"] == "size"
wrong = {"name": "b", "size": {"width": 1, "tags": [2]}}
assert fails("invalid_params", "add_node", wrong).details["path"] == "size.tags[0]"
assert fails("invalid_params", "add_node", {"name": "b", "size": {"width": 1}, "spots": [{"y": 1}]})
assert "no such name" in str(fails("python_error", "add_node", {"name": "bad", "size": {"width": 1}}))
assert list(adapter.scene["nodes"]) == ["a"], "rolled back"
fails("timed_out", "spin", {})
assert adapter.changes == 1, "what only reads makes no undo step"
(found,) = client.call("list_project_operations", {"query": "turn"}).value["items"]
assert found["operation"] == "spin"
# What says that it reads may be called where only reading is allowed.
scenewire.configure(read_only=True)
fails("permission_denied", "add_node", {"name": "b", "size": {"width": 1}})
fails("timed_out", "spin", {})
"""

REFUSED = """
fails("permission_denied", "spin", {})
fails("permission_denied", "add_node", {"name": "b", "size": {"width": 1}})
assert len(client.call("list_project_operations").value["items"]) == 2
"""


def test_a_double_has_them_too(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "studio_double.py"
    path.write_text(MODULE)
    run(SCRIPT.format(path=str(path), allowed=True) + CALLS)


def test_where_python_is_refused_they_are_too(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "studio_double.py"
    path.write_text(MODULE)
    run(SCRIPT.format(path=str(path), allowed=False) + REFUSED)
