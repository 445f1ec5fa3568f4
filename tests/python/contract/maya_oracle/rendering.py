"""Cameras, lights, and how the scene is rendered."""

from __future__ import annotations

import math
from typing import Any

from maya import cmds

from . import core
from .common import custom, number, quaternion, shape, transform, triple


def camera(item: dict[str, Any]) -> dict[str, Any]:
    path = transform(item["name"])
    own = shape(path)
    # Through the command, which knows the attributes by other names.
    asked = {name: cmds.camera(own, query=True, **{name: True})
             for name in ("orthographic", "focalLength", "horizontalFilmAperture", "verticalFilmAperture",
                          "orthographicWidth", "nearClipPlane", "farClipPlane", "focusDistance",
                          "fStop")}  # fmt: skip
    flat = bool(asked["orthographic"])
    return {
        **core.of(path),
        "projection": "orthographic" if flat else "perspective",
        "focal_length": asked["focalLength"],
        "sensor_width": asked["horizontalFilmAperture"] * 25.4,
        "sensor_height": asked["verticalFilmAperture"] * 25.4,
        "ortho_scale": asked["orthographicWidth"] if flat else None,
        "near": asked["nearClipPlane"],
        "far": asked["farClipPlane"],
        "focus_distance": asked["focusDistance"] if cmds.getAttr(f"{own}.depthOfField") else None,
        "f_stop": asked["fStop"],
        "active": bool(cmds.getAttr(f"{own}.renderable")),
    }


def light(item: dict[str, Any]) -> dict[str, Any]:
    path = transform(item["name"])
    own = shape(path)
    kinds = {"pointLight": "point", "spotLight": "spot", "directionalLight": "sun", "areaLight": "area"}
    kind = kinds[cmds.nodeType(own)]
    # Linked to everything, as Maya's own lights are that somebody makes from the menu.
    assert path in cmds.ls(cmds.sets("defaultLightSet", query=True), long=True), "it lights nothing"
    told: dict[str, Any] = {"radius": None, "spot_angle": None, "spot_blend": None}
    if kind in ("point", "spot"):
        told["radius"] = number(f"{own}.lightRadius")
    if kind == "spot":
        cone, soft = number(f"{own}.coneAngle"), number(f"{own}.penumbraAngle")
        told.update(spot_angle=math.radians(cone), spot_blend=-2 * soft / cone)
    return {
        **core.of(path),
        "kind": kind,
        "color": [*triple(f"{own}.color"), 1.0],
        # Of one watt come 1 / pi to each side, and a square metre has 10000 square centimetres.
        "intensity": number(f"{own}.intensity") * (1.0 if kind == "sun" else math.pi / 10000),
        "casts_shadow": bool(cmds.getAttr(f"{own}.useRayTraceShadows")),
        **told,
    }


def environment(item: dict[str, Any]) -> dict[str, Any]:
    path = transform(item["name"])
    own = shape(path)
    assert cmds.nodeType(own) == "aiSkyDomeLight"
    assert path in cmds.ls(cmds.sets("defaultLightSet", query=True), long=True), "it lights nothing"
    assert cmds.getAttr(f"{own}.format", asString=True) == "latlong"
    files = cmds.listConnections(f"{own}.color", type="file") or []
    return {
        "name": item["name"],
        "image": cmds.getAttr(f"{files[0]}.fileTextureName") if files else None,
        "color": None if files else [*triple(f"{own}.color"), 1.0],
        "intensity": number(f"{own}.intensity") * 2 ** number(f"{own}.aiExposure"),
        "rotation": quaternion(path),
        "active": bool(cmds.getAttr(f"{path}.visibility")) and bool(cmds.getAttr(f"{own}.visibility")),
        "metadata": custom(path),
    }


def render_settings(item: dict[str, Any]) -> dict[str, Any]:
    rates = {"film": 24.0, "ntsc": 30.0, "23.976fps": 23.976, "pal": 25.0}
    formats = {32: "png", 8: "jpeg", 3: "tiff", 20: "bmp", 19: "targa", 51: "exr"}
    return {
        "name": "untitled",
        "active": True,
        "width": cmds.getAttr("defaultResolution.width"),
        "height": cmds.getAttr("defaultResolution.height"),
        "frame_start": round(number("defaultRenderGlobals.startFrame")),
        "frame_end": round(number("defaultRenderGlobals.endFrame")),
        "fps": rates[cmds.currentUnit(query=True, time=True)],
        "output_path": cmds.getAttr("defaultRenderGlobals.imageFilePrefix") or None,
        "file_format": formats.get(cmds.getAttr("defaultRenderGlobals.imageFormat")),
    }


ORACLES = {"cameras": camera, "lights": light, "environments": environment, "render_settings": render_settings}
