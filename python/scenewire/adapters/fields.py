"""A field of an entity as one host reads and writes it; every entity of a host is a table of these."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.errors import InvalidParamsError, NotSupportedError

Item = dict[str, Any]


class _Absent:
    """The type of `ABSENT`."""


#: What a reader gives for a field that this one object has no place for (the spot angle of a sun): it is left out.
ABSENT = _Absent()


@dataclass(frozen=True)
class Field:
    """How one field is read and written. `heavy` fields are read only when they are named."""

    read: Callable[[Any, Job], Any]
    write: Callable[[Any, Any], None] | None = None
    heavy: bool = False


def switch(attribute: str) -> Field:
    """A yes or no that the host keeps as an attribute of the target's own thing, `it`."""
    return Field(
        lambda target, _job: bool(getattr(target.it, attribute)),
        lambda target, value: setattr(target.it, attribute, value),
    )


@dataclass(frozen=True)
class Lack:
    """Why a host has no place for a field. `always` is what such a field amounts to there: it is read as that, and
    taken when it says no more than that."""

    reason: str
    always: Any = ABSENT


def lacking(name: str, lack: Lack) -> Field:
    """The field of a host that has no place for it."""

    def write(_target: Any, given: Any) -> None:
        if given != lack.always:
            raise NotSupportedError(lack.reason, {"path": name, "got": given})

    return Field(read=lambda _target, _job: lack.always, write=write)


def read_fields(table: Mapping[str, Field], target: Any, names: Iterable[str] | None, job: Job) -> Item:
    """The named fields, or all but the heavy ones; `id` and `name` always, where there is a name."""
    return read_chosen(chosen(table, names), target, job)


#: How fields are read, by their names.
Readers = Mapping[str, Callable[[Any, Job], Any]]


def chosen(table: Mapping[str, Field], names: Iterable[str] | None) -> Readers:
    """What `read_fields` reads, looked up once for many targets."""
    wanted = [name for name, field in table.items() if not field.heavy] if names is None else check_names(table, names)
    always = [own for own in ("id", "name") if own in table]
    return {name: table[name].read for name in dict.fromkeys([*always, *wanted])}


def read_chosen(readers: Readers, target: Any, job: Job) -> Item:
    """One target by these."""
    item = {name: read(target, job) for name, read in readers.items()}
    return {name: value for name, value in item.items() if value is not ABSENT} if ABSENT in item.values() else item


def write_fields(table: Mapping[str, Field], target: Any, patch: Mapping[str, Any]) -> None:
    """Writes in the order of the table, not of the caller: a light's kind comes before what the kind allows."""
    check_names(table, patch)
    for name, field in table.items():
        if name not in patch:
            continue
        if field.write is None:
            raise InvalidParamsError(f"`{name}` is read from the host and cannot be written", {"path": name})
        field.write(target, patch[name])


def check_names(table: Mapping[str, Field], names: Iterable[str]) -> list[str]:
    """The names, when the table has them all."""
    names = list(names)
    for name in names:
        if name not in table:
            near = difflib.get_close_matches(name, table, n=3)
            raise InvalidParamsError(f"there is no field `{name}`", {"path": name}, near)
    return names
