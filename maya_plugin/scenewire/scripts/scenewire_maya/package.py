"""The `scenewire` package that this plug-in works with."""

from __future__ import annotations

import sys
from typing import Any

#: This plug-in's, and of the package that it was installed with; from Cargo.toml (`tests/setup/version.py`).
VERSION = "0.1.0"

_REPAIR = "close Maya and run `scenewire install maya`"


def needed() -> Any:
    """The package, imported if need be; raises `RuntimeError` with a sentence that says what to do."""
    try:
        import scenewire
        import scenewire._native
    except ImportError as error:
        raise RuntimeError(f"the scenewire package does not load in this Maya ({error}): {_REPAIR}") from error
    found = scenewire.__version__
    if found != VERSION:
        where = scenewire.__file__
        raise RuntimeError(
            f"this plug-in is {VERSION} and needs scenewire {VERSION}, but {where} is {found}: {_REPAIR}"
        )
    return scenewire


def loaded() -> Any:
    """The package when something has imported it whole, else None."""
    return sys.modules.get("scenewire") if "scenewire._native" in sys.modules else None
