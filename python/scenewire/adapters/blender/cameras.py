"""Cameras: they look along their own -Z with +Y up, in Blender as here."""

from __future__ import annotations

import functools
from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.node_pages import NodePages
from scenewire.adapters.blender.nodes import NODE_FIELDS, all_nodes, find_typed, guard_nodes, new_node, remove_nodes
from scenewire.adapters.blender.ranges import put
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item

_PROJECTIONS = {"perspective": "PERSP", "orthographic": "ORTHO"}


def _make(item: Item) -> Any:
    import bpy

    name = item.pop("name", None) or "Camera"
    return new_node(item, name, bpy.data.cameras.new(name))


def _projection(node: Any, _job: Job) -> str:
    return next((ours for ours, theirs in _PROJECTIONS.items() if theirs == node.data.type), node.data.type.lower())


def _set_projection(node: Any, projection: str) -> None:
    node.data.type = _PROJECTIONS[projection]


def _focus(node: Any, _job: Job) -> float | None:
    return node.data.dof.focus_distance if node.data.dof.use_dof else None


def _set_focus(node: Any, distance: float | None) -> None:
    node.data.dof.use_dof = distance is not None
    if distance is not None:
        put(node.data.dof, "focus_distance", distance, "focus_distance")


def _set_f_stop(node: Any, f_stop: float) -> None:
    put(node.data.dof, "aperture_fstop", f_stop, "f_stop")


def _active(node: Any, _job: Job) -> bool:
    import bpy

    return bool(bpy.context.scene.camera == node)


def _set_active(node: Any, active: bool) -> None:
    import bpy

    scene = bpy.context.scene
    if active:
        scene.camera = node
    elif scene.camera == node:
        scene.camera = None


def _data(field: str, attribute: str) -> Field:
    return Field(
        lambda node, _job: getattr(node.data, attribute), lambda node, value: put(node.data, attribute, value, field)
    )


CAMERA_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "projection": Field(_projection, _set_projection),
    "focal_length": _data("focal_length", "lens"),
    "sensor_width": _data("sensor_width", "sensor_width"),
    "sensor_height": _data("sensor_height", "sensor_height"),
    "ortho_scale": _data("ortho_scale", "ortho_scale"),
    "near": _data("near", "clip_start"),
    "far": _data("far", "clip_end"),
    "focus_distance": Field(_focus, _set_focus),
    "f_stop": Field(lambda node, _job: node.data.dof.aperture_fstop, _set_f_stop),
    "active": Field(_active, _set_active),
}

CAMERAS = Entity(
    plural="cameras",
    fields=CAMERA_FIELDS,
    make=_make,
    find=lambda reference: find_typed(reference, "camera"),
    all=functools.partial(all_nodes, "camera"),
    page=NodePages(functools.partial(all_nodes, "camera")),
    remove=remove_nodes,
    guard=guard_nodes,
    settle=settle,
    places=IDENTITY.places,
)
