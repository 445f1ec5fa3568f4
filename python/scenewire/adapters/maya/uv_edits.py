"""Texture coordinates scaled, turned and moved. Corners that share one coordinate share it afterwards too, unless they
have gone different ways."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.components import ELEMENTS
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.mesh_arrays import corners_of, mesh_of, refuse_history, uv_writer
from scenewire.adapters.maya.nodes import NODE, shape_named
from scenewire.adapters.maya.undoable import apply
from scenewire.adapters.maya.uv_maps import UVMap, of_mesh, uv_map_id
from scenewire.errors import InvalidParamsError

_WHOLE = ("scale", "rotation", "offset")
UV = tuple[float, float]


def transform_uvs(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Scales, turns, moves; then single vertices."""
    return {"items": [_transformed(item) for item in items]}


def _transformed(item: Item) -> Item:
    node, named = ELEMENTS.named_of(item)
    mesh, uv_map = mesh_of(node.path), _map(node, item.get("channel", 0))
    name = uv_map.name
    if not any(field in item for field in (*_WHOLE, "vertex_transforms")):
        raise InvalidParamsError(
            "nothing to be done was given",
            {"path": "offset", "expected": "at least one of scale, rotation, offset, vertex_transforms"},
        )
    refuse_history(shape_named(node.path))
    (us, vs), (counts, ids) = map(list, mesh.getUVs(name)), map(list, mesh.getAssignedUVs(name))
    numbers = _numbers(corners_of(mesh)[0], counts, ids)
    before = [None if number is None else (us[number], vs[number]) for number in numbers]
    after = list(before)
    if any(field in item for field in _WHOLE):
        _change(after, _corners(mesh, named.get("face")), _turn(item))
    _place(node, mesh, after, item.get("vertex_transforms") or [])
    _write(node, name, (us, vs, counts, ids), numbers, after)
    there = [uv for uv in after if uv is not None]
    return {
        "mesh_id": NODE.id(node),
        "uv_map_id": uv_map_id(uv_map),
        "changed_count": sum(new != old for new, old in zip(after, before)),
        "min": [min(uv[axis] for uv in there) for axis in range(2)],
        "max": [max(uv[axis] for uv in there) for axis in range(2)],
    }


def _map(node: Handle, channel: int) -> UVMap:
    mesh, every = mesh_of(node.path), of_mesh(node)
    if channel >= len(every) or not mesh.numUVs(every[channel].name):
        have = sum(bool(mesh.numUVs(one.name)) for one in every)
        raise InvalidParamsError(
            f"`{node.name}` has {have} UV maps with coordinates",
            {"path": "channel", "expected": f"less than {have}", "got": channel},
            ["create_uv_maps"],
        )
    return every[channel]


def _numbers(sizes: list[int], counts: list[int], ids: list[int]) -> list[int | None]:
    """Of each corner the number of its coordinate; None in faces that have none."""
    every: list[int | None] = []
    start = 0
    for size, count in zip(sizes, counts):
        every += ids[start : start + count] if count else [None] * size
        start += count
    return every


def _corners(mesh: Any, faces: list[int] | None) -> Iterable[int]:
    """The numbers of the corners of some faces, or of all."""
    sizes = corners_of(mesh)[0]
    if faces is None:
        return range(sum(sizes))
    starts = list(accumulate(sizes, initial=0))
    return [corner for face in faces for corner in range(starts[face], starts[face + 1])]


def _change(uvs: list[UV | None], corners: Iterable[int], to: Callable[[UV], UV]) -> None:
    for corner in corners:
        uv = uvs[corner]
        if uv is not None:
            uvs[corner] = to(uv)


def _turn(item: Item) -> Callable[[UV], UV]:
    """u' = pivot + turned(scale * (u - pivot)) + offset."""
    scale, offset = item.get("scale", (1.0, 1.0)), item.get("offset", (0.0, 0.0))
    pivot, angle = item.get("pivot", (0.5, 0.5)), item.get("rotation", 0.0)
    cos, sin = math.cos(angle), math.sin(angle)

    def turned(uv: UV) -> UV:
        u, v = (scale[axis] * (uv[axis] - pivot[axis]) for axis in range(2))
        return pivot[0] + cos * u - sin * v + offset[0], pivot[1] + sin * u + cos * v + offset[1]

    return turned


def _place(node: Handle, mesh: Any, uvs: list[UV | None], transforms: list[Item]) -> None:
    references = [one["vertex_id"] for one in transforms]
    vertices = ELEMENTS.numbers_in(node, "vertex", references, "vertex_transforms.vertex_id")
    connects = corners_of(mesh)[1]
    for vertex, one in zip(vertices, transforms):
        own = [corner for corner, at in enumerate(connects) if at == vertex and uvs[corner] is not None]
        if not own:
            raise InvalidParamsError(
                f"`{node.name}/vertex/{vertex}` is in no face with texture coordinates",
                {"path": "vertex_transforms.vertex_id", "got": one["vertex_id"]},
            )
        _change(uvs, own, functools.partial(_put, one=one))


def _put(uv: UV, one: Item) -> UV:
    u, v = (one.get(name, uv[axis]) + one.get(f"offset_{name}", 0.0) for axis, name in enumerate("uv"))
    return u, v


def _write(
    node: Handle,
    name: str,
    before: tuple[list[float], list[float], list[int], list[int]],
    numbers: list[int | None],
    after: list[UV | None],
) -> None:
    fresh: dict[tuple[int | None, UV], int] = {}
    there = [(number, uv) for number, uv in zip(numbers, after) if uv is not None]
    ids = [fresh.setdefault(key, len(fresh)) for key in there]
    us, vs = [uv[0] for _, uv in fresh], [uv[1] for _, uv in fresh]
    apply(*(uv_writer(node.path, name, uvs) for uvs in ((us, vs, before[2], ids), before)))


OPERATIONS: dict[str, Atomic] = {"transform_uvs": transform_uvs}
