"""Colour ramps and curves of nodes: properties that are objects of their own in Blender, as JSON and back."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.blender import rna
from scenewire.errors import InvalidParamsError

_RAMP, _CURVES = "ColorRamp", "CurveMapping"


def handles(value: Any) -> bool:
    """Whether this is one of them."""
    return type(value).__name__ in (_RAMP, _CURVES)


def told(value: Any) -> dict[str, Any]:
    """`{interpolation, elements: [{position, color}]}` or `{curves: [[[x, y], …]]}`."""
    if type(value).__name__ == _CURVES:
        return {
            "curves": [[[point.location[0], point.location[1]] for point in curve.points] for curve in value.curves]
        }
    elements = [{"position": element.position, "color": list(element.color)} for element in value.elements]
    return {"interpolation": value.interpolation, "color_mode": value.color_mode, "elements": elements}


def write(value: Any, given: Any, path: str) -> None:
    """Writes what `told` reads; of a ramp also parts of it."""
    if not isinstance(given, dict):
        raise _wrong(path, "an object like the one that is read", given)
    if type(value).__name__ == _CURVES:
        _write_curves(value, given, path)
    else:
        _write_ramp(value, given, path)


def _write_ramp(ramp: Any, given: dict[str, Any], path: str) -> None:
    for name, part in given.items():
        if name != "elements":
            rna.assign(ramp, name, part, f"{path}.{name}")
    elements = given.get("elements")
    if elements is None:
        return
    if not isinstance(elements, list) or not 1 <= len(elements) <= 32:
        raise _wrong(f"{path}.elements", "1 to 32 objects {position, color}", elements)
    places = [_element(one, f"{path}.elements[{index}]") for index, one in enumerate(elements)]
    while len(ramp.elements) > 1:
        ramp.elements.remove(ramp.elements[-1])
    places.sort(key=lambda place: place[0])
    ramp.elements[0].position, ramp.elements[0].color = places[0]
    for position, color in places[1:]:
        ramp.elements.new(position).color = color


def _element(one: Any, path: str) -> tuple[float, list[float]]:
    if not isinstance(one, dict) or set(one) != {"position", "color"}:
        raise _wrong(path, "an object {position, color}", one)
    (position,) = _numbers([one["position"]], 1, f"{path}.position", 0.0, 1.0)
    color = one["color"]
    numbers = [*color, 1.0] if isinstance(color, list) and len(color) == 3 else color
    return position, _numbers(numbers, 4, f"{path}.color")


def _write_curves(mapping: Any, given: dict[str, Any], path: str) -> None:
    curves = given.get("curves")
    if set(given) != {"curves"} or not isinstance(curves, list) or len(curves) != len(mapping.curves):
        raise _wrong(path, f"{{curves: a list of {len(mapping.curves)} curves}}", given)
    for index, (curve, points) in enumerate(zip(mapping.curves, curves)):
        where = f"{path}.curves[{index}]"
        if not isinstance(points, list) or len(points) < 2:
            raise _wrong(where, "at least two points [x, y]", points)
        placed = [_numbers(point, 2, where) for point in points]
        while len(curve.points) > 2:
            curve.points.remove(curve.points[-1])
        for point, place in zip(curve.points, placed):
            point.location = place
        for place in placed[2:]:
            curve.points.new(*place)
    mapping.update()


def _numbers(given: Any, length: int, path: str, least: float = -math.inf, most: float = math.inf) -> list[float]:
    good = isinstance(given, list) and len(given) == length
    for number in given if good else ():
        plain = isinstance(number, (int, float)) and not isinstance(number, bool)
        good = good and plain and math.isfinite(number) and least <= number <= most
    if not good:
        limits = f" from {least:g} to {most:g}" if math.isfinite(least) else ""
        raise _wrong(path, f"{length} number{'s' if length > 1 else ''}{limits}", given)
    return [float(number) for number in given]


def _wrong(path: str, expected: str, got: Any) -> InvalidParamsError:
    return InvalidParamsError(f"`{path}` is {expected}", {"path": path, "expected": expected, "got": got})
