"""A Blender with its window goes on taking commands whatever the artist does, and waits while the artist drags."""

from __future__ import annotations

import contextlib
import subprocess
import threading
import time
from collections.abc import Iterator
from typing import Any

import conftest
import pytest
from patience import PATIENCE, until

from .artist import Drag, cube, xdotool


@pytest.fixture
def drag(call: conftest.Call) -> Iterator[Drag]:
    found = Drag(call)
    found.begin()
    yield found
    if found.held():
        found.end("Escape")


class Caller:
    """A call under way in a thread of its own, and what it is told."""

    def __init__(self, call: conftest.Call, timeout: float = PATIENCE):
        self.told: list[str] = []
        self.answer: Any = None
        self.client = conftest.connect(call.host).client
        self.thread = threading.Thread(target=self._run, args=(timeout,))
        self.thread.start()

    def _run(self, timeout: float) -> None:
        from scenewire.errors import SceneWireError

        items = {"items": [{"name": "Meanwhile"}]}
        try:
            self.answer = self.client.call(
                "create_nodes", items, timeout=timeout, on_progress=lambda _, message: self.told.append(message)
            ).value
        except SceneWireError as error:
            self.answer = error
        finally:
            self.client.close()

    def wait(self) -> Any:
        """The result, or the error."""
        self.thread.join(PATIENCE)
        return self.answer


@pytest.mark.parametrize("key", ["Return", "Escape"])
def test_change_waits_for_the_end_of_a_drag(call: conftest.Call, drag: Drag, key: str) -> None:
    assert drag.held() == "the artist is dragging (Move)"
    caller = Caller(call)
    until(lambda: caller.told, "the caller was told nothing")
    assert caller.told[0] == "waiting: the artist is dragging (Move)"
    assert "Meanwhile" not in [node["name"] for node in call("list_nodes")["items"]], "reads go on"
    drag.end(key)
    assert caller.wait()["items"][0]["name"] == "Meanwhile"
    assert cube(call) == (key == "Return"), "the artist's edit ends as the artist wants"
    assert call("undo") == {"undone": 1, "names": ["Create nodes"]}
    assert cube(call) == (key == "Return")


def test_deadline_passes_during_a_drag(call: conftest.Call, drag: Drag) -> None:
    error = Caller(call, timeout=0.5).wait()
    assert (error.error_code, error.details["held"]) == ("timed_out", "the artist is dragging (Move)")
    drag.end("Escape")
    assert "Meanwhile" not in [node["name"] for node in call("list_nodes")["items"]]


def test_picture_in_the_middle_of_a_drag(call: conftest.Call, drag: Drag) -> None:
    assert call("look", width=64, height=48)["width"] == 64
    assert drag.held() == "the artist is dragging (Move)"
    drag.end("Return")
    assert cube(call)


def test_a_file_dialog_holds_nobody_up(call: conftest.Call) -> None:
    call.python("import bpy; bpy.ops.wm.obj_import('INVOKE_DEFAULT')")
    assert call("create_nodes", items=[{"name": "Beside the dialog"}], timeout=20)["ids"]
    xdotool("key", "Escape")


#: What an artist or a script does to the event loop. None of it may be the last that the host hears.
UPHEAVALS = {
    "new file": "bpy.ops.wm.read_homefile(load_ui=True)",
    "empty file": "bpy.ops.wm.read_homefile(use_empty=True)",
    "factory settings": "bpy.ops.wm.read_factory_settings()",
    "empty factory settings": "bpy.ops.wm.read_factory_settings(use_empty=True)",
    "undo": "bpy.ops.ed.undo_push(message='a'); bpy.ops.ed.undo_push(message='b'); bpy.ops.ed.undo()",
    "saved and loaded": "import os, tempfile; path = os.path.join(tempfile.mkdtemp(), 'a.blend');"
    " bpy.ops.wm.save_as_mainfile(filepath=path); bpy.ops.wm.open_mainfile(filepath=path)",
    "workspaces": "w = bpy.context.window_manager.windows[0]; w.workspace = bpy.data.workspaces['Rendering']",
    "a new window": "bpy.ops.wm.window_new()",
    "the first window closed": "bpy.ops.wm.window_new()\n"
    "with bpy.context.temp_override(window=bpy.context.window_manager.windows[0]): bpy.ops.wm.window_close()",
    "a window closed and another opened": "bpy.ops.wm.window_new()\n"
    "with bpy.context.temp_override(window=bpy.context.window_manager.windows[0]): bpy.ops.wm.window_close()\n"
    "with bpy.context.temp_override(window=bpy.context.window_manager.windows[0]): bpy.ops.wm.window_new()",
    "render": "bpy.context.scene.render.engine = 'BLENDER_WORKBENCH';"
    " bpy.context.scene.render.resolution_percentage = 5; bpy.ops.render.render()",
    "full screen": "bpy.ops.wm.window_fullscreen_toggle(); bpy.ops.wm.window_fullscreen_toggle()",
    "playing": "bpy.ops.screen.animation_play()",
    "scripts loaded anew": "bpy.utils.load_scripts(reload_scripts=False)",
}


#: The same by a timer, as by the artist: no command is under way.
BY_THE_ARTIST = """
import bpy, scenewire
def soon():
    manager = bpy.context.window_manager
    with bpy.context.temp_override(window=manager.windows[0]):
        exec({what!r}, {{"bpy": bpy}})
    scenewire.upheaval = {what!r}
bpy.app.timers.register(soon, first_interval={after})
"""


def by_the_artist(what: str, after: float = 0.0) -> str:
    """Code after which it happens, so many seconds later."""
    return BY_THE_ARTIST.format(what=UPHEAVALS[what], after=after)


@pytest.mark.parametrize("who", ["command", "artist"])
@pytest.mark.parametrize("what", UPHEAVALS)
def test_host_outlives(call: conftest.Call, what: str, who: str) -> None:
    from scenewire.errors import SceneWireError

    call("get_scene")  # traffic is hot: the event timer is there
    code = f"import bpy\n{UPHEAVALS[what]}" if who == "command" else by_the_artist(what)
    # How the command itself ends is another matter: it may have pulled its own scene away.
    with contextlib.suppress(SceneWireError):
        call("execute_python", code=code, timeout=PATIENCE)
    if who == "artist":
        done = "import scenewire; getattr(scenewire, 'upheaval', '')"
        until(lambda: call.python(done, timeout=PATIENCE) == UPHEAVALS[what], "the timer did not come")
    for _ in range(20):
        call("get_scene", timeout=PATIENCE)
    assert call("create_nodes", items=[{"name": "After"}], timeout=PATIENCE)["items"][0]["name"] == "After"
    assert call("undo")["undone"] == 1


@pytest.mark.parametrize("what", ["new file", "factory settings", "the first window closed", "workspaces"])
def test_host_outlives_it_in_the_silence_too(call: conftest.Call, what: str) -> None:
    """Turns rest then, and shorten Blender's sleep by a timer of their own."""
    call("execute_python", code=by_the_artist(what, after=1.5), timeout=PATIENCE)
    time.sleep(2.5)
    done = "import scenewire; getattr(scenewire, 'upheaval', '')"
    until(lambda: call.python(done, timeout=PATIENCE) == UPHEAVALS[what], "the timer did not come")
    time.sleep(1.0)
    assert call("create_nodes", items=[{"name": "After"}], timeout=PATIENCE)["items"][0]["name"] == "After"


LONG_RENDER = """
import bpy
scene = bpy.context.scene
scene.render.engine = "CYCLES"
scene.cycles.use_denoising, scene.cycles.samples = False, 100_000
bpy.ops.render.render("INVOKE_DEFAULT")
"""


def test_change_waits_for_a_render_that_the_artist_started(call: conftest.Call) -> None:
    call("create_cameras", items=[{"name": "Shot", "position": [0, 0, 9], "active": True}])
    call.python(LONG_RENDER)
    until(lambda: call("get_status")["held"] == "a render is running", "the render did not begin")
    caller = Caller(call)
    until(lambda: caller.told, "the caller was told nothing")
    assert caller.told[0] == "waiting: a render is running"
    xdotool("key", "Escape")
    assert caller.wait()["items"][0]["name"] == "Meanwhile"


def test_turn_that_goes_wrong_is_not_the_last(call: conftest.Call) -> None:
    call.python(
        """
import bpy
from scenewire.adapters.blender import pump
whole = pump._Pump._watch_artist
def once(self):
    pump._Pump._watch_artist = whole
    raise RuntimeError("forced by the test")
pump._Pump._watch_artist = once
"""
    )
    assert call("get_scene")["name"]


def test_after_silence_the_next_call_is_there_within_a_turn(call: conftest.Call) -> None:
    """Bounds only: the figures are the benchmark's."""
    times = []
    for _ in range(5):
        time.sleep(1.0)
        start = time.perf_counter()
        call("get_selection")
        times.append(time.perf_counter() - start)
    assert min(times) < 0.1, times


@pytest.mark.parametrize("workspace", ["Layout", "Rendering", "Scripting"])
@pytest.mark.parametrize("view", ["viewport", "window", "isometric"])
def test_picture_in_any_workspace(call: conftest.Call, workspace: str, view: str) -> None:
    to = "import bpy; bpy.context.window_manager.windows[0].workspace = bpy.data.workspaces[{!r}]"
    call.python(to.format(workspace))
    try:
        until(
            lambda: call.python("import bpy; bpy.context.window_manager.windows[0].workspace.name") == workspace, "no"
        )
        result = call("look", view=view, width=160, height=120)
        how = result["how"].split(";")[0]
        assert "render" not in how, "a window has a driver to draw with"
        assert how.startswith("window") == (view == "window"), "the whole window, whatever the driver lacks"
        assert len(set(bytes(result["image"]))) > 20
    finally:
        call.python(to.format("Layout"))


@pytest.mark.parametrize("editor", ["outliner", "PROPERTIES", "timeline"])
def test_picture_of_one_editor(call: conftest.Call, editor: str) -> None:
    result = call("look", view="window", editor=editor, width=1568, height=1568)
    kind = "ui_type" if editor == "timeline" else "type"
    areas = (
        "import bpy; [(a.width, a.height) for a in bpy.context.window_manager.windows[0].screen.areas if a.{} == {!r}]"
    )
    (size,) = call.python(areas.format(kind, editor.upper()))
    assert [result["width"], result["height"]] == size
    assert result["how"].startswith("window")
    assert len(set(bytes(result["image"]))) > 20


def test_picture_of_an_editor_that_is_not_open(call: conftest.Call) -> None:
    error = call.fails("not_found", "look", view="window", editor="outlinr")
    assert "outliner" in error.suggestions
    assert "properties" in str(error)
    assert call.fails("invalid_params", "look", editor="outliner").details["path"] == "editor"


def test_picture_of_a_hidden_window(call: conftest.Call) -> None:
    found = subprocess.run(["xdotool", "search", "--name", "Blender"], capture_output=True, text=True, check=True)
    for shown in found.stdout.split():
        xdotool("windowunmap", shown)
    try:
        result = call("look", view="isometric", width=160, height=120)
        assert len(set(bytes(result["image"]))) > 20
    finally:
        for hidden in found.stdout.split():
            xdotool("windowmap", hidden)
