"""Handles of components: `MFnSingleIndexedComponent`."""

from __future__ import annotations

from collections.abc import Sequence

from maya_double import tables
from maya_double.components import Component

from .arrays import MIntArray
from .base import Api
from .objects import COMPONENTS, MObject


class MFnComponent(Api):
    """Components of any sort."""

    def __init__(self, target: MObject | None = None) -> None:
        self.target = target or MObject()
        if target is not None and not isinstance(target.held, Component):
            raise ValueError("(kInvalidParameter): Object is incompatible with this method")

    @property
    def _held(self) -> Component:
        if not isinstance(self.target.held, Component):
            raise RuntimeError("(kFailure): Object does not exist")
        return self.target.held

    @property
    def elementCount(self) -> int:
        """How many there are."""
        return len(self._held.indices)

    @property
    def componentType(self) -> int:
        """Their type."""
        return self.target.apiType()

    @property
    def isEmpty(self) -> bool:
        """Whether there are none."""
        return not self._held.indices

    def object(self) -> MObject:
        """The handle."""
        return self.target


class MFnSingleIndexedComponent(MFnComponent):
    """Components with one index."""

    def create(self, number: int) -> MObject:
        """Components of a type, none yet."""
        kind = next(word for word, name in COMPONENTS.items() if tables.api_numbers()[name] == number)
        self.target = MObject(Component(kind, ()))
        return self.target

    def addElements(self, numbers: Sequence[int]) -> MFnSingleIndexedComponent:
        """Adds several."""
        held = self._held
        fresh = dict.fromkeys((*held.indices, *((int(n),) for n in numbers)))
        self.target.held = Component(held.kind, tuple(fresh))
        return self

    def addElement(self, number: int) -> MFnSingleIndexedComponent:
        """Adds one."""
        return self.addElements([number])

    def getElements(self) -> MIntArray:
        """All of them."""
        return MIntArray(self._held.numbers())

    def element(self, number: int) -> int:
        """One of them."""
        return self._held.numbers()[number]

    def getCompleteData(self) -> int:
        """How many there are."""
        return len(self._held.indices)

    def setCompleteData(self, count: int) -> MFnSingleIndexedComponent:
        """All up to a number."""
        self.target.held = Component(self._held.kind, tuple((n,) for n in range(count)))
        return self
