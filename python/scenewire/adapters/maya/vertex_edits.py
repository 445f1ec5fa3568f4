"""Operations that move or mark elements of meshes and leave them joined as they are."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item, read_fields
from scenewire.adapters.maya import mesh_arrays as arrays
from scenewire.adapters.maya.components import Mesh, forget, mesh_now
from scenewire.adapters.maya.edges import put_creases, to_crease
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.materials import find_material
from scenewire.adapters.maya.mesh_batches import named_of
from scenewire.adapters.maya.meshes import MESH_FIELDS
from scenewire.adapters.maya.nodes import NODE
from scenewire.adapters.maya.shading_groups import INITIAL, assign
from scenewire.errors import InvalidParamsError

_PLACES, _NORMALS = ("position", "offset"), ("normal",)


def transform_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves, and sets normals."""
    return _each_moved(items, job, _transform)


def smooth_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves to the middle of the neighbours."""
    return _each_moved(items, job, _smooth)


def _each_moved(items: list[Item], job: Job, work: Callable[[Handle, Item, list[int]], None]) -> Json:
    results = []
    for item in items:
        node, chosen = named_of(item)
        numbers = chosen.get("vertex", list(range(mesh_now(node).count("vertex"))))
        work(node, item, numbers)
        forget()
        results.append(_moved(node, numbers, job))
    return {"items": results}


def _transform(node: Handle, item: Item, numbers: list[int]) -> None:
    names = [*_PLACES, *_NORMALS]
    asked = [name for one in names for name in (one, f"{one}s") if name in item]
    if not asked:
        raise InvalidParamsError(
            "nothing to be done to the vertices was given",
            {"path": "position", "expected": "at least one of position, offset, normal, positions, offsets, normals"},
        )
    for one in names:
        if one in item and f"{one}s" in item:
            raise InvalidParamsError(f"`{one}` or `{one}s`, not both", {"path": f"{one}s"})
    places, offsets, normals = (_rows(item, name, len(numbers)) for name in names)
    if places is not None or offsets is not None:
        wanted = arrays.rows(arrays.points_of(mesh_now(node).it), 3)
        for at, number in enumerate(numbers):
            place = wanted[number] if places is None else places[at]
            wanted[number] = place if offsets is None else tuple(a + b for a, b in zip(place, offsets[at]))
        arrays.set_points(node.path, [list(row) for row in wanted])
    if normals is not None:
        _set_normals(node, numbers, normals)


def _rows(item: Item, name: str, count: int) -> list[tuple[float, ...]] | None:
    """Three numbers for each vertex, from one value for all or one for each; None when there is neither."""
    if name in item:
        return [tuple(item[name])] * count
    given = item.get(f"{name}s")
    if given is None:
        return None
    rows = arrays.rows(given, 3)
    if len(rows) != count:
        raise InvalidParamsError(
            f"{len(rows)} {name}s for {count} vertices", {"path": f"{name}s", "expected": count, "got": len(rows)}
        )
    return rows


def _set_normals(node: Handle, numbers: list[int], normals: list[tuple[float, ...]]) -> None:
    """Locked at all faces of a vertex; a normal of zero gives it that of its faces again."""
    from maya import cmds

    mesh = mesh_now(node)
    for number, normal in zip(numbers, normals):
        (part,) = mesh.parts("vertex", [number])
        how: dict[str, Any] = {"xyz": normal} if any(normal) else {"unFreezeNormal": True}
        cmds.polyNormalPerVertex(part, **how)


def _smooth(node: Handle, item: Item, numbers: list[int]) -> None:
    """By the factor that Maya's own polyAverageVertex does not have."""
    mesh, factor = mesh_now(node), item.get("factor", 0.5)
    beside = {number: _neighbours(mesh, number) for number in numbers}
    points = arrays.rows(arrays.points_of(mesh.it), 3)
    for _ in range(item.get("repeat", 1)):
        middles = {number: [sum(part) / len(others) for part in zip(*(points[other] for other in others))]
                   for number, others in beside.items() if others}  # fmt: skip
        for number, middle in middles.items():
            points[number] = tuple(a + factor * (b - a) for a, b in zip(points[number], middle))
    arrays.set_points(node.path, [list(point) for point in points])


def _neighbours(mesh: Mesh, vertex: int) -> list[int]:
    mesh.vertices.setIndex(vertex)
    edges = list(map(int, mesh.vertices.getConnectedEdges()))
    return [int(end) for edge in edges for end in mesh.it.getEdgeVertices(edge) if end != vertex]


def _moved(node: Handle, numbers: list[int], job: Job) -> Item:
    """Which vertices were meant, and where they are now."""
    points = arrays.points_of(mesh_now(node).it)
    places = array("f", [part for number in numbers for part in points[3 * number : 3 * number + 3]])
    return {
        **_which(node),
        "vertex_indices": job.attach(array("i", numbers), "i4", (len(numbers),)),
        "positions": job.attach(places, "f4", (len(numbers), 3)),
    }


def _which(node: Handle) -> Item:
    return {"mesh_id": NODE.id(node), "revision": mesh_now(node).revision}


def set_edge_creases(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Marks edges."""
    results = []
    for item in items:
        node, chosen = named_of(item)
        numbers = chosen.get("edge", list(range(mesh_now(node).count("edge"))))
        put_creases(node, dict(zip(numbers, _weights(item, len(numbers)))))
        forget()
        creases = mesh_now(node).creases
        told = array("f", [to_crease(creases.get(number, 0.0)) for number in numbers])
        results.append(
            {
                **_which(node),
                "edge_indices": job.attach(array("i", numbers), "i4", (len(numbers),)),
                "crease_weights": job.attach(told, "f4", (len(told),)),
            }
        )
    return {"items": results}


def _weights(item: Item, count: int) -> list[float]:
    each = item.get("crease_weights")
    if ("crease_weight" in item) == (each is not None):
        raise InvalidParamsError(
            "either `crease_weight` or `crease_weights` is needed",
            {"path": "crease_weight", "expected": "one for all or one for each"},
        )
    found = [float(item["crease_weight"])] * count if each is None else [float(one) for one in arrays.floats(each)]
    if len(found) != count:
        raise InvalidParamsError(
            f"{len(found)} weights for {count} edges", {"path": "crease_weights", "expected": count, "got": len(found)}
        )
    return found


def assign_materials(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives meshes, or some of their faces, a material."""
    nodes = []
    for item in items:
        node, chosen = named_of(item)
        reference = item["material_id"]
        group = find_material(reference).path if reference else INITIAL
        mesh = mesh_now(node)
        assign(mesh.parts("face", chosen["face"]) if "face" in chosen else mesh.shape, group)
        nodes.append(node)
    return {"items": [read_fields(MESH_FIELDS, node, None, job) for node in nodes]}


OPERATIONS: dict[str, Atomic] = {
    "transform_vertices": transform_vertices,
    "smooth_vertices": smooth_vertices,
    "set_edge_creases": set_edge_creases,
    "assign_materials": assign_materials,
}
