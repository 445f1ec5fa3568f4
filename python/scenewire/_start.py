"""Starting the host of this process: which application it is, and how its main thread is pumped."""

from __future__ import annotations

import atexit
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

from scenewire import _native
from scenewire.errors import InvalidParamsError, NotSupportedError

if TYPE_CHECKING:
    from scenewire.adapters.contract import Adapter

#: Module of the application's own API, and the adapter package for it.
ADAPTERS = {
    "bpy": "scenewire.adapters.blender",
    # Before USD's: a Maya with its USD plug-in has both.
    "maya.cmds": "scenewire.adapters.maya",
    "pxr": "scenewire.adapters.usd",
    # Last: stubs for code editors have the same name.
    "unreal": "scenewire.adapters.unreal",
}
#: What can be asked for by name, and the module that it needs.
APPS = {"bpy": "bpy", "maya": "maya.cmds", "usd": "pxr", "unreal": "unreal"}


def start(
    adapter: Adapter | None,
    name: str | None,
    port: int,
    policy: dict[str, Any],
    remote: dict[str, Any] | None = None,
    foreign_port: int | None = None,
    app: str | None = None,
) -> dict[str, Any]:
    """See ``scenewire.start``; ``policy`` is what ``settings`` gave, ``remote`` what ``gateway`` gave."""
    running = _native.status()
    if running is not None:
        return running
    package = None if adapter is not None else find_adapter(app)
    config: dict[str, Any] = {"name": name, "port": port, "policy": policy, "gateway": remote}
    config["foreign_port"] = foreign_port
    if package is None:
        status = _native.start(config, adapter)
        _stop_at_exit()
    else:
        status = _start_found(package, config)
    return status


def settings(given: dict[str, Any]) -> dict[str, Any]:
    """What the native module is told of the owner's choices: paths as text, made absolute here and now."""
    told = dict(given)
    if "roots" in told:
        told["roots"] = [os.path.abspath(os.fspath(root)) for root in told["roots"] or ()]
    return told


def gateway(
    mode: str,
    url: str | None,
    key: str | None,
    ca: str | os.PathLike[str] | None,
    pin: str | None,
    allow_python: bool,
    instance_id: str | None,
) -> dict[str, Any] | None:
    """What the native module is told of the gateway; None in local mode. No error here repeats the key."""
    if mode == "local":
        given = {"url": url, "key": key, "ca": ca, "pin": pin, "instance_id": instance_id}
        extra = [name for name, value in given.items() if value is not None]
        extra += ["allow_remote_python"] if allow_python else []
        if extra:
            raise InvalidParamsError(
                f"only remote mode has {', '.join(f'`{name}`' for name in extra)}",
                {"got": extra},
                ['say mode="remote"'],
            )
        return None
    if mode != "remote":
        raise InvalidParamsError(f'`mode` is "local" or "remote", not {mode!r}', {"got": repr(mode)})
    url = _text("url", url if url is not None else os.environ.get("SCENEWIRE_GATEWAY"), "SCENEWIRE_GATEWAY")
    key = _text("key", key if key is not None else os.environ.get("SCENEWIRE_KEY"), "SCENEWIRE_KEY")
    return {
        "url": url,
        "key": key,
        "ca": None if ca is None else os.path.abspath(os.fspath(ca)),
        "pin": pin or (None if ca else os.environ.get("SCENEWIRE_PIN")) or None,
        "instance_id": instance_id,
    }


def _text(name: str, value: object, variable: str) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise InvalidParamsError(
        f"remote mode needs `{name}`, a text that is not empty",
        {"argument": name},
        [f"give {name}=...", f"set {variable} in the environment"],
    )


def _start_found(package: ModuleType, config: dict[str, Any]) -> dict[str, Any]:
    """With an adapter of ours, whose handlers go from the application when the host stops."""
    made = package.create_adapter()
    try:
        status = _native.start(config, made)
    except BaseException:
        made.close()
        raise
    _stop_at_exit()
    _native.on_stop(made.close)
    uninstall = package.install_pump(_native.pump, _native.hold, _native.waiting, _native.wait)
    if uninstall is not None:
        _native.on_stop(uninstall)
    return status


def find_adapter(app: str | None = None) -> ModuleType:
    """The adapter package of the application that this Python runs in, or of the one that is asked for."""
    if app is not None and app not in APPS:
        raise InvalidParamsError(f"`app` is one of {', '.join(APPS)}, not {app!r}", {"got": repr(app)}, list(APPS))
    wanted = ADAPTERS if app is None else {APPS[app]: ADAPTERS[APPS[app]]}
    for api, package in wanted.items():
        if api in sys.modules or _is_installed(api):
            return import_module(package)
    known = ", ".join(wanted)
    raise NotSupportedError(
        f"this Python runs in no application that scenewire knows (looked for {known})",
        {"looked_for": list(wanted)},
        [
            "pip install bpy or usd-core into this Python",
            "run it inside Blender, Maya or Unreal",
            "pass an adapter of your own",
        ],
    )


def _is_installed(api: str) -> bool:
    """Whether there is such a module: any folder of that name on the path is a namespace package, without an origin."""
    try:
        spec = find_spec(api)
    except ModuleNotFoundError:
        # It would be in a package that there is none of.
        return False
    return spec is not None and spec.origin is not None


def _stop_at_exit() -> None:
    """A native thread that outlives the interpreter crashes some Blenders and hangs others."""
    # Registered anew, hence called first: whatever the host tears down at exit must still be there.
    atexit.unregister(_native.stop)
    atexit.register(_native.stop)
