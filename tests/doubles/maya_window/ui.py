"""The commands of the user interface: controls that remember what they were told, and do it when a test presses them.

Source: these commands in Autodesk's reference. Controls go by their short name, or by the whole way to them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from maya_double.calls import Call, command
from PySide6 import QtWidgets

from . import idle

#: What Maya's main window and the tabs of its shelves are called.
MAIN, SHELVES = "MayaWindow", "Shelf"
COMMON = "annotation enable height width"


@dataclass
class Control:
    """A window, layout, menu or control."""

    kind: str
    path: str
    flags: dict[str, Any] = field(default_factory=dict)


class Interface:
    """All of them by their short names, and where the next one goes."""

    def __init__(self) -> None:
        self.controls = {MAIN: Control("window", MAIN), SHELVES: Control("shelfTabLayout", f"{MAIN}|{SHELVES}")}
        self.parent = MAIN
        self.numbers = itertools.count(1)

    def find(self, name: str) -> Control:
        """The control of this name; Maya's own words where there is none."""
        found = self.controls.get(name.rpartition("|")[2])
        if found is None:
            raise RuntimeError(f"Object '{name}' not found.")
        return found

    def make(self, call: Call) -> str:
        """A new one, below its parent."""
        name = call.strings()[0] if call.args else f"{call.name}{next(self.numbers)}"
        if name in self.controls:
            raise RuntimeError(f"Object's name '{name}' is not unique.")
        above = "" if call.name == "window" else self.find(call.get("parent", self.parent)).path + "|"
        self.controls[name] = Control(call.name, above + name, dict(call.flags))
        if call.name == "window" or call.name.endswith("Layout"):
            self.parent = name
        return self.controls[name].path

    def remove(self, name: str) -> None:
        """One with all below it."""
        path = self.find(name).path
        gone = [name for name, one in self.controls.items() if one.path == path or one.path.startswith(f"{path}|")]
        for one in gone:
            del self.controls[one]
        if self.parent in gone:
            self.parent = MAIN


interface = Interface()


def control(call: Call) -> Any:
    """Makes, asks, changes."""
    if call.has("exists"):
        name = call.strings()[0].rpartition("|")[2]
        return name in interface.controls and interface.controls[name].kind == call.name
    if not call.query and not call.edit:
        return interface.make(call)
    found = interface.find(call.strings()[0])
    if call.edit:
        found.flags.update(call.flags)
        return found.path
    return next(found.flags.get(flag) for flag in call.flags)


for _name, _flags in {
    "window": "title widthHeight exists",
    "columnLayout": "adjustableColumn",
    "menu": "label parent tearOff exists",
    "menuItem": "label parent command divider",
    "shelfLayout": "parent exists",
    "shelfButton": "label parent command image imageOverlayLabel sourceType",
    "textFieldGrp": "label text",
    "checkBoxGrp": "label value1",
    "intFieldGrp": "label value1",
    "scrollField": "text editable wordWrap",
    "button": "label command",
}.items():
    _of_kind = (
        COMMON if _name in ("textFieldGrp", "checkBoxGrp", "intFieldGrp", "scrollField", "button") else "annotation"
    )
    _all = _flags if _name in ("window", "columnLayout", "menu", "shelfLayout") else f"{_flags} {_of_kind}"
    command(_name, create=_all, query=_all, edit=_all)(control)


@command("showWindow")
def show_window(call: Call) -> None:
    """Of a window that is there."""
    interface.find(call.strings()[0])


@command("deleteUI", create="menu window layout control menuItem")
def delete_ui(call: Call) -> None:
    """Takes away what is named."""
    for name in call.strings():
        interface.remove(name)


#: What `optionVar` keeps: preferences of Maya's user, for as long as this process runs.
OPTIONS: dict[str, Any] = {}


@command("optionVar", create="exists stringValue intValue remove", query="query")
def option_var(call: Call) -> Any:
    """Keeps, asks, forgets; what is not there is 0."""
    if call.query:
        return OPTIONS.get(call.get("query"), 0)
    if call.has("exists"):
        return call.get("exists") in OPTIONS
    for flag in ("stringValue", "intValue"):
        if call.has(flag):
            name, value = call.get(flag)
            OPTIONS[name] = value
    OPTIONS.pop(call.get("remove"), None)
    return None


@command("evalDeferred", create="lowestPriority lowPriority evaluateNext")
def eval_deferred(call: Call) -> None:
    """Python as text or something to call, when Maya is idle."""
    (work,) = call.args
    idle.defer(work if callable(work) else lambda: exec(work, {}), call.has("lowestPriority"))


@command("confirmDialog", create="title message button")
def confirm_dialog(call: Call) -> str:
    """A real modal dialog; comes back when it is closed."""
    ask(call.get("title", "Confirm"), call.get("message", ""))
    return "dismiss"


def ask(title: str, message: str) -> None:
    """A question of Maya's, until somebody closes it."""
    box = QtWidgets.QMessageBox(main_window())
    box.setWindowTitle(title)
    box.setText(message)
    box.exec()


@command("fileDialog2", create="caption dialogStyle fileFilter fileMode okCaption startingDirectory")
def file_dialog(call: Call) -> list[str] | None:
    """A real modal dialog, of Maya's own style; what was chosen, or nothing when it is closed."""
    dialog = QtWidgets.QFileDialog(main_window(), call.get("caption", ""), call.get("startingDirectory", ""))
    dialog.setOption(QtWidgets.QFileDialog.Option.DontUseNativeDialog)
    return list(dialog.selectedFiles()) if dialog.exec() else None


def main_window() -> QtWidgets.QWidget:
    """Maya's."""
    return next(window for window in QtWidgets.QApplication.topLevelWidgets() if window.objectName() == MAIN)


def press(label: str, kind: str = "menuItem") -> None:
    """What a click of the artist's does: runs the command of the control of this label, on the main thread."""
    (found,) = [one for one in interface.controls.values() if one.kind == kind and one.flags.get("label") == label]
    work = found.flags["command"]
    if callable(work):
        work(False)
    else:
        exec(work, {})
