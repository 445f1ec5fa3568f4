"""Create, get, list, update and delete of any entity of any host, from its table of fields and six functions."""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scenewire.adapters import filters
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Field, Item, chosen, read_chosen, write_fields
from scenewire.adapters.items import Items
from scenewire.errors import InvalidParamsError, SceneWireError


@dataclass(frozen=True)
class Page:
    """A part of a list: its targets, how many the whole list has, and what leads to the next page, as JSON."""

    targets: list[Any]
    total: int
    following: Any = None


@dataclass(frozen=True)
class Entity:
    """One entity of one host. A target is the host's own object; it never outlives the call."""

    plural: str
    fields: Mapping[str, Field]
    #: Makes one from the item, taking from the item what only a new one needs; the rest is written by the table.
    make: Callable[[Item], Any]
    #: The target of an id or unique name.
    find: Callable[[str], Any]
    #: Every target of the scene, or the children of one.
    all: Callable[[str | None], Iterable[Any]]
    #: Removes targets and gives their ids.
    remove: Callable[[list[Any]], list[str]]
    #: Called before the first write of a call, with all that it will change: refuses what must not be written.
    guard: Callable[[list[Any]], None]
    #: Brings what the host derives (world matrices, bounds) up to date before it is read.
    settle: Callable[[], None]
    #: Writes what belongs together (the arrays of a mesh) and gives what is left for the table.
    write_group: Callable[[Any, Item], Item] = lambda _target, patch: patch
    #: Writes of all targets of a call what costs much to begin with (the rest of joints); gives what is left of each.
    write_together: Callable[[list[tuple[Any, Item]]], list[Item]] = lambda pairs: [patch for _, patch in pairs]
    #: Makes all items of a call as one, where the first would change what the others refer to (faces of a mesh).
    make_all: Callable[[list[Item]], list[Any]] | None = None
    #: Called with what was written, once per call, before it is read back: brings the host's own tables up to date.
    written: Callable[[list[Any]], None] = lambda _targets: None
    #: Where each target stands in a list, as a number or numbers that stay with it whatever is renamed, added or
    #: deleted: a page goes on right after it. Without it the numbers of its id.
    places: Callable[[list[Any]], Sequence[Any]] | None = None
    #: A page of a list without filters, by parent, what led to it, and limit: where there are millions, and making a
    #: target of each would take seconds. It is in the order of `places`.
    page: Callable[[str | None, Any, int], Page] | None = None

    def write(self, target: Any, patch: Item) -> None:
        """Writes the fields of a patch."""
        (patch,) = self.write_together([(target, patch)])
        write_fields(self.fields, target, self.write_group(target, patch))

    def read(self, targets: list[Any], names: Iterable[str] | None, job: Job) -> list[Item]:
        """The named fields of targets, or all but the heavy ones, as the host has them now."""
        self.settle()
        readers = chosen(self.fields, names)
        return [read_chosen(readers, target, job) for target in targets]

    def perform(self, verb: str, arguments: Json, job: Job) -> Json:
        """Does one of the five verbs."""
        return _VERBS[verb](self, arguments, job)


def _create(entity: Entity, arguments: Json, job: Job) -> Json:
    entity.guard([])
    rests = [dict(item) for item in arguments["items"]]
    made = entity.make_all(rests) if entity.make_all else []
    for index, rest in enumerate(Items(rests, job)):
        with blamed(index):
            if entity.make_all is None:
                made.append(entity.make(rest))
            entity.write(made[index], rest)
    entity.written(made)
    items = entity.read(made, None, job)
    return {"ids": [item["id"] for item in items], "items": items}


class blamed:
    """An error that is raised meanwhile tells which item it is about."""

    def __init__(self, index: int) -> None:
        self._index = index

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, SceneWireError):
            error.details.setdefault("item", self._index)


def _get(entity: Entity, arguments: Json, job: Job) -> Json:
    targets = [entity.find(reference) for reference in arguments["ids"]]
    return {"items": entity.read(targets, arguments.get("fields"), job)}


def _update(entity: Entity, arguments: Json, job: Job) -> Json:
    # Everything is found before anything is written: a wrong id in the last item costs no roll-back.
    plan = [([entity.find(reference) for reference in patch["ids"]], patch) for patch in arguments["items"]]
    pairs = [
        (target, {name: value for name, value in patch.items() if name != "ids"})
        for targets, patch in plan
        for target in targets
    ]
    changed = [target for target, _ in pairs]
    entity.guard(changed)
    if not any("name" in patch for _, patch in pairs):
        # A patch that renames something may be meant for the new name in the next one: those are done one by one.
        pairs = list(zip(changed, entity.write_together(pairs)))
    for target, patch in Items(pairs, job):
        entity.write(target, patch)
    entity.written(changed)
    return {"items": entity.read(changed, None, job)}


def _delete(entity: Entity, arguments: Json, _job: Job) -> Json:
    targets = [entity.find(reference) for reference in dict.fromkeys(arguments["ids"])]
    entity.guard(targets)
    return {"deleted": entity.remove(targets)}


def _list(entity: Entity, arguments: Json, job: Job) -> Json:
    entity.settle()
    if entity.page is not None and not arguments.get("filters"):
        return _list_page(entity, entity.page, arguments, job)
    tests = filters.compiled(entity.fields, arguments.get("filters") or {}, job)
    found = list(entity.all(arguments.get("parent_id")))
    for test in tests:
        found = [target for target in found if test(target)]
    places = entity.places(found) if entity.places else _by_id(entity, found, job)
    order = sorted(range(len(found)), key=places.__getitem__)
    start = after(sorted(places), _last(arguments))
    page = order[start : start + (arguments.get("limit") or 50)]
    items = entity.read([found[at] for at in page], arguments.get("fields"), job)
    result: Json = {"items": items, "total": len(found)}
    if start + len(page) < len(found):
        result["next_cursor"] = json.dumps(places[page[-1]], separators=(",", ":"))
    return result


def _list_page(entity: Entity, page_of: Callable[[str | None, Any, int], Page], arguments: Json, job: Job) -> Json:
    page = page_of(arguments.get("parent_id"), _last(arguments), arguments.get("limit") or 50)
    result: Json = {"items": entity.read(page.targets, arguments.get("fields"), job), "total": page.total}
    if page.following is not None:
        result["next_cursor"] = json.dumps(page.following, separators=(",", ":"))
    return result


_VERBS: dict[str, Callable[[Entity, Json, Job], Json]] = {
    "create": _create,
    "get": _get,
    "list": _list,
    "update": _update,
    "delete": _delete,
}


def _by_id(entity: Entity, targets: list[Any], job: Job) -> list[list[int]]:
    """The numbers of ids: of the file, of what it is part of, of the thing itself."""
    read = entity.fields["id"].read
    return [[int(number) for number in _NUMBER.findall(read(target, job))] for target in targets]


_NUMBER = re.compile(r"\d+")


def _last(arguments: Json) -> Any:
    """The place that a cursor leads on from; None at the beginning."""
    cursor = arguments.get("cursor")
    if not cursor:
        return None
    try:
        last = json.loads(cursor)
    except ValueError:
        raise _no_cursor(cursor) from None
    if last is None:
        raise _no_cursor(cursor)
    return last


def after(places: Sequence[Any], last: Any) -> int:
    """How many of the places, in rising order, stand before or at the last one; what stood there need not be there any
    more."""
    if last is None:
        return 0
    if places and type(last) is not type(places[0]):
        raise _no_cursor(last)
    try:
        return bisect.bisect(places, last)
    except TypeError:
        raise _no_cursor(last) from None


def _no_cursor(got: Any) -> InvalidParamsError:
    return InvalidParamsError("the cursor is not one that this list gave", {"path": "cursor", "got": got})
