"""A call of a command: checked against the published tables, then handed to what models it.

A command, flag, mode or type of argument that the tables do not have fails the test, and so does one that Maya has
and the double has not (`NotModelled`). Source of the rules: "Python commands" in Autodesk's reference.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import faults, tables
from .scene import scene

#: Types in the tables that take a number, by what counts as one. Texts may carry a unit where the value may.
NUMBERS = {
    "<type bool>": (bool, int),
    "<type int>": (bool, int),
    "<type float>": (bool, int, float),
    "int64": (bool, int),
}
#: Not checked further: what they take is parsed by the command.
FREE = ("time", "timerange", "timeRange", "floatrange", "floatRange", "indexRange", "script", "<type callable>")
#: Flags by which commands choose keys. They say of which keys, in every mode; the tables have them as of create mode.
KEYSET = (
    "attribute",
    "time",
    "float",
    "index",
    "shape",
    "hierarchy",
    "controlPoints",
    "animation",
    "includeUpperBound",
)
#: Flags that say how to call, not what.
MODES = ("query", "edit")


class Session:
    """Whether Maya runs, and on which thread."""

    running = False
    batch = True
    thread = 0


@dataclass(frozen=True)
class Call:
    """A checked call; flags have their long names."""

    name: str
    args: tuple[Any, ...]
    flags: dict[str, Any]
    mode: str

    @property
    def query(self) -> bool:
        """Whether it asks."""
        return self.mode == "query"

    @property
    def edit(self) -> bool:
        """Whether it changes what is there."""
        return self.mode == "edit"

    @property
    def create_mode(self) -> bool:
        """Whether it makes something."""
        return self.mode == "create"

    def get(self, flag: str, default: Any = None) -> Any:
        """The value of a flag."""
        return self.flags.get(flag, default)

    def has(self, *flags: str) -> bool:
        """Whether one of the flags was given and is not False."""
        return any(self.flags.get(flag) not in (None, False) for flag in flags)

    def strings(self) -> list[str]:
        """The arguments as a flat list of names: each may be a name or a list of them."""
        found: list[str] = []
        for arg in self.args:
            found += [arg] if isinstance(arg, str) else [str(one) for one in arg or ()]
        return found

    def many(self, flag: str) -> list[Any]:
        """The values of a flag that may come several times."""
        given = self.flags.get(flag)
        if given is None:
            return []
        return list(given) if isinstance(given, (list, tuple)) else [given]


Handler = Callable[[Call], Any]


@dataclass
class Command:
    """What models a command, and which of its flags in which mode."""

    handler: Handler
    flags: dict[str, set[str]] = field(default_factory=dict)


COMMANDS: dict[str, Command] = {}


def command(name: str, create: str = "", query: str = "", edit: str = "") -> Callable[[Handler], Handler]:
    """Registers the handler of a command with the flags that it models in each mode."""

    def register(handler: Handler) -> Handler:
        modelled = {"create": set(create.split()), "query": set(query.split()), "edit": set(edit.split())}
        COMMANDS[name] = Command(handler, modelled)
        return handler

    return register


def run(name: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
    """Checks a call and does it."""
    check_thread(name)
    entry = published(name)
    call = Call(name, tuple(args), *checked(name, entry, kwargs))
    found = COMMANDS.get(name)
    if found is None:
        raise faults.NotModelled(f"command {name}")
    for flag in call.flags:
        if flag not in found.flags[call.mode] and "*" not in found.flags[call.mode]:
            raise faults.NotModelled(f"flag {flag} of {name} in {call.mode} mode")
    with scene.history.command(name):
        return found.handler(call)


def check_thread(name: str) -> None:
    """Maya's commands and scene are for its main thread, once it runs."""
    if not Session.running:
        text = f"{name}: the Maya double does not run; maya.standalone.initialize starts it"
        faults.refuse(faults.WrongThread, text, RuntimeError(text))
    if threading.get_ident() != Session.thread:
        raise faults.WrongThread(f"{name} was called on thread {threading.current_thread().name}")


def published(name: str) -> dict[str, Any]:
    """The entry of a command in the tables."""
    entry = tables.commands().get(name)
    if entry is None:
        real = AttributeError(f"module 'maya.cmds' has no attribute '{name}'")
        faults.refuse(faults.UnknownCall, f"the published tables have no command {name}", real)
    return entry


def checked(name: str, entry: dict[str, Any], kwargs: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The flags by their long names, and the mode."""
    flags: dict[str, Any] = {}
    specs = entry.get("flags", {})
    for given, value in kwargs.items():
        long = given if given in specs else entry.get("shortFlags", {}).get(given)
        if long is None:
            real = TypeError(f"Invalid flag '{given}'")
            faults.refuse(faults.UnknownCall, f"{name} has no flag {given!r}", real)
        if long in flags:
            faults.refuse(faults.WrongArgument, f"{name}: {long} is given twice", TypeError(f"Invalid flag '{given}'"))
        flags[long] = value
    mode = mode_of(name, flags)
    for long, value in flags.items():
        check_flag(name, specs[long], value, mode)
    return flags, mode


def mode_of(name: str, flags: dict[str, Any]) -> str:
    """Create, query or edit; what says so is taken out of the flags."""
    if isinstance(flags.get("query"), str):
        # `optionVar` has a flag of this name, which takes a text.
        return "query"
    asked = [mode for mode in MODES if flags.pop(mode, False)]
    if len(asked) > 1:
        faults.refuse(
            faults.WrongArgument, f"{name}: both query and edit", RuntimeError("Cannot use both -edit and -query")
        )
    return asked[0] if asked else "create"


def check_flag(name: str, spec: dict[str, Any], value: Any, mode: str) -> None:
    """Whether a flag may be given in this mode, with this value."""
    modes = [one for one in spec.get("modes", ()) if one != "multiuse"]
    long = spec["longname"]
    if modes and mode not in modes and long not in KEYSET and not exampled(name, spec, mode):
        real = RuntimeError(f"The flag '{long}' cannot be used in {mode} mode.")
        faults.refuse(faults.UnknownCall, f"{name}: flag {long} is for {' and '.join(modes)}, not {mode}", real)
    if mode == "query" and (value is True or value is None or value == 1):
        return
    if not fits(spec, value):
        expected = spec["args"] if spec["numArgs"] else "<type bool>"
        text = f"{name}: invalid arguments for flag {long!r}: expected {expected}, got {value!r}"
        kind = type(value).__name__
        faults.refuse(
            faults.WrongArgument,
            text,
            TypeError(f"Invalid arguments for flag '{long}'.  Expected {expected}, got {kind}"),
        )


@functools.cache
def used(name: str) -> frozenset[tuple[str, str]]:
    """(flag as written, mode) of all calls of a command in the official examples."""
    found = set()
    for text in tables.examples().values():
        if f"cmds.{name}(" not in text:
            continue
        with contextlib.suppress(SyntaxError):
            for call in (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)):
                if isinstance(call.func, ast.Attribute) and call.func.attr == name:
                    flags = [keyword.arg for keyword in call.keywords if keyword.arg]
                    mode = "query" if {"q", "query"} & {*flags} else "edit" if {"e", "edit"} & {*flags} else "create"
                    found.update((flag, mode) for flag in flags)
    return frozenset(found)


def exampled(name: str, spec: dict[str, Any], mode: str) -> bool:
    """Whether an official example has a flag in a mode that the table leaves out, or its text says that it returns
    something when it is asked, or sets something: then the table is wrong.
    """
    text = tables.documentation(name, spec["longname"]).lstrip()
    if text.startswith("Return" if mode == "query" else ("set the", "enable/disable the")):
        return True
    return any((spec[which], mode) in used(name) for which in ("longname", "shortname"))


def fits(spec: dict[str, Any], value: Any) -> bool:
    """Whether a value is of the published type: one, or for a flag of several uses a list of such."""
    args, number = spec["args"], spec["numArgs"]
    wanted = list(args) if isinstance(args, (list, tuple)) else [args] * max(number, 1)
    one = len(wanted) == 1
    if "multiuse" in spec.get("modes", ()) and isinstance(value, (list, tuple)):
        if one:
            return all(isinstance(v, (list, tuple)) or is_a(v, wanted[0]) for v in value)
        if all(isinstance(v, (list, tuple)) for v in value):
            # Empty ones part the rows into groups, as `polyCreateFacet` takes its holes.
            return all(len(v) in (0, len(wanted)) for v in value)
    if one:
        return is_a(value, wanted[0])
    if any(kind in FREE for kind in wanted):
        return True
    if not isinstance(value, (list, tuple)):
        return False
    return len(value) == len(wanted) and all(is_a(v, kind) for v, kind in zip(value, wanted))


def is_a(value: Any, kind: str) -> bool:
    """Whether a single value is of a published type."""
    if kind in FREE:
        return True
    if kind == "<type float>" and isinstance(value, str):
        # `5ft`, `90deg`: lengths and angles may carry their unit.
        return value[:1] in "+-.0123456789" and value != ""
    if kind in NUMBERS:
        return isinstance(value, NUMBERS[kind])
    if kind in ("<type str>", "PyNode"):
        return isinstance(value, str) or (kind == "PyNode" and isinstance(value, (list, tuple)))
    return True
