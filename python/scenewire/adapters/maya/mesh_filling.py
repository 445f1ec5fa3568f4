"""Filling what lies between vertices or edges of meshes."""

from __future__ import annotations

import math

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.components import Mesh
from scenewire.adapters.maya.edges import join
from scenewire.adapters.maya.faces import append
from scenewire.adapters.maya.mesh_batches import each_edited
from scenewire.adapters.mesh_elements import Chosen
from scenewire.errors import InvalidParamsError, NotSupportedError

Vector = tuple[float, float, float]


def fill_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Joins vertices, or fills what lies between edges."""
    return each_edited(items, _fill)


def _fill(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    from maya import cmds

    edges, vertices = chosen.get("edge", []), chosen.get("vertex", [])
    method = item.get("method", "face")
    if len(edges) + len(vertices) < 2:
        raise InvalidParamsError(
            "that is too little to be filled",
            {"path": "vertex_ids", "expected": "two vertices or more, or two edges or more"},
        )
    if method == "grid":
        raise NotSupportedError(
            "Maya fills a border with one face and has no command for a grid", {"path": "method", "got": method}
        )
    if method != "face" and vertices:
        raise InvalidParamsError(
            f"`{method}` fills what lies between edges", {"path": "vertex_ids", "expected": "`edge_ids`"}
        )
    if not edges and len(vertices) == 2:
        join(mesh, vertices)
        return
    ends = [tuple(map(int, mesh.it.getEdgeVertices(edge))) for edge in edges]
    corners = (_ring(ends) if not vertices else []) or _around(
        mesh, [*vertices, *(end for pair in ends for end in pair)]
    )
    append(mesh, [_facing(mesh, corners)])
    if method == "triangles" and len(corners) > 3:
        # The face that was made is the last one.
        made = Mesh(mesh.node)
        cmds.polyTriangulate(made.parts("face", [made.count("face") - 1]), constructionHistory=False)


def _ring(pairs: list[tuple[int, ...]]) -> list[int]:
    """The vertices of edges that go around something, one after the other; none when they do not."""
    beside: dict[int, list[int]] = {}
    for one, other in pairs:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    if any(len(others) != 2 for others in beside.values()):
        return []
    ring = [pairs[0][0]]
    here = pairs[0][1]
    while here != ring[0]:
        ring.append(here)
        here = next(other for other in beside[here] if other != ring[-2])
    return ring if len(ring) == len(beside) else []


def _around(mesh: Mesh, vertices: list[int]) -> list[int]:
    """Corners in an order in which they go around their middle."""
    corners = list(dict.fromkeys(vertices))
    points = [(point.x, point.y, point.z) for point in map(mesh.it.getPoint, corners)]
    middle = tuple(sum(part) / len(points) for part in zip(*points))
    away: list[Vector] = [(x - middle[0], y - middle[1], z - middle[2]) for x, y, z in points]
    first = max(away, key=lambda way: math.hypot(*way))
    normal = max((_cross(first, way) for way in away), key=lambda way: math.hypot(*way))
    second = _cross(normal, first)
    # What is along the first way and across it, in the same measure.
    across = math.hypot(*normal) or 1.0
    angles = {corner: math.atan2(_dot(way, second) / across, _dot(way, first)) for corner, way in zip(corners, away)}
    return sorted(corners, key=angles.__getitem__)


def _cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _facing(mesh: Mesh, corners: list[int]) -> list[int]:
    """The corners in the direction in which the face looks as those beside it do: against theirs."""
    steps = set(zip(corners, [*corners[1:], *corners[:1]]))
    same = against = 0
    faces: set[int] = set()
    for corner in corners:
        mesh.vertices.setIndex(corner)
        faces.update(map(int, mesh.vertices.getConnectedFaces()))
    for face in faces:
        own = list(map(int, mesh.it.getPolygonVertices(face)))
        for step in zip(own, [*own[1:], *own[:1]]):
            same += step in steps
            against += step[::-1] in steps
    return corners[::-1] if same > against else corners


OPERATIONS: dict[str, Atomic] = {
    "fill_faces": fill_faces,
}
