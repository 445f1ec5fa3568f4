"""Lights and cameras: what setting one of their numbers does besides.

Units of lights: `ULocalLightComponent::GetUnitsConversionFactor` (LocalLightComponent.cpp). Colours are `FColor`, 8
bits of sRGB for each channel (`ULightComponent::SetLightColor`). Cine cameras keep focal length and aperture within
their lens (`UCineCameraComponent::RecalcDerivedData`).
"""

from __future__ import annotations

import math
from typing import Any

from unreal_double.kinds import copied, does, named
from unreal_double.objects import EDITED


def to_srgb(linear: float) -> int:
    """`FLinearColor::ToFColorSRGB`, rounded to the nearest of 256."""
    linear = min(1.0, max(0.0, linear))
    curve = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return int(curve * 255 + 0.5)


def from_srgb(byte: int) -> float:
    """`FLinearColor::FromSRGBColor`."""
    part = byte / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _set_color(self: Any, new_light_color: Any, srgb: bool = True) -> None:
    parts = new_light_color._fields
    made = named("Color")()
    for name in "rgb":
        made._fields[name] = to_srgb(parts[name]) if srgb else int(min(1.0, max(0.0, parts[name])) * 255 + 0.5)
    made._fields["a"] = 255
    self._state["values"]["light_color"] = made


def _set_sky_color(self: Any, new_light_color: Any) -> None:
    _set_color(self, new_light_color)


def _set_intensity(self: Any, new_intensity: float) -> None:
    self._state["values"]["intensity"] = new_intensity


does("LightComponent", "set_light_color")(_set_color)
does("SkyLightComponent", "set_light_color")(_set_sky_color)
does("LightComponent", "set_intensity")(_set_intensity)
does("SkyLightComponent", "set_intensity")(_set_intensity)


@does("LocalLightComponent", "get_units_conversion_factor")
def _factor(cls: Any, src_units: Any, target_units: Any, cos_half_cone_angle: float = -1.0) -> float:
    if src_units is target_units:
        return 1.0
    cone = 2 * math.pi * (1 - min(0.9999, max(-1.0, cos_half_cone_angle)))
    centimetres = 100.0 * 100.0
    to = {"CANDELAS": centimetres, "LUMENS": centimetres / cone, "UNITLESS": 16.0, "NITS": 1.0, "EV": 1.0}
    return to[src_units.name] / to[target_units.name]


def _lens(camera: Any) -> None:
    values = camera._state["values"]
    lens = camera.get_editor_property("lens_settings")._fields
    for name, low, high in (
        ("current_focal_length", "min_focal_length", "max_focal_length"),
        ("current_aperture", "min_f_stop", "max_f_stop"),
    ):
        values[name] = min(max(camera.get_editor_property(name), lens[low]), lens[high])
    filmback = camera.get_editor_property("filmback")
    width, height = filmback._fields["sensor_width"], filmback._fields["sensor_height"]
    filmback._fields["sensor_aspect_ratio"] = width / height if height else 0.0
    values["filmback"] = copied(filmback)


for _name in ("current_focal_length", "current_aperture", "lens_settings", "filmback"):
    EDITED["CineCameraComponent", _name] = _lens
