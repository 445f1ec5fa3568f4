"""A stretch of an F-curve as points of its own, of the same form: a Bezier is cut by de Casteljau's rule."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from scenewire.adapters.blender.key_points import SAME_FRAME, clear_points, column, put_words, words

#: What a point has besides its place and handles.
_WORDS = ("interpolation", "easing", "handle_left_type", "handle_right_type", "type")
_NUMBERS = ("back", "amplitude", "period")
#: Ways from one point to the next that can be cut anywhere.
_CUTTABLE = ("LINEAR", "CONSTANT", "BEZIER")
#: Halvings that find the place on a Bezier to far below a frame's hundredth.
_HALVINGS = 40

_Pair = tuple[float, float]
#: What a curve is at a frame.
Evaluate = Callable[[float], float]


@dataclass(frozen=True)
class Point:
    """A keyframe by itself."""

    co: _Pair
    left: _Pair
    right: _Pair
    words: dict[str, int]
    numbers: dict[str, float]

    def shifted(self, frames: float) -> Point:
        """The same, later."""
        co, left, right = ((at + frames, value) for at, value in (self.co, self.left, self.right))
        return replace(self, co=co, left=left, right=right)


@dataclass
class Points:
    """Keyframes of a curve, in order."""

    all: list[Point]
    #: The numbers of Blender's words.
    kinds: dict[str, int] = field(default_factory=dict)

    def shifted(self, frames: float) -> Points:
        """The same, later."""
        return Points([point.shifted(frames) for point in self.all], self.kinds)

    def before(self, others: Points) -> Points:
        """These, then those."""
        return Points([*self.all, *others.all], self.kinds)

    def frozen_ends(self, first: bool = True, last: bool = True) -> Points:
        """The same, its ends with handles that no longer follow from their neighbours: those will be others."""
        free = {name: self.kinds["FREE"] for name in ("handle_left_type", "handle_right_type")}
        ends = {0 if first else None, len(self.all) - 1 if last else None}
        frozen = [replace(one, words={**one.words, **free}) if at in ends else one for at, one in enumerate(self.all)]
        return Points(frozen, self.kinds)

    def over(self, others: Points, line: list[_Pair], ways: tuple[Evaluate, Evaluate]) -> Points:
        """These up to where a line of values begins, the line, and those from where it ends on. `ways` tell what both
        curves are in between."""
        start, end = line[0][0], line[-1][0]
        _split(self, ways[0], start)
        _split(others, ways[1], end)
        mine = [one for one in self.all if one.co[0] < start - SAME_FRAME]
        ends = [
            next((one for one in points.all if abs(one.co[0] - frame) < SAME_FRAME), self.plain(frame, value))
            for points, (frame, value) in ((self, line[0]), (others, line[-1]))
        ]
        linear = replace(ends[0], words={**ends[0].words, "interpolation": self.kinds["LINEAR"]})
        between = [self.plain(frame, value) for frame, value in line[1:-1]]
        theirs = [one for one in others.all if one.co[0] > end + SAME_FRAME]
        return Points([*mine, linear, *between, ends[1], *theirs], self.kinds)

    def plain(self, frame: float, value: float) -> Point:
        """A new keyframe from which the value goes on in a line."""
        free = {name: self.kinds["FREE"] for name in ("handle_left_type", "handle_right_type")}
        model = self.all[0]
        return Point(
            (frame, value),
            (frame - 1 / 3, value),
            (frame + 1 / 3, value),
            {**model.words, **free, "interpolation": self.kinds["LINEAR"], "type": self.kinds["KEYFRAME"]},
            model.numbers,
        )


def points_of(curve: Any) -> Points:
    """The keyframes of a curve."""
    places, lefts, rights = (_pairs(column(curve, name)) for name in ("co", "handle_left", "handle_right"))
    kinds = {name: words(curve, name) for name in _WORDS}
    numbers = {name: column(curve, name, 1) for name in _NUMBERS}
    found = [
        Point(
            place,
            left,
            right,
            {name: values[at] for name, values in kinds.items()},
            {name: values[at] for name, values in numbers.items()},
        )
        for at, (place, left, right) in enumerate(zip(places, lefts, rights))
    ]
    properties = curve.keyframe_points[0].bl_rna.properties
    told = {
        word.identifier: int(word.value)
        for name in ("interpolation", "handle_left_type", "type")
        for word in properties[name].enum_items
    }
    return Points(found, told)


def _pairs(values: array[float]) -> list[_Pair]:
    return list(zip(values[::2], values[1::2]))


def write_points(curve: Any, points: Points) -> None:
    """Makes these the keyframes of a curve."""
    clear_points(curve)
    curve.keyframe_points.add(len(points.all))
    put = curve.keyframe_points.foreach_set
    for name in _WORDS:
        put_words(curve, name, array("i", [point.words[name] for point in points.all]))
    for name in _NUMBERS:
        put(name, array("f", [point.numbers[name] for point in points.all]))
    put("handle_left", array("f", [part for point in points.all for part in point.left]))
    put("handle_right", array("f", [part for point in points.all for part in point.right]))
    put("co", array("f", [part for point in points.all for part in point.co]))
    curve.update()


def cut(curve: Any, start: float, end: float) -> Points:
    """The keyframes from one frame to another, with new ones at the ends where the curve goes on beyond them."""
    points = points_of(curve)
    for frame in (start, end):
        _split(points, curve.evaluate, frame)
    inside = [one for one in points.all if start - SAME_FRAME < one.co[0] < end + SAME_FRAME]
    if not inside:
        # All of them lie on one side: what the curve is here it is all along, but for a slope.
        inside = [points.plain(frame, curve.evaluate(frame)) for frame in (start, end)]
    before, after = points.all[0].co[0] < start - SAME_FRAME, points.all[-1].co[0] > end + SAME_FRAME
    return Points(inside, points.kinds).frozen_ends(before, after)


def _split(points: Points, evaluate: Evaluate, frame: float) -> None:
    """Puts a keyframe on the curve, if it has one before and one after and none there."""
    after = next((at for at, one in enumerate(points.all) if one.co[0] > frame - SAME_FRAME), None)
    if not after or points.all[after].co[0] < frame + SAME_FRAME:
        return
    one, other = points.all[after - 1], points.all[after]
    names = {number: word for word, number in points.kinds.items() if word in _CUTTABLE}
    way = names.get(one.words["interpolation"])
    if way is None:
        points.all[after - 1 : after + 1] = _sampled(points, evaluate, one, other, frame)
    elif way == "BEZIER":
        points.all[after - 1 : after + 1] = _halves(points, one, other, frame)
    else:
        part = (frame - one.co[0]) / (other.co[0] - one.co[0]) if way == "LINEAR" else 0.0
        value = one.co[1] + (other.co[1] - one.co[1]) * part
        added = replace(points.plain(frame, value), words={**one.words, "type": points.kinds["KEYFRAME"]})
        points.all.insert(after, added)


def _sampled(points: Points, evaluate: Evaluate, one: Point, other: Point, frame: float) -> list[Point]:
    """A way that no part of can be said (a bounce) becomes a line from frame to frame."""
    whole = range(int(one.co[0]) + 1, int(other.co[0]) + 1)
    frames = sorted({frame, *(float(step) for step in whole if step < other.co[0] - SAME_FRAME)})
    frames = [at for at in frames if at == frame or abs(at - frame) > SAME_FRAME]
    linear = replace(one, words={**one.words, "interpolation": points.kinds["LINEAR"]})
    return [linear, *(points.plain(at, evaluate(at)) for at in frames), other]


def _halves(points: Points, one: Point, other: Point, frame: float) -> list[Point]:
    hull = _untangled(one.co, one.right, other.left, other.co)
    part = _part_at([place[0] for place in hull], frame)
    a, b, c = (_mix(hull[at], hull[at + 1], part) for at in range(3))
    d, e = _mix(a, b, part), _mix(b, c, part)
    free = points.kinds["FREE"]
    middle = Point(
        _mix(d, e, part),
        d,
        e,
        {**one.words, "handle_left_type": free, "handle_right_type": free, "type": points.kinds["KEYFRAME"]},
        one.numbers,
    )
    return [
        replace(one, right=a, words={**one.words, "handle_right_type": free, "handle_left_type": free}),
        replace(middle, co=(frame, middle.co[1])),
        replace(other, left=c, words={**other.words, "handle_left_type": free, "handle_right_type": free}),
    ]


def _untangled(start: _Pair, leaves: _Pair, comes: _Pair, end: _Pair) -> tuple[_Pair, _Pair, _Pair, _Pair]:
    """Handles that reach past each other in time are shortened, as Blender does before it evaluates
    (`BKE_fcurve_correct_bezpart`)."""
    length = end[0] - start[0]
    out, back = abs(start[0] - leaves[0]), abs(end[0] - comes[0])
    if out + back <= length or out + back == 0.0:
        return start, leaves, comes, end
    part = length / (out + back)
    return start, _mix(start, leaves, part), _mix(end, comes, part), end


def _part_at(hull: list[float], frame: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        rest = 1 - middle
        weights = (rest**3, 3 * rest**2 * middle, 3 * rest * middle**2, middle**3)
        if sum(weight * at for weight, at in zip(weights, hull)) < frame:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _mix(one: _Pair, other: _Pair, part: float) -> _Pair:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part
