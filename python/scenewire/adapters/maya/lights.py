"""Maya's own lights. They are told in watts as renderers with a decay by the square of the distance take them: of one
watt a surface of any size sends out a radiant intensity of 1 / pi in its direction, in units of the scene.
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.naming import refuse_referenced
from scenewire.adapters.maya.nodes import NODE_FIELDS, new_node, node_entity, shape_named
from scenewire.adapters.maya.units import METRES_PER_UNIT
from scenewire.errors import InvalidParamsError

_TYPES = {"point": "pointLight", "sun": "directionalLight", "spot": "spotLight", "area": "areaLight"}
#: What Blender makes a light with, so that a light is the same wherever it is made.
_WATTS = {"sun": 1.0}
_DEFAULT_WATTS = 10.0
#: `decayRate` by the square of the distance.
_QUADRATIC = 2
#: Full angle of a new spot's cone, in degrees.
_CONE = 45.0
_MOST_PENUMBRA = 179.5
#: Where a light keeps how large it is.
_RADII = {"point": "lightRadius", "spot": "lightRadius"}


def _make(item: Item) -> Handle:
    kind = item.pop("kind", None) or "point"
    made = new_node(item, "Light")
    _add_shape(made, kind)
    _set_intensity(made, _WATTS.get(kind, _DEFAULT_WATTS))
    return made


def _add_shape(light: Handle, kind: str) -> None:
    from maya import cmds

    shape = cmds.shadingNode(_TYPES[kind], asLight=True, parent=light.path, name=f"{light.name}Shape", skipSelect=True)
    if kind != "sun":
        put(_long(shape), "decayRate", _QUADRATIC)
    if kind == "spot":
        put(_long(shape), "coneAngle", _CONE)
    put(_long(shape), "useRayTraceShadows", True)


def _long(name: Any) -> str:
    from maya import cmds

    return str(cmds.ls(name, long=True)[0])


def kind_of(path: str) -> str:
    """`point`, `sun`, `spot` or `area`."""
    from maya import cmds

    found = cmds.nodeType(shape_named(path))
    return next(kind for kind, known in _TYPES.items() if known == found)


def _set_kind(light: Handle, kind: str) -> None:
    """A light of another sort is another shape below the same node."""
    from maya import cmds

    if kind_of(light.path) == kind:
        return
    old = shape_named(light.path)
    refuse_referenced(old, "replaced by one of another kind")
    watts, color, casts = _intensity(light, None), get(old, "color"), _casts(light, None)
    cmds.delete(old)
    _add_shape(light, kind)
    _set_intensity(light, watts)
    put(shape_named(light.path), "color", *color, type="double3")
    _set_casts(light, casts)


def _watts_per_unit(light: Handle) -> float:
    return 1.0 if kind_of(light.path) == "sun" else math.pi * METRES_PER_UNIT**2


def _intensity(light: Handle, _job: Any) -> float:
    return float(get(shape_named(light.path), "intensity")) * _watts_per_unit(light)


def _set_intensity(light: Handle, watts: float) -> None:
    put(shape_named(light.path), "intensity", watts / _watts_per_unit(light), field="intensity")


def _color(light: Handle, _job: Job) -> list[float]:
    return [*(float(number) for number in get(shape_named(light.path), "color")), 1.0]


def _set_color(light: Handle, given: list[float]) -> None:
    numbers = opaque(given, "color", "lights of Maya")
    put(shape_named(light.path), "color", *numbers, field="color", type="double3")


def _radius(light: Handle, _job: Job) -> Any:
    attribute = _RADII.get(kind_of(light.path))
    return float(get(shape_named(light.path), attribute)) if attribute else ABSENT


def _set_radius(light: Handle, value: float) -> None:
    _refuse_unless(light, tuple(_RADII), "radius")
    put(shape_named(light.path), _RADII[kind_of(light.path)], value, field="radius")


def _refuse_unless(light: Handle, kinds: tuple[str, ...], name: str) -> None:
    kind = kind_of(light.path)
    if kind not in kinds:
        raise InvalidParamsError(
            f"a light of the kind {kind} has no `{name}`",
            {"path": name, "expected": f"a light of the kind {' or '.join(kinds)}"},
        )


def _angle(light: Handle, _job: Any) -> Any:
    return math.radians(get(shape_named(light.path), "coneAngle")) if kind_of(light.path) == "spot" else ABSENT


def _set_angle(light: Handle, value: float) -> None:
    """How soft the edge is stays the same part of the cone."""
    _refuse_unless(light, ("spot",), "spot_angle")
    blend = _blend(light, None)
    put(shape_named(light.path), "coneAngle", math.degrees(value), field="spot_angle")
    _set_blend(light, blend)


def _blend(light: Handle, _job: Any) -> Any:
    """A penumbra below 0 lies within the cone."""
    if kind_of(light.path) != "spot":
        return ABSENT
    shape = shape_named(light.path)
    half = float(get(shape, "coneAngle")) / 2
    return min(1.0, max(0.0, -float(get(shape, "penumbraAngle")) / half)) if half else 0.0


def _set_blend(light: Handle, value: float) -> None:
    _refuse_unless(light, ("spot",), "spot_blend")
    shape = shape_named(light.path)
    penumbra = -min(value * float(get(shape, "coneAngle")) / 2, _MOST_PENUMBRA)
    put(shape, "penumbraAngle", penumbra, field="spot_blend")


def _casts(light: Handle, _job: Any) -> bool:
    shape = shape_named(light.path)
    return bool(get(shape, "useRayTraceShadows") or get(shape, "useDepthMapShadows"))


def _set_casts(light: Handle, casts: bool) -> None:
    shape = shape_named(light.path)
    if casts == _casts(light, None):
        return
    put(shape, "useRayTraceShadows", casts, field="casts_shadow")
    if not casts:
        put(shape, "useDepthMapShadows", False, field="casts_shadow")


LIGHT_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "kind": Field(lambda light, _job: kind_of(light.path), _set_kind),
    "color": Field(_color, _set_color),
    "radius": Field(_radius, _set_radius),
    "intensity": Field(_intensity, _set_intensity),
    "spot_angle": Field(_angle, _set_angle),
    "spot_blend": Field(_blend, _set_blend),
    "casts_shadow": Field(_casts, _set_casts),
    **lacks_of("lights"),
}

LIGHTS = node_entity("lights", "light", LIGHT_FIELDS, _make)
