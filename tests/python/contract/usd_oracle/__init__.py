"""The second opinion on USD: every entity read with `pxr` alone, sharing no code with the adapter.

It is imported by the host, not by the tests, and told which stage is meant. A function per entity takes the item as it
was read (only its name and those of what it belongs to are looked at) and gives what the stage itself says, references
as names.
"""

from __future__ import annotations

from typing import Any

from . import animation, core, model, rendering, rig, shading
from .common import label, stage, told

DOMAINS = (core, model, shading, rendering, animation, rig)
ORACLES = {plural: oracle for domain in DOMAINS for plural, oracle in domain.ORACLES.items()}

__all__ = ["census", "look", "told"]


def census() -> dict[str, Any]:
    """Everything that the root layer says: whatever came, went or stayed behind is in it."""
    found: dict[str, Any] = {}
    for prim in stage().TraverseAll():
        names = [f"{p.GetName()} {samples_of(p)}" for p in prim.GetAuthoredProperties()]
        for name in ("joints", "faceVertexIndices", "faceVertexCounts", "points"):
            names += [str(list(prim.GetAttribute(name).Get() or ()))] if prim.HasAttribute(name) else []
        targets = [str(t) for r in prim.GetRelationships() for t in r.GetTargets()]
        found[str(prim.GetPath())] = [
            prim.GetTypeName(),
            label(prim),
            *sorted(names),
            *targets,
            *prim.GetAppliedSchemas(),
        ]
    return found


def samples_of(prop: Any) -> int:
    """How many time samples a property has."""
    return prop.GetNumTimeSamples() if hasattr(prop, "GetNumTimeSamples") else 0


def look(plural: str, item: dict[str, Any]) -> dict[str, Any]:
    """What the stage says of one."""
    return ORACLES[plural](item)
