"""Which texture says what of a material's surface, by which channel and which way round.

A picture comes in by a channel of its file node; `reverse` turns it round, `bump2d` makes a normal of it,
`displacementShader` a height, and `multiplyDivide` darkens the colour by the occlusion. Source of nodes and attributes:
Autodesk's node reference, each by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.attributes import connect, disconnect, incoming
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.lacks import refuse_word
from scenewire.adapters.maya.shaders import MODELS, attribute_of, model_of
from scenewire.adapters.maya.shading_groups import shader_of
from scenewire.adapters.maya.textures import TEXTURE
from scenewire.adapters.texture_rules import told
from scenewire.errors import NotSupportedError

#: Slots whose attribute is a colour, of three numbers.
_COLORS = ("base_color", "emissive", "opacity", "ambient_occlusion")
_NAMES = ("base_color", "emissive", "opacity", "metallic", "roughness", "normal", "height")
#: The plug of a file node that gives a channel as one number.
_NUMBERS = {"color": "outColorR", "red": "outColorR", "green": "outColorG", "blue": "outColorB", "alpha": "outAlpha"}
_CHANNELS = {"outColor": "color", "outColorR": "first", "outColorG": "green", "outColorB": "blue", "outAlpha": "alpha"}
#: Of bump2d: its value is a normal in the space of the texture.
_TANGENT_SPACE = 1
#: Of multiplyDivide.
_MULTIPLY = 1
#: Nodes that stand between a texture and what it says something of.
_BETWEEN = ("bump2d", "displacementShader", "reverse")

#: Maya's own lists of nodes by what they are for.
_LISTS = ("defaultRenderUtilityList", "defaultShaderList", "defaultTextureList")


def _target(material: Handle, name: str) -> str | None:
    """Where a texture is plugged in; None where the shader has no place for it."""
    if name == "height":
        return f"{material.path}.displacementShader"
    shader = shader_of(material.path)
    if shader is None:
        return None
    if name in ("base_color", "ambient_occlusion"):
        darkener = _darkener(shader)
        if darkener is not None:
            return f"{darkener}.input{1 if name == 'base_color' else 2}"
        name = "base_color"
    attribute = "normalCamera" if name == "normal" else attribute_of(shader, name)
    return f"{shader}.{attribute}" if attribute else None


def _darkener(shader: str) -> str | None:
    """What multiplies the colour of a shader by its occlusion; None where nothing does."""
    from maya import cmds

    attribute = attribute_of(shader, "base_color")
    plug = f"{shader}.{attribute}"
    found = cmds.listConnections(plug, source=True, destination=False, type="multiplyDivide") if attribute else None
    return str(found[0]) if found and cmds.getAttr(f"{found[0]}.operation") == _MULTIPLY else None


def _source(plug: str) -> tuple[str, str] | None:
    """Node and attribute of what comes in at a plug, or at the first of its numbers that has something."""
    found = incoming(plug)
    if not found:
        return None
    node, _, attribute = found[0][1].partition(".")
    return node, attribute


def _trace(plug: str) -> tuple[str, str, bool] | None:
    """The texture that comes in there, by which of its plugs, and whether the other way round."""
    from maya import cmds

    turned = False
    while (found := _source(plug)) is not None:
        node, attribute = found
        kind = cmds.nodeType(node)
        if kind == "file":
            return node, attribute, turned
        if kind == "bump2d":
            plug = f"{node}.bumpValue"
        elif kind == "displacementShader":
            plug = f"{node}.displacement"
        elif kind == "reverse":
            turned, plug = not turned, f"{node}.{attribute.replace('output', 'input')}"
        else:
            return None
    return None


def _see_through(material: Handle, name: str) -> bool:
    """Whether the attribute says how much light goes through, in place of how solid it is."""
    shader = shader_of(material.path)
    model = MODELS.get(model_of(shader)) if shader else None
    return name == "opacity" and model is not None and model.transparent


def _traced(material: Handle) -> dict[str, tuple[str, str, bool, bool]]:
    """Texture, channel, inverted and flipped of each slot."""
    found = {}
    for name in (*_NAMES, "ambient_occlusion"):
        target = _target(material, name)
        if target is None or (name == "ambient_occlusion" and not target.endswith(".input2")):
            continue
        traced = _trace(target)
        if traced is None:
            continue
        texture, attribute, turned = traced
        channel = "color" if name == "normal" else _CHANNELS.get(attribute, "color")
        if channel == "first" and name in _COLORS and name not in ("opacity", "ambient_occlusion"):
            channel = "red"
        found[name] = (TEXTURE.id_of(texture), channel, turned != _see_through(material, name), False)
    return found


def read_maps(material: Handle) -> list[dict[str, Any]]:
    """All that textures tell of the surface."""
    return told(_traced(material))


def _textures_on(material: Handle) -> dict[str, str]:
    return {name: found[0] for name, found in _traced(material).items() if name in _NAMES}


def _put_textures(material: Handle, given: Mapping[str, str | None]) -> None:
    """Gives textures, or takes them off."""
    for name, reference in given.items():
        refuse_word("materials", "textures", name)
        texture = TEXTURE.find(reference).path if reference else None
        target = _place(material, name, f"textures.{name}")
        now = _trace(target)
        if now is None and texture is None:
            continue
        if now is not None and now[0] == texture and _is_straight(material, name, now):
            continue
        _unplug(target)
        if texture is not None:
            _plug(texture, target, name, "color", _see_through(material, name))


def _is_straight(material: Handle, name: str, traced: tuple[str, str, bool]) -> bool:
    _, attribute, turned = traced
    number = name in ("metallic", "roughness", "height")
    return turned == _see_through(material, name) and (
        name == "normal" or attribute == ("outColorR" if number else "outColor")
    )


def _place(material: Handle, name: str, path: str) -> str:
    target = _target(material, name)
    if target is None:
        raise NotSupportedError(f"the shader of `{material.name}` has no {name}", {"path": path}, ["type: pbr"])
    return target


def set_map(material: Handle, item: Item) -> None:
    """Lets a channel of a texture tell something, the other way round where that is asked."""
    name = item["slot"]
    if name == "normal" and (item["invert"] or item["flip_green"]):
        turned = "flip_green" if item["flip_green"] else "invert"
        raise NotSupportedError(
            "Maya's bump2d reads normals with green up (OpenGL) and has no switch for others: take the OpenGL map of "
            "the set, or one whose green is inverted in the file",
            {"path": turned, "expected": False, "got": True},
        )
    texture = TEXTURE.find(item["texture_id"]).path
    target = _place(material, name, "slot")
    if name == "ambient_occlusion" and not target.endswith(".input2"):
        target = f"{_darken(target, texture)}.input2"
    _unplug(target)
    _plug(texture, target, name, item["channel"], item["invert"] != _see_through(material, name))


def _darken(color: str, texture: str) -> str:
    """A node between what says the colour and the shader, which multiplies it."""
    from maya import cmds

    made = str(cmds.shadingNode("multiplyDivide", asUtility=True, name=f"{texture}_occlusion", skipSelect=True))
    _hand_over(color, f"{made}.input1")
    connect(f"{made}.output", color)
    return made


def lighten(darkener: str) -> None:
    """Takes such a node away again: the colour is what it was."""
    from maya import cmds

    for color in cmds.listConnections(f"{darkener}.output", source=False, destination=True, plugs=True) or ():
        disconnect(str(color))
        _hand_over(f"{darkener}.input1", str(color))
    cmds.delete(darkener)


def _hand_over(one: str, other: str) -> None:
    """What says the value of one colour says another one's; a value goes along."""
    from maya import cmds

    value, found = cmds.getAttr(one)[0], incoming(one)
    numbers = [plug.rpartition(".")[2] for plug in _numbers_of(one)]
    others = _numbers_of(other)
    for own, source in found:
        cmds.disconnectAttr(source, own)
        name = own.rpartition(".")[2]
        connect(source, others[numbers.index(name)] if name in numbers else other)
    if not found:
        cmds.setAttr(other, *value, type="double3")


def _numbers_of(plug: str) -> list[str]:
    """The three numbers of a colour."""
    from maya import cmds

    node, _, name = plug.partition(".")
    return [f"{node}.{child}" for child in cmds.attributeQuery(name, node=node, listChildren=True) or ()]


def _unplug(target: str) -> None:
    """Takes off what comes in, and what made a bump or displacement of it."""
    from maya import cmds

    between = {source.partition(".")[0] for _, source in incoming(target)}
    disconnect(target)
    while between:
        node = between.pop()
        if cmds.nodeType(node) in _BETWEEN and not _feeds(node):
            between |= {str(one) for one in cmds.listConnections(node, source=True, destination=False) or ()}
            cmds.delete(node)


def _feeds(node: str) -> bool:
    """Whether anything but Maya's own lists of nodes takes something from it."""
    from maya import cmds

    ends = cmds.listConnections(node, source=False, destination=True) or ()
    return any(cmds.nodeType(end) not in _LISTS for end in ends)


def _plug(texture: str, target: str, name: str, channel: str, turned: bool) -> None:
    from maya import cmds

    if name == "normal":
        bump = str(cmds.shadingNode("bump2d", asUtility=True, name=f"{texture}_bump", skipSelect=True))
        cmds.setAttr(f"{bump}.bumpInterp", _TANGENT_SPACE)
        connect(f"{texture}.outAlpha", f"{bump}.bumpValue")
        connect(f"{bump}.outNormal", target)
        return
    whole = channel == "color" and name in _COLORS
    source = f"{texture}.{'outColor' if whole else _NUMBERS[channel]}"
    if turned:
        reverse = str(cmds.shadingNode("reverse", asUtility=True, name=f"{texture}_reverse", skipSelect=True))
        one = "" if whole else "X"
        connect(source, f"{reverse}.input{one}")
        source = f"{reverse}.output{one}"
    if name == "height":
        moved = str(cmds.shadingNode("displacementShader", asShader=True, name=f"{texture}_height", skipSelect=True))
        connect(source, f"{moved}.displacement")
        source = f"{moved}.displacement"
    targets = _numbers_of(target) if name in _COLORS and not whole else [target]
    for one in targets:
        connect(source, one)


def take_off(material: Handle) -> list[dict[str, Any]]:
    """Takes off all textures and tells what they said, to be given to another shader."""
    maps = read_maps(material)
    _put_textures(material, {one["slot"]: None for one in maps if one["slot"] in _NAMES})
    shader = shader_of(material.path)
    darkener = _darkener(shader) if shader else None
    if darkener is not None:
        lighten(darkener)
    return maps


def plug_again(material: Handle, maps: list[dict[str, Any]]) -> None:
    """Gives textures to what the shader of a material is now, those that it has a place for."""
    for one in maps:
        if _target(material, one["slot"]):
            set_map(material, one)


TEXTURES_FIELD = Field(lambda material, _job: _textures_on(material), _put_textures)
