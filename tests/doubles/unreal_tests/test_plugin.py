"""The plug-in in an editor with a window: its menu, and commands that are done between frames."""

from __future__ import annotations

import runpy
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenewire
import unreal
from scenewire.errors import TimedOutError
from unreal_double import library, menus

PLUGIN = Path(__file__).parents[3] / "unreal_plugin" / "Scenewire" / "Content" / "Python"
#: Of one call on a busy machine.
LIMIT = 60.0


@pytest.fixture
def menu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Any]:
    """The plug-in's menu in an editor that draws frames, over an empty level."""
    monkeypatch.setenv("UNREAL_DOUBLE_COMMAND_LINE", "UnrealEditor Yard.uproject")
    monkeypatch.setenv("SCENEWIRE_HOME", str(tmp_path))
    monkeypatch.syspath_prepend(str(PLUGIN))
    unreal.EditorLoadingAndSavingUtils.new_blank_map(False)
    menus.open_window()
    runpy.run_path(str(PLUGIN / "init_unreal.py"))
    (made,) = menus.MENUS["LevelEditor.MainMenu"]._state["entries"]
    yield made
    menus.choose(made, "Stop")
    menus.MENUS.clear()


def framed(work: Any) -> Any:
    """What a client in a thread of its own gets while frames are drawn."""
    told: list[Any] = []
    client = threading.Thread(target=lambda: told.append(work()))
    client.start()
    deadline = time.monotonic() + LIMIT
    while client.is_alive() and time.monotonic() < deadline:
        library.tick(1 / 60)
        client.join(0.001)
    assert told, "no answer"
    return told[0]


def test_commands_are_done_between_frames_of_a_started_editor(menu: Any) -> None:
    assert not library.ticking()
    menus.choose(menu, "Start")
    assert library.ticking()
    here = scenewire.status()["instance"]["id"]

    def work() -> Any:
        with scenewire.connect(here) as client:
            return client.create_nodes(items=[{"name": "Pivot", "position": [100, 0, 50]}])

    made = framed(work)
    (actor,) = unreal.get_editor_subsystem(unreal.EditorActorSubsystem).get_all_level_actors()
    assert (actor.get_actor_label(), actor.get_actor_location().z) == ("Pivot", 50.0)
    assert made["items"][0]["name"] == "Pivot"
    menus.choose(menu, "Stop")
    assert not library.ticking(), "nothing of it is left in the frames"


def test_whoever_plays_is_not_disturbed(menu: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    menus.choose(menu, "Start")
    here = scenewire.status()["instance"]["id"]
    monkeypatch.setattr(library.EDITOR, "playing", True)

    def work() -> Any:
        with scenewire.connect(here) as client:
            client.get_scene()
            try:
                return client.call("create_nodes", {"items": [{"name": "Pivot"}]}, timeout=0.5)
            except TimedOutError as error:
                return error

    assert "somebody plays in the editor; nothing ran" in str(framed(work))
    assert unreal.get_editor_subsystem(unreal.EditorActorSubsystem).get_all_level_actors() == []


def test_a_stop_without_a_start_says_so(menu: Any, capsys: pytest.CaptureFixture[str]) -> None:
    menus.choose(menu, "Stop")
    assert "does not run" in capsys.readouterr().err
    assert "scenewire_unreal.actions" in sys.modules
