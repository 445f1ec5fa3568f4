"""Run by a Blender with its window (`blender -P`): enables the add-on as an artist would and answers questions of the
tests about what is on the screen. The tests' hands are on mouse and keyboard; this only looks, and sets the table.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

import addon_utils
import bpy

sys.path[:0] = [os.environ["SCENEWIRE_PATH"], os.environ["SCENEWIRE_ADDON"]]

ADDON = "blender_addon"
#: Between two looks at the socket.
STEP = 0.01


def settle() -> None:
    """What costs time in a software-drawn window, or hides the sidebar."""
    preferences = bpy.context.preferences
    preferences.view.show_splash = False
    preferences.system.viewport_aa = "OFF"
    preferences.use_preferences_save = False
    for screen in bpy.data.screens:
        for area in screen.areas:
            for space in area.spaces:
                if space.type == "VIEW_3D":
                    space.overlay.show_overlays = False
                    space.show_region_ui = True


def view() -> tuple[Any, Any, Any]:
    """Window, area and sidebar of the 3D view."""
    window = bpy.context.window_manager.windows[0]
    area = next(area for area in window.screen.areas if area.type == "VIEW_3D")
    return window, area, next(region for region in area.regions if region.type == "UI")


def under_mouse() -> str:
    """What the button under the mouse does or sets; empty when there is none."""
    window, area, _ = view()
    manager = bpy.context.window_manager
    for region in area.regions:
        with bpy.context.temp_override(window=window, area=area, region=region):
            for ask in (copied_command, copied_path):
                manager.clipboard = ""
                ask()
                if manager.clipboard:
                    return manager.clipboard
    return ""


def copied_command() -> None:
    if bpy.ops.ui.copy_python_command_button.poll():
        bpy.ops.ui.copy_python_command_button()


def copied_path() -> None:
    if bpy.ops.ui.copy_data_path_button.poll():
        bpy.ops.ui.copy_data_path_button(full_path=True)


#: How often each of our panels was drawn: a sidebar does not say which tab and which sections are open.
drawn: dict[str, int] = {}


def count_draws() -> None:
    """Counts from now on; called again after the add-on was enabled anew."""
    drawn.clear()
    for name in [name for name in dir(bpy.types) if name.startswith("SCENEWIRE_PT_")]:
        getattr(bpy.types, name).append(counter(name))


def counter(name: str) -> Any:
    drawn[name] = 0

    def count(_panel: Any, _context: Any) -> None:
        drawn[name] += 1

    return count


def prefs() -> Any:
    """The add-on's preferences."""
    return bpy.context.preferences.addons[ADDON].preferences


def answer(line: str) -> str:
    """The value of an expression, or of `value` after some statements."""
    names = dict(globals())
    try:
        code = json.loads(line)
        try:
            value = eval(compile(code, "<test>", "eval"), names)
        except SyntaxError:
            exec(compile(code, "<test>", "exec"), names)
            value = names.get("value")
        return json.dumps({"value": value}, default=str)
    except Exception:
        return json.dumps({"error": traceback.format_exc()})


class Door:
    """One tester at a time, looked after from a timer: Blender's main thread is the only one that may answer."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.tester: socket.socket | None = None
        self.heard = b""

    def look(self) -> float:
        try:
            if self.tester is None:
                self.tester, _ = self.listener.accept()
                self.tester.setblocking(False)
            got = self.tester.recv(65536)
            if not got:
                self.tester = None
            self.heard += got
        except BlockingIOError:
            pass
        while b"\n" in self.heard:
            line, _, self.heard = self.heard.partition(b"\n")
            reply = answer(line.decode())
            if self.tester is not None:
                self.tester.setblocking(True)
                self.tester.sendall(reply.encode() + b"\n")
                self.tester.setblocking(False)
        return STEP


def open_door() -> None:
    """Once the window is there."""
    door = Door()
    bpy.app.timers.register(door.look, persistent=True)
    place = Path(os.environ["SCENEWIRE_HOME"]) / "door"
    place.with_suffix(".new").write_text(str(door.listener.getsockname()[1]))
    place.with_suffix(".new").rename(place)


settle()
if os.environ.get("SCENEWIRE_ENABLE", "1") == "1":
    addon_utils.enable(ADDON, default_set=True)
    count_draws()
bpy.app.timers.register(open_door, first_interval=1.0)
