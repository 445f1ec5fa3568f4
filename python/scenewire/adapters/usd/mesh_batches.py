"""Operations on the elements of meshes as batches: one edit per item. What the items name is looked up here, and what
changed is told here, alike for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.contract import Json
from scenewire.adapters.fields import Item
from scenewire.adapters.usd.cages import cage_of
from scenewire.adapters.usd.components import Component, component_id, find_component, same_mesh
from scenewire.adapters.usd.handles import Handle, guard
from scenewire.adapters.usd.mesh_edits import Edit
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import find_typed, node_id
from scenewire.errors import HandlerError, InvalidParamsError

#: Numbers of elements by kind; without those that the item does not name.
Chosen = dict[str, list[int]]
#: Changes the mesh under edit, as the item says, and of what the item names.
Work = Callable[[Edit, Item, Chosen], None]
#: New elements beyond these are told by their number only: nobody reads a million ids.
MOST_TOLD = 1_000
KINDS = ("vertex", "edge", "face")
_IDS = {"vertex": "vertex_ids", "edge": "edge_ids", "face": "face_ids"}
_NUMBERS = {"vertex": "vertex_indices", "edge": "edge_indices", "face": "face_indices"}


def each_edited(items: list[Item], work: Work, may_change_nothing: bool = False) -> Json:
    """One edit per item: a later item may name what an earlier one made, by number, and ids from before go on."""
    results = []
    for item in items:
        owner, chosen = named_of(item)
        before = cage_of(owner)
        with Edit(owner) as edit:
            work(edit, item, {kind: list(dict.fromkeys(numbers)) for kind, numbers in chosen.items()})
        if cage_of(owner).topology == before.topology and not may_change_nothing:
            raise HandlerError(
                f"nothing of `{shown(owner.prim)}` is changed by that: what was named does not fit the operation",
                {"mesh": shown(owner.prim)},
            )
        results.append({**state_of(owner), **_new(edit)})
    return {"items": results}


def named_of(item: Item) -> tuple[Handle, Chosen]:
    """The mesh of an item, and by kind the numbers of the elements that it names by id or by number, in its order."""
    components = {
        kind: [find_component(kind, reference) for reference in item[field]]
        for kind, field in _IDS.items()
        if item.get(field) is not None
    }
    everything = [component for found in components.values() for component in found]
    owner = _mesh_of(item, everything)
    same_mesh(owner, everything)
    guard([owner])
    chosen = {kind: [component.index for component in found] for kind, found in components.items()}
    for kind, field in _NUMBERS.items():
        if item.get(field) is not None:
            chosen[kind] = [*chosen.get(kind, ()), *_numbers(owner, kind, field, item[field])]
    return owner, chosen


def _mesh_of(item: Item, components: list[Component]) -> Handle:
    if "mesh_id" in item:
        return find_typed(item["mesh_id"], "mesh")
    if components:
        return components[0].owner
    field = next((field for field in _IDS.values() if field in item), "mesh_id")
    raise InvalidParamsError(
        "which mesh it is must be said: by `mesh_id`, or by an id of one of its elements",
        {"path": field, "expected": "one or more ids", "got": item.get(field)},
    )


def _numbers(owner: Handle, kind: str, field: str, given: Any) -> list[int]:
    numbers: list[int] = given.tolist()
    count = cage_of(owner).count(kind)
    wrong = next((number for number in numbers if not 0 <= number < count), None)
    if wrong is not None:
        raise InvalidParamsError(
            f"`{shown(owner.prim)}` has {count} of these",
            {"path": field, "expected": f"0 to {count - 1}", "got": wrong},
        )
    return numbers


def _new(edit: Edit) -> Item:
    """The ids of what was not there before."""
    now, before = cage_of(edit.owner), edit.before
    there = {frozenset(map(edit.after.get, pair)) for pair in before.edges}
    new = {
        "vertex": sorted(number for at, number in edit.after.items() if at >= before.vertex_count),
        "edge": [at for at, pair in enumerate(now.edges) if frozenset(pair) not in there],
        "face": sorted(edit.new_faces()),
    }
    return {f"new_{kind}_ids": ids_of(edit.owner, kind, new[kind][:MOST_TOLD]) for kind in KINDS}


def state_of(owner: Handle) -> Item:
    """Which mesh, its revision, and how many elements it has."""
    cage = cage_of(owner)
    counts = {f"{kind}_count": cage.count(kind) for kind in KINDS}
    return {"mesh_id": node_id(owner.prim), "revision": cage.topology, **counts}


def ids_of(owner: Handle, kind: str, numbers: Iterable[int]) -> list[str]:
    """The ids of elements in the mesh as it is now."""
    return [component_id(Component(owner, kind, number)) for number in numbers]
