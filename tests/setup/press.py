"""Packs a wheel again as small as deflate goes, in the Python of the build: `press.py WHEEL`. Every file stays to the
byte, so its RECORD holds.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import zopfli

#: More find less than a thousandth.
ITERATIONS = 5


def press(wheel: Path) -> None:
    """Puts a smaller one in its place."""
    pressed = wheel.with_suffix(".pressed")
    with (
        zipfile.ZipFile(wheel) as before,
        zopfli.ZipFile(pressed, "w", zipfile.ZIP_DEFLATED, iterations=ITERATIONS) as after,
    ):
        for entry in before.infolist():
            after.writestr(entry, before.read(entry))
    pressed.replace(wheel)


if __name__ == "__main__":
    press(Path(sys.argv[1]))
