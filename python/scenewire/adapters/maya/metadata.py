"""Custom properties: attributes that users and pipelines have added to a node, those that hold what JSON can hold."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.fields import Field
from scenewire.adapters.maya.naming import identifier
from scenewire.errors import ConflictError, InvalidParamsError, NotSupportedError

#: Attribute types whose values are JSON's, and how their values are written where Maya must be told the type.
_SCALARS = ("bool", "long", "short", "byte", "double", "float", "doubleLinear", "doubleAngle")
_ARRAYS = ("doubleArray", "Int32Array", "stringArray")
_LONG = range(-(2**31), 2**31)


def read_metadata(path: str) -> dict[str, Any]:
    """What JSON can hold of the attributes that a node was given."""
    from maya import cmds

    found = {}
    for name in cmds.listAttr(path, userDefined=True) or ():
        kind = cmds.getAttr(f"{path}.{name}", type=True)
        if kind in _SCALARS:
            found[name] = cmds.getAttr(f"{path}.{name}")
        elif kind == "string":
            found[name] = cmds.getAttr(f"{path}.{name}") or ""
        elif kind in _ARRAYS:
            found[name] = list(cmds.getAttr(f"{path}.{name}") or ())
    return found


def write_metadata(path: str, given: dict[str, Any]) -> None:
    """The custom properties of a node become these; attributes of other types stay."""
    from maya import cmds

    for key, value in given.items():
        _check(path, key, value)
    before = read_metadata(path)
    for key in before:
        if key not in given:
            _refuse_locked(path, key)
            cmds.deleteAttr(f"{path}.{key}")
    for key, value in given.items():
        if key in before and _kind(before[key]) == _kind(value) and before[key] == value:
            continue
        _refuse_locked(path, key)
        if key in before:
            cmds.deleteAttr(f"{path}.{key}")
        _add(path, key, value)


def _check(path: str, key: str, value: Any) -> None:
    from maya import cmds

    where = f"metadata.{key}"
    if identifier(key) != key:
        raise InvalidParamsError(
            f"`{key}` is no name of an attribute: Maya has letters, digits and _ in them",
            {"path": where, "got": key, "expected": identifier(key)},
            [identifier(key)],
        )
    own = cmds.attributeQuery(key, node=path, exists=True) and key not in (cmds.listAttr(path, userDefined=True) or ())
    if own:
        raise InvalidParamsError(
            f"`{key}` is an attribute that Maya itself has there", {"path": where, "got": key}, [f"{key}_"]
        )
    if _kind(value) is None:
        raise NotSupportedError(
            "attributes of Maya keep texts, numbers, yes or no, and lists of numbers or of texts",
            {"path": where, "got": value},
        )


def _kind(value: Any) -> str | None:
    """The type of attribute that keeps a value; None without one."""
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "long" if value in _LONG else None
    if isinstance(value, float):
        return "double" if math.isfinite(value) else None
    if isinstance(value, str):
        return "string"
    if not isinstance(value, list) or any(isinstance(one, bool) for one in value):
        return None
    if all(isinstance(one, int) and one in _LONG for one in value):
        return "Int32Array"
    if all(isinstance(one, (int, float)) for one in value):
        return "doubleArray"
    return "stringArray" if all(isinstance(one, str) for one in value) else None


def _refuse_locked(path: str, key: str) -> None:
    from maya import cmds

    plug = f"{path}.{key}"
    if cmds.attributeQuery(key, node=path, exists=True) and cmds.getAttr(plug, lock=True):
        raise ConflictError(
            f"`{plug}` is locked",
            {"path": f"metadata.{key}", "attribute": plug},
            [f'cmds.setAttr("{plug}", lock=False)'],
        )


def _add(path: str, key: str, value: Any) -> None:
    from maya import cmds

    plug, kind = f"{path}.{key}", _kind(value)
    if kind in ("bool", "long", "double"):
        cmds.addAttr(path, longName=key, attributeType=kind, keyable=kind != "bool")
        cmds.setAttr(plug, value)
        return
    cmds.addAttr(path, longName=key, dataType=kind)
    if kind == "stringArray":
        cmds.setAttr(plug, len(value), *value, type=kind)
    else:
        cmds.setAttr(plug, value, type=kind)


#: The field of whatever is a node.
METADATA = Field(
    lambda target, _job: read_metadata(target.path), lambda target, given: write_metadata(target.path, given)
)
