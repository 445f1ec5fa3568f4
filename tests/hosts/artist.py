"""Run by a Blender with its window (`blender -P`): enables the add-on as an artist would and answers questions of the
tests about what is on the screen. The tests' hands are on mouse and keyboard; this only looks, and sets the table.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import time
import traceback
from collections.abc import Generator, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import addon_utils
import bpy

#: The add-on's module: the checkout's, or that of one that is installed by the artist.
ADDON = os.environ.get("SCENEWIRE_MODULE", "blender_addon")
if ADDON == "blender_addon":
    sys.path[:0] = [os.environ["SCENEWIRE_PATH"], os.environ["SCENEWIRE_ADDON"]]

#: Between two looks at the socket: in every turn of Blender's.
STEP = 0.0


def settle() -> None:
    """What costs time in a software-drawn window, or hides the sidebar."""
    preferences = bpy.context.preferences
    preferences.view.show_splash = False
    preferences.view.ui_scale = float(os.environ["SCENEWIRE_SCALE"])
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


mouse = [0, 0]


class WM_OT_where_is_the_mouse(bpy.types.Operator):  # type: ignore[misc,unused-ignore]
    """Notes where the mouse is"""

    bl_idname = "wm.where_is_the_mouse"
    bl_label = "Where Is the Mouse"

    def invoke(self, context: Any, event: Any) -> set[str]:
        mouse[:] = [event.mouse_x, context.window.height - event.mouse_y]
        return {"FINISHED"}


#: Turns of Blender's event loop: in one it takes what the hands did, in the next a button that the mouse has come to
#: from another one is the active one, and what they changed has been drawn.
TURNS = 2


def turns(count: int = TURNS) -> Iterator[None]:
    """Lets Blender take what the hands have done."""
    yield from [None] * count


def at_mouse(x: int, y: int, what: Any) -> Generator[None, None, Any]:
    """What this finds once Blender has seen the mouse there, from the window's upper left corner, and acted on it."""
    patience = time.monotonic() + 60.0
    while True:
        assert time.monotonic() < patience, "Blender does not see the mouse"
        with bpy.context.temp_override(window=bpy.context.window_manager.windows[0]):
            bpy.ops.wm.where_is_the_mouse("INVOKE_DEFAULT")
        if abs(mouse[0] - x) <= 1 and abs(mouse[1] - y) <= 1:
            break
        yield
    yield
    return what()


def under_mouse() -> str:
    """The command of the button under the mouse, `property` over what sets one, or nothing."""
    window, area, _ = view()
    manager = bpy.context.window_manager
    for region in area.regions:
        with bpy.context.temp_override(window=window, area=area, region=region):
            if bpy.ops.ui.copy_python_command_button.poll():
                bpy.ops.ui.copy_python_command_button()
                return str(manager.clipboard)
            if bpy.ops.ui.reset_default_button.poll():
                return "property"
    return ""


def reset_under_mouse(name: str) -> Any:
    """Gives the property under the mouse its default, as the button's own menu does, and tells how this setting is;
    any other is put back at once.
    """
    window, area, region = view()
    before = settings()
    with bpy.context.temp_override(window=window, area=area, region=region):
        # What was drawn meanwhile may have moved it away.
        if bpy.ops.ui.reset_default_button.poll():
            bpy.ops.ui.reset_default_button(all=False)
    for other, value in before.items():
        if other != name and getattr(prefs(), other) != value:
            setattr(prefs(), other, value)
    return getattr(prefs(), name)


def settings() -> dict[str, Any]:
    """All that the artist has set, but lists."""
    return {name: getattr(prefs(), name) for name in type(prefs()).__annotations__ if name != "roots"}


#: How often each of our panels was drawn: a sidebar does not say which tab and which sections are open.
drawn: dict[str, int] = {}


def count_draws() -> None:
    """Counts from now on; called again after the add-on was enabled anew."""
    drawn.clear()
    for name in [name for name in dir(bpy.types) if name.startswith("SCENEWIRE_PT_")]:
        getattr(bpy.types, name).append(counter(name))


def drawn_anew() -> Generator[None, None, dict[str, int]]:
    """Which of our panels are drawn when the sidebar is."""
    drawn.update(dict.fromkeys(drawn, 0))
    redraw()
    yield from turns()
    return drawn


def redraw() -> None:
    """All of the 3D view but the view itself, which takes the longest."""
    for region in view()[1].regions:
        if region.type != "WINDOW":
            region.tag_redraw()


def counter(name: str) -> Any:
    drawn[name] = 0

    def count(_panel: Any, _context: Any) -> None:
        drawn[name] += 1

    return count


#: What our panels and dialogs have written on the screen since it was emptied last.
written: list[str] = []


def note_texts() -> None:
    """Keeps every text that the add-on draws."""
    lines = sys.modules[f"{ADDON}.lines"]
    wrapped = lines.wrapped

    def noted(text: str, characters: int) -> list[str]:
        if text not in written:
            written.append(text)
        return list(wrapped(text, characters))

    lines.wrapped = noted
    mark, seen = sys.modules[f"{ADDON}.mark"], sys.modules[f"{ADDON}.seen"]

    def marked_so() -> str:
        text = str(seen.mark())
        if text and text not in written:
            written.append(text)
        return text

    # Only what draws the header asks here.
    mark.seen = SimpleNamespace(mark=marked_so, asks=seen.asks)


def dialogs() -> int:
    """How many dialogs have asked something so far."""
    return opened[0]


opened = [0]


def count_dialogs() -> None:
    """Counts those that were really drawn."""
    opened[0] = 0
    ask = bpy.types.SCENEWIRE_OT_ask
    draw, seen = getattr(ask, "uncounted", ask.draw), set()

    def counted(self: Any, context: Any) -> None:
        if self.request not in seen:
            seen.add(self.request)
            opened[0] += 1
        draw(self, context)

    ask.draw, ask.uncounted = counted, draw


def marked() -> str:
    """What the header says of agents at work."""
    return str(sys.modules[f"{ADDON}.seen"].mark())


def stored() -> bool:
    """Whether the panel shows that there is a key."""
    return bool(sys.modules[f"{ADDON}.keystore"].has_key(prefs().url))


def prefs() -> Any:
    """The add-on's preferences."""
    return bpy.context.preferences.addons[ADDON].preferences


def begin_day() -> Generator[None, None, None]:
    """All is as for an artist who has just installed the add-on, whatever happened here before."""
    addon_utils.disable(ADDON, default_set=True)
    (Path(os.environ["SCENEWIRE_HOME"]) / "keys.json").unlink(missing_ok=True)
    bpy.ops.wm.read_homefile(app_template="")
    yield from turns()
    settle()
    close_others()
    addon_utils.enable(ADDON, default_set=True)
    attend()
    yield from turns()


def answer(line: str) -> Generator[None, None, str]:
    """The value of an expression, or of `value` after some statements; of a generator what it returns, after as many
    turns of Blender's as it yields.
    """
    names = dict(globals())
    try:
        code = json.loads(line)
        try:
            value = eval(compile(code, "<test>", "eval"), names)
        except SyntaxError:
            exec(compile(code, "<test>", "exec"), names)
            value = names.get("value")
        if isinstance(value, Generator):
            value = yield from value
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
        #: What is being answered.
        self.answer: Generator[None, None, str] | None = None

    def look(self) -> float:
        self._hear()
        if self.answer is None and b"\n" in self.heard:
            line, _, self.heard = self.heard.partition(b"\n")
            self.answer = answer(line.decode())
        if self.answer is not None:
            try:
                next(self.answer)
            except StopIteration as done:
                self.answer = None
                self._say(done.value)
        return STEP

    def _hear(self) -> None:
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

    def _say(self, reply: str) -> None:
        if self.tester is not None:
            self.tester.setblocking(True)
            self.tester.sendall(reply.encode() + b"\n")
            self.tester.setblocking(False)


def close_others() -> None:
    """Leaves the 3D view alone in the window: every pixel is drawn by software."""
    window, area, _ = view()
    for other in [other for other in window.screen.areas if other != area]:
        with bpy.context.temp_override(window=window, area=other):
            bpy.ops.screen.area_close()


def open_door() -> None:
    """Once the window is there."""
    close_others()
    door = Door()
    bpy.app.timers.register(door.look, persistent=True)
    place = Path(os.environ["SCENEWIRE_HOME"]) / "door"
    place.with_suffix(".new").write_text(str(door.listener.getsockname()[1]))
    place.with_suffix(".new").rename(place)


def open_sections() -> None:
    """They are closed for an artist with a small screen; here everything is to be seen."""
    panel = sys.modules[f"{ADDON}.panel"]
    panel.unregister()
    panel._Section.bl_options = set()
    panel.register()


def attend() -> None:
    """Looks at the add-on, which is enabled."""
    open_sections()
    count_draws()
    count_dialogs()
    note_texts()
    written.clear()


settle()
bpy.utils.register_class(WM_OT_where_is_the_mouse)
if ADDON == "blender_addon":
    addon_utils.enable(ADDON, default_set=True)
    attend()
bpy.app.timers.register(open_door, first_interval=0.1)
