"""Transforms. New prims get translate, orient and scale. What other programs made stays as it is until one of its parts
is written, and becomes these three then.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scenewire.adapters.rotations import euler
from scenewire.adapters.usd.stage import STAGE, when
from scenewire.errors import ConflictError

#: In this order, as many of them as there are. What ends in an axis is a channel: one number that can be animated by
#: itself, added to what stands before it (of a scale: times it).
_POSITION = ["xformOp:translate", *(f"xformOp:translate:{axis}" for axis in "xyz")]
_TURNS = [f"xformOp:rotate{axis}{suffix}" for axis in "ZYX" for suffix in (":rest", "")]
_SCALE = ["xformOp:scale", *(f"xformOp:scale:{axis}" for axis in "xyz")]
_ORDER = [*_POSITION, "xformOp:orient", *_TURNS, *_SCALE]
_PARTS = {"position": _POSITION, "rotation": ["xformOp:orient", *_TURNS], "scale": _SCALE}


def local(prim: Any, time: Any = None) -> Any:
    """What takes a prim into its parent, rows first, as USD has matrices."""
    from pxr import UsdGeom

    return UsdGeom.Xformable(prim).GetLocalTransformation(when() if time is None else time)


def world(prim: Any, time: Any = None) -> Any:
    """What takes a prim into the world, rows first."""
    from pxr import UsdGeom

    return UsdGeom.Imageable(prim).ComputeLocalToWorldTransform(when() if time is None else time)


def to_list(matrix: Any) -> list[float]:
    """A matrix of USD's as the API has them: acting on columns, row by row."""
    return [float(matrix[column][row]) for row in range(4) for column in range(4)]


def from_list(numbers: list[float]) -> Any:
    """A matrix of the API's as USD has them."""
    from pxr import Gf

    return Gf.Matrix4d(*(float(numbers[4 * column + row]) for row in range(4) for column in range(4)))


def parts(matrix: Any) -> dict[str, list[float]]:
    """Position, rotation as [x, y, z, w] and scale; a mirror is a negative scale, shear is lost."""
    from pxr import Gf

    rows = [Gf.Vec3d(*matrix.GetRow3(row)) for row in range(3)]
    sizes = [row.GetLength() for row in rows]
    if matrix.GetDeterminant3() < 0:
        sizes = [-size for size in sizes]
    axes = [row / size if size else Gf.Vec3d(*(float(at == index) for at in range(3)))
            for index, (row, size) in enumerate(zip(rows, sizes))]  # fmt: skip
    turned = Gf.Matrix3d(*(number for axis in axes for number in axis)).GetOrthonormalized(False)
    turn = turned.ExtractRotation().GetQuat()
    x, y, z = turn.GetImaginary()
    return {"position": list(matrix.ExtractTranslation()), "rotation": [x, y, z, turn.GetReal()], "scale": sizes}


def composed(place: list[float], turn: list[float], size: list[float]) -> Any:
    """The matrix of the three."""
    from pxr import Gf

    return (
        Gf.Matrix4d().SetScale(Gf.Vec3d(*size))
        * Gf.Matrix4d().SetRotate(quaternion(turn))
        * Gf.Matrix4d().SetTranslate(Gf.Vec3d(*place))
    )


def quaternion(turn: list[float]) -> Any:
    """[x, y, z, w] as USD's."""
    from pxr import Gf

    x, y, z, w = (float(number) for number in turn)
    return Gf.Quatd(w, x, y, z).GetNormalized()


def read_part(prim: Any, part: str) -> list[float]:
    """Position, rotation or scale, local to the parent."""
    own = _own(prim)
    return own[part] if own is not None else parts(local(prim))[part]


def ops_of(prim: Any) -> dict[str, Any] | None:
    """The operations of a prim that stands as ours do, by name; None when it has others, or another order."""
    from pxr import UsdGeom

    found = {op.GetOpName(): op for op in UsdGeom.Xformable(prim).GetOrderedXformOps()}
    return found if found and list(found) == [name for name in _ORDER if name in found] else None


def _own(prim: Any) -> dict[str, list[float]] | None:
    """The three as they stand, where the prim has them so: a scale keeps its signs then."""
    ops = ops_of(prim)
    if ops is None:
        return None
    place, size = [0.0] * 3, [1.0] * 3
    for name, op in ops.items():
        value = op.Get(when())
        if value is None:
            continue
        if name in _POSITION:
            place = [one + float(other) for one, other in zip(place, value)]
        elif name in _SCALE:
            size = [one * float(other) for one, other in zip(size, value)]
    return {"position": place, "rotation": _turn(ops), "scale": size}


def _turn(ops: dict[str, Any]) -> list[float]:
    from pxr import Gf

    orient = ops.get("xformOp:orient")
    value = orient.Get(when()) if orient else None
    if value is not None:
        return [*(float(number) for number in value.GetImaginary()), float(value.GetReal())]
    turned = Gf.Quatd(1)
    for name in _TURNS:
        angle = ops[name].Get(when()) if name in ops else None
        if angle:
            turned *= Gf.Rotation(_AXES[name[len("xformOp:rotate")]], float(angle)).GetQuat()
    return [*turned.GetImaginary(), turned.GetReal()]


_AXES = {"X": (1, 0, 0), "Y": (0, 1, 0), "Z": (0, 0, 1)}


def write_part(prim: Any, part: str, value: list[float]) -> None:
    """Writes one of the three and leaves the others as they are."""
    own = _own(prim)
    now = own if own is not None else parts(local(prim))
    write(prim, **{**now, part: list(value)})


def _refuse_animated(prim: Any, part: str, ops: dict[str, Any]) -> None:
    """Raises where samples or a spline say the value: a value that holds always would take no effect."""
    for name, op in ops.items():
        if (part == "" or name in _PARTS[part]) and op.GetAttr().GetNumTimeSamples():
            raise ConflictError(
                f"`{prim.GetPath()}` is animated ({name}): a value that holds always would take no effect",
                {"path": part, "prim": str(prim.GetPath())},
                ["write keyframes", "or delete its channels first"],
            )


def write(prim: Any, position: list[float], rotation: list[float], scale: list[float]) -> None:
    """Writes all three, those that change."""
    own = _own(prim)
    if own is None:
        from pxr import UsdGeom

        every = {op.GetOpName(): op for op in UsdGeom.Xformable(prim).GetOrderedXformOps()}
        _refuse_animated(prim, "", every)
        own = {}
    ops = base_ops(prim)
    for part, value in (("position", position), ("rotation", rotation), ("scale", scale)):
        if part in own and all(abs(a - b) < 1e-12 for a, b in zip(own[part], value)):
            continue
        kept = _animated_axes(ops, part, own.get(part), value)
        _refuse_animated(prim, part, {name: op for name, op in ops.items() if name not in kept})
        _write_base(ops, part, value, kept)


def _animated_axes(ops: dict[str, Any], part: str, before: list[float] | None, after: list[float]) -> dict[str, int]:
    """The channels with samples whose number stays what it is, and its place."""
    if part == "rotation" or before is None:
        return {}
    axes = enumerate(zip(_PARTS[part][1:], before, after))
    return {
        name: at
        for at, (name, one, other) in axes
        if name in ops and ops[name].GetAttr().GetNumTimeSamples() and abs(one - other) < 1e-12
    }


def _write_base(ops: dict[str, Any], part: str, value: list[float], kept: dict[str, int] | None = None) -> None:
    """What stands before channels says it all but what those kept say; channels without samples add nothing then."""
    from pxr import Gf

    first, kept = _PARTS[part][0], kept or {}
    value = [float(part == "scale") if at in kept.values() else number for at, number in enumerate(value)]
    if first in ops:
        put(ops[first], quaternion(value) if part == "rotation" else Gf.Vec3d(*value))
    else:
        for axis, angle in zip("XYZ", euler(value)):
            put(ops[f"xformOp:rotate{axis}:rest"], angle)
    for name in _PARTS[part][1:]:
        if name in ops and name not in kept and not name.endswith(":rest"):
            neutral = 0.0 if part == "rotation" else Gf.Vec3d(float(part == "scale"))
            put(ops[name], neutral)


def base_ops(prim: Any) -> dict[str, Any]:
    """The operations by name, with those that hold what is not animated; made of what else there is."""
    from pxr import UsdGeom

    ops = ops_of(prim)
    turned = ops is not None and ("xformOp:orient" in ops or any(name.endswith(":rest") for name in ops))
    if ops is not None and turned and "xformOp:translate" in ops and "xformOp:scale" in ops:
        return ops
    now = _own(prim) if ops is not None else parts(local(prim))
    kept = [name for name in ops or () if name not in ("xformOp:translate", "xformOp:orient", "xformOp:scale")]
    if ops is None:
        UsdGeom.Xformable(prim).ClearXformOpOrder()
    made = arrange(prim, ["xformOp:translate", *kept, "xformOp:orient", "xformOp:scale"])
    if ops is None and now is not None:
        for part, value in now.items():
            _write_base(made, part, value)
    return made


def arrange(prim: Any, names: Iterable[str]) -> dict[str, Any]:
    """The prim has these operations then, in our order; those that were not there are made, saying nothing yet."""
    from pxr import UsdGeom

    xform = UsdGeom.Xformable(prim)
    resets = xform.GetResetXformStack()
    have = {op.GetOpName(): op for op in xform.GetOrderedXformOps()}
    wanted = [name for name in _ORDER if name in set(names)]
    ops = {name: have.get(name) or _made_op(prim, xform, name) for name in wanted}
    xform.SetXformOpOrder(list(ops.values()), resets)
    return ops


def _made_op(prim: Any, xform: Any, name: str) -> Any:
    from pxr import UsdGeom

    _, kind, *suffix = name.split(":")
    add = getattr(xform, f"Add{kind[0].upper()}{kind[1:]}Op")
    there = prim.GetAttribute(name)
    if there:
        return UsdGeom.XformOp(there)
    return add(_precision(there), suffix[0] if suffix else "")


def _precision(attribute: Any) -> Any:
    """As what is there already has it, which cannot be made otherwise; double else."""
    from pxr import UsdGeom

    name = str(attribute.GetTypeName()) if attribute else ""
    if name in ("float3", "quatf", "float"):
        return UsdGeom.XformOp.PrecisionFloat
    if name in ("half3", "quath", "half"):
        return UsdGeom.XformOp.PrecisionHalf
    return UsdGeom.XformOp.PrecisionDouble


def put(op: Any, value: Any) -> None:
    """Writes what an operation holds always, when it holds something else."""
    kind = op.GetAttr().GetTypeName().type.pythonClass
    value = kind(value) if kind is not None else value
    if op.Get() != value:
        op.Set(value)


def parent_world(prim: Any) -> Any:
    """What takes a prim's parent into the world."""
    from pxr import Gf, UsdGeom

    above = prim.GetParent()
    while above and not above.IsPseudoRoot():
        if above.IsA(UsdGeom.Imageable):
            return world(above)
        above = above.GetParent()
    return Gf.Matrix4d(1)


def put_world(prim: Any, matrix: Any) -> None:
    """Writes the local transform that puts a prim there in the world."""
    write(prim, **parts(matrix * parent_world(prim).GetInverse()))


def up_vector() -> list[float]:
    """The stage's up."""
    return [0.0, 0.0, 1.0] if STAGE.up() == "Z" else [0.0, 1.0, 0.0]
