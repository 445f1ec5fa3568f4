"""A scene of 10,000 objects through MCP: every answer is one that a model can read, and none hides what it left out."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

#: 25,000 tokens, as `docs` and the design promise; four bytes a token are few for JSON.
TEXT_BYTES = 100_000
COUNT = 10_000
FILL = f"""
import bpy
mesh = bpy.data.meshes.new("many")
mesh.from_pydata([(0, 0, 0), (1, 0, 0), (0, 1, 0)], [], [(0, 1, 2)])
above = None
for at in range({COUNT}):
    node = bpy.data.objects.new(f"Object with a rather long name {{at:05}}", mesh)
    bpy.context.scene.collection.objects.link(node)
    if at % 10:
        node.parent = above
    else:
        above = node
    node.select_set(True)
"""


class Mcp:
    """`scenewire mcp` over its pipes, spoken to line by line."""

    def __init__(self, host: Any) -> None:
        command = [sys.executable, "-m", "scenewire", "mcp"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, env=host.environment(), stdin=pipe, stdout=pipe, text=True)
        self.last = 0
        client = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "0"}}
        self.request("initialize", client)
        self.say({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def say(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def request(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self.last += 1
        self.say({"jsonrpc": "2.0", "id": self.last, "method": method, "params": params})
        assert self.process.stdout is not None
        while True:
            answer = json.loads(self.process.stdout.readline())
            if answer.get("id") == self.last:
                assert "error" not in answer, answer
                return dict(answer["result"])

    def tool(self, name: str, **arguments: Any) -> dict[str, Any]:
        """What a tool answers; the text copy, which a model reads, is within the limit."""
        result = self.request("tools/call", {"name": name, "arguments": arguments})
        text = "".join(part.get("text", "") for part in result["content"])
        assert len(text.encode()) <= TEXT_BYTES, f"{name} {arguments}: {len(text)} bytes"
        assert len(json.dumps(result)) <= 1_000_000
        assert not result.get("isError"), text
        return dict(result["structuredContent"])

    def call(self, operation: str, **arguments: Any) -> dict[str, Any]:
        """The same for an operation that is no tool of its own."""
        return self.tool("call", operation=operation, arguments=arguments)


@pytest.fixture
def mcp(call: Any) -> Iterator[Mcp]:
    """A server beside a host with many objects."""
    call("execute_python", code=FILL, timeout=120)
    server = Mcp(call.host)
    yield server
    assert server.process.stdin is not None
    server.process.stdin.close()
    server.process.wait(20)


def test_a_large_scene_is_answered_within_the_limits(call: Any, mcp: Mcp) -> None:
    scene = mcp.tool("get_scene")
    assert scene["total"] == scene["counts"]["mesh"] == COUNT
    assert scene["truncated"]["cuts"], "what was cut is said"
    tree = mcp.tool("get_scene", fields=["tree"])["tree"]
    assert (tree["shown"], tree["total"], tree["more"]) == (200, COUNT, 800)
    whole = mcp.tool("get_scene", fields=["tree"], budget=2000, depth=1)["tree"]
    assert (whole["shown"], {root["more"] for root in whole["roots"]}) == (1000, {9})
    first = mcp.call("list_nodes")
    assert (len(first["items"]), first["total"]) == (50, COUNT)
    assert "truncated" not in first
    for operation, arguments in (
        ("list_meshes", {"limit": 1000}),
        ("query", {"limit": 10_000}),
        ("get_selection", {}),
        ("list_nodes", {"limit": 1000, "filters": {"name": "*0", "type": "mesh"}}),
        ("get_nodes", {"ids": [item["id"] for item in first["items"]]}),
    ):
        mcp.call(operation, **arguments)


def test_pages_that_a_model_can_read_hold_everything(call: Any, mcp: Mcp) -> None:
    """A page asked for too long is given shorter, with the cursor of the shorter one: nothing is cut off unseen."""
    seen: list[str] = []
    cursor = None
    while True:
        page = mcp.call("list_nodes", limit=1000, **({"cursor": cursor} if cursor else {}))
        assert "truncated" not in page
        seen += [item["name"] for item in page["items"]]
        cursor = page.get("next_cursor")
        if cursor is None:
            break
        assert len(page["items"]) < 1000, "as long as it fits"
        if len(seen) > 1000:
            # The rest in a form that fits.
            rest = mcp.call("list_nodes", limit=1000, fields=["name"], cursor=cursor)
            seen += [item["name"] for item in rest["items"]]
            break
    assert len(seen) == len(set(seen)) > 1500
    expected = [f"Object with a rather long name {at:05}" for at in range(len(seen))]
    assert seen == expected
