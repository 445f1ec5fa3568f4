"""A render that takes long is done over a copy by another Blender; the window goes on, and renders what is short."""

from __future__ import annotations

import threading
import time
from typing import Any

import conftest
from patience import until

EYE = {"name": "Eye", "position": [0, -8, 0], "rotation": {"euler": [90, 0, 0]}, "active": True}
#: Above what is short, and seconds on any processor.
LONG = {"engine": "cycles", "width": 640, "height": 480, "samples": 8}
ENDLESS = {**LONG, "samples": 100_000}
#: Above what is short, and soon done.
EDGE = {**LONG, "samples": 7}
QUICK = {"engine": "cycles", "width": 64, "height": 48, "samples": 2}
#: The other Blender gets what the window leaves of the processor.
LIMIT = 300.0
PAINT = "import bpy; i = bpy.data.images.new('Painted', 8, 8); i.pixels = [0.5] * 256; i.is_dirty"


class Unwanted(Exception):
    """Raised in the middle of a call, which ends it."""


class Rendering:
    """A render under way in a thread of its own."""

    def __init__(self, call: conftest.Call, arguments: dict[str, Any], unwanted: str = "") -> None:
        self.told: list[str] = []
        self.unwanted = unwanted
        self.answer: Any = None
        self.client = conftest.connect(call.host).client
        self.thread = threading.Thread(target=self._run, args=(arguments,))
        self.thread.start()

    def _run(self, arguments: dict[str, Any]) -> None:
        try:
            self.answer = self.client.call("render", arguments, timeout=LIMIT, on_progress=self._hear).value
        except Exception as error:
            self.answer = error
        finally:
            self.client.close()

    def _hear(self, _fraction: float | None, message: str) -> None:
        self.told.append(message)
        if self.unwanted and self.unwanted in message:
            raise Unwanted

    def answered(self, call: conftest.Call) -> int:
        """How many others were answered until it is over, by the main thread too; a window that is held answers one."""
        answered = 0
        while self.thread.is_alive():
            call("get_status")
            call("list_nodes", fields=["name"])
            answered += 1
            time.sleep(0.02)
        return answered


def test_the_window_goes_on_while_a_copy_is_rendered(call: conftest.Call) -> None:
    call(
        "create_cameras",
        items=[EYE],
    )
    quick = call("render", **QUICK)
    assert (quick["from_copy"], quick["samples"]) == (False, 2)
    revision = call("get_status")["revision"]
    rendering = Rendering(call, LONG)
    answered = rendering.answered(call)
    result = rendering.answer
    assert isinstance(result, dict), result
    assert (result["from_copy"], result["engine"], result["samples"], result["width"]) == (True, "cycles", 8, 640)
    assert bytes(result["image"]).startswith(b"\x89PNG")
    assert any("Sample" in message for message in rendering.told), rendering.told
    assert answered > 10
    assert call("get_status")["revision"] == revision
    assert call("list_tasks")["items"] == [], "nobody is told of it as of a task"
    ended = Rendering(call, ENDLESS, unwanted="Sample")
    assert ended.answered(call) > 10
    assert isinstance(ended.answer, Unwanted), ended.answer
    until(lambda: not call("list_tasks")["items"], "the render goes on without its caller", 20)


def test_a_batch_does_not_hold_the_window_for_a_long_render(call: conftest.Call) -> None:
    def render(**arguments: Any) -> dict[str, Any]:
        return {"operation": "render", "arguments": arguments}

    eye = {"operation": "create_cameras", "arguments": {"items": [EYE]}}
    error = call.fails("not_supported", "batch", operations=[eye, render(**ENDLESS)])
    assert (error.details["step"]["index"], error.details["path"]) == (1, "operations[1].arguments.background")
    assert [word in str(error.suggestions) for word in ("start_task", "never")] == [True, True]
    assert call("list_nodes", filters={"name": "Eye"})["total"] == 0
    done = call("batch", operations=[eye, render(**QUICK), render(**EDGE, background="never")], timeout=LIMIT)
    assert [step["result"].get("from_copy") for step in done["results"]] == [None, False, False]
    # As a task the very batch goes on beside the window.
    task = call("start_task", operation="batch", arguments={"operations": [render(**EDGE)]})
    left = time.monotonic() + LIMIT
    while (told := call("get_task", id=task["id"], wait=30))["status"] == "running":
        assert time.monotonic() < left, told
    assert told["result"]["results"][0]["result"]["from_copy"] is True, told


def test_what_a_copy_cannot_show_is_rendered_in_the_window(call: conftest.Call) -> None:
    call(
        "create_cameras",
        items=[EYE],
    )
    assert call("render", timeout=LIMIT, **EDGE)["from_copy"] is True
    assert call("render", timeout=LIMIT, **EDGE, background="never")["from_copy"] is False
    assert call("execute_python", code=PAINT)["value"] is True
    assert call("render", timeout=LIMIT, **EDGE)["from_copy"] is False
    assert call("render", timeout=LIMIT, **QUICK, background="always")["from_copy"] is True
