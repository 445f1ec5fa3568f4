"""What a node group takes and gives: `tree.inputs` and `tree.outputs` until 3.6, `tree.interface` from 4.0 on."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.blender import rna, versions
from scenewire.adapters.contract import Json
from scenewire.errors import InvalidParamsError, NotSupportedError

#: Ours to Blender's names of what a socket has, in the order of writing: the limits before what lies between them.
SETTINGS = {"min": "min_value", "max": "max_value", "default": "default_value", "description": "description"}


@dataclass(frozen=True)
class GroupSocket:
    """A socket of a node group, as the interface of the group has it."""

    it: Any
    #: `input` or `output`.
    direction: str
    #: `NodeSocketFloat`.
    idname: str

    @property
    def type(self) -> str:
        """`float`, `geometry`, `color`: Blender's own word."""
        return _socket_word(self.idname)

    def told(self) -> Json:
        """As it is listed."""
        there = {name: theirs for name, theirs in SETTINGS.items() if theirs in self.it.bl_rna.properties}
        return {
            "name": self.it.name,
            "identifier": self.it.identifier,
            "direction": self.direction,
            "type": self.type,
            **{name: rna.told(self.it, theirs) for name, theirs in there.items()},
        }


def group_sockets(tree: Any) -> list[GroupSocket]:
    """Its sockets, in the order in which Blender shows them."""
    if hasattr(tree, "interface"):
        items = [item for item in tree.interface.items_tree if item.item_type == "SOCKET"]
        return [GroupSocket(item, item.in_out.lower(), item.socket_type) for item in items]
    inputs = [GroupSocket(item, "input", item.bl_socket_idname) for item in tree.inputs]
    return inputs + [GroupSocket(item, "output", item.bl_socket_idname) for item in tree.outputs]


def _socket_word(kind: str) -> str:
    return kind[len("NodeSocket") :].lower() if kind.startswith("NodeSocket") else kind


def new_socket(tree: Any, name: str, kind: str, direction: str, path: str) -> Any:
    """Gives a node group one more socket; `kind` is Blender's word: float, geometry, color."""
    with _types_refused(tree, kind, path):
        if hasattr(tree, "interface"):
            return tree.interface.new_socket(name=name, in_out=direction.upper(), socket_type=_socket_type(kind))
        return (tree.inputs if direction == "input" else tree.outputs).new(_socket_type(kind), name)


def retype_socket(tree: Any, socket: GroupSocket, kind: str, path: str) -> None:
    """Lets another kind of thing go through a socket of a node group; Blender makes its description anew."""
    if not hasattr(tree, "interface"):
        raise NotSupportedError(
            f"Blender {versions.app_version()} does not let the type of a group's socket be changed",
            {"path": path, "got": kind},
            ["remove it and add another one"],
        )
    with _types_refused(tree, kind, path):
        socket.it.socket_type = _socket_type(kind)


def _socket_type(kind: str) -> str:
    """`NodeSocketFloat` for `float`; raises `ValueError` for what is none."""
    found = _socket_types().get(kind.lower())
    if found is None:
        raise ValueError(kind)
    return found


def _socket_types() -> dict[str, str]:
    import bpy

    return {_socket_word(one): one for one in dir(bpy.types) if one.startswith("NodeSocket")}


@contextlib.contextmanager
def _types_refused(tree: Any, kind: str, path: str) -> Iterator[None]:
    """What Blender says of a type that a group cannot have, in words that help."""
    try:
        yield
    except (TypeError, ValueError, RuntimeError) as error:
        raise InvalidParamsError(
            f"a {tree.bl_label.lower()} group has no sockets of the type `{kind}`",
            {"path": path, "expected": "float, int, bool, vector, color, string, geometry, object …", "got": kind},
            difflib.get_close_matches(kind.lower(), _socket_types(), n=3),
        ) from error


def remove_socket(tree: Any, socket: GroupSocket) -> None:
    """Takes a socket of a node group away, with the links at it."""
    if hasattr(tree, "interface"):
        tree.interface.remove(socket.it)
    else:
        (tree.inputs if socket.direction == "input" else tree.outputs).remove(socket.it)


def move_socket(tree: Any, socket: GroupSocket, index: int) -> None:
    """Puts a socket at this place among those of its direction, and of its panel where there are panels."""
    if not hasattr(tree, "interface"):
        side = tree.inputs if socket.direction == "input" else tree.outputs
        side.move(list(side).index(socket.it), index)
        return
    parent = socket.it.parent
    others = [
        other.it
        for other in group_sockets(tree)
        if other.direction == socket.direction and other.it.parent == parent and other.it != socket.it
    ]
    if others:
        # It goes before what stands now at the place that is given.
        place = others[index].position if index < len(others) else others[-1].position + 1
        tree.interface.move(socket.it, place)
