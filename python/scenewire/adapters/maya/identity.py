"""Ids: `<kind>_<uuid>`, by the UUIDs that Maya gives its nodes and keeps in its files. An id so leads to the same node
after a rename, an undo, and in the next session over the same file; after another file is opened it leads nowhere.

What is no node (a UV set, a key) has a number after its node's UUID that stays with it in this process.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable

from scenewire.errors import NotFoundError, StaleIdError

_UUID = r"[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}"
_ID = re.compile(rf"([a-z_]+?)_({_UUID})(?:_(\d+))?")
#: What looks like an id of any host.
_LIKE_ID = re.compile(rf"[a-z_]+_\d+_\d+|[a-z_]+_{_UUID}\w*")


#: How many nodes that are gone are remembered, at least and at most: an undo may bring them back.
_LEAST_GONE, _MOST_GONE = 250, 500


class Identity:
    """What ids lead to, and in which order things were first seen; `there` gives the UUIDs of the scene's nodes."""

    def __init__(self, there: Callable[[], Iterable[str]]) -> None:
        self._there = there
        self.new_scene()

    def new_scene(self) -> None:
        """Called when another file is open: what was seen before is not there."""
        self._places: dict[str, int] = {}
        self._parts: dict[tuple[str, str], int] = {}
        self._wheres: dict[int, tuple[str, str]] = {}
        self._next_place, self._next_number = itertools.count(), itertools.count(1)
        self._room = _MOST_GONE

    def knows(self, uuid: str) -> bool:
        """Whether a node has been seen in this scene."""
        return uuid in self._places

    def of(self, kind: str, uuid: str) -> str:
        """The id of a node."""
        self.place(uuid)
        return f"{kind}_{uuid}"

    def place(self, uuid: str) -> int:
        """Where a node stands in lists: in the order in which nodes are first seen."""
        place = self._places.get(uuid)
        if place is None:
            if len(self._places) >= self._room:
                self._forget()
            place = self._places[uuid] = next(self._next_place)
        return place

    def _forget(self) -> None:
        """Of what is gone, what was seen first: a session of many hours must not grow with what it has deleted."""
        there = set(self._there())
        gone = [uuid for uuid in self._places if uuid not in there]
        for uuid in gone[:-_LEAST_GONE]:
            del self._places[uuid]
        there.update(self._places)
        self._parts = {part: number for part, number in self._parts.items() if part[0] in there}
        self._wheres = {number: part for number, part in self._wheres.items() if part[0] in there}
        self._room = len(self._places) + _MOST_GONE - _LEAST_GONE

    def part(self, uuid: str, where: str) -> int:
        """The number of a part of a node, given when it is first asked for."""
        number = self._parts.get((uuid, where))
        return self.new_part(uuid, where) if number is None else number

    def new_part(self, uuid: str, where: str) -> int:
        """A number of its own for a part that is new, whatever stood there before."""
        number = next(self._next_number)
        self._parts[uuid, where], self._wheres[number] = number, (uuid, where)
        return number

    def moved_part(self, uuid: str, old: str, new: str) -> None:
        """A part stands elsewhere from now on; an undo finds it where it was."""
        number = self.part(uuid, old)
        self._parts[uuid, new] = number
        self._wheres[number] = (uuid, new)

    def moved_parts(self, uuid: str, moves: dict[str, str]) -> None:
        """Parts stand elsewhere from now on, some of them where others have been."""
        numbers = {old: self.part(uuid, old) for old in moves}
        for old, new in moves.items():
            self._parts[uuid, new], self._wheres[numbers[old]] = numbers[old], (uuid, new)

    def wheres(self, uuid: str, number: int) -> list[str]:
        """Where a part may be: where it was put last, then where it has been and nothing else has come since."""
        last = self._wheres.get(number)
        if last is None or last[0] != uuid:
            return []
        been = [where for (owner, where), known in self._parts.items() if known == number and owner == uuid]
        return [last[1], *(where for where in been if where != last[1])]


def parsed(kind: str, reference: str) -> tuple[str, int | None] | None:
    """UUID and part of an id of this kind; None for what is no such id."""
    match = _ID.fullmatch(reference)
    if match is None or match[1] != kind:
        return None
    return match[2], int(match[3]) if match[3] else None


def missing(kind: str, reference: str, nearest: list[str]) -> NotFoundError | StaleIdError:
    """The error for what leads nowhere: an id of what is gone, or of another file or host, or a name of nothing."""
    what, match = kind.replace("_", " "), _ID.fullmatch(reference)
    if match is not None and IDENTITY.knows(match[2]):
        return NotFoundError(f"`{reference}` is no {what} of this scene any more", {"id": reference})
    if _LIKE_ID.fullmatch(reference):
        return StaleIdError(
            f"`{reference}` leads to nothing in this scene: it belongs to another file or host",
            {"id": reference},
            ["list again and use the ids that come back"],
        )
    return NotFoundError(f"no {what} is called `{reference}`", {"name": reference}, nearest)


def _nodes() -> list[str]:
    from maya import cmds

    return cmds.ls(uuid=True) or []


#: One per process, as there is one scene.
IDENTITY = Identity(_nodes)
