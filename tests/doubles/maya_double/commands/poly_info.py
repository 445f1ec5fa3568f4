"""Asking polygons: `polyEvaluate`, `polyInfo`, `polyListComponentConversion`. Source: these commands in
Autodesk's reference.
"""

from __future__ import annotations

from typing import Any

from maya_double import linear, names, shapes, transforms
from maya_double.calls import Call, command
from maya_double.components import Component, Item
from maya_double.nodes import Node
from maya_double.polygons.convert import convert
from maya_double.polygons.data import MeshData, around

from . import arguments

COUNTS = ("vertex", "edge", "face", "uvcoord", "triangle", "shell")
ASK = (
    " ".join(COUNTS)
    + " uvSetName boundingBox worldArea area displayStats accurateEvaluation activeShells format vertexComponent"
)
ASK += " edgeComponent faceComponent uvComponent triangleComponent boundingBoxComponent uvShell"


@command("polyEvaluate", create=ASK, query=ASK)
def poly_evaluate(call: Call) -> Any:
    """How many there are of what."""
    paths = [path for item in arguments.items(call) if (path := arguments.shape_of(item.path, "mesh")) is not None]
    paths = list(dict.fromkeys(paths))
    if not paths:
        raise RuntimeError("polyEvaluate: no polygonal object")
    every = [counted(path[-1], str(call.get("uvSetName") or "")) for path in paths]
    total = {name: sum(row[name] for row in every) for name in every[0]}
    asked = [flag for flag in COUNTS if call.has(flag)]
    if call.has("boundingBox"):
        box = linear.bounds([c for path in paths for c in shapes.bounds(path) or ()]) or (linear.ORIGIN, linear.ORIGIN)
        return [(box[0][n], box[1][n]) for n in range(3)]
    if call.has("area", "worldArea"):
        found = [
            shapes.mesh(p[-1]).moved(transforms.world(p) if call.has("worldArea") else linear.IDENTITY) for p in paths
        ]
        return sum(mesh.area(face) for mesh in found for face in range(len(mesh.faces)))
    parts = [flag for flag in call.flags if flag.endswith("Component")]
    if parts:
        return selected(call, parts[0])
    if len(asked) == 1:
        return total[asked[0]]
    return {name: total[name] for name in asked or COUNTS}


def selected(call: Call, flag: str) -> int:
    """How many components are chosen."""
    kind = {"vertexComponent": "vtx", "edgeComponent": "e", "faceComponent": "f", "uvComponent": "map"}.get(flag, "f")
    return sum(
        len(item.component.indices) for item in arguments.items(call) if item.component and item.component.kind == kind
    )


def counted(shape: Node, uv_set: str) -> dict[str, int]:
    """The counts of one mesh."""
    mesh = shapes.mesh(shape)
    name = uv_set or shapes.current_uv_set(shape)
    return {
        "vertex": len(mesh.points),
        "edge": len(mesh.edges),
        "face": len(mesh.faces),
        "uvcoord": len(mesh.uvs[name].points) if name in mesh.uvs else 0,
        "triangle": sum(len(f) - 2 for f in mesh.faces),
        "shell": len(mesh.shells()),
    }


INFO = (
    "faceToVertex faceToEdge edgeToFace edgeToVertex vertexToEdge vertexToFace faceNormals nonManifoldEdges laminaFaces"
)


@command("polyInfo", create=INFO)
def poly_info(call: Call) -> list[str] | None:
    """Which components belong to which, in words."""
    rows: list[str] = []
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "mesh")
        if path is None:
            continue
        mesh = shapes.mesh(path[-1])
        kind = {"face": "f", "edge": "e", "vertex": "vtx"}[
            next(w for w in ("face", "edge", "vertex") if any(f.startswith(w) for f in call.flags))
        ]
        chosen = convert(path[-1], item.component, kind).numbers() if item.component else None
        rows += [row for flag in call.flags for row in lines(mesh, flag, chosen)]
    return rows or None


def lines(mesh: MeshData, flag: str, chosen: list[int] | None) -> list[str]:
    """The lines of one question, as Maya writes them."""
    ids = mesh.edge_ids
    if flag in ("nonManifoldEdges", "laminaFaces"):
        return []
    if flag == "faceNormals":
        wanted = range(len(mesh.faces)) if chosen is None else chosen
        return [f"FACE_NORMAL {n:6}: " + " ".join(f"{c:f}" for c in mesh.face_normals[n]) + "\n" for n in wanted]
    tables: dict[str, tuple[str, list[list[int]]]] = {
        "faceToVertex": ("FACE", [list(face) for face in mesh.faces]),
        "faceToEdge": ("FACE", [[ids[e] for e in around(face)] for face in mesh.faces]),
        "edgeToVertex": ("EDGE", [list(edge) for edge in mesh.edges]),
        "edgeToFace": ("EDGE", [mesh.edge_faces.get(edge, []) for edge in mesh.edges]),
        "vertexToFace": ("VERTEX", mesh.vertex_faces()),
        "vertexToEdge": (
            "VERTEX",
            [[n for n, edge in enumerate(mesh.edges) if v in edge] for v in range(len(mesh.points))],
        ),
    }
    word, rows = tables[flag]
    wanted = range(len(rows)) if chosen is None else chosen
    return [f"{word} {n:6}: " + " ".join(f"{part:6}" for part in rows[n]) + " \n" for n in wanted]


KINDS = {"Vertex": "vtx", "Edge": "e", "Face": "f", "UV": "map", "VertexFace": "vtxFace"}
FLAGS = (
    " ".join([*(f"from{k}" for k in KINDS), *(f"to{k}" for k in KINDS)])
    + " internal border uvShell uvShellBorder vertexFaceAllEdges"
)


@command("polyListComponentConversion", create=FLAGS)
def poly_list_component_conversion(call: Call) -> list[str]:
    """Components as those of another kind."""
    target = next((kind for word, kind in KINDS.items() if call.has(f"to{word}")), "f")
    sources = {kind for word, kind in KINDS.items() if call.has(f"from{word}")}
    found: dict[names.Path, dict[tuple[int, ...], None]] = {}
    for item in arguments.items(call, needed=False):
        path = arguments.shape_of(item.path, "mesh")
        if path is None or (item.component and sources and item.component.kind not in sources):
            continue
        part = item.component or Component("f", tuple((n,) for n in range(len(shapes.mesh(path[-1]).faces))))
        found.setdefault(path, {}).update(dict.fromkeys(convert(path[-1], part, target, call.has("internal")).indices))
    return [
        text
        for path, indices in found.items()
        for text in names.of_item(Item(path, None, Component(target, tuple(indices))))
    ]
