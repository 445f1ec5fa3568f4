"""The primitives, with Maya's numbers of vertices and faces.

Source: `polyCube`, `polySphere`, `polyCylinder`, `polyCone`, `polyPlane`, `polyTorus`, `polyPlatonicSolid` in
Autodesk's command reference; the numbers are those of the files that Maya writes of its default primitives.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from .. import linear
from ..evaluate import number, vector
from ..linear import Vector
from ..nodes import Node, Plug
from ..shapes import geometry
from .data import Edge, MeshData, UVSet, around, ordered


def aligned(node: Node, points: Sequence[Vector]) -> tuple[Vector, ...]:
    """Points of a primitive that stands along y, along the axis of its node."""
    axis = linear.unit(vector(node.plug("axis")))
    if linear.same(axis, (0.0, 1.0, 0.0)):
        return tuple(points)
    side = linear.cross((0.0, 1.0, 0.0), axis)
    if linear.length(side) < 1e-9:
        return tuple((x, -y, -z) for x, y, z in points)
    angle = math.acos(max(-1.0, min(1.0, axis[1])))
    half = math.sin(angle / 2)
    turned = linear.from_quaternion((*linear.by(linear.unit(side), half), math.cos(angle / 2)))
    return tuple(linear.point(p, turned) for p in points)


def settings(node: Node, *names: str) -> list[float]:
    """Values of attributes."""
    return [number(node.plug(name)) for name in names]


def with_hard(mesh: MeshData, edges: Iterable[Edge] | None = None) -> MeshData:
    """All edges hard, or these."""
    return mesh.but(hard=frozenset(mesh.edges if edges is None else edges))


def unwrapped(mesh: MeshData, node: Node, corners: Sequence[Sequence[tuple[float, float]]]) -> MeshData:
    """The mesh with the texture coordinates of each face's corners, those that are equal at a vertex shared."""
    if not number(node.plug("createUVs")):
        return mesh.but(uvs={"map1": UVSet((), tuple(() for _ in mesh.faces))})
    ids: dict[tuple[int, float, float], int] = {}
    faces = []
    for face, uvs in zip(mesh.faces, corners):
        faces.append(tuple(ids.setdefault((v, round(s, 9), round(t, 9)), len(ids)) for v, (s, t) in zip(face, uvs)))
    return mesh.but(uvs={"map1": UVSet(tuple((s, t) for _, s, t in ids), tuple(faces))})


@geometry("polyPlane", "output")
def plane(plug: Plug) -> MeshData:
    """Rows of vertices from the front edge to the back one."""
    node = plug.node
    width, height = settings(node, "width", "height")
    across, deep = (int(n) for n in settings(node, "subdivisionsWidth", "subdivisionsHeight"))
    points = [
        (width * (i / across - 0.5), 0.0, height * (0.5 - j / deep)) for j in range(deep + 1) for i in range(across + 1)
    ]
    row = across + 1
    faces = [(v, v + 1, v + 1 + row, v + row) for v in (j * row + i for j in range(deep) for i in range(across))]
    edges = []
    for v in range(len(points)):
        edges += [(v, v + 1)] if v % row != across else []
        edges += [(v, v + row)] if v + row < len(points) else []
    mesh = MeshData(aligned(node, points), tuple(faces), first_edges=tuple(edges))
    return unwrapped(mesh, node, [[(v % row / across, v // row / deep) for v in face] for face in faces])


@geometry("polyCube", "output")
def cube(plug: Plug) -> MeshData:
    """Four bands around x, front, top, back and bottom, then the right and the left side."""
    node = plug.node
    w, h, d = settings(node, "width", "height", "depth")
    sw, sh, sd = (int(n) for n in settings(node, "subdivisionsWidth", "subdivisionsHeight", "subdivisionsDepth"))
    profile = [(j / sh, 0.0) for j in range(sh)] + [(1.0, k / sd) for k in range(sd)]
    profile += [(1.0 - j / sh, 1.0) for j in range(sh)] + [(0.0, 1.0 - k / sd) for k in range(sd)]
    points = [(w * (i / sw - 0.5), h * (y - 0.5), d * (0.5 - z)) for y, z in profile for i in range(sw + 1)]
    rows, row = len(profile), sw + 1
    at = {(round(y * sh), round(z * sd)): n for n, (y, z) in enumerate(profile)}
    faces = [
        (r * row + i, r * row + i + 1, (r + 1) % rows * row + i + 1, (r + 1) % rows * row + i)
        for r in range(rows) for i in range(sw)
    ]  # fmt: skip
    edges = [(r * row + i, r * row + i + 1) for r in range(rows) for i in range(sw)]
    edges += [ordered(r * row + i, (r + 1) % rows * row + i) for r in range(rows) for i in range(sw + 1)]
    for side in (sw, 0):
        inner: dict[tuple[int, int], int] = {}
        x = w * (side / sw - 0.5)
        for z in range(1, sd):
            for y in range(1, sh):
                inner[y, z] = len(points)
                points.append((x, h * (y / sh - 0.5), d * (0.5 - z / sd)))

        def corner(y: int, z: int, side: int = side, inner: dict[tuple[int, int], int] = inner) -> int:
            return inner[y, z] if (y, z) in inner else at[y, z] * row + side

        for y in range(sh):
            for z in range(sd):
                face = (corner(y, z), corner(y, z + 1), corner(y + 1, z + 1), corner(y + 1, z))
                faces.append(face if side else (face[1], face[0], face[3], face[2]))
    mesh = MeshData(aligned(node, points), tuple(faces), first_edges=tuple(edges))
    return with_hard(unwrapped(mesh, node, cube_uvs(sw, sh, sd)))


def cube_uvs(sw: int, sh: int, sd: int) -> list[list[tuple[float, float]]]:
    """The cross: the four bands from the bottom up in the middle, the sides left and right of the lowest."""
    found = []
    levels = [*(j / sh for j in range(sh)), *(1 + k / sd for k in range(sd)), *(2 + j / sh for j in range(sh))]
    levels += [3 + k / sd for k in range(sd)] + [4.0]
    for low, high in zip(levels, levels[1:]):
        for i in range(sw):
            left, right = 0.375 + 0.25 * i / sw, 0.375 + 0.25 * (i + 1) / sw
            found.append([(left, low / 4), (right, low / 4), (right, high / 4), (left, high / 4)])
    for right_side in (True, False):
        for y in range(sh):
            for z in range(sd):
                t0, t1 = 0.25 * y / sh, 0.25 * (y + 1) / sh
                if right_side:
                    s0, s1 = 0.625 + 0.25 * z / sd, 0.625 + 0.25 * (z + 1) / sd
                else:
                    s0, s1 = 0.375 - 0.25 * (z + 1) / sd, 0.375 - 0.25 * z / sd
                found.append([(s0, t0), (s1, t0), (s1, t1), (s0, t1)])
    return found


def ring(count: int, radius: float, y: float) -> list[Vector]:
    """A ring of vertices: the last one is on x, the first a step from it towards -z."""
    turns = [2 * math.pi * (i + 1) / count for i in range(count)]
    return [(radius * math.cos(t), y, -radius * math.sin(t)) for t in turns]


def bands(rings: int, count: int, start: int = 0) -> list[tuple[int, ...]]:
    """The faces between rings, from the lowest up."""
    return [
        (a + i, a + (i + 1) % count, a + count + (i + 1) % count, a + count + i)
        for a in (start + r * count for r in range(rings - 1)) for i in range(count)
    ]  # fmt: skip


@geometry("polySphere", "output")
def sphere(plug: Plug) -> MeshData:
    """Rings from the south up, then the two poles."""
    node = plug.node
    (radius,) = settings(node, "radius")
    count, high = (int(n) for n in settings(node, "subdivisionsAxis", "subdivisionsHeight"))
    points: list[Vector] = []
    for r in range(1, high):
        latitude = math.pi * (r / high - 0.5)
        points += ring(count, radius * math.cos(latitude), radius * math.sin(latitude))
    south, north, top = len(points), len(points) + 1, (high - 2) * count
    points += [(0.0, -radius, 0.0), (0.0, radius, 0.0)]
    faces = bands(high - 1, count)
    uvs = [
        [(i / count, r / high), ((i + 1) / count, r / high), ((i + 1) / count, (r + 1) / high), (i / count, (r + 1) / high)]
        for r in range(1, high - 1) for i in range(count)
    ]  # fmt: skip
    faces += [((i + 1) % count, i, south) for i in range(count)]
    uvs += [[((i + 1) / count, 1 / high), (i / count, 1 / high), ((i + 0.5) / count, 0.0)] for i in range(count)]
    faces += [(top + i, top + (i + 1) % count, north) for i in range(count)]
    uvs += [
        [(i / count, 1 - 1 / high), ((i + 1) / count, 1 - 1 / high), ((i + 0.5) / count, 1.0)] for i in range(count)
    ]
    return unwrapped(MeshData(aligned(node, points), tuple(faces)), node, uvs)


def capped(node: Node, rings: list[list[Vector]], count: int, bottom: int, top: int) -> MeshData:
    """A tube of rings with caps: of none, a polygon; of n, n - 1 rings and a fan around the middle."""
    points = [p for one in rings for p in one]
    faces = bands(len(rings), count)
    uvs = [
        [(0.375 + 0.25 * i / count, level(r, len(rings))), (0.375 + 0.25 * (i + 1) / count, level(r, len(rings))),
         (0.375 + 0.25 * (i + 1) / count, level(r + 1, len(rings))), (0.375 + 0.25 * i / count, level(r + 1, len(rings)))]
        for r in range(len(rings) - 1) for i in range(count)
    ]  # fmt: skip
    hard = set()
    for caps, rim, up in ((bottom, 0, False), (top, len(rings) - 1, True)):
        outer = [rim * count + i for i in range(count)]
        if caps < 0:
            continue
        hard.update(around(outer))
        radius = linear.length((points[outer[0]][0], 0.0, points[outer[0]][2]))
        y = points[outer[0]][1]
        for step in range(caps - 1, 0, -1):
            inner = list(range(len(points), len(points) + count))
            points += ring(count, radius * step / caps, y)
            faces += [cap_face(outer, inner, i, up) for i in range(count)]
            outer = inner
        if caps:
            faces += [
                (outer[i], outer[(i + 1) % count], len(points))
                if up
                else (outer[(i + 1) % count], outer[i], len(points))
                for i in range(count)
            ]
            points.append((0.0, y, 0.0))
        else:
            faces.append(tuple(outer) if up else tuple(reversed(outer)))
    for face in faces[len(uvs) :]:
        high = points[face[0]][1] > 0
        wide = max(linear.length((p[0], 0.0, p[2])) for p in points) or 1.0
        middle = 0.84375 if high else 0.15625
        uvs.append([(0.5 + 0.15625 * points[v][0] / wide, middle + 0.15625 * points[v][2] / wide) for v in face])
    mesh = MeshData(aligned(node, points), tuple(faces))
    return unwrapped(mesh.but(hard=frozenset(hard)), node, uvs)


def level(r: int, rings: int) -> float:
    """The height of a ring in the texture."""
    return 0.3125 + 0.375 * r / max(1, rings - 1)


def cap_face(outer: list[int], inner: list[int], i: int, up: bool) -> tuple[int, ...]:
    """A quad of a cap."""
    j = (i + 1) % len(outer)
    return (outer[i], outer[j], inner[j], inner[i]) if up else (outer[j], outer[i], inner[i], inner[j])


@geometry("polyCylinder", "output")
def cylinder(plug: Plug) -> MeshData:
    """Rings from the bottom up, then the caps."""
    node = plug.node
    radius, height = settings(node, "radius", "height")
    count, high, caps = (int(n) for n in settings(node, "subdivisionsAxis", "subdivisionsHeight", "subdivisionsCaps"))
    rings = [ring(count, radius, height * (r / high - 0.5)) for r in range(high + 1)]
    return capped(node, rings, count, caps, caps)


@geometry("polyCone", "output")
def cone(plug: Plug) -> MeshData:
    """Rings from the bottom up, the cap, then the tip."""
    node = plug.node
    radius, height = settings(node, "radius", "height")
    count, high, caps = (int(n) for n in settings(node, "subdivisionsAxis", "subdivisionsHeight", "subdivisionsCap"))
    rings = [ring(count, radius * (1 - r / high), height * (r / high - 0.5)) for r in range(high)]
    mesh = capped(node, rings, count, caps, -1)
    tip, last = len(mesh.points), (high - 1) * count
    sides = [(last + i, last + (i + 1) % count, tip) for i in range(count)]
    uvs = mesh.uvs["map1"]
    if number(node.plug("createUVs")):
        start = len(uvs.points)
        fan = [
            uv for i in range(count)
            for uv in ((0.25 + 0.5 * i / count, 0.3125), (0.25 + 0.5 * (i + 1) / count, 0.3125), (0.5, 1.0))
        ]  # fmt: skip
        corners = tuple((start + 3 * i, start + 3 * i + 1, start + 3 * i + 2) for i in range(count))
        uvs = UVSet((*uvs.points, *fan), (*uvs.faces, *corners))
    else:
        uvs = UVSet((), tuple(() for _ in (*mesh.faces, *sides)))
    points = (*mesh.points, aligned(node, [(0.0, height / 2, 0.0)])[0])
    return mesh.but(points=points, faces=(*mesh.faces, *sides), uvs={"map1": uvs})


@geometry("polyTorus", "output")
def torus(plug: Plug) -> MeshData:
    """Rings around the axis, one for each step of the section."""
    node = plug.node
    radius, section, twist = settings(node, "radius", "sectionRadius", "twist")
    count, high = (int(n) for n in settings(node, "subdivisionsAxis", "subdivisionsHeight"))
    points: list[Vector] = []
    for r in range(high):
        turn = 2 * math.pi * r / high + math.pi + twist
        points += ring(count, radius + section * math.cos(turn), -section * math.sin(turn))
    faces = [
        (a * count + i, b * count + i, b * count + (i + 1) % count, a * count + (i + 1) % count)
        for a, b in ((r, (r + 1) % high) for r in range(high)) for i in range(count)
    ]  # fmt: skip
    uvs = [
        [(i / count, r / high), (i / count, (r + 1) / high), ((i + 1) / count, (r + 1) / high), ((i + 1) / count, r / high)]
        for r in range(high) for i in range(count)
    ]  # fmt: skip
    return unwrapped(MeshData(aligned(node, points), tuple(faces)), node, uvs)


@geometry("polyPlatonicSolid", "output")
def platonic(plug: Plug) -> MeshData:
    """Dodecahedron, icosahedron, octahedron or tetrahedron with its corners on a sphere."""
    node = plug.node
    kind = int(number(node.plug("solidType")))
    points, faces = SOLIDS[kind]()
    radius = number(node.plug("radius"))
    scaled = [linear.by(linear.unit(p), radius) for p in points]
    # The faces are wound so that they look outwards.
    wound = [face if outward(scaled, face) else tuple(reversed(face)) for face in faces]
    mesh = with_hard(MeshData(aligned(node, scaled), tuple(wound)))
    uvs = [[(0.5 + 0.5 * math.cos(2 * math.pi * i / len(f)), 0.5 + 0.5 * math.sin(2 * math.pi * i / len(f)))
            for i in range(len(f))] for f in wound]  # fmt: skip
    return unwrapped(mesh, node, uvs)


def outward(points: Sequence[Vector], face: Sequence[int]) -> bool:
    """Whether a face of a convex body around the origin looks away from it."""
    a, b, c = (points[v] for v in face[:3])
    return linear.dot(linear.cross(linear.minus(b, a), linear.minus(c, a)), a) > 0


GOLDEN = (1 + math.sqrt(5)) / 2


def icosahedron() -> tuple[list[Vector], list[tuple[int, ...]]]:
    """Twelve corners, twenty triangles."""
    points: list[Vector] = []
    for a in (-1.0, 1.0):
        for b in (-GOLDEN, GOLDEN):
            points += [(0.0, a, b), (a, b, 0.0), (b, 0.0, a)]
    near = [[linear.length(linear.minus(p, q)) < 2.01 for q in points] for p in points]
    faces = [
        (i, j, k) for i in range(12) for j in range(i + 1, 12) for k in range(j + 1, 12)
        if near[i][j] and near[j][k] and near[i][k]
    ]  # fmt: skip
    return points, faces


def dodecahedron() -> tuple[list[Vector], list[tuple[int, ...]]]:
    """Twenty corners, twelve pentagons: the faces of the icosahedron become corners."""
    corners, triangles = icosahedron()
    points = [linear.average([corners[v] for v in t]) for t in triangles]
    faces = []
    for v, axis in enumerate(corners):
        mine = [n for n, t in enumerate(triangles) if v in t]
        up = linear.unit(axis)
        start = linear.unit(linear.minus(points[mine[0]], linear.by(up, linear.dot(points[mine[0]], up))))
        side = linear.cross(up, start)
        angle = {n: math.atan2(linear.dot(points[n], side), linear.dot(points[n], start)) for n in mine}
        faces.append(tuple(sorted(mine, key=angle.__getitem__)))
    return points, faces


def octahedron() -> tuple[list[Vector], list[tuple[int, ...]]]:
    """Six corners, eight triangles."""
    points: list[Vector] = [(0, -1, 0), (0, 0, 1), (1, 0, 0), (0, 0, -1), (-1, 0, 0), (0, 1, 0)]
    return points, [(pole, a, b) for pole in (0, 5) for a, b in ((1, 2), (2, 3), (3, 4), (4, 1))]


def tetrahedron() -> tuple[list[Vector], list[tuple[int, ...]]]:
    """Four corners, four triangles."""
    return [(1, 1, 1), (-1, -1, 1), (-1, 1, -1), (1, -1, -1)], [(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)]


SOLIDS = (dodecahedron, icosahedron, octahedron, tetrahedron)
