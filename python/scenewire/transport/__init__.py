"""A service's way to a host, in the words of seed 002: one ``Transport`` with two forms, and what reads its answers.

``select_transport(host, port)`` gives the native protocol where it is there (``CoreTransport``) and JSON lines over TCP
else (``RawSocketTransport``); ``NetworkCore`` is the orchestrator that stands before it::

    core = NetworkCore("localhost", 9876)
    core.send_command("get_scene", {})  # {"status": "success", "result": {...}}

A command that fails is answered ``{"status": "error", "message", "error_code", "details", "suggestions"}``; a way that
fails raises an error of this package. ``start_server_process`` runs a host, or another server, as a child process.
"""

from __future__ import annotations

from scenewire.transport.core import CoreTransport
from scenewire.transport.errors import (
    ConnectionLostError,
    MalformedResponseError,
    NotConnectedError,
    ResponseTimeoutError,
    ResponseTooLargeError,
    ServerProcessError,
)
from scenewire.transport.network import NetworkCore
from scenewire.transport.process import ServerProcess, is_running, start_server_process, stop_server_process
from scenewire.transport.protocol import Response, Transport, normalised
from scenewire.transport.raw import RawSocketTransport
from scenewire.transport.reassembly import ChunkedJSONReassembler
from scenewire.transport.receiver import ResponseReceiver
from scenewire.transport.select import select_transport

__all__ = [
    "ChunkedJSONReassembler",
    "ConnectionLostError",
    "CoreTransport",
    "MalformedResponseError",
    "NetworkCore",
    "NotConnectedError",
    "RawSocketTransport",
    "Response",
    "ResponseReceiver",
    "ResponseTimeoutError",
    "ResponseTooLargeError",
    "ServerProcess",
    "ServerProcessError",
    "Transport",
    "is_running",
    "normalised",
    "select_transport",
    "start_server_process",
    "stop_server_process",
]
