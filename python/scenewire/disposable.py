"""A host for one job, in a process of its own: it serves whoever started it, and ends with the end of its input."""

from __future__ import annotations

import json
import os
import threading
from importlib import import_module
from typing import Any

#: How much it yields to others, as `nice` counts: they get nine times as much where both want a processor.
_YIELDS = 10
#: Whether this process is one.
_serving = False


def serving() -> bool:
    """Whether this process is such a host, over a copy of somebody's scene."""
    return _serving


def main(options: dict[str, Any]) -> None:
    """Opens ``file`` as the adapter's ``loader`` does, and runs commands under the ``rules`` of code and files; what
    runs here was allowed before.
    """
    global _serving
    _serving = True
    if hasattr(os, "nice"):
        # Whoever works at the machine comes first.
        os.nice(_YIELDS)
    threading.Thread(target=_end_with_starter, name="scenewire-starter", daemon=True).start()
    import_module(options["loader"]).load(options["file"])
    from scenewire import host

    rules = [word for name, value in options["rules"].items() for word in ("--set", f"{name}={json.dumps(value)}")]
    host.main(["--name", "background", *rules])


def _end_with_starter() -> None:
    """Whoever started it holds the other end of its input open while there is somebody to work for."""
    while os.read(0, 4096):
        pass
    # Whatever runs now nobody waits for, and an exit in peace would wait for it.
    os._exit(1)
