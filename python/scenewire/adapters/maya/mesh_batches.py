"""Operations on the elements of meshes as batches: one edit per item. What the items name is looked up here, and what
changed is told here, alike for all of them."""

from __future__ import annotations

from collections.abc import Callable

from scenewire.adapters.contract import Json
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.components import ELEMENTS, Edit, Mesh, mesh_now
from scenewire.adapters.mesh_elements import Chosen
from scenewire.errors import HandlerError

#: Changes a mesh as the item says, and of what the item names.
Work = Callable[[Mesh, Item, Chosen], None]


def each_edited(items: list[Item], work: Work, may_change_nothing: bool = False) -> Json:
    """One edit per item: a later item may name what an earlier one made, by number, and ids from before go on. Maya
    passes over what it cannot do; here that is an error, never a success that did nothing."""
    results = []
    for item in items:
        node, chosen = ELEMENTS.named_of(item)
        before = mesh_now(node).revision
        with Edit(node) as edit:
            work(mesh_now(node), item, chosen)
        if mesh_now(node).revision == before and not may_change_nothing:
            raise HandlerError(
                f"Maya changed nothing of `{node.name}`: what was named does not fit the operation",
                {"mesh": node.name},
            )
        results.append(ELEMENTS.changed(node, edit.new))
    return {"items": results}
