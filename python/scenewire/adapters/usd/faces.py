"""Faces, one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd import subsets
from scenewire.adapters.usd.cages import across, cage_of, geometry, points_of, unit
from scenewire.adapters.usd.components import ELEMENTS, Component
from scenewire.adapters.usd.elements import common, entity
from scenewire.adapters.usd.mesh_edits import Edit, Face
from scenewire.errors import ConflictError, InvalidParamsError


def _make(edit: Edit, item: Item) -> Callable[[], int]:
    vertices = item["vertex_ids"]
    if len(vertices) < 3 or len(set(vertices)) != len(vertices):
        raise InvalidParamsError(
            "a face has three or more vertices, each once",
            {"path": "vertex_ids", "expected": "3 or more", "got": len(vertices)},
        )
    if any(face is not None and {*face.vertices} == {*vertices} for face in edit.faces):
        raise ConflictError("these vertices have a face already", {"path": "vertex_ids"})
    number = edit.add_face(Face(vertices))
    return lambda: edit.after_faces[number]


def _take(edit: Edit, face: int) -> None:
    edit.faces[face] = None


def _normal(face: Component, _job: Job) -> list[float]:
    return unit(_across(face)) or [0.0, 0.0, 0.0]


def _across(face: Component) -> list[float]:
    return across(cage_of(face.owner), points_of(face.owner), face.index)


def _center(face: Component, _job: Job) -> list[float]:
    points = points_of(face.owner)
    vertices = cage_of(face.owner).face(face.index)
    return [sum(points[vertex][axis] for vertex in vertices) / len(vertices) for axis in range(3)]


def _area(face: Component, _job: Job) -> float:
    return float(sum(number * number for number in _across(face)) ** 0.5)


def _material(face: Component, _job: Job) -> Any:
    return subsets.material_of_face(geometry(face.owner), face.index)


FIELDS: dict[str, Field] = {
    **common("face"),
    "vertex_ids": Field(lambda face, _job: ELEMENTS.ids_of(face.owner, "vertex", cage_of(face.owner).face(face.index))),
    "normal": Field(_normal),
    "center": Field(_center),
    "area": Field(_area),
    "material_id": Field(
        _material,
        lambda face, reference: subsets.set_material_of_faces(geometry(face.owner), {face.index}, reference),
    ),
}

FACES = entity("face", FIELDS, _make, _take)
