"""Properties of objects by path: fields of ours by their names, anything else as Blender's own RNA path."""

from __future__ import annotations

import difflib
import math
import re
from typing import Any

from scenewire.adapters.blender.nodes import NODE_FIELDS
from scenewire.adapters.blender.rna import refuse_path
from scenewire.adapters.contract import Job
from scenewire.adapters.fields import read_fields, write_fields
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError

_AXES = {"x": 0, "y": 1, "z": 2, "w": 3}
#: What people call the Euler angles of an object; in degrees, as the artist sees them.
_EULER = re.compile(r"rotation\.([xyz])")


def read_property(node: Any, path: str, job: Job) -> Any:
    """The value as JSON."""
    euler = _EULER.fullmatch(path)
    if euler:
        return math.degrees(_turn(node)[_AXES[euler[1]]])
    field, axis = _field(path)
    if field is not None:
        value = read_fields(NODE_FIELDS, node, [field], job).get(field)
        return value if axis is None or value is None else value[axis]
    owner, name, index = _resolve(node, path)
    value = getattr(owner, name)
    return _json(value if index is None else value[index], path)


def write_property(node: Any, path: str, value: Any, job: Job) -> None:
    """Writes a property, by what checks it: the field's writer, or Blender's own type."""
    euler = _EULER.fullmatch(path)
    field, axis = _field(path)
    if euler:
        turn = _turn(node)
        turn[_AXES[euler[1]]] = math.radians(_number(value, path))
        turned = turn.to_quaternion()
        write_fields(NODE_FIELDS, node, {"rotation": [turned.x, turned.y, turned.z, turned.w]})
    elif field is not None and axis is not None:
        whole = list(read_fields(NODE_FIELDS, node, [field], job)[field])
        whole[axis] = _number(value, path)
        write_fields(NODE_FIELDS, node, {field: whole})
    elif field is not None:
        _check(field, value)
        write_fields(NODE_FIELDS, node, {field: value})
    else:
        _write_own(node, path, value)


def _turn(node: Any) -> Any:
    from scenewire.adapters.blender.transforms import local_matrix

    return local_matrix(node).to_euler("XYZ")


def _field(path: str) -> tuple[str | None, int | None]:
    """A field of ours and, behind a point, one of its numbers."""
    name, _, part = path.partition(".")
    if name in NODE_FIELDS and not part:
        return name, None
    if name in ("position", "rotation", "scale") and part in _AXES:
        return name, _AXES[part]
    return None, None


def _number(value: Any, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise InvalidParamsError(f"`{path}` is a number", {"path": "value", "expected": "a number", "got": value})
    return float(value)


#: The JSON type of fields whose writers rely on the engine's check, which sees only "any JSON" here.
_KINDS: dict[str, tuple[type[Any], int]] = {
    "position": (list, 3), "rotation": (list, 4), "scale": (list, 3), "visible": (bool, 0), "locked": (bool, 0),
    "cast_shadow": (bool, 0), "name": (str, 0), "metadata": (dict, 0),
}  # fmt: skip


def _check(field: str, value: Any) -> None:
    kind, width = _KINDS.get(field, (object, 0))
    parts: list[Any] = value if isinstance(value, list) else []
    if not isinstance(value, kind) or (width and len(parts) != width):
        expected = f"{width} numbers" if width else {bool: "true or false", str: "text"}.get(kind, "an object")
        raise InvalidParamsError(f"`{field}` is {expected}", {"path": "value", "expected": expected, "got": value})
    for number in parts if width else ():
        _number(number, field)


def _resolve(node: Any, path: str) -> tuple[Any, str, int | None]:
    """Who has the property, its name, and which of its numbers."""
    head, _, last = path.rpartition(".")
    index: int | None = None
    if last in _AXES and head:
        index, (head, _, last) = _AXES[last], head.rpartition(".")
    indexed = re.fullmatch(r"(\w+)\[(\d+)\]", last)
    if indexed:
        last, index = indexed[1], int(indexed[2])
    try:
        owner = node.path_resolve(head) if head else node
    except (ValueError, TypeError, AttributeError) as error:
        raise _missing(node, node, path, head.split(".")[0]) from error
    rna = getattr(owner, "bl_rna", None)
    if rna is None or last not in rna.properties:
        raise _missing(node, owner, path, last)
    if index is not None and index >= getattr(rna.properties[last], "array_length", 0):
        raise NotFoundError(f"`{last}` has no number {index}", {"path": "property_path", "got": path})
    return owner, last, index


def _missing(node: Any, owner: Any, path: str, name: str) -> NotFoundError:
    rna = getattr(owner, "bl_rna", None)
    names = [*(rna.properties.keys() if rna else []), *(NODE_FIELDS if owner == node else [])]
    near = difflib.get_close_matches(name, names, n=5)
    return NotFoundError(f"`{node.name}` has no property `{path}`", {"path": "property_path", "got": path}, near)


def _write_own(node: Any, path: str, value: Any) -> None:
    owner, name, index = _resolve(node, path)
    prop = owner.bl_rna.properties[name]
    if prop.is_readonly or prop.type in ("POINTER", "COLLECTION"):
        raise NotSupportedError(f"`{path}` is only read", {"path": "property_path", "got": path})
    if owner.bl_rna.identifier == "Driver" and name == "expression":
        # Blender would run it as Python, whether the owner of the host allows that or not.
        raise NotSupportedError(
            "expressions of drivers are written by update_drivers", {"path": "property_path", "got": path}
        )
    refuse_path(prop, "property_path")
    block = owner.id_data
    if block is not None and block.library is not None:
        raise NotSupportedError(f"`{block.name}` is linked and cannot be changed here", {"path": "property_path"})
    if prop.type in ("FLOAT", "INT"):
        for number in value if isinstance(value, list) else [value]:
            _number(number, path)
    try:
        if index is None:
            setattr(owner, name, value)
        else:
            getattr(owner, name)[index] = value
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidParamsError(f"`{path}` cannot be this: {error}", {"path": "value", "got": value}) from error


def _json(value: Any, path: str) -> Any:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if hasattr(value, "name") and hasattr(value, "bl_rna"):
        return value.name
    try:
        return [_json(part, path) for part in value]
    except TypeError:
        raise NotSupportedError(
            f"`{path}` has no JSON form: it is a {type(value).__name__}", {"path": "property_path"}
        ) from None
