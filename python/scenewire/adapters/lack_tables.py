"""What a host has no place for: entity, then field or `field=word`, and why. Every host has one such table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scenewire.adapters.fields import Field, Lack, lacking
from scenewire.errors import NotSupportedError


class LackTable:
    """The table of one host, asked for whenever it is needed: what an application lacks can depend on its version."""

    def __init__(self, table: Callable[[], Mapping[str, Mapping[str, Lack]]]) -> None:
        self._table = table

    def lacks_of(self, plural: str) -> dict[str, Field]:
        """The fields of an entity that the host has no place for, to be put into its table of fields."""
        found = self._table().get(plural, {}).items()
        return {name: lacking(name, lack) for name, lack in found if "=" not in name}

    def refuse_word(self, plural: str, field: str, word: str) -> None:
        """Raises when this word of a field means nothing in the host."""
        lack = self._table().get(plural, {}).get(f"{field}={word}")
        if lack is not None:
            raise NotSupportedError(lack.reason, {"path": field, "got": word})

    def declared(self) -> dict[str, str]:
        """Every lack with its reason, as the instance tells it: `constraints.type=spring`."""
        return {f"{plural}.{name}": lack.reason for plural, lacks in self._table().items()
                for name, lack in lacks.items()}  # fmt: skip
