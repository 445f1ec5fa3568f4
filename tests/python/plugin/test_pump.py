"""When commands run in a Maya with a window: when they come, between Maya's own events, and never beside them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TURNS = "from scenewire.adapters.maya import pump\nfrom maya_window import idle\n[pump.turns(), idle.TURNS]"
#: What opens a dialog in Maya, by what it is, and its title: a question, and a choice of files.
DIALOGS = {
    "question": ("cmds.confirmDialog(title='Save Changes', message='?')", "Save Changes"),
    "files": ("cmds.fileDialog2(caption='Open Scene', fileMode=1)", "Open Scene"),
}
#: Of a second, for a call to be answered in a Maya that slept; polling would take its step.
PROMPT = 0.5


def cpu(process: int) -> float:
    """Seconds of the processor that it has had."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def test_an_idle_maya_has_no_turn_and_uses_no_processor(maya: Any, agent: Any) -> None:
    before = agent.python(TURNS)
    used = cpu(maya.process.pid)
    time.sleep(2)
    spent = cpu(maya.process.pid) - used
    after = agent.python(TURNS)
    # The one that asks.
    assert [now - then for then, now in zip(before, after)] == [1, 1]
    assert spent <= 0.03


def test_a_call_wakes_it_and_those_that_follow_share_a_turn(agent: Any) -> None:
    took = []
    for _ in range(10):
        time.sleep(0.05)
        began = time.perf_counter()
        agent("get_selection")
        took.append(time.perf_counter() - began)
    assert sorted(took)[len(took) // 2] < PROMPT
    before = agent.python(TURNS)
    for _ in range(50):
        agent("get_selection")
    # Each has had at most one, and Maya's events theirs between.
    assert 1 <= agent.python(TURNS)[0] - before[0] <= 51


def test_commands_run_on_the_main_thread_alone(agent: Any) -> None:
    main, threads = agent.python(
        "import threading\nmine = threading.current_thread() is threading.main_thread()\n"
        "[mine, [thread.name for thread in threading.enumerate()]]"
    )
    assert main
    assert threads.count("scenewire-pump") == 1


@pytest.mark.parametrize("dialog", DIALOGS)
def test_an_open_dialog_is_told_and_calls_keep_their_deadlines(agent: Any, later: Any, dialog: str) -> None:
    command, title = DIALOGS[dialog]
    later(agent, 3000, "from PySide6 import QtWidgets\nQtWidgets.QApplication.activeModalWidget().reject()")
    later(agent, 0, f"from maya import cmds\n{command}")
    held = until(lambda: agent("get_status")["held"])
    assert held.startswith(f"blocked_by_dialog: the dialog `{title}` is open in Maya")
    began = time.monotonic()
    error = agent.fails("timed_out", "get_selection", timeout=1.0)
    assert error.details["held"] == held
    assert 0.9 < time.monotonic() - began < 2.5
    # What still waits when somebody has answered it runs.
    assert agent("get_selection", timeout=30.0)["ids"] == []
    assert agent("get_status")["held"] is None


#: A command that opens a dialog itself, which is closed when there is a file of this name.
OPENS = """
import os
from maya import cmds
from PySide6 import QtCore, QtWidgets
cmds.createNode("transform", name="Half")
timer = QtCore.QTimer()
timer.timeout.connect(lambda: os.path.exists({answer!r}) and QtWidgets.QApplication.activeModalWidget().reject())
timer.start(20)
cmds.fileDialog2(caption="Import", fileMode=1)
while True:
    pass
"""


def test_a_dialog_that_a_command_opens_is_told_and_the_deadline_kept(maya: Any, agent: Any) -> None:
    answer = maya.home / "answer"
    agent.fails("timed_out_still_running", "execute_python", code=OPENS.format(answer=str(answer)), timeout=2.0)
    assert agent("get_status")["held"].startswith("blocked_by_dialog: the dialog `Import` is open in Maya")
    answer.touch()
    until(lambda: agent("get_status")["held"] is None)
    assert agent.python("from maya import cmds\ncmds.ls('Half')") == [], "it is stopped and taken back"


def test_nothing_changes_the_scene_while_a_mouse_button_is_held(agent: Any, later: Any) -> None:
    mouse = """
from maya_window import ui
from PySide6 import QtCore, QtTest
QtTest.QTest.mouse{}(ui.main_window().windowHandle(), QtCore.Qt.MouseButton.LeftButton)
"""
    later(agent, 2000, mouse.format("Release"))
    later(agent, 0, mouse.format("Press"))
    until(lambda: agent.client.call("get_selection", timeout=20).value["ids"] == [] and agent("get_status")["held"])
    assert agent("get_status")["held"] == "the artist holds a mouse button down"
    began = time.monotonic()
    agent("clear_selection")
    assert time.monotonic() - began > 0.5
    assert agent("get_status")["held"] is None


def until(true: Callable[[], Any]) -> Any:
    """What comes to be true within a few seconds."""
    end = time.monotonic() + 20
    while True:
        found = true()
        if found:
            return found
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)
