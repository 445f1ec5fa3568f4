"""Numbers within Blender's own bounds: what is beyond them it brings within in silence, which nobody asked for."""

from __future__ import annotations

from typing import Any

from scenewire.errors import InvalidParamsError

#: Bounds are kept in single precision: 0.01 is 0.00999999977.
_PRECISION = 1e-6


def put(owner: Any, attribute: str, value: float, field: str) -> None:
    """Writes a number, or refuses it with the bounds that it has to keep to."""
    prop = owner.bl_rna.properties[attribute]
    least, greatest = prop.hard_min, prop.hard_max
    if not least - abs(least) * _PRECISION <= value <= greatest + abs(greatest) * _PRECISION:
        expected = f"from {least:g} to {greatest:g}" if greatest < 1e9 else f"{least:g} or more"
        raise InvalidParamsError(
            f"Blender's `{attribute}` is {expected}, not {value:g}",
            {"path": field, "expected": f"a number {expected}", "got": value},
        )
    setattr(owner, attribute, value)
