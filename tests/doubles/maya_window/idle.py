"""The main thread's idle queue on Qt's loop: what is deferred runs, in its order, once the loop has nothing else to do.

Source: "Python and threading" in Autodesk's documentation: `executeDeferred` may be called from any thread, "the main
thread must become idle before this code is executed". That an open dialog is not idle is the worse case, and assumed.
"""

from __future__ import annotations

import collections
import traceback
from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtWidgets

#: How often the queue had a turn, for tests that say that nothing happens.
TURNS = 0


class Queue(QtCore.QObject):
    """What waits for the main thread."""

    def __init__(self) -> None:
        super().__init__()
        self.normal: collections.deque[Callable[[], Any]] = collections.deque()
        self.lowest: collections.deque[Callable[[], Any]] = collections.deque()

    def put(self, work: Callable[[], Any], lowest: bool = False) -> None:
        """From any thread."""
        (self.lowest if lowest else self.normal).append(work)
        QtCore.QMetaObject.invokeMethod(self, "turn", QtCore.Qt.ConnectionType.QueuedConnection)

    @QtCore.Slot()
    def turn(self) -> None:
        """On the main thread: one of them."""
        global TURNS
        if QtWidgets.QApplication.activeModalWidget() is not None:
            return
        waiting = self.normal or self.lowest
        if not waiting:
            return
        TURNS += 1
        try:
            waiting.popleft()()
        except Exception:
            # Maya prints it into its script editor, and goes on.
            traceback.print_exc()

    def eventFilter(self, _window: Any, event: QtCore.QEvent) -> bool:
        """A dialog has been closed: what it kept waiting has its turns."""
        if event.type() == QtCore.QEvent.Type.WindowUnblocked:
            for _ in range(len(self.normal) + len(self.lowest)):
                QtCore.QMetaObject.invokeMethod(self, "turn", QtCore.Qt.ConnectionType.QueuedConnection)
        return False


#: The one of this process, once there is a window.
queue: Queue | None = None


def begin(window: QtWidgets.QWidget) -> None:
    """From now on there is one."""
    global queue
    queue = Queue()
    window.installEventFilter(queue)


def defer(work: Callable[[], Any], lowest: bool = False) -> None:
    """In batch nothing is ever idle: it is kept, and never runs."""
    if queue is not None:
        queue.put(work, lowest)
