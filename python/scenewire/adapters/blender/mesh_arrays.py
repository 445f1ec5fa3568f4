"""Mesh data to and from flat typed memory. No list is made of what can be a million long; NumPy is not needed."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import Any, NamedTuple

from scenewire import _native
from scenewire.adapters.blender import mesh_versions
from scenewire.errors import InvalidParamsError

UV_LAYER = "UVMap"
COLOR_LAYER = "Color"


def build(mesh: Any, vertices: memoryview, indices: memoryview | None, face_sizes: memoryview | None) -> None:
    """Fills an empty mesh. What Blender would have to repair is refused."""
    count = len(vertices) // 3
    faces = _faces(memoryview(b"").cast("i") if indices is None else indices, face_sizes, count)
    mesh.vertices.add(count)
    set_positions(mesh, vertices)
    if indices is not None and len(indices):
        _add_faces(mesh, indices, faces)
    mesh_versions.shade_flat(mesh)
    mesh.update()


class _Faces(NamedTuple):
    starts: memoryview
    edges: memoryview
    of_corners: memoryview


def _faces(indices: memoryview, face_sizes: memoryview | None, count: int) -> _Faces:
    """Where each face starts, the edges and the edge of each corner. Blender's own `validate` and `update` take five
    times as long for this, and crash on what is refused here."""
    corners = len(indices)
    if face_sizes is None and corners % 3:
        raise InvalidParamsError(f"{corners} indices are not triangles", {"path": "indices"}, ["give face_sizes"])
    try:
        bad, *found = _native.faces(indices, face_sizes, count)
    except ValueError as error:
        raise InvalidParamsError(
            f"face_sizes must be 3 or more each and add up to the {corners} indices", {"path": "face_sizes"}
        ) from error
    starts, edges, of_corners = (memoryview(numbers).cast("i") for numbers in found)
    if bad:
        raise InvalidParamsError(
            f"{bad} of {len(starts) - 1} faces are not valid: an index is out of range, a face names a vertex twice, "
            "or two faces are the same",
            {"path": "indices", "vertex_count": count, "bad_faces": bad},
        )
    return _Faces(starts[:-1], edges, of_corners)


def _add_faces(mesh: Any, indices: memoryview, faces: _Faces) -> None:
    mesh.loops.add(len(indices))
    mesh.polygons.add(len(faces.starts))
    _write(mesh, ".corner_vert", "value", mesh.loops, "vertex_index", indices)
    mesh_versions.set_face_starts(mesh, faces.starts)
    if mesh.attributes.get(".corner_edge") is None:
        # Before 3.6 edges are written one by one, which takes longer than having them found.
        mesh.update(calc_edges=True)
        return
    mesh.edges.add(len(faces.edges) // 2)
    _write(mesh, ".edge_verts", "value", mesh.edges, "vertices", faces.edges)
    _write(mesh, ".corner_edge", "value", mesh.loops, "edge_index", faces.of_corners)


def set_positions(mesh: Any, vertices: memoryview) -> None:
    """Moves every vertex."""
    if len(vertices) != 3 * len(mesh.vertices):
        raise InvalidParamsError(
            f"{len(vertices) // 3} vertices for a mesh of {len(mesh.vertices)}",
            {"path": "vertices"},
            ["give indices too"],
        )
    _write(mesh, "position", "vector", mesh.vertices, "co", vertices)
    mesh_versions.positions_moved(mesh)


def set_normals(mesh: Any, normals: memoryview) -> None:
    """Custom normals, one per vertex or per face corner."""
    per_corner = _per_corner(mesh, len(normals) // 3, "normals")
    mesh_versions.shade_smooth(mesh)
    mesh_versions.enable_custom_normals(mesh)
    write = mesh.normals_split_custom_set if per_corner else mesh.normals_split_custom_set_from_vertices
    write(_triples(normals.tobytes()))


def set_some_normals(mesh: Any, numbers: Sequence[int], normals: Any) -> None:
    """Custom normals of these vertices, three numbers each, zero for that of their faces; all others stay as they
    are."""
    indices = read_indices(mesh)
    corners = array("f", bytes(12 * len(indices)))
    if mesh.has_custom_normals:
        mesh_versions.read_corner_normals(mesh, corners)
        mesh_versions.forget_custom_normals(mesh)
    rows = _without_zeros(mesh, numbers, normals)
    mesh_versions.enable_custom_normals(mesh)
    if isinstance(numbers, range):
        mesh.normals_split_custom_set_from_vertices(_triples(rows))
        return
    places, which = _native.places_of(array("i", numbers).tobytes(), indices.tobytes(), len(mesh.vertices))
    put = _native.scatter(corners.tobytes(), places, _native.gather(rows, which, 12), 12)
    # Where a triple is zero Blender keeps the normal that the faces give.
    mesh.normals_split_custom_set(_triples(put))


def _without_zeros(mesh: Any, numbers: Sequence[int], normals: Any) -> bytes:
    """The normals as bytes, zeros replaced by what the faces give."""
    zeros = _native.zero_rows(normals.tobytes(), 3)
    if not zeros:
        return bytes(normals.tobytes())
    own = _filled("f", 3 * len(mesh.vertices), lambda into: mesh.vertex_normals.foreach_get("vector", into))
    meant = _native.gather(array("i", numbers).tobytes(), zeros, 4)
    return _native.scatter(normals.tobytes(), zeros, _native.gather(own.tobytes(), meant, 12), 12)


def _triples(numbers: bytes) -> list[tuple[float, ...]]:
    """As Blender wants custom normals; it takes them from no buffer."""
    return list(struct.iter_unpack("fff", numbers))


def set_uvs(mesh: Any, uvs: memoryview) -> None:
    """The active UV map, one coordinate per vertex or per face corner."""
    layer = mesh.uv_layers.active or mesh.uv_layers.new(name=UV_LAYER, do_init=False)
    write_uv_layer(mesh, layer, uvs, "uvs")


def write_uv_layer(mesh: Any, layer: Any, uvs: Any, path: str) -> None:
    """Any UV map, one coordinate per vertex or per face corner."""
    if not _per_corner(mesh, len(uvs) // 2, path):
        uvs = _spread(uvs, read_indices(mesh))
    _write(mesh, layer.name, "vector", layer.data, "uv", uvs)


def set_colors(mesh: Any, colors: memoryview) -> None:
    """The active color attribute, one linear rgba per vertex or per face corner."""
    domain = "CORNER" if _per_corner(mesh, len(colors) // 4, "colors") else "POINT"
    layer = mesh.color_attributes.active_color
    if layer is not None and (layer.domain, layer.data_type) != (domain, "FLOAT_COLOR"):
        mesh.color_attributes.remove(layer)
        layer = None
    if layer is None:
        layer = mesh.color_attributes.new(COLOR_LAYER, "FLOAT_COLOR", domain)
        mesh.color_attributes.active_color = layer
    layer.data.foreach_set("color", mesh_versions.bulk(colors))


def read_positions(mesh: Any) -> array[float]:
    """x, y, z of every vertex."""
    return _read(mesh, "position", "vector", mesh.vertices, "co", "f", 3 * len(mesh.vertices))


def read_indices(mesh: Any) -> array[int]:
    """The vertex of every face corner."""
    return _read(mesh, ".corner_vert", "value", mesh.loops, "vertex_index", "i", len(mesh.loops))


def read_edges(mesh: Any) -> array[int]:
    """The two vertices of every edge."""
    return _read(mesh, ".edge_verts", "value", mesh.edges, "vertices", "i", 2 * len(mesh.edges))


def corners_of(mesh: Any, vertices: Iterable[int]) -> dict[int, list[int]]:
    """The face corners at some vertices, in order; one pass over the corners for all of them."""
    found: dict[int, list[int]] = {vertex: [] for vertex in vertices}
    if found:
        flags = bytearray(len(mesh.vertices))
        for vertex in found:
            flags[vertex] = 1
        indices = read_indices(mesh)
        for corner in compress(range(len(indices)), map(flags.__getitem__, indices)):
            found[indices[corner]].append(corner)
    return found


def read_face_sizes(mesh: Any) -> array[int]:
    """How many corners each face has."""
    if len(mesh.loops) == 3 * len(mesh.polygons):
        # No face has fewer than three, so all have: a hundred times quicker than asking each.
        return array("i", [3]) * len(mesh.polygons)
    return _filled("i", len(mesh.polygons), lambda into: mesh.polygons.foreach_get("loop_total", into))


def read_normals(mesh: Any) -> array[float]:
    """Per face corner when the mesh has custom normals, else per vertex."""
    if mesh.has_custom_normals:
        return _filled("f", 3 * len(mesh.loops), lambda into: mesh_versions.read_corner_normals(mesh, into))
    return _filled("f", 3 * len(mesh.vertices), lambda into: mesh.vertex_normals.foreach_get("vector", into))


def read_uvs(mesh: Any) -> array[float] | None:
    """u, v of every face corner in the active UV map."""
    layer = mesh.uv_layers.active
    return None if layer is None else read_uv_layer(mesh, layer)


def read_uv_layer(mesh: Any, layer: Any) -> array[float]:
    """u, v of every face corner in any UV map."""
    return _read(mesh, layer.name, "vector", layer.data, "uv", "f", 2 * len(mesh.loops))


def read_face_materials(mesh: Any) -> array[int]:
    """The number of the material slot of every face."""
    return _filled("i", len(mesh.polygons), lambda into: mesh.polygons.foreach_get("material_index", into))


def set_face_materials(mesh: Any, slots: memoryview) -> None:
    """Writes what `read_face_materials` reads; every number is that of a slot."""
    most = max(len(mesh.materials), 1)
    bad = next((number for number in slots if number >= most), None)
    if len(slots) != len(mesh.polygons) or bad is not None:
        expected = f"one for each of the {len(mesh.polygons)} faces, from 0 to {most - 1}"
        raise InvalidParamsError(
            f"face_materials must be {expected}",
            {"path": "face_materials", "expected": expected, "got": bad if bad is not None else len(slots)},
        )
    mesh.polygons.foreach_set("material_index", mesh_versions.bulk(slots))


def read_tangents(mesh: Any) -> array[float] | None:
    """Tangent and sign of every face corner, by MikkTSpace from the active UV map."""
    if mesh.uv_layers.active is None or any(size > 4 for size in read_face_sizes(mesh)):
        return None
    mesh.calc_tangents()
    try:
        vectors = _filled("f", 3 * len(mesh.loops), lambda into: mesh.loops.foreach_get("tangent", into))
        signs = _filled("f", len(mesh.loops), lambda into: mesh.loops.foreach_get("bitangent_sign", into))
    finally:
        mesh.free_tangents()
    tangents = array("f", bytes(16 * len(signs)))
    for axis in range(3):
        tangents[axis::4] = vectors[axis::3]
    tangents[3::4] = signs
    return tangents


def read_colors(mesh: Any) -> array[float] | None:
    """Linear rgba of the active color attribute, per vertex or per face corner."""
    layer = mesh.color_attributes.active_color
    if layer is None:
        return None
    return _filled("f", 4 * len(layer.data), lambda into: layer.data.foreach_get("color", into))


def _per_corner(mesh: Any, given: int, path: str) -> bool:
    vertices, corners = len(mesh.vertices), len(mesh.loops)
    if given not in (vertices, corners):
        raise InvalidParamsError(
            f"{given} {path} for {vertices} vertices and {corners} face corners: give one for each of either",
            {"path": path, "expected": [vertices, corners], "got": given},
        )
    return given == corners


def _spread(uvs: Any, indices: array[int]) -> Any:
    """From one per vertex to one per corner."""
    return memoryview(_native.gather(uvs.tobytes(), indices.tobytes(), 2 * uvs.itemsize)).cast("f")


def _write(mesh: Any, name: str, field: str, older: Any, older_field: str, values: Any) -> None:
    """Through the attribute, a plain copy, where this Blender has it (3.5 and later); else element by element."""
    attribute = mesh.attributes.get(name)
    if attribute is not None:
        attribute.data.foreach_set(field, mesh_versions.bulk(values))
    else:
        older.foreach_set(older_field, mesh_versions.bulk(values))


def _read(mesh: Any, name: str, field: str, older: Any, older_field: str, code: str, length: int) -> array[Any]:
    attribute = mesh.attributes.get(name)
    if attribute is not None and len(attribute.data):
        return _filled(code, length, lambda into: attribute.data.foreach_get(field, into))
    return _filled(code, length, lambda into: older.foreach_get(older_field, into))


def _filled(code: str, length: int, fill: Callable[[array[Any]], Any]) -> array[Any]:
    # Made as long as it is at once: of bytes, those would lie in memory beside it first.
    into = array(code, bytes(4)) * length
    if length:
        fill(into)
    return into
