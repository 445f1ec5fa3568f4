"""Transforms. New prims get translate, orient and scale; what other programs made is kept as it is as long as one of its
parts can be written where it stands, and becomes these three else.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.usd.stage import STAGE, when
from scenewire.errors import ConflictError

_ORDER = ["xformOp:translate", "xformOp:orient", "xformOp:scale"]
_PARTS = dict(zip(("position", "rotation", "scale"), _ORDER))


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
    if own is not None:
        return own[part]
    return parts(local(prim))[part]


def _own(prim: Any) -> dict[str, list[float]] | None:
    """The three as they stand, where the prim has them so: a scale keeps its signs then."""
    from pxr import UsdGeom

    ops = UsdGeom.Xformable(prim).GetOrderedXformOps()
    names = [op.GetOpName() for op in ops]
    if not names or names != [name for name in _ORDER if name in names]:
        return None
    found = {"position": [0.0, 0.0, 0.0], "rotation": [0.0, 0.0, 0.0, 1.0], "scale": [1.0, 1.0, 1.0]}
    for op in ops:
        value = op.Get(when())
        part = next(part for part, name in _PARTS.items() if name == op.GetOpName())
        if value is None:
            continue
        found[part] = [*value.GetImaginary(), value.GetReal()] if part == "rotation" else [float(n) for n in value]
    return found


def write_part(prim: Any, part: str, value: list[float]) -> None:
    """Writes one of the three and leaves the others as they are."""
    refuse_animated(prim, part)
    own = _own(prim)
    now = own if own is not None else parts(local(prim))
    write(prim, **{**now, part: list(value)})


def refuse_animated(prim: Any, part: str) -> None:
    """Raises where samples or a spline say the value: a value that holds always would take no effect."""
    from pxr import UsdGeom

    for op in UsdGeom.Xformable(prim).GetOrderedXformOps():
        if op.GetAttr().ValueMightBeTimeVarying():
            raise ConflictError(
                f"`{prim.GetPath()}` is animated ({op.GetOpName()}): a value that holds always would take no effect",
                {"path": part, "prim": str(prim.GetPath())},
                ["write keyframes", "or take the animation off first: attribute.Clear()"],
            )


def write(prim: Any, position: list[float], rotation: list[float], scale: list[float]) -> None:
    """Writes all three, as translate, orient and scale."""
    from pxr import Gf, UsdGeom

    xform = UsdGeom.Xformable(prim)
    resets = xform.GetResetXformStack()
    if [op.GetOpName() for op in xform.GetOrderedXformOps()] != _ORDER:
        xform.ClearXformOpOrder()
        made = {op: prim.GetAttribute(op) for op in _ORDER}
        ops = [
            xform.AddTranslateOp(_precision(made[_ORDER[0]])),
            xform.AddOrientOp(_precision(made[_ORDER[1]])),
            xform.AddScaleOp(_precision(made[_ORDER[2]])),
        ]
        xform.SetXformOpOrder(ops, resets)
    place, turn, size = xform.GetOrderedXformOps()
    _set(place, Gf.Vec3d(*position))
    _set(turn, quaternion(rotation))
    _set(size, Gf.Vec3d(*scale))


def _precision(attribute: Any) -> Any:
    """As what is there already has it, which cannot be made otherwise; double else."""
    from pxr import UsdGeom

    name = str(attribute.GetTypeName()) if attribute else ""
    if name in ("float3", "quatf"):
        return UsdGeom.XformOp.PrecisionFloat
    if name in ("half3", "quath"):
        return UsdGeom.XformOp.PrecisionHalf
    return UsdGeom.XformOp.PrecisionDouble


def _set(op: Any, value: Any) -> None:
    kind = op.GetAttr().GetTypeName().type.pythonClass
    value = kind(value)
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
