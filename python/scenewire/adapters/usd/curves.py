"""Curves: NurbsCurves with knots and weights of their own; Bezier curves and straight lines as BasisCurves."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters import splines
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.nodes import NODE_FIELDS, new_node, node_entity
from scenewire.adapters.usd.stage import when
from scenewire.errors import InvalidParamsError, NotSupportedError

Point = dict[str, Any]

#: Of a NURBS curve that nobody has said otherwise of.
_DEGREE = 3


def _make(item: Item) -> Handle:
    from pxr import UsdGeom

    kind = item.pop("kind", None) or "nurbs"
    made = new_node(item, "Curve", "NurbsCurves" if kind == "nurbs" else "BasisCurves")
    points = item.pop("control_points")
    if kind == "nurbs":
        degree = min(item.pop("degree", None) or _DEGREE, len(points) - 1)
        _refuse_closed(bool(item.get("closed")))
        _write_nurbs(made, points, degree, item.pop("knots", None))
        return made
    curves = UsdGeom.BasisCurves(made.prim)
    curves.CreateTypeAttr().Set(UsdGeom.Tokens.cubic if kind == "bezier" else UsdGeom.Tokens.linear)
    curves.CreateBasisAttr().Set(UsdGeom.Tokens.bezier)
    curves.CreateWrapAttr().Set(UsdGeom.Tokens.periodic if item.pop("closed", None) else UsdGeom.Tokens.nonperiodic)
    _write_basis(made, points)
    return made


def kind_of(node: Handle) -> str:
    """`nurbs`, `bezier` or `poly`."""
    from pxr import UsdGeom

    if node.prim.IsA(UsdGeom.NurbsCurves):
        return "nurbs"
    return "poly" if _get(node, "type") == UsdGeom.Tokens.linear else "bezier"


def _get(node: Handle, name: str) -> Any:
    attribute = node.prim.GetAttribute(name)
    return attribute.Get(when()) if attribute else None


def _closed(node: Handle, _job: Job | None = None) -> bool:
    return bool(_get(node, "wrap") == "periodic")


def _refuse_closed(closed: bool) -> None:
    if closed:
        raise InvalidParamsError(
            "NurbsCurves of USD have no switch that closes them", {"path": "closed", "expected": False, "got": True},
            ["give `bezier` or `poly`", "or let the points and knots come round"],
        )  # fmt: skip


def _counts(node: Handle) -> list[int]:
    return [int(one) for one in _get(node, "curveVertexCounts") or ()]


def _first(node: Handle) -> list[list[float]]:
    """The points of the first piece."""
    counts = _counts(node)
    points = _get(node, "points") or ()
    return [[float(number) for number in point] for point in points[: counts[0] if counts else 0]]


def _refuse_pieces(node: Handle) -> None:
    if len(_counts(node)) > 1:
        raise NotSupportedError(
            f"`{node.path}` has {len(_counts(node))} pieces, and only curves of one are written here",
            {"path": "control_points"},
        )


def _write_points(node: Handle, points: list[list[float]]) -> None:
    from pxr import UsdGeom, Vt

    curves = UsdGeom.Curves(node.prim)
    values = Vt.Vec3fArray([tuple(point) for point in points])
    curves.CreatePointsAttr().Set(values)
    curves.CreateCurveVertexCountsAttr().Set(Vt.IntArray([len(points)]))
    curves.CreateExtentAttr().Set(UsdGeom.Curves.ComputeExtent(values, Vt.FloatArray([0.0])))


def _write_nurbs(node: Handle, points: list[Point], degree: int, knots: list[float] | None) -> None:
    from pxr import Gf, UsdGeom, Vt

    if any(point.get("handle_left") or point.get("handle_right") for point in points):
        raise InvalidParamsError("only points of a Bezier curve have handles", {"path": "control_points"})
    count = len(points) + degree + 1
    knots = splines.clamped(len(points), degree) if knots is None else [float(one) for one in knots]
    if len(knots) != count or any(after < before for before, after in zip(knots, knots[1:])):
        raise InvalidParamsError(
            f"{len(points)} points of degree {degree} need {count} knots that do not fall",
            {"path": "knots", "expected": f"{count} numbers", "got": len(knots)},
        )
    curves = UsdGeom.NurbsCurves(node.prim)
    _write_points(node, [point["position"] for point in points])
    curves.CreateOrderAttr().Set(Vt.IntArray([degree + 1]))
    curves.CreateKnotsAttr().Set(Vt.DoubleArray(knots))
    curves.CreateRangesAttr().Set(Vt.Vec2dArray([Gf.Vec2d(knots[degree], knots[-degree - 1])]))
    curves.CreatePointWeightsAttr().Set(Vt.DoubleArray([float(point.get("weight", 1.0)) for point in points]))


def _write_basis(node: Handle, points: list[Point]) -> None:
    if any(point.get("weight", 1.0) != 1.0 for point in points):
        raise InvalidParamsError("only points of a NURBS curve have weights", {"path": "control_points"})
    if kind_of(node) == "bezier":
        _write_points(node, splines.with_handles(points, _closed(node)))
    else:
        _write_points(node, [point["position"] for point in points])


def _control_points(node: Handle, _job: Job | None = None) -> list[Point]:
    points = _first(node)
    kind = kind_of(node)
    if kind == "bezier":
        return splines.without_handles(points, _closed(node))
    weights = (list(_get(node, "pointWeights") or ()) if kind == "nurbs" else []) or [1.0] * len(points)
    return [{"position": point, "weight": float(weight)} for point, weight in zip(points, weights)]


def _set_control_points(node: Handle, points: list[Point]) -> None:
    _refuse_pieces(node)
    if kind_of(node) != "nurbs":
        _write_basis(node, points)
        return
    degree = _degree(node)
    if degree >= len(points):
        raise InvalidParamsError(
            f"a curve of degree {degree} has more than {degree} points", {"path": "control_points", "got": len(points)}
        )
    knots = _knots(node) if len(points) == len(_first(node)) else None
    _write_nurbs(node, points, degree, knots)


def _degree(node: Handle, _job: Job | None = None) -> int:
    kind = kind_of(node)
    if kind != "nurbs":
        return 3 if kind == "bezier" else 1
    order = _get(node, "order")
    return int(order[0]) - 1 if order else _DEGREE


def _set_degree(node: Handle, degree: int) -> None:
    if degree == _degree(node):
        return
    if kind_of(node) != "nurbs":
        raise InvalidParamsError(
            f"a {kind_of(node)} curve has the degree {_degree(node)}",
            {"path": "degree", "got": degree},
        )
    _refuse_pieces(node)
    points = _control_points(node)
    if degree >= len(points):
        raise InvalidParamsError(f"the degree is less than the {len(points)} points", {"path": "degree", "got": degree})
    _write_nurbs(node, points, degree, None)


def _knots(node: Handle, _job: Job | None = None) -> Any:
    if kind_of(node) != "nurbs":
        return ABSENT
    count = len(_first(node)) + _degree(node) + 1
    return [float(one) for one in (_get(node, "knots") or ())[:count]]


def _set_knots(node: Handle, knots: list[float]) -> None:
    if kind_of(node) != "nurbs":
        raise InvalidParamsError("only a NURBS curve has knots", {"path": "knots"})
    _refuse_pieces(node)
    _write_nurbs(node, _control_points(node), _degree(node), knots)


def _set_closed(node: Handle, closed: bool) -> None:
    from pxr import UsdGeom

    if kind_of(node) == "nurbs":
        _refuse_closed(closed)
        return
    if closed == _closed(node):
        return
    _refuse_pieces(node)
    points = _control_points(node)
    curves = UsdGeom.BasisCurves(node.prim)
    curves.CreateWrapAttr().Set(UsdGeom.Tokens.periodic if closed else UsdGeom.Tokens.nonperiodic)
    _write_basis(node, points)


def _length(node: Handle, job: Job) -> float:
    """Of the first piece, along as many straight steps as single precision can tell from the curve."""
    kind, points, closed = kind_of(node), _first(node), _closed(node, job)
    if kind == "poly":
        line = [*points, points[0]] if closed else points
    elif kind == "bezier":
        line = splines.along_bezier(points, closed)
    else:
        weights = [point["weight"] for point in _control_points(node, job)]
        line = splines.along_nurbs(points, weights, _degree(node, job), _knots(node, job))
    return sum(math.dist(a, b) for a, b in zip(line, line[1:]))


#: In the order of writing.
CURVE_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "kind": Field(lambda node, _job: kind_of(node)),
    "degree": Field(_degree, _set_degree),
    "closed": Field(_closed, _set_closed),
    "control_points": Field(_control_points, _set_control_points),
    "knots": Field(_knots, _set_knots),
    "length": Field(_length),
    "piece_count": Field(lambda node, _job: len(_counts(node))),
    **lacks_of("curves"),
}

CURVES = node_entity("curves", "curve", CURVE_FIELDS, _make)
