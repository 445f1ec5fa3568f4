"""What keeps commands from a Maya with a window: an open dialog, and a mouse button that the artist holds down.

Qt tells of both by itself, so nothing is asked again and again. A dialog stops whatever is deferred in Maya; an undo
step in the middle of a drag would pull the scene from under the tool that drags.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from scenewire import _native

#: What Maya calls its main window.
MAIN_WINDOW = "MayaWindow"

DRAGGING = "the artist holds a mouse button down"


def blocked_by(title: str) -> str:
    """What callers are told while a dialog is open."""
    named = f"the dialog `{title}`" if title else "a dialog"
    return f"blocked_by_dialog: {named} is open in Maya; somebody has to answer it there"


class Artist:
    """Says by `hold` what is under way, and None when nothing is."""

    def __init__(self, hold: Callable[[str | None], None]) -> None:
        self._hold = hold
        self._told: str | None = None
        self._dialog: str | None = None
        self._filter: Any = None
        self._window: Any = None
        self._listening = False
        self._watch()

    def look(self) -> None:
        """At the beginning of a turn of the main thread: no event is handled within it."""
        if self._filter is None:
            self._watch()
        self._say(self._dialog or (DRAGGING if self._dragging() else None))

    def forget(self) -> None:
        """Takes everything back that Qt was told."""
        if self._filter is None:
            return
        watcher, self._filter = self._filter, None
        self._listen(watcher, False)
        # A window that is gone took its filters with it.
        from_window, self._window = self._window, None
        with contextlib.suppress(RuntimeError):
            from_window.removeEventFilter(watcher)
        watcher.deleteLater()

    def _watch(self) -> None:
        application = _widgets().QApplication.instance()
        windows = [] if application is None else application.topLevelWidgets()
        main = next((window for window in windows if window.objectName() == MAIN_WINDOW), None)
        if main is not None:
            self._window, self._filter = main, _watcher(self._see)
            main.installEventFilter(self._filter)

    def _see(self, window: Any, event: Any) -> None:
        kind, kinds = event.type(), _core().QEvent.Type
        if window is self._window and kind == kinds.WindowBlocked:
            dialog = _widgets().QApplication.activeModalWidget()
            self._dialog = blocked_by("" if dialog is None else str(dialog.windowTitle()))
            self._say(self._dialog)
        elif window is self._window and kind == kinds.WindowUnblocked:
            self._dialog = None
            self.look()
        elif self._listening and kind == kinds.MouseButtonRelease and not self._dragging():
            self._say(self._dialog)

    def _say(self, reason: str | None) -> None:
        if self._filter is not None:
            self._listen(self._filter, reason == DRAGGING)
        if reason != self._told:
            self._told = reason
            self._hold(reason)

    def _listen(self, watcher: Any, wanted: bool) -> None:
        """To every event of Maya, which is not cheap: only while a command waits for the button to be let go."""
        application = _widgets().QApplication.instance()
        if application is not None and wanted != self._listening:
            self._listening = wanted
            (application.installEventFilter if wanted else application.removeEventFilter)(watcher)

    def _dragging(self) -> bool:
        return bool(_widgets().QApplication.mouseButtons() != _core().Qt.MouseButton.NoButton)


def _watcher(see: Callable[[Any, Any], None]) -> Any:
    """An event filter that keeps no event from anybody, and in which no deadline of a command is raised."""
    core = _core()

    class Watcher(core.QObject):  # type: ignore[misc,name-defined,unused-ignore]
        def eventFilter(self, window: Any, event: Any) -> bool:
            _native.shielded(lambda: see(window, event))
            return False

    return Watcher()


def _core() -> Any:
    """Maya 2025 and later have Qt 6, those before Qt 5."""
    try:
        from PySide6 import QtCore
    except ImportError:
        from PySide2 import QtCore
    return QtCore


def _widgets() -> Any:
    try:
        from PySide6 import QtWidgets
    except ImportError:
        from PySide2 import QtWidgets
    return QtWidgets
