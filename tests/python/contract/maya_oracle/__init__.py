"""The second opinion on Maya: every entity read with `maya.cmds` alone, sharing no code with the adapter.

It is imported by the host, not by the tests. A function per entity takes the item as it was read (only its name and
those of what it belongs to are looked at) and gives what the scene itself says, references as names.
"""

from __future__ import annotations

from typing import Any

from maya import cmds

from . import animation, components, core, deforming, model, rendering, rig, shading

DOMAINS = (core, model, components, shading, rendering, animation, rig, deforming)
ORACLES = {plural: oracle for domain in DOMAINS for plural, oracle in domain.ORACLES.items()}

__all__ = ["census", "look"]


def census() -> dict[str, Any]:
    """Every node with its type, its own attributes and what comes into it: whatever came, went or stayed is in it."""
    found: dict[str, Any] = {}
    for path in cmds.ls(long=True):
        joined = cmds.listConnections(path, source=True, destination=False, plugs=True, connections=True) or []
        found[path] = [cmds.nodeType(path), sorted(cmds.listAttr(path, userDefined=True) or []), sorted(joined)]
        if cmds.nodeType(path) == "mesh":
            found[path].append(cmds.polyUVSet(path, query=True, allUVSets=True))
            found[path].append(cmds.polyEvaluate(path, vertex=True, edge=True, face=True))
            found[path].append(cmds.getAttr(f"{path}.displaySmoothMesh"))
        if str(cmds.nodeType(path)).startswith("animCurve"):
            found[path].append(cmds.keyframe(path, query=True, timeChange=True))
        if cmds.nodeType(path) == "joint":
            found[path].append([cmds.getAttr(f"{path}.{end}RotLimitEnable") for end in ("min", "max")])
        if cmds.nodeType(path) == "blendShape":
            found[path].append(cmds.listAttr(f"{path}.w", multi=True))
    return found


def look(plural: str, item: dict[str, Any]) -> dict[str, Any]:
    """What the scene says of one."""
    return ORACLES[plural](item)
