"""A node and a plug of it."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Iterator
from typing import Any, NamedTuple

from . import node_types
from .attributes import Attribute

Index = tuple[int, ...]
Key = tuple[str, Index]


class Node:
    """A node of the graph. Whoever changes one of its dictionaries does so through `History`."""

    def __init__(self, kind: str, identifier: str = "") -> None:
        self.kind = kind
        #: Whether it is a node of the DAG, and the attributes of its type.
        self.dag = node_types.derives(kind, "dagNode")
        self.typed = node_types.attributes(kind)
        #: `name` (with namespace, without a leading colon), `locked`, `reference`, `default` (Maya's own).
        self.facts: dict[str, Any] = {"name": "", "uuid": identifier or str(uuid.uuid4()).upper()}
        self.values: dict[Key, Any] = {}
        self.marks: dict[tuple[str, Index, str], bool] = {}
        self.added: dict[str, Attribute] = {}
        self.aliases: dict[str, Key] = {}
        self.inputs: dict[Key, Plug] = {}
        self.outputs: dict[Key, dict[Plug, int]] = {}
        #: Parents and children with the number that orders them; the world is the parent `None`.
        self.parents: dict[Node | None, int] = {}
        self.children: dict[Node, int] = {}

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"

    @property
    def name(self) -> str:
        """Its short name, with the namespace."""
        return str(self.facts["name"])

    @property
    def uuid(self) -> str:
        """What it keeps through every renaming."""
        return str(self.facts["uuid"])

    def isa(self, kind: str) -> bool:
        """Whether its type is that, or derives from it."""
        return node_types.derives(self.kind, kind)

    def spec(self, name: str) -> Attribute | None:
        """The attribute of a long name."""
        return self.typed.get(name) or self.added.get(name)

    def attribute(self, name: str) -> Attribute:
        """The attribute of a long name that is there."""
        found = self.spec(name)
        if found is None:
            raise LookupError(f"{self.kind} has no attribute {name}")
        return found

    def specs(self) -> Iterator[Attribute]:
        """All its attributes, the added ones last."""
        yield from self.typed.values()
        yield from self.added.values()

    def ordered_children(self) -> list[Node]:
        """Its children from the first to the last."""
        return sorted(self.children, key=self.children.__getitem__)

    def plug(self, attr: str, *index: int) -> Plug:
        """A plug by the long name of its attribute."""
        return Plug(self, attr, index)


class Plug(NamedTuple):
    """An attribute of a node, with an index for each multi on the way to it."""

    node: Node
    attr: str
    index: Index = ()

    @property
    def key(self) -> Key:
        """What it is called within its node."""
        return (self.attr, self.index)

    @property
    def spec(self) -> Attribute:
        """The attribute."""
        return self.node.attribute(self.attr)

    def chain(self) -> list[Attribute]:
        """The attribute and those that it is in, the outermost first."""
        found = [self.spec]
        while found[0].parent:
            found.insert(0, self.node.attribute(found[0].parent))
        return found

    @property
    def array(self) -> bool:
        """Whether it is a whole multi and not one of its elements."""
        return self.spec.multi and len(self.index) < sum(spec.multi for spec in self.chain())

    def children(self) -> list[Plug]:
        """The plugs of a compound's children."""
        return [Plug(self.node, name, self.index) for name in self.spec.children]

    def parent(self) -> Plug | None:
        """The plug that it is a child of."""
        if not self.spec.parent:
            return None
        multis = sum(spec.multi for spec in self.chain()[:-1]) if self.index else 0
        return Plug(self.node, self.spec.parent, self.index[:multis])

    def element(self, number: int) -> Plug:
        """One element of a multi."""
        return Plug(self.node, self.attr, (*self.index, number))

    def path(self, long: bool = False, short: bool = False) -> str:
        """Its name without the node: from the outermost multi on, or the whole way when `long`."""
        chain = self.chain()
        first = 0 if long else next((n for n, spec in enumerate(chain) if spec.multi), len(chain) - 1)
        text, used = [], sum(spec.multi for spec in chain[:first])
        for spec in chain[first:]:
            name = spec.short if short else spec.long
            if spec.multi and used < len(self.index):
                name += f"[{self.index[used]}]"
                used += 1
            text.append(name)
        return ".".join(text)

    def alias(self) -> str:
        """The alias that somebody gave it, or nothing."""
        return next((name for name, key in self.node.aliases.items() if key == self.key), "")


def copied(spec: Attribute) -> Attribute:
    """A copy that can be changed by itself."""
    return dataclasses.replace(spec, children=list(spec.children))
