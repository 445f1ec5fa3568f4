"""Operations that move or mark elements of meshes and leave them joined as they are."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item, read_fields
from scenewire.adapters.maya import mesh_arrays as arrays
from scenewire.adapters.maya.components import ELEMENTS, Mesh, forget, mesh_now
from scenewire.adapters.maya.edges import put_creases, to_crease
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.materials import find_material
from scenewire.adapters.maya.meshes import MESH_FIELDS
from scenewire.adapters.maya.shading_groups import INITIAL, assign
from scenewire.adapters.vertex_edits import VertexEdits


def _transform(node: Handle, numbers: Sequence[int], places: Any, offsets: Any, normals: Any) -> None:
    if places is not None or offsets is not None:
        wanted = arrays.rows(arrays.points_of(mesh_now(node).it), 3)
        for number, place in zip(numbers, () if places is None else arrays.rows(places, 3)):
            wanted[number] = place
        for number, offset in zip(numbers, () if offsets is None else arrays.rows(offsets, 3)):
            wanted[number] = tuple(a + b for a, b in zip(wanted[number], offset))
        arrays.set_points(node.path, [list(row) for row in wanted])
    if normals is not None:
        _set_normals(node, numbers, arrays.rows(normals, 3))
    forget()


def _set_normals(node: Handle, numbers: Sequence[int], normals: list[tuple[float, ...]]) -> None:
    """Locked at all faces of a vertex; a normal of zero gives it that of its faces again."""
    from maya import cmds

    mesh = mesh_now(node)
    for number, normal in zip(numbers, normals):
        (part,) = mesh.parts("vertex", [number])
        how: dict[str, Any] = {"xyz": normal} if any(normal) else {"unFreezeNormal": True}
        cmds.polyNormalPerVertex(part, **how)


def _smooth(node: Handle, numbers: Sequence[int], factor: float, repeat: int) -> None:
    """By the factor that Maya's own polyAverageVertex does not have."""
    mesh = mesh_now(node)
    beside = {number: _neighbours(mesh, number) for number in numbers}
    points = arrays.rows(arrays.points_of(mesh.it), 3)
    for _ in range(repeat):
        middles = {number: [sum(part) / len(others) for part in zip(*(points[other] for other in others))]
                   for number, others in beside.items() if others}  # fmt: skip
        for number, middle in middles.items():
            points[number] = tuple(a + factor * (b - a) for a, b in zip(points[number], middle))
    arrays.set_points(node.path, [list(point) for point in points])
    forget()


def _neighbours(mesh: Mesh, vertex: int) -> list[int]:
    mesh.vertices.setIndex(vertex)
    edges = list(map(int, mesh.vertices.getConnectedEdges()))
    return [int(end) for edge in edges for end in mesh.it.getEdgeVertices(edge) if end != vertex]


def _positions(node: Handle, numbers: Sequence[int]) -> array[float]:
    points = arrays.points_of(mesh_now(node).it)
    return array("f", [part for number in numbers for part in points[3 * number : 3 * number + 3]])


def _crease(node: Handle, numbers: Sequence[int], weights: Sequence[float]) -> None:
    put_creases(node, dict(zip(numbers, weights)))
    forget()


def _creases(node: Handle, numbers: Sequence[int]) -> array[float]:
    creases = mesh_now(node).creases
    return array("f", [to_crease(creases.get(number, 0.0)) for number in numbers])


def assign_materials(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives meshes, or some of their faces, a material."""
    nodes = []
    for item in items:
        node, chosen = ELEMENTS.named_of(item)
        reference = item["material_id"]
        group = find_material(reference).path if reference else INITIAL
        mesh = mesh_now(node)
        assign(mesh.parts("face", chosen["face"]) if "face" in chosen else mesh.shape, group)
        nodes.append(node)
    return {"items": [read_fields(MESH_FIELDS, node, None, job) for node in nodes]}


EDITS = VertexEdits(
    elements=ELEMENTS, transform=_transform, smooth=_smooth, positions=_positions, crease=_crease, creases=_creases
)

OPERATIONS: dict[str, Atomic] = {
    "transform_vertices": EDITS.transform_vertices,
    "smooth_vertices": EDITS.smooth_vertices,
    "set_edge_creases": EDITS.set_edge_creases,
    "assign_materials": assign_materials,
}
