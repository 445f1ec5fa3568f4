"""The reference client of MCP (PyPI `mcp`, not ours) drives `scenewire mcp` over stdio."""

from __future__ import annotations

import asyncio
import base64
import json
from pathlib import Path
from typing import Any

import pytest

from .programs import drive

pytest.importorskip("mcp", reason="the foreign client is not installed")

CORE = {
    "list_instances",
    "find_tools",
    "describe_tool",
    "call",
    "get_scene",
    "look",
    "render",
    "execute_python",
}


def test_builds_and_renders_a_scene(one_host: Any) -> None:
    async def work(client: Any) -> Any:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert tools.keys() >= CORE
        assert len(tools) < 30
        assert tools["get_scene"].annotations.read_only_hint is True
        assert all(tool.title and tool.output_schema for tool in tools.values())
        await client.call_tool("execute_python", {"code": "import bpy; bpy.data.batch_remove(list(bpy.data.objects))"})
        await client.call_tool("create_primitives", {"items": [{"kind": "cube", "name": "Crate"}]})
        arguments = {"items": [{"name": "Sun", "kind": "sun", "intensity": 5}]}
        made = await client.call_tool("call", {"operation": "create_lights", "arguments": arguments})
        assert made.structured_content["items"][0]["kind"] == "sun"
        camera = {"name": "Shot", "position": [0, -8, 0], "rotation": {"euler": [90, 0, 0]}, "active": True}
        await client.call_tool("call", {"operation": "create_cameras", "arguments": {"items": [camera]}})
        scene = await client.call_tool("get_scene", {})
        return scene, await client.call_tool("render", {"engine": "cycles", "width": 64, "height": 48, "samples": 2})

    scene, render = drive(one_host.home, work)
    assert {node["name"] for node in scene.structured_content["nodes"]} == {"Crate", "Sun", "Shot"}
    assert json.loads(scene.content[0].text)["total"] == 3
    (picture,) = [content for content in render.content if content.type == "image"]
    assert base64.b64decode(picture.data)[:4] == b"\x89PNG"


def test_errors_are_tool_errors_with_the_table(one_host: Any) -> None:
    async def work(client: Any) -> Any:
        return await client.call_tool("call", {"operation": "get_nodes", "arguments": {"ids": ["nobody"]}})

    result = drive(one_host.home, work)
    assert result.is_error
    assert result.structured_content["error_code"] == "not_found"


def test_finds_describes_and_reads(one_host: Any) -> None:
    async def work(client: Any) -> Any:
        found = await client.call_tool("find_tools", {"query": "light"})
        told = await client.call_tool("describe_tool", {"operation": "create_lights"})
        prompts = (await client.list_prompts()).prompts
        templates = (await client.list_resource_templates()).resource_templates
        scene = await client.read_resource(f"scenewire://{one_host.record()['id']}/scene")
        return found, told, prompts, templates, scene

    found, told, prompts, templates, scene = drive(one_host.home, work)
    assert "create_lights" in str(found.structured_content["operations"])
    assert told.structured_content["input_schema"]["type"] == "object"
    assert prompts
    assert templates
    assert json.loads(scene.contents[0].text)["up_axis"] == "Z"


def test_answers_at_once_without_a_host_and_finds_one_that_starts_later(tmp_path: Path) -> None:
    import conftest

    found = conftest.specs()
    if not found:
        pytest.skip("no host: run it by `make test`")
    running = []

    async def work(client: Any) -> Any:
        nobody = await client.call_tool("get_scene", {})
        running.append(await asyncio.to_thread(conftest.launch, found[0], tmp_path))
        return nobody, await client.call_tool("get_scene", {})

    try:
        nobody, somebody = drive(tmp_path, work)
    finally:
        for host in running:
            conftest.stop(host)
    assert nobody.is_error
    assert nobody.structured_content["error_code"] == "host_not_running"
    assert "scenewire host" in nobody.content[0].text
    assert not somebody.is_error


def test_progress_reaches_the_client(one_host: Any) -> None:
    seen: list[float] = []

    async def work(client: Any) -> Any:
        async def progress(fraction: float, _total: float | None, _message: str | None) -> None:
            seen.append(fraction)

        # What is done in a blink is not worth a word.
        some = {"rotation": {"euler": [10, 20, 30]}, "scale": [1, 2, 3], "metadata": {"of": "many"}}
        items = [{"name": f"N{index}", "position": [index, 0, 0], **some} for index in range(5000)]
        arguments = {"operation": "create_nodes", "arguments": {"items": items}}
        return await client.call_tool("call", arguments, progress_callback=progress)

    assert not drive(one_host.home, work).is_error
    assert seen == sorted(seen)
    assert seen
