"""Operations on the elements of meshes as batches: one edit per item. What the items name is looked up here, and what
changed is told here, alike for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.contract import Json
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.components import KINDS, Component, Edit, Mesh, find_component, mesh_now, same_mesh
from scenewire.adapters.maya.handles import Handle, guard
from scenewire.adapters.maya.nodes import NODE, find_typed
from scenewire.errors import HandlerError, InvalidParamsError

#: The numbers of elements by kind; without those that the item does not name.
Chosen = dict[str, list[int]]
#: Changes a mesh as the item says, and of what the item names.
Work = Callable[[Mesh, Item, Chosen], None]
#: New elements beyond these are told by their number only: nobody reads a million ids.
MOST_TOLD = 1_000
_IDS = {"vertex": "vertex_ids", "edge": "edge_ids", "face": "face_ids"}
_NUMBERS = {"vertex": "vertex_indices", "edge": "edge_indices", "face": "face_indices"}


def each_edited(items: list[Item], work: Work, may_change_nothing: bool = False) -> Json:
    """One edit per item: a later item may name what an earlier one made, by number, and ids from before go on. Maya
    passes over what it cannot do; here that is an error, never a success that did nothing."""
    results = []
    for item in items:
        node, chosen = named_of(item)
        before = mesh_now(node).revision
        with Edit(node) as edit:
            work(mesh_now(node), item, chosen)
        if mesh_now(node).revision == before and not may_change_nothing:
            raise HandlerError(
                f"Maya changed nothing of `{node.name}`: what was named does not fit the operation",
                {"mesh": node.name},
            )
        new = {f"new_{kind}_ids": ids_of(node, kind, edit.new[kind][:MOST_TOLD]) for kind in KINDS}
        results.append({**state_of(node), **new})
    return {"items": results}


def named_of(item: Item) -> tuple[Handle, Chosen]:
    """The mesh of an item, and by kind the numbers of the elements that it names by id or by number, each once."""
    components = {
        kind: [find_component(kind, reference) for reference in item[field]]
        for kind, field in _IDS.items()
        if item.get(field) is not None
    }
    everything = [component for found in components.values() for component in found]
    node = _mesh_of(item, everything)
    for kind, found in components.items():
        same_mesh(node, found, _IDS[kind])
    guard([node])
    named = {kind: [component.index for component in found] for kind, found in components.items()}
    for kind, field in _NUMBERS.items():
        if item.get(field) is not None:
            named[kind] = [*named.get(kind, ()), *_numbers(node, kind, field, item[field])]
    return node, {kind: list(dict.fromkeys(found)) for kind, found in named.items()}


def _mesh_of(item: Item, components: list[Component]) -> Handle:
    if "mesh_id" in item:
        return find_typed(item["mesh_id"], "mesh")
    if components:
        return components[0].node
    field = next((field for field in _IDS.values() if field in item), "mesh_id")
    raise InvalidParamsError(
        "which mesh it is must be said: by `mesh_id`, or by an id of one of its elements",
        {"path": field, "expected": "one or more ids", "got": item.get(field)},
    )


def _numbers(node: Handle, kind: str, field: str, given: Any) -> list[int]:
    numbers = [int(number) for number in given]
    count = mesh_now(node).count(kind)
    wrong = next((number for number in numbers if not 0 <= number < count), None)
    if wrong is not None:
        raise InvalidParamsError(
            f"`{node.name}` has {count} of these", {"path": field, "expected": f"0 to {count - 1}", "got": wrong}
        )
    return numbers


def state_of(node: Handle) -> Item:
    """Which mesh, its revision, and how many elements it has."""
    mesh = mesh_now(node)
    counts = {f"{kind}_count": mesh.count(kind) for kind in KINDS}
    return {"mesh_id": NODE.id(node), "revision": mesh.revision, **counts}


def ids_of(node: Handle, kind: str, numbers: Iterable[int]) -> list[str]:
    """The ids of elements in the mesh as it is now."""
    return [Component(node, kind, number).id for number in numbers]
