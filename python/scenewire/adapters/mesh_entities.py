"""Vertices, edges and faces as entities, alike in all hosts: a whole batch is one edit per mesh, and a page of a list
touches none but its own elements."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from scenewire.adapters.crud import Entity, Page, blamed
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.mesh_elements import PLURALS, Elements
from scenewire.errors import ConflictError, InvalidParamsError

#: Makes elements of items in one mesh, and gives their numbers there; None for one that the host did not make.
Make = Callable[[Any, "list[Item]"], "Sequence[int | None]"]
#: Takes elements out of one mesh.
Take = Callable[[Any, "list[Any]"], None]


def common(elements: Elements[Any, Any]) -> dict[str, Field]:
    """The fields that all three have."""
    return {
        "id": Field(lambda one, _job: elements.id(one)),
        "name": Field(lambda one, _job: one.name),
        "mesh_id": Field(lambda one, _job: elements.node_id(one.owner)),
        "index": Field(lambda one, _job: one.index),
    }


def entity(
    elements: Elements[Any, Any], kind: str, fields: dict[str, Field], make: Make, take: Take, **others: Any
) -> Entity:
    """The entity over these fields; what makes one comes to ``make`` as `position`, or as numbers of `vertex_ids`."""

    def make_all(items: list[Item]) -> list[Any]:
        # All references are looked up before the first item makes their ids those of an older mesh.
        owners = [elements.node(item.pop("mesh_id")) for item in items]
        elements.guard(owners)
        given = [_taken(elements, owner, item) for owner, item in zip(owners, items)]
        made: list[Any] = [None] * len(items)
        for owner, own in _grouped(zip(owners, range(len(items)))).items():
            numbers = dict(zip(own, make(owner, [given[at] for at in own])))
            for at in own:
                with blamed(at):
                    made[at] = _made(elements, kind, owner, numbers.get(at))
        return made

    def remove(doomed: list[Any]) -> list[str]:
        ids = [elements.id(one) for one in doomed]
        for owner, own in _grouped((one.owner, one) for one in doomed).items():
            take(owner, own)
        return ids

    def meshes(parent: str | None) -> list[Any]:
        return [elements.node(parent)] if parent else list(elements.meshes())

    def every(parent: str | None) -> list[Any]:
        return [elements.one(owner, kind, at) for owner in meshes(parent) for at in range(elements.count(owner, kind))]

    def page(parent: str | None, cursor: Any, limit: int) -> Page:
        owners = meshes(parent)
        placed = sorted(zip(elements.places(owners), owners), key=operator.itemgetter(0))
        return _page(elements, kind, placed, cursor or [-1, -1], limit)

    return Entity(
        plural=PLURALS[kind],
        fields=fields,
        make=lambda _item: None,
        make_all=make_all,
        find=lambda reference: elements.find(kind, reference),
        all=every,
        page=page,
        remove=remove,
        guard=lambda found: elements.guard(list(dict.fromkeys(one.owner for one in found))),
        places=lambda found: _places(elements, found),
        **others,
    )


def _taken(elements: Elements[Any, Any], owner: Any, item: Item) -> Item:
    if "position" in item:
        return {"position": item.pop("position")}
    return {"vertex_ids": elements.numbers_in(owner, "vertex", item.pop("vertex_ids"), "vertex_ids")}


def _made(elements: Elements[Any, Any], kind: str, owner: Any, number: int | None) -> Any:
    if number is None:
        raise ConflictError(
            f"no such {kind} can be made in `{elements.name(owner)}`: it would lie over what is there, or turn the "
            "other way",
            {"path": "vertex_ids"},
        )
    return elements.one(owner, kind, number)


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    """By their meshes."""
    grouped: dict[Any, list[Any]] = {}
    for owner, one in pairs:
        grouped.setdefault(owner, []).append(one)
    return grouped


def _places(elements: Elements[Any, Any], found: list[Any]) -> list[list[int]]:
    """Mesh by mesh, in the order of each."""
    return [[place, one.index] for place, one in zip(elements.places([one.owner for one in found]), found)]


def _page(elements: Elements[Any, Any], kind: str, owners: list[Any], after: Any, limit: int) -> Page:
    """A page of meshes with their places: what follows the place of a mesh and of an element in it."""
    if not (isinstance(after, list) and len(after) == 2 and all(type(number) is int for number in after)):
        raise InvalidParamsError("the cursor is not one that this list gave", {"path": "cursor", "got": str(after)})
    page: list[Any] = []
    total = left = 0
    for place, owner in owners:
        count = elements.count(owner, kind)
        start = 0 if place > after[0] else min(after[1] + 1, count) if place == after[0] else count
        taken = range(start, min(count, start + limit - len(page)))
        page.extend(elements.one(owner, kind, at) for at in taken)
        total += count
        left += count - start - len(taken)
    return Page(page, total, _places(elements, page[-1:])[0] if left and page else None)
