"""From an operation's name to the function that does it, the same for every host."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from scenewire import _fence
from scenewire._generated.references import REFERENCES
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity
from scenewire.adapters.items import Items
from scenewire.errors import NotSupportedError, UnknownOperationError

#: An atomic that is not CRUD: its arguments by keyword, the job last.
Atomic = Callable[..., Json]


class Dispatcher:
    """The operations of one host."""

    def __init__(self, entities: Iterable[Entity], atomics: Mapping[str, Atomic], not_supported: Mapping[str, str]):
        self._entities = {entity.plural: entity for entity in entities}
        self._atomics = dict(atomics)
        self._not_supported = dict(not_supported)
        verbs = ("create", "get", "list", "update", "delete")
        crud = {f"{verb}_{plural}" for plural in self._entities for verb in verbs}
        self._names = sorted({*crud, *self._atomics} - set(self._not_supported))
        self._crud = crud.difference(self._not_supported)

    def names(self) -> list[str]:
        """Every operation that this host can do."""
        return list(self._names)

    def perform(self, operation: str, arguments: Json, job: Job) -> Json:
        """Does one operation; its result is what was read back from the host."""
        if not _fence.guarding():
            return self._perform(operation, arguments, job)
        with _fence.open_gate():
            return self._perform(operation, arguments, job)

    def _perform(self, operation: str, arguments: Json, job: Job) -> Json:
        if operation in self._not_supported:
            raise NotSupportedError(self._not_supported[operation], {"operation": operation})
        if operation in self._atomics:
            items = arguments.get("items")
            counted = {"items": Items(items, job)} if isinstance(items, list) else {}
            return self._atomics[operation](**{**arguments, **counted}, job=job)
        verb, _, plural = operation.partition("_")
        entity = self._entities.get(plural)
        if entity is not None and operation in self._crud:
            return entity.perform(verb, self._resolved(entity, arguments, job), job)
        near = difflib.get_close_matches(operation, self.names(), n=3)
        raise UnknownOperationError(f"this host has no operation `{operation}`", {"operation": operation}, near)

    def _resolved(self, entity: Entity, arguments: Json, job: Job) -> Json:
        """The arguments with ids in place of the names by which filters may refer to things."""
        filters = arguments.get("filters") or {}
        known = REFERENCES.get(entity.plural, {})
        named = {name: self._entities[known[name]] for name in filters if known.get(name) in self._entities}
        if not named:
            return arguments

        def ids(other: Entity, given: Any) -> Any:
            if isinstance(given, str):
                return other.fields["id"].read(other.find(given), job)
            if isinstance(given, list):
                return [ids(other, one) for one in given]
            if isinstance(given, dict):
                return {word: ids(other, one) for word, one in given.items()}
            return given

        resolved = {name: ids(named[name], given) if name in named else given for name, given in filters.items()}
        return {**arguments, "filters": resolved}
