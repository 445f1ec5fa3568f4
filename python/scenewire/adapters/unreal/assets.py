"""Assets of ours, below `/Game/Scenewire`. Unreal's transactions neither bring back a deleted asset nor take away a new
one: what is deleted or undone is moved into a folder of its own, and is gone for good when another level is opened.
"""

from __future__ import annotations

import re
from typing import Any

from scenewire.adapters.unreal.undo import UNDO
from scenewire.errors import ConflictError, HandlerError

FOLDER = "/Game/Scenewire"
_DELETED = f"{FOLDER}/Deleted"
_REFUSED = re.compile(r"\W")


def path_of(asset: Any) -> str:
    """The path of its package: `/Game/Scenewire/Materials/Brass`."""
    return str(asset.get_outermost().get_name())


def nearest_name(name: str) -> str:
    """The nearest that an asset can be called: letters, digits and `_`."""
    return _REFUSED.sub("_", name)


def create(name: str, folder: str, kind: Any, factory: Any) -> Any:
    """A new asset, numbered when there is one of its name. An undo takes it away."""
    import unreal

    tools = unreal.AssetToolsHelpers.get_asset_tools()
    _, free = tools.create_unique_asset_name(f"{folder}/{nearest_name(name)}", "")
    made = tools.create_asset(str(free), folder, kind, factory)
    if made is None:
        raise HandlerError(f"Unreal made no asset `{folder}/{free}`: its log says why")
    return made


def undoable(made: Any) -> None:
    """Says that an asset is new in this step."""
    here = path_of(made)
    UNDO.beside(lambda: _away(made), lambda: move(made, here))


def delete(asset: Any) -> None:
    """Takes an asset away, as far as an undo can bring it back."""
    here = path_of(asset)
    _away(asset)
    UNDO.beside(lambda: move(asset, here), lambda: _away(asset))


def rename(asset: Any, name: str) -> None:
    """Gives an asset another name in its folder."""
    before = path_of(asset)
    after = f"{before.rpartition('/')[0]}/{nearest_name(name)}"
    if after != before:
        move(asset, after)
        UNDO.beside(lambda: move(asset, before), lambda: move(asset, after))


def move(asset: Any, path: str) -> None:
    """Moves an asset. Raises `conflict` when there is one already."""
    import unreal

    if not unreal.EditorAssetLibrary.rename_loaded_asset(asset, path):
        raise ConflictError(f"there is an asset `{path}` already, or Unreal refuses the name", {"path": "name"})


def _away(asset: Any) -> None:
    import unreal

    tools = unreal.AssetToolsHelpers.get_asset_tools()
    path, _ = tools.create_unique_asset_name(f"{_DELETED}/{path_of(asset).rpartition('/')[2]}", "")
    move(asset, str(path))


def is_deleted(asset: Any) -> bool:
    """Whether it waits for an undo alone."""
    return path_of(asset).startswith(f"{_DELETED}/")


def forget_deleted() -> None:
    """What no undo brings back any more goes for good."""
    import unreal

    if list(unreal.EditorAssetLibrary.list_assets(_DELETED)):
        unreal.EditorAssetLibrary.delete_directory(_DELETED)
