"""What differs between Blender 3.4 and 5.2 of meshes: how arrays are written, faces, shading, normals and creases."""

from __future__ import annotations

import ctypes
import itertools
import operator
from array import array
from typing import Any

from scenewire.adapters.blender import versions

#: From so many faces on it is worth to look for the array of their starts.
_MANY_FACES = 10_000


def bulk(values: memoryview | array[Any]) -> memoryview | array[Any]:
    """Memory as `foreach_set` takes it: Blender 3 asks a memoryview for a form that it does not have."""
    if versions.at_least(4, 2) or isinstance(values, array):
        return values
    return array(values.format, values.tobytes())


def positions_moved(mesh: Any) -> None:
    """Tells Blender that bounds and normals are old: a bulk write through the attribute does not say so before 5.0,
    setting a single point does."""
    if len(mesh.vertices):
        mesh.vertices[0].co = mesh.vertices[0].co


def shade_flat(mesh: Any) -> None:
    """Makes every face flat, which is what a new mesh is in 3.4 and what it is not since 4.1.

    Through the attribute, in the one form that is copied as it is: on two million faces Blender's own `shade_flat`
    takes 2.5 s, an array of another type 0.03, this nothing.
    """
    if hasattr(mesh, "shade_flat") and len(mesh.polygons):
        faces = mesh.attributes.get("sharp_face") or mesh.attributes.new("sharp_face", "BOOLEAN", "FACE")
        faces.data.foreach_set("value", memoryview(b"\1" * len(mesh.polygons)).cast("?"))


def shade_smooth(mesh: Any) -> None:
    """Makes every face smooth."""
    if not hasattr(mesh, "shade_smooth"):
        mesh.polygons.foreach_set("use_smooth", array("b", b"\1") * len(mesh.polygons))
        return
    for name in ("sharp_face", "sharp_edge"):
        sharp = mesh.attributes.get(name)
        if sharp is not None:
            mesh.attributes.remove(sharp)


def count_smooth(mesh: Any) -> int:
    """How many faces are smooth. Where Blender keeps the others as an attribute (since 4.1) it is asked for that in the
    form that is copied: of a million faces it tells `use_smooth` in 95 ms, the attribute in less than 1."""
    flags = bytearray(len(mesh.polygons))
    if not hasattr(mesh, "shade_flat"):
        smooth = array("b", flags)
        mesh.polygons.foreach_get("use_smooth", smooth)
        return bytes(smooth).count(1)
    sharp = mesh.attributes.get("sharp_face")
    if flags and sharp is not None and (sharp.domain, sharp.data_type) == ("FACE", "BOOLEAN"):
        sharp.data.foreach_get("value", memoryview(flags).cast("?"))
    return flags.count(0)


def enable_custom_normals(mesh: Any) -> None:
    """Before 4.1 custom normals show only on a mesh with auto smooth."""
    if hasattr(mesh, "use_auto_smooth"):
        mesh.use_auto_smooth = True


def read_corner_normals(mesh: Any, into: array[float]) -> None:
    """The normal of every face corner, custom normals included."""
    if hasattr(mesh, "corner_normals"):
        mesh.corner_normals.foreach_get("vector", into)
        return
    mesh.calc_normals_split()
    mesh.loops.foreach_get("normal", into)
    mesh.free_normals_split()


def forget_custom_normals(mesh: Any) -> None:
    """Takes custom normals off where they are an attribute: since 4.5 a vertex tells them as its own normal."""
    own = mesh.attributes.get("custom_normal")
    if own is not None:
        mesh.attributes.remove(own)


def edge_crease(mesh: Any, index: int) -> float:
    """How sharp an edge stays: a property of the edge until 3.6, an attribute of the mesh from 4.0 on."""
    if not versions.at_least(4, 0):
        return float(mesh.edges[index].crease)
    layer = mesh.edge_creases
    return float(layer.data[index].value) if layer is not None else 0.0


def set_edge_crease(mesh: Any, index: int, crease: float) -> None:
    """Writes what `edge_crease` reads."""
    if not versions.at_least(4, 0):
        mesh.edges[index].crease = crease
        return
    layer = mesh.edge_creases
    if layer is None:
        if not crease:
            return
        layer = mesh.edge_creases_ensure()
    layer.data[index].value = crease


def edge_creases(mesh: Any) -> array[float]:
    """The crease of every edge."""
    creases = array("f", bytes(4 * len(mesh.edges)))
    if not versions.at_least(4, 0):
        mesh.edges.foreach_get("crease", creases)
    elif mesh.edge_creases is not None:
        mesh.edge_creases.data.foreach_get("value", creases)
    return creases


def set_edge_creases(mesh: Any, creases: array[float]) -> None:
    """Writes what `edge_creases` reads."""
    if not versions.at_least(4, 0):
        mesh.edges.foreach_set("crease", creases)
    elif any(creases) or mesh.edge_creases is not None:
        (mesh.edge_creases or mesh.edge_creases_ensure()).data.foreach_set("value", creases)


def replace_mesh(mesh: Any, other: Any) -> None:
    """Gives a mesh the geometry, layers and materials of another one. bmesh does it alike in every version."""
    import bmesh

    materials = list(other.materials)
    shape = bmesh.new()
    try:
        shape.from_mesh(other)
        shape.to_mesh(mesh)
    finally:
        shape.free()
    mesh.materials.clear()
    for material in materials:
        mesh.materials.append(material)
    mesh.update()


def set_face_starts(mesh: Any, starts: memoryview) -> None:
    """Where each face of a new mesh begins, and how many corners it has.

    From 4.0 on the starts are one array of integers, and a face's pointer is its place in it; `foreach_set` has no way
    to copy an array there and asks for each number by itself, which for a million takes longer than all else.
    """
    place = _face_starts_of(mesh) if len(starts) >= _MANY_FACES else None
    if place is not None:
        ctypes.memmove(place, starts.tobytes(), starts.nbytes)
        return
    mesh.polygons.foreach_set("loop_start", bulk(starts))
    if not versions.at_least(4, 0):
        ends = itertools.chain(starts[1:], (len(mesh.loops),))
        mesh.polygons.foreach_set("loop_total", array("i", map(operator.sub, ends, starts)))


def _face_starts_of(mesh: Any) -> int | None:
    """The address of that array; None where what is written to some faces is not found where they say they are."""
    faces = mesh.polygons
    first = int(faces[0].as_pointer())
    for number in (0, len(faces) // 2, len(faces) - 1):
        face, place = faces[number], first + ctypes.sizeof(ctypes.c_int) * number
        face.loop_start = number + 1
        if face.as_pointer() != place or ctypes.c_int.from_address(place).value != number + 1:
            return None
    return first


def as_it_lies(elements: Any, size: int) -> Any:
    """The memory of all edges, corners or faces of a mesh where each takes `size` bytes right behind the one before:
    from 4.0 on two vertices, a vertex, where it begins. None where they lie otherwise. To be looked at at once: any
    change of the mesh may put it elsewhere."""
    if not len(elements):
        return None
    first, last = (int(elements[at].as_pointer()) for at in (0, len(elements) - 1))
    if last - first != size * (len(elements) - 1):
        return None
    return (ctypes.c_char * (size * len(elements))).from_address(first)
