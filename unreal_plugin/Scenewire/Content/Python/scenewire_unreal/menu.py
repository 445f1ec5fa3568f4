"""The menu in the editor's main menu bar, by `ToolMenus`: a line of Python for each entry."""

from __future__ import annotations

import unreal

_BAR = "LevelEditor.MainMenu"
_NAME = "Scenewire"
#: Name, label, what it says when pointed at.
_ENTRIES = (
    ("start", "Start", "Lets agents and scripts of yours work in this editor"),
    ("stop", "Stop", "Shuts them out"),
)


def add() -> None:
    """Adds the menu; an editor without a window has no bar to add it to."""
    menus = unreal.ToolMenus.get()
    bar = menus.find_menu(_BAR)
    if bar is None:
        return
    menu = bar.add_sub_menu(_NAME, "", _NAME, _NAME, "AI agents and scripts in this editor")
    for name, label, tip in _ENTRIES:
        entry = unreal.ToolMenuEntry(name=f"{_NAME}.{name}", type=unreal.MultiBlockType.MENU_ENTRY)
        entry.set_label(label)
        entry.set_tool_tip(tip)
        command = f"from scenewire_unreal import actions; actions.{name}()"
        entry.set_string_command(unreal.ToolMenuStringCommandType.PYTHON, "", command)
        menu.add_menu_entry(_NAME, entry)
    menus.refresh_all_widgets()
