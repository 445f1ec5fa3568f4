"""Operations that move or mark elements of meshes by the thousand and leave them joined as they are: whole arrays are
read, changed and written back."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.adapters.usd import creases
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.cages import across, cage_of, geometry, points_of, unit, vertex_normal
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.mesh_batches import Chosen, named_of
from scenewire.adapters.usd.nodes import node_id
from scenewire.adapters.usd.vertices import refuse_animated
from scenewire.errors import InvalidParamsError

_ASKED = ("position", "offset", "normal", "positions", "offsets", "normals")
Work = Callable[[Handle, Item, list[int]], None]


def transform_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves, and sets normals."""
    return _each_moved(items, job, _transform)


def smooth_vertices(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Moves to the middle of the neighbours."""
    return _each_moved(items, job, _smooth)


def _each_moved(items: list[Item], job: Job, work: Work) -> Json:
    results = []
    for item in items:
        owner, chosen = named_of(item)
        numbers = _meant(owner, chosen, "vertex")
        work(owner, item, numbers)
        results.append(_moved(owner, numbers, job))
    return {"items": results}


def _meant(owner: Handle, chosen: Chosen, kind: str) -> list[int]:
    """The numbers of the elements that are meant; all of the mesh when none is named."""
    return chosen[kind] if kind in chosen else list(range(cage_of(owner).count(kind)))


def _moved(owner: Handle, numbers: list[int], job: Job) -> Item:
    points = points_of(owner)
    flat = array("f", [number for at in numbers for number in points[at]])
    return {
        "mesh_id": node_id(owner.prim),
        "revision": cage_of(owner).topology,
        "vertex_indices": job.attach(array("i", numbers), "i4", (len(numbers),)),
        "positions": job.attach(flat, "f4", (len(numbers), 3)),
    }


def _transform(owner: Handle, item: Item, numbers: list[int]) -> None:
    if not any(name in item for name in _ASKED):
        raise InvalidParamsError(
            "nothing to be done to the vertices was given",
            {"path": "position", "expected": f"at least one of {', '.join(_ASKED)}"},
        )
    for one in ("position", "offset", "normal"):
        if one in item and f"{one}s" in item:
            raise InvalidParamsError(f"`{one}` or `{one}s`, not both", {"path": f"{one}s"})
    places, offsets, normals = (_values(item, name, numbers) for name in ("position", "offset", "normal"))
    if places is not None or offsets is not None:
        points = points_of(owner)
        for row, at in enumerate(numbers):
            points[at] = points[at] if places is None else places[row]
        for row, at in enumerate(numbers if offsets is not None else ()):
            points[at] += offsets[row]
        _write(owner, points)
    if normals is not None:
        _set_normals(owner, dict(zip(numbers, normals)))


def _values(item: Item, name: str, numbers: list[int]) -> Any:
    """A vector for each vertex, from one for all or one for each; None when there is neither."""
    from pxr import Gf, Vt

    if name in item:
        return Vt.Vec3fArray(len(numbers), Gf.Vec3f(*item[name]))
    if f"{name}s" not in item:
        return None
    given = arrays.vectors(item[f"{name}s"], 3)
    if len(given) != len(numbers):
        raise InvalidParamsError(
            f"{len(given)} {name}s for {len(numbers)} vertices",
            {"path": f"{name}s", "expected": len(numbers), "got": len(given)},
        )
    return given


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


def _smooth(owner: Handle, item: Item, numbers: list[int]) -> None:
    cage, points, factor = cage_of(owner), points_of(owner), item.get("factor", 0.5)
    near: dict[int, list[int]] = {at: [] for at in numbers}
    for start, end in cage.edges:
        for one, other in ((start, end), (end, start)):
            if one in near:
                near[one].append(other)
    for _ in range(item.get("repeat", 1)):
        middles = {
            at: sum((points[one] for one in ends[1:]), points[ends[0]]) / len(ends) for at, ends in near.items() if ends
        }
        for at, middle in middles.items():
            points[at] += (middle - points[at]) * factor
    _write(owner, points)


def set_edge_creases(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Marks edges."""
    results = []
    for item in items:
        owner, chosen = named_of(item)
        numbers, mesh = _meant(owner, chosen, "edge"), geometry(owner)
        edges = [frozenset(cage_of(owner).edges[at]) for at in numbers]
        creases.write(mesh, {**creases.read(mesh), **dict(zip(edges, _weights(item, len(numbers))))})
        now = creases.read(mesh)
        told = array("f", [now.get(edge, 0.0) for edge in edges])
        results.append(
            {
                "mesh_id": node_id(owner.prim),
                "revision": cage_of(owner).topology,
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
    if each is not None and len(each) != count:
        raise InvalidParamsError(
            f"{len(each)} weights for {count} edges", {"path": "crease_weights", "expected": count, "got": len(each)}
        )
    return [float(one) for one in each] if each is not None else [item["crease_weight"]] * count
