"""The last lines that scenewire logged. They go nowhere else: what Maya writes into its script editor must come from
its main thread, and lines of a log come from any.
"""

from __future__ import annotations

import collections
import logging

KEPT = 500

_LOGGER = logging.getLogger("scenewire")


class _Keeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: collections.deque[str] = collections.deque(maxlen=KEPT)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Called by `logging`, on whichever thread."""
        self.lines.append(self.format(record))


_keeper = _Keeper()


def begin() -> None:
    """Keeps lines from now on."""
    _LOGGER.addHandler(_keeper)
    # Which lines there are is decided where they come from (`SCENEWIRE_LOG`).
    _LOGGER.setLevel(logging.DEBUG)
    _LOGGER.propagate = False


def end() -> None:
    """Leaves `logging` as it was."""
    _LOGGER.removeHandler(_keeper)
    _LOGGER.setLevel(logging.NOTSET)
    _LOGGER.propagate = True


def lines() -> list[str]:
    """Oldest first."""
    return list(_keeper.lines)
