"""What other add-ons' clients send, written anew from what they put on the wire."""

from __future__ import annotations

import json
import socket
from typing import Any

PATIENCE = 120.0


class BlenderMcp:
    """As the server of blender-mcp: objects without frames, and an answer is whole when it parses."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("localhost", port), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = ""

    def send(self, command: str, **params: Any) -> None:
        """One command."""
        self.socket.sendall(json.dumps({"type": command, "params": params}).encode())

    def receive(self) -> dict[str, Any]:
        """The next answer, read by lines: parsing all after every piece takes hours for what is large."""
        pieces = [self.buffer]
        while "\n" not in pieces[-1]:
            piece = self.socket.recv(1 << 20)
            assert piece, "the host closed the connection"
            # Answers are ASCII or cut between lines at the latest.
            pieces.append(piece.decode("latin-1"))
        text, _, self.buffer = "".join(pieces).partition("\n")
        answer: dict[str, Any] = json.loads(text.encode("latin-1"))
        return answer

    def __call__(self, command: str, **params: Any) -> dict[str, Any]:
        self.send(command, **params)
        return self.receive()

    def result(self, command: str, **params: Any) -> Any:
        """What came of a command that must succeed."""
        answer = self(command, **params)
        assert answer["status"] == "success", answer
        return answer["result"]

    def close(self) -> None:
        """Hangs up."""
        self.socket.close()


def lab(port: int, code: str, strict_json: bool = True) -> dict[str, Any]:
    """As the Blender Lab's client: one request that ends with a zero byte, one answer that does, a connection each."""
    request = json.dumps({"type": "execute", "code": code, "strict_json": strict_json}) + "\0"
    with socket.create_connection(("localhost", port), timeout=PATIENCE) as connection:
        connection.sendall(request.encode())
        answer = bytearray()
        while b"\0" not in answer:
            piece = connection.recv(65536)
            assert piece, f"the host hung up after {bytes(answer[:200])!r}"
            answer += piece
        assert connection.recv(1) == b""
    told: dict[str, Any] = json.loads(answer[:-1])
    return told


def open_port(call: Any) -> int:
    """Switches the drop-in port of a host on, and gives its number."""
    port: int = call.python("import scenewire; scenewire.configure(foreign_port=0)['foreign']['port']")
    return port


def shut_port(call: Any) -> None:
    """Switches it off again."""
    assert call.python("import scenewire; scenewire.configure(foreign_port=None)['foreign']") is None
