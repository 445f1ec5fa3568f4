"""Textures that tell something of a material by one channel, the other way round, or as normals made for DirectX."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.blocks import guard_of
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.materials import MATERIAL_FIELDS, alpha_mode, find_material, set_alpha_mode
from scenewire.adapters.blender.shader_nodes import STEP, principled, refuse_foreign, socket_of, target_of
from scenewire.adapters.blender.texture_map_reading import mix_of, read_maps, socket_named
from scenewire.adapters.blender.textures import find_texture
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item, read_fields
from scenewire.adapters.texture_rules import refuse_nonsense
from scenewire.errors import NotSupportedError

#: Nodes that stand between a picture and the shader for us, by what they do.
_BETWEEN = ("ShaderNodeSeparateColor", "ShaderNodeCombineColor", "ShaderNodeMath", "ShaderNodeInvert", "ShaderNodeMix")
_NAMES = {"red": 0, "green": 1, "blue": 2}


def set_texture_maps(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Lets channels of textures tell something of materials."""
    refuse_nonsense(items)
    plan = [(find_material(item["material_id"]), find_texture(item["texture_id"]), item) for item in items]
    guard_of("material")([material for material, _, _ in plan])
    for number, (material, _, _) in enumerate(plan):
        if principled(material) is None:
            raise NotSupportedError(
                f"`{material.name}` is not made with a Principled BSDF", {"path": f"items[{number}].material_id"}
            )
    for material, image, item in plan:
        tell(material, image, item)
    settle()
    told = [read_fields(MATERIAL_FIELDS, material, None, job) for material, _, _ in plan]
    return {"items": [{**one, "texture_maps": read_maps(material)} for one, (material, _, _) in zip(told, plan)]}


def tell(material: Any, image: Any, item: Item) -> None:
    """Lets a channel of an image tell something of a material."""
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
    mix = mix_of(material) if slot == "base_color" else None
    socket = socket_named(mix.inputs, "A_Color") if mix else target_of(material, slot, make=True)
    _free(material, socket, slot, source.node)
    links.new(source, socket)
    if slot == "opacity" and alpha_mode(material) == "opaque":
        # Else it would not show.
        set_alpha_mode(material, "blend")


def _is_color(item: Item) -> bool:
    return item["channel"] == "color" and item["slot"] in ("base_color", "emissive", "normal")


def _free(material: Any, socket: Any, slot: str, keep: Any) -> None:
    """Takes away what we or `textures` put before a socket, but for a node that is about to feed it; what the artist
    put there is a conflict."""
    tree = material.node_tree
    while socket.is_linked:
        node = socket.links[0].from_node
        if node.bl_idname != "ShaderNodeTexImage" and node.bl_idname not in _BETWEEN:
            refuse_foreign(material, socket, slot)
        tree.links.remove(socket.links[0])
        _tidy(tree, node, keep)


def _tidy(tree: Any, node: Any, keep: Any) -> None:
    """A node that feeds nothing any more goes, and what fed only it. By names: of a node that is gone Blender knows
    nothing, and one may feed another one twice."""
    waiting = [node.name]
    while waiting:
        node = tree.nodes.get(waiting.pop())
        if node is None or node == keep or any(output.is_linked for output in node.outputs):
            continue
        waiting += [link.from_node.name for socket in node.inputs for link in socket.links]
        tree.nodes.remove(node)


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
    mix = mix_of(material)
    if mix is None:
        before = color.links[0].from_socket if color.is_linked else None
        value = tuple(color.default_value)
        mix = _new(material, "ShaderNodeMix", before.node if before else source.node)
        mix.data_type, mix.blend_type = "RGBA", "MULTIPLY"
        socket_named(mix.inputs, "Factor_Float").default_value = 1.0
        socket_named(mix.inputs, "A_Color").default_value = value
        if before is not None:
            tree.links.new(before, socket_named(mix.inputs, "A_Color"))
        tree.links.new(socket_named(mix.outputs, "Result_Color"), color)
    shade = socket_named(mix.inputs, "B_Color")
    _free(material, shade, "ambient_occlusion", source.node)
    tree.links.new(source, shade)
