"""Levels as files: `/Game/Maps/Yard` is Content/Maps/Yard.umap in the project's folder. Here they are JSON.

`ULevelEditorSubsystem` (new_level, load_level, save_current_level) and `UEditorLoadingAndSavingUtils` (save_map,
new_blank_map), Epic's Python API pages.
"""

from __future__ import annotations

import functools
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from unreal_double import meshes
from unreal_double.kinds import Enum, Name, Struct, does, named
from unreal_double.objects import ObjectBase, new
from unreal_double.transactions import DIRTY
from unreal_double.worlds import EDITOR

#: What a level is called that was never saved.
UNSAVED = "/Temp/Untitled"


@functools.cache
def project() -> str:
    """The folder of the project: a new one unless `UNREAL_DOUBLE_PROJECT` names it."""
    folder = os.environ.get("UNREAL_DOUBLE_PROJECT") or tempfile.mkdtemp(prefix="unreal_double_")
    (Path(folder) / "Content").mkdir(parents=True, exist_ok=True)
    return folder


def content() -> str:
    """Where `/Game` is, with a slash behind it as Unreal gives it."""
    return f"{project()}/Content/"


def engine() -> str:
    """Where the engine would be."""
    return f"{project()}/Engine/"


def _file(asset: str) -> Path | None:
    """The file of a level; None for what is not below `/Game`."""
    return Path(content()) / f"{asset[len('/Game/') :]}.umap" if asset.startswith("/Game/") else None


def _written(asset: str) -> bool:
    path = _file(asset)
    if path is None:
        return False
    numbers = {one: at for at, one in enumerate(_all())}
    told = [[type(one).__name__, _told({**one._state, "gone": False}, numbers)] for one in numbers]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told), encoding="utf-8")
    DIRTY.clear()
    return True


def _all() -> list[Any]:
    world, level = EDITOR.world, EDITOR.level
    below = [part for actor in level._state["actors"] for part in (actor, *actor._state["components"])]
    return [world, level, world._state["settings"], *world._state["layers"], *below]


def _told(value: Any, numbers: dict[Any, int]) -> Any:
    if isinstance(value, ObjectBase):
        package = value.get_outermost().get_name()
        if value not in numbers and package in meshes.ASSETS:
            return {"$asset": package}
        return {"$object": numbers[value]} if value in numbers else None
    if isinstance(value, Struct):
        return {"$struct": type(value).__name__, "fields": _told(value._fields, numbers)}
    if isinstance(value, Enum):
        return {"$entry": [type(value).__name__, value.name]}
    if isinstance(value, Name):
        return {"$name": str(value)}
    if isinstance(value, (list, tuple)):
        return [_told(one, numbers) for one in value]
    if isinstance(value, dict):
        return {name: _told(one, numbers) for name, one in value.items()}
    return value


def _made(value: Any, objects: list[Any]) -> Any:
    if isinstance(value, list):
        return [_made(one, objects) for one in value]
    if not isinstance(value, dict):
        return value
    if "$object" in value:
        return objects[value["$object"]]
    if "$asset" in value:
        return meshes.ASSETS.get(value["$asset"]) if value["$asset"] in meshes.SAVED else None
    if "$struct" in value:
        struct = named(value["$struct"])()
        struct._fields = _made(value["fields"], objects)
        return struct
    if "$entry" in value:
        kind, entry = value["$entry"]
        return getattr(named(kind), entry)
    if "$name" in value:
        return Name(value["$name"])
    return {name: _made(one, objects) for name, one in value.items()}


def _read(asset: str) -> bool:
    path = _file(asset)
    if path is None or not path.is_file():
        return False
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return False
    EDITOR.open(asset)
    fixed = [EDITOR.world, EDITOR.level, EDITOR.world._state["settings"]]
    objects = [*fixed, *(new(kind, None) for kind, _ in told[len(fixed) :])]
    for at, (one, (_, state)) in enumerate(zip(objects, told)):
        kept = {name: one._state[name] for name in ("outer", "name")} if at < len(fixed) else {}
        one._state = {**_made(state, objects), **kept}
    DIRTY.clear()
    return True


@does("LevelEditorSubsystem", "load_level")
def _load(self: Any, asset_path: str) -> bool:
    return _read(asset_path)


@does("LevelEditorSubsystem", "new_level")
def _new_level(self: Any, asset_path: str, is_partitioned_world: bool = False) -> bool:
    EDITOR.open(asset_path)
    return _written(asset_path)


@does("LevelEditorSubsystem", "save_current_level")
def _save(self: Any) -> bool:
    """What was never saved has no file: in the editor a dialog would ask for one."""
    return _written(EDITOR.world.get_outermost().get_name())


@does("EditorLoadingAndSavingUtils", "save_map")
def _save_map(cls: Any, world: Any, asset_path: str) -> bool:
    if not _written(asset_path):
        return False
    world.get_outermost()._state["name"] = asset_path
    world._state["name"] = asset_path.rpartition("/")[2]
    return True


@does("EditorLoadingAndSavingUtils", "new_blank_map")
def _blank(cls: Any, save_existing_map: bool) -> Any:
    return EDITOR.open(UNSAVED)


@does("EditorLoadingAndSavingUtils", "get_dirty_map_packages")
def _dirty(cls: Any) -> list[Any]:
    return [one for one in DIRTY if one is EDITOR.world.get_outermost()]
