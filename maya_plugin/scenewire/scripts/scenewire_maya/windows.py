"""The windows: settings, status, log. None of them is modal, so none keeps commands waiting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from maya import cmds

from scenewire_maya import lines, log, package, settings

SETTINGS, STATUS, LOG = "scenewireSettingsWindow", "scenewireStatusWindow", "scenewireLogWindow"
#: The text in a window of text.
TEXT = "Text"


def settings_window(apply: Callable[[dict[str, Any]], None], keep_key: Callable[[str, str], None]) -> None:
    """A line for each setting; nothing holds before Apply."""
    _open(SETTINGS, "Scenewire Settings", (460, 420))
    kept = settings.read()
    fields = {one.name: _field(one, kept[one.name]) for one in settings.TABLE}
    key = cmds.textFieldGrp(label="Key of the gateway", text="", annotation="Kept in a file that only you can read")

    def done(*_pressed: Any) -> None:
        chosen = {one.name: _value(one, fields[one.name]) for one in settings.TABLE}
        typed = cmds.textFieldGrp(key, query=True, text=True).strip()
        if typed:
            keep_key(chosen["url"], typed)
            cmds.textFieldGrp(key, edit=True, text="")
        apply(chosen)

    cmds.button(label="Apply", command=done)
    cmds.showWindow(SETTINGS)


def status_window() -> None:
    """How the host stands now; written anew by each action and by its button."""
    _text_window(STATUS, "Scenewire Status")


def log_window() -> None:
    """The last lines of the log."""
    _text_window(LOG, "Scenewire Log")


def refresh() -> None:
    """Writes what is open anew."""
    package_loaded = package.loaded()
    now = None if package_loaded is None else package_loaded.status()
    for window, told in ((STATUS, lines.status(now)), (LOG, log.lines())):
        if cmds.window(window, exists=True):
            cmds.scrollField(window + TEXT, edit=True, text="\n".join(told))


def close() -> None:
    """Closes all of them."""
    for window in (SETTINGS, STATUS, LOG):
        if cmds.window(window, exists=True):
            cmds.deleteUI(window, window=True)


def _text_window(name: str, title: str) -> None:
    _open(name, title, (560, 320))
    cmds.scrollField(name + TEXT, editable=False, wordWrap=True, height=260)
    cmds.button(label="Refresh", command=lambda *_pressed: refresh())
    cmds.showWindow(name)
    refresh()


def _open(name: str, title: str, size: tuple[int, int]) -> None:
    if cmds.window(name, exists=True):
        cmds.deleteUI(name, window=True)
    cmds.window(name, title=title, widthHeight=size)
    cmds.columnLayout(adjustableColumn=True)


def _field(one: settings.Setting, value: Any) -> str:
    told: dict[str, Any] = {"label": one.label, "annotation": one.annotation}
    if isinstance(one.default, bool):
        return str(cmds.checkBoxGrp(value1=value, **told))
    if isinstance(one.default, int):
        return str(cmds.intFieldGrp(value1=value, **told))
    return str(cmds.textFieldGrp(text=value, **told))


def _value(one: settings.Setting, field: str) -> Any:
    if isinstance(one.default, bool):
        return bool(cmds.checkBoxGrp(field, query=True, value1=True))
    if isinstance(one.default, int):
        return int(cmds.intFieldGrp(field, query=True, value1=True))
    return str(cmds.textFieldGrp(field, query=True, text=True))
