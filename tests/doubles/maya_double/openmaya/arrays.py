"""Arrays: lists that take one type alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .objects import MDagPath, MObject
from .vectors import MColor, MFloatPoint, MFloatVector, MPoint, MVector


class Array(list):  # type: ignore[type-arg]
    """A list of one type; `MPointArray(3, MPoint())` repeats a value."""

    ITEM: Any = float
    NUMBERS: tuple[type, ...] = ()

    def __init__(self, *args: Any) -> None:
        super().__init__()
        if len(args) == 2 and isinstance(args[0], int):
            self.extend([args[1]] * args[0])
        elif len(args) == 1 and isinstance(args[0], int):
            self.setLength(args[0])
        elif args:
            self.extend(args[0])

    def made(self, value: Any) -> Any:
        """A value as this array holds it."""
        if self.NUMBERS:
            if not isinstance(value, self.NUMBERS):
                raise TypeError(f"{type(self).__name__} takes {self.ITEM.__name__}, got {type(value).__name__}")
            return self.ITEM(value)
        return value if isinstance(value, self.ITEM) else self.ITEM(value)

    def append(self, value: Any) -> None:
        """Adds one."""
        super().append(self.made(value))

    def extend(self, values: Iterable[Any]) -> None:
        """Adds several."""
        super().extend(self.made(value) for value in values)

    def copy(self, source: Iterable[Any] | None = None) -> Any:
        """Takes over another array; without one, a copy of this."""
        if source is None:
            return type(self)(self)
        self[:] = [self.made(value) for value in source]
        return self

    def setLength(self, length: int) -> Any:
        """Cuts it, or fills it up."""
        del self[length:]
        while len(self) < length:
            self.append(self.ITEM())
        return self

    def insert(self, value: Any, index: Any) -> None:
        """Puts a value before an index: Maya's order of arguments."""
        super().insert(index, self.made(value))

    def remove(self, index: Any) -> None:
        """Takes the value at an index away."""
        del self[index]


class MIntArray(Array):
    """Whole numbers."""

    ITEM, NUMBERS = int, (int,)


class MUintArray(MIntArray):
    """Whole numbers from nought."""


class MInt64Array(MIntArray):
    """Large whole numbers."""


class MFloatArray(Array):
    """Numbers."""

    ITEM, NUMBERS = float, (int, float)


class MDoubleArray(MFloatArray):
    """Numbers of double precision."""


class MPointArray(Array):
    """Points."""

    ITEM = MPoint


class MFloatPointArray(Array):
    """Points of single precision."""

    ITEM = MFloatPoint


class MVectorArray(Array):
    """Vectors."""

    ITEM = MVector


class MFloatVectorArray(Array):
    """Vectors of single precision."""

    ITEM = MFloatVector


class MColorArray(Array):
    """Colours."""

    ITEM = MColor


class MObjectArray(Array):
    """Objects."""

    ITEM = MObject


class MDagPathArray(Array):
    """Paths."""

    ITEM = MDagPath


class MCallbackIdArray(MIntArray):
    """Numbers of callbacks."""


class MPlugArray(Array):
    """Plugs."""

    ITEM = object

    def made(self, value: Any) -> Any:
        """A plug."""
        return value
