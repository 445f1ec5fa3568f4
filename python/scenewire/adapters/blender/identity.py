"""Ids of data-blocks: `<kind>_<epoch>_<session uid>`. They survive rename, undo and re-ordering.

Loading a file ends them, and so does another instance: each begins with an epoch of its own.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from typing import Any, NoReturn

from scenewire.adapters.blender import context, versions
from scenewire.adapters.references import the_only
from scenewire.errors import NotFoundError, StaleIdError

_ID = re.compile(r"([a-z_]+)_(\d+)_(\d+)")

#: `bpy.data` collection by the kind in the id. Another entity that is a data-block is one more line here.
_COLLECTIONS = {
    "node": "objects",
    "material": "materials",
    "group": "collections",
    "texture": "images",
    "clip": "actions",
    "blend_shape_group": "shape_keys",
    "environment": "worlds",
    "render_settings": "scenes",
    "graph": "node_groups",
}


#: Where epochs begin. Blender numbers data-blocks alike in each process, so that without it an id of another instance
#: would lead to another thing of the same number.
_FIRST = range(10_000, 100_000)


class Identity:
    """Which id is which data-block. Holds numbers and names, never a reference: undo would leave it dangling."""

    def __init__(self) -> None:
        self._epoch = secrets.choice(_FIRST)
        self._names: dict[tuple[str, int], str] = {}
        #: Of which kind, and since which settling, the last one was looked for, and where each of that kind stood then.
        self._asked: tuple[str, int] = ("", -1)
        self._places: dict[int, int] | None = None

    def new_epoch(self) -> None:
        """Called when a file was loaded: every id given so far is stale."""
        self._epoch += 1
        self._names.clear()

    def of(self, kind: str, block: Any) -> str:
        """The id of a data-block."""
        uid = versions.session_uid(block)
        self._names[kind, uid] = block.name
        return f"{kind}_{self._epoch}_{uid}"

    def of_uid(self, kind: str, uid: int) -> str:
        """The id of a data-block whose number is known."""
        return f"{kind}_{self._epoch}_{uid}"

    def find(self, kind: str, reference: str) -> Any:
        """The data-block of an id or unique name."""
        match = _ID.fullmatch(reference)
        if match and match[1] == kind:
            block = self.by_uid(kind, int(match[3])) if int(match[2]) == self._epoch else None
            if block is not None:
                return block
            # What has no such id may still be called so.
            if reference not in _blocks(kind):
                self._gone(kind, reference, int(match[2]), int(match[3]))
        return self._by_name(kind, reference)

    def places(self, blocks: Iterable[Any]) -> list[int]:
        """Where data-blocks stand in a list: in the order in which they came to be, which nothing changes."""
        before = self.place(0)
        return [before + uid for uid in versions.session_uids(list(blocks))]

    def place(self, uid: int) -> int:
        """Where the data-block of a number stands."""
        return (self._epoch << 32) + uid

    @property
    def epoch(self) -> int:
        """Grows with every file that is loaded."""
        return self._epoch

    def _gone(self, kind: str, reference: str, epoch: int, uid: int) -> NoReturn:
        self.refuse_stale(reference, epoch)
        blocks, hint = _blocks(kind), self._names.get((kind, uid))
        was = f"; it was called `{hint}`" if hint else ""
        near = [hint] if hint and hint in blocks else []
        raise NotFoundError(
            f"no {kind} has the id `{reference}`: it was deleted, or undone{was}", {"id": reference}, near
        )

    def kind_of(self, reference: str) -> str:
        """What sort of data-block an id is of; empty for a name."""
        match = _ID.fullmatch(reference)
        return match[1] if match and match[1] in _COLLECTIONS else ""

    def by_uid(self, kind: str, uid: int) -> Any:
        """The data-block of a session uid, None when there is none."""
        blocks = _blocks(kind)
        block = self._in_place(kind, blocks, uid)
        if block is not None:
            return block
        hint = self._names.get((kind, uid))
        block = blocks.get(hint) if hint else None
        if block is not None and versions.session_uid(block) == uid:
            return block
        uids = versions.session_uids(blocks)
        return blocks[uids.index(uid)] if uid in uids else None

    def _in_place(self, kind: str, blocks: Any, uid: int) -> Any:
        """The same where it stood, from the second one that a call looks for on: by its name Blender finds one by going
        through all before it, one name at a time."""
        asked = (kind, context.settled)
        if self._asked != asked:
            self._asked, self._places = asked, None
            return None
        if self._places is None:
            self._places = {uid: place for place, uid in enumerate(versions.session_uids(blocks))}
        place = self._places.get(uid)
        try:
            block = None if place is None else blocks[place]
        except IndexError:
            return None
        return block if block is not None and versions.session_uid(block) == uid else None

    def refuse_stale(self, reference: str, epoch: int) -> None:
        """Raises `stale_id` for an id from before a file was loaded, or of another instance."""
        if epoch != self._epoch:
            raise StaleIdError(
                f"`{reference}` is an id of another instance, or from before another file was loaded here",
                {"id": reference},
                ["read the scene again with get_scene", "call the instance that gave the id"],
            )

    def _by_name(self, kind: str, name: str) -> Any:
        import bpy

        blocks = _blocks(kind)
        # Only linked libraries can bring a second data-block of the same name.
        found = [b for b in blocks if b.name == name] if len(bpy.data.libraries) else _some(blocks.get(name))
        return the_only(
            kind,
            name,
            found,
            lambda block: {"id": self.of(kind, block), "name": name, "library": _library(block)},
            lambda: (block.name for block in blocks),
        )


def _blocks(kind: str) -> Any:
    import bpy

    return getattr(bpy.data, _COLLECTIONS[kind])


def _library(block: Any) -> str:
    return str(block.library.filepath) if block.library else ""


def _some(block: Any) -> list[Any]:
    return [] if block is None else [block]


#: One per process, as there is one `bpy.data`.
IDENTITY = Identity()
