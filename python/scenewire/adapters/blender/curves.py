"""Curve objects: NURBS, Bezier or straight lines. Blender makes the knots itself, from the order and the ends."""

from __future__ import annotations

import functools
from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.lacks import lacks_of
from scenewire.adapters.blender.naming import checked_name
from scenewire.adapters.blender.node_pages import NodePages
from scenewire.adapters.blender.nodes import NODE_FIELDS, all_nodes, find_typed, guard_nodes, new_node, remove_nodes
from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.errors import InvalidParamsError, NotSupportedError

_DEGREES = {"BEZIER": 3, "POLY": 1}
Point = dict[str, Any]


def _make(item: Item) -> Any:
    import bpy

    name = item.pop("name", None) or "Curve"
    data = bpy.data.curves.new(checked_name(name), "CURVE")
    data.dimensions = "3D"
    spline = data.splines.new((item.pop("kind", None) or "nurbs").upper())
    points = item.pop("control_points")
    _fill(spline, points)
    if spline.type == "NURBS":
        spline.use_endpoint_u = True
        spline.order_u = min(4, len(points))
    return new_node(item, name, data)


def _spline(node: Any) -> Any:
    if not len(node.data.splines):
        raise NotSupportedError(f"`{node.name}` has no piece", {"id": node.name})
    return node.data.splines[0]


def _points_of(spline: Any) -> Any:
    return spline.bezier_points if spline.type == "BEZIER" else spline.points


def _fill(spline: Any, points: list[Point]) -> None:
    """Writes all points; the spline has none too many."""
    own = _points_of(spline)
    own.add(len(points) - len(own))
    for theirs, ours in zip(own, points):
        if spline.type == "BEZIER":
            _fill_bezier(theirs, ours)
        else:
            theirs.co = (*ours["position"], ours.get("weight", 1.0))


def _fill_bezier(theirs: Any, ours: Point) -> None:
    if ours.get("weight", 1.0) != 1.0:
        raise NotSupportedError(
            "a Bezier point of Blender has no weight", {"path": "control_points", "got": ours["weight"]}, ["kind nurbs"]
        )
    theirs.co = ours["position"]
    for side in ("left", "right"):
        handle = ours.get(f"handle_{side}")
        setattr(theirs, f"handle_{side}_type", "AUTO" if handle is None else "FREE")
        if handle is not None:
            setattr(theirs, f"handle_{side}", handle)


def _control_points(node: Any, _job: Job) -> Any:
    if not len(node.data.splines):
        return []
    spline = _spline(node)
    if spline.type == "BEZIER":
        return [
            {
                "position": list(point.co),
                "weight": 1.0,
                "handle_left": list(point.handle_left),
                "handle_right": list(point.handle_right),
            }
            for point in spline.bezier_points
        ]
    return [{"position": list(point.co[:3]), "weight": point.co[3]} for point in spline.points]


def _set_control_points(node: Any, points: list[Point]) -> None:
    spline = _spline(node)
    for point in points:
        if spline.type != "BEZIER" and (point.get("handle_left") or point.get("handle_right")):
            raise InvalidParamsError("only points of a Bezier curve have handles", {"path": "control_points"})
    if len(points) < len(_points_of(spline)):
        spline = _fewer(node, spline)
    _fill(spline, points)


def _fewer(node: Any, old: Any) -> Any:
    """A new first spline like the old one, with a single point: Blender takes no point off."""
    splines = node.data.splines
    kept = {name: getattr(old, name) for name in ("use_cyclic_u", "use_endpoint_u", "order_u", "resolution_u")}
    if len(splines) > 1:
        raise NotSupportedError(
            f"`{node.name}` has {len(splines)} pieces: points of one cannot be taken off without reordering them",
            {"path": "control_points"},
        )
    made = splines.new(old.type)
    for name, value in kept.items():
        setattr(made, name, value)
    splines.remove(splines[0])
    return splines[0]


def _degree(node: Any, _job: Job) -> Any:
    if not len(node.data.splines):
        return ABSENT
    spline = _spline(node)
    return _DEGREES.get(spline.type, spline.order_u - 1)


def _set_degree(node: Any, degree: int) -> None:
    spline = _spline(node)
    fixed = _DEGREES.get(spline.type)
    if fixed is not None and degree != fixed:
        raise NotSupportedError(
            f"the degree of a {spline.type.lower()} curve is {fixed}", {"path": "degree", "got": degree}
        )
    if fixed is None and degree >= len(spline.points):
        raise InvalidParamsError(
            f"`{node.name}` has {len(spline.points)} points",
            {"path": "degree", "expected": f"1 to {len(spline.points) - 1}", "got": degree},
        )
    if fixed is None:
        spline.order_u = degree + 1


def _set_closed(node: Any, closed: bool) -> None:
    spline = _spline(node)
    spline.use_cyclic_u = closed
    if spline.type == "NURBS":
        # With its ends clamped a closed one would have a gap.
        spline.use_endpoint_u = not closed


def _closed(node: Any, _job: Job) -> bool:
    return bool(len(node.data.splines) and _spline(node).use_cyclic_u)


CURVE_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "kind": Field(lambda node, _job: _spline(node).type.lower() if len(node.data.splines) else ABSENT),
    "control_points": Field(_control_points, _set_control_points),
    "degree": Field(_degree, _set_degree),
    "closed": Field(_closed, _set_closed),
    "length": Field(lambda node, _job: sum(spline.calc_length() for spline in node.data.splines)),
    "piece_count": Field(lambda node, _job: len(node.data.splines)),
    **lacks_of("curves"),
}

CURVES = Entity(
    plural="curves",
    fields=CURVE_FIELDS,
    make=_make,
    find=lambda reference: find_typed(reference, "curve"),
    all=functools.partial(all_nodes, "curve"),
    page=NodePages(functools.partial(all_nodes, "curve")),
    remove=remove_nodes,
    guard=guard_nodes,
    settle=settle,
    places=IDENTITY.places,
)
