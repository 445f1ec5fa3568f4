"""The plug-in in a Maya with a window: from the module file to unloading it, and what it leaves behind."""

from __future__ import annotations

import contextlib
import json
import socket
from typing import Any

import pytest
from scenewire.errors import SceneWireError

from .test_pump import until

#: What there is of the plug-in.
PRESENT = """
import sys
from maya import cmds
from maya_window import ui
[
    bool(cmds.pluginInfo("scenewire_plugin", query=True, loaded=True)),
    cmds.menu("scenewireMenu", exists=True),
    cmds.shelfLayout("Scenewire", exists=True),
    [name for name, one in ui.interface.controls.items() if "scenewire" in name.lower()],
    any(name.startswith("scenewire_maya") for name in sys.modules),
]
"""


def press(agent: Any, label: str) -> str:
    """A click of the artist's; what Maya said."""
    return str(agent("execute_python", code=f"from maya_window import ui\nui.press({label!r})")["stderr"])


def test_start_up_takes_no_time_of_ours_and_then_menu_and_shelf_are_there(maya: Any, agent: Any) -> None:
    loaded, menu, shelf, named, ours = agent.python(PRESENT)
    assert (loaded, menu, shelf, ours) == (True, True, True, True)
    assert {"scenewireMenu", "Scenewire"} <= set(named)
    # Before Maya was up, `userSetup.py` had done nothing but ask for a turn.
    assert "imported from modules: scenewire_maya scenewire_maya.startup\n" in maya.tail()


def test_entries_of_the_menu_do_what_they_say(agent: Any) -> None:
    press(agent, "Status...")
    told = agent.python("from maya import cmds\ncmds.scrollField('scenewireStatusWindowText', query=True, text=True)")
    assert "Listening as maya" in told
    press(agent, "Log...")
    told = agent.python("from maya import cmds\ncmds.scrollField('scenewireLogWindowText', query=True, text=True)")
    assert "host started" in told
    assert press(agent, "Remote").startswith("Warning: Scenewire: remote mode needs the address of the gateway")
    assert agent("get_status")["instance"]["name"] == "maya", "refused, and nothing was stopped"
    press(agent, "Settings...")
    agent.python(
        "from maya import cmds\nfrom maya_window import ui\n"
        "(box,) = [one for one in ui.interface.controls.values() if one.flags.get('label') == 'Files']\n"
        "cmds.checkBoxGrp(box.path, edit=True, value1=False)\nui.press('Apply', 'button')"
    )
    agent.fails("permission_denied", "save_file", path="/tmp/none.ma")
    kept = "import scenewire_maya.settings as s\n[s.read()['allow_files'], s.read()['allow_python']]"
    assert agent.python(kept) == [False, True]


def test_unloading_in_the_middle_of_a_command_leaves_nothing(maya: Any, agent: Any) -> None:
    port = int(maya.record()["url"].rsplit(":", 1)[1].split("/")[0])
    marks = maya.home / "marks.json"
    done = agent.python(
        "from maya import cmds\nfrom PySide6 import QtCore\ncmds.unloadPlugin('scenewire_plugin')\n"
        f"look = {PRESENT!r}\nmarks = {str(marks)!r}\n"
        "def after():\n"
        "    import ast, json, threading\n"
        "    tree = ast.parse(look)\n"
        "    last = ast.Expression(tree.body.pop().value)\n"
        "    space = {}\n"
        "    exec(compile(tree, 'look', 'exec'), space)\n"
        "    told = eval(compile(last, 'look', 'eval'), space)\n"
        "    open(marks, 'w').write(json.dumps([told, [t.name for t in threading.enumerate()]]))\n"
        "QtCore.QTimer.singleShot(1000, after)\n'unloaded'"
    )
    assert done == "unloaded", "the command itself ends first"
    until(lambda: not list((maya.home / "run").glob("*.json")))
    until(marks.exists)
    (loaded, menu, shelf, named, ours), threads = json.loads(until(marks.read_text))
    assert (loaded, menu, shelf, named, ours) == (False, False, False, [], False)
    assert threads == ["MainThread"]
    with contextlib.suppress(ConnectionRefusedError), pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    with pytest.raises(SceneWireError):
        agent("get_status")
    assert maya.process.poll() is None, "Maya lives on"


#: A command that lets Maya's own events have a turn, in which an artist unloads the plug-in; once the host has ended,
#: it is loaded again.
UNLOADS = """
import scenewire
from maya import cmds
from PySide6 import QtCore, QtWidgets
cmds.createNode("transform", name="Before")
def again():
    if not scenewire.is_running():
        timer.stop()
        cmds.loadPlugin("scenewire_plugin")
        import scenewire_maya.actions
        scenewire_maya.actions.start()
timer = QtCore.QTimer(QtWidgets.QApplication.instance())
timer.timeout.connect(again)
timer.start(50)
QtCore.QTimer.singleShot(0, lambda: cmds.unloadPlugin("scenewire_plugin"))
while cmds.pluginInfo("scenewire_plugin", query=True, loaded=True):
    QtWidgets.QApplication.processEvents()
cmds.createNode("transform", name="After")
"whole"
"""


def test_a_command_during_which_the_plugin_is_unloaded_ends_first(maya: Any, agent: Any) -> None:
    before = maya.record()["epoch"]
    assert agent.python(UNLOADS) == "whole"
    until(lambda: [one for one in (maya.home / "run").glob("*.json") if before not in one.read_text()])
    assert sorted(item["name"] for item in agent("list_nodes")["items"]) == ["After", "Before"]
    assert agent("undo")["undone"] == 1
    assert agent("list_nodes")["total"] == 0


def test_closing_maya_says_goodbye_and_frees_all(maya: Any, agent: Any) -> None:
    maya.process.terminate()
    assert maya.process.wait(30) == 0, maya.tail()
    assert not list((maya.home / "run").glob("*.json"))
    with pytest.raises(SceneWireError):
        agent("get_status")
