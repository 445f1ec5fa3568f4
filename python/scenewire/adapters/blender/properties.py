"""Properties of objects that are none of ours: Blender's own, as RNA paths."""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.blender.nodes import NODE_FIELDS
from scenewire.adapters.blender.rna import refuse_path
from scenewire.adapters.properties import AXES, Properties, number
from scenewire.adapters.references import nearest
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError


def _read(node: Any, path: str) -> Any:
    owner, name, index = _resolve(node, path)
    value = getattr(owner, name)
    return _json(value if index is None else value[index], path)


def _resolve(node: Any, path: str) -> tuple[Any, str, int | None]:
    """Who has the property, its name, and which of its numbers."""
    head, _, last = path.rpartition(".")
    index: int | None = None
    if last in AXES and head:
        index, (head, _, last) = AXES[last], head.rpartition(".")
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
    near = nearest(name, names)
    return NotFoundError(f"`{node.name}` has no property `{path}`", {"path": "property_path", "got": path}, near)


def _write(node: Any, path: str, value: Any) -> None:
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
        for part in value if isinstance(value, list) else [value]:
            number(part, path)
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


PROPERTIES = Properties(NODE_FIELDS, _read, _write)
