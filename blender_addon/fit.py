"""The package that does the work: imported when it is needed first, and refused when it is of another release."""

from __future__ import annotations

import sys
from typing import Any

#: The package that this add-on was made with. Another one with the same first two numbers that is no older will do.
NEEDED = (0, 1, 0)

_GET = "install the add-on's own zip for this system, or run `scenewire install blender`"


class Unfit(Exception):
    """There is no package that this add-on can work with; says what the artist can do."""


def package() -> Any:
    """The scenewire package; raises `Unfit`."""
    try:
        import scenewire

        found = str(scenewire.__version__)
    except Exception as error:
        raise Unfit(_missing(error)) from error
    problem = misfit(found)
    if problem:
        raise Unfit(problem)
    return scenewire


def loaded() -> Any:
    """The package when something has imported it whole: drawing must not import anything."""
    return sys.modules.get("scenewire") if "scenewire._native" in sys.modules else None


def misfit(found: str) -> str:
    """Why a package of this version is of no use; empty when it is."""
    numbers = tuple(int(part) for part in found.split("+")[0].split("-")[0].split(".")[:3] if part.isdigit())
    if numbers[:2] == NEEDED[:2] and numbers >= NEEDED:
        return ""
    own, wanted = ".".join(map(str, NEEDED)), ".".join(map(str, NEEDED[:2]))
    older = "package" if numbers < NEEDED else "add-on"
    return (
        f"This add-on ({own}) works with the scenewire package {wanted}.x from {own} on, and this Blender has "
        f"{found}: bring the {older} up to date ({_GET}), then restart Blender"
    )


def _missing(error: Exception) -> str:
    if isinstance(error, ModuleNotFoundError) and error.name == "scenewire":
        return f"The scenewire package is not in this Blender: {_GET}"
    return f"The scenewire package does not load in this Blender ({error}): {_GET}"
