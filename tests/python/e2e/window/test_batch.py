"""A batch over many turns of a window: the view goes on, and what the artist edits meanwhile is not lost."""

from __future__ import annotations

import threading
from typing import Any

import conftest
import pytest
from patience import PATIENCE, until

from .artist import Drag, cube, xdotool

SLOW = {"operation": "execute_python", "arguments": {"code": "import time; time.sleep(0.11)"}}
#: Changes of every kind that a window draws: what it evaluates later must not look like an edit of the artist's.
CHANGES: list[dict[str, Any]] = [
    {
        "operation": "create_materials",
        "name": "red",
        "arguments": {"items": [{"name": "Red", "base_color": "#ff0000"}]},
    },
    {
        "operation": "create_primitives",
        "name": "balls",
        "arguments": {"items": [{"kind": "ico_sphere", "name": "Ball"}]},
    },
    {
        "operation": "assign_materials",
        "arguments": {"items": [{"material_id": "$red.ids[0]", "mesh_id": "$balls.ids[0]"}]},
    },
    {"operation": "transform", "arguments": {"items": [{"id": "$balls.ids[0]", "position": [0, 3, 0]}]}},
    {"operation": "update_materials", "arguments": {"items": [{"ids": "$red.ids", "roughness": 0.1}]}},
    {"operation": "create_lights", "arguments": {"items": [{"name": "Key"}]}},
    {"operation": "create_cameras", "arguments": {"items": [{"name": "Shot", "active": True}]}},
    {"operation": "select", "arguments": {"ids": "$balls.ids"}},
    {"operation": "set_visibility", "arguments": {"items": [{"id": "$balls.ids[0]", "visible": False}]}},
    {"operation": "look", "arguments": {"width": 64, "height": 48}},
]
#: The artist has something to move.
LONG = [*CHANGES, {"operation": "select", "arguments": {"ids": ["Cube"]}}, *[SLOW] * 60]


class Running:
    """A batch under way in a thread of its own."""

    def __init__(self, call: conftest.Call, steps: list[dict[str, Any]]):
        self.told: list[str] = []
        self.answer: Any = None
        self.client = conftest.connect(call.host).client
        self.thread = threading.Thread(target=self._run, args=(steps,))
        self.thread.start()

    def _run(self, steps: list[dict[str, Any]]) -> None:
        from scenewire.errors import SceneWireError

        try:
            self.answer = self.client.call(
                "batch", {"operations": steps, "label": "Long"}, timeout=PATIENCE,
                on_progress=lambda _, message: self.told.append(message),
            ).value  # fmt: skip
        except SceneWireError as error:
            self.answer = error
        finally:
            self.client.close()

    def begun(self) -> None:
        """All that it changes is done, and it goes on."""
        until(lambda: any("execute_python" in message for message in self.told), "the batch did not begin")

    def wait(self) -> Any:
        """The result, or the error."""
        self.thread.join(PATIENCE)
        return self.answer


def names(call: conftest.Call) -> set[str]:
    """What there is, without a step of its own."""
    return {node["name"] for node in call("list_nodes", fields=["name"])["items"]}


@pytest.fixture
def hands(call: conftest.Call) -> Drag:
    """The artist's, over the 3D view, with the cube selected."""
    return Drag(call)


def test_nobody_edits_and_it_is_one_step(call: conftest.Call) -> None:
    before = names(call)
    steps = [step for change in CHANGES for step in (change, SLOW)]
    outcome = Running(call, steps).wait()
    assert isinstance(outcome, dict), outcome
    assert outcome["completed"] == len(steps)
    assert {"Ball", "Key", "Shot"} <= names(call)
    assert call("undo") == {"undone": 1, "names": ["Batch: Long"]}
    assert names(call) == before


def test_the_artists_edit_stays_and_is_told(call: conftest.Call, hands: Drag) -> None:
    before = names(call)
    running = Running(call, LONG)
    running.begun()
    hands.begin()
    assert running.thread.is_alive(), "nothing goes on in the middle of a drag"
    hands.end("Return")
    error = running.wait()
    assert getattr(error, "error_code", error) == "conflict", error
    assert error.details["kept"] is True
    assert [step["operation"] for step in error.details["steps"]][:2] == ["create_materials", "create_primitives"]
    assert "Ball" in names(call), "what the artist's edit may stand on"
    assert cube(call), "the artist's edit"
    assert call("undo")["names"] == ["Move"]
    assert "Ball" in names(call)
    assert not cube(call)
    assert call("undo")["names"] == ["Batch: Long"]
    assert names(call) == before
    call("create_nodes", items=[{"name": "After"}])


def test_the_artists_undo_takes_it_away(call: conftest.Call, hands: Drag) -> None:
    before = names(call)
    running = Running(call, LONG)
    running.begun()

    def undone() -> bool:
        xdotool("mousemove", hands.x, hands.y, "sleep", 0.2, "key", "ctrl+z", "sleep", 0.3)
        return not running.thread.is_alive()

    until(undone, "Blender did not take the keys")
    error = running.wait()
    assert getattr(error, "error_code", error) == "conflict", error
    assert error.details["kept"] is False
    assert not {"Ball", "Key", "Shot"} & names(call)
    assert "Cube" in before
    call("create_nodes", items=[{"name": "After"}])


def test_cancelled_over_many_turns_nothing_remains(call: conftest.Call) -> None:
    before = names(call)
    error = call.fails("timed_out", "batch", operations=LONG, timeout=1.5)
    assert error.details["completed_steps"] > 5
    assert names(call) == before
    assert not cube(call)
