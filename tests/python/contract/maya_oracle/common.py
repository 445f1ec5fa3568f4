"""What the oracles of all domains use."""

from __future__ import annotations

import math
from typing import Any

from maya import cmds

#: What no second way of asking Maya would tell otherwise.
UNSAID = "unsaid"


def short(path: str) -> str:
    return path.split("|")[-1]


def transform(name: str) -> str:
    """The only node in space of this name."""
    (found,) = cmds.ls(name, type="transform", long=True)
    return found


def shape(path: str) -> str:
    (found,) = cmds.listRelatives(path, shapes=True, fullPath=True)
    return found


def custom(path: str) -> dict[str, Any]:
    """The attributes that somebody gave it."""
    told: dict[str, Any] = {}
    for name in cmds.listAttr(path, userDefined=True) or []:
        value = cmds.getAttr(f"{path}.{name}")
        told[name] = list(value) if isinstance(value, (list, tuple)) else value
    return told


def triple(plug: str) -> list[float]:
    return [float(n) for n in cmds.getAttr(plug)[0]]


def number(plug: str) -> float:
    return float(cmds.getAttr(plug))


def quaternion(path: str) -> list[float]:
    """Of turns about x, then y, then z, by the half angles' formula."""
    assert cmds.getAttr(f"{path}.rotateOrder") == 0
    (cx, sx), (cy, sy), (cz, sz) = (
        (math.cos(math.radians(a) / 2), math.sin(math.radians(a) / 2)) for a in triple(f"{path}.rotate")
    )
    return [
        sx * cy * cz - cx * sy * sz,
        cx * sy * cz + sx * cy * sz,
        cx * cy * sz - sx * sy * cz,
        cx * cy * cz + sx * sy * sz,
    ]
