"""Lights: Unreal's four classes of light actors, in candelas, a directional light in lux.

Watts are taken as renderers and glTF exporters take them: one watt of radiation is 683 lumens. A point or spot light
spreads it over the whole sphere, whatever the cone cuts away, and an area light as a surface does (Lambert).
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.unreal.attributes import switch
from scenewire.adapters.unreal.lacks import lacks_of
from scenewire.adapters.unreal.nodes import NODE_FIELDS, node_entity, spawn
from scenewire.errors import InvalidParamsError, NotSupportedError

_CLASSES = {"point": "PointLight", "sun": "DirectionalLight", "spot": "SpotLight", "area": "RectLight"}
#: Lumens of one watt at 555 nm, by the definition of the candela.
_LUMENS = 683.0
#: Unreal's number of one watt: candelas by the solid angle, of a sun lux of one W/m2.
_PER_WATT = {
    "point": _LUMENS / (4 * math.pi), "spot": _LUMENS / (4 * math.pi), "area": _LUMENS / math.pi, "sun": _LUMENS,
}  # fmt: skip
#: What Blender makes a light with, so that a light is the same wherever it is made.
_WATTS = {"sun": 1.0}
_DEFAULT_WATTS = 10.0
#: Field -> the kinds that have it, and the property.
_OF_KINDS: dict[str, tuple[tuple[str, ...], str]] = {
    "radius": (("point", "spot"), "source_radius"),
    "width": (("area",), "source_width"),
    "height": (("area",), "source_height"),
}
#: The widest half angle of a cone, as the details panel has it.
_WIDEST = 89.0


def light_of(actor: Any) -> Any:
    """The component that shines."""
    return actor.get_editor_property("light_component")


def kind_of(actor: Any) -> str:
    """`point`, `sun`, `spot` or `area`."""
    import unreal

    return next(kind for kind, name in _CLASSES.items() if isinstance(actor, getattr(unreal, name)))


def _make(item: Item) -> Any:
    import unreal

    kind = item.pop("kind", None) or "point"
    made = spawn(item, getattr(unreal, _CLASSES[kind]), "Light")
    item.setdefault("intensity", _WATTS.get(kind, _DEFAULT_WATTS))
    return made


def _refuse_kind(actor: Any, kind: str) -> None:
    if kind != kind_of(actor):
        raise NotSupportedError(
            "in Unreal a light's kind is the class of its actor, which stays the same: create another light",
            {"path": "kind", "got": kind, "expected": kind_of(actor)},
        )


def _intensity(actor: Any, _job: Job) -> Any:
    import unreal

    light, kind = light_of(actor), kind_of(actor)
    told = float(light.get_editor_property("intensity"))
    if kind != "sun":
        units = light.get_editor_property("intensity_units")
        if units == unreal.LightUnits.EV:
            told = 2.0**told
        elif units == unreal.LightUnits.NITS:
            return ABSENT  # By the area of what shines, which Unreal counts in its own way.
        else:
            told *= _candelas(actor, units)
    return told / _PER_WATT[kind]


def _candelas(actor: Any, units: Any) -> float:
    """How many candelas one of these units is."""
    import unreal

    cosine = {"point": -1.0, "area": 0.5}.get(kind_of(actor))
    if cosine is None:
        cosine = math.cos(math.radians(light_of(actor).get_editor_property("outer_cone_angle")))
    convert = unreal.LocalLightComponent.get_units_conversion_factor
    return float(convert(units, unreal.LightUnits.CANDELAS, cosine))


def _set_intensity(actor: Any, watts: float) -> None:
    import unreal

    light, kind = light_of(actor), kind_of(actor)
    if kind != "sun":
        light.set_editor_property("intensity_units", unreal.LightUnits.CANDELAS)
    light.set_editor_property("intensity", watts * _PER_WATT[kind])


def _color(actor: Any, _job: Job) -> list[float]:
    """Unreal keeps 8 bits of sRGB for each channel."""
    kept = light_of(actor).get_editor_property("light_color")
    return [*(_linear(int(kept.get_editor_property(part))) for part in "rgb"), 1.0]


def _linear(byte: int) -> float:
    part = byte / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _set_color(actor: Any, given: list[float]) -> None:
    import unreal

    numbers = opaque(given, "color", "lights of Unreal")
    if max(numbers) > 1:
        raise InvalidParamsError(
            "a light's colour has at most 1 in each channel in Unreal: give more `intensity`",
            {"path": "color", "got": given, "expected": "0 to 1 in each channel"},
        )
    light = light_of(actor)
    light.modify()
    light.set_light_color(unreal.LinearColor(*numbers, 1.0), True)


def _of_kinds(field: str) -> Field:
    kinds, name = _OF_KINDS[field]

    def write(actor: Any, value: float) -> None:
        _refuse_unless(actor, kinds, field)
        light_of(actor).set_editor_property(name, float(value))

    return Field(
        lambda actor, _job: float(light_of(actor).get_editor_property(name)) if kind_of(actor) in kinds else ABSENT,
        write,
    )


def _refuse_unless(actor: Any, kinds: tuple[str, ...], name: str) -> None:
    kind = kind_of(actor)
    if kind not in kinds:
        raise InvalidParamsError(
            f"a light of the kind {kind} has no `{name}`",
            {"path": name, "expected": f"a light of the kind {' or '.join(kinds)}"},
        )


def _cone(actor: Any) -> tuple[float, float]:
    light = light_of(actor)
    return tuple(float(light.get_editor_property(f"{which}_cone_angle")) for which in ("inner", "outer"))  # type: ignore[return-value]


def _angle(actor: Any, _job: Job) -> Any:
    """Unreal has the angle from the middle to the edge."""
    return math.radians(2 * _cone(actor)[1]) if kind_of(actor) == "spot" else ABSENT


def _set_angle(actor: Any, value: float) -> None:
    """How soft the edge is stays the same part of the cone."""
    _refuse_unless(actor, ("spot",), "spot_angle")
    outer, blend = math.degrees(value) / 2, _blend(actor, None)
    if outer > _WIDEST:
        raise InvalidParamsError(
            "a spot light of Unreal opens to 178 degrees",
            {"path": "spot_angle", "got": value, "expected": f"at most {math.radians(2 * _WIDEST):.4f}"},
        )
    light_of(actor).set_editor_property("outer_cone_angle", outer)
    light_of(actor).set_editor_property("inner_cone_angle", outer * (1 - blend))


def _blend(actor: Any, _job: Any) -> Any:
    if kind_of(actor) != "spot":
        return ABSENT
    inner, outer = _cone(actor)
    return min(1.0, max(0.0, 1 - inner / outer)) if outer else 0.0


def _set_blend(actor: Any, value: float) -> None:
    _refuse_unless(actor, ("spot",), "spot_blend")
    light_of(actor).set_editor_property("inner_cone_angle", _cone(actor)[1] * (1 - value))


LIGHT_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "kind": Field(lambda actor, _job: kind_of(actor), _refuse_kind),
    "color": Field(_color, _set_color),
    "intensity": Field(_intensity, _set_intensity),
    "radius": _of_kinds("radius"),
    "spot_angle": Field(_angle, _set_angle),
    "spot_blend": Field(_blend, _set_blend),
    "width": _of_kinds("width"),
    "height": _of_kinds("height"),
    "casts_shadow": switch(light_of, "cast_shadows"),
    **lacks_of("lights"),
}

LIGHTS = node_entity("lights", "light", LIGHT_FIELDS, _make)
