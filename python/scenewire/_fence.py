"""What executed code is kept from, seen by Python's own audit events: however a call is spelled, the event is the same.

A guard against accidents and against models that improvise, not a sandbox: code that goes around Python (``ctypes``,
the application's own saving of pictures) or that runs later (a timer, a handler, a thread) is not seen. The table of
what is refused stands in docs/python.md; a test holds the two together.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from scenewire._third_party import Loaded, inside, is_file, is_foreign, name_of
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


_ISOLATED = "run the code with `isolated: true`: there it may import what it likes"
_ALLOW = "ask the owner of the host to set `third_party_code` to `allow`"


class Refusal(PermissionDeniedError):
    """What guarded code may not do."""


class Refused(Refusal, PermissionError):
    """A refusal that libraries which are ready for a missing permission take as one."""


class RefusedImport(Refusal, ModuleNotFoundError):
    """A refusal that code which can do without a module takes for its absence."""


class _Fence:
    """What holds now; one per process, as an audit hook is never removed."""

    def __init__(self) -> None:
        self.installed = False
        #: The thread whose calls are looked at; none while nothing is guarded.
        self.thread: int | None = None
        self.roots: tuple[str, ...] = ()
        self.readable: tuple[str, ...] = ()
        #: What was loaded before; None where third-party code is allowed.
        self.loaded: Loaded | None = None


_fence = _Fence()


@contextmanager
def fenced(roots: Sequence[str | os.PathLike[str]] | None, third_party: bool = False) -> Iterator[None]:
    """While it lasts, what this thread does is guarded; ``roots`` None guards nothing. ``third_party``: whether code
    may be imported that is neither the application's nor of a project in the roots."""
    before = _fence.thread, _fence.roots, _fence.readable, _fence.loaded
    if roots is not None:
        if not _fence.installed:
            _fence.installed = True
            sys.addaudithook(_seen)
        _fence.roots = inside(tuple(os.fspath(root) for root in roots))
        _fence.readable = inside((sys.prefix, sys.base_prefix, sys.exec_prefix, *_APPLICATION, *map(str, sys.path)))
        _fence.loaded = None if third_party else Loaded()
        _fence.thread = threading.get_ident()
    try:
        yield
    finally:
        _fence.thread, _fence.roots, _fence.readable, _fence.loaded = before


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


def _imported(event: str, arguments: tuple[Any, ...]) -> None:
    """A compiled module; for all others Python tells that they are run, and no import without that is seen here."""
    module, file, *_ = arguments
    if event == "import" and file is not None:
        _refuse_foreign(str(file), str(module))


def _ran(event: str, arguments: tuple[Any, ...]) -> None:
    """However a module is imported, its code is run; where from, the code says, and so does who runs it for Python."""
    caller = sys._getframe(_TO_CALLER)
    variables_in = _RUNNERS.get((caller.f_globals.get("__name__"), caller.f_code.co_name))
    variables = variables_in(caller.f_locals) if variables_in else {}
    for file in filter(is_file, (arguments[0].co_filename, variables.get("__file__"))):
        _refuse_foreign(file, variables.get("__name__") or name_of(file))


#: From a check to whoever made the event: Python's own functions in between have no frames.
_TO_CALLER = 2
#: Where Python runs modules, and the module's variables there.
_RUNNERS: dict[tuple[Any, str], Callable[[dict[str, Any]], dict[str, Any]]] = {
    ("importlib._bootstrap", "_call_with_frames_removed"): lambda own: own["args"][1],
    ("runpy", "_run_code"): lambda own: own["run_globals"],
}


def _refuse_foreign(file: str, module: str) -> None:
    if _fence.loaded is not None and is_foreign(file, _fence.roots, _fence.loaded):
        raise RefusedImport(
            f"the import of `{module}` is refused: it is third-party code, from `{file}`",
            {"call": "import", "module": module, "path": file},
            [_ISOLATED, _ALLOW],
        )


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


#: By the part of an event's name before its dot; most events (attributes, ids) have none and cost nothing more.
_CHECKS: dict[str, Callable[[str, tuple[Any, ...]], None]] = {
    "open": _opened,
    "exec": _ran,
    "import": _imported,
    **dict.fromkeys(("os", "subprocess", "socket", "pty", "shutil", "sqlite3"), _called),
}
