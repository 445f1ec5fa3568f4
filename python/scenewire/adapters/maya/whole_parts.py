"""Meshes as data put together, taken apart and moved, with all that lies on them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from scenewire.adapters.maya import matrices
from scenewire.adapters.maya.mesh_whole import Vector, Whole
from scenewire.adapters.maya.rotations import Row

#: Maya tells a corner without a colour as one of -1.
_NO_COLOR = (-1.0, -1.0, -1.0, -1.0)


def moved(whole: Whole, matrix: Row) -> Whole:
    """The mesh through a matrix. A mirror turns faces round, so that what looked out still does."""
    back = matrices.inverse(matrix)
    after = replace(
        whole,
        points=[_through(matrix, point, 1.0) for point in whole.points],
        # A normal goes by the inverse, its rows taken as columns.
        normals=[(face, vertex, _unit(_through(matrices.to_columns(back), normal, 0.0)))
                 for face, vertex, normal in whole.normals],
    )  # fmt: skip
    return _turned(after) if math.prod(matrices.parts(matrix)["scale"]) < 0 else after


def _through(matrix: Row, point: Vector, one: float) -> Vector:
    x, y, z = (sum(part * matrix[4 * at + axis] for at, part in enumerate((*point, one))) for axis in range(3))
    return x, y, z


def _unit(vector: Vector) -> Vector:
    length = math.hypot(*vector) or 1.0
    return vector[0] / length, vector[1] / length, vector[2] / length


def _turned(whole: Whole) -> Whole:
    return replace(
        whole,
        connects=_backwards(whole.connects, whole.counts),
        uvs={name: (us, vs, counts, _backwards(ids, counts)) for name, (us, vs, counts, ids) in whole.uvs.items()},
        colors={
            name: (_backwards(colors, whole.counts), representation, clamped)
            for name, (colors, representation, clamped) in whole.colors.items()
        },
    )


def _backwards(corners: list[Any], counts: list[int]) -> list[Any]:
    return [corner for part in _by_face(corners, counts) for corner in reversed(part)]


def _by_face(corners: list[Any], counts: Iterable[int]) -> Iterator[list[Any]]:
    start = 0
    for count in counts:
        yield corners[start : start + count]
        start += count


def joined(wholes: list[Whole]) -> Whole:
    """Several meshes as one; sets of UVs and of colours of one name become one."""
    after, *others = wholes
    for other in others:
        after = _joined(after, other)
    return after


def _joined(one: Whole, other: Whole) -> Whole:
    from maya.api import OpenMaya

    shift, faces = len(one.points), len(one.counts)

    def edge(ends: frozenset[int]) -> frozenset[int]:
        return frozenset(end + shift for end in ends)

    uvs = {}
    for name in dict.fromkeys((*one.uvs, *other.uvs)):
        (us, vs, counts, ids) = one.uvs.get(name, ([], [], [0] * faces, []))
        (more_us, more_vs, more_counts, more_ids) = other.uvs.get(name, ([], [], [0] * len(other.counts), []))
        more = [at + len(us) for at in more_ids]
        uvs[name] = ([*us, *more_us], [*vs, *more_vs], [*counts, *more_counts], [*ids, *more])
    colors = {}
    for name in dict.fromkeys((*one.colors, *other.colors)):
        _, representation, clamped = one.colors.get(name) or other.colors[name]
        halves = [
            half.colors[name][0] if name in half.colors else [OpenMaya.MColor(_NO_COLOR)] * len(half.connects)
            for half in (one, other)
        ]
        colors[name] = ([*halves[0], *halves[1]], representation, clamped)
    (vertices, creases), (more_vertices, more_creases) = one.vertex_creases, other.vertex_creases
    return Whole(
        points=[*one.points, *other.points],
        counts=[*one.counts, *other.counts],
        connects=[*one.connects, *(vertex + shift for vertex in other.connects)],
        uvs=uvs,
        colors=colors,
        normals=[*one.normals, *((face + faces, vertex + shift, normal) for face, vertex, normal in other.normals)],
        hard=one.hard | {edge(ends) for ends in other.hard},
        creases={**one.creases, **{edge(ends): crease for ends, crease in other.creases.items()}},
        vertex_creases=([*vertices, *(at + shift for at in more_vertices)], [*creases, *more_creases]),
    )


def of_faces(whole: Whole, faces: list[int], besides: Iterable[int] = ()) -> Whole:
    """These faces alone, with their vertices, and some vertices besides."""
    every = list(_by_face(whole.connects, whole.counts))
    left = sorted({vertex for face in faces for vertex in every[face]}.union(besides))
    number, place = {vertex: at for at, vertex in enumerate(left)}, {face: at for at, face in enumerate(faces)}

    def edge(ends: frozenset[int]) -> frozenset[int]:
        return frozenset(number[end] for end in ends)

    vertices, creases = whole.vertex_creases
    kept = [(number[at], crease) for at, crease in zip(vertices, creases) if at in number]
    return Whole(
        points=[whole.points[vertex] for vertex in left],
        counts=[whole.counts[face] for face in faces],
        connects=[number[vertex] for face in faces for vertex in every[face]],
        uvs={name: _uvs_of(uvs, faces) for name, uvs in whole.uvs.items()},
        colors={
            name: (_chosen(colors, whole.counts, faces), representation, clamped)
            for name, (colors, representation, clamped) in whole.colors.items()
        },
        normals=[(place[face], number[at], normal) for face, at, normal in whole.normals if face in place],
        hard={edge(ends) for ends in whole.hard if ends <= number.keys()},
        creases={edge(ends): crease for ends, crease in whole.creases.items() if ends <= number.keys()},
        vertex_creases=([at for at, _ in kept], [crease for _, crease in kept]),
    )


def _chosen(corners: list[Any], counts: list[int], faces: list[int]) -> list[Any]:
    every = list(_by_face(corners, counts))
    return [corner for face in faces for corner in every[face]]


def _uvs_of(
    uvs: tuple[list[float], list[float], list[int], list[int]], faces: list[int]
) -> tuple[list[float], list[float], list[int], list[int]]:
    us, vs, counts, ids = uvs
    chosen = _chosen(ids, counts, faces)
    left = sorted(set(chosen))
    number = {old: new for new, old in enumerate(left)}
    return (
        [us[at] for at in left],
        [vs[at] for at in left],
        [counts[face] for face in faces],
        [number[at] for at in chosen],
    )
