"""Operations that move or mark elements of meshes by the thousand and leave them joined as they are: whole arrays are
read, changed in memory and written back, so that the price is that of the arrays and not of the elements."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from scenewire import _native
from scenewire.adapters.blender import mesh_arrays as arrays
from scenewire.adapters.blender import mesh_versions
from scenewire.adapters.blender.components import elements, topology
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.mesh_batches import named_of
from scenewire.adapters.blender.nodes import node_id
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError


def transform_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves, and sets normals."""
    return _each_moved(items, job, _transform)


def smooth_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves to the middle of the neighbours."""
    return _each_moved(items, job, _smooth)


def _each_moved(items: list[Item], job: Job, work: Callable[[Any, Item, Any], None]) -> Json:
    results = []
    for item in items:
        node, named = named_of(item)
        numbers = _meant(node, named, "vertex")
        work(node, item, numbers)
        settle()
        results.append(moved(node, numbers, job))
    return {"items": results}


def _meant(node: Any, named: dict[str, list[int]], kind: str) -> Any:
    """The numbers of the elements that are meant; all of the mesh when none is named."""
    return named[kind] if kind in named else range(len(elements(node.data, kind)))


def moved(node: Any, numbers: Any, job: Job) -> Item:
    """What an operation that only moves vertices tells: which, and where they are now."""
    positions = _picked(arrays.read_positions(node.data), numbers, 3)
    return {
        "mesh_id": node_id(node),
        "revision": topology(node),
        "vertex_indices": job.attach(array("i", numbers), "i4", (len(numbers),)),
        "positions": job.attach(positions, "f4", (len(numbers), 3)),
    }


def _transform(node: Any, item: Item, numbers: Any) -> None:
    asked = [name for name in ("position", "offset", "normal", "positions", "offsets", "normals") if name in item]
    if not asked:
        raise InvalidParamsError(
            "nothing to be done to the vertices was given",
            {"path": "position", "expected": "at least one of position, offset, normal, positions, offsets, normals"},
        )
    for one in ("position", "offset", "normal"):
        if one in item and f"{one}s" in item:
            raise InvalidParamsError(f"`{one}` or `{one}s`, not both", {"path": f"{one}s"})
    places = _values(item, "position", numbers)
    offsets = _values(item, "offset", numbers)
    normals = _values(item, "normal", numbers)
    if places is not None or offsets is not None:
        positions = arrays.read_positions(node.data)
        if places is not None:
            _put(positions, numbers, places)
        if offsets is not None:
            moved_by = _native.added(_picked(positions, numbers, 3).tobytes(), offsets.tobytes())
            _put(positions, numbers, array("f", moved_by))
        write_positions(node, positions)
    if normals is not None:
        arrays.set_some_normals(node.data, numbers, normals)
    node.data.update()


def _values(item: Item, name: str, numbers: Any) -> Any:
    """Three numbers for each vertex, from one value for all or one for each; None when there is neither."""
    if name in item:
        return array("f", item[name]) * len(numbers)
    given = item.get(f"{name}s")
    if given is not None and len(given) != 3 * len(numbers):
        raise InvalidParamsError(
            f"{len(given) // 3} {name}s for {len(numbers)} vertices",
            {"path": f"{name}s", "expected": len(numbers), "got": len(given) // 3},
        )
    return given


def write_positions(node: Any, positions: array[float]) -> None:
    """Every vertex's position; of a mesh with shape keys the basis too, which an edit in the window writes with it."""
    arrays.set_positions(node.data, memoryview(positions))
    if node.data.shape_keys is not None:
        node.data.shape_keys.reference_key.data.foreach_set("co", positions)


def _picked(values: array[Any], numbers: Any, width: int) -> array[Any]:
    """The rows of these numbers."""
    if isinstance(numbers, range):
        return values
    size = width * values.itemsize
    return array(values.typecode, _native.gather(values.tobytes(), array("i", numbers).tobytes(), size))


def _put(values: array[Any], numbers: Any, rows: Any) -> None:
    """Writes rows of three at these numbers."""
    if isinstance(numbers, range):
        values[:] = array(values.typecode, rows.tobytes())
        return
    size = 3 * values.itemsize
    put = _native.scatter(values.tobytes(), array("i", numbers).tobytes(), rows.tobytes(), size)
    values[:] = array(values.typecode, put)


def _smooth(node: Any, item: Item, numbers: Any) -> None:
    """By bmesh, which reads the shape; only the positions are written back."""
    import bmesh

    shape = bmesh.new()
    try:
        shape.from_mesh(node.data)
        shape.verts.ensure_lookup_table()
        meant = [shape.verts[number] for number in dict.fromkeys(numbers)]
        axes = {f"use_axis_{axis}": True for axis in "xyz"}
        for _ in range(item.get("repeat", 1)):
            bmesh.ops.smooth_vert(shape, verts=meant, factor=item.get("factor", 0.5), **axes)
        write_positions(node, array("f", [number for vertex in shape.verts for number in vertex.co]))
    finally:
        shape.free()
    node.data.update()


def set_edge_creases(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Marks edges."""
    results = []
    for item in items:
        node, named = named_of(item)
        numbers = _meant(node, named, "edge")
        weights = mesh_versions.edge_creases(node.data)
        for number, weight in zip(numbers, _weights(item, len(numbers))):
            weights[number] = weight
        mesh_versions.set_edge_creases(node.data, weights)
        node.data.update()
        settle()
        told = _picked(mesh_versions.edge_creases(node.data), numbers, 1)
        results.append(
            {
                "mesh_id": node_id(node),
                "revision": topology(node),
                "edge_indices": job.attach(array("i", numbers), "i4", (len(numbers),)),
                "crease_weights": job.attach(told, "f4", (len(told),)),
            }
        )
    return {"items": results}


def _weights(item: Item, count: int) -> Any:
    each = item.get("crease_weights")
    if ("crease_weight" in item) == (each is not None):
        raise InvalidParamsError(
            "either `crease_weight` or `crease_weights` is needed",
            {"path": "crease_weight", "expected": "one for all or one for each"},
        )
    if each is not None and len(each) != count:
        raise InvalidParamsError(
            f"{len(each)} weights for {count} edges", {"path": "crease_weights", "expected": count, "got": len(each)}
        )
    return each if each is not None else array("f", [item["crease_weight"]]) * count
