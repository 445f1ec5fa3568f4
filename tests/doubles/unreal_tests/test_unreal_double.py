"""The Unreal double itself: what it refuses, and what its transactions keep, as Unreal does."""

from __future__ import annotations

import threading
from typing import Any

import pytest
import unreal
from unreal_double.faults import NotModelled, WrongThread
from unreal_double.rotating import from_rotator, to_rotator


@pytest.fixture
def actors() -> Any:
    """The actors of an empty level."""
    unreal.EditorLoadingAndSavingUtils.new_blank_map(False)
    return unreal.get_editor_subsystem(unreal.EditorActorSubsystem)


def spawned(actors: Any, kind: str) -> Any:
    return actors.spawn_actor_from_class(getattr(unreal, kind), unreal.Vector(1, 2, 3))


def test_names_that_the_stubs_do_not_have_are_refused(actors: Any) -> None:
    light = spawned(actors, "PointLight")
    with pytest.raises(AttributeError, match="no attribute 'Lamp'"):
        _ = unreal.Lamp
    with pytest.raises(AttributeError, match="set_colour"):
        light.set_colour(1)
    with pytest.raises(Exception, match="Failed to find property 'brightnes'"):
        light.set_editor_property("brightnes", 1)
    with pytest.raises(AttributeError):
        _ = unreal.LightUnits.WATTS


@pytest.mark.parametrize(
    "arguments",
    [(3,), (), ("a", True, "more"), (None,)],
)
def test_arguments_of_other_types_or_number_are_refused(actors: Any, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        spawned(actors, "Actor").set_actor_label(*arguments)


def test_keywords_are_those_of_the_stubs(actors: Any) -> None:
    node = spawned(actors, "Actor")
    node.set_actor_label(new_actor_label="Pivot")
    assert node.get_actor_label() == "Pivot"
    with pytest.raises(TypeError, match="unexpected keyword argument 'label'"):
        node.set_actor_label(label="Pivot")


def test_what_unreal_has_and_the_double_does_not_is_told_past_every_except(actors: Any) -> None:
    with pytest.raises(NotModelled):
        spawned(actors, "Actor").teleport(unreal.Vector(), unreal.Rotator())


def test_other_threads_are_told_off(actors: Any) -> None:
    node, seen = spawned(actors, "Actor"), []

    def look() -> None:
        try:
            node.get_actor_label()
        except WrongThread as error:
            seen.append(str(error))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen


def command(word: str) -> None:
    unreal.SystemLibrary.execute_console_command(None, f"TRANSACTION {word}")


def test_a_transaction_keeps_what_said_so_and_nothing_else(actors: Any) -> None:
    told, untold = spawned(actors, "Actor"), spawned(actors, "Actor")
    moved = unreal.Transform(unreal.Vector(9, 9, 9))
    with unreal.ScopedEditorTransaction("move"):
        told.root_component.modify()
        for one in (told, untold):
            one.set_actor_transform(moved, False, False)
    command("UNDO")
    assert told.get_actor_location() == unreal.Vector(1, 2, 3)
    assert untold.get_actor_location() == unreal.Vector(9, 9, 9)
    command("REDO")
    assert told.get_actor_location() == unreal.Vector(9, 9, 9)


def test_an_actor_that_was_undone_cannot_be_used_and_comes_back_as_itself(actors: Any) -> None:
    with unreal.ScopedEditorTransaction("place"):
        made = spawned(actors, "PointLight")
    command("UNDO")
    assert actors.get_all_level_actors() == []
    with pytest.raises(Exception, match="pending kill"):
        made.get_actor_label()
    command("REDO")
    assert actors.get_all_level_actors() == [made]


def test_what_is_static_is_not_attached_to_what_moves(actors: Any) -> None:
    rule = unreal.AttachmentRule.KEEP_WORLD
    mesh, node = spawned(actors, "StaticMeshActor"), spawned(actors, "Actor")
    assert not mesh.attach_to_actor(node, "None", rule, rule, rule)
    mesh.root_component.set_mobility(unreal.ComponentMobility.MOVABLE)
    assert mesh.attach_to_actor(node, "None", rule, rule, rule)
    assert not node.attach_to_actor(mesh, "None", rule, rule, rule), "a ring"


@pytest.mark.parametrize(
    ("rotator", "forward", "up"),
    [
        # Roll, pitch, yaw of Epic's manual: yaw turns to the right, pitch looks up, roll leans to the right.
        ((0, 0, 90), (0, 1, 0), (0, 0, 1)),
        ((0, 90, 0), (0, 0, 1), (-1, 0, 0)),
        ((90, 0, 0), (1, 0, 0), (0, 1, 0)),
    ],
)
def test_rotators_turn_as_unreals_do(rotator: Any, forward: Any, up: Any) -> None:
    turn = unreal.Rotator(*rotator).quaternion()
    for given, wanted in (((1, 0, 0), forward), ((0, 0, 1), up)):
        seen = turn.rotate_vector(unreal.Vector(*given))
        assert [seen.x, seen.y, seen.z] == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("angles", [(10, 20, 30), (-170, 89, 5), (0, -45, 179), (33, 0, -120)])
def test_rotators_and_quaternions_say_the_same(angles: tuple[float, float, float]) -> None:
    assert to_rotator(from_rotator(*angles)) == pytest.approx(angles, abs=1e-6)
