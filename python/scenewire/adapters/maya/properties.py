"""Properties of nodes by path: a field of the node, one number of it (`position.y`), or an attribute of the node or its
shape by its own name (`rotateOrder`, `intensity`).
"""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.maya.attributes import get, has, put
from scenewire.adapters.maya.handles import Handle
from scenewire.adapters.maya.nodes import NODE_FIELDS, shape_of
from scenewire.adapters.property_paths import check_field, part, split, with_part
from scenewire.adapters.references import nearest
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError

_TEXTS = ("string",)


def read_property(node: Handle, path: str, job: Job) -> Any:
    """What a property is now."""
    head, index = split(path)
    if head in NODE_FIELDS:
        value = NODE_FIELDS[head].read(node, job)
    else:
        value = _plain(get(*_attribute(node, path, head)), path)
    return value if index is None else part(value, index, path)


def _plain(value: Any, path: str) -> Any:
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(one, path) for one in value]
    raise NotSupportedError(f"`{path}` is nothing that JSON can say", {"path": "property_path", "got": path})


def _attribute(node: Handle, path: str, name: str) -> tuple[str, str]:
    """The node that has the attribute, the transform or its shape, and its name."""
    from maya import cmds

    owners = [owner for owner in (node.path, shape_of(node.path)) if owner]
    bare = re.split(r"[.\[]", name)[0]
    for owner in owners if re.fullmatch(r"\w+", bare) else ():
        if has(owner, bare):
            return owner, name
    names = [*NODE_FIELDS, *(one for owner in owners for one in cmds.listAttr(owner, scalar=True) or ())]
    raise NotFoundError(
        f"`{node.name}` has no property `{path}`", {"path": "property_path", "got": path}, nearest(name, names)
    )


def write_property(node: Handle, path: str, value: Any, job: Job) -> None:
    """Writes one."""
    head, index = split(path)
    if head in NODE_FIELDS:
        _write_field(node, head, index, value, job, path)
    else:
        _write_attribute(*_attribute(node, path, head), index, value, path)


def _write_field(node: Handle, field: str, index: int | None, value: Any, job: Job, path: str) -> None:
    write = NODE_FIELDS[field].write
    if write is None:
        raise NotSupportedError(f"`{path}` is only read", {"path": "property_path", "got": path})
    if index is not None:
        value = with_part(NODE_FIELDS[field].read(node, job), index, value, path)
    check_field(field, value)
    write(node, value)


def _write_attribute(owner: str, name: str, index: int | None, value: Any, path: str) -> None:
    from maya import cmds

    bare = re.split(r"[.\[]", name)[0]
    if not cmds.attributeQuery(bare, node=owner, writable=True):
        raise NotSupportedError(f"`{path}` is only read: Maya computes it", {"path": "property_path", "got": path})
    if index is not None:
        value = with_part(_plain(get(owner, name), path), index, value, path)
    kind = str(cmds.getAttr(f"{owner}.{name}", type=True))
    if isinstance(value, str) != (kind in _TEXTS) or value is None or isinstance(value, dict):
        raise InvalidParamsError(f"`{path}` cannot be this: it is a {kind}", {"path": "value", "got": value})
    how = {"type": kind} if kind in _TEXTS else {}
    put(owner, name, *(value if isinstance(value, list) else [value]), field="value", **how)
