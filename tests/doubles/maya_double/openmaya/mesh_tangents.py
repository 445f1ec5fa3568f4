"""Tangents of `MFnMesh`. Source: `getTangents`, `getTangentId` and `isRightHandedTangent` in Autodesk's reference: "the
surface tangent of the polygon running in the U direction defined by the uv map"; "true if the normal, tangent and
binormal form a right handed coordinate system".
"""

from __future__ import annotations

import itertools

from maya_double import linear
from maya_double.linear import Vector
from maya_double.polygons.data import MeshData, UVSet

from .arrays import MFloatVectorArray
from .mesh_sets import MeshSets
from .objects import MSpace


class MeshTangents(MeshSets):
    """The part of `MFnMesh` that is about tangents: one for each corner."""

    def getTangents(self, space: int = MSpace.kObject, uvSet: str = "") -> MFloatVectorArray:
        """The tangents, which `getTangentId` counts."""
        if space != MSpace.kObject:
            from maya_double import faults

            raise faults.NotModelled("getTangents in world space")
        uvs = self.mesh.uvs[self._uv_name(uvSet)]
        if len(uvs.faces) < len(self.mesh.faces) or not all(uvs.faces):
            raise RuntimeError("(kFailure): Unexpected Internal Failure")
        return MFloatVectorArray(
            tangent(self.mesh, uvs, number, at)[0]
            for number, face in enumerate(self.mesh.faces)
            for at in range(len(face))
        )

    def getTangentId(self, face: int, vertex: int) -> int:
        """The number of the tangent at a corner."""
        faces = self.mesh.faces
        return sum(map(len, faces[:face])) + faces[face].index(vertex)

    def isRightHandedTangent(self, tangentId: int, uvSet: str = "") -> bool:
        """Whether normal, tangent and binormal are right handed: not where the UVs lie mirrored."""
        corners = ((number, at) for number, face in enumerate(self.mesh.faces) for at in range(len(face)))
        number, at = next(itertools.islice(corners, tangentId, None))
        return tangent(self.mesh, self.mesh.uvs[self._uv_name(uvSet)], number, at)[1]


def tangent(mesh: MeshData, uvs: UVSet, number: int, at: int) -> tuple[Vector, bool]:
    """At a corner: of the triangle of the corners before and behind it."""
    face, own = mesh.faces[number], uvs.faces[number]
    before, behind = at - 1, (at + 1) % len(face)
    a, b = (linear.minus(mesh.points[face[n]], mesh.points[face[at]]) for n in (behind, before))
    (u0, v0), (u1, v1), (u2, v2) = (uvs.points[own[n]] for n in (at, behind, before))
    area = (u1 - u0) * (v2 - v0) - (u2 - u0) * (v1 - v0)
    along = linear.minus(linear.by(a, v2 - v0), linear.by(b, v1 - v0))
    if area < 0:
        along = linear.by(along, -1.0)
    normal = mesh.corner_normal(number, face[at])
    flat = linear.minus(along, linear.by(normal, linear.dot(along, normal)))
    return linear.unit(flat), area >= 0
