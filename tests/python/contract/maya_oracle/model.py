"""Meshes, UV sets and curves."""

from __future__ import annotations

from typing import Any

from maya import cmds

from . import core
from .common import UNSAID, shape, short, transform


def corners(path: str) -> list[list[int]]:
    """The vertices of each face: `FACE 3: 0 1 2` of polyInfo."""
    told = cmds.polyInfo(path, faceToVertex=True) or []
    return [[int(word) for word in line.split(":")[1].split()] for line in told]


def mesh(item: dict[str, Any]) -> dict[str, Any]:
    path = transform(item["name"])
    own = shape(path)
    faces = corners(own)
    counted = cmds.polyEvaluate(own, vertex=True, edge=True, face=True)
    groups = [one for one in dict.fromkeys(cmds.listConnections(own, type="shadingEngine") or [])]
    worn = [cmds.listConnections(f"{one}.surfaceShader", source=True, destination=False)[0] for one in groups]
    if groups == ["initialShadingGroup"]:
        worn = []
    flat = [n for f, face in enumerate(faces) for v in face
            for n in cmds.polyNormalPerVertex(f"{own}.vtxFace[{v}][{f}]", query=True, xyz=True)]  # fmt: skip
    colors = None
    if cmds.polyColorSet(own, query=True, allColorSets=True):
        # The samples have one for each vertex.
        colors = []
        for v in range(counted["vertex"]):
            at = f"{own}.vtx[{v}]"
            colors += cmds.polyColorPerVertex(at, query=True, rgb=True)[:3]
            colors += cmds.polyColorPerVertex(at, query=True, alpha=True)[:1]
    return {
        **core.of(path),
        "vertices": cmds.xform(f"{own}.vtx[*]", query=True, objectSpace=True, translation=True),
        "indices": [v for face in faces for v in face],
        "face_sizes": [len(face) for face in faces],
        "normals": flat,
        "uvs": coordinates(own, cmds.polyUVSet(own, query=True, currentUVSet=True)[0], faces),
        "colors": colors,
        "material_ids": worn,
        "material_id": worn[0] if worn else None,
        "face_materials": [0] * len(faces) if len(groups) == 1 else UNSAID,
        "smooth": UNSAID,
        "tangents": UNSAID,
        "revision": item["revision"],
        "vertex_count": counted["vertex"],
        "edge_count": counted["edge"],
        "face_count": counted["face"],
    }


def coordinates(own: str, name: str, faces: list[list[int]]) -> list[float] | None:
    """What polyEditUV says of each corner."""
    if not cmds.polyEvaluate(own, uvcoord=True, uvSetName=name):
        return None
    found: list[float] = []
    for f, face in enumerate(faces):
        for v in face:
            of_face = cmds.polyListComponentConversion(f"{own}.f[{f}]", fromFace=True, toUV=True)
            of_vertex = cmds.polyListComponentConversion(f"{own}.vtx[{v}]", fromVertex=True, toUV=True)
            (uv,) = set(cmds.ls(of_face, flatten=True)) & set(cmds.ls(of_vertex, flatten=True))
            found += cmds.polyEditUV(uv, query=True, uvSetName=name)
    return found


def uv_map(item: dict[str, Any]) -> dict[str, Any]:
    own = shape(transform(item["mesh_id"]))
    names = cmds.polyUVSet(own, query=True, allUVSets=True)
    return {
        "name": item["name"],
        "mesh_id": item["mesh_id"],
        "channel": names.index(item["name"]),
        "coordinates": UNSAID,
        "active": cmds.polyUVSet(own, query=True, currentUVSet=True) == [item["name"]],
    }


def curve(item: dict[str, Any]) -> dict[str, Any]:
    path = transform(item["name"])
    own = shape(path)
    degree, form = cmds.getAttr(f"{own}.degree"), cmds.getAttr(f"{own}.form")
    kind = "bezier" if cmds.nodeType(own) == "bezierCurve" else "poly" if degree == 1 else "nurbs"
    points = [list(p) for p in cmds.getAttr(f"{own}.cv[*]")]
    if form:
        points = points[:-degree]
    told = [{"position": p, "weight": 1.0} for p in points]
    if kind == "bezier":
        told = [
            {"position": points[at], "weight": 1.0,
             **({"handle_left": points[at - 1]} if at else {}),
             **({"handle_right": points[at + 1]} if at + 1 < len(points) else {})}
            for at in range(0, len(points), 3)
        ]  # fmt: skip
    return {
        **core.of(path),
        "kind": kind,
        "degree": degree,
        "closed": form != 0,
        "control_points": told,
        "knots": UNSAID,
        "length": cmds.arclen(own) if not any(core.of(path)["scale"][a] != 1 for a in range(3)) else UNSAID,
        "piece_count": 1,
        "name": short(path),
    }


ORACLES = {"meshes": mesh, "uv_maps": uv_map, "curves": curve}
