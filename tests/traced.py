"""What processes connect to and listen on, as strace sees it: for tests that nobody is dialled whom nobody named."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from patience import until

#: Stops at calls about sockets only, so that a traced Blender is as fast as any other; `-D` leaves the process itself
#: our child, which gets our signals.
STRACE = ["strace", "-D", "-f", "--seccomp-bpf", "-q", "-e", "trace=network", "-o"]
DIALS = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg)\(.*?\{sa_family=(AF_\w+)(.*)")
BINDS = re.compile(r"\bbind\(.*?\{sa_family=(AF_\w+)(.*)")
NAMED = re.compile(r"\bgetsockname\b.*\{sa_family=(AF_INET6?)(.*)")
PORT = re.compile(r"sin6?_port=htons\((\d+)\)")
PLACE = re.compile(r"inet_addr\(\"([^\"]+)\"|inet_pton\(AF_INET6, \"([^\"]+)\"")
#: Within the machine by their nature, and no place that data could leave it by.
WITHIN = ("AF_UNIX", "AF_NETLINK", "AF_UNSPEC")
PATIENCE = 30.0

needed = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


def under(trace: Path, argv: Sequence[object]) -> list[str]:
    """The same command, traced into this file."""
    return [*STRACE, str(trace), *(str(word) for word in argv)]


def ended(trace: Path, pid: int) -> str:
    """The trace of a process that has ended, once it is complete."""
    last = re.compile(rf"^{pid} +\+\+\+ ", re.MULTILINE)
    until(lambda: last.search(trace.read_text()), f"strace did not finish {trace.name}")
    return trace.read_text()


def dialled(text: str) -> set[str]:
    """Every address that was connected or sent to, `127.0.0.1:80`; other families by their names."""
    return _places(DIALS, text)


def bound(text: str) -> set[str]:
    """Every address that was bound, before the system chose a port."""
    return _places(BINDS, text)


def own(text: str) -> set[str]:
    """Where its own sockets turned out to be: what its children may dial."""
    return _places(NAMED, text)


def _places(call: re.Pattern[str], text: str) -> set[str]:
    found = set()
    for line in text.splitlines():
        match = call.search(line)
        if match is None or match[1] in WITHIN:
            continue
        port, place = PORT.search(match[2]), PLACE.search(match[2])
        found.add(f"{place[1] or place[2]}:{port[1]}" if port and place else match[1])
    return found
