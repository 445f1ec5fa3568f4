"""A project's own operations: typed functions of its scripts, marked ``@scenewire.operation``.

``import_module`` makes them known: from then on they are found, described, validated and called as any other operation
of this host, in one undo step that a failure takes back. What a function takes is what its annotations say. See
docs/python.md.
"""

from __future__ import annotations

import inspect
import json
import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any, TypeVar, overload

from scenewire import _native
from scenewire._annotations import Shape, Value, checked, plain, signature
from scenewire.adapters.contract import ChangedWhileReadingError, Json
from scenewire.errors import (
    ConflictError,
    HandlerError,
    InvalidParamsError,
    SceneWireError,
    UnknownOperationError,
)

_F = TypeVar("_F", bound=Callable[..., Any])
#: Where a function carries its mark.
_MARK = "__scenewire_operation__"
#: What an operation may take when its mark does not say, in seconds.
_TIMEOUT = 120.0
EFFECTS = ("read", "edit")


@dataclass(frozen=True)
class _Mark:
    """What the mark says beside the function's own annotations."""

    effect: str = "edit"
    timeout: float = _TIMEOUT
    example: dict[str, Any] | None = None


@dataclass(frozen=True)
class _Defined:
    """One function that can be called by name."""

    function: Callable[..., Any]
    mark: _Mark
    takes: dict[str, Value]
    gives: Shape
    wants_job: bool
    file: str


#: By name, as the engine knows them.
_defined: dict[str, _Defined] = {}


@overload
def operation(function: _F) -> _F: ...
@overload
def operation(
    *, effect: str = "edit", timeout: float = _TIMEOUT, example: dict[str, Any] | None = None
) -> Callable[[_F], _F]: ...
def operation(
    function: Any = None, *, effect: str = "edit", timeout: float = _TIMEOUT, example: dict[str, Any] | None = None
) -> Any:
    """Marks a function as an operation of its project; it stays callable as it is.

    ``effect`` is ``"edit"``, or ``"read"`` for what changes nothing and so makes no undo step; ``timeout`` what it may
    take in seconds when the caller does not say; ``example`` arguments of a call, told by ``describe_tool``. A
    parameter called ``job`` gets the running call (``progress``, ``cancelled``) and is no argument.
    """
    if effect not in EFFECTS:
        raise InvalidParamsError(f"`effect` is {' or '.join(EFFECTS)}, not {effect!r}", {"got": repr(effect)})
    if not isinstance(timeout, (int, float)) or not 0 < timeout <= 86_400:
        raise InvalidParamsError(f"`timeout` is seconds up to a day, not {timeout!r}", {"got": repr(timeout)})
    mark = _Mark(effect, float(timeout), example)

    def marked(function: _F) -> _F:
        if not inspect.isfunction(function):
            raise InvalidParamsError(f"only a function can be an operation, not {function!r}")
        setattr(function, _MARK, mark)
        return function

    return marked if function is None else marked(function)


def learn(modules: Iterable[ModuleType]) -> list[str]:
    """Takes what these modules define in place of all before, and gives the names; all of it, or nothing with the
    reason: ``InvalidParamsError`` for what cannot be validated, ``ConflictError`` for a name that is taken."""
    found: dict[str, _Defined] = {}
    told = []
    for module in modules:
        for function in _marked(module):
            name = function.__name__
            if name in found:
                message = f"two functions are the operation `{name}`: in {found[name].file} and in {module.__file__}"
                raise ConflictError(message, {"got": name}, ["rename one of them"])
            found[name], definition = _definition(function, module)
            told.append(definition)
    if told or _defined:
        _native.define_operations(told)
    _defined.clear()
    _defined.update(found)
    return sorted(found)


def _marked(module: ModuleType) -> list[Callable[..., Any]]:
    """Those that a module defines itself, each once, in its order."""
    values = {id(value): value for value in vars(module).values() if isinstance(getattr(value, _MARK, None), _Mark)}
    return [value for value in values.values() if value.__module__ == module.__name__]


def forget(module: ModuleType) -> None:
    """Takes the operations that a module defines out of it, before it is read again."""
    for name in [name for name, value in vars(module).items() if isinstance(getattr(value, _MARK, None), _Mark)]:
        delattr(module, name)


def _definition(function: Callable[..., Any], module: ModuleType) -> tuple[_Defined, dict[str, Any]]:
    mark: _Mark = getattr(function, _MARK)
    file = module.__file__ or ""
    place = f"{os.path.basename(file)}, line {function.__code__.co_firstlineno}"
    takes, gives, wants_job = signature(function, place)
    doc = inspect.cleandoc(function.__doc__ or "").partition("\n\n")[0].replace("\n", " ").strip()
    if not doc:
        message = f"`{function.__name__}` ({place}) has no docstring, by which it would be found and chosen"
        raise InvalidParamsError(message, {"got": function.__name__}, ["say in a sentence what it does"])
    name = function.__name__
    title = name.replace("_", " ")
    example = mark.example
    if example is None:
        example = {name: value.shape.example() for name, value in takes.items() if value.required}
    definition = {
        "name": name,
        "title": title[:1].upper() + title[1:],
        "doc": doc,
        "effect": mark.effect,
        "timeout": mark.timeout,
        "module": module.__name__,
        "params": [value.told() for value in takes.values()],
        "gives": Value("value", "What it gave.", gives, required=True, nullable=gives.nullable).told(),
        "example": example,
    }
    return _Defined(function, mark, takes, gives, wants_job, file), definition


def perform(adapter: Any, name: str, arguments: Json, job: Any) -> Json:
    """Calls the function of this name as an operation of ``adapter``'s host; the engine has validated the arguments and
    opened the undo step."""
    from scenewire import projects

    defined = _defined.get(name)
    if defined is None:
        near = sorted(_defined)[:5]
        raise UnknownOperationError(f"no module defines `{name}` any more", {"operation": name}, near)
    given = {key: checked(defined.takes[key], value, key) for key, value in arguments.items()}
    if defined.wants_job:
        given["job"] = job
    around: Callable[[bool], AbstractContextManager[object]] = getattr(adapter, "around_code", _as_it_is)
    try:
        with around(defined.mark.effect != "read"):
            folder = os.path.dirname(defined.file)
            value, stdout, stderr = projects.supervised(partial(_called, defined, given), folder)
    except ChangedWhileReadingError as error:
        raise HandlerError(
            f"`{name}` says that it only reads, and changed the scene: {', '.join(error.what)}",
            {"changed": error.what, "file": defined.file, "line": defined.function.__code__.co_firstlineno},
            ['write `@scenewire.operation(effect="edit")` above it', "leave the scene alone, and what it selects too"],
        ) from None
    return {"value": value, "stdout": stdout, "stderr": stderr}


def _as_it_is(edits: bool) -> AbstractContextManager[object]:
    return nullcontext()


def _called(defined: _Defined, given: dict[str, Any]) -> Any:
    value = plain(defined.function(**given))
    try:
        json.dumps(value, allow_nan=False)
        checked(Value("value", "", defined.gives, nullable=defined.gives.nullable), value, "value")
    except (TypeError, ValueError, RecursionError, SceneWireError) as error:
        message = f"`{defined.function.__name__}` gave what it does not promise: {error}"
        details = {"got": repr(value)[:2000], "file": defined.file}
        raise HandlerError(message, details, ["mend its return annotation, or what it returns"]) from None
    return value


def described() -> list[tuple[str, str, str]]:
    """Of each its dotted path, its signature and its docstring, for a host's ``describe_api``."""
    return [
        (
            f"{one.function.__module__}.{name}",
            f"{name}{inspect.signature(one.function)}",
            inspect.cleandoc(one.function.__doc__ or ""),
        )
        for name, one in _defined.items()
    ]


__all__ = ["EFFECTS", "described", "forget", "learn", "operation", "perform"]
