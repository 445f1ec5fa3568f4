"""Opening and saving. Files are written by `save_file` alone; unsaved work is never lost silently: a copy of it is kept
and named in the result.
"""

from __future__ import annotations

import os
import re
from typing import Any

from scenewire import _native
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.file_rules import must_write, opened, recovery_name, refuse_inside, refuse_missing
from scenewire.adapters.usd.scene import SCENE
from scenewire.adapters.usd.stage import STAGE, empty
from scenewire.adapters.usd.undo import UNDO, copied
from scenewire.errors import HandlerError, InvalidParamsError

_ENDINGS = (".usda", ".usdc", ".usd")


def open_file(*, path: str, job: Job) -> Json:
    """Opens a file in place of the open one and gives the scene."""
    from pxr import Usd

    refuse_missing(path)
    refuse_inside(UNDO.open)
    kept = keep_unsaved()
    layer = root_layer(path)
    stage = Usd.Stage.Open(layer)
    if not stage:
        raise HandlerError(f"USD could not open `{path}`", {"path": path})
    STAGE.open(stage)
    UNDO.opened()
    return opened(SCENE.get_scene(job=job), kept)


def root_layer(path: str) -> Any:
    """The layer of a file as it is on disk: USD would give what it has of it in memory, unsaved edits and all."""
    from pxr import Sdf, Tf

    try:
        layer = Sdf.Layer.FindOrOpen(path)
    except Tf.ErrorException as error:
        raise _unreadable(path, error) from error
    if layer is None:
        raise _unreadable(path, None)
    if layer.dirty:
        layer.Reload(force=True)
    return layer


def _unreadable(path: str, error: Any) -> HandlerError:
    told = re.search(r" : '(.*?)'", " ".join(str(error).split())) if error else None
    said = told[1] if told else "it is no whole layer of USD"
    return HandlerError(f"USD could not open `{path}`: {said}", {"path": path})


def new_file(*, job: Job) -> Json:
    """Starts an empty stage in memory and gives it."""
    refuse_inside(UNDO.open)
    kept = keep_unsaved()
    STAGE.open(empty())
    UNDO.opened()
    return opened(SCENE.get_scene(job=job), kept)


def save_file(*, job: Job, path: str | None = None, copy: bool = False) -> Json:
    """Saves to `path`, or where the stage was opened from, with the layers that it is made of. A copy is the root layer
    alone, and goes on to refer to the others where they are."""
    target = path or STAGE.file()
    if not target:
        raise InvalidParamsError("the stage was never saved: give a path", {"path": "path"})
    if os.path.splitext(target)[1].lower() not in _ENDINGS:
        raise InvalidParamsError(
            f"`{os.path.basename(target)}` is no name of a layer",
            {"path": "path", "expected": f"a path that ends in {', '.join(_ENDINGS)}", "got": target},
            [os.path.splitext(target)[0] + _ENDINGS[0]],
        )
    same = bool(STAGE.file()) and os.path.abspath(target) == os.path.abspath(STAGE.file())
    if path and copy and same:
        raise InvalidParamsError("a copy cannot be the open file itself", {"path": "path"})
    os.makedirs(os.path.dirname(os.path.abspath(target)), exist_ok=True)
    if copy:
        _export(STAGE.stage.GetRootLayer(), target)
    else:
        _save(target, same)
        UNDO.saved()
    return {"path": os.path.abspath(target)}


def _save(target: str, same: bool) -> None:
    """All that is unsaved; under another name the stage goes on as the new file."""
    for layer in STAGE.layers():
        if layer.anonymous or not layer.dirty or (not same and layer == STAGE.stage.GetRootLayer()):
            continue
        if not layer.permissionToSave or not layer.Save():
            raise HandlerError(f"USD could not save `{layer.identifier}`", {"path": layer.identifier})
    if not same:
        _become(target)


def _become(target: str) -> None:
    """The stage becomes that of the file that is written here; ids and undo steps go on."""
    from pxr import Sdf, Usd

    stage = STAGE.stage
    root, session, edited = stage.GetRootLayer(), stage.GetSessionLayer(), stage.GetEditTarget().GetLayer()
    _export(root, target)
    new = root_layer(target)
    was = root.identifier
    moved = Usd.Stage.Open(new, session)
    STAGE.open(moved)
    moved.SetEditTarget(new if edited == root else edited)
    UNDO.moved(was, new)
    if not root.anonymous and root.dirty and Sdf.Layer.Find(was):
        # Whoever opens the old file finds what is on disk.
        root.Reload(force=True)


def _anchored(layer: Any, target: str) -> Any:
    """The layer, with paths that are relative to it leading where they led, when it goes to another folder."""
    from pxr import UsdUtils

    if layer.anonymous or os.path.dirname(layer.realPath) == os.path.dirname(os.path.abspath(target)):
        return layer
    copy = copied(layer)
    UsdUtils.ModifyAssetPaths(copy, lambda path: layer.ComputeAbsolutePath(path) if path.startswith(".") else path)
    return copy


def _export(layer: Any, target: str) -> None:
    with must_write(target, "USD"):
        if not _anchored(layer, target).Export(target):
            raise HandlerError(f"USD did not write `{target}`", {"path": target})


def keep_unsaved() -> str | None:
    """Writes what was not saved to a copy in scenewire's own folder; gives where."""
    UNDO.notice()
    if not UNDO.modified():
        return None
    folder = os.path.join(_native.state_folder(), "recovery")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    path = os.path.join(folder, recovery_name(STAGE.file(), ".usda", UNDO.revision))
    # Sublayers may have unsaved edits too: flattened, the copy has all of them.
    flat = STAGE.stage.Flatten() if any(layer.dirty for layer in STAGE.layers()[1:]) else STAGE.stage.GetRootLayer()
    _export(flat, path)
    return path
