"""Names and metadata of whatever has them, the same for every host."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Item
from scenewire.errors import NotFoundError


@dataclass(frozen=True)
class Named:
    """What has a name and metadata, by the kind in its ids; a name is looked for in this order."""

    entities: Mapping[str, Entity]

    def rename(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Gives other names."""
        found = self._writable(items)
        for (entity, target), item in zip(found, items):
            entity.write(target, {"name": item["name"]})
        return {"items": [_told("name", entity, target, job) for entity, target in found]}

    def get_metadata(self, *, ids: list[str], job: Job, key: str | None = None) -> Json:
        """All of it, or one entry."""
        items = []
        for entity, target in map(self._find, ids):
            item = _told("metadata", entity, target, job)
            if key is not None:
                item["metadata"] = {name: value for name, value in item["metadata"].items() if name == key}
            items.append(item)
        return {"items": items}

    def set_metadata(self, *, items: list[Item], job: Job, on_error: str = "fail") -> Json:
        """Writes it; with `merge` the rest stays, and what becomes nothing goes."""
        found = self._writable(items)
        for (entity, target), item in zip(found, items):
            before = _told("metadata", entity, target, job)["metadata"] if item.get("merge", True) else {}
            wanted = {**before, **item["metadata"]}
            entity.write(target, {"metadata": {name: value for name, value in wanted.items() if value is not None}})
        return {"items": [_told("metadata", entity, target, job) for entity, target in found]}

    def _writable(self, items: list[Item]) -> list[tuple[Entity, Any]]:
        """All that the items name, found and looked at before anything is written."""
        found = [self._find(item["id"]) for item in items]
        for entity, target in found:
            entity.guard([target])
        return found

    def _find(self, reference: str) -> tuple[Entity, Any]:
        """What an id leads to, or a name."""
        own = [entity for kind, entity in self.entities.items() if reference.startswith(f"{kind}_")]
        missing: NotFoundError | None = None
        for entity in [*own, *self.entities.values()]:
            try:
                return entity, entity.find(reference)
            except NotFoundError as error:
                missing = missing or error
        raise missing or NotFoundError(f"nothing is called `{reference}`", {"name": reference})


def _told(field: str, entity: Entity, target: Any, job: Job) -> Item:
    return {name: entity.fields[name].read(target, job) for name in ("id", field)}
