"""Specifications of materials: pure, without a host.

What words mean is one table, that of `create_material_from_textures` (``src/host/compounds/surface/vocabulary.rs``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scenewire import _native
from scenewire.errors import InvalidParamsError

Spec = dict[str, Any]


def build_material_spec(images_map: Mapping[str, str] | Sequence[str], material_name: str | None = None) -> Spec:
    """What images make of a Principled BSDF, as JSON: ``nodes`` and ``links``.

    ``images_map`` has files or names of images by what they are: ``{"color": "a.png", "nor_gl": "b.png", "arm":
    "c.png"}``; a key that says nothing leaves it to the file's name. Files of a UDIM set become one image with
    ``<UDIM>`` in its name. A sequence of keys gives ``_build_spec_from_keys`` of them.

    Gives ``name`` (what the files' names have in common where none is given); ``maps``, one for each thing that is
    told (``slot``, ``image``, ``channel``, ``color_space``: ``srgb``, ``linear`` or ``data``, ``invert``,
    ``flip_green``, ``tiles``); ``nodes`` (``id``, ``type`` as Blender calls it, ``image``) and ``links``
    (``from_node``, ``from_socket``, ``to_node``, ``to_socket``; sockets of equal names by their identifier); and what
    is to be known: ``missing`` slots, images that are ``doubtful`` or ``left_out``, each with its ``reason``.

    Raises ``InvalidParamsError`` when nothing is known of any image.
    """
    if not isinstance(images_map, Mapping):
        return _build_spec_from_keys(_texts("images_map", images_map))
    images = list(zip(_texts("images_map", list(images_map)), _texts("images_map", list(images_map.values()))))
    if material_name is not None and (not isinstance(material_name, str) or not material_name.strip()):
        raise _refused("material_name", "a name, or nothing", material_name)
    return _native.material_specification(images, material_name)


def _build_spec_from_keys(keys: Sequence[str]) -> dict[str, str]:
    """Which key tells what, of a packed one with its channel's letter: ``{"roughness": "arm.g"}``.

    The height is ``displacement`` here. Keys that say nothing known are left out.
    """
    return _native.material_slots(_texts("keys", keys))


def spec_of_maps(maps: list[dict[str, Any]], name: str) -> Spec:
    """The specification of maps, as ``build_material_spec`` has it: ``name``, ``maps``, ``nodes`` and ``links``."""
    return {"name": name, **_native.material_graph(maps)}


def _texts(path: str, given: Any) -> list[str]:
    if isinstance(given, (str, bytes)) or not isinstance(given, Sequence):
        raise _refused(path, "texts, or images by what they are", given)
    for one in given:
        if not isinstance(one, str) or not one.strip():
            raise _refused(path, "texts that are not empty", one)
    return list(given)


def _refused(path: str, expected: str, got: Any) -> InvalidParamsError:
    message = f"`{path}`: expected {expected}, got {got!r}"
    return InvalidParamsError(message, {"path": path, "expected": expected, "got": repr(got)})
