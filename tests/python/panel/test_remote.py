"""The artist behind a real gateway: pairing, certificates, the cable pulled and plugged in, where the key lies."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from patience import until
from studio import Gateway, User

from .artist import Artist
from .cable import Cable

WRONG = "sha256:" + ":".join(["AB"] * 32)


@dataclass
class Studio:
    """A gateway, somebody with an account there, and the cable to it."""

    gateway: Gateway
    anna: User
    cable: Cable

    @property
    def url(self) -> str:
        """Its address at the artist's end of the cable."""
        return f"https://127.0.0.1:{self.cable.port}"


@pytest.fixture(scope="module")
def place(artist: Artist, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """Anew for each artist: two of them would share a name."""
    base = tmp_path_factory.mktemp("studio")
    gateway = Gateway(base / "data").start()
    cable = Cable(gateway.port)
    yield Studio(gateway, gateway.user("anna", base / "anna"), cable)
    cable.pull()
    gateway.stop()


def link(artist: Artist) -> Any:
    """How it stands with the gateway."""
    return (artist.status() or {}).get("gateway")


def test_online_access_that_is_off_is_honoured(artist: Artist, place: Studio) -> None:
    if not artist.ask("hasattr(bpy.app, 'online_access')"):
        pytest.skip("Blender has the setting `Allow Online Access` since 4.2")
    artist.set(mode="remote", url=place.url)
    artist.click("scenewire.start()")
    assert "Allow Online Access is off" in artist.reads("Allow Online Access")
    assert artist.status() is None
    artist.click("scenewire.dismiss")
    artist.ask("setattr(bpy.context.preferences.system, 'use_online_access', True)")


def test_without_a_key_it_says_what_is_missing(artist: Artist, place: Studio) -> None:
    artist.set(mode="local")
    x, y = next(at for at in artist.spots() if artist.hover(*at) == "property")
    artist.click_at(x + artist.scaled(30), y)
    assert artist.ask("prefs().mode") == "remote", "the topmost switch has two halves, and the right one is Remote"
    artist.set(url="")
    artist.type_at(*artist.setting("url", "https://elsewhere"), place.url)
    assert artist.ask("prefs().url") == place.url
    artist.click("scenewire.start()")
    artist.reads("There is no key for")
    artist.click("scenewire.dismiss")


def test_a_wrong_key_is_said_and_not_tried_again(artist: Artist, place: Studio) -> None:
    artist.set(pin=place.gateway.pin)
    artist.ask("setattr(prefs(), 'new_key', 'sw_00000000_0000000000000000')")
    artist.click("scenewire.start()")
    assert "the gateway does not know this key" in artist.reads("Not connected to 127.0.0.1")
    assert (link(artist)["state"], link(artist)["retry_in"]) == ("refused", None)
    artist.shot("wrong-key")
    assert artist.client("call", "get_scene").wait(30) == 0, "local clients are served all the same"
    artist.click("scenewire.stop()")
    until(lambda: artist.status() is None, "it still runs")
    artist.click("scenewire.forget_key()")
    until(lambda: not artist.ask("stored()"), "the key is still shown as stored")


def test_a_code_is_refused_for_a_certificate_that_is_not_the_pinned_one(artist: Artist, place: Studio) -> None:
    artist.set(pin=WRONG)
    artist.type_at(*artist.setting("pairing_code", "X"), place.anna.cli("pair").stdout.strip())
    artist.click("scenewire.pair()")
    artist.reads("is not the gateway that was pinned")
    artist.shot("wrong-pin")
    artist.click("scenewire.dismiss")
    artist.set(pin=place.gateway.pin)
    artist.click("scenewire.pair()")
    artist.reads("Paired")
    until(lambda: artist.ask("stored()"), "the key is not shown as stored")


def test_the_key_is_in_one_private_file_and_nowhere_else(artist: Artist, place: Studio) -> None:
    (file,) = artist.home.glob("keys.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    key = file.read_text().split('"')[3]
    assert key.startswith("sw_")
    inside = str(artist.home)[len(artist.spec["root"]) :]
    artist.ask(f"bpy.ops.wm.save_userpref(), bpy.ops.wm.save_as_mainfile(filepath={inside + '/scene.blend'!r})")
    for name in ("userpref.blend", "scene.blend"):
        assert key.encode() not in (artist.home / name).read_bytes(), name
    assert b"instance_name" in (artist.home / "userpref.blend").read_bytes(), "the preferences are saved at all"
    assert not any(key in line for line in artist.output)


def test_connects_loses_the_line_and_comes_back(artist: Artist, place: Studio) -> None:
    artist.set(instance_name="desk")
    artist.click("scenewire.start()")
    place.anna.online("desk")
    artist.reads("Connected to 127.0.0.1")
    assert place.anna.cli("call", "get_scene", "--instance", "desk").returncode == 0
    artist.reads("over the gateway")
    artist.shot("connected")
    place.cable.pull()
    artist.reads("Reconnecting to 127.0.0.1")
    artist.shot("reconnecting")
    place.cable.plug_in()
    artist.reads("Connected to 127.0.0.1")
    assert place.anna.cli("call", "get_scene", "--instance", "desk").returncode == 0


def test_a_changed_address_waits_for_the_restart_button(artist: Artist, place: Studio) -> None:
    artist.set(pin=WRONG)
    artist.click("scenewire.restart()")
    artist.reads("is not the gateway that was pinned")
    assert link(artist)["fingerprint"] == place.gateway.pin, "what was shown can be compared and pinned"
    artist.reads("The certificate that was shown")
    artist.shot("wrong-certificate")
    artist.click("scenewire.pin_shown()")
    artist.press("key", "Return")
    artist.reads("Connected to 127.0.0.1")
    assert artist.ask("prefs().pin") == place.gateway.pin


def test_a_key_that_the_gateway_revoked_ends_it(artist: Artist, place: Studio) -> None:
    keys = place.anna.http("GET", "/api/v1/keys")[1]["keys"]
    (paired,) = [key for key in keys if key["uses"] == {"host": True, "client": False}]
    assert place.anna.cli("key", "revoke", paired["id"]).returncode == 0
    artist.reads("Not connected to")
    artist.click("scenewire.stop()")
    until(lambda: artist.status() is None, "it still runs")
    artist.click("scenewire.forget_key()")
    until(lambda: not artist.ask("stored()"), "the key is still shown as stored")


def test_a_gateway_that_is_not_there_is_dialled_again_and_does_not_stop_the_artist(
    artist: Artist, place: Studio
) -> None:
    place.cable.pull()
    artist.type_at(*artist.setting("url", "https://elsewhere"), place.url)
    artist.ask("setattr(prefs(), 'new_key', 'sw_00000000_0000000000000000')")
    artist.click("scenewire.start()")
    artist.reads("Connecting to 127.0.0.1")
    assert artist.client("call", "get_scene").wait(30) == 0, "local clients are served meanwhile"
    artist.click("scenewire.stop()")
    place.cable.plug_in()
