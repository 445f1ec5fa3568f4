"""Textures: file nodes, each with the place2dTexture that says where on a surface its picture lies."""

from __future__ import annotations

import os
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya.attributes import connect, get, put
from scenewire.adapters.maya.handles import Handle, Kind, delete, give_name, guard, handle, places, settle
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name
from scenewire.adapters.udim import is_set, set_of, tile_of, tiles_of
from scenewire.errors import InvalidParamsError, NotSupportedError

#: What Maya's own colour configurations call them; the first that there is counts.
_SPACES = {
    "srgb": ("sRGB", "sRGB Encoded Rec.709 (sRGB)"),
    "linear": ("scene-linear Rec.709-sRGB", "scene-linear Rec 709/sRGB", "Linear Rec.709 (sRGB)"),
    "data": ("Raw",),
}
#: Of uvTilingMode: the name of one tile stands for all.
_UDIM = 3
#: What place2dTexture hands to a file node under the same name.
_PLACED = (
    "coverage", "translateFrame", "rotateFrame", "mirrorU", "mirrorV", "stagger", "wrapU", "wrapV", "repeatUV",
    "offset", "rotateUV", "noiseUV", "vertexUvOne", "vertexUvTwo", "vertexUvThree", "vertexCameraOne",
)  # fmt: skip


def _is_texture(path: str) -> bool:
    from maya import cmds

    return bool(cmds.nodeType(path) == "file")


def _paths() -> list[str]:
    from maya import cmds

    return [str(path) for path in cmds.ls(type="file")]


TEXTURE = Kind("texture", _paths, _is_texture)


def _make(item: Item) -> Handle:
    from maya import cmds

    name = checked_name(item.pop("name", None) or "Texture")
    made = handle(str(cmds.shadingNode("file", asTexture=True, isColorManaged=True, name=name, skipSelect=True)))
    placer = str(cmds.shadingNode("place2dTexture", asUtility=True, name=f"{name}_place2d", skipSelect=True))
    for attribute in _PLACED:
        connect(f"{placer}.{attribute}", f"{made.path}.{attribute}")
    connect(f"{placer}.outUV", f"{made.path}.uv")
    connect(f"{placer}.outUvFilterSize", f"{made.path}.uvFilterSize")
    return made


def _placer(path: str) -> str | None:
    """The place2dTexture of a texture; None for one that has none, or lies by other means."""
    from maya import cmds

    found = cmds.listConnections(f"{path}.uv", source=True, destination=False, type="place2dTexture")
    return str(found[0]) if found else None


def _remove(targets: list[Handle]) -> list[str]:
    """A place2dTexture goes with the last texture that it places."""
    from maya import cmds

    ids = [TEXTURE.id(target) for target in targets]
    for target in targets:
        placer = _placer(target.path)
        between = [
            str(node)
            for kind in ("bump2d", "reverse")
            for node in cmds.listConnections(target.path, source=False, destination=True, type=kind) or ()
        ]
        darkened = cmds.listConnections(target.path, source=False, destination=True, type="multiplyDivide") or ()
        delete([target.path, *dict.fromkeys(between)])
        for node in set(darkened):
            # Maya keeps the last value of what is gone: the colour would stay dark.
            if not cmds.listConnections(f"{node}.input2", source=True, destination=False):
                cmds.setAttr(f"{node}.input2", 1, 1, 1, type="double3")
        if placer and cmds.objExists(placer) and not cmds.listConnections(f"{placer}.outUV", destination=True):
            delete([placer])
    return ids


def _path(texture: Handle, _job: Job) -> Any:
    file = str(get(texture.path, "fileTextureName") or "")
    return (set_of(file) if get(texture.path, "uvTilingMode") == _UDIM else file) or ABSENT


def _set_path(texture: Handle, path: str) -> None:
    tiles = tiles_of(path) if is_set(path) else []
    if not tiles and not os.path.isfile(path):
        raise InvalidParamsError(f"there is no file `{path}`", {"path": "path", "got": path})
    put(texture.path, "uvTilingMode", _UDIM if tiles else 0, field="path")
    path = tile_of(path, tiles[0]) if tiles else path
    space = get(texture.path, "colorSpace")
    put(texture.path, "fileTextureName", path, field="path", type="string")
    if get(texture.path, "colorSpace") != space:
        # Maya's rules choose one by the name of a new file, over what was said.
        put(texture.path, "colorSpace", space, field="path", type="string")


def _space(texture: Handle, _job: Job) -> Any:
    found = get(texture.path, "colorSpace")
    return next((word for word, names in _SPACES.items() if found in names), ABSENT)


def _set_space(texture: Handle, word: str) -> None:
    from maya import cmds

    there = cmds.colorManagementPrefs(query=True, inputSpaceNames=True) or _SPACES[word]
    name = next((name for name in _SPACES[word] if name in there), None)
    if name is None:
        raise NotSupportedError(
            f"the colour configuration of this Maya has no space for {word}",
            {"path": "color_space", "got": word, "expected": " or ".join(_SPACES[word])},
            [str(one) for one in there[:5]],
        )
    put(texture.path, "colorSpace", name, field="color_space", type="string")


def _extension(texture: Handle, _job: Job) -> Any:
    path = texture.path
    if not get(path, "wrapU") and not get(path, "wrapV"):
        return "clip"
    if not get(path, "wrapU") or not get(path, "wrapV"):
        return ABSENT
    mirrored = bool(get(path, "mirrorU")), bool(get(path, "mirrorV"))
    return "mirror" if all(mirrored) else ABSENT if any(mirrored) else "repeat"


def _set_extension(texture: Handle, word: str) -> None:
    refuse_word("textures", "extension", word)
    owner = _placer(texture.path) or texture.path
    for axis in "UV":
        put(owner, f"wrap{axis}", word != "clip", field="extension")
        put(owner, f"mirror{axis}", word == "mirror", field="extension")


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda texture, _job: TEXTURE.id(texture)),
    "name": Field(lambda texture, _job: texture.name, give_name),
    "path": Field(_path, _set_path),
    "color_space": Field(_space, _set_space),
    "extension": Field(_extension, _set_extension),
    "packed": Field(lambda _texture, _job: False),
    **lacks_of("textures"),
    "metadata": METADATA,
}

TEXTURES = Entity(
    plural="textures",
    fields=FIELDS,
    make=_make,
    find=TEXTURE.find,
    all=TEXTURE.all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
