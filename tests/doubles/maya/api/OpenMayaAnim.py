"""Maya's double: `maya.api.OpenMayaAnim`."""

from __future__ import annotations

from typing import Any

from maya_double import faults, tables
from maya_double.openmaya.skin import MFnSkinCluster

__all__ = ["MFnSkinCluster"]


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    text = f"maya.api.OpenMayaAnim.{name}"
    if name in tables.api_classes():
        raise faults.NotModelled(text)
    faults.refuse(faults.UnknownCall, f"the published tables have no {text}", AttributeError(text))
