"""Run by a Blender with its window (`blender -P`): starts scenewire in it as the add-on does, and quits
on SIGTERM.
"""

from __future__ import annotations

import os
import signal
import sys

import bpy

sys.path.insert(0, os.environ["SCENEWIRE_PATH"])

from scenewire.host import main


def quiet() -> None:
    """What costs time in a software-drawn window and shows nothing that the tests look at."""
    bpy.context.preferences.view.show_splash = False
    bpy.context.preferences.system.viewport_aa = "OFF"
    for screen in bpy.data.screens:
        for area in screen.areas:
            for space in area.spaces:
                if space.type == "VIEW_3D":
                    space.overlay.show_overlays = False


def quit_blender(_signal: int, _frame: object) -> None:
    """Quits as the menu does, so that the exit path is the artist's."""
    bpy.ops.wm.quit_blender()


def tick() -> float:
    """Python handles a signal only while it runs, and an idle window runs none."""
    return 0.25


quiet()
bpy.app.timers.register(tick, persistent=True)
signal.signal(signal.SIGTERM, quit_blender)
main(["--name", os.environ["SCENEWIRE_NAME"]])
