"""Somebody at the window of the Maya double, agents and other tools that reach it."""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conftest import Call, Host, connect
from scenewire.errors import SceneWireError

#: What makes a window of the double answer an `Artist`.
SCRIPT = Path(__file__).parents[2] / "hosts" / "maya_artist.py"
ACTIONS = "import scenewire_maya.actions as actions\nimport scenewire_maya.settings as settings\n"
STATUS = "import scenewire\ntold = scenewire.status()"


class Artist:
    """Somebody at Maya's window."""

    def __init__(self, host: Host) -> None:
        self.host = host

    def __call__(self, code: str) -> Any:
        """What code on Maya's main thread has put into `told`."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self.host.home / "artist"))
            with connection.makefile("rw", encoding="utf-8") as lines:
                lines.write(json.dumps(code) + "\n")
                lines.flush()
                answer = json.loads(lines.readline())
        assert "failed" not in answer, answer["failed"]
        return answer["told"]

    def start(self, **chosen: Any) -> Any:
        """Starts with these settings, all others as at first; the status."""
        wanted = f"{{**{{one.name: one.default for one in settings.TABLE}}, **{chosen!r}}}"
        return self(f"{ACTIONS}actions.stop()\nsettings.write({wanted})\nactions.start()\n{STATUS}")

    def stop(self) -> None:
        self(f"{ACTIONS}actions.stop()")


@contextlib.contextmanager
def agents(host: Host, count: int) -> Iterator[list[Call]]:
    """So many, each with a connection of its own over which it has called."""
    made = [connect(host) for _ in range(count)]
    try:
        for agent in made:
            agent("get_status")
        yield made
    finally:
        for agent in made:
            agent.client.close()


def port_of(status: Any) -> int:
    return int(status["url"].rsplit(":", 1)[1].split("/")[0])


def free(port: int) -> bool:
    """Whether nobody listens there."""
    with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
        return True
    return False


def refused(port: int) -> bool:
    """Whether nobody answers there."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=60).close()
    except ConnectionRefusedError:
        return True
    return False


def line(port: int) -> socket.socket:
    """Another tool's connection, whose first command was answered."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=60)
    connection.sendall(b'{"command": "ping", "arguments": {}, "request_id": "1"}\n')
    answer = json.loads(connection.makefile().readline())
    assert (answer["success"], answer["request_id"]) == (True, "1"), answer
    return connection


def refusal(agent: Call, operation: str, **arguments: Any) -> str | None:
    """With which code a call is refused; None where it is not."""
    try:
        agent(operation, **arguments)
    except SceneWireError as error:
        return error.error_code
    return None
