"""Copies of nodes. Source: `duplicate` in Autodesk's command reference."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import graph, names, sets, shapes
from .components import Item
from .evaluate import value
from .nodes import Node, Plug, copied
from .scene import scene

#: Geometry that a copy gets as its own in place of the history that made it.
OWN = {"mesh": ("inMesh", "outMesh", "cachedInMesh"), "nurbsCurve": ("create", "local", "cached"),
       "nurbsSurface": ("create", "local", "cached")}  # fmt: skip


def duplicate(
    nodes: Iterable[Node], *, name: str = "", rename_children: bool = False, parent_only: bool = False,
    upstream: bool = False, inputs: bool = False,
) -> list[list[Node]]:  # fmt: skip
    """For each node its copy with all below it; what is inside of another one of them is copied with that."""
    chosen = list(nodes)
    roots = [node for node in chosen if not any(other is not node and other in names.path(node) for other in chosen)]
    made = []
    for root in roots:
        pairs: dict[Node, Node] = {}
        parent = next(iter(root.parents), None) if root.dag else None
        copy(root, parent, name, pairs, rename_children, parent_only)
        if upstream:
            for node in history(list(pairs)):
                copy(node, None, "", pairs, False, True)
        reconnect(pairs, inputs)
        made.append(list(pairs.values()))
    return made


def copy(node: Node, parent: Node | None, name: str, pairs: dict[Node, Node], rename: bool, alone: bool) -> None:
    """One node, then its children."""
    bare = node.name.rpartition(":")[2]
    if name:
        wanted = graph.unique(name, None, parent, True)
    elif not pairs or rename or not node.dag:
        wanted = scene.free_name(bare if re.search(r"\d$", bare) else bare + "1", node.name.rpartition(":")[0])
    else:
        wanted = node.name
    if pairs and node.isa("shape") and not name:
        owner = pairs[next(iter(node.parents))]  # type: ignore[index]
        wanted = graph.unique(graph.shape_name(owner.name.rpartition(":")[2]), None, parent, True)
    twin = scene.add(node.kind, wanted, parent)
    pairs[node] = twin
    contents(node, twin)
    for child in node.ordered_children():
        hidden = bool(child.values.get(("intermediateObject", ())))
        if (child.isa("shape") and not hidden) or (not alone and not child.isa("shape") and not child.isa("constraint")):
            copy(child, twin, "", pairs, rename, alone)


def contents(node: Node, twin: Node) -> None:
    """Values, added attributes, marks, and geometry; membership of rendering sets."""
    for name, spec in node.added.items():
        scene.put(twin.added, name, copied(spec))
    for key, held in node.values.items():
        if (node.isa("animCurve") or not Plug(node, *key).array) and key[0] not in (
            "objectGrpCompList",
            "objectGroupId",
        ):
            scene.put(twin.values, key, held)
    for mark, on in node.marks.items():
        scene.put(twin.marks, mark, on)
    for alias, key in node.aliases.items():
        scene.put(twin.aliases, alias, key)
    for key in node.inputs:
        spec = node.attribute(key[0])
        if spec.numeric and spec.storable:
            scene.put(twin.values, key, value(Plug(node, *key)))
    if node.kind in OWN:
        _, given, kept = OWN[node.kind]
        scene.put(twin.values, (kept, ()), shapes.base(node) if node.kind == "mesh" else value(node.plug(given)))
        for group in [one for one in sets.holding(node) if one.kind == "shadingEngine"]:
            for member in sets.members(group):
                if member.node is node:
                    sets.add(group, Item(names.path(twin), None, member.component))


def history(nodes: list[Node]) -> list[Node]:
    """Everything upstream of nodes that is not of the DAG."""
    found: dict[Node, None] = {}
    waiting = list(nodes)
    while waiting:
        for source in waiting.pop().inputs.values():
            plain = not source.node.dag and not source.node.facts.get("default") and not source.node.isa("objectSet")
            if plain and source.node not in found:
                found[source.node] = None
                waiting.append(source.node)
    return list(found)


def reconnect(pairs: dict[Node, Node], inputs: bool) -> None:
    """Connections among what was copied; and those into it, where asked for."""
    for node, twin in pairs.items():
        for key, source in list(node.inputs.items()):
            if key[0] in ("objectGroupId", "drawOverride", "renderInfo"):
                continue
            if source.node in pairs:
                if not pairs[source.node].dag or node.dag:
                    scene.connect(source._replace(node=pairs[source.node]), Plug(twin, *key))
            elif inputs:
                scene.connect(source, Plug(twin, *key))
