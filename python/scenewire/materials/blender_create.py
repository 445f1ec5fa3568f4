"""Materials of specifications in the Blender that this Python runs in, without a running host."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Mapping
from typing import Any

from scenewire.materials.spec import build_material_spec


def create_material_in_blender(images_map: Mapping[str, str], material_name: str) -> str | None:
    """Makes the material that ``build_material_spec`` says, and gives its name, which Blender may have numbered.

    None where there is no Blender. An image is the name of one of the file, or the path of one to be loaded. Raises
    ``InvalidParamsError`` for images that say nothing and pictures that Blender cannot read, ``NotFoundError`` for
    those that there are not; nothing is made then.
    """
    spec = build_material_spec(images_map, material_name)
    if importlib.util.find_spec("bpy") is None:
        return None
    made: list[tuple[Any, Any]] = []
    try:
        return _create(spec, made)
    except BaseException:
        for blocks, block in reversed(made):
            blocks.remove(block)
        raise


def _create(spec: dict[str, Any], made: list[tuple[Any, Any]]) -> str:
    import bpy

    from scenewire.adapters.blender.materials import MATERIALS
    from scenewire.adapters.blender.texture_maps import tell

    images = {}
    for one in spec["maps"]:
        if one["image"] not in images:
            images[one["image"]] = _image(one["image"], one["color_space"], made)
    item: dict[str, Any] = {"name": spec["name"]}
    material = MATERIALS.make(item)
    made.append((bpy.data.materials, material))
    MATERIALS.write(material, item)
    for one in spec["maps"]:
        tell(material, images[one["image"]], one)
    return str(material.name)


def _image(reference: str, color_space: str, made: list[tuple[Any, Any]]) -> Any:
    import bpy

    from scenewire.adapters.blender.textures import TEXTURE_FIELDS, image_of
    from scenewire.adapters.references import nearest
    from scenewire.errors import NotFoundError

    image = bpy.data.images.get(reference)
    if image is None:
        if not os.path.isabs(reference):
            raise NotFoundError(
                f"there is no image `{reference}`, and it is no absolute path of a file",
                {"path": "images_map", "got": reference},
                nearest(reference, (one.name for one in bpy.data.images)),
            )
        image = image_of(reference, os.path.basename(reference))
        made.append((bpy.data.images, image))
    write = TEXTURE_FIELDS["color_space"].write
    assert write is not None
    write(image, color_space)
    return image
