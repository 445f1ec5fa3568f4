"""When the editor's game thread takes queued commands: at the end of each of its frames.

Unreal gives other threads no door to its game thread, so a frame asks whether a call waits, which costs nothing where
none does. Without a window there are no frames, and the caller runs a loop of its own.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from scenewire.adapters.unreal import editor
from scenewire.adapters.unreal.session import headless

log = logging.getLogger("scenewire")

#: Time for commands in one frame. More starves redraw.
BUDGET = 0.008
#: How long a frame waits for the next command of a client that has just been answered.
LINGER = 0.002
#: What goes wrong in frames is logged at most once in so many seconds.
_LOG_EVERY = 10.0

Pump = Callable[[float, float], int]
Hold = Callable[["str | None"], None]
Waiting = Callable[[], int]
Wait = Callable[["float | None"], bool]


class _Frames:
    def __init__(self, pump: Pump, hold: Hold, waiting: Waiting) -> None:
        import unreal

        self._pump, self._hold, self._waiting = pump, hold, waiting
        self._held = False
        self._logged = -_LOG_EVERY
        self._handle = unreal.register_slate_post_tick_callback(self._frame)

    def _frame(self, _seconds: float) -> None:
        """On the game thread. It never raises: Unreal would forget the callback, or print it in every frame."""
        try:
            if self._waiting():
                self._look()
                self._pump(BUDGET, LINGER)
        except BaseException:
            now = time.monotonic()
            if now - self._logged >= _LOG_EVERY:
                self._logged = now
                log.exception("a frame's commands went wrong; those of the next go on")

    def _look(self) -> None:
        """Whoever plays in the editor is not disturbed: what changes the level waits."""
        held = editor.playing()
        if held != self._held:
            self._held = held
            self._hold("somebody plays in the editor" if held else None)

    def stop(self) -> None:
        import unreal

        unreal.unregister_slate_post_tick_callback(self._handle)


def install_pump(pump: Pump, hold: Hold, waiting: Waiting, wait: Wait) -> Callable[[], None] | None:
    """Calls `pump(budget, linger)` at the end of each frame in which a call waits; what comes back ends it. None in an
    editor without a window."""
    return None if headless() else _Frames(pump, hold, waiting).stop
