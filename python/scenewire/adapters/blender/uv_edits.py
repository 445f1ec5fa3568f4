"""Texture coordinates moved as arrays, without an editor."""

from __future__ import annotations

import math
from array import array
from itertools import accumulate
from typing import Any

from scenewire.adapters.blender import mesh_arrays as arrays
from scenewire.adapters.blender.components import ELEMENTS
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.nodes import node_id
from scenewire.adapters.blender.parts import Part
from scenewire.adapters.blender.uv_maps import UV_PARTS
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError


def transform_uvs(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Scales, turns, moves; then single vertices."""
    return {"items": [_transformed(item) for item in items]}


def _transformed(item: Item) -> Item:
    node, named = ELEMENTS.named_of(item)
    mesh = node.data
    layer = _layer(node, item.get("channel", 0))
    if not any(name in item for name in ("scale", "rotation", "offset", "vertex_transforms")):
        raise InvalidParamsError(
            "nothing to be done was given",
            {"path": "offset", "expected": "at least one of scale, rotation, offset, vertex_transforms"},
        )
    before = arrays.read_uv_layer(mesh, layer)
    after = array("f", before)
    _turn(after, _corners(mesh, named.get("face")), item)
    _place(node, after, item.get("vertex_transforms") or [])
    arrays.write_uv_layer(mesh, layer, memoryview(after), "vertex_transforms")
    mesh.update()
    settle()
    now = arrays.read_uv_layer(mesh, _layer(node, item.get("channel", 0)))
    return {
        "mesh_id": node_id(node),
        "uv_map_id": UV_PARTS.id_of(Part(node, layer.name)),
        "changed_count": sum(now[at : at + 2] != before[at : at + 2] for at in range(0, len(now), 2)),
        "min": [min(now[0::2]), min(now[1::2])],
        "max": [max(now[0::2]), max(now[1::2])],
    }


def _layer(node: Any, channel: int) -> Any:
    layers = node.data.uv_layers
    if channel >= len(layers) or not len(node.data.loops):
        raise InvalidParamsError(
            f"`{node.name}` has {len(layers)} UV maps",
            {"path": "channel", "expected": f"less than {len(layers)}", "got": channel},
            ["unwrap_uvs", "create_uv_maps"],
        )
    return layers[channel]


def _corners(mesh: Any, faces: list[int] | None) -> Any:
    """The numbers of the corners of some faces, or of all."""
    if faces is None:
        return range(len(mesh.loops))
    sizes = arrays.read_face_sizes(mesh)
    starts = array("i", accumulate(sizes, initial=0))
    return [corner for face in faces for corner in range(starts[face], starts[face + 1])]


def _turn(uvs: array[float], corners: Any, item: Item) -> None:
    """u' = pivot + turned(scale * (u - pivot)) + offset."""
    scale, offset = item.get("scale", (1.0, 1.0)), item.get("offset", (0.0, 0.0))
    pivot, angle = item.get("pivot", (0.5, 0.5)), item.get("rotation", 0.0)
    if not any(name in item for name in ("scale", "rotation", "offset")):
        return
    cos, sin = math.cos(angle), math.sin(angle)
    for corner in corners:
        u = (uvs[2 * corner] - pivot[0]) * scale[0]
        v = (uvs[2 * corner + 1] - pivot[1]) * scale[1]
        uvs[2 * corner] = pivot[0] + cos * u - sin * v + offset[0]
        uvs[2 * corner + 1] = pivot[1] + sin * u + cos * v + offset[1]


def _place(node: Any, uvs: array[float], transforms: list[Item]) -> None:
    references = [one["vertex_id"] for one in transforms]
    vertices = ELEMENTS.numbers_in(node, "vertex", references, "vertex_transforms.vertex_id")
    corners = arrays.corners_of(node.data, vertices)
    for vertex, one in zip(vertices, transforms):
        own = corners[vertex]
        if not own:
            raise InvalidParamsError(
                f"`{node.name}/vertex/{vertex}` is in no face, and only corners of faces have texture coordinates",
                {"path": "vertex_transforms", "got": one["vertex_id"]},
            )
        for corner in own:
            for axis, name in enumerate("uv"):
                at = 2 * corner + axis
                uvs[at] = one.get(name, uvs[at]) + one.get(f"offset_{name}", 0.0)
