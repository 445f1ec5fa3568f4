"""A day with agents on the artist's own machine, by mouse and keyboard, from the first start to the last stop."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from typing import Any

from patience import until

from .artist import Artist

#: Seconds of waiting that the panel tells (`_NOTICED` of the add-on's lines).
NOTICED = 1.0
CUBE = '{"items": [{"kind": "cube", "name": "Agents"}]}'
OBJECTS = "sorted(object.name for object in bpy.data.objects if object.name.startswith(('Agents', 'Mine')))"
#: In Blender, as the artist adds one with the menu.
ADD = """
window, area, _ = view()
region = next(region for region in area.regions if region.type == "WINDOW")
with bpy.context.temp_override(window=window, area=area, region=region):
    bpy.ops.mesh.primitive_cube_add()
    bpy.context.object.name = "Mine"
"""
#: On one core, for hours.
RENDER = """
scene = bpy.context.scene
scene.render.engine = "CYCLES"
scene.cycles.use_denoising, scene.cycles.use_adaptive_sampling, scene.cycles.samples = False, False, 10_000_000
scene.render.threads_mode, scene.render.threads = "FIXED", 1
bpy.context.preferences.view.render_display_type = "NONE"
with bpy.context.temp_override(window=view()[0]):
    bpy.ops.render.render("INVOKE_DEFAULT")
"""


def agent(artist: Artist, *words: str) -> subprocess.Popen[str]:
    """A client that is a program of its own."""
    return artist.client("call", *words, "--json")


def ended(process: subprocess.Popen[str]) -> tuple[int, Any]:
    """Its exit code, and what it printed."""
    out, err = process.communicate(timeout=60)
    text = (out or err).strip().splitlines()[-1]
    return process.returncode, json.loads(text)


def test_types_a_name_starts_and_sees_that_it_listens(artist: Artist) -> None:
    artist.reads("Not running")
    artist.shot("stopped")
    artist.type_at(*artist.setting("instance_name", "elsewhere"), "studio")
    artist.click("scenewire.start()")
    until(artist.status, "it does not run")
    assert artist.status()["instance"]["name"] == "studio"
    assert artist.reads("Listening as studio").endswith(artist.status()["url"].rsplit(":", 1)[1].split("/")[0])
    artist.shot("listening")


def test_sees_what_a_client_does_and_what_became_of_it(artist: Artist) -> None:
    assert ended(agent(artist, "create_primitives", CUBE))[0] == 0
    artist.reads("scenewire call: Create primitives")
    artist.shot("commands")
    artist.reads("Create primitives  ")
    until(lambda: not artist.ask("marked()"), "the mark stays in the header")
    assert ended(agent(artist, "get_nodes", '{"ids": ["nobody"]}'))[0] == 1
    artist.reads("nobody")


def test_takes_back_the_agents_step_but_never_the_artists_own(artist: Artist) -> None:
    assert artist.ask(OBJECTS) == ["Agents"]
    artist.click("scenewire.undo_last()")
    until(lambda: artist.ask(OBJECTS) == [], "the step was not taken back")
    artist.reads("Taken back: ")
    assert ended(agent(artist, "create_primitives", CUBE))[0] == 0
    artist.ask(ADD)
    artist.click("scenewire.undo_last()")
    artist.reads("since")
    assert artist.ask(OBJECTS) == ["Agents", "Mine"]
    artist.shot("undo-refused")


def test_is_asked_and_allows_in_the_sidebar_after_the_dialog_was_waved_away(artist: Artist) -> None:
    artist.click_at(*artist.setting("ask_python", True))
    assert artist.status()["policy"]["ask_python"], "the switch did not reach the host"
    asking = agent(artist, "execute_python", "code=import bpy\nbpy.context.scene.name")
    artist.reads("scenewire call asks: Execute python")
    until(lambda: artist.ask("dialogs()") == 1, "no dialog was opened")
    artist.shot("dialog")
    # Others are served meanwhile.
    assert ended(agent(artist, "get_scene", '{"fields": ["name"]}'))[0] == 0
    artist.escape()
    assert asking.poll() is None, "waving a dialog away is no answer"
    artist.click("answer='once'")
    code, told = ended(asking)
    assert (code, told["value"]) == (0, "Scene")
    assert artist.status()["approvals"] == []


def test_return_in_the_dialog_denies(artist: Artist) -> None:
    asking = agent(artist, "execute_python", "code=1 + 1")
    until(lambda: artist.ask("dialogs()") == 2, "no dialog was opened")
    artist.press("key", "Return")
    code, told = ended(asking)
    assert (code, told["error_code"]) == (4, "permission_denied")
    artist.reads("Execute python  ")


def test_allows_for_the_session_and_cancels_what_waits(artist: Artist) -> None:
    waiting = agent(artist, "execute_python", "code=1 + 1")
    until(lambda: artist.ask("dialogs()") == 3, "no dialog was opened")
    artist.escape()
    artist.click("answer='session'")
    assert ended(waiting)[0] == 0
    assert ended(agent(artist, "execute_python", "code=2 + 2"))[1]["value"] == 4
    artist.ask("setattr(prefs(), 'ask_python', False)")


def test_cancels_what_waits_for_the_artists_render(artist: Artist) -> None:
    artist.ask(RENDER)
    until(lambda: artist.status()["held"], "the render did not begin")
    waiting = agent(artist, "create_primitives", CUBE)
    artist.reads("Idle, 1 waiting")
    artist.reads("Commands wait: a render is running")
    artist.shot("cancel")
    # A wait that nobody could have noticed is not told.
    time.sleep(NOTICED)
    before = artist.ask(OBJECTS)
    artist.click("scenewire.cancel()")
    code, told = ended(waiting)
    assert (code, told["error_code"]) == (1, "cancelled")
    artist.escape()
    until(lambda: not artist.status()["held"], "the render goes on")
    assert artist.ask(OBJECTS) == before
    artist.reads(" s waiting")


def test_a_setting_that_is_refused_goes_back_and_says_why(artist: Artist) -> None:
    roots = artist.status()["policy"]["roots"]
    artist.ask("setattr(prefs().roots.add(), 'path', '/no/such/folder')")
    artist.reads("/no/such/folder")
    assert artist.ask("[root.path for root in prefs().roots]") == []
    assert artist.status()["policy"]["roots"] == roots
    artist.click("scenewire.dismiss")
    artist.click_at(*artist.setting("read_only", True))
    assert artist.status()["policy"]["read_only"]
    assert ended(agent(artist, "create_primitives", CUBE))[0] == 4
    artist.set(read_only=False)
    assert ended(agent(artist, "create_primitives", CUBE))[0] == 0


def test_lets_clients_of_other_add_ons_in_and_says_who_has_the_port(artist: Artist) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    artist.set(foreign_port=port)
    switch = artist.setting("foreign", True)
    with socket.create_server(("127.0.0.1", port)):
        artist.click_at(*switch)
        artist.reads(f"Port {port} is taken by ")
        assert artist.ask("prefs().foreign") is False, "a switch that did not take goes back"
        artist.shot("port-taken")
    artist.click("scenewire.dismiss")
    artist.set(foreign=True)
    artist.reads(f"Listening on port {port}")
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(json.dumps({"type": "get_scene_info", "params": {}}).encode())
        assert b"success" in client.recv(65536)
        artist.reads("as blender-mcp")
    artist.set(foreign=False)


def test_sees_a_batch_that_goes_on_beside_the_artist_and_cancels_it(artist: Artist) -> None:
    before = artist.ask(OBJECTS)
    step = {"operation": "execute_python", "arguments": {"code": "import time; time.sleep(0.05)"}}
    made = {"operation": "create_primitives", "arguments": json.loads(CUBE)}
    running = agent(artist, "batch", json.dumps({"operations": [made, *[step] * 400]}))
    artist.reads("Batch for scenewire call, ")
    artist.shot("busy")
    artist.click("scenewire.cancel()")
    code, told = ended(running)
    assert (code, told["error_code"]) == (1, "cancelled")
    artist.reads("Idle")
    assert artist.ask(OBJECTS) == before


def test_stops_and_nobody_gets_in_any_more(artist: Artist) -> None:
    artist.click("scenewire.stop()")
    until(lambda: artist.status() is None, "it still runs")
    artist.reads("Not running")
    assert ended(agent(artist, "get_scene"))[0] == 3
