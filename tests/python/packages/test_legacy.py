"""The zip for Blenders before 4.2, installed in the oldest that can be had, without network."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from .blender import Blender

MODULE = "scenewire_addon"
INSTALL = """
import bpy, importlib
bpy.ops.preferences.addon_install(filepath={path!r})
bpy.ops.preferences.addon_enable(module="scenewire_addon")
"""
ASK = "print('::', importlib.import_module('scenewire_addon.fit').problem())"


@pytest.fixture
def zipped(packages: dict[str, Any]) -> Path:
    """The zip."""
    return Path(packages["legacy"])


def altered(zipped: Path, folder: Path, change: Any) -> Path:
    """A copy of the zip with each file as `change(name, content)` gives it; None leaves it out."""
    path = folder / "altered.zip"
    with zipfile.ZipFile(zipped) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return path


def test_zip_is_one_folder_without_the_manifest_of_extensions(zipped: Path) -> None:
    names = zipfile.ZipFile(zipped).namelist()
    assert {name.split("/")[0] for name in names} == {MODULE}
    assert f"{MODULE}/__init__.py" in names
    assert not [name for name in names if name.endswith("blender_manifest.toml")]


def test_installs_starts_answers_and_is_there_the_next_time(oldest: Blender, zipped: Path) -> None:
    import conftest

    for argv in ([MODULE, oldest.bring(zipped)], [MODULE]):
        host = oldest.serve(*argv)
        try:
            call = conftest.connect(host)
            found = call.python("__import__('scenewire').__file__")
            assert found.startswith(str(oldest.folder / "datafiles" / "scenewire")), found
            made = call("create_nodes", items=[{"name": "From the zip"}])
            assert made["items"][0]["name"] == "From the zip"
            call.client.close()
        finally:
            code = conftest.stop(host)
            (oldest.folder / "home").mkdir(exist_ok=True)
        assert code == 0


def test_another_version_over_it_says_what_does_not_fit(oldest: Blender, zipped: Path, tmp_path: Path) -> None:
    """In one session: the parts of the new add-on are the ones that speak. Of another length, because Python takes a
    file of the same second and size for the one that it has compiled.
    """

    def newer(name: str, content: bytes) -> bytes:
        return re.sub(rb'(?m)^VERSION = ".*"$', b'VERSION = "99.0.0"', content) if name.endswith("fit.py") else content

    first, second = oldest.bring(zipped), oldest.bring(altered(zipped, tmp_path, newer))
    told = oldest.python(INSTALL.format(path=first) + ASK + INSTALL.format(path=second) + ASK)
    assert re.fullmatch(
        r"This add-on is 99\.0\.0 and needs scenewire 99, but \S+ is installed: reinstall the add-on's zip", told
    )


def test_zip_of_another_system_says_so(oldest: Blender, zipped: Path, tmp_path: Path) -> None:
    def elsewhere(name: str, content: bytes) -> bytes | None:
        return None if name.endswith(".whl") else content

    path = altered(zipped, tmp_path, elsewhere)
    with zipfile.ZipFile(path, "a") as files:
        files.writestr(f"{MODULE}/wheels/scenewire-0.1.0-cp39-abi3-win_arm64.whl", b"")
    told = oldest.python(INSTALL.format(path=oldest.bring(path)) + ASK)
    assert re.search(r"but this zip has none for linux on \w+: install the zip for this system$", told), told


def test_old_packages_do_not_pile_up(oldest: Blender, zipped: Path) -> None:
    base = oldest.folder / "datafiles" / "scenewire"
    for age in range(4):
        (base / f"scenewire-0.0.{age}-00000000").mkdir(parents=True)
    oldest.python(INSTALL.format(path=oldest.bring(zipped)) + ASK)
    left = sorted(path.name for path in base.iterdir())
    assert len(left) == 2, left
    assert any((base / name / "scenewire" / "__init__.py").is_file() for name in left)
