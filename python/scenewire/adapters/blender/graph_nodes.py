"""The nodes of a graph: told with their sockets and properties, added, changed and removed. Every name and every choice
comes from the running Blender.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender import node_types, ramps, rna
from scenewire.adapters.blender.graphs import Graph, changeable, find_graph
from scenewire.adapters.blender.naming import PART_BYTES, checked_name
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.references import nearest
from scenewire.errors import AmbiguousNameError, ConflictError, InvalidParamsError, NotFoundError

#: How far right of the others a node goes that is given no place, in the editor's units.
_STEP = 220.0


def list_graph_nodes(
    *,
    graph_id: str,
    job: Job,
    nodes: list[str] | None = None,
    search: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Json:
    """The nodes of a graph, by name."""
    graph = find_graph(graph_id)
    chosen = [find_graph_node(graph, name) for name in nodes] if nodes is not None else list(graph.tree.nodes)
    if search:
        words = search.lower().split()
        chosen = [node for node in chosen if all(word in _searched(node) for word in words)]
    chosen.sort(key=lambda node: node.name)
    rest = [node for node in chosen if cursor is None or node.name > cursor]
    result: Json = {
        "graph_id": graph.id,
        "kind": graph.kind,
        "items": [told(node) for node in rest[:limit]],
        "total": len(chosen),
    }
    if len(rest) > limit:
        result["next_cursor"] = rest[limit - 1].name
    return result


def _searched(node: Any) -> str:
    return f"{node.name} {node.label} {node.bl_label} {node.bl_idname}".lower()


def find_graph_node(graph: Graph, name: str, path: str = "node") -> Any:
    """The node of this name."""
    node = graph.tree.nodes.get(name)
    if node is None:
        raise NotFoundError(
            f"`{graph.name}` has no node `{name}`",
            {"path": path, "got": name, "graph_id": graph.id},
            nearest(name, graph.tree.nodes.keys()),
        )
    return node


def told(node: Any) -> Json:
    """A node as it is listed; sockets that its settings hide are left out."""
    found: Json = {
        "node": node.name,
        "type": node.bl_idname,
        "label": node.label or node.bl_label,
        "location": [float(node.location[0]), float(node.location[1])],
        "muted": bool(node.mute),
        "frame": node.parent.name if node.parent is not None else None,
        "properties": {name: _property(node, name) for name in node_types.own_properties(node)},
        "inputs": [_socket(socket) for socket in node.inputs if usable(socket)],
        "outputs": [_socket(socket) for socket in node.outputs if usable(socket)],
    }
    return found


def _property(node: Any, name: str) -> Any:
    value = getattr(node, name)
    return ramps.told(value) if ramps.handles(value) else rna.told(node, name)


def usable(socket: Any) -> bool:
    """Whether a socket is there as the node is set now."""
    return bool(socket.enabled) and not getattr(socket, "is_unavailable", False) and socket.bl_idname != _VIRTUAL


#: The empty place at the end of a group's sockets, where the editor makes a new one.
_VIRTUAL = "NodeSocketVirtual"


def _socket(socket: Any) -> Json:
    one: Json = {"name": socket.name, "identifier": socket.identifier, "type": node_types.socket_type(socket)}
    one["linked"] = bool(socket.is_linked)
    if not socket.is_output and "default_value" in socket.bl_rna.properties and not socket.is_linked:
        one["value"] = rna.told(socket, "default_value")
    return one


def find_socket(node: Any, reference: str, output: bool, path: str) -> Any:
    """The socket of an identifier or of a name that is unique among those which are there."""
    sockets = [socket for socket in (node.outputs if output else node.inputs) if socket.bl_idname != _VIRTUAL]
    there = [socket for socket in sockets if usable(socket)]
    named = [socket for socket in there if socket.name == reference]
    if len(named) == 1:
        return named[0]
    exact = next((socket for socket in sockets if socket.identifier == reference), None)
    if exact is not None and usable(exact):
        return exact
    if len(named) > 1:
        candidates = [{"name": socket.name, "identifier": socket.identifier} for socket in named]
        raise AmbiguousNameError(
            f"`{node.name}` has {len(named)} {_way(output)}s called `{reference}`",
            {"path": path, "candidates": candidates},
            [socket.identifier for socket in named],
        )
    hidden = exact or next((socket for socket in sockets if socket.name == reference), None)
    if hidden is not None:
        raise ConflictError(
            f"the {_way(output)} `{reference}` of `{node.name}` is not there as the node is set now",
            {"path": path, "got": reference, "sockets": [socket.identifier for socket in there]},
            ["set the node's properties first (data_type, mode, operation …)"],
        )
    names = [name for socket in there for name in (socket.name, socket.identifier)]
    raise NotFoundError(
        f"`{node.name}` has no {_way(output)} `{reference}`",
        {"path": path, "got": reference, "sockets": sorted({socket.identifier for socket in there})},
        nearest(reference, names) or sorted({socket.name for socket in there})[:5],
    )


def _way(output: bool) -> str:
    return "output" if output else "input"


def add_graph_nodes(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Adds nodes; a later item may name an earlier one."""
    made = []
    for index, item in enumerate(items):
        graph = changeable(item["graph_id"])
        made.append((graph, _add(graph, item, f"items[{index}]")))
    return {"items": [{"graph_id": graph.id, **told(graph.tree.nodes[name])} for graph, name in made]}


def _add(graph: Graph, item: Json, path: str) -> str:
    tree = graph.tree
    place = item.get("location") or _free_place(tree)
    node = tree.nodes.new(node_types.checked_type(graph, item["type"], f"{path}.type"))
    node.select = False
    node.location = place
    _change(graph, node, item, path)
    if item.get("pair_with"):
        _pair(graph, node, item["pair_with"], path)
    return str(node.name)


def _free_place(tree: Any) -> list[float]:
    """Right of what is there."""
    if not len(tree.nodes):
        return [0.0, 0.0]
    right = max(tree.nodes, key=lambda node: node.location[0])
    return [right.location[0] + max(right.width, _STEP / 2) + _STEP / 4, right.location[1]]


def _pair(graph: Graph, node: Any, name: str, path: str) -> None:
    """The two ends of a zone know each other."""
    if not hasattr(node, "pair_with_output"):
        raise InvalidParamsError(f"`{node.bl_label}` is not the beginning of a zone", {"path": f"{path}.pair_with"})
    if not node.pair_with_output(find_graph_node(graph, name, f"{path}.pair_with")):
        raise InvalidParamsError(
            f"`{node.bl_label}` cannot be paired with `{name}`",
            {"path": f"{path}.pair_with", "expected": "the end of a zone of the same kind that has no beginning yet"},
        )


def set_node_properties(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Writes properties and the values of inputs."""
    plan = [(changeable(item["graph_id"]), item) for item in items]
    names = []
    for index, (graph, item) in enumerate(plan):
        node = find_graph_node(graph, item["node"], f"items[{index}].node")
        _change(graph, node, item, f"items[{index}]")
        if item.get("location") is not None:
            node.location = item["location"]
        names.append((graph, node.name))
    return {"items": [{"graph_id": graph.id, **told(graph.tree.nodes[name])} for graph, name in names]}


def _change(graph: Graph, node: Any, item: Json, path: str) -> None:
    if item.get("name") is not None:
        node.name = checked_name(item["name"], PART_BYTES)
    if item.get("label") is not None:
        node.label = item["label"]
    if item.get("muted") is not None:
        node.mute = item["muted"]
    if "frame" in item:
        _frame(graph, node, item["frame"], f"{path}.frame")
    # What a property chooses decides which inputs there are.
    for name, value in (item.get("properties") or {}).items():
        _set_property(node, name, value, f"{path}.properties.{name}")
    for name, value in (item.get("inputs") or {}).items():
        _set_input(node, name, value, f"{path}.inputs.{name}")


def _frame(graph: Graph, node: Any, name: str | None, path: str) -> None:
    frame = find_graph_node(graph, name, path) if name is not None else None
    if frame is not None and (frame.bl_idname != "NodeFrame" or frame == node):
        raise InvalidParamsError(f"`{name}` is no frame", {"path": path, "expected": "a node of the type NodeFrame"})
    node.parent = frame


def _set_property(node: Any, name: str, value: Any, path: str) -> None:
    owned = getattr(node, name, None) if name in node.bl_rna.properties else None
    if ramps.handles(owned):
        ramps.write(owned, value, path)
        return
    rna.assign(node, name, value, path)


def _set_input(node: Any, name: str, value: Any, path: str) -> None:
    socket = find_socket(node, name, False, path)
    if "default_value" not in socket.bl_rna.properties:
        raise InvalidParamsError(
            f"the input `{name}` of `{node.name}` has no value of its own: it is a {node_types.socket_type(socket)}",
            {"path": path, "expected": "an input that holds a value", "got": name},
            ["connect something to it"],
        )
    if socket.is_linked:
        raise ConflictError(
            f"the input `{name}` of `{node.name}` gets its value from a link", {"path": path}, ["disconnect it first"]
        )
    rna.assign(socket, "default_value", value, path)


def remove_graph_nodes(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Removes nodes and the links at them."""
    plan = []
    for index, item in enumerate(items):
        graph = changeable(item["graph_id"])
        plan.append((graph, [find_graph_node(graph, name, f"items[{index}].nodes") for name in item["nodes"]]))
    removed = []
    for graph, nodes in plan:
        names = list(dict.fromkeys(node.name for node in nodes))
        for name in names:
            if name in graph.tree.nodes:
                graph.tree.nodes.remove(graph.tree.nodes[name])
        left = len(graph.tree.links)
        removed.append({"graph_id": graph.id, "removed": names, "links_left": left})
    return {"items": removed}
