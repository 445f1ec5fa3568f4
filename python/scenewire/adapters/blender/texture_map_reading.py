"""What textures tell of a material, read from the nodes between them and its shader."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.shader_nodes import SLOTS, feeder, socket_of, target_of
from scenewire.adapters.blender.textures import texture_id
from scenewire.adapters.contract import Job
from scenewire.adapters.texture_rules import told


def read_maps(material: Any, _job: Job | None = None) -> list[dict[str, Any]]:
    """The maps by what they say; what nodes of the artist's own make of a picture is left out."""
    found = {}
    for slot in (*SLOTS, "ambient_occlusion"):
        socket = _darkening(material) if slot == "ambient_occlusion" else target_of(material, slot, make=False)
        traced = _trace(socket)
        if traced is not None:
            found[slot] = traced
    return told(found)


def mix_of(material: Any) -> Any:
    """The node that darkens the colour by occlusion; None without one."""
    mix = feeder(socket_of(material, "base_color"), "ShaderNodeMix")
    return mix if mix is not None and mix.blend_type == "MULTIPLY" and mix.data_type == "RGBA" else None


def socket_named(sockets: Any, identifier: str) -> Any:
    """Sockets of several types have the same names."""
    return next(socket for socket in sockets if socket.identifier == identifier)


def _darkening(material: Any) -> Any:
    mix = mix_of(material)
    return socket_named(mix.inputs, "B_Color") if mix else None


def _trace(socket: Any) -> tuple[str, str, bool, bool] | None:
    """Texture, channel, inverted and flipped of what feeds a socket."""
    channel, invert, flip = "color", False, False
    while socket is not None and socket.is_linked:
        link = socket.links[0]
        node, out = link.from_node, link.from_socket
        kind = node.bl_idname
        if kind == "ShaderNodeTexImage":
            if node.image is None:
                return None
            alpha = out.name == "Alpha"
            return texture_id(node.image), "alpha" if alpha else channel, invert, flip
        if kind == "ShaderNodeSeparateColor" and node.mode == "RGB":
            channel, socket = ("red", "green", "blue")[list(node.outputs).index(out)], node.inputs[0]
        elif kind == "ShaderNodeInvert" and node.inputs["Fac"].default_value == 1.0:
            invert, socket = not invert, node.inputs["Color"]
        elif _one_minus(node):
            invert, socket = not invert, node.inputs[1]
        elif kind == "ShaderNodeCombineColor" and (whole := _with_green_turned(node)) is not None:
            flip, socket = not flip, whole
        elif kind == "ShaderNodeMix" and node.data_type == "RGBA" and node.blend_type == "MULTIPLY":
            socket = socket_named(node.inputs, "A_Color")
        else:
            return None
    return None


def _one_minus(node: Any) -> bool:
    first = node.inputs[0] if node.bl_idname == "ShaderNodeMath" and node.operation == "SUBTRACT" else None
    return first is not None and not first.is_linked and first.default_value == 1.0


def _with_green_turned(node: Any) -> Any:
    """What goes into the node that takes a colour apart whose green alone is turned; None where it is otherwise."""
    if not all(socket.is_linked for socket in node.inputs):
        return None
    red, green, blue = (socket.links[0] for socket in node.inputs)
    if not _one_minus(green.from_node) or not green.from_node.inputs[1].is_linked:
        return None
    turned = green.from_node.inputs[1].links[0]
    parts = {link.from_node for link in (red, turned, blue)}
    names = [link.from_socket for link in (red, turned, blue)]
    if len(parts) != 1 or red.from_node.bl_idname != "ShaderNodeSeparateColor":
        return None
    return red.from_node.inputs[0] if names == list(red.from_node.outputs) else None
