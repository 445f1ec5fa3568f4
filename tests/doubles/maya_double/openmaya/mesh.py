"""`MFnMesh`: points, faces and normals. What it changes is not in the undo queue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from maya_double import calls, linear, names, sets, shapes, transforms
from maya_double.polygons import making
from maya_double.polygons.data import MeshData, UVSet
from maya_double.scene import scene

from .arrays import (
    MDoubleArray,
    MFloatPointArray,
    MFloatVectorArray,
    MIntArray,
    MObjectArray,
    MPointArray,
    MUintArray,
)
from .mesh_tangents import MeshTangents
from .objects import MObject, MSpace, node_of
from .vectors import MFloatVector, MPoint, MVector


class MFnMesh(MeshTangents):
    """Meshes."""

    KIND = "mesh"
    kAlpha, kRGB, kRGBA = 1, 3, 4
    kPointTolerance = 1e-10

    def create(
        self,
        vertices: Iterable[Any],
        polygonCounts: Sequence[int],
        polygonConnects: Sequence[int],
        uValues: Any = None,
        vValues: Any = None,
        parent: MObject | None = None,
    ) -> MObject:
        """A new mesh: below a new transform, which is given, or below a parent. It has no material yet."""
        calls.check_thread("MFnMesh.create")
        made = built(vertices, polygonCounts, polygonConnects, uValues, vValues)
        above = None if parent is None or parent.isNull() else node_of(parent)
        with scene.history.unrecorded():
            transform, shape = making.new_mesh(made, "", "polySurface", None)
            for group in sets.holding(shape):
                for member in sets.members(group):
                    if member.node is shape:
                        sets.take(group, member)
            if above is not None:
                scene.detach(shape, transform)
                scene.attach(shape, above)
                scene.remove(transform)
        self.setObject(MObject(shape))
        return MObject(transform if above is None else shape)

    def createInPlace(
        self,
        vertices: Iterable[Any],
        polygonCounts: Sequence[int],
        polygonConnects: Sequence[int],
        uValues: Any = None,
        vValues: Any = None,
    ) -> MFnMesh:
        """Makes the mesh that it works on another one."""
        self.store(built(vertices, polygonCounts, polygonConnects, uValues, vValues))
        return self

    def copyInPlace(self, source: MObject) -> MFnMesh:
        """Makes the mesh that it works on a copy of another one."""
        self.store(shapes.mesh(node_of(source)))
        return self

    @property
    def numVertices(self) -> int:
        """How many vertices there are."""
        return len(self.mesh.points)

    @property
    def numEdges(self) -> int:
        """How many edges there are."""
        return len(self.mesh.edges)

    @property
    def numPolygons(self) -> int:
        """How many faces there are."""
        return len(self.mesh.faces)

    @property
    def numFaceVertices(self) -> int:
        """How many corners there are."""
        return sum(map(len, self.mesh.faces))

    def matrix(self, space: int) -> linear.Matrix:
        """From the mesh's space to the one asked for; the world's needs a path."""
        return transforms.world(self.path) if space == MSpace.kWorld else linear.IDENTITY

    def _points(self, space: int) -> list[linear.Vector]:
        matrix = self.matrix(space)
        return [linear.point(p, matrix) for p in self.mesh.points]

    def getPoints(self, space: int = MSpace.kObject) -> MPointArray:
        """The vertices."""
        return MPointArray(self._points(space))

    def getFloatPoints(self, space: int = MSpace.kObject) -> MFloatPointArray:
        """The vertices in single precision."""
        return MFloatPointArray(self._points(space))

    def getPoint(self, index: int, space: int = MSpace.kObject) -> MPoint:
        """One vertex."""
        return MPoint(linear.point(self.mesh.points[index], self.matrix(space)))

    def setPoints(self, points: Sequence[Any], space: int = MSpace.kObject) -> MFnMesh:
        """Moves all vertices."""
        if len(points) != self.numVertices:
            raise ValueError(f"(kInvalidParameter): {self.numVertices} points expected, got {len(points)}")
        back = linear.inverse(self.matrix(space)) if space == MSpace.kWorld else linear.IDENTITY
        self.store(self.mesh.but(points=tuple(linear.point(list(p), back) for p in points)))
        return self

    def setPoint(self, index: int, point: Any, space: int = MSpace.kObject) -> MFnMesh:
        """Moves one vertex."""
        back = linear.inverse(self.matrix(space)) if space == MSpace.kWorld else linear.IDENTITY
        with scene.history.unrecorded():
            shapes.move(self.held, {index: linear.point(list(point), back)})
        return self

    def getVertices(self) -> tuple[MIntArray, MIntArray]:
        """How many corners each face has, and their vertices."""
        faces = self.mesh.faces
        return MIntArray(map(len, faces)), MIntArray(v for face in faces for v in face)

    def getPolygonVertices(self, face: int) -> MIntArray:
        """The vertices of a face."""
        return MIntArray(self.mesh.faces[face])

    def getEdgeVertices(self, edge: int) -> tuple[int, int]:
        """The vertices of an edge."""
        return self.mesh.edges[edge]

    def getTriangles(self) -> tuple[MIntArray, MIntArray]:
        """How many triangles each face has, and their vertices."""
        found = self.mesh.triangles()
        return MIntArray(len(f) - 2 for f in self.mesh.faces), MIntArray(v for _, t in found for v in t)

    def addPolygon(self, vertices: Sequence[Any], mergeVertices: bool = True, pointTolerance: float = 1e-10) -> int:
        """A further face, of points."""
        points = list(self.mesh.points)
        face = []
        for given in vertices:
            place = (float(given[0]), float(given[1]), float(given[2]))
            near = next(
                (n for n, p in enumerate(points) if mergeVertices and linear.same(p, place, pointTolerance)), None
            )
            if near is None:
                points.append(place)
                near = len(points) - 1
            face.append(near)
        uvs = {name: UVSet(one.points, (*one.faces, ())) for name, one in self.mesh.uvs.items()}
        self.store(self.mesh.but(points=tuple(points), faces=(*self.mesh.faces, tuple(face)), uvs=uvs))
        return len(self.mesh.faces) - 1

    def updateSurface(self) -> MFnMesh:
        """Says that the mesh is another: here it is at once."""
        return self

    # Normals

    def _normal_table(self) -> tuple[list[linear.Vector], list[list[int]]]:
        ids: dict[tuple[int, linear.Vector], int] = {}
        corners = []
        for number, face in enumerate(self.mesh.faces):
            row = []
            for vertex in face:
                x, y, z = self.mesh.corner_normal(number, vertex)
                row.append(ids.setdefault((vertex, (round(x, 7), round(y, 7), round(z, 7))), len(ids)))
            corners.append(row)
        return [normal for _, normal in ids], corners

    def _directions(self, found: Iterable[linear.Vector], space: int) -> MFloatVectorArray:
        if space != MSpace.kWorld:
            return MFloatVectorArray(found)
        matrix = linear.transposed(linear.inverse(self.matrix(space)))
        return MFloatVectorArray(linear.unit(linear.direction(n, matrix)) for n in found)

    @property
    def numNormals(self) -> int:
        """How many normals there are."""
        return len(self._normal_table()[0])

    def getNormals(self, space: int = MSpace.kObject) -> MFloatVectorArray:
        """The normals, which `getNormalIds` counts."""
        return self._directions(self._normal_table()[0], space)

    def getNormalIds(self) -> tuple[MIntArray, MIntArray]:
        """How many corners each face has, and the number of each one's normal."""
        corners = self._normal_table()[1]
        return MIntArray(map(len, corners)), MIntArray(n for row in corners for n in row)

    def getFaceVertexNormals(self, face: int, angleWeighted: bool, space: int = MSpace.kObject) -> MFloatVectorArray:
        """The normals at the corners of a face."""
        return self._directions([self.mesh.corner_normal(face, v) for v in self.mesh.faces[face]], space)

    def getFaceVertexNormal(
        self, face: int, vertex: int, angleWeighted: bool, space: int = MSpace.kObject
    ) -> MFloatVector:
        """The normal at one corner."""
        return MFloatVector(self._directions([self.mesh.corner_normal(face, vertex)], space)[0])

    def getVertexNormals(self, angleWeighted: bool, space: int = MSpace.kObject) -> MFloatVectorArray:
        """One normal for each vertex: the mean of its faces'."""
        return self._directions([self._vertex_normal(v, angleWeighted) for v in range(self.numVertices)], space)

    def _vertex_normal(self, vertex: int, weighted: bool) -> linear.Vector:
        mesh, total = self.mesh, linear.ORIGIN
        for face in mesh.vertex_faces()[vertex]:
            total = linear.add(total, mesh._corner(face, vertex) if weighted else mesh.face_normals[face])
        return linear.unit(total)

    def getVertexNormal(self, vertex: int, angleWeighted: bool, space: int = MSpace.kObject) -> MVector:
        """The normal of one vertex."""
        return MVector(self._directions([self._vertex_normal(vertex, angleWeighted)], space)[0])

    def getPolygonNormal(self, face: int, space: int = MSpace.kObject) -> MVector:
        """The normal of a face."""
        return MVector(self._directions([self.mesh.face_normals[face]], space)[0])

    def setFaceVertexNormals(
        self, normals: Sequence[Any], faces: Sequence[int], vertices: Sequence[int], space: int = MSpace.kObject
    ) -> MFnMesh:
        """Sets and locks normals of corners."""
        if not len(normals) == len(faces) == len(vertices):
            raise ValueError("(kInvalidParameter): as many normals as faces and vertices")
        held = dict(self.mesh.normals)
        for normal, face, vertex in zip(normals, faces, vertices):
            held[face, vertex] = linear.unit(list(normal))
        self.store(self.mesh.but(normals=held))
        return self

    def setFaceVertexNormal(self, normal: Any, face: int, vertex: int, space: int = MSpace.kObject) -> MFnMesh:
        """Sets and locks the normal of one corner."""
        return self.setFaceVertexNormals([normal], [face], [vertex], space)

    def setVertexNormals(self, normals: Sequence[Any], vertices: Sequence[int], space: int = MSpace.kObject) -> MFnMesh:
        """Sets and locks normals of vertices, for all their faces."""
        around = self.mesh.vertex_faces()
        rows = [(n, face, v) for n, v in zip(normals, vertices) for face in around[v]]
        return self.setFaceVertexNormals([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows], space)

    def unlockFaceVertexNormals(self, faces: Sequence[int], vertices: Sequence[int]) -> MFnMesh:
        """Has the normals of corners reckoned again."""
        gone = set(zip(faces, vertices))
        self.store(self.mesh.but(normals={k: n for k, n in self.mesh.normals.items() if k not in gone}))
        return self

    def isNormalLocked(self, number: int) -> bool:
        """Whether somebody set a normal."""
        corners = self._normal_table()[1]
        return any(
            (face, vertex) in self.mesh.normals
            for face, row in enumerate(corners)
            for vertex, n in zip(self.mesh.faces[face], row)
            if n == number
        )

    # Edges

    def isEdgeSmooth(self, edge: int) -> bool:
        """Whether an edge is soft."""
        return self.mesh.edges[edge] not in self.mesh.hard

    def setEdgeSmoothing(self, edge: int, smooth: bool = True) -> MFnMesh:
        """Makes an edge soft or hard."""
        return self.setEdgeSmoothings([edge], [smooth])

    def setEdgeSmoothings(self, edges: Sequence[int], smooths: Sequence[bool]) -> MFnMesh:
        """Makes edges soft or hard."""
        hard = set(self.mesh.hard)
        for edge, smooth in zip(edges, smooths):
            (hard.discard if smooth else hard.add)(self.mesh.edges[edge])
        self.store(self.mesh.but(hard=frozenset(hard)))
        return self

    def cleanupEdgeSmoothing(self) -> MFnMesh:
        """Ends a row of changes of smoothness."""
        return self

    def getCreaseEdges(self) -> tuple[MUintArray, MDoubleArray]:
        """The creased edges with their creases; none at all is an error in Maya."""
        if not self.mesh.creases:
            raise RuntimeError("(kFailure): Object does not exist")
        ids = self.mesh.edge_ids
        return MUintArray(ids[e] for e in self.mesh.creases), MDoubleArray(self.mesh.creases.values())

    def setCreaseEdges(self, edges: Sequence[int], creases: Sequence[float]) -> MFnMesh:
        """Creases edges."""
        held = {**self.mesh.creases, **{self.mesh.edges[e]: float(c) for e, c in zip(edges, creases)}}
        self.store(self.mesh.but(creases={e: c for e, c in held.items() if c}))
        return self

    def getCreaseVertices(self) -> tuple[MUintArray, MDoubleArray]:
        """The creased vertices with their creases; none at all is an error in Maya."""
        if not self.mesh.vertex_creases:
            raise RuntimeError("(kFailure): Object does not exist")
        held = self.mesh.vertex_creases
        return MUintArray(held), MDoubleArray(held.values())

    def setCreaseVertices(self, vertices: Sequence[int], creases: Sequence[float]) -> MFnMesh:
        """Creases vertices."""
        held = {**self.mesh.vertex_creases, **{v: float(c) for v, c in zip(vertices, creases)}}
        self.store(self.mesh.but(vertex_creases={v: c for v, c in held.items() if c}))
        return self

    def getConnectedShaders(self, instance: int) -> tuple[MObjectArray, MIntArray]:
        """The shading groups, and for each face the number of its own; -1 where it has none."""
        groups = [one for one in sets.holding(self.held) if one.kind == "shadingEngine"]
        ids = [-1] * self.numPolygons
        for number, group in enumerate(groups):
            for member in sets.members(group):
                if member.node is self.held:
                    chosen = range(self.numPolygons) if member.component is None else member.component.numbers()
                    for face in chosen:
                        if face < len(ids):
                            ids[face] = number
        return MObjectArray(map(MObject, groups)), MIntArray(ids)


def built(points: Iterable[Any], counts: Sequence[int], connects: Sequence[int], us: Any, vs: Any) -> MeshData:
    """A mesh of arrays; what does not fit together is an error."""
    places = tuple((float(p[0]), float(p[1]), float(p[2])) for p in points)
    if sum(counts) != len(connects) or any(not 0 <= v < len(places) for v in connects) or any(c < 3 for c in counts):
        raise RuntimeError("(kFailure): Unexpected Internal Failure")
    faces, start = [], 0
    for count in counts:
        faces.append(tuple(connects[start : start + count]))
        start += count
    empty = tuple(() for _ in faces)
    uvs = UVSet(tuple((float(u), float(v)) for u, v in zip(us or (), vs or ())), empty)
    return MeshData(places, tuple(faces), {"map1": uvs})


assert names
