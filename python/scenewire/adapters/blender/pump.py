"""When the main thread of a Blender with a window takes queued commands.

A timer runs on every turn of Blender's event loop, which sleeps 5 ms at the end of a turn without events, and nothing
wakes it. While traffic is hot a window event timer of 1 ms turns the loop faster: measured 0.04 ms a round trip in
place of 2.6. It costs 4 to 11 % of a core, and so goes as soon as traffic does. When nothing else happens in the loop
either, each turn waits a while itself, where a call does wake it: most calls after a silence are answered at once, and
the loop turns less often than by itself. From 4.0 on Blender also sleeps no longer than its next event timer waits, one
of no window too, which costs nobody an event: the rest of the calls are answered after 2 ms. In the middle of the
artist's own edit only commands run that change nothing.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from scenewire import _native
from scenewire.adapters.blender import versions
from scenewire.adapters.blender.artist import under_way

log = logging.getLogger("scenewire")

#: Time for commands in one turn of the loop. More starves redraw.
BUDGET = 0.008

#: How long a turn waits for the next command of a client that has just been answered.
LINGER = 0.002

#: For how long after the last command the event timer keeps running.
HOT_SECONDS = 0.5

#: One turn of a fast event loop.
_EVENT_STEP = 0.001

#: How long a turn waits for a call when nothing goes on at all. The artist's first click in a while waits with it.
REST = 0.008

#: How long Blender sleeps after such a turn, where an event timer shortens its sleep.
NAP = 0.002

#: From one turn to the next when Blender did nothing between them but sleep: its own 5 ms, or our nap. A shorter time
#: had an event in it, such as the artist's mouse, another one a redraw.
_SLEPT, _NAPPED = (0.0047, 0.0075), (0.94 * NAP, 1.4 * NAP)

_NAPS_FROM = (4, 0, 0)

#: How long no turn waits after anything went on in the loop.
STIR_SECONDS = 0.5

#: Turns of an idle loop, 5 to 13 ms each, between two looks at what the artist does: a look at every one of them costs
#: a hundredth of a core. Before a command there is always a look.
_IDLE_TURNS = 40

#: Blender forgets a timer that raises, and with it every command that is still to come: what goes wrong in a turn is
#: logged, at most once in so many seconds.
_LOG_EVERY = 10.0

Pump = Callable[[float, float], int]
Hold = Callable[["str | None"], None]
Waiting = Callable[[], int]
Wait = Callable[[float], bool]


class _Pump:
    def __init__(self, pump: Pump, hold: Hold, waiting: Waiting, wait: Wait) -> None:
        self._pump = pump
        self._hold = hold
        self._waiting = waiting
        self._wait = wait
        self._idle_turns = 0
        #: When the last turn ended, and until when the loop is the artist's alone.
        self._left = 0.0
        self._stirred_until = 0.0
        self._held: str | None = None
        #: Whether Blender may use the internet is its user's to switch, and no command's.
        self._offline = ""
        self._hot_until = 0.0
        self._events: Any = None
        #: Address of the window that the event timer is of.
        self._window = 0
        #: The event timer of no window that shortens Blender's next sleep.
        self._nap: Any = None
        self._running = True
        self._logged = -_LOG_EVERY

    def tick(self) -> float | None:
        """One turn: what is queued, then when to come again."""
        if self._running:
            try:
                self._end_nap()
                if self._events is not None or self._called() or self._idle_turns >= _IDLE_TURNS:
                    self._idle_turns = 0
                    self._turn()
                else:
                    self._idle_turns += 1
            except BaseException:
                self._complain()
            self._left = time.monotonic()
        # What ran may have stopped the host.
        return 0.0 if self._running else None

    def _called(self) -> bool:
        """Whether a call waits, or comes while this turn rests."""
        if self._waiting():
            return True
        now = time.monotonic()
        between = now - self._left
        if not any(least < between < most for least, most in (_SLEPT, _NAPPED)):
            self._stirred_until = now + STIR_SECONDS
        if now < self._stirred_until:
            return False
        called = self._wait(REST)
        if not called:
            self._begin_nap()
        return called

    def _begin_nap(self) -> None:
        import bpy

        if bpy.app.version >= _NAPS_FROM:
            self._nap = _manager().event_timer_add(NAP)

    def _end_nap(self) -> None:
        if self._nap is not None:
            nap, self._nap = self._nap, None
            _manager().event_timer_remove(nap)

    def _turn(self) -> None:
        self._watch_artist()
        self._miss_window()
        now = time.monotonic()
        hot = now < self._hot_until
        if self._pump(BUDGET, LINGER if hot else 0.0):
            self._hot_until = time.monotonic() + HOT_SECONDS
            if self._running:  # A command may have stopped the host.
                self._heat()
        elif not hot:
            self._cool()

    def _watch_artist(self) -> None:
        """No event is handled within a turn, so what is so at its beginning stays so."""
        reason = under_way()
        if reason != self._held:
            self._hold(reason)
            self._held = reason
        offline = versions.offline()
        if offline != self._offline:
            self._offline = offline
            _native.look_again()

    def stop(self) -> None:
        import bpy

        self._running = False
        self.forget_events()
        if bpy.app.timers.is_registered(self.tick):
            bpy.app.timers.unregister(self.tick)

    def _heat(self) -> None:
        manager = _manager()
        if self._events is None and len(manager.windows):
            window = manager.windows[0]
            self._events = manager.event_timer_add(_EVENT_STEP, window=window)
            self._window = window.as_pointer()

    def _cool(self) -> None:
        if self._events is not None:
            events, self._events = self._events, None
            _manager().event_timer_remove(events)

    def _miss_window(self) -> None:
        """The artist closed the window: its event timer went with it, and to remove it would crash."""
        if self._events is not None and all(window.as_pointer() != self._window for window in _manager().windows):
            self._events = None

    def forget_events(self) -> None:
        """What comes now may exchange or close the window that the event timer is of."""
        self._end_nap()
        self._miss_window()
        self._cool()

    def _complain(self) -> None:
        now = time.monotonic()
        if now - self._logged >= _LOG_EVERY:
            self._logged = now
            log.exception("a turn of Blender's event loop went wrong; commands go on")


def _manager() -> Any:
    import bpy

    return bpy.context.window_manager


#: The one of this process, as there is one event loop.
_installed: _Pump | None = None


def windows_may_go() -> None:
    """Said before a command that may close or exchange windows."""
    if _installed is not None:
        _installed.forget_events()


def install_pump(pump: Pump, hold: Hold, waiting: Waiting, wait: Wait) -> Callable[[], None] | None:
    """Calls `pump(budget, linger)` from Blender's main thread from now on whenever `waiting()` says that calls are, or
    `wait(seconds)` that one has come, and `hold(reason)` when the artist begins or ends what no command may disturb;
    what comes back ends it.

    None without a window: timers never fire there, and the caller runs a loop of its own.
    """
    import bpy

    if bpy.app.background:
        return None
    running = _Pump(pump, hold, waiting, wait)

    # Blender marks what persists on the function itself, which a bound method does not allow.
    @bpy.app.handlers.persistent  # type: ignore[untyped-decorator,unused-ignore]
    def before_load(*_arguments: Any) -> None:
        running.forget_events()

    return _install(running, before_load)


def _install(running: _Pump, before_load: Any) -> Callable[[], None]:
    import bpy

    global _installed
    _installed = running
    bpy.app.timers.register(running.tick, persistent=True)
    bpy.app.handlers.load_pre.append(before_load)

    def uninstall() -> None:
        global _installed
        running.stop()
        if _installed is running:
            _installed = None
        if before_load in bpy.app.handlers.load_pre:
            bpy.app.handlers.load_pre.remove(before_load)

    return uninstall
