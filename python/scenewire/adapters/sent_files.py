"""Files that a caller names or sends, as files that an importer can read."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from typing import Any

from scenewire.adapters.contract import Json
from scenewire.adapters.file_rules import refuse_missing
from scenewire.errors import InvalidParamsError


@contextlib.contextmanager
def incoming(item: Json, suffix: str) -> Iterator[str]:
    """The path of a file that was named (`path`) or sent (`data`, with `companions` by their names beside it)."""
    if item.get("path"):
        refuse_missing(item["path"])
        yield item["path"]
        return
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        for companion in item.get("companions") or ():
            _write(os.path.join(folder, _plain(companion["name"])), companion["data"])
        path = os.path.join(folder, _plain(item.get("name") or "Imported") + suffix)
        _write(path, item["data"])
        yield path


def _write(path: str, data: Any) -> None:
    with open(path, "wb") as file:
        file.write(data)


def _plain(name: str) -> str:
    """A file name that stays in its folder."""
    if name != os.path.basename(name) or name in ("", ".", "..") or "\\" in name or "\0" in name:
        raise InvalidParamsError(
            "a file that is sent has a plain name", {"path": "name", "expected": "a name without folders", "got": name}
        )
    return name


def one_source(item: Json) -> None:
    """Raises unless a file is either named or sent."""
    if bool(item.get("path")) == ("data" in item):
        raise InvalidParamsError(
            "a file is named or sent", {"path": "path", "expected": "either `path` or `data`", "got": sorted(item)}
        )
