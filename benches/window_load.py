"""A process that keeps a host busy until it is ended: `window_load.py scenewire N`, `rival N PORT`, or `spin`, which
asks for nothing and only computes, as the clients of the others do too.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import threading

IN_FLIGHT = 16


async def scenewire_clients(count: int) -> None:
    """Clients with several calls in flight each."""
    import scenewire

    async def one_after_the_other(client: scenewire.AsyncClient) -> None:
        while True:
            await client.call("get_selection", {}, timeout=60)

    clients = [scenewire.connect_async() for _ in range(count)]
    for client in clients:
        # One after the other: a host has few seats for callers that it does not know yet.
        await client.call("get_selection", {}, timeout=60)
    await asyncio.gather(*(one_after_the_other(client) for client in clients for _ in range(IN_FLIGHT)))


def rival_client(port: int) -> None:
    """One call at a time: its server does not take more on a connection."""
    with socket.create_connection(("localhost", port)) as peer:
        while True:
            peer.sendall(json.dumps({"type": "ping", "params": {}}).encode())
            if not peer.recv(1 << 16):
                return


def main(kind: str, count: str = "1", port: str = "0") -> None:
    """Until a signal ends it."""
    if kind == "scenewire":
        asyncio.run(scenewire_clients(int(count)))
    elif kind == "rival":
        for _ in range(int(count)):
            threading.Thread(target=rival_client, args=(int(port),)).start()
    else:
        while True:
            pass


if __name__ == "__main__":
    main(*sys.argv[1:])
