"""An AI client's end of `scenewire mcp`, and that of a client of the Maya MCP server's design on its port."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from drop_in import PATIENCE


class Agent:
    """An MCP client over stdio, of a server of its own."""

    def __init__(self, home: Path) -> None:
        env = {name: value for name, value in os.environ.items() if name != "SCENEWIRE_INSTANCE"}
        self.server = subprocess.Popen(
            [str(Path(sys.executable).parent / "scenewire"), "mcp"],
            env={**env, "SCENEWIRE_HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.number = 0
        about = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "agent", "version": "1"}}
        self.ask("initialize", about)
        self.send({"method": "notifications/initialized"})

    def send(self, message: dict[str, Any]) -> None:
        assert self.server.stdin is not None
        self.server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
        self.server.stdin.flush()

    def ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        """The result of a request; what the server says in between is passed over."""
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        assert self.server.stdout is not None
        for told in map(json.loads, self.server.stdout):
            if told.get("id") == self.number:
                result: dict[str, Any] = told["result"]
                return result
        raise AssertionError("the server ended")

    def tool(self, name: str, /, **arguments: Any) -> dict[str, Any]:
        """A call of a tool, with `error_code` and so on in what it gives where it failed."""
        told = self.ask("tools/call", {"name": name, "arguments": arguments})
        content: dict[str, Any] = told["structuredContent"]
        assert told["isError"] == ("error_code" in content), told
        return content

    def __call__(self, operation: str, /, **arguments: Any) -> dict[str, Any]:
        """An operation of the catalogue that must succeed."""
        told = self.tool("call", operation=operation, arguments=arguments)
        assert "error_code" not in told, told
        return told

    def close(self) -> None:
        """As a client ends its server: it hangs up."""
        with self.server:
            pass


class Line:
    """A connection of the design's own: one request a line, and its response."""

    def __init__(self, port: int) -> None:
        self.connection = socket.create_connection(("localhost", port), timeout=PATIENCE)
        self.lines = self.connection.makefile("rw", encoding="utf-8")
        self.number = 0

    def __call__(self, command: str, /, **arguments: Any) -> dict[str, Any]:
        self.number += 1
        request = {"command": command, "arguments": arguments, "request_id": f"{self.number}"}
        self.lines.write(json.dumps(request) + "\n")
        self.lines.flush()
        answer: dict[str, Any] = json.loads(self.lines.readline())
        assert answer["request_id"] == request["request_id"]
        return answer

    def result(self, command: str, /, **arguments: Any) -> Any:
        """Of a command that must succeed."""
        answer = self(command, **arguments)
        assert (answer["success"], answer["error"]) == (True, None), answer
        return answer["result"]

    def close(self) -> None:
        self.lines.close()
        self.connection.close()
