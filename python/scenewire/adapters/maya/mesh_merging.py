"""Merging and deleting elements of meshes."""

from __future__ import annotations

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.components import Mesh
from scenewire.adapters.maya.faces import delete_faces
from scenewire.adapters.maya.mesh_batches import each_edited
from scenewire.adapters.maya.mesh_whole import take_points
from scenewire.adapters.mesh_elements import Chosen
from scenewire.errors import InvalidParamsError, NotSupportedError

#: Vertices that were put into one place lie in it as far as single precision goes.
_SAME = 1e-5


def merge_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Makes one of several."""
    return each_edited(items, _merge, may_change_nothing=True)


def _merge(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    from maya import cmds

    method, vertices = item.get("method", "by_distance"), chosen.get("vertex")
    distance = _SAME
    if method == "by_distance":
        vertices, distance = (
            vertices if vertices is not None else list(range(mesh.count("vertex"))),
            item.get("distance", 0.0001),
        )
    else:
        if not vertices or len(vertices) < 2:
            raise InvalidParamsError(
                f"`{method}` merges the vertices named",
                {"path": "vertex_ids", "expected": "two or more", "got": len(vertices or ())},
            )
        for group in _connected(mesh, vertices) if method == "collapse" else [vertices]:
            _gather(mesh, group, method)
    cmds.polyMergeVertex(
        mesh.parts("vertex", vertices), distance=distance, alwaysMergeTwoVertices=False, constructionHistory=False
    )


def _gather(mesh: Mesh, vertices: list[int], method: str) -> None:
    """Puts vertices into one place."""
    from maya import cmds

    points = [mesh.it.getPoint(vertex) for vertex in vertices]
    if method in ("at_first", "at_last"):
        points = points[:1] if method == "at_first" else points[-1:]
    place = [sum(part) / len(points) for part in zip(*((point.x, point.y, point.z) for point in points))]
    cmds.xform(mesh.parts("vertex", vertices), objectSpace=True, translation=place)


def _connected(mesh: Mesh, vertices: list[int]) -> list[list[int]]:
    """The vertices in groups that hang together by edges between them."""
    left, groups = dict.fromkeys(vertices), []
    while left:
        waiting, group = [next(iter(left))], []
        while waiting:
            vertex = waiting.pop()
            if vertex not in left:
                continue
            del left[vertex]
            group.append(vertex)
            mesh.vertices.setIndex(vertex)
            for edge in list(mesh.vertices.getConnectedEdges()):
                waiting += [end for end in map(int, mesh.it.getEdgeVertices(int(edge))) if end in left]
        groups.append(group)
    groups = [group for group in groups if len(group) > 1]
    if not groups:
        raise InvalidParamsError("no edge joins these vertices", {"path": "vertex_ids"}, ["method at_center"])
    return groups


def delete_elements(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Deletes faces, with what only they had."""
    return each_edited(items, _delete)


def _delete(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    kind = item["type"]
    if not any(chosen.values()):
        raise InvalidParamsError("nothing to delete was named", {"path": f"{kind[:-1]}_ids", "expected": "one or more"})
    doomed = _faces_of(mesh, kind, chosen)
    loose = {vertex for vertex in chosen.get("vertex", ()) if not _around(mesh, vertex)} if kind == "vertices" else ()
    if not doomed and not loose:
        raise InvalidParamsError(
            f"what was named has no {kind} between it", {"path": "type", "expected": f"{kind}", "got": 0}
        )
    if kind.startswith("only_") and (kind != "only_faces" or not _shared(mesh, doomed)):
        raise NotSupportedError(
            "edges and vertices of Maya are those of faces: they go with the last face that has them",
            {"path": "type", "got": kind},
            ["type faces"],
        )
    if loose:
        take_points(mesh.node.path, set(loose))
    delete_faces(mesh.node, doomed)


def _faces_of(mesh: Mesh, kind: str, chosen: Chosen) -> set[int]:
    """The faces that go: those named; of vertices and edges those around them."""
    doomed = set(chosen.get("face", ()))
    vertices = set(chosen.get("vertex", ()))
    if kind == "vertices":
        vertices.update(corner for face in doomed for corner in map(int, mesh.it.getPolygonVertices(face)))
        for edge in chosen.get("edge", ()):
            vertices.update(map(int, mesh.it.getEdgeVertices(edge)))
        return {face for vertex in vertices for face in _around(mesh, vertex)}
    edges = set(chosen.get("edge", ()))
    if kind == "edges":
        for face in doomed:
            edges |= _edges_of(mesh, face)
        for vertex in vertices:
            mesh.vertices.setIndex(vertex)
            every = map(int, mesh.vertices.getConnectedEdges())
            edges.update(edge for edge in every if vertices.issuperset(mesh.it.getEdgeVertices(edge)))
        vertices = set()
    for edge in edges:
        doomed.update(face for face in _around(mesh, int(mesh.it.getEdgeVertices(edge)[0]))
                      if edge in _edges_of(mesh, face))  # fmt: skip
    return doomed | {face for vertex in vertices for face in _around(mesh, vertex)}


def _shared(mesh: Mesh, doomed: set[int]) -> bool:
    """Whether each edge of these faces is one of another face too, which stays."""
    kept = {edge for face in range(mesh.count("face")) if face not in doomed for edge in _edges_of(mesh, face)}
    return all(_edges_of(mesh, face) <= kept for face in doomed)


def _edges_of(mesh: Mesh, face: int) -> set[int]:
    mesh.faces.setIndex(face)
    return set(map(int, mesh.faces.getEdges()))


def _around(mesh: Mesh, vertex: int) -> set[int]:
    mesh.vertices.setIndex(vertex)
    return set(map(int, mesh.vertices.getConnectedFaces()))


OPERATIONS: dict[str, Atomic] = {
    "merge_vertices": merge_vertices,
    "delete_elements": delete_elements,
}
