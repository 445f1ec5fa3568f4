"""The menu in Maya's menu bar and the shelf: the same entries, from one table."""

from __future__ import annotations

from maya import cmds, mel

MENU, SHELF = "scenewireMenu", "Scenewire"

#: Label, that of the shelf button where there is one, the function of `actions`, what it does; None: a line between.
ENTRIES: tuple[tuple[str, str, str, str] | None, ...] = (
    ("Start", "Start", "start", "Let agents and scripts work in this Maya"),
    ("Stop", "Stop", "stop", "Shut them out; what one of them is doing now is cancelled"),
    None,
    ("Local", "", "local", "Only from this machine"),
    ("Remote", "", "remote", "Over the gateway of the settings too"),
    None,
    ("Settings...", "Set", "show_settings", "Who may do what in this Maya"),
    ("Status...", "Stat", "show_status", "Who is connected, and what they do"),
    ("Log...", "Log", "show_log", "The last lines that scenewire logged"),
)


def build() -> None:
    """Puts both up; a shelf that Maya kept from another session is made anew."""
    remove()
    cmds.menu(MENU, label="Scenewire", parent="MayaWindow", tearOff=True)
    for entry in ENTRIES:
        if entry is None:
            cmds.menuItem(divider=True, parent=MENU)
        else:
            label, _, function, annotation = entry
            cmds.menuItem(label=label, annotation=annotation, command=_command(function), parent=MENU)
    cmds.shelfLayout(SHELF, parent=_shelves())
    for entry in ENTRIES:
        if entry is not None and entry[1]:
            _, short, function, annotation = entry
            cmds.shelfButton(
                label=short,
                imageOverlayLabel=short,
                image="commandButton.png",
                annotation=f"Scenewire: {annotation}",
                command=_command(function),
                sourceType="python",
                parent=SHELF,
            )


def remove() -> None:
    """Takes both away."""
    if cmds.menu(MENU, exists=True):
        cmds.deleteUI(MENU, menu=True)
    if cmds.shelfLayout(SHELF, exists=True):
        cmds.deleteUI(SHELF, layout=True)


def _command(function: str) -> str:
    """As text: Maya writes a shelf into its preferences."""
    return f"import scenewire_maya.actions\nscenewire_maya.actions.{function}()"


def _shelves() -> str:
    """The tabs of all shelves, as Maya's own scripts find them."""
    return str(mel.eval("$scenewireShelves = $gShelfTopLevel"))
