"""The real server of blender-mcp (PyPI `mcp-for-blender`, not ours) drives every host through its MCP tools."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from asset_servers import online_access, open_to
from drop_in import open_port, shut_port

pytest.importorskip("mcp", reason="the foreign client is not installed")

SERVER = os.environ.get("SCENEWIRE_TEST_MCP_FOR_BLENDER", "")


@pytest.fixture
def port(call: Any) -> Iterator[int]:
    if not SERVER:
        pytest.skip("mcp-for-blender is not installed: run it by `make test`")
    yield open_port(call)
    shut_port(call)


def drive(port: int, home: Path, work: Callable[[Any], Awaitable[Any]]) -> Any:
    """Runs work with a session to its server, which has a home of its own and sends nothing to its makers."""
    from mcp import Client, StdioServerParameters

    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SCENEWIRE_", "BLENDER"))}
    env = {**clean, "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    env.update(BLENDER_PORT=str(port), DISABLE_TELEMETRY="1", BLENDERMCP_NO_UPDATE_CHECK="1")

    async def run() -> Any:
        async with Client(StdioServerParameters(command=SERVER, args=[], env=env)) as client:
            return await work(client)

    return asyncio.run(asyncio.wait_for(run(), 240))


def text(result: Any) -> str:
    return "\n".join(content.text for content in result.content if content.type == "text")


def test_its_tools_work_on_our_host(call: Any, host: Any, port: int, tmp_path: Path) -> None:
    async def work(client: Any) -> Any:
        async def tool(name: str, **arguments: Any) -> Any:
            return await client.call_tool(name, arguments)

        return {
            "status": await tool("get_addon_status"),
            "made": await tool(
                "execute_blender_code", code="bpy.ops.mesh.primitive_cube_add(size=2)\nprint('made it')"
            ),
            "failed": await tool(
                "execute_blender_code", code="bpy.data.objects.new('half', None)\nraise ValueError('no')"
            ),
            "scene": await tool("get_scene_info", fields=["location", "size", "topology", "settings"]),
            "search": await tool("search_assets", source="polyhaven", query="wood"),
            "look": await tool("look", max_size=300),
            "off": await tool("disable_telemetry"),
            "object": await client.read_resource("blender://object/Cube"),
        }

    told = drive(port, tmp_path, work)
    status = json.loads(text(told["status"]))
    assert status["up_to_date"] is True, status
    assert status["telemetry_consent"] is False
    assert set(status["libraries"].values()) == {"off"}
    assert status["blender_version"] == call.python("'.'.join(map(str, bpy.app.version))")
    assert "made it" in text(told["made"])
    assert "ValueError" in text(told["failed"])
    assert call.python("[o.name for o in bpy.data.objects]") == ["Cube"]
    assert "Cube | mesh" in text(told["scene"])
    assert "size 2.0x2.0x2.0" in text(told["scene"])
    assert "its owner has not allowed it" in text(told["search"])
    assert "OFF" in text(told["off"])
    assert json.loads(told["object"].contents[0].text)["mesh"]["vertices"] == 8
    # A host in a folder that is `/` for it writes the picture where this server does not look.
    if not host.spec["root"]:
        (picture,) = [content for content in told["look"].content if content.type == "image"]
        assert len(picture.data) > 500


def test_its_asset_tools_work_on_our_host(call: Any, host: Any, port: int, tmp_path: Path) -> None:
    async def work(client: Any) -> Any:
        async def tool(name: str, **arguments: Any) -> str:
            return text(await client.call_tool(name, arguments))

        return {
            "libraries": json.loads(await tool("get_addon_status"))["libraries"],
            "found": await tool("search_assets", source="polyhaven", query="dusk", asset_type="hdris"),
            "world": await tool("import_asset", source="polyhaven", id="dusk", asset_type="hdris"),
            "rock": await tool("import_asset", source="polyhaven", id="rock", asset_type="textures", apply_to=["Wall"]),
            "sail": await tool("import_asset", source="polyhaven", id="sail", asset_type="models"),
            "none": await tool("import_asset", source="polyhaven", id="dawn", asset_type="hdris"),
        }

    call("create_primitives", items=[{"kind": "cube", "name": "Wall"}])
    online_access(call, True)
    with open_to(call):
        told = drive(port, tmp_path, work)
    online_access(call, False)
    assert told["libraries"]["polyhaven"] == "on", told["libraries"]
    assert told["libraries"]["sketchfab"] == "off"
    assert "Dusk (ID: dusk)" in told["found"]
    assert "set as the world environment" in told["world"]
    assert "Successfully applied texture 'rock' to Wall" in told["rock"]
    assert "has been imported into the current scene" in told["sail"]
    assert "has nothing at" in told["none"]
    assert call.python("bpy.context.scene.world.name") == "Dusk"
    assert call.python("bpy.data.objects['Wall'].active_material.name") == "Rock"
    assert call.python("'Sail' in bpy.data.objects") is True
