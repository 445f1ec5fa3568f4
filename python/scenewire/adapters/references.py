"""What every host says of names: of one that it cannot keep, and of a name or id that leads nowhere or to several."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from scenewire.errors import AmbiguousNameError, InvalidParamsError, NotFoundError

T = TypeVar("T")


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """The names most like the one that was not found, best first; upper and lower case do not matter."""
    by_lower = {other.lower(): other for other in names}
    return [by_lower[match] for match in difflib.get_close_matches(name.lower(), by_lower, n=5, cutoff=0.5)]


def kept_whole(name: str, most: int, keeper: str) -> str:
    """The name, when it is one and has at most so many bytes of UTF-8; ``keeper`` is who keeps no more."""
    if not name.strip():
        raise InvalidParamsError("a name has at least one character", {"path": "name", "expected": "a name"})
    if "\0" in name:
        raise InvalidParamsError("a name has no NUL character", {"path": "name"})
    size = len(name.encode())
    if size > most:
        raise InvalidParamsError(
            f"the name has {size} bytes, and {keeper} {most} of them",
            {"path": "name", "expected": f"at most {most} bytes of UTF-8", "got": f"{size} bytes"},
            [f"use `{name.encode()[:most].decode(errors='ignore')}`"],
        )
    return name


def the_only(
    kind: str,
    name: str,
    found: Sequence[T],
    candidate: Callable[[T], dict[str, Any]],
    names: Callable[[], Iterable[str]],
    which: str = "",
) -> T:
    """The one thing that was found under a name. Raises when there are several, each told as ``candidate`` does, with
    its ``id``; or none, with the nearest of all ``names``."""
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"no {kind} is called `{name}`", {"name": name}, nearest(name, names()))
    candidates = [candidate(one) for one in found]
    raise AmbiguousNameError(
        f"{len(found)} {kind}s are called `{name}`{which}",
        {"candidates": candidates},
        [str(one["id"]) for one in candidates],
    )
