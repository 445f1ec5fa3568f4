"""Run in the window of the Maya double: does on Maya's main thread what a test says that the artist does, also while no
host runs. One connection for each deed: a line of JSON, its code, and one back, what it has put into `told`.
"""

from __future__ import annotations

import json
import os
import socket
import traceback
from typing import Any

import scenewire_maya.actions
from PySide6 import QtCore, QtWidgets


def do(listener: socket.socket) -> None:
    """One deed."""
    connection, _ = listener.accept()
    with connection, connection.makefile("rw", encoding="utf-8") as lines:
        space: dict[str, Any] = {"told": None}
        try:
            exec(json.loads(lines.readline()), space)
            answer = {"told": space["told"]}
        except Exception:
            answer = {"failed": traceback.format_exc()}
        lines.write(json.dumps(answer))


listener = socket.socket(socket.AF_UNIX)
listener.bind(os.path.join(os.environ["SCENEWIRE_HOME"], "artist"))
listener.listen()
notifier = QtCore.QSocketNotifier(
    listener.fileno(), QtCore.QSocketNotifier.Type.Read, QtWidgets.QApplication.instance()
)
notifier.activated.connect(lambda *_: do(listener))
scenewire_maya.actions.start()
