"""Who lies in groups, changed without saying again who does so far."""

from __future__ import annotations

from typing import Any

import pytest

#: Members of every collection and of the scene's root, and which collections lie in which, as Blender has them.
LOOK = """
import bpy
root = bpy.context.scene.collection
{"root": sorted(o.name for o in root.objects),
 **{c.name: sorted(o.name for o in c.objects) for c in bpy.data.collections},
 "in": {c.name: sorted(i.name for i in c.children) for c in [root, *bpy.data.collections] if len(c.children)}}
"""


@pytest.fixture
def camp(call: Any) -> Any:
    """Three nodes, of which two lie in the first of two groups."""
    call("create_nodes", items=[{"name": name} for name in ("Tent", "Fire", "Axe")])
    call("create_groups", items=[{"name": "Camp", "object_ids": ["Tent", "Fire"]}, {"name": "Tools"}])
    return call


def look(call: Any) -> dict[str, Any]:
    """What Blender itself says."""
    found: dict[str, Any] = call.python(LOOK)
    return found


def test_nodes_are_added_and_those_that_lie_there_stay(camp: Any) -> None:
    (told,) = camp("edit_groups", operation="add", items=[{"group_id": "Camp", "object_ids": ["Axe", "Tent"]}])["items"]
    assert len(told["object_ids"]) == 3
    assert look(camp)["Camp"] == ["Axe", "Fire", "Tent"]
    assert look(camp)["root"] == []
    camp("edit_groups", operation="add", items=[{"group_id": "Tools", "object_ids": ["Axe"]}])
    assert (look(camp)["Camp"], look(camp)["Tools"]) == (["Axe", "Fire", "Tent"], ["Axe"]), "it lies in both"


def test_nodes_are_taken_out_and_lie_in_the_scene_again(camp: Any) -> None:
    camp("edit_groups", operation="add", items=[{"group_id": "Tools", "object_ids": ["Fire"]}])
    (told,) = camp("edit_groups", operation="remove", items=[{"group_id": "Camp", "object_ids": ["Fire"]}])["items"]
    assert len(told["object_ids"]) == 1
    assert (look(camp)["Camp"], look(camp)["Tools"], look(camp)["root"]) == (["Tent"], ["Fire"], ["Axe"])
    camp("edit_groups", operation="remove", items=[{"group_id": "Camp"}])
    assert (look(camp)["Camp"], look(camp)["root"]) == ([], ["Axe", "Tent"])


def test_nodes_are_moved_from_group_to_group(camp: Any) -> None:
    item = {"group_id": "Camp", "object_ids": ["Fire"], "target_group_id": "Tools"}
    (told,) = camp("edit_groups", operation="move", items=[item])["items"]
    assert (len(told["object_ids"]), len(told["target_object_ids"])) == (1, 1)
    # Looking is a command of its own, which would be what is undone next.
    assert camp("undo")["undone"] == 1
    assert (look(camp)["Camp"], look(camp)["Tools"]) == (["Fire", "Tent"], [])
    camp("edit_groups", operation="move", items=[item])
    assert (look(camp)["Camp"], look(camp)["Tools"], look(camp)["root"]) == (["Tent"], ["Fire"], ["Axe"])
    camp("edit_groups", operation="move", items=[{"group_id": "Camp", "target_group_id": "Tools"}])
    assert (look(camp)["Camp"], look(camp)["Tools"]) == ([], ["Fire", "Tent"])


def test_groups_are_put_into_groups_and_out_again(camp: Any) -> None:
    (told,) = camp("edit_groups", operation="nest", items=[{"group_id": "Tools", "target_group_id": "Camp"}])["items"]
    assert told["parent_id"] == camp("list_groups", filters={"name": "Camp"})["items"][0]["id"]
    assert look(camp)["in"]["Camp"] == ["Tools"]
    (told,) = camp("edit_groups", operation="nest", items=[{"group_id": "Tools", "target_group_id": None}])["items"]
    assert told["parent_id"] is None
    assert "Camp" not in look(camp)["in"]


def test_the_reference_calls_it_otherwise(camp: Any) -> None:
    items = [{"groupId": "Camp", "objectIds": ["Fire"], "targetGroupId": "Tools"}]
    camp("performGroupOperations", operation="move", items=items)
    assert (look(camp)["Camp"], look(camp)["Tools"]) == (["Tent"], ["Fire"])


@pytest.mark.parametrize(
    ("code", "operation", "item", "word"),
    [
        ("invalid_params", "add", {}, "object_ids"),
        ("invalid_params", "add", {"object_ids": ["Axe"], "target_group_id": "Tools"}, "target_group_id"),
        ("invalid_params", "move", {"object_ids": ["Fire"]}, "target_group_id"),
        ("invalid_params", "move", {"object_ids": ["Fire"], "target_group_id": None}, "another group"),
        ("invalid_params", "move", {"object_ids": ["Fire"], "target_group_id": "Camp"}, "another group"),
        ("invalid_params", "nest", {"object_ids": ["Fire"], "target_group_id": "Tools"}, "object_ids"),
        ("invalid_params", "nest", {}, "target_group_id"),
        ("invalid_params", "nest", {"target_group_id": "Camp"}, "itself"),
        ("invalid_params", "steal", {"object_ids": ["Fire"]}, "move"),
        ("not_found", "remove", {"object_ids": ["Axe"]}, "Fire"),
        ("not_found", "add", {"object_ids": ["Axx"]}, "Axe"),
        ("not_found", "nest", {"target_group_id": "Toolz"}, "Tools"),
    ],
)
def test_what_makes_no_sense_changes_nothing(camp: Any, code: str, operation: str, item: Any, word: str) -> None:
    before = look(camp)
    good = {"group_id": "Camp", "object_ids": ["Axe"]} if operation == "add" else None
    items = [*([good] if good else []), {"group_id": "Camp", **item}]
    error = camp.fails(code, "edit_groups", operation=operation, items=items)
    assert word in f"{error} {error.details} {error.suggestions}"
    assert look(camp) == before


def test_a_group_does_not_come_to_lie_in_what_lies_in_it(camp: Any) -> None:
    camp("edit_groups", operation="nest", items=[{"group_id": "Tools", "target_group_id": "Camp"}])
    error = camp.fails(
        "invalid_params", "edit_groups", operation="nest", items=[{"group_id": "Camp", "target_group_id": "Tools"}]
    )
    assert error.details["path"] == "target_group_id"
