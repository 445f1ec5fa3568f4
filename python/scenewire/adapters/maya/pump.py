"""When the main thread of a Maya with a window takes queued commands.

A thread of ours sleeps until a call has come, asks Maya for one turn of its main thread by `executeDeferred`, the only
door that Maya has for other threads, and sleeps again until that turn is over. So nothing runs in an idle Maya, and
Maya's own event loop has its turn between any two of ours.
"""

from __future__ import annotations

import atexit
import logging
import threading
import time
from collections.abc import Callable

from scenewire.adapters.maya.artist import Artist

log = logging.getLogger("scenewire")

#: Time for commands in one turn. More starves redraw.
BUDGET = 0.008

#: How long a turn waits for the next command of a client that has just been answered.
LINGER = 0.002

#: Before the next turn is asked for, when one could not take what waits: a call of Maya's own main thread, with an
#: event loop in it, has the scene.
BACK_OFF = 0.05

#: What goes wrong in turns is logged at most once in so many seconds.
_LOG_EVERY = 10.0

#: How long the end of Python waits for a thread of ours.
_FAREWELL = 5.0

Pump = Callable[[float, float], int]
Hold = Callable[["str | None"], None]
Waiting = Callable[[], int]
#: Until a call has come or the host was stopped; from any thread.
Wait = Callable[["float | None"], bool]


class _Pump:
    def __init__(self, pump: Pump, hold: Hold, waiting: Waiting, wait: Wait) -> None:
        self._pump = pump
        self._waiting = waiting
        self._wait = wait
        self._artist = Artist(hold)
        self._running = True
        self._over = threading.Event()
        self._idle = False
        self._logged = -_LOG_EVERY
        #: Turns so far.
        self.turns = 0
        self._thread = threading.Thread(target=self._listen, name="scenewire-pump", daemon=True)
        self._thread.start()
        _threads[:] = [*(thread for thread in _threads if thread.is_alive()), self._thread]

    def _listen(self) -> None:
        from maya.utils import executeDeferred

        while self._running:
            self._wait(None)
            if not self._running:
                return
            self._over.clear()
            executeDeferred(self._turn)
            self._over.wait()
            if self._idle and self._running:
                time.sleep(BACK_OFF)

    def _turn(self) -> None:
        """On the main thread. It never raises: Maya would print it into the artist's script editor."""
        try:
            if self._running:
                self.turns += 1
                self._artist.look()
                self._idle = not self._pump(BUDGET, LINGER) and self._waiting() > 0
        except BaseException:
            self._complain()
        finally:
            self._over.set()

    def _complain(self) -> None:
        now = time.monotonic()
        if now - self._logged >= _LOG_EVERY:
            self._logged = now
            log.exception("a turn of Maya's main thread went wrong; commands go on")

    def stop(self) -> None:
        """From now on nothing runs, not even a turn that was asked for already. The thread is told the end of the host
        by its wait; it is not waited for, because that comes after this."""
        self._running = False
        self._over.set()
        self._artist.forget()


#: The one of this process, as there is one main thread.
_installed: _Pump | None = None
#: Those that may still run.
_threads: list[threading.Thread] = []


@atexit.register
def _await_threads() -> None:
    """Python ends threads that come back to it too late by tearing down their stacks, and native code dies of that.
    This is registered before the host's own end, and so called after it."""
    for thread in _threads:
        thread.join(_FAREWELL)


def turns() -> int | None:
    """How many turns of the main thread commands have had; None where nothing is pumped."""
    return None if _installed is None else _installed.turns


def install_pump(pump: Pump, hold: Hold, waiting: Waiting, wait: Wait) -> Callable[[], None] | None:
    """Calls `pump(budget, linger)` on Maya's main thread whenever a call has come, and `hold(reason)` when a dialog or
    a drag of the artist's begins or ends; what comes back ends it.

    None without a window: nothing that is deferred ever runs there, and the caller runs a loop of its own.
    """
    from maya import cmds

    if cmds.about(batch=True):
        return None
    global _installed
    running = _installed = _Pump(pump, hold, waiting, wait)

    def uninstall() -> None:
        global _installed
        running.stop()
        if _installed is running:
            _installed = None

    return uninstall
