"""The add-on, enabled and disabled as Blender does it, and the host that it starts and stops."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
ADDON = "blender_addon"
CLASSES = ("SCENEWIRE_OT_start", "SCENEWIRE_OT_stop", "SCENEWIRE_PT_status", "ScenewirePreferences")


@pytest.fixture
def addons(monkeypatch: Any, tmp_path: Path) -> Iterator[Any]:
    """Blender's own switch for add-ons, which finds ours; a host started here is known to nobody else."""
    import bpy
    import addon_utils  # isort: skip - found once there is bpy

    pytest.importorskip("scenewire._native")
    assert bpy.app.version
    monkeypatch.syspath_prepend(str(ROOT))
    monkeypatch.setenv("SCENEWIRE_HOME", str(tmp_path / "home"))
    yield addon_utils
    addon_utils.disable(ADDON, default_set=True)


def registered() -> list[str]:
    import bpy

    return [name for name in CLASSES if hasattr(bpy.types, name)]


def handlers() -> int:
    """How many of ours are in Blender."""
    import bpy

    found = bpy.app.handlers
    lists = (found.depsgraph_update_post, found.undo_post, found.redo_post, found.load_post, found.load_pre)
    return sum(getattr(handler, "__module__", "").startswith("scenewire") for each in lists for handler in each)


def test_starts_and_stops_twice_and_leaves_nothing(addons: Any) -> None:
    import bpy
    import scenewire

    before = handlers()
    for _ in range(2):
        assert addons.enable(ADDON, default_set=True) is not None
        assert len(registered()) == len(CLASSES) - 1, "preferences are listed nowhere"
        bpy.context.preferences.addons[ADDON].preferences.instance_name = "studio"
        assert not scenewire.is_running()
        assert bpy.ops.scenewire.start() == {"FINISHED"}
        status = scenewire.status()
        assert status is not None
        assert status["instance"]["name"] == "studio"
        assert handlers() > before
        assert bpy.ops.scenewire.stop() == {"FINISHED"}
        assert not scenewire.is_running()
        bpy.ops.scenewire.start()
        addons.disable(ADDON, default_set=True)
        assert (registered(), handlers(), scenewire.is_running()) == ([], before, False)
        assert ADDON not in bpy.context.preferences.addons


class Layout:
    """Keeps what a panel puts into it."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.operators: list[str] = []
        self.properties: list[str] = []

    def label(self, text: str, icon: str) -> None:
        self.labels.append(text)

    def operator(self, name: str, icon: str) -> None:
        self.operators.append(name)

    def prop(self, _owner: Any, name: str) -> None:
        self.properties.append(name)


def drawn() -> Layout:
    from types import SimpleNamespace

    layout = Layout()
    sys.modules[f"{ADDON}.panel"].SCENEWIRE_PT_status.draw(SimpleNamespace(layout=layout), None)
    return layout


def test_panel_tells_what_is(addons: Any) -> None:
    import bpy

    addons.enable(ADDON, default_set=True)
    stopped = drawn()
    assert (stopped.operators, stopped.properties) == (["scenewire.start"], ["instance_name", "allow_python"])
    bpy.context.preferences.addons[ADDON].preferences.instance_name = "studio"
    bpy.ops.scenewire.start()
    running = drawn()
    assert running.operators == ["scenewire.stop"]
    assert running.labels == ["Running as studio", "0 clients connected", "Idle", "0 calls, 0 failed"]
