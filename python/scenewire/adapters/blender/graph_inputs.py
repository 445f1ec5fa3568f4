"""What nodes give to the inputs of their geometry nodes: each node its own values to a group that others share."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.graphs import graph_id
from scenewire.adapters.blender.group_sockets import GroupSocket, group_sockets
from scenewire.adapters.blender.modifier_inputs import Input, keep_output, output_attribute
from scenewire.adapters.blender.nodes import find_node, guard_nodes, node_id
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import blamed
from scenewire.adapters.references import nearest
from scenewire.errors import AmbiguousNameError, InvalidParamsError, NotFoundError


def get_graph_inputs(*, items: list[Json], job: Job) -> Json:
    """Inputs and outputs by name, with the values that nodes give."""
    return {"items": [_told(*_modifier_of(item)) for item in items]}


def set_graph_inputs(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Gives values to inputs, and names to outputs that are kept as attributes."""
    plan = [_modifier_of(item) for item in items]
    guard_nodes([node for node, _ in plan])
    for index, ((node, modifier), item) in enumerate(zip(plan, items)):
        with blamed(index):
            if not item.get("inputs") and not item.get("outputs"):
                raise InvalidParamsError(
                    "nothing to set was given", {"path": "inputs", "expected": "inputs or outputs"}
                )
            _give(modifier, item.get("inputs") or {}, f"items[{index}].inputs")
            _keep(modifier, item.get("outputs") or {}, f"items[{index}].outputs")
            # What was written into a modifier like a custom property tells nobody of itself.
            node.update_tag()
    settle()
    return {"items": [_told(node, modifier) for node, modifier in plan]}


def _modifier_of(item: Json) -> tuple[Any, Any]:
    """The node and its modifier with geometry nodes: the named one, or the only one."""
    node = find_node(item["node_id"])
    found = [one for one in node.modifiers if one.type == "NODES" and one.node_group is not None]
    name = item.get("modifier")
    chosen = [one for one in found if name in (None, one.name)]
    names = [one.name for one in found]
    if len(chosen) > 1:
        raise AmbiguousNameError(
            f"`{node.name}` has {len(chosen)} modifiers with geometry nodes",
            {"path": "modifier", "candidates": [{"modifier": one.name, "graph": one.node_group.name} for one in found]},
            names,
        )
    if not chosen:
        what = f"no geometry nodes `{name}`" if name else "no geometry nodes"
        raise NotFoundError(
            f"`{node.name}` has {what}",
            {"path": "modifier" if name else "node_id", "got": name or node.name},
            names or ["make some with create_graphs (`for_id`)"],
        )
    return node, chosen[0]


def _give(modifier: Any, values: Json, path: str) -> None:
    for name, value in values.items():
        socket = _socket(modifier, name, "input", path)
        given = Input(modifier, socket)
        if not given.has_value():
            raise InvalidParamsError(
                f"a node gives no value to the input `{name}`: it is a {socket.type}",
                {"path": f"{path}.{name}", "expected": "an input that holds a value", "got": name},
            )
        if isinstance(value, dict) and set(value) == {"attribute"} and isinstance(value["attribute"], str):
            given.set_attribute(value["attribute"], f"{path}.{name}")
        else:
            given.set_value(value, f"{path}.{name}")


def _keep(modifier: Any, names: Json, path: str) -> None:
    for name, attribute in names.items():
        socket = _socket(modifier, name, "output", path)
        if output_attribute(modifier, socket) is None or not isinstance(attribute, str):
            raise InvalidParamsError(
                f"the output `{name}` cannot be kept as {attribute!r}: it is a {socket.type}",
                {"path": f"{path}.{name}", "expected": "the name of an attribute, for an output of numbers"},
            )
        keep_output(modifier, socket, attribute)


def _socket(modifier: Any, reference: str, direction: str, path: str) -> GroupSocket:
    """The socket of a unique name, as the artist reads it, or of an identifier."""
    sockets = [one for one in group_sockets(modifier.node_group) if one.direction == direction]
    named = [one for one in sockets if one.it.name == reference]
    exact = [one for one in sockets if one.it.identifier == reference]
    if len(named) == 1 or exact:
        return named[0] if len(named) == 1 else exact[0]
    if named:
        raise AmbiguousNameError(
            f"`{modifier.node_group.name}` has {len(named)} {direction}s called `{reference}`",
            {"path": path, "candidates": [one.told() for one in named]},
            [str(one.it.identifier) for one in named],
        )
    names = [str(one.it.name) for one in sockets]
    raise NotFoundError(
        f"`{modifier.node_group.name}` has no {direction} `{reference}`",
        {"path": path, "got": reference, f"{direction}s": names},
        nearest(reference, names) or names[:5],
    )


def _told(node: Any, modifier: Any) -> Json:
    sockets = group_sockets(modifier.node_group)
    return {
        "node_id": node_id(node),
        "modifier": modifier.name,
        "graph_id": graph_id(modifier.node_group),
        "inputs": [_told_input(modifier, one) for one in sockets if one.direction == "input"],
        "outputs": [_told_output(modifier, one) for one in sockets if one.direction == "output"],
    }


def _told_input(modifier: Any, socket: GroupSocket) -> Json:
    told, given = socket.told(), Input(modifier, socket)
    if given.has_value():
        told["value"], told["attribute"] = given.value(), given.attribute()
    return told


def _told_output(modifier: Any, socket: GroupSocket) -> Json:
    attribute = output_attribute(modifier, socket)
    return socket.told() if attribute is None else {**socket.told(), "attribute": attribute or None}
