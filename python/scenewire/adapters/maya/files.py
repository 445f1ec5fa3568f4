"""Opening and saving, without any dialog. Unsaved work is never lost silently: a copy of it is kept and named in the
result.
"""

from __future__ import annotations

import os

from scenewire import _native
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.file_rules import must_write, opened, recovery_name, refuse_inside, refuse_missing
from scenewire.adapters.maya.scene import SCENE
from scenewire.adapters.maya.settings import file, modified
from scenewire.adapters.maya.undo import UNDO
from scenewire.errors import HandlerError, InvalidParamsError

_TYPES = {".ma": "mayaAscii", ".mb": "mayaBinary"}


def open_file(*, path: str, job: Job) -> Json:
    """Opens a file in place of the open one and gives the scene."""
    from maya import cmds

    refuse_missing(path)
    _refuse_foreign(path)
    refuse_inside(UNDO.open)
    kept = keep_unsaved()
    try:
        cmds.file(path, open=True, force=True, prompt=False, ignoreVersion=True)
    except RuntimeError as error:
        # What was open is gone by now; Maya may have read a part of the file.
        UNDO.opened()
        said = str(error).strip().splitlines()[-1] if str(error).strip() else "it gave no reason"
        details = {"path": path, **({"unsaved_changes_kept_in": kept} if kept else {})}
        raise HandlerError(f"Maya could not read all of `{path}`: {said}", details) from error
    UNDO.opened()
    return opened(SCENE.get_scene(job=job), kept)


def new_file(*, job: Job) -> Json:
    """Starts an empty scene and gives it."""
    from maya import cmds

    refuse_inside(UNDO.open)
    kept = keep_unsaved()
    cmds.file(new=True, force=True, prompt=False)
    UNDO.opened()
    return opened(SCENE.get_scene(job=job), kept)


def save_file(*, job: Job, path: str | None = None, copy: bool = False) -> Json:
    """Saves to `path`, or where the scene was opened from. A copy leaves the name of the open scene as it is."""
    target = os.path.abspath(path or file()) if path or file() else ""
    if not target:
        raise InvalidParamsError("the scene was never saved: give a path", {"path": "path"})
    _refuse_foreign(target)
    if path and copy and file() and os.path.abspath(file()) == target:
        raise InvalidParamsError("a copy cannot be the open file itself", {"path": "path"})
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with must_write(target, "Maya"):
        _write(target, copy)
    return {"path": target}


def _refuse_foreign(path: str) -> None:
    if os.path.splitext(path)[1].lower() not in _TYPES:
        raise InvalidParamsError(
            f"`{os.path.basename(path)}` is no name of a Maya scene",
            {"path": "path", "expected": "a path that ends in .ma or .mb", "got": path},
            [os.path.splitext(path)[0] + ".ma"],
        )


def _write(target: str, copy: bool) -> None:
    """Maya writes the open scene under the name that it has: of a copy it gets its own back."""
    from maya import cmds

    before, changed = file(), modified()
    kind = _TYPES[os.path.splitext(target)[1].lower()]
    cmds.file(rename=target)
    try:
        cmds.file(save=True, force=True, type=kind, prompt=False)
    except RuntimeError as error:
        cmds.file(rename=before)
        said = str(error).strip().splitlines()[-1] if str(error).strip() else "it gave no reason"
        raise HandlerError(f"Maya could not write `{target}`: {said}", {"path": target}) from error
    if copy:
        cmds.file(rename=before)
        cmds.file(modified=changed)


def keep_unsaved() -> str | None:
    """Writes what was not saved to a copy in scenewire's own folder; gives where."""
    if not modified():
        return None
    folder = os.path.join(_native.state_folder(), "recovery")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    # In the format that it has: Maya refuses another where nodes of plug-ins that are not loaded would be lost.
    ending = os.path.splitext(file())[1].lower()
    path = os.path.join(folder, recovery_name(file(), ending if ending in _TYPES else ".ma", UNDO.revision))
    with must_write(path, "Maya"):
        _write(path, copy=True)
    return path
