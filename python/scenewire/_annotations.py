"""From a function's annotations to what a caller may give, and from what came to what the function takes."""

from __future__ import annotations

import dataclasses
import inspect
import json
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Literal, Union

from scenewire.errors import InvalidParamsError

EXPECTED = (
    "bool, int, float, str, list, dict, Any, Optional, Literal of texts, a TypedDict or a dataclass, and lists and "
    "dicts of these"
)
#: A class that holds itself would have no end.
_DEPTH = 8
_SIMPLE: dict[Any, str] = {bool: "bool", int: "int", float: "float", str: "text", Any: "any", object: "any"}
_UNIONS = (Union, getattr(types, "UnionType", Union))


@dataclasses.dataclass(frozen=True)
class Shape:
    """What a value may be: a kind in the engine's words, and what is in it."""

    kind: str
    of: Shape | None = None
    words: tuple[str, ...] = ()
    fields: tuple[Value, ...] = ()
    #: The class that an object becomes; None for one that stays a dict.
    makes: type | None = None
    nullable: bool = False

    def told(self) -> dict[str, Any]:
        """As the engine reads it; it holds what is in a dict to be anything, and ``checked`` looks at it."""
        told: dict[str, Any] = {"kind": self.kind}
        if self.kind == "list":
            told["of"] = self.of.told() if self.of is not None else {"kind": "any"}
        elif self.kind == "enum":
            told["words"] = list(self.words)
        elif self.kind == "object":
            told["fields"] = [field.told() for field in self.fields]
        return told

    def example(self) -> Any:
        """A value that fits."""
        if self.kind == "enum":
            return self.words[0]
        if self.kind == "list":
            return [] if self.of is None else [self.of.example()]
        if self.kind == "object":
            return {field.name: field.shape.example() for field in self.fields if field.required}
        return {"bool": True, "int": 1, "float": 1.0, "text": "text", "map": {}, "any": None}[self.kind]


@dataclasses.dataclass(frozen=True)
class Value:
    """One named value: an argument, or a field of one."""

    name: str
    doc: str
    shape: Shape
    required: bool = False
    nullable: bool = False
    default: str | None = None

    def told(self) -> dict[str, Any]:
        """As the engine reads it."""
        own = {"name": self.name, "doc": self.doc, "required": self.required, "nullable": self.nullable}
        return {**own, "default": self.default, "shape": self.shape.told()}


def signature(function: Callable[..., Any], place: str) -> tuple[dict[str, Value], Shape, bool]:
    """What a function takes, by name, what it gives, and whether it wants the running call as ``job``."""
    about = f"`{function.__name__}` ({place})"
    hints = _hints(function, about)
    takes: dict[str, Value] = {}
    wants_job = False
    for name, one in inspect.signature(function).parameters.items():
        if name == "job":
            wants_job = True
            continue
        if one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD, one.POSITIONAL_ONLY):
            raise _wrong(about, str(one), "a parameter that has a name", "write each argument out")
        if name not in hints:
            raise _wrong(about, name, f"an annotation: {EXPECTED}", f"write `{name}: float`, say")
        default = dataclasses.MISSING if one.default is one.empty else one.default
        shape = shape_of(hints[name], f"{about}: `{name}`")
        takes[name] = _value(Value(name, _doc(name, hints[name]), shape), default, f"{about}: `{name}`")
    gives = shape_of(hints.get("return", Any), f"{about}: what it returns")
    return takes, gives, wants_job


def _hints(function: Any, about: str, extras: bool = True) -> dict[str, Any]:
    """Without ``extras`` what a TypedDict says beside a field's type (``NotRequired``) is left out."""
    try:
        return typing.get_type_hints(function, include_extras=extras)
    except Exception as error:
        # An annotation that is a text is code, which may raise anything.
        message = f"the annotations of {about} cannot be read: {type(error).__name__}: {error}"
        hint = "write `Optional[int]` for `int | None` where Python is older than 3.10"
        raise InvalidParamsError(message, {"got": str(error), "expected": EXPECTED}, [hint]) from None


def _wrong(about: str, got: str, expected: str, instead: str) -> InvalidParamsError:
    message = f"{about} cannot be an operation: `{got}`: expected {expected}"
    return InvalidParamsError(message, {"got": got, "expected": expected}, [instead])


def _sentence(name: str) -> str:
    """What is said of a value that its ``Annotated`` says nothing of."""
    return f"{name.replace('_', ' ').capitalize()}."


def _doc(name: str, annotation: Any) -> str:
    said = (one for one in getattr(annotation, "__metadata__", ()) if isinstance(one, str))
    return next(said, _sentence(name))


def _value(value: Value, default: Any, about: str) -> Value:
    """With what stands for it when it is left out; ``MISSING`` when it cannot be."""
    nullable = value.shape.nullable
    if default is dataclasses.MISSING:
        return dataclasses.replace(value, required=True, nullable=nullable)
    if default is None:
        return dataclasses.replace(value, nullable=True)
    value = dataclasses.replace(value, nullable=nullable)
    try:
        text = json.dumps(plain(default), allow_nan=False)
        checked(value, plain(default), value.name)
    except (TypeError, ValueError, InvalidParamsError) as error:
        raise _wrong(about, repr(default), "a default that fits its annotation", str(error)) from None
    return dataclasses.replace(value, default=text)


def shape_of(annotation: Any, about: str, depth: int = 0) -> Shape:
    """What an annotation means; ``InvalidParamsError`` for one that cannot be validated."""
    if depth > _DEPTH:
        raise _wrong(about, str(annotation), f"at most {_DEPTH} levels", "take a `dict` in place of the innermost")
    if hasattr(annotation, "__metadata__"):
        return shape_of(annotation.__origin__, about, depth)
    if annotation is None or annotation is type(None):
        return Shape("any", nullable=True)
    if annotation in _SIMPLE:
        return Shape(_SIMPLE[annotation], nullable=_SIMPLE[annotation] == "any")
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation is list or origin is list:
        return Shape("list", _item(inner[0], about, depth) if inner else None)
    if annotation is dict or (origin is dict and inner[0] is str):
        return Shape("map", _item(inner[1], about, depth) if inner else None)
    if origin is Literal and all(isinstance(word, str) for word in inner):
        return Shape("enum", words=inner)
    if origin in _UNIONS and len(inner) == 2 and type(None) in inner:
        own = inner[0] if inner[1] is type(None) else inner[1]
        return dataclasses.replace(shape_of(own, about, depth), nullable=True)
    if isinstance(annotation, type) and (
        dataclasses.is_dataclass(annotation) or hasattr(annotation, "__required_keys__")
    ):
        return Shape("object", fields=_fields(annotation, about, depth), makes=_made(annotation))
    raise _wrong(about, getattr(annotation, "__name__", None) or str(annotation), EXPECTED, "take a `dict` or `Any`")


def _item(annotation: Any, about: str, depth: int) -> Shape:
    shape = shape_of(annotation, about, depth + 1)
    if shape.nullable and shape.kind != "any":
        raise _wrong(about, str(annotation), "items that are all of one kind", "take a list of `Any`")
    return shape


def _made(annotation: type) -> type | None:
    return annotation if dataclasses.is_dataclass(annotation) else None


def _fields(annotation: Any, about: str, depth: int) -> tuple[Value, ...]:
    own = str(annotation.__name__)
    hints = _hints(annotation, f"{about}, {own}", dataclasses.is_dataclass(annotation))
    told = []
    if dataclasses.is_dataclass(annotation):
        for one in dataclasses.fields(annotation):
            if not one.init:
                continue
            default = one.default
            if one.default_factory is not dataclasses.MISSING:
                default = one.default_factory()
            inside = f"{about}, {own}.{one.name}"
            shape = shape_of(hints[one.name], inside, depth + 1)
            told.append(_value(Value(one.name, _doc(one.name, hints[one.name]), shape), default, inside))
        return tuple(told)
    for name, hint in hints.items():
        shape = shape_of(hint, f"{about}, {own}.{name}", depth + 1)
        told.append(Value(name, _sentence(name), shape, name in annotation.__required_keys__, shape.nullable))
    return tuple(told)


def checked(value: Value, given: Any, path: str) -> Any:
    """What the function takes for what came; the engine has looked at it already, but not into dicts."""
    if given is None and (value.nullable or value.shape.kind == "any"):
        return None
    return _checked(value.shape, given, path)


def _checked(shape: Shape, given: Any, path: str) -> Any:
    if shape.kind == "any":
        return given
    if shape.kind == "list" and isinstance(given, list):
        return [_checked(shape.of, one, f"{path}[{at}]") for at, one in enumerate(given)] if shape.of else given
    if shape.kind == "map" and isinstance(given, Mapping):
        return {key: _checked(shape.of, one, f"{path}.{key}") for key, one in given.items()} if shape.of else given
    if shape.kind == "object" and isinstance(given, Mapping):
        return _object(shape, given, path)
    if shape.kind == "float" and isinstance(given, (int, float)) and not isinstance(given, bool):
        return float(given)
    if shape.kind == "int" and isinstance(given, int) and not isinstance(given, bool):
        return given
    if shape.kind == "bool" and isinstance(given, bool):
        return given
    if isinstance(given, str) and (shape.kind == "text" or given in shape.words):
        return given
    expected = f"one of {', '.join(shape.words)}" if shape.words else _WORDS[shape.kind]
    message = f"`{path}`: expected {expected}, got {given!r}"
    raise InvalidParamsError(message, {"path": path, "expected": expected, "got": given})


_WORDS = {
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "text": "a text",
    "list": "a list",
    "map": "an object",
    "object": "an object",
}


def _object(shape: Shape, given: Mapping[str, Any], path: str) -> Any:
    fields = {field.name: field for field in shape.fields}
    missing = [field.name for field in shape.fields if field.required and field.name not in given]
    unknown = [name for name in given if name not in fields]
    if missing or unknown:
        at = f"{path}.{(missing or unknown)[0]}"
        expected = f"the fields {', '.join(fields)}"
        raise InvalidParamsError(f"`{at}`: expected {expected}", {"path": at, "expected": expected}, sorted(fields))
    made = {name: checked(fields[name], one, f"{path}.{name}") for name, one in given.items()}
    return made if shape.makes is None else shape.makes(**made)


def plain(value: Any) -> Any:
    """The same without dataclasses and tuples, as JSON says it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value
