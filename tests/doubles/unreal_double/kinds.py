"""Unreal's types, made from the tables when they are first asked for, and what a value of each may be.

Names, parameters and types are the stubs'. What a method does is registered by the modules of a domain (`does`); one
that nobody registered is `NotModelled`. Wrong names and types raise what Unreal's Python raises: AttributeError,
TypeError, and Exception for properties.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Callable, Mapping
from typing import Any

from unreal_double import stubs
from unreal_double.faults import NotModelled, WrongThread, fault

TABLES = stubs.load()
CLASSES: dict[str, Any] = TABLES["classes"]

#: What methods do: by class and method.
_DOES: dict[tuple[str, str], Callable[..., Any]] = {}
_INTEGERS = ("int", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")
_FREE = ("Any", "object", "type", "Callable", "_T")


def does(owner: str, *names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Registers what a method of a class does; one that the stubs do not have is a mistake of the double."""

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        for name in names:
            if name not in CLASSES[owner]["methods"]:
                raise LookupError(f"the stubs have no {owner}.{name}")
            _DOES[owner, name] = function
        return function

    return register


def on_game_thread(what: str) -> None:
    """Unreal's objects belong to its game thread: `Python Editor Script Plugin`, Epic's documentation."""
    if threading.current_thread() is not threading.main_thread():
        fault(WrongThread, f"{what} was used outside the game thread")


class Plain:
    """`_WrapperBase`: what all of Unreal's types derive from."""

    _name = "_WrapperBase"


class Enum(Plain):
    """An entry of an enumeration."""

    def __init__(self, name: str, value: int) -> None:
        self.name, self.value = name, value

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}: {self.value}>"


class Struct(Plain):
    """A struct: its fields by name, always copied on their way in and out of objects."""

    def __init__(self, *args: Any, **given: Any) -> None:
        table = CLASSES[type(self).__name__]
        self._fields = {name: beginning(kind) for name, (kind, _) in table["properties"].items()}
        found = bound(type(self).__name__, "__init__", table["methods"]["__init__"], args, given)
        made = _DOES.get((type(self).__name__, "__init__"))
        if made is not None:
            made(self, **found)
            return
        for name, value in found.items():
            self._fields[name] = value

    def get_editor_property(self, name: str) -> Any:
        return copied(self._fields[self._known(name)])

    def set_editor_property(self, name: str, value: Any) -> None:
        kind, read_only = CLASSES[type(self).__name__]["properties"][self._known(name)]
        if read_only:
            raise Exception(f"{type(self).__name__}: Property '{name}' for attribute '{name}' is read-only")
        self._fields[name] = fitting(value, kind, f"{type(self).__name__}.{name}")

    def _known(self, name: str) -> str:
        if name not in self._fields:
            raise Exception(f"{type(self).__name__}: Failed to find property '{name}' for attribute '{name}'")
        return name

    def copy(self) -> Struct:
        made = object.__new__(type(self))
        made._fields = {name: copied(value) for name, value in self._fields.items()}
        return made

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Struct) and other._fields == self._fields

    def __hash__(self) -> int:
        return hash(repr(self._fields))

    def __repr__(self) -> str:
        return f"<Struct '{type(self).__name__}' {self._fields}>"


class Name(str, Plain):  # type: ignore[misc]
    """`FName`: told apart without upper and lower case."""

    _name = "Name"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str.lower(self) == str.lower(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(str.lower(self))

    def is_none(self) -> bool:
        return self == "None"


def copied(value: Any) -> Any:
    """Structs and arrays are values in Unreal."""
    if isinstance(value, Struct):
        return value.copy()
    if isinstance(value, list):
        return [copied(one) for one in value]
    return dict(value) if isinstance(value, dict) else value


def beginning(kind: str) -> Any:
    """What a property of a type begins with."""
    if kind in ("float", "double"):
        return 0.0
    if kind in _INTEGERS:
        return 0
    if kind == "bool":
        return False
    if kind in ("str", "Text"):
        return ""
    if kind == "Name":
        return Name("None")
    if kind.startswith(("Array[", "Set[")):
        return []
    if kind.startswith("Map["):
        return {}
    made = named(kind) if kind in CLASSES else None
    if made is not None and issubclass(made, Struct):
        return made()
    if made is not None and issubclass(made, Enum):
        return next(iter(vars(made)[entry] for entry in CLASSES[kind]["entries"]))
    return None


def fitting(value: Any, kind: str, where: str) -> Any:
    """The value as Unreal takes it. Raises TypeError with Unreal's words when it does not."""
    if kind.startswith(("Union[", "Optional[")):
        return _one_of(value, kind, where)
    if kind.startswith(("Array[", "Set[", "Iterable[")):
        if not isinstance(value, (list, tuple, set)):
            raise _unfit(value, kind, where)
        inner = kind[kind.index("[") + 1 : -1]
        return [fitting(one, inner, where) for one in value]
    if kind.startswith(_FREE) or kind.startswith(("Map[", "Mapping[", "Tuple[", "type[", "Type[")):
        return value
    if kind in ("float", "double") and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if kind in _INTEGERS and isinstance(value, int) and not isinstance(value, bool):
        return value
    if kind == "bool" and isinstance(value, (bool, int)):
        return bool(value)
    if kind in ("str", "Text") and isinstance(value, str):
        return str(value)
    if kind == "Name" and isinstance(value, str):
        return Name(value)
    if kind == "Class" and (value is None or isinstance(value, type)):
        return value
    if kind in CLASSES and kind not in ("Name", "Text", "Class"):
        return _of_type(value, named(kind), where)
    raise _unfit(value, kind, where)


def _one_of(value: Any, kind: str, where: str) -> Any:
    inner = kind[kind.index("[") + 1 : -1]
    kinds = re.split(r", (?![^\[]*\])", inner) + (["None"] if kind.startswith("Optional") else [])
    for one in kinds:
        if one == "None" and value is None:
            return None
        try:
            return fitting(value, one, where)
        except TypeError:
            continue
    raise _unfit(value, kind, where)


def _of_type(value: Any, made: type, where: str) -> Any:
    if isinstance(value, made):
        return copied(value)
    if issubclass(made, Struct) and isinstance(value, (list, tuple)):
        return made(*value)
    if issubclass(made, Struct) and isinstance(value, Mapping):
        return made(**value)
    if value is None and not issubclass(made, (Struct, Enum)):
        return None
    raise _unfit(value, made.__name__, where)


def _unfit(value: Any, kind: str, where: str) -> TypeError:
    return TypeError(f"{where}: NativizeProperty: Cannot nativize '{type(value).__name__}' as '{kind}'")


def bound(owner: str, name: str, table: Any, args: tuple[Any, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments by the names of the stubs, each of its type; what is not given is left out."""
    parameters = table["parameters"]
    where = f"{owner}.{name}()"
    if table["any_more"]:
        return {"*": args, **given}
    if len(args) > len(parameters):
        raise TypeError(f"{where} takes at most {len(parameters)} arguments ({len(args)} given)")
    found = {parameter: value for (parameter, _), value in zip(parameters, args)}
    for parameter, value in given.items():
        if parameter not in dict(parameters):
            raise TypeError(f"{where} got an unexpected keyword argument '{parameter}'")
        if parameter in found:
            raise TypeError(f"{where} got multiple values for argument '{parameter}'")
        found[parameter] = value
    for at, (parameter, _) in enumerate(parameters[: table["required"]], 1):
        if parameter not in found:
            raise TypeError(f"{where} required argument '{parameter}' (pos {at}) not found")
    kinds = dict(parameters)
    return {parameter: fitting(value, kinds[parameter], f"{where} '{parameter}'") for parameter, value in found.items()}


def _method(owner: str, name: str, table: Any) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **given: Any) -> Any:
        what = f"{type(self).__name__ if not isinstance(self, type) else self.__name__}.{name}"
        on_game_thread(what)
        check = getattr(self, "_check", None)
        if check is not None and not isinstance(self, type):
            check()
        function = _DOES.get((owner, name))
        if function is None:
            fault(NotModelled, f"{what} (of {owner}) is Unreal's, and the double does not do it")
        found = bound(owner, name, table, args, given)
        args = found.pop("*", ())
        return function(self, *args, **found)

    call.__name__ = name
    return call


def _attribute(name: str) -> property:
    return property(
        lambda self: self.get_editor_property(name), lambda self, value: self.set_editor_property(name, value)
    )


#: What types of a base are made with.
BASES: dict[str, type] = {
    "_WrapperBase": Plain, "StructBase": Struct, "EnumBase": Enum, "Name": Name, "Text": str,
}  # fmt: skip


@functools.cache
def named(name: str) -> Any:
    """The type of this name. Raises AttributeError as the module does."""
    if name in BASES:
        return BASES[name]
    table = CLASSES.get(name)
    if table is None:
        raise AttributeError(f"module 'unreal' has no attribute '{name}'")
    base = named(table["base"]) if table["base"] != "object" else object
    body: dict[str, Any] = {"__module__": "unreal", "__slots__": ()} if issubclass(base, Enum) else {}
    for method, signature in table["methods"].items():
        if method.startswith("__") and base is not object:
            continue
        made = _method(name, method, signature)
        body[method] = classmethod(made) if signature["of_class"] else made
    for attribute in table["attributes"]:
        if attribute in table["properties"]:
            body[attribute] = _attribute(attribute)
    if issubclass(base, Struct):
        for kept in ("get_editor_property", "set_editor_property", "copy"):
            body.pop(kept, None)
    made = type(name, (base,), body)
    if issubclass(base, Enum):
        for value, entry in enumerate(table["entries"]):
            setattr(made, entry, made(entry, value))
    return made
