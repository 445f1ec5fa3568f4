"""What feeds a Principled BSDF: image textures, the nodes between them and it, and its remaining settings."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from scenewire.adapters import shader_parameters
from scenewire.adapters.blender import graph_versions
from scenewire.adapters.blender.lacks import refuse_word
from scenewire.adapters.blender.textures import find_texture, texture_id
from scenewire.adapters.blender.undo import UNDO
from scenewire.errors import NotSupportedError

#: Texture of ours -> input of the shader, for those that feed it straight.
_STRAIGHT = {
    "base_color": "base_color",
    "metallic": "metallic",
    "roughness": "roughness",
    "emissive": "emissive",
    "opacity": "opacity",
}
#: What textures of a material can say straight.
SLOTS = (*_STRAIGHT, "normal", "height")
#: Where new nodes stand, left of the shader, so that the artist finds them in order.
STEP = (-320.0, -290.0)


def principled(material: Any) -> Any:
    """The Principled BSDF that the active output shows, or None."""
    if not graph_versions.uses_nodes(material):
        return None
    output = material.node_tree.get_output_node("ALL") or material.node_tree.get_output_node("EEVEE")
    links = output.inputs["Surface"].links if output else ()
    node: Any = next((link.from_node for link in links), None)
    return node if node is not None and node.bl_idname == "ShaderNodeBsdfPrincipled" else None


def socket_of(material: Any, field: str) -> Any:
    """The input that holds a field: of the shader, or of what cuts its alpha off; None without the shader."""
    cut = _cut(material) if field == "opacity" else None
    return cut[0].inputs[0] if cut else _of_shader(material, field)


def _of_shader(material: Any, field: str) -> Any:
    node = principled(material)
    return graph_versions.principled_socket(node, field) if node else None


def _cut(material: Any) -> tuple[Any, Any] | None:
    """The two nodes that make alpha all or nothing, `1 - (alpha < cutoff)`. EEVEE has had no mask of its own since
    4.2; Blender's glTF importer makes these in its place, and its exporter knows them."""
    last = feeder(_of_shader(material, "opacity"), "ShaderNodeMath")
    if last is None or last.operation != "SUBTRACT" or last.inputs[0].is_linked or last.inputs[0].default_value != 1.0:
        return None
    first = feeder(last.inputs[1], "ShaderNodeMath")
    return (first, last) if first is not None and first.operation == "LESS_THAN" else None


def read_cutoff(material: Any) -> float | None:
    """Under which alpha nodes cut; None when none do."""
    cut = _cut(material)
    return float(cut[0].inputs[1].default_value) if cut else None


def write_cutoff(material: Any, cutoff: float | None) -> None:
    """Makes nodes cut alpha there; None takes them away."""
    cut, links = _cut(material), None if material.node_tree is None else material.node_tree.links
    if cutoff is None:
        if cut is not None and links is not None:
            first, last = cut
            _hand_over(links, first.inputs[0], last.outputs[0].links[0].to_socket)
            for node in cut:
                material.node_tree.nodes.remove(node)
        return
    alpha = _of_shader(material, "opacity")
    if alpha is None or links is None:
        raise NotSupportedError(f"`{material.name}` is not made with a Principled BSDF", {"path": "alpha_mode"})
    if cut is None:
        first, last = (_new(material, "ShaderNodeMath", SLOTS.index("opacity")) for _ in range(2))
        first.location.x += STEP[0] / 2
        first.operation, last.operation = "LESS_THAN", "SUBTRACT"
        last.inputs[0].default_value = 1.0
        _hand_over(links, alpha, first.inputs[0])
        links.new(first.outputs[0], last.inputs[1])
        links.new(last.outputs[0], alpha)
        cut = first, last
    cut[0].inputs[1].default_value = cutoff


def _hand_over(links: Any, one: Any, other: Any) -> None:
    """What feeds one socket feeds another one; a value goes along."""
    if one.is_linked:
        links.new(one.links[0].from_socket, other)
        return
    value = one.default_value
    for link in list(other.links):
        links.remove(link)
    other.default_value = value


def feeder(socket: Any, kind: str) -> Any:
    """The node of this kind that feeds a socket, or None."""
    node = socket.links[0].from_node if socket is not None and socket.is_linked else None
    return node if node is not None and node.bl_idname == kind else None


def _bump(material: Any) -> Any:
    return feeder(socket_of(material, "normal"), "ShaderNodeBump")


def normal_map(material: Any) -> Any:
    """The Normal Map node that the shader's normal comes from, straight or by a Bump node; or None."""
    bump = _bump(material)
    return feeder(bump.inputs["Normal"] if bump else socket_of(material, "normal"), "ShaderNodeNormalMap")


def _new(material: Any, kind: str, row: int, column: int = 1) -> Any:
    shader = principled(material)
    made = material.node_tree.nodes.new(kind)
    made.location = (shader.location.x + column * STEP[0], shader.location.y + row * STEP[1])
    return made


def make_normal_map(material: Any) -> Any:
    """The Normal Map node; made when the normal comes from nowhere yet. It changes nothing until it has a texture."""
    found = normal_map(material)
    if found is not None:
        return found
    bump = _bump(material)
    socket = bump.inputs["Normal"] if bump else socket_of(material, "normal")
    refuse_foreign(material, socket, "normal_scale")
    made = _new(material, "ShaderNodeNormalMap", 3)
    material.node_tree.links.new(made.outputs["Normal"], socket)
    return made


def make_bump(material: Any) -> Any:
    """The Bump node; made, before what the normal comes from, where there is none."""
    found = _bump(material)
    if found is not None:
        return found
    socket, map_node = socket_of(material, "normal"), normal_map(material)
    if map_node is None:
        refuse_foreign(material, socket, "textures")
    made = _new(material, "ShaderNodeBump", 4)
    links = material.node_tree.links
    if map_node is not None:
        links.new(map_node.outputs["Normal"], made.inputs["Normal"])
    links.new(made.outputs["Normal"], socket)
    return made


def refuse_foreign(material: Any, socket: Any, path: str) -> None:
    """Refuses to feed what is not there, or what a node of the artist's own feeds."""
    if socket is None:
        raise NotSupportedError(f"`{material.name}` is not made with a Principled BSDF", {"path": path})
    if socket.is_linked:
        driver = socket.links[0].from_node.name
        raise NotSupportedError(f"a node of its own, `{driver}`, feeds this of `{material.name}`", {"path": path})


def target_of(material: Any, slot: str, make: bool) -> Any:
    """The socket that an image of this slot feeds; None when it is not there and not to be made."""
    if slot in _STRAIGHT:
        return socket_of(material, _STRAIGHT[slot])
    if slot == "normal":
        node = make_normal_map(material) if make else normal_map(material)
        return node.inputs["Color"] if node else None
    node = make_bump(material) if make else _bump(material)
    return node.inputs["Height"] if node else None


def read_textures(material: Any) -> dict[str, str]:
    """The textures by what they say."""
    found = {}
    for slot in SLOTS:
        node = feeder(target_of(material, slot, make=False), "ShaderNodeTexImage")
        if node is not None and node.image is not None:
            found[slot] = texture_id(node.image)
    return found


def write_textures(material: Any, given: Mapping[str, str | None]) -> None:
    """Puts textures on, takes off those that are null, and leaves the others."""
    images = {}
    for slot, reference in given.items():
        refuse_word("materials", "textures", slot)
        images[slot] = find_texture(reference) if reference else None
    for slot, image in images.items():
        if image is None:
            _take_off(material, slot)
        else:
            _put_on(material, slot, image)


def _put_on(material: Any, slot: str, image: Any) -> None:
    socket = target_of(material, slot, make=True)
    node = feeder(socket, "ShaderNodeTexImage")
    if node is None:
        refuse_foreign(material, socket, f"textures.{slot}")
        node = _new(material, "ShaderNodeTexImage", SLOTS.index(slot), 2)
        # One picture for both, as glTF has it: its alpha is the opacity.
        both = slot == "opacity" and image.name == _name_of(material, "base_color")
        material.node_tree.links.new(node.outputs["Alpha" if both else "Color"], socket)
    node.image = image


def _name_of(material: Any, slot: str) -> str | None:
    node = feeder(target_of(material, slot, make=False), "ShaderNodeTexImage")
    return node.image.name if node is not None and node.image is not None else None


def _take_off(material: Any, slot: str) -> None:
    socket = target_of(material, slot, make=False)
    node = feeder(socket, "ShaderNodeTexImage")
    if node is None:
        return
    tree = material.node_tree
    tree.links.remove(socket.links[0])
    if not any(output.is_linked for output in node.outputs):
        tree.nodes.remove(node)


@functools.cache
def _defaults() -> dict[str, Any]:
    """The shader's settings as a new one has them. Blender tells them of a node only, so one is made and taken away."""
    import bpy

    with UNDO.own_changes_kept():
        tree = bpy.data.node_groups.new("scenewire probe", "ShaderNodeTree")
        try:
            return _values(tree.nodes.new("ShaderNodeBsdfPrincipled"))
        finally:
            bpy.data.node_groups.remove(tree)


def _values(node: Any) -> dict[str, Any]:
    """The settings that no field of ours holds, by Blender's names."""
    own = {name for field in graph_versions.PRINCIPLED for name in graph_versions.PRINCIPLED[field]}
    return {
        socket.name: _plain(socket.default_value)
        for socket in node.inputs
        if socket.name not in own and hasattr(socket, "default_value") and not socket.is_linked and socket.enabled
    }


def _plain(value: Any) -> Any:
    return list(value) if hasattr(value, "__len__") and not isinstance(value, str) else value


def read_parameters(material: Any) -> dict[str, Any]:
    """The settings that differ from the defaults of a new shader."""
    node = principled(material)
    if node is None:
        return {}
    return {name: value for name, value in _values(node).items() if value != _defaults().get(name)}


def write_parameters(material: Any, given: Mapping[str, Any]) -> None:
    """The settings become these, all others as a new shader has them."""
    node = principled(material)
    if node is None:
        raise NotSupportedError(f"`{material.name}` is not made with a Principled BSDF", {"path": "shader_parameters"})
    present = _values(node)
    defaults = {name: value for name, value in _defaults().items() if name in present}

    def put(name: str, value: Any) -> None:
        node.inputs[name].default_value = value

    shader_parameters.write_parameters("the shader", present, defaults, given, put)
