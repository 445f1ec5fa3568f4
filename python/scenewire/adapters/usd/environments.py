"""Environments: dome lights."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.file_rules import refuse_missing
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.usd.handles import Handle, Kind, handle
from scenewire.adapters.usd.metadata import METADATA
from scenewire.adapters.usd.naming import define, shown
from scenewire.adapters.usd.prims import own_fields, prim_entity
from scenewire.adapters.usd.stage import STAGE, when
from scenewire.adapters.usd.transforms import local, parts, quaternion
from scenewire.errors import NotSupportedError


def _is_dome(prim: Any) -> bool:
    from pxr import UsdLux

    return bool(prim.IsA(UsdLux.DomeLight) or prim.IsA(UsdLux.DomeLight_1))


DOME = Kind("environment", _is_dome)
_UPRIGHT = "xformOp:rotateX:orientToStageUpAxis"


def _make(item: Item) -> Handle:
    from pxr import Sdf, UsdLux

    prim = define(Sdf.Path.absoluteRootPath, item.pop("name", None) or "Environment", "DomeLight")
    # A dome's picture has Y up by itself.
    UsdLux.DomeLight(prim).OrientToStageUpAxis()
    return handle(prim)


def _get(dome: Handle, name: str) -> Any:
    return dome.prim.GetAttribute(f"inputs:{name}").Get(when())


def _put(dome: Handle, name: str, value: Any) -> None:
    dome.prim.GetAttribute(f"inputs:{name}").Set(value)


def _image(dome: Handle, _job: Job) -> str | None:
    found = _get(dome, "texture:file")
    return str(found.resolvedPath or found.path) or None if found else None


def _set_image(dome: Handle, path: str | None) -> None:
    from pxr import Sdf

    if path is None:
        dome.prim.GetAttribute("inputs:texture:file").Clear()
        return
    refuse_missing(path)
    _put(dome, "texture:file", Sdf.AssetPath(path))


def _rotation(dome: Handle, _job: Job) -> list[float]:
    turn = dome.prim.GetAttribute("xformOp:orient")
    if turn and turn.HasAuthoredValue():
        found = turn.Get(when())
        return [*(float(number) for number in found.GetImaginary()), float(found.GetReal())]
    upright = STAGE.up() == "Z" and dome.prim.GetAttribute(_UPRIGHT)
    return [0.0, 0.0, 0.0, 1.0] if upright else parts(local(dome.prim))["rotation"]


def _set_rotation(dome: Handle, turn: list[float]) -> None:
    from pxr import UsdGeom

    xform = UsdGeom.Xformable(dome.prim)
    ops = [op for op in xform.GetOrderedXformOps() if op.GetOpName() in ("xformOp:orient", _UPRIGHT)]
    if len(ops) != len(xform.GetOrderedXformOps()):
        raise NotSupportedError(
            f"`{shown(dome.prim)}` is turned by operations of another program",
            {"path": "rotation"},
            ["clear them first: UsdGeom.Xformable(prim).ClearXformOpOrder()"],
        )
    orient = next((op for op in ops if op.GetOpName() == "xformOp:orient"), None)
    if orient is None:
        orient = xform.AddOrientOp(UsdGeom.XformOp.PrecisionDouble)
        xform.SetXformOpOrder([orient, *ops])
    orient.Set(orient.GetAttr().GetTypeName().type.pythonClass(quaternion(turn)))


def _active(dome: Handle, _job: Job) -> bool:
    from pxr import UsdGeom

    return bool(UsdGeom.Imageable(dome.prim).ComputeVisibility(when()) != UsdGeom.Tokens.invisible)


def _set_active(dome: Handle, active: bool) -> None:
    from pxr import UsdGeom

    imageable = UsdGeom.Imageable(dome.prim)
    imageable.CreateVisibilityAttr().Set(UsdGeom.Tokens.inherited if active else UsdGeom.Tokens.invisible)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    **own_fields(DOME),
    "image": Field(_image, _set_image),
    "color": Field(
        lambda dome, _job: [*(float(number) for number in _get(dome, "color")), 1.0],
        lambda dome, value: _put(dome, "color", opaque(value, "color", "USD")),
    ),
    "intensity": Field(
        lambda dome, _job: float(_get(dome, "intensity")) * 2 ** float(_get(dome, "exposure")),
        lambda dome, value: _put(dome, "intensity", value / 2 ** float(_get(dome, "exposure"))),
    ),
    "rotation": Field(_rotation, _set_rotation),
    "active": Field(_active, _set_active),
    "metadata": METADATA,
}

ENVIRONMENTS = prim_entity(DOME, "environments", FIELDS, _make)
