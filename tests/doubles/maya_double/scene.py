"""The scene: nodes, names, connections and what is set of the whole. One object for the process.

Every change goes through `put` and `drop`, so that undo takes all of it back.
"""

from __future__ import annotations

import itertools
import re
import weakref
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from . import node_types
from .nodes import Key, Node, Plug
from .undo import History

if TYPE_CHECKING:
    from .components import Item

#: What a new scene is set to; linear in centimetres, angles in degrees, 24 frames a second.
SETTINGS: dict[str, Any] = {
    "time": 1 / 24,
    "linear": "cm",
    "angle": "deg",
    "time_unit": "film",
    "up": "y",
    "range": (1 / 24, 120 / 24),
    "animation_range": (1 / 24, 200 / 24),
    "namespace": "",
    "selection": (),
    "file": "",
    "modified": False,
    "file_type": "mayaAscii",
    "speed": 0.0,
    "by": 1.0,
    "loop": "continuous",
}


class Scene:
    """What the commands and the API work on."""

    def __init__(self) -> None:
        self.history = History()
        self.listeners: list[Callable[[str, Any], None]] = []
        self._numbers = itertools.count()
        self.clear()

    def clear(self) -> None:
        """An empty scene without even Maya's own nodes (`defaults.fill` makes these)."""
        self.nodes: dict[Node, int] = {}
        self.uuids: dict[str, Node] = {}
        self.names: dict[str, dict[Node, int]] = {}
        self.roots: dict[Node, int] = {}
        self.settings: dict[str, Any] = dict(SETTINGS)
        self.namespaces: dict[str, int] = {"": 0, "UI": 1, "shared": 2}
        self.info: dict[str, str] = {}
        #: By node what of it was reckoned; it goes with the node, once no step of undo has that.
        self.caches: weakref.WeakKeyDictionary[Node, dict[Key, Any]] = weakref.WeakKeyDictionary()
        self.history.flush()

    def put(self, holder: dict[Any, Any], key: Any, value: Any) -> None:
        """Sets one key of something that belongs to the scene."""
        self.history.put(holder, key, value)

    def drop(self, holder: dict[Any, Any], key: Any) -> None:
        """Takes one key away."""
        self.history.drop(holder, key)

    def tell(self, event: str, about: Any = None) -> None:
        """Says to whoever listens what happened."""
        for listener in list(self.listeners):
            listener(event, about)

    def touched(self) -> None:
        """The scene is not as it was saved."""
        if not self.settings["modified"]:
            self.settings["modified"] = True

    def get(self, name: str) -> Any:
        """A setting."""
        return self.settings[name]

    def set(self, name: str, value: Any) -> None:
        """Changes a setting."""
        self.put(self.settings, name, value)

    # Nodes

    def add(self, kind: str, name: str, parent: Node | None = None, identifier: str = "") -> Node:
        """A new node of exactly this name; under the world when it is of the DAG and has no parent."""
        node_types.check(kind)
        node = Node(kind, identifier)
        node.facts["name"] = name
        self.restore(node)
        if node.dag:
            self.attach(node, parent)
        self.tell("added", node)
        return node

    def restore(self, node: Node) -> None:
        """Puts a node into the tables of the scene."""
        self.put(self.nodes, node, next(self._numbers))
        self.put(self.uuids, node.uuid, node)
        self._named(node, node.name)

    def remove(self, node: Node) -> None:
        """Takes a node away with its connections; its children and parents are the caller's affair."""
        self.tell("removing", node)
        for key, source in list(node.inputs.items()):
            self.disconnect(source, Plug(node, *key))
        for key, targets in list(node.outputs.items()):
            for target in list(targets):
                self.disconnect(Plug(node, *key), target)
        for parent in list(node.parents):
            self.detach(node, parent)
        if any(node in item.path for item in self.selection()):
            self.set("selection", tuple(item for item in self.selection() if node not in item.path))
        self.drop(self.names[node.name], node)
        self.drop(self.uuids, node.uuid)
        self.drop(self.nodes, node)
        self.tell("removed", node)

    def rename(self, node: Node, name: str) -> None:
        """Gives a node another name, which must be free."""
        before = node.name
        self.drop(self.names[before], node)
        self.put(node.facts, "name", name)
        self._named(node, name)
        self.tell("renamed", (node, before))

    def _named(self, node: Node, name: str) -> None:
        # The inner dictionaries are made aside of undo: an empty one means nothing.
        self.put(self.names.setdefault(name, {}), node, 0)

    def attach(self, node: Node, parent: Node | None, order: int | None = None) -> None:
        """Makes a node of the DAG a child of a parent, or of the world."""
        number = next(self._numbers) if order is None else order
        self.put(node.parents, parent, number)
        self.put(self.roots if parent is None else parent.children, node, number)

    def detach(self, node: Node, parent: Node | None) -> None:
        """Takes a node of the DAG away from one of its parents."""
        self.drop(node.parents, parent)
        self.drop(self.roots if parent is None else parent.children, node)

    def ordered_roots(self) -> list[Node]:
        """What is directly below the world."""
        return sorted(self.roots, key=self.roots.__getitem__)

    def ordered(self) -> list[Node]:
        """All nodes in the order in which they were made."""
        return sorted(self.nodes, key=self.nodes.__getitem__)

    def of_type(self, kind: str) -> list[Node]:
        """All nodes of a type or of one that derives from it."""
        kinds = node_types.below(kind)
        return [node for node in self.ordered() if node.kind in kinds]

    def called(self, name: str) -> Node:
        """The one node of a name that Maya itself gave."""
        (node,) = self.names[name]
        return node

    def selection(self) -> tuple[Item, ...]:
        """What is selected, in the order of selecting."""
        found: tuple[Item, ...] = self.settings["selection"]
        return found

    def select(self, items: Iterable[Item]) -> None:
        """Makes this the selection, each once."""
        chosen = tuple(dict.fromkeys(items))
        if chosen != self.selection():
            self.set("selection", chosen)
            self.tell("selection")

    # Connections

    def connect(self, source: Plug, target: Plug) -> None:
        """Connects two plugs; what the target had is gone."""
        before = target.node.inputs.get(target.key)
        if before is not None:
            self.disconnect(before, target)
        self.put(target.node.inputs, target.key, source)
        self.put(source.node.outputs.setdefault(source.key, {}), target, next(self._numbers))
        self.tell("connected", (source, target))

    def disconnect(self, source: Plug, target: Plug) -> None:
        """Takes a connection away."""
        self.drop(target.node.inputs, target.key)
        self.drop(source.node.outputs.get(source.key, {}), target)
        self.tell("disconnected", (source, target))

    def source(self, target: Plug) -> Plug | None:
        """What a plug is connected from."""
        return target.node.inputs.get(target.key)

    def targets(self, source: Plug) -> list[Plug]:
        """What a plug is connected to, in the order of connecting."""
        found = source.node.outputs.get(source.key, {})
        return sorted(found, key=found.__getitem__)

    # Values

    def write(self, plug: Plug, value: Any) -> None:
        """Stores the value of a leaf, in internal units."""
        self.put(plug.node.values, plug.key, value)
        self.tell("changed", plug)

    def stored(self, plug: Plug) -> Any:
        """The stored value of a leaf, or its default."""
        found = plug.node.values.get(plug.key)
        return plug.spec.nothing() if found is None else found

    def indices(self, plug: Plug) -> list[int]:
        """The indices that elements of a multi have: those with a value or a connection in or below them."""
        names = {plug.attr, *below(plug)}
        depth = len(plug.index)
        keys: Iterator[Key] = itertools.chain(
            plug.node.values, plug.node.inputs, (key for key, to in plug.node.outputs.items() if to)
        )
        found = {k[1][depth] for k in keys if k[0] in names and len(k[1]) > depth and k[1][:depth] == plug.index}
        return sorted(found)

    def mark(self, plug: Plug, name: str) -> bool:
        """A mark of a plug: `locked`, `keyable`, `channel_box`."""
        held = plug.node.marks.get((plug.attr, plug.index, name))
        if held is not None:
            return held
        return name in ("keyable", "channel_box") and bool(getattr(plug.spec, name))

    def set_mark(self, plug: Plug, name: str, on: bool) -> None:
        """Sets a mark."""
        self.put(plug.node.marks, (plug.attr, plug.index, name), on)

    # Names

    def free_name(self, base: str, namespace: str | None = None, owner: Node | None = None) -> str:
        """A name that nobody but its owner has: the base itself when it is given without `#` and free, else with a
        number.
        """
        prefix = self.get("namespace") if namespace is None else namespace
        base = f"{prefix}:{base}" if prefix else base
        if "#" not in base and not self.names.get(base):
            return base
        stem = base.rstrip("#") if "#" in base else re.sub(r"\d+$", "", base)
        number = 1
        given = re.search(r"(\d+)$", base)
        if given:
            number = int(given.group(1)) + 1
        while any(node is not owner for node in self.names.get(f"{stem}{number}", {})):
            number += 1
        return f"{stem}{number}"


def below(plug: Plug) -> list[str]:
    """The long names of all attributes inside of one."""
    found = []
    for name in plug.spec.children:
        found += [name, *below(Plug(plug.node, name))]
    return found


#: The scene of this process.
scene = Scene()
