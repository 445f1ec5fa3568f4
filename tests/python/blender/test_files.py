"""Opening, saving and starting anew; unsaved work is kept, saved work is not kept twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .double import Engine


@pytest.fixture(autouse=True)
def recovery(monkeypatch: Any, tmp_path: Path) -> Path:
    """Recovery copies go where nobody's own are."""
    import bpy

    folder = tmp_path / "recovery"
    folder.mkdir()
    monkeypatch.setattr(bpy.utils, "user_resource", lambda *_given, **_named: str(folder))
    return folder


def test_file_is_saved_and_opened_again(blender: Engine, tmp_path: Path, recovery: Path) -> None:
    path = str(tmp_path / "shots" / "shot.blend")
    made = blender.one("create_nodes", name="Saved", position=[1, 2, 3])["id"]
    assert blender("get_scene", fields=["modified"]) == {"modified": True}
    assert blender("save_file", path=path)["path"] == path
    scene = blender("get_scene")
    assert (scene["file"], scene["modified"]) == (path, False)
    scene = blender("new_file")
    assert (scene["file"], scene["modified"]) == ("", False)
    assert blender("list_nodes", filters={"name": "Saved"})["total"] == 0
    scene = blender("open_file", path=path)
    assert (scene["file"], scene["modified"], "unsaved_changes_kept_in" in scene) == (path, False, False)
    assert blender.read("nodes", "Saved")["position"] == [1, 2, 3]
    assert list(recovery.iterdir()) == []

    from scenewire.errors import StaleIdError

    with pytest.raises(StaleIdError):
        blender.read("nodes", made)


def test_unsaved_work_is_kept(blender: Engine, tmp_path: Path) -> None:
    """Also what was made in the very turn of the event loop in which the file was opened."""
    blender("new_file")
    blender.one("create_nodes", name="Precious")
    assert blender("get_scene", fields=["modified"]) == {"modified": True}
    kept = blender("new_file")["unsaved_changes_kept_in"]
    assert blender("list_nodes", filters={"name": "Precious"})["total"] == 0
    assert "unsaved_changes_kept_in" not in blender("open_file", path=kept)
    assert blender.read("nodes", "Precious")["type"] == "empty"


def test_what_only_looks_changes_nothing(blender: Engine, recovery: Path) -> None:
    blender("new_file")
    before = list(recovery.iterdir())
    blender("list_nodes")
    blender("get_scene")
    blender("look", width=32, height=32)
    assert blender("get_scene", fields=["modified"]) == {"modified": False}
    assert "unsaved_changes_kept_in" not in blender("new_file")
    assert list(recovery.iterdir()) == before


def test_copy_leaves_the_open_file_alone(blender: Engine, tmp_path: Path) -> None:
    path, copy = str(tmp_path / "shot.blend"), str(tmp_path / "copy.blend")
    blender("save_file", path=path)
    blender.one("create_nodes", name="Later")
    assert blender("save_file", path=copy, copy=True)["path"] == copy
    scene = blender("get_scene")
    assert (scene["file"], scene["modified"]) == (path, True)
    blender("save_file")
    assert blender("get_scene", fields=["modified"]) == {"modified": False}


def test_what_cannot_be_opened_or_saved(blender: Engine, tmp_path: Path) -> None:
    from scenewire import errors

    with pytest.raises(errors.SceneWireFileNotFoundError):
        blender("open_file", path=str(tmp_path / "none.blend"))
    broken = tmp_path / "broken.blend"
    broken.write_bytes(b"no blend file")
    blender.one("create_nodes", name="Kept")
    with pytest.raises(errors.HandlerError):
        blender("open_file", path=str(broken))
    assert blender.read("nodes", "Kept")["name"] == "Kept"
    blender("new_file")
    with pytest.raises(errors.InvalidParamsError):
        blender("save_file")


def test_undo_begins_anew_with_a_file(blender: Engine) -> None:
    blender.one("create_nodes", name="Body")
    blender("new_file")
    assert blender("undo", steps=5)["undone"] == 0
    blender.one("create_nodes", name="First")
    assert blender("undo", steps=5)["undone"] == 1
    assert blender("list_nodes", filters={"name": "First"})["total"] == 0


def test_host_started_anew_knows_what_was_saved(blender: Engine, tmp_path: Path) -> None:
    from scenewire.adapters.blender import create_adapter

    blender("save_file", path=str(tmp_path / "shot.blend"))
    for modified in (False, True):
        if modified:
            blender.one("create_nodes", name="Later")
        again = create_adapter()
        assert blender("get_scene", fields=["modified"]) == {"modified": modified}
        again.close()
