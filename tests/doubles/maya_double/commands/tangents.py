"""Tangents of keys: `keyTangent`. Source: this command in Autodesk's reference."""

from __future__ import annotations

import dataclasses
from typing import Any

from maya_double import keys, units
from maya_double.calls import Call, command
from maya_double.keys import Key
from maya_double.nodes import Node
from maya_double.scene import scene

from .keying import DEFAULTS, RANGE, chosen, curves

TANGENT = RANGE + (
    " inTangentType outTangentType inAngle outAngle inWeight outWeight weightedTangents lock "
    "weightLock ix iy ox oy unify"
)
TANGENT += " absolute relative stepAttributes g"


@command("keyTangent", create=TANGENT, query=TANGENT, edit=TANGENT)
def key_tangent(call: Call) -> Any:
    """Tangents: their types, angles and weights; with `g` those of keys to come."""
    if call.has("g"):
        for flag, name in (("inTangentType", "in"), ("outTangentType", "out"), ("weightedTangents", "weighted")):
            if call.query and call.has(flag):
                return [DEFAULTS[name]] if name != "weighted" else [bool(DEFAULTS[name])]
            if not call.query and call.get(flag) is not None:
                DEFAULTS[name] = call.get(flag)
        return None
    found = curves(call)
    if call.query:
        return [one for node in found for one in tangent_query(call, node)] or None
    for node in found:
        if call.get("weightedTangents") is not None:
            scene.write(node.plug("weightedTangents"), bool(call.get("weightedTangents")))
        have = keys.held(node)
        fresh = list(have)
        for n in chosen(call, node):
            fresh[n] = bent(call, node, have, n)
        keys.store(node, fresh)
    scene.touched()
    return len(found)


def tangent_query(call: Call, node: Node) -> list[Any]:
    """What `keyTangent -query` gives of one curve, all that is asked of one key together."""
    if call.has("weightedTangents"):
        return [bool(scene.stored(node.plug("weightedTangents")))]
    have = keys.held(node)
    rows: list[Any] = []
    for n in chosen(call, node):
        key = have[n]
        sides = {"in": vector(node, have, n, -1), "out": vector(node, have, n, 1)}
        for flag in call.flags:
            if flag in ("inTangentType", "outTangentType"):
                rows.append(key.incoming if flag[0] == "i" else key.outgoing)
            elif flag in ("inAngle", "outAngle"):
                run, rise = sides[flag[:-5]]
                rows.append(keys.angle(node, rise, run))
            elif flag in ("inWeight", "outWeight"):
                run, rise = sides[flag[:-6]]
                rows.append(weight(node, run, rise))
            elif flag in ("ix", "iy", "ox", "oy"):
                rows.append(sides["in" if flag[0] == "i" else "out"]["xy".index(flag[1])])
            elif flag == "lock":
                rows.append(key.lock)
            elif flag == "weightLock":
                rows.append(key.weight_lock)
    return rows


def weight(node: Node, run: float, rise: float) -> float:
    """How long a tangent is, as the graph editor shows it; one without weights has one."""
    if not scene.stored(node.plug("weightedTangents")):
        return 1.0
    shown_run = units.shown(run, keys.time_kind(node))
    shown_rise = rise / units.factor(keys.value_kind(node))
    return float((shown_run**2 + shown_rise**2) ** 0.5)


def vector(node: Node, have: tuple[Key, ...], n: int, side: int) -> tuple[float, float]:
    """A tangent as run and rise inside; one without weights is of length one."""
    key = have[n]
    slope = keys.slopes(have, n)[0 if side < 0 else 1]
    if scene.stored(node.plug("weightedTangents")):
        given = key.arriving if side < 0 else key.leaving
        if (key.incoming if side < 0 else key.outgoing) == "fixed":
            return given
        other = n + side
        run = abs(have[other].time - key.time) / 3 if 0 <= other < len(have) else 1.0 / units.fps()
        return (run, slope * run)
    size = (1 + slope * slope) ** 0.5
    return (1 / size, slope / size)


def bent(call: Call, node: Node, have: tuple[Key, ...], n: int) -> Key:
    """A key with other tangents. With its tangents locked together a new angle of one is the other's too."""
    key = have[n]
    for flag, name in (("lock", "lock"), ("weightLock", "weight_lock")):
        if call.get(flag) is not None:
            key = dataclasses.replace(key, **{name: bool(call.get(flag))})
    for flag, name in (("inTangentType", "incoming"), ("outTangentType", "outgoing")):
        kind = call.get(flag)
        if kind is None:
            continue
        if kind not in keys.TYPES:
            raise RuntimeError(f"Invalid tangent type: {kind}")
        if kind == "fixed":
            side = "arriving" if name == "incoming" else "leaving"
            key = dataclasses.replace(key, **{side: vector(node, have, n, -1 if name == "incoming" else 1)})
        key = dataclasses.replace(key, **{name: kind})
    for side, attr, kind_name, letters in ((-1, "arriving", "incoming", "i"), (1, "leaving", "outgoing", "o")):
        word = "in" if side < 0 else "out"
        given = [call.get(flag) for flag in (f"{word}Angle", f"{word}Weight", f"{letters}x", f"{letters}y")]
        if all(one is None for one in given):
            continue
        run, rise = vector(node, have, n, side)
        if given[0] is not None:
            slope = keys.from_angle(node, float(given[0]))
            run, rise = (run, slope * run) if scene.stored(node.plug("weightedTangents")) else (1.0, slope)
        if given[1] is not None and scene.stored(node.plug("weightedTangents")):
            factor = float(given[1]) / (weight(node, run, rise) or 1.0)
            run, rise = run * factor, rise * factor
        run = float(given[2]) if given[2] is not None else run
        rise = float(given[3]) if given[3] is not None else rise
        key = dataclasses.replace(key, **{attr: (run, rise), kind_name: "fixed"})
        if key.lock and call.get("inAngle" if side > 0 else "outAngle") is None:
            other, other_kind = ("leaving", "outgoing") if side < 0 else ("arriving", "incoming")
            across = getattr(key, other)[0] or 1.0
            if getattr(key, other_kind) == "fixed" or given[0] is not None:
                across = across if getattr(key, other_kind) == "fixed" else run
                key = dataclasses.replace(key, **{other: (across, rise / (run or 1.0) * across), other_kind: "fixed"})
    return key
