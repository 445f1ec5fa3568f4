"""Maya's double: `maya.mel`."""

from __future__ import annotations

from typing import Any

from maya_double import mel


def eval(string: str) -> Any:
    """Runs MEL, as far as the double knows it."""
    return mel.evaluate(string)
