"""Edits through OpenMaya as steps of Maya's undo queue, which knows of commands alone: a command of ours does the edit,
and Maya calls it again to undo and to redo.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: What the command is called in `maya.cmds`.
COMMAND = "scenewireEdit"
_PLUGIN = Path(__file__).with_name("undoable_plugin.py")


@dataclass(frozen=True)
class Edit:
    """What is done, and what takes it back."""

    do: Callable[[], None]
    undo: Callable[[], None]


#: The edit that the next command does; the command takes it and keeps it as long as Maya keeps the command.
PENDING: list[Edit] = []
#: What an edit raised: of what is raised in a command Maya tells no more than that it was.
RAISED: list[Exception] = []


def apply(do: Callable[[], None], undo: Callable[[], None]) -> None:
    """Does an edit now; an undo of the chunk that is open takes it back with the rest."""
    from maya import cmds

    if not cmds.pluginInfo(_PLUGIN.stem, query=True, loaded=True):
        cmds.loadPlugin(str(_PLUGIN), quiet=True)
    PENDING[:], RAISED[:] = [Edit(do, undo)], []
    try:
        getattr(cmds, COMMAND)()
    except RuntimeError:
        if RAISED:
            raise RAISED.pop() from None
        raise
