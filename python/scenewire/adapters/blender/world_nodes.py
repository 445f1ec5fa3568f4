"""What a world shines with: the Background of its nodes, the picture that feeds it, and how that is turned."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import graph_versions
from scenewire.adapters.blender.shader_nodes import feeder
from scenewire.errors import InvalidParamsError, NotSupportedError

_PICTURE = "ShaderNodeTexEnvironment"
_MAPPING = "ShaderNodeMapping"
#: Where the nodes before the Background stand, from it to the left, so that the artist finds them in order.
_STEP = -280.0


def background(world: Any) -> Any:
    """The Background that the world's output shows; None when it shows something else, or has no nodes."""
    if not graph_versions.uses_nodes(world):
        return None
    output = world.node_tree.get_output_node("ALL")
    return feeder(output.inputs["Surface"], "ShaderNodeBackground") if output else None


def made_background(world: Any, field: str) -> Any:
    """The same, of a world that is about to be changed: one without nodes gets them, in its own colour."""
    if not graph_versions.uses_nodes(world):
        graph_versions.enable_nodes(world)
        found = background(world)
        found.inputs["Color"].default_value = (*world.color, 1.0)
    found = background(world)
    if found is None:
        raise NotSupportedError(f"`{world.name}` is made with nodes of its own, not by one Background", {"path": field})
    return found


def picture(world: Any) -> Any:
    """The node of the picture all around, or None."""
    shown = background(world)
    return feeder(shown.inputs["Color"], _PICTURE) if shown else None


def made_picture(world: Any) -> Any:
    """The same; made when the Background is of one colour."""
    found = picture(world)
    if found is not None:
        return found
    socket = made_background(world, "image").inputs["Color"]
    _refuse_foreign(world, socket, "image")
    node = _before(world, socket, _PICTURE, "Color")
    _made_mapping(world, node)
    return node


def _made_mapping(world: Any, node: Any) -> Any:
    mapping = _before(world, node.inputs["Vector"], _MAPPING, "Vector")
    # Of this sort a mapping turns what is seen; Blender's default turns whoever looks.
    mapping.vector_type = "TEXTURE"
    _before(world, mapping.inputs["Vector"], "ShaderNodeTexCoord", "Generated")
    return mapping


def take_off_picture(world: Any) -> None:
    """Makes the Background one colour; nodes that fed nothing else go with the picture."""
    node = picture(world)
    if node is None:
        _refuse_foreign(world, made_background(world, "image").inputs["Color"], "image")
    tree = world.node_tree
    while node is not None:
        above = next((link.from_node for socket in node.inputs for link in socket.links), None)
        tree.nodes.remove(node)
        node = above if above is not None and not any(socket.is_linked for socket in above.outputs) else None


def read_turn(world: Any) -> Any:
    """How the picture is turned, as a quaternion; None when there is none, or nodes of the artist's turn it."""
    from mathutils import Euler, Quaternion

    node = picture(world)
    if node is None:
        return None
    mapping = feeder(node.inputs["Vector"], _MAPPING)
    if mapping is None:
        return None if node.inputs["Vector"].is_linked else Quaternion()
    turn = Euler(mapping.inputs["Rotation"].default_value, "XYZ").to_quaternion()
    return turn if mapping.vector_type == "TEXTURE" else turn.inverted()


def write_turn(world: Any, turn: Any) -> None:
    """Writes what `read_turn` reads."""
    node = picture(world)
    if node is None:
        raise InvalidParamsError(
            f"`{world.name}` has no image to be turned", {"path": "rotation"}, ["give it an `image` as well"]
        )
    mapping = feeder(node.inputs["Vector"], _MAPPING)
    if mapping is None:
        _refuse_foreign(world, node.inputs["Vector"], "rotation")
        mapping = _made_mapping(world, node)
    given = turn if mapping.vector_type == "TEXTURE" else turn.inverted()
    mapping.inputs["Rotation"].default_value = given.to_euler("XYZ")


def _before(world: Any, socket: Any, kind: str, output: str) -> Any:
    """A new node that feeds a socket."""
    made = world.node_tree.nodes.new(kind)
    made.location = (socket.node.location.x + _STEP, socket.node.location.y)
    world.node_tree.links.new(made.outputs[output], socket)
    return made


def _refuse_foreign(world: Any, socket: Any, field: str) -> None:
    if socket.is_linked:
        other = socket.links[0].from_node.name
        raise NotSupportedError(f"a node of its own, `{other}`, feeds this of `{world.name}`", {"path": field})
