"""The scene as a tree: whole levels first, as deep and as many as was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.nodes import find_node, node_id, node_type
from scenewire.adapters.contract import Json

#: Nodes that are shown when the caller does not say how many: some 5,000 tokens.
BUDGET = 200


def read_tree(scene: Any, root: str | None, depth: int | None, budget: int | None) -> Json:
    """What lies below `root`, or the whole scene. What is not shown is counted where it would stand."""
    below = _below(scene.objects[:])
    top = below.get(versions.session_uid(find_node(root)) if root else None, [])
    left = budget or BUDGET
    roots: list[Json] = []
    level: list[tuple[Json | None, list[Json], list[Any]]] = [(None, roots, top)]
    for _ in range(depth or 64):
        deeper: list[tuple[Json | None, list[Json], list[Any]]] = []
        for over, shown, nodes in level:
            nodes.sort(key=lambda node: node.name)
            for node in nodes[:left]:
                item: Json = {"id": node_id(node), "name": node.name, "type": node_type(node)}
                shown.append(item)
                children = below.get(versions.session_uid(node))
                if children:
                    deeper.append((item, [], children))
            left -= len(nodes[:left])
            if over is not None and shown:
                over["children"] = shown
            if over is not None and len(nodes) > len(shown):
                over["more"] = len(nodes) - len(shown)
        level = deeper
    for over, _, nodes in level:
        if over is not None:
            over["more"] = len(nodes)
    tree: Json = {"roots": roots, "shown": (budget or BUDGET) - left, "total": _count(top, below)}
    if len(top) > len(roots):
        tree["more"] = len(top) - len(roots)
    return tree


def _below(nodes: Iterable[Any]) -> dict[int | None, list[Any]]:
    """Children by the number of their parent; what has none in the scene stands under None."""
    nodes = list(nodes)
    here = set(versions.session_uids(nodes))
    below: dict[int | None, list[Any]] = {}
    for node in nodes:
        parent = node.parent
        uid = versions.session_uid(parent) if parent is not None else None
        below.setdefault(uid if uid in here else None, []).append(node)
    return below


def _count(nodes: list[Any], below: dict[int | None, list[Any]]) -> int:
    waiting, count = list(nodes), 0
    while waiting:
        count += 1
        waiting += below.get(versions.session_uid(waiting.pop()), [])
    return count
