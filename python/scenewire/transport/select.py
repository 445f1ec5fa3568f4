"""Which transport fits."""

from __future__ import annotations

from importlib.util import find_spec

from scenewire.transport.core import CoreTransport
from scenewire.transport.protocol import Transport
from scenewire.transport.raw import RawSocketTransport, SocketFactory


def select_transport(host: str, port: int, socket_factory: SocketFactory | None = None) -> Transport:
    """With a socket factory the raw one, for it alone has sockets; else the native one where its module is, or raw."""
    if socket_factory is None and native_available():
        return CoreTransport(host, port)
    return RawSocketTransport(host, port, socket_factory)


def native_available() -> bool:
    """Whether this installation has the native module."""
    return find_spec("scenewire._native") is not None
