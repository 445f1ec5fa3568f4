"""Opening and saving levels, without any dialog. Unsaved work is never lost silently: it is kept as a level of its own,
which is named in the result.
"""

from __future__ import annotations

import os

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.file_rules import must_write, opened, recovery_name, refuse_inside, refuse_missing
from scenewire.adapters.unreal import editor, levels
from scenewire.adapters.unreal.assets import forget_deleted
from scenewire.adapters.unreal.meshes import own_assets
from scenewire.adapters.unreal.scene import SCENE
from scenewire.adapters.unreal.undo import UNDO
from scenewire.errors import HandlerError, InvalidParamsError, NotSupportedError

#: Where unsaved changes go before another level is opened.
_KEPT = f"{levels.ROOT}ScenewireRecovered/"


def open_file(*, path: str, job: Job) -> Json:
    """Opens a level in place of the open one and gives the scene."""
    refuse_missing(path)
    wanted = levels.asset_of(path)
    refuse_inside(UNDO.open is not None)
    kept = _keep()
    if not editor.levels().load_level(wanted):
        UNDO.opened()
        details = {"path": path, **({"unsaved_changes_kept_in": kept} if kept else {})}
        raise HandlerError(f"Unreal could not read `{path}`: its log says why", details)
    _begin_anew()
    return opened(SCENE.get_scene(job=job), kept)


def _begin_anew() -> None:
    UNDO.opened()
    forget_deleted()


def new_file(*, job: Job) -> Json:
    """Starts an empty level, which is saved nowhere yet, and gives it."""
    import unreal

    refuse_inside(UNDO.open is not None)
    kept = _keep()
    unreal.EditorLoadingAndSavingUtils.new_blank_map(False)
    _begin_anew()
    return opened(SCENE.get_scene(job=job), kept)


def save_file(*, job: Job, path: str | None = None, copy: bool = False) -> Json:
    """Saves to `path`, or where the level was opened from."""
    target = path or levels.file()
    if target is None:
        raise InvalidParamsError(
            "the level was never saved: give a path",
            {"path": "path"},
            [os.path.join(levels.content(), f"Untitled{levels.ENDING}")],
        )
    if copy:
        raise NotSupportedError(
            "Unreal saves a level under another name by making it that level: copy its file instead", {"path": "copy"}
        )
    wanted = levels.asset_of(target)
    with must_write(target, "Unreal"):
        _save(wanted)
    return {"path": os.path.abspath(target)}


def _save(wanted: str) -> None:
    """The level, and before it the meshes of ours that it shows: a level keeps only their paths."""
    import unreal

    for mesh in own_assets():
        unreal.EditorAssetLibrary.save_loaded_asset(mesh)
    if wanted == levels.asset():
        editor.levels().save_current_level()
    else:
        unreal.EditorLoadingAndSavingUtils.save_map(editor.world(), wanted)


def _keep() -> str | None:
    """Saves unsaved changes under a name of their own and gives the file."""
    if not levels.modified():
        return None
    name = os.path.splitext(recovery_name(levels.file() or "", levels.ENDING, UNDO.revision))[0]
    path = levels.path_of(_KEPT + name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with must_write(path, "Unreal"):
        _save(_KEPT + name)
    return path
