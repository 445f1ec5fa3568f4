"""The catalogue as the build under test tells it: what the generated suite is generated from."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

TOLD = (
    "import sys; from scenewire import _native; sys.exit(_native.main(['scenewire', 'catalogue', '--format', 'json']))"
)


@dataclass(frozen=True)
class Field:
    """One field of an entity; `inner` are those of the objects that it holds."""

    name: str
    type: str
    least: float
    greatest: float
    required: bool = False
    read_only: bool = False
    once: bool = False
    nullable: bool = False
    inner: tuple[Field, ...] = ()

    @classmethod
    def read(cls, told: dict[str, Any]) -> Field:
        """From the catalogue's JSON."""
        return cls(
            told["name"],
            told["type"],
            told.get("minimum", float("-inf")),
            told.get("maximum", float("inf")),
            *(bool(told.get(name)) for name in ("required", "read_only", "once", "nullable")),
            inner=tuple(cls.read(one) for one in told.get("fields", ())),
        )

    @property
    def words(self) -> list[str]:
        """The words of an enumeration."""
        return self.type.split(" / ") if " / " in self.type and not self.type.startswith("list<") else []

    @property
    def refers(self) -> str:
        """The entity that it names, or names a list of; empty for other kinds."""
        bare = self.type[5:-1] if self.type.startswith("list<") else self.type
        return bare[4:-1] if bare.startswith("ref<") else ""


@dataclass(frozen=True)
class Entity:
    """One entity."""

    name: str
    plural: str
    domain: str
    base: str | None
    parent: str | None
    singleton: bool
    fields: dict[str, Field] = field(hash=False, default_factory=dict)

    @property
    def writable(self) -> dict[str, Field]:
        """What may be given when one is created."""
        return {name: field for name, field in self.fields.items() if not field.read_only}


#: What takes two sessions, which `e2e/test_transfer.py` has, and what takes the internet, which `test_assets.py` has.
ACROSS = ("transfer", "search_assets", "get_asset", "import_asset")


@functools.cache
def told() -> dict[str, Any]:
    """Everything that one host does."""
    ran = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True)
    catalogue: dict[str, Any] = json.loads(ran.stdout)
    catalogue["operations"] = [one for one in catalogue["operations"] if one["name"] not in ACROSS]
    return catalogue


@functools.cache
def entities() -> dict[str, Entity]:
    """The entities by their plural."""
    return {
        one["plural"]: Entity(
            one["name"],
            one["plural"],
            one["domain"],
            one["base"],
            one.get("parent"),
            bool(one.get("singleton")),
            {field["name"]: Field.read(field) for field in one["fields"]},
        )
        for one in told()["entities"]
    }


def entity_named(name: str) -> Entity:
    """The entity of a reference's type."""
    return next(entity for entity in entities().values() if entity.name == name)
