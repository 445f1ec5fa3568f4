"""Entities that are prims: found by id, name or path, and removed with all that is below them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.usd.handles import Handle, Kind, guard, places, settle
from scenewire.adapters.usd.naming import remove, rename, shown


def own_fields(kind: Kind) -> dict[str, Field]:
    """Id and name, as every prim of a kind has them."""
    return {
        "id": Field(lambda target, _job: kind.id(target)),
        "name": Field(lambda target, _job: shown(target.prim), lambda target, name: rename(target.path, name)),
    }


def prim_entity(
    kind: Kind, plural: str, fields: Mapping[str, Field], make: Callable[[Item], Handle], **others: Any
) -> Entity:
    """The entity over these fields whose targets are prims of a kind; ``others`` is what it does in its own way."""

    def take(targets: list[Handle]) -> list[str]:
        ids = [kind.id(target) for target in targets]
        for target in targets:
            remove(target.path)
        return ids

    usual = {"find": kind.find, "all": kind.all, "remove": take, "guard": guard, "settle": settle, "places": places}
    return Entity(plural=plural, fields=fields, make=make, **{**usual, **others})
