"""Faces, one by one."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.components import ELEMENTS, Component, Edit, Mesh, mesh_now
from scenewire.adapters.maya.edges import soften
from scenewire.adapters.maya.elements import common, entity
from scenewire.adapters.maya.followed import cycle
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.materials import MATERIAL, find_material
from scenewire.adapters.maya.shading_groups import INITIAL, assign
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError


def _make(node: Handle, items: list[Item]) -> None:
    append(mesh_now(node), [item["vertex_ids"] for item in items])


def append(mesh: Mesh, faces: list[list[int]]) -> None:
    """Makes faces of vertices that are there."""
    from maya import cmds

    there = {frozenset(mesh.it.getPolygonVertices(face)) for face in range(mesh.count("face"))}
    for corners in faces:
        if len(corners) < 3 or len(set(corners)) != len(corners):
            raise InvalidParamsError(
                "a face has three or more vertices, each once",
                {"path": "vertex_ids", "expected": "3 or more", "got": len(corners)},
            )
        if frozenset(corners) in there:
            raise ConflictError("these vertices have a face already", {"path": "vertex_ids"})
        # The command takes the mesh from the selection and from nowhere else.
        cmds.select(mesh.shape, replace=True)
        cmds.polyAppendVertex(vertex=corners, constructionHistory=False)
        there.add(frozenset(corners))


def _made(edit: Edit, items: list[Item]) -> list[int | None]:
    numbers = {cycle(corners): number for number, corners in enumerate(edit.after.faces)}
    return [numbers.get(cycle(tuple(item["vertex_ids"]))) for item in items]


def _take(node: Handle, faces: list[Component]) -> None:
    delete_faces(node, {face.index for face in faces})


def delete_faces(node: Handle, faces: set[int]) -> None:
    """Deletes faces, with the vertices that only they had, as Maya does."""
    from maya import cmds

    mesh = mesh_now(node)
    if len(faces) == mesh.count("face") and faces:
        raise NotSupportedError(
            f"`{node.name}` would have no faces: a mesh of Maya has at least one",
            {"path": "ids"},
            ["delete the mesh"],
        )
    if faces:
        cmds.polyDelFacet(mesh.parts("face", sorted(faces)), constructionHistory=False)


def _corners(face: Component, _job: Job) -> list[str]:
    return ELEMENTS.ids_of(face.owner, "vertex", map(int, face.mesh.it.getPolygonVertices(face.index)))


def _normal(face: Component, _job: Job) -> list[float]:
    normal = face.mesh.it.getPolygonNormal(face.index)
    return [normal.x, normal.y, normal.z]


def _walk(face: Component) -> Any:
    face.mesh.faces.setIndex(face.index)
    return face.mesh.faces


def _center(face: Component, _job: Job) -> list[float]:
    center = _walk(face).center()
    return [center.x, center.y, center.z]


def _material(face: Component, _job: Job) -> str | None:
    groups, faces = face.mesh.worn
    slot = faces[face.index]
    return MATERIAL.id_of(groups[slot]) if slot >= 0 and groups[slot] != INITIAL else None


def _set_material(face: Component, reference: str | None) -> None:
    assign(face.part, find_material(reference).path if reference else INITIAL)


def _smooth(face: Component, _job: Job) -> bool:
    """In Maya edges are soft or hard: a face is smooth when all of its are soft."""
    return all(face.mesh.it.isEdgeSmooth(int(edge)) for edge in _walk(face).getEdges())


def _set_smooth(face: Component, smooth: bool) -> None:
    soften(face.mesh.parts("edge", map(int, _walk(face).getEdges())), smooth)


FIELDS: dict[str, Field] = {
    **common("face"),
    "vertex_ids": Field(_corners),
    "normal": Field(_normal),
    "center": Field(_center),
    "area": Field(lambda face, _job: float(_walk(face).getArea())),
    "material_id": Field(_material, _set_material),
    "smooth": Field(_smooth, _set_smooth),
}

FACES = entity("face", FIELDS, _make, _made, _take)
