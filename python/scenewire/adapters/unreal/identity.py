"""Ids: `node_<guid>`, by the GUIDs that Unreal gives actors and keeps in their levels. An id so leads to the same actor
after a rename, an undo, and in the next session over the same level; after another level is opened it leads nowhere.

What has no GUID (a layer) has a number after its object's name, which renaming a layer leaves as it is.
"""

from __future__ import annotations

import itertools
import re

from scenewire.errors import NotFoundError, StaleIdError

_GUID = r"[0-9A-F]{32}"
_ID = re.compile(rf"([a-z_]+?)_({_GUID}|\d+)")
#: What looks like an id of any host.
_LIKE_ID = re.compile(rf"[a-z_]+_\d+_\d+|[a-z_]+_(?:{_GUID}|\d+)\w*|[a-z_]+_[0-9A-F-]{{36}}\w*")


class Identity:
    """What has been seen in this level, in which order."""

    def __init__(self) -> None:
        self.new_scene()

    def new_scene(self) -> None:
        """Called when another level is open."""
        #: By GUID, by an object's path, or by the object.
        self._places: dict[object, int] = {}
        self._next = itertools.count(1)

    def place(self, key: object) -> int:
        """Where something stands in lists: in the order in which things are first seen."""
        if key not in self._places:
            self._places[key] = next(self._next)
        return self._places[key]

    def knows(self, key: str) -> bool:
        """Whether this GUID, or the thing of this number, has been seen here."""
        return key in self._places or (key.isdigit() and int(key) in self._places.values())


def parsed(kind: str, reference: str) -> str | None:
    """The GUID or number in an id of this kind."""
    match = _ID.fullmatch(reference)
    return match[2] if match is not None and match[1] == kind else None


def missing(kind: str, reference: str, nearest: list[str]) -> NotFoundError | StaleIdError:
    """The error for what leads nowhere: an id of what is gone, or of another level or host, or a name of nothing."""
    match = _ID.fullmatch(reference)
    if match is not None and IDENTITY.knows(match[2]):
        return NotFoundError(f"`{reference}` is no {kind} of this level any more", {"id": reference})
    if _LIKE_ID.fullmatch(reference):
        return StaleIdError(
            f"`{reference}` leads to nothing in this level: it belongs to another level or host",
            {"id": reference},
            ["list again and use the ids that come back"],
        )
    return NotFoundError(f"no {kind} is called `{reference}`", {"name": reference}, nearest)


#: One per process, as there is one open level.
IDENTITY = Identity()
