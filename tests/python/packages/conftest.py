"""What the runner made for these tests: the zips, the wheel, and the Blenders to install them in."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .blender import Blender


def listed(variable: str) -> dict[str, Any]:
    """What `tests/setup/packages.py` wrote."""
    listing = os.environ.get(variable)
    if not listing:
        pytest.skip("nothing is packed: run it by `make test`")
    return json.loads(Path(listing).read_text())


@pytest.fixture
def packages() -> dict[str, Any]:
    """Paths of what was packed."""
    return listed("SCENEWIRE_TEST_PACKAGES")


def blender(name: str) -> Iterator[Blender]:
    """This Blender with new settings; skipped where it cannot be had, which the runner says."""
    spec = listed("SCENEWIRE_TEST_BLENDERS").get(name)
    if spec is None:
        pytest.skip(f"{name} cannot be had here")
    folder = Path(tempfile.mkdtemp(prefix="scenewire-", dir=f"{spec['root']}/tmp"))
    (folder / "home").mkdir()
    yield Blender(spec, folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def newest() -> Iterator[Blender]:
    """Blender 5.2, which has extensions."""
    yield from blender("blender5.2")


@pytest.fixture
def oldest() -> Iterator[Blender]:
    """Blender 3.4, which has add-ons of old only."""
    yield from blender("blender3.4")
