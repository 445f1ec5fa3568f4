"""The nodes that every new scene has."""

from __future__ import annotations

import math

from . import graph, sets, transforms
from .nodes import Node
from .scene import scene

#: Name, type, in the order in which `ls` gives them.
FIRST = (
    ("time1", "time"), ("sequenceManager1", "sequenceManager"), ("hardwareRenderingGlobals", "hardwareRenderGlobals"),
    ("renderPartition", "partition"), ("renderGlobalsList1", "defaultRenderingList"),
    ("defaultLightList1", "defaultLightList"), ("defaultShaderList1", "defaultShaderList"),
    ("postProcessList1", "postProcessList"), ("defaultRenderUtilityList1", "defaultRenderUtilityList"),
    ("defaultRenderingList1", "defaultRenderingList"), ("lightList1", "lightList"),
    ("defaultTextureList1", "defaultTextureList"), ("lambert1", "lambert"),
)  # fmt: skip
STANDARD = (("standardSurface1", "standardSurface"),)
LAST = (
    ("particleCloud1", "particleCloud"), ("initialShadingGroup", "shadingEngine"),
    ("initialParticleSE", "shadingEngine"), ("initialMaterialInfo", "materialInfo"), ("shaderGlow1", "shaderGlow"),
    ("dof1", "dynController"), ("defaultRenderGlobals", "renderGlobals"), ("defaultRenderQuality", "renderQuality"),
    ("defaultResolution", "resolution"), ("defaultLightSet", "objectSet"), ("defaultObjectSet", "objectSet"),
    ("defaultHardwareRenderGlobals", "hardwareRenderGlobals"), ("ikSystem", "ikSystem"),
    ("hyperGraphInfo", "hyperGraphInfo"), ("hyperGraphLayout", "hyperLayout"),
    ("defaultColorMgtGlobals", "colorManagementGlobals"), ("dynController1", "dynController"),
    ("lightLinker1", "lightLinker"), ("strokeGlobals", "strokeGlobals"),
    ("layerManager", "displayLayerManager"), ("defaultLayer", "displayLayer"),
    ("renderLayerManager", "renderLayerManager"), ("defaultRenderLayer", "renderLayer"),
    ("shapeEditorManager", "shapeEditorManager"), ("poseInterpolatorManager", "poseInterpolatorManager"),
)  # fmt: skip
RIGHT_ANGLE = math.pi / 2
#: Name of a camera -> where it stands, how it is turned.
CAMERAS = {
    "persp": ((28.0, 21.0, 28.0), (math.radians(-27.938352729602379), math.radians(45.0), 0.0)),
    "top": ((0.0, 1000.1, 0.0), (-RIGHT_ANGLE, 0.0, 0.0)),
    "front": ((0.0, 0.0, 1000.1), (0.0, 0.0, 0.0)),
    "side": ((1000.1, 0.0, 0.0), (0.0, RIGHT_ANGLE, 0.0)),
}
#: Made when a new scene is, but no more protected than the user's own.
FREE = ("lightLinker1", "layerManager", "renderLayerManager", "shapeEditorManager", "poseInterpolatorManager")


def fill(version: int) -> None:
    """Makes a new scene of an empty one."""
    with scene.history.unrecorded():
        standard = STANDARD if version >= 2020 else ()
        for name, kind in (*FIRST, *standard, *LAST):
            node = scene.add(kind, name)
            node.facts["default"] = name not in FREE
        for name, (place, turn) in CAMERAS.items():
            camera(name, place, turn)
        # The default material is standardSurface1 from 2024 on ("What's new").
        wire("standardSurface1" if version >= 2024 else "lambert1")
        scene.settings["modified"] = False
        scene.settings["selection"] = ()


def camera(name: str, place: tuple[float, float, float], turn: tuple[float, float, float]) -> None:
    """One of the four cameras."""
    transform = scene.add("transform", name)
    shape = scene.add("camera", f"{name}Shape", transform)
    transforms.write(transform, "translate", place)
    transforms.write(transform, "rotate", turn)
    scene.write(transform.plug("visibility"), False)
    for attr, text in (("imageName", name), ("depthName", f"{name}_depth"), ("maskName", f"{name}_mask")):
        scene.write(shape.plug(attr), text)
    if name == "persp":
        scene.write(shape.plug("centerOfInterest"), 44.82186966202994)
    else:
        scene.write(shape.plug("renderable"), False)
        scene.write(shape.plug("orthographic"), True)
        scene.write(shape.plug("centerOfInterest"), 1000.1)
    transform.facts["default"] = shape.facts["default"] = True


def wire(first: str) -> None:
    """The connections of a new scene."""
    lists = {
        "lambert1": "defaultShaderList1",
        "standardSurface1": "defaultShaderList1",
        "particleCloud1": "defaultShaderList1",
    }
    for name, holder in lists.items():
        if scene.names.get(name):
            scene.connect(scene.called(name).plug("message"), graph.next_free(scene.called(holder).plug("shaders")))
    for group, shader in (("initialShadingGroup", first), ("initialParticleSE", first)):
        engine = scene.called(group)
        scene.connect(scene.called(shader).plug("outColor"), engine.plug("surfaceShader"))
        join_partition(engine)
    layer = scene.called("layerManager")
    scene.connect(layer.plug("displayLayerId", 0), scene.called("defaultLayer").plug("identification"))
    layers = scene.called("renderLayerManager")
    scene.connect(layers.plug("renderLayerId", 0), scene.called("defaultRenderLayer").plug("identification"))


def join_partition(engine: Node) -> None:
    """Shading groups exclude each other: all are in the render partition."""
    sets.join(scene.called("renderPartition"), engine)
