"""What is wrong is refused before the main thread, with where, what was expected, what came, and what is
right.
"""

from __future__ import annotations

import math
import os
import threading
from typing import Any

import conftest
import pytest

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
    assert "expected" in error.details
    assert "got" in error.details or case in {"missing", "NaN", "infinite"}
    assert word in told
    assert call("list_nodes")["total"] == 0


def test_refused_before_the_main_thread(call: Any) -> None:
    busy = threading.Thread(target=lambda: call("execute_python", code="import time; time.sleep(1.5)"))
    busy.start()
    while not call("get_status").get("running"):
        pass
    call.fails("invalid_params", "create_nodes", items=[{"name": 7}])
    still_running = call("get_status").get("running")
    busy.join()
    assert still_running, "the answer waited for the main thread"


def test_unknown_operation_names_the_nearest_and_an_example(call: Any) -> None:
    error = call.fails("unknown_operation", "create_meshez", items=[])
    assert any("create_meshes" in suggestion for suggestion in error.suggestions)


def test_missing_object_names_the_nearest(call: Any) -> None:
    call("create_nodes", items=[{"name": "Lantern"}])
    error = call.fails("not_found", "get_nodes", ids=["Lanterm"])
    assert any("Lantern" in suggestion for suggestion in error.suggestions)


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


def test_an_id_of_another_instance_leads_to_nothing_here(call: Any) -> None:
    (ours,) = call("create_nodes", items=[{"name": "Here"}])["ids"]
    (edge,) = call("create_constraints", items=[{"type": "point", "source_id": "Here", "target_id": None}])["ids"]
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
            assert "another instance" in str(error)
    assert call.python("import bpy; [o.name for o in bpy.data.objects]") == ["Here"]


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
