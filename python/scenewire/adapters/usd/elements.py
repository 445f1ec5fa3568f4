"""Vertices, edges and faces of a mesh as entities. What is true of all three; each has its own module."""

from __future__ import annotations

from collections.abc import Callable

from scenewire.adapters import mesh_entities
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.mesh_elements import PLURALS
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.cages import geometry
from scenewire.adapters.usd.components import ELEMENTS, Component
from scenewire.adapters.usd.handles import Handle, settle
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.mesh_edits import Edit

#: Makes one of an item in a mesh under edit, and gives what tells its number afterwards.
Make = Callable[[Edit, Item], Callable[[], int]]
#: Takes one, by its number before, out of a mesh under edit.
Take = Callable[[Edit, int], None]


def common(kind: str) -> dict[str, Field]:
    """The fields that all three have."""
    return {**mesh_entities.common(ELEMENTS), **lacks_of(PLURALS[kind])}


def entity(kind: str, fields: dict[str, Field], make: Make, take: Take) -> Entity:
    """The entity over these fields."""

    def make_in(owner: Handle, items: list[Item]) -> list[int]:
        with Edit(owner) as edit:
            numbers = [make(edit, item) for item in items]
        return [number() for number in numbers]

    def take_from(owner: Handle, components: list[Component]) -> None:
        with Edit(owner) as edit:
            for component in components:
                take(edit, component.index)

    def written(components: list[Component]) -> None:
        for owner in {component.owner for component in components}:
            arrays.measure(geometry(owner))

    return mesh_entities.entity(ELEMENTS, kind, fields, make_in, take_from, settle=settle, written=written)
