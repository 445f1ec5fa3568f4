"""Vertices, edges and faces of a mesh as entities. What is true of all three; each has its own module."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender.components import (
    Component,
    Edit,
    all_components,
    component_id,
    elements,
    find_component,
    mesh_node,
    owners_of,
)
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.crud import Entity, Page
from scenewire.adapters.fields import Field, Item
from scenewire.errors import InvalidParamsError

#: Makes one of an item in a mesh under edit, and gives bmesh's element.
Make = Callable[[Edit, Item], Any]
#: Takes one out of a mesh under edit.
Take = Callable[[Edit, Any], None]


def plain(attribute: str, convert: Callable[[Any], Any] = lambda value: value) -> Field:
    """An attribute of Blender's vertex, edge or face."""
    return Field(
        lambda component, _job: convert(getattr(component.it, attribute)),
        lambda component, value: setattr(component.it, attribute, value),
    )


def common(kind: str) -> dict[str, Field]:
    """The fields that all three have."""
    return {
        "id": Field(lambda component, _job: component_id(component)),
        "name": Field(lambda component, _job: component.name),
        "mesh_id": Field(lambda component, _job: node_id(component.owner)),
        "index": Field(lambda component, _job: component.index),
        "selected": plain("select"),
        "hidden": plain("hide"),
        **lacks_of({"vertex": "vertices", "edge": "edges", "face": "faces"}[kind]),
    }


def _page(kind: str, parent: str | None, cursor: Any, limit: int) -> Page:
    """A page of those of one mesh, or of all of the scene, mesh by mesh: none but those of the page is touched."""
    import bpy

    owners = [find_typed(parent, "mesh")] if parent else [n for n in bpy.context.scene.objects if n.type == "MESH"]
    numbered = sorted(zip(IDENTITY.places(owners), owners), key=operator.itemgetter(0))
    after = cursor or [-1, -1]
    if not (isinstance(after, list) and len(after) == 2 and all(type(number) is int for number in after)):
        raise InvalidParamsError("the cursor is not one that this list gave", {"path": "cursor", "got": str(cursor)})
    page: list[Component] = []
    left = 0
    for place, owner in numbered:
        count = len(elements(owner.data, kind))
        start = 0 if place > after[0] else min(after[1] + 1, count) if place == after[0] else count
        taken = range(start, min(count, start + limit - len(page)))
        page.extend(Component(owner, kind, index) for index in taken)
        left += count - start - len(taken)
    following = _places(page[-1:])[0] if left and page else None
    return Page(page, sum(len(elements(owner.data, kind)) for owner in owners), following)


def _places(components: list[Component]) -> list[list[int]]:
    """Mesh by mesh, in the order that Blender keeps them in."""
    return [[place, c.index] for c, place in zip(components, IDENTITY.places(c.owner for c in components))]


def entity(kind: str, plural: str, fields: dict[str, Field], make: Make, take: Take) -> Entity:
    """The entity over these fields. A whole batch is one edit per mesh."""

    def make_all(items: list[Item]) -> list[Component]:
        # All references are looked up before the first item makes their ids those of an older mesh.
        owners = [mesh_node(item.pop("mesh_id")) for item in items]
        guard_nodes(owners)
        resolved = [_resolve(item) for item in items]
        made: list[Component] = [Component(owner, kind, -1) for owner in owners]
        for owner in {node_id(owner): owner for owner in owners}.values():
            own = [index for index, other in enumerate(owners) if other == owner]
            with Edit(owner) as edit:
                edit.note("made", [make(edit, resolved[index]) for index in own])
            for index, number in zip(own, edit.numbers["made"]):
                made[index].index = number
        return made

    def _resolve(item: Item) -> Item:
        if "vertex_ids" in item:
            item["vertex_ids"] = [find_component("vertex", reference) for reference in item["vertex_ids"]]
        return item

    def remove(components: list[Component]) -> list[str]:
        ids = [component_id(component) for component in components]
        for owner in owners_of(components):
            with Edit(owner) as edit:
                for component in components:
                    if component.owner == owner:
                        take(edit, edit.at(component))
        return ids

    def written(components: list[Component]) -> None:
        for owner in owners_of(components):
            owner.data.update()

    def guard(components: list[Component]) -> None:
        guard_nodes(owners_of(components))
        for owner in owners_of(components):
            mesh_node(node_id(owner))

    return Entity(
        plural=plural,
        fields=fields,
        make=lambda _item: None,
        make_all=make_all,
        find=lambda reference: find_component(kind, reference),
        all=lambda parent: all_components(kind, parent),
        page=lambda parent, cursor, limit: _page(kind, parent, cursor, limit),
        remove=remove,
        guard=guard,
        settle=settle,
        written=written,
        places=_places,
    )
