"""The adapter over the double, without a wire: what only shows in the editor's own state."""

from __future__ import annotations

from typing import Any

import pytest
import unreal
from scenewire.adapters.unreal import session
from scenewire.adapters.unreal.adapter import UnrealAdapter, create_adapter
from scenewire.errors import ConflictError, NotSupportedError
from unreal_double import library
from unreal_double.transactions import BUFFER


class Job:
    """A call that nobody gives up."""

    def progress(self, fraction: float | None, message: str) -> None:
        """Nobody looks."""

    def cancelled(self) -> bool:
        return False

    def remaining(self) -> float:
        return 60.0

    def attach(self, data: Any, dtype: str, shape: tuple[int, ...], media: str | None = None) -> dict[str, int]:
        return {"$attachment": 0}


@pytest.fixture
def adapter() -> UnrealAdapter:
    """Over an empty level."""
    made = create_adapter()
    made.perform("new_file", {}, Job())
    return made


def test_while_somebody_plays_nothing_is_changed(adapter: UnrealAdapter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library.EDITOR, "playing", True)
    with pytest.raises(ConflictError, match="plays in the editor"):
        adapter.begin("create_nodes")
    assert adapter.perform("list_nodes", {}, Job())["total"] == 0


def test_a_call_is_one_entry_of_the_editors_history_under_its_name(adapter: UnrealAdapter) -> None:
    adapter.begin("create_lights")
    adapter.perform("create_lights", {"items": [{"name": "Key"}, {"name": "Fill", "kind": "spot"}]}, Job())
    adapter.commit("create_lights")
    assert [one.title for one in BUFFER.done] == ["create_lights"]


def test_a_roll_back_leaves_no_entry_and_nothing_to_redo(adapter: UnrealAdapter) -> None:
    adapter.begin("create_nodes")
    adapter.perform("create_nodes", {"items": [{"name": "Half"}]}, Job())
    adapter.roll_back("create_nodes")
    assert (BUFFER.done, unreal.get_editor_subsystem(unreal.EditorActorSubsystem).get_all_level_actors()) == ([], [])
    assert adapter.perform("redo", {}, Job()) == {"redone": 0, "names": []}


def test_the_artists_selection_stays_when_agents_make_actors(adapter: UnrealAdapter) -> None:
    actors = unreal.get_editor_subsystem(unreal.EditorActorSubsystem)
    mine = actors.spawn_actor_from_class(unreal.Actor, unreal.Vector())
    adapter.perform("create_nodes", {"items": [{"name": "Theirs"}]}, Job())
    assert actors.get_selected_level_actors() == [mine]


def test_stubs_are_no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(library.FUNCTIONS, "is_editor", lambda: None)
    with pytest.raises(NotSupportedError, match="not the editor's own"):
        session.refuse_stubs()
