"""Cameras, lights, domes, and how the stage is rendered."""

from __future__ import annotations

import math
from typing import Any

from pxr import Gf, UsdGeom, UsdLux, UsdRender

from . import core
from .common import custom, jsonable, label, named, stage


def camera(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["name"], "Camera")
    # Through Gf, which knows the units: tenths of a scene unit, and this stage has metres.
    c = UsdGeom.Camera(prim).GetCamera()
    lens = c.projection == c.Perspective
    settings = UsdRender.Settings.GetStageRenderSettings(stage())
    shown = settings.GetCameraRel().GetTargets() if settings else []
    mm = 1000 * c.FOCAL_LENGTH_UNIT
    return {
        **core.of(prim),
        "projection": "perspective" if lens else "orthographic",
        "focal_length": c.focalLength * mm,
        "sensor_width": c.horizontalAperture * mm if lens else None,
        "sensor_height": c.verticalAperture * mm if lens else None,
        "ortho_scale": None if lens else c.horizontalAperture * c.APERTURE_UNIT,
        "near": c.clippingRange.min,
        "far": c.clippingRange.max,
        "focus_distance": c.focusDistance or None,
        "f_stop": c.fStop,
        "active": prim.GetPath() in shown,
    }


def light(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["name"], "SphereLight", "RectLight", "DistantLight")
    api, kind = UsdLux.LightAPI(prim), str(prim.GetTypeName())
    cone = UsdLux.ShapingAPI(prim) if prim.HasAPI(UsdLux.ShapingAPI) else None
    kind = "spot" if cone else {"SphereLight": "point", "RectLight": "area", "DistantLight": "sun"}[kind]
    assert api.GetNormalizeAttr().Get() is True
    sphere, rect = UsdLux.SphereLight(prim), UsdLux.RectLight(prim)
    return {
        **core.of(prim),
        "kind": kind,
        "color": [*map(float, api.GetColorAttr().Get()), 1.0],
        # Normalized, a surface of any size gives pi times its intensity; a sun's is what arrives.
        "intensity": api.GetIntensityAttr().Get() * (1.0 if kind == "sun" else math.pi),
        "exposure": api.GetExposureAttr().Get(),
        "radius": sphere.GetRadiusAttr().Get() if kind in ("point", "spot") else None,
        "width": rect.GetWidthAttr().Get() if kind == "area" else None,
        "height": rect.GetHeightAttr().Get() if kind == "area" else None,
        "spot_angle": math.radians(2 * cone.GetShapingConeAngleAttr().Get()) if cone else None,
        "spot_blend": cone.GetShapingConeSoftnessAttr().Get() if cone else None,
        "casts_shadow": UsdLux.ShadowAPI(prim).GetShadowEnableAttr().Get() is not False,
    }


def environment(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["name"], "DomeLight")
    dome = UsdLux.DomeLight(prim)
    # A dome's picture has Y up by itself: it is turned upright first where Z is, and then as it is told to be.
    upright = Gf.Matrix4d().SetRotate(Gf.Rotation((1, 0, 0), 90 if UsdGeom.GetStageUpAxis(stage()) == "Z" else 0))
    found = (
        Gf.Transform(upright.GetInverse() * UsdGeom.Xformable(prim).GetLocalTransformation()).GetRotation().GetQuat()
    )
    turn = [*found.GetImaginary(), found.GetReal()]
    picture = dome.GetTextureFileAttr().Get()
    return {
        "name": label(prim),
        "image": picture.path if picture else None,
        "color": [*map(float, dome.GetColorAttr().Get()), 1.0],
        "intensity": dome.GetIntensityAttr().Get(),
        "rotation": turn,
        "active": UsdGeom.Imageable(prim).ComputeVisibility() != "invisible",
        "metadata": custom(prim),
    }


def render_settings(item: dict[str, Any]) -> dict[str, Any]:
    settings = UsdRender.Settings.GetStageRenderSettings(stage())
    size = settings.GetResolutionAttr().Get() if settings else (2048, 1080)
    products = settings.GetProductsRel().GetTargets() if settings else []
    named_ = stage().GetAttributeAtPath(products[0].AppendProperty("productName")).Get() if products else None
    assert stage().GetTimeCodesPerSecond() == stage().GetFramesPerSecond()
    return {
        "name": "Stage",
        "active": True,
        "width": size[0],
        "height": size[1],
        "frame_start": int(stage().GetStartTimeCode()),
        "frame_end": int(stage().GetEndTimeCode()),
        "fps": stage().GetFramesPerSecond(),
        "output_path": named_,
        "metadata": jsonable(dict(stage().GetRootLayer().customLayerData)),
    }


ORACLES = {"cameras": camera, "lights": light, "environments": environment, "render_settings": render_settings}
