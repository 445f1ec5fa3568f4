"""Edges, one by one. One of Maya is part of a face: making it cuts a face in two, deleting it makes one of the two."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.components import ELEMENTS, Component, Edit, Mesh, forget, mesh_now
from scenewire.adapters.maya.elements import common, entity
from scenewire.adapters.maya.handles import Handle
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError

#: The crease that never becomes round: `OpenSubdiv::Sdc::Crease::SHARPNESS_INFINITE`.
INFINITE = 10.0
#: Of `polyCrease`: takes the crease values of components off.
_UNCREASE = 1


def to_sharpness(crease: float) -> float:
    """What Maya keeps, OpenSubdiv's sharpness, of a crease from 0 to 1: its square, as Blender has it too."""
    return INFINITE * crease * crease


def to_crease(sharpness: float) -> float:
    """The crease from 0 to 1 of what Maya keeps."""
    return math.sqrt(min(max(sharpness, 0.0), INFINITE) / INFINITE)


def _make(node: Handle, items: list[Item]) -> None:
    for item in items:
        ends = item["vertex_ids"]
        if len(ends) != 2 or ends[0] == ends[1]:
            raise InvalidParamsError(
                "an edge has two different vertices", {"path": "vertex_ids", "expected": 2, "got": len(ends)}
            )
        join(mesh_now(node), ends)
        forget()


def join(mesh: Mesh, ends: list[int]) -> None:
    """Cuts the face between two of its corners."""
    from maya import cmds

    _refuse_unfit(mesh.vertices, ends)
    cmds.polyConnectComponents(mesh.parts("vertex", ends), constructionHistory=False)


def _refuse_unfit(walk: Any, ends: list[int]) -> None:
    walk.setIndex(ends[0])
    faces, edges = set(walk.getConnectedFaces()), set(walk.getConnectedEdges())
    walk.setIndex(ends[1])
    if edges & set(walk.getConnectedEdges()):
        raise ConflictError("these two vertices have an edge already", {"path": "vertex_ids"})
    if not faces & set(walk.getConnectedFaces()):
        raise NotSupportedError(
            "no face has both vertices: an edge of Maya is part of a face, and a new one cuts a face in two",
            {"path": "vertex_ids", "expected": "two corners of one face"},
            ["make a face of them and others"],
        )


def _made(edit: Edit, items: list[Item]) -> list[int | None]:
    numbers = {frozenset(ends): number for number, ends in enumerate(edit.after.edges)}
    return [numbers.get(frozenset(item["vertex_ids"])) for item in items]


def _take(node: Handle, edges: list[Component]) -> None:
    from maya import cmds

    for edge in edges:
        (line,) = cmds.polyInfo(edge.part, edgeToFace=True)
        if len(line.split(":")[1].split()) < 2:
            raise NotSupportedError(
                f"`{edge.name}` is at a border: Maya deletes only edges between two faces, which become one",
                {"path": "ids", "id": edge.id},
                ["delete its face"],
            )
    cmds.polyDelEdge([edge.part for edge in edges], cleanVertices=False, constructionHistory=False)


def _ends(edge: Component, _job: Job) -> list[str]:
    return ELEMENTS.ids_of(edge.owner, "vertex", map(int, edge.mesh.it.getEdgeVertices(edge.index)))


def _sharp(edge: Component, _job: Job) -> bool:
    return not edge.mesh.it.isEdgeSmooth(edge.index)


def _set_sharp(edge: Component, sharp: bool) -> None:
    soften([edge.part], not sharp)


def soften(parts: list[str], soft: bool) -> None:
    """Makes edges soft or hard, whatever the angle at them."""
    from maya import cmds

    cmds.polySoftEdge(parts, angle=180 if soft else 0, constructionHistory=False)


def _crease(edge: Component, _job: Job) -> float:
    return to_crease(edge.mesh.creases.get(edge.index, 0.0))


def _set_crease(edge: Component, crease: float) -> None:
    put_creases(edge.owner, {edge.index: crease})


def put_creases(node: Handle, creases: dict[int, float]) -> None:
    """Writes creases from 0 to 1 of edges; those that are as sharp as each other at once."""
    from maya import cmds

    mesh = mesh_now(node)
    alike: dict[float, list[int]] = {}
    for edge, crease in creases.items():
        alike.setdefault(crease, []).append(edge)
    for crease, edges in alike.items():
        how = {"value": to_sharpness(crease)} if crease else {"operation": _UNCREASE}
        cmds.polyCrease(mesh.parts("edge", edges), **how)


FIELDS: dict[str, Field] = {
    **common("edge"),
    "vertex_ids": Field(_ends),
    "sharp": Field(_sharp, _set_sharp),
    "crease": Field(_crease, _set_crease),
}

EDGES = entity("edge", FIELDS, _make, _made, _take)
