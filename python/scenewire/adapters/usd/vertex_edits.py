"""Operations that move or mark elements of meshes by the thousand and leave them joined as they are: whole arrays are
read, changed and written back."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from scenewire.adapters.usd import creases
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.cages import across, cage_of, geometry, points_of, unit, vertex_normal
from scenewire.adapters.usd.components import ELEMENTS
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.vertices import refuse_animated
from scenewire.adapters.vertex_edits import VertexEdits


def _positions(owner: Handle, numbers: Sequence[int]) -> array[float]:
    points = points_of(owner)
    return array("f", [number for at in numbers for number in points[at]])


def _transform(owner: Handle, numbers: Sequence[int], places: Any, offsets: Any, normals: Any) -> None:
    if places is not None or offsets is not None:
        points = points_of(owner)
        for at, place in zip(numbers, () if places is None else arrays.vectors(places, 3)):
            points[at] = place
        for at, offset in zip(numbers, () if offsets is None else arrays.vectors(offsets, 3)):
            points[at] += offset
        _write(owner, points)
    if normals is not None:
        _set_normals(owner, dict(zip(numbers, arrays.vectors(normals, 3))))


def _write(owner: Handle, points: Any) -> None:
    refuse_animated(owner, "position")
    geometry(owner).CreatePointsAttr().Set(points)
    arrays.measure(geometry(owner))


def _set_normals(owner: Handle, given: dict[int, Any]) -> None:
    """Normals of these vertices; where the mesh has none the other corners get those of their faces."""
    mesh, cage, points = geometry(owner), cage_of(owner), points_of(owner)
    arrays.refuse_subdivided(mesh)
    have = arrays.normals(mesh)
    if have is not None and len(have) == cage.vertex_count:
        for at, normal in given.items():
            have[at] = unit(list(normal)) or vertex_normal(cage, points, at) or (0, 0, 0)
    else:
        flat = [unit(across(cage, points, face)) or (0, 0, 0) for face in range(len(cage.sizes))]
        if have is None:
            have = arrays.vectors([list(flat[face]) for face in cage.owners], 3)
        for at, normal in given.items():
            for corner in cage.around[at]:
                have[corner] = unit(list(normal)) or flat[cage.owners[corner]]
    arrays.set_normals(mesh, have)


def _smooth(owner: Handle, numbers: Sequence[int], factor: float, repeat: int) -> None:
    cage, points = cage_of(owner), points_of(owner)
    near: dict[int, list[int]] = {at: [] for at in numbers}
    for start, end in cage.edges:
        for one, other in ((start, end), (end, start)):
            if one in near:
                near[one].append(other)
    for _ in range(repeat):
        middles = {
            at: sum((points[one] for one in ends[1:]), points[ends[0]]) / len(ends) for at, ends in near.items() if ends
        }
        for at, middle in middles.items():
            points[at] += (middle - points[at]) * factor
    _write(owner, points)


def _edges(owner: Handle, numbers: Sequence[int]) -> list[frozenset[int]]:
    edges = cage_of(owner).edges
    return [frozenset(edges[at]) for at in numbers]


def _crease(owner: Handle, numbers: Sequence[int], weights: Sequence[float]) -> None:
    mesh = geometry(owner)
    creases.write(mesh, {**creases.read(mesh), **dict(zip(_edges(owner, numbers), weights))})


def _creases(owner: Handle, numbers: Sequence[int]) -> array[float]:
    now = creases.read(geometry(owner))
    return array("f", [now.get(edge, 0.0) for edge in _edges(owner, numbers)])


EDITS = VertexEdits(
    elements=ELEMENTS, transform=_transform, smooth=_smooth, positions=_positions, crease=_crease, creases=_creases
)
