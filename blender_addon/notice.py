"""The one sentence that the panel shows until the artist has read it: why something was refused, or that it is done."""

from __future__ import annotations

import bpy

from . import lines

_latest: tuple[str, str] | None = None


def latest() -> tuple[str, str] | None:
    """An icon and a text, when there is something to read."""
    return _latest


def say(text: str, icon: str = "ERROR") -> None:
    """Shows this sentence in the place of an earlier one."""
    global _latest
    _latest = (icon, text)


def clear() -> None:
    """Nothing is to be read any more."""
    global _latest
    _latest = None


def announce(text: str, icon: str = "ERROR") -> None:
    """The same, and in Blender's status bar too; for what no operator of the artist's is waiting for."""
    say(text, icon)
    windows = bpy.context.window_manager.windows
    if len(windows) and not bpy.app.background:
        with bpy.context.temp_override(window=windows[0]):
            bpy.ops.scenewire.tell("EXEC_DEFAULT", text=text, wrong=icon == "ERROR")


def reason(error: Exception) -> str:
    """What an artist reads of an error: a sentence, not the type of an exception."""
    told = lines.plain(str(error)) or type(error).__name__
    return told[0].upper() + told[1:]
