"""Which nodes this Blender has, by asking it: each type is made once in a graph that is thrown away, and its sockets
and properties are read there. Nothing of it is written down anywhere.
"""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterator
from typing import Any

from scenewire.adapters.blender import exchange, graph_versions, rna
from scenewire.adapters.blender.graphs import KINDS, Graph
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.errors import InvalidParamsError

#: What was read, by the kind of graph; add-ons bring types of their own.
_known: dict[str, tuple[frozenset[str], list[Json]]] = {}


def list_node_types(
    *, kind: str, job: Job, search: str | None = None, types: list[str] | None = None, limit: int = 20, offset: int = 0
) -> Json:
    """The types that fit all words, those whose label has them first; with sockets and properties."""
    everything = _types(kind)
    if types is not None:
        by_name = {one["type"]: one for one in everything}
        chosen = [by_name[_nearest_type(name, everything, f"types[{index}]")] for index, name in enumerate(types)]
    else:
        words = (search or "").lower().split()
        chosen = [one for one in everything if all(word in _searched(one) for word in words)]
        chosen.sort(key=lambda one: (not all(word in one["label"].lower() for word in words), one["label"]))
    return {"items": chosen[offset : offset + limit], "total": len(chosen)}


def _searched(one: Json) -> str:
    return f"{one['type']} {one['label']} {one['description']}".lower()


def checked_type(graph: Graph, name: str, path: str) -> str:
    """The type of a node as Blender calls it (or as the artist reads it), when such a node can be in this graph."""
    if graph.kind not in KINDS:
        return name
    return _nearest_type(name, _types(graph.kind), path)


def _nearest_type(name: str, everything: list[Json], path: str) -> str:
    if any(one["type"] == name for one in everything):
        return name
    labelled = [one["type"] for one in everything if one["label"].lower() == name.lower()]
    if len(labelled) == 1:
        return str(labelled[0])
    names = {spelt.lower(): one["type"] for one in everything for spelt in (one["type"], one["label"])}
    # What it is called comes behind the family: of `MeshCubo` also `GeometryNodeMeshCube` is near.
    names.update({one["type"].rpartition("Node")[2].lower(): one["type"] for one in everything})
    close = difflib.get_close_matches(name.rpartition("Node")[2].lower(), names, n=5)
    raise InvalidParamsError(
        f"this graph has no nodes of the type `{name}`",
        {"path": path, "expected": "a type that list_node_types gives", "got": name},
        labelled or list(dict.fromkeys(names[one] for one in close)),
    )


def _types(kind: str) -> list[Json]:
    names = frozenset(_candidates())
    known = _known.get(kind)
    if known is None or known[0] != names:
        exchange.refuse_while_busy()
        with _own_changes(), graph_versions.scratch_tree(KINDS[kind]) as tree:
            found = [told for name in sorted(names) if (told := _described(tree, name)) is not None]
        known = _known[kind] = (names, found)
    return known[1]


@contextlib.contextmanager
def _own_changes() -> Iterator[None]:
    """The graph that is thrown away is nobody's edit."""
    if UNDO.open:
        yield
        return
    with UNDO.own_changes_kept():
        yield


def _candidates() -> list[str]:
    import bpy

    found = []
    for name in dir(bpy.types):
        kind: Any = getattr(bpy.types, name)
        if isinstance(kind, type) and issubclass(kind, bpy.types.Node):
            node: Any = kind
            if node.is_registered_node_type():
                found.append(name)
    return found


#: Families whose word on a graph is not that of each of them: geometry nodes compute with the mathematics of shaders,
#: and frames, reroutes and the ends of groups (of no family) say of every graph that they do not fit. These are tried.
_AT_HOME_ELSEWHERE = ("NodeInternal", "ShaderNode", "FunctionNode", "GeometryNode")


def _described(tree: Any, name: str) -> Json | None:
    """A type with its sockets and properties; None when it cannot be in such a graph."""
    import bpy

    kind = getattr(bpy.types, name)
    if kind.__mro__[1].__name__ not in _AT_HOME_ELSEWHERE and not kind.poll(tree):
        return None
    try:
        node = tree.nodes.new(name)
    except RuntimeError:
        return None
    told = {
        "type": name,
        "label": node.bl_label,
        "description": kind.bl_rna.description,
        "inputs": [_socket(socket) for socket in node.inputs],
        "outputs": [_socket(socket) for socket in node.outputs],
        "properties": [_property(node, prop) for prop in own_properties(node)],
    }
    tree.nodes.remove(node)
    return told


def socket_type(socket: Any) -> str:
    """`float`, `color`, `geometry` …: Blender's own word, in lower case."""
    return {"VALUE": "float", "RGBA": "color"}.get(socket.type) or str(socket.type).lower()


def _socket(socket: Any) -> Json:
    one: Json = {"name": socket.name, "identifier": socket.identifier, "type": socket_type(socket)}
    if not socket.is_output and "default_value" in socket.bl_rna.properties:
        one["default"] = rna.told(socket, "default_value")
    if not socket.enabled:
        one["hidden_by_default"] = True
    return one


def own_properties(node: Any) -> list[str]:
    """What a type of node can be set to, besides what every node has."""
    import bpy

    shared = bpy.types.Node.bl_rna.properties
    return [
        prop.identifier
        for prop in node.bl_rna.properties
        if prop.identifier not in shared and prop.type != "COLLECTION" and not _only_read(node, prop)
    ]


def _only_read(node: Any, prop: Any) -> bool:
    from scenewire.adapters.blender import ramps

    return bool(prop.is_readonly) and not ramps.handles(getattr(node, prop.identifier))


def _property(node: Any, name: str) -> Json:
    prop = node.bl_rna.properties[name]
    return {"name": name, "type": prop.type.lower(), "expected": rna.expectation(prop), "description": prop.description}
