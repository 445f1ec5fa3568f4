"""Cameras and lights."""

from __future__ import annotations

import math
from typing import Any

import unreal

from . import core
from .common import named


def camera(item: dict[str, Any]) -> dict[str, Any]:
    actor = named(item["name"])
    lens = actor.get_cine_camera_component()
    flat = lens.projection_mode == unreal.CameraProjectionMode.ORTHOGRAPHIC
    focus = lens.focus_settings
    near = lens.ortho_near_clip_plane if flat else lens.custom_near_clipping_plane
    assert flat or lens.override_custom_near_clipping_plane or "near" not in item
    return {
        **core.of(actor),
        "projection": "orthographic" if flat else "perspective",
        "focal_length": lens.current_focal_length,
        "sensor_width": lens.filmback.sensor_width,
        "sensor_height": lens.filmback.sensor_height,
        "ortho_scale": lens.ortho_width if flat else None,
        "near": near,
        "far": lens.ortho_far_clip_plane if flat else None,
        "focus_distance": None
        if focus.focus_method == unreal.CameraFocusMethod.DISABLE
        else focus.manual_focus_distance,
        "f_stop": lens.current_aperture,
        "active": actor.get_editor_property("auto_activate_for_player") == unreal.AutoReceiveInput.PLAYER0,
    }


def light(item: dict[str, Any]) -> dict[str, Any]:
    actor = named(item["name"])
    kind = {unreal.PointLight: "point", unreal.SpotLight: "spot", unreal.RectLight: "area"}.get(type(actor), "sun")
    shines = actor.light_component
    told: dict[str, Any] = dict.fromkeys(("radius", "spot_angle", "spot_blend", "width", "height"))
    # One watt is 683 lumens. Around a point they go into 4 pi steradians; from a surface pi of them count.
    lumens = shines.intensity
    if kind != "sun":
        assert shines.intensity_units == unreal.LightUnits.CANDELAS
        lumens *= math.pi if kind == "area" else 4 * math.pi
    if kind in ("point", "spot"):
        told["radius"] = shines.source_radius
    if kind == "spot":
        told["spot_angle"] = math.radians(2 * shines.outer_cone_angle)
        told["spot_blend"] = 1 - shines.inner_cone_angle / shines.outer_cone_angle
    if kind == "area":
        told.update(width=shines.source_width, height=shines.source_height)
    bytes_of = (shines.light_color.r, shines.light_color.g, shines.light_color.b)
    return {
        **core.of(actor),
        "kind": kind,
        "color": [*(curve(byte / 255) for byte in bytes_of), 1.0],
        "intensity": lumens / 683,
        "casts_shadow": shines.cast_shadows,
        **told,
    }


def curve(part: float) -> float:
    """IEC 61966-2-1."""
    return part / 12.92 if part < 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)


ORACLES = {"cameras": camera, "lights": light}
