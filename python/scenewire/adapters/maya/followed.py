"""Which vertex, edge or face of a mesh became which: Maya's commands do not say, and keep places as they were."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.maya.mesh_arrays import corners_of

Point = tuple[float, float, float]


@dataclass(frozen=True)
class Shape:
    """Where the vertices of a mesh are, and which of them each edge and face has."""

    points: list[Point]
    edges: list[tuple[int, int]]
    faces: list[tuple[int, ...]]

    @classmethod
    def of(cls, mesh: Any) -> Shape:
        """That of OpenMaya's mesh."""
        counts, connects = corners_of(mesh)
        faces, start = [], 0
        for count in counts:
            faces.append(tuple(connects[start : start + count]))
            start += count
        points = [(point.x, point.y, point.z) for point in mesh.getPoints()]
        edges = [(int(ends[0]), int(ends[1])) for ends in map(mesh.getEdgeVertices, range(mesh.numEdges))]
        return cls(points, edges, faces)


def followed(before: Shape, after: Shape) -> dict[str, list[int]]:
    """The new number of each, -1 for what is gone or cannot be told from another one."""
    vertices = _vertices(before.points, after.points)

    def named(numbers: tuple[int, ...]) -> tuple[int, ...] | None:
        found = tuple(vertices[number] for number in numbers)
        return None if -1 in found else found

    return {
        "vertex": vertices,
        "edge": _alike(
            [found and frozenset(found) for found in map(named, before.edges)], list(map(frozenset, after.edges))
        ),
        "face": _alike([found and cycle(found) for found in map(named, before.faces)], list(map(cycle, after.faces))),
    }


def _vertices(before: list[Point], after: list[Point]) -> list[int]:
    """Those that only got company keep their numbers; else a place tells which is which, and several in one place
    their order, as long as they are as many as before."""
    if after[: len(before)] == before:
        return list(range(len(before)))
    return _alike(before, after, in_order=True)


def _alike(before: Sequence[Hashable | None], after: Sequence[Hashable], in_order: bool = False) -> list[int]:
    """For each the number of the one that is equal to it; -1 where there is none, or there are several."""
    were, are = _numbers(before), _numbers(after)
    found = [-1] * len(before)
    for key, olds in were.items():
        news = are.get(key, []) if key is not None else []
        if len(olds) == len(news) and (in_order or len(olds) == 1):
            for old, new in zip(olds, news):
                found[old] = new
    return found


def _numbers(keys: Sequence[Hashable | None]) -> dict[Hashable | None, list[int]]:
    places: dict[Hashable | None, list[int]] = {}
    for number, key in enumerate(keys):
        places.setdefault(key, []).append(number)
    return places


def cycle(corners: tuple[int, ...]) -> tuple[int, ...]:
    """The corners of a face from its least one on."""
    start = corners.index(min(corners))
    return corners[start:] + corners[:start]
