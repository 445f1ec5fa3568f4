"""Links between the nodes of a graph. One that Blender would draw red is not made: it would do nothing, silently."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.graph_nodes import find_graph_node, find_socket
from scenewire.adapters.blender.graphs import Graph, changeable, find_graph
from scenewire.adapters.blender.node_types import socket_type
from scenewire.adapters.contract import Job, Json
from scenewire.errors import InvalidParamsError, NotFoundError


def list_connections(*, graph_id: str, job: Job, node: str | None = None) -> Json:
    """The links of a graph, or those at one node."""
    graph = find_graph(graph_id)
    if node is not None:
        find_graph_node(graph, node)
    links = [link for link in graph.tree.links if node is None or node in (link.from_node.name, link.to_node.name)]
    return {"graph_id": graph.id, "items": [told(link) for link in links]}


def told(link: Any) -> Json:
    """A link as it is listed; sockets by their identifiers, which are unique in a node."""
    return {
        "from_node": link.from_node.name,
        "from_socket": link.from_socket.identifier,
        "to_node": link.to_node.name,
        "to_socket": link.to_socket.identifier,
        "valid": bool(link.is_valid),
        "muted": bool(link.is_muted),
    }


def connect(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Links outputs to inputs; an input that had a link loses it, and that is told."""
    plan = [(changeable(item["graph_id"]), item) for item in items]
    return {"items": [_connect(graph, item, f"items[{index}]") for index, (graph, item) in enumerate(plan)]}


def _connect(graph: Graph, item: Json, path: str) -> Json:
    tree = graph.tree
    start = find_graph_node(graph, item["from_node"], f"{path}.from_node")
    end = find_graph_node(graph, item["to_node"], f"{path}.to_node")
    output = find_socket(start, item["from_socket"], True, f"{path}.from_socket")
    target = find_socket(end, item["to_socket"], False, f"{path}.to_socket")
    _refuse_loop(tree, start, end, path)
    wrong = {_key(link) for link in tree.links if not link.is_valid}
    before = [told(link) for link in target.links]
    link = tree.links.new(output, target)
    if link is None:
        raise _refused(output, target, path, "Blender does not link these two")
    key = (start.name, output.identifier, end.name, target.identifier)
    broken = [_key(one) for one in tree.links if not one.is_valid and _key(one) not in wrong]
    if broken:
        why = "of what is in one the other can make nothing" if key in broken else "it would make another link invalid"
        raise _refused(output, target, path, why)
    made = next((one for one in tree.links if _key(one) == key), None)
    if made is None:
        raise _refused(output, target, path, "Blender did not keep the link")
    now = {_key(one) for one in tree.links}
    replaced = [one for one in before if (one["from_node"], one["from_socket"], end.name, target.identifier) not in now]
    return {"graph_id": graph.id, **told(made), "replaced": replaced}


def _key(link: Any) -> tuple[str, str, str, str]:
    return link.from_node.name, link.from_socket.identifier, link.to_node.name, link.to_socket.identifier


def _refused(output: Any, target: Any, path: str, why: str) -> InvalidParamsError:
    have, want = socket_type(output), socket_type(target)
    return InvalidParamsError(
        f"the {have} output `{output.name}` of `{output.node.name}` cannot go into the {want} input `{target.name}` of "
        f"`{target.node.name}`: {why}",
        {"path": f"{path}.to_socket", "expected": f"an input that takes {have}", "got": want},
        [f"{target.node.name}: {one.name}" for one in target.node.inputs if one.enabled and one.type == output.type][
            :5
        ],
    )


def _refuse_loop(tree: Any, start: Any, end: Any, path: str) -> None:
    """Blender 4.2 even takes a node's link to itself for a good one."""
    following: dict[str, list[str]] = {}
    for link in tree.links:
        following.setdefault(link.from_node.name, []).append(link.to_node.name)
    came = {end.name: ""}
    waiting = [end.name]
    while waiting:
        name = waiting.pop()
        if name == start.name:
            raise InvalidParamsError(
                f"that would be a loop: {' > '.join(_way_back(came, name))} > {end.name}",
                {"path": f"{path}.to_node", "expected": "a node that does not lead to `from_node`", "got": end.name},
            )
        for other in following.get(name, ()):
            if other not in came:
                came[other] = name
                waiting.append(other)


def _way_back(came: dict[str, str], name: str) -> list[str]:
    way = [name]
    while came[way[-1]]:
        way.append(came[way[-1]])
    return way[::-1]


def disconnect(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Takes links away: those that fit all that an item names."""
    plan = [(changeable(item["graph_id"]), item) for item in items]
    return {"items": [_disconnect(graph, item, f"items[{index}]") for index, (graph, item) in enumerate(plan)]}


def _disconnect(graph: Graph, item: Json, path: str) -> Json:
    ends: Json = {name: item[name] for name in ("from_node", "from_socket", "to_node", "to_socket") if name in item}
    if "from_node" not in ends and "to_node" not in ends:
        raise InvalidParamsError("say at which node", {"path": path, "expected": "`from_node` or `to_node`"})
    for side in ("from", "to"):
        if f"{side}_socket" in ends and f"{side}_node" not in ends:
            raise InvalidParamsError(
                f"a socket is one of a node: give `{side}_node` too", {"path": f"{path}.{side}_socket"}
            )
        if f"{side}_node" in ends:
            node = find_graph_node(graph, ends[f"{side}_node"], f"{path}.{side}_node")
            if f"{side}_socket" in ends:
                socket = find_socket(node, ends[f"{side}_socket"], side == "from", f"{path}.{side}_socket")
                ends[f"{side}_socket"] = socket.identifier
    fitting = [link for link in graph.tree.links if all(told(link)[name] == value for name, value in ends.items())]
    if not fitting:
        raise NotFoundError(f"`{graph.name}` has no such link", {"path": path, "got": ends})
    removed = [told(link) for link in fitting]
    for link in fitting:
        graph.tree.links.remove(link)
    return {"graph_id": graph.id, "removed": removed}
