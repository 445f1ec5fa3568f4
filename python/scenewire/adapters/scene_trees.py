"""The tree of a scene as `get_scene` tells it, the same for every host."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.contract import Json

#: Nodes that are shown when the caller does not say how many.
_BUDGET = 200
#: Levels that are looked at when the caller does not say how many.
_DEEPEST = 64


def tree(
    top: list[Any],
    children: Callable[[Any], list[Any]],
    told: Callable[[Any], Json],
    depth: int | None,
    budget: int | None,
) -> Json:
    """What lies below nodes, whole levels first, by name. What is not shown is counted where it would be. ``told``
    gives `id`, `name` and `type`."""
    found: Json = {"roots": [], "shown": 0, "total": 0}
    level: list[tuple[Json | None, list[Json], list[Any]]] = [(None, found["roots"], top)]
    deepest, most, total = depth or _DEEPEST, budget or _BUDGET, 0
    while level:
        deeper: list[tuple[Json | None, list[Json], list[Any]]] = []
        for over, items, nodes in level:
            total += len(nodes)
            pairs = sorted(((told(node), node) for node in nodes), key=lambda pair: str(pair[0]["name"]))
            room = max(0, most - found["shown"]) if deepest > 0 else 0
            for item, node in pairs[:room]:
                items.append(item)
                deeper.append((item, [], children(node)))
            deeper += [(None, [], children(node)) for _, node in pairs[room:]]
            found["shown"] += len(pairs[:room])
            holder = found if items is found["roots"] else over
            if holder is not None and items and holder is not found:
                holder["children"] = items
            if holder is not None and len(nodes) > room:
                holder["more"] = len(nodes) - room
        level = [entry for entry in deeper if entry[2]]
        deepest -= 1
    found["total"] = total
    return found
