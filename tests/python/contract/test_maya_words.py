"""The Maya MCP server's design (seed 003) on every host: over a socket, by its tools' names, by its Python names."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from drop_in import PATIENCE, open_port, shut_port

pytestmark = pytest.mark.apps("blender", "maya")

Ask = Callable[..., Any]


@pytest.fixture
def ask(call: Any) -> Iterator[Ask]:
    """One request a line, and its response."""
    with socket.create_connection(("localhost", open_port(call)), timeout=PATIENCE) as connection:
        lines = connection.makefile("rw", encoding="utf-8")

        def ask(command: str, /, **arguments: Any) -> Any:
            request = {"command": command, "arguments": arguments, "request_id": f"id of {command}"}
            lines.write(json.dumps(request) + "\n")
            lines.flush()
            answer = json.loads(lines.readline())
            assert answer["request_id"] == request["request_id"]
            assert set(answer) >= {"success", "result", "error", "request_id"}
            return answer

        yield ask
        lines.close()
    shut_port(call)


def test_its_commands_do_and_tell_what_its_design_says(call: Any, ask: Ask) -> None:
    made = ask("maya_create", object_type="polyCube", name="box")
    assert (made["success"], made["error"], made["result"]["name"]) == (True, None, "box")
    ask("maya_create", object_type="sphere", name="ball")
    call("update_nodes", items=[{"ids": ["box"], "position": [1, 2, 3], "rotation": {"euler": [0, 0, 90]}}])
    assert ask("maya_select", objects=["ball"])["result"]["selected_ids"] == [
        call("get_nodes", ids=["ball"])["items"][0]["id"]
    ]
    info = ask("get_scene_info")["result"]
    scene = call("get_scene", fields=["name", "frame"])
    assert (info["selected_objects"], info["scene_name"], info["current_time"]) == (
        ["ball"],
        scene["name"],
        scene["frame"],
    )
    (box,) = [one for one in info["all_objects"] if one["name"] == "box"]
    assert (box["type"], box["attributes"]["id"]) == ("mesh", made["result"]["id"])
    assert box["transform"]["position"] == pytest.approx([1, 2, 3])
    assert box["transform"]["rotation"] == pytest.approx([0, 0, 90], abs=1e-4)
    assert ask("maya_execute", command="6 * 7")["result"]["value"] == 42


def test_its_errors_say_what_to_do(ask: Ask) -> None:
    for command, arguments, code in (
        ("maya_create", {"object_type": "polyCub"}, "invalid_params"),
        ("maya_select", {"objects": ["nobody"]}, "not_found"),
        ("maya_execute", {"command": "a b"}, "syntax_error"),
        ("maya_execute", {"command": "1 / 0"}, "python_error"),
        ("maya_crate", {}, "unknown_operation"),
    ):
        answer = ask(command, **arguments)
        assert (answer["success"], answer["result"], answer["error_code"]) == (False, None, code), answer
        assert answer["error"].startswith(answer["error_message"])
        assert isinstance(answer["suggestions"], list)
        assert isinstance(answer["details"], dict)
        assert answer["timestamp"].endswith("Z")


def test_its_tools_are_operations_everywhere(call: Any) -> None:
    made = call("maya_create", object_type="polyPlane", name="floor")
    assert (made["success"], made["name"]) == (True, "floor")
    assert call("maya_execute", command="'said'")["value"] == "said"


def test_its_python_names_work_inside_the_host(call: Any) -> None:
    code = """
from scenewire.maya_mcp import MayaMCPPlugin, MayaMCPServer, SceneInfo
plugin = MayaMCPPlugin()
made = plugin.execute_command("maya_create", {"object_type": "polyCube", "name": "box"})
info = SceneInfo.read(plugin.get_scene_info())
wrong = plugin.execute_command("maya_select", {"objects": ["nobody"]})
[made["result"]["name"], [one.name for one in info.all_objects], wrong["error_code"]]
"""
    assert call.python(code) == ["box", ["box"], "not_found"]
