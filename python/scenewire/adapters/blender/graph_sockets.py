"""Sockets of node groups added, changed and removed. Identifiers stay, and with them links and the values of nodes."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import rna
from scenewire.adapters.blender.graph_links import told as told_link
from scenewire.adapters.blender.graphs import Graph, changeable, every_graph
from scenewire.adapters.blender.group_sockets import (
    SETTINGS,
    GroupSocket,
    group_sockets,
    move_socket,
    new_socket,
    remove_socket,
    retype_socket,
)
from scenewire.adapters.blender.modifier_inputs import Input
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import blamed
from scenewire.adapters.references import nearest
from scenewire.errors import AmbiguousNameError, InvalidParamsError, NotFoundError

#: What an action cannot do without, and what it takes.
_NEEDED = {"add": ("name", "type", "direction"), "set": ("socket",), "remove": ("socket",)}
_TAKEN = {"add": {"name", "type", "direction", "index", *SETTINGS}, "remove": {"socket", "direction"}}
_TAKEN["set"] = {*_TAKEN["add"], "socket"}


def edit_graph_sockets(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Adds, changes and removes sockets of groups; a later item may name what an earlier one made."""
    edited = []
    for index, item in enumerate(items):
        with blamed(index):
            edited.append(_edit(item, f"items[{index}]"))
    return {"items": edited}


def _edit(item: Json, path: str) -> Json:
    _refuse_idle(item, path)
    graph = changeable(item["graph_id"])
    if graph.owner != "group":
        raise InvalidParamsError(
            f"`{graph.name}` is no node group: nothing goes in or out of the graph of a {graph.owner}",
            {"path": f"{path}.graph_id", "expected": "a node group", "got": item["graph_id"]},
            ["list_graphs"],
        )
    before = [told_link(link) for link in graph.tree.links]
    identifier = _ACTIONS[item["action"]](graph, item, path)
    left = [told_link(link) for link in graph.tree.links]
    return {
        "graph_id": graph.id,
        "identifier": identifier,
        "sockets": [socket.told() for socket in group_sockets(graph.tree)],
        "removed_links": [link for link in before if link not in left],
    }


def _refuse_idle(item: Json, path: str) -> None:
    action = item["action"]
    for name in sorted(item.keys() - {"graph_id", "action"} - _TAKEN[action]):
        raise InvalidParamsError(f"{action} takes no `{name}`", {"path": f"{path}.{name}", "expected": "nothing"})
    for name in _NEEDED[action]:
        if name not in item:
            raise InvalidParamsError(f"{action} needs `{name}`", {"path": f"{path}.{name}", "expected": f"a {name}"})


def _add(graph: Graph, item: Json, path: str) -> str:
    name = checked_name(item["name"], PART_BYTES)
    made = new_socket(graph.tree, name, item["type"], item["direction"], f"{path}.type")
    identifier = str(made.identifier)
    _write(graph, identifier, item, path)
    if "default" in item and item["direction"] == "input":
        _hand_out(graph, identifier, item["default"], f"{path}.default")
    return identifier


def _hand_out(graph: Graph, identifier: str, value: Any, path: str) -> None:
    """Gives those who have the group the value of its new input; they got that of a socket without a default."""
    import bpy

    socket = find_group_socket(graph, identifier, "input", path)
    for node in bpy.data.objects:
        for modifier in node.modifiers:
            if node.library is None and modifier.type == "NODES" and modifier.node_group == graph.tree:
                Input(modifier, socket).set_value(value, path)
                node.update_tag()
    for other in every_graph():
        for user in other.tree.nodes:
            if getattr(user, "node_tree", None) == graph.tree:
                given = next(one for one in user.inputs if one.identifier == identifier)
                given.default_value = socket.it.default_value


def _set(graph: Graph, item: Json, path: str) -> str:
    socket = find_group_socket(graph, item["socket"], item.get("direction"), f"{path}.socket")
    identifier = str(socket.it.identifier)
    if item.get("name") is not None:
        socket.it.name = checked_name(item["name"], PART_BYTES)
    if item.get("type") not in (None, socket.type):
        retype_socket(graph.tree, socket, item["type"], f"{path}.type")
    _write(graph, identifier, item, path)
    return identifier


def _write(graph: Graph, identifier: str, item: Json, path: str) -> None:
    # Looked up again: another type is another thing in memory.
    socket = find_group_socket(graph, identifier, None, path)
    for name, theirs in SETTINGS.items():
        if name not in item:
            continue
        if theirs not in socket.it.bl_rna.properties:
            raise InvalidParamsError(
                f"a socket of the type {socket.type} has no {name}",
                {"path": f"{path}.{name}", "expected": "nothing", "got": item[name]},
            )
        rna.assign(socket.it, theirs, item[name], f"{path}.{name}")
    if item.get("index") is not None:
        _move(graph, socket, item["index"], f"{path}.index")


def _move(graph: Graph, socket: GroupSocket, index: int, path: str) -> None:
    count = sum(other.direction == socket.direction for other in group_sockets(graph.tree))
    if index >= count:
        raise InvalidParamsError(
            f"`{graph.name}` has {count} {socket.direction}s",
            {"path": path, "expected": f"0 to {count - 1}", "got": index},
        )
    move_socket(graph.tree, socket, index)


def _remove(graph: Graph, item: Json, path: str) -> str:
    socket = find_group_socket(graph, item["socket"], item.get("direction"), f"{path}.socket")
    identifier = str(socket.it.identifier)
    remove_socket(graph.tree, socket)
    return identifier


_ACTIONS = {"add": _add, "set": _set, "remove": _remove}


def find_group_socket(graph: Graph, reference: str, direction: str | None, path: str) -> GroupSocket:
    """The socket of an identifier or unique name."""
    sockets = [one for one in group_sockets(graph.tree) if direction in (None, one.direction)]
    found = [one for one in sockets if one.it.identifier == reference]
    found = found or [one for one in sockets if one.it.name == reference]
    if len(found) > 1:
        raise AmbiguousNameError(
            f"`{graph.name}` has {len(found)} sockets called `{reference}`",
            {"path": path, "candidates": [one.told() for one in found]},
            [str(one.it.identifier) for one in found],
        )
    if not found:
        names = [one.it.name for one in sockets]
        raise NotFoundError(
            f"`{graph.name}` has no {direction or 'socket'} `{reference}`",
            {"path": path, "got": reference, "sockets": names},
            nearest(reference, names) or names[:5],
        )
    return found[0]
