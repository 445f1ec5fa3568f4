"""Maya's double: `maya.utils`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def executeDeferred(work: Callable[[], Any]) -> None:
    """When the main thread is idle; from any thread. In batch it never is."""
    from maya_window import idle

    idle.defer(work)
