"""A window plays clips: the scene moves on by itself, is read and changed meanwhile, and stands still when told."""

from __future__ import annotations

from typing import Any

import conftest
import pytest
from patience import until

#: Ten units in ten seconds, along a line.
ITEMS = [
    {"node_id": "Cube", "path": "position.x", "time": second, "value": second, "interpolation_out": "linear"}
    for second in (0.0, 10.0)
]
#: Whether any window plays, as Blender says.
PLAYS = "import bpy; any(w.screen.is_animation_playing for w in bpy.context.window_manager.windows)"


@pytest.fixture
def clip(call: conftest.Call) -> str:
    """A clip in which the cube goes along x, a unit a second; the scene is as long as it."""
    call("create_keyframes", items=ITEMS)
    call.python("import bpy; s = bpy.context.scene; s.frame_start, s.frame_end = 0, 10 * s.render.fps")
    return str(call("list_clips")["items"][0]["id"])


def play(call: conftest.Call, clip: str, action: str, **more: Any) -> dict[str, Any]:
    """What one action answers."""
    (told,) = call("play_clips", items=[{"clip_id": clip, "action": action, **more}])["items"]
    return dict(told)


def along(call: conftest.Call) -> float:
    """Where the cube is."""
    return float(call("get_nodes", ids=["Cube"], fields=["position"])["items"][0]["position"][0])


def frame(call: conftest.Call) -> float:
    """Where the scene is."""
    return float(call("get_scene", fields=["frame"])["frame"])


def test_the_scene_moves_on_by_itself_and_is_read_and_changed_meanwhile(call: conftest.Call, clip: str) -> None:
    play(call, clip, "seek", time=1.0)
    assert along(call) == pytest.approx(1.0, abs=0.01)
    told = play(call, clip, "play")
    assert told["playing"] is True
    assert call.python(PLAYS) is True
    until(lambda: along(call) > 1.2, "nothing moves")
    call("create_nodes", items=[{"name": "Meanwhile"}])
    seen = along(call)
    until(lambda: along(call) > seen, "a change of the scene stopped it")
    assert play(call, clip, "play")["playing"] is True, "what plays goes on"
    assert play(call, clip, "pause")["playing"] is False
    stood = frame(call)
    # Turns of the event loop, in which it would move on.
    for _ in range(20):
        call("get_status")
        assert frame(call) == stood
    # Looking with Python would be a step of its own; what Blender 3.4 makes of frames that went by is one, too.
    names = [name for name in call("undo", steps=2)["names"] if name != "changes made outside"]
    assert names[0] == "Create nodes"
    assert "Meanwhile" not in [node["name"] for node in call("list_nodes", fields=["name"])["items"]]
    assert call.python(PLAYS) is False


def test_playing_begins_where_it_is_told_and_stops_at_the_beginning(call: conftest.Call, clip: str) -> None:
    told = play(call, clip, "play", time=5.0)
    assert told["time"] == pytest.approx(5.0, abs=0.05)
    until(lambda: along(call) > 5.2, "it does not begin there")
    told = play(call, clip, "stop")
    assert (told["playing"], told["time"]) == (False, pytest.approx(0.0))
    assert call.python(PLAYS) is False
    assert along(call) == pytest.approx(0.0, abs=0.01)
    assert play(call, clip, "pause")["playing"] is False, "what stands still may be told to"


def test_what_nothing_plays_starts_nothing(call: conftest.Call, clip: str) -> None:
    idle = call("create_clips", items=[{"name": "Idle"}])["ids"][0]
    call.fails(
        "conflict", "play_clips", items=[{"clip_id": clip, "action": "play"}, {"clip_id": idle, "action": "play"}]
    )
    assert call.python(PLAYS) is False
