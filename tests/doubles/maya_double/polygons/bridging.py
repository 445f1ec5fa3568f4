"""What `polyBridgeEdge` makes: faces between two closed borders. Source: that command in Autodesk's reference."""

from __future__ import annotations

from maya_double import faults, linear
from maya_double.evaluate import number
from maya_double.nodes import Node

from .data import Edge, MeshData, ordered
from .edits import edit
from .shaping import bare, bend


@edit("polyBridgeEdge")
def bridged(node: Node, mesh: MeshData, numbers: list[int]) -> MeshData:
    """One row of faces from border to border; the vertices nearest to each other are joined, but for the offset."""
    if number(node.plug("divisions")):
        raise faults.NotModelled("polyBridgeEdge with divisions")
    rings = borders(mesh, {mesh.edges[n] for n in numbers})
    if len(rings) != 2 or len(rings[0]) != len(rings[1]):
        # Maya says so in its script editor and changes nothing.
        return mesh
    one, other = rings
    count, offset = len(one), int(number(node.plug("bridgeOffset")))
    ways = [[side[(start + way * n) % count] for n in range(count)]
            for side in (other,) for way in (1, -1) for start in range(count)]  # fmt: skip
    nearest = min(ways, key=lambda way: sum(distance(mesh, *pair) for pair in zip(one, way)))
    facing = [nearest[(n + offset) % count] for n in range(count)]
    # Against the direction that the faces at the border have.
    sides = [(one[n - 1], one[n - 2], facing[n - 2], facing[n - 1]) for n in range(count)]
    made = bare(mesh, list(mesh.points), [*mesh.faces, *sides])
    fresh = set(made.edges) - set(mesh.edges)
    limit = number(node.plug("smoothingAngle"))
    hard = {edge for edge in fresh if bend(made, edge) > limit + 1e-6}
    return made.but(hard=mesh.hard | hard, first_edges=(*mesh.edges, *(e for e in made.edges if e in fresh)))


def borders(mesh: MeshData, edges: set[Edge]) -> list[list[int]]:
    """The closed borders that these edges are, each in the direction of its faces; none when one is no border."""
    following: dict[int, int] = {}
    for face in mesh.faces:
        for a, b in zip(face, (*face[1:], face[0])):
            if ordered(a, b) in edges and len(mesh.edge_faces[ordered(a, b)]) == 1:
                following[a] = b
    if len(following) != len(edges):
        return []
    rings = []
    while following:
        here = next(iter(following))
        ring = []
        while here in following:
            ring.append(here)
            here = following.pop(here)
        if here != ring[0]:
            return []
        rings.append(ring)
    return rings


def distance(mesh: MeshData, a: int, b: int) -> float:
    """How far two vertices are from each other."""
    return linear.length(linear.minus(mesh.points[a], mesh.points[b]))
