"""The open level, as an asset and as a file: `/Game/Maps/Yard` is `Content/Maps/Yard.umap` of the project."""

from __future__ import annotations

import os

from scenewire.adapters.unreal import editor
from scenewire.errors import InvalidParamsError

UP = "Z"
#: A unit is a centimetre, whatever the level's `world_to_meters` says: that is for headsets.
METRES_PER_UNIT = 0.01
#: A level counts no frames. Level sequences do, so many in a second unless the project says otherwise.
FPS = 30.0
ENDING = ".umap"
ROOT = "/Game/"


def asset() -> str:
    """The level's package; of one that was never saved it is not below `/Game`."""
    return str(editor.world().get_outermost().get_name())


def name() -> str:
    """The level's own name."""
    return asset().rpartition("/")[2]


def content() -> str:
    """The folder that `/Game` is."""
    import unreal

    found = unreal.Paths.convert_relative_path_to_full(unreal.Paths.project_content_dir())
    return os.path.join(os.path.abspath(str(found)), "")


def file() -> str | None:
    """The level's file; None when it was never saved."""
    told = asset()
    return path_of(told) if told.startswith(ROOT) else None


def path_of(of: str) -> str:
    """The file of an asset."""
    return os.path.join(content(), *of[len(ROOT) :].split("/")) + ENDING


def modified() -> bool:
    """Whether the level has unsaved changes."""
    import unreal

    return editor.world().get_outermost() in list(unreal.EditorLoadingAndSavingUtils.get_dirty_map_packages())


def asset_of(path: str) -> str:
    """The asset that a file is. Raises for one that is no level of this project."""
    full, folder = os.path.abspath(path), content()
    if not full.startswith(folder) or not full.endswith(ENDING):
        raise InvalidParamsError(
            f"Unreal opens and saves levels in its project's folder: `{path}` is no {ENDING} file below `{folder}`",
            {"path": "path", "got": path, "expected": f"{folder}...{ENDING}"},
            [os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + ENDING)],
        )
    return ROOT + full[len(folder) : -len(ENDING)].replace(os.sep, "/")
