"""Further settings of a material's shader, which no field of the catalogue has: the same rules for every host."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from scenewire.adapters.references import nearest
from scenewire.errors import InvalidParamsError


def write_parameters(
    shader: str,
    names: Collection[str],
    defaults: Mapping[str, Any],
    given: Mapping[str, Any],
    put: Callable[[str, Any], None],
) -> None:
    """The settings become what is given, all others what ``defaults`` says. ``put`` writes one, and raises
    `TypeError` or `ValueError` for what it does not take."""
    for name in given:
        if name not in names:
            raise InvalidParamsError(
                f"{shader} has no further setting `{name}`",
                {"path": f"shader_parameters.{name}", "expected": f"one of {', '.join(sorted(names))}"},
                nearest(name, names),
            )
    for name, value in {**defaults, **given}.items():
        try:
            put(name, value)
        except (TypeError, ValueError) as error:
            raise InvalidParamsError(
                f"`{name}` cannot be this: {error}", {"path": f"shader_parameters.{name}", "got": value}
            ) from error
