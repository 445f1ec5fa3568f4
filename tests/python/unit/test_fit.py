"""The add-on's sentence about the package that it finds, and the one version that all files repeat.

The modules of the add-on that are tested here import no Blender; its `__init__` does, so they are loaded without it.
"""

from __future__ import annotations

import importlib
import os
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
REINSTALL = "reinstall the add-on's zip"


@pytest.fixture
def addon(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports a module of the add-on by name."""
    package = types.ModuleType("scenewire_addon")
    package.__path__ = [str(ROOT / "blender_addon")]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "scenewire_addon", package)
    yield lambda name: importlib.import_module(f"scenewire_addon.{name}")
    for name in [name for name in sys.modules if name.startswith("scenewire_addon.")]:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("wanted", "installed", "imported", "expected"),
    [
        ("0.2.0", "0.2.0", None, None),
        ("0.2.0", "0.2.7", "0.2.7", None),
        ("0.2.0", "0.2.0-rc.1", None, None),
        ("1.3.0", "1.9.2", None, None),
        ("0.2.0", None, "0.2.0", None),
        ("0.2.0", "0.1.0", None, f"needs scenewire 0.2, but 0.1.0 is installed: {REINSTALL}"),
        ("0.2.0", "0.3.0", None, f"needs scenewire 0.2, but 0.3.0 is installed: {REINSTALL}"),
        ("0.2.3", "0.2.1", None, f"needs scenewire 0.2.3 or a later 0.2, but 0.2.1 is installed: {REINSTALL}"),
        ("0.2.3", "0.2.10", None, None),
        ("1.0.0", "2.0.0", None, f"needs scenewire 1, but 2.0.0 is installed: {REINSTALL}"),
        ("0.2.0", "unknown", None, f"needs scenewire 0.2, but unknown is installed: {REINSTALL}"),
        ("0.2.0", None, None, f"needs scenewire 0.2, but it is not installed: {REINSTALL}"),
        ("0.2.0", "0.2.0", "0.1.0", "needs scenewire 0.2, but 0.1.0 is still loaded: restart Blender"),
    ],
)
def test_misfit_is_one_sentence(
    addon: Any, wanted: str, installed: str | None, imported: str | None, expected: str | None
) -> None:
    said = addon("fit").judge(wanted, installed, imported, None)
    assert said == (f"This add-on is {wanted} and {expected}" if expected else None)


def test_what_kept_the_package_from_its_place_is_said(addon: Any) -> None:
    said = addon("fit").judge("0.2.0", None, None, "this zip has none for linux on riscv64")
    assert said == "This add-on is 0.2.0 and needs scenewire 0.2, but this zip has none for linux on riscv64"


def test_fits_the_package_of_this_checkout(addon: Any) -> None:
    fit = addon("fit")
    assert fit.problem() is None
    assert fit.package() is sys.modules["scenewire"]
    assert fit.loaded() is sys.modules["scenewire"]


def test_another_package_is_refused(addon: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fit = addon("fit")
    monkeypatch.setattr(fit, "VERSION", "7.0.0")
    with pytest.raises(fit.Unfit, match=r"^This add-on is 7\.0\.0 and needs scenewire 7, but .* is installed"):
        fit.package()


@pytest.mark.parametrize(
    ("tag", "system", "machine", "expected"),
    [
        ("manylinux_2_28_x86_64", "linux", "x86_64", True),
        ("manylinux_2_17_x86_64.manylinux2014_x86_64", "linux", "x86_64", True),
        ("manylinux_2_28_x86_64", "linux", "aarch64", False),
        ("manylinux_2_28_aarch64", "linux", "aarch64", True),
        ("manylinux_2_28_x86_64", "win32", "x86_64", False),
        ("win_amd64", "win32", "amd64", True),
        ("win_amd64", "win32", "arm64", False),
        ("macosx_10_12_universal2.macosx_10_12_x86_64.macosx_11_0_arm64", "darwin", "arm64", True),
        ("macosx_10_12_universal2", "darwin", "x86_64", True),
        ("macosx_11_0_arm64", "darwin", "x86_64", False),
        ("win_amd64", "freebsd14", "amd64", False),
    ],
)
def test_picks_the_wheel_of_the_machine(addon: Any, tag: str, system: str, machine: str, expected: bool) -> None:
    wheel = f"scenewire-0.1.0-cp39-abi3-{tag}.whl"
    assert addon("library").fits(wheel, system, machine) is expected


@pytest.mark.parametrize(
    ("tags", "systems", "name"),
    [
        ("manylinux_2_28_x86_64", ["linux-x64"], "manylinux_2_28_x86_64"),
        ("manylinux_2_28_aarch64", ["linux-arm64"], "manylinux_2_28_aarch64"),
        ("win_amd64", ["windows-x64"], "win_amd64"),
        (
            "macosx_10_12_universal2.macosx_10_12_x86_64.macosx_11_0_arm64",
            ["macos-x64", "macos-arm64"],
            "macosx_10_12_universal2",
        ),
        ("macosx_11_0_arm64", ["macos-arm64"], "macosx_11_0_arm64"),
    ],
)
def test_zip_is_for_the_systems_of_its_wheel(
    monkeypatch: pytest.MonkeyPatch, tags: str, systems: list[str], name: str
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tests"))
    from setup import addon as packing

    wheel = Path(f"scenewire-0.1.0-cp39-abi3-{tags}.whl")
    assert packing.platform(wheel)[0] == systems
    assert packing.bundled_name(wheel) == f"wheels/scenewire-0.1.0-cp39-abi3-{name}.whl"


def test_every_file_has_the_version_of_cargo_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tests"))
    from setup import version

    if os.environ.get("UPDATE"):
        version.write()
    assert version.stale() == [], "UPDATE=1 pytest tests/python/unit/test_fit.py"
