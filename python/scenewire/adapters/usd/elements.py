"""Vertices, edges and faces of a mesh as entities. What is true of all three; each has its own module."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from scenewire.adapters.crud import Entity, Page
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.cages import cage_of, geometry
from scenewire.adapters.usd.components import Component, component_id, find_component, meshes_of, owners_of
from scenewire.adapters.usd.handles import Handle, guard, settle
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.mesh_edits import Edit
from scenewire.adapters.usd.nodes import find_typed, node_id
from scenewire.errors import InvalidParamsError

#: Makes one of an item in a mesh under edit, and gives what tells its number afterwards.
Make = Callable[[Edit, Item], Callable[[], int]]
#: Takes one, by its number before, out of a mesh under edit.
Take = Callable[[Edit, int], None]


def common(kind: str) -> dict[str, Field]:
    """The fields that all three have."""
    return {
        "id": Field(lambda component, _job: component_id(component)),
        "name": Field(lambda component, _job: component.name),
        "mesh_id": Field(lambda component, _job: node_id(component.owner.prim)),
        "index": Field(lambda component, _job: component.index),
        **lacks_of({"vertex": "vertices", "edge": "edges", "face": "faces"}[kind]),
    }


def vertex_ids(owner: Handle, numbers: list[int]) -> list[str]:
    """The ids of vertices in the mesh as it is now."""
    return [component_id(Component(owner, "vertex", number)) for number in numbers]


def _page(kind: str, parent: str | None, cursor: Any, limit: int) -> Page:
    """A page of those of one mesh, or of all of the stage, mesh by mesh: none but those of the page is touched."""
    owners = sorted(meshes_of(parent), key=operator.attrgetter("number"))
    after = cursor or [-1, -1]
    if not (isinstance(after, list) and len(after) == 2 and all(type(number) is int for number in after)):
        raise InvalidParamsError("the cursor is not one that this list gave", {"path": "cursor", "got": str(cursor)})
    page: list[Component] = []
    left = total = 0
    for owner in owners:
        count = cage_of(owner).count(kind)
        total += count
        start = 0 if owner.number > after[0] else min(after[1] + 1, count) if owner.number == after[0] else count
        taken = range(start, min(count, start + limit - len(page)))
        page.extend(Component(owner, kind, index) for index in taken)
        left += count - start - len(taken)
    return Page(page, total, _places(page[-1:])[0] if left and page else None)


def _places(components: list[Component]) -> list[list[int]]:
    """Mesh by mesh, in the order of each."""
    return [[component.owner.number, component.index] for component in components]


def _all(kind: str, parent: str | None) -> list[Component]:
    return [Component(owner, kind, at) for owner in meshes_of(parent) for at in range(cage_of(owner).count(kind))]


def entity(kind: str, plural: str, fields: dict[str, Field], make: Make, take: Take) -> Entity:
    """The entity over these fields. A whole batch is one edit per mesh."""

    def make_all(items: list[Item]) -> list[Component]:
        # All references are looked up before the first item makes their ids those of an older mesh.
        owners = [find_typed(item.pop("mesh_id"), "mesh") for item in items]
        guard(owners)
        for item in items:
            if "vertex_ids" in item:
                item["vertex_ids"] = [find_component("vertex", reference) for reference in item["vertex_ids"]]
        made = [Component(owner, kind, -1) for owner in owners]
        for owner in owners_of(made):
            own = [index for index, one in enumerate(made) if one.owner == owner]
            with Edit(owner) as edit:
                numbers = [make(edit, items[index]) for index in own]
            for index, number in zip(own, numbers):
                made[index].index = number()
        return made

    def remove(components: list[Component]) -> list[str]:
        ids = [component_id(component) for component in components]
        for owner in owners_of(components):
            with Edit(owner) as edit:
                for component in components:
                    if component.owner == owner:
                        take(edit, component.index)
        return ids

    def written(components: list[Component]) -> None:
        for owner in owners_of(components):
            arrays.measure(geometry(owner))

    return Entity(
        plural=plural,
        fields=fields,
        make=lambda _item: None,
        make_all=make_all,
        find=lambda reference: find_component(kind, reference),
        all=lambda parent: _all(kind, parent),
        page=lambda parent, cursor, limit: _page(kind, parent, cursor, limit),
        remove=remove,
        guard=lambda components: guard(owners_of(components)),
        settle=settle,
        written=written,
        places=_places,
    )
