"""What an application's own code has printed and C still holds back."""

from __future__ import annotations

import ctypes
import functools
import sys
from collections.abc import Callable


def flush() -> None:
    """Writes it out."""
    _fflush()(None)


@functools.cache
def _fflush() -> Callable[[None], object]:
    function: Callable[[None], object] = ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None).fflush
    return function
