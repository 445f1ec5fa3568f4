"""A host, or another server, as a child process of this one."""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import subprocess
import sys
import threading
import weakref
from collections import deque
from collections.abc import Iterable, Mapping

from scenewire.transport.errors import ServerProcessError

#: The line by which ``python -m scenewire.host`` says that it can be reached.
HOST_READY = r"scenewire host .* ready \("
#: How much of what a child said is kept, in lines.
_KEPT = 200

_children: weakref.WeakSet[ServerProcess] = weakref.WeakSet()


class ServerProcess(subprocess.Popen[str]):
    """A child whose output is read all the time, so that it never waits for us."""

    def __init__(self, command: list[str], cwd: str | None, env: Mapping[str, str]) -> None:
        self._said: deque[str] = deque(maxlen=_KEPT)
        self._sign: re.Pattern[str] | None = None
        self._told = threading.Event()
        super().__init__(
            command,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="backslashreplace",
            # Its end takes along what it has started, and Ctrl-C in a terminal is ours to pass on.
            start_new_session=os.name == "posix",
        )

    def last_words(self) -> str:
        """The last lines of its output."""
        return "".join(self._said)

    def await_sign(self, ready: str, timeout: float) -> bool:
        """Whether a line that has ``ready``, a regular expression, came within so many seconds."""
        self._sign = re.compile(ready)
        self._listen()
        return self._told.wait(timeout) and self._sign is None

    def _listen(self) -> None:
        threading.Thread(target=self._read, name=f"output of {self.pid}", daemon=True).start()

    def _read(self) -> None:
        assert self.stdout is not None
        with contextlib.suppress(ValueError):  # closed under it
            for line in self.stdout:
                self._said.append(line)
                if self._sign is not None and self._sign.search(line):
                    self._sign = None
                    self._told.set()
        # Its end is worth waking up for too.
        self._told.set()


def start_server_process(
    command: Iterable[str] | None = None,
    cwd: str | os.PathLike[str] | None = None,
    *,
    ready: str | None = None,
    timeout: float = 60.0,
    env: Mapping[str, str] | None = None,
) -> ServerProcess:
    """Starts ``command`` and comes back when it is ready; without one a headless host in this Python.

    ``ready`` is a regular expression that a line of its output has when it is (a host's is known); without it a process
    that was started counts as ready. ``env`` is added to the environment. Raises ``ServerProcessError`` with its last
    words when it cannot be started, ends early or is not ready in ``timeout`` seconds, and leaves nothing running. What
    still runs when this interpreter exits is stopped.
    """
    argv = list(command) if command is not None else [sys.executable, "-m", "scenewire.host"]
    sign = ready if ready is not None or command is not None else HOST_READY
    try:
        child = ServerProcess(argv, None if cwd is None else os.fspath(cwd), {**os.environ, **(env or {})})
    except (OSError, ValueError, IndexError) as error:
        raise ServerProcessError(f"`{' '.join(argv)}` cannot be started: {error}", {"command": argv}) from error
    _children.add(child)
    if sign is None:
        child._listen()
    elif not child.await_sign(sign, timeout):
        _refuse(child, argv, timeout)
    return child


def _refuse(child: ServerProcess, argv: list[str], timeout: float) -> None:
    # Who has closed its output is about to end.
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(1.0 if child._told.is_set() else 0.0)
    code = child.poll()
    how = f"was not ready in {timeout} s" if code is None else f"ended with code {code} before it was ready"
    stop_server_process(child)
    words = child.last_words().strip()
    raise ServerProcessError(
        f"`{' '.join(argv)}` {how}" + (f"; its last words:\n{words}" if words else "; it said nothing"),
        {"command": argv, "exit_code": code, "output": words},
    )


def stop_server_process(process: subprocess.Popen[str], timeout: float = 5.0) -> int:
    """Asks it to end, waits so many seconds, kills it with all it has started if that was not enough, and gives its
    exit code. One that has ended is left as it is."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            _kill(process)
    return process.wait()


def _kill(process: subprocess.Popen[str]) -> None:
    if os.name == "posix" and isinstance(process, ServerProcess):
        # It leads a session of its own; it may have gone this very moment.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
    else:
        process.kill()


def is_running(process: subprocess.Popen[str]) -> bool:
    """Whether it has not ended."""
    return process.poll() is None


@atexit.register
def _stop_all() -> None:
    for child in list(_children):
        stop_server_process(child, 2.0)
