"""What a scene has exactly one of: it is updated, and neither created nor deleted. Generated from the catalogue, like
`test_entities.py`.
"""

from __future__ import annotations

from typing import Any

import pytest
from scenewire.errors import SceneWireError

from .catalogue import entities
from .every import GONE, gone, passed, stage_of

pytestmark = pytest.mark.apps("blender", "usd", "maya")

ONE_EACH = [plural for plural, entity in entities().items() if entity.singleton]
every_singleton = pytest.mark.parametrize("plural", ONE_EACH)


@every_singleton
def test_create_and_delete_answer_singleton_and_do_nothing(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    only = stage.only()
    before, census = stage.read(only), stage.census()
    for operation, arguments in (
        (f"create_{plural}", {"items": [{}]}),
        (f"delete_{plural}", {"ids": [only]}),
    ):
        error = call.fails("singleton", operation, **arguments)
        assert any(f"update_{plural}" in hint for hint in error.suggestions)
    assert stage.differences(stage.read(only), before) == {}
    assert stage.census() == census
    passed(call, stage.entity, "create", "delete")


@every_singleton
@pytest.mark.apps("usd", "maya")
def test_list_gives_the_only_one(call: Any, plural: str) -> None:
    (item,) = call(f"list_{plural}")["items"]
    assert (item["id"], item["active"]) == (stage_of(call, plural).only(), True)
    passed(call, entities()[plural], "list")


@every_singleton
@pytest.mark.apps("blender")
def test_list_gives_that_of_each_scene(call: Any, plural: str) -> None:
    only = stage_of(call, plural).only()
    call.python("import bpy; bpy.data.scenes.new('Second')")
    try:
        listed = call(f"list_{plural}")
        assert listed["total"] == 2
        assert {item["id"]: item["active"] for item in listed["items"]}[only] is True
        assert [item["name"] for item in listed["items"] if not item["active"]] == ["Second"]
        (first,) = call(f"list_{plural}", limit=1)["items"]
        page = call(f"list_{plural}", limit=1, cursor=call(f"list_{plural}", limit=1)["next_cursor"])
        assert {first["id"], page["items"][0]["id"]} == {item["id"] for item in listed["items"]}
    finally:
        call.python("import bpy; bpy.data.scenes.remove(bpy.data.scenes['Second'])")
    passed(call, entities()[plural], "list")


@every_singleton
def test_undo_and_redo_restore_each_field(call: Any, plural: str) -> None:
    stage = stage_of(call, plural)
    item = stage.create(0)
    whole = stage.read(item["id"])
    for name, field in stage.writable.items():
        call(f"update_{plural}", items=[{"ids": [item["id"]], name: stage.value(field, 1)}])
        changed = stage.read(item["id"])
        call("undo")
        assert stage.differences(stage.read(item["id"]), whole) == {}, f"undo of {name}"
        call("redo")
        assert stage.differences(stage.read(item["id"]), changed) == {}, f"redo of {name}"
        call("undo")


@every_singleton
def test_ids_that_lead_nowhere_are_told(call: Any, plural: str) -> None:
    only = stage_of(call, plural).only()
    for reference in ("nobody", "node_7_999999", f"{only}9"):
        assert gone(call, plural, reference)
        with pytest.raises(SceneWireError) as error:
            call(f"update_{plural}", items=[{"ids": [reference], "metadata": {}}])
        assert error.value.error_code in GONE
