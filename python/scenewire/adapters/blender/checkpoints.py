"""Checkpoints: copies of the whole file in scenewire's own folder, to which the scene can be put back later, also when
undo no longer reaches that far. The artist's file on disk and its path stay what they were.
"""

from __future__ import annotations

import json
import os
import time
from typing import Any

from scenewire import _native
from scenewire.adapters.blender import files, versions
from scenewire.adapters.blender.scene import file_path
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.references import the_only
from scenewire.errors import HandlerError, InvalidParamsError

#: How many are kept of one file; of a new one the oldest goes.
KEPT = 20
#: Characters of a name.
_NAME = 120


def create_checkpoint(*, job: Job, name: str | None = None) -> Json:
    """Keeps the file as it is now."""
    import bpy

    files.refuse_in_transaction()
    name = (name or time.strftime("%Y-%m-%d %H:%M:%S")).strip()
    if not 0 < len(name) <= _NAME:
        raise InvalidParamsError(
            "a checkpoint has a name", {"path": "name", "expected": f"1 to {_NAME} characters", "got": name[:40]}
        )
    stamp = time.time_ns()
    told: Json = {
        "id": f"checkpoint_{stamp}",
        "name": name,
        "file": file_path(),
        "scene": bpy.context.scene.name,
        "created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(stamp // 10**9)),
    }
    path = _blend(told["id"])
    files.write_copy(path)
    os.chmod(path, 0o600)
    told["size"] = os.path.getsize(path)
    _write_told(told)
    dropped = [one["id"] for one in _all(told["file"])[KEPT:]]
    for one in dropped:
        _remove(one)
    return {**told, "dropped": dropped}


def list_checkpoints(*, job: Job, every_file: bool = False) -> Json:
    """Those of the open file, or of all files; the latest first."""
    return {"items": _all(None if every_file else file_path())}


def restore_checkpoint(*, id: str, job: Job) -> Json:
    """Puts the file back to how it was; what was not saved is kept in a copy and named."""
    import bpy

    files.refuse_in_transaction()
    told = _find(id)
    kept = files.keep_unsaved(job)
    path = _blend(told["id"])
    files.run(bpy.ops.wm.open_mainfile, f"Blender could not open `{path}`", filepath=path, load_ui=False)
    _move_home(os.path.dirname(path), told["file"])
    UNDO.restored()
    return {**files.opened(job, kept), "checkpoint": told}


def delete_checkpoints(*, ids: list[str], job: Job) -> Json:
    """Removes checkpoints."""
    found = [_find(reference)["id"] for reference in ids]
    for one in dict.fromkeys(found):
        _remove(one)
    return {"deleted": list(dict.fromkeys(found))}


def _move_home(here: str, path: str) -> None:
    """The open file is the artist's own again, and paths that are relative to it lead where they led."""
    import bpy

    home = os.path.dirname(path)
    for block in versions.blocks_with_files():
        if block.filepath.startswith("//") and block.library is None:
            whole = os.path.normpath(os.path.join(here, block.filepath[2:]))
            block.filepath = bpy.path.relpath(whole, start=home) if home else whole
    versions.set_file_path(path)
    if file_path() != path:
        raise HandlerError(f"the scene is restored, but Blender takes `{file_path()}` for its file", {"path": path})


def _folder() -> str:
    folder = os.path.join(_native.state_folder(), "checkpoints")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


def _blend(reference: str) -> str:
    return os.path.join(_folder(), reference + ".blend")


def _write_told(told: Json) -> None:
    path = os.path.join(_folder(), told["id"] + ".json")
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(told, file)


def _remove(reference: str) -> None:
    os.remove(_blend(reference))
    os.remove(os.path.join(_folder(), reference + ".json"))


def _all(path: str | None) -> list[Json]:
    """The latest first; one whose scene or description is not whole is none."""
    found = []
    for entry in os.scandir(_folder()):
        told = _read_told(entry.path) if entry.name.endswith(".json") else None
        if told is not None and path in (None, told["file"]):
            found.append(told)
    return sorted(found, key=lambda told: _stamp(told["id"]), reverse=True)


def _stamp(reference: str) -> int:
    return int(reference.rpartition("_")[2])


def _read_told(path: str) -> Any:
    try:
        with open(path, encoding="utf-8") as file:
            told = json.load(file)
        whole = os.path.getsize(_blend(told["id"])) == told["size"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return told if whole else None


def _find(reference: str) -> Json:
    """The checkpoint of an id, or of a name that is unique among those of the open file."""
    everything = _all(None)
    exact = [told for told in everything if told["id"] == reference]
    named = exact or [told for told in everything if told["name"] == reference and told["file"] == file_path()]
    names = [name for told in everything for name in (told["name"], told["id"])]
    return the_only("checkpoint", reference, named, lambda told: told, lambda: names)
