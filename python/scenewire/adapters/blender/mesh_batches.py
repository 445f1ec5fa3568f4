"""Operations on the elements of meshes as batches: one edit per item. What the items name is looked up here, and what
changed is told here, alike for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.blender.components import (
    KINDS,
    Component,
    Edit,
    component_id,
    elements,
    find_component,
    mesh_node,
    same_mesh,
    topology,
)
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.nodes import guard_nodes, node_id
from scenewire.adapters.contract import Json
from scenewire.adapters.fields import Item
from scenewire.errors import HandlerError, InvalidParamsError

#: bmesh's elements by kind; without those that the item does not name.
Chosen = dict[str, list[Any]]
#: Changes the mesh under edit, as the item says, and of what the item names; what it gives is told besides.
Work = Callable[[Edit, Item, Chosen], "Item | None"]
#: New elements beyond these are told by their number only: nobody reads a million ids.
MOST_TOLD = 1_000
_IDS = {"vertex": "vertex_ids", "edge": "edge_ids", "face": "face_ids"}
_NUMBERS = {"vertex": "vertex_indices", "edge": "edge_indices", "face": "face_indices"}


def each_edited(items: list[Item], work: Work, may_change_nothing: bool = False) -> Json:
    """One edit per item: a later item may name what an earlier one made, by number, and ids from before go on. bmesh
    passes over what it cannot do; here that is an error, never a success that did nothing."""
    results = []
    for item in items:
        node, named = named_of(item)
        before = topology(node)
        results.append(_edited(node, item, named, work))
        if topology(node) == before and not may_change_nothing:
            raise HandlerError(
                f"Blender changed nothing of `{node.name}`: what was named does not fit the operation",
                {"mesh": node.name},
            )
    return {"items": results}


def named_of(item: Item) -> tuple[Any, dict[str, list[int]]]:
    """The mesh of an item, and by kind the numbers of the elements that it names by id or by number, in its order."""
    components = {
        kind: [find_component(kind, reference) for reference in item[field]]
        for kind, field in _IDS.items()
        if item.get(field) is not None
    }
    everything = [component for found in components.values() for component in found]
    node = _mesh_of(item, everything)
    same_mesh(node, everything)
    guard_nodes([node])
    named = {kind: [component.index for component in found] for kind, found in components.items()}
    for kind, field in _NUMBERS.items():
        if item.get(field) is not None:
            named[kind] = [*named.get(kind, ()), *_numbers(node, kind, field, item[field])]
    return node, named


def _mesh_of(item: Item, components: list[Component]) -> Any:
    if "mesh_id" in item:
        return mesh_node(item["mesh_id"])
    if components:
        return mesh_node(node_id(components[0].owner))
    field = next((field for field in _IDS.values() if field in item), "mesh_id")
    raise InvalidParamsError(
        "which mesh it is must be said: by `mesh_id`, or by an id of one of its elements",
        {"path": field, "expected": "one or more ids", "got": item.get(field)},
    )


def _numbers(node: Any, kind: str, field: str, given: Any) -> list[int]:
    numbers: list[int] = given.tolist()
    count = len(elements(node.data, kind))
    if numbers and not (min(numbers) >= 0 and max(numbers) < count):
        raise InvalidParamsError(
            f"`{node.name}` has {count} of these",
            {
                "path": field,
                "expected": f"0 to {count - 1}",
                "got": next(number for number in numbers if not 0 <= number < count),
            },
        )
    return numbers


def _edited(node: Any, item: Item, named: dict[str, list[int]], work: Work) -> Item:
    with Edit(node) as edit:
        chosen = {kind: [edit.every(kind)[number] for number in dict.fromkeys(found)] for kind, found in named.items()}
        told = work(edit, item, chosen) or {}
        alive = {kind: {hash(one) for one in edit.every(kind) if one.is_valid} for kind in KINDS}
        for kind, known in alive.items():
            edit.note(kind, [one for one in edit.sequence(kind) if hash(one) not in known])
    settle()
    noted = {name: ids_of(node, "edge", edit.numbers[name]) for name in told.pop("noted", ())}
    new = {f"new_{kind}_ids": ids_of(node, kind, edit.numbers[kind][:MOST_TOLD]) for kind in KINDS}
    return {**state_of(node), **new, **noted, **told}


def state_of(node: Any) -> Item:
    """Which mesh, its revision, and how many elements it has."""
    counts = {f"{kind}_count": len(elements(node.data, kind)) for kind in KINDS}
    return {"mesh_id": node_id(node), "revision": topology(node), **counts}


def ids_of(node: Any, kind: str, numbers: Iterable[int]) -> list[str]:
    """The ids of elements in the mesh as it is now."""
    return [component_id(Component(node, kind, number)) for number in numbers]
