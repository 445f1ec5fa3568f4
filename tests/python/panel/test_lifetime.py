"""What may happen to an add-on while agents work: switched off and on, scenes and settings exchanged under it, and a
newer one that has been here before.
"""

from __future__ import annotations

import json
from typing import Any

from .artist import Artist, until, xdotool

#: What the add-on leaves in Blender.
TRACES = """
own = ("scenewire", ADDON)
names = ("load_pre", "load_post", "undo_post", "redo_post", "depsgraph_update_post")
lists = [getattr(bpy.app.handlers, name) for name in names]
handlers = [one.__module__ for each in lists for one in each if getattr(one, "__module__", "").startswith(own)]
classes = [name for name in dir(bpy.types) if name.startswith("SCENEWIRE_")]
timer = bpy.app.timers.is_registered(sys.modules[ADDON + ".watch"]._tick)
header = getattr(bpy.types.VIEW3D_MT_editor_menus.draw, "_draw_funcs", [])
value = [handlers, classes, timer, [one.__module__ for one in header if one.__module__.startswith(own)]]
"""
OFF = f"__import__('addon_utils').disable({'blender_addon'!r}, default_set=True)"
ON = f"__import__('addon_utils').enable({'blender_addon'!r}, default_set=True) is not None"


def start(artist: Artist) -> None:
    artist.ask("bpy.ops.scenewire.start()")
    assert artist.status(), "it does not run"


def call(artist: Artist, code: str) -> tuple[int, Any]:
    """What became of code that an agent ran: exit code, and value or error code."""
    done = artist.client("call", "execute_python", f"code={code}", "--json")
    out, err = done.communicate(timeout=90)
    told = json.loads((out or err).strip().splitlines()[-1])
    return done.returncode, told.get("value", told.get("error_code"))


def test_switched_off_and_on_ten_times_it_leaves_nothing(artist: Artist) -> None:
    for _ in range(10):
        start(artist)
        artist.ask(OFF)
        assert artist.ask(TRACES) == [[], [], False, []]
        assert artist.status() is None
        assert artist.ask(ON)
    assert artist.ask(TRACES)[2], "its timer is back"
    artist.ask("count_draws()")
    artist.open_tab()


def test_a_command_switches_the_add_on_off_and_is_answered(artist: Artist) -> None:
    start(artist)
    assert call(artist, OFF + "\n7 * 6") == (0, 42)
    until(lambda: artist.status() is None, "the host goes on without its add-on")
    assert artist.ask(TRACES) == [[], [], False, []]
    assert artist.ask(ON)


def test_a_dialog_is_open_when_the_add_on_is_switched_off(artist: Artist) -> None:
    artist.ask("count_dialogs()")
    artist.set(ask_python=True)
    start(artist)
    asking = artist.client("call", "execute_python", "code=1 + 1", "--json")
    until(lambda: artist.ask("dialogs()"), "no dialog was opened")
    artist.ask(OFF)
    artist.look()
    artist.shot("dialog-without-add-on")
    assert asking.wait(60) != 0
    xdotool("key", "Return")
    artist.look()
    assert artist.ask("1 + 1") == 2, "Blender lives, whatever is confirmed"
    assert artist.ask(TRACES) == [[], [], False, []]
    assert artist.ask(ON)


def test_a_command_loads_another_file_and_everything_goes_on(artist: Artist) -> None:
    start(artist)
    code, _ = call(artist, "import bpy\nbpy.ops.wm.read_homefile(use_empty=True)\n'loaded'")
    assert code == 0
    assert call(artist, "1 + 1") == (0, 2)
    assert artist.ask(TRACES)[2], "the timer lives through a load"
    artist.ask("bpy.ops.scenewire.stop()")


def test_a_factory_reset_by_a_command_ends_the_host_and_not_blender(artist: Artist) -> None:
    start(artist)
    code, told = call(artist, "import bpy\nbpy.ops.wm.read_factory_settings()\n'reset'")
    assert (code, told) == (0, "reset") or told in ("outcome_unknown", "cancelled", "handler_error")
    until(lambda: artist.status() is None, "the host outlives its add-on")
    assert artist.ask("ADDON in bpy.context.preferences.addons") is False
    assert artist.ask(ON)
    assert artist.ask("settle(), open_sections(), count_draws(), note_texts()")
    artist.open_tab()


def test_settings_of_a_newer_add_on_are_said_and_not_lost(artist: Artist) -> None:
    artist.ask("prefs().settings_version = 99")
    artist.reads("A newer Scenewire wrote these settings")
    artist.set(instance_name="kept")
    assert artist.ask("prefs().settings_version") == 99
    artist.shot("newer-settings")


def test_a_package_of_another_release_is_refused_in_a_sentence(artist: Artist) -> None:
    artist.ask("sys.modules[ADDON + '.fit'].VERSION = '0.9.0'")
    artist.reads("This add-on is 0.9.0 and needs scenewire 0.9, but 0.1.0 is")
    artist.shot("misfit")
    assert artist.ask("bpy.ops.scenewire.start() == {'CANCELLED'}")
    artist.ask("sys.modules[ADDON + '.fit'].VERSION = '0.1.0'")
    artist.reads("Not running")
