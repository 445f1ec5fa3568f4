"""Material networks: the surface of a material, and the texture on an input of it."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.usd.stage import when

SURFACE = "UsdPreviewSurface"
TEXTURE = "UsdUVTexture"


def shader_id(prim: Any) -> str:
    """Which shader a prim is; empty for what is none."""
    from pxr import UsdShade

    if not prim.IsA(UsdShade.Shader):
        return ""
    return str(UsdShade.Shader(prim).GetIdAttr().Get() or "")


def surface(material: Any) -> Any:
    """The UsdPreviewSurface of a material; None when it has another one, or none."""
    from pxr import UsdShade

    found = UsdShade.Material(material).ComputeSurfaceSource()[0]
    return found if found and shader_id(found.GetPrim()) == SURFACE else None


def made_surface(material: Any) -> Any:
    """The same, made where there is none."""
    from pxr import Sdf, UsdShade

    found = surface(material)
    if found is None:
        stage = material.GetStage()
        found = UsdShade.Shader.Define(stage, material.GetPath().AppendChild("Surface"))
        found.CreateIdAttr(SURFACE)
        output = UsdShade.Material(material).CreateSurfaceOutput()
        output.ConnectToSource(found.CreateOutput("surface", Sdf.ValueTypeNames.Token))
    return found


def texture_on(material: Any, name: str) -> Any:
    """The texture shader that an input of the surface is connected to; None without one."""
    shader = surface(material)
    source = shader.GetInput(name) if shader else None
    if not source or not source.HasConnectedSource():
        return None
    found = source.GetConnectedSources()[0][0].source.GetPrim()
    return found if shader_id(found) == TEXTURE else None


def value(material: Any, name: str) -> Any:
    """What an input of the surface is where no texture says it; USD's own default when nobody does."""
    shader = surface(material)
    source = shader.GetInput(name) if shader else None
    found = source.GetAttr().Get(when()) if source else None
    return found if found is not None else default(name)


def default(name: str) -> Any:
    """What USD's own definition of UsdPreviewSurface says of an input."""
    from pxr import Sdr

    node = Sdr.Registry().GetShaderNodeByIdentifier(SURFACE)
    found = node.GetShaderInput(name) if node else None
    return found.GetDefaultValue() if found else None


def put(material: Any, name: str, given: Any) -> None:
    """Writes an input of the surface; a texture on it goes on to say it."""
    shader = made_surface(material)
    shader.CreateInput(name, type_of(name)).GetAttr().Set(given)


def type_of(name: str) -> Any:
    """The type of an input of UsdPreviewSurface."""
    from pxr import Sdf, Sdr

    node = Sdr.Registry().GetShaderNodeByIdentifier(SURFACE)
    found = node.GetShaderInput(name) if node else None
    if found is not None:
        return found.GetTypeAsSdfType().GetSdfType()
    return Sdf.ValueTypeNames.Float
