"""`python -m maya_window [CODE]`: the double as an artist starts Maya. CODE runs once it is idle; SIGTERM closes it."""

from __future__ import annotations

import os
import signal
import socket
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from maya_double import session
from maya_double.scene import scene
from PySide6 import QtCore, QtWidgets

from . import idle, modules, ui


def main(arguments: list[str]) -> int:
    """Runs until the window is closed."""
    application = QtWidgets.QApplication(["maya"])
    window = QtWidgets.QMainWindow()
    window.setObjectName(ui.MAIN)
    window.show()
    close_on_signal(application)
    idle.begin(window)
    session.start(batch=False)
    modules.load()
    modules.run_user_setups()
    print("imported from modules:", *modules.imported(), flush=True)
    for code in arguments:
        idle.defer(lambda code=code: exec(code, {}), lowest=True)  # type: ignore[misc]
    application.exec()
    scene.tell("quit", None)
    return 0


def close_on_signal(application: QtWidgets.QApplication) -> None:
    """Qt's loop does not look for Python's signals: a signal writes into a socket that the loop listens to."""
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    signal.set_wakeup_fd(theirs.fileno())
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    notifier = QtCore.QSocketNotifier(ours.fileno(), QtCore.QSocketNotifier.Type.Read, application)
    notifier.activated.connect(lambda *_: ours.recv(1))
    SOCKETS.extend((ours, theirs))


#: For as long as the process runs.
SOCKETS: list[socket.socket] = []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
