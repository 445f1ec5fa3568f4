"""Tangents of meshes, as Maya itself computes them for its viewport and renderers."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.maya.mesh_arrays import faces_of_corners


def tangents_of(mesh: Any) -> array[float] | None:
    """Tangent and sign of the bitangent of every face corner, from the current UV set; None where that leaves faces
    out. With the sign, the bitangent is ``sign * cross(normal, tangent)``."""
    from maya.api import OpenMaya

    name = mesh.currentUVSetName()
    counts, _ = mesh.getAssignedUVs(name)
    if not mesh.numPolygons or not all(counts):
        return None
    every = mesh.getTangents(OpenMaya.MSpace.kObject, name)
    found = array("f")
    for face, vertex in zip(*faces_of_corners(mesh)):
        at = mesh.getTangentId(face, vertex)
        tangent = every[at]
        found.extend((tangent.x, tangent.y, tangent.z, 1.0 if mesh.isRightHandedTangent(at, name) else -1.0))
    return found
