"""Operations on the elements of meshes as batches: one edit per item. What the items name is looked up here, and what
changed is told here, alike for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender.components import ELEMENTS, Edit, topology
from scenewire.adapters.blender.context import settle
from scenewire.adapters.contract import Json
from scenewire.adapters.fields import Item
from scenewire.adapters.mesh_elements import KINDS
from scenewire.errors import HandlerError

#: bmesh's elements by kind; without those that the item does not name.
Chosen = dict[str, list[Any]]
#: Changes the mesh under edit, as the item says, and of what the item names; what it gives is told besides.
Work = Callable[[Edit, Item, Chosen], "Item | None"]


def each_edited(items: list[Item], work: Work, may_change_nothing: bool = False) -> Json:
    """One edit per item: a later item may name what an earlier one made, by number, and ids from before go on. bmesh
    passes over what it cannot do; here that is an error, never a success that did nothing."""
    results = []
    for item in items:
        node, named = ELEMENTS.named_of(item)
        before = topology(node)
        results.append(_edited(node, item, named, work))
        if topology(node) == before and not may_change_nothing:
            raise HandlerError(
                f"Blender changed nothing of `{node.name}`: what was named does not fit the operation",
                {"mesh": node.name},
            )
    return {"items": results}


def _edited(node: Any, item: Item, named: dict[str, list[int]], work: Work) -> Item:
    with Edit(node) as edit:
        chosen = {kind: [edit.every(kind)[number] for number in found] for kind, found in named.items()}
        told = work(edit, item, chosen) or {}
        alive = {kind: {hash(one) for one in edit.every(kind) if one.is_valid} for kind in KINDS}
        for kind, known in alive.items():
            edit.note(kind, [one for one in edit.sequence(kind) if hash(one) not in known])
    settle()
    noted = {name: ELEMENTS.ids_of(node, "edge", edit.numbers[name]) for name in told.pop("noted", ())}
    return {**ELEMENTS.changed(node, edit.numbers), **noted, **told}
