"""Textures that tell something of a material by one channel, the other way round, or as normals made for DirectX."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.blocks import guard_of
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.materials import MATERIAL_FIELDS, find_material
from scenewire.adapters.blender.shader_nodes import (
    STEP,
    feeder,
    make_bump,
    make_normal_map,
    principled,
    refuse_foreign,
    socket_of,
)
from scenewire.adapters.blender.textures import find_texture
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.errors import InvalidParamsError, NotSupportedError

#: Nodes that stand between a picture and the shader for us, by what they do.
_BETWEEN = ("ShaderNodeSeparateColor", "ShaderNodeCombineColor", "ShaderNodeMath", "ShaderNodeInvert", "ShaderNodeMix")
_NAMES = {"red": 0, "green": 1, "blue": 2}


def set_texture_maps(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Lets channels of textures tell something of materials."""
    plan = [(find_material(item["material_id"]), find_texture(item["texture_id"]), item) for item in items]
    guard_of("material")([material for material, _, _ in plan])
    for number, (material, _, item) in enumerate(plan):
        if item["flip_green"] and item["slot"] != "normal":
            raise InvalidParamsError(
                "only normals have a green that may point down",
                {"path": f"items[{number}].flip_green", "expected": "false, or `slot: normal`", "got": True},
            )
        if principled(material) is None:
            raise NotSupportedError(
                f"`{material.name}` is not made with a Principled BSDF", {"path": f"items[{number}].material_id"}
            )
    for material, image, item in plan:
        _tell(material, image, item, job)
    settle()
    return {"items": [read_fields(MATERIAL_FIELDS, material, None, job) for material, _, _ in plan]}


def _tell(material: Any, image: Any, item: Item, job: Job) -> None:
    links = material.node_tree.links
    source = _channel(material, image, item["channel"])
    if item["invert"]:
        source = _inverted(material, source, one=not _is_color(item))
    if item["flip_green"]:
        source = _flipped(material, source)
    slot = item["slot"]
    if slot == "ambient_occlusion":
        _darken(material, source)
        return
    socket = _target(material, slot)
    _free(material, socket, slot)
    links.new(source, socket)
    mode = MATERIAL_FIELDS["alpha_mode"]
    if slot == "opacity" and mode.write is not None and mode.read(material, job) == "opaque":
        # Else it would not show.
        mode.write(material, "blend")


def _is_color(item: Item) -> bool:
    return item["channel"] == "color" and item["slot"] in ("base_color", "emissive", "normal")


def _target(material: Any, slot: str) -> Any:
    if slot == "normal":
        return make_normal_map(material).inputs["Color"]
    if slot == "height":
        return make_bump(material).inputs["Height"]
    return socket_of(material, slot)


def _free(material: Any, socket: Any, slot: str) -> None:
    """Takes away what we or `textures` put before a socket; what the artist put there is a conflict."""
    tree = material.node_tree
    while socket.is_linked:
        node = socket.links[0].from_node
        if node.bl_idname != "ShaderNodeTexImage" and node.bl_idname not in _BETWEEN:
            refuse_foreign(material, socket, slot)
        tree.links.remove(socket.links[0])
        _tidy(tree, node)


def _tidy(tree: Any, node: Any) -> None:
    """A node that feeds nothing any more goes, and what fed only it."""
    if any(output.is_linked for output in node.outputs):
        return
    before = [link.from_node for socket in node.inputs for link in socket.links]
    tree.nodes.remove(node)
    for other in before:
        _tidy(tree, other)


def _new(material: Any, kind: str, beside: Any, steps: float = 0.6) -> Any:
    node = material.node_tree.nodes.new(kind)
    node.location = (beside.location.x - steps * STEP[0], beside.location.y)
    return node


def _picture(material: Any, image: Any) -> Any:
    """The node that shows an image; one of a packed map tells all that it does."""
    nodes = material.node_tree.nodes
    for node in nodes:
        if node.bl_idname == "ShaderNodeTexImage" and node.image == image:
            return node
    shader, count = principled(material), sum(node.bl_idname == "ShaderNodeTexImage" for node in nodes)
    node = nodes.new("ShaderNodeTexImage")
    node.image = image
    node.location = (shader.location.x + 3 * STEP[0], shader.location.y + count * STEP[1])
    return node


def _channel(material: Any, image: Any, channel: str) -> Any:
    """The output that gives a channel of an image."""
    node = _picture(material, image)
    if channel in ("color", "alpha"):
        return node.outputs[channel.capitalize()]
    parts = next(
        (link.to_node for link in node.outputs["Color"].links if link.to_node.bl_idname == "ShaderNodeSeparateColor"),
        None,
    )
    if parts is None:
        parts = _new(material, "ShaderNodeSeparateColor", node, 1.0)
        material.node_tree.links.new(node.outputs["Color"], parts.inputs[0])
    return parts.outputs[_NAMES[channel]]


def _inverted(material: Any, source: Any, *, one: bool) -> Any:
    links = material.node_tree.links
    if not one:
        node = _new(material, "ShaderNodeInvert", source.node)
        links.new(source, node.inputs["Color"])
        return node.outputs[0]
    node = _new(material, "ShaderNodeMath", source.node)
    node.operation = "SUBTRACT"
    node.inputs[0].default_value = 1.0
    links.new(source, node.inputs[1])
    return node.outputs[0]


def _flipped(material: Any, source: Any) -> Any:
    """A colour whose green is turned round."""
    links = material.node_tree.links
    parts = _new(material, "ShaderNodeSeparateColor", source.node)
    links.new(source, parts.inputs[0])
    whole = _new(material, "ShaderNodeCombineColor", parts, 1.2)
    for index in (0, 2):
        links.new(parts.outputs[index], whole.inputs[index])
    links.new(_inverted(material, parts.outputs[1], one=True), whole.inputs[1])
    return whole.outputs[0]


def _darken(material: Any, source: Any) -> None:
    """Multiplies the colour, be it a value or a texture, by what little light comes."""
    tree = material.node_tree
    color = socket_of(material, "base_color")
    mix = feeder(color, "ShaderNodeMix")
    if mix is None or mix.blend_type != "MULTIPLY" or mix.data_type != "RGBA":
        before = color.links[0].from_socket if color.is_linked else None
        value = tuple(color.default_value)
        mix = _new(material, "ShaderNodeMix", before.node if before else source.node)
        mix.data_type, mix.blend_type = "RGBA", "MULTIPLY"
        _socket(mix.inputs, "Factor_Float").default_value = 1.0
        _socket(mix.inputs, "A_Color").default_value = value
        if before is not None:
            tree.links.new(before, _socket(mix.inputs, "A_Color"))
        tree.links.new(_socket(mix.outputs, "Result_Color"), color)
    tree.links.new(source, _socket(mix.inputs, "B_Color"))


def _socket(sockets: Any, identifier: str) -> Any:
    """Its sockets of several types have the same names."""
    return next(socket for socket in sockets if socket.identifier == identifier)
