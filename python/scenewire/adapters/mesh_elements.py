"""Vertices, edges and faces of meshes: which of them an operation means, and what is told of a mesh that it changed.
Alike in all hosts; how each of them reads its meshes is said once, by its `Elements`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError, NotFoundError, StaleIdError

PLURALS = {"vertex": "vertices", "edge": "edges", "face": "faces"}
KINDS = tuple(PLURALS)
#: The numbers of elements by kind, each once; without those that an item does not name.
Chosen = dict[str, list[int]]
#: New elements beyond these are told by their number only: nobody reads a million ids.
_MOST_TOLD = 1_000
_NAME = re.compile(r"(.+)/(vertex|edge|face)/(\d+)")


class Element(Protocol):
    """One of a mesh, by the mesh and its number; for the length of a call."""

    owner: Any
    index: int

    @property
    def name(self) -> str:
        """`Cube/vertex/3`."""
        ...


Node = TypeVar("Node")
One = TypeVar("One", bound=Element)


@dataclass(frozen=True)
class Elements(Generic[Node, One]):
    """How one host reads its meshes."""

    #: The mesh of an id or name.
    node: Callable[[str], Node]
    #: All meshes of the scene.
    meshes: Callable[[], Iterable[Node]]
    #: Where meshes stand in a list, which nothing changes.
    places: Callable[[list[Node]], Sequence[int]]
    #: Refuses meshes that cannot be changed now.
    guard: Callable[[list[Node]], None]
    name: Callable[[Node], str]
    node_id: Callable[[Node], str]
    #: What is another one when its elements are joined otherwise.
    revision: Callable[[Node], str]
    #: How many elements of a kind it has.
    count: Callable[[Node, str], int]
    #: The element of a mesh, of a kind, with this number.
    one: Callable[[Node, str, int], One]
    #: The mesh of an id, its kind, and the number it has now: -1 when it is gone, None when that cannot be told. Takes
    #: the kind that is looked for; None for what is no such id.
    followed: Callable[[str, str], tuple[Node, str, int | None] | None]
    #: Its id in the mesh as it is now.
    id: Callable[[One], str]

    def find(self, kind: str, reference: str) -> One:
        """The element of an id, or of `mesh/vertex/3`."""
        named = _NAME.fullmatch(reference)
        if named is not None:
            return self._numbered(kind, reference, self.node(named[1]), named[2], int(named[3]))
        followed = self.followed(kind, reference)
        if followed is None:
            raise NotFoundError(
                f"no {kind} has the id `{reference}`", {"id": reference}, [f"an id, or the number: `mesh/{kind}/0`"]
            )
        node, theirs, index = followed
        if index is None:
            name = self.name(node)
            raise StaleIdError(
                f"the vertices, edges or faces of `{name}` have changed since `{reference}` was read",
                {"id": reference, "mesh": name, "revision": self.revision(node)},
                [f"list them again, of `{name}`"],
            )
        if index < 0:
            raise NotFoundError(
                f"the {kind} `{reference}` of `{self.name(node)}` was deleted or replaced", {"id": reference}
            )
        return self._numbered(kind, reference, node, theirs, index)

    def _numbered(self, wanted: str, reference: str, node: Node, kind: str, index: int) -> One:
        if kind != wanted:
            raise InvalidParamsError(
                f"`{reference}` is a {kind}, not a {wanted}", {"id": reference, "expected": wanted}
            )
        count = self.count(node, kind)
        if index >= count:
            raise NotFoundError(
                f"`{self.name(node)}` has {count} of these, so no {kind} {index}",
                {"id": reference, "expected": f"0 to {count - 1}", "got": index},
            )
        return self.one(node, kind, index)

    def named_of(self, item: Item) -> tuple[Node, Chosen]:
        """The mesh of an item, which may be changed, and what the item names of it by id or by number, in its order."""
        node = self._mesh_of(item)
        chosen = {
            kind: self.numbers_in(node, kind, item[f"{kind}_ids"], f"{kind}_ids")
            for kind in KINDS
            if item.get(f"{kind}_ids") is not None
        }
        self.guard([node])
        for kind in KINDS:
            field = f"{kind}_indices"
            if item.get(field) is not None:
                chosen[kind] = [*chosen.get(kind, ()), *self._checked(node, kind, field, item[field].tolist())]
        return node, {kind: _once(numbers) for kind, numbers in chosen.items()}

    def _mesh_of(self, item: Item) -> Node:
        if "mesh_id" in item:
            return self.node(item["mesh_id"])
        named = [kind for kind in KINDS if f"{kind}_ids" in item]
        for kind in named:
            for reference in item[f"{kind}_ids"] or ():
                owner: Node = self.find(kind, reference).owner
                return owner
        field = f"{named[0]}_ids" if named else "mesh_id"
        raise InvalidParamsError(
            "which mesh it is must be said: by `mesh_id`, or by an id of one of its elements",
            {"path": field, "expected": "one or more ids", "got": item.get(field)},
        )

    def numbers_in(self, node: Node, kind: str, references: Iterable[str], path: str) -> list[int]:
        """The numbers of elements, named in the field at `path`. Raises when one is part of another mesh."""
        found = [self.find(kind, reference) for reference in references]
        for one in found:
            if one.owner != node:
                raise InvalidParamsError(
                    f"`{one.name}` is not part of `{self.name(node)}`", {"path": path, "got": one.name}
                )
        return [one.index for one in found]

    def _checked(self, node: Node, kind: str, field: str, numbers: list[int]) -> list[int]:
        count = self.count(node, kind)
        if numbers and not (min(numbers) >= 0 and max(numbers) < count):
            wrong = next(number for number in numbers if not 0 <= number < count)
            raise InvalidParamsError(
                f"`{self.name(node)}` has {count} of these, so no {kind} {wrong}",
                {"path": field, "expected": f"0 to {count - 1}", "got": wrong},
            )
        return numbers

    def changed(self, node: Node, new: Mapping[str, Sequence[int]]) -> Item:
        """What is told of a mesh with new elements: which, its revision, how many it has, ids of the first new ones."""
        counts = {f"{kind}_count": self.count(node, kind) for kind in KINDS}
        ids = {f"new_{kind}_ids": self.ids_of(node, kind, new[kind][:_MOST_TOLD]) for kind in KINDS}
        return {"mesh_id": self.node_id(node), "revision": self.revision(node), **counts, **ids}

    def ids_of(self, node: Node, kind: str, numbers: Iterable[int]) -> list[str]:
        """The ids of elements in the mesh as it is now."""
        return [self.id(self.one(node, kind, number)) for number in numbers]

    def creases_told(self, node: Node, weights: Mapping[int, float]) -> list[Item]:
        """The creases of a mesh, from 0 to 1, by its edges."""
        ids = self.ids_of(node, "edge", weights)
        return [{"edge_id": edge, "crease_weight": weight} for edge, weight in zip(ids, weights.values())]

    def creases_given(self, node: Node, creases: list[Item]) -> dict[int, float]:
        """The same, of those that were given."""
        edges = self.numbers_in(node, "edge", [one["edge_id"] for one in creases], "crease_edges.edge_id")
        return dict(zip(edges, (one["crease_weight"] for one in creases)))


def _once(numbers: list[int]) -> list[int]:
    """Of a million numbers a set is made in half the time that keeping their order takes, and they seldom repeat."""
    return numbers if len(set(numbers)) == len(numbers) else list(dict.fromkeys(numbers))
