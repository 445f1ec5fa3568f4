"""Properties of nodes by path: a field of the node, one number of it (`position.y`), or an attribute of the prim by its
own name (`doubleSided`, `inputs:intensity`).
"""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.references import nearest
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.metadata import plain
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import NODE_FIELDS
from scenewire.adapters.usd.stage import when
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError

_AXES = {"x": 0, "y": 1, "z": 2, "w": 3}
_WIDTHS = {"position": 3, "rotation": 4, "scale": 3}
_KINDS = {"visible": bool, "name": str, "metadata": dict}


def read_property(node: Handle, path: str, job: Job) -> Any:
    """What a property is now."""
    head, index = _split(path)
    if head in NODE_FIELDS:
        value = NODE_FIELDS[head].read(node, job)
    else:
        value = plain(_attribute(node, path, head).Get(when()))
    return value if index is None else _part(value, index, path)


def _split(path: str) -> tuple[str, int | None]:
    head, dot, last = path.rpartition(".")
    return (head, _AXES[last]) if dot and last in _AXES else (path, None)


def _part(value: Any, index: int, path: str) -> Any:
    if not isinstance(value, list) or index >= len(value):
        raise NotFoundError(f"`{path}` has no number {index}", {"path": "property_path", "got": path})
    return value[index]


def _attribute(node: Handle, path: str, name: str) -> Any:
    prim = node.prim
    found = prim.GetAttribute(name) if _is_name(name) else None
    if not found:
        names = [*NODE_FIELDS, *(attribute.GetName() for attribute in prim.GetAttributes())]
        raise NotFoundError(
            f"`{shown(prim)}` has no property `{path}`", {"path": "property_path", "got": path}, nearest(name, names)
        )
    return found


def _is_name(name: str) -> bool:
    from pxr import Sdf

    return bool(Sdf.Path.IsValidNamespacedIdentifier(name))


def write_property(node: Handle, path: str, value: Any, job: Job) -> None:
    """Writes one."""
    head, index = _split(path)
    if head in NODE_FIELDS:
        _write_field(node, head, index, value, job, path)
    else:
        _write_attribute(_attribute(node, path, head), index, value, path)


def _write_field(node: Handle, field: str, index: int | None, value: Any, job: Job, path: str) -> None:
    write = NODE_FIELDS[field].write
    if write is None:
        raise NotSupportedError(f"`{path}` is only read", {"path": "property_path", "got": path})
    if index is not None:
        _number(value, path)
        whole = list(NODE_FIELDS[field].read(node, job))
        _part(whole, index, path)
        whole[index] = value
        value = whole
    _check(field, value)
    write(node, value)


def _check(field: str, value: Any) -> None:
    width, kind = _WIDTHS.get(field, 0), _KINDS.get(field)
    wrong = (width and not (isinstance(value, list) and len(value) == width)) or (kind and not isinstance(value, kind))
    if wrong:
        expected = (
            f"{width} numbers" if width else {bool: "true or false", str: "text"}.get(kind or object, "an object")
        )
        raise InvalidParamsError(f"`{field}` is {expected}", {"path": "value", "expected": expected, "got": value})
    for number in value if width else ():
        _number(number, field)


def _number(value: Any, path: str) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise InvalidParamsError(f"`{path}` takes numbers", {"path": "value", "expected": "a number", "got": value})


def _write_attribute(attribute: Any, index: int | None, value: Any, path: str) -> None:
    if attribute.ValueMightBeTimeVarying():
        raise NotSupportedError(
            f"`{path}` is animated: a value that holds always would take no effect", {"path": "property_path"}
        )
    kind = attribute.GetTypeName().type.pythonClass
    if index is not None:
        _number(value, path)
        whole = plain(attribute.Get(when()))
        _part(whole, index, path)
        whole[index] = value
        value = whole
    try:
        attribute.Set(kind(*value) if isinstance(value, list) and not attribute.GetTypeName().isArray else value)
    except Exception as error:
        raise InvalidParamsError(
            f"`{path}` cannot be this: it is a {attribute.GetTypeName()}", {"path": "value", "got": value}
        ) from error
