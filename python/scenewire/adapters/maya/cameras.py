"""Cameras. Maya keeps the sides of a film in inches; here they are millimetres."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.naming import shown
from scenewire.adapters.maya.nodes import NODE_FIELDS, is_own, new_node, node_entity, parent_of, shape_named
from scenewire.errors import InvalidParamsError

_INCH = 25.4
#: What the catalogue promises of a camera that nobody has said otherwise of; Maya's own is 35 mm on another film.
_DEFAULTS = {"focal_length": 50.0, "sensor_width": 36.0, "sensor_height": 24.0}


def _make(item: Item) -> Handle:
    from maya import cmds

    made = new_node(item, "Camera")
    cmds.createNode("camera", name=f"{made.name}Shape", parent=made.path, skipSelect=True)
    # Maya's own are for its views: a picture is rendered through each that says so.
    put(shape_named(made.path), "renderable", False)
    for name, value in _DEFAULTS.items():
        item.setdefault(name, value)
    return made


def _number(field: str, attribute: str, factor: float = 1.0) -> Field:
    """A number of the camera; `factor` makes our number of Maya's."""
    return Field(
        lambda node, _job: float(get(shape_named(node.path), attribute)) * factor,
        lambda node, value: put(shape_named(node.path), attribute, value / factor, field=field),
    )


def _orthographic(node: Handle) -> bool:
    return bool(get(shape_named(node.path), "orthographic"))


def _set_projection(node: Handle, word: str) -> None:
    put(shape_named(node.path), "orthographic", word == "orthographic", field="projection")


def _ortho_scale(node: Handle, _job: Job) -> Any:
    return float(get(shape_named(node.path), "orthographicWidth")) if _orthographic(node) else ABSENT


def _set_ortho_scale(node: Handle, value: float) -> None:
    if not _orthographic(node):
        raise InvalidParamsError("only a camera that is orthographic has `ortho_scale`", {"path": "ortho_scale"})
    put(shape_named(node.path), "orthographicWidth", value, field="ortho_scale")


def _focus(node: Handle, _job: Job) -> float | None:
    shape = shape_named(node.path)
    return float(get(shape, "focusDistance")) if get(shape, "depthOfField") else None


def _set_focus(node: Handle, value: float | None) -> None:
    shape = shape_named(node.path)
    put(shape, "depthOfField", value is not None, field="focus_distance")
    if value is not None:
        put(shape, "focusDistance", value, field="focus_distance")


def _set_active(node: Handle, active: bool) -> None:
    """The scene is rendered through it alone then."""
    from maya import cmds

    shape = shape_named(node.path)
    for other in cmds.ls(type="camera", long=True) if active else ():
        if other != shape and get(other, "renderable"):
            put(other, "renderable", False, field="active")
    put(shape, "renderable", active, field="active")


def active_camera() -> str | None:
    """The first camera of the scene that it is rendered through."""
    from maya import cmds

    shapes = [shape for shape in cmds.ls(type="camera", long=True) if get(shape, "renderable")]
    paths = [parent_of(shape) for shape in shapes]
    return next((path for path in paths if path and shown(path) and not is_own(path)), None)


CAMERA_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "projection": Field(
        lambda node, _job: "orthographic" if _orthographic(node) else "perspective",
        _set_projection,
    ),
    "focal_length": _number("focal_length", "focalLength"),
    "sensor_width": _number("sensor_width", "horizontalFilmAperture", _INCH),
    "sensor_height": _number("sensor_height", "verticalFilmAperture", _INCH),
    "ortho_scale": Field(_ortho_scale, _set_ortho_scale),
    "near": _number("near", "nearClipPlane"),
    "far": _number("far", "farClipPlane"),
    "focus_distance": Field(_focus, _set_focus),
    "f_stop": _number("f_stop", "fStop"),
    "active": Field(lambda node, _job: bool(get(shape_named(node.path), "renderable")), _set_active),
    **lacks_of("cameras"),
}

CAMERAS = node_entity("cameras", "camera", CAMERA_FIELDS, _make)
