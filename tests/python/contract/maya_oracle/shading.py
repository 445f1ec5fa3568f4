"""Materials and textures."""

from __future__ import annotations

from typing import Any

from maya import cmds

from .common import custom, number, triple

_MODELS = {"standardSurface": "pbr", "lambert": "lambert", "phong": "phong"}


#: As the catalogue lists what textures tell.
ORDER = ("base_color", "metallic", "roughness", "normal", "height", "opacity", "emissive", "ambient_occlusion")


def mapped(slot: str, texture: str, channel: str = "color") -> dict[str, Any]:
    """What a texture tells straight."""
    return {"slot": slot, "texture_id": texture, "channel": channel, "invert": False, "flip_green": False}


def texture_at(plug: str) -> str | None:
    """The file node in the history of a plug."""
    before = plug and cmds.listConnections(plug, source=True, destination=False)
    if not before:
        return None
    found = [one for one in cmds.listHistory(before[0]) if cmds.nodeType(one) == "file"]
    return found[0] if found else None


def material(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    kind = _MODELS[cmds.nodeType(name)]
    (group,) = set(cmds.listConnections(f"{name}.outColor", type="shadingEngine"))
    told: dict[str, Any] = {"metallic": None, "roughness": None, "emissive_intensity": None}
    if kind == "pbr":
        plugs = {"base_color": "baseColor", "emissive": "emissionColor", "opacity": "opacity"}
        told = {"metallic": number(f"{name}.metalness"), "roughness": number(f"{name}.specularRoughness"),
                "emissive_intensity": number(f"{name}.emission")}  # fmt: skip
        told["opacity"] = triple(f"{name}.opacity")[0]
    else:
        plugs = {"base_color": "color", "emissive": "incandescence", "opacity": "transparency"}
        told["opacity"] = 1 - triple(f"{name}.transparency")[0]
    ends = {slot: f"{name}.{plug}" for slot, plug in plugs.items()}
    ends.update(normal=f"{name}.normalCamera", height=f"{group}.displacementShader")
    if kind == "pbr":
        ends.update(metallic=f"{name}.metalness", roughness=f"{name}.specularRoughness")
        told["shader_parameters"] = {
            attribute: number(f"{name}.{attribute}")
            for attribute, beginning in {"coat": 0.0, "specularIOR": 1.5}.items()
            if number(f"{name}.{attribute}") != beginning
        }
    else:
        told["shader_parameters"] = {}
    return {
        "name": name,
        "type": kind,
        "base_color": [*triple(f"{name}.{plugs['base_color']}"), 1.0],
        "emissive": [*triple(f"{name}.{plugs['emissive']}"), 1.0],
        "alpha_mode": "blend",
        "textures": {slot: found for slot, plug in ends.items() if (found := texture_at(plug))},
        "texture_maps": [mapped(slot, found) for slot in ORDER if (found := texture_at(ends.get(slot, "")))],
        "metadata": custom(group),
        **told,
        # Where a texture says it nobody else does.
        **{slot: None for slot, plug in ends.items() if slot not in ("normal", "height") and texture_at(plug)},
    }


def texture(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    assert cmds.nodeType(name) == "file"
    placer = cmds.listConnections(f"{name}.uv", type="place2dTexture")[0]
    spaces = {"sRGB": "srgb", "Raw": "data", "scene-linear Rec.709-sRGB": "linear"}
    ends = {(True, False): "repeat", (True, True): "mirror", (False, False): "clip"}
    (wrapped,) = {cmds.getAttr(f"{placer}.wrap{axis}") for axis in "UV"}
    (mirrored,) = {cmds.getAttr(f"{placer}.mirror{axis}") for axis in "UV"}
    return {
        "name": name,
        "path": cmds.getAttr(f"{name}.fileTextureName") or None,
        "color_space": spaces.get(cmds.getAttr(f"{name}.colorSpace")),
        "extension": ends[bool(wrapped), bool(mirrored)],
        "packed": False,
        "metadata": custom(name),
    }


ORACLES = {"materials": material, "textures": texture}
