"""What others do over sockets of their own inside a host, from which `guard_python` keeps code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CONFIGURE = "import scenewire; scenewire.configure(guard_python={}); None"


@contextmanager
def unguarded(client: Any) -> Iterator[None]:
    """Code may do what it likes while this lasts; all else is measured in a host as it is at first."""
    client.execute_python(code=CONFIGURE.format(False))
    try:
        yield
    finally:
        client.execute_python(code=CONFIGURE.format(True))
