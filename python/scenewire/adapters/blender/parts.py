"""Ids of what has a name inside an object: constraints, modifiers, bones, UV maps; or inside an action: its channels
and keyframes, whose names are the path and the frame.

An id is `<kind>_<epoch>_<object's uid>_<token>`. Blender numbers no parts, so tokens are given here: an object's parts
are compared with those seen last, in order. What kept its name is the same; what stands in the place of one that is
gone, among as many, was renamed; what comes back under the name of one that was gone came back by undo. So an id
survives rename, re-ordering and undo, the artist's own too. Two changes of one object's parts between two looks that
rename and re-order at once are the one case that is told as `stale_id`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.identity import IDENTITY, nearest
from scenewire.errors import AmbiguousNameError, NotFoundError, StaleIdError


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


class _Seen:
    """The parts of one object as they were when one looked last."""

    def __init__(self) -> None:
        self.tokens: dict[str, int] = {}
        self.gone: dict[str, int] = {}

    def update(self, keys: list[str], new: Callable[[], int]) -> None:
        if list(self.tokens) == keys:
            return
        before, present = list(self.tokens), set(keys)
        renamed: dict[str, str] = {}
        if len(before) == len(keys):
            pairs = zip(before, keys)
            renamed = {now: was for was, now in pairs if was not in present and now not in self.tokens}
        tokens = {}
        for key in keys:
            known = self.tokens.get(renamed.get(key, key))
            tokens[key] = known or self.gone.pop(key, 0) or new()
        kept = set(tokens.values())
        self.gone.update({key: token for key, token in self.tokens.items() if token not in kept})
        self.tokens = tokens


class Parts:
    """One kind of parts. `keys` gives those of an object, in order; `owners` every object that may have some."""

    def __init__(
        self, kind: str, keys: Callable[[Any], list[str]], owners: Callable[[], Iterable[Any]], of: str = "node"
    ):
        self.kind = kind
        self._owner_kind = of
        self._keys = keys
        self._owners = owners
        self._id = re.compile(rf"{kind}_(\d+)_(\d+)_(\d+)")
        self._seen: dict[tuple[int, int], _Seen] = {}
        self._last = 0

    def id_of(self, part: Part) -> str:
        """The id of a part."""
        token = self._look(part.owner).tokens[part.key]
        return f"{self.kind}_{IDENTITY.epoch}_{versions.session_uid(part.owner)}_{token}"

    def ids_of(self, owner: Any, keys: Iterable[str]) -> list[str]:
        """The ids of many parts of one object, for one look at it."""
        tokens = self._look(owner).tokens
        start = f"{self.kind}_{IDENTITY.epoch}_{versions.session_uid(owner)}"
        return [f"{start}_{tokens[key]}" for key in keys]

    def made(self, part: Part) -> Part:
        """Said of a part that was just made: it is a new one, even under the name of one that was deleted."""
        seen = self._seen.get((IDENTITY.epoch, versions.session_uid(part.owner)))
        if seen is not None:
            seen.gone.pop(part.key, None)
        self._look(part.owner)
        return part

    def follow(self, part: Part, key: str, change: Callable[[], None]) -> Part:
        """Makes a change that gives a part another key and may re-order all; the id stays with it."""
        seen = self._look(part.owner)
        token = seen.tokens[part.key]
        change()
        known = {**{name: was for name, was in seen.tokens.items() if was != token}, key: token}
        seen.gone.pop(key, None)
        if key != part.key:
            seen.gone[part.key] = token
        seen.tokens = {name: known.get(name) or self._next() for name in self._keys(part.owner)}
        return Part(part.owner, key)

    def is_id(self, reference: str) -> bool:
        """Whether this is an id of such a part, and not a name."""
        return self._id.fullmatch(reference) is not None

    def find(self, reference: str) -> Part:
        """The part of an id, of a unique name, or of `object/name`."""
        match = self._id.fullmatch(reference)
        if match is None:
            return self._by_name(reference)
        IDENTITY.refuse_stale(reference, int(match[1]))
        uid, token = int(match[2]), int(match[3])
        owner = IDENTITY.by_uid(self._owner_kind, uid)
        if owner is None:
            raise NotFoundError(f"what `{reference}` was part of was deleted, or undone", {"id": reference})
        seen = self._look(owner)
        found = next((key for key, known in seen.tokens.items() if known == token), None)
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

    def _look(self, owner: Any) -> _Seen:
        seen = self._seen.setdefault((IDENTITY.epoch, versions.session_uid(owner)), _Seen())
        seen.update(self._keys(owner), self._next)
        return seen

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _by_name(self, name: str) -> Part:
        everyone = self.all()
        found = [part for part in everyone if name in (_short(part.key), f"{part.owner.name}/{_short(part.key)}")]
        if len(found) == 1:
            return found[0]
        if found:
            candidates = [{"id": self.id_of(part), "name": name, "owner": part.owner.name} for part in found]
            raise AmbiguousNameError(
                f"{len(found)} {self.kind}s are called `{name}`",
                {"candidates": candidates},
                [f"{part.owner.name}/{name}" for part in found],
            )
        names = (_short(part.key) for part in everyone)
        raise NotFoundError(f"no {self.kind} is called `{name}`", {"name": name}, nearest(name, names))


def meshes() -> list[Any]:
    """The mesh objects of the scene: what most parts lie in."""
    import bpy

    return [node for node in bpy.context.scene.objects if node.type == "MESH"]


def _short(key: str) -> str:
    """The name in a key: what stands behind the last line break (before it: the bone that has it)."""
    return key.rpartition("\n")[2]
