"""What the oracles of all domains use."""

from __future__ import annotations

from typing import Any

from pxr import Usd

_STAGE: list[Any] = []
EARLY = Usd.TimeCode.EarliestTime()


def told(which: Any) -> None:
    """The stage that is meant from now on."""
    _STAGE[:] = [which]


def stage() -> Any:
    return _STAGE[0]


def label(prim: Any) -> str:
    return prim.GetDisplayName() or prim.GetName()


def named(name: str, *kinds: str) -> Any:
    """The prim that people see under this name, of one of these types."""
    (found,) = [p for p in stage().Traverse() if label(p) == name and (not kinds or p.GetTypeName() in kinds)]
    return found


def custom(prim: Any) -> dict[str, Any]:
    """The custom data that the layer says."""
    spec = stage().GetRootLayer().GetPrimAtPath(prim.GetPath())
    return jsonable(dict(spec.customData))


def jsonable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: jsonable(one) for key, one in value.items()}
    if isinstance(value, (str, bool, int, float)):
        return value
    return [jsonable(one) for one in value]


def floats(values: Any) -> list[float]:
    return [float(one) for one in values]


def rows(values: Any) -> list[float]:
    return [float(number) for row in values for number in row]
