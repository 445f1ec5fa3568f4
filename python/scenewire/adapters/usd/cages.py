"""Who is joined to whom in a mesh, read once for as long as nobody changes it. USD keeps faces as lists of vertices;
edges are where faces have a side, numbered as faces come to them.
"""

from __future__ import annotations

import functools
import math
import zlib
from itertools import accumulate
from typing import Any

from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.stage import STAGE, when

#: Meshes whose cages are kept: an agent works on a few at a time.
_MOST = 16


def geometry(owner: Handle) -> Any:
    """The mesh of a node."""
    from pxr import UsdGeom

    return UsdGeom.Mesh(owner.prim)


def revision(mesh: Any) -> str:
    """What changes with the topology: a checksum of it."""
    sum_ = zlib.crc32(arrays.data(mesh.GetFaceVertexIndicesAttr().Get(when()) or ()))
    sum_ = zlib.crc32(arrays.data(mesh.GetFaceVertexCountsAttr().Get(when()) or ()), sum_)
    return f"{arrays.counts(mesh)[0]}-{sum_:08x}"


class Cage:
    """The topology of one mesh."""

    def __init__(self, mesh: Any, topology: str) -> None:
        self.topology = topology
        self.vertex_count = arrays.counts(mesh)[0]
        self.corners: list[int] = list(mesh.GetFaceVertexIndicesAttr().Get(when()) or ())
        self.sizes: list[int] = list(mesh.GetFaceVertexCountsAttr().Get(when()) or ())
        self.starts = [0, *accumulate(self.sizes)]
        #: Whether faces go clockwise around their front, which is no matter of topology.
        self.mirrored = False

    def span(self, face: int) -> range:
        """The corners of a face."""
        return range(self.starts[face], self.starts[face + 1])

    def face(self, face: int) -> list[int]:
        """The vertices of a face."""
        return self.corners[self.starts[face] : self.starts[face + 1]]

    @functools.cached_property
    def edges(self) -> list[tuple[int, int]]:
        """The two vertices of each edge, the lower number first."""
        found = dict.fromkeys((min(pair), max(pair)) for at in range(len(self.sizes)) for pair in sides(self.face(at)))
        return list(found)

    @functools.cached_property
    def numbers(self) -> dict[frozenset[int], int]:
        """The number of each edge, by its vertices."""
        return {frozenset(pair): at for at, pair in enumerate(self.edges)}

    @functools.cached_property
    def around(self) -> list[list[int]]:
        """The corners that each vertex is."""
        found: list[list[int]] = [[] for _ in range(self.vertex_count)]
        for at, vertex in enumerate(self.corners):
            found[vertex].append(at)
        return found

    @functools.cached_property
    def owners(self) -> list[int]:
        """The face of each corner."""
        return [face for face, size in enumerate(self.sizes) for _ in range(size)]

    def count(self, kind: str) -> int:
        """How many vertices, edges or faces there are."""
        if kind == "edge":
            return len(self.edges)
        return self.vertex_count if kind == "vertex" else len(self.sizes)


def sides(face: list[int]) -> list[tuple[int, int]]:
    """The pairs of vertices that a face goes along."""
    return list(zip(face, [*face[1:], *face[:1]]))


_KEPT: dict[tuple[int, int], tuple[int, Cage]] = {}


def cage_of(owner: Handle) -> Cage:
    """The topology of a mesh as it is now."""
    key = IDENTITY.epoch, owner.number
    changes, kept = _KEPT.get(key, (-1, None))
    if kept is not None and changes == STAGE.changes:
        return kept
    mesh = geometry(owner)
    topology = revision(mesh)
    if kept is None or kept.topology != topology:
        kept = Cage(mesh, topology)
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
    kept.mirrored = mesh.GetOrientationAttr().Get() == "leftHanded"
    _KEPT[key] = STAGE.changes, kept
    return kept


def points_of(owner: Handle) -> Any:
    """Where the vertices are."""
    return geometry(owner).GetPointsAttr().Get(when()) or arrays.vectors([], 3)


def across(cage: Cage, points: Any, face: int) -> list[float]:
    """The area of a face as a vector that stands on it (Newell's formula, good for faces that are not flat)."""
    total = [0.0, 0.0, 0.0]
    for start, end in sides(cage.face(face)):
        (a, b, c), (d, e, f) = points[start], points[end]
        total = [total[0] + (b - e) * (c + f), total[1] + (c - f) * (a + d), total[2] + (a - d) * (b + e)]
    half = -0.5 if cage.mirrored else 0.5
    return [half * number for number in total]


def unit(vector: list[float]) -> list[float] | None:
    """The same direction, one long; None of nothing."""
    length = math.hypot(*vector)
    return [number / length for number in vector] if length else None


def vertex_normal(cage: Cage, points: Any, vertex: int) -> list[float] | None:
    """The mean of the normals of the faces of a vertex; None of one in no face."""
    faces = dict.fromkeys(cage.owners[corner] for corner in cage.around[vertex])
    normals = [unit(across(cage, points, face)) or [0.0] * 3 for face in faces]
    return unit([sum(numbers) for numbers in zip(*normals)]) if normals else None
