"""Keeps executed code from ending the host's process by accident.

An accident guard, not a sandbox: code that means to end the process can (``ctypes``, a signal from a child). What it
catches is what people and models write: ``os._exit(1)``, ``os.abort()``, ``os.kill(os.getpid(), 9)``, ``os.execv()``.
``sys.exit()``, ``exit()`` and ``quit()`` need no guard: their ``SystemExit`` becomes an error of the call.
"""

from __future__ import annotations

import ast
import functools
import importlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from scenewire._fence import Refused

_END = "it would end the host with everything unsaved"
_REPLACE = "it would replace the host's process by another program"

#: Calls that are refused before anything runs, with the reason.
REFUSED: dict[str, str] = {
    **{f"{module}.{name}": _END for module in ("os", "posix", "nt") for name in ("_exit", "abort")},
    **{f"os.{name}": _REPLACE for name in (
        "execl", "execle", "execlp", "execlpe", "execv", "execve", "execvp", "execvpe",
    )},
}  # fmt: skip

_SUGGESTION = "return from the code instead; to end a host that you started, stop its process from outside"


def refuse(tree: ast.AST, more: Mapping[str, str] | None = None) -> None:
    """Raises ``Refused`` when the code names a refused call; ``more`` are the host's own."""
    refused = {**REFUSED, **(more or {})}
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            aliases.update({name.asname: name.name for name in node.names if name.asname})
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported = {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
            aliases.update(imported)
            for dotted in imported.values():
                _raise_if(dotted, refused, node.lineno)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            _raise_if(_dotted(node, aliases), refused, node.lineno)


def _dotted(node: ast.expr, aliases: Mapping[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value, aliases)}.{node.attr}"
    if isinstance(node, ast.Name):
        return aliases.get(node.id, node.id)
    return ""


def _raise_if(dotted: str, refused: Mapping[str, str], line: int | None = None) -> None:
    if dotted in refused:
        details = {"call": dotted, **({} if line is None else {"line": line})}
        raise Refused(f"`{dotted}` is refused: {refused[dotted]}", details, [_SUGGESTION])


def _ends_process(*_: Any) -> bool:
    return True


def _hits_self(pid: int, number: int = 0, *_: Any) -> bool:
    return number != 0 and (pid in (0, -1, os.getpid()) or (hasattr(os, "getpgrp") and abs(pid) == os.getpgrp()))


def _is_fatal(number: int, *_: Any) -> bool:
    return number != 0


#: What is replaced while code runs, and when the replacement refuses.
_PATCHED: list[tuple[str, str, Callable[..., bool], str]] = [
    *[(module, name, _ends_process, _END) for module in ("os", "posix", "nt") for name in ("_exit", "abort")],
    *[(module, name, _ends_process, _REPLACE) for module in ("os", "posix", "nt") for name in ("execv", "execve")],
    *[(module, name, _hits_self, _END) for module in ("os", "posix", "nt") for name in ("kill", "killpg")],
    ("signal", "raise_signal", _is_fatal, _END),
]

_active = False


@contextmanager
def refused_calls() -> Iterator[None]:
    """While it lasts, what would end this process raises ``Refused`` instead."""
    global _active
    outer, _active = _active, True
    try:
        with _patched() if not outer else _nothing():
            yield
    finally:
        _active = outer


@contextmanager
def _nothing() -> Iterator[None]:
    yield


@contextmanager
def _patched() -> Iterator[None]:
    originals = []
    for module_name, name, refuses, reason in _PATCHED:
        if module_name not in sys.modules and module_name != "os":
            continue
        module = importlib.import_module(module_name)
        original = getattr(module, name, None)
        if original is not None:
            originals.append((module, name, original))
            setattr(module, name, _guarded(original, f"{module_name}.{name}", refuses, reason))
    try:
        yield
    finally:
        for module, name, original in originals:
            setattr(module, name, original)


def _guarded(original: Any, dotted: str, refuses: Callable[..., bool], reason: str) -> Any:
    owner = os.getpid()

    @functools.wraps(original)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        # A forked child may end itself; so may code that kept this function past its run.
        if _active and os.getpid() == owner and refuses(*args, *kwargs.values()):
            _raise_if(dotted, {dotted: reason})
        return original(*args, **kwargs)

    return guarded
