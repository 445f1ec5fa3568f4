"""Operations on the elements of meshes as batches: one edit per item. What the items name is looked up here, and what
changed is told here, alike for all of them."""

from __future__ import annotations

from collections.abc import Callable

from scenewire.adapters.contract import Json
from scenewire.adapters.fields import Item
from scenewire.adapters.mesh_elements import Chosen
from scenewire.adapters.usd.cages import cage_of
from scenewire.adapters.usd.components import ELEMENTS
from scenewire.adapters.usd.mesh_edits import Edit
from scenewire.adapters.usd.naming import shown
from scenewire.errors import HandlerError

#: Changes the mesh under edit, as the item says, and of what the item names.
Work = Callable[[Edit, Item, Chosen], None]


def each_edited(items: list[Item], work: Work, may_change_nothing: bool = False) -> Json:
    """One edit per item: a later item may name what an earlier one made, by number, and ids from before go on."""
    results = []
    for item in items:
        owner, chosen = ELEMENTS.named_of(item)
        before = cage_of(owner)
        with Edit(owner) as edit:
            work(edit, item, chosen)
        if cage_of(owner).topology == before.topology and not may_change_nothing:
            raise HandlerError(
                f"nothing of `{shown(owner.prim)}` is changed by that: what was named does not fit the operation",
                {"mesh": shown(owner.prim)},
            )
        results.append(ELEMENTS.changed(owner, _new(edit)))
    return {"items": results}


def _new(edit: Edit) -> dict[str, list[int]]:
    """The numbers of what was not there before."""
    now, before = cage_of(edit.owner), edit.before
    there = {frozenset(map(edit.after.get, pair)) for pair in before.edges}
    return {
        "vertex": sorted(number for at, number in edit.after.items() if at >= before.vertex_count),
        "edge": [at for at, pair in enumerate(now.edges) if frozenset(pair) not in there],
        "face": sorted(edit.new_faces()),
    }
