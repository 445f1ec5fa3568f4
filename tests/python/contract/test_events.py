"""What happens in a scene is told: calls here, what the artist does by hand in ``e2e/window/test_events.py``."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import conftest
import pytest


def facts(events: Any) -> list[tuple[str, list[str], str | None]]:
    """Kind, names and operation of what is there now."""
    return [(event.kind, event.names, event.operation) for event in events]


def test_a_client_hears_of_what_calls_do(call: conftest.Call) -> None:
    call("create_primitives", items=[{"kind": "cube", "name": "Before"}])
    call("clear_selection")
    events = call.client.events(timeout=0.3)
    (made,) = call("create_primitives", items=[{"kind": "cube", "name": "Made"}])["ids"]
    (event,) = events
    assert (event.kind, event.ids, event.names) == ("nodes_added", [made], ["Made"])
    assert (event.by, event.own, event.operation, event.count) == ("call", True, "create_primitives", 1)
    call("select", ids=["Made"])
    call("transform", items=[{"id": "Made", "position": [1, 2, 3]}])
    assert facts(events) == [("selection_changed", ["Made"], "select"), ("scene_changed", [], "transform")]
    call.fails("python_error", "execute_python", code="import bpy\nbpy.ops.mesh.primitive_cube_add()\n1 / 0")
    call("get_scene")
    assert facts(events) == [], "what was rolled back has not happened, and who only reads changes nothing"
    call("delete_nodes", ids=["Made"])
    told = facts(events)
    assert told == [("nodes_removed", ["Made"], "delete_nodes"), ("selection_changed", [], "delete_nodes")]
    call("undo")
    told = facts(events)
    assert {("nodes_added", "Made"), ("undo", "")} <= {(kind, "".join(names)) for kind, names, _ in told}, told
    # Going on in another process, as far as the host is concerned.
    for n in range(20):
        call("create_nodes", items=[{"name": f"n{n}"}])
    later = list(call.client.events(["nodes_added"], since=events.cursor, timeout=0.3))
    assert sum(event.count for event in later) == 20 > len(later), "merged, and none is lost"
    assert {name for event in later for name in event.names} == {f"n{n}" for n in range(20)}


def test_files_are_told_of_and_copies_are_not(call: conftest.Call, host: conftest.Host) -> None:
    events = call.client.events(["file_saved", "file_opened", "nodes_removed"], timeout=0.3)
    path = host.inside(host.home / "events.blend")
    call("save_file", path=path)
    call("save_file", path=path.replace("events", "copy"), copy=True)
    call("create_checkpoint", name="one")
    assert [(event.kind, Path(event.path or "").name) for event in events] == [("file_saved", "events.blend")]
    call("create_nodes", items=[{"name": "Gone"}])
    call("open_file", path=path)
    told = [(event.kind, event.path) for event in events]
    assert told == [("file_opened", path)], "what the file before had in it was not removed"
    call("create_nodes", items=[{"name": "There"}])
    call("delete_nodes", ids=["There"])
    assert [event.names for event in events] == [["There"]]
    call("new_file")
    assert [(event.kind, event.path) for event in events] == [("file_opened", "")]


def test_asyncio_hears_too_and_bad_wishes_are_refused(one_host: conftest.Host) -> None:
    import scenewire
    from scenewire.errors import SceneWireError

    async def listen() -> Any:
        async with scenewire.connect_async(one_host.record()["id"]) as client:
            first = await client.call("get_events")
            events = client.events(["nodes_added"], since=first.value["cursor"], timeout=20)
            hearing = asyncio.ensure_future(events.__anext__())
            await client.call("create_nodes", {"items": [{"name": "Heard"}]})
            return await hearing

    call = conftest.connect(one_host)
    assert asyncio.run(listen()).names == ["Heard"]
    bad: dict[str, Any] = {"kinds": ["nodes_moved"], "after": "now", "wait": -1}
    for name, value in bad.items():
        path = call.fails("invalid_params", "get_events", **{name: value}).details["path"]
        assert path.startswith(name)
    with pytest.raises(SceneWireError):
        call.client.events(["nodes_moved"])
    call.client.close()
