"""Many operations as one call: one undo step, or, whatever fails in whichever step, the scene as it was."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import conftest
import pytest
from scenewire.errors import SceneWireError

from .digest import DIGEST, STORED
from .sabotage import BAD_PARENT, REPAIR, failing
from .shapes import TRIANGLE, names

Steps = list[dict[str, Any]]

BALL = {"kind": "ico_sphere", "name": "Ball", "subdivisions": 2}
#: What is hard to take back: data that is in use is deleted, geometry is cut away, code does what it likes.
JOB: Steps = [
    {
        "operation": "create_materials",
        "name": "red",
        "arguments": {"items": [{"name": "Red", "base_color": "#ff0000"}]},
    },
    {
        "operation": "create_primitives",
        "name": "balls",
        "arguments": {"items": [{**BALL, "material_id": "$red.ids[0]"}, {**BALL, "position": [0.5, 0, 0]}]},
    },
    {"operation": "update_nodes", "arguments": {"items": [{"ids": "$balls.ids", "parent_id": "Body"}]}},
    {
        "operation": "boolean",
        "arguments": {"items": [{"mesh_id": "$balls.ids[0]", "with_id": "$balls.ids[1]", "operation": "difference"}]},
    },
    {"operation": "delete_materials", "arguments": {"ids": ["Brass"]}},
    {
        "operation": "update_meshes",
        "arguments": {"items": [{"ids": ["Skin"], "vertices": [[5, 0, 0], [1, 5, 0], [0, 1, 5]]}]},
    },
    {"operation": "delete_nodes", "arguments": {"ids": ["Arm"]}},
    {
        "operation": "execute_python",
        "arguments": {"code": "import bpy\nbpy.data.objects.remove(bpy.data.objects['Key'])"},
    },
    {
        "operation": "create_lights",
        "arguments": {"items": [{"name": "Sun", "kind": "sun", "parent_id": "$balls.ids[0]"}]},
    },
    {"operation": "update_cameras", "arguments": {"items": [{"ids": ["Shot"], "focal_length": 99}]}},
    {"operation": "select", "arguments": {"ids": "$balls.ids"}},
]


@pytest.fixture
def sabotaged(furnished: Any) -> Iterator[Any]:
    """The same; whatever was sabotaged is repaired afterwards."""
    yield furnished
    furnished("execute_python", code=REPAIR)


def creations(count: int) -> Steps:
    """So many small steps, each of which the next one hangs on."""
    first = {"operation": "create_nodes", "arguments": {"items": [{"name": "Link 0"}]}}
    rest = (
        {"operation": "create_nodes", "arguments": {"items": [{"name": f"Link {n}", "parent_id": f"${n - 1}.ids[0]"}]}}
        for n in range(1, count)
    )
    return [first, *rest]


def edited(result: dict[str, Any]) -> list[Any]:
    """What the steps gave."""
    return [outcome["result"] for outcome in result["results"]]


def test_an_artists_job_is_one_call_and_one_undo_step(furnished: Any) -> None:
    before = furnished.python(DIGEST)
    outcome = furnished("batch", operations=JOB, label="Build it")
    after = furnished.python(DIGEST)
    assert outcome["completed"] == len(JOB)
    assert [one["operation"] for one in outcome["results"]] == [step["operation"] for step in JOB]
    ball = after["objects"]["Ball"]
    assert ball["parent"] == "Body"
    assert after["meshes"][ball["data"]]["materials"][0] == "Red"
    assert "Brass" not in after["materials"]
    assert not {"Arm", "Key"} & set(after["objects"])
    assert after["objects"]["Sun"]["parent"] == "Ball"
    # A look with `execute_python` is a step, too.
    assert furnished("undo", steps=2)["names"] == ["Execute Python", "Batch: Build it"]
    assert furnished("redo")["names"] == ["Batch: Build it"]
    assert furnished.python(DIGEST) == after
    furnished("undo", steps=2)
    assert furnished.python(DIGEST) == before


@pytest.mark.parametrize("at", range(len(JOB)))
def test_a_failure_of_any_step_leaves_nothing(sabotaged: Any, at: int) -> None:
    """Each step is done whole and then made to fail, so that all before it and itself must be taken back."""
    steps = [step for step in JOB if step["operation"] != "execute_python" or JOB.index(step) != at]
    if len(steps) < len(JOB):
        steps = [*JOB[:at], {**JOB[at], "arguments": {"code": JOB[at]["arguments"]["code"] + "\n1/0"}}]
    else:
        sabotaged("execute_python", code=failing([JOB[at]["operation"]]))
    before = sabotaged.python(STORED)
    with pytest.raises(SceneWireError) as failed:
        sabotaged("batch", operations=steps)
    assert failed.value.details["step"]["index"] == at, failed.value
    assert str(failed.value).startswith(f"step {at} (")
    assert sabotaged.python(STORED) == before


def test_results_of_arrays_go_from_step_to_step(call: Any) -> None:
    steps = [
        {"operation": "create_meshes", "name": "one", "arguments": {"items": [{"name": "$$One", **TRIANGLE}]}},
        {
            "operation": "get_meshes",
            "name": "read",
            "arguments": {"ids": "$one.ids", "fields": ["vertices", "indices"]},
        },
        {
            "operation": "create_meshes",
            "arguments": {"items": [{"name": "Two", "vertices": "$read.items[0].vertices", "indices": [0, 1, 2]}]},
        },
    ]
    results = edited(call("batch", operations=steps))
    assert results[1]["items"][0]["vertices"].tolist() == TRIANGLE["vertices"]
    told = call.python("import bpy; {o.name: [list(v.co) for v in o.data.vertices] for o in bpy.data.objects}")
    assert told == {"$One": TRIANGLE["vertices"], "Two": TRIANGLE["vertices"]}


def test_a_step_in_another_convention_is_converted_by_itself(call: Any) -> None:
    node = {"items": [{"name": "Up", "position": [0, 1, 0]}], "convention": "gltf"}
    plain = {"items": [{"name": "Deep", "position": [0, 1, 0]}]}
    steps = [{"operation": "create_nodes", "arguments": arguments} for arguments in (node, plain)]
    call("batch", operations=steps)
    up, deep = call.python("import bpy; [[round(x, 5) for x in bpy.data.objects[n].location] for n in ('Up', 'Deep')]")
    assert deep == [0, 1, 0]
    assert up == [0, 0, 1]


def test_what_fails_is_told_beside_what_is_kept(call: Any) -> None:
    steps = [
        {"operation": "create_nodes", "arguments": {"items": [{"name": "Good"}]}},
        {"operation": "create_nodes", "arguments": {"items": [{"name": "Half"}, BAD_PARENT]}},
        {"operation": "create_nodes", "arguments": {"items": [{"name": "Child", "parent_id": "$1.ids[0]"}]}},
        {"operation": "create_nodes", "arguments": {"items": [{"name": "Also", "parent_id": "$0.ids[0]"}]}},
    ]
    outcome = call("batch", operations=steps, on_error="continue")
    assert names(call) == ["Also", "Good"]
    assert (outcome["completed"], outcome["failed"]) == (2, 2)
    codes = [one.get("error", {}).get("error_code") for one in outcome["results"]]
    assert codes == [None, "not_found", "invalid_params", None]


def test_a_dry_run_tells_what_would_change_and_touches_nothing(furnished: Any) -> None:
    before, revision = furnished.python(DIGEST), furnished("get_status")["revision"]
    told = furnished("batch", operations=JOB, dry_run=True)
    would = [one["would"] for one in told["results"]]
    assert would[0] == {"effect": "edit", "creates": {"materials": 1}}
    assert [one["name"] for one in would[6]["deletes"]] == ["Arm"]
    assert would[9]["changes"] == {"patches": 1, "fields": ["focal_length"]}
    assert would[8]["refers_to"] == ["$balls.ids[0]"]
    assert furnished.python(DIGEST) == before
    assert furnished("get_status")["revision"] - revision <= 2, "only the looks of this test itself"
    wrong = [*JOB, {"operation": "delete_nodes", "arguments": {"ids": ["nobody"]}}]
    error = furnished.fails("not_found", "batch", operations=wrong, dry_run=True)
    assert error.details["step"]["index"] == len(JOB)
    assert furnished.python(DIGEST) == before


def test_a_long_one_lets_others_read_and_is_still_whole(call: Any) -> None:
    """It takes many turns of the main thread; whoever only reads is answered in between, whoever writes waits."""
    outcome: list[Any] = []
    slow = {"operation": "execute_python", "arguments": {"code": "import time; time.sleep(0.12)"}}
    steps = [step for link in creations(8) for step in (link, slow)]
    for index, step in enumerate(steps):
        if "parent_id" in str(step):
            step["arguments"]["items"][0]["parent_id"] = f"${index - 2}.ids[0]"
    other = conftest.connect(call.host)
    try:
        running = threading.Thread(target=lambda: outcome.append(call("batch", operations=steps)))
        running.start()
        seen = set()
        while running.is_alive():
            seen.add(other("list_nodes")["total"])
        running.join()
    finally:
        other.client.close()
    assert outcome[0]["completed"] == len(steps)
    assert len(seen) > 2, "the other one saw it grow"
    assert call("undo")["undone"] == 1
    assert names(call) == []


def test_cancelled_between_two_steps_nothing_remains(call: Any) -> None:
    slow = {"operation": "execute_python", "arguments": {"code": "import time; time.sleep(0.05)"}}
    before = call.python(DIGEST)
    begun = time.monotonic()
    error = call.fails("timed_out", "batch", operations=[*creations(3), *[slow] * 100], timeout=0.8)
    assert time.monotonic() - begun < 4
    assert error.details["completed_steps"] > 3
    assert call("redo") == {"redone": 0, "names": []}, "what was rolled back is not done again"
    assert call.python(DIGEST) == before


def test_a_scripts_edit_in_between_is_a_conflict_and_nothing_is_lost(call: Any) -> None:
    """Without a window only the host's main thread can edit: here the look of somebody who only reads does."""
    call("execute_python", code=FOREIGN)
    try:
        outcome: list[Any] = []
        slow = {"operation": "execute_python", "arguments": {"code": "import time; time.sleep(0.12)"}}
        steps = [*creations(2), slow, slow, slow]
        other = conftest.connect(call.host)

        def run() -> None:
            try:
                outcome.append(call("batch", operations=steps))
            except SceneWireError as error:
                outcome.append(error)

        running = threading.Thread(target=run)
        running.start()
        while running.is_alive():
            other("get_selection")
        running.join()
        other.client.close()
    finally:
        call("execute_python", code=REPAIR)
    error = outcome[0]
    assert isinstance(error, SceneWireError), error
    assert error.error_code == "conflict"
    assert error.details["kept"] is True
    assert [step["operation"] for step in error.details["steps"]][:2] == ["create_nodes", "create_nodes"]
    assert names(call) == ["Foreign", "Link 0", "Link 1"]
    # The repair of this test's own sabotage is a step, too.
    call("undo", steps=2)
    assert names(call) == ["Link 0", "Link 1"], "the edit is a step of its own"
    assert call("undo")["names"] == ["Batch of 5 operations"]
    assert names(call) == []
    call("redo", steps=2)
    assert names(call) == ["Foreign", "Link 0", "Link 1"]
    call("create_nodes", items=[{"name": "After"}])


#: What a script of the artist's does on a timer: here with the next call that reads, once.
FOREIGN = """
import bpy
from scenewire.adapters import dispatch
if not hasattr(dispatch, "_whole"):
    dispatch._whole = dispatch.Dispatcher.perform
done = []
def perform(self, operation, arguments, job):
    if operation == "get_selection" and not done and "Link 1" in bpy.data.objects:
        done.append(1)
        bpy.context.scene.collection.objects.link(bpy.data.objects.new("Foreign", None))
    return dispatch._whole(self, operation, arguments, job)
dispatch.Dispatcher.perform = perform
"""
