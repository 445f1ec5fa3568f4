"""What reading, opening and saving files hold to in every host: what is not there is told as such, nothing unsaved is
lost silently, and nothing is told that was not done.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from scenewire.adapters.contract import Json
from scenewire.errors import ConflictError, HandlerError, SceneWireFileNotFoundError


def refuse_missing(path: str) -> None:
    """Raises when there is no such file."""
    if not os.path.isfile(path):
        raise SceneWireFileNotFoundError(f"there is no file `{path}`", {"path": path})


def refuse_inside(transaction: bool) -> None:
    """Raises `conflict` inside a transaction."""
    if transaction:
        raise ConflictError("a file cannot be opened inside a transaction: that could not be rolled back")


def opened(scene: Json, kept: str | None) -> Json:
    """The scene of what was just opened, and where the unsaved changes of what was open before are."""
    return {**scene, "unsaved_changes_kept_in": kept} if kept else scene


def recovery_name(file: str, ending: str, revision: int) -> str:
    """What the copy of unsaved changes is called: after its file, when it was, whose, and of which revision."""
    name = os.path.splitext(os.path.basename(file))[0] or "untitled"
    return f"{name}-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{revision}{ending}"


@contextmanager
def must_write(target: str, writer: str) -> Iterator[None]:
    """Raises when the file is afterwards what it was before."""
    before = _stamp(target)
    yield
    if _stamp(target) == before:
        raise HandlerError(f"{writer} did not write `{target}`", {"path": target})


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_ino
