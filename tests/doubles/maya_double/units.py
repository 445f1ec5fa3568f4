"""Units at the surface of the commands: centimetres, radians and seconds inside, what `currentUnit` says outside.

Source: `currentUnit` and `playbackOptions` in Autodesk's command reference.
"""

from __future__ import annotations

import math
import re
from typing import Any

from .scene import scene

#: Centimetres in one of each.
LINEAR = {"mm": 0.1, "cm": 1.0, "m": 100.0, "km": 100000.0, "in": 2.54, "ft": 30.48, "yd": 91.44, "mi": 160934.4}
LINEAR_WORDS = {
    "millimeter": "mm",
    "centimeter": "cm",
    "meter": "m",
    "kilometer": "km",
    "inch": "in",
    "foot": "ft",
    "yard": "yd",
    "mile": "mi",
}
ANGLE = {"deg": math.pi / 180, "rad": 1.0}
ANGLE_WORDS = {"degree": "deg", "radian": "rad"}
#: Frames in a second.
TIME = {
    "hour": 1 / 3600,
    "min": 1 / 60,
    "sec": 1.0,
    "millisec": 1000.0,
    "game": 15.0,
    "film": 24.0,
    "pal": 25.0,
    "ntsc": 30.0,
    "show": 48.0,
    "palf": 50.0,
    "ntscf": 60.0,
    "23.976fps": 24000 / 1001,
    "29.97fps": 30000 / 1001,
    "29.97df": 30000 / 1001,
    "47.952fps": 48000 / 1001,
    "59.94fps": 60000 / 1001,
    "44100fps": 44100.0,
    "48000fps": 48000.0,
    **{
        f"{n}fps": float(n)
        for n in (
            2,
            3,
            4,
            5,
            6,
            8,
            10,
            12,
            15,
            16,
            20,
            24,
            25,
            30,
            40,
            48,
            50,
            60,
            75,
            80,
            90,
            100,
            120,
            125,
            150,
            200,
            240,
            250,
            300,
            375,
            400,
            500,
            600,
            750,
            1200,
            1500,
            2000,
            3000,
            6000,
        )
    },
}
WITH_UNIT = re.compile(r"^\s*(-?[\d.]+(?:e-?\d+)?)\s*([a-z]*)\s*$")


def fps() -> float:
    """Frames a second, or what else the unit of time counts."""
    return TIME[scene.get("time_unit")]


def frames(seconds: float) -> float:
    """Seconds as the unit of time shows them, without what floating point adds to a whole frame."""
    found = seconds * fps()
    return float(round(found)) if abs(found - round(found)) < 1e-7 else found


def factor(kind: str) -> float:
    """Internal units in one unit of the surface."""
    if kind == "doubleLinear":
        return LINEAR[scene.get("linear")]
    if kind == "doubleAngle":
        return ANGLE[scene.get("angle")]
    return 1.0


def shown(value: Any, kind: str) -> Any:
    """An internal value as the commands show it."""
    if kind == "time":
        return frames(value)
    if kind in ("doubleLinear", "doubleAngle"):
        return value / factor(kind)
    return value


def taken(value: Any, kind: str) -> Any:
    """What the commands are given, as an internal value; a text may carry its unit: `5ft`, `90deg`, `10sec`."""
    if isinstance(value, str):
        return written(value, kind)
    if kind == "time":
        return value / fps()
    if kind in ("doubleLinear", "doubleAngle"):
        return value * factor(kind)
    return value


def written(text: str, kind: str) -> float:
    """A number with a unit, in internal units."""
    matched = WITH_UNIT.match(text)
    if matched is None:
        raise RuntimeError(f"Invalid value: {text}")
    number, unit = float(matched.group(1)), matched.group(2)
    if not unit:
        return float(taken(number, kind))
    if kind == "time" and unit in TIME:
        return number / TIME[unit]
    if kind == "doubleAngle" and unit in ANGLE:
        return number * ANGLE[unit]
    if kind in ("doubleLinear", "double", "float") and unit in LINEAR:
        return number * LINEAR[unit]
    raise RuntimeError(f"Invalid unit: {text}")


def length(value: Any) -> float:
    """A length as the commands are given it, in centimetres."""
    return float(taken(value, "doubleLinear"))


def angle(value: Any) -> float:
    """An angle as the commands are given it, in radians."""
    return float(taken(value, "doubleAngle"))


def seconds(value: Any) -> float:
    """A time as the commands are given it, in seconds."""
    return float(taken(value, "time"))
