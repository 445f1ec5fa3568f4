"""The floor of every round trip: a process that sends back what comes, over loopback TCP."""

from __future__ import annotations

import socket


def main() -> None:
    """Serves one connection and prints its port first."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        peer, _ = server.accept()
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while data := peer.recv(4096):
            peer.sendall(data)


main()
