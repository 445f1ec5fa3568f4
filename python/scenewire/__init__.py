"""Scenewire: one wire to any number of 3D sessions.

In a host: ``scenewire.start()`` lets clients in, ``scenewire.stop()`` shuts them out. In a script:
``scenewire.connect("blender").get_scene()``. Everything else is imported when it is first used, because a host pays
for an import at every start.
"""

from __future__ import annotations

#: As in `typing`, whose import takes longer than all the rest; type checkers know the name.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike
    from typing import Any

    from scenewire._native import __version__ as __version__
    from scenewire.adapters.contract import Adapter
    from scenewire.client import AsyncClient, Client, connect, connect_async, instances, route_command
    from scenewire.operations import operation


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
    allow_files: bool = True,
    ask_python: bool = False,
    ask_files: bool = False,
    ask_deletes_over: int | None = None,
    unattended: str = "deny",
    approver: str = "host",
    foreign_port: int | None = None,
    app: str | None = None,
    guard_python: bool = True,
    third_party_code: str = "deny",
    allow_network: bool = False,
    asset_sources: Mapping[str, str] | None = None,
    asset_cache_mb: int = 10_000,
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
    Blender Lab's, the Maya MCP server's design, and whoever sends a JSON object a line; None keeps it shut. A port that
    is taken keeps nothing else from starting: ``status()["foreign"]`` says ``refused``, and who has it.

    ``app`` chooses between ``bpy``, ``maya`` and ``usd`` where this Python has several; None takes the first of them.

    With ``guard_python`` code is kept from starting programs, from the network, from files outside ``roots`` and from
    the application's settings (docs/python.md): a guard against accidents, not a sandbox. It also keeps code from
    importing what is neither Python's, the application's nor a project's in ``roots``, unless it is loaded already or
    ``third_party_code`` is ``"allow"``.

    With ``allow_network`` assets are looked for and fetched from their providers (docs/assets.md), where the
    application itself may be online; ``asset_sources`` has other addresses of them by their names, and
    ``asset_cache_mb`` is how many megabytes of assets are kept for later.

    Without ``allow_files`` no file is read or written for a client. ``ask_python``, ``ask_files`` (before a file is
    written) and ``ask_deletes_over`` (before more than so many objects are deleted) make such a call wait until
    ``approve`` answers it. ``approver="client"`` has the client ask its own user instead. In a host without a window,
    and with ``approver="nobody"``, ``unattended`` answers at once: ``"deny"`` or ``"allow"``.

    Raises ``NotSupportedError`` when no known application is found, ``InvalidParamsError`` for arguments that do not
    fit together and for an address or a fingerprint that is none, ``UnauthorizedError`` for a key that can be none,
    ``PermissionDeniedError`` for a ``ws://`` address of another machine, and ``ConflictError`` when a session with
    this ``instance_id`` runs here already.
    """
    from scenewire._start import gateway, settings, start

    policy = settings(
        {
            "allow_python": allow_python,
            "guard_python": guard_python,
            "third_party_code": third_party_code,
            "allow_network": allow_network,
            "asset_sources": dict(asset_sources or {}),
            "asset_cache_mb": asset_cache_mb,
            "read_only": read_only,
            "roots": roots,
            "allow_remote_python": allow_remote_python,
            "allow_files": allow_files,
            "ask_python": ask_python,
            "ask_files": ask_files,
            "ask_deletes_over": ask_deletes_over,
            "unattended": unattended,
            "approver": approver,
        }
    )
    remote = gateway(mode, url, key, ca, pin, allow_remote_python, instance_id)
    return start(adapter, name, port, policy, remote, foreign_port, app)


def stop(timeout: float = 5.0, why: str | None = None) -> None:
    """Shuts clients out and frees port, thread and record; cancels what runs and waits ``timeout`` seconds for it.

    Called by a command, it takes effect as soon as that command has answered. Clients are told ``why``.
    """
    from scenewire import _native

    _native.stop(timeout, why)


def is_running() -> bool:
    """Whether this process lets clients in."""
    from scenewire import _native

    return _native.is_running()


def status() -> dict[str, Any] | None:
    """How the host is, or None when it does not run.

    ``instance``, ``queue``, ``uptime``, ``revision``, ``versions`` and ``counts``; ``mode`` and how it stands with the
    ``gateway``; ``running`` (the command on the main thread) and ``held`` (why that thread takes none now);
    ``clients``, who is connected; ``history``, the last 50 commands, newest first; ``approvals``, what waits for
    ``approve``; ``policy``, what ``configure`` changes.
    """
    from scenewire import _native

    return _native.status()


def configure(**changes: Any) -> dict[str, Any]:
    """Changes the running host; what is changed holds from the next command on. Gives what ``status()`` gives.

    Any of ``read_only``, ``allow_python``, ``allow_remote_python``, ``guard_python``, ``third_party_code``,
    ``allow_network``, ``asset_sources``, ``asset_cache_mb``, ``allow_files``, ``roots``, ``ask_python``,
    ``ask_files``, ``ask_deletes_over``, ``unattended``, ``approver``, ``foreign_port`` (see ``start``) and ``name``. A
    port that is taken is refused with the name of the program that has it. A host that is renamed keeps its id; ``-2``
    and so on is added to a name that another live host has.

    Raises ``InvalidParamsError`` for a name or a value that is none, and ``HostNotRunningError``; then nothing at
    all has changed.
    """
    from scenewire import _native
    from scenewire._start import settings

    _native.configure(settings(changes))
    return _native.status() or {}


def cancel(key: str | None = None) -> bool:
    """Cancels the command that runs, or else the first that waits for its turn, or the one of this key; whether there
    was one.

    Its caller gets ``cancelled``, and what it did is taken back. Code that does not return to Python ends when it
    does.
    """
    from scenewire import _native

    return _native.cancel(key)


def approve(approval_id: str, answer: str) -> None:
    """Answers a question of ``status()["approvals"]``: ``"once"``, ``"session"`` or ``"deny"``.

    ``"session"`` allows this kind of request of this client until the host stops. Raises ``NotFoundError`` when
    nothing waits under this id any more, and ``InvalidParamsError`` for another answer.
    """
    from scenewire import _native

    _native.approve(approval_id, answer)


def undo_last() -> dict[str, str]:
    """Takes back the agent's last step and gives its name as ``undone``; on the host's main thread.

    Raises ``ConflictError`` with the reason when the artist has worked since, or when there is nothing to take back.
    """
    from scenewire import _native

    return {"undone": _native.undo_last()}


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
    "operation": "scenewire.operations",
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
    "approve",
    "cancel",
    "configure",
    "connect",
    "connect_async",
    "instances",
    "is_running",
    "operation",
    "pump",
    "route_command",
    "start",
    "start_server",
    "status",
    "stop",
    "stop_server",
    "undo_last",
]
