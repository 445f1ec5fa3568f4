"""Lights of UsdLux. Power is told in watts: what is written shines with inputs:normalize, so that its size changes
nothing of it, and a radiant exitance of pi times its radiance, as any even surface has.
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.nodes import NODE_FIELDS, new_node, node_entity
from scenewire.adapters.usd.stage import STAGE, when
from scenewire.errors import InvalidParamsError

_TYPES = {"point": "SphereLight", "spot": "SphereLight", "sun": "DistantLight", "area": "RectLight"}
#: What Blender makes a light with, so that a light is the same wherever it is made.
_WATTS = {"sun": 1.0}
_DEFAULT_WATTS = 10.0


def _make(item: Item) -> Handle:
    kind = item.pop("kind", None) or "point"
    made = new_node(item, "Light", _TYPES[kind])
    _shape(made, kind)
    _set_intensity(made, _WATTS.get(kind, _DEFAULT_WATTS))
    return made


def _shape(light: Handle, kind: str) -> None:
    from pxr import UsdLux

    if kind == "spot":
        api = UsdLux.ShapingAPI.Apply(light.prim)
        if not api.GetShapingConeAngleAttr().HasAuthoredValue():
            api.CreateShapingConeAngleAttr().Set(22.5)
    elif light.prim.HasAPI(UsdLux.ShapingAPI):
        light.prim.RemoveAPI(UsdLux.ShapingAPI)


def kind_of(prim: Any) -> str:
    """`point`, `sun`, `spot` or `area`."""
    from pxr import UsdLux

    if prim.IsA(UsdLux.DistantLight):
        return "sun"
    if prim.HasAPI(UsdLux.ShapingAPI):
        return "spot"
    return "point" if prim.IsA(UsdLux.SphereLight) or prim.IsA(UsdLux.CylinderLight) else "area"


def _set_kind(light: Handle, kind: str) -> None:
    if kind_of(light.prim) == kind:
        return
    watts = _intensity(light)
    if str(light.prim.GetTypeName()) != _TYPES[kind]:
        light.prim.SetTypeName(_TYPES[kind])
    _shape(light, kind)
    _set_intensity(light, watts)


def _get(light: Handle, name: str) -> Any:
    attribute = light.prim.GetAttribute(f"inputs:{name}")
    return attribute.Get(when()) if attribute else None


def _put(light: Handle, name: str, value: Any) -> None:
    light.prim.GetAttribute(f"inputs:{name}").Set(value)


def _area(light: Handle) -> float:
    """Of what shines, in scene units; 1 of what has no size."""
    if _get(light, "normalize"):
        return 1.0
    radius, width, height = (_get(light, name) for name in ("radius", "width", "height"))
    if width is not None and height is not None:
        return float(width * height)
    if radius is None:
        return 1.0
    return float((4 if kind_of(light.prim) in ("point", "spot") else 1) * math.pi * radius**2)


def _watts_per_unit(light: Handle) -> float:
    """What an intensity of 1 is: radiance over a surface, which gives pi times as much in all directions."""
    if kind_of(light.prim) == "sun":
        return 1.0
    return math.pi * _area(light) * STAGE.metres() ** 2


def _intensity(light: Handle, _job: Job | None = None) -> float:
    return float(_get(light, "intensity")) * _watts_per_unit(light)


def _set_intensity(light: Handle, watts: float) -> None:
    _put(light, "normalize", True)
    _put(light, "intensity", watts / _watts_per_unit(light))


def _color(light: Handle, _job: Job) -> list[float]:
    return [*(float(number) for number in _get(light, "color")), 1.0]


def _of(kinds: tuple[str, ...], name: str, attribute: str, factor: float = 1.0) -> Field:
    """What only some lights have; `factor` makes our number of USD's."""

    def read(light: Handle, _job: Job) -> Any:
        found = _get(light, attribute)
        return ABSENT if kind_of(light.prim) not in kinds or found is None else float(found) * factor

    def write(light: Handle, value: float) -> None:
        if kind_of(light.prim) not in kinds:
            raise InvalidParamsError(
                f"a light of the kind {kind_of(light.prim)} has no `{name}`",
                {"path": name, "expected": f"a light of the kind {' or '.join(kinds)}"},
            )
        _put(light, attribute, value / factor)

    return Field(read, write)


def _casts(light: Handle, _job: Job) -> bool:
    from pxr import UsdLux

    found = UsdLux.ShadowAPI(light.prim).GetShadowEnableAttr()
    return bool(found.Get(when())) if found else True


def _set_casts(light: Handle, casts: bool) -> None:
    from pxr import UsdLux

    UsdLux.ShadowAPI.Apply(light.prim).CreateShadowEnableAttr().Set(casts)


LIGHT_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "kind": Field(lambda light, _job: kind_of(light.prim), _set_kind),
    "color": Field(_color, lambda light, value: _put(light, "color", opaque(value, "color", "USD"))),
    "radius": _of(("point", "spot"), "radius", "radius"),
    "width": _of(("area",), "width", "width"),
    "height": _of(("area",), "height", "height"),
    "intensity": Field(_intensity, _set_intensity),
    "exposure": Field(
        lambda light, _job: float(_get(light, "exposure")), lambda light, value: _put(light, "exposure", float(value))
    ),
    # USD has half the angle, in degrees.
    "spot_angle": _of(("spot",), "spot_angle", "shaping:cone:angle", math.radians(2.0)),
    "spot_blend": _of(("spot",), "spot_blend", "shaping:cone:softness"),
    "casts_shadow": Field(_casts, _set_casts),
    **lacks_of("lights"),
}

LIGHTS = node_entity("lights", "light", LIGHT_FIELDS, _make)
