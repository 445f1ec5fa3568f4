"""Materials of specifications in a host, by the catalogue's own operations."""

from __future__ import annotations

import os
from typing import Any

from scenewire.materials.spec import Spec, spec_of_maps

#: What a map of a specification says beside its texture.
_TURNS = ("slot", "channel", "invert", "flip_green")


def create_material(client: Any, spec: Spec) -> str:
    """Makes the material of a specification, as one undo step, and gives its id.

    ``client`` is what ``scenewire.connect`` gives. An image is a file, or the name or id of a texture of the scene.
    Raises ``NotSupportedError`` with the reason for what the host cannot tell by a texture.
    """
    maps = spec_of_maps(spec["maps"], spec["name"])["maps"]
    steps: list[dict[str, Any]] = []
    textures: dict[str, str] = {}
    files: list[dict[str, Any]] = []
    for image, space in {one["image"]: one["color_space"] for one in reversed(maps)}.items():
        if os.path.isabs(image):
            textures[image] = f"$textures.ids[{len(files)}]"
            files.append({"name": os.path.basename(image), "path": image, "color_space": space})
        else:
            textures[image] = image
    if files:
        steps.append({"operation": "create_textures", "arguments": {"items": files}, "name": "textures"})
    material = {"name": spec["name"]}
    steps.append({"operation": "create_materials", "arguments": {"items": [material]}, "name": "material"})
    items = [
        {
            "material_id": "$material.ids[0]",
            "texture_id": textures[one["image"]],
            **{name: one[name] for name in _TURNS},
        }
        for one in maps
    ]
    if items:
        steps.append({"operation": "set_texture_maps", "arguments": {"items": items}})
    done = client.batch(operations=steps, label=f"Material {spec['name']}")
    results = [one["result"] for one in done["results"]]
    return str(results[1 if files else 0]["ids"][0])


def read_material_spec(client: Any, material: str) -> Spec:
    """The specification of a material of the scene, as far as textures tell of it: ``name``, ``maps``, ``nodes`` and
    ``links``. An image is the file of its texture, or its name where it has none.
    """
    (item,) = client.get_materials(ids=[material], fields=["name", "texture_maps"])["items"]
    ids = list(dict.fromkeys(one["texture_id"] for one in item["texture_maps"]))
    textures = client.get_textures(ids=ids)["items"] if ids else []
    by_id = {texture["id"]: texture for texture in textures}
    return spec_of_maps([_map(one, by_id[one["texture_id"]]) for one in item["texture_maps"]], item["name"])


def _map(one: dict[str, Any], texture: dict[str, Any]) -> dict[str, Any]:
    told = {name: one[name] for name in _TURNS}
    return {**told, "image": texture.get("path") or texture["name"], "color_space": texture["color_space"]}
