"""What the artist does at a window is heard of, and what plays by itself is not."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import conftest
from patience import until

from .artist import Drag, xdotool
from .test_playing import ITEMS, along, play

#: No event in this time is none at all: the host is looked at twice a second when nobody calls.
QUIET = 2.0


def hands(place: Drag, *keys: str) -> None:
    """The artist presses keys over the 3D view."""
    xdotool("mousemove", place.x, place.y, "sleep", 0.3, "key", *keys)


def names(call: conftest.Call) -> list[str]:
    """All nodes."""
    return sorted(node["name"] for node in call("list_nodes", fields=["name"])["items"])


def hear(events: Any, wanted: Callable[[Any], bool]) -> Any:
    """The first event like this; the artist's hands are slow, and so is a window drawn by software."""
    found: list[Any] = []

    def heard() -> bool:
        found.extend(event for event in events if wanted(event))
        return bool(found)

    until(heard, "nothing was told of it")
    return found[0]


def test_the_artist_s_own_doing_is_heard_of(call: conftest.Call) -> None:
    place = Drag(call)
    call("clear_selection")
    assert names(call)
    events = call.client.events(timeout=QUIET)
    assert list(events) == [], "nothing happens"
    hands(place, "a")
    event = hear(events, lambda event: event.kind == "selection_changed" and event.names)
    assert (event.by, event.own, event.operation) == ("artist", False, None)
    assert sorted(event.names) == names(call)
    hands(place, "Delete")
    assert sorted(hear(events, lambda event: event.kind == "nodes_removed").names) == sorted(event.names)
    hands(place, "ctrl+z")
    told: list[Any] = []
    until(lambda: told.extend(events) or {"undo", "nodes_added"} <= {event.kind for event in told}, "no undo")
    assert {event.by for event in told} == {"artist"}
    # His work and an agent's are told apart, also when they come together.
    hands(place, "a", "Delete")
    hear(events, lambda event: event.kind == "nodes_removed")
    call("create_nodes", items=[{"name": "Agent"}])
    assert hear(events, lambda event: event.kind == "nodes_added").by == "call"


def test_a_playing_animation_floods_nobody_and_hides_nothing(call: conftest.Call) -> None:
    call("create_keyframes", items=ITEMS)
    call.python("import bpy; s = bpy.context.scene; s.frame_start, s.frame_end = 0, 10 * s.render.fps")
    clip = str(call("list_clips")["items"][0]["id"])
    play(call, clip, "play", time=0.0)
    # The turns of the event loop in which what was just called is worked out.
    time.sleep(1.0)
    events = call.client.events(timeout=QUIET)
    seen = along(call)
    told = list(events)
    assert along(call) > seen, "it plays"
    assert told == [], "frames that go by are no events"
    call("create_nodes", items=[{"name": "Meanwhile"}])
    assert hear(events, lambda event: event.kind == "nodes_added").names == ["Meanwhile"]
    play(call, clip, "stop")
