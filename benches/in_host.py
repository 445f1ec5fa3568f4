"""What the scene's own size costs: an undo step among 2,000 objects, a mesh of a million vertices."""

from __future__ import annotations

import json
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from report import Row
from unguarded import unguarded

OBJECTS = 2_000
MANY, PAGE, BATCH = 10_000, 50, 1_000
SIDE = 1_000  # vertices along an edge of the grid: a million in all

FILL = f"""
import bpy
mesh = bpy.data.meshes.new("bench")
for i in range({OBJECTS}):
    bpy.context.scene.collection.objects.link(bpy.data.objects.new(f"bench.{{i:04}}", mesh))
"""
BARE_LOOK = f"""
import bpy, time
times = []
for _ in range(30):
    start = time.perf_counter()
    objects = list(bpy.context.scene.objects)
    [(node.name, node.type) for node in objects[:{PAGE}]]
    times.append(time.perf_counter() - start)
sorted(times)[len(times) // 2]
"""
BARE_BATCH = f"""
import bpy, time
bpy.ops.ed.undo_push(message="bench")
start = time.perf_counter()
for at in range({BATCH}):
    node = bpy.data.objects.new(f"bare.{{at}}", None)
    bpy.context.scene.collection.objects.link(node)
    node.location.x = at
bpy.context.view_layer.update()
bpy.ops.ed.undo_push(message="bench")
time.perf_counter() - start
"""
BARE_PUSH = """
import bpy, time
times = []
for i in range(30):
    bpy.data.objects["bench.0000"].location.x = i
    bpy.context.view_layer.update()
    start = time.perf_counter()
    bpy.ops.ed.undo_push(message="bench")
    times.append(time.perf_counter() - start)
sorted(times)[len(times) // 2]
"""
# A host as the rivals speak to it: JSON text over a socket, lists of lists, `from_pydata`.
JSON_SERVER = """
import bpy, json, socket
with socket.create_server(("127.0.0.1", 0)) as server:
    open({port_file!r}, "w").write(str(server.getsockname()[1]))
    peer, _ = server.accept()
    with peer, peer.makefile("rwb") as stream:
        request = json.loads(stream.readline())
        mesh = bpy.data.meshes.new("json")
        mesh.from_pydata(request["vertices"], [], request["faces"])
        stream.write(b"done\\n"); stream.flush()
        stream.readline()
        answer = {{"vertices": [list(v.co) for v in mesh.vertices]}}
        stream.write(json.dumps(answer).encode() + b"\\n"); stream.flush()
        bpy.data.meshes.remove(mesh)
"""


ASKED = "at least 50 times faster"
Json = dict[str, Any]
# The mesh that was just made once more, by Blender's own calls and nothing else: arrays that are ready, an object, an
# undo step. With the edges given, as ours are, and with Blender looking for them itself.
BARE_MESH = """
import bpy, time
from array import array
made = bpy.data.meshes[-1]

def read(data, field, width=1, code="i"):
    into = array(code, bytes(4 * width * len(data)))
    data.foreach_get(field, into)
    return into

places = read(made.vertices, "co", 3, "f")
corners = read(made.loops, "vertex_index")
starts = read(made.polygons, "loop_start")
edges = read(made.edges, "vertices", 2)
of_corners = read(made.loops, "edge_index")

def build(given):
    bpy.ops.ed.undo_push(message="before")
    start = time.perf_counter()
    mesh = bpy.data.meshes.new("bare")
    mesh.vertices.add(len(places) // 3)
    mesh.attributes["position"].data.foreach_set("vector", places)
    if corners:
        mesh.loops.add(len(corners))
        mesh.polygons.add(len(starts))
        mesh.attributes[".corner_vert"].data.foreach_set("value", corners)
        mesh.polygons.foreach_set("loop_start", starts)
        if given:
            mesh.edges.add(len(edges) // 2)
            mesh.attributes[".edge_verts"].data.foreach_set("value", edges)
            mesh.attributes[".corner_edge"].data.foreach_set("value", of_corners)
    mesh.update(calc_edges=not given)
    node = bpy.data.objects.new("bare", mesh)
    bpy.context.scene.collection.objects.link(node)
    bpy.context.view_layer.update()
    bpy.ops.ed.undo_push(message="bare")
    took = time.perf_counter() - start
    bpy.data.meshes.remove(mesh)
    return took

[sorted(build(given) for _ in range(5))[2] for given in (True, False)]
"""


def rows(client: Any) -> list[Row]:
    """All figures of this file; the scene is emptied before each."""
    return [undo(client), page(client), batch(client), steps_together(client), *mesh(client)]


def undo(client: Any) -> Row:
    """A typed change with its undo step, beside the bare push of the host."""
    client.new_file()
    client.execute_python(code=FILL, timeout=120)
    name = "bench.0001"
    ours = median(lambda i: client.update_nodes(items=[{"ids": [name], "position": [i, 0, 0]}]), 30)
    bare = client.execute_python(code=BARE_PUSH, timeout=120)["value"]
    what = f"`update_nodes` with its undo step, {OBJECTS:,} objects"
    beside = f"bare `ed.undo_push`: {bare * 1e3:.1f} ms ({ours / bare:.2f} times)"
    return Row(what, f"{ours * 1e3:.1f} ms", beside, "beside the bare push")


def page(client: Any) -> Row:
    """Fifty nodes of a large scene with all their fields, beside the host's own look through its objects."""
    client.new_file()
    client.execute_python(code=FILL.replace(str(OBJECTS), str(MANY)), timeout=120)
    ours = median(lambda _: client.list_nodes(limit=PAGE), 50)
    bare = client.execute_python(code=BARE_LOOK, timeout=120)["value"]
    what = f"`list_nodes`, a page of {PAGE} of {MANY:,} objects"
    beside = f"bare `list(scene.objects)` and names of {PAGE}: {bare * 1e3:.1f} ms"
    return Row(what, f"{ours * 1e3:.1f} ms", beside, "at most 5 ms in the host")


def batch(client: Any) -> Row:
    """A thousand new nodes in one call with its undo step, beside the host's own functions for the same."""
    times = []
    for run in range(6):
        client.new_file()
        items = [{"name": f"bench.{run}.{at}", "position": [at, 0, 0]} for at in range(BATCH)]
        start = time.perf_counter()
        client.create_nodes(items=items)
        times.append(time.perf_counter() - start)
    client.new_file()
    ours, bare = statistics.median(times[1:]), client.execute_python(code=BARE_BATCH, timeout=120)["value"]
    beside = f"bare `objects.new`, `link` and `ed.undo_push`: {bare * 1e3:.0f} ms ({ours / bare:.1f} times)"
    return Row(f"`create_nodes`, {BATCH:,} in one call", f"{ours * 1e3:.0f} ms", beside, "at most 100 ms")


def mesh(client: Any) -> list[Row]:
    """Create and read a million vertices as arrays, and the same as JSON lists over a socket; then with faces."""
    vertices, faces = grid()
    bare = {"name": "points", "vertices": vertices}
    face_sizes = np.full(len(faces), 4, "i4")
    return [
        *compared(client, "Mesh of 1,000,000 vertices", bare, vertices, []),
        *compared(
            client,
            f"The same with {len(faces):,} faces",
            {**bare, "indices": faces.ravel(), "face_sizes": face_sizes},
            vertices,
            faces.tolist(),
        ),
    ]


def compared(client: Any, what: str, item: Json, vertices: np.ndarray, faces: list[list[int]]) -> list[Row]:
    """Two rows: create and read, each beside the same through JSON text."""
    client.new_file()
    made: list[str] = []
    create = median(lambda _: made.append(client.create_meshes(items=[item])["ids"][0]), 5)
    read = median(lambda _: client.get_meshes(ids=made[-1:], fields=["vertices"]), 5)
    returned = client.get_meshes(ids=made[-1:], fields=["vertices"])["items"][0]["vertices"]
    assert np.asarray(returned).tobytes() == vertices.tobytes(), "the vertices did not come back as they were"
    given, own = client.execute_python(code=BARE_MESH, timeout=120)["value"]
    client.new_file()
    json_create, json_read = json_lists(client, vertices.tolist(), faces)
    floor = f"; Blender's own calls alone: {given * 1e3:.0f} ms"
    if faces:
        floor += f", {own * 1e3:.0f} ms where it looks for the edges itself, and no check of the faces in either"
    return [
        Row(f"{what}, create", f"{create * 1e3:.0f} ms", versus(json_create, create) + floor, ASKED),
        Row(f"{what}, read vertices", f"{read * 1e3:.0f} ms", versus(json_read, read), ASKED),
    ]


def versus(as_json: float, ours: float) -> str:
    """The JSON figure and how many times longer it takes."""
    return f"as JSON lists: {as_json * 1e3:,.0f} ms ({as_json / ours:.0f} times)"


def grid() -> tuple[np.ndarray, np.ndarray]:
    """Vertices `[n, 3]` and quads `[m, 4]` of a square grid."""
    x, y = np.meshgrid(np.linspace(-1, 1, SIDE, dtype="f4"), np.linspace(-1, 1, SIDE, dtype="f4"))
    vertices = np.stack([x, y, np.sin(4 * x) * np.cos(4 * y) / 4], axis=-1).reshape(-1, 3).astype("f4")
    corner = (np.arange(SIDE - 1)[:, None] * SIDE + np.arange(SIDE - 1)).ravel()
    faces = np.stack([corner, corner + 1, corner + SIDE + 1, corner + SIDE], axis=-1).astype("i4")
    return vertices, faces


def json_lists(client: Any, vertices: list[list[float]], faces: list[list[int]]) -> tuple[float, float]:
    """Seconds to create and to read through JSON text, once each: it takes seconds."""
    with tempfile.TemporaryDirectory() as folder, unguarded(client):
        port_file = Path(folder, "port")
        code = JSON_SERVER.format(port_file=str(port_file))
        server = threading.Thread(target=lambda: client.execute_python(code=code, timeout=120))
        server.start()
        while not (port_file.exists() and port_file.read_text()):
            if not server.is_alive():
                sys.exit("the server of JSON lists did not start in the host")
            time.sleep(0.01)
        address = "127.0.0.1", int(port_file.read_text())
        with socket.create_connection(address) as peer, peer.makefile("rwb") as stream:
            start = time.perf_counter()
            stream.write(json.dumps({"vertices": vertices, "faces": faces}).encode() + b"\n")
            stream.flush()
            stream.readline()
            created = time.perf_counter()
            stream.write(b"read\n")
            stream.flush()
            json.loads(stream.readline())
            done = time.perf_counter()
        server.join()
    return created - start, done - created


SMALL = 1_000  # operations of one batch


def steps_together(client: Any) -> Row:
    """Many small operations as one batch, beside as many calls and beside one native call that does it all."""
    items = [{"name": f"bench.{i:04}"} for i in range(SMALL)]
    steps = [{"operation": "create_nodes", "arguments": {"items": [item]}} for item in items]
    ours = after_new_file(client, lambda: client.batch(operations=steps))
    calls = after_new_file(client, lambda: [client.create_nodes(items=[item]) for item in items])
    bulk = after_new_file(client, lambda: client.create_nodes(items=items))
    what = f"{SMALL:,} small operations (`create_nodes`) as one `batch`"
    beside = f"as {SMALL:,} calls: {calls:.1f} s ({calls / ours:.0f} times); as one bulk call: {bulk:.2f} s"
    return Row(what, f"{ours:.2f} s", beside, "at least 20 times faster than single calls")


def after_new_file(client: Any, work: Callable[[], object]) -> float:
    """Seconds in an empty scene."""
    client.new_file()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(once: Callable[[int], object], runs: int) -> float:
    """Median seconds of some runs after one that does not count."""
    times = []
    for i in range(runs + 1):
        start = time.perf_counter()
        once(i)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])
