"""The extension's zip, judged and installed by a real Blender of these days as its user does it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
import tomllib

from .blender import Blender

MODULE = "bl_ext.user_default.scenewire_addon"
INSTALL = ["--command", "extension", "install-file", "-r", "user_default", "--enable"]


@pytest.fixture
def zipped(packages: dict[str, Any]) -> Path:
    """The zip with this machine's wheel."""
    return Path(packages["extension"])


def test_manifest_lists_what_is_in_the_zip(zipped: Path) -> None:
    with zipfile.ZipFile(zipped) as files:
        names = files.namelist()
        manifest = tomllib.loads(files.read("blender_manifest.toml").decode())
    assert manifest["id"] == "scenewire_addon"
    assert manifest["platforms"]
    assert [wheel.removeprefix("./") for wheel in manifest["wheels"]] == [n for n in names if n.endswith(".whl")]
    assert {"__init__.py", "LICENSE-MIT", "LICENSE-APACHE"} <= set(names)
    assert not [name for name in names if "__pycache__" in name]
    for reason in manifest["permissions"].values():
        assert len(reason) <= 64
        assert not reason.endswith(".")


def test_blender_finds_the_zip_valid(newest: Blender, zipped: Path) -> None:
    done = newest.run("--command", "extension", "validate", newest.bring(zipped))
    assert done.returncode == 0, done.stdout
    assert "Success" in done.stdout


def test_blender_refuses_a_zip_that_is_not(newest: Blender, zipped: Path, tmp_path: Path) -> None:
    """The validator is worth asking only if it can say no."""
    broken = tmp_path / zipped.name
    with zipfile.ZipFile(zipped) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'that you name"', b'that you name."'))
    assert newest.run("--command", "extension", "validate", newest.bring(broken)).returncode != 0


def test_installs_starts_and_answers(newest: Blender, zipped: Path) -> None:
    import conftest

    done = newest.run(*INSTALL, newest.bring(zipped))
    assert done.returncode == 0, done.stdout
    assert "Installed" in done.stdout
    host = newest.serve(MODULE)
    try:
        call = conftest.connect(host)
        assert call.python("__import__('scenewire').__file__").startswith(newest.inside(newest.folder))
        made = call("create_nodes", items=[{"name": "From the zip"}])
        assert made["items"][0]["name"] == "From the zip"
        call.client.close()
    finally:
        assert conftest.stop(host) == 0


def test_upgrades_over_itself_and_goes_without_a_trace(newest: Blender, zipped: Path) -> None:
    path = newest.bring(zipped)
    for _ in range(2):
        done = newest.run(*INSTALL, path)
        assert done.returncode == 0, done.stdout
    assert newest.python(f"import {MODULE}.fit as fit; print('::', fit.problem())") == "None"
    done = newest.run("--command", "extension", "remove", "user_default.scenewire_addon")
    assert done.returncode == 0, done.stdout
    left = [path for path in (newest.folder / "extensions").rglob("*scenewire*") if path.is_file()]
    assert left == []
