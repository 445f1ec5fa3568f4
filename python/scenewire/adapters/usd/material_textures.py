"""Which texture says what of a material's surface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field
from scenewire.adapters.usd import shading
from scenewire.adapters.usd.handles import Handle, prim_id
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.textures import TEXTURE, shared, unplug
from scenewire.errors import InvalidParamsError


@dataclass(frozen=True)
class _Slot:
    """The input of the surface, and the output of the texture that goes there."""

    input: str
    output: str


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
        if now is not None and texture is not None and shared(now) == texture:
            continue
        if now is not None and texture is not None and shared(now) != now:
            # What shows it stays, with how strong a normal map is and where its coordinates come from.
            now.GetReferences().SetReferences([Sdf.Reference("", texture.GetPath())])
            continue
        if now is not None:
            _unplug(material.prim, now, _SLOTS[name].input)
        if texture is not None:
            _plug(material.prim, name, texture)


def _unplug(material: Any, shader: Any, source: str) -> None:
    shading.surface(material).GetInput(source).ClearSources()
    used = [slot for slot in _SLOTS.values() if shading.texture_on(material, slot.input) == shader]
    if shared(shader) != shader and not used:
        unplug(shader)


def _plug(material: Any, name: str, texture: Any) -> None:
    from pxr import Gf, Sdf, UsdShade

    slot, stage = _SLOTS[name], STAGE.stage
    shader = UsdShade.Shader.Define(stage, _free(material, f"{name}_texture"))
    shader.GetPrim().GetReferences().AddInternalReference(texture.GetPath())
    shader.CreateInput("st", Sdf.ValueTypeNames.Float2).ConnectToSource(_coordinates(material))
    if name == "normal":
        # A picture has 0 to 1 where a normal has -1 to 1.
        shader.CreateInput("scale", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(2, 2, 2, 1))
        shader.CreateInput("bias", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(-1, -1, -1, 0))
    kind = Sdf.ValueTypeNames.Float3 if slot.output == "rgb" else Sdf.ValueTypeNames.Float
    output = shader.CreateOutput(slot.output, kind)
    surface = shading.made_surface(material)
    surface.CreateInput(slot.input, shading.type_of(slot.input)).ConnectToSource(output)


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
    return float(found[0]) / 2 if found is not None else 1.0


def set_normal_scale(material: Handle, given: float) -> None:
    """Writes it; only what has a normal map has a strength of it."""
    from pxr import Gf, Sdf, UsdShade

    texture = _normal_map(material)
    if texture is None:
        raise InvalidParamsError("there is no normal map to scale", {"path": "normal_scale"}, ["give textures.normal"])
    shader = UsdShade.Shader(texture)
    shader.CreateInput("scale", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(2 * given, 2 * given, 2, 1))
    shader.CreateInput("bias", Sdf.ValueTypeNames.Float4).Set(Gf.Vec4f(-given, -given, -1, 0))
