"""Matrices and rotations."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from .. import linear
from .base import Api
from .objects import MSpace
from .vectors import MPoint, MVector, Tuple


class MMatrix(Api):
    """Four by four numbers, row by row."""

    kTolerance = 1e-10

    def __init__(self, source: Any = None) -> None:
        if source is None:
            self.rows: linear.Matrix = linear.IDENTITY
        elif isinstance(source, MMatrix):
            self.rows = source.rows
        else:
            self.rows = tuple(float(v) for v in _flat(source))
        if len(self.rows) != 16:
            raise ValueError("MMatrix takes 16 numbers")

    def __iter__(self) -> Iterator[float]:
        return iter(self.rows)

    def __len__(self) -> int:
        return 16

    def __getitem__(self, index: int) -> float:
        return self.rows[index]

    def __setitem__(self, index: int, value: float) -> None:
        self.rows = (*self.rows[:index], float(value), *self.rows[index + 1 :])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MMatrix) and self.rows == other.rows

    def __hash__(self) -> int:
        return hash(self.rows)

    def __mul__(self, other: Any) -> MMatrix:
        if isinstance(other, MMatrix):
            return MMatrix(linear.times(self.rows, other.rows))
        return MMatrix(v * other for v in self.rows)

    def __add__(self, other: MMatrix) -> MMatrix:
        return MMatrix(a + b for a, b in zip(self.rows, other.rows))

    def __sub__(self, other: MMatrix) -> MMatrix:
        return MMatrix(a - b for a, b in zip(self.rows, other.rows))

    def __repr__(self) -> str:
        return f"maya.api.OpenMaya.MMatrix({self.rows})"

    def inverse(self) -> MMatrix:
        """The inverse; of one that has none Maya gives the identity."""
        try:
            return MMatrix(linear.inverse(self.rows))
        except ZeroDivisionError:
            return MMatrix()

    def transpose(self) -> MMatrix:
        """Rows as columns."""
        return MMatrix(linear.transposed(self.rows))

    def det3x3(self) -> float:
        """The determinant of the upper left part."""
        return linear.determinant(self.rows)

    def isSingular(self) -> bool:
        """Whether it has no inverse."""
        return abs(self.det3x3()) < self.kTolerance

    def isEquivalent(self, other: MMatrix, tolerance: float = 1e-10) -> bool:
        """Whether it is equal within a tolerance."""
        return linear.same(self.rows, other.rows, tolerance)

    def getElement(self, row: int, column: int) -> float:
        """One number."""
        return self.rows[4 * row + column]

    def setElement(self, row: int, column: int, value: float) -> MMatrix:
        """Sets one number."""
        self[4 * row + column] = value
        return self

    def setToIdentity(self) -> MMatrix:
        """Makes itself the identity."""
        self.rows = linear.IDENTITY
        return self


def _flat(source: Iterable[Any]) -> Iterator[float]:
    for part in source:
        if isinstance(part, (list, tuple)):
            yield from part
        else:
            yield part


MMatrix.kIdentity = MMatrix()  # type: ignore[attr-defined]


class MQuaternion(Tuple):
    """A rotation as a quaternion."""

    NAMES = "xyzw"
    DEFAULTS = (0.0, 0.0, 0.0, 1.0)

    def __init__(self, *args: Any) -> None:
        if len(args) == 2 and isinstance(args[1], MVector):
            if isinstance(args[0], MVector):
                super().__init__(linear.to_quaternion(_between(args[0].values, args[1].values)))
                return
            half, axis = args[0] / 2, linear.unit(args[1].values)
            super().__init__(*linear.by(axis, math.sin(half)), math.cos(half))
            return
        super().__init__(*args)

    def asMatrix(self) -> MMatrix:
        """As a matrix."""
        return MMatrix(linear.from_quaternion(self.values))

    def asEulerRotation(self) -> MEulerRotation:
        """As Euler angles, in the order xyz."""
        return MEulerRotation(linear.euler(linear.from_quaternion(self.values)))

    def asAxisAngle(self) -> tuple[MVector, float]:
        """As an axis and an angle."""
        size = linear.length(self.values[:3])
        axis = linear.by(self.values[:3], 1 / size) if size > 1e-12 else (0.0, 0.0, 1.0)
        return MVector(axis), 2 * math.atan2(size, self.values[3])

    def __mul__(self, other: Any) -> MQuaternion:
        # The left one turns first, as with matrices.
        return MQuaternion(*_hamilton(other.values, self.values))

    def inverse(self) -> MQuaternion:
        """The turn back."""
        x, y, z, w = self.values
        return MQuaternion(-x, -y, -z, w)

    conjugate = inverse

    def normal(self) -> MQuaternion:
        """Of length one."""
        size = math.sqrt(sum(v * v for v in self.values)) or 1.0
        return MQuaternion(*(v / size for v in self.values))

    def normalizeIt(self) -> MQuaternion:
        """Makes itself of length one."""
        self.values = self.normal().values
        return self

    def __neg__(self) -> MQuaternion:
        return MQuaternion(*(-v for v in self.values))

    @staticmethod
    def slerp(p: MQuaternion, q: MQuaternion, t: float, spin: int = 0) -> MQuaternion:
        """Between two, the short way."""
        dot = sum(a * b for a, b in zip(p.values, q.values))
        other = [v if dot >= 0 else -v for v in q.values]
        angle = math.acos(min(1.0, abs(dot)))
        if angle < 1e-9:
            return MQuaternion(*p.values)
        a, b = math.sin((1 - t) * angle) / math.sin(angle), math.sin(t * angle) / math.sin(angle)
        return MQuaternion(*(x * a + y * b for x, y in zip(p.values, other)))


def _hamilton(a: list[float], b: list[float]) -> tuple[float, ...]:
    (ax, ay, az, aw), (bx, by, bz, bw) = a, b
    return (aw * bx + ax * bw + ay * bz - az * by, aw * by - ax * bz + ay * bw + az * bx,
            aw * bz + ax * by - ay * bx + az * bw, aw * bw - ax * bx - ay * by - az * bz)  # fmt: skip


def _between(a: list[float], b: list[float]) -> linear.Matrix:
    one, other = linear.unit(a), linear.unit(b)
    axis = linear.cross(one, other)
    angle = math.atan2(linear.length(axis), linear.dot(one, other))
    return linear.from_quaternion((*linear.by(linear.unit(axis), math.sin(angle / 2)), math.cos(angle / 2)))


class MEulerRotation(Tuple):
    """A rotation as angles in radians, in an order."""

    NAMES = "xyz"
    kXYZ, kYZX, kZXY, kXZY, kYXZ, kZYX = range(6)

    def __init__(self, *args: Any) -> None:
        self.order = 0
        if len(args) == 1 and isinstance(args[0], MEulerRotation):
            self.order = args[0].order
        if len(args) == 2 and not isinstance(args[0], (int, float)):
            self.order, args = int(args[1]), args[:1]
        elif len(args) == 4:
            self.order, args = int(args[3]), args[:3]
        super().__init__(*args)

    def asMatrix(self) -> MMatrix:
        """As a matrix."""
        return MMatrix(linear.rotation(self.values, self.order))

    def asQuaternion(self) -> MQuaternion:
        """As a quaternion."""
        return MQuaternion(linear.to_quaternion(linear.rotation(self.values, self.order)))

    def asVector(self) -> MVector:
        """Its angles as a vector."""
        return MVector(self.values)

    def reorder(self, order: int) -> MEulerRotation:
        """The same turn in another order."""
        return MEulerRotation(linear.euler(linear.rotation(self.values, self.order), order), order)

    def reorderIt(self, order: int) -> MEulerRotation:
        """Makes itself of another order."""
        self.values, self.order = list(self.reorder(order).values), order
        return self

    def inverse(self) -> MEulerRotation:
        """The turn back."""
        return MEulerRotation(
            linear.euler(linear.inverse(linear.rotation(self.values, self.order)), self.order), self.order
        )

    def __mul__(self, other: MEulerRotation) -> MEulerRotation:
        turned = linear.times(self.asMatrix().rows, other.asMatrix().rows)
        return MEulerRotation(linear.euler(turned, self.order), self.order)

    @staticmethod
    def decompose(matrix: MMatrix, order: int) -> MEulerRotation:
        """The angles of a matrix."""
        return MEulerRotation(linear.euler(linear.parts(matrix.rows).rotation, order), order)


class MTransformationMatrix(Api):
    """A transform by its parts; orders of rotation are counted from one here."""

    kInvalid, kXYZ, kYZX, kZXY, kXZY, kYXZ, kZYX, kLast = range(8)

    def __init__(self, source: Any = None) -> None:
        rows = (
            linear.IDENTITY
            if source is None
            else source.asMatrix().rows
            if isinstance(source, MTransformationMatrix)
            else source.rows
        )
        held = linear.parts(rows)
        self._scale, self._shear, self._turn, self._move = held
        self._order = source._order if isinstance(source, MTransformationMatrix) else 0
        self._pivots: dict[str, linear.Vector] = {}

    def asMatrix(self, share: float = 1.0) -> MMatrix:
        """As a matrix."""
        return MMatrix(
            linear.product(
                linear.scaling(self._scale), linear.shearing(self._shear), self._turn, linear.translation(self._move)
            )
        )

    def asMatrixInverse(self) -> MMatrix:
        """The inverse as a matrix."""
        return self.asMatrix().inverse()

    def asRotateMatrix(self) -> MMatrix:
        """Its rotation as a matrix."""
        return MMatrix(self._turn)

    def asScaleMatrix(self) -> MMatrix:
        """Its scale and shear as a matrix."""
        return MMatrix(linear.times(linear.scaling(self._scale), linear.shearing(self._shear)))

    def translation(self, space: int) -> MVector:
        """Where it moves to."""
        return MVector(self._move)

    def setTranslation(self, move: Tuple, space: int) -> MTransformationMatrix:
        """Sets where it moves to."""
        self._move = (move[0], move[1], move[2])
        return self

    def translateBy(self, move: Tuple, space: int) -> MTransformationMatrix:
        """Moves it further."""
        self._move = linear.add(self._move, move.values)
        return self

    def rotation(self, asQuaternion: bool = False) -> Any:
        """How it turns."""
        if asQuaternion:
            return MQuaternion(linear.to_quaternion(self._turn))
        return MEulerRotation(linear.euler(self._turn, self._order), self._order)

    def setRotation(self, turn: Any) -> MTransformationMatrix:
        """Sets how it turns."""
        if isinstance(turn, MEulerRotation):
            self._order = turn.order
        self._turn = turn.asMatrix().rows
        return self

    def rotateBy(self, turn: Any, space: int) -> MTransformationMatrix:
        """Turns it further."""
        more = turn.asMatrix().rows
        self._turn = linear.times(more, self._turn) if space == MSpace.kObject else linear.times(self._turn, more)
        return self

    def rotationOrder(self) -> int:
        """The order of rotation, counted from one."""
        return self._order + 1

    def reorderRotation(self, order: int) -> MTransformationMatrix:
        """Another order for the same turn."""
        self._order = order - 1
        return self

    def scale(self, space: int) -> list[float]:
        """How it scales."""
        return list(self._scale)

    def setScale(self, factors: Any, space: int) -> MTransformationMatrix:
        """Sets how it scales."""
        self._scale = (float(factors[0]), float(factors[1]), float(factors[2]))
        return self

    def shear(self, space: int) -> list[float]:
        """How it shears."""
        return list(self._shear)

    def setShear(self, amounts: Any, space: int) -> MTransformationMatrix:
        """Sets how it shears."""
        self._shear = (float(amounts[0]), float(amounts[1]), float(amounts[2]))
        return self

    def rotatePivot(self, space: int) -> MPoint:
        """About what it turns: nothing here has moved it."""
        return MPoint(self._pivots.get("rotate", linear.ORIGIN))

    def isEquivalent(self, other: MTransformationMatrix, tolerance: float = 1e-10) -> bool:
        """Whether it is equal within a tolerance."""
        return self.asMatrix().isEquivalent(other.asMatrix(), tolerance)
