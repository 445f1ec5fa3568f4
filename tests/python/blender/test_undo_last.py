"""The owner takes back the agent's last step; the artist's own work is never lost with it."""

from __future__ import annotations

from typing import Any

import pytest
from scenewire.errors import ConflictError

from .double import Engine, artist


def names() -> list[str]:
    import bpy

    return sorted(node.name for node in bpy.data.objects)


def refused(blender: Engine, *words: str) -> None:
    """It says why, and touches nothing."""
    before = names()
    with pytest.raises(ConflictError) as caught:
        blender.adapter.undo_last()
    assert all(word in str(caught.value) for word in words), caught.value
    assert names() == before


@pytest.fixture
def opened(blender: Engine) -> Engine:
    """A file of its own, empty: what other tests pushed is on no stack."""
    import bpy

    blender("new_file")
    bpy.data.batch_remove(list(bpy.data.objects))
    return blender


def add(name: str) -> None:
    """The artist adds an object by an operator, which pushes a step as a window does after each."""
    import bpy

    bpy.ops.object.empty_add()
    bpy.context.object.name = name
    bpy.ops.ed.undo_push(message="Add Empty")


def test_takes_back_the_agents_steps_one_by_one(opened: Engine) -> None:
    opened("create_nodes", items=[{"name": "First"}])
    opened("create_nodes", items=[{"name": "Second"}, {"name": "Third"}])
    opened("list_nodes")
    assert opened.adapter.undo_last() == "create_nodes"
    assert names() == ["First"]
    assert opened.adapter.undo_last() == "create_nodes"
    assert names() == []
    refused(opened, "nothing to take back")


def test_a_failed_command_is_not_the_last_step(opened: Engine) -> None:
    opened("create_nodes", items=[{"name": "First"}])
    with pytest.raises(Exception, match="nobody"):
        opened("create_nodes", items=[{"name": "Half"}, {"name": "Bad", "parent_id": "nobody"}])
    opened.adapter.undo_last()
    assert names() == []


def test_the_artists_step_after_it_is_a_reason_to_refuse(opened: Engine) -> None:
    opened("create_nodes", items=[{"name": "Agent"}])
    artist(lambda: add("Artist"))
    refused(opened, "the artist has worked since", "Add Empty")


def test_an_edit_that_no_step_holds_is_a_reason_too(opened: Engine) -> None:
    import bpy

    opened("create_nodes", items=[{"name": "Agent"}])
    bpy.data.objects["Agent"].location.x = 4
    bpy.context.view_layer.update()
    refused(opened, "the artist has worked since")
    assert bpy.data.objects["Agent"].location.x == 4


def test_the_artists_work_between_two_commands_is_kept(opened: Engine) -> None:
    opened("create_nodes", items=[{"name": "First"}])
    artist(lambda: add("Artist"))
    opened("create_nodes", items=[{"name": "Second"}])
    opened.adapter.undo_last()
    assert names() == ["Artist", "First"]
    refused(opened, "the artist has worked since")


def test_without_a_command_there_is_nothing_to_take_back(opened: Engine) -> None:
    artist(lambda: add("Artist"))
    refused(opened, "nothing to take back")


def test_a_mode_without_whole_steps_is_refused(opened: Engine) -> None:
    import bpy

    opened("create_meshes", items=[{"name": "Body", **triangle()}])
    opened("select", ids=["Body"])
    artist(lambda: bpy.ops.object.mode_set(mode="EDIT"))
    refused(opened, "edit mesh mode")


def triangle() -> dict[str, Any]:
    from .double import floats, ints

    return {"vertices": floats([0, 0, 0, 1, 0, 0, 0, 1, 0]), "indices": ints([0, 1, 2])}
