"""Textures: UsdUVTexture shaders. One that stands by itself is a class of texture: the materials that show it have a
shader that references it, so that what is changed of it changes in all of them.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.udim import refuse_missing_picture
from scenewire.adapters.usd import shading
from scenewire.adapters.usd.handles import Handle, Kind, handle
from scenewire.adapters.usd.lacks import lacks_of, refuse_word
from scenewire.adapters.usd.metadata import METADATA
from scenewire.adapters.usd.naming import define, remove
from scenewire.adapters.usd.places import place_for
from scenewire.adapters.usd.prims import own_fields, prim_entity
from scenewire.adapters.usd.stage import STAGE, when

_SPACES = {"srgb": "sRGB", "data": "raw"}
#: Pictures of linear colours, which USD's `auto` reads as they are; of others it takes those of 8 bits for sRGB.
#: Source: the specification of UsdPreviewSurface, sourceColorSpace.
_LINEAR = (".exr", ".hdr")
_WRAPS = {"repeat": "repeat", "extend": "clamp", "clip": "black", "mirror": "mirror"}


def shared(prim: Any) -> Any:
    """The texture that a shader in a material shows: what it references, or itself."""
    for entry in prim.GetPrimStack()[:1]:
        for reference in entry.referenceList.GetAddedOrExplicitItems():
            other = STAGE.prim(reference.primPath) if not reference.assetPath and reference.primPath else None
            if other and shading.shader_id(other) == shading.TEXTURE:
                return other
    return prim


def _is_texture(prim: Any) -> bool:
    return shading.shader_id(prim) == shading.TEXTURE and shared(prim) == prim


TEXTURE = Kind("texture", _is_texture)


def _make(item: Item) -> Handle:
    from pxr import UsdShade

    prim = define(place_for("Textures"), item.pop("name", None) or "Texture", "Shader")
    UsdShade.Shader(prim).CreateIdAttr(shading.TEXTURE)
    return handle(prim)


def users_of(texture: Any) -> list[Any]:
    """The shaders in materials that show a texture, by referencing it."""
    return [
        prim
        for prim in STAGE.prims()
        if shading.shader_id(prim) == shading.TEXTURE and prim != texture and shared(prim) == texture
    ]


def _remove(targets: list[Handle]) -> list[str]:
    ids = [TEXTURE.id(target) for target in targets]
    for target in targets:
        for user in users_of(target.prim):
            unplug(user)
        unplug(target.prim)
    return ids


def unplug(prim: Any) -> None:
    """Removes a texture's shader, and the connections to it."""
    from pxr import UsdShade

    material = prim.GetParent()
    shader = shading.surface(material) if material.IsA(UsdShade.Material) else None
    for source in shader.GetInputs() if shader else ():
        found = [entry.source.GetPrim() for entry in source.GetConnectedSources()[0]]
        if prim in found:
            source.ClearSources()
    remove(prim.GetPath())


def _input(texture: Handle, name: str) -> Any:
    from pxr import UsdShade

    found = UsdShade.Shader(texture.prim).GetInput(name)
    return found.GetAttr().Get(when()) if found else None


def _put(texture: Handle, name: str, kind: str, value: Any) -> None:
    from pxr import Sdf, UsdShade

    UsdShade.Shader(texture.prim).CreateInput(name, getattr(Sdf.ValueTypeNames, kind)).GetAttr().Set(value)


def _path(texture: Handle, _job: Job) -> Any:
    found = _input(texture, "file")
    if found is None or not found.path:
        return ABSENT
    return str(found.resolvedPath or found.path)


def _set_path(texture: Handle, path: str) -> None:
    refuse_missing_picture(path)
    from pxr import Sdf

    _put(texture, "file", "Asset", Sdf.AssetPath(path))


def _is_linear(texture: Handle) -> bool:
    found = _input(texture, "file")
    return found is not None and found.path.lower().endswith(_LINEAR)


def _space(texture: Handle, _job: Job) -> Any:
    found = _input(texture, "sourceColorSpace")
    if found == "auto":
        return "linear" if _is_linear(texture) else ABSENT
    return next((word for word, token in _SPACES.items() if token == found), ABSENT)


def _set_space(texture: Handle, word: str) -> None:
    if not _is_linear(texture):
        refuse_word("textures", "color_space", word)
    _put(texture, "sourceColorSpace", "Token", _SPACES.get(word, "auto"))


def _extension(texture: Handle, _job: Job) -> Any:
    found = _input(texture, "wrapS")
    return next((word for word, token in _WRAPS.items() if token == found), ABSENT)


def _set_extension(texture: Handle, word: str) -> None:
    for name in ("wrapS", "wrapT"):
        _put(texture, name, "Token", _WRAPS[word])


#: In the order of writing.
FIELDS: dict[str, Field] = {
    **own_fields(TEXTURE),
    "path": Field(_path, _set_path),
    "color_space": Field(_space, _set_space),
    "extension": Field(_extension, _set_extension),
    "packed": Field(lambda _texture, _job: False),
    **lacks_of("textures"),
    "metadata": METADATA,
}

TEXTURES = prim_entity(TEXTURE, "textures", FIELDS, _make, remove=_remove)
