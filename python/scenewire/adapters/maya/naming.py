"""Names. Those of Maya's nodes are letters without accents, digits and `_`, in namespaces; what a name has besides
becomes the nearest of these, as Maya's own rename does it, and the name that a node got is the one that is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from scenewire.adapters.references import kept_whole
from scenewire.errors import ConflictError, InvalidParamsError

#: Bytes of a name: other hosts keep no more.
_MOST = 255
_FOREIGN = re.compile(r"[^A-Za-z0-9_]")


def checked_name(name: str) -> str:
    """The name as Maya takes it. Raises for one that is empty, too long, or in a namespace that is not there."""
    from maya import cmds

    *spaces, own = kept_whole(name, _MOST, "other hosts keep").split(":")
    space = ":".join(spaces)
    if space and not cmds.namespace(exists=f":{space}"):
        there = [one for one in cmds.namespaceInfo(listOnlyNamespaces=True, recurse=True) or () if one not in _OWN]
        raise InvalidParamsError(
            f"there is no namespace `{space}`",
            {"path": "name", "got": name, "expected": "a name, in a namespace that is there"},
            [f'cmds.namespace(add="{space}")', *there[:4]],
        )
    return f"{space}:{identifier(own)}" if space else identifier(own)


#: Namespaces that Maya itself has.
_OWN = ("UI", "shared")


def identifier(name: str) -> str:
    """The nearest name that Maya has: accents go, all else that is no letter or digit is `_`."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    made = _FOREIGN.sub("_", bare)
    return f"_{made}" if not made or made[0].isdigit() else made


def is_path(name: str) -> bool:
    """Whether this can be the name or path of a node, and is no pattern."""
    return re.fullmatch(r"[A-Za-z0-9_:|]+", name) is not None


def shown(path: str) -> str:
    """The name of a node, with its namespace, without what it lies below."""
    return path.rpartition("|")[2]


def rename(path: str, name: str) -> None:
    """Gives a node another name. Its shapes follow, as in Maya's own rename."""
    from maya import cmds

    wanted = checked_name(name)
    if shown(path) == wanted:
        return
    refuse_referenced(path, "renamed")
    cmds.rename(path, f":{wanted}")


def refuse_referenced(path: str, verb: str) -> None:
    """Raises for what comes from a referenced file, of which this scene cannot change name, place or being there."""
    from maya import cmds

    if cmds.referenceQuery(path, isNodeReferenced=True):
        file = cmds.referenceQuery(path, filename=True)
        raise ConflictError(
            f"`{shown(path)}` comes from a referenced file and cannot be {verb} here",
            {"node": path, "file": file},
            [f"open `{file}` and do it there", "or import the reference: cmds.file(file, importReference=True)"],
        )


def components(kind: str, numbers: Iterable[int]) -> list[str]:
    """Components by their names, `vtx[3]`; those that follow each other as one, `vtx[3:7]`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [f"{kind}[{first}:{last}]" if first != last else f"{kind}[{first}]" for first, last in runs]
