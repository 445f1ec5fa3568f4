"""Vertices, edges and faces of a mesh as entities. What is true of all three; each has its own module."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters import mesh_entities
from scenewire.adapters.blender.components import ELEMENTS, Component, Edit
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.mesh_elements import PLURALS

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
        **mesh_entities.common(ELEMENTS),
        "selected": plain("select"),
        "hidden": plain("hide"),
        **lacks_of(PLURALS[kind]),
    }


def entity(kind: str, fields: dict[str, Field], make: Make, take: Take) -> Entity:
    """The entity over these fields."""

    def make_in(owner: Any, items: list[Item]) -> list[int]:
        with Edit(owner) as edit:
            edit.note("made", [make(edit, item) for item in items])
        return edit.numbers["made"]

    def take_from(owner: Any, components: list[Component]) -> None:
        with Edit(owner) as edit:
            for component in components:
                take(edit, edit.at(component))

    def written(components: list[Component]) -> None:
        for mesh in {component.owner.data for component in components}:
            mesh.update()

    return mesh_entities.entity(ELEMENTS, kind, fields, make_in, take_from, settle=settle, written=written)
