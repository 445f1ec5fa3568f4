"""Edges, one by one. A mesh of USD has edges only where its faces have sides: a new one divides a face, and with one
that goes two faces become one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd import creases
from scenewire.adapters.usd.cages import cage_of, geometry, sides
from scenewire.adapters.usd.components import Component, same_mesh
from scenewire.adapters.usd.elements import common, entity, vertex_ids
from scenewire.adapters.usd.mesh_edits import Edit, Face
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError


def _make(edit: Edit, item: Item) -> Callable[[], int]:
    ends = item.pop("vertex_ids")
    same_mesh(edit.owner, ends)
    pair = frozenset(end.index for end in ends)
    if len(pair) != 2 or len(ends) != 2:
        raise InvalidParamsError(
            "an edge has two different vertices", {"path": "vertex_ids", "expected": 2, "got": len(ends)}
        )
    if edit.faces_at(pair):
        raise ConflictError("these two vertices have an edge already", {"path": "vertex_ids"})
    around = next((at for at, face in enumerate(edit.faces) if face is not None and pair <= {*face.vertices}), None)
    if around is None:
        raise NotSupportedError(
            "a mesh of USD has edges only where its faces have sides, and these two vertices are in no face together",
            {"path": "vertex_ids", "expected": "two vertices of one face, which the edge divides"},
            ["create_faces"],
        )
    _divide(edit, around, pair)

    def number() -> int:
        return cage_of(edit.owner).numbers[frozenset(map(edit.vertex_number, pair))]

    return number


def _divide(edit: Edit, at: int, pair: frozenset[int]) -> None:
    """Both parts were the face: what lies on it lies on both."""
    face = edit.faces[at]
    assert face is not None
    first, second = sorted(face.vertices.index(vertex) for vertex in pair)
    kept, cut = [*range(first + 1), *range(second, len(face.vertices))], range(first, second + 1)
    edit.faces[at] = _part(face, kept)
    edit.add_face(_part(face, cut))


def _part(face: Face, corners: Iterable[int]) -> Face:
    """These corners of a face, as a face."""
    order = list(corners)
    return Face([face.vertices[at] for at in order], [face.corners[at] for at in order], face.origin)


def _take(edit: Edit, edge: int) -> None:
    """Two faces become one; what had it alone goes, and what cannot become one face goes too."""
    pair = frozenset(edit.before.edges[edge])
    there = edit.faces_at(pair)
    if len(there) == 2:
        joined = _joined(edit.faces[there[0]], edit.faces[there[1]], pair)
        if joined is not None:
            edit.faces[there[0]] = joined
            edit.faces[there[1]] = None
            return
    for at in there:
        edit.faces[at] = None


def _joined(one: Face | None, other: Face | None, pair: frozenset[int]) -> Face | None:
    """The face that two become without an edge; None where no face has such a form."""
    if one is None or other is None:
        return None
    mine, theirs = _from(one, pair), _from(other, pair)
    vertices = [*mine.vertices[1:], *theirs.vertices[1:]]
    # Where both go along the edge in the same way they look to opposite sides.
    if mine.vertices[0] != theirs.vertices[1] or len(set(vertices)) != len(vertices):
        return None
    joined = Face(vertices, [*mine.corners[1:], *theirs.corners[1:]], one.origin)
    return _begun(joined, vertices.index(one.vertices[0]))


def _from(face: Face, pair: frozenset[int]) -> Face:
    """The same face, begun at the edge."""
    return _begun(face, next(at for at, side in enumerate(sides(face.vertices)) if frozenset(side) == pair))


def _begun(face: Face, start: int) -> Face:
    return _part(face, [*range(start, len(face.vertices)), *range(start)])


def _crease(edge: Component, _job: Job) -> float:
    return creases.read(geometry(edge.owner)).get(frozenset(cage_of(edge.owner).edges[edge.index]), 0.0)


def _set_crease(edge: Component, crease: float) -> None:
    mesh = geometry(edge.owner)
    creases.write(mesh, {**creases.read(mesh), frozenset(cage_of(edge.owner).edges[edge.index]): crease})


FIELDS: dict[str, Field] = {
    **common("edge"),
    "vertex_ids": Field(lambda edge, _job: vertex_ids(edge.owner, [*cage_of(edge.owner).edges[edge.index]])),
    "crease": Field(_crease, _set_crease),
}

EDGES = entity("edge", "edges", FIELDS, _make, _take)
