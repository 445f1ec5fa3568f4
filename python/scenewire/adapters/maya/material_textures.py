"""Which texture says what of a material's surface."""

from __future__ import annotations

from collections.abc import Mapping

from scenewire.adapters.fields import Field
from scenewire.adapters.maya.attributes import connect, disconnect
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.lacks import refuse_word
from scenewire.adapters.maya.shaders import attribute_of
from scenewire.adapters.maya.shading_groups import shader_of
from scenewire.adapters.maya.textures import TEXTURE
from scenewire.errors import NotSupportedError

#: What of a texture goes where a field is a colour, or one number.
_OUTPUTS = {
    "base_color": "outColor",
    "emissive": "outColor",
    "opacity": "outColor",
    "metallic": "outColorR",
    "roughness": "outColorR",
}
_NAMES = (*_OUTPUTS, "normal", "height")
#: Of bump2d: its value is a normal in the space of the texture.
_TANGENT_SPACE = 1


def _target(material: Handle, name: str) -> str | None:
    """Where a texture is plugged in; None where the shader has no place for it."""
    if name == "height":
        return f"{material.path}.displacementShader"
    shader = shader_of(material.path)
    if shader is None:
        return None
    attribute = "normalCamera" if name == "normal" else attribute_of(shader, name)
    return f"{shader}.{attribute}" if attribute else None


def _texture_on(target: str) -> str | None:
    """The texture that comes in there, through what makes a bump or a displacement of it."""
    from maya import cmds

    for source in cmds.listConnections(target, source=True, destination=False) or ():
        kind = cmds.nodeType(source)
        if kind == "file":
            return str(source)
        if kind == "bump2d":
            return _texture_on(f"{source}.bumpValue")
        if kind == "displacementShader":
            return _texture_on(f"{source}.displacement")
        if kind == "reverse":
            return _texture_on(f"{source}.input")
    return None


def textures_on(material: Handle) -> dict[str, str]:
    """The textures by what they say."""
    found = {}
    for name in _NAMES:
        target = _target(material, name)
        texture = _texture_on(target) if target else None
        if texture is not None:
            found[name] = TEXTURE.id_of(texture)
    return found


def put_textures(material: Handle, given: Mapping[str, str | None]) -> None:
    """Gives textures, or takes them off."""
    for name, reference in given.items():
        refuse_word("materials", "textures", name)
        texture = TEXTURE.find(reference).path if reference else None
        target = _target(material, name)
        if target is None:
            raise NotSupportedError(
                f"the shader of `{material.name}` has no {name}", {"path": f"textures.{name}"}, ["type: pbr"]
            )
        now = _texture_on(target)
        if now == texture:
            continue
        _unplug(target)
        if texture is not None:
            _plug(texture, target, name)


def _unplug(target: str) -> None:
    """Takes off what comes in, and what made a bump or displacement of it."""
    from maya import cmds

    between = cmds.listConnections(target, source=True, destination=False) or ()
    disconnect(target)
    for node in between:
        if cmds.nodeType(node) in ("bump2d", "displacementShader", "reverse"):
            cmds.delete(node)


def _plug(texture: str, target: str, name: str) -> None:
    from maya import cmds

    if name == "normal":
        bump = str(cmds.shadingNode("bump2d", asUtility=True, name=f"{texture}_bump", skipSelect=True))
        cmds.setAttr(f"{bump}.bumpInterp", _TANGENT_SPACE)
        connect(f"{texture}.outAlpha", f"{bump}.bumpValue")
        connect(f"{bump}.outNormal", target)
    elif name == "height":
        moved = str(cmds.shadingNode("displacementShader", asShader=True, name=f"{texture}_height", skipSelect=True))
        connect(f"{texture}.outColorR", f"{moved}.displacement")
        connect(f"{moved}.displacement", target)
    elif target.endswith(".transparency"):
        turned = str(cmds.shadingNode("reverse", asUtility=True, name=f"{texture}_reverse", skipSelect=True))
        connect(f"{texture}.outColor", f"{turned}.input")
        connect(f"{turned}.output", target)
    else:
        connect(f"{texture}.{_OUTPUTS[name]}", target)


def plug_again(material: Handle, textures: Mapping[str, str]) -> None:
    """Gives textures to what the shader of a material is now, those that it has a place for."""
    put_textures(material, {name: reference for name, reference in textures.items() if _target(material, name)})


TEXTURES_FIELD = Field(lambda material, _job: textures_on(material), put_textures)
