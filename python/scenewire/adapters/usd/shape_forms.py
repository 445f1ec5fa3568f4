"""What a blend shape does to the points of its mesh, row by row. USD keeps only the rows that do something
(pointIndices); its offsets, those of the normals and those of inbetweens have the same rows.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.usd.stage import when

_OFFSETS, _NORMALS, _POINTS = "offsets", "normalOffsets", "pointIndices"
#: What an offset is nothing below: positions are in single precision.
_NOTHING = 1e-7


def offsets(shape: Any, count: int) -> Any:
    """How far each point is moved."""
    return _dense(shape, _OFFSETS, count)


def normal_offsets(shape: Any, count: int) -> Any:
    """How each normal is changed; None where the shape says nothing of them."""
    return _dense(shape, _NORMALS, count) if shape.GetAttribute(_NORMALS).HasAuthoredValue() else None


def set_offsets(shape: Any, given: Any) -> None:
    """The points are moved by these."""
    _write(shape, _OFFSETS, given)


def set_normal_offsets(shape: Any, given: Any) -> None:
    """The normals are changed by these."""
    _write(shape, _NORMALS, given)


def clear(shape: Any) -> None:
    """The points are others from now on: the shape does nothing to them."""
    from pxr import Vt

    for name in _layers(shape):
        shape.GetAttribute(name).Set(Vt.Vec3fArray())
    _put_rows(shape, [])


def follow(shape: Any, before: int, sources: list[int]) -> None:
    """The points are others from now on, each with the row of the one that it comes from; -1 comes from none."""
    from pxr import Gf, Vt

    rows = {name: _dense(shape, name, before) for name in _layers(shape)}
    still = Gf.Vec3f(0)
    moved = {name: Vt.Vec3fArray([old[at] if at >= 0 else still for at in sources]) for name, old in rows.items()}
    _put(shape, moved, len(sources))


def _layers(shape: Any) -> list[str]:
    """The attributes that have the same rows."""
    names = [str(attribute.GetName()) for attribute in shape.GetAuthoredAttributes()]
    return [name for name in names if name in (_OFFSETS, _NORMALS) or name.startswith("inbetweens:")]


def _dense(shape: Any, name: str, count: int) -> Any:
    from pxr import Vt

    values = shape.GetAttribute(name).Get(when()) or Vt.Vec3fArray()
    points = shape.GetAttribute(_POINTS).Get(when()) or ()
    if not points:
        return Vt.Vec3fArray([*values, *[(0, 0, 0)] * (count - len(values))][:count])
    found = Vt.Vec3fArray(count)
    for at, value in zip(points, values):
        if at < count:
            found[at] = value
    return found


def _write(shape: Any, name: str, given: Any) -> None:
    count = len(given)
    rows = {other: _dense(shape, other, count) for other in _layers(shape)}
    _put(shape, {**rows, name: given}, count)


def _put(shape: Any, layers: dict[str, Any], count: int) -> None:
    from pxr import Sdf, Vt

    kept = [at for at in range(count) if any(max(map(abs, rows[at])) > _NOTHING for rows in layers.values())]
    for name, rows in layers.items():
        attribute = shape.CreateAttribute(name, Sdf.ValueTypeNames.Vector3fArray, False, Sdf.VariabilityUniform)
        attribute.Set(Vt.Vec3fArray([rows[at] for at in kept]))
    _put_rows(shape, kept)


def _put_rows(shape: Any, kept: list[int]) -> None:
    from pxr import UsdSkel, Vt

    UsdSkel.BlendShape(shape).CreatePointIndicesAttr().Set(Vt.IntArray(kept))
