"""Bezier curves: cubics whose every third point is an anchor, with a handle before and behind.

Source: `curve` in Autodesk's reference, and what the Bezier Curve Tool echoes: three knots for each anchor.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters import splines
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.naming import refuse_referenced
from scenewire.adapters.maya.nodes import shape_named, take_shape
from scenewire.errors import InvalidParamsError, NotSupportedError

_DEGREE = 3


def bezier_arguments(points: list[dict[str, Any]], item: Item) -> Item:
    """What Maya makes such a curve of; takes out of the item what is said by that."""
    if item.pop("closed", None):
        refuse_closed()
    if item.pop("knots", None) is not None:
        raise InvalidParamsError("only a NURBS curve has knots of its own", {"path": "knots"})
    degree = item.pop("degree", None) or _DEGREE
    if degree != _DEGREE:
        raise InvalidParamsError(f"a bezier curve has the degree {_DEGREE}", {"path": "degree", "got": degree})
    return _told(points)


def _told(points: list[dict[str, Any]]) -> Item:
    refuse_weights(points)
    if len(points) < 2:
        raise InvalidParamsError(
            "a bezier curve has two points or more", {"path": "control_points", "got": len(points)}
        )
    places = splines.with_handles(points, False)
    return {
        "bezier": True,
        "degree": _DEGREE,
        "point": [tuple(map(float, place)) for place in places],
        "knot": [float(at // 3) for at in range(len(places) + 2)],
    }


def refuse_weights(points: list[dict[str, Any]]) -> None:
    """Raises `not_supported` for points that do not all weigh the same."""
    if any(point.get("weight", 1.0) != 1.0 for point in points):
        raise NotSupportedError("weights of control points are not written for Maya yet", {"path": "control_points"})


def refuse_closed() -> None:
    """Raises `not_supported`: nothing that is documented makes a closed one."""
    raise NotSupportedError(
        "Maya makes Bezier curves open",
        {"path": "closed", "got": True},
        ["let the last point be where the first is", "kind nurbs"],
    )


def write_anchors(node: Handle, points: list[dict[str, Any]], count: int) -> None:
    """Moves the points, of which there are `count` with their handles; a curve of another number of them is another
    shape below the same node."""
    from maya import cmds

    told, shape = _told(points), shape_named(node.path)
    if len(told["point"]) == count:
        for at, place in enumerate(told["point"]):
            cmds.xform(f"{shape}.cv[{at}]", objectSpace=True, translation=place)
        return
    refuse_referenced(shape, "replaced by one of other points")
    cmds.delete(shape)
    take_shape(str(cmds.curve(**told)), node.path)
