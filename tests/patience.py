"""How the tests wait for what is so after a while: as long as it takes, and not for ever."""

from __future__ import annotations

import time
from typing import Any

#: What a slow machine may take for what is there in a second: seconds.
PATIENCE = 60.0


def until(what: Any, why: str, limit: float = PATIENCE) -> Any:
    """What this gives once it is true; `why` is what is wrong if it never is."""
    deadline = time.monotonic() + limit
    while not (value := what()):
        assert time.monotonic() < deadline, why
        time.sleep(0.01)
    return value
