"""What is wrong is refused before the main thread, with where, what was expected, what came, and what is
right.
"""

from __future__ import annotations

import asyncio
import math
import os
import threading
from typing import Any

import conftest
import pytest
from patience import until

pytestmark = pytest.mark.apps("blender", "usd", "maya", "unreal")

CUBE = {"kind": "cube"}
# name: operation, arguments, a word of the path, a word that must stand somewhere in the error
REFUSED: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "unknown field": ("create_nodes", {"items": [{"postion": [0, 0, 0]}]}, "postion", "position"),
    "unknown argument": ("get_scene", {"feilds": []}, "feilds", "fields"),
    "wrong type": ("create_nodes", {"items": [{"name": 7}]}, "name", "text"),
    "not a list": ("create_nodes", {"items": {"name": "A"}}, "items", "list"),
    "wrong length": ("create_nodes", {"items": [{"position": [1, 2]}]}, "position", "3"),
    "out of range": ("create_materials", {"items": [{"roughness": 1.5}]}, "roughness", "1"),
    "beyond 32 bits": ("create_nodes", {"items": [{"position": [1, 2, 1e39]}]}, "position", "32 bits"),
    "beyond 32 bits below 0": ("create_lights", {"items": [{"radius": 1e308}]}, "radius", "32 bits"),
    "NaN": ("create_nodes", {"items": [{"position": [math.nan, 0, 0]}]}, "position", "finite"),
    "infinite": ("create_nodes", {"items": [{"scale": [math.inf, 1, 1]}]}, "scale", "finite"),
    "not one of": ("create_primitives", {"items": [{"kind": "cubbe"}]}, "kind", "cube"),
    "missing": ("create_primitives", {"items": [{"name": "A"}]}, "kind", "kind"),
    "read-only": ("create_nodes", {"items": [{"child_ids": []}]}, "child_ids", "child_ids"),
    "colour": ("create_materials", {"items": [{"base_color": "#12345"}]}, "base_color", "#"),
    "in the second item": ("create_primitives", {"items": [CUBE, {"kind": 3}]}, "1", "kind"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_place_and_expectation(call: Any, case: str) -> None:
    operation, arguments, path, word = REFUSED[case]
    error = call.fails("invalid_params", operation, **arguments)
    told = f"{error} {error.details} {error.suggestions}".lower()
    assert path in str(error.details.get("path", ""))
    assert error.details["expected"]
    assert error.details["got"]
    assert word in told
    assert call("list_nodes")["total"] == 0


def whatever(kind: str) -> Any:
    """What Python has and JSON has not."""
    import numpy as np

    return {
        "complex": np.zeros((30, 3), complex),
        "words": np.array(["a", "b"]),
        "set": {"a"},
        "object": object(),
        "surrogate": "\ud800",
        "keys": {1: 2},
    }[kind]


# name: operation, arguments, path, and a word of what was expected, of what came and of the suggestions
UNSAID: dict[str, tuple[str, dict[str, Any], str, str, str, str]] = {
    "NaN": ("create_nodes", {"items": [{"position": [0, math.nan, 0]}]}, "items[0].position[1]", "finite", "NaN", ""),
    "infinity": ("create_nodes", {"items": [{"scale": [-math.inf, 1, 1]}]}, "items[0].scale[0]", "finite", "-inf", ""),
    "within bounds": (
        "create_materials",
        {"items": [{"roughness": math.nan}]},
        "items[0].roughness",
        "to 1",
        "NaN",
        "",
    ),
    "as a filter": ("list_lights", {"filters": {"intensity": math.nan}}, "filters.intensity", "finite", "NaN", ""),
    "in any JSON": (
        "create_nodes",
        {"items": [{"metadata": {"a": math.inf}}]},
        "items[0].metadata.a",
        "JSON",
        "inf",
        "",
    ),
    "70 bits": ("create_nodes", {"items": [{"name": 2**70}]}, "items[0].name", "text", str(2**70), ""),
    "7,000 bits": ("look", {"width": 2**7000}, "width", "whole number", "7001 bits", ""),
    "object": ("create_nodes", {"items": [{"name": "object"}]}, "items[0].name", "text", "object", ""),
    "item": ("create_nodes", {"items": ["object"]}, "items[0]", "an object", "object", ""),
    "set": ("select", {"ids": "set"}, "ids", "a list of ids", "set", ""),
    "keys": ("create_nodes", {"items": [{"metadata": "keys"}]}, "items[0].metadata", "an object", "type int", ""),
    "surrogate": ("create_nodes", {"items": [{"name": "surrogate"}]}, "items[0].name", "text", "surrogate", ""),
    "wrong name": (
        "create_nodes",
        {"items": [{"postion": [math.nan]}]},
        "items[0].postion",
        "one of",
        "",
        "`position`",
    ),
    "wrong operation": ("create_nodez", {"items": ["object"]}, "items[0]", "JSON", "object", "create_nodes"),
    "complex": (
        "create_meshes",
        {"items": [{"vertices": "complex"}]},
        "items[0].vertices",
        "rows of 3 numbers",
        "an array of complex128",
        "astype",
    ),
    "words": ("select", {"ids": "words"}, "ids", "a list of ids", "an array of <U1", "tolist"),
}


def with_values(value: Any) -> Any:
    """The same with the words of `whatever` replaced by what they stand for."""
    if isinstance(value, dict):
        return {name: with_values(one) for name, one in value.items()}
    if isinstance(value, list):
        return [with_values(one) for one in value]
    return whatever(value) if isinstance(value, str) else value


@pytest.mark.parametrize("way", ["sync", "async"])
@pytest.mark.parametrize("case", UNSAID)
def test_what_json_cannot_say_is_refused_with_the_same_facts(call: Any, case: str, way: str) -> None:
    import scenewire
    from scenewire.errors import InvalidParamsError

    operation, arguments, path, expected, got, suggestion = UNSAID[case]
    given = with_values(arguments)

    async def later() -> None:
        async with scenewire.connect_async(call.client.instance) as client:
            await client.call(operation, given)

    with pytest.raises(InvalidParamsError) as caught:
        call.client.call(operation, given) if way == "sync" else asyncio.run(later())
    error = caught.value
    assert error.details["path"] == path
    assert expected in error.details["expected"]
    assert got in error.details["got"]
    assert error.details["got"] in str(error)
    assert suggestion in " ".join(error.suggestions)
    call("create_primitives", items=[{"kind": "cube", "name": "Cube"}])
    example = error.details["example"]
    assert example["operation"] == (operation if case != "wrong operation" else "create_nodes")
    if example["operation"] not in call("get_status", not_supported=True)["not_supported"]:
        call(example["operation"], **example["arguments"])


def test_arguments_are_an_object(call: Any) -> None:
    for wrong, got in (([1], "[1]"), ("items", '"items"'), (7, "7"), (object(), "object")):
        from scenewire.errors import InvalidParamsError

        with pytest.raises(InvalidParamsError) as caught:
            call.client.call("get_scene", wrong)
        assert (caught.value.details["expected"], caught.value.details["got"]) == ("an object", got)
        assert caught.value.details["example"]["operation"] == "get_scene"


@pytest.mark.apps("blender")
def test_arrays_are_lists_where_lists_belong(call: Any) -> None:
    """An array where an array has no place is refused as what it is; of numbers it is the list."""
    import numpy as np

    error = call.fails("invalid_params", "create_nodes", items=[{"name": np.zeros(20, "f4")}])
    assert "array of F4 with shape [20]" in error.details["got"]
    knots = np.linspace(0, 1, 20)
    points = [{"position": [at, 0, 0]} for at in range(4)]
    error = call.fails("not_supported", "create_curves", items=[{"knots": knots, "control_points": points}])
    assert "knots" in str(error), "the list was taken, and it is the host that has no place for it"


def test_refused_before_the_main_thread(call: Any) -> None:
    go = call.host.home / "go"
    code = f"import os, time\nwhile not os.path.exists({call.host.inside(go)!r}): time.sleep(0.01)"
    busy = threading.Thread(target=lambda: call("execute_python", code=code))
    busy.start()
    try:
        until(lambda: call("get_status").get("running"), "the code did not begin")
        call.fails("invalid_params", "create_nodes", items=[{"name": 7}])
        still_running = call("get_status").get("running")
    finally:
        go.touch()
        busy.join()
        go.unlink()
    assert still_running, "the answer waited for the main thread"


def test_unknown_operation_names_the_nearest_and_an_example(call: Any) -> None:
    error = call.fails("unknown_operation", "create_meshez", items=[])
    assert any("create_meshes" in suggestion for suggestion in error.suggestions)


def test_missing_object_names_the_nearest(call: Any) -> None:
    call("create_nodes", items=[{"name": "Lantern"}])
    error = call.fails("not_found", "get_nodes", ids=["Lanterm"])
    assert any("Lantern" in suggestion for suggestion in error.suggestions)


@pytest.mark.apps("blender")
def test_ambiguous_name_lists_the_candidates(call: Any) -> None:
    made = call("create_nodes", items=[{"name": "Twin"}])["ids"][0]
    # Two objects of one name exist in Blender only when one is linked from a library.
    path = call.host.inside(call.host.home / "library.blend")
    call("save_file", path=path, copy=True)
    call.python(
        f"import bpy\nwith bpy.data.libraries.load({path!r}, link=True) as (there, here):\n"
        "    here.objects = ['Twin']\n"
        "bpy.context.scene.collection.objects.link(here.objects[0])"
    )
    error = call.fails("ambiguous_name", "get_nodes", ids=["Twin"])
    assert made in str(error.details["candidates"])
    assert len(error.details["candidates"]) == 2


def part_of_one(call: Any) -> list[str]:
    """Something else on it, whose ids are of another sort: a constraint where there are any."""
    if call.host.app == "blender":
        item = {"type": "point", "source_id": "Here", "target_id": None}
        return list(call("create_constraints", items=[item])["ids"])
    return list(call("create_groups", items=[{"object_ids": ["Here"]}])["ids"])


@pytest.mark.headless("a second window takes half a minute to come, and gives ids as its Blender without one does")
def test_an_id_of_another_instance_leads_to_nothing_here(call: Any) -> None:
    (ours,) = call("create_nodes", items=[{"name": "Here"}])["ids"]
    (edge,) = part_of_one(call)
    running = conftest.launch(call.host.spec)
    other = conftest.connect(running)
    try:
        (theirs,) = other("create_nodes", items=[{"name": "There"}])["ids"]
    finally:
        other.client.close()
        conftest.stop(running)
        os.environ["SCENEWIRE_HOME"] = str(call.host.home)
    # What another instance calls its thing of the same number.
    epoch = theirs.split("_")[1]
    for own in (ours, edge):
        kind, _, *rest = own.split("_")
        strange = "_".join([kind, epoch, *rest])
        assert strange != own, "both instances give the same ids"
        for operation, arguments in (
            (f"get_{kind}s", {"ids": [strange]}),
            (f"update_{kind}s", {"items": [{"ids": [strange], "name": "Taken"}]}),
            (f"delete_{kind}s", {"ids": [strange]}),
        ):
            error = call.fails("stale_id", operation, **arguments)
            assert "another" in str(error), "it does not tell whose it is"
    assert [item["name"] for item in call("list_nodes")["items"]] == ["Here"]


def test_wrong_kind_of_object(call: Any) -> None:
    light = call("create_lights", items=[{"name": "Key"}])["ids"][0]
    from scenewire.errors import SceneWireError

    with pytest.raises(SceneWireError) as caught:
        call("update_cameras", items=[{"ids": [light], "focal_length": 50}])
    assert caught.value.error_code in {"invalid_params", "not_found"}


def test_revision_guards_against_changes_of_others(call: Any) -> None:
    made = call("create_nodes", items=[{"name": "Shared"}])["ids"][0]
    from scenewire.errors import SceneWireError

    arguments = {"items": [{"ids": [made], "position": [9, 9, 9]}]}
    with pytest.raises(SceneWireError) as caught:
        call.client.call("update_nodes", arguments, if_revision=0)
    assert caught.value.error_code == "conflict"
    assert call("get_nodes", ids=[made])["items"][0]["position"] == pytest.approx([0, 0, 0])
