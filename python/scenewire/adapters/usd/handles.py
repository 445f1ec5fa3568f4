"""Targets of operations: a prim by its number, so that it is still the same one after a rename or a move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.naming import NAMES, shown
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.undo import UNDO


class Handle:
    """One prim; it never outlives the call."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number

    @property
    def path(self) -> Any:
        """Where it stands now."""
        key = IDENTITY.key(self.number)
        if key is None:
            raise KeyError(self.number)
        return key[0]

    @property
    def prim(self) -> Any:
        """The prim itself, as it is now."""
        return STAGE.prim(self.path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Handle) and other.number == self.number

    def __hash__(self) -> int:
        return self.number


def handle(prim: Any) -> Handle:
    """The target that a prim is."""
    return Handle(IDENTITY.number(prim.GetPath()))


def prim_id(kind: str, prim: Any) -> str:
    """The id of a prim."""
    return IDENTITY.of(kind, prim.GetPath())


class Kind:
    """Prims of one sort: how they are known, found and removed."""

    def __init__(self, kind: str, holds: Callable[[Any], bool]) -> None:
        self.kind = kind
        self.holds = holds

    def prims(self) -> Iterable[Any]:
        """All of the stage."""
        return (prim for prim in STAGE.prims() if self.holds(prim))

    def find(self, reference: str) -> Handle:
        """The one of an id, of a unique name or of a path."""
        number, looks_like = IDENTITY.find(self.kind, reference)
        if number is not None:
            found = Handle(number)
            if found.prim and self.holds(found.prim):
                return found
        if looks_like and not any(shown(prim) == reference for prim in self.prims()):
            raise IDENTITY.gone(self.kind, reference)
        return handle(STAGE.prim(NAMES.find(self.kind, reference, self.prims())))

    def all(self, _parent: str | None = None) -> list[Handle]:
        """All of the stage, as targets."""
        return [handle(prim) for prim in self.prims()]

    def id(self, target: Handle) -> str:
        """The id of one."""
        return prim_id(self.kind, target.prim)


def places(targets: list[Any]) -> list[int]:
    """Where targets stand in a list: by their numbers, which nothing changes."""
    return [target.number for target in targets]


def guard(targets: list[Handle]) -> None:
    """Refuses what cannot be written; from here on there is something to roll back."""
    from scenewire.errors import NotSupportedError

    for target in targets:
        if target.prim.IsInstanceProxy():
            raise NotSupportedError(
                f"`{target.path}` is a part of an instance, and what instances share cannot be changed in one of them",
                {"path": str(target.path)},
                ["switch instancing off first: prim.SetInstanceable(False)"],
            )
    UNDO.touch()


def settle() -> None:
    """USD derives what it derives when it is asked: nothing has to be brought up to date."""
