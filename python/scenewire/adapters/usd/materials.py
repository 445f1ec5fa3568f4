"""Materials: UsdPreviewSurface, which every renderer of USD draws."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import blamed
from scenewire.adapters.fields import ABSENT, Field, Item, read_fields
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.shader_parameters import write_parameters
from scenewire.adapters.texture_rules import refuse_nonsense
from scenewire.adapters.usd import shading
from scenewire.adapters.usd.handles import Handle, Kind, handle
from scenewire.adapters.usd.lacks import lacks_of, refuse_word
from scenewire.adapters.usd.material_textures import TEXTURES_FIELD, normal_scale, read_maps, set_map, set_normal_scale
from scenewire.adapters.usd.metadata import METADATA
from scenewire.adapters.usd.naming import define
from scenewire.adapters.usd.places import place_for
from scenewire.adapters.usd.prims import own_fields, prim_entity
from scenewire.errors import InvalidParamsError


def _is_material(prim: Any) -> bool:
    from pxr import UsdShade

    return bool(prim.IsA(UsdShade.Material))


MATERIAL = Kind("material", _is_material)


def _make(item: Item) -> Handle:
    prim = define(place_for("Materials"), item.pop("name", None) or "Material", "Material")
    # USD's own default is grey; the catalogue promises white.
    shading.put(prim, "diffuseColor", (1.0, 1.0, 1.0))
    return handle(prim)


def _color(name: str) -> Field:
    def read(material: Handle, _job: Job) -> list[float]:
        return [*(float(number) for number in shading.value(material.prim, name)), 1.0]

    def write(material: Handle, given: list[float]) -> None:
        shading.put(material.prim, name, opaque(given, name, "USD"))

    return Field(read, write)


def _number(name: str) -> Field:
    return Field(
        lambda material, _job: float(shading.value(material.prim, name)),
        lambda material, given: shading.put(material.prim, name, float(given)),
    )


def _alpha_mode(material: Handle, _job: Job | None = None) -> str:
    return "mask" if shading.value(material.prim, "opacityThreshold") > 0 else "blend"


def _set_alpha_mode(material: Handle, mode: str) -> None:
    refuse_word("materials", "alpha_mode", mode)
    if mode != _alpha_mode(material):
        shading.put(material.prim, "opacityThreshold", 0.5 if mode == "mask" else 0.0)


def _cutoff(material: Handle, _job: Job) -> Any:
    found = float(shading.value(material.prim, "opacityThreshold"))
    return found if found > 0 else ABSENT


def _set_cutoff(material: Handle, given: float) -> None:
    if _alpha_mode(material) != "mask":
        raise InvalidParamsError(
            "only a material that is cut has a cutoff", {"path": "alpha_cutoff"}, ["alpha_mode: mask"]
        )
    if given <= 0:
        raise InvalidParamsError(
            "in USD a threshold of 0 means that nothing is cut",
            {"path": "alpha_cutoff", "expected": "above 0", "got": given},
            ["alpha_mode: blend"],
        )
    shading.put(material.prim, "opacityThreshold", float(given))


def _type(material: Handle, _job: Job) -> str:
    return "pbr" if shading.surface(material.prim) else "custom"


def _set_type(material: Handle, word: str) -> None:
    refuse_word("materials", "type", word)
    shading.made_surface(material.prim)


#: Inputs of the surface that no field of the catalogue says.
_FURTHER = (
    "useSpecularWorkflow",
    "specularColor",
    "clearcoat",
    "clearcoatRoughness",
    "ior",
    "occlusion",
    "displacement",
)


def _parameters(material: Handle, _job: Job | None = None) -> dict[str, Any]:
    found = {}
    for name in _FURTHER:
        value = shading.value(material.prim, name)
        if value is not None and value != shading.default(name):
            found[name] = value if isinstance(value, (int, float)) else list(value)
    return found


def _set_parameters(material: Handle, given: dict[str, Any]) -> None:
    def put(name: str, value: Any) -> None:
        try:
            shading.put(material.prim, name, tuple(value) if isinstance(value, list) else value)
        except Exception as error:
            raise TypeError(f"it is a {shading.type_of(name)}") from error

    defaults = {name: shading.default(name) for name in _parameters(material)}
    write_parameters("UsdPreviewSurface", _FURTHER, defaults, given, put)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    **own_fields(MATERIAL),
    "type": Field(_type, _set_type),
    "base_color": _color("diffuseColor"),
    "metallic": _number("metallic"),
    "roughness": _number("roughness"),
    "opacity": _number("opacity"),
    "alpha_mode": Field(_alpha_mode, _set_alpha_mode),
    "alpha_cutoff": Field(_cutoff, _set_cutoff),
    "emissive": _color("emissiveColor"),
    "textures": TEXTURES_FIELD,
    "texture_maps": Field(read_maps, heavy=True),
    "normal_scale": Field(normal_scale, set_normal_scale),
    "shader_parameters": Field(_parameters, _set_parameters),
    **lacks_of("materials"),
    "metadata": METADATA,
}


def set_texture_maps(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Lets channels of textures tell something of materials."""
    refuse_nonsense(items)
    materials = [MATERIAL.find(item["material_id"]) for item in items]
    for number, (material, item) in enumerate(zip(materials, items)):
        with blamed(number):
            set_map(material, item)
    told = [read_fields(FIELDS, material, None, job) for material in materials]
    return {"items": [{**one, "texture_maps": read_maps(material)} for one, material in zip(told, materials)]}


MATERIALS = prim_entity(MATERIAL, "materials", FIELDS, _make)
