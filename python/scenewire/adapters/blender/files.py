"""Opening and saving. Unsaved work is never lost silently: a recovery copy is written first and named in the result."""

from __future__ import annotations

import os
import tempfile
from typing import Any

from scenewire.adapters import file_rules
from scenewire.adapters.blender.happenings import HAPPENINGS
from scenewire.adapters.blender.scene import SCENE, file_path
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.file_rules import must_write, recovery_name, refuse_inside, refuse_missing
from scenewire.errors import HandlerError, InvalidParamsError


def open_file(*, path: str, job: Job) -> Json:
    """Opens a file in place of the open one and gives the scene."""
    import bpy

    refuse_missing(path)
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

    with must_write(target, "Blender"):
        run(
            bpy.ops.wm.save_as_mainfile,
            f"Blender could not save `{target}`",
            filepath=target,
            copy=copy,
            check_existing=False,
        )
        if copy:
            HAPPENINGS.copied()


def opened(job: Job, kept: str | None) -> Json:
    """The scene of the file that was just opened, and where the unsaved changes of the one before are."""
    return file_rules.opened(SCENE.get_scene(job=job), kept)


def keep_unsaved(job: Job) -> str | None:
    """Writes what was not saved to a copy beside Blender's own recovery files; gives where."""
    import bpy

    UNDO.notice()
    if not UNDO.modified():
        return None
    folder = bpy.utils.user_resource("CONFIG", path="scenewire-recovery", create=True) or tempfile.gettempdir()
    path = os.path.join(folder, recovery_name(file_path(), ".blend", UNDO.revision))
    save_file(path=path, copy=True, job=job)
    return path


def refuse_in_transaction() -> None:
    """Raises `conflict` inside a transaction."""
    refuse_inside(UNDO.open)


def run(operator: Any, failure: str, **arguments: Any) -> None:
    """Runs a file operator; `failure` says what did not happen."""
    try:
        result = operator(**arguments)
    except RuntimeError as error:
        raise HandlerError(f"{failure}: {str(error).strip()}", {"path": arguments.get("filepath", "")}) from error
    if result != {"FINISHED"}:
        raise HandlerError(failure, {"result": sorted(result)})
