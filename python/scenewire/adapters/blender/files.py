"""Opening and saving. Unsaved work is never lost silently: a recovery copy is written first and named in the result."""

from __future__ import annotations

import os
import tempfile
import time
from typing import Any

from scenewire.adapters.blender.happenings import HAPPENINGS
from scenewire.adapters.blender.scene import file_path, get_scene
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.errors import ConflictError, HandlerError, InvalidParamsError, SceneWireFileNotFoundError


def open_file(*, path: str, job: Job) -> Json:
    """Opens a file in place of the open one and gives the scene."""
    import bpy

    if not os.path.isfile(path):
        raise SceneWireFileNotFoundError(f"there is no file `{path}`", {"path": path})
    refuse_in_transaction()
    kept = keep_unsaved(job)
    run(bpy.ops.wm.open_mainfile, f"Blender could not open `{path}`", filepath=path)
    return opened(job, kept)


def new_file(*, job: Job) -> Json:
    """Starts a new scene, the artist's own startup file, and gives it."""
    import bpy

    refuse_in_transaction()
    kept = keep_unsaved(job)
    run(bpy.ops.wm.read_homefile, "Blender could not start a new scene")
    return opened(job, kept)


def save_file(*, job: Job, path: str | None = None, copy: bool = False) -> Json:
    """Saves to `path`, or where the scene was opened from."""
    target = path or file_path()
    if not target:
        raise InvalidParamsError("the scene was never saved: give a path", {"path": "path"})
    if path and copy and os.path.abspath(path) == os.path.abspath(file_path() or os.curdir):
        raise InvalidParamsError("a copy cannot be the open file itself", {"path": "path"})
    os.makedirs(os.path.dirname(os.path.abspath(target)), exist_ok=True)
    _write(target, copy)
    if not copy:
        UNDO.saved()
    return {"path": os.path.abspath(target)}


def write_copy(path: str) -> None:
    """Writes the scene to another file; the open one stays what it is."""
    _write(path, copy=True)


def _write(target: str, copy: bool) -> None:
    import bpy

    before = _stamp(target)
    run(
        bpy.ops.wm.save_as_mainfile,
        f"Blender could not save `{target}`",
        filepath=target,
        copy=copy,
        check_existing=False,
    )
    if copy:
        HAPPENINGS.copied()
    if _stamp(target) == before:
        raise HandlerError(f"Blender did not write `{target}`", {"path": target})


def opened(job: Job, kept: str | None) -> Json:
    """The scene of the file that was just opened, and where the unsaved changes of the one before are."""
    result = get_scene(job=job)
    if kept:
        result["unsaved_changes_kept_in"] = kept
    return result


def keep_unsaved(job: Job) -> str | None:
    """Writes what was not saved to a copy beside Blender's own recovery files; gives where."""
    import bpy

    UNDO.notice()
    if not UNDO.modified():
        return None
    folder = bpy.utils.user_resource("CONFIG", path="scenewire-recovery", create=True) or tempfile.gettempdir()
    name = os.path.splitext(os.path.basename(file_path() or "untitled.blend"))[0]
    path = os.path.join(folder, f"{name}-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{UNDO.revision}.blend")
    save_file(path=path, copy=True, job=job)
    return path


def refuse_in_transaction() -> None:
    """Raises `conflict` inside a transaction."""
    if UNDO.open:
        raise ConflictError("a file cannot be opened inside a transaction: that could not be rolled back")


def run(operator: Any, failure: str, **arguments: Any) -> None:
    """Runs a file operator; `failure` says what did not happen."""
    try:
        result = operator(**arguments)
    except RuntimeError as error:
        raise HandlerError(f"{failure}: {str(error).strip()}", {"path": arguments.get("filepath", "")}) from error
    if result != {"FINISHED"}:
        raise HandlerError(failure, {"result": sorted(result)})


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_ino
