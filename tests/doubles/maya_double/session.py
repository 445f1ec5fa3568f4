"""Starting and ending the double, in batch or with an event loop."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from . import commands, defaults, tables
from .calls import Session
from .scene import scene

assert commands


def start(batch: bool = True) -> None:
    """A Maya with a new scene, whose main thread is this one; a second start does nothing."""
    if Session.running:
        return
    # As Maya's own start does; what lies below it came with Maya.
    os.environ.setdefault("MAYA_LOCATION", str(Path(__file__).parents[1]))
    Session.running, Session.batch, Session.thread = True, batch, threading.get_ident()
    new()


def new() -> None:
    """A new scene, as `file -new` makes one."""
    scene.clear()
    defaults.fill(int(tables.VERSION))
    scene.history.flush()


def stop() -> None:
    """The end of this Maya."""
    Session.running = False
    scene.clear()
