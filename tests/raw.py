"""The wire by hand, over a bare socket: what a peer that is not ours, or not well, would send."""

from __future__ import annotations

import base64
import json
import os
import socket
import struct
from typing import Any
from urllib.parse import urlparse

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class Raw:
    """One connection. `headers` are added to the upgrade request; `status` is what the host answered
    to it.
    """

    def __init__(self, record: dict[str, Any], *, token: str | None = None, path: str | None = None, **headers: str):
        url = urlparse(record["url"])
        self.socket = socket.create_connection((url.hostname, url.port), timeout=20)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer = b""
        given = {
            "Host": f"{url.hostname}:{url.port}",
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
            "Authorization": f"Bearer {record['token'] if token is None else token}",
            **headers,
        }
        lines = [f"GET {path or url.path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items())]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self.status = int(self.head().split()[1])

    def head(self) -> str:
        """The host's answer up to the empty line."""
        while b"\r\n\r\n" not in self.buffer:
            more = self.socket.recv(4096)
            if not more:
                break
            self.buffer += more
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        return head.decode()

    def greet(self) -> dict[str, Any]:
        """Says hello and gives the welcome."""
        self.send({"kind": "hello", "protocol": [1, 1], "client": {"name": "raw", "version": "0"}})
        welcome = self.receive()
        assert welcome["kind"] == "welcome", welcome
        return welcome

    def send(self, envelope: dict[str, Any]) -> None:
        """One envelope in one text frame."""
        self.socket.sendall(frame(TEXT, json.dumps(envelope).encode()))

    def receive(self) -> dict[str, Any]:
        """The next envelope, pings answered on the way; `ConnectionError` when the host closed."""
        while True:
            kind, data = self.next_frame()
            if kind == CLOSE:
                raise ConnectionError("closed")
            if kind == PING:
                self.socket.sendall(frame(PONG, data))
            elif kind == TEXT:
                return json.loads(data)
            elif kind == BINARY:
                (length,) = struct.unpack_from("<I", data)
                return json.loads(data[4 : 4 + length])

    def answer_to(self, call_id: Any) -> dict[str, Any]:
        """The result of one call; what else comes is passed over."""
        while True:
            envelope = self.receive()
            if envelope["kind"] == "result" and envelope["id"] == call_id:
                return envelope

    def next_frame(self) -> tuple[int, bytes]:
        """Kind and payload of the next WebSocket frame."""
        first, second = self.exactly(2)
        length = second & 127
        if length == 126:
            (length,) = struct.unpack(">H", self.exactly(2))
        elif length == 127:
            (length,) = struct.unpack(">Q", self.exactly(8))
        return first & 15, self.exactly(length)

    def exactly(self, count: int) -> bytes:
        while len(self.buffer) < count:
            more = self.socket.recv(65536)
            if not more:
                raise ConnectionError("closed")
            self.buffer += more
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def closes(self) -> bool:
        """Whether the host ends the connection, however it says so."""
        try:
            while True:
                self.receive()
        except (ConnectionError, OSError):
            return True

    def close(self) -> None:
        self.socket.close()


def call(call_id: Any, epoch: str, operation: str, **arguments: Any) -> dict[str, Any]:
    """A `call` envelope."""
    return {
        "kind": "call",
        "id": call_id,
        "key": base64.b32encode(os.urandom(10)).decode(),
        "operation": operation,
        "arguments": arguments,
        "timeout_ms": 20_000,
        "epoch": epoch,
        "attachments": [],
    }


def frame(kind: int, payload: bytes, *, claimed: int | None = None) -> bytes:
    """A masked client frame; `claimed` lies about the length."""
    length = len(payload) if claimed is None else claimed
    head = bytes([128 | kind])
    if length < 126:
        head += bytes([128 | length])
    elif length < 65536:
        head += bytes([128 | 126]) + struct.pack(">H", length)
    else:
        head += bytes([128 | 127]) + struct.pack(">Q", length)
    mask = os.urandom(4)
    return head + mask + bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))
