"""Sets of pictures, one for each tile of texture space: ``wall.<UDIM>.png`` is ``wall.1001.png``, ``wall.1002.png``
and so on. The word and the numbers (1001 + column + 10 rows) are Mari's, and those of Blender, Maya and USD.
"""

from __future__ import annotations

import os
import re

from scenewire.adapters.file_rules import refuse_missing
from scenewire.errors import SceneWireFileNotFoundError

TILE = "<UDIM>"


def is_set(path: str) -> bool:
    """Whether a path means a set of tiles."""
    return TILE in os.path.basename(path)


def tiles_of(path: str) -> list[int]:
    """The numbers of the tiles of a set that there are, in order."""
    folder, name = os.path.split(path)
    before, _, after = name.partition(TILE)
    pattern = re.compile(f"{re.escape(before)}(\\d{{4}}){re.escape(after)}")
    found = (pattern.fullmatch(one) for one in (os.listdir(folder) if os.path.isdir(folder) else ()))
    return sorted(int(one[1]) for one in found if one and int(one[1]) > 1000)


def tile_of(path: str, number: int) -> str:
    """The file of one tile."""
    return path.replace(TILE, str(number))


def set_of(file: str) -> str:
    """The set that the file of a tile belongs to."""
    folder, name = os.path.split(file)
    return os.path.join(folder, re.sub(r"\d{4}(?=\D*$)", TILE, name, count=1))


def refuse_missing_picture(path: str) -> None:
    """Raises when there is no such file, or no tile of such a set."""
    if not is_set(path):
        refuse_missing(path)
    elif not tiles_of(path):
        raise SceneWireFileNotFoundError(f"there is no tile of `{path}`, such as 1001", {"path": path})
