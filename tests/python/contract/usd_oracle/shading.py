"""Materials and textures."""

from __future__ import annotations

from typing import Any

from pxr import UsdShade

from .common import custom, label, named, stage

_SLOTS = {
    "diffuseColor": "base_color", "normal": "normal", "metallic": "metallic", "roughness": "roughness",
    "emissiveColor": "emissive", "occlusion": "ambient_occlusion", "displacement": "height", "opacity": "opacity",
}  # fmt: skip
#: What UsdPreviewSurface's specification says where nobody does.
_DEFAULTS = {"metallic": 0.0, "roughness": 0.5, "opacity": 1.0, "opacityThreshold": 0.0, "emissiveColor": (0, 0, 0)}


#: As the catalogue lists what textures tell.
ORDER = ("base_color", "metallic", "roughness", "normal", "height", "opacity", "emissive", "ambient_occlusion")


def mapped(slot: str, texture: str, channel: str = "color") -> dict[str, Any]:
    """What a texture tells straight."""
    return {"slot": slot, "texture_id": texture, "channel": channel, "invert": False, "flip_green": False}


def material(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["name"], "Material")
    (source,) = UsdShade.Material(prim).GetSurfaceOutput().GetConnectedSources()[0]
    shader = UsdShade.Shader(source.source.GetPrim())
    assert shader.GetShaderId() == "UsdPreviewSurface"
    said = {i.GetBaseName(): i.Get() for i in shader.GetInputs()}
    have = {**_DEFAULTS, **{name: value for name, value in said.items() if value is not None}}
    textures, strength = {}, None
    for name, slot in _SLOTS.items():
        source = shader.GetInput(name)
        if not source or not source.HasConnectedSource():
            continue
        shown = UsdShade.Shader(source.GetConnectedSources()[0][0].source.GetPrim())
        assert shown.GetShaderId() == "UsdUVTexture"
        textures[slot] = label(stage().GetPrimAtPath(origin(shown.GetPrim())))
        reader = UsdShade.Shader(shown.GetInput("st").GetConnectedSources()[0][0].source.GetPrim())
        assert (reader.GetShaderId(), reader.GetInput("varname").Get()) == ("UsdPrimvarReader_float2", "st")
        if slot == "normal":
            strength = shown.GetInput("scale").Get()[0] / 2
    cut = have["opacityThreshold"]
    return {
        "name": label(prim),
        "type": "pbr",
        "base_color": [*map(float, have["diffuseColor"]), 1.0],
        "metallic": have["metallic"],
        "roughness": have["roughness"],
        "opacity": have["opacity"],
        "alpha_mode": "mask" if cut > 0 else "blend",
        "alpha_cutoff": cut if cut > 0 else None,
        "emissive": [*map(float, have["emissiveColor"]), 1.0],
        "normal_scale": strength,
        "textures": textures,
        "texture_maps": [mapped(slot, textures[slot]) for slot in ORDER if slot in textures],
        "shader_parameters": {name: have[name] for name in ("ior", "clearcoat") if name in said
                              and have[name] != {"ior": 1.5, "clearcoat": 0.0}[name]},
        "metadata": custom(prim),
    }  # fmt: skip


def origin(prim: Any) -> Any:
    """The path that a texture in a material references."""
    spec = stage().GetRootLayer().GetPrimAtPath(prim.GetPath())
    (reference,) = spec.referenceList.GetAddedOrExplicitItems()
    return reference.primPath


def texture(item: dict[str, Any]) -> dict[str, Any]:
    prim = named(item["name"], "Shader")
    shader = UsdShade.Shader(prim)
    spaces, wraps = (
        {"sRGB": "srgb", "raw": "data"},
        {"repeat": "repeat", "clamp": "extend", "black": "clip", "mirror": "mirror"},
    )
    have = {name: shader.GetInput(name).Get() if shader.GetInput(name) else None
            for name in ("file", "sourceColorSpace", "wrapS", "wrapT")}  # fmt: skip
    assert have["wrapS"] == have["wrapT"]
    return {
        "name": label(prim),
        "path": have["file"].path if have["file"] else None,
        "color_space": spaces.get(have["sourceColorSpace"]),
        "extension": wraps.get(have["wrapS"]),
        "packed": False,
        "metadata": custom(prim),
    }


ORACLES = {"materials": material, "textures": texture}
