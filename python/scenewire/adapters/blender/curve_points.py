"""Single control points of curves. Blender adds points at the end of a piece only and takes none away: what comes after
is moved along, and a piece with fewer points is a new one in the place of the old."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.nodes import find_typed, guard_nodes, node_id
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError, NotSupportedError

#: What a point has, in the order of writing: a handle that is set by hand comes after its type.
_PLAIN = ("co", "tilt", "radius", "weight_softbody", "hide", "select")
_BEZIER = (
    "co", "handle_left_type", "handle_right_type", "handle_left", "handle_right", "tilt", "radius", "weight_softbody",
    "hide", "select_control_point", "select_left_handle", "select_right_handle",
)  # fmt: skip
#: What a piece has besides its points.
_PIECE = (
    "material_index", "use_smooth", "resolution_u", "order_u", "use_endpoint_u", "use_cyclic_u", "use_bezier_u",
    "tilt_interpolation", "radius_interpolation", "hide",
)  # fmt: skip
_LEAST = 2


def edit_curve_points(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """One after the other: an index means the point that has it then."""
    return {"items": [_edited(item) for item in items]}


def _edited(item: Item) -> Item:
    node = find_typed(item["curve_id"], "curve")
    if node.data.is_editmode:
        raise ConflictError(f"the artist is editing `{node.name}`", {"name": node.name}, ["leave Edit Mode"])
    guard_nodes([node])
    piece, index, action = item.get("piece", 0), item["index"], item.get("action", "set")
    spline = _piece(node, piece)
    _refuse_unfit(node, spline, item)
    if action == "insert":
        _insert(spline, index)
    elif action == "remove":
        _without(node, piece, index)
    if action != "remove":
        _write(points_of(spline)[index], spline.type, item)
    settle()
    spline = node.data.splines[piece]
    points = points_of(spline)
    told = {} if action == "remove" else {"index": index, **_told(spline.type, points[index])}
    length = sum(one.calc_length() for one in node.data.splines)
    return {"curve_id": node_id(node), "piece": piece, **told, "point_count": len(points), "length": length}


def points_of(spline: Any) -> Any:
    """The points of a piece of any kind."""
    return spline.bezier_points if spline.type == "BEZIER" else spline.points


def _piece(node: Any, piece: int) -> Any:
    splines = node.data.splines
    if piece >= len(splines):
        raise NotFoundError(
            f"`{node.name}` has {len(splines)} pieces",
            {"path": "piece", "expected": f"less than {len(splines)}", "got": piece},
        )
    return splines[piece]


def _refuse_unfit(node: Any, spline: Any, item: Item) -> None:
    action, index, count = item.get("action", "set"), item["index"], len(points_of(spline))
    most = count if action == "insert" else count - 1
    if index > most:
        raise NotFoundError(
            f"this piece of `{node.name}` has {count} points",
            {"path": "index", "expected": f"0 to {most}", "got": index},
        )
    if action == "set" and not set(item).intersection(_WRITTEN):
        raise InvalidParamsError(
            "nothing to be done to the point was given",
            {"path": "position", "expected": f"one of {', '.join(_WRITTEN)}"},
        )
    if action == "insert" and "position" not in item:
        raise InvalidParamsError("a new point needs a place", {"path": "position", "expected": "a position"})
    if action == "remove" and count <= _LEAST:
        raise InvalidParamsError(
            f"a curve has {_LEAST} points or more",
            {"path": "index", "expected": "a curve with more points", "got": count},
        )
    if action != "set" and node.data.shape_keys is not None:
        raise ConflictError(f"`{node.name}` has shape keys, which no longer fit then", {"path": "action"})
    if spline.type == "BEZIER" and item.get("weight", 1.0) != 1.0:
        raise NotSupportedError("a Bezier point of Blender has no weight", {"path": "weight"}, ["kind nurbs"])
    if spline.type != "BEZIER" and ("handle_left" in item or "handle_right" in item):
        raise InvalidParamsError("only points of a Bezier curve have handles", {"path": "handle_left"})


_WRITTEN = ("position", "weight", "handle_left", "handle_right", "radius", "tilt")


def _write(point: Any, kind: str, item: Item) -> None:
    if kind == "BEZIER":
        _write_bezier(point, item)
    else:
        *place, weight = point.co
        point.co = (*item.get("position", place), item.get("weight", weight))
    for name in ("radius", "tilt"):
        if name in item:
            setattr(point, name, item[name])


def _write_bezier(point: Any, item: Item) -> None:
    from mathutils import Vector

    if "position" in item:
        # As when it is dragged: its handles go along.
        moved = Vector(item["position"]) - point.co
        handles = point.handle_left + moved, point.handle_right + moved
        point.co = item["position"]
        point.handle_left, point.handle_right = handles
    for side in ("left", "right"):
        if f"handle_{side}" in item:
            setattr(point, f"handle_{side}_type", "FREE")
            setattr(point, f"handle_{side}", item[f"handle_{side}"])


def _insert(spline: Any, index: int) -> None:
    points = points_of(spline)
    points.add(1)
    names = _BEZIER if spline.type == "BEZIER" else _PLAIN
    for number in range(len(points) - 1, index, -1):
        _copy(points[number - 1], points[number], names)
    # A new one is like its neighbour, whatever stood here before.
    if index and index == len(points) - 1:
        _copy(points[index - 1], points[index], names)
    if spline.type == "BEZIER":
        points[index].handle_left_type = points[index].handle_right_type = "AUTO"


def _copy(source: Any, target: Any, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(target, name, getattr(source, name))


def _without(node: Any, piece: int, index: int) -> None:
    """Every piece from this one on is made anew, so that they stay in their order."""
    splines = node.data.splines
    for number in range(piece, len(splines)):
        # The one that is next is always at this place: those made before it went to the end.
        old = splines[piece]
        _made_like(node, old, index if number == piece else None)
        splines.remove(splines[piece])


def _made_like(node: Any, old: Any, but: int | None) -> None:
    made = node.data.splines.new(old.type)
    old_points, points = points_of(old), points_of(made)
    kept = [number for number in range(len(old_points)) if number != but]
    points.add(len(kept) - len(points))
    names = _BEZIER if old.type == "BEZIER" else _PLAIN
    for place, number in enumerate(kept):
        _copy(old_points[number], points[place], names)
    _copy(old, made, _PIECE)
    if made.type == "NURBS" and made.order_u > len(points):
        made.order_u = len(points)


def _told(kind: str, point: Any) -> Item:
    told = {"position": list(point.co[:3]), "radius": point.radius, "tilt": point.tilt}
    if kind == "BEZIER":
        return {**told, "weight": 1.0, "handle_left": list(point.handle_left), "handle_right": list(point.handle_right)}
    return {**told, "weight": point.co[3]}
