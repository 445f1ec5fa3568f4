"""What every host says of a name or id that leads nowhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """The names most like the one that was not found, best first; upper and lower case do not matter."""
    by_lower = {other.lower(): other for other in names}
    return [by_lower[match] for match in difflib.get_close_matches(name.lower(), by_lower, n=5, cutoff=0.5)]
