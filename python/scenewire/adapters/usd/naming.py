"""Names. A prim's own name is an identifier; what no identifier can say is its display name, which USD has for that."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.references import kept_whole, the_only
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import HandlerError

#: Bytes of a name: layers keep any, people and other hosts do not.
_MOST = 255


def checked_name(name: str) -> str:
    """The name, when it is one."""
    return kept_whole(name, _MOST, "other hosts keep")


def shown(prim: Any) -> str:
    """The name that people see."""
    return str(prim.GetDisplayName() or prim.GetName())


def identifier(name: str) -> str:
    """The identifier that is nearest to a name."""
    from pxr import Sdf

    if Sdf.Path.IsValidIdentifier(name):
        return name
    letters = [
        letter if Sdf.Path.IsValidIdentifier(f"_{letter}") else "_" for letter in unicodedata.normalize("NFC", name)
    ]
    made = "".join(letters)
    return made if Sdf.Path.IsValidIdentifier(made) else f"_{made}"


def new_path(parent: Any, name: str, own: Any = None) -> tuple[Any, str]:
    """Where a prim of this name goes below a parent, and the name itself, numbered when a sibling has it."""
    return _place(parent, name, _taken(parent, own))


def _place(parent: Any, name: str, taken: tuple[set[str], set[str]]) -> tuple[Any, str]:
    names, identifiers = taken
    name = _free(checked_name(name), names)
    return parent.AppendChild(_free(identifier(name), identifiers)), name


def _taken(parent: Any, own: Any = None) -> tuple[set[str], set[str]]:
    """The names below a prim that people see, and the identifiers."""
    prim = STAGE.prim(parent)
    # Those too that are switched off or only prepared: their names are taken.
    siblings = [child for child in prim.GetAllChildren() if child.GetPath() != own] if prim else []
    return {shown(child) for child in siblings}, {child.GetName() for child in siblings}


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = next(number for number in range(1, len(taken) + 2) if f"{name}_{number}" not in taken)
    return f"{name}_{number}"


def define(parent: Any, name: str, kind: str, in_space: Callable[[], Iterable[str]] | None = None) -> Any:
    """A new prim of this type; ``in_space`` gives names that are no more free than a sibling's."""
    known = parent, in_space is not None
    if known not in STAGE.taken:
        names, identifiers = _taken(parent)
        STAGE.taken[known] = names.union(in_space() if in_space else ()), identifiers
    below = STAGE.taken[known]
    path, name = _place(parent, name, below)
    prim = STAGE.stage.DefinePrim(path, kind)
    if not prim:
        raise HandlerError(f"USD does not define `{path}` in this layer", {"path": str(path)})
    IDENTITY.forget(path)
    if prim.GetName() != name:
        prim.SetDisplayName(name)
    # Looked for anew for each of many prims, they would take longer than the prims themselves.
    below[0].add(name)
    below[1].add(prim.GetName())
    STAGE.taken[known] = below
    return prim


def move(old: Any, parent: Any, name: str) -> Any:
    """Puts a prim below another parent or under another name; whatever refers to it follows. Gives its path."""
    from pxr import Usd

    new, name = new_path(parent, name, own=old)
    if new != old:
        editor = Usd.NamespaceEditor(STAGE.stage)
        editor.MovePrimAtPath(old, new)
        able = editor.CanApplyEdits()
        if not able:
            raise HandlerError(f"USD cannot move `{old}` to `{new}`: {able.whyNot}", {"path": str(old)})
        editor.ApplyEdits()
        IDENTITY.moved(old, new)
    prim = STAGE.prim(new)
    if prim.GetName() != name:
        prim.SetDisplayName(name)
    elif prim.HasAuthoredDisplayName():
        prim.ClearDisplayName()
    return new


def rename(path: Any, name: str) -> Any:
    """Gives a prim another name. Gives its path."""
    return move(path, path.GetParentPath(), name)


def remove(path: Any) -> None:
    """Removes a prim with all that is below it; what is composed from elsewhere is removed by this stage."""
    from pxr import Usd

    editor = Usd.NamespaceEditor(STAGE.stage)
    editor.DeletePrimAtPath(path)
    able = editor.CanApplyEdits()
    if not able:
        raise HandlerError(f"USD cannot remove `{path}`: {able.whyNot}", {"path": str(path)})
    editor.ApplyEdits()
    IDENTITY.forget(path)


class Names:
    """Which things of a kind are called what; made anew when the stage has changed."""

    def __init__(self) -> None:
        self._tables: dict[str, tuple[int, dict[str, list[Any]]]] = {}

    def find(self, kind: str, name: str, prims: Iterable[Any]) -> Any:
        """The path of the only one of this name, or of the one at this path."""
        table = self._table(kind, prims)
        found = table.get(name, [])
        if not found and name.startswith("/"):
            found = [path for paths in table.values() for path in paths if str(path) == name]
        return the_only(
            kind,
            name,
            found,
            lambda path: {"id": IDENTITY.of(kind, path), "name": name, "path": str(path)},
            lambda: table,
            f": {', '.join(str(path) for path in found[:5])}",
        )

    def _table(self, kind: str, prims: Iterable[Any]) -> dict[str, list[Any]]:
        changes, table = self._tables.get(kind, (-1, {}))
        if changes != STAGE.changes:
            table = {}
            for prim in prims:
                table.setdefault(shown(prim), []).append(prim.GetPath())
            self._tables[kind] = (STAGE.changes, table)
        return table


#: One per process.
NAMES = Names()
