"""Scenewire: one wire to any number of 3D sessions.

In a host: ``scenewire.start()`` lets clients in, ``scenewire.stop()`` shuts them out. In a script:
``scenewire.connect("blender").get_scene()``. Everything else is imported when it is first used, because a host pays
for an import at every start.
"""

from __future__ import annotations

#: As in `typing`, whose import takes longer than all the rest; type checkers know the name.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike
    from typing import Any

    from scenewire._native import __version__ as __version__
    from scenewire.adapters.contract import Adapter
    from scenewire.client import AsyncClient, Client, connect, connect_async, instances, route_command


def start(
    adapter: Adapter | None = None,
    *,
    name: str | None = None,
    port: int = 0,
    allow_python: bool = True,
    read_only: bool = False,
    roots: Sequence[str | PathLike[str]] | None = None,
    mode: str = "local",
    url: str | None = None,
    key: str | None = None,
    ca: str | PathLike[str] | None = None,
    pin: str | None = None,
    allow_remote_python: bool = False,
    instance_id: str | None = None,
    foreign_port: int | None = None,
) -> dict[str, Any]:
    """Lets clients of this user on this machine command this host; gives what ``status()`` gives.

    ``adapter`` None finds the application that this Python runs in. ``port`` 0 takes a free one, ``roots`` are the
    folders in which files may be read and written. In a host with a window commands are pumped by its own timers;
    without one call ``pump()`` in a loop (``python -m scenewire.host`` does). Does nothing when it already runs.

    ``mode="remote"`` also dials the gateway at ``url`` (``wss://...``; else ``SCENEWIRE_GATEWAY``) and shows it ``key``
    (else ``SCENEWIRE_KEY``), so that its users' clients reach this session. The gateway's certificate must be one that
    the system knows, or of an authority in the PEM file ``ca``, or the one whose SHA-256 is ``pin``. It is dialled in
    the background and again whenever it is lost: ``status()["gateway"]`` says how it stands. ``execute_python`` over
    it stays off without ``allow_remote_python``, whatever ``allow_python`` gives to clients on this machine.
    ``instance_id`` is an id that the gateway reserved; None takes this machine's stored one for application and name.

    ``foreign_port`` (9876, where they look) also lets clients in that were made for other add-ons: blender-mcp's, the
    Blender Lab's, and whoever sends a JSON object a line; None keeps it shut. A port that is taken keeps nothing else
    from starting: ``status()["foreign"]`` says ``refused``, and who has it.

    Raises ``NotSupportedError`` when no known application is found, ``InvalidParamsError`` for arguments that do not
    fit together and for an address or a fingerprint that is none, ``UnauthorizedError`` for a key that can be none,
    ``PermissionDeniedError`` for a ``ws://`` address of another machine, and ``ConflictError`` when a session with
    this ``instance_id`` runs here already.
    """
    from scenewire._start import gateway, start

    remote = gateway(mode, url, key, ca, pin, allow_remote_python, instance_id)
    return start(adapter, name, port, allow_python, read_only, roots, remote, foreign_port)


def stop(timeout: float = 5.0) -> None:
    """Shuts clients out and frees port, thread and record; cancels what runs and waits ``timeout`` seconds for it.

    Called by a command, it takes effect as soon as that command has answered.
    """
    from scenewire import _native

    _native.stop(timeout)


def is_running() -> bool:
    """Whether this process lets clients in."""
    from scenewire import _native

    return _native.is_running()


def status() -> dict[str, Any] | None:
    """Instance, queue, running job, uptime, versions and counts, or None when it does not run."""
    from scenewire import _native

    return _native.status()


def pump(budget: float = 0.008, linger: float = 0.002) -> int:
    """Runs what clients asked for, at most about ``budget`` seconds, and waits ``linger`` seconds for the next.

    On the host's main thread only. Gives the number of commands that ran.
    """
    from scenewire import _native

    return _native.pump(budget, linger)


start_server = start
stop_server = stop

_LAZY = {
    "__version__": "scenewire._native",
    **dict.fromkeys(
        ("AsyncClient", "Client", "connect", "connect_async", "instances", "route_command"), "scenewire.client"
    ),
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'scenewire' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_LAZY[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_LAZY})


__all__ = [
    "AsyncClient",
    "Client",
    "__version__",
    "connect",
    "connect_async",
    "instances",
    "is_running",
    "pump",
    "route_command",
    "start",
    "start_server",
    "status",
    "stop",
    "stop_server",
]
