"""The one way in which the faces and vertices of a mesh become others: `with Edit(mesh) as edit`. During the edit each
vertex and face keeps the number that it had, new ones get the next ones; afterwards all that lies on the mesh has
followed, and ids from before lead where they led.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from types import TracebackType
from typing import Any

from scenewire.adapters.topology_steps import MOST_REMEMBERED, TopologySteps
from scenewire.adapters.usd import creases, mesh_rows
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.cages import cage_of, geometry, sides
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.naming import shown
from scenewire.errors import ConflictError

STEPS: dict[tuple[int, int], TopologySteps] = {}


class Face:
    """A face under edit: its vertices, the corner that each was, and the face that it was; -1 for new ones. A flat one
    has the normal of its own form, whatever its corners were."""

    __slots__ = ("corners", "flat", "origin", "vertices")

    def __init__(
        self, vertices: list[int], corners: list[int] | None = None, origin: int = -1, *, flat: bool = False
    ) -> None:
        self.vertices = vertices
        self.corners = [-1] * len(vertices) if corners is None else corners
        self.origin = origin
        self.flat = flat

    def part(self, corners: Iterable[int]) -> Face:
        """These of its corners, in this order, as a face that it was too."""
        order = list(corners)
        return Face([self.vertices[at] for at in order], [self.corners[at] for at in order], self.origin)


class Edit:
    """One edit of one mesh."""

    def __init__(self, owner: Handle) -> None:
        self.owner = owner
        self.mesh = geometry(owner)
        self.before = cage_of(owner)
        #: The old number of each vertex, or of the one that it is like.
        self.vertices = list(range(self.before.vertex_count))
        spans = map(self.before.span, range(len(self.before.sizes)))
        #: None where a face is gone.
        self.faces: list[Face | None] = [Face(self.before.face(at), list(span), at) for at, span in enumerate(spans)]
        #: Where vertices are that are new, or that were moved.
        self.places: dict[int, Any] = {}
        self._gone: set[int] = set()
        #: After the edit: the number that each vertex has then, and each face.
        self.after: dict[int, int] = {}
        self.after_faces: dict[int, int] = {}

    def add_vertex(self, place: Any, like: int = -1) -> int:
        """A new vertex, in no face yet; what lies on it is as on another one, or nothing."""
        self.vertices.append(like)
        self.places[len(self.vertices) - 1] = place
        return len(self.vertices) - 1

    def add_face(self, face: Face) -> int:
        """A new face."""
        self.faces.append(face)
        return len(self.faces) - 1

    def drop_vertices(self, vertices: set[int]) -> None:
        """Takes vertices away, and the faces that have them."""
        self._gone |= vertices
        for at, face in enumerate(self.faces):
            if face is not None and not vertices.isdisjoint(face.vertices):
                self.faces[at] = None

    def faces_at(self, pair: frozenset[int]) -> list[int]:
        """The faces that have an edge."""
        there = [(at, face) for at, face in enumerate(self.faces) if face is not None and pair <= {*face.vertices}]
        return [at for at, face in there if any(frozenset(side) == pair for side in sides(face.vertices))]

    def new_faces(self) -> list[int]:
        """The numbers of the faces that were not there before."""
        old = len(self.before.sizes)
        return [number for face, number in self.after_faces.items() if face >= old]

    def __enter__(self) -> Edit:
        for attribute in (self.mesh.GetFaceVertexIndicesAttr(), self.mesh.GetFaceVertexCountsAttr()):
            if attribute.ValueMightBeTimeVarying():
                raise ConflictError(
                    f"the faces of `{shown(self.owner.prim)}` are animated: each sample has others",
                    {"path": str(attribute.GetPath())},
                )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._write()

    def _write(self) -> None:
        alive = [vertex for vertex in range(len(self.vertices)) if vertex not in self._gone]
        faces = [(at, face) for at, face in enumerate(self.faces) if face is not None]
        self.after = {vertex: at for at, vertex in enumerate(alive)}
        self.after_faces = {number: at for at, (number, _) in enumerate(faces)}
        creased = creases.read(self.mesh)
        if not self.mesh.GetPointsAttr().HasAuthoredValue():
            self.mesh.CreatePointsAttr().Set(arrays.vectors([], 3))
        sources = mesh_rows.Sources(
            self.before,
            [self.vertices[vertex] for vertex in alive],
            [corner for _, face in faces for corner in face.corners],
            [face.origin for _, face in faces],
            {at for at, (_, face) in enumerate(faces) if face.flat},
        )
        numbers = [self.after[vertex] for _, face in faces for vertex in face.vertices]
        self.mesh.CreateFaceVertexCountsAttr().Set(arrays.numbers([len(face.vertices) for _, face in faces]))
        self.mesh.CreateFaceVertexIndicesAttr().Set(arrays.numbers(numbers))
        mesh_rows.follow(self.owner, sources)
        self._place()
        mesh_rows.turn_out(self.owner, sources)
        self._crease(creased)
        arrays.measure(self.mesh)
        self._remember()

    def _place(self) -> None:
        attribute = self.mesh.GetPointsAttr()
        for time, points in [*mesh_rows.times(attribute)] if self.places else ():
            for vertex, place in self.places.items():
                if vertex in self.after:
                    points[self.after[vertex]] = place
            attribute.Set(points, time)

    def _crease(self, before: creases.Creases) -> None:
        there, numbers = cage_of(self.owner).numbers, self.after
        moved = {
            frozenset(numbers[vertex] for vertex in edge): crease
            for edge, crease in before.items()
            if all(vertex in numbers for vertex in edge)
        }
        if moved:
            creases.write(self.mesh, {edge: crease for edge, crease in moved.items() if edge in there})

    def _remember(self) -> None:
        """Where each old vertex, edge and face is now."""
        now, count = cage_of(self.owner), self.before.vertex_count
        vertices = [self.after.get(vertex, -1) for vertex in range(count)]
        edges = (frozenset((vertices[start], vertices[end])) for start, end in self.before.edges)
        moved = {
            "vertex": array("i", vertices),
            "edge": array("i", [now.numbers.get(edge, -1) for edge in edges]),
            "face": array("i", [self.after_faces.get(face, -1) for face in range(len(self.before.sizes))]),
        }
        if sum(map(len, moved.values())) <= MOST_REMEMBERED:
            key = IDENTITY.epoch, self.owner.number
            STEPS.setdefault(key, TopologySteps()).add(self.before.topology, now.topology, moved)
