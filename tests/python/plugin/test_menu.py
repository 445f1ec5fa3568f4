"""What an artist does with menu, shelf and settings, and what clients see of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import connect, launch, specs, stop
from patience import until
from studio import Gateway

#: Presses a control as soon as Maya has nothing else to do: a click is no part of a client's command.
PRESS = "from maya_window import ui\nui.press({!r}, {!r})"
#: Presses Start on the shelf once there is a file of this name.
START_WHEN = """
import os
from PySide6 import QtCore, QtWidgets
from maya_window import ui
timer = QtCore.QTimer(QtWidgets.QApplication.instance())
def look():
    if os.path.exists({go!r}):
        timer.stop()
        ui.press("Start", "shelfButton")
timer.timeout.connect(look)
timer.start(50)
"""
#: Types into the window of settings, and presses Apply.
TYPE = """
from maya import cmds
from maya_window import ui
ui.press("Settings...")
for label, text in {wanted!r}.items():
    fields = [one for one in ui.interface.controls.values() if one.kind == "textFieldGrp"]
    (field,) = [one for one in fields if one.flags["label"] == label]
    cmds.textFieldGrp(field.path, edit=True, text=text)
ui.press("Apply", "button")
"""
BATCH = """
from maya_double import session
from maya_window import modules
session.start(batch=True)
modules.load()
modules.run_user_setups()
import scenewire.host
scenewire.host.main(["--app", "maya", "--name", "batch"])
"""


def epoch(maya: Any) -> str | None:
    """Of the host that runs; None while none does."""
    found = list((maya.home / "run").glob("*.json"))
    return str(maya.record()["epoch"]) if found else None


def pressed(maya: Any, agent: Any, later: Any, label: str) -> None:
    """A click that starts the host again, until it has."""
    before = epoch(maya)
    later(agent, 0, PRESS.format(label, "menuItem"))
    until(lambda: epoch(maya) not in (None, before), "it did not start again")


def test_stop_tells_clients_why_and_start_lets_them_in_again(maya: Any, agent: Any, later: Any) -> None:
    go = maya.home / "go"
    later(agent, 0, START_WHEN.format(go=str(go)))
    later(agent, 0, PRESS.format("Stop", "menuItem"))
    until(lambda: epoch(maya) is None, "it still runs")
    assert "the artist stopped it in Maya" in str(agent.fails("host_not_running", "get_selection"))
    go.touch()
    until(lambda: epoch(maya), "it did not start")
    assert agent("get_status")["instance"]["name"] == "maya"


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[Gateway]:
    running = Gateway(tmp_path / "data").start()
    yield running
    running.stop()


def test_remote_is_reached_over_the_gateway_and_local_is_not(
    maya: Any, agent: Any, later: Any, gateway: Gateway, tmp_path: Path
) -> None:
    anna = gateway.user("anna", tmp_path / "anna")
    wanted = {"Gateway": gateway.url, "Fingerprint": gateway.pin, "Key of the gateway": anna.key}
    agent.python(TYPE.format(wanted=wanted))
    pressed(maya, agent, later, "Remote")
    until(lambda: agent.python("import scenewire\nscenewire.status()['gateway']['state']") == "online", "not linked")
    assert anna.cli("call", "create_nodes", '{"items": [{"name": "Far"}]}').returncode == 0
    assert agent.python("from maya import cmds\ncmds.ls('Far')") == ["Far"]
    refused = anna.cli("call", "execute_python", '{"code": "1"}')
    assert "permission_denied" in refused.stderr, "the setting Remote Python is off"
    kept = [path for path in maya.home.rglob("*") if path.is_file() and anna.key in path.read_text(errors="replace")]
    assert [path.stat().st_mode & 0o077 for path in kept] == [0], "one file, for the user alone"
    pressed(maya, agent, later, "Local")
    assert agent.python("import scenewire\nscenewire.status()['gateway']") is None
    assert anna.cli("call", "get_selection").returncode == 3


def test_maya_batch_is_a_host_without_a_plugin_and_ends_when_it_is_asked_to() -> None:
    (spec,) = specs() or [pytest.skip("no host: run it by `make test`")]
    host = launch({**spec, "argv": [spec["argv"][0], "-c", BATCH]})
    try:
        call = connect(host)
        status = call("get_status")["instance"]
        assert (status["app"], status["headless"], status["name"]) == ("maya", True, "batch")
        call("create_nodes", items=[{"name": "Made"}])
        told = "from maya import cmds\n[cmds.ls('Made'), cmds.pluginInfo('scenewire_plugin', query=True, loaded=True)]"
        assert call.python(told) == [["Made"], False]
        call.client.close()
        host.process.terminate()
        assert host.process.wait(30) == 0, host.tail()
    finally:
        stop(host)
