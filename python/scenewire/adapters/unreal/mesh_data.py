"""The geometry of static meshes: `StaticMeshDescription`, element by element, as Unreal's Python has it.

Python makes triangles only (`create_polygon` takes no corners), and sees neither normals nor colours, which Unreal
computes and keeps when a mesh is built.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from scenewire.errors import InvalidParamsError, NotSupportedError


@dataclass
class Geometry:
    """Points, three corners for each triangle, and the texture coordinates of each corner, all flat."""

    points: array[float] = field(default_factory=lambda: array("f"))
    corners: array[int] = field(default_factory=lambda: array("i"))
    uvs: array[float] = field(default_factory=lambda: array("f"))

    @property
    def vertex_count(self) -> int:
        """How many vertices."""
        return len(self.points) // 3

    @property
    def face_count(self) -> int:
        """How many triangles."""
        return len(self.corners) // 3

    def edge_count(self) -> int:
        """How many sides of triangles there are, each counted once."""
        corners = self.corners
        sides: set[tuple[int, int]] = set()
        for at in range(0, len(corners), 3):
            a, b, c = corners[at : at + 3]
            sides.update((min(pair), max(pair)) for pair in ((a, b), (b, c), (c, a)))
        return len(sides)

    def revision(self) -> str:
        """What changes with the topology: a checksum of it."""
        return f"{self.vertex_count}-{zlib.crc32(self.corners.tobytes()):08x}"


def numbers(values: Any, kind: str) -> Any:
    """What came, flat: memory of the wire's, or lists of numbers or rows."""
    if isinstance(values, list):
        return array(kind, [one for row in values for one in (row if isinstance(row, (list, tuple)) else [row])])
    made = array(kind)
    made.frombytes(memoryview(values).cast("B"))
    return made


def checked(points: Any, indices: Any, face_sizes: Any) -> Geometry:
    """The geometry that was asked for. Raises when its parts do not fit each other, or a face is no triangle."""
    made = Geometry(numbers(points, "f"), numbers(indices, "i") if indices is not None else array("i"))
    if face_sizes is not None:
        sizes = numbers(face_sizes, "i")
        if sum(sizes) != len(made.corners):
            raise InvalidParamsError(
                f"the faces have {sum(sizes)} corners, and there are {len(made.corners)} indices",
                {"path": "face_sizes", "expected": len(made.corners), "got": sum(sizes)},
            )
        other = next((size for size in sizes if size != 3), 3)
        if other < 3:
            raise InvalidParamsError(f"a face has at least 3 corners, not {other}", {"path": "face_sizes"})
        if other != 3:
            raise NotSupportedError(
                "Unreal's Python makes triangles alone: divide the faces into triangles first",
                {"path": "face_sizes", "expected": 3, "got": other},
            )
    if len(made.corners) % 3:
        raise InvalidParamsError(
            f"{len(made.corners)} indices are no whole number of triangles",
            {"path": "indices", "expected": "three indices per face", "got": len(made.corners)},
        )
    wrong = next((corner for corner in made.corners if not 0 <= corner < made.vertex_count), None)
    if wrong is not None:
        raise InvalidParamsError(
            f"there are {made.vertex_count} vertices, and no vertex {wrong}",
            {"path": "indices", "expected": f"0 to {made.vertex_count - 1}", "got": wrong},
        )
    return made


def spread_uvs(geometry: Geometry, given: Any) -> array[float]:
    """Texture coordinates of each corner, of what came for each vertex or each corner."""
    flat = numbers(given, "f")
    count = len(flat) // 2
    if count == len(geometry.corners):
        return array("f", flat)
    if count != geometry.vertex_count:
        raise InvalidParamsError(
            f"`uvs` has {count} rows, and the mesh {geometry.vertex_count} vertices and {len(geometry.corners)} "
            "face corners",
            {"path": "uvs", "expected": f"{geometry.vertex_count} or {len(geometry.corners)} rows", "got": count},
        )
    return array("f", [part for corner in geometry.corners for part in flat[2 * corner : 2 * corner + 2]])


def read(mesh: Any) -> Geometry:
    """What a static mesh is: its finest level of detail, as it was made."""
    import unreal

    description = mesh.get_static_mesh_description(0) if mesh is not None else None
    found = Geometry()
    if description is None:
        return found
    places: dict[int, int] = {}
    for number in _valid(description.get_vertex_count(), lambda n: description.is_vertex_valid(unreal.VertexID(n))):
        place = description.get_vertex_position(unreal.VertexID(number))
        places[number] = len(places)
        found.points.extend(float(place.get_editor_property(axis)) for axis in "xyz")
    triangle = unreal.TriangleID
    for number in _valid(description.get_triangle_count(), lambda n: description.is_triangle_valid(triangle(n))):
        for corner in description.get_triangle_vertex_instances(triangle(number)):
            vertex = description.get_vertex_instance_vertex(corner)
            found.corners.append(places[int(vertex.get_editor_property("id_value"))])
            uv = description.get_vertex_instance_uv(corner, 0)
            found.uvs.extend(float(uv.get_editor_property(axis)) for axis in "xy")
    return found


def _valid(count: int, there: Callable[[int], bool]) -> Iterator[int]:
    """The first so many numbers that are there: what was deleted leaves holes."""
    number = 0
    while count:
        if there(number):
            count -= 1
            yield number
        number += 1


def build(mesh: Any, geometry: Geometry) -> None:
    """Makes a static mesh this geometry."""
    import unreal

    description = unreal.StaticMesh.create_static_mesh_description()
    group = description.create_polygon_group()
    vertices = []
    for at in range(0, len(geometry.points), 3):
        vertices.append(description.create_vertex())
        description.set_vertex_position(vertices[-1], unreal.Vector(*geometry.points[at : at + 3]))
    for start in range(0, len(geometry.corners), 3):
        three = [description.create_vertex_instance(vertices[corner]) for corner in geometry.corners[start : start + 3]]
        for at, corner in enumerate(three, start) if geometry.uvs else ():
            description.set_vertex_instance_uv(corner, unreal.Vector2D(*geometry.uvs[2 * at : 2 * at + 2]), 0)
        description.create_triangle(group, three)
    mesh.build_from_static_mesh_descriptions([description], False, True)
