"""The adapter of the Blender that runs these tests, over an empty scene."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .double import Engine, artist


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    config.addinivalue_line("markers", "windowed: of a Blender with a window")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what only a window has, where there is none."""
    try:
        import bpy
    except ImportError:
        return
    if bpy.app.background:
        dropped = [item for item in items if item.get_closest_marker("windowed")]
        config.hook.pytest_deselected(items=dropped)
        items[:] = [item for item in items if item not in dropped]


KINDS = ("objects", "meshes", "materials", "cameras", "lights", "collections", "texts")


@pytest.fixture(scope="session")
def adapter() -> Iterator[Any]:
    from scenewire.adapters.blender import create_adapter

    made = create_adapter()
    yield made
    made.close()


def empty() -> None:
    """Removing is quicker than a new file, and leaves windows and the undo stack alone."""
    import bpy

    if bpy.context.mode != "OBJECT":
        bpy.ops.object.mode_set(mode="OBJECT")
    for kind in KINDS:
        bpy.data.batch_remove(list(getattr(bpy.data, kind)))
    for library in list(bpy.data.libraries):
        bpy.data.libraries.remove(library)
    bpy.context.scene.frame_set(1)


@pytest.fixture
def blender(adapter: Any) -> Engine:
    artist(empty)
    return Engine(adapter)
