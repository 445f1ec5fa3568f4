"""Properties of nodes by path: a field of the node, one number of it (`position.y`), or an attribute of the prim by its
own name (`doubleSided`, `inputs:intensity`).
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.property_paths import check_field, part, split, with_part
from scenewire.adapters.references import nearest
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.metadata import plain
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import NODE_FIELDS
from scenewire.adapters.usd.stage import when
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError


def read_property(node: Handle, path: str, job: Job) -> Any:
    """What a property is now."""
    head, index = split(path)
    if head in NODE_FIELDS:
        value = NODE_FIELDS[head].read(node, job)
    else:
        value = plain(_attribute(node, path, head).Get(when()))
    return value if index is None else part(value, index, path)


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
    head, index = split(path)
    if head in NODE_FIELDS:
        _write_field(node, head, index, value, job, path)
    else:
        _write_attribute(_attribute(node, path, head), index, value, path)


def _write_field(node: Handle, field: str, index: int | None, value: Any, job: Job, path: str) -> None:
    write = NODE_FIELDS[field].write
    if write is None:
        raise NotSupportedError(f"`{path}` is only read", {"path": "property_path", "got": path})
    if index is not None:
        value = with_part(NODE_FIELDS[field].read(node, job), index, value, path)
    check_field(field, value)
    write(node, value)


def _write_attribute(attribute: Any, index: int | None, value: Any, path: str) -> None:
    if attribute.ValueMightBeTimeVarying():
        raise NotSupportedError(
            f"`{path}` is animated: a value that holds always would take no effect", {"path": "property_path"}
        )
    kind = attribute.GetTypeName().type.pythonClass
    if index is not None:
        value = with_part(plain(attribute.Get(when())), index, value, path)
    try:
        attribute.Set(kind(*value) if isinstance(value, list) and not attribute.GetTypeName().isArray else value)
    except Exception as error:
        raise InvalidParamsError(
            f"`{path}` cannot be this: it is a {attribute.GetTypeName()}", {"path": "value", "got": value}
        ) from error
