"""The data of one mesh. It is never changed in place: who changes it makes another one."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from maya_double import linear
from maya_double.linear import Matrix, Vector

Edge = tuple[int, int]


@dataclass(frozen=True)
class UVSet:
    """Texture coordinates, and for each face the coordinate of each corner; an empty face has none."""

    points: tuple[tuple[float, float], ...] = ()
    faces: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True)
class ColorSet:
    """Colours of face corners by (face, vertex); `A`, `RGB` or `RGBA`."""

    representation: str = "RGBA"
    clamped: bool = False
    colors: dict[tuple[int, int], tuple[float, float, float, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class MeshData:
    """Points, faces by vertex, and what is kept of edges, corners and vertices."""

    points: tuple[Vector, ...] = ()
    faces: tuple[tuple[int, ...], ...] = ()
    uvs: dict[str, UVSet] = field(default_factory=lambda: {"map1": UVSet()})
    colors: dict[str, ColorSet] = field(default_factory=dict)
    #: Edges in the order of a primitive, where that is another one than that of the faces.
    first_edges: tuple[Edge, ...] = ()
    hard: frozenset[Edge] = frozenset()
    creases: dict[Edge, float] = field(default_factory=dict)
    vertex_creases: dict[int, float] = field(default_factory=dict)
    #: Normals that somebody set, by (face, vertex).
    normals: dict[tuple[int, int], Vector] = field(default_factory=dict)

    def but(self, **changes: object) -> MeshData:
        """A copy with other fields."""
        return dataclasses.replace(self, **changes)  # type: ignore[arg-type]

    @functools.cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The edges, each with its smaller vertex first."""
        found = dict.fromkeys(self.first_edges)
        for face in self.faces:
            for edge in around(face):
                found[edge] = None
        return tuple(found)

    @functools.cached_property
    def edge_ids(self) -> dict[Edge, int]:
        """Edge -> its number."""
        return {edge: number for number, edge in enumerate(self.edges)}

    @functools.cached_property
    def edge_faces(self) -> dict[Edge, list[int]]:
        """Edge -> the faces at it."""
        found: dict[Edge, list[int]] = {}
        for number, face in enumerate(self.faces):
            for edge in around(face):
                found.setdefault(edge, []).append(number)
        return found

    @functools.cached_property
    def _vertex_faces(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.points]
        for number, face in enumerate(self.faces):
            for vertex in face:
                found[vertex].append(number)
        return found

    def loose(self) -> list[int]:
        """The vertices that no face has."""
        return [vertex for vertex, faces in enumerate(self._vertex_faces) if not faces]

    def vertex_faces(self) -> list[list[int]]:
        """For each vertex the faces at it."""
        return self._vertex_faces

    @functools.cached_property
    def face_normals(self) -> list[Vector]:
        """The normal of each face, of length one (Newell's method)."""
        return [self._normal(face) for face in self.faces]

    def _normal(self, face: Sequence[int]) -> Vector:
        x = y = z = 0.0
        for n, vertex in enumerate(face):
            a, b = self.points[vertex], self.points[face[(n + 1) % len(face)]]
            x += (a[1] - b[1]) * (a[2] + b[2])
            y += (a[2] - b[2]) * (a[0] + b[0])
            z += (a[0] - b[0]) * (a[1] + b[1])
        return linear.unit((x, y, z))

    def area(self, face: int) -> float:
        """The area of a face."""
        corners = [self.points[v] for v in self.faces[face]]
        total = linear.ORIGIN
        for a, b in zip(corners[1:], corners[2:]):
            total = linear.add(total, linear.cross(linear.minus(a, corners[0]), linear.minus(b, corners[0])))
        return linear.length(total) / 2

    def corner_normal(self, face: int, vertex: int) -> Vector:
        """The normal of a face at one of its vertices: the one that was set, else the mean over soft edges."""
        given = self.normals.get((face, vertex))
        if given is not None:
            return given
        seen, waiting = {face}, [face]
        while waiting:
            here = waiting.pop()
            for edge in around(self.faces[here]):
                if vertex in edge and edge not in self.hard:
                    following = [n for n in self.edge_faces[edge] if n not in seen]
                    seen.update(following)
                    waiting += following
        return linear.unit(functools.reduce(linear.add, (self._corner(n, vertex) for n in seen)))

    def _corner(self, face: int, vertex: int) -> Vector:
        """A face's share in the normal of a vertex: by its angle there."""
        import math

        corners = self.faces[face]
        place = corners.index(vertex)
        here = self.points[vertex]
        one = linear.unit(linear.minus(self.points[corners[place - 1]], here))
        other = linear.unit(linear.minus(self.points[corners[(place + 1) % len(corners)]], here))
        angle = math.acos(max(-1.0, min(1.0, linear.dot(one, other))))
        return linear.by(self.face_normals[face], angle)

    def moved(self, matrix: Matrix) -> MeshData:
        """The mesh through a matrix."""
        if matrix is linear.IDENTITY:
            return self
        return self.but(points=tuple(linear.point(p, matrix) for p in self.points))

    def triangles(self) -> list[tuple[int, tuple[int, int, int]]]:
        """(face, its triangle) for all faces, as fans."""
        return [(n, (f[0], f[i], f[i + 1])) for n, f in enumerate(self.faces) for i in range(1, len(f) - 1)]

    def shells(self) -> list[set[int]]:
        """The faces of each connected part."""
        left, found = set(range(len(self.faces))), []
        while left:
            waiting = [min(left)]
            shell: set[int] = set()
            while waiting:
                face = waiting.pop()
                if face in shell:
                    continue
                shell.add(face)
                waiting += [n for v in self.faces[face] for n in self._vertex_faces[v] if n not in shell]
            left -= shell
            found.append(shell)
        return found

    def only(self, keep: Sequence[int], besides: Iterable[int] = ()) -> MeshData:
        """These faces alone, without the vertices that nothing needs any more; some vertices besides."""
        used = sorted({*besides, *(vertex for face in keep for vertex in self.faces[face])})
        number = {vertex: n for n, vertex in enumerate(used)}
        place = {face: n for n, face in enumerate(keep)}

        def edge(one: Edge) -> Edge | None:
            return ordered(number[one[0]], number[one[1]]) if one[0] in number and one[1] in number else None

        faces = tuple(tuple(number[v] for v in self.faces[face]) for face in keep)
        made = MeshData(tuple(self.points[v] for v in used), faces)
        present = made.edge_ids
        # What is left stays in its order.
        first = tuple(e for e in map(edge, self.edges) if e is not None and e in present)
        corners = {
            k: (place[k[0]], number[k[1]])
            for s in (self.normals, *(c.colors for c in self.colors.values()))
            for k in s
            if k[0] in place
        }
        return made.but(
            uvs={name: picked(uvs, keep) for name, uvs in self.uvs.items()},
            colors={
                name: dataclasses.replace(one, colors={corners[k]: c for k, c in one.colors.items() if k in corners})
                for name, one in self.colors.items()
            },
            first_edges=first,
            hard=frozenset(e for e in map(edge, self.hard) if e in present),
            creases={e: c for one, c in self.creases.items() if (e := edge(one)) in present and e is not None},
            vertex_creases={number[v]: c for v, c in self.vertex_creases.items() if v in number},
            normals={corners[k]: n for k, n in self.normals.items() if k in corners},
        )


def picked(uvs: UVSet, keep: Sequence[int]) -> UVSet:
    """A UV set of some faces."""
    faces = [uvs.faces[face] if face < len(uvs.faces) else () for face in keep]
    used = sorted({uv for face in faces for uv in face})
    number = {uv: n for n, uv in enumerate(used)}
    return UVSet(tuple(uvs.points[uv] for uv in used), tuple(tuple(number[uv] for uv in face) for face in faces))


def ordered(a: int, b: int) -> Edge:
    """An edge as it is written."""
    return (a, b) if a < b else (b, a)


def around(face: Sequence[int]) -> list[Edge]:
    """The edges of a face, the first from its first corner to its second."""
    return [ordered(face[n], face[(n + 1) % len(face)]) for n in range(len(face))]


def joined(meshes: Sequence[MeshData]) -> MeshData:
    """Several meshes as one."""
    points: list[Vector] = []
    faces: list[tuple[int, ...]] = []
    uvs: dict[str, tuple[list[tuple[float, float]], list[tuple[int, ...]]]] = {}
    hard: set[Edge] = set()
    creases: dict[Edge, float] = {}
    first: list[Edge] = []
    colors: dict[str, ColorSet] = {}
    normals: dict[tuple[int, int], Vector] = {}
    for mesh in meshes:
        shift, face_shift = len(points), len(faces)
        for name, one in mesh.uvs.items():
            held = uvs.setdefault(name, ([], []))
            held[1].extend([()] * (face_shift - len(held[1])))
            held[1].extend(tuple(uv + len(held[0]) for uv in face) for face in one.faces)
            held[0].extend(one.points)
        for name, color in mesh.colors.items():
            before = colors.get(name, ColorSet(color.representation, color.clamped)).colors
            shifted = {(f + face_shift, v + shift): c for (f, v), c in color.colors.items()}
            colors[name] = dataclasses.replace(color, colors={**before, **shifted})
        points += mesh.points
        faces += [tuple(v + shift for v in face) for face in mesh.faces]
        hard |= {(a + shift, b + shift) for a, b in mesh.hard}
        first += [(a + shift, b + shift) for a, b in mesh.edges]
        creases.update({(a + shift, b + shift): c for (a, b), c in mesh.creases.items()})
        normals.update({(f + face_shift, v + shift): n for (f, v), n in mesh.normals.items()})
    sets = {name: UVSet(tuple(p), tuple([*f, *[()] * (len(faces) - len(f))])) for name, (p, f) in uvs.items()}
    return MeshData(
        tuple(points),
        tuple(faces),
        sets or {"map1": UVSet()},
        colors,
        tuple(first),
        frozenset(hard),
        creases,
        {},
        normals,
    )
