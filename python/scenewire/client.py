"""Commanding hosts from a script: ``connect("blender").create_primitives(items=[{"kind": "cube"}])``.

Every operation is a method, typed from the catalogue. Arrays come back as NumPy arrays when NumPy is there, else as
typed memoryviews of the same shape; files and pictures as ``bytes``. Arguments take NumPy arrays, ``array.array``,
``memoryview`` and ``bytes`` anywhere.
"""

from __future__ import annotations

import asyncio
import atexit
import os
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import TracebackType
from typing import Any, NamedTuple

from scenewire import _native
from scenewire._generated.operations import AsyncOperations, Operations
from scenewire.errors import SceneWireError, WouldDeadlockError
from scenewire.events import AsyncEvents, Events

# A native thread that outlives the interpreter crashes some hosts.
atexit.register(_native.shutdown_clients)

#: Called with how far a call is: 0 to 1 or None, and what is being done.
OnProgress = Callable[[Any, str], object]


class Reply(NamedTuple):
    """A result, and the scene's revision after it (for ``if_revision``)."""

    value: Any
    revision: int


class _Connection:
    """What both clients share."""

    #: Whether a call was cancelled, of which its host may not have heard yet.
    _cancelled = False

    def __init__(
        self,
        instance: str | None = None,
        *,
        url: str | None = None,
        token: str | None = None,
        gateway: str | None = None,
        key: str | None = None,
        ca: str | os.PathLike[str] | None = None,
        pin: str | None = None,
        timeout: float | None = None,
    ) -> None:
        wanted = instance or os.environ.get("SCENEWIRE_INSTANCE") or None
        target: dict[str, str | bool | None] = {"url": url, "token": token} if url else _behind(gateway, key, ca, pin)
        self._native: _native.Client | None = _native.Client(None if url else wanted, target, _make_array)
        self.instance = wanted
        self.timeout = timeout

    @property
    def _open(self) -> _native.Client:
        if self._native is None:
            raise SceneWireError("this client is closed")
        return self._native

    def _options(
        self, timeout: float | None, key: str | None, if_revision: int | None, on_progress: OnProgress | None
    ) -> dict[str, Any]:
        return {
            "timeout": self.timeout if timeout is None else timeout,
            "key": key,
            "if_revision": if_revision,
            "on_progress": on_progress,
        }


class Client(_Connection, Operations):
    """Commands one instance and waits for each result; Ctrl-C cancels the call.

    On the main thread of the instance itself (its console, ``execute_python``) a call runs here and now.
    """

    def call(
        self,
        operation: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        key: str | None = None,
        if_revision: int | None = None,
        on_progress: OnProgress | None = None,
    ) -> Reply:
        """Does ``operation``; ``timeout`` in seconds, ``key`` makes a repetition harmless, ``if_revision`` refuses
        with ``ConflictError`` when somebody changed the scene. Raises a subclass of ``SceneWireError``."""
        options = self._options(timeout, key, if_revision, on_progress)
        try:
            return Reply(*self._open.call(operation, {} if arguments is None else arguments, **options))
        except SceneWireError:
            raise
        except BaseException:
            # Ctrl-C, or what `on_progress` raised.
            self._cancelled = True
            raise

    def _call(self, operation: str, arguments: dict[str, Any]) -> Any:
        return self.call(operation, arguments).value

    def events(self, kinds: Iterable[str] = (), *, since: str | None = None, timeout: float | None = None) -> Events:
        """What happens in the scene from now on, the artist's doing included: ``for event in client.events(): ...``.

        ``kinds`` as ``get_events`` names them, all without. ``since`` is the ``cursor`` of an earlier iterator. Ends
        when nothing happened for ``timeout`` seconds, never without. What comes faster than four times a second is
        merged (``event.count``); a reader that is too slow gets an event ``missed`` with how many it was.
        Raises as any call, ``NotSupportedError`` where a host cannot tell.
        """
        return Events(lambda question: self.call("get_events", question).value, kinds, since, timeout)

    def instances(self) -> list[dict[str, Any]]:
        """Every instance that this client can reach."""
        return self._open.instances()

    def close(self) -> None:
        """Frees what it holds; its links close when no client uses them. Hosts have heard of what was cancelled."""
        native, self._native = self._native, None
        if native is not None and self._cancelled:
            native.settle()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_Connection, AsyncOperations):
    """The same for asyncio; cancelling the task cancels the call."""

    async def call(
        self,
        operation: str,
        arguments: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        key: str | None = None,
        if_revision: int | None = None,
        on_progress: OnProgress | None = None,
    ) -> Reply:
        """As ``Client.call``; ``on_progress`` is called in the event loop."""
        loop = asyncio.get_running_loop()
        ready = asyncio.Event()
        tell = None if on_progress is None else _in_loop(loop, on_progress)
        options = self._options(timeout, key, if_revision, tell)
        given = {} if arguments is None else arguments
        native = self._open
        pending = native.submit(operation, given, _in_loop(loop, ready.set), **options)
        try:
            await ready.wait()
        except asyncio.CancelledError:
            pending.cancel()
            self._cancelled = True
            if self._native is None:
                # Closed in the same turn of the loop, before this was heard of.
                await loop.run_in_executor(None, native.settle)
            raise
        return Reply(*pending.result())

    async def _call(self, operation: str, arguments: dict[str, Any]) -> Any:
        return (await self.call(operation, arguments)).value

    def events(
        self, kinds: Iterable[str] = (), *, since: str | None = None, timeout: float | None = None
    ) -> AsyncEvents:
        """As ``Client.events``, for ``async for``."""

        async def ask(question: dict[str, Any]) -> Any:
            return (await self.call("get_events", question)).value

        return AsyncEvents(ask, kinds, since, timeout)

    async def close(self) -> None:
        """Frees what it holds; its links close when no client uses them. Hosts have heard of what was cancelled."""
        native, self._native = self._native, None
        if native is not None and self._cancelled:
            await asyncio.get_running_loop().run_in_executor(None, native.settle)

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def connect(
    instance: str | None = None,
    *,
    url: str | None = None,
    token: str | None = None,
    gateway: str | None = None,
    key: str | None = None,
    ca: str | os.PathLike[str] | None = None,
    pin: str | None = None,
    timeout: float | None = None,
) -> Client:
    """A client of the instance with this id or name; None takes ``SCENEWIRE_INSTANCE``, else the only one there is.

    ``url`` and ``token`` reach one host straight. ``gateway`` (``https://...``, else ``SCENEWIRE_GATEWAY``) with
    ``key`` (else ``SCENEWIRE_KEY``) reaches the instances behind it; its certificate is judged by the system, by the
    authorities in the PEM file ``ca``, or by its fingerprint ``pin``. ``timeout`` is the default of its calls in
    seconds.

    Raises ``UnauthorizedError`` for a key that is not good and ``UnreachableError`` with the reason when a certificate
    is not, or nobody answers; both when the first call is made.
    """
    return Client(instance, url=url, token=token, gateway=gateway, key=key, ca=ca, pin=pin, timeout=timeout)


def connect_async(
    instance: str | None = None,
    *,
    url: str | None = None,
    token: str | None = None,
    gateway: str | None = None,
    key: str | None = None,
    ca: str | os.PathLike[str] | None = None,
    pin: str | None = None,
    timeout: float | None = None,
) -> AsyncClient:
    """As ``connect``, for asyncio."""
    return AsyncClient(instance, url=url, token=token, gateway=gateway, key=key, ca=ca, pin=pin, timeout=timeout)


def instances() -> list[dict[str, Any]]:
    """Every instance of this user on this machine: ``{id, name, status, app, app_version, file, ...}``."""
    return _native.Client(None, {}, _make_array).instances()


def route_command(instance: str, operation: str, arguments: Mapping[str, Any] | None = None, **options: Any) -> Any:
    """Does ``operation`` on another instance of the gateway that this host is linked to, and gives its result.

    For Python inside a host in remote mode. ``instance`` is an id or a name, ``options`` are those of ``Client.call``
    (``timeout`` in seconds, ``key``, ``if_revision``, ``on_progress``). The host's key needs the use ``client``, and
    the scope ``route`` where it is tied to an instance of its own. Raises ``HostNotRunningError`` when this process is
    linked to no gateway, ``WouldDeadlockError`` for its own instance, else as any call.
    """
    own = (_native.status() or {}).get("instance", {})
    if instance in (own.get("id"), own.get("name")):
        raise WouldDeadlockError(
            "this instance itself is meant, which would wait for its own main thread", {}, ["use scenewire.connect()"]
        )
    client = Client.__new__(Client)
    client._native = _native.Client(instance, {"own_gateway": True}, _make_array)
    client.instance, client.timeout = instance, None
    with client:
        return client.call(operation, arguments, **options).value


def _behind(
    gateway: str | None, key: str | None, ca: str | os.PathLike[str] | None, pin: str | None
) -> dict[str, str | bool | None]:
    """The gateway that is meant; nothing for the hosts of this machine. A host's own scripts mean their own host."""
    if gateway is None and not _native.is_running():
        gateway = os.environ.get("SCENEWIRE_GATEWAY") or None
    if gateway is None:
        return {}
    return {
        "gateway": gateway,
        "key": key or os.environ.get("SCENEWIRE_KEY"),
        "ca": None if ca is None else os.fspath(ca),
        "pin": pin or (None if ca else os.environ.get("SCENEWIRE_PIN")),
    }


def _in_loop(loop: asyncio.AbstractEventLoop, function: Callable[..., object]) -> Callable[..., None]:
    def call(*args: Any) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(function, *args)

    return call


def _make_array(data: bytearray, code: str, shape: tuple[int, ...]) -> Any:
    """The array of these bytes; it owns them and can be written to."""
    try:
        numpy: Any = import_module("numpy")
    except ImportError:
        flat = memoryview(data).cast(code)  # type: ignore[call-overload]  # one of six known codes
        # A memoryview cannot have an extent of 0 but its own.
        return flat if 0 in shape or len(shape) < 2 else memoryview(data).cast(code, shape)  # type: ignore[call-overload]
    return numpy.frombuffer(data, dtype=code).reshape(shape)
