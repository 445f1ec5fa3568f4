"""Unreal's transforms: left-handed, Z up, centimetres. The formulas are `FRotator::Quaternion`, `FQuat::Rotator` and
`FTransform::Multiply` of the engine's Core (UnrealMath.cpp, TransformNonVectorized.h): a positive pitch looks up, a
positive yaw turns to the right (from X to Y), a positive roll leans to the right.
"""

from __future__ import annotations

import math
from typing import Any

from unreal_double.kinds import does, named

#: `FQuat::Rotator`: beyond it pitch is a right angle.
_SINGULARITY = 0.4999995

Quaternion = tuple[float, float, float, float]
Triple = tuple[float, float, float]


def vector(numbers: Any) -> Any:
    """A Vector."""
    return named("Vector")(*(float(one) for one in numbers))


def triple(one: Any) -> Triple:
    """The numbers of a Vector."""
    return one._fields["x"], one._fields["y"], one._fields["z"]


def from_rotator(roll: float, pitch: float, yaw: float) -> Quaternion:
    """`FRotator::Quaternion`, of degrees."""
    (sp, cp), (sy, cy), (sr, cr) = (
        (math.sin(half), math.cos(half)) for half in (math.radians(math.fmod(a, 360)) / 2 for a in (pitch, yaw, roll))
    )
    return (
        cr * sp * sy - sr * cp * cy,
        -cr * sp * cy - sr * cp * sy,
        cr * cp * sy - sr * sp * cy,
        cr * cp * cy + sr * sp * sy,
    )


def _axis(angle: float) -> float:
    """`FRotator::NormalizeAxis`: within -180 and 180."""
    angle = math.fmod(angle, 360.0)
    return angle - 360 if angle > 180 else angle + 360 if angle < -180 else angle


def to_rotator(q: Quaternion) -> tuple[float, float, float]:
    """`FQuat::Rotator`: roll, pitch and yaw in degrees."""
    x, y, z, w = q
    test = z * x - w * y
    yaw = math.degrees(math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z)))
    if test < -_SINGULARITY:
        return _axis(-yaw - 2 * math.degrees(math.atan2(x, w))), -90.0, yaw
    if test > _SINGULARITY:
        return _axis(yaw - 2 * math.degrees(math.atan2(x, w))), 90.0, yaw
    roll = math.degrees(math.atan2(-2 * (w * x + y * z), 1 - 2 * (x * x + y * y)))
    return roll, math.degrees(math.asin(2 * test)), yaw


def times(a: Quaternion, b: Quaternion) -> Quaternion:
    """First b, then a."""
    ax, ay, az, aw = a
    bx, by, bz, bw = b
    return (
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
        aw * bw - ax * bx - ay * by - az * bz,
    )


def turned(q: Quaternion, v: Triple) -> Triple:
    """`FQuat::RotateVector`."""
    x, y, z, w = q
    t = (2 * (y * v[2] - z * v[1]), 2 * (z * v[0] - x * v[2]), 2 * (x * v[1] - y * v[0]))
    return (
        v[0] + w * t[0] + y * t[2] - z * t[1],
        v[1] + w * t[1] + z * t[0] - x * t[2],
        v[2] + w * t[2] + x * t[1] - y * t[0],
    )


def conjugate(q: Quaternion) -> Quaternion:
    """The turn back."""
    return -q[0], -q[1], -q[2], q[3]


def quaternion(one: Any) -> Quaternion:
    """The numbers of a Quat or Rotator."""
    fields = one._fields
    if "yaw" in fields:
        return from_rotator(fields["roll"], fields["pitch"], fields["yaw"])
    return fields["x"], fields["y"], fields["z"], fields["w"]


def transform(place: Any, turn: Quaternion, scale: Any) -> Any:
    """A Transform."""
    made = named("Transform")()
    made._fields.update(translation=vector(place), rotation=named("Quat")(*turn), scale3d=vector(scale))
    return made


def parts(one: Any) -> tuple[Triple, Quaternion, Triple]:
    """Translation, rotation and scale of a Transform."""
    fields = one._fields
    return triple(fields["translation"]), quaternion(fields["rotation"]), triple(fields["scale3d"])


def below(child: Any, parent: Any) -> Any:
    """`FTransform::Multiply`: a child's place in what its parent is in. Scales are multiplied part by part: nothing is
    ever sheared."""
    place, turn, scale = parts(child)
    at, around, by = parts(parent)
    scaled = turned(around, (place[0] * by[0], place[1] * by[1], place[2] * by[2]))
    moved = [a + b for a, b in zip(scaled, at)]
    return transform(moved, times(around, turn), [a * b for a, b in zip(scale, by)])


def relative(world: Any, parent: Any) -> Any:
    """`FTransform::GetRelativeTransform`, the way back; a scale of nothing gives nothing."""
    place, turn, scale = parts(world)
    at, around, by = parts(parent)
    inverse = [1 / number if abs(number) > 1e-8 else 0.0 for number in by]
    back = turned(conjugate(around), (place[0] - at[0], place[1] - at[1], place[2] - at[2]))
    return transform(
        [a * b for a, b in zip(back, inverse)],
        times(conjugate(around), turn),
        [a * b for a, b in zip(scale, inverse)],
    )


@does("Transform", "__init__")
def _transform(self: Any, location: Any = None, rotation: Any = None, scale: Any = None) -> None:
    turn = quaternion(rotation) if rotation is not None else (0.0, 0.0, 0.0, 1.0)
    self._fields.update(
        translation=location or vector((0, 0, 0)), rotation=_quat(turn), scale3d=scale or vector((1, 1, 1))
    )


def _quat(numbers: Quaternion) -> Any:
    return named("Quat")(*numbers)


@does("Quat", "rotator")
def _rotator_of(self: Any) -> Any:
    return named("Rotator")(*to_rotator(quaternion(self)))


@does("Rotator", "quaternion")
def _quaternion_of(self: Any) -> Any:
    return _quat(quaternion(self))


@does("Quat", "rotate_vector")
def _rotate_vector(self: Any, v: Any) -> Any:
    return vector(turned(quaternion(self), triple(v)))


@does("Transform", "multiply")
def _multiply(self: Any, b: Any) -> Any:
    return below(self, b)


@does("Transform", "transform_location")
def _transform_location(self: Any, location: Any) -> Any:
    at = transform(triple(location), (0.0, 0.0, 0.0, 1.0), (1, 1, 1))
    return below(at, self)._fields["translation"]


@does("Transform", "make_relative")
def _make_relative(self: Any, relative_to: Any) -> Any:
    return relative(self, relative_to)
