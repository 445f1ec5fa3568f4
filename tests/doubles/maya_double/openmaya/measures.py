"""Times, lengths and angles with their units."""

from __future__ import annotations

import math
from typing import Any

from .. import units
from ..scene import scene
from .base import Api

#: Rates in the order of `MTime`'s numbers from five on.
RATES = (15, 24, 25, 30, 48, 50, 60, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 40, 75, 80, 100, 120, 125, 150, 200, 240, 250,
         300, 375, 400, 500, 600, 750, 1200, 1500, 2000, 3000, 6000)  # fmt: skip
NAMED = {5: "game", 6: "film", 7: "pal", 8: "ntsc", 9: "show", 10: "palf", 11: "ntscf"}
WORDS = ("", "hour", "min", "sec", "millisec", *(NAMED.get(n + 5, f"{rate}fps") for n, rate in enumerate(RATES)),
         "23.976fps", "29.97fps", "29.97df", "47.952fps", "59.94fps", "44100fps", "48000fps", "90fps")  # fmt: skip


class MTime(Api):
    """A time."""

    kInvalid, kHours, kMinutes, kSeconds, kMilliseconds = range(5)
    kGames, kFilm, kPALFrame, kNTSCFrame, kShowScan, kPALField, kNTSCField = range(5, 12)
    k15FPS, k24FPS, k25FPS, k30FPS, k48FPS, k50FPS, k60FPS = range(5, 12)
    k23_976FPS, k29_97FPS, k29_97DF, k47_952FPS, k59_94FPS = range(43, 48)
    k90FPS = 50

    def __init__(self, value: Any = 0.0, unit: int = 6) -> None:
        self.value = value.value if isinstance(value, MTime) else float(value)
        self.unit = value.unit if isinstance(value, MTime) else unit

    def asUnits(self, unit: int) -> float:
        """In another unit."""
        return self.value / units.TIME[WORDS[self.unit]] * units.TIME[WORDS[unit]]

    @staticmethod
    def uiUnit() -> int:
        """The unit that the interface shows."""
        word = scene.get("time_unit")
        return next(
            n for n, name in enumerate(WORDS) if name and (name == word or units.TIME[name] == units.TIME[word])
        )

    @staticmethod
    def setUIUnit(unit: int) -> None:
        """Sets the unit that the interface shows."""
        scene.set("time_unit", WORDS[unit])

    @staticmethod
    def ticksPerSecond() -> int:
        """What Maya counts times in."""
        return 141120000

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MTime) and abs(self.asUnits(3) - other.asUnits(3)) < 1e-12

    def __hash__(self) -> int:
        return hash(self.asUnits(3))

    def __lt__(self, other: MTime) -> bool:
        return self.asUnits(3) < other.asUnits(3)

    def __add__(self, other: MTime) -> MTime:
        return MTime(self.value + other.asUnits(self.unit), self.unit)

    def __sub__(self, other: MTime) -> MTime:
        return MTime(self.value - other.asUnits(self.unit), self.unit)


class MDistance(Api):
    """A length."""

    kInvalid, kInches, kFeet, kYards, kMiles, kMillimeters, kCentimeters, kKilometers, kMeters, kLast = range(10)
    WORDS = ("", "in", "ft", "yd", "mi", "mm", "cm", "km", "m")

    def __init__(self, value: Any = 0.0, unit: int = 6) -> None:
        self.value = value.value if isinstance(value, MDistance) else float(value)
        self.unit = value.unit if isinstance(value, MDistance) else unit

    def asUnits(self, unit: int) -> float:
        """In another unit."""
        return self.value * units.LINEAR[self.WORDS[self.unit]] / units.LINEAR[self.WORDS[unit]]

    def asCentimeters(self) -> float:
        """In centimetres."""
        return self.asUnits(self.kCentimeters)

    def asMeters(self) -> float:
        """In metres."""
        return self.asUnits(self.kMeters)

    @staticmethod
    def uiUnit() -> int:
        """The unit that the interface shows."""
        return MDistance.WORDS.index(scene.get("linear"))

    @staticmethod
    def internalUnit() -> int:
        """The unit inside."""
        return MDistance.kCentimeters

    @staticmethod
    def internalToUI(value: float) -> float:
        """Centimetres as the interface shows them."""
        return float(units.shown(value, "doubleLinear"))

    @staticmethod
    def uiToInternal(value: float) -> float:
        """What the interface shows in centimetres."""
        return units.length(value)


class MAngle(Api):
    """An angle."""

    kInvalid, kRadians, kDegrees, kAngMinutes, kAngSeconds, kLast = range(6)

    def __init__(self, value: Any = 0.0, unit: int = 1) -> None:
        self.value = value.value if isinstance(value, MAngle) else float(value)
        self.unit = value.unit if isinstance(value, MAngle) else unit

    def asRadians(self) -> float:
        """In radians."""
        return self.value if self.unit == self.kRadians else math.radians(self.value)

    def asDegrees(self) -> float:
        """In degrees."""
        return math.degrees(self.asRadians())

    @staticmethod
    def uiUnit() -> int:
        """The unit that the interface shows."""
        return MAngle.kDegrees if scene.get("angle") == "deg" else MAngle.kRadians

    @staticmethod
    def internalToUI(value: float) -> float:
        """Radians as the interface shows them."""
        return float(units.shown(value, "doubleAngle"))
