"""Edges, one by one. A mesh of USD has edges only where its faces have sides: a new one divides a face, and with one
that goes two faces become one.
"""

from __future__ import annotations

from collections.abc import Callable

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd import creases
from scenewire.adapters.usd.cages import cage_of, geometry
from scenewire.adapters.usd.components import ELEMENTS, Component
from scenewire.adapters.usd.elements import common, entity
from scenewire.adapters.usd.mesh_edits import Edit
from scenewire.adapters.usd.patches import dissolve_edge
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError


def _make(edit: Edit, item: Item) -> Callable[[], int]:
    ends = item["vertex_ids"]
    pair = frozenset(ends)
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
        return cage_of(edit.owner).numbers[frozenset(edit.after[end] for end in pair)]

    return number


def _divide(edit: Edit, at: int, pair: frozenset[int]) -> None:
    """Both parts were the face: what lies on it lies on both."""
    face = edit.faces[at]
    assert face is not None
    first, second = sorted(face.vertices.index(vertex) for vertex in pair)
    kept, cut = [*range(first + 1), *range(second, len(face.vertices))], range(first, second + 1)
    edit.faces[at] = face.part(kept)
    edit.add_face(face.part(cut))


def _take(edit: Edit, edge: int) -> None:
    dissolve_edge(edit, frozenset(edit.before.edges[edge]))


def _crease(edge: Component, _job: Job) -> float:
    return creases.read(geometry(edge.owner)).get(frozenset(cage_of(edge.owner).edges[edge.index]), 0.0)


def _set_crease(edge: Component, crease: float) -> None:
    mesh = geometry(edge.owner)
    creases.write(mesh, {**creases.read(mesh), frozenset(cage_of(edge.owner).edges[edge.index]): crease})


FIELDS: dict[str, Field] = {
    **common("edge"),
    "vertex_ids": Field(
        lambda edge, _job: ELEMENTS.ids_of(edge.owner, "vertex", cage_of(edge.owner).edges[edge.index])
    ),
    "crease": Field(_crease, _set_crease),
}

EDGES = entity("edge", FIELDS, _make, _take)
