"""Colours as hosts take them that keep none of a fourth number."""

from __future__ import annotations

from scenewire.errors import NotSupportedError


def opaque(given: list[float], name: str, owner: str) -> tuple[float, ...]:
    """The three numbers of a colour. Raises `not_supported` for one that is not solid."""
    if len(given) == 4 and given[3] != 1.0:
        raise NotSupportedError(
            f"colours of {owner} have no alpha: give `opacity`", {"path": name, "got": given[3], "expected": 1.0}
        )
    return tuple(given[:3])
