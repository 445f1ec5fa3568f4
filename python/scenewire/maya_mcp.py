"""The names of the Maya MCP server's design, over this host: for scripts that were written against it.

The same commands come over a socket (``foreign_port``), and are answered there by the same code.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import Any

import scenewire
from scenewire import _native


@dataclass
class MayaObject:
    """A node; ``transform`` has ``position``, ``rotation`` (degrees about X, Y and Z) and ``scale``."""

    name: str
    type: str
    transform: dict[str, Any]
    attributes: dict[str, Any]


@dataclass
class SceneInfo:
    """The scene; ``current_time`` is a frame."""

    selected_objects: list[str]
    all_objects: list[MayaObject]
    current_time: float
    scene_name: str

    @classmethod
    def read(cls, told: dict[str, Any]) -> SceneInfo:
        """From what ``get_scene_info`` gives."""
        return cls(**{**told, "all_objects": [MayaObject(**one) for one in told["all_objects"]]})


@dataclass
class MayaTool:
    """One of ``list_tools``."""

    name: str
    description: str
    input_schema: dict[str, Any]


class MayaMCPPlugin:
    """What serves a host's commands, inside it."""

    def initialize_server(self, port: int) -> None:
        """Listens on this loopback port for JSON lines ``{"command", "arguments", "request_id"}``; 0 takes a free one.

        Starts the host where it does not run. Raises ``HandlerError`` with the name of who has the port.
        """
        if scenewire.is_running():
            scenewire.configure(foreign_port=port)
            return
        scenewire.start()
        try:
            scenewire.configure(foreign_port=port)
        except BaseException:
            scenewire.stop()
            raise

    def execute_command(self, command: str, args: dict[str, Any] | None = None) -> dict[str, Any]:
        """``{"success", "result", "error", "request_id"}`` of a tool, a plug-in's command or any operation by its name.

        A command that fails also tells ``error_code``, ``error_message``, ``details``, ``suggestions`` and
        ``timestamp``. Raises ``HostNotRunningError`` before ``initialize_server``.
        """
        asked = {"command": command, "arguments": args or {}, "request_id": uuid.uuid4().hex}
        answer: dict[str, Any] = json.loads(_native.answer_foreign(json.dumps(asked)))
        return answer

    def get_scene_info(self) -> dict[str, Any]:
        """What ``SceneInfo.read`` takes. Raises ``RuntimeError`` with the reason when the scene cannot be read."""
        return dict(self._result("get_scene_info"))

    def handle_shutdown(self) -> None:
        """Shuts every client out and frees the port; doing it again does nothing."""
        scenewire.stop(why="the plug-in was shut down")

    def _result(self, command: str) -> Any:
        answer = self.execute_command(command)
        if not answer["success"]:
            raise RuntimeError(answer["error"])
        return answer["result"]


class MayaMCPServer:
    """What answers AI clients in that design; each call is over when it comes back. MCP itself is ``scenewire mcp``."""

    def __init__(self, plugin: MayaMCPPlugin | None = None) -> None:
        self.plugin = MayaMCPPlugin() if plugin is None else plugin

    async def list_tools(self) -> list[MayaTool]:
        """``maya_create``, ``maya_select`` and ``maya_execute``."""
        return [MayaTool(**tool) for tool in self.plugin._result("list_tools")]

    async def call_tool(self, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """As ``MayaMCPPlugin.execute_command``."""
        return self.plugin.execute_command(name, arguments)

    async def get_server_info(self) -> dict[str, Any]:
        """How the host is: versions, what runs and what waits, counts."""
        return dict(self.plugin._result("get_server_info"))
