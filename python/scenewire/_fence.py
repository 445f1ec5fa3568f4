"""What executed code is kept from, seen by Python's own audit events: however a call is spelled, the event is the same.

A guard against accidents and against models that improvise, not a sandbox: code that goes around Python (``ctypes``,
the application's own saving of pictures) or that runs later (a timer, a handler, a thread) is not seen. The table of
what is refused stands in docs/python.md; a test holds the two together.
"""

from __future__ import annotations

import functools
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from scenewire.errors import PermissionDeniedError

#: Audit events that begin so, and why they are refused.
_REFUSED: dict[str, str] = {
    **dict.fromkeys(
        ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork", "pty.spawn"),
        "it would start another program",
    ),
    **dict.fromkeys(
        ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostby"),
        "it would use the network",
    ),
}

#: Events that change a file or folder, and which of their arguments are paths.
_CHANGES: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(
        ("os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "os.chown", "os.utime", "os.setxattr",
         "os.removexattr", "shutil.rmtree"),
        (0,),
    ),
    **dict.fromkeys(("os.rename", "os.link"), (0, 1)),
    "os.symlink": (1,),
    "sqlite3.connect": (0,),
}  # fmt: skip

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_SUGGESTIONS = [
    "use a typed operation, or a file in the folders that the owner allows",
    "ask the owner of the host to switch `guard_python` off",
]


class Refused(PermissionDeniedError, PermissionError):
    """A refusal that libraries which are ready for a missing permission take as one."""


class _Fence:
    """What holds now; one per process, as an audit hook is never removed."""

    def __init__(self) -> None:
        self.installed = False
        #: The thread whose calls are looked at; none while nothing is guarded.
        self.thread: int | None = None
        self.roots: tuple[str, ...] = ()
        self.readable: tuple[str, ...] = ()


_fence = _Fence()


@contextmanager
def fenced(roots: Sequence[str | os.PathLike[str]] | None) -> Iterator[None]:
    """While it lasts, what this thread does is guarded; ``roots`` None guards nothing."""
    before = _fence.thread, _fence.roots, _fence.readable
    if roots is not None:
        if not _fence.installed:
            _fence.installed = True
            sys.addaudithook(_seen)
        _fence.roots = _inside(tuple(os.fspath(root) for root in roots))
        _fence.readable = _inside((sys.prefix, sys.base_prefix, sys.exec_prefix, *_APPLICATION, *map(str, sys.path)))
        _fence.thread = threading.get_ident()
    try:
        yield
    finally:
        _fence.thread, _fence.roots, _fence.readable = before


@contextmanager
def open_gate() -> Iterator[None]:
    """While it lasts, nothing is guarded: an operation of ours that the code calls is checked by the host's policy."""
    if _fence.thread is None:
        yield
        return
    before, _fence.thread = _fence.thread, None
    try:
        yield
    finally:
        _fence.thread = before


#: What programs read of a system without meaning a file.
_SYSTEM = ["/usr", "/lib", "/lib64", "/proc", "/sys", "/dev", "/etc/mime.types", "/etc/localtime", "/etc/fonts"]
_APPLICATION = _SYSTEM if os.name == "posix" else []


@functools.lru_cache(maxsize=8)
def _inside(folders: tuple[str, ...]) -> tuple[str, ...]:
    """Kept, because a look at each would take longer than most code."""
    return tuple({os.path.join(os.path.realpath(folder), "") for folder in folders if folder})


def guarding() -> bool:
    """Whether what this thread does now is guarded."""
    return _fence.thread is not None and _fence.thread == threading.get_ident()


def refuse_path(path: Any, write: bool, what: str) -> None:
    """Raises ``Refused`` for a path outside the roots."""
    if not isinstance(path, (str, bytes, os.PathLike)):
        return
    text = os.fsdecode(path)
    if not text or text == ":memory:" or text == os.devnull:
        return
    real = os.path.realpath(text)
    allowed = _fence.roots if write else _fence.roots + _fence.readable
    # Python keeps its compiled modules beside them.
    if any((real + os.sep).startswith(root) for root in allowed) or f"{os.sep}__pycache__{os.sep}" in real + os.sep:
        return
    raise Refused(
        f"`{what}` of `{text}` is refused: the file is outside the folders that the owner allows",
        {"call": what, "path": text},
        list(_SUGGESTIONS),
    )


def refuse(what: str, reason: str) -> None:
    """Raises ``Refused``."""
    raise Refused(f"`{what}` is refused: {reason}", {"call": what}, list(_SUGGESTIONS))


def _seen(event: str, arguments: tuple[Any, ...]) -> None:
    if _fence.thread is None or _fence.thread != threading.get_ident():
        return
    check = _CHECKS.get(event.partition(".")[0])
    if check is not None:
        # Looking at a path makes events too.
        with open_gate():
            check(event, arguments)


def _opened(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open":
        return
    path, mode, flags = arguments
    writes = any(letter in mode for letter in "wax+") if isinstance(mode, str) else bool(flags & _WRITES)
    refuse_path(path, writes, "open")


def _called(event: str, arguments: tuple[Any, ...]) -> None:
    for beginning, reason in _REFUSED.items():
        if event.startswith(beginning):
            refuse(event, reason)
    for place in _CHANGES.get(event, ()):
        refuse_path(arguments[place], True, event)


#: By the part of an event's name before its dot; most events (imports, attributes) have none and cost nothing more.
_CHECKS: dict[str, Callable[[str, tuple[Any, ...]], None]] = {
    "open": _opened,
    **dict.fromkeys(("os", "subprocess", "socket", "pty", "shutil", "sqlite3"), _called),
}
