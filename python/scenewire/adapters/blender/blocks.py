"""Entities that are data-blocks: found by id or name, removed whole, and not changed where a library file has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.errors import NotSupportedError


def guard_of(kind: str) -> Callable[[list[Any]], None]:
    """An entity's guard: refuses what comes from a library file; from here on there is something to roll back."""

    def guard(blocks: list[Any]) -> None:
        for block in blocks:
            if block.library is not None:
                raise NotSupportedError(
                    f"`{block.name}` is linked from {block.library.filepath} and cannot be changed here",
                    {"id": IDENTITY.of(kind, block), "library": block.library.filepath},
                    ["open that file"],
                )
        UNDO.touch()

    return guard


def block_entity(
    kind: str,
    plural: str,
    fields: Mapping[str, Field],
    *,
    make: Callable[[Item], Any],
    all: Callable[[str | None], Iterable[Any]],
    remove: Callable[[list[Any]], list[str]] | None = None,
    write_group: Callable[[Any, Item], Item] = lambda _block, patch: patch,
) -> Entity:
    """The entity over these fields whose targets are data-blocks of a kind of ids."""

    def take(blocks: list[Any]) -> list[str]:
        import bpy

        ids = [IDENTITY.of(kind, block) for block in blocks]
        bpy.data.batch_remove(blocks)
        return ids

    return Entity(
        plural=plural,
        fields=fields,
        make=make,
        find=lambda reference: IDENTITY.find(kind, reference),
        all=all,
        remove=remove or take,
        guard=guard_of(kind),
        settle=settle,
        places=IDENTITY.places,
        write_group=write_group,
    )
