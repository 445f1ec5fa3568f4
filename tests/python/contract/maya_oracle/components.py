"""Vertices, edges and faces."""

from __future__ import annotations

import math
from typing import Any

from maya import cmds

from .common import UNSAID, shape, short, transform


def of(item: dict[str, Any], word: str) -> tuple[str, str, dict[str, Any]]:
    """Its shape, what Maya calls it, and what all three have."""
    owner, _, number = item["name"].split("/")
    own = shape(transform(owner))
    selected = cmds.ls(selection=True, flatten=True, long=True) or []
    parts = [one for one in selected if one.endswith(f".{word}[{number}]")]
    owners = {short(one.split(".")[0]) for one in parts}
    common = {
        "name": item["name"],
        "mesh_id": owner,
        "index": int(number),
        "selected": bool(owners & {owner, short(own)}),
    }
    return own, f"{own}.{word}[{number}]", common


def numbers(part: str, **asked: bool) -> list[int]:
    """What a component touches: `EDGE 3: 0 1` of polyInfo."""
    (line,) = cmds.polyInfo(part, **asked)
    return [int(word) for word in line.split(":")[1].split() if word != "Hard"]


def corners(own: str, face: int) -> list[list[float]]:
    points = (f"{own}.vtx[{vertex}]" for vertex in numbers(f"{own}.f[{face}]", faceToVertex=True))
    return [cmds.xform(point, query=True, objectSpace=True, translation=True) for point in points]


def vertex(item: dict[str, Any]) -> dict[str, Any]:
    own, part, common = of(item, "vtx")
    faces = numbers(part, vertexToFace=True)
    colors = cmds.polyColorSet(own, query=True, allColorSets=True)
    color: Any = None
    if colors and faces:
        color = cmds.polyColorPerVertex(part, query=True, rgb=True)[:3]
        color += cmds.polyColorPerVertex(part, query=True, alpha=True)[:1]
    uvs: Any = None
    found = cmds.polyListComponentConversion(part, fromVertex=True, toUV=True)
    if found:
        uvs = [cmds.polyEditUV(cmds.ls(found, flatten=True)[0], query=True)]
    return {
        **common,
        "position": cmds.xform(part, query=True, objectSpace=True, translation=True),
        "normal": UNSAID if faces else None,
        "uvs": uvs,
        "color": color,
    }


def hard(own: str, edge: int) -> bool:
    """Whether the normals at an edge are other ones in its two faces."""
    faces = numbers(f"{own}.e[{edge}]", edgeToFace=True)
    ends = numbers(f"{own}.e[{edge}]", edgeToVertex=True)
    told = [
        [cmds.polyNormalPerVertex(f"{own}.vtxFace[{end}][{face}]", query=True, xyz=True) for end in ends]
        for face in faces
    ]
    return len(told) == 2 and told[0] != told[1]


def edge(item: dict[str, Any]) -> dict[str, Any]:
    own, part, common = of(item, "e")
    faces = numbers(part, edgeToFace=True)
    flat = len({tuple(round(n, 5) for n in normal(own, face)) for face in faces}) == 1
    (sharpness,) = cmds.polyCrease(part, query=True, value=True)
    owner = item["name"].split("/")[0]
    return {
        **common,
        "vertex_ids": [f"{owner}/vertex/{end}" for end in numbers(part, edgeToVertex=True)],
        # Where faces lie in one plane normals do not tell.
        "sharp": UNSAID if flat else hard(own, common["index"]),
        "crease": math.sqrt(max(sharpness, 0.0) / 10),
    }


def normal(own: str, face: int) -> list[float]:
    (line,) = cmds.polyInfo(f"{own}.f[{face}]", faceNormals=True)
    return [float(word) for word in line.split(":")[1].split()]


def area(points: list[list[float]]) -> float:
    """Half of the sum of the cross products around it."""
    total = [0.0, 0.0, 0.0]
    for a, b in zip(points, points[1:] + points[:1]):
        for n in range(3):
            i, j = (n + 1) % 3, (n + 2) % 3
            total[n] += a[i] * b[j] - a[j] * b[i]
    return math.sqrt(sum(part * part for part in total)) / 2


def face(item: dict[str, Any]) -> dict[str, Any]:
    own, part, common = of(item, "f")
    points = corners(own, common["index"])
    groups = [one for one in cmds.listSets(object=own, type=1) or [] if cmds.sets(part, isMember=one)]
    worn = [cmds.listConnections(f"{one}.surfaceShader", source=True, destination=False)[0] for one in groups
            if one != "initialShadingGroup"]  # fmt: skip
    owner = item["name"].split("/")[0]
    return {
        **common,
        "vertex_ids": [f"{owner}/vertex/{one}" for one in numbers(part, faceToVertex=True)],
        "normal": normal(own, common["index"]),
        "center": [sum(point[axis] for point in points) / len(points) for axis in range(3)],
        "area": area(points),
        "material_id": worn[0] if worn else None,
        "smooth": UNSAID,
    }


def subdivision(item: dict[str, Any]) -> dict[str, Any]:
    own = shape(transform(item["base_mesh_id"]))
    assert cmds.getAttr(f"{own}.displaySmoothMesh") == 2
    assert cmds.getAttr(f"{own}.smoothDrawType") == 2
    assert not cmds.getAttr(f"{own}.useGlobalSmoothDrawType")
    level = cmds.getAttr(f"{own}.smoothLevel")
    as_shown = cmds.getAttr(f"{own}.useSmoothPreviewForRender")
    told = cmds.polyCrease(f"{own}.e[*]", query=True, value=True)
    creases = [(number, math.sqrt(value / 10)) for number, value in enumerate(told) if value > 0]
    return {
        "name": item["base_mesh_id"],
        "base_mesh_id": item["base_mesh_id"],
        "subdivision_level": level,
        "render_level": level if as_shown else cmds.getAttr(f"{own}.renderSmoothLevel"),
        "scheme": "catmull_clark",
        "crease_edges": [
            {"edge_id": f"{item['base_mesh_id']}/edge/{n}", "crease_weight": weight} for n, weight in creases
        ],
        "boundary_interpolation": {1: "all", 2: "edges"}[cmds.getAttr(f"{own}.osdVertBoundary")],
    }


ORACLES = {"vertices": vertex, "edges": edge, "faces": face, "subdivision_surfaces": subdivision}
