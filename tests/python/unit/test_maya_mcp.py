"""The Python names of the Maya MCP server's design: the life of its plug-in."""

from __future__ import annotations

from typing import Any

LIFE = """
import asyncio, json, socket
import scenewire
from double import Double
from scenewire.errors import HandlerError, HostNotRunningError
from scenewire.maya_mcp import MayaMCPPlugin, MayaMCPServer

scenewire.start(Double())
plugin, server = MayaMCPPlugin(), MayaMCPServer()
plugin.initialize_server(port=0)
port = scenewire.status()["foreign"]["port"]
plugin.initialize_server(port=port)
answer = plugin.execute_command("maya_execute", {"command": "1 + 1"})
assert (answer["success"], answer["result"]["value"], answer["error"]) == (True, 2, None), answer
tools = asyncio.run(server.list_tools())
assert [tool.name for tool in tools] == ["maya_create", "maya_select", "maya_execute"]
assert asyncio.run(server.get_server_info())["instance"]["app"] == "double"
assert asyncio.run(server.call_tool("maya_execute", {"command": "x ="}))["error_code"] == "syntax_error"
try:
    plugin.get_scene_info()
except RuntimeError as error:
    assert "list_nodes" in str(error), error
else:
    raise AssertionError("a double has no list_nodes")
taken = socket.create_server(("127.0.0.1", 0))
try:
    plugin.initialize_server(port=taken.getsockname()[1])
except HandlerError as error:
    assert "taken" in str(error)
else:
    raise AssertionError("the port was taken")
assert scenewire.status()["foreign"]["port"] == port
plugin.handle_shutdown()
plugin.handle_shutdown()
assert not scenewire.is_running()
try:
    socket.create_connection(("127.0.0.1", port), timeout=5)
except ConnectionRefusedError:
    print("freed")
try:
    plugin.execute_command("ping")
except HostNotRunningError as error:
    print(error.error_code)
"""


def test_it_listens_answers_and_leaves_nothing(run: Any) -> None:
    assert run(LIFE) == "freed\nhost_not_running\n"
