"""What a mesh costs the common way: JSON lists over a socket into `from_pydata`, run in the same
Blender's Python.
"""

from __future__ import annotations

import json
import socket

import bpy


def create(message: dict[str, list[list[float]]]) -> dict[str, int]:
    """A mesh from lists."""
    mesh = bpy.data.meshes.new("Lists")
    mesh.from_pydata(message["vertices"], [], message["faces"])
    return {"vertex_count": len(mesh.vertices)}


def read() -> dict[str, list[list[float]]]:
    """The same mesh as lists."""
    mesh = bpy.data.meshes["Lists"]
    return {
        "vertices": [list(v.co) for v in mesh.vertices],
        "faces": [list(p.vertices) for p in mesh.polygons],
    }


def main() -> None:
    """Serves one connection, a line of JSON each way, and prints its port first."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        peer, _ = server.accept()
        with peer, peer.makefile("rwb") as stream:
            for line in stream:
                message = json.loads(line)
                answer = create(message) if message["do"] == "create" else read()
                stream.write(json.dumps(answer).encode() + b"\n")
                stream.flush()


main()
