"""`shadingNode`, materials and textures. Source: this command in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from .. import graph, names, node_types
from ..calls import Call, command
from ..nodes import Node
from ..scene import scene

SORTS = "asLight asPostProcess asRendering asShader asTexture asUtility isColorManaged"
#: Flag -> the list that nodes of this sort are in, and its attribute.
LISTS = {
    "asShader": ("defaultShaderList1", "shaders"), "asTexture": ("defaultTextureList1", "textures"),
    "asUtility": ("defaultRenderUtilityList1", "utilities"), "asRendering": ("defaultRenderingList1", "rendering"),
    "asPostProcess": ("defaultRenderingList1", "rendering"),
}  # fmt: skip


@command("shadingNode", create=f"{SORTS} name parent shared skipSelect")
def shading_node(call: Call) -> str:
    """A node of the render graph, listed with its sort."""
    kind = str(call.args[0])
    node_types.check(kind)
    sort = next((flag for flag in (*LISTS, "asLight") if call.has(flag)), None)
    if sort is None:
        raise RuntimeError("shadingNode: one of asLight, asShader, asTexture, asUtility has to be given")
    if call.has("shared") and call.get("name") and scene.names.get(call.get("name")):
        return str(call.get("name"))
    parent = names.one_node(call.get("parent")) if call.get("parent") else None
    if node_types.derives(kind, "shape") and parent is None:
        # Of a light the transform gets the name, and is the result.
        parent = graph.create("transform", call.get("name") or f"{graph.BASES.get(kind, kind)}#")
        node = graph.create(kind, "", parent)
        result: Node = parent
    else:
        node = result = graph.create(kind, call.get("name", ""), parent)
    enlist(sort, node)
    if not call.has("skipSelect"):
        graph.select(result)
    scene.touched()
    return names.name(result)


def enlist(sort: str, node: Node) -> None:
    """Puts a node into the list of its sort; a light into those of the lights."""
    if sort == "asLight":
        light(node)
        return
    holder, attr = LISTS[sort]
    scene.connect(node.plug("message"), graph.next_free(scene.called(holder).plug(attr)))


def light(node: Node) -> None:
    """A light is listed, and shines on everything: it is in the default set of lights."""
    from .. import sets
    from ..components import Item

    scene.connect(node.plug("message"), graph.next_free(scene.called("lightList1").plug("lights")))
    path = names.path(node)
    sets.add(scene.called("defaultLightSet"), Item(path[:-1] if len(path) > 1 else path))


LIGHT = (
    "name intensity rgb decayRate exclusive position rotation shadowColor useRayTraceShadows shadowSamples softShadow"
)
LIGHTS: dict[str, tuple[str, dict[str, str]]] = {
    "pointLight": ("", {}),
    "spotLight": (
        " coneAngle penumbra dropOff barnDoors",
        {"coneAngle": "coneAngle", "penumbra": "penumbraAngle", "dropOff": "dropoff"},
    ),
    "directionalLight": ("", {}),
    "ambientLight": (" ambientShade", {"ambientShade": "ambientShade"}),
}


def lights(kind: str, own: dict[str, str]) -> Any:
    """What does one of the commands that make lights."""

    def run(call: Call) -> Any:
        from .. import units
        from ..evaluate import value

        flags = {"intensity": "intensity", "decayRate": "decayRate", "useRayTraceShadows": "useRayTraceShadows", **own}
        if call.query:
            node = names.one_node(call.strings()[0])
            node = node if node.isa("light") else names.shapes_below(names.path(node))[0][-1]
            for flag in call.flags:
                if flag == "rgb":
                    return list(value(node.plug("color")))
                if flag in flags:
                    return units.shown(value(node.plug(flags[flag])), node.attribute(flags[flag]).type)
            raise RuntimeError(f"{call.name}: nothing to query")
        if call.edit:
            node = names.one_node(call.strings()[0])
            node = node if node.isa("light") else names.shapes_below(names.path(node))[0][-1]
        else:
            transform = graph.create("transform", call.get("name") or f"{kind}#")
            node = graph.create(kind, "", transform)
            enlist("asLight", node)
            graph.select(transform)
        for flag, attr in flags.items():
            if call.get(flag) is not None:
                scene.write(node.plug(attr), units.taken(call.get(flag), node.attribute(attr).type))
        for attr, given in (("color", call.get("rgb")), ("shadowColor", call.get("shadowColor"))):
            if given is not None:
                for plug, amount in zip(node.plug(attr).children(), given):
                    scene.write(plug, float(amount))
        owner = next(iter(node.parents))
        for attr, given in (("translate", call.get("position")), ("rotate", call.get("rotation"))):
            if given is not None and owner is not None:
                for plug, amount in zip(owner.plug(attr).children(), given):
                    scene.write(plug, units.taken(amount, plug.spec.type))
        scene.touched()
        return names.name(node)

    return run


for _kind, (_more, _own) in LIGHTS.items():
    command(_kind, create=LIGHT + _more, query=LIGHT + _more, edit=LIGHT + _more)(lights(_kind, _own))
