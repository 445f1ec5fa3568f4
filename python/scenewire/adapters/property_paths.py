"""Paths of properties, the same for every host: a field of a node, or one number of it (`position.y`)."""

from __future__ import annotations

import fnmatch
import math
from typing import Any

from scenewire.errors import InvalidParamsError, NotFoundError

_AXES = {"x": 0, "y": 1, "z": 2, "w": 3}
_WIDTHS = {"position": 3, "rotation": 4, "scale": 3}
_KINDS = {"visible": bool, "name": str, "metadata": dict}


def split(path: str) -> tuple[str, int | None]:
    """What a path names, and which number of it when it names one."""
    head, dot, last = path.rpartition(".")
    return (head, _AXES[last]) if dot and last in _AXES else (path, None)


def part(value: Any, index: int, path: str) -> Any:
    """One number of a value. Raises when it has none there."""
    if not isinstance(value, list) or index >= len(value):
        raise NotFoundError(f"`{path}` has no number {index}", {"path": "property_path", "got": path})
    return value[index]


def with_part(value: Any, index: int, number: Any, path: str) -> list[Any]:
    """The value with another number in one place."""
    check_number(number, path)
    part(value, index, path)
    whole = list(value)
    whole[index] = number
    return whole


def check_field(field: str, value: Any) -> None:
    """Raises when a field of a node cannot be this."""
    width, kind = _WIDTHS.get(field, 0), _KINDS.get(field)
    wrong = (width and not (isinstance(value, list) and len(value) == width)) or (kind and not isinstance(value, kind))
    if wrong:
        expected = (
            f"{width} numbers" if width else {bool: "true or false", str: "text"}.get(kind or object, "an object")
        )
        raise InvalidParamsError(f"`{field}` is {expected}", {"path": "value", "expected": expected, "got": value})
    for number in value if width else ():
        check_number(number, field)


def check_number(value: Any, path: str) -> None:
    """Raises for what is no number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise InvalidParamsError(f"`{path}` takes numbers", {"path": "value", "expected": "a number", "got": value})


def fits(have: Any, want: Any) -> bool:
    """Whether a property is what a query wants: texts by pattern, numbers as far as single precision goes."""
    if isinstance(have, str) and isinstance(want, str):
        return fnmatch.fnmatchcase(have.lower(), want.lower())
    if isinstance(have, float) and isinstance(want, (int, float)) and not isinstance(want, bool):
        return abs(have - want) <= 1e-6 * max(1.0, abs(want))
    return bool(have == want)
