"""Properties of nodes by path: beside the fields of a node, an attribute of it or of its shape by its own name
(`rotateOrder`, `intensity`).
"""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.maya.attributes import get, has, put
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.nodes import NODE_FIELDS, shape_of
from scenewire.adapters.properties import Properties
from scenewire.adapters.references import nearest
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError

_TEXTS = ("string",)


def _read(node: Handle, path: str) -> Any:
    return _plain(get(*_attribute(node, path)), path)


def _plain(value: Any, path: str) -> Any:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(one, path) for one in value]
    raise NotSupportedError(f"`{path}` is nothing that JSON can say", {"path": "property_path", "got": path})


def _attribute(node: Handle, path: str) -> tuple[str, str]:
    """The node that has the attribute, the transform or its shape, and the attribute's path."""
    from maya import cmds

    owners = [owner for owner in (node.path, shape_of(node.path)) if owner]
    bare = _bare(path)
    for owner in owners if re.fullmatch(r"\w+", bare) else ():
        if has(owner, bare):
            return owner, path
    names = [*NODE_FIELDS, *(one for owner in owners for one in cmds.listAttr(owner, scalar=True) or ())]
    raise NotFoundError(
        f"`{node.name}` has no property `{path}`", {"path": "property_path", "got": path}, nearest(path, names)
    )


def _bare(path: str) -> str:
    """The attribute that a path begins with."""
    return re.split(r"[.\[]", path)[0]


def _write(node: Handle, path: str, value: Any) -> None:
    from maya import cmds

    owner, name = _attribute(node, path)
    if not cmds.attributeQuery(_bare(name), node=owner, writable=True):
        raise NotSupportedError(f"`{path}` is only read: Maya computes it", {"path": "property_path", "got": path})
    kind = str(cmds.getAttr(f"{owner}.{name}", type=True))
    if isinstance(value, str) != (kind in _TEXTS) or value is None or isinstance(value, dict):
        raise InvalidParamsError(f"`{path}` cannot be this: it is a {kind}", {"path": "value", "got": value})
    how = {"type": kind} if kind in _TEXTS else {}
    put(owner, name, *(value if isinstance(value, list) else [value]), field="value", **how)


PROPERTIES = Properties(NODE_FIELDS, _read, _write)
