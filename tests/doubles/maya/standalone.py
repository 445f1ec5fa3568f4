"""Maya's double: `maya.standalone`."""

from __future__ import annotations

from maya_double import session


def initialize(name: str = "python") -> None:
    """Starts Maya without a window."""
    session.start(batch=True)


def uninitialize() -> None:
    """Ends it."""
    session.stop()
