"""Agents at a Maya with a window, over MCP by its reference client (PyPI `mcp`, not ours): through a server of their
own to the plug-in, to Maya's commands, and back.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from python.e2e.programs import cli, drive

from .test_pump import until

pytest.importorskip("mcp", reason="the foreign client is not installed")

#: Agents at once, and how often each does its work.
AGENTS, ROUNDS = 4, 8


async def told(client: Any, operation: str, **arguments: Any) -> Any:
    """The result of an operation, which must not fail."""
    result = await client.call_tool("call", {"operation": operation, "arguments": arguments})
    assert not result.is_error, result
    return result.structured_content


def test_what_an_agent_builds_is_what_maya_has(maya: Any, agent: Any) -> None:
    async def work(client: Any) -> Any:
        sessions = (await client.call_tool("list_instances", {})).structured_content["instances"]
        await client.call_tool("create_primitives", {"items": [{"kind": "cube", "name": "Crate"}]})
        await told(client, "create_lights", items=[{"name": "Lamp", "kind": "spot", "position": [0, 300, 0]}])
        await told(client, "set_parent", items=[{"id": "Lamp", "parent_id": "Crate"}])
        missing = await client.call_tool("call", {"operation": "get_nodes", "arguments": {"ids": ["Crat"]}})
        code = "from maya import cmds\ncmds.polyEvaluate('Crate', face=True)"
        faces = await client.call_tool("execute_python", {"code": code})
        scene = await client.read_resource(f"scenewire://{maya.record()['id']}/scene")
        return sessions, missing, faces.structured_content["value"], json.loads(scene.contents[0].text)

    sessions, missing, faces, scene = drive(maya.home, work)
    assert [(one["app"], one["headless"]) for one in sessions] == [("maya", False)]
    assert (missing.is_error, missing.structured_content["error_code"]) == (True, "not_found")
    assert "Crate" in missing.structured_content["suggestions"]
    assert (faces, scene["up_axis"]) == (6, "Y")
    assert agent.python("from maya import cmds\ncmds.ls('Lamp', long=True)") == ["|Crate|Lamp"]
    assert agent("undo", steps=3)["undone"] == 3
    assert agent.python("from maya import cmds\ncmds.ls('Crate', 'Lamp')") == []


def test_agents_at_once_each_get_their_own(maya: Any, agent: Any) -> None:
    async def work(client: Any, who: int) -> list[str]:
        made = []
        for turn in range(ROUNDS):
            name = f"agent{who}_{turn}"
            item = (await told(client, "create_nodes", items=[{"name": name, "position": [who, turn, 0]}]))["items"][0]
            assert (item["name"], item["position"]) == (name, [who, turn, 0])
            wrong = {"items": [{"name": f"gone{who}_{turn}"}, {"name": "x", "parent_id": "nobody"}]}
            failed = await client.call_tool("call", {"operation": "create_nodes", "arguments": wrong})
            assert failed.structured_content["error_code"] == "not_found"
            code = f"from maya import cmds\ncmds.getAttr('{name}.translate')[0]"
            read = await client.call_tool("execute_python", {"code": code})
            assert read.structured_content["value"] == [who, turn, 0]
            made.append(item["id"])
        return made

    async def all_of_them() -> list[list[str]]:
        each = [asyncio.to_thread(drive, maya.home, lambda client, who=who: work(client, who)) for who in range(AGENTS)]
        return await asyncio.gather(*each)

    made = [one for ids in asyncio.run(all_of_them()) for one in ids]
    assert len(set(made)) == AGENTS * ROUNDS
    assert {item["id"] for item in agent("list_nodes", limit=100)["items"]} == set(made)
    assert agent.python("from maya import cmds\ncmds.ls('gone*')") == []


def test_who_finds_no_maya_is_told_how_to_start_or_load_it(maya: Any, agent: Any) -> None:
    how = ("menu of an open Maya", "`scenewire install maya`")
    agent.python("import scenewire\nscenewire.stop()")
    until(lambda: not list((maya.home / "run").glob("*.json")))

    async def work(client: Any) -> Any:
        return await client.call_tool("get_scene", {})

    for text in (drive(maya.home, work).content[0].text, cli(maya.home, "call", "get_scene").stderr):
        assert "host_not_running" in text
        assert all(word in text for word in how), text


def test_who_worked_in_a_maya_without_its_plugin_is_told_how_to_load_it_again(maya: Any, agent: Any) -> None:
    agent.python("from maya import cmds\ncmds.unloadPlugin('scenewire_plugin')\nNone")
    until(lambda: not list((maya.home / "run").glob("*.json")))
    how = "load scenewire_plugin in Maya's Plug-in Manager"
    # The record is gone a moment before the host's last words have come.
    until(lambda: how in str(agent.fails("host_not_running", "get_selection")))
