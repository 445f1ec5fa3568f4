"""Several vertices of a mesh become one."""

from __future__ import annotations

import itertools
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.mesh_elements import Chosen
from scenewire.adapters.usd.cages import points_of
from scenewire.adapters.usd.mesh_batches import each_edited
from scenewire.adapters.usd.mesh_edits import Edit, Face
from scenewire.errors import InvalidParamsError


def merge_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Those that lie together, or those named."""
    return each_edited(items, _merge, may_change_nothing=True)


def _merge(edit: Edit, item: Item, chosen: Chosen) -> None:
    method, points = item.get("method", "by_distance"), points_of(edit.owner)
    vertices = chosen.get("vertex")
    if vertices is None:
        vertices = list(range(edit.before.vertex_count))
    if method != "by_distance" and len(vertices) < 2:
        raise InvalidParamsError(
            "it takes two vertices to merge them",
            {"path": "vertex_ids", "expected": "two or more", "got": len(vertices)},
        )
    if method == "by_distance":
        groups = _near(points, vertices, item.get("distance", 0.0001))
    elif method == "collapse":
        groups = _connected(edit, vertices)
    else:
        groups = [vertices]
    kept: dict[int, int] = {}
    for group in groups:
        first = group[-1] if method == "at_last" else group[0]
        if method in ("at_center", "collapse"):
            edit.places[first] = sum((points[one] for one in group[1:]), points[group[0]]) / len(group)
        kept.update(dict.fromkeys(group, first))
    _replace(edit, {vertex: first for vertex, first in kept.items() if vertex != first})


def _near(points: Any, vertices: list[int], distance: float) -> list[list[int]]:
    """Vertices about each first one, looked for in the cells around its own."""
    size = max(distance, 1e-9)
    cells: dict[tuple[int, ...], list[list[int]]] = {}
    groups: list[list[int]] = []
    for vertex in vertices:
        cell = tuple(int(number // size) for number in points[vertex])
        around = itertools.product(*((number - 1, number, number + 1) for number in cell))
        there = (group for one in around for group in cells.get(one, ()))
        group = next((g for g in there if (points[g[0]] - points[vertex]).GetLength() <= distance), None)
        if group is None:
            group = []
            groups.append(group)
            cells.setdefault(cell, []).append(group)
        group.append(vertex)
    return [group for group in groups if len(group) > 1]


def _connected(edit: Edit, vertices: list[int]) -> list[list[int]]:
    """The parts of some vertices that edges join."""
    meant = {*vertices}
    near: dict[int, list[int]] = {vertex: [] for vertex in vertices}
    for start, end in edit.before.edges:
        if start in meant and end in meant:
            near[start].append(end)
            near[end].append(start)
    groups: list[list[int]] = []
    while meant:
        part, waiting = [], [next(vertex for vertex in vertices if vertex in meant)]
        meant.discard(waiting[0])
        while waiting:
            part.append(waiting.pop())
            waiting += [other for other in near[part[-1]] if other in meant]
            meant.difference_update(waiting)
        groups.append(part)
    return [group for group in groups if len(group) > 1]


def _replace(edit: Edit, instead: dict[int, int]) -> None:
    """Faces have the vertices that are left; a face that is none any more, or is there twice, goes."""
    seen: set[frozenset[int]] = set()
    for at, face in enumerate(edit.faces):
        if face is None:
            continue
        if instead.keys() & {*face.vertices}:
            face = edit.faces[at] = _without_repeats(face, instead)
        if face is not None and frozenset(face.vertices) in seen:
            edit.faces[at] = None
        elif face is not None:
            seen.add(frozenset(face.vertices))
    edit.drop_vertices({*instead})


def _without_repeats(face: Face, instead: dict[int, int]) -> Face | None:
    vertices = [instead.get(vertex, vertex) for vertex in face.vertices]
    kept = [at for at, vertex in enumerate(vertices) if vertex != vertices[at - 1]]
    order = [vertices[at] for at in kept]
    if len(order) < 3 or len({*order}) != len(order):
        return None
    return Face(order, [face.corners[at] for at in kept], face.origin)
