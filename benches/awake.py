"""Cores that do not fall asleep, for a second look at what is ruled by their waking.

A core that has nothing to do sleeps, and takes its time to wake: in a virtual machine longer than a whole call. Whoever
needs short answers tells Linux so (`/dev/cpu_dma_latency`, as `cyclictest` and real-time audio do); then a core
that has nothing to do looks for work instead. No process is added and nothing that runs is slowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: As long as it is held open, no core sleeps deeper than takes so many microseconds to wake, as a 32-bit integer.
DEVICE = Path("/dev/cpu_dma_latency")
#: What rows that were measured so say of it.
TOLD = "no core asleep"


@contextmanager
def awake() -> Iterator[bool]:
    """While it lasts no core sleeps; whether that could be had: it takes Linux, and being root."""
    try:
        device = DEVICE.open("wb", buffering=0)
    except OSError:
        yield False
        return
    with device:
        device.write(bytes(4))
        yield True
