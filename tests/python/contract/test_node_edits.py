"""Operations on nodes beyond CRUD, and names and metadata, mean the same in every host."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("blender", "usd")


@pytest.fixture
def family(call: Any) -> dict[str, str]:
    """Three nodes, one below the other, and one beside them."""
    call("create_nodes", items=[{"name": "Top", "position": [1, 2, 3]}, {"name": "Beside"}])
    call("create_nodes", items=[{"name": "Mid", "parent_id": "Top", "position": [4, 0, 0]}])
    call("create_nodes", items=[{"name": "Low", "parent_id": "Mid", "visible": False}])
    return {node["name"]: node["id"] for node in call("list_nodes")["items"]}


def read(call: Any, name: str, field: str) -> Any:
    return call("get_nodes", ids=[name], fields=[field])["items"][0][field]


def test_what_lies_below_is_found_shown_and_moved(call: Any, family: dict[str, str]) -> None:
    (direct, low) = call("get_children", ids=["Top", "Low"])["items"]
    assert (direct["child_ids"], low["child_ids"]) == ([family["Mid"]], [])
    (whole,) = call("get_children", ids=["Top"], recursive=True)["items"]
    assert (whole["id"], whole["child_ids"]) == (family["Top"], [family["Mid"], family["Low"]])
    assert call("get_children", ids=["Top"], recursive=True, types=["mesh"])["items"][0]["child_ids"] == []
    shown = call("set_visibility", items=[{"id": "Top", "visible": False}], recursive=True)["items"]
    assert [(node["name"], node["visible"]) for node in shown] == [("Top", False), ("Mid", False), ("Low", False)]
    assert read(call, "Beside", "visible") is True
    call("set_visibility", items=[{"id": "Top", "visible": True}])
    assert (read(call, "Top", "visible"), read(call, "Mid", "visible")) == (True, False)
    moved = call("set_parent", items=[{"id": "Mid", "parent_id": None}])["items"]
    assert moved[0]["position"] == pytest.approx([5, 2, 3], abs=1e-4)
    moved = call("set_parent", items=[{"id": "Mid", "parent_id": "Top"}], maintain_world_transform=False)["items"]
    assert moved[0]["position"] == pytest.approx([5, 2, 3], abs=1e-4)
    assert "ancestor" in str(call.fails("invalid_params", "set_parent", items=[{"id": "Top", "parent_id": "Low"}]))


@pytest.mark.usefixtures("family")
def test_properties_by_path(call: Any) -> None:
    written = [("position.x", 7), ("rotation.y", 20), ("rotation.z", 30), ("scale.z", 2), ("visible", False)]
    items = [{"id": "Mid", "property_path": path, "value": value} for path, value in written]
    told = call("set_property", items=items)["items"]
    assert [one["value"] for one in told] == [pytest.approx(value, abs=1e-4) for _, value in written]
    assert read(call, "Mid", "position") == pytest.approx([7, 0, 0], abs=1e-4)
    # 30 degrees about z after 20 about y; what the convention of the host makes of it, the client sees in its own.
    turn = call("get_property", items=[{"id": "Mid", "property_path": f"rotation.{axis}"} for axis in "xyzw"])["items"]
    angles = [0, 20, 30, 0.9512512]
    assert [one["value"] for one in turn] == [pytest.approx(angle, abs=1e-4) for angle in angles]
    both = call("get_property", items=[{"id": "Top", "property_path": "visible"}], recursive=True)["items"]
    assert [one["value"] for one in both] == [True, False, False]
    for path, value, code in (
        ("no_such", 1, "not_found"),
        ("position.w", 1, "not_found"),
        ("position.x", "far", "invalid_params"),
        ("rotation.x", None, "invalid_params"),
        ("position", [1, 2], "invalid_params"),
        ("visible", "yes", "invalid_params"),
        ("name", 7, "invalid_params"),
        ("type", "mesh", "invalid_params"),
    ):
        call.fails(code, "set_property", items=[{"id": "Mid", "property_path": path, "value": value}])
    error = call.fails("not_found", "get_property", items=[{"id": "Mid", "property_path": "visibel"}])
    assert "visible" in error.suggestions


def test_nodes_are_found_by_what_they_are(call: Any, family: dict[str, str]) -> None:
    assert call("query", properties={"visible": False})["ids"] == [family["Low"]]
    assert call("query", properties={"name": "?o*"})["ids"] == [family["Low"], family["Top"]], "by name"
    assert call("query", properties={"position.x": 4})["ids"] == [family["Mid"]]
    assert call("query", properties={"no_such": 1})["total"] == 0
    page = call("query", type="empty", limit=2, offset=1)
    assert (page["ids"], page["total"]) == ([family["Low"], family["Mid"]], 4)


def test_whatever_has_a_name_is_renamed_and_has_metadata(call: Any, family: dict[str, str]) -> None:
    (brass,) = call("create_materials", items=[{"name": "Brass"}])["ids"]
    (group,) = call("create_groups", items=[{"name": "Props"}])["ids"]
    items = [{"id": brass, "name": "Messing"}, {"id": "Props", "name": "Set"}, {"id": "Low", "name": "Lowest"}]
    assert call("rename", items=items)["items"] == [
        {"id": brass, "name": "Messing"},
        {"id": group, "name": "Set"},
        {"id": family["Low"], "name": "Lowest"},
    ]
    call("set_metadata", items=[{"id": "Messing", "metadata": {"a": 1, "b": 2}}])
    (told,) = call("set_metadata", items=[{"id": brass, "metadata": {"a": None, "c": "x"}}])["items"]
    assert told == {"id": brass, "metadata": {"b": 2, "c": "x"}}
    assert call("get_metadata", ids=[brass], key="c")["items"] == [{"id": brass, "metadata": {"c": "x"}}]
    call("set_metadata", items=[{"id": brass, "metadata": {"z": 1}, "merge": False}])
    assert call("get_metadata", ids=["Messing"])["items"][0]["metadata"] == {"z": 1}
    # Of two of one name the node is meant.
    call("rename", items=[{"id": brass, "name": "Top"}])
    assert call("rename", items=[{"id": "Top", "name": "Head"}])["items"] == [{"id": family["Top"], "name": "Head"}]
    call.fails("not_found", "rename", items=[{"id": "Nobody", "name": "x"}])
    call("delete_nodes", ids=[family["Beside"]])
    call.fails("not_found", "rename", items=[{"id": family["Beside"], "name": "x"}])


def test_a_copy_has_its_own_name_and_the_groups_of_the_original(call: Any, family: dict[str, str]) -> None:
    call("create_groups", items=[{"name": "Props", "object_ids": [family["Mid"]]}])
    made = call("duplicate", items=[{"id": "Mid", "name": "Second"}])
    assert [one["name"] for one in made["items"]] == ["Second"]
    (second,) = made["ids"]
    assert call("get_groups", ids=["Props"])["items"][0]["object_ids"] == [family["Mid"], second]
    assert read(call, second, "parent_id") == family["Top"]
    assert len(read(call, second, "child_ids")) == 1
    call("duplicate", items=[{"id": "Mid", "name": "Alone", "duplicate_children": False}])
    assert read(call, "Alone", "child_ids") == []


def test_a_picture_that_is_not_there_is_told_as_such(call: Any) -> None:
    path = call.host.inside(call.host.home / "none.png")
    error = call.fails("file_not_found", "create_textures", items=[{"name": "A", "path": path}])
    assert error.details["path"] == path
    call.fails("file_not_found", "create_environments", items=[{"name": "B", "image": path}])
