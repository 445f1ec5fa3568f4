"""`curve`, `circle`, `sphere`, `nurbsPlane` and what asks about curves. Source: these commands in Autodesk's
reference.
"""

from __future__ import annotations

from typing import Any

from maya_double import graph, linear, names, nurbs, nurbs_shapes, sets, transforms, units
from maya_double.calls import Call, command
from maya_double.components import Item
from maya_double.evaluate import value
from maya_double.nodes import Node
from maya_double.scene import scene

from . import arguments

CURVE = "degree point pointWeight knot periodic name replace editPoint append worldSpace bezier objectSpace noSnap per"


@command("curve", create=CURVE)
def curve(call: Call) -> str:
    """A curve of points; or other points for a curve that is there."""
    degree = int(call.get("degree", 3))
    rows = call.get("pointWeight") or call.get("point") or call.get("editPoint")
    if rows is None:
        raise RuntimeError("curve: points have to be given")
    if call.has("bezier"):
        refuse_no_bezier(call, degree, len(rows))
    points = [tuple(units.length(c) for c in row[:3]) for row in rows]
    weights = tuple(float(row[3]) for row in rows) if call.get("pointWeight") else ()
    if call.has("append"):
        return extend(call, points)  # type: ignore[arg-type]
    form = nurbs.PERIODIC if call.has("periodic") else nurbs.OPEN
    if call.get("editPoint"):
        made = nurbs.through(points, degree)  # type: ignore[arg-type]
    else:
        if len(points) < degree + 1:
            raise RuntimeError(f"Number of curve points must be at least {degree + 1} for a curve of degree {degree}.")
        given = tuple(float(k) for k in call.many("knot")) or (
            nurbs.knots(len(points), degree) if form == nurbs.OPEN else ()
        )
        if len(given) != len(points) + degree - 1:
            raise RuntimeError("Number of knots is not correct: there must be (points + degree - 1) knots.")
        if any(b < a for a, b in zip(given, given[1:])):
            raise RuntimeError("Knot vector must be non-decreasing.")
        made = nurbs.Curve(degree, form, tuple(points), given, weights)  # type: ignore[arg-type]
    if call.has("replace"):
        shape = arguments.shape_of(names.one_path(call.strings()[0]), "nurbsCurve")
        if shape is None:
            raise RuntimeError("curve: no curve to replace")
        nurbs.store(shape[-1], made)
        scene.touched()
        return names.short(shape[:-1])
    transform = graph.create("transform", call.get("name") or "curve#")
    kind = "bezierCurve" if call.has("bezier") else "nurbsCurve"
    node = graph.create(kind, graph.shape_name(transform.name.rpartition(":")[2]), transform)
    nurbs.store(node, made)
    graph.select(transform)
    scene.touched()
    return names.name(transform)


def refuse_no_bezier(call: Call, degree: int, count: int) -> None:
    """A Bezier curve is a cubic whose every third point is an anchor, and whose knots come three times each, as the
    Bezier Curve Tool echoes them: `curve -bezier -d 3 -p ... -k 0 -k 0 -k 0 -k 1 -k 1 -k 1`.
    """
    wanted = [float(n // 3) for n in range(count + 2)]
    if degree != 3 or count % 3 != 1 or count < 4 or [float(k) for k in call.many("knot")] != wanted:
        raise RuntimeError("curve: a Bezier curve has 3n + 1 points, degree 3, and knots that come three times each.")
    if call.has("periodic", "replace", "append"):
        from maya_double import faults

        raise faults.NotModelled("curve -bezier with -periodic, -replace or -append")


def extend(call: Call, points: list[linear.Vector]) -> str:
    """Further points at the end of a curve."""
    path = arguments.shape_of(names.one_path(call.strings()[0]), "nurbsCurve")
    if path is None:
        raise RuntimeError("curve: no curve to append to")
    before = nurbs.curve(path[-1])
    every = (*before.points, *points)
    nurbs.store(path[-1], nurbs.Curve(before.degree, nurbs.OPEN, every, nurbs.knots(len(every), before.degree)))
    scene.touched()
    return names.short(path[:-1])


#: Command -> (type of the maker, type of the shape, its output, name of the transform, flags -> attributes).
REVOLVED = {
    "radius": "radius",
    "startSweep": "startSweep",
    "endSweep": "endSweep",
    "sections": "sections",
    "spans": "spans",
    "degree": "degree",
    "heightRatio": "heightRatio",
    "tolerance": "tolerance",
    "useTolerance": "useTolerance",
}
MAKERS: dict[str, tuple[str, str, str, str, dict[str, str]]] = {
    "sphere": ("makeNurbSphere", "nurbsSurface", "outputSurface", "nurbsSphere", REVOLVED),
    "cylinder": ("makeNurbCylinder", "nurbsSurface", "outputSurface", "nurbsCylinder", REVOLVED),
    "cone": ("makeNurbCone", "nurbsSurface", "outputSurface", "nurbsCone", REVOLVED),
    "torus": ("makeNurbTorus", "nurbsSurface", "outputSurface", "nurbsTorus", {**REVOLVED, "minorSweep": "minorSweep"}),
    "nurbsPlane": (
        "makeNurbPlane",
        "nurbsSurface",
        "outputSurface",
        "nurbsPlane",
        {
            "width": "width",
            "lengthRatio": "lengthRatio",
            "patchesU": "patchesU",
            "patchesV": "patchesV",
            "degree": "degree",
        },
    ),
    "circle": (
        "makeNurbCircle",
        "nurbsCurve",
        "outputCurve",
        "nurbsCircle",
        {
            "radius": "radius",
            "sweep": "sweep",
            "degree": "degree",
            "sections": "sections",
            "tolerance": "tolerance",
            "useTolerance": "useTolerance",
            "normal": "normal",
            "center": "center",
            "first": "first",
            "fixCenter": "fixCenter",
        },
    ),
}
EXTRA = "name constructionHistory axis pivot object polygon caching nodeState"


def maker(name: str) -> Any:
    """What does one of the commands."""
    kind, shape_kind, out, base, flags = MAKERS[name]

    def run(call: Call) -> Any:
        if call.get("polygon"):
            from maya_double import faults

            raise faults.NotModelled(f"{name} -polygon {call.get('polygon')}")
        if call.query or call.edit:
            node = found(arguments.nodes(call)[0], kind)
            if call.edit:
                settle(call, node, flags)
                return None
            flag = next(iter(call.flags))
            held = value(node.plug(flags.get(flag, flag)))
            specs = node.attribute(flags.get(flag, flag))
            if specs.children:
                return [units.shown(v, p.spec.type) for v, p in zip(held, node.plug(specs.long).children())]
            return units.shown(held, specs.type)
        node = scene.add(kind, scene.free_name(f"{kind}#"))
        settle(call, node, flags)
        transform = graph.create("transform", call.get("name") or f"{base}#")
        shape = graph.create(shape_kind, graph.shape_name(transform.name.rpartition(":")[2]), transform)
        scene.connect(node.plug(out), shape.plug("create"))
        if shape_kind == "nurbsSurface":
            sets.force(scene.called("initialShadingGroup"), Item(names.path(shape)))
        history = bool(call.get("constructionHistory", True))
        if not history:
            made = nurbs.held(shape)
            scene.disconnect(node.plug(out), shape.plug("create"))
            nurbs.store(shape, made)
            scene.remove(node)
        graph.select(transform)
        scene.touched()
        return [names.name(transform), *([names.name(node)] if history else [])]

    return run


def found(node: Node, kind: str) -> Node:
    """The maker itself, or that of an object."""
    if node.kind == kind:
        return node
    for path in [names.path(node), *names.shapes_below(names.path(node))]:
        for source in path[-1].inputs.values():
            if source.node.kind == kind:
                return source.node
    raise RuntimeError(f"No {kind} in the history of '{node.name}'.")


def settle(call: Call, node: Node, flags: dict[str, str]) -> None:
    """Writes what the flags say."""
    for flag, attr in {**flags, "axis": "axis", "pivot": "pivot"}.items():
        given = call.get(flag)
        if given is None or node.spec(attr) is None:
            continue
        plug = node.plug(attr)
        if plug.spec.children:
            for child, one in zip(plug.children(), given):
                scene.write(child, units.taken(one, child.spec.type))
        else:
            scene.write(plug, units.taken(given, plug.spec.type))


for _name, _row in MAKERS.items():
    _flags = " ".join([*_row[4], EXTRA])
    command(_name, create=_flags, query=_flags, edit=_flags)(maker(_name))


@command("arclen", create="constructionHistory")
def arclen(call: Call) -> Any:
    """The length of curves in the world, or a node that says it."""
    total = 0.0
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "nurbsCurve")
        if path is None:
            raise RuntimeError("arclen: no curve")
        if call.has("constructionHistory"):
            node = scene.add("curveInfo", scene.free_name("curveInfo#"))
            scene.connect(path[-1].plug("worldSpace", 0), node.plug("inputCurve"))
            return names.name(node)
        total += nurbs.length(nurbs.curve(path[-1]).moved(transforms.world(path)))
    return units.shown(total, "doubleLinear")


@command(
    "closeCurve",
    create="constructionHistory replaceOriginal preserveShape blendBias blendKnotInsertion parameter name object",
)
def close_curve(call: Call) -> list[str]:
    """Closes a curve: its first points come again at its end."""
    made = []
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "nurbsCurve")
        if path is None:
            raise RuntimeError("closeCurve: no curve")
        before = nurbs.curve(path[-1])
        if before.form == nurbs.PERIODIC:
            made.append(path)
            continue
        points = before.points
        closed = nurbs.Curve(
            before.degree,
            nurbs.PERIODIC,
            (*points, *points[: before.degree]),
            nurbs.knots(len(points) + 1, before.degree, True),
        )
        if not call.has("replaceOriginal"):
            from maya_double import duplicating

            twin = duplicating.duplicate([path[-2]])[0][0]
            path = names.shapes_below(names.path(twin))[0]
        nurbs.store(path[-1], closed)
        made.append(path)
    scene.touched()
    return [names.short(path[:-1]) for path in made]


@command(
    "rebuildCurve",
    create=(
        "constructionHistory replaceOriginal rebuildType spans degree keepRange keepEndPoints "
        "keepTangents keepControlPoints endKnots tolerance smartSurfaceCurveRebuild fitRebuild name object"
    ),
)
def rebuild_curve(call: Call) -> list[str]:
    """A curve of evenly spread points through the same places."""
    made = []
    for item in arguments.items(call):
        path = arguments.shape_of(item.path, "nurbsCurve")
        if path is None:
            raise RuntimeError("rebuildCurve: no curve")
        before = nurbs.curve(path[-1])
        degree, spans = int(call.get("degree", 3)), int(call.get("spans", 4)) or before.spans
        if not call.get("replaceOriginal", True):
            from maya_double import duplicating

            path = names.shapes_below(names.path(duplicating.duplicate([path[-2]])[0][0]))[0]
        nurbs.store(path[-1], rebuilt(before, degree, spans, int(call.get("keepRange", 1))))
        made.append(path)
    scene.touched()
    return [names.short(path[:-1]) for path in made]


def rebuilt(before: nurbs.Curve, degree: int, spans: int, keep_range: int) -> nurbs.Curve:
    """A curve through places that are as far apart."""
    low, high = before.range
    places = [nurbs.at(before, low + (high - low) * n / spans) for n in range(spans + 1)]
    made = (
        nurbs.through(places, degree)
        if degree in (1, 3)
        else nurbs.Curve(1, nurbs.OPEN, tuple(places), nurbs.knots(len(places), 1))
    )
    start, end = {0: (0.0, 1.0), 1: (low, high)}.get(keep_range, (0.0, float(spans)))
    return nurbs.Curve(
        made.degree, made.form, made.points, tuple(start + k / (spans or 1) * (end - start) for k in made.knots)
    )


@command("pointPosition", create="local world")
def point_position(call: Call) -> list[float]:
    """Where a point is."""
    from . import points

    return points.positions(arguments.items(call)[:1], not call.has("local"))


assert nurbs_shapes
