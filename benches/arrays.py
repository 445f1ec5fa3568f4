"""A mesh of a million vertices, created and read: as arrays, and as the JSON lists that are common."""

from __future__ import annotations

import json
import socket
import subprocess
from pathlib import Path
from typing import Any

from measure import Row, p50, sample, span

SIDE = 1_000
HERE = Path(__file__).resolve().parent


def grid() -> tuple[Any, Any]:
    """A square of a million vertices and two million triangles less a rim."""
    import numpy as np

    ys, xs = np.mgrid[0:SIDE, 0:SIDE].astype("f4")
    vertices = np.stack([xs, ys, np.sin(xs / 9)], axis=-1).reshape(-1, 3).astype("f4")
    corner = (np.arange(SIDE - 1)[:, None] * SIDE + np.arange(SIDE - 1)).reshape(-1)
    faces = np.stack(
        [corner, corner + 1, corner + SIDE + 1, corner, corner + SIDE + 1, corner + SIDE], axis=-1
    )
    return vertices, faces.reshape(-1).astype("i4")


def all_rows(host: Any, client: Any) -> list[Row]:
    """Create and read, each beside its twin over JSON."""
    vertices, indices = grid()
    item = {"name": "Field", "vertices": vertices, "indices": indices}
    ids: list[str] = []

    def create() -> None:
        ids[:] = client.call("create_meshes", {"items": [item]}, timeout=300)["ids"]

    def read() -> None:
        client.call("get_meshes", {"ids": ids, "fields": ["vertices", "indices"]}, timeout=300)

    ours_create, ours_read = sample(create, 5, 1), sample(read, 5, 1)
    client.call("delete_meshes", {"ids": ids}, timeout=120)
    lists_create, lists_read = lists(host, vertices, indices)
    return [
        row("create a mesh of 1,000,000 vertices", ours_create, lists_create),
        row("read it", ours_read, lists_read),
    ]


def row(what: str, ours: list[float], theirs: list[float]) -> Row:
    """How many times faster than lists."""
    times = p50(theirs) / p50(ours)
    return Row(what, span(ours), f"{span(theirs)} as JSON lists", f"≥ 50 x ({times:.0f} x here)", times >= 50)


def lists(host: Any, vertices: Any, indices: Any) -> tuple[list[float], list[float]]:
    """The same mesh over a socket as JSON, in the Python of the same Blender; encoding and decoding count."""
    python = Path(host.spec["argv"][0]).parent / "python"
    with subprocess.Popen([python, HERE / "json_peer.py"], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        port = next(line for line in process.stdout if line.strip().isdigit())
        with socket.create_connection(("127.0.0.1", int(port))) as peer, peer.makefile("rwb") as stream:

            def ask(message: dict[str, Any]) -> Any:
                stream.write(json.dumps(message).encode() + b"\n")
                stream.flush()
                return json.loads(stream.readline())

            faces = indices.reshape(-1, 3)
            create = sample(
                lambda: ask({"do": "create", "vertices": vertices.tolist(), "faces": faces.tolist()}), 1
            )
            return create, sample(lambda: ask({"do": "read"}), 1)
