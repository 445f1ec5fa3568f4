"""Operations that move or mark elements of meshes by the thousand and leave them joined as they are: whole arrays are
read, changed in memory and written back, so that the price is that of the arrays and not of the elements."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from scenewire import _native
from scenewire.adapters.blender import mesh_arrays as arrays
from scenewire.adapters.blender import mesh_versions
from scenewire.adapters.blender.components import ELEMENTS
from scenewire.adapters.blender.context import settle
from scenewire.adapters.vertex_edits import VertexEdits


def _positions(node: Any, numbers: Sequence[int]) -> array[float]:
    return _picked(arrays.read_positions(node.data), numbers, 3)


def _transform(node: Any, numbers: Sequence[int], places: Any, offsets: Any, normals: Any) -> None:
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
    settle()


def write_positions(node: Any, positions: array[float]) -> None:
    """Every vertex's position; of a mesh with shape keys the basis too, which an edit in the window writes with it."""
    arrays.set_positions(node.data, memoryview(positions))
    if node.data.shape_keys is not None:
        node.data.shape_keys.reference_key.data.foreach_set("co", positions)


def _picked(values: array[float], numbers: Sequence[int], width: int) -> array[float]:
    """The rows of these numbers."""
    if isinstance(numbers, range):
        return values
    size = width * values.itemsize
    return array(values.typecode, _native.gather(values.tobytes(), array("i", numbers).tobytes(), size))


def _put(values: array[float], numbers: Sequence[int], rows: Any) -> None:
    """Writes rows of three at these numbers."""
    if isinstance(numbers, range):
        values[:] = array(values.typecode, rows.tobytes())
        return
    size = 3 * values.itemsize
    put = _native.scatter(values.tobytes(), array("i", numbers).tobytes(), rows.tobytes(), size)
    values[:] = array(values.typecode, put)


def _smooth(node: Any, numbers: Sequence[int], factor: float, repeat: int) -> None:
    """By bmesh, which reads the shape; only the positions are written back."""
    import bmesh

    shape = bmesh.new()
    try:
        shape.from_mesh(node.data)
        shape.verts.ensure_lookup_table()
        meant = [shape.verts[number] for number in numbers]
        axes = {f"use_axis_{axis}": True for axis in "xyz"}
        for _ in range(repeat):
            bmesh.ops.smooth_vert(shape, verts=meant, factor=factor, **axes)
        write_positions(node, array("f", [number for vertex in shape.verts for number in vertex.co]))
    finally:
        shape.free()
    node.data.update()
    settle()


def _crease(node: Any, numbers: Sequence[int], given: Sequence[float]) -> None:
    weights = mesh_versions.edge_creases(node.data)
    for number, weight in zip(numbers, given):
        weights[number] = weight
    mesh_versions.set_edge_creases(node.data, weights)
    node.data.update()
    settle()


EDITS = VertexEdits(
    elements=ELEMENTS,
    transform=_transform,
    smooth=_smooth,
    positions=_positions,
    crease=_crease,
    creases=lambda node, numbers: _picked(mesh_versions.edge_creases(node.data), numbers, 1),
)
