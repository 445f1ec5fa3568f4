"""The scene as a whole, the same for every host: which of its fields are read, and what is told of its nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import ABSENT, Field, check_names

#: A scene may have a million nodes; a caller that wants more than these lists them page by page.
MOST_NODES = 500
#: Nodes of a tree that are shown when the caller does not say how many: some 5,000 tokens.
BUDGET = 200
#: Levels of a tree when he does not say how many.
_DEEPEST = 64

_TYPES = ("mesh", "camera", "light", "empty", "armature", "curve", "other")

#: What lies right below a node.
Children = Callable[[Any], Sequence[Any]]


@dataclass(frozen=True)
class Nodes:
    """The nodes of a host's scene, as it has them itself."""

    all: Callable[[], Any]
    id: Callable[[Any], str]
    name: Callable[[Any], str]
    type: Callable[[Any], str]
    #: The node that one is local to, or None.
    parent: Callable[[Any], Any]
    #: What lies right below a node, or of the scene in no other, and how to ask the same of each of those.
    tree: Callable[[str | None], tuple[Sequence[Any], Children]]

    def told(self, node: Any) -> Json:
        """One in few words."""
        return {"id": self.id(node), "name": self.name(node), "type": self.type(node)}

    def listed(self) -> list[Json]:
        """The first ones in few words, with their parents."""
        found = []
        for node in self.all()[:MOST_NODES]:
            parent = self.parent(node)
            found.append({**self.told(node), "parent_id": self.id(parent) if parent else None})
        return found

    def counts(self, materials: int) -> dict[str, int]:
        """How many nodes there are of each type; `materials` goes beside them."""
        counts, nodes = dict.fromkeys(_TYPES, 0), self.all()
        for node in nodes:
            counts[self.type(node)] += 1
        return {"nodes": len(nodes), **counts, "materials": materials}

    def read_tree(self, root: str | None, depth: int | None, budget: int | None) -> Json:
        """What lies below `root`, or the whole scene, whole levels first. What is not shown is counted where it would
        stand."""
        top, children = self.tree(root)
        left = budget or BUDGET
        tree: Json = {"roots": [], "shown": 0, "total": _count(top, children)}
        level: list[tuple[Json, str, Iterable[Any]]] = [(tree, "roots", top)]
        for _ in range(depth or _DEEPEST):
            deeper: list[tuple[Json, str, Iterable[Any]]] = []
            for holder, place, nodes in level:
                nodes = sorted(nodes, key=self.name)
                shown = [(self.told(node), children(node)) for node in nodes[:left]]
                left -= len(shown)
                if shown:
                    holder[place] = [item for item, _ in shown]
                if len(nodes) > len(shown):
                    holder["more"] = len(nodes) - len(shown)
                deeper += [(item, "children", below) for item, below in shown if below]
            level = deeper
        for holder, _, nodes in level:
            holder["more"] = len(list(nodes))
        tree["shown"] = (budget or BUDGET) - left
        return tree


def _count(nodes: Iterable[Any], children: Children) -> int:
    waiting, count = list(nodes), 0
    while waiting:
        count += 1
        waiting += children(waiting.pop())
    return count


@dataclass(frozen=True)
class Scene:
    """The scene of one host."""

    fields: Mapping[str, Field]
    nodes: Nodes
    #: What the fields are read from.
    current: Callable[[], Any]

    def get_scene(
        self,
        *,
        job: Job,
        fields: list[str] | None = None,
        root_id: str | None = None,
        depth: int | None = None,
        budget: int | None = None,
    ) -> Json:
        """The named fields, or all; the tree in place of the list of nodes when it is asked for."""
        scene = self.current()
        as_tree = not (root_id is None and depth is None and budget is None)
        names = [name for name in self.fields if not (as_tree and name == "nodes")]
        if fields is not None:
            names = check_names({**self.fields, "tree": self.fields["nodes"]}, fields)
        read = {name: self.fields[name].read(scene, job) for name in names if name != "tree"}
        if as_tree or "tree" in names:
            read["tree"] = self.nodes.read_tree(root_id, depth, budget)
        return {name: value for name, value in read.items() if value is not ABSENT}
