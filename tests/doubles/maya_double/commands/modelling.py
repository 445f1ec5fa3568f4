"""Modelling of polygons: `polyExtrudeFacet`, `polyTriangulate`, `polySmooth`, `polyUnite` and their kin.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from maya_double import graph, names, shapes, transforms, units
from maya_double.calls import Call, command
from maya_double.evaluate import value
from maya_double.nodes import Node
from maya_double.polygons import bridging, edits, making, members, shaping
from maya_double.scene import scene

from . import arguments

SHARED = "name constructionHistory caching nodeState worldSpace"
LOCAL = {
    "localTranslate": "localTranslate",
    "localScale": "localScale",
    "translate": "translate",
    "divisions": "divisions",
    "keepFacesTogether": "keepFacesTogether",
    "offset": "offset",
    "thickness": "thickness",
    "smoothingAngle": "smoothingAngle",
    "taper": "taper",
    "twist": "twist",
    "localRotate": "localRotate",
    "pivot": "pivot",
    "random": "random",
}
PARTS = {
    f"{stem}{axis}": (stem, n) for stem in ("localTranslate", "localScale", "translate") for n, axis in enumerate("XYZ")
}
#: Command -> (type of node, kind of components, flag -> attribute).
EDITS: dict[str, tuple[str, str, dict[str, str]]] = {
    "polyExtrudeFacet": ("polyExtrudeFace", "f", LOCAL),
    "polyTriangulate": ("polyTriangulate", "f", {}),
    "polyQuad": (
        "polyQuad",
        "f",
        {"angle": "angle", "keepHardEdges": "keepHardEdges", "keepGroupBorder": "keepGroupBorder"},
    ),
    "polySmooth": (
        "polySmoothFace",
        "f",
        {
            "divisions": "divisions",
            "continuity": "continuity",
            "keepBorder": "keepBorder",
            "keepHardEdge": "keepHardEdge",
            "smoothUVs": "smoothUVs",
            "subdivisionType": "subdivisionType",
            "method": "method",
            "propagateEdgeHardness": "propagateEdgeHardness",
            "keepMapBorders": "keepMapBorders",
        },
    ),
    "polyNormal": ("polyNormal", "f", {"normalMode": "normalMode", "userNormalMode": "userNormalMode"}),
    "polyMergeVertex": (
        "polyMergeVert",
        "vtx",
        {"distance": "distance", "alwaysMergeTwoVertices": "alwaysMergeTwoVertices"},
    ),
    "polyBridgeEdge": (
        "polyBridgeEdge",
        "e",
        {"divisions": "divisions", "bridgeOffset": "bridgeOffset", "smoothingAngle": "smoothingAngle"},
    ),
    "polyCloseBorder": ("polyCloseBorder", "e", {}),
    "polyDelFacet": ("polyDelFacet", "f", {}),
    "polyDelEdge": ("polyDelEdge", "e", {"cleanVertices": "cleanVertices"}),
    "polyDelVertex": ("polyDelVertex", "vtx", {}),
    "polyMoveVertex": (
        "polyMoveVertex",
        "vtx",
        {"translate": "translate", "localTranslate": "localTranslate", "random": "random"},
    ),
}


def modelling(kind: str, component: str, flags: dict[str, str]) -> Callable[[Call], Any]:
    """What does one of the commands."""

    def run(call: Call) -> Any:
        if call.query or call.edit:
            node = names.one_node(call.strings()[0])
            if call.edit:
                settle(call, node, flags)
                return None
            flag = next(iter(call.flags))
            return units.shown(value(node.plug(flags[flag])), node.attribute(flags[flag]).type)
        made = []
        for shape, chosen in arguments.mesh_components(arguments.items(call), component).items():
            with edited(call, shape):
                node = edits.apply(shape, kind, {}, component, chosen)
                settle(call, node, flags)
            if call.get("name"):
                graph.rename(node, call.get("name"))
            made.append(node)
        if not made:
            raise RuntimeError(f"{call.name}: no polygons are selected or named")
        scene.touched()
        return [names.name(node) for node in made if node in scene.nodes]

    return run


@contextlib.contextmanager
def edited(call: Call, shape: Node) -> Iterator[None]:
    """Around putting a node into a shape's history: sets follow its faces, and what had no history gets none where
    the call says so. What had some keeps it: "if the object already has construction history then this flag is
    ignored".
    """
    before, fresh = shapes.mesh(shape), scene.source(shape.plug("inMesh")) is None
    yield
    members.follow(shape, before, shapes.mesh(shape))
    if fresh and call.get("constructionHistory") in (False, 0):
        from .editing import bake

        bake([shape])


def settle(call: Call, node: Node, flags: dict[str, str]) -> None:
    """Writes what the flags say."""
    for flag, attr in flags.items():
        given = call.get(flag)
        if given is None or node.spec(attr) is None:
            continue
        plug = node.plug(attr)
        if plug.spec.children:
            for child, one in zip(plug.children(), given):
                scene.write(child, units.taken(one, child.spec.type))
        else:
            scene.write(plug, units.taken(given, plug.spec.type))
    for flag, (stem, place) in PARTS.items():
        if call.get(flag) is not None and node.spec(stem) is not None:
            child = node.plug(stem).children()[place]
            scene.write(child, units.taken(call.get(flag), child.spec.type))


for _name, (_kind, _component, _flags) in EDITS.items():
    _every = " ".join([*_flags, *(PARTS if "localTranslate" in _flags else {})])
    command(_name, create=f"{_every} {SHARED}", query=_every, edit=_every)(modelling(_kind, _component, _flags))


@command(
    "polyCreateFacet", create="point name constructionHistory texture subdivision hole caching nodeState tolerance"
)
def poly_create_facet(call: Call) -> list[str]:
    """A polygon of points."""
    if call.get("hole"):
        from maya_double import faults

        raise faults.NotModelled("polyCreateFacet -hole")
    rows = [row for row in call.many("point") if row]
    if len(rows) < 3:
        raise RuntimeError("polyCreateFacet: at least three points are needed")
    node = scene.add("polyCreateFace", scene.free_name("polyCreateFace#"))
    for n, row in enumerate(rows):
        for child, given in zip(node.plug("vertices", n).children(), row):
            scene.write(child, units.length(given))
    history = bool(call.get("constructionHistory", True))
    transform, _ = making.build(node, "polySurface", call.get("name", ""), history)
    graph.select(transform)
    scene.touched()
    return [names.name(transform), *([names.name(node)] if history else [])]


@command(
    "polyUnite",
    create=(
        "name constructionHistory mergeUVSets centerPivot objectPivot useMapName componentTagCreate caching nodeState"
    ),
)
def poly_unite(call: Call) -> list[str]:
    """Several polygon objects as one; the old ones stay as empty transforms, as they do in Maya, when there is
    history.
    """
    paths = list(
        dict.fromkeys(
            path for item in arguments.items(call) if (path := arguments.shape_of(item.path, "mesh")) is not None
        )
    )
    if len(paths) < 2:
        raise RuntimeError("polyUnite works on two or more polygonal objects.")
    node = scene.add("polyUnite", scene.free_name("polyUnite#"))
    for n, path in enumerate(paths):
        scene.connect(path[-1].plug("outMesh"), node.plug("inputPoly", n))
        scene.connect(path[-1].plug("worldMatrix", 0), node.plug("inputMat", n))
    history = bool(call.get("constructionHistory", True))
    transform, shape = making.build(node, "polySurface", call.get("name", ""), True)
    carry_shading([path[-1] for path in paths], shape)
    for path in paths:
        scene.write(path[-1].plug("intermediateObject"), True)
    if not history:
        making.own(shape)
        graph.delete([node] if node in scene.nodes else [])
        graph.delete(path[-2] for path in paths if path[-2] in scene.nodes)
    graph.select(transform)
    scene.touched()
    return [names.name(transform), *([names.name(node)] if history else [])]


def carry_shading(parts: list[Node], shape: Node) -> None:
    """Each part's faces keep their shading group."""
    from maya_double import sets
    from maya_double.components import Component, Item

    start = 0
    for part in parts:
        count = len(shapes.mesh(part).faces)
        for group in [one for one in sets.holding(part) if one.kind == "shadingEngine"]:
            for member in sets.members(group):
                if member.node is part:
                    chosen = range(count) if member.component is None else member.component.numbers()
                    faces = Component("f", tuple((start + n,) for n in chosen))
                    sets.force(group, Item(names.path(shape), None, faces))
        start += count


@command("polySeparate", create="name constructionHistory useMapName object caching nodeState componentTagCreate")
def poly_separate(call: Call) -> list[str]:
    """The connected parts of a mesh as objects of their own, below its transform."""
    path = arguments.shape_of(arguments.paths(call)[0], "mesh")
    if path is None:
        raise RuntimeError("polySeparate: no polygonal object")
    mesh = shapes.mesh(path[-1])
    shells = sorted(mesh.shells(), key=min)
    if len(shells) < 2:
        raise RuntimeError(
            f"polySeparate works only on polygonal objects with more than one shell: {names.short(path)} has only one."
        )
    made = []
    for shell in shells:
        transform, _ = making.new_mesh(mesh.only(sorted(shell)), call.get("name", ""), "polySurface", path[-2])
        made.append(transform)
    scene.write(path[-1].plug("intermediateObject"), True)
    graph.select(*made)
    scene.touched()
    return [names.name(node) for node in made]


@command("polyOptions", create="*", query="")
def poly_options(call: Call) -> None:
    """How polygons are drawn: nothing here is."""


assert bridging
assert shaping
assert transforms
