"""Keeps executed code from quitting Blender and from its settings, however the operator's call is spelled."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from scenewire import _fence

#: Operators that code may not call (``*`` stands for anything), and why.
REFUSED_OPERATORS: dict[str, str] = {
    "wm.quit_blender": "it would quit the host",
    **dict.fromkeys(
        ("wm.save_userpref", "wm.read_userpref", "wm.read_factory_userpref", "wm.save_homefile", "preferences.*"),
        "it would change the artist's preferences or add-ons",
    ),
    "extensions.*": "it would install or remove extensions",
    **dict.fromkeys(("wm.url_open", "wm.path_open"), "it would start another program"),
}
#: Arguments of operators that are files, and whether an operator of such a name writes.
_PATHS = ("filepath", "directory")
_READS = ("open", "import", "load", "append", "link", "add", "read", "replace", "reload")


@contextmanager
def operators_guarded() -> Iterator[None]:
    """While it lasts, Blender's door to operators is ours: one function, or in newer ones a maker of callables."""
    import bpy

    module = vars(bpy.ops)
    name = "_op_call" if "_op_call" in module else "_op_create_function"
    original = module[name]
    module[name] = _checked_call(original) if name == "_op_call" else _checked_maker(original)
    try:
        yield
    finally:
        module[name] = original


def _check(operator: str, arguments: dict[str, Any]) -> None:
    """Raises when code that is guarded may not call it."""
    if not _fence.guarding():
        return
    for pattern, reason in REFUSED_OPERATORS.items():
        if fnmatch.fnmatchcase(operator, pattern):
            _fence.refuse(f"bpy.ops.{operator}", reason)
    import bpy

    writes = not any(word in operator.partition(".")[2].split("_") for word in _READS)
    for argument in _PATHS:
        if isinstance(arguments.get(argument), str):
            _fence.refuse_path(bpy.path.abspath(arguments[argument]), writes, f"bpy.ops.{operator}")


def _checked_call(original: Callable[..., Any]) -> Callable[..., Any]:
    def call(operator: str, *given: Any) -> Any:
        # The arguments are the last table: before 4.0 one that overrides the context comes first.
        _check(operator, next((one for one in reversed(given) if isinstance(one, dict)), {}))
        return original(operator, *given)

    return call


def _checked_maker(original: Callable[[str, str], Any]) -> Callable[[str, str], Any]:
    def make(module: str, function: str) -> Any:
        return _Checked(original(module, function), f"{module}.{function}")

    return make


class _Checked:
    """Blender's callable for one operator, asked about first."""

    def __init__(self, operator: Any, name: str) -> None:
        self._operator, self._name = operator, name

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        _check(self._name, named)
        return self._operator(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._operator, name)

    def __repr__(self) -> str:
        return repr(self._operator)
