"""Vertices, edges and faces of a mesh as entities. What is true of all three; each has its own module."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scenewire.adapters.crud import Entity, Page
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.components import (
    Component,
    Edit,
    find_component,
    forget,
    mesh_now,
    nodes_of,
    same_mesh,
)
from scenewire.adapters.maya.handles import Handle, guard, settle
from scenewire.adapters.maya.identity import IDENTITY
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.maya.nodes import NODE, all_nodes, find_typed
from scenewire.errors import ConflictError, InvalidParamsError

PLURALS = {"vertex": "vertices", "edge": "edges", "face": "faces"}
#: Makes one of each item in a mesh.
Make = Callable[[Handle, list[Item]], None]
#: The numbers of what was made of items, as far as it is there.
Made = Callable[[Edit, list[Item]], list[Any]]
#: Takes some out of a mesh.
Take = Callable[[Handle, list[Component]], None]


def common(kind: str) -> dict[str, Field]:
    """The fields that all three have."""
    return {
        "id": Field(lambda component, _job: component.id),
        "name": Field(lambda component, _job: component.name),
        "mesh_id": Field(lambda component, _job: NODE.id(component.node)),
        "index": Field(lambda component, _job: component.index),
        "selected": Field(lambda component, _job: component.index in component.mesh.selected[kind], _select),
        **lacks_of(PLURALS[kind]),
    }


def _select(component: Component, selected: bool) -> None:
    from maya import cmds

    cmds.select(component.part, **{"add" if selected else "deselect": True})


def _anew(field: Field) -> Field:
    """The field, whose writing ends what was known of the mesh."""
    write = field.write
    if write is None:
        return field

    def written(component: Component, value: Any) -> None:
        write(component, value)
        forget()

    return replace(field, write=written)


def _meshes(parent: str | None) -> list[Handle]:
    return [find_typed(parent, "mesh")] if parent else list(all_nodes("mesh", None))


def _all(kind: str, parent: str | None) -> list[Component]:
    return [Component(node, kind, index) for node in _meshes(parent) for index in range(mesh_now(node).count(kind))]


def _page(kind: str, parent: str | None, cursor: Any, limit: int) -> Page:
    """A page of those of one mesh, or of all of the scene, mesh by mesh: none but those of the page is touched."""
    numbered = sorted(((IDENTITY.place(node.uuid), node) for node in _meshes(parent)), key=operator.itemgetter(0))
    after = cursor or [-1, -1]
    if not (isinstance(after, list) and len(after) == 2 and all(type(number) is int for number in after)):
        raise InvalidParamsError("the cursor is not one that this list gave", {"path": "cursor", "got": str(cursor)})
    page: list[Component] = []
    total = left = 0
    for place, node in numbered:
        count = mesh_now(node).count(kind)
        start = 0 if place > after[0] else min(after[1] + 1, count) if place == after[0] else count
        taken = range(start, min(count, start + limit - len(page)))
        page.extend(Component(node, kind, index) for index in taken)
        total += count
        left += count - start - len(taken)
    return Page(page, total, _places(page[-1:])[0] if left and page else None)


def _places(components: list[Component]) -> list[list[int]]:
    """Mesh by mesh, in the order that Maya keeps them in."""
    return [[IDENTITY.place(component.node.uuid), component.index] for component in components]


def entity(kind: str, fields: dict[str, Field], make: Make, made: Made, take: Take) -> Entity:
    """The entity over these fields. A whole batch is one edit per mesh."""

    def make_all(items: list[Item]) -> list[Component]:
        # All references are looked up before the first item makes their ids those of an older mesh.
        nodes = [find_typed(item.pop("mesh_id"), "mesh") for item in items]
        guard(nodes)
        given = [_taken(node, item) for node, item in zip(nodes, items)]
        found = [Component(node, kind, -1) for node in nodes]
        for node in dict.fromkeys(nodes):
            own = [at for at, other in enumerate(nodes) if other == node]
            with Edit(node) as edit:
                make(node, [given[at] for at in own])
            for at, number in zip(own, made(edit, [given[at] for at in own])):
                found[at].index = number if number is not None else _refused(kind, node, at)
        return found

    def remove(components: list[Component]) -> list[str]:
        ids = [component.id for component in components]
        for node in nodes_of(components):
            own = [component for component in components if component.node == node]
            with Edit(node) as edit:
                take(node, own)
            kept = next((component for component in own if edit.moved[kind][component.index] >= 0), None)
            if kept is not None:
                raise ConflictError(f"Maya keeps `{kept.name}`", {"path": "ids", "got": kept.name})
        return ids

    return Entity(
        plural=PLURALS[kind],
        fields={name: _anew(field) for name, field in fields.items()},
        make=lambda _item: None,
        make_all=make_all,
        find=lambda reference: find_component(kind, reference),
        all=lambda parent: _all(kind, parent),
        page=lambda parent, cursor, limit: _page(kind, parent, cursor, limit),
        remove=remove,
        guard=lambda components: guard(nodes_of(components)),
        settle=settle,
        places=_places,
    )


def _taken(node: Handle, item: Item) -> Item:
    """What makes one, taken from the item: its place or its vertices."""
    if "position" in item:
        return {"position": item.pop("position")}
    vertices = [find_component("vertex", reference) for reference in item.pop("vertex_ids")]
    same_mesh(node, vertices)
    return {"vertices": [vertex.index for vertex in vertices]}


def _refused(kind: str, node: Handle, at: int) -> int:
    raise ConflictError(
        f"Maya makes no such {kind} in `{node.name}`: it would lie over what is there, or turn the other way",
        {"path": "vertex_ids", "item": at},
    )
