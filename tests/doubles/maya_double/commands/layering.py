"""Layers: `animLayer`, `createDisplayLayer`, `editDisplayLayerMembers`, render layers.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

from typing import Any

from .. import graph, layers, names
from ..calls import Call, command
from ..evaluate import value
from ..nodes import Node, Plug
from ..scene import scene
from . import arguments
from .keying import elements, leaves

BOOLEANS = ("mute", "solo", "lock", "override", "passthrough", "preferred", "collapse")
EXCLUDES = {
    "excludeTranslate": "translate",
    "excludeRotate": "rotate",
    "excludeScale": "scale",
    "excludeVisibility": "visibility",
}
MORE = "weight parent attribute addSelectedObjects removeSelectedObjects removeAttribute removeAllAttributes selected excludeBoolean"
MORE += " excludeEnum excludeDynamic moveLayerAfter moveLayerBefore forceUIRefresh forceUIRebuild " + " ".join(EXCLUDES)
ASK = "weight parent root attribute animCurves baseAnimCurves blendNodes children exists layeredPlug affectedLayers selected bestLayer"
ASK += " bestAnimLayer findCurveForPlug maxLayers"


@command(
    "animLayer",
    create=f"{' '.join(BOOLEANS)} {MORE}",
    query=f"{' '.join(BOOLEANS)} {ASK}",
    edit=f"{' '.join(BOOLEANS)} {MORE}",
)
def anim_layer(call: Call) -> Any:
    """Makes, edits and asks animation layers."""
    texts = call.strings()
    if call.query:
        return query(call, texts)
    if call.edit:
        layer = layer_named(texts[0])
    else:
        base = layers.root() or scene.add("animLayer", layers.BASE)
        if texts and scene.names.get(texts[0]):
            layer = layer_named(texts[0])
        else:
            layer = graph.create("animLayer", texts[0] if texts else "AnimLayer#")
            place(layer, base)
    settle(call, layer)
    scene.touched()
    return names.name(layer) if not call.edit else None


def layer_named(text: str) -> Node:
    """The layer of a name."""
    node = names.one_node(text)
    if not node.isa("animLayer"):
        raise RuntimeError(f"'{text}' is not an animation layer.")
    return node


def place(layer: Node, parent: Node) -> None:
    """Puts a layer below a parent."""
    for number in scene.indices(parent.plug("childrenLayers")):
        source = scene.source(parent.plug("childrenLayers", number))
        if source is not None and source.node is layer:
            return
    for target in scene.targets(layer.plug("message")):
        if target.attr == "childrenLayers":
            scene.disconnect(layer.plug("message"), target)
    scene.connect(layer.plug("message"), graph.next_free(parent.plug("childrenLayers")))
    scene.connect(parent.plug("message"), layer.plug("parentLayer"))


def settle(call: Call, layer: Node) -> None:
    """Does what the flags say."""
    for flag in BOOLEANS:
        if call.get(flag) is not None:
            scene.write(layer.plug(flag), bool(call.get(flag)))
    if call.get("weight") is not None:
        scene.write(layer.plug("weight"), float(call.get("weight")))
    if call.get("parent") is not None:
        place(layer, layer_named(call.get("parent")))
    for text in call.many("attribute"):
        for plug in leaves(names.one_plug(text)):
            layers.add(plug, layer)
    for text in call.many("removeAttribute"):
        for plug in leaves(names.one_plug(text)):
            layers.take(plug, layer)
    if call.has("addSelectedObjects"):
        for plug in keyable(call):
            layers.add(plug, layer)
    if call.has("removeSelectedObjects"):
        for plug in keyable(call):
            layers.take(plug, layer)
    if call.has("removeAllAttributes"):
        for plug in members(layer):
            layers.take(plug, layer)
    if call.get("selected") is not None:
        scene.put(layer.facts, "selected", bool(call.get("selected")))
    for flag, after in (("moveLayerAfter", True), ("moveLayerBefore", False)):
        if call.get(flag):
            move(layer, layer_named(call.get(flag)), after)


def keyable(call: Call) -> list[Plug]:
    """The keyable attributes of what is selected, less what is left out."""
    left_out = {attr for flag, attr in EXCLUDES.items() if call.has(flag)}
    found = []
    for item in scene.selection():
        for spec in list(item.node.specs()):
            plug = Plug(item.node, spec.long)
            if not (scene.mark(plug, "keyable") and spec.numeric) or {spec.long, spec.parent} & left_out:
                continue
            kept = not (call.has("excludeBoolean") and spec.type == "bool") and not (
                call.has("excludeEnum") and spec.type == "enum"
            )
            if kept and not (call.has("excludeDynamic") and spec.dynamic):
                found += elements(plug)
    return found


def members(layer: Node) -> list[Plug]:
    """The attributes in a layer."""
    found = []
    for attr in ("dagSetMembers", "dnSetMembers"):
        for number in scene.indices(layer.plug(attr)):
            source = scene.source(layer.plug(attr, number))
            if source is not None:
                found.append(source)
    return found


def children(layer: Node) -> list[Node]:
    """The layers below one, in their order."""
    sources = [scene.source(layer.plug("childrenLayers", n)) for n in scene.indices(layer.plug("childrenLayers"))]
    return [source.node for source in sources if source is not None]


def move(layer: Node, beside: Node, after: bool) -> None:
    """Puts a layer before or after another one of the same parent."""
    above = scene.source(beside.plug("parentLayer"))
    if above is None:
        return
    place(layer, above.node)
    order = [one for one in children(above.node) if one is not layer]
    order.insert(order.index(beside) + (1 if after else 0), layer)
    for one in order:
        for target in scene.targets(one.plug("message")):
            if target.attr == "childrenLayers":
                scene.disconnect(one.plug("message"), target)
    for number, one in enumerate(order):
        scene.connect(one.plug("message"), above.node.plug("childrenLayers", number))


def query(call: Call, texts: list[str]) -> Any:
    """What `animLayer -query` is asked."""
    if call.has("root"):
        base = layers.root()
        return base.name if base is not None else None
    if call.has("exists"):
        return any(item.node.isa("animLayer") for text in texts for item in names.find(text))
    if call.has("maxLayers"):
        return 2147483647
    if call.has("affectedLayers"):
        found = [layer for layer in layers.all_layers() for plug in members(layer)
                 if any(plug.node is item.node for item in scene.selection())]  # fmt: skip
        return [names.name(layer) for layer in dict.fromkeys(found)] or None
    layer = layer_named(texts[0])
    for flag in BOOLEANS:
        if call.has(flag):
            return bool(value(layer.plug(flag)))
    if call.has("weight"):
        return value(layer.plug("weight"))
    if call.has("selected"):
        return bool(layer.facts.get("selected"))
    if call.has("parent"):
        source = scene.source(layer.plug("parentLayer"))
        return names.name(source.node) if source is not None else None
    if call.has("children"):
        return [names.name(one) for one in children(layer)] or None
    if call.has("attribute"):
        return [names.of_plug(plug) for plug in members(layer)] or None
    if call.has("blendNodes"):
        return [names.name(node) for node in layers.blends(layer)] or None
    if call.has("animCurves"):
        found = [layers.curve(plug, layer) for plug in members(layer)]
        return [names.name(node) for node in found if node is not None] or None
    if call.get("layeredPlug"):
        plug = names.one_plug(call.get("layeredPlug"))
        if layer.name == layers.BASE:
            base = layers.base_input(plug)
            return names.of_plug(base) if base is not None else None
        blend = layers.blend_of(plug, layer)
        return names.of_plug(blend.plug("inputB")) if blend is not None else None
    if call.get("findCurveForPlug"):
        node = layers.curve(names.one_plug(call.get("findCurveForPlug")), layer)
        return [names.name(node)] if node is not None else None
    raise RuntimeError("animLayer: nothing to query")


@command("createDisplayLayer", create="name number empty noRecurse makeCurrent")
def create_display_layer(call: Call) -> str:
    """A display layer of what is named or selected."""
    chosen = [] if call.has("empty") else arguments.nodes(call, needed=False)
    layer = graph.create("displayLayer", call.get("name") or "layer#")
    manager = scene.called("layerManager")
    scene.connect(graph.next_free(manager.plug("displayLayerId")), layer.plug("identification"))
    join(layer, chosen)
    scene.touched()
    return names.name(layer)


def join(layer: Node, chosen: list[Node]) -> None:
    """Puts objects into a display layer: each is in one only."""
    for node in chosen:
        if not node.dag:
            continue
        plug = node.plug("drawOverride")
        if layer.name == "defaultLayer":
            source = scene.source(plug)
            if source is not None:
                scene.disconnect(source, plug)
            continue
        if scene.source(plug) != layer.plug("drawInfo"):
            scene.connect(layer.plug("drawInfo"), plug)


@command("editDisplayLayerMembers", create="noRecurse", query="fullNames noRecurse")
def edit_display_layer_members(call: Call) -> Any:
    """Asks for or widens the members of a display layer."""
    layer = names.one_node(call.strings()[0])
    if call.query:
        to_text = names.full if call.has("fullNames") else names.short
        return [to_text(names.path(target.node)) for target in scene.targets(layer.plug("drawInfo"))] or None
    others = [names.one_node(text) for text in call.strings()[1:]] or [item.node for item in scene.selection()]
    join(layer, others)
    scene.touched()
    return None


@command("createRenderLayer", create="name number empty noRecurse makeCurrent global")
def create_render_layer(call: Call) -> str:
    """A render layer of what is named or selected."""
    layer = graph.create("renderLayer", call.get("name") or "layer#")
    manager = scene.called("renderLayerManager")
    scene.connect(graph.next_free(manager.plug("renderLayerId")), layer.plug("identification"))
    for node in [] if call.has("empty") else arguments.nodes(call, needed=False):
        scene.connect(node.plug("message"), graph.next_free(layer.plug("renderInfo")))
    scene.touched()
    return names.name(layer)
