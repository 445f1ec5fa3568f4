"""Cameras. USD keeps focal length and apertures in tenths of a scene unit; here they are millimetres."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.usd.handles import Handle, handle
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.nodes import NODE_FIELDS, new_node, node_entity
from scenewire.adapters.usd.settings import made_settings, settings_prim
from scenewire.adapters.usd.stage import STAGE, when
from scenewire.errors import InvalidParamsError

#: Of a scene unit, that USD counts apertures in.
_TENTH = 0.1


def camera_of(node: Handle) -> Any:
    """The camera of a target."""
    from pxr import UsdGeom

    return UsdGeom.Camera(node.prim)


def millimetres() -> float:
    """How many millimetres USD's number 1 is, of a focal length or aperture on this stage."""
    return _TENTH * STAGE.metres() * 1000.0


def _make(item: Item) -> Handle:
    made = new_node(item, "Camera", "Camera")
    projection = item.pop("projection", None)
    if projection is not None:
        _set_projection(made, projection)
    if projection == "orthographic":
        for name, value in _UNSAID.items():
            if item.get(name) == value:
                del item[name]
    return made


#: A sensor that nobody has asked for, as the catalogue has it; an orthographic camera has none.
_UNSAID = {"sensor_width": 36, "sensor_height": 24}
_SENSOR = {"sensor_width": "horizontalAperture", "sensor_height": "verticalAperture"}


def _get(node: Handle, name: str) -> Any:
    return node.prim.GetAttribute(name).Get(when())


def _put(node: Handle, name: str, value: Any) -> None:
    node.prim.GetAttribute(name).Set(value)


def _write_millimetres(node: Handle, name: str, value: float) -> None:
    _put(node, name, value / millimetres())


def _projection(node: Handle, _job: Job | None = None) -> str:
    return str(_get(node, "projection"))


def _set_projection(node: Handle, word: str) -> None:
    _put(node, "projection", word)


def _of_a_lens(name: str) -> Field:
    """What only a perspective camera has: the aperture of the other one is the width that it sees."""
    attribute = _SENSOR[name]

    def read(node: Handle, job: Job) -> Any:
        return _get(node, attribute) * millimetres() if _projection(node, job) == "perspective" else ABSENT

    def write(node: Handle, value: float) -> None:
        _refuse_unless(node, "perspective", name)
        _write_millimetres(node, attribute, value)

    return Field(read, write)


def _refuse_unless(node: Handle, projection: str, field: str) -> None:
    if _projection(node) != projection:
        raise InvalidParamsError(f"only a camera that is {projection} has `{field}`", {"path": field})


def _ortho_scale(node: Handle, job: Job) -> Any:
    return _get(node, "horizontalAperture") * _TENTH if _projection(node, job) == "orthographic" else ABSENT


def _set_ortho_scale(node: Handle, value: float) -> None:
    _refuse_unless(node, "orthographic", "ortho_scale")
    shape = float(_get(node, "verticalAperture")) / float(_get(node, "horizontalAperture"))
    _put(node, "horizontalAperture", value / _TENTH)
    _put(node, "verticalAperture", shape * value / _TENTH)


def _range(place: int) -> Field:
    def write(node: Handle, value: float) -> None:
        ends = list(_get(node, "clippingRange"))
        ends[place] = value
        _put(node, "clippingRange", tuple(ends))

    return Field(lambda node, _job: float(_get(node, "clippingRange")[place]), write)


def _focus(node: Handle, _job: Job) -> float | None:
    return float(_get(node, "focusDistance")) or None


def _active(node: Handle, _job: Job | None = None) -> bool:
    prim = settings_prim()
    return bool(prim) and node.path in _shown(prim).GetTargets()


def _shown(prim: Any) -> Any:
    from pxr import UsdRender

    return UsdRender.Settings(prim).CreateCameraRel()


def _set_active(node: Handle, active: bool) -> None:
    if active == _active(node):
        return
    _shown(made_settings()).SetTargets([node.path] if active else [])


def active_camera() -> Handle | None:
    """The camera that the render settings name."""
    prim = settings_prim()
    relation = prim.GetRelationship("camera") if prim else None
    found = STAGE.prim(relation.GetTargets()[0]) if relation and relation.GetTargets() else None
    return handle(found) if found else None


CAMERA_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "projection": Field(_projection, _set_projection),
    "focal_length": Field(
        lambda node, _job: float(_get(node, "focalLength")) * millimetres(),
        lambda node, value: _write_millimetres(node, "focalLength", value),
    ),
    **{name: _of_a_lens(name) for name in _SENSOR},
    "ortho_scale": Field(_ortho_scale, _set_ortho_scale),
    "near": _range(0),
    "far": _range(1),
    "focus_distance": Field(_focus, lambda node, value: _put(node, "focusDistance", value or 0.0)),
    "f_stop": Field(lambda node, _job: float(_get(node, "fStop")), lambda node, value: _put(node, "fStop", value)),
    "active": Field(_active, _set_active),
    **lacks_of("cameras"),
}

CAMERAS = node_entity("cameras", "camera", CAMERA_FIELDS, _make)
