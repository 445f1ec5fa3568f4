"""Maya's double: `maya.cmds`. Every name is a command, checked against the published tables when it is called."""

from __future__ import annotations

import functools
from typing import Any

from maya_double import calls, faults, session, tables
from maya_double.openmaya import plugin_api


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    if not session.Session.running:
        # A mayapy has no commands before standalone has begun Maya.
        raise AttributeError(f"module 'maya.cmds' has no attribute '{name}'")
    if name in plugin_api.REGISTERED:
        return functools.partial(_of_plugin, name)
    if name not in tables.commands():
        text = f"module 'maya.cmds' has no attribute '{name}'"
        faults.refuse(faults.UnknownCall, f"the published tables have no command {name}", AttributeError(text))

    def command(*args: Any, **kwargs: Any) -> Any:
        return calls.run(name, args, kwargs)

    command.__name__ = command.__qualname__ = name
    globals()[name] = command
    return command


def _of_plugin(name: str, *args: Any, **kwargs: Any) -> Any:
    return plugin_api.run(name, args, kwargs)


def __dir__() -> list[str]:
    return sorted([*tables.commands(), *plugin_api.REGISTERED])
