"""What lies on polygons: UV sets, colour sets, colours, normals, hard edges, creases.

Source: `polyUVSet`, `polyColorSet`, `polyColorPerVertex`, `polyNormalPerVertex`, `polySoftEdge`, `polyEditUV`,
`polyCrease` in Autodesk's reference. The double writes into the shape; Maya puts nodes into its history.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable
from typing import Any

from .. import linear, shapes
from ..calls import Call, command
from ..components import Component, Item
from ..nodes import Node
from ..polygons import making
from ..polygons.convert import convert
from ..polygons.data import ColorSet, MeshData, UVSet
from ..scene import scene
from . import arguments


def meshes(call: Call) -> list[Node]:
    """The meshes that a call is about."""
    found = [path[-1] for item in arguments.items(call) if (path := arguments.shape_of(item.path, "mesh")) is not None]
    if not found:
        raise RuntimeError(f"{call.name}: no polygonal object")
    return list(dict.fromkeys(found))


def rewrite(shape: Node, made: MeshData) -> None:
    """Makes a mesh another one; what its history gave becomes its own."""
    if scene.source(shape.plug("inMesh")) is not None:
        making.own(shape)
    shapes.store(shape, made)
    scene.touched()


def corners(shape: Node, item: Item) -> list[tuple[int, int]]:
    """The (face, vertex) pairs of an item."""
    mesh = shapes.mesh(shape)
    if item.component is None:
        return [(n, v) for n, face in enumerate(mesh.faces) for v in face]
    if item.component.kind == "vtxFace":
        return [(face, vertex) for vertex, face in item.component.indices]
    return [(face, vertex) for vertex, face in convert(shape, item.component, "vtxFace").indices]


UV = "create uvSet newUVSet rename delete allUVSets currentUVSet allUVSetsIndices copy perInstance unshared shareInstances allUVSetsWithCount currentPerInstanceUVSet currentLastUVSet"


@command("polyUVSet", create=UV, query=UV, edit=UV)
def poly_uv_set(call: Call) -> Any:
    """UV sets: which there are, and making, copying, renaming, deleting them."""
    found = meshes(call)
    if call.query:
        mesh = shapes.mesh(found[0])
        if call.has("allUVSetsIndices"):
            return list(range(len(mesh.uvs)))
        return list(mesh.uvs) if call.has("allUVSets") else [shapes.current_uv_set(found[0])]
    answers = []
    for shape in found:
        answers.append(change_uv_set(call, shape))
    return [answer for answer in answers if answer] or None


def change_uv_set(call: Call, shape: Node) -> str | None:
    """One change of the UV sets of a mesh."""
    mesh = shapes.mesh(shape)
    name = call.get("uvSet") or shapes.current_uv_set(shape)
    if call.has("create"):
        name = free(call.get("uvSet") or "uvSet", mesh.uvs)
        rewrite(shape, mesh.but(uvs={**mesh.uvs, name: UVSet((), tuple(() for _ in mesh.faces))}))
        return name
    if name not in mesh.uvs:
        raise RuntimeError(f"polyUVSet: there is no UV set '{name}'.")
    if call.has("currentUVSet"):
        scene.write(shape.plug("currentUVSet"), name)
        return name
    if call.has("copy"):
        target = call.get("newUVSet") or free(name + "Copy", mesh.uvs)
        rewrite(shape, mesh.but(uvs={**mesh.uvs, target: mesh.uvs[name]}))
        return str(target)
    if call.has("delete"):
        if name == next(iter(mesh.uvs)):
            raise RuntimeError(f"polyUVSet: Cannot delete the default UV set '{name}'.")
        rewrite(shape, mesh.but(uvs={key: one for key, one in mesh.uvs.items() if key != name}))
        return str(name)
    if call.has("rename"):
        wanted = call.get("newUVSet")
        if not wanted or wanted in mesh.uvs:
            raise RuntimeError(f"polyUVSet: '{wanted}' cannot be the name of a UV set here.")
        rewrite(shape, mesh.but(uvs={wanted if key == name else key: one for key, one in mesh.uvs.items()}))
        if shape.values.get(("currentUVSet", ())) == name:
            scene.write(shape.plug("currentUVSet"), wanted)
        return str(wanted)
    return None


def free(wanted: str, taken: Iterable[str]) -> str:
    """A name that is not there yet."""
    held, number, found = set(taken), 1, wanted
    while found in held:
        found, number = f"{wanted}{number}", number + 1
    return found


COLOR = "create colorSet newColorSet rename delete allColorSets currentColorSet representation clamped copy unshared perInstance allColorSetsWithCount shareInstances"


@command("polyColorSet", create=COLOR, query=COLOR, edit=COLOR)
def poly_color_set(call: Call) -> Any:
    """Colour sets: which there are, and making, renaming, deleting them."""
    found = meshes(call)
    if call.query:
        mesh = shapes.mesh(found[0])
        current = current_colors(found[0])
        if call.has("allColorSets"):
            return list(mesh.colors) or None
        if call.has("representation"):
            return [mesh.colors[current].representation] if current else None
        if call.has("clamped"):
            return [mesh.colors[current].clamped] if current else None
        return [current] if current else None
    return [answer for shape in found if (answer := change_color_set(call, shape))] or None


def current_colors(shape: Node) -> str:
    """The name of the current colour set, or nothing."""
    chosen = str(shape.values.get(("currentColorSet", ())) or "")
    held = shapes.mesh(shape).colors
    return chosen if chosen in held else next(iter(held), "")


def change_color_set(call: Call, shape: Node) -> str | None:
    """One change of the colour sets of a mesh."""
    mesh = shapes.mesh(shape)
    if call.has("create"):
        name = free(call.get("colorSet") or "colorSet", mesh.colors)
        fresh = ColorSet(call.get("representation") or "RGBA", bool(call.get("clamped", True)))
        rewrite(shape, mesh.but(colors={**mesh.colors, name: fresh}))
        return name
    name = call.get("colorSet") or current_colors(shape)
    if name not in mesh.colors:
        raise RuntimeError(f"polyColorSet: there is no colour set '{name}'.")
    if call.has("currentColorSet"):
        scene.write(shape.plug("currentColorSet"), name)
    elif call.has("delete"):
        rewrite(shape, mesh.but(colors={key: one for key, one in mesh.colors.items() if key != name}))
    elif call.has("rename"):
        wanted = call.get("newColorSet")
        if not wanted or wanted in mesh.colors:
            raise RuntimeError(f"polyColorSet: '{wanted}' cannot be the name of a colour set here.")
        rewrite(shape, mesh.but(colors={wanted if key == name else key: one for key, one in mesh.colors.items()}))
        return str(wanted)
    return str(name)


CPV = "rgb alpha colorRGB colorR colorG colorB colorDisplayOption remove relative notUndoable clamped representation"


@command("polyColorPerVertex", create=CPV, query="rgb alpha colorRGB colorR colorG colorB colorDisplayOption")
def poly_color_per_vertex(call: Call) -> Any:
    """Colours of corners."""
    rows: list[float] = []
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "mesh")
        if path is None:
            continue
        shape = path[-1]
        if call.query:
            rows += [c for color in color_rows(shape, item) for c in asked_color(call, color)]
            continue
        if call.get("colorDisplayOption") is not None:
            scene.write(shape.plug("displayColors"), bool(call.get("colorDisplayOption")))
        paint(call, shape, item)
    return rows or None if call.query else 1


def color_rows(shape: Node, item: Item) -> list[tuple[float, ...]]:
    """The colours of an item's corners."""
    name = current_colors(shape)
    if not name:
        raise RuntimeError("polyColorPerVertex: the mesh has no colours")
    held = shapes.mesh(shape).colors[name].colors
    if item.component is not None and item.component.kind == "vtx":
        around = shapes.mesh(shape).vertex_faces()
        return [
            next((held[face, v] for face in around[v] if (face, v) in held), (0.0, 0.0, 0.0, 1.0))
            for v in item.component.numbers()
        ]
    return [held.get(corner, (0.0, 0.0, 0.0, 1.0)) for corner in corners(shape, item)]


def asked_color(call: Call, color: tuple[float, ...]) -> list[float]:
    """The parts of a colour that are asked for."""
    found = list(color[:3]) if call.has("rgb", "colorRGB") else []
    found += [color[n] for n, flag in enumerate(("colorR", "colorG", "colorB")) if call.has(flag)]
    return found + ([color[3]] if call.has("alpha") else [])


def paint(call: Call, shape: Node, item: Item) -> None:
    """Sets the colour of an item's corners."""
    mesh = shapes.mesh(shape)
    rgb = call.get("rgb") or call.get("colorRGB")
    single = [call.get(flag) for flag in ("colorR", "colorG", "colorB")]
    if rgb is None and call.get("alpha") is None and not any(c is not None for c in single) and not call.has("remove"):
        return
    name = current_colors(shape) or "colorSet1"
    held = mesh.colors.get(name, ColorSet("RGBA", False))
    fresh = dict(held.colors)
    for corner in corners(shape, item):
        before = fresh.get(corner, (0.0, 0.0, 0.0, 1.0))
        if call.has("remove"):
            fresh.pop(corner, None)
            continue
        parts = (
            [float(c) for c in rgb]
            if rgb is not None
            else [b if s is None else float(s) for s, b in zip(single, before)]
        )
        alpha = float(call.get("alpha")) if call.get("alpha") is not None else before[3]
        fresh[corner] = (parts[0], parts[1], parts[2], alpha)
    rewrite(shape, mesh.but(colors={**mesh.colors, name: dataclasses.replace(held, colors=fresh)}))


@command(
    "polyNormalPerVertex",
    create="xyz normalXYZ normalX normalY normalZ freezeNormal unFreezeNormal relative allLocked deformable",
    query="xyz normalXYZ normalX normalY normalZ freezeNormal allLocked",
)
def poly_normal_per_vertex(call: Call) -> Any:
    """Normals of corners: set and locked, let go, asked for."""
    rows: list[Any] = []
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "mesh")
        if path is None:
            continue
        shape = path[-1]
        mesh = shapes.mesh(shape)
        pairs = corners(shape, item)
        if call.query:
            if call.has("freezeNormal", "allLocked"):
                rows += [pair in mesh.normals for pair in pairs]
            else:
                rows += [c for face, vertex in pairs for c in mesh.corner_normal(face, vertex)]
            continue
        held = dict(mesh.normals)
        given = call.get("xyz") or call.get("normalXYZ")
        for pair in pairs:
            if call.has("unFreezeNormal"):
                held.pop(pair, None)
            elif given is not None:
                held[pair] = linear.unit([float(c) for c in given])
            else:
                held[pair] = mesh.corner_normal(*pair)
        rewrite(shape, mesh.but(normals=held))
    return (rows or None) if call.query else True


@command(
    "polySoftEdge", create="angle constructionHistory name worldSpace caching nodeState", query="angle", edit="angle"
)
def poly_soft_edge(call: Call) -> list[str]:
    """Edges soft or hard, by the angle between their faces: those at most so bent are soft."""
    if not call.create_mode:
        raise RuntimeError("polySoftEdge: no polySoftEdge node: the double keeps none")
    limit = math.radians(float(call.get("angle", 30.0)))
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "mesh")
        if path is None:
            continue
        mesh = shapes.mesh(path[-1])
        whole = Component("e", tuple((n,) for n in range(len(mesh.edges))))
        hard = set(mesh.hard)
        for n in convert(path[-1], item.component or whole, "e").numbers():
            edge = mesh.edges[n]
            faces = mesh.edge_faces.get(edge, [])
            bend = 0.0
            if len(faces) == 2:
                share = linear.dot(mesh.face_normals[faces[0]], mesh.face_normals[faces[1]])
                bend = math.acos(max(-1.0, min(1.0, share)))
            (hard.add if bend > limit + 1e-9 or limit == 0.0 else hard.discard)(edge)
        rewrite(path[-1], mesh.but(hard=frozenset(hard)))
    return []


EDIT = "uValue vValue relative uvSetName rotation angle pivotU pivotV scale scaleU scaleV pivot rotateRatio"


@command("polyEditUV", create=EDIT, query="uValue vValue uvSetName")
def poly_edit_uv(call: Call) -> Any:
    """Moves, turns and scales texture coordinates, or gives them."""
    rows: list[float] = []
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "mesh")
        if path is None:
            continue
        shape, mesh = path[-1], shapes.mesh(path[-1])
        given = call.get("uvSetName")
        name = given if isinstance(given, str) else shapes.current_uv_set(shape)
        if name not in mesh.uvs:
            raise RuntimeError(f"polyEditUV: there is no UV set '{name}'.")
        held = mesh.uvs[name]
        chosen = range(len(held.points)) if item.component is None else convert(shape, item.component, "map").numbers()
        if call.query:
            both = not call.has("uValue", "vValue")
            for n in chosen:
                rows += [held.points[n][0]] if both or call.has("uValue") else []
                rows += [held.points[n][1]] if both or call.has("vValue") else []
            continue
        points = list(held.points)
        for n in chosen:
            points[n] = placed(call, points[n])
        rewrite(shape, mesh.but(uvs={**mesh.uvs, name: UVSet(tuple(points), held.faces)}))
    return (rows or None) if call.query else None


def placed(call: Call, point: tuple[float, float]) -> tuple[float, float]:
    """One coordinate moved, turned or scaled."""
    u, v = point
    pu, pv = float(call.get("pivotU", 0.0)), float(call.get("pivotV", 0.0))
    if call.get("scaleU") is not None or call.get("scaleV") is not None:
        return (pu + (u - pu) * float(call.get("scaleU", 1.0)), pv + (v - pv) * float(call.get("scaleV", 1.0)))
    if call.get("angle") is not None:
        turn = math.radians(float(call.get("angle")))
        du, dv = u - pu, v - pv
        return (pu + du * math.cos(turn) - dv * math.sin(turn), pv + du * math.sin(turn) + dv * math.cos(turn))
    x, y = call.get("uValue"), call.get("vValue")
    if call.get("relative", True):
        return (u + float(x or 0.0), v + float(y or 0.0))
    return (u if x is None else float(x), v if y is None else float(y))


@command(
    "polyCrease",
    create="value vertexValue relativeValue operation createHistory name caching",
    query="value vertexValue relativeValue",
)
def poly_crease(call: Call) -> Any:
    """Creases of edges and vertices."""
    rows: list[float] = []
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "mesh")
        if path is None:
            continue
        shape, mesh = path[-1], shapes.mesh(path[-1])
        part = item.component or Component("e", tuple((n,) for n in range(len(mesh.edges))))
        if part.kind == "vtx":
            held = dict(mesh.vertex_creases)
            if call.query:
                rows += [held.get(n, -1.0) for n in part.numbers()]
                continue
            amount = call.get("vertexValue", call.get("value"))
            held.update({n: float(amount) for n in part.numbers()})
            rewrite(shape, mesh.but(vertex_creases={n: c for n, c in held.items() if c > 0}))
            continue
        chosen = [mesh.edges[n] for n in convert(shape, part, "e").numbers()]
        if call.query:
            rows += [mesh.creases.get(edge, -1.0) for edge in chosen]
            continue
        # Operation 1 takes creases off, 2 all of them.
        amount = 0.0 if call.get("operation") in (1, 2) else float(call.get("value", 0.0))
        creases = {**mesh.creases, **dict.fromkeys(chosen, amount)}
        rewrite(shape, mesh.but(creases={edge: c for edge, c in creases.items() if c > 0}))
    return (rows or None) if call.query else None
