"""Edges, one by one."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import mesh_versions
from scenewire.adapters.blender.components import ELEMENTS, Component, Edit
from scenewire.adapters.blender.elements import common, entity, plain
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.errors import ConflictError, InvalidParamsError


def _make(edit: Edit, item: Item) -> Any:
    ends = item["vertex_ids"]
    if len(set(ends)) != 2 or len(ends) != 2:
        raise InvalidParamsError(
            "an edge has two different vertices", {"path": "vertex_ids", "expected": 2, "got": len(ends)}
        )
    vertices = [edit.every("vertex")[end] for end in ends]
    if edit.shape.edges.get(vertices):
        raise ConflictError("these two vertices have an edge already", {"path": "vertex_ids"})
    return edit.shape.edges.new(vertices)


def _take(edit: Edit, edge: Any) -> None:
    if edge.is_valid:
        edit.shape.edges.remove(edge)


def _ends(edge: Component, _job: Job) -> list[str]:
    return ELEMENTS.ids_of(edge.owner, "vertex", edge.it.vertices)


def _crease(edge: Component, _job: Job) -> float:
    return mesh_versions.edge_crease(edge.owner.data, edge.index)


def _set_crease(edge: Component, crease: float) -> None:
    mesh_versions.set_edge_crease(edge.owner.data, edge.index, crease)


EDGE_FIELDS: dict[str, Field] = {
    **common("edge"),
    "vertex_ids": Field(_ends),
    "sharp": plain("use_edge_sharp"),
    "crease": Field(_crease, _set_crease),
    "seam": plain("use_seam"),
}

EDGES = entity("edge", EDGE_FIELDS, _make, _take)
