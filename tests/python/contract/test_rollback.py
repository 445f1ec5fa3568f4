"""A failure in the middle of any change leaves the scene as it was, as `bpy` sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .digest import DIGEST

# Makes the host's own dispatcher fail right after it has done an operation: everything is changed,
# nothing committed.
SABOTAGE = """
from scenewire.adapters import dispatch
if not hasattr(dispatch, "_whole"):
    dispatch._whole = dispatch.Dispatcher.perform
def perform(self, operation, arguments, job):
    result = dispatch._whole(self, operation, arguments, job)
    if operation == {operation!r}:
        raise RuntimeError("forced by the test")
    return result
dispatch.Dispatcher.perform = perform
"""
REPAIR = """
from scenewire.adapters import dispatch
dispatch.Dispatcher.perform = dispatch._whole
"""
BAD_PARENT = {"name": "Second", "parent_id": "no such node"}
# Each fails in the host after its first half is done.
HALVES: dict[str, dict[str, Any]] = {
    "create_nodes": {"items": [{"name": "First"}, BAD_PARENT]},
    "create_cameras": {"items": [{"name": "First", "active": True}, BAD_PARENT]},
    "create_lights": {"items": [{"name": "First"}, BAD_PARENT]},
    "create_meshes": {
        "items": [
            {"name": "First", "vertices": [[0, 0, 0], [1, 0, 0], [0, 1, 0]], "indices": [0, 1, 2]},
            {"vertices": [[0, 0, 0], [1, 0, 0], [0, 1, 0]], "indices": [0, 1, 2], **BAD_PARENT},
        ]
    },
    "create_primitives": {"items": [{"kind": "cube"}, {"kind": "cube", **BAD_PARENT}]},
    "update_nodes": {"items": [{"ids": ["Body"], "position": [9, 9, 9]}, {"ids": ["Arm"], "parent_id": "nobody"}]},
    "delete_nodes": {"ids": ["Arm", "nobody"]},
    "select": {"ids": ["Arm", "nobody"]},
    "execute_python": {
        "code": "import bpy\nbpy.data.objects.remove(bpy.data.objects['Arm'])\nraise ValueError('half')"
    },
}
TRIANGLE = {"vertices": [[0, 0, 0], [1, 0, 0], [0, 1, 0]], "indices": [0, 1, 2]}
# Each works, and is made to fail at its very end.
WHOLE: dict[str, dict[str, Any]] = {
    "create_nodes": {"items": [{"name": "New"}]},
    "update_nodes": {"items": [{"ids": ["Body"], "position": [9, 9, 9], "visible": False, "metadata": {"a": 1}}]},
    "delete_nodes": {"ids": ["Body"]},
    "create_meshes": {"items": [{"name": "New", **TRIANGLE}]},
    "update_meshes": {"items": [{"ids": ["Skin"], "vertices": [[5, 0, 0], [1, 5, 0], [0, 1, 5]], "name": "Renamed"}]},
    "delete_meshes": {"ids": ["Skin"]},
    "create_materials": {"items": [{"name": "New", "roughness": 0.1}]},
    "update_materials": {"items": [{"ids": ["Brass"], "roughness": 0.1, "base_color": "red"}]},
    "delete_materials": {"ids": ["Brass"]},
    "create_cameras": {"items": [{"name": "New", "active": True}]},
    "update_cameras": {"items": [{"ids": ["Shot"], "focal_length": 99}]},
    "delete_cameras": {"ids": ["Shot"]},
    "create_lights": {"items": [{"name": "New"}]},
    "update_lights": {"items": [{"ids": ["Key"], "intensity": 1, "kind": "sun"}]},
    "delete_lights": {"ids": ["Key"]},
    "create_primitives": {"items": [{"kind": "torus"}, {"kind": "cube"}]},
    "select": {"ids": ["Arm"]},
}


@pytest.fixture
def furnished(call: Any) -> Any:
    """A scene with one of everything, the mesh wearing the material."""
    brass = call("create_materials", items=[{"name": "Brass", "roughness": 0.4}])["ids"][0]
    call("create_nodes", items=[{"name": "Body"}])
    call("create_nodes", items=[{"name": "Arm", "parent_id": "Body", "position": [1, 0, 0]}])
    call("create_meshes", items=[{"name": "Skin", **TRIANGLE, "material_ids": [brass]}])
    call("create_cameras", items=[{"name": "Shot", "active": True}])
    call("create_lights", items=[{"name": "Key", "intensity": 100}])
    call("select", ids=["Skin"])
    return call


@pytest.fixture
def sabotaged(furnished: Any) -> Iterator[Any]:
    """The same; whatever was sabotaged is repaired afterwards."""
    yield furnished
    furnished("execute_python", code=REPAIR)


@pytest.mark.parametrize("operation", HALVES)
def test_half_a_change_leaves_nothing(furnished: Any, operation: str) -> None:
    from scenewire.errors import SceneWireError

    before = furnished.python(DIGEST)
    with pytest.raises(SceneWireError):
        furnished(operation, **HALVES[operation])
    assert furnished.python(DIGEST) == before


@pytest.mark.parametrize("operation", WHOLE)
def test_failure_at_the_end_leaves_nothing(sabotaged: Any, operation: str) -> None:
    sabotaged("execute_python", code=SABOTAGE.format(operation=operation))
    before = sabotaged.python(DIGEST)
    error = sabotaged.fails("handler_error", operation, **WHOLE[operation])
    assert "forced by the test" in f"{error} {error.details}"
    assert sabotaged.python(DIGEST) == before


def test_the_same_calls_work_when_nothing_is_forced(furnished: Any) -> None:
    before = furnished.python(DIGEST)
    for operation in (
        "create_nodes",
        "update_nodes",
        "update_materials",
        "update_lights",
        "create_primitives",
    ):
        furnished(operation, **WHOLE[operation])
    assert furnished.python(DIGEST) != before, "else the tests above would prove nothing"


def test_on_error_continue_keeps_what_worked(call: Any) -> None:
    items = [{"name": "Good"}, BAD_PARENT, {"name": "Also"}]
    result = call("create_nodes", items=items, on_error="continue")
    assert [item["name"] for item in result["items"] if item] == ["Good", "Also"]
    ((index, code),) = [(e["index"], e["error"]["error_code"]) for e in result["errors"]]
    assert (index, code) == (1, "not_found")
    assert sorted(call.python("import bpy; [o.name for o in bpy.data.objects]")) == ["Also", "Good"]
