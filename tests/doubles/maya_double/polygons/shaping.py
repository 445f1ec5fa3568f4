"""What modelling nodes make of a mesh: extruding, subdividing, triangulating, merging, filling.

Source: the nodes of these names in Autodesk's reference.
"""

from __future__ import annotations

import functools
import math

from maya_double import linear
from maya_double.evaluate import number, value, vector
from maya_double.linear import Vector
from maya_double.nodes import Node, Plug
from maya_double.scene import scene
from maya_double.shapes import geometry

from .data import Edge, MeshData, UVSet, around, joined, ordered
from .edits import carried, edit, merged_over


def bare(mesh: MeshData, points: list[Vector], faces: list[tuple[int, ...]]) -> MeshData:
    """Another topology; texture coordinates stay where faces or vertices are the same."""
    made = MeshData(tuple(points), tuple(faces), {}, {}, (), frozenset(), dict(mesh.creases), dict(mesh.vertex_creases))
    present = set(made.edges)
    return made.but(
        first_edges=tuple(edge for edge in mesh.edges if edge in present),
        uvs={name: carried(mesh, made, one) for name, one in mesh.uvs.items()},
        hard=frozenset(edge for edge in mesh.hard if edge in present),
        creases={edge: c for edge, c in mesh.creases.items() if edge in present},
    )


@edit("polyExtrudeFace")
def extrude(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """Faces raised with sides around them: together, or each by itself."""
    groups = islands(mesh, numbers) if number(node.plug("keepFacesTogether")) else [[n] for n in numbers]
    steps = max(1, int(number(node.plug("divisions"))))
    for step in range(steps):
        mesh = raised(node, mesh, groups, (step + 1) / steps, step / steps)
    return mesh


def islands(mesh: MeshData, numbers: list[int]) -> list[list[int]]:
    """Faces that hang together by edges."""
    left, found = set(numbers), []
    while left:
        waiting, group = [min(left)], []
        while waiting:
            face = waiting.pop()
            if face not in left:
                continue
            left.discard(face)
            group.append(face)
            waiting += [n for edge in around(mesh.faces[face]) for n in mesh.edge_faces[edge] if n in left]
        found.append(sorted(group))
    return found


def raised(node: Node, mesh: MeshData, groups: list[list[int]], share: float, before: float) -> MeshData:
    """One step of an extrusion."""
    points, faces = list(mesh.points), list(mesh.faces)
    sides: list[tuple[int, ...]] = []
    for group in groups:
        # What is closed has no normal as a whole.
        normal = linear.unit(linear.average([mesh.face_normals[n] for n in group]))
        normal = normal if linear.length(normal) else (0.0, 0.0, 1.0)
        used = dict.fromkeys(v for n in group for v in mesh.faces[n])
        centre = linear.average([mesh.points[v] for v in used])
        thick, inset = number(node.plug("thickness")), number(node.plug("offset"))
        twin = {}
        for v in used:
            twin[v] = len(points)
            moved = shifted(node, mesh.points[v], centre, normal, share - before)
            moved = linear.add(moved, linear.by(outwards(mesh, group, v), thick * (share - before)))
            points.append(linear.add(moved, linear.by(inwards(mesh, group, v), inset * (share - before))))
        inner = {
            edge
            for edge in (e for n in group for e in around(mesh.faces[n]))
            if sum(n in group for n in mesh.edge_faces[edge]) > 1
        }
        for n in group:
            face = mesh.faces[n]
            for i, v in enumerate(face):
                w = face[(i + 1) % len(face)]
                if ordered(v, w) not in inner:
                    sides.append((v, w, twin[w], twin[v]))
            faces[n] = tuple(twin[v] for v in face)
    made = bare(mesh, points, [*faces, *sides])
    fresh = set(made.edges) - set(mesh.edges)
    limit = number(node.plug("smoothingAngle"))
    made = made.but(hard=made.hard | {edge for edge in fresh if bend(made, edge) > limit + 1e-6})
    left = [v for v, there in enumerate(made.vertex_faces()) if there or not mesh.vertex_faces()[v]]
    # What nothing hangs on any more goes, as inside of faces that went out together.
    return made if len(left) == len(points) else made.only(range(len(made.faces)), mesh.loose())


def bend(mesh: MeshData, edge: Edge) -> float:
    """The angle between the two faces at an edge."""
    found = mesh.edge_faces[edge]
    if len(found) != 2:
        return 0.0
    return math.acos(max(-1.0, min(1.0, linear.dot(*(mesh.face_normals[n] for n in found)))))


def outwards(mesh: MeshData, group: list[int], vertex: int) -> Vector:
    """How far a vertex goes for the faces of a group to be a unit further out: "a consistent thickness"."""
    own = [n for n in mesh.vertex_faces()[vertex] if n in group]
    weighted = [mesh._corner(n, vertex) for n in own]
    normal = linear.unit(functools.reduce(linear.add, weighted))
    angles = [linear.length(one) for one in weighted]
    reach = sum(a / max(linear.dot(normal, mesh.face_normals[n]), 0.1) for a, n in zip(angles, own))
    return linear.by(normal, reach / sum(angles))


def inwards(mesh: MeshData, group: list[int], vertex: int) -> Vector:
    """How far a vertex goes for the borders of a group of faces to be a unit further inside; nowhere inside of it."""
    ways = []
    for n in mesh.vertex_faces()[vertex]:
        face = mesh.faces[n]
        for a, b in zip(face, (*face[1:], face[0])) if n in group else ():
            if vertex in (a, b) and sum(other in group for other in mesh.edge_faces[ordered(a, b)]) == 1:
                along = linear.unit(linear.minus(mesh.points[b], mesh.points[a]))
                ways.append(linear.cross(mesh.face_normals[n], along))
    if len(ways) != 2:
        return linear.ORIGIN
    return linear.by(linear.add(*ways), 1.0 / max(1.0 + linear.dot(*ways), 1e-6))


def shifted(node: Node, point: Vector, centre: Vector, normal: Vector, share: float) -> Vector:
    """A point of a raised face: scaled about the middle, moved along the normal and in the world."""
    local, scale = vector(node.plug("localTranslate")), vector(node.plug("localScale"))
    away = linear.minus(point, centre)
    side = linear.unit(linear.cross((0.0, 1.0, 0.0) if abs(normal[1]) < 0.9 else (1.0, 0.0, 0.0), normal))
    other = linear.cross(normal, side)
    parts = [linear.dot(away, axis) for axis in (side, other, normal)]
    factors = [1 + (s - 1) * share for s in scale]
    moved = centre
    for axis, part, factor, step in zip((side, other, normal), parts, factors, local):
        moved = linear.add(moved, linear.by(axis, part * factor + step * share))
    return linear.add(moved, linear.by(vector(node.plug("translate")), share))


@edit("polyTriangulate")
def triangulate(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """Faces as triangles; the first takes the face's number, the others come last."""
    faces, more = list(mesh.faces), []
    for n in numbers:
        face = mesh.faces[n]
        faces[n] = face[:3]
        more += [(face[0], face[i], face[i + 1]) for i in range(2, len(face) - 1)]
    made = bare(mesh, list(mesh.points), [*faces, *more])
    return made.but(hard=mesh.hard, creases=mesh.creases)


@edit("polyQuad")
def quads(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """Pairs of triangles as one face, where they are bent no more than the angle says, the flattest first."""
    limit, chosen = number(node.plug("angle")), {n for n in numbers if len(mesh.faces[n]) == 3}
    between = [edge for edge, faces in mesh.edge_faces.items() if len(chosen.intersection(faces)) == 2]
    taken: set[int] = set()
    gone: set[Edge] = set()
    for angle, edge in sorted((bend(mesh, edge), edge) for edge in between):
        faces = set(mesh.edge_faces[edge])
        if angle <= limit + 1e-6 and not faces & taken and edge not in mesh.hard:
            taken |= faces
            gone.add(edge)
    return merged_over(mesh, gone, False)


@edit("polySmoothFace")
def smooth(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """Catmull and Clark's subdivision of the whole mesh, as often as it says."""
    for _ in range(int(number(node.plug("divisions")))):
        mesh = subdivided(mesh)
    return mesh


def subdivided(mesh: MeshData) -> MeshData:
    """One step of Catmull and Clark's subdivision; borders keep their outline."""
    centres = [linear.average([mesh.points[v] for v in face]) for face in mesh.faces]
    points: list[Vector] = []
    border = {edge for edge, faces in mesh.edge_faces.items() if len(faces) == 1}
    at: dict[int, list[Edge]] = {}
    for edge in mesh.edges:
        for v in edge:
            at.setdefault(v, []).append(edge)
    middles = {edge: linear.average([mesh.points[v] for v in edge]) for edge in mesh.edges}
    for v, point in enumerate(mesh.points):
        rim = [middles[edge] for edge in at.get(v, []) if edge in border]
        if len(rim) >= 2:
            points.append(linear.add(linear.by(point, 0.5), linear.by(linear.average(rim), 0.5)))
            continue
        count = len(mesh.vertex_faces()[v])
        if not count:
            points.append(point)
            continue
        around_faces = linear.average([centres[n] for n in mesh.vertex_faces()[v]])
        around_edges = linear.average([middles[edge] for edge in at[v]])
        total = linear.add(linear.add(around_faces, linear.by(around_edges, 2.0)), linear.by(point, count - 3.0))
        points.append(linear.by(total, 1.0 / count))
    number_of: dict[Edge, int] = {}
    for edge in mesh.edges:
        number_of[edge] = len(points)
        faces = mesh.edge_faces.get(edge, [])
        ends = [mesh.points[v] for v in edge]
        points.append(linear.average([*ends, *(centres[n] for n in faces)]) if len(faces) == 2 else middles[edge])
    first = len(points)
    points += centres
    fresh = []
    for n, face in enumerate(mesh.faces):
        for i, v in enumerate(face):
            after, before = ordered(v, face[(i + 1) % len(face)]), ordered(face[i - 1], v)
            fresh.append((v, number_of[after], first + n, number_of[before]))
    made = MeshData(tuple(points), tuple(fresh))
    return made.but(uvs={name: halved(mesh, one) for name, one in mesh.uvs.items()})


def halved(mesh: MeshData, uvs: UVSet) -> UVSet:
    """Texture coordinates of subdivided faces: halfway along edges, and in the middle."""
    points, faces = list(uvs.points), []
    between: dict[tuple[int, int], int] = {}

    def middle(a: int, b: int) -> int:
        key = (a, b) if a < b else (b, a)
        if key not in between:
            between[key] = len(points)
            points.append(((uvs.points[a][0] + uvs.points[b][0]) / 2, (uvs.points[a][1] + uvs.points[b][1]) / 2))
        return between[key]

    for face, corner in zip(mesh.faces, uvs.faces):
        if not corner:
            faces += [()] * len(face)
            continue
        centre = len(points)
        points.append(
            (sum(uvs.points[c][0] for c in corner) / len(corner), sum(uvs.points[c][1] for c in corner) / len(corner))
        )
        faces += [
            (c, middle(c, corner[(i + 1) % len(corner)]), centre, middle(corner[i - 1], c))
            for i, c in enumerate(corner)
        ]
    return UVSet(tuple(points), tuple(faces))


@edit("polyNormal")
def reversed_faces(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """Faces that look the other way."""
    chosen = set(numbers)
    turn = [n in chosen for n in range(len(mesh.faces))]
    faces = tuple((face[0], *reversed(face[1:])) if t else face for face, t in zip(mesh.faces, turn))
    uvs = {
        name: UVSet(one.points, tuple((f[0], *reversed(f[1:])) if t and f else f for f, t in zip(one.faces, turn)))
        for name, one in mesh.uvs.items()
    }
    return mesh.but(faces=faces, uvs=uvs, normals={}, first_edges=mesh.edges)


@edit("polyMergeVert")
def merge(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """Vertices nearer than a distance become one, in the middle of them; two that are chosen alone always do."""
    reach = number(node.plug("distance"))
    always = len(numbers) == 2 and bool(number(node.plug("alwaysMergeTwoVertices")))
    lead = {v: v for v in range(len(mesh.points))}
    for n, v in enumerate(numbers):
        if lead[v] != v:
            continue
        for w in numbers[n + 1 :]:
            if lead[w] == w and (always or linear.length(linear.minus(mesh.points[v], mesh.points[w])) <= reach):
                lead[w] = v
    groups: dict[int, list[int]] = {}
    for v, first in lead.items():
        groups.setdefault(first, []).append(v)
    points = [linear.average([mesh.points[w] for w in groups[lead[v]]]) for v in range(len(mesh.points))]
    faces: list[tuple[int, ...]] = []
    for face in mesh.faces:
        found = [lead[v] for v in face]
        faces.append(tuple(v for i, v in enumerate(found) if v != found[i - 1]))
    keep = [n for n, face in enumerate(faces) if len(face) >= 3]
    made = bare(mesh, points, [faces[n] for n in keep])
    return made.only(range(len(made.faces)), [v for v in mesh.loose() if lead[v] == v])


@edit("polyCloseBorder")
def fill(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """A face over each hole that a chosen border edge is of."""
    following: dict[int, int] = {}
    for face in mesh.faces:
        for i, v in enumerate(face):
            w = face[(i + 1) % len(face)]
            if len(mesh.edge_faces[ordered(v, w)]) == 1:
                following[w] = v
    wanted = {v for n in numbers for v in mesh.edges[n]}
    faces = list(mesh.faces)
    while following:
        start = next(iter(following))
        ring = []
        while start in following:
            ring.append(start)
            start = following.pop(start)
        if len(ring) >= 3 and wanted & set(ring):
            faces.append(tuple(ring))
    return bare(mesh, list(mesh.points), faces).but(hard=mesh.hard)


@edit("polyMoveVertex")
def move(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """Vertices moved."""
    points = list(mesh.points)
    step = linear.add(vector(node.plug("translate")), vector(node.plug("localTranslate")))
    for n in numbers:
        points[n] = linear.add(points[n], step)
    return mesh.but(points=tuple(points))


@geometry("polyUnite", "output")
def unite(plug: Plug) -> MeshData:
    """Several meshes as one, each by its matrix."""
    node = plug.node
    found = []
    for n in scene.indices(node.plug("inputPoly")):
        mesh = value(node.plug("inputPoly", n))
        if isinstance(mesh, MeshData):
            found.append(mesh.moved(tuple(value(node.plug("inputMat", n)))))
    return joined(found)


@geometry("polyCreateFace", "output")
def created(plug: Plug) -> MeshData:
    """One face of points."""
    node = plug.node
    points = tuple(vector(node.plug("vertices", n)) for n in scene.indices(node.plug("vertices")))
    low, high = linear.bounds(points) or (linear.ORIGIN, linear.ORIGIN)
    size = linear.minus(high, low)
    flat = min(range(3), key=lambda n: size[n])
    u, v = (n for n in range(3) if n != flat)
    uvs = tuple(((p[u] - low[u]) / (size[u] or 1.0), (p[v] - low[v]) / (size[v] or 1.0)) for p in points)
    mesh = MeshData(points, (tuple(range(len(points))),), {"map1": UVSet(uvs, (tuple(range(len(points))),))})
    return mesh.but(hard=frozenset(mesh.edges))
