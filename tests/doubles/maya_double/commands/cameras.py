"""`camera`, `spaceLocator`. Source: these commands in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from .. import graph, names, transforms, units
from ..calls import Call, command
from ..evaluate import value
from ..nodes import Node
from ..scene import scene
from . import arguments

#: Flag -> attribute of the shape.
FLAGS = {
    "focalLength": "focalLength", "horizontalFilmAperture": "horizontalFilmAperture", "verticalFilmAperture": "verticalFilmAperture",
    "nearClipPlane": "nearClipPlane", "farClipPlane": "farClipPlane", "orthographic": "orthographic", "orthographicWidth": "orthographicWidth",
    "centerOfInterest": "centerOfInterest", "focusDistance": "focusDistance", "fStop": "fStop", "lensSqueezeRatio": "lensSqueezeRatio",
    "horizontalFilmOffset": "horizontalFilmOffset", "verticalFilmOffset": "verticalFilmOffset", "cameraScale": "cameraScale",
    "overscan": "overscan", "shutterAngle": "shutterAngle", "displayFilmGate": "displayFilmGate", "displayResolution": "displayResolution",
    "filmFitOffset": "filmFitOffset", "preScale": "preScale", "postScale": "postScale", "displayGateMask": "displayGateMask",
}  # fmt: skip
FITS = ("fill", "horizontal", "vertical", "overscan")
MORE = "name position rotation worldCenterOfInterest worldUp homeCommand filmFit startupCamera aspectRatio horizontalFieldOfView verticalFieldOfView displayFieldChart displaySafeAction displaySafeTitle motionBlur clippingPlanes depth journalCommand orthographic"
EVERY = " ".join([*FLAGS, MORE])


@command("camera", create=EVERY, query=EVERY, edit=EVERY)
def camera(call: Call) -> Any:
    """A camera, or what is set and asked of one."""
    if call.query or call.edit:
        texts = call.strings()
        path = arguments.shape_of(names.one_path(texts[0]) if texts else arguments.paths(call)[0], "camera")
        if path is None:
            raise RuntimeError("camera: no camera")
        if call.query:
            return query(call, path)
        settle(call, path[-1])
        scene.touched()
        return None
    transform = graph.create("transform", call.get("name") or "camera#")
    shape = graph.create("camera", graph.shape_name(transform.name.rpartition(":")[2]), transform)
    scene.write(shape.plug("renderable"), False)
    for attr, ending in (("imageName", ""), ("depthName", "_depth"), ("maskName", "_mask")):
        scene.write(shape.plug(attr), transform.name + ending)
    settle(call, shape)
    graph.select(transform)
    scene.touched()
    return [names.name(transform), names.name(shape)]


def settle(call: Call, shape: Node) -> None:
    """Writes what the flags say."""
    for flag, attr in FLAGS.items():
        if call.get(flag) is not None:
            kind = shape.attribute(attr).type
            given = call.get(flag)
            scene.write(shape.plug(attr), bool(given) if kind == "bool" else units.taken(given, kind))
    if call.get("filmFit") is not None:
        scene.write(shape.plug("filmFit"), FITS.index(call.get("filmFit")))
    owner = next(iter(shape.parents))
    assert owner is not None
    for flag, attr in (("position", "translate"), ("rotation", "rotate")):
        if call.get(flag) is not None:
            for plug, given in zip(owner.plug(attr).children(), call.get(flag)):
                scene.write(plug, units.taken(given, plug.spec.type))
    if call.get("startupCamera") is not None:
        scene.put(shape.facts, "startup", bool(call.get("startupCamera")))


def query(call: Call, path: names.Path) -> Any:
    """What cameras are asked."""
    import math

    shape = path[-1]
    if call.has("startupCamera"):
        return bool(shape.facts.get("default") or shape.facts.get("startup"))
    if call.has("filmFit"):
        return FITS[int(value(shape.plug("filmFit")))]
    if call.has("position"):
        return [units.shown(v, "doubleLinear") for v in transforms.vector(path[-2].plug("translate"))]
    if call.has("rotation"):
        return [units.shown(v, "doubleAngle") for v in transforms.vector(path[-2].plug("rotate"))]
    for flag, aperture in (
        ("horizontalFieldOfView", "horizontalFilmAperture"),
        ("verticalFieldOfView", "verticalFilmAperture"),
    ):
        if call.has(flag):
            # Apertures are inches, focal lengths millimetres.
            return math.degrees(
                2 * math.atan(value(shape.plug(aperture)) * 25.4 / (2 * value(shape.plug("focalLength"))))
            )
    if call.has("aspectRatio"):
        return value(shape.plug("horizontalFilmAperture")) / value(shape.plug("verticalFilmAperture"))
    for flag in call.flags:
        if flag in FLAGS:
            return units.shown(value(shape.plug(FLAGS[flag])), shape.attribute(FLAGS[flag]).type)
    raise RuntimeError("camera: nothing to query")


@command("spaceLocator", create="name position absolute relative", query="position", edit="position absolute relative")
def space_locator(call: Call) -> Any:
    """A locator."""
    if call.create_mode:
        transform = graph.create("transform", call.get("name") or "locator#")
        shape = graph.create("locator", graph.shape_name(transform.name.rpartition(":")[2]), transform)
    else:
        path = arguments.shape_of(arguments.paths(call)[0], "locator")
        if path is None:
            raise RuntimeError("spaceLocator: no locator")
        shape = path[-1]
        if call.query:
            return [units.shown(v, "doubleLinear") for v in transforms.vector(shape.plug("localPosition"))]
    if call.get("position") is not None:
        transforms.write(shape, "localPosition", tuple(map(units.length, call.get("position"))))  # type: ignore[arg-type]
    owner = next(iter(shape.parents))
    assert owner is not None
    graph.select(owner)
    scene.touched()
    return [names.name(owner)] if call.create_mode else None


@command(
    "colorManagementPrefs",
    create="",
    query="cmEnabled inputSpaceNames renderingSpaceName renderingSpaceNames viewTransformName viewTransformNames displayName displayNames configFilePath cmConfigFileEnabled",
    edit="renderingSpaceName viewTransformName cmEnabled displayName",
)
def color_management_prefs(call: Call) -> Any:
    """Colour spaces of the scene."""
    node = scene.called("defaultColorMgtGlobals")
    attrs = {"renderingSpaceName": "workingSpaceName", "viewTransformName": "viewName", "displayName": "displayName",
             "configFilePath": "configFilePath", "cmEnabled": "cmEnabled", "cmConfigFileEnabled": "configFileEnabled"}  # fmt: skip
    if call.query:
        if call.has("inputSpaceNames"):
            return [
                "ACES2065-1",
                "ACEScg",
                "scene-linear Rec.709-sRGB",
                "scene-linear DCI-P3 D65",
                "Raw",
                "sRGB",
                "gamma 1.8 Rec.709",
                "gamma 2.2 Rec.709",
                "gamma 2.4 Rec.709 (video)",
                "camera Rec.709",
            ]
        if call.has("renderingSpaceNames"):
            return ["ACES2065-1", "ACEScg", "scene-linear Rec.709-sRGB", "scene-linear DCI-P3 D65"]
        if call.has("viewTransformNames"):
            return ["ACES 1.0 SDR-video (sRGB)", "Un-tone-mapped (sRGB)", "Raw (sRGB)"]
        if call.has("displayNames"):
            return ["sRGB"]
        return next(value(node.plug(attrs[flag])) for flag in call.flags)
    for flag, attr in attrs.items():
        if call.get(flag) is not None:
            scene.write(node.plug(attr), call.get(flag))
    scene.touched()
    return None


@command("warning", create="noContext showLineNumber")
def warning(call: Call) -> None:
    """Says a warning."""
    import sys

    print("Warning: " + " ".join(map(str, call.args)), file=sys.stderr)


@command("error", create="noContext showLineNumber")
def error(call: Call) -> None:
    """Says an error, which ends what runs."""
    raise RuntimeError(" ".join(map(str, call.args)))
