"""Which texture says what of a material's surface, by which channel and which way round."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.texture_rules import told
from scenewire.adapters.usd import shading
from scenewire.adapters.usd.handles import Handle, prim_id
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.textures import TEXTURE, shared, unplug
from scenewire.errors import InvalidParamsError, NotSupportedError


@dataclass(frozen=True)
class _Slot:
    """The input of the surface, and the output of the texture that goes there."""

    input: str
    output: str


_CHANNELS = {"g": "green", "b": "blue", "a": "alpha"}
_SLOTS = {
    "base_color": _Slot("diffuseColor", "rgb"),
    "normal": _Slot("normal", "rgb"),
    "metallic": _Slot("metallic", "r"),
    "roughness": _Slot("roughness", "r"),
    "emissive": _Slot("emissiveColor", "rgb"),
    "ambient_occlusion": _Slot("occlusion", "r"),
    "height": _Slot("displacement", "r"),
    "opacity": _Slot("opacity", "r"),
}


def _read(material: Handle, _job: Job) -> dict[str, str]:
    found = {}
    for name, slot in _SLOTS.items():
        texture = shading.texture_on(material.prim, slot.input)
        if texture is not None:
            found[name] = prim_id("texture", shared(texture))
    return found


def _write(material: Handle, given: dict[str, str | None]) -> None:
    from pxr import Sdf

    for name, reference in given.items():
        texture = TEXTURE.find(reference).prim if reference else None
        now = shading.texture_on(material.prim, _SLOTS[name].input)
        if now is not None and texture is not None and _is_straight(material.prim, name, now):
            if shared(now) == texture:
                continue
            if shared(now) != now:
                # What shows it stays, with how strong a normal map is and where its coordinates come from.
                now.GetReferences().SetReferences([Sdf.Reference("", texture.GetPath())])
                continue
        if now is not None:
            _unplug(material.prim, now, _SLOTS[name].input)
        if texture is not None:
            _plug(material.prim, name, texture)


def set_map(material: Handle, item: Item) -> None:
    """Lets a channel of a texture tell something, the other way round or with its green turned where that is asked."""
    slot = _SLOTS[item["slot"]]
    if slot.output == "rgb" and item["channel"] != "color":
        raise NotSupportedError(
            f"in USD `{slot.input}` is a colour, and a channel of a texture is one number: they cannot be connected",
            {"path": "channel", "expected": "color", "got": item["channel"]},
        )
    texture = TEXTURE.find(item["texture_id"]).prim
    now = shading.texture_on(material.prim, slot.input)
    if now is not None:
        _unplug(material.prim, now, slot.input)
    output = slot.output if item["channel"] == "color" else item["channel"][0]
    shader = _plug(material.prim, item["slot"], texture, output)
    _turn(shader, item["slot"] == "normal", item["invert"], item["flip_green"])


def _turn(shader: Any, normal: bool, invert: bool, flip: bool) -> None:
    """What UsdUVTexture gives is its picture times `scale` plus `bias`."""
    from pxr import Gf, Sdf

    signs = [-1.0 if invert else 1.0] * 3
    if flip:
        signs[1] = -signs[1]
    if not normal and not invert:
        return
    # A picture has 0 to 1 where a normal has -1 to 1.
    scale = [2 * sign for sign in signs] if normal else signs
    bias = [-sign for sign in signs] if normal else [1.0] * 3
    fourth = (1.0, 0.0) if normal else (-1.0, 1.0)
    shader.CreateInput("scale", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(*scale, fourth[0]))
    shader.CreateInput("bias", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(*bias, fourth[1]))


def _signs(shader: Any) -> list[bool]:
    """Which channels of a texture are the other way round."""
    from pxr import UsdShade

    source = UsdShade.Shader(shader).GetInput("scale")
    found = source.Get() if source else None
    # A strength of 0 has a sign too.
    return [math.copysign(1, number) < 0 for number in found] if found is not None else [False] * 4


def _output_on(material: Any, slot: _Slot) -> str:
    source = shading.surface(material).GetInput(slot.input).GetConnectedSources()[0][0]
    return str(source.sourceName)


def _is_straight(material: Any, name: str, shader: Any) -> bool:
    return _output_on(material, _SLOTS[name]) == _SLOTS[name].output and not any(_signs(shader))


def read_maps(material: Handle, _job: Job | None = None) -> list[dict[str, Any]]:
    """All that textures tell of the surface."""
    found = {}
    for name, slot in _SLOTS.items():
        shader = shading.texture_on(material.prim, slot.input)
        if shader is None:
            continue
        output, turned = _output_on(material.prim, slot), _signs(shader)
        channel = _CHANNELS.get(output, "color")
        # A normal map may be turned along the surface by its strength: what is inverted looks inwards too.
        invert = turned[2] if name == "normal" else turned[max("rgba".find(output), 0)]
        flip = name == "normal" and turned[1] != turned[0]
        channel = "first" if output == "r" else channel
        found[name] = (prim_id("texture", shared(shader)), channel, invert, flip)
    return told(found)


def _unplug(material: Any, shader: Any, source: str) -> None:
    shading.surface(material).GetInput(source).ClearSources()
    used = [slot for slot in _SLOTS.values() if shading.texture_on(material, slot.input) == shader]
    if shared(shader) != shader and not used:
        unplug(shader)


def _plug(material: Any, name: str, texture: Any, given: str = "") -> Any:
    from pxr import Sdf, UsdShade

    slot, stage = _SLOTS[name], STAGE.stage
    shader = UsdShade.Shader.Define(stage, _free(material, f"{name}_texture"))
    shader.GetPrim().GetReferences().AddInternalReference(texture.GetPath())
    shader.CreateInput("st", Sdf.ValueTypeNames.Float2).ConnectToSource(_coordinates(material))
    _turn(shader, name == "normal", False, False)
    kind = Sdf.ValueTypeNames.Float3 if slot.output == "rgb" else Sdf.ValueTypeNames.Float
    output = shader.CreateOutput(given or slot.output, kind)
    surface = shading.made_surface(material)
    surface.CreateInput(slot.input, shading.type_of(slot.input)).ConnectToSource(output)
    return shader


def _free(material: Any, name: str) -> Any:
    path, number = material.GetPath().AppendChild(name), 0
    while STAGE.prim(path):
        number += 1
        path = material.GetPath().AppendChild(f"{name}_{number}")
    return path


def _coordinates(material: Any) -> Any:
    """The output of what reads the mesh's texture coordinates, one per material."""
    from pxr import Sdf, UsdShade

    path = material.GetPath().AppendChild("st_reader")
    reader = UsdShade.Shader(STAGE.prim(path)) if STAGE.prim(path) else UsdShade.Shader.Define(STAGE.stage, path)
    reader.CreateIdAttr("UsdPrimvarReader_float2")
    source = reader.CreateInput("varname", Sdf.ValueTypeNames.String)
    if not source.GetAttr().HasAuthoredValue():
        source.Set("st")
    return reader.CreateOutput("result", Sdf.ValueTypeNames.Float2)


TEXTURES_FIELD = Field(_read, _write)


def _normal_map(material: Handle) -> Any:
    return shading.texture_on(material.prim, "normal")


def normal_scale(material: Handle, _job: Job) -> Any:
    """How strong the normal map is: by how much it is spread along the surface."""
    from pxr import UsdShade

    texture = _normal_map(material)
    if texture is None:
        return ABSENT
    source = UsdShade.Shader(texture).GetInput("scale")
    found = source.Get() if source else None
    if found is None:
        return 1.0
    return -float(found[0]) / 2 if _signs(texture)[2] else float(found[0]) / 2


def set_normal_scale(material: Handle, given: float) -> None:
    """Writes it; only what has a normal map has a strength of it."""
    from pxr import Gf, Sdf, UsdShade

    texture = _normal_map(material)
    if texture is None:
        raise InvalidParamsError("there is no normal map to scale", {"path": "normal_scale"}, ["give textures.normal"])
    shader = UsdShade.Shader(texture)
    signs = _signs(texture)
    z = -1.0 if signs[2] else 1.0
    x = given * z
    y = -x if signs[0] != signs[1] else x
    shader.CreateInput("scale", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(2 * x, 2 * y, 2 * z, 1))
    shader.CreateInput("bias", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(-x, -y, -z, 0))
