"""How sharp edges of a mesh stay under subdivision. USD keeps chains of vertices, with a sharpness each or one for each
of their edges; here it is a number from 0 to 1 by edge, where 1 is what USD calls infinitely sharp.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.stage import when

_NAMES = ("creaseIndices", "creaseLengths", "creaseSharpnesses")
Creases = dict[frozenset[int], float]


def read(mesh: Any) -> Creases:
    """The crease of each edge that has one, by its two vertices."""
    indices, lengths, sharp = (list(mesh.GetPrim().GetAttribute(name).Get(when()) or ()) for name in _NAMES)
    each = len(sharp) != len(lengths)
    found: Creases = {}
    start = place = 0
    for at, length in enumerate(lengths):
        chain = indices[start : start + length]
        start += length
        for step, pair in enumerate(zip(chain, chain[1:])):
            which = place + step if each else at
            if which < len(sharp):
                found[frozenset(pair)] = min(float(sharp[which]) / _infinite(), 1.0)
        place += length - 1
    return {edge: crease for edge, crease in found.items() if crease > 0}


def write(mesh: Any, creases: Creases) -> None:
    """These edges have creases, and no others."""
    from pxr import Vt

    told = {edge: crease for edge, crease in creases.items() if crease > 0}
    if not told:
        for name in _NAMES:
            mesh.GetPrim().RemoveProperty(name)
        return
    mesh.CreateCreaseIndicesAttr().Set(arrays.numbers([vertex for edge in told for vertex in sorted(edge)]))
    mesh.CreateCreaseLengthsAttr().Set(Vt.IntArray(len(told), 2))
    mesh.CreateCreaseSharpnessesAttr().Set(Vt.FloatArray([crease * _infinite() for crease in told.values()]))


def _infinite() -> float:
    from pxr import UsdGeom

    return float(UsdGeom.Mesh.SHARPNESS_INFINITE)
