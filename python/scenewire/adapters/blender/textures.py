"""Textures: Blender's images. What repeats at the edges is there a matter of the node that shows one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scenewire._native import file_roots
from scenewire.adapters.blender import versions
from scenewire.adapters.blender.blocks import block_entity
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.metadata import METADATA
from scenewire.adapters.blender.naming import checked_name, rename
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.udim import is_set, refuse_missing_picture, tiles_of
from scenewire.errors import InvalidParamsError

#: A blank one without a size of its own.
_SIDE = 1024


def texture_id(image: Any) -> str:
    """The id of an image."""
    return IDENTITY.of("texture", image)


def find_texture(reference: str) -> Any:
    """The image of an id or unique name."""
    return IDENTITY.find("texture", reference)


def _make(item: Item) -> Any:
    import bpy

    path, data = item.pop("path", None), item.pop("data", None)
    stem = os.path.splitext(os.path.basename(path))[0] if path else "Texture"
    name = checked_name(item.pop("name", None) or stem)
    width, height = item.pop("width", None), item.pop("height", None)
    if path is None and data is None:
        return bpy.data.images.new(name, width or _SIDE, height or _SIDE)
    if width or height:
        # The picture has its size; another one is a matter of scaling it, and that of an update.
        raise InvalidParamsError("a picture from a file has its own size", {"path": "width" if width else "height"})
    if path:
        return image_of(path, name)
    image = bpy.data.images.new(name, 1, 1)
    _set_data(image, data)
    return image


def image_of(path: str, name: str | None = None) -> Any:
    """A new image from a file."""
    import bpy

    image = bpy.data.images.new(name or os.path.splitext(os.path.basename(path))[0], 1, 1)
    try:
        _set_path(image, path)
    except BaseException:
        bpy.data.images.remove(image)
        raise
    return image


def _set_path(image: Any, path: str) -> None:
    refuse_missing_picture(path)
    if image.packed_file is not None:
        image.unpack(method="REMOVE")
    image.source = "TILED" if is_set(path) else "FILE"
    image.filepath = path
    if is_set(path):
        _set_tiles(image, tiles_of(path))
    image.reload()
    _refuse_unread(image, path)


def _set_tiles(image: Any, numbers: list[int]) -> None:
    there = {tile.number for tile in image.tiles}
    for number in numbers:
        if number not in there:
            image.tiles.new(tile_number=number)
    for tile in [tile for tile in image.tiles if tile.number not in numbers]:
        image.tiles.remove(tile)


def _set_data(image: Any, data: Any) -> None:
    raw = bytes(data)
    image.source = "FILE"
    image.filepath = ""
    image.pack(data=raw, data_len=len(raw))
    _refuse_unread(image, "data")


def _refuse_unread(image: Any, path: str) -> None:
    """An image that Blender cannot read has no size: it would be pink wherever it is shown."""
    if not image.size[0] or not image.size[1]:
        raise InvalidParamsError(
            "Blender cannot read this picture",
            {"path": path, "expected": "a PNG, JPEG, TIFF, EXR or HDR that is whole"},
        )


def path_of(image: Any) -> Any:
    """The file that an image is read from; `ABSENT` when it is kept in the scene."""
    import bpy

    if image.source not in ("FILE", "TILED") or image.packed_file is not None or not image.filepath:
        return ABSENT
    return bpy.path.abspath(image.filepath, library=image.library)


def _data(image: Any, job: Job) -> Any:
    raw = image.packed_file.data if image.packed_file is not None else _bytes_of_file(image)
    return ABSENT if raw is None else job.attach(raw, "u1", (len(raw),), _media(raw))


def _bytes_of_file(image: Any) -> bytes | None:
    """The file that an image is read from, when its owner lets files be used where it lies: a scene may name any."""
    path = path_of(image)
    if path is ABSENT:
        return None
    real = Path(path).resolve()
    if not any(real.is_relative_to(root) for root in file_roots()):
        return None
    try:
        return real.read_bytes()
    except OSError:
        return None


def _media(raw: bytes) -> str:
    known = {
        b"\x89PNG": "image/png",
        b"\xff\xd8\xff": "image/jpeg",
        b"v/1\x01": "image/x-exr",
        b"#?RA": "image/vnd.radiance",
    }
    return next((media for start, media in known.items() if raw.startswith(start)), "application/octet-stream")


def _side(axis: int) -> Field:
    def write(image: Any, value: int) -> None:
        size = list(image.size)
        if size[axis] == value:
            return
        size[axis] = value
        if image.source == "GENERATED" and not image.is_dirty:
            # Scaled, it would be made anew in its old size as soon as anything of it changes.
            image.generated_width, image.generated_height = size
            return
        image.scale(*size)
        if image.packed_file is not None:
            image.pack()

    def read(image: Any, _job: Job) -> int:
        if image.source == "GENERATED" and not image.is_dirty:
            # Before 4.2 the picture in memory outlives the undo of a change of its size.
            return int((image.generated_width, image.generated_height)[axis])
        return int(image.size[axis])

    return Field(read, write)


def _color_space(image: Any, _job: Job) -> Any:
    name = image.colorspace_settings.name
    if image.colorspace_settings.is_data:
        return "data"
    return next((ours for ours, theirs in versions.color_spaces().items() if theirs == name), ABSENT)


def _set_color_space(image: Any, space: str) -> None:
    image.colorspace_settings.name = versions.color_spaces()[space]


def _all(_parent: str | None) -> Iterable[Any]:
    import bpy

    return [
        image for image in bpy.data.images if image.type == "IMAGE" or image.source in ("FILE", "GENERATED", "TILED")
    ]


#: In the order of writing: what it is made of comes before how it is read.
TEXTURE_FIELDS: dict[str, Field] = {
    "id": Field(lambda image, _job: texture_id(image)),
    "name": Field(lambda image, _job: image.name, rename),
    "path": Field(lambda image, _job: path_of(image), _set_path),
    "data": Field(_data, _set_data, heavy=True),
    "width": _side(0),
    "height": _side(1),
    "color_space": Field(_color_space, _set_color_space),
    "packed": Field(lambda image, _job: image.packed_file is not None),
    "metadata": METADATA,
    **lacks_of("textures"),
}

TEXTURES = block_entity("texture", "textures", TEXTURE_FIELDS, make=_make, all=_all)
