"""`MItMeshVertex` and `MItMeshPolygon`: one vertex or face after the other, and what it touches."""

from __future__ import annotations

from typing import Any

from maya_double import linear, shapes
from maya_double.nodes import Node
from maya_double.polygons.data import MeshData, around

from .arrays import MIntArray
from .base import Api
from .objects import MDagPath, MObject, MSpace, node_of
from .vectors import MPoint


class MeshWalk(Api):
    """What both have: a mesh, and where they are in it."""

    def __init__(self, target: MDagPath | MObject) -> None:
        self.node: Node = node_of(target)
        if self.node.kind != "mesh":
            raise ValueError("(kInvalidParameter): Object is incompatible with this method")
        self.place = 0

    @property
    def mesh(self) -> MeshData:
        """The mesh as it is."""
        return shapes.mesh(self.node)

    def count(self) -> int:
        """How many there are."""
        raise NotImplementedError

    def setIndex(self, index: int) -> Any:
        """Goes to one."""
        if not 0 <= index < self.count():
            raise IndexError("(kInvalidParameter): The specified index is out of range")
        self.place = index
        return self

    def index(self) -> int:
        """Where it is."""
        return self.place


class MItMeshVertex(MeshWalk):
    """Vertices."""

    def count(self) -> int:
        """How many there are."""
        return len(self.mesh.points)

    def getConnectedFaces(self) -> MIntArray:
        """The faces at it."""
        return MIntArray(self.mesh.vertex_faces()[self.place])

    def getConnectedEdges(self) -> MIntArray:
        """The edges at it."""
        return MIntArray(n for n, edge in enumerate(self.mesh.edges) if self.place in edge)


class MItMeshPolygon(MeshWalk):
    """Faces."""

    def count(self) -> int:
        """How many there are."""
        return len(self.mesh.faces)

    def getEdges(self) -> MIntArray:
        """The edges around it."""
        return MIntArray(self.mesh.edge_ids[edge] for edge in around(self.mesh.faces[self.place]))

    def getVertices(self) -> MIntArray:
        """Its vertices."""
        return MIntArray(self.mesh.faces[self.place])

    def center(self, space: int = MSpace.kObject) -> MPoint:
        """The mean of its vertices."""
        return MPoint(linear.average([self.mesh.points[v] for v in self.mesh.faces[self.place]]))

    def getArea(self, space: int = MSpace.kObject) -> float:
        """Its area."""
        return self.mesh.area(self.place)
