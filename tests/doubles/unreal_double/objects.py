"""`UObject`: names, outers, properties by name, and `modify`, without which a transaction keeps nothing of an object.

Properties: `get_editor_property` and `set_editor_property` of the Python API's `_ObjectBase`; writing one tells the
object that it is edited, which puts it into the open transaction (`PreEditChange` calls `Modify`).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from unreal_double import transactions
from unreal_double.kinds import BASES, CLASSES, Plain, beginning, copied, does, fitting, named, on_game_thread

#: What a new object of a class has in a property, where it is not nothing: class -> property -> value.
DEFAULTS: dict[str, dict[str, Any]] = {}
#: What happens when a property of a class has been written.
EDITED: dict[tuple[str, str], Callable[[Any], None]] = {}
_NUMBERS: dict[str, itertools.count[int]] = {}


def unique_name(stem: str) -> str:
    """As Unreal numbers what nobody names: `StaticMeshActor_3`."""
    return f"{stem}_{next(_NUMBERS.setdefault(stem, itertools.count()))}"


class ObjectBase(Plain):
    """`_ObjectBase`: all that can change is in `_state`, so that a transaction can keep it."""

    def __init__(self, outer: Any = None, name: str = "None") -> None:
        on_game_thread(type(self).__name__)
        self._state: dict[str, Any] = {"values": {}, "outer": outer, "name": name, "gone": False}
        if name == "None":
            self._state["name"] = unique_name(type(self).__name__)

    @property
    def _table(self) -> Any:
        return CLASSES[type(self).__name__]["properties"]

    def _check(self) -> None:
        if self._state["gone"]:
            raise Exception(f"{type(self).__name__}: The object is pending kill or garbage and cannot be used")

    def get_editor_property(self, name: str) -> Any:
        on_game_thread(f"{type(self).__name__}.{name}")
        self._check()
        kind = self._property(name)[0]
        values = self._state["values"]
        if name not in values:
            values[name] = self._default(name, kind)
        return copied(values[name])

    def set_editor_property(self, name: str, value: Any, notify_mode: Any = None) -> None:
        on_game_thread(f"{type(self).__name__}.{name}")
        self._check()
        kind, read_only = self._property(name)
        if read_only:
            raise Exception(
                f"{type(self).__name__}: Property '{name}' for attribute '{name}' is read-only and cannot be set"
            )
        found = fitting(value, kind, f"{type(self).__name__}.{name}")
        self.modify()
        self._state["values"][name] = found
        for one in type(self).__mro__:
            then = EDITED.get((one.__name__, name))
            if then is not None:
                then(self)

    def set_editor_properties(self, properties: Any) -> None:
        for name, value in dict(properties).items():
            self.set_editor_property(name, value)

    def modify(self, always_mark_dirty: bool = True) -> bool:
        self._check()
        if always_mark_dirty:
            transactions.mark_dirty(self)
        return transactions.BUFFER.keep(self)

    def _property(self, name: str) -> tuple[str, bool]:
        if name not in self._table:
            where = f"'{type(self).__name__}' ({self._state['name']})"
            raise Exception(
                f"{type(self).__name__}: Failed to find property '{name}' for attribute '{name}' on {where}"
            )
        kind, read_only = self._table[name]
        return kind, read_only

    def _default(self, name: str, kind: str) -> Any:
        for one in type(self).__mro__:
            if name in DEFAULTS.get(one.__name__, ()):
                return copied(DEFAULTS[one.__name__][name])
        return beginning(kind)

    def get_class(self) -> Any:
        return type(self)

    @classmethod
    def static_class(cls) -> Any:
        return cls

    def get_name(self) -> str:
        self._check()
        return str(self._state["name"])

    def get_fname(self) -> Any:
        return named("Name")(self.get_name())

    def get_outer(self) -> Any:
        return self._state["outer"]

    def get_outermost(self) -> Any:
        outer = self._state["outer"]
        return self if outer is None else outer.get_outermost()

    get_package = get_outermost

    def get_path_name(self) -> str:
        """`/Game/Map.Map:PersistentLevel.Actor_0`: a package, its asset, and what is in it."""
        above = []
        one: Any = self
        while one is not None:
            above.append(str(one._state["name"]))
            one = one._state["outer"]
        above.reverse()
        first = ".".join(above[:2])
        return first if len(above) < 3 else f"{first}:{'.'.join(above[2:])}"

    def get_full_name(self) -> str:
        return f"{type(self).__name__} {self.get_path_name()}"

    @classmethod
    def cast(cls, object: Any) -> Any:
        if not isinstance(object, cls):
            raise TypeError(f"Cannot cast type '{type(object).__name__}' to '{cls.__name__}'")
        return object

    def __repr__(self) -> str:
        return f"<Object '{self.get_path_name()}' Class '{type(self).__name__}'>"


class Object(ObjectBase):
    """`UObject` itself."""


BASES["_ObjectBase"] = ObjectBase
BASES["Object"] = Object


def new(kind: str, outer: Any = None, name: str = "None") -> Any:
    """An object of the editor's own making."""
    return named(kind)(outer, name)


@does("Guid", "to_string")
def _guid(self: Any) -> str:
    return "".join(f"{self._fields[part] & 0xFFFFFFFF:08X}" for part in "abcd")
