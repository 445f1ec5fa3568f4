"""Blender closed in mid-command: whoever waits for the answer hears soon what is known, and Blender ends well."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from typing import Any

import conftest
import pytest
import scenewire
from patience import until
from scenewire.errors import SceneWireError

from .artist import Artist, leave, sit_down

SPELLED = "import bpy\ngetattr(bpy.ops.wm, 'quit_' + 'blender')()\n'asked'"
QUIT = "bpy.app.timers.register(lambda: bpy.ops.wm.quit_blender() and None)"
#: For a second, so that it is under way for certain.
WORK = "import time\nend = time.monotonic() + {seconds}\nwhile time.monotonic() < end: pass\n'done'"


@pytest.fixture(params=conftest.specs() or [None], ids=lambda spec: spec["name"] if spec else "none")
def closing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Artist]:
    """An artist whose Blender may be gone afterwards."""
    if request.param is None:
        pytest.skip("no window: run it by `make test`")
    made = sit_down(request.param)
    monkeypatch.setenv("SCENEWIRE_HOME", str(made.home))
    made.ask("bpy.ops.scenewire.start()")
    yield made
    leave(made)


class Waiting:
    """A client that waits for the answer of one piece of code."""

    def __init__(self, code: str) -> None:
        self.outcome: Any = None
        self._client = scenewire.connect(timeout=60)
        self._client.get_scene()
        self._thread = threading.Thread(target=self._ask, args=(code,))
        self._thread.start()

    def _ask(self, code: str) -> None:
        try:
            self.outcome = self._client.execute_python(code=code)["value"]
        except SceneWireError as error:
            self.outcome = error.error_code

    def heard(self) -> Any:
        """The value, or the code of the error."""
        self._thread.join(20)
        assert not self._thread.is_alive(), "nobody answers any more"
        self._client.close()
        return self.outcome


def test_a_command_does_not_quit_blender_by_mistake(closing: Artist) -> None:
    for code in ("import bpy\nbpy.ops.wm.quit_blender()", SPELLED):
        assert Waiting(code).heard() == "permission_denied"
    assert Waiting("1 + 1").heard() == 2


def test_a_command_that_quits_blender_all_the_same_is_answered_first(closing: Artist) -> None:
    """Blender itself ends after the turn in which it was asked to."""
    closing.ask("__import__('scenewire').configure(guard_python=False)")
    assert Waiting(SPELLED).heard() == "asked"
    assert closing.process.wait(30) == 0, closing.tail()


def test_the_artist_quits_while_a_command_runs_and_it_ends_first(closing: Artist) -> None:
    closing.ask(QUIT.replace("None)", "None, first_interval=0.5)"))
    assert Waiting(WORK.format(seconds=1.5)).heard() == "done"
    assert closing.process.wait(30) == 0, closing.tail()


def test_the_artist_quits_while_a_command_waits_for_leave(closing: Artist) -> None:
    closing.set(ask_python=True)
    waiting = Waiting("1 + 1")
    until(lambda: closing.status()["approvals"], "it was not asked about")
    closing.ask(QUIT)
    assert waiting.heard() == "cancelled"
    assert closing.process.wait(30) == 0, closing.tail()


def test_blender_is_killed_while_a_command_runs(closing: Artist) -> None:
    waiting = Waiting(
        "open(__import__('os').environ['SCENEWIRE_HOME'] + '/begun', 'w').close()\n" + WORK.format(seconds=30)
    )
    until((closing.home / "begun").exists, "it did not begin")
    os.killpg(closing.process.pid, signal.SIGKILL)
    assert waiting.heard() == "outcome_unknown"
