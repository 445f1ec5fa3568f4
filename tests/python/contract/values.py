"""Values by kind: two good ones for every field, bad ones, and when two of them are the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from .catalogue import Field

#: Hosts compute in single precision.
TOLERANCE = 2e-5

GOOD: dict[str, tuple[Any, Any]] = {
    "bool": (True, False),
    "text": ("erste Fassung", "zweite Fassung"),
    "point": ([1.0, -2.0, 3.0], [0.5, 0.25, -8.0]),
    "vector": ([0.0, 0.6, 0.8], [1.0, 0.0, 0.0]),
    "vector2": ([0.25, 0.75], [0.5, 0.125]),
    "scale": ([2.0, 0.5, 1.5], [1.0, 3.0, 1.0]),
    "quaternion": ([0.5, 0.5, 0.5, 0.5], [0.0, 0.0, 0.6, 0.8]),
    "color": ([0.25, 0.5, 0.75, 1.0], [0.9, 0.1, 0.3, 1.0]),
    "ratio": (0.25, 0.75),
    "map": ({"take": 7, "who": "Jürgen", "size": 1.5}, {"done": "yes", "tags": [1, 2, 3]}),
    "list<text>": (["a"], ["b", "c"]),
    "list<vector2>": ([[0.25, 0.5]], [[0.75, 0.125]]),
}
BAD: dict[str, list[Any]] = {
    "bool": ["yes", 2],
    "text": [7, ["a"]],
    "int": [1.5, "three", math.nan],
    "float": ["wide", math.nan, math.inf],
    "length": ["wide", math.nan, math.inf],
    "angle": ["wide", math.inf],
    "ratio": [1.5, -0.1, math.nan],
    "point": [[1, 2], [1, 2, math.nan], "origin"],
    "vector": [[1, 2], [1, 2, math.inf]],
    "vector2": [[1], [1, math.nan]],
    "scale": [[1, 2], [1, math.inf, 1]],
    "quaternion": [[0, 0, 0, 0], [0, 0, 1], [math.nan, 0, 0, 1]],
    "color": ["#12345", [1], "no such colour"],
    "map": [[], "a"],
    "enum": ["no such word", 3],
    "ref": [7, ""],
    "list": ["alone", 3],
    "array": ["alone", [[math.nan] * 3]],
    "time": ["soon", math.nan],
}


def good(field: Field, which: int, reference: Callable[[str, int], Any]) -> Any:
    """The first or the second good value; `reference` gives one of an entity."""
    if field.type.startswith("list<ref<"):
        return [reference(field.refers, index) for index in range(which + 1)]
    if field.type.startswith("ref<"):
        return reference(field.refers, which)
    if field.words:
        return field.words[which % len(field.words)]
    if field.type.startswith("list<") and " / " in field.type:
        return field.type[5:-1].split(" / ")[: which + 1]
    if field.type in ("int", "float", "length", "angle", "time"):
        number = _between(field.least, field.greatest, which)
        return round(number) if field.type == "int" else number
    return GOOD[field.type][which]


def _between(least: float, greatest: float, which: int) -> float:
    """Numbers that bounds of any size allow, and that are no default."""
    if least > -1e4 and greatest < 1e4:
        return least + (greatest - least) * (0.25, 0.625)[which]
    return min(max(least, 0.0) + (3.0, 5.0)[which], greatest)


def bad(field: Field) -> Iterable[Any]:
    """Values that must be refused."""
    if field.words:
        kind = "enum"
    elif field.type.startswith("array"):
        kind = "array"
    else:
        kind = next((kind for kind in ("list", "ref") if field.type.startswith(f"{kind}<")), field.type)
    yield from BAD.get(kind, [])
    if kind in ("float", "length", "angle", "int"):
        yield from (bound for bound in (field.least - 1, field.greatest * 2 + 1) if math.isfinite(bound))


def same(field: Field, have: Any, want: Any, tolerance: float = TOLERANCE) -> bool:
    """Whether two values of a field are the same, as far as the kind and single precision go."""
    if tolerance != TOLERANCE and have is not None:
        have, want = plain(have), plain(want)
        return len(have) == len(want) and all(abs(a - b) < tolerance for a, b in zip(have, want))
    if field.type == "quaternion" and have is not None:
        return _close(have, want) or _close([-part for part in have], want)
    if field.type == "map":
        return _close(_without_booleans(have), _without_booleans(want))
    if field.inner and isinstance(want, list):
        return len(have) == len(want) and all(_same_object(field, *pair) for pair in zip(have, want))
    if field.inner and isinstance(want, dict):
        return _same_object(field, have, want)
    return _close(have, want)


def _without_booleans(value: Any) -> Any:
    """Custom properties of Blender have booleans since 3.5; before, `true` is read back as 1."""
    if isinstance(value, dict):
        return {key: _without_booleans(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_booleans(one) for one in value]
    return int(value) if isinstance(value, bool) else value


def _same_object(field: Field, have: dict[str, Any], want: dict[str, Any]) -> bool:
    return all(same(inner, have.get(inner.name), want[inner.name]) for inner in field.inner if inner.name in want)


def _close(have: Any, want: Any) -> bool:
    have, want = plain(have), plain(want)
    if isinstance(want, bool) or isinstance(have, bool) or have is None or want is None:
        return bool(have is want) or (have == want and isinstance(have, bool) and isinstance(want, bool))
    if isinstance(want, (int, float)) and isinstance(have, (int, float)):
        return math.isclose(have, want, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    if isinstance(want, dict) and isinstance(have, dict):
        return have.keys() == want.keys() and all(_close(have[key], want[key]) for key in want)
    if isinstance(want, list) and isinstance(have, list):
        return len(have) == len(want) and all(map(_close, have, want))
    return bool(have == want)


def plain(value: Any) -> Any:
    """An array of any sort as a flat list; lists of rows too."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        value = list(value)
        if value and all(isinstance(row, (list, tuple)) for row in value):
            return [plain(number) for row in value for number in row]
    return value
