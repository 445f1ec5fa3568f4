"""Properties of nodes by path, the same for every host: a field of the node (`visible`), one number of its transform
(`position.x`; of the rotation the turns about x, then y, then z in degrees, as artists see them), or whatever the host
has besides by its own path.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import Field, read_fields, write_fields
from scenewire.adapters.rotations import euler, from_euler
from scenewire.errors import InvalidParamsError

#: The numbers of a vector or quaternion by their names.
AXES = {"x": 0, "y": 1, "z": 2, "w": 3}
_PART = re.compile(r"(position|rotation|scale)\.([xyz]|(?<=rotation\.)w)")

#: The JSON type of fields whose writers rely on the engine's check, which sees only "any JSON" here; of lists how many
#: numbers they have.
_KINDS: dict[str, tuple[type[Any], int]] = {
    "position": (list, 3), "rotation": (list, 4), "scale": (list, 3), "visible": (bool, 0), "locked": (bool, 0),
    "cast_shadow": (bool, 0), "name": (str, 0), "metadata": (dict, 0),
}  # fmt: skip
_WORDS: dict[type[Any], str] = {bool: "true or false", str: "text", dict: "an object"}


@dataclass(frozen=True)
class Properties:
    """How the nodes of one host are read and written by path."""

    fields: Mapping[str, Field]
    #: What the host has at a path that is none of ours, as JSON. Raises `not_found` with the nearest names.
    read_own: Callable[[Any, str], Any]
    #: Writes it.
    write_own: Callable[[Any, str, Any], None]

    def read(self, node: Any, path: str, job: Job) -> Any:
        """The value as JSON."""
        field, axis = self._field(path)
        if field is None:
            return self.read_own(node, path)
        value = read_fields(self.fields, node, [field], job).get(field)
        if axis is None or value is None:
            return value
        return float(euler(value)[AXES[axis]] if field == "rotation" and axis != "w" else value[AXES[axis]])

    def write(self, node: Any, path: str, value: Any, job: Job) -> None:
        """Writes a property, by what checks it: the field's writer, or the host's own type."""
        field, axis = self._field(path)
        if field is None:
            self.write_own(node, path, value)
            return
        if axis is None:
            _check(field, value)
        else:
            whole = list(read_fields(self.fields, node, [field], job)[field])
            value = _with(field, whole, axis, number(value, path))
        write_fields(self.fields, node, {field: value})

    def _field(self, path: str) -> tuple[str | None, str | None]:
        """A field of ours and, behind a point, the name of one of its numbers."""
        if path in self.fields:
            return path, None
        match = _PART.fullmatch(path)
        return (match[1], match[2]) if match else (None, None)


def _with(field: str, whole: list[float], axis: str, value: float) -> list[float]:
    """The numbers of a field with another one in place of one."""
    turn = field == "rotation" and axis != "w"
    parts = euler(whole) if turn else whole
    parts[AXES[axis]] = value
    return from_euler(parts) if turn else parts


def number(value: Any, path: str) -> float:
    """The value, when it is a number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise InvalidParamsError(f"`{path}` is a number", {"path": "value", "expected": "a number", "got": value})
    return float(value)


def _check(field: str, value: Any) -> None:
    kind, width = _KINDS.get(field, (object, 0))
    if not isinstance(value, kind) or (width and len(value) != width):
        expected = f"{width} numbers" if width else _WORDS[kind]
        raise InvalidParamsError(f"`{field}` is {expected}", {"path": "value", "expected": expected, "got": value})
    for part in value if width else ():
        number(part, field)
