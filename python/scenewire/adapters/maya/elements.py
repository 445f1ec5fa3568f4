"""Vertices, edges and faces of a mesh as entities. What is true of all three; each has its own module."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from scenewire.adapters import mesh_entities
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.maya.components import ELEMENTS, Component, Edit, forget
from scenewire.adapters.maya.handles import Handle, settle
from scenewire.adapters.maya.lacks import lacks_of
from scenewire.adapters.mesh_elements import PLURALS
from scenewire.errors import ConflictError

#: Makes one of each item in a mesh.
Make = Callable[[Handle, "list[Item]"], None]
#: The numbers of what was made of items, as far as it is there.
Made = Callable[[Edit, "list[Item]"], "Sequence[int | None]"]
#: Takes some out of a mesh.
Take = Callable[[Handle, "list[Component]"], None]


def common(kind: str) -> dict[str, Field]:
    """The fields that all three have."""
    return {
        **mesh_entities.common(ELEMENTS),
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


def entity(kind: str, fields: dict[str, Field], make: Make, made: Made, take: Take) -> Entity:
    """The entity over these fields."""

    def make_in(owner: Handle, items: list[Item]) -> Sequence[int | None]:
        with Edit(owner) as edit:
            make(owner, items)
        return made(edit, items)

    def take_from(owner: Handle, components: list[Component]) -> None:
        with Edit(owner) as edit:
            take(owner, components)
        kept = next((component for component in components if edit.moved[kind][component.index] >= 0), None)
        if kept is not None:
            raise ConflictError(f"Maya keeps `{kept.name}`", {"path": "ids", "got": kept.name})

    anew = {name: _anew(field) for name, field in fields.items()}
    return mesh_entities.entity(ELEMENTS, kind, anew, make_in, take_from, settle=settle)
