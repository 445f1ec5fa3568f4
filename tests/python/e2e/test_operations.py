"""A project's own operations from the edges: the command line, and MCP by the reference client."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .programs import cli, drive

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "studio_tools.py"


@pytest.fixture
def studio_host(one_host: Any) -> Iterator[Any]:
    """A host that has loaded the module of the docs."""
    from scenewire import connect

    folder = one_host.home / "studio"
    folder.mkdir(exist_ok=True)
    shutil.copy(EXAMPLE, folder)
    record = one_host.record()
    with connect(url=record["url"], token=record["token"]) as client:
        client.call("import_module", {"path": str(one_host.inside(folder)), "module": "studio_tools"})
        yield one_host
        code = "from scenewire import operations, projects\nprojects._ours.clear()\noperations.learn([])"
        client.call("execute_python", {"code": f"{code}\nimport sys\ndel sys.modules['studio_tools']"})


def test_command_line_and_mcp_find_describe_and_call_it(studio_host: Any) -> None:
    home = studio_host.home
    done = cli(home, "call", "scatter_pebbles", "count=2", 'size={"least": 1}', 'names=["X1", "X2"]', "--json")
    assert (done.returncode, json.loads(done.stdout)["value"]) == (0, ["X1", "X2"])
    wrong = cli(home, "call", "scatter_pebbles", "count=2", "--json")
    assert json.loads(wrong.stderr)["details"]["path"] == "size"
    near = cli(home, "call", "scatter_pebble", "count=2", "--json")
    assert json.loads(near.stderr)["suggestions"][0] == "scatter_pebbles"

    async def work(client: Any) -> Any:
        found = await client.call_tool("find_tools", {"query": "pebbles"})
        told = await client.call_tool("describe_tool", {"operation": "scatter_pebbles"})
        unknown = await client.call_tool("describe_tool", {"operation": "scater_pebbles"})
        arguments = {**told.structured_content["example"], "names": ["M1", "M2", "M3"]}
        made = await client.call_tool("call", {"operation": "scatter_pebbles", "arguments": arguments})
        bad = await client.call_tool("call", {"operation": "scatter_pebbles", "arguments": {"count": "many"}})
        step = {"operation": "count_pebbles", "arguments": {"beginning": "M"}}
        batch = await client.call_tool("batch", {"operations": [step]})
        return found, told, unknown, made, bad, batch

    found, told, unknown, made, bad, batch = drive(home, work)
    names = [one["operation"] for one in found.structured_content["operations"]]
    assert {"scatter_pebbles", "count_pebbles"} == set(names[:2])
    assert found.structured_content["operations"][0]["module"] == "studio_tools"
    assert told.structured_content["input_schema"]["properties"]["row"]["enum"] == ["x", "y"]
    assert unknown.is_error
    assert "scatter_pebbles" in unknown.structured_content["suggestions"]
    assert made.structured_content["value"] == ["M1", "M2", "M3"]
    assert bad.is_error
    assert batch.structured_content["results"][0]["result"]["value"]["M"] == 3
