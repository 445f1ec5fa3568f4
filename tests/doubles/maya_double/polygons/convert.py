"""From components of a mesh to those of another kind. Source: `polyListComponentConversion` in Autodesk's reference."""

from __future__ import annotations

from maya_double import shapes
from maya_double.components import Component
from maya_double.nodes import Node

from .data import MeshData, around


def convert(shape: Node, component: Component, kind: str, inside: bool = False) -> Component:
    """The components of a kind that touch some, or lie within them."""
    if component.kind == kind:
        return component
    mesh = shapes.mesh(shape)
    if component.kind == "vtxFace":
        component = Component("vtx", tuple((vertex,) for vertex, _ in component.indices))
        if kind == "vtx":
            return component
    given = set(component.numbers())
    vertices = vertices_of(mesh, component.kind, given, shapes.current_uv_set(shape))
    if kind == "vtx":
        return numbered(kind, vertices)
    if kind == "vtxFace":
        return Component(
            kind,
            tuple(
                (v, f)
                for f, face in enumerate(mesh.faces)
                for v in face
                if (f in given if component.kind == "f" else v in vertices)
            ),
        )
    if kind == "f":
        if component.kind == "e" and not inside:
            return numbered(kind, {face for edge in given for face in mesh.edge_faces.get(mesh.edges[edge], ())})
        fits = all if inside else any
        return numbered(kind, {n for n, face in enumerate(mesh.faces) if fits(v in vertices for v in face)})
    if kind == "e":
        if component.kind == "f":
            return numbered(kind, {mesh.edge_ids[edge] for face in given for edge in around(mesh.faces[face])})
        fits = all if inside else any
        return numbered(kind, {n for n, edge in enumerate(mesh.edges) if fits(v in vertices for v in edge)})
    uvs = mesh.uvs[shapes.current_uv_set(shape)]
    found = set()
    for number, (face, corners) in enumerate(zip(mesh.faces, uvs.faces)):
        for vertex, uv in zip(face, corners):
            if number in given if component.kind == "f" else vertex in vertices:
                found.add(uv)
    return numbered(kind, found)


def vertices_of(mesh: MeshData, kind: str, given: set[int], uv_set: str) -> set[int]:
    """The vertices of components."""
    if kind == "vtx":
        return given
    if kind == "f":
        return {vertex for face in given for vertex in mesh.faces[face]}
    if kind == "e":
        return {vertex for edge in given for vertex in mesh.edges[edge]}
    uvs = mesh.uvs[uv_set]
    return {v for face, corners in zip(mesh.faces, uvs.faces) for v, uv in zip(face, corners) if uv in given}


def numbered(kind: str, found: set[int]) -> Component:
    """A component of plain numbers."""
    return Component(kind, tuple((number,) for number in sorted(found)))
