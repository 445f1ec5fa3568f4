"""Points, vectors and colours."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from maya_double import linear

from .base import Api


class Tuple(Api):
    """Some numbers with names."""

    NAMES = "xyz"
    DEFAULTS: tuple[float, ...] = (0.0, 0.0, 0.0)

    def __init__(self, *args: Any) -> None:
        given = list(args[0]) if len(args) == 1 and not isinstance(args[0], (int, float)) else list(args)
        if len(given) > len(self.NAMES) or any(not isinstance(v, (int, float)) for v in given):
            raise ValueError(f"{type(self).__name__} takes up to {len(self.NAMES)} numbers")
        self.values = [*map(float, given), *self.DEFAULTS[len(given) :]]

    def __getattr__(self, name: str) -> Any:
        if len(name) == 1 and name in type(self).NAMES:
            return self.values[type(self).NAMES.index(name)]
        return super().__getattr__(name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name in type(self).NAMES:
            self.values[type(self).NAMES.index(name)] = float(value)
        else:
            super().__setattr__(name, value)

    def __getitem__(self, index: int) -> float:
        return self.values[index]

    def __setitem__(self, index: int, value: float) -> None:
        self.values[index] = float(value)

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[float]:
        return iter(self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tuple) and self.values == other.values

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"maya.api.OpenMaya.{type(self).__name__}({', '.join(map(repr, self.values))})"

    def __neg__(self) -> Any:
        return type(self)(*(-v for v in self.values[:3]))

    def isEquivalent(self, other: Tuple, tolerance: float = 1e-10) -> bool:
        """Whether it is equal within a tolerance."""
        return linear.same(self.values, other.values, tolerance)


def matrix_of(value: Any) -> linear.Matrix | None:
    """The numbers of a matrix, or nothing when it is none."""
    held = getattr(value, "rows", None) if not isinstance(value, (int, float)) else None
    return held if isinstance(held, tuple) else None


class MVector(Tuple):
    """A vector: it has a length and a direction and no place."""

    def __add__(self, other: Any) -> Any:
        return type(self)(linear.add(self.values, list(other)))

    def __sub__(self, other: Any) -> Any:
        return type(self)(linear.minus(self.values, list(other)))

    def __mul__(self, other: Any) -> Any:
        matrix = matrix_of(other)
        if matrix is not None:
            return type(self)(linear.direction(self.values, matrix))
        if isinstance(other, Tuple):
            return linear.dot(self.values, other.values)
        return type(self)(linear.by(self.values, other))

    __rmul__ = __mul__

    def __truediv__(self, other: float) -> Any:
        return type(self)(linear.by(self.values, 1.0 / other))

    def __xor__(self, other: Tuple) -> Any:
        return type(self)(linear.cross(self.values, other.values))

    def length(self) -> float:
        """How long it is."""
        return linear.length(self.values)

    def normal(self) -> Any:
        """The same direction, of length one."""
        return type(self)(linear.unit(self.values))

    def normalize(self) -> Any:
        """Makes itself of length one."""
        self.values = list(linear.unit(self.values))
        return self

    def angle(self, other: Tuple) -> float:
        """The angle to another one."""
        share = linear.dot(linear.unit(self.values), linear.unit(other.values))
        return math.acos(max(-1.0, min(1.0, share)))

    def rotateBy(self, turn: Any) -> Any:
        """Turned by a quaternion or Euler rotation."""
        return type(self)(linear.direction(self.values, turn.asMatrix().rows))


class MFloatVector(MVector):
    """A vector of single precision."""


class MPoint(Tuple):
    """A point: it has a place."""

    NAMES = "xyzw"
    DEFAULTS = (0.0, 0.0, 0.0, 1.0)

    def __add__(self, other: Any) -> Any:
        return type(self)(linear.add(self.values, list(other)))

    def __sub__(self, other: Any) -> Any:
        apart = linear.minus(self.values, list(other))
        return MVector(apart) if isinstance(other, MPoint) else type(self)(apart)

    def __mul__(self, other: Any) -> Any:
        matrix = matrix_of(other)
        if matrix is not None:
            return type(self)(linear.point(self.values, matrix))
        return type(self)(linear.by(self.values, other))

    def distanceTo(self, other: MPoint) -> float:
        """How far another one is."""
        return linear.length(linear.minus(self.values, other.values))


class MFloatPoint(MPoint):
    """A point of single precision."""


class MColor(Tuple):
    """A colour: red, green, blue, alpha."""

    NAMES = "rgba"
    DEFAULTS = (0.0, 0.0, 0.0, 1.0)
    kRGB, kHSV, kCMY, kCMYK = range(4)

    def getColor(self, model: int = 0) -> list[float]:
        """Its numbers."""
        return list(self.values)


for _point in (MVector, MPoint):
    _point.kOrigin = _point(0.0, 0.0, 0.0)  # type: ignore[union-attr]
MVector.kZeroVector = MVector()  # type: ignore[attr-defined]
MVector.kXaxisVector, MVector.kYaxisVector, MVector.kZaxisVector = (  # type: ignore[attr-defined]
    MVector(1, 0, 0),
    MVector(0, 1, 0),
    MVector(0, 0, 1),
)
