"""What a mesh says in one attribute, and is a thing of its own to callers: a UV map, how it is subdivided, its group of
blend shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import the_only
from scenewire.adapters.usd.handles import Handle, guard, handle, places, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.metadata import METADATA_OF_ATTRIBUTES
from scenewire.adapters.usd.naming import checked_name, shown
from scenewire.adapters.usd.nodes import find_typed, node_type
from scenewire.adapters.usd.stage import STAGE


class MeshAttribute(Handle):
    """One attribute of a mesh."""

    __slots__ = ()

    @property
    def attribute(self) -> Any:
        """The attribute."""
        return STAGE.stage.GetAttributeAtPath(self.path)

    @property
    def owner(self) -> Handle:
        """The mesh, as a node."""
        return handle(STAGE.prim(self.path.GetPrimPath()))

    @property
    def mesh(self) -> Any:
        """The mesh itself."""
        from pxr import UsdGeom

        return UsdGeom.Mesh(self.owner.prim)

    @property
    def unnamed(self) -> str:
        """What it is called when nobody gave it a name."""
        return str(self.path.name)

    @property
    def name(self) -> str:
        """Its name as people see it."""
        return str(self.attribute.GetDisplayName() or self.unnamed)


#: The field of those whose name is for people alone.
NAME = Field(lambda target, _job: target.name, lambda target, name: target.attribute.SetDisplayName(checked_name(name)))

One = TypeVar("One", bound=MeshAttribute)


class Attributes(Generic[One]):
    """Attributes of one sort: how they are known and found."""

    def __init__(self, kind: str, what: str, of: Callable[[Any], list[One]]) -> None:
        self.kind = kind
        #: How people call one.
        self.what = what
        #: Those of a mesh.
        self.of = of

    def id(self, target: One) -> str:
        """The id of one."""
        return IDENTITY.of(self.kind, target.path)

    def all(self, parent: str | None = None) -> list[One]:
        """All of the stage, or of one mesh."""
        prims = [find_typed(parent, "mesh").prim] if parent else STAGE.prims()
        return [one for prim in prims for one in self._of(prim)]

    def _of(self, prim: Any) -> list[One]:
        return self.of(prim) if prim and node_type(prim) == "mesh" else []

    def find(self, reference: str) -> One:
        """The one of an id, or of a unique name."""
        number, looks_like = IDENTITY.find(self.kind, reference)
        if number is not None:
            prim = STAGE.prim(Handle(number).path.GetPrimPath())
            found = next((one for one in self._of(prim) if one.number == number), None)
            if found is not None:
                return found
        if looks_like:
            raise IDENTITY.gone(self.kind, reference)
        every = self.all()
        return the_only(
            self.what,
            reference,
            [one for one in every if one.name == reference],
            lambda one: {"id": self.id(one), "name": reference, "mesh": shown(one.owner.prim)},
            lambda: (one.name for one in every),
        )

    def entity(
        self, fields: dict[str, Field], make: Callable[[Item], One], remove: Callable[[list[One]], list[str]]
    ) -> Entity:
        """The entity over these fields, in the order of writing, and what all have."""
        plural = f"{self.kind}s"
        return Entity(
            plural=plural,
            fields={
                "id": Field(lambda target, _job: self.id(target)),
                **fields,
                **lacks_of(plural),
                "metadata": METADATA_OF_ATTRIBUTES,
            },
            make=make,
            find=self.find,
            all=self.all,
            remove=remove,
            guard=lambda targets: guard([target.owner for target in targets]),
            settle=settle,
            places=places,
        )
