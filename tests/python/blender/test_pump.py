"""The pump of a Blender with a window; how it outlives the artist is tested over the wire (`e2e/window`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

# Timers never fire without one.
pytestmark = pytest.mark.windowed


class Rig:
    """A pump over what the test says, turned by hand."""

    def __init__(self) -> None:
        from scenewire.adapters.blender.pump import _Pump

        self.ran = 1
        self.told: list[str | None] = []
        self.during: Any = lambda: None
        self.waiting, self.turns = 1, 0
        #: Whether a call comes while a turn rests, and how long the turns rested.
        self.comes, self.rests = False, list[float]()
        self.pump = _Pump(self._turn, self.told.append, lambda: self.waiting, self._rest)

    def _turn(self, _budget: float, _linger: float) -> int:
        self.turns += 1
        self.during()
        return self.ran

    def _rest(self, seconds: float) -> bool:
        self.rests.append(seconds)
        return self.comes


@pytest.fixture
def rig() -> Iterator[Rig]:
    made = Rig()
    yield made
    made.pump.stop()


def test_events_come_with_traffic_and_go_after_it(rig: Rig) -> None:
    assert rig.pump.tick() == 0.0
    assert rig.pump._events is not None
    rig.ran, rig.pump._hot_until = 0, 0.0
    rig.pump.tick()
    assert rig.pump._events is None


def test_command_that_stops_the_host_leaves_no_events(rig: Rig) -> None:
    rig.during = rig.pump.stop
    assert rig.pump.tick() is None
    assert rig.pump._events is None


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_turn_that_goes_wrong_is_not_the_last(rig: Rig, error: type[BaseException]) -> None:
    def fails() -> None:
        raise error("forced by the test")

    rig.during = fails
    assert rig.pump.tick() == 0.0


def test_idle_turn_costs_nothing_and_a_call_ends_the_idling(rig: Rig) -> None:
    from scenewire.adapters.blender import pump

    rig.ran = rig.waiting = 0
    for _ in range(pump._IDLE_TURNS + 1):
        rig.pump.tick()
    assert rig.turns == 1, "now and then it looks at what the artist does"
    rig.pump.tick()
    assert rig.turns == 1
    rig.waiting = 1
    rig.pump.tick()
    assert rig.turns == 2


@pytest.mark.parametrize(
    ("between", "rests"),
    [(0.0051, True), (0.0021, True), (0.001, False), (0.02, False)],
    ids=["it slept", "it napped", "the artist moved the mouse", "it was drawn"],
)
def test_turn_rests_only_when_the_loop_did_nothing_but_sleep(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, between: float, rests: bool
) -> None:
    from scenewire.adapters.blender import pump

    now = 1000.0
    monkeypatch.setattr(pump.time, "monotonic", lambda: now)
    rig.ran = rig.waiting = 0
    rig.pump.tick()
    assert rig.rests == [], "a loop that has just begun is the artist's"
    now += pump.STIR_SECONDS
    for _ in range(2):
        rig.pump._left = now
        now += between
        rig.pump.tick()
    assert rig.rests == ([pump.REST] * 2 if rests else [])


def test_call_that_comes_while_a_turn_rests_runs_in_it(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    from scenewire.adapters.blender import pump

    rig.waiting, rig.comes = 0, True
    now = 1000.0
    monkeypatch.setattr(pump.time, "monotonic", lambda: now)
    rig.pump._left = now - 0.0051
    rig.pump.tick()
    assert rig.turns == 1


class Manager:
    """Event timers as Blender has them."""

    def __init__(self) -> None:
        self.timers: list[tuple[float, Any]] = []

    def event_timer_add(self, step: float, window: Any = None) -> tuple[float, Any]:
        self.timers.append((step, window))
        return self.timers[-1]

    def event_timer_remove(self, timer: tuple[float, Any]) -> None:
        self.timers.remove(timer)


@pytest.mark.parametrize("naps", [True, False])
def test_rest_without_a_call_ends_in_a_short_sleep(rig: Rig, monkeypatch: pytest.MonkeyPatch, naps: bool) -> None:
    """Of no window: an event of one would wake other people's modal operators."""
    from scenewire.adapters.blender import pump

    manager, now = Manager(), 1000.0
    monkeypatch.setattr(pump.time, "monotonic", lambda: now)
    monkeypatch.setattr(pump, "_NAPS_FROM", (0,) if naps else (99,))
    monkeypatch.setattr(pump, "_manager", lambda: manager)
    rig.waiting = 0
    for _ in range(3):
        rig.pump._left = now
        now += 0.0051
        rig.pump.tick()
        assert manager.timers == ([(pump.NAP, None)] if naps else [])
    rig.pump._left = now
    now += 0.02
    rig.pump.tick()
    assert manager.timers == [], "the artist is at work: Blender sleeps as it likes"


def test_artist_is_told_of_once(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    from scenewire.adapters.blender import pump

    now: list[str | None] = [None, "the artist is dragging (Move)", "the artist is dragging (Move)", None]
    monkeypatch.setattr(pump, "under_way", lambda: now.pop(0))
    for _ in range(4):
        rig.pump.tick()
    assert rig.told == ["the artist is dragging (Move)", None]


def test_window_that_is_gone_is_forgotten_with_its_events(rig: Rig) -> None:
    rig.pump.tick()
    events, rig.pump._window = rig.pump._events, 1
    rig.pump._miss_window()
    assert rig.pump._events is None
    import bpy

    bpy.context.window_manager.event_timer_remove(events)
