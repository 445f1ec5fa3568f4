"""UV sets and colour sets of `MFnMesh`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from maya_double import shapes
from maya_double.polygons.data import ColorSet, MeshData, UVSet
from maya_double.scene import scene

from .arrays import MColorArray, MFloatArray, MIntArray
from .nodes import MFnDagNode
from .vectors import MColor

REPRESENTATIONS = {1: "A", 3: "RGB", 4: "RGBA"}


class MeshSets(MFnDagNode):
    """The part of `MFnMesh` that is about UV sets and colour sets."""

    @property
    def mesh(self) -> MeshData:
        """The mesh as it is."""
        return shapes.mesh(self.held)

    def store(self, made: MeshData) -> None:
        """Makes it another; undo knows nothing of it."""
        with scene.history.unrecorded():
            shapes.store(self.held, made)
        scene.touched()

    # UV sets

    def _uv_name(self, name: str) -> str:
        chosen = name or shapes.current_uv_set(self.held)
        if chosen not in self.mesh.uvs:
            raise RuntimeError(f"(kInvalidParameter): there is no UV set {chosen!r}")
        return chosen

    def _put_uvs(self, name: str, made: UVSet) -> None:
        self.store(self.mesh.but(uvs={**self.mesh.uvs, name: made}))

    @property
    def numUVSets(self) -> int:
        """How many UV sets there are."""
        return len(self.mesh.uvs)

    def numUVs(self, uvSet: str = "") -> int:
        """How many coordinates a set has."""
        return len(self.mesh.uvs[self._uv_name(uvSet)].points)

    def getUVSetNames(self) -> tuple[str, ...]:
        """The names of the UV sets."""
        return tuple(self.mesh.uvs)

    def currentUVSetName(self) -> str:
        """The name of the current UV set."""
        return shapes.current_uv_set(self.held)

    def setCurrentUVSetName(self, name: str) -> MeshSets:
        """Makes a UV set the current one."""
        with scene.history.unrecorded():
            scene.write(self.held.plug("currentUVSet"), self._uv_name(name))
        return self

    def createUVSet(self, name: str, modifier: Any = None, instances: Any = None) -> str:
        """A further, empty UV set."""
        chosen, number = name, 1
        while chosen in self.mesh.uvs:
            chosen, number = f"{name}{number}", number + 1
        self._put_uvs(chosen, UVSet((), tuple(() for _ in self.mesh.faces)))
        return chosen

    def deleteUVSet(self, name: str, modifier: Any = None) -> MeshSets:
        """Takes a UV set away."""
        gone = self._uv_name(name)
        self.store(self.mesh.but(uvs={key: one for key, one in self.mesh.uvs.items() if key != gone}))
        return self

    def getUVs(self, uvSet: str = "") -> tuple[MFloatArray, MFloatArray]:
        """The coordinates of a set."""
        points = self.mesh.uvs[self._uv_name(uvSet)].points
        return MFloatArray(u for u, _ in points), MFloatArray(v for _, v in points)

    def getUV(self, uvId: int, uvSet: str = "") -> tuple[float, float]:
        """One coordinate of a set."""
        return self.mesh.uvs[self._uv_name(uvSet)].points[uvId]

    def getPolygonUVid(self, polygonId: int, vertexIndex: int, uvSet: str = "") -> int:
        """The number of the coordinate at a corner of a face, which is counted within the face."""
        faces = self.mesh.uvs[self._uv_name(uvSet)].faces
        if polygonId >= len(faces) or vertexIndex >= len(faces[polygonId]):
            raise RuntimeError("(kFailure): the face has no UVs")
        return faces[polygonId][vertexIndex]

    def setUVs(self, us: Sequence[float], vs: Sequence[float], uvSet: str = "") -> MeshSets:
        """Sets coordinates; there may be more of them than before, and not fewer."""
        name = self._uv_name(uvSet)
        held = self.mesh.uvs[name]
        if len(us) != len(vs) or len(us) < len(held.points):
            raise RuntimeError("(kInvalidParameter): fewer UVs than the set has, or not as many of both")
        self._put_uvs(name, UVSet(tuple((float(u), float(v)) for u, v in zip(us, vs)), held.faces))
        return self

    def assignUVs(self, counts: Sequence[int], ids: Sequence[int], uvSet: str = "") -> MeshSets:
        """Says which coordinate each corner has."""
        name = self._uv_name(uvSet)
        held = self.mesh.uvs[name]
        if (
            len(counts) != len(self.mesh.faces)
            or sum(counts) != len(ids)
            or any(not 0 <= i < len(held.points) for i in ids)
        ):
            raise RuntimeError("(kInvalidParameter): counts or ids do not fit the mesh")
        faces, start = [], 0
        for count, face in zip(counts, self.mesh.faces):
            if count not in (0, len(face)):
                raise RuntimeError("(kInvalidParameter): a face has UVs at all its corners or at none")
            faces.append(tuple(ids[start : start + count]))
            start += count
        self._put_uvs(name, UVSet(held.points, tuple(faces)))
        return self

    def getAssignedUVs(self, uvSet: str = "") -> tuple[MIntArray, MIntArray]:
        """How many corners of each face have coordinates, and which."""
        held = self.mesh.uvs[self._uv_name(uvSet)]
        faces = [*held.faces, *[()] * (len(self.mesh.faces) - len(held.faces))]
        return MIntArray(map(len, faces)), MIntArray(uv for face in faces for uv in face)

    def clearUVs(self, uvSet: str = "") -> MeshSets:
        """Takes all coordinates of a set away."""
        self._put_uvs(self._uv_name(uvSet), UVSet((), tuple(() for _ in self.mesh.faces)))
        return self

    # Colour sets

    @property
    def numColorSets(self) -> int:
        """How many colour sets there are."""
        return len(self.mesh.colors)

    def getColorSetNames(self) -> tuple[str, ...]:
        """The names of the colour sets."""
        return tuple(self.mesh.colors)

    def currentColorSetName(self, instance: int = -1) -> str:
        """The name of the current colour set, or nothing."""
        chosen = str(self.held.values.get(("currentColorSet", ())) or "")
        return chosen if chosen in self.mesh.colors else next(iter(self.mesh.colors), "")

    def setCurrentColorSetName(self, name: str, modifier: Any = None) -> MeshSets:
        """Makes a colour set the current one."""
        with scene.history.unrecorded():
            scene.write(self.held.plug("currentColorSet"), self._colors(name)[0])
        return self

    def _colors(self, name: str) -> tuple[str, ColorSet]:
        chosen = name or self.currentColorSetName()
        if chosen not in self.mesh.colors:
            raise RuntimeError(f"(kInvalidParameter): there is no colour set {chosen!r}")
        return chosen, self.mesh.colors[chosen]

    def _put_colors(self, name: str, made: ColorSet) -> None:
        self.store(self.mesh.but(colors={**self.mesh.colors, name: made}))

    def createColorSet(
        self, name: str, clamped: bool, rep: int = 4, modifier: Any = None, instances: Any = None
    ) -> str:
        """A further, empty colour set."""
        chosen, number = name, 1
        while chosen in self.mesh.colors:
            chosen, number = f"{name}{number}", number + 1
        self._put_colors(chosen, ColorSet(REPRESENTATIONS[rep], clamped))
        return chosen

    def deleteColorSet(self, name: str, modifier: Any = None) -> MeshSets:
        """Takes a colour set away."""
        gone = self._colors(name)[0]
        self.store(self.mesh.but(colors={key: one for key, one in self.mesh.colors.items() if key != gone}))
        return self

    def getColorRepresentation(self, name: str) -> int:
        """What a colour set holds."""
        held = self._colors(name)[1].representation
        return next(number for number, word in REPRESENTATIONS.items() if word == held)

    def isColorClamped(self, name: str) -> bool:
        """Whether a colour set holds nought to one only."""
        return self._colors(name)[1].clamped

    def getFaceVertexColors(self, colorSet: str = "", defaultUnsetColor: MColor | None = None) -> MColorArray:
        """The colour of each corner; -1 where none was set."""
        unset = defaultUnsetColor or MColor(-1.0, -1.0, -1.0, -1.0)
        if not self.mesh.colors:
            raise RuntimeError("(kFailure): the mesh has no colour set")
        held = self._colors(colorSet)[1].colors
        return MColorArray(
            MColor(held.get((n, v), unset.values)) for n, face in enumerate(self.mesh.faces) for v in face
        )

    def getVertexColors(self, colorSet: str = "", defaultUnsetColor: MColor | None = None) -> MColorArray:
        """The colour of each vertex: the mean of its corners."""
        held = self._colors(colorSet)[1].colors
        unset = defaultUnsetColor or MColor(-1.0, -1.0, -1.0, -1.0)
        found = []
        for vertex, faces in enumerate(self.mesh.vertex_faces()):
            mine = [held[n, vertex] for n in faces if (n, vertex) in held]
            found.append(MColor([sum(c) / len(mine) for c in zip(*mine)]) if mine else unset)
        return MColorArray(found)

    def setFaceVertexColors(
        self, colors: Sequence[Any], faces: Sequence[int], vertices: Sequence[int], modifier: Any = None, rep: int = 4
    ) -> MeshSets:
        """Sets colours of corners in the current colour set; the first one is made when there is none."""
        if not len(colors) == len(faces) == len(vertices):
            raise ValueError("(kInvalidParameter): as many colours as faces and vertices")
        name = self.currentColorSetName() or "colorSet1"
        held = self.mesh.colors.get(name, ColorSet(REPRESENTATIONS[rep]))
        fresh = dict(held.colors)
        for color, face, vertex in zip(colors, faces, vertices):
            if vertex not in self.mesh.faces[face]:
                raise RuntimeError("(kInvalidParameter): the vertex is not of that face")
            fresh[face, vertex] = shown(list(color), held)
        self._put_colors(name, dataclasses.replace(held, colors=fresh))
        return self

    def setVertexColors(
        self, colors: Sequence[Any], vertices: Sequence[int], modifier: Any = None, rep: int = 4
    ) -> MeshSets:
        """Sets colours of vertices, for all their corners."""
        around = self.mesh.vertex_faces()
        rows = [(color, face, vertex) for color, vertex in zip(colors, vertices) for face in around[vertex]]
        return self.setFaceVertexColors([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows], modifier, rep)

    def clearColors(self, colorSet: str = "") -> MeshSets:
        """Takes the colours of a set away."""
        name, held = self._colors(colorSet)
        self._put_colors(name, dataclasses.replace(held, colors={}))
        return self


def shown(color: list[float], held: ColorSet) -> tuple[float, float, float, float]:
    """A colour as its set keeps it."""
    r, g, b, a = [*color, 1.0][:4]
    if held.clamped:
        r, g, b, a = (max(0.0, min(1.0, c)) for c in (r, g, b, a))
    return (r, g, b, a if held.representation != "RGB" else 1.0)
