"""`ToolMenus`: the editor's menus, of which a window has the main menu bar."""

from __future__ import annotations

from typing import Any

from unreal_double.kinds import does
from unreal_double.objects import new

#: By name.
MENUS: dict[str, Any] = {}
_ONE: list[Any] = []


def open_window() -> None:
    """The editor has a window, and its bar."""
    bar = new("ToolMenu")
    bar._state["entries"] = []
    MENUS["LevelEditor.MainMenu"] = bar


@does("ToolMenus", "get")
def _get(cls: Any) -> Any:
    if not _ONE:
        _ONE.append(new("ToolMenus"))
    return _ONE[0]


@does("ToolMenus", "find_menu")
def _find(self: Any, name: Any) -> Any:
    return MENUS.get(str(name))


@does("ToolMenus", "refresh_all_widgets")
def _refresh(self: Any) -> None:
    """Widgets are drawn again."""


@does("ToolMenu", "add_sub_menu")
def _sub_menu(self: Any, owner: Any, section_name: Any, name: Any, label: str, tool_tip: str = "") -> Any:
    made = new("ToolMenu")
    made._state.update(entries=[], label=label)
    self._state["entries"].append(made)
    return made


@does("ToolMenu", "add_menu_entry")
def _entry(self: Any, section_name: Any, args: Any) -> None:
    self._state["entries"].append(args)


@does("ToolMenuEntry", "set_label")
def _label(self: Any, label: str) -> None:
    self._fields["$label"] = label


@does("ToolMenuEntry", "set_tool_tip")
def _tip(self: Any, tool_tip: str) -> None:
    self._fields["$tip"] = tool_tip


@does("ToolMenuEntry", "set_string_command")
def _command(self: Any, type: Any, custom_type: Any, string: str) -> None:
    self._fields["$command"] = (type.name, string)


def choose(menu: Any, label: str) -> None:
    """The artist picks an entry; a string of Python is run in the editor's `__main__`."""
    (entry,) = [one for one in menu._state["entries"] if one._fields["$label"] == label]
    kind, text = entry._fields["$command"]
    assert kind == "PYTHON"
    exec(compile(text, "<menu>", "exec"), {})
