"""Lights. Blender's own units are ours: watts, and watts per square metre for a sun."""

from __future__ import annotations

import functools
from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.node_pages import NodePages
from scenewire.adapters.blender.nodes import NODE_FIELDS, all_nodes, find_typed, guard_nodes, new_node, remove_nodes
from scenewire.adapters.blender.ranges import put
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import NotSupportedError

#: What a light gives when nobody says: a lamp for a room of some metres, the sun on a hazy day. Blender's own
#: default of 10 W is all but dark; its sun of 1 is kept.
_INTENSITY = {"point": 1000.0, "spot": 1000.0, "area": 200.0, "sun": 1.0}

_RECTANGLES = {"SQUARE": "RECTANGLE", "DISK": "ELLIPSE"}


def _make(item: Item) -> Any:
    import bpy

    kind = item.pop("kind", None) or "point"
    name = item.pop("name", None) or kind.capitalize()
    data = bpy.data.lights.new(name, kind.upper())
    data.energy = _INTENSITY[kind]
    return new_node(item, name, data)


def _set_kind(node: Any, kind: str) -> None:
    node.data.type = kind.upper()


def _set_color(node: Any, color: list[float]) -> None:
    node.data.color = color[:3]


def _plain(name: str, attribute: str, kinds: set[str] | None = None) -> Field:
    """A property of the light that its kinds have; None is all kinds."""

    def read(node: Any, _job: Job) -> Any:
        if kinds and node.data.type not in kinds:
            return ABSENT
        return getattr(node.data, attribute)

    def write(node: Any, value: Any) -> None:
        refuse_unless(node, name, kinds)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            put(node.data, attribute, value, name)
        else:
            setattr(node.data, attribute, value)

    return Field(read, write)


def refuse_unless(node: Any, field: str, kinds: set[str] | None) -> None:
    """Raises `not_supported` when this kind of light has no such field."""
    kind = node.data.type
    if kinds and kind not in kinds:
        have = ", ".join(sorted(kinds)).lower()
        raise NotSupportedError(
            f"a {kind.lower()} light has no `{field}`; {have} lights have", {"path": field, "kind": kind.lower()}
        )


def _size(node: Any, side: str) -> Any:
    data = node.data
    if data.type != "AREA":
        return ABSENT
    return data.size_y if side == "height" and data.shape in _RECTANGLES.values() else data.size


def _set_size(node: Any, side: str, value: float) -> None:
    refuse_unless(node, side, {"AREA"})
    data = node.data
    if data.shape in _RECTANGLES:
        data.size_y = data.size
        data.shape = _RECTANGLES[data.shape]
    setattr(data, "size" if side == "width" else "size_y", value)


LIGHT_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "kind": Field(lambda node, _job: node.data.type.lower(), _set_kind),
    "color": Field(lambda node, _job: [*node.data.color, 1.0], _set_color),
    "intensity": _plain("intensity", "energy"),
    "exposure": _plain("exposure", "exposure"),
    "radius": _plain("radius", "shadow_soft_size", {"POINT", "SPOT"}),
    "spot_angle": _plain("spot_angle", "spot_size", {"SPOT"}),
    "spot_blend": _plain("spot_blend", "spot_blend", {"SPOT"}),
    "width": Field(lambda node, _job: _size(node, "width"), lambda node, value: _set_size(node, "width", value)),
    "height": Field(lambda node, _job: _size(node, "height"), lambda node, value: _set_size(node, "height", value)),
    "casts_shadow": _plain("casts_shadow", "use_shadow"),
    **lacks_of("lights"),
}

LIGHTS = Entity(
    plural="lights",
    fields=LIGHT_FIELDS,
    make=_make,
    find=lambda reference: find_typed(reference, "light"),
    all=functools.partial(all_nodes, "light"),
    page=NodePages(functools.partial(all_nodes, "light")),
    remove=remove_nodes,
    guard=guard_nodes,
    settle=settle,
    places=IDENTITY.places,
)
