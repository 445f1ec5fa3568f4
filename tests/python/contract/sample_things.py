"""Things on a stage that values of samples refer to: meshes, chains of joints, free channels, files; each is made when
it is first asked for.
"""

from __future__ import annotations

import itertools
import struct
import zlib
from typing import Any

QUAD = [[0, 0, 0], [2, 0, 0], [2, 1, 0], [0, 1, 0.5]]
CORNERS = [0, 1, 2, 0, 2, 3]
RGBA = [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1], [0.5, 0.5, 0.5, 1]]


def corners(on: Any, *numbers: int) -> list[str]:
    """Vertices of a mesh that have nothing between them yet."""
    return [on.reference("Vertex", number) for number in numbers]


def braced(on: Any) -> list[str]:
    """A triangle whose edges are there already, so that it takes nothing else along when it goes."""
    if "brace" not in on.made:
        ends = corners(on, 0, 2)
        item = {"mesh_id": on.reference("Mesh", 0), "vertex_ids": ends}
        on.made["brace"] = on.call("create_edges", items=[item])["ids"][0]
    return corners(on, 0, 1, 2)


def across(on: Any, *numbers: int) -> list[str]:
    """Vertices of a face with six."""
    ends = corners(on, *range(6))
    if "hexagon" not in on.made:
        item = {"mesh_id": on.reference("Mesh", 0), "vertex_ids": ends}
        on.made["hexagon"] = on.call("create_faces", items=[item])["ids"][0]
    return [ends[number] for number in numbers]


def bent(on: Any, weights: dict[str, float]) -> dict[str, float]:
    """Weights of a mesh that joints of these names bend."""
    if "bent" not in on.made:
        mesh, rig = on.reference("Mesh", 0), on.reference("Rig", 0)
        on.call("create_joints", items=[{"name": name, "rig_id": rig} for name in ("arm", "hand")])
        on.made["bent"] = on.call("create_skins", items=[{"mesh_id": mesh, "rig_id": rig}])["ids"][0]
    return weights


def subdivided(on: Any, index: int) -> str:
    """One of two meshes, with a crease: it is the mesh's, and stays. Of the last one more edges are creased."""
    mesh = on.reference("Mesh", index)
    if f"creased {index}" not in on.made:
        edge = on.call("list_edges", parent_id=mesh, limit=1)["items"][0]["id"]
        on.call("update_edges", items=[{"ids": [edge], "crease": 0.125}])
        on.made[f"creased {index}"] = edge
    on.made["last"] = mesh
    return str(mesh)


def hexagon(on: Any) -> str:
    """A mesh of one face with six corners."""
    if "Hexagon" not in on.made:
        rim = [[2, 0, 0], [1, 1.75, 0], [-1, 1.75, 0], [-2, 0, 0], [-1, -1.75, 0], [1, -1.75, 0]]
        item = {"name": "Hexagon", "vertices": rim, "indices": list(range(6)), "face_sizes": [6]}
        on.made["Hexagon"] = on.call("create_meshes", items=[item])["ids"][0]
    return str(on.made["Hexagon"])


def cups(on: Any) -> str:
    """A mesh of two tetrahedra that each lack a face: what closes one takes nothing along and touches no other."""
    if "Cups" not in on.made:
        corners = [[x + dx, dy, dz] for x in (0, 5) for dx, dy, dz in ((0, 0, 0), (2, 0, 0), (0, 2, 0), (0.5, 0.5, -2))]
        sides = [at + corner for at in (0, 4) for corner in (0, 1, 3, 1, 2, 3, 2, 0, 3)]
        item = {"name": "Cups", "vertices": corners, "indices": sides}
        on.made["Cups"] = on.call("create_meshes", items=[item])["ids"][0]
    return str(on.made["Cups"])


def numbered(mesh: str, *numbers: int) -> list[str]:
    """Vertices that a mesh has from its beginning."""
    return [f"{mesh}/vertex/{number}" for number in numbers]


def creases(on: Any, weight: float, mesh: str = "") -> list[dict[str, Any]]:
    """The first two edges of the mesh, creased."""
    mesh = mesh or on.reference("Mesh", 0)
    edges = on.call("list_edges", parent_id=mesh, limit=2)["items"]
    return [{"edge_id": edge["id"], "crease_weight": weight} for edge in edges]


def chain(on: Any, number: int) -> str:
    """One of three joints, one below the other."""
    if "Chain" not in on.made:
        rig = on.reference("Rig", 0)
        items = [
            {"name": f"Link {at}", "rig_id": rig, "position": [0, float(at > 0), 0.1 * at], "length": 1.0,
             **({"parent_id": f"Link {at - 1}"} if at else {})}
            for at in range(3)
        ]  # fmt: skip
        on.made["Chain"] = "made"
        for at, made in enumerate(on.call("create_joints", items=items)["ids"]):
            on.made[f"Link {at}"] = made
    return str(on.made[f"Link {number}"])


def links(*numbers: int) -> tuple[Any, ...]:
    """First and second value of a field that names a joint of that chain."""
    return tuple(lambda on, number=number: chain(on, number) for number in numbers)


def free_channel(on: Any) -> str:
    """The first of two channels that has no curve yet: a channel has one."""
    channels = [on.reference("Channel", index) for index in range(2)]
    taken = {item["channel_id"] for item in on.call("list_anim_curves")["items"]}
    return str(next(channel for channel in channels if channel not in taken))


def free_node(on: Any) -> str:
    """A node whose turn about x has no curve yet."""
    items = on.call("list_anim_curves")["items"]
    taken = {item["node_id"] for item in items if item["path"] == "rotation.x"}
    return next(node for number in (2, 3) if (node := on.reference("Node", number)) not in taken)


def follower(on: Any) -> str:
    """A node that nothing constrains yet; what stands as its target does hides mistakes."""
    taken = {item["source_id"] for item in on.call("list_constraints")["items"]}
    for number in itertools.count():
        label = f"Follower {number}"
        if label not in on.made:
            item = {"name": label, "position": [4, 1, -3], "rotation": [0.5, 0.5, 0.5, 0.5], "scale": [2, 3, 0.5]}
            on.made[label] = on.call("create_nodes", items=[item])["ids"][0]
        if on.made[label] not in taken:
            break
    return str(on.made[label])


def follows(on: Any, weight: float) -> list[dict[str, Any]]:
    """Two vertices that follow the only joint of a rig."""
    (joint,) = on.call("get_joints", ids=[on.reference("Joint", 0)], fields=["name"])["items"]
    return [{"vertex_index": at, "weights": {joint["name"]: weight}} for at in (1, 3)]


def jointed(on: Any) -> str:
    """A rig with a joint."""
    on.reference("Joint", 0)
    return str(on.reference("Rig", 0))


def weight_table(on: Any, *weights: float) -> list[float]:
    """The same for all vertices."""
    on.reference("Joint", 0)
    return list(weights)


def textures(on: Any, index: int) -> dict[str, str]:
    """One texture for everything that it can say."""
    slots = ("base_color", "normal", "metallic", "roughness", "emissive", "height", "opacity")
    return {slot: on.reference("Texture", index) for slot in slots}


def coloured(on: Any) -> str:
    """A mesh whose vertices have colours."""
    if "Coloured" not in on.made:
        item = {"name": "Coloured", "vertices": QUAD, "indices": CORNERS, "colors": RGBA}
        on.made["Coloured"] = on.call("create_meshes", items=[item])["ids"][0]
    return str(on.made["Coloured"])


def points(count: int) -> list[dict[str, Any]]:
    """Points in a zigzag."""
    return [{"position": [float(at), at % 2 * 1.5, at * 0.25], "weight": 1.0} for at in range(count)]


def picture(width: int, height: int) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x40\x80\xc0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
