"""Ids of what has a name inside an object: constraints, modifiers, bones, UV maps; or inside an action: its channels
and keyframes, whose names are the path and the frame.

An id is `<kind>_<epoch>_<object's uid>_<token>`. Blender numbers no parts, so tokens are given here: an object's parts
are compared with those seen last, in order. What kept its name is the same; what stands in the place of one that is
gone, among as many, was renamed; what comes back under the name of one that was gone came back by undo. So an id
survives rename, re-ordering and undo, the artist's own too. Two changes of one object's parts between two looks that
rename and re-order at once are the one case that is told as `stale_id`.

Where there may be many parts, a kind gives a `stamp` of an object's parts, which is cheap to take and tells whether
they are as they were, and says itself which of them are the same under another name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.blender import context, versions
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.references import the_only
from scenewire.errors import NotFoundError, StaleIdError


@dataclass(frozen=True)
class Part:
    """A part by its object and its key, a text that is unique among the object's parts of the kind. No reference to
    the part itself is kept: Blender moves some of them when others are added."""

    owner: Any
    key: str


class Target:
    """A part for the length of a call. What it is in Blender is looked up each time it is used."""

    def __init__(self, part: Part):
        self.part = part

    @property
    def node(self) -> Any:
        """The object that has it."""
        return self.part.owner


class ModifierTarget(Target):
    """A modifier of an object."""

    @property
    def it(self) -> Any:
        """Blender's modifier."""
        return self.node.modifiers[self.part.key]


#: Of the parts as they were and as they are, by stamp or by key: which one of now was called otherwise then.
Renamed = Callable[[Any, Any], dict[str, str]]


def in_place(before: list[str], now: list[str]) -> dict[str, str]:
    """What stands in the place of one that is gone, among as many, was renamed."""
    if len(before) != len(now):
        return {}
    known, present = set(before), set(now)
    return {new: old for old, new in zip(before, now) if old not in present and new not in known}


class _Seen:
    """The parts of one object as they were when one looked last."""

    def __init__(self) -> None:
        self.tokens: dict[str, int] = {}
        self.gone: dict[str, int] = {}
        #: What the parts looked like, where their kind has stamps.
        self.stamp: Any = None
        self._keys: dict[int, str] = {}

    def key_of(self, token: int) -> str | None:
        """The key that a token has now."""
        if len(self._keys) != len(self.tokens) or self.tokens.get(self._keys.get(token, "")) != token:
            self._keys = {known: key for key, known in self.tokens.items()}
        return self._keys.get(token)

    def update(self, keys: list[str], renamed: Callable[[], dict[str, str]], new: Callable[[], int]) -> None:
        if list(self.tokens) == keys:
            return
        was = renamed()
        tokens = {}
        for key in keys:
            known = self.tokens.get(was.get(key, key))
            tokens[key] = known or self.gone.pop(key, 0) or new()
        kept = set(tokens.values())
        self.gone.update({key: token for key, token in self.tokens.items() if token not in kept})
        self.tokens = tokens


class Parts:
    """One kind of parts. `keys` gives those of an object, in order; `owners` every object that may have some."""

    def __init__(
        self,
        kind: str,
        keys: Callable[[Any], list[str]],
        owners: Callable[[], Iterable[Any]],
        of: str = "node",
        *,
        stamp: Callable[[Any], Any] | None = None,
        renamed: Renamed = in_place,
    ):
        self.kind = kind
        self._owner_kind = of
        self._keys = keys
        self._owners = owners
        self._stamp = stamp
        self._renamed = renamed
        self._id = re.compile(rf"{kind}_(\d+)_(\d+)_(\d+)")
        self._seen: dict[tuple[int, int], _Seen] = {}
        self._last = 0
        #: How often the scene had been settled, and whose parts were looked at since.
        self._read: tuple[int, set[int]] = (-1, set())

    def id_of(self, part: Part) -> str:
        """The id of a part."""
        token = self._look(part.owner).tokens[part.key]
        return f"{self.kind}_{IDENTITY.epoch}_{versions.session_uid(part.owner)}_{token}"

    def read_id(self, part: Part) -> str:
        """The same for readers of fields, of whom there may be many at once: every read settles first, and nothing is
        written while it lasts, so that one look at each object does."""
        seen = self._look_once(part.owner)
        if part.key not in seen.tokens:
            seen = self._look(part.owner)
        return f"{self.kind}_{IDENTITY.epoch}_{versions.session_uid(part.owner)}_{seen.tokens[part.key]}"

    def ids_of(self, owner: Any, keys: Iterable[str]) -> list[str]:
        """The ids of many parts of one object, for one look at it."""
        tokens = self._look(owner).tokens
        start = f"{self.kind}_{IDENTITY.epoch}_{versions.session_uid(owner)}"
        return [f"{start}_{tokens[key]}" for key in keys]

    def places(self, parts: Iterable[Part]) -> list[list[int]]:
        """Where parts stand in a list: by the numbers of their ids, which nothing changes. One look at each object."""
        tokens: dict[int, dict[str, int]] = {}
        places = []
        for part in parts:
            uid = versions.session_uid(part.owner)
            if uid not in tokens:
                tokens[uid] = self._look(part.owner).tokens
            places.append([IDENTITY.epoch, uid, tokens[uid][part.key]])
        return places

    def made(self, part: Part) -> Part:
        """Said of a part that was just made: it is a new one, even under the name of one that was deleted."""
        self.made_all(part.owner, [part.key])
        return part

    def made_all(self, owner: Any, keys: Iterable[str]) -> None:
        """The same of many parts of one object."""
        seen = self._seen.setdefault((IDENTITY.epoch, versions.session_uid(owner)), _Seen())
        for key in keys:
            seen.gone.pop(key, None)
            if key in seen.tokens:
                # One of this name was there at the last look, and nobody looked since it was deleted.
                token = seen.tokens.pop(key)
                seen.gone[f"{key}\0{token}"], seen.stamp = token, None
        self._look(owner)

    def follow(self, part: Part, key: str, change: Callable[[], None]) -> Part:
        """Makes a change that gives a part another key and may re-order all; the id stays with it."""
        self.follow_all(part.owner, {part.key: key}, change)
        return Part(part.owner, key)

    def follow_all(self, owner: Any, moves: dict[str, str], change: Callable[[], None]) -> None:
        """Makes a change that gives parts of an object other keys, by those that they have; the ids stay with them."""
        seen = self._look(owner)
        before = seen.tokens
        change()
        known = {moves.get(key, key): token for key, token in before.items()}
        for key, other in moves.items():
            seen.gone.pop(other, None)
            if key != other:
                seen.gone[key] = before[key]
        seen.tokens = {key: known.get(key) or self._next() for key in self._keys(owner)}
        seen.stamp = self._stamp(owner) if self._stamp else None

    def is_id(self, reference: str) -> bool:
        """Whether this is an id of such a part, and not a name."""
        return self._id.fullmatch(reference) is not None

    def find(self, reference: str, *, unwritten: bool = False) -> Part:
        """The part of an id, of a unique name, or of `object/name`. `unwritten` says that this call has written nothing
        yet, so that one look at each object does for many references."""
        match = self._id.fullmatch(reference)
        if match is None:
            return self._by_name(reference)
        IDENTITY.refuse_stale(reference, int(match[1]))
        uid, token = int(match[2]), int(match[3])
        owner = IDENTITY.by_uid(self._owner_kind, uid)
        if owner is None:
            raise NotFoundError(f"what `{reference}` was part of was deleted, or undone", {"id": reference})
        seen = self._look_once(owner) if unwritten else self._look(owner)
        found = seen.key_of(token)
        if found is not None:
            return Part(owner, found)
        if token in seen.gone.values():
            raise NotFoundError(f"`{reference}` of `{owner.name}` was deleted, or undone", {"id": reference})
        raise StaleIdError(
            f"`{owner.name}` has no {self.kind} of the id `{reference}` any more",
            {"id": reference},
            [f"list them again, of `{owner.name}`"],
        )

    def of(self, owner: Any) -> list[Part]:
        """The parts of one object."""
        return [Part(owner, key) for key in self._keys(owner)]

    def all(self) -> list[Part]:
        """The parts of every object."""
        return [part for owner in self._owners() for part in self.of(owner)]

    def _look_once(self, owner: Any) -> _Seen:
        """A look that holds until the scene is settled again, or the next call begins."""
        uid = versions.session_uid(owner)
        if self._read[0] != context.settled:
            self._read = (context.settled, set())
        if uid in self._read[1]:
            return self._seen[IDENTITY.epoch, uid]
        self._read[1].add(uid)
        return self._look(owner)

    def _look(self, owner: Any) -> _Seen:
        seen = self._seen.setdefault((IDENTITY.epoch, versions.session_uid(owner)), _Seen())
        stamp = self._stamp(owner) if self._stamp else None
        if stamp is not None and stamp == seen.stamp:
            return seen
        keys, before = self._keys(owner), list(seen.tokens) if stamp is None else seen.stamp
        seen.update(keys, lambda: self._renamed(before, keys if stamp is None else stamp) if before else {}, self._next)
        seen.stamp = stamp
        return seen

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _by_name(self, name: str) -> Part:
        everyone = self.all()
        found = [part for part in everyone if name in (_short(part.key), f"{part.owner.name}/{_short(part.key)}")]
        return the_only(
            self.kind,
            name,
            found,
            lambda part: {"id": self.id_of(part), "name": name, "owner": part.owner.name},
            lambda: (_short(part.key) for part in everyone),
            f": {', '.join(f'{part.owner.name}/{_short(part.key)}' for part in found[:5])}",
        )


def meshes() -> list[Any]:
    """The mesh objects of the scene: what most parts lie in."""
    import bpy

    return [node for node in bpy.context.scene.objects if node.type == "MESH"]


def _short(key: str) -> str:
    """The name in a key: what stands behind the last line break (before it: the bone that has it)."""
    return key.rpartition("\n")[2]
