"""Curves: NURBS curves, straight lines as those of degree 1, and Bezier curves."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters import splines
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.maya.attributes import get
from scenewire.adapters.maya.bezier_curves import bezier_arguments, refuse_closed, refuse_weights, write_anchors
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.nodes import NODE_FIELDS, new_node, node_entity, shape_named, take_shape
from scenewire.errors import InvalidParamsError

Point = dict[str, Any]

#: Of a NURBS curve that nobody has said otherwise of.
_DEGREE = 3


def _make(item: Item) -> Handle:
    from maya import cmds

    kind, points = item.pop("kind", None) or "nurbs", item.pop("control_points")
    refuse_word("curves", "kind", kind)
    if kind == "bezier":
        given = bezier_arguments(points, item)
    else:
        degree = item.pop("degree", None) or (1 if kind == "poly" else min(_DEGREE, len(points) - 1))
        given = _arguments(kind, points, degree, item.pop("knots", None), bool(item.pop("closed", None)))
    made = new_node(item, "Curve")
    take_shape(str(cmds.curve(**given)), made.path)
    return made


def _arguments(kind: str, points: list[Point], degree: int, knots: list[float] | None, closed: bool) -> Item:
    """What Maya makes such a curve of."""
    if any(point.get("handle_left") or point.get("handle_right") for point in points):
        raise InvalidParamsError("only points of a Bezier curve have handles", {"path": "control_points"})
    refuse_weights(points)
    if degree >= len(points):
        raise InvalidParamsError(
            f"a curve of degree {degree} has more than {degree} points", {"path": "control_points", "got": len(points)}
        )
    places = [point["position"] for point in points]
    if closed:
        places = [*places, *places[:degree]]
    count = len(places) + degree - 1
    if knots is not None and kind != "nurbs":
        raise InvalidParamsError("only a NURBS curve has knots of its own", {"path": "knots"})
    if knots is not None:
        own = _own_knots(knots, count)
    elif closed:
        own = [float(at - degree + 1) for at in range(count)]
    else:
        own = splines.clamped(len(places), degree)[1:-1]
    told: Item = {"degree": degree, "point": [tuple(map(float, place)) for place in places], "knot": own}
    return {**told, "periodic": True} if closed else told


def _own_knots(knots: list[float], count: int) -> list[float]:
    """Maya keeps none of the two outermost knots, which say nothing of the curve."""
    if len(knots) != count + 2 or any(after < before for before, after in zip(knots, knots[1:])):
        raise InvalidParamsError(
            f"the curve needs {count + 2} knots that do not fall",
            {"path": "knots", "expected": f"{count + 2} numbers", "got": len(knots)},
        )
    if knots[0] != knots[1] or knots[-1] != knots[-2]:
        raise InvalidParamsError(
            "Maya keeps no outermost knots: give each the value of the one beside it",
            {"path": "knots", "got": knots},
            [str([knots[1], *knots[1:-1], knots[-2]])],
        )
    return [float(knot) for knot in knots[1:-1]]


def _curve(node: Handle) -> Any:
    from maya.api import OpenMaya

    return OpenMaya.MFnNurbsCurve(OpenMaya.MGlobal.getSelectionListByName(shape_named(node.path)).getDagPath(0))


def kind_of(node: Handle) -> str:
    """`nurbs`, `bezier` or `poly`."""
    from maya import cmds

    if cmds.nodeType(shape_named(node.path)) == "bezierCurve":
        return "bezier"
    return "poly" if _degree(node, None) == 1 else "nurbs"


def _degree(node: Handle, _job: Any) -> int:
    return int(get(shape_named(node.path), "degree"))


def _closed(node: Handle, _job: Any) -> bool:
    return int(get(shape_named(node.path), "form")) != 0


def _places(node: Handle) -> list[Any]:
    from maya.api import OpenMaya

    return list(_curve(node).cvPositions(OpenMaya.MSpace.kObject))


def _control_points(node: Handle, _job: Any) -> list[Point]:
    found = _places(node)
    if _closed(node, None):
        # Those that come round again.
        found = found[: len(found) - _degree(node, None)]
    if kind_of(node) == "bezier":
        return splines.without_handles([[one.x, one.y, one.z] for one in found], False)
    return [{"position": [one.x, one.y, one.z], "weight": one.w} for one in found]


def _knots(node: Handle, _job: Any) -> Any:
    return _every_knot(node) if kind_of(node) == "nurbs" else ABSENT


def _every_knot(node: Handle) -> list[float]:
    """The knots, with the outermost two that Maya does not keep."""
    own = [float(knot) for knot in _curve(node).knots()]
    return [own[0], *own, own[-1]]


def _replace(node: Handle, **changes: Any) -> None:
    """The same curve with another thing said of it."""
    from maya import cmds

    now = {
        "kind": kind_of(node),
        "points": _control_points(node, None),
        "degree": _degree(node, None),
        "knots": None,
        "closed": _closed(node, None),
    }
    cmds.curve(shape_named(node.path), replace=True, **_arguments(**{**now, **changes}))


def _set_control_points(node: Handle, points: list[Point]) -> None:
    if kind_of(node) == "bezier":
        write_anchors(node, points, len(_places(node)))
        return
    same = len(points) == len(_control_points(node, None)) and kind_of(node) == "nurbs"
    _replace(node, points=points, knots=_knots(node, None) if same else None)


def _set_degree(node: Handle, degree: int) -> None:
    if degree == _degree(node, None):
        return
    if kind_of(node) != "nurbs":
        raise InvalidParamsError(
            f"a {kind_of(node)} curve has the degree {_degree(node, None)}", {"path": "degree", "got": degree}
        )
    if degree == 1:
        raise InvalidParamsError("a curve of degree 1 is one of the kind `poly`", {"path": "degree", "got": degree})
    _replace(node, degree=degree)


def _set_knots(node: Handle, knots: list[float]) -> None:
    if kind_of(node) != "nurbs":
        raise InvalidParamsError("only a NURBS curve has knots of its own", {"path": "knots"})
    _replace(node, knots=knots)


def _set_closed(node: Handle, closed: bool) -> None:
    if closed != _closed(node, None):
        if kind_of(node) == "bezier":
            refuse_closed()
        _replace(node, closed=closed)


def _length(node: Handle, _job: Job) -> float:
    """Along as many straight steps as single precision can tell from the curve."""
    points = [[one.x, one.y, one.z] for one in _places(node)]
    if kind_of(node) == "bezier":
        line = splines.along_bezier(points, False)
    else:
        weights = [one.w for one in _places(node)]
        line = splines.along_nurbs(points, weights, _degree(node, None), _every_knot(node))
    return sum(math.dist(a, b) for a, b in zip(line, line[1:]))


def _pieces(node: Handle, _job: Job) -> int:
    from maya import cmds

    return len(cmds.listRelatives(node.path, shapes=True, noIntermediate=True) or ())


#: In the order of writing.
CURVE_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "kind": Field(lambda node, _job: kind_of(node)),
    "degree": Field(_degree, _set_degree),
    "closed": Field(_closed, _set_closed),
    "control_points": Field(_control_points, _set_control_points),
    "knots": Field(_knots, _set_knots),
    "length": Field(_length),
    "piece_count": Field(_pieces),
    **lacks_of("curves"),
}

CURVES = node_entity("curves", "curve", CURVE_FIELDS, _make)
