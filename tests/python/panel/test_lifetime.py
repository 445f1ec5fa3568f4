"""What may happen to an add-on while agents work: switched off and on, scenes and settings exchanged under it, and a
newer one that has been here before.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
import scenewire
from patience import until
from scenewire.errors import HostNotRunningError

from .artist import Artist

#: As from the menu: no command is under way.
BY_THE_ARTIST = """
def soon():
    with bpy.context.temp_override(window=bpy.context.window_manager.windows[0]):
        bpy.ops.wm.{operator}()
    bpy.data.scenes[0].name = "Scene"
bpy.data.scenes[0].name = "Before"
bpy.app.timers.register(soon, first_interval=0.0)
"""
#: The same class as an add-on of later years has it, by which the preferences file is written.
NEWER = """
import addon_utils
group = sys.modules[ADDON + ".preferences"].ScenewirePreferences
ours = group.__annotations__
items = [(name, name, "") for name in ("host", "client", "nobody", "committee")]
later = {"from_the_future": bpy.props.StringProperty(), "approver": bpy.props.EnumProperty(items=items)}

def become(annotations):
    addon_utils.disable(ADDON)
    group.__annotations__ = annotations
    addon_utils.enable(ADDON)
"""
WRITTEN_BY_NEWER = f"""{NEWER}
become({{**ours, **later}})
prefs().settings_version, prefs().approver = 99, "committee"
prefs().from_the_future, prefs().instance_name = "soon", "kept"
bpy.ops.wm.save_userpref()
become(ours)
bpy.ops.wm.read_userpref()
# Blender itself does so for what lies in its own folders.
addon_utils.enable(ADDON)
settle(), open_sections(), count_draws(), note_texts()
"""
READ_BY_NEWER = f"""{NEWER}
become({{**ours, **later}})
value = [prefs().settings_version, prefs().approver, prefs().from_the_future, prefs().instance_name]
become(ours)
"""
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
#: The same when its modules are gone too.
TRACES_AFTER = """
lists = [bpy.app.handlers.load_pre, bpy.app.handlers.undo_post, bpy.app.handlers.depsgraph_update_post]
own = [one.__module__ for each in lists for one in each if getattr(one, "__module__", "").startswith("scenewire")]
value = [own, [name for name in dir(bpy.types) if name.startswith("SCENEWIRE_")]]
value.append(ADDON in bpy.context.preferences.addons)
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
    artist.shot("dialog-without-add-on")
    assert asking.wait(60) != 0
    artist.press("key", "Return")
    assert artist.ask("1 + 1") == 2, "Blender lives, whatever is confirmed"
    # The operator of an open dialog goes after the dialog.
    until(lambda: artist.ask(TRACES) == [[], [], False, []], "something of the add-on is left")
    assert artist.ask(ON)


def test_a_command_loads_another_file_and_everything_goes_on(artist: Artist) -> None:
    start(artist)
    code, _ = call(artist, "import bpy\nbpy.ops.wm.read_homefile(use_empty=True)\n'loaded'")
    assert code == 0
    assert call(artist, "1 + 1") == (0, 2)
    assert artist.ask(TRACES)[2], "the timer lives through a load"
    artist.ask("bpy.ops.scenewire.stop()")


@pytest.mark.parametrize("who", ["command", "artist"])
@pytest.mark.parametrize("operator", ["read_homefile", "read_factory_settings"])
def test_a_reset_is_answered_and_a_host_that_it_ends_says_why(
    artist: Artist, monkeypatch: pytest.MonkeyPatch, who: str, operator: str
) -> None:
    """Factory settings know no add-on, and with its settings the owner's rules are gone: the host must not go on."""
    start(artist)
    monkeypatch.setenv("SCENEWIRE_HOME", str(artist.home))
    with scenewire.connect(timeout=60) as client:
        client.get_scene()
        if who == "command":
            assert client.execute_python(code=f"import bpy\nbpy.ops.wm.{operator}()\n'reset'")["value"] == "reset"
        else:
            artist.ask(BY_THE_ARTIST.format(operator=operator))
        until(lambda: artist.ask("bpy.data.scenes[0].name") == "Scene", "the file was not read")
        if operator == "read_homefile":
            assert client.execute_python(code="1 + 1")["value"] == 2
            return
        until(lambda: artist.status() is None, "the host outlives its add-on")
        with pytest.raises(HostNotRunningError, match="has ended: its add-on was switched off in Blender"):
            client.get_scene()
    assert artist.ask(TRACES_AFTER) == [[], [], False]
    artist.ask("begin_day()")
    artist.open_tab()


def test_a_preferences_file_of_a_newer_add_on_is_said_used_and_not_lost(artist: Artist) -> None:
    artist.ask(WRITTEN_BY_NEWER)
    artist.reads("A newer Scenewire wrote these settings")
    assert artist.ask("prefs().approver") == "", "the file has a choice that is not known here"
    start(artist)
    assert artist.status()["policy"]["approver"] == "host", "what is not known is as at first"
    assert artist.status()["instance"]["name"] == "kept"
    artist.set(read_only=True)
    assert artist.status()["policy"]["read_only"]
    artist.shot("newer-settings")
    artist.ask("bpy.ops.scenewire.stop(), bpy.ops.wm.save_userpref()")
    assert artist.ask(READ_BY_NEWER) == [99, "committee", "soon", "kept"]
    artist.ask("begin_day()")
    artist.open_tab()


def test_a_package_of_another_release_is_refused_in_a_sentence(artist: Artist) -> None:
    artist.ask("sys.modules[ADDON + '.fit'].VERSION = '0.9.0'")
    artist.reads("This add-on is 0.9.0 and needs scenewire 0.9, but 0.1.0 is")
    artist.shot("misfit")
    assert artist.ask("bpy.ops.scenewire.start() == {'CANCELLED'}")
    artist.ask("sys.modules[ADDON + '.fit'].VERSION = '0.1.0'")
    artist.reads("Not running")
