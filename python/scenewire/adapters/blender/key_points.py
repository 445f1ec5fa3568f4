"""The points of an F-curve as arrays, and which of them lies at a frame. Ten thousand of them are nothing unusual."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.errors import InvalidParamsError

#: Two frames nearer than this are one to Blender (`BEZT_BINARYSEARCH_THRESH`).
SAME_FRAME = 0.01
#: What stands for a word that was not read.
_UNREAD = -1
#: The largest number in single precision, in which Blender keeps them.
_LARGEST = 3.4e38


def single(number: float) -> float:
    """A number as Blender keeps it: in single precision."""
    return array("f", [number])[0]


def frame_key(frame: float) -> str:
    """A frame as ids of keyframes are kept by it."""
    return f"{round(frame, 2) + 0.0:g}" if abs(frame) < 10_000 else f"{round(frame, 2):.2f}".rstrip("0").rstrip(".")


def column(curve: Any, name: str, width: int = 2) -> array[float]:
    """`co`, `handle_left` or `handle_right` of every point, one after the other."""
    values = array("f", bytes(4 * width * len(curve.keyframe_points)))
    if values:
        curve.keyframe_points.foreach_get(name, values)
    return values


def words(curve: Any, name: str) -> array[int]:
    """The number of a word (`interpolation`, `handle_left_type`) of every point."""
    points = curve.keyframe_points
    values = array("i", [_UNREAD]) * len(points)
    if values:
        points.foreach_get(name, values)
    if values and values[0] == _UNREAD:
        # Blender 3 passes over the types of handles in silence.
        numbers = word_numbers(points[0], name)
        return array("i", (numbers[getattr(point, name)] for point in points))
    return values


def put_words(curve: Any, name: str, values: array[int]) -> None:
    """Writes what `words` reads."""
    points = curve.keyframe_points
    if not values:
        return
    points.foreach_set(name, values)
    if words(curve, name) != values:
        known = {number: word for word, number in word_numbers(points[0], name).items()}
        for point, value in zip(points, values):
            setattr(point, name, known[value])


def word_numbers(point: Any, name: str) -> dict[str, int]:
    """The numbers of Blender's words for a property of a point."""
    return {item.identifier: int(item.value) for item in point.bl_rna.properties[name].enum_items}


def frames_of(curve: Any) -> array[float]:
    """The frames of its points, in order."""
    return column(curve, "co")[::2]


def index_at(curve: Any, frame: float) -> int | None:
    """Which point lies at a frame; Blender keeps them in order."""
    points = curve.keyframe_points
    low, high = 0, len(points)
    while low < high:
        middle = (low + high) // 2
        if points[middle].co[0] < frame - SAME_FRAME:
            low = middle + 1
        else:
            high = middle
    near = [at for at in (low, low + 1) if at < len(points) and abs(points[at].co[0] - frame) < SAME_FRAME]
    return min(near, key=lambda at: abs(points[at].co[0] - frame)) if near else None


def put_points(curve: Any, frames: list[float], values: list[float]) -> None:
    """Makes these the points of a curve, all of them. As many as there are keep everything but place and value, their
    handles go along; else they are new ones with handles that Blender computes."""
    points = curve.keyframe_points
    if len(points) == len(frames):
        move_points(curve, frames, values)
        return
    clear_points(curve)
    points.add(len(frames))
    points.foreach_set("co", array("f", (part for pair in zip(frames, values) for part in pair)))
    for side in ("handle_left_type", "handle_right_type"):
        put_words(curve, side, array("i", [word_numbers(points[0], side)["AUTO_CLAMPED"]]) * len(frames))
    put_words(curve, "interpolation", array("i", [word_numbers(points[0], "interpolation")["BEZIER"]]) * len(frames))
    curve.update()


def move_points(curve: Any, frames: list[float], values: list[float]) -> None:
    """Puts every point elsewhere, its handles with it."""
    old = column(curve, "co")
    new = array("f", (part for pair in zip(frames, values) for part in pair))
    for side in ("handle_left", "handle_right"):
        moved = array("f", (at + there - here for at, there, here in zip(column(curve, side), new, old)))
        curve.keyframe_points.foreach_set(side, moved)
    curve.keyframe_points.foreach_set("co", new)
    curve.update()


def clear_points(curve: Any) -> None:
    """Takes all points off a curve."""
    points = curve.keyframe_points
    if hasattr(points, "clear"):
        points.clear()
        return
    for at in range(len(points) - 1, -1, -1):
        points.remove(points[at], fast=True)


def remove_at(curve: Any, frames: list[float]) -> None:
    """Takes the points at these frames off a curve."""
    found = (index_at(curve, frame) for frame in frames)
    for at in sorted({at for at in found if at is not None}, reverse=True):
        curve.keyframe_points.remove(curve.keyframe_points[at], fast=True)
    curve.update()


def checked_value(given: float, factor: float, path: str = "value") -> float:
    """A value of ours as Blender's own number; `factor` is what one of those is in ours."""
    value = given / factor
    if abs(value) > _LARGEST:
        raise InvalidParamsError(
            f"Blender keeps no number as large as {given:g}",
            {"path": path, "expected": f"a number up to {_LARGEST:g}", "got": given},
        )
    return value


def refuse_crowded(frames: list[float], path: str) -> None:
    """Raises when two frames, in order, are one to Blender, or the one goes before the other."""
    for at, (here, there) in enumerate(zip(frames, frames[1:])):
        if there - here < SAME_FRAME:
            raise InvalidParamsError(
                f"keyframes {at} and {at + 1} lie at frames {here:g} and {there:g}",
                {"path": path, "expected": f"times that rise by {SAME_FRAME} frames or more"},
            )
