"""Materials, through their Principled BSDF."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender import graph_versions, versions
from scenewire.adapters.blender.blocks import block_entity
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of, refuse_word
from scenewire.adapters.blender.metadata import METADATA
from scenewire.adapters.blender.naming import checked_name, rename
from scenewire.adapters.blender.nodes import find_node
from scenewire.adapters.blender.shader_nodes import (
    make_normal_map,
    normal_map,
    principled,
    read_cutoff,
    read_parameters,
    read_textures,
    socket_of,
    write_cutoff,
    write_parameters,
    write_textures,
)
from scenewire.adapters.blender.texture_map_reading import read_maps
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import InvalidParamsError, NotSupportedError


def material_id(material: Any) -> str:
    """The id of a material."""
    return IDENTITY.of("material", material)


def find_material(reference: str) -> Any:
    """The material of an id or unique name."""
    return IDENTITY.find("material", reference)


#: What glTF and the other hosts cut alpha off at when nobody says.
CUTOFF = 0.5

#: What a new one has unless a texture says it: a default that came with every call could not be told from a value that
#: contradicts the texture.
_DEFAULTS: Item = {
    "base_color": [1.0, 1.0, 1.0, 1.0],
    "metallic": 0.0,
    "roughness": 0.5,
    "opacity": 1.0,
    "emissive": [0.0, 0.0, 0.0, 1.0],
}


def _make(item: Item) -> Any:
    import bpy

    textures = item.get("textures") or {}
    for field, value in _DEFAULTS.items():
        if not textures.get(field):
            item.setdefault(field, value)

    material = bpy.data.materials.new(checked_name(item.pop("name", None) or "Material"))
    graph_versions.enable_nodes(material)
    if item.get("opacity", 1.0) < 1.0 or textures.get("opacity"):
        # Without it the opacity that was asked for would not show.
        item.setdefault("alpha_mode", "blend")
    return material


def _all(parent: str | None) -> Iterable[Any]:
    """Every material of the file, or those of one object."""
    import bpy

    if parent:
        slots = find_node(parent).material_slots
        return [slot.material for slot in slots if slot.material]
    return [material for material in bpy.data.materials if not material.grease_pencil]


def _shader(field: str, color: bool = False) -> Field:
    """An input of the Principled BSDF; left out on reading when a texture or another node drives it."""

    def read(material: Any, _job: Job) -> Any:
        socket = socket_of(material, field)
        if socket is None or socket.is_linked:
            return ABSENT
        return list(socket.default_value) if color else socket.default_value

    def write(material: Any, value: Any) -> None:
        socket = socket_of(material, field)
        if socket is None:
            raise NotSupportedError(f"`{material.name}` is not made with a Principled BSDF", {"path": field})
        if socket.is_linked:
            driver = socket.links[0].from_node.name
            raise NotSupportedError(f"`{field}` of `{material.name}` comes from its node `{driver}`", {"path": field})
        socket.default_value = value
        _show_in_solid(material, field, value)

    return Field(read, write)


def _show_in_solid(material: Any, field: str, value: Any) -> None:
    """The viewport's solid mode has colours of its own: it shows the same ones."""
    if field == "base_color":
        material.diffuse_color = value
    elif field in ("metallic", "roughness"):
        setattr(material, field, value)


def _set_type(material: Any, kind: str) -> None:
    refuse_word("materials", "type", kind)
    if principled(material) is None:
        raise NotSupportedError(f"`{material.name}` is made with nodes of its own", {"path": "type"})


def alpha_mode(material: Any, _job: Job | None = None) -> str:
    """How opacity is used."""
    return "mask" if read_cutoff(material) is not None else versions.alpha_mode(material)


def set_alpha_mode(material: Any, mode: str) -> None:
    """Uses opacity so."""
    by_nodes = mode == "mask" and not versions.has_alpha_mask()
    if not by_nodes or read_cutoff(material) is None:
        write_cutoff(material, CUTOFF if by_nodes else None)
    versions.set_alpha_mode(material, "opaque" if by_nodes else mode)


def _cutoff(material: Any, _job: Job) -> float:
    cutoff = read_cutoff(material)
    if cutoff is not None:
        return cutoff
    return float(material.alpha_threshold) if versions.has_alpha_mask() else CUTOFF


def _set_cutoff(material: Any, cutoff: float) -> None:
    if read_cutoff(material) is not None:
        write_cutoff(material, cutoff)
    elif versions.has_alpha_mask():
        material.alpha_threshold = cutoff
    elif cutoff != CUTOFF:
        raise InvalidParamsError(
            f"`{material.name}` is {alpha_mode(material)}, and only a mask is cut off",
            {"path": "alpha_cutoff", "got": cutoff},
            ['give `alpha_mode: "mask"` as well'],
        )


def _set_double_sided(material: Any, double_sided: bool) -> None:
    material.use_backface_culling = not double_sided


def _normal_scale(material: Any, _job: Job) -> Any:
    node = normal_map(material)
    return node.inputs["Strength"].default_value if node else ABSENT


def _set_normal_scale(material: Any, scale: float) -> None:
    if scale != 1.0 or normal_map(material) is not None:
        make_normal_map(material).inputs["Strength"].default_value = scale


MATERIAL_FIELDS: dict[str, Field] = {
    "id": Field(lambda material, _job: material_id(material)),
    "name": Field(lambda material, _job: material.name, rename),
    "type": Field(lambda material, _job: "pbr" if principled(material) else "custom", _set_type),
    # Before the values: what a texture says, no value can.
    "textures": Field(lambda material, _job: read_textures(material), write_textures),
    "texture_maps": Field(read_maps, heavy=True),
    "base_color": _shader("base_color", color=True),
    "metallic": _shader("metallic"),
    "roughness": _shader("roughness"),
    "opacity": _shader("opacity"),
    "alpha_mode": Field(alpha_mode, set_alpha_mode),
    "alpha_cutoff": Field(_cutoff, _set_cutoff),
    "double_sided": Field(lambda material, _job: not material.use_backface_culling, _set_double_sided),
    "emissive": _shader("emissive", color=True),
    "emissive_intensity": _shader("emissive_intensity"),
    "normal_scale": Field(_normal_scale, _set_normal_scale),
    "shader_parameters": Field(lambda material, _job: read_parameters(material), write_parameters),
    "metadata": METADATA,
    **lacks_of("materials"),
}

MATERIALS = block_entity("material", "materials", MATERIAL_FIELDS, make=_make, all=_all)
