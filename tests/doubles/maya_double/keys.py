"""Animation curves: keys, tangents, and their value at a time.

Source: the node `animCurve` and `MFnAnimCurve` in Autodesk's reference: without weights a segment is a cubic of time
whose slopes are those of the tangents; with weights a Bezier curve whose points are the tangents' ends. Tangents are
seconds and internal values; angles are what the graph editor shows, frames and units of the surface.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass

from . import units
from .evaluate import computes, number
from .nodes import Node, Plug
from .scene import scene

KEYS = ("keyTimeValue", ())
TYPES = ("spline", "linear", "fast", "slow", "flat", "step", "stepnext", "fixed", "clamped", "plateau", "auto",
         "autoease", "automix", "autocustom")  # fmt: skip
INFINITIES = {"constant": 0, "linear": 1, "cycle": 3, "cycleRelative": 4, "oscillate": 5}
#: Type of an attribute -> type of the curve that animates it over time.
KINDS = {"doubleLinear": "animCurveTL", "doubleAngle": "animCurveTA", "time": "animCurveTT"}
#: Type of a curve -> type of its values, at the surface.
VALUES = {"L": "doubleLinear", "A": "doubleAngle", "T": "time", "U": "double"}


@dataclass(frozen=True)
class Key:
    """A key: its time (of a driven one the driver's value) and value inside, its tangents, whether it is a breakdown."""

    time: float
    value: float
    incoming: str = "auto"
    outgoing: str = "auto"
    #: Tangents that somebody set: seconds and internal value.
    arriving: tuple[float, float] = (1.0, 0.0)
    leaving: tuple[float, float] = (1.0, 0.0)
    breakdown: bool = False
    lock: bool = True
    weight_lock: bool = False


def held(node: Node) -> tuple[Key, ...]:
    """The keys of a curve, by time."""
    found: tuple[Key, ...] = node.values.get(KEYS, ())
    return found


def store(node: Node, keys: list[Key]) -> None:
    """Makes these the keys of a curve."""
    scene.put(node.values, KEYS, tuple(sorted(keys, key=lambda key: key.time)))
    scene.tell("changed", node.plug("output"))


def over_time(node: Node) -> bool:
    """Whether time is its input."""
    return node.kind[9] == "T"


def value_kind(node: Node) -> str:
    """The type of its values."""
    return VALUES[node.kind[10]]


def time_kind(node: Node) -> str:
    """The type of what it is over."""
    return "time" if over_time(node) else "double"


def stretch(node: Node, ratio: float) -> None:
    """Keys at other times, as many frames apart as before."""
    if over_time(node):
        store(node, [dataclasses.replace(key, time=key.time * ratio) for key in held(node)])


def find(keys: tuple[Key, ...], time: float) -> int | None:
    """The number of the key at a time."""
    return next((n for n, key in enumerate(keys) if abs(key.time - time) < 1e-7), None)


def slopes(keys: tuple[Key, ...], n: int) -> tuple[float, float]:
    """The slopes of a key's two tangents."""
    key = keys[n]
    arriving = slope(keys, n, key.incoming, key.arriving, -1)
    return arriving, slope(keys, n, key.outgoing, key.leaving, 1)


def slope(keys: tuple[Key, ...], n: int, kind: str, given: tuple[float, float], side: int) -> float:
    """The slope of one tangent."""
    if kind == "fixed":
        return given[1] / given[0] if given[0] else 0.0
    if kind in ("flat", "step", "stepnext"):
        return 0.0
    before = secant(keys, n - 1) if n > 0 else None
    after = secant(keys, n) if n + 1 < len(keys) else None
    near = before if side < 0 else after
    if kind == "linear":
        return near or 0.0
    if before is None or after is None:
        return (
            0.0
            if kind in ("auto", "plateau", "autoease", "automix", "autocustom")
            else (near or after or before or 0.0)
        )
    middle = (keys[n + 1].value - keys[n - 1].value) / (keys[n + 1].time - keys[n - 1].time)
    if kind == "spline":
        return middle
    if kind == "clamped":
        return 0.0 if min(abs(before), abs(after)) < 1e-9 else middle
    if before * after <= 0:
        return 0.0
    # No further than a curve without overshoot lets it.
    limit = 3 * min(abs(before), abs(after))
    return math.copysign(min(abs(middle), limit), middle)


def secant(keys: tuple[Key, ...], n: int) -> float:
    """The slope from a key straight to the next."""
    return (keys[n + 1].value - keys[n].value) / (keys[n + 1].time - keys[n].time)


def at(node: Node, time: float) -> float:
    """The value at a time, also before the first key and behind the last."""
    keys = held(node)
    if not keys:
        return 0.0
    first, last = keys[0], keys[-1]
    if first.time <= time <= last.time or len(keys) == 1:
        return inside(node, keys, time)
    early = time < first.time
    kind = int(number(node.plug("preInfinity" if early else "postInfinity")))
    edge = first if early else last
    if kind == INFINITIES["linear"]:
        arriving, leaving = slopes(keys, 0 if early else len(keys) - 1)
        return edge.value + (arriving if early else leaving) * (time - edge.time)
    if kind == INFINITIES["constant"]:
        return edge.value
    length = last.time - first.time
    rounds = math.floor((time - first.time) / length)
    within = time - rounds * length
    if kind == INFINITIES["oscillate"] and rounds % 2:
        within = last.time - (within - first.time)
    base = inside(node, keys, within)
    return base + rounds * (last.value - first.value) if kind == INFINITIES["cycleRelative"] else base


def inside(node: Node, keys: tuple[Key, ...], time: float) -> float:
    """The value between the first and the last key."""
    n = max((i for i, key in enumerate(keys) if key.time <= time + 1e-9), default=0)
    key = keys[n]
    if n + 1 >= len(keys) or abs(key.time - time) < 1e-9:
        return key.value
    after = keys[n + 1]
    if key.outgoing == "step":
        return key.value
    if key.outgoing == "stepnext":
        return after.value
    span = after.time - key.time
    if number(node.plug("weightedTangents")):
        return weighted(key, after, slopes(keys, n)[1], slopes(keys, n + 1)[0], time)
    t = (time - key.time) / span
    m0, m1 = slopes(keys, n)[1] * span, slopes(keys, n + 1)[0] * span
    return ((2 * t**3 - 3 * t**2 + 1) * key.value + (t**3 - 2 * t**2 + t) * m0
            + (3 * t**2 - 2 * t**3) * after.value + (t**3 - t**2) * m1)  # fmt: skip


def weighted(key: Key, after: Key, leaving: float, arriving: float, time: float) -> float:
    """The value of a weighted segment: the Bezier curve's parameter is found first."""
    span = after.time - key.time
    dx0 = key.leaving[0] if key.outgoing == "fixed" else span / 3
    dx1 = after.arriving[0] if after.incoming == "fixed" else span / 3
    x = (key.time, key.time + min(dx0, span), after.time - min(dx1, span), after.time)
    y = (key.value, key.value + leaving * dx0, after.value - arriving * dx1, after.value)
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if bezier(x, middle) < time:
            low = middle
        else:
            high = middle
    return bezier(y, (low + high) / 2)


def bezier(p: tuple[float, float, float, float], t: float) -> float:
    """A cubic Bezier curve in one dimension."""
    u = 1 - t
    return u**3 * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t**3 * p[3]


def angle(node: Node, rise: float, run: float) -> float:
    """The angle of a tangent as the graph editor shows it, in degrees."""
    shown_run = units.shown(run, "time") if over_time(node) else run
    return math.degrees(math.atan2(rise / units.factor(value_kind(node)), shown_run))


def from_angle(node: Node, degrees: float) -> float:
    """The slope inside of an angle as the graph editor shows it."""
    rise = math.tan(math.radians(degrees)) * units.factor(value_kind(node))
    return rise * (units.fps() if over_time(node) else 1.0)


@computes(
    "animCurve animCurveTL animCurveTA animCurveTT animCurveTU animCurveUL animCurveUA animCurveUT animCurveUU",
    "output",
)
def _output(plug: Plug) -> float:
    node = plug.node
    if over_time(node):
        source = scene.source(node.plug("input"))
        return at(node, scene.get("time") if source is None else number(node.plug("input")))
    return at(node, number(node.plug("input")))


@computes("time", "outTime unwarpedTime")
def _time(plug: Plug) -> float:
    return float(scene.get("time"))


def curve_of(plug: Plug) -> Node | None:
    """The curve that animates a plug over time: its source, behind blends of layers the base curve."""
    source = scene.source(plug)
    seen = 0
    while source is not None and seen < 20:
        seen += 1
        if source.node.isa("animCurve"):
            return source.node if over_time(source.node) else None
        step = next((attr for attr in ("inputA", "input", "inTranslate1", "inRotate1") if source.node.spec(attr)), None)
        if step is None or source.node.kind in ("expression",):
            return None
        here = source.node.plug(step)
        if here.spec.children and source.attr[-1] in "XYZ":
            here = here._replace(attr=here.attr + source.attr[-1])
        source = scene.source(here) or (scene.source(source.node.plug(step)) if here.spec.parent else None)
    return None


def make(plug: Plug, driven: bool = False) -> Node:
    """A new curve for a plug, named after it, connected to it."""
    kind = KINDS.get(plug.spec.type, "animCurveTU")
    if driven:
        kind = kind.replace("animCurveT", "animCurveU")
    name = f"{plug.node.name.rpartition(':')[2]}_{(plug.alias() or plug.path()).replace('.', '_').replace('[', '_').replace(']', '_')}"
    node = scene.add(kind, scene.free_name(name))
    return node
