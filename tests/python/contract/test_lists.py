"""Lists: pages by cursor, filters, fields, children of one parent; primitives of every kind."""

from __future__ import annotations

import time
from typing import Any

import pytest

from .shapes import grid

KINDS = ["cube", "sphere", "ico_sphere", "cylinder", "cone", "plane", "torus", "circle"]


def test_pages_hold_everything_once(call: Any) -> None:
    made = call("create_nodes", items=[{"name": f"N{index:03}"} for index in range(25)])["ids"]
    seen: list[str] = []
    cursor = None
    while True:
        page = call("list_nodes", limit=10, **({"cursor": cursor} if cursor else {}))
        assert page["total"] == 25
        seen += [item["id"] for item in page["items"]]
        cursor = page.get("next_cursor")
        if not cursor:
            break
        # What comes and goes between two pages must neither hide nor repeat the rest.
        call("update_nodes", items=[{"ids": [seen[0]], "name": f"A{len(seen)}"}])
    assert sorted(seen) == sorted(made)


def test_a_page_that_is_asked_for_again_is_true_whatever_was_renamed_or_exchanged(call: Any) -> None:
    # Hosts keep things in the order of their names; a list has them as they came to be.
    made = call("create_nodes", items=[{"name": f"N{9 - index}"} for index in range(9)])["ids"]

    def seen() -> list[str]:
        first = call("list_nodes", limit=3)
        page = call("list_nodes", limit=3, cursor=first["next_cursor"])
        found = [item["id"] for item in (*first["items"], *page["items"])]
        assert found == [item["id"] for item in call("get_nodes", ids=found)["items"]]
        return found

    assert [seen() for _ in range(3)] == [made[:6]] * 3
    call("update_nodes", items=[{"ids": [made[1]], "name": "Z"}, {"ids": [made[2]], "name": "A"}])
    assert [seen() for _ in range(3)] == [made[:6]] * 3
    # As many as before, and one is another.
    call("delete_nodes", ids=made[4:5])
    (last,) = call("create_nodes", items=[{"name": "B"}])["ids"]
    now = [*made[:4], *made[5:], last]
    assert [seen() for _ in range(3)] == [now[:6]] * 3
    items = call("get_nodes", ids=now[::-1], fields=["name"])["items"]
    assert [item["id"] for item in items] == now[::-1]
    assert [item["name"] for item in items[-3:]] == ["A", "Z", "N9"]


def test_an_id_is_of_one_thing_whatever_another_is_called(call: Any) -> None:
    one, other = call("create_nodes", items=[{"name": "One"}, {"name": "Other"}])["ids"]
    call("update_nodes", items=[{"ids": [other], "name": one}])
    assert [item["id"] for item in call("get_nodes", ids=[one, one, other])["items"]] == [one, one, other]
    call("delete_nodes", ids=[one])
    assert [item["id"] for item in call("get_nodes", ids=[one])["items"]] == [other]


def test_filters_and_fields(call: Any) -> None:
    call("create_nodes", items=[{"name": "Left"}, {"name": "Right", "visible": False}])
    call("create_lights", items=[{"name": "Key"}])
    hidden = call("list_nodes", filters={"visible": False}, fields=["name"])["items"]
    assert [set(item) for item in hidden] == [{"id", "name"}]
    assert [item["name"] for item in hidden] == ["Right"]
    assert [item["name"] for item in call("list_nodes", filters={"type": "light"})["items"]] == ["Key"]


def names(call: Any, plural: str = "nodes", **filters: Any) -> list[str]:
    return sorted(item["name"] for item in call(f"list_{plural}", filters=filters, fields=["name"])["items"])


def test_filters_compare(call: Any) -> None:
    call("create_lights", items=[{"name": f"Lamp {power}", "intensity": power} for power in (1, 10, 100)])
    call("create_lights", items=[{"name": "Sun", "kind": "sun", "intensity": 0.1}])
    lights = [
        ({"intensity": {"gt": 1, "le": 100}}, ["Lamp 10", "Lamp 100"]),
        ({"intensity": {"ge": 10}, "name": "lamp*"}, ["Lamp 10", "Lamp 100"]),
        ({"intensity": 0.1}, ["Sun"]),
        # Hosts keep single precision, and 0.1 is none.
        ({"intensity": {"lt": 0.1}}, []),
        ({"intensity": {"le": 0.1}}, ["Sun"]),
        ({"intensity": {"ne": [1, 10]}}, ["Lamp 100", "Sun"]),
        ({"kind": ["sun", "spot"]}, ["Sun"]),
        ({"name": {"ne": "Lamp*"}}, ["Sun"]),
        ({"name": ["sun", "*100"]}, ["Lamp 100", "Sun"]),
        # What it does not have fits nothing.
        ({"radius": {"ge": 0}, "kind": "area"}, []),
    ]
    found = [(filters, names(call, "lights", **filters)) for filters, _ in lights]
    assert found == lights


def test_filters_take_names_for_what_they_refer_to(call: Any) -> None:
    body, arm = call("create_nodes", items=[{"name": "Body"}, {"name": "Arm"}])["ids"]
    call("update_nodes", items=[{"ids": [arm], "parent_id": body}])
    assert names(call, parent_id="Body") == names(call, parent_id=body) == ["Arm"]
    assert names(call, parent_id=None) == ["Body"]
    assert names(call, parent_id=["Body", None]) == ["Arm", "Body"]
    assert names(call, parent_id={"ne": "Body"}) == ["Body"]
    error = call.fails("not_found", "list_nodes", filters={"parent_id": "Bod"})
    assert error.suggestions == ["Body"]


def test_pages_stay_true_while_the_scene_changes(call: Any) -> None:
    """What was there all the time is seen once, whatever comes, goes or is renamed between two pages."""
    made = call("create_nodes", items=[{"name": f"N{index:03}"} for index in range(60)])["ids"]
    always = set(made[::2])
    seen: list[str] = []
    gone: set[str] = set()
    cursor, turn = None, 0
    while True:
        page = call("list_nodes", limit=7, fields=["id"], **({"cursor": cursor} if cursor else {}))
        seen += [item["id"] for item in page["items"]]
        cursor, turn = page.get("next_cursor"), turn + 1
        if not cursor:
            break
        # What the cursor points at goes too.
        doomed = {seen[-1], made[-turn]} - always - gone
        call("delete_nodes", ids=sorted(doomed))
        gone |= doomed
        call("create_nodes", items=[{"name": f"A{turn}"}, {"name": f"Z{turn}"}, {"name": f"N{turn:03}.5"}])
        renamed = [reference for reference in sorted(always)[turn::9]]
        call("update_nodes", items=[{"ids": [one], "name": f"{turn % 2 * 'Z'}{one}"} for one in renamed])
        call("undo")
        call("redo")
    assert len(seen) == len(set(seen)), "nothing twice"
    assert always <= set(seen), "nothing lost"


def test_a_cursor_that_no_list_gave_is_refused(call: Any) -> None:
    call("create_nodes", items=[{"name": "One"}, {"name": "Two"}])
    for cursor in ("x", "[]", '{"a": 1}', '["N001"]', "null"):
        error = call.fails("invalid_params", "list_nodes", cursor=cursor)
        assert error.details["path"] == "cursor"


def test_children_of_one_parent(call: Any) -> None:
    parent = call("create_nodes", items=[{"name": "Body"}])["ids"][0]
    child = call("create_nodes", items=[{"name": "Arm", "parent_id": parent}, {"name": "Alone"}])["ids"][0]
    assert [item["id"] for item in call("list_nodes", parent_id=parent)["items"]] == [child]


@pytest.mark.parametrize("kind", KINDS)
def test_primitive_has_the_size_it_was_given(call: Any, kind: str) -> None:
    measure = {"size": 4} if kind in {"cube", "plane"} else {"radius": 2}
    (item,) = call("create_primitives", items=[{"kind": kind, "name": "Shape", **measure}])["items"]
    assert item["name"] == "Shape"
    width = call.python("import bpy; bpy.context.view_layer.update(); bpy.data.objects['Shape'].dimensions.x")
    # A torus is its ring and a quarter of it as tube; an ico_sphere's corners need not lie on the axes.
    expected = {"torus": 5, "ico_sphere": pytest.approx(4, rel=0.1)}.get(kind, pytest.approx(4, rel=0.01))
    assert width == expected


def test_primitives_take_place_and_material(call: Any) -> None:
    brass = call("create_materials", items=[{"name": "Brass"}])["ids"][0]
    items = [{"kind": "cube", "name": "Crate", "position": [0, 0, 3], "material_id": brass}]
    (crate,) = call("create_primitives", items=items)["items"]
    assert crate["position"] == pytest.approx([0, 0, 3])
    assert crate["material_ids"] == [brass]
    assert call.python("import bpy; bpy.data.objects['Crate'].active_material.name") == "Brass"


def test_components_are_listed_page_by_page_over_several_meshes(call: Any) -> None:
    for name in ("Zeta", "Alpha"):
        grid(call, name, size=3)
    found: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        page = call("list_vertices", limit=7, **cursor)
        assert page["total"] == 32
        found += [item["name"] for item in page["items"]]
        if "next_cursor" not in page:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert len(found) == len(set(found)) == 32
    assert {name.partition("/")[0] for name in found[:16]} == {"Zeta"}, "mesh by mesh"
    assert call("list_edges", parent_id="Alpha", limit=24)["total"] == 24
    assert "next_cursor" not in call("list_edges", parent_id="Alpha", limit=24)
    first = call("list_faces", parent_id="Alpha", limit=4)
    call("delete_faces", ids=[first["items"][3]["id"]])
    rest = call("list_faces", parent_id="Alpha", limit=50, cursor=first["next_cursor"])
    assert rest["total"] == 8
    for bad in ("x", "[1]", '{"a": 1}', '["a", 2]'):
        call.fails("invalid_params", "list_vertices", cursor=bad)


def test_a_page_of_a_large_mesh_costs_what_a_page_costs(call: Any) -> None:
    import numpy as np

    count = 300_000
    vertices = np.zeros((count, 3), "f4")
    vertices[:, 0] = np.arange(count)
    call("create_meshes", items=[{"name": "Cloud", "vertices": vertices, "indices": np.array([0, 1, 2], "i4")}])
    call("list_vertices", parent_id="Cloud", limit=1)
    began = time.perf_counter()
    for _ in range(5):
        page = call("list_vertices", parent_id="Cloud", limit=50)
    assert (time.perf_counter() - began) / 5 < 0.1, "all of them were gone through"
    assert page["total"] == count


def test_ids_are_told_apart_when_the_mesh_changes_unseen(call: Any) -> None:
    grid(call, "Net", size=2)
    face = call("list_faces", parent_id="Net")["items"][0]
    code = "import bpy; m = bpy.data.objects['Net'].data\nm.polygons[0].vertices = [0, 1, 4, 6]; m.update(); None"
    call.python(code)
    call.fails("stale_id", "get_faces", ids=[face["id"]])
