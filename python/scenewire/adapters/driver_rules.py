"""What trying a driver with other numbers holds to in every host."""

from __future__ import annotations

import math
from typing import Any

from scenewire.adapters.references import nearest
from scenewire.errors import InvalidParamsError


def numbers_for(names: list[str], given: dict[str, Any]) -> dict[str, float]:
    """A number for each variable of a driver. Raises `invalid_params` for names that it has not, and where one is
    missing."""
    for name in given:
        if name not in names:
            raise InvalidParamsError(
                f"the driver has no variable `{name}`", {"path": f"variables.{name}"}, nearest(name, names)
            )
    for name in names:
        number = given.get(name)
        if isinstance(number, bool) or not isinstance(number, (int, float)) or not math.isfinite(number):
            raise InvalidParamsError(
                f"`{name}` is a number", {"path": f"variables.{name}", "expected": "a number", "got": number}
            )
    return {name: float(given[name]) for name in names}
