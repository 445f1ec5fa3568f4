"""Long work goes on in the background, on a copy of the scene; the artist's own is as it was."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import Any

import conftest
import patience
import pytest

#: A Blender in the background on a busy machine.
PATIENCE = 120.0
#: Hours of rendering, also where there is little to see: Cycles is soon done with what is of one colour.
ENDLESS = {"engine": "cycles", "samples": 1_000_000, "width": 1920, "height": 1080}


def over(call: conftest.Call, task: dict[str, Any]) -> dict[str, Any]:
    """The task when it is over."""
    deadline = time.monotonic() + PATIENCE
    told = call("get_task", id=task["id"], wait=20, log_lines=200)
    while told["status"] == "running":
        assert time.monotonic() < deadline, told
        told = call("get_task", id=task["id"], wait=20, log_lines=200)
    return told


def until(call: conftest.Call, task: dict[str, Any], true: Any) -> dict[str, Any]:
    """The task when this is so of it."""

    def so() -> dict[str, Any] | None:
        told: dict[str, Any] = call("get_task", id=task["id"])
        found = true(told)
        assert found or told["status"] == "running", told
        return told if found else None

    told: dict[str, Any] = patience.until(so, "it never is", PATIENCE)
    return told


def background(host: conftest.Host) -> int:
    """The process of the one task that runs."""
    (record,) = host.home.glob("tasks-*/task_*/run/*.json")
    return int(json.loads(record.read_text())["pid"])


@pytest.fixture
def staged(call: conftest.Call) -> conftest.Call:
    """The client, over a cube in front of the active camera."""
    call("create_primitives", items=[{"kind": "cube", "name": "Cube"}])
    call(
        "create_cameras",
        items=[{"name": "Eye", "position": [0, -8, 0], "rotation": {"euler": [90, 0, 0]}, "active": True}],
    )
    return call


@pytest.fixture
def single(one_host: conftest.Host) -> Any:
    """A client of one host, for what does not depend on which."""
    made = conftest.connect(one_host)
    made("execute_python", code=conftest.WIPE)
    yield made
    made.client.close()


def test_a_render_goes_on_in_the_background_and_can_be_ended(staged: conftest.Call, host: conftest.Host) -> None:
    camera = staged("list_cameras", fields=["id"])["items"][0]["id"]
    revision = staged("get_status")["revision"]
    quick = {"engine": "cycles", "samples": 1, "width": 32, "height": 24, "camera_id": camera}
    begun = time.monotonic()
    task = staged("start_task", operation="render", arguments=quick)
    assert (task["status"], task["operation"]) == ("running", "render")
    endless = staged("start_task", operation="render", arguments=ENDLESS)
    # Whoever asked has gone, and the scene changes meanwhile.
    other = conftest.connect(host)
    other("delete_nodes", ids=["Cube"])
    told = over(other, task)
    assert told["status"] == "completed", told
    assert (told["progress"], told["result"]["width"], told["result"]["engine"]) == (1.0, 32, "cycles")
    assert bytes(told["result"]["image"]).startswith(b"\x89PNG")
    assert any("background" in line for line in told["log"])
    working = until(other, endless, lambda told: "Sample" in told["message"])
    assert 0 <= working["progress"] < 0.5
    ended = other("cancel_task", id=endless["id"])
    assert ended["status"] == "cancelled"
    assert [item["status"] for item in other("list_tasks")["items"]][:2] == ["cancelled", "completed"]
    assert {"ids", "status"} & set(other.fails("conflict", "cancel_task", id=task["id"]).details) == {"status"}
    folders = [f"tasks-*/{one['id']}" for one in (task, endless)]
    patience.until(
        lambda: not any(path for folder in folders for path in host.home.glob(folder)),
        "what the background had is not gone with it",
    )
    assert other("get_status")["revision"] - revision == 1, "only the deletion"
    other.client.close()
    assert time.monotonic() - begun < PATIENCE


def test_what_changes_a_copy_is_saved_and_the_scene_stays(single: conftest.Call, one_host: conftest.Host) -> None:
    call = single
    path = one_host.inside(one_host.home / "made.blend")
    (cube,) = call("create_primitives", items=[{"kind": "cube", "name": "Cube"}])["ids"]
    steps = [
        {"operation": "create_nodes", "arguments": {"items": [{"name": "Made"}]}},
        {"operation": "rename", "arguments": {"items": [{"id": cube, "name": "Other"}]}},
    ]
    order: dict[str, Any] = {"operation": "batch", "arguments": {"operations": steps}}
    fault = call.fails("invalid_params", "start_task", **order)
    assert (fault.details["path"], "save_path" in fault.suggestions[0]) == ("save_path", True)
    task = call("start_task", **order, save_path=path)
    code = call(
        "start_task", operation="execute_python", arguments={"code": "import bpy\nsorted(bpy.data.objects.keys())"}
    )
    told = over(call, task)
    assert (told["status"], told["result"]["saved_to"]) == ("completed", path), told
    assert over(call, code)["result"]["value"] == ["Cube"], "each has a copy of its own"
    assert [node["name"] for node in call("list_nodes", fields=["name"])["items"]] == ["Cube"]
    call("open_file", path=path)
    assert sorted(node["name"] for node in call("list_nodes", fields=["name"])["items"]) == ["Made", "Other"]
    call("new_file")


def test_a_task_that_goes_wrong_says_why(single: conftest.Call, one_host: conftest.Host) -> None:
    call = single
    task = call("start_task", operation="execute_python", arguments={"code": "print('so far')\n1 / 0"})
    told = over(call, task)
    assert (told["status"], told["error"]["error_code"]) == ("failed", "python_error")
    assert "ZeroDivisionError" in told["error"]["error_message"]
    task = call("start_task", operation="execute_python", arguments={"code": "import time\ntime.sleep(100)"})
    until(call, task, lambda told: told["message"] == "begun")
    os.kill(background(one_host), signal.SIGKILL)
    told = over(call, task)
    assert (told["status"], told["error"]["error_code"]) == ("failed", "handler_error"), told
    assert "ended in the middle of its work (signal: 9" in told["error"]["error_message"]


def test_bad_orders_begin_nothing(single: conftest.Call) -> None:
    call = single
    listed = len(call("list_tasks")["items"])
    bad: list[tuple[str, dict[str, Any]]] = [
        ("unknown_operation", {"operation": "rendr"}),
        ("invalid_params", {"operation": "render", "arguments": {"width": "wide"}}),
        ("invalid_params", {"operation": "delete_nodes", "arguments": {"ids": ["Cube"]}}),
        ("not_supported", {"operation": "start_task", "arguments": {"operation": "render"}}),
        ("not_supported", {"operation": "get_status"}),
        ("not_supported", {"operation": "undo"}),
        ("not_supported", {"operation": "open_file", "arguments": {"path": "/tmp/x.blend"}}),
        ("not_supported", {"operation": "create_checkpoint"}),
        ("permission_denied", {"operation": "render", "arguments": {"output_path": "/etc/x.png"}}),
        ("permission_denied", {"operation": "create_nodes", "arguments": {"items": [{}]}, "save_path": "/etc/x.blend"}),
        (
            "invalid_params",
            {
                "operation": "batch",
                "arguments": {"operations": [{"operation": "render", "arguments": {"output_path": "//x.png"}}]},
            },
        ),
    ]
    for code, order in bad:
        call.fails(code, "start_task", **order)
    assert call.fails("invalid_params", "start_task", **bad[1][1]).details["path"] == "arguments.width"
    for operation in ("get_task", "cancel_task"):
        call.fails("not_found", operation, id="task_none")
        assert "lost" in str(call.fails("not_found", operation, id="task_Abc123_0123456789"))
    assert len(call("list_tasks")["items"]) == listed


def test_a_caller_waits_for_a_render_in_the_background(single: conftest.Call, one_host: conftest.Host) -> None:
    from scenewire.errors import ConflictError, HandlerError

    call = single
    camera = {"name": "Eye", "position": [0, -8, 0], "rotation": {"euler": [90, 0, 0]}, "active": True}
    (eye,) = call("create_cameras", items=[camera])["ids"]
    quick = {"engine": "cycles", "samples": 1, "width": 32, "height": 24, "camera_id": eye}
    revision, listed = call("get_status")["revision"], call("list_tasks")["items"]
    assert call("render", **quick)["from_copy"] is False, "without a window nobody waits for it"
    path = one_host.inside(one_host.home / "copy.png")
    done = call("render", **quick, background="always", output_path=path, timeout=PATIENCE)
    assert (done["from_copy"], done["width"], done["output_path"]) == (True, 32, path)
    assert Path(one_host.home / "copy.png").read_bytes() == bytes(done["image"])
    assert call("get_status")["revision"] == revision
    # Its errors are those of the render, and whoever does not wait any longer ends it.
    assert "nobody" in str(call.fails("not_found", "render", background="always", camera_id="nobody"))
    asked = time.monotonic()
    call.fails("timed_out", "render", **ENDLESS, background="always", timeout=8)
    assert time.monotonic() - asked < 20
    with pytest.raises(ConflictError) as conflict:
        call.client.call("render", {**quick, "background": "always"}, if_revision=revision - 1)
    assert conflict.value.details["got"] == revision
    heard: list[str] = []

    def hear(_fraction: float | None, message: str) -> None:
        heard.append(message)
        if "Sample" in message:
            os.kill(background(one_host), signal.SIGKILL)

    with pytest.raises(HandlerError) as lost:
        call.client.call("render", {**ENDLESS, "background": "always"}, on_progress=hear)
    assert "never" in lost.value.suggestions[0]
    # What it printed: Blender 5 says nothing there of samples.
    assert any("ready" in line for line in lost.value.details["log"])
    assert call("list_tasks")["items"] == listed, "what somebody waits for is no task afterwards"
    step = {"operation": "render", "arguments": {**quick, "background": "always"}}
    assert call.fails("not_supported", "batch", operations=[step]).details["path"].endswith("background")
    code = "import scenewire\nscenewire.connect().render(background='always')"
    assert "NotSupportedError" in str(call.fails("python_error", "execute_python", code=code))
    call.fails("invalid_params", "render", background="sometimes")


def test_tasks_end_with_their_host(own_host: conftest.Host) -> None:
    call = conftest.connect(own_host)
    call("create_cameras", items=[{"name": "Eye", "active": True}])
    task = call("start_task", operation="render", arguments=ENDLESS)
    told = until(call, task, lambda told: "Sample" in told["message"])
    assert told["log"]
    pid = background(own_host)
    os.kill(own_host.process.pid, signal.SIGKILL)
    own_host.process.wait()
    patience.until(lambda: not Path(f"/proc/{pid}").exists(), "the host in the background outlives its starter", 20)
    call.client.close()
