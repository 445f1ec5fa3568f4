"""Ids of prims, properties and parts of them: `<kind>_<epoch>_<number>`. USD knows them by paths alone, which change
with every rename; here a number stays with a thing while its path changes, and goes with it.

Opening another stage ends all numbers, and so does another instance: each begins with an epoch of its own.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from typing import Any

from scenewire.errors import NotFoundError, StaleIdError

_ID = re.compile(r"([a-z_]+?)_(\d+)_(\d+)")

#: Where epochs begin, so that an id of another instance is told from ours.
_FIRST = range(10_000, 100_000)

#: A path, and of what has no path its name there (a joint of a skeleton).
Key = tuple[Any, str]


class Identity:
    """Which number is what."""

    def __init__(self) -> None:
        #: What ids begin with after their kind: another one for each instance and each stage.
        self.epoch = secrets.choice(_FIRST)
        self._next = 1
        self._keys: dict[int, Key] = {}
        self._numbers: dict[Key, int] = {}
        self._was: dict[int, str] = {}

    def new_epoch(self) -> None:
        """Called when another stage is open: every id given so far is stale."""
        self.epoch += 1
        self._keys, self._numbers, self._was = {}, {}, {}

    def number(self, path: Any, part: str = "") -> int:
        """The number of what stands there, given when it is first asked for."""
        key = (path, part)
        number = self._numbers.get(key)
        if number is None:
            number, self._next = self._next, self._next + 1
            self._keys[number], self._numbers[key] = key, number
        return number

    def of(self, kind: str, path: Any, part: str = "") -> str:
        """The id of what stands there."""
        return f"{kind}_{self.epoch}_{self.number(path, part)}"

    def key(self, number: int) -> Key | None:
        """Where the thing of a number stands; None when it is gone."""
        return self._keys.get(number)

    def find(self, kind: str, reference: str) -> tuple[int | None, bool]:
        """The number of an id of this kind, None for what is no such id; and whether it looks like one at all.
        Raises `stale_id` for one of another stage or instance."""
        match = _ID.fullmatch(reference)
        if match is None:
            return None, False
        if match[1] != kind:
            return None, True
        self.refuse_stale(reference, int(match[2]))
        number = int(match[3])
        return (number if number in self._keys else None), True

    def refuse_stale(self, reference: str, epoch: int) -> None:
        """Raises for an id of another epoch than ours."""
        if epoch != self.epoch:
            raise StaleIdError(
                f"`{reference}` is an id of another instance, or from before another stage was opened here",
                {"id": reference},
                ["read the scene again with get_scene", "call the instance that gave the id"],
            )

    def gone(self, kind: str, reference: str) -> NotFoundError:
        """What to raise for an id that leads nowhere any more."""
        match = _ID.fullmatch(reference)
        was = self._was.get(int(match[3])) if match else None
        hint = f"; it was called `{was}`" if was else ""
        return NotFoundError(f"no {kind} has the id `{reference}`: it was deleted, or undone{hint}", {"id": reference})

    def moved(self, old: Any, new: Any) -> None:
        """Another path leads to the same thing now, and to all below it."""
        for key, number in list(self._numbers.items()):
            if key[0].HasPrefix(old):
                del self._numbers[key]
                other = (key[0].ReplacePrefix(old, new), key[1])
                self._numbers[other] = number
                self._keys[number] = other

    def renamed_part(self, path: Any, old: str, new: str) -> None:
        """A part of a prim is called otherwise now."""
        number = self._numbers.pop((path, old), None)
        if number is not None:
            self._numbers[path, new] = number
            self._keys[number] = (path, new)

    def forget(self, path: Any) -> None:
        """What stood there and below is gone; what will stand there is another thing."""
        for key, number in list(self._numbers.items()):
            if key[0].HasPrefix(path):
                self._drop(key, number)

    def forget_part(self, path: Any, part: str) -> None:
        """A part of a prim is gone."""
        number = self._numbers.get((path, part))
        if number is not None:
            self._drop((path, part), number)

    def prune(self, there: Callable[[Key], bool]) -> None:
        """Forgets whatever is not there any more: after what changed the stage without telling us."""
        for key, number in list(self._numbers.items()):
            if not there(key):
                self._drop(key, number)

    def _drop(self, key: Key, number: int) -> None:
        del self._numbers[key]
        del self._keys[number]
        self._was[number] = key[1] or key[0].name

    def kept(self) -> dict[int, Key]:
        """What leads where, to come back to."""
        return dict(self._keys)

    def restore(self, kept: dict[int, Key]) -> None:
        """Leads again where it led. What was given a number since keeps it where that contradicts nothing."""
        paths = set(kept.values())
        since = {number: key for number, key in self._keys.items() if number not in kept and key not in paths}
        self._keys = {**since, **kept}
        self._numbers = {key: number for number, key in self._keys.items()}


#: One per process, as there is one stage.
IDENTITY = Identity()
