"""Vertices, one by one."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire import _native
from scenewire.adapters.blender import mesh_arrays as arrays
from scenewire.adapters.blender.components import Component, Edit, topology
from scenewire.adapters.blender.elements import common, entity
from scenewire.adapters.blender.nodes import node_id
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import InvalidParamsError, NotSupportedError


def _make(edit: Edit, item: Item) -> Any:
    return edit.shape.verts.new(item["position"])


def _take(edit: Edit, vertex: Any) -> None:
    edit.shape.verts.remove(vertex)


def _set_position(vertex: Component, position: list[float]) -> None:
    mesh = vertex.owner.data
    mesh.vertices[vertex.index].co = position
    if mesh.shape_keys is not None:
        # The basis is what the mesh is made of, and an edit in the window writes both.
        mesh.shape_keys.reference_key.data[vertex.index].co = position


#: Where each vertex of the mesh read last is first a corner of a face: a page of vertices asks for each of them.
_FIRST: dict[tuple[str, str], array[int]] = {}


def _first_corner(vertex: Component) -> int:
    """-1 when it is in no face."""
    mesh = vertex.owner.data
    key = node_id(vertex.owner), topology(vertex.owner)
    if key not in _FIRST:
        _FIRST.clear()
        places = _native.first_places(arrays.read_indices(mesh).tobytes(), len(mesh.vertices))
        _FIRST[key] = array("i", places)
    return _FIRST[key][vertex.index]


def _corners(vertex: Component) -> list[int]:
    return arrays.corners_of(vertex.owner.data, [vertex.index])[vertex.index]


def _uvs(vertex: Component, _job: Job) -> Any:
    layers = vertex.owner.data.uv_layers
    corner = _first_corner(vertex) if len(layers) else -1
    return [list(layer.data[corner].uv) for layer in layers] if corner >= 0 else ABSENT


def _set_uvs(vertex: Component, uvs: list[list[float]]) -> None:
    layers, corners = vertex.owner.data.uv_layers, _corners(vertex)
    if len(uvs) != len(layers) or not corners:
        raise InvalidParamsError(
            f"{len(uvs)} coordinates for the {len(layers)} UV maps of `{vertex.owner.name}`"
            if corners
            else f"`{vertex.name}` is in no face, and only corners of faces have texture coordinates",
            {"path": "uvs", "expected": len(layers) if corners else 0, "got": len(uvs)},
        )
    for layer, uv in zip(layers, uvs):
        for corner in corners:
            layer.data[corner].uv = uv


def _color(vertex: Component, _job: Job) -> Any:
    layer = vertex.owner.data.color_attributes.active_color
    if layer is None:
        return ABSENT
    place = vertex.index if layer.domain == "POINT" else _first_corner(vertex)
    return list(layer.data[place].color) if place >= 0 else ABSENT


def _set_color(vertex: Component, color: list[float]) -> None:
    layer = vertex.owner.data.color_attributes.active_color
    places = [vertex.index] if layer is not None and layer.domain == "POINT" else _corners(vertex)
    if layer is None or not places:
        raise NotSupportedError(
            f"`{vertex.owner.name}` has no colour attribute at this vertex",
            {"path": "color"},
            ["give the mesh `colors`"],
        )
    for place in places:
        layer.data[place].color = color


def _weights(vertex: Component, _job: Job) -> dict[str, float]:
    groups = vertex.owner.vertex_groups
    return {groups[one.group].name: one.weight for one in vertex.it.groups if one.group < len(groups)}


def _set_weights(vertex: Component, weights: dict[str, Any]) -> None:
    for name, weight in weights.items():
        if isinstance(weight, bool) or not isinstance(weight, (int, float)) or not 0 <= weight <= 1:
            raise InvalidParamsError(
                f"the weight of `{name}` is not a number from 0 to 1",
                {"path": f"weights.{name}", "expected": "a number from 0 to 1", "got": weight},
            )
    groups = vertex.owner.vertex_groups
    for group in groups:
        if group.name not in weights:
            group.remove([vertex.index])
    for name, weight in weights.items():
        (groups.get(name) or groups.new(name=name)).add([vertex.index], weight, "REPLACE")


VERTEX_FIELDS: dict[str, Field] = {
    **common("vertex"),
    "position": Field(lambda vertex, _job: list(vertex.it.co), _set_position),
    "normal": Field(lambda vertex, _job: list(vertex.it.normal)),
    "uvs": Field(_uvs, _set_uvs),
    "color": Field(_color, _set_color),
    "weights": Field(_weights, _set_weights),
}

VERTICES = entity("vertex", VERTEX_FIELDS, _make, _take)
