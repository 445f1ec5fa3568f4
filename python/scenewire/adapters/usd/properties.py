"""Properties of prims that are none of ours: attributes by their own names (`doubleSided`, `inputs:intensity`), and one
number of one (`xformOp:translate.y`); and variants.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.properties import AXES, Properties, number
from scenewire.adapters.references import nearest
from scenewire.adapters.usd import variants
from scenewire.adapters.usd.handles import Handle
from scenewire.adapters.usd.metadata import plain
from scenewire.adapters.usd.naming import shown
from scenewire.adapters.usd.nodes import NODE_FIELDS
from scenewire.adapters.usd.stage import when
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError


def _read(node: Handle, path: str) -> Any:
    if variants.is_variant(path):
        return variants.read(node.prim, path)
    attribute, index = _resolve(node, path)
    value = plain(attribute.Get(when()))
    return value if index is None else _part(value, index, path)


def _resolve(node: Handle, path: str) -> tuple[Any, int | None]:
    """The attribute at a path, and which of its numbers."""
    head, dot, last = path.rpartition(".")
    name, index = (head, AXES[last]) if dot and last in AXES else (path, None)
    prim = node.prim
    found = prim.GetAttribute(name) if _is_name(name) else None
    if not found:
        names = [*NODE_FIELDS, *(attribute.GetName() for attribute in prim.GetAttributes())]
        raise NotFoundError(
            f"`{shown(prim)}` has no property `{path}`", {"path": "property_path", "got": path}, nearest(name, names)
        )
    return found, index


def _is_name(name: str) -> bool:
    from pxr import Sdf

    return bool(Sdf.Path.IsValidNamespacedIdentifier(name))


def _part(value: Any, index: int, path: str) -> Any:
    if not isinstance(value, list) or index >= len(value):
        raise NotFoundError(f"`{path}` has no number {index}", {"path": "property_path", "got": path})
    return value[index]


def _write(node: Handle, path: str, value: Any) -> None:
    if variants.is_variant(path):
        variants.choose(node.prim, path, value)
        return
    attribute, index = _resolve(node, path)
    if attribute.ValueMightBeTimeVarying():
        raise NotSupportedError(
            f"`{path}` is animated: a value that holds always would take no effect", {"path": "property_path"}
        )
    kind = attribute.GetTypeName().type.pythonClass
    if index is not None:
        number(value, path)
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


PROPERTIES = Properties(NODE_FIELDS, _read, _write)
