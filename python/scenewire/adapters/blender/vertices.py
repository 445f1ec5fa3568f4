"""Vertices, one by one."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.components import Component, Edit
from scenewire.adapters.blender.elements import common, entity
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import InvalidParamsError, NotSupportedError


def _make(edit: Edit, item: Item) -> Any:
    return edit.shape.verts.new(item.pop("position"))


def _take(edit: Edit, vertex: Any) -> None:
    edit.shape.verts.remove(vertex)


def _set_position(vertex: Component, position: list[float]) -> None:
    mesh = vertex.owner.data
    mesh.vertices[vertex.index].co = position
    if mesh.shape_keys is not None:
        # The basis is what the mesh is made of, and an edit in the window writes both.
        mesh.shape_keys.reference_key.data[vertex.index].co = position


def _corners(vertex: Component) -> list[int]:
    return [loop.index for loop in vertex.owner.data.loops if loop.vertex_index == vertex.index]


def _uvs(vertex: Component, _job: Job) -> Any:
    corners = _corners(vertex)
    layers = vertex.owner.data.uv_layers
    return [list(layer.data[corners[0]].uv) for layer in layers] if corners and len(layers) else ABSENT


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


def _places(vertex: Component) -> tuple[Any, list[int]]:
    layer = vertex.owner.data.color_attributes.active_color
    if layer is None:
        return None, []
    return layer, [vertex.index] if layer.domain == "POINT" else _corners(vertex)


def _color(vertex: Component, _job: Job) -> Any:
    layer, places = _places(vertex)
    return list(layer.data[places[0]].color) if places else ABSENT


def _set_color(vertex: Component, color: list[float]) -> None:
    layer, places = _places(vertex)
    if not places:
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

VERTICES = entity("vertex", "vertices", VERTEX_FIELDS, _make, _take)
