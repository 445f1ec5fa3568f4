"""Animation layers: which curve an attribute has in a layer, and how the blend nodes add up.

Source: `animLayer` in Autodesk's command reference. A layer of an attribute is a blend node between the attribute and
what was before: `inputA` what is below, `inputB` the layer's own curve, the weights those of the layer.
"""

from __future__ import annotations

from . import keys
from .evaluate import computes, number, value
from .nodes import Node, Plug
from .scene import scene

#: Type of an attribute -> the blend node for it; scales multiply.
BLENDS = {
    "doubleLinear": "animBlendNodeAdditiveDL",
    "doubleAngle": "animBlendNodeAdditiveDA",
    "bool": "animBlendNodeBoolean",
    "enum": "animBlendNodeEnum",
}
BASE = "BaseAnimation"


def root() -> Node | None:
    """The base layer, once there is any layer."""
    return next(iter(scene.names.get(BASE, {})), None)


def all_layers() -> list[Node]:
    """The layers over the base one."""
    return [node for node in scene.of_type("animLayer") if node.name != BASE]


def blends(layer: Node) -> list[Node]:
    """The blend nodes of a layer."""
    found = [scene.source(layer.plug("animLayerBlends", n)) for n in scene.indices(layer.plug("animLayerBlends"))]
    return [source.node for source in found if source is not None]


def blend_of(plug: Plug, layer: Node) -> Node | None:
    """The blend node of an attribute in a layer."""
    mine = set(blends(layer))
    return next((node for node in chain(plug) if node in mine), None)


def chain(plug: Plug) -> list[Node]:
    """The blend nodes of an attribute, the topmost first."""
    found = []
    source = scene.source(plug)
    while source is not None and source.node.isa("animBlendNodeBase"):
        found.append(source.node)
        source = scene.source(source.node.plug("inputA"))
    return found


def base_input(plug: Plug) -> Plug | None:
    """Where the base layer's curve goes, when there are blends."""
    found = chain(plug)
    return found[-1].plug("inputA") if found else None


def curve(plug: Plug, layer: Node, make: bool = False) -> Node | None:
    """The curve of an attribute in a layer."""
    if layer.name == BASE:
        found = keys.curve_of(plug)
        if found is None and make:
            found = keys.make(plug)
            scene.connect(found.plug("output"), base_input(plug) or plug)
        return found
    blend = blend_of(plug, layer)
    if blend is None:
        return None
    source = scene.source(blend.plug("inputB"))
    if source is not None and source.node.isa("animCurve"):
        return source.node
    if not make:
        return None
    name = f"{plug.node.name.rpartition(':')[2]}_{plug.attr}_{layer.name}_inputB"
    kind = keys.KINDS.get(plug.spec.type, "animCurveTU")
    node = scene.add(kind, scene.free_name(name))
    scene.connect(node.plug("output"), blend.plug("inputB"))
    return node


def resolved(plug: Plug, node: Node, wanted: float, time: float) -> float:
    """The value for a curve so that the attribute is what is wanted with all layers added up."""
    targets = scene.targets(node.plug("output"))
    if not targets or not chain(plug):
        return wanted
    if plug.attr.startswith("scale"):
        return wanted
    into = targets[0]
    held = then(plug, time)
    share = keys.at(node, time) if keys.held(node) else (0.0 if into.attr == "inputB" else scene.stored(into) or 0.0)
    blend = into.node
    weight = number(blend.plug("weightB" if into.attr == "inputB" else "weightA")) or 1.0
    return share + (wanted - held) / weight


def then(plug: Plug, time: float) -> float:
    """The value of a plug at another time."""
    before = scene.settings["time"]
    scene.settings["time"] = time
    try:
        return number(plug)
    finally:
        scene.settings["time"] = before


def add(plug: Plug, layer: Node) -> Node:
    """Puts an attribute into a layer: a blend node above what was there."""
    found = blend_of(plug, layer)
    if found is not None:
        return found
    scale = plug.attr.startswith("scale")
    kind = "animBlendNodeAdditiveScale" if scale else BLENDS.get(plug.spec.type, "animBlendNodeAdditive")
    node = scene.add(kind, scene.free_name(f"{plug.node.name.rpartition(':')[2]}_{plug.attr}_{layer.name}"))
    before = scene.source(plug)
    if before is not None:
        scene.disconnect(before, plug)
        scene.connect(before, node.plug("inputA"))
    else:
        scene.write(node.plug("inputA"), value(plug))
    from . import graph

    scene.connect(layer.plug("foregroundWeight"), node.plug("weightB"))
    scene.connect(layer.plug("backgroundWeight"), node.plug("weightA"))
    scene.connect(node.plug("message"), graph.next_free(layer.plug("animLayerBlends")))
    scene.connect(plug, graph.next_free(layer.plug("dagSetMembers" if plug.node.dag else "dnSetMembers")))
    scene.connect(node.plug("output"), plug)
    return node


def take(plug: Plug, layer: Node) -> None:
    """Takes an attribute out of a layer; what was below is there again."""
    from . import graph

    node = blend_of(plug, layer)
    if node is None:
        return
    for target in scene.targets(node.plug("output")):
        scene.disconnect(node.plug("output"), target)
        below = scene.source(node.plug("inputA"))
        if below is not None:
            scene.disconnect(below, node.plug("inputA"))
            scene.connect(below, target)
        elif target.spec.numeric:
            scene.write(target, scene.stored(node.plug("inputA")))
    for group in [t for t in scene.targets(plug) if t.node is layer]:
        scene.disconnect(plug, group)
    if node in scene.nodes:
        graph.remove(node)


def silent(layer: Node) -> bool:
    """Whether a layer is muted, or another one is solo."""
    every = all_layers()
    above = scene.source(layer.plug("parentLayer"))
    muted = bool(number(layer.plug("mute"))) or (above is not None and above.node.name != BASE and silent(above.node))
    solo = [one for one in every if number(one.plug("solo"))]
    return muted or (bool(solo) and layer not in solo)


@computes("animLayer", "foregroundWeight")
def _foreground(plug: Plug) -> float:
    return 0.0 if silent(plug.node) else number(plug.node.plug("weight"))


@computes("animLayer", "backgroundWeight")
def _background(plug: Plug) -> float:
    node = plug.node
    if silent(node) or not number(node.plug("override")):
        return 1.0
    # An overriding layer lets through what it does not cover itself; one that passes through all of it.
    return 1.0 - number(node.plug("weight"))


@computes(
    "animBlendNodeBase animBlendNodeAdditive animBlendNodeAdditiveDL animBlendNodeAdditiveDA "
    "animBlendNodeAdditiveScale animBlendNodeBoolean animBlendNodeEnum",
    "output",
)
def _blended(plug: Plug) -> float:
    node = plug.node
    a, b = number(node.plug("inputA")), number(node.plug("inputB"))
    wa, wb = number(node.plug("weightA")), number(node.plug("weightB"))
    if node.kind == "animBlendNodeAdditiveScale":
        return (1 + (a - 1) * wa) * (1 + (b - 1) * wb) if wa else 1 + (b - 1) * wb
    if node.kind in ("animBlendNodeBoolean", "animBlendNodeEnum"):
        return b if wb > 0.5 and scene.source(node.plug("inputB")) is not None else a
    return a * wa + b * wb
