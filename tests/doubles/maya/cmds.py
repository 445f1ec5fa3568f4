"""Maya's double: `maya.cmds`. Every name is a command, checked against the published tables when it is called."""

from __future__ import annotations

from typing import Any

from maya_double import calls, faults, tables


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    if name not in tables.commands():
        text = f"module 'maya.cmds' has no attribute '{name}'"
        faults.refuse(faults.UnknownCall, f"the published tables have no command {name}", AttributeError(text))

    def command(*args: Any, **kwargs: Any) -> Any:
        return calls.run(name, args, kwargs)

    command.__name__ = command.__qualname__ = name
    globals()[name] = command
    return command


def __dir__() -> list[str]:
    return sorted(tables.commands())
