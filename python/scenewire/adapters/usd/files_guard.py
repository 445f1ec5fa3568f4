"""Files that USD's own functions read and write, which Python's audit does not see: the guard looks at them too."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from scenewire import _fence

#: Functions whose first argument is a path, and whether they write there.
_WATCHED = (
    ("Layer", "CreateNew", True), ("Layer", "FindOrOpen", False), ("Layer", "OpenAsAnonymous", False),
    ("Layer", "Export", True), ("Layer", "Save", True), ("Stage", "CreateNew", True), ("Stage", "Open", False),
    ("Stage", "Export", True),
)  # fmt: skip


@contextmanager
def files_guarded() -> Iterator[None]:
    """While it lasts, guarded code reads and writes files in the roots alone, by USD's functions too."""
    from pxr import Sdf, Usd

    owners = {"Layer": Sdf.Layer, "Stage": Usd.Stage}
    before = [(owners[owner], name, owners[owner].__dict__[name]) for owner, name, _ in _WATCHED]
    try:
        for (owner, name, found), (_, _, writes) in zip(before, _WATCHED):
            setattr(owner, name, _checked(getattr(owner, name), found, f"{owner.__name__}.{name}", writes))
        yield
    finally:
        for owner, name, found in before:
            setattr(owner, name, found)


def _checked(original: Callable[..., Any], found: Any, name: str, writes: bool) -> Any:
    static = isinstance(found, staticmethod)

    @functools.wraps(original)
    def call(*given: Any, **named: Any) -> Any:
        paths = [one for one in (*given[: 1 if static else 2], *named.values()) if isinstance(one, str)]
        if name == "Layer.Save":
            paths = [given[0].realPath]
        if _fence.guarding() and paths and not paths[0].startswith("anon:"):
            _fence.refuse_path(paths[0], writes, name)
        return original(*given, **named)

    return staticmethod(call) if static else call
