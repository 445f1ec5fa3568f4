"""Properties of nodes by path: beside the fields of a node, a property of the actor, of its root component or of what
it shows, by its name in Python (`hidden`, `intensity`).
"""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.properties import Properties
from scenewire.adapters.references import nearest
from scenewire.adapters.unreal import transforms
from scenewire.adapters.unreal.nodes import NODE_FIELDS, name_of
from scenewire.errors import InvalidParamsError, NotFoundError, NotSupportedError

#: Where an actor shows what it is, besides its root.
_COMPONENTS = ("light_component", "camera_component", "static_mesh_component")


def _owners(actor: Any) -> list[Any]:
    found = [actor, transforms.root(actor)]
    for name in _COMPONENTS:
        if hasattr(actor, name):
            found.append(actor.get_editor_property(name))
    return list(dict.fromkeys(found))


def _owner(actor: Any, path: str) -> Any:
    """The first that has such a property, which Unreal tells by raising or not."""
    for owner in _owners(actor) if re.fullmatch(r"\w+", path) else ():
        try:
            owner.get_editor_property(path)
        except Exception:
            continue
        return owner
    names = [*NODE_FIELDS, *(one for owner in _owners(actor) for one in dir(owner) if not one.startswith("_"))]
    raise NotFoundError(
        f"`{name_of(actor)}` has no property `{path}`", {"path": "property_path", "got": path}, nearest(path, names)
    )


def _read(actor: Any, path: str) -> Any:
    return _plain(_owner(actor, path).get_editor_property(path), path)


def _plain(value: Any, path: str) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    import unreal

    if isinstance(value, (str, unreal.Name, unreal.Text)):
        return str(value)
    if isinstance(value, unreal.EnumBase):
        return str(value.name)
    if isinstance(value, (unreal.Vector, unreal.Rotator, unreal.LinearColor, unreal.Color)):
        return [_plain(value.get_editor_property(part), path) for part in _PARTS[type(value).__name__]]
    if isinstance(value, (list, tuple, unreal.Array)):
        return [_plain(one, path) for one in value]
    raise NotSupportedError(f"`{path}` is nothing that JSON can say", {"path": "property_path", "got": path})


_PARTS = {
    "Vector": ("x", "y", "z"), "Rotator": ("roll", "pitch", "yaw"), "LinearColor": ("r", "g", "b", "a"),
    "Color": ("r", "g", "b", "a"),
}  # fmt: skip


def _write(actor: Any, path: str, value: Any) -> None:
    owner = _owner(actor, path)
    before = owner.get_editor_property(path)
    try:
        owner.set_editor_property(path, _fitting(value, before))
    except Exception as error:
        raise InvalidParamsError(f"`{path}` cannot be this: {error}", {"path": "value", "got": value}) from error


def _fitting(value: Any, before: Any) -> Any:
    """The value as the type that is there: entries by their names, vectors as lists."""
    import unreal

    if isinstance(before, unreal.EnumBase):
        return getattr(type(before), str(value).upper())
    parts = _PARTS.get(type(before).__name__)
    if parts is not None and isinstance(value, list) and len(value) == len(parts):
        made = before.copy()
        for part, number in zip(parts, value):
            made.set_editor_property(part, number)
        return made
    return value


PROPERTIES = Properties(NODE_FIELDS, _read, _write)
