"""What moving many keyframes at once means in every host: which arguments go with which operation, where times and
values go, how they are shaken and smoothed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError

#: Factor and summand.
Map = tuple[float, float]

#: What each operation is told: at least one of the first, the second beside it.
_TOLD: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "scale": (("time_scale", "value_scale"), ("pivot_time", "pivot_value")),
    "offset": (("time_offset", "value_offset"), ()),
    "mirror": (("pivot_time", "pivot_value"), ()),
    "noise": (("noise_amplitude",), ("seed",)),
}
_ALL = {name for some in _TOLD.values() for names in some for name in names}


def refuse_others(item: Item) -> None:
    """Raises `invalid_params` for what the operation does not take, and where it is not told how much."""
    operation = item["operation"]
    needed, allowed = _TOLD[operation]
    for name in sorted((_ALL - {*needed, *allowed}) & item.keys()):
        owners = [one for one, told in _TOLD.items() if name in (*told[0], *told[1])]
        raise InvalidParamsError(
            f"{operation} takes no `{name}`",
            {"path": name, "expected": f"nothing: only {' and '.join(owners)} take it", "got": item[name]},
        )
    if not set(needed) & item.keys():
        raise InvalidParamsError(
            f"{operation} needs {' or '.join(needed)}", {"path": needed[0], "expected": "how much", "got": "nothing"}
        )


def blamed(item: Item, what: str) -> str:
    """The argument that says where `time` or `value` goes."""
    return next((name for name in item if name.startswith(what) or name == f"pivot_{what}"), "operation")


def maps(item: Item, first: float, frame_of: Callable[[str], float], factor: float = 1.0) -> tuple[Map, Map]:
    """What becomes of frames and of values; `first` is the frame of the first key, `factor` makes the host's values
    those of calls."""
    pivot = frame_of("pivot_time") if "pivot_time" in item else first
    level = item.get("pivot_value", 0.0) / factor
    if item["operation"] == "offset":
        later = frame_of("time_offset") if "time_offset" in item else 0.0
        return (1.0, later), (1.0, item.get("value_offset", 0.0) / factor)
    if item["operation"] == "mirror":
        time = (-1.0, 2 * pivot) if "pivot_time" in item else (1.0, 0.0)
        return time, ((-1.0, 2 * level) if "pivot_value" in item else (1.0, 0.0))
    wider, higher = item.get("time_scale", 1.0), item.get("value_scale", 1.0)
    return (wider, pivot * (1 - wider)), (higher, level * (1 - higher))


def shaken(item: Item, values: Iterable[float], chosen: list[int], factor: float = 1.0) -> list[float]:
    """The values with noise on those chosen."""
    shake, after = random.Random(item.get("seed", 0)), list(values)
    for at in chosen:
        after[at] += shake.uniform(-1.0, 1.0) * item["noise_amplitude"] / factor
    return after


def smoothed(item: Item, frames: list[float], values: Iterable[float], free: list[int]) -> list[float]:
    """The values, those that are free nearer to the line between their neighbours."""
    after, strength = list(values), item.get("strength", 0.5)
    for _ in range(item.get("passes", 1)):
        before = list(after)
        for at in free:
            part = (frames[at] - frames[at - 1]) / (frames[at + 1] - frames[at - 1])
            line = before[at - 1] + (before[at + 1] - before[at - 1]) * part
            after[at] += (line - before[at]) * strength
    return after
