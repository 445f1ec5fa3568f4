"""The add-on, enabled and disabled as Blender does it, and what it says and keeps; all that needs no window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
ADDON = "blender_addon"


@pytest.fixture
def addons(monkeypatch: Any, tmp_path: Path) -> Iterator[Any]:
    """Blender's own switch for add-ons, which finds ours; a host started here is known to nobody else."""
    import bpy
    import addon_utils  # isort: skip - found once there is bpy

    pytest.importorskip("scenewire._native")
    if bpy.app.version[:2] == (4, 2) and not bpy.app.binary_path:
        # With nothing of ours: a group with one property that has an `update`, registered, unregistered, exit.
        pytest.skip("the bpy 4.2 of PyPI crashes at its own end over any group of properties that calls back")
    monkeypatch.syspath_prepend(str(ROOT))
    monkeypatch.setenv("SCENEWIRE_HOME", str(tmp_path / "home"))
    assert addon_utils.enable(ADDON, default_set=True) is not None
    yield addon_utils
    addon_utils.disable(ADDON, default_set=True)


def part(name: str) -> Any:
    """A module of the add-on."""
    return sys.modules[f"{ADDON}.{name}"]


def prefs() -> Any:
    import bpy

    return bpy.context.preferences.addons[ADDON].preferences


def registered() -> list[str]:
    import bpy

    return [name for name in dir(bpy.types) if name.startswith("SCENEWIRE_")]


def handlers() -> int:
    """How many of ours are in Blender."""
    import bpy

    found = bpy.app.handlers
    lists = (found.depsgraph_update_post, found.undo_post, found.redo_post, found.load_post, found.load_pre)
    return sum(getattr(handler, "__module__", "").startswith("scenewire") for each in lists for handler in each)


def test_starts_and_stops_ten_times_and_leaves_nothing(addons: Any) -> None:
    import bpy
    import scenewire

    before, classes = handlers(), registered()
    assert len(classes) > 15
    for _ in range(10):
        prefs().instance_name = "studio"
        assert bpy.ops.scenewire.start() == {"FINISHED"}
        status = scenewire.status()
        assert status is not None
        assert status["instance"]["name"] == "studio"
        assert handlers() > before
        assert bpy.ops.scenewire.stop() == {"FINISHED"}
        assert not scenewire.is_running()
        bpy.ops.scenewire.start()
        addons.disable(ADDON, default_set=True)
        assert (registered(), handlers(), scenewire.is_running()) == ([], before, False)
        assert ADDON not in bpy.context.preferences.addons
        assert addons.enable(ADDON, default_set=True) is not None
        assert registered() == classes


def test_everything_has_a_tooltip(addons: Any) -> None:
    import bpy

    mute = mute_properties("preferences", prefs().bl_rna)
    operators = [name for name in dir(bpy.ops.scenewire) if not name.startswith("_")]
    assert len(operators) > 10
    for name in operators:
        rna = getattr(bpy.ops.scenewire, name).get_rna_type()
        mute += mute_properties(name, rna) + ([] if rna.description else [name])
    assert mute == []


def mute_properties(owner: str, rna: Any) -> list[str]:
    """Properties of ours without a description."""
    inherited = {found.identifier for found in rna.base.properties} if rna.base else set()
    own = [found for found in rna.properties if found.identifier not in inherited | {"rna_type", "bl_idname"}]
    return [f"{owner}.{found.identifier}" for found in own if not found.description]


def test_what_the_host_refuses_goes_back_and_is_said(addons: Any, tmp_path: Path) -> None:
    import bpy
    import scenewire

    own = prefs()
    own.roots.clear()
    bpy.ops.scenewire.start()
    own.read_only = True
    assert scenewire.status()["policy"]["read_only"] is True
    own.read_only = False
    own.roots.add().path = str(tmp_path)
    assert scenewire.status()["policy"]["roots"] == [str(tmp_path.resolve())]
    own.roots[0].path = "/no/such/folder"
    assert [root.path for root in own.roots] == [str(tmp_path)]
    assert "/no/such/folder" in part("notice").latest()[1]
    own.ask_deletes = True
    assert scenewire.status()["policy"]["ask_deletes_over"] == own.deletes_over
    own.deletes_over = 3
    assert scenewire.status()["policy"]["ask_deletes_over"] == 3
    own.ask_deletes = False
    assert scenewire.status()["policy"]["ask_deletes_over"] is None
    own.roots.clear()


def test_remote_mode_says_what_is_missing(addons: Any, monkeypatch: Any) -> None:
    import bpy
    import scenewire

    own = prefs()
    monkeypatch.setattr(part("live"), "offline", lambda: "")
    for name in ("SCENEWIRE_KEY", "SCENEWIRE_GATEWAY"):
        monkeypatch.delenv(name, raising=False)
    own.mode = "remote"

    def check(words: str) -> None:
        assert bpy.ops.scenewire.start() == {"CANCELLED"}
        assert words in part("notice").latest()[1]
        assert not scenewire.is_running()

    own.url = ""
    check("needs the address")
    own.url = "https://127.0.0.1:1"
    check("no key for https://127.0.0.1:1")
    own.new_key = "sw_0_key"
    assert part("keystore").has_key(own.url)
    own.url = "https://127.0.0.1:2"
    assert not part("keystore").has_key(own.url), "a key goes to no other gateway"
    own.url = "ftp://127.0.0.1"
    check("`wss://`")
    own.url = "https://127.0.0.1:1"
    own.pin = "AB"
    check("64 hexadecimal digits")
    own.pin = ""
    monkeypatch.setattr(part("live"), "offline", lambda: "Allow Online Access is off")
    check("Online Access")
    own.mode = "local"


def test_a_key_can_be_kept_for_an_address_only(addons: Any) -> None:
    own = prefs()
    own.url = ""
    own.new_key = "sw_0_key"
    assert "address first" in part("notice").latest()[1]
    own.url = "https://127.0.0.1:1"
    own.new_key = "not a key"
    assert "no key has" in part("notice").latest()[1]
    assert not part("keystore").has_key(own.url)
    own.url = ""


def test_a_package_that_is_missing_is_said_and_nothing_breaks(addons: Any, monkeypatch: Any) -> None:
    import bpy

    monkeypatch.setitem(sys.modules, "scenewire", None)
    assert bpy.ops.scenewire.start() == {"CANCELLED"}
    assert "scenewire" in part("notice").latest()[1]
    assert part("fit").loaded() is None


def status(**changes: Any) -> dict[str, Any]:
    """As the host gives it."""
    now = {
        "instance": {"name": "studio", "id": "i_1"},
        "url": "ws://127.0.0.1:4242/v1/link",
        "gateway": None,
        "queue": 0,
        "running": None,
        "held": None,
        "clients": [],
        "history": [],
        "approvals": [],
        "foreign": None,
    }
    return {**now, **changes}


GATEWAY = {
    "url": "wss://gateway.example:5000/v1/link",
    "state": "online",
    "reason": None,
    "since": "2026-01-01T10:00:00Z",
    "retry_in": None,
    "fingerprint": None,
}


@pytest.mark.parametrize(
    ("changes", "icon", "words"),
    [
        ({}, "CHECKMARK", "Listening as studio, port 4242"),
        ({}, "BLANK1", "Idle"),
        ({"queue": 3}, "BLANK1", "Idle, 3 waiting"),
        ({"approvals": [{"id": "a"}]}, "BLANK1", "Waiting for your answer"),
        (
            {"running": {"operation": "render", "client": "claude", "seconds": 75.0}},
            "TIME",
            "Render for claude, 1 min 15 s",
        ),
        ({"held": "the artist is dragging (Move)"}, "PAUSE", "Commands wait: the artist is dragging (Move)"),
        ({"gateway": GATEWAY}, "LINKED", "Connected to gateway.example:5000 since "),
        (
            {"gateway": {**GATEWAY, "state": "reconnecting", "retry_in": 4.4, "reason": "it was cut"}},
            "UNLINKED",
            "Reconnecting to gateway.example:5000 in 4 s: it was cut",
        ),
        (
            {
                "gateway": {
                    **GATEWAY,
                    "state": "connecting",
                    "retry_in": 12.0,
                    "reason": f"nobody answers at {GATEWAY['url']}: Connection refused (os error 111) (check it)",
                }
            },
            "UNLINKED",
            "Connecting to gateway.example:5000 in 12 s: nobody answers at the gateway: Connection refused (check it)",
        ),
        (
            {"gateway": {**GATEWAY, "state": "refused", "reason": "the key was revoked"}},
            "CANCEL",
            "Not connected to gateway.example:5000: the key was revoked",
        ),
    ],
)
def test_the_status_in_words(addons: Any, changes: dict[str, Any], icon: str, words: str) -> None:
    lines = part("lines").status(status(**changes))
    assert any((found, text[: len(words)]) == (icon, words) for found, text in lines), lines


def test_a_certificate_can_be_pinned_only_while_it_is_in_the_way(addons: Any) -> None:
    lines, shown = part("lines"), "sha256:" + ":".join(["AB"] * 32)
    refused = {**GATEWAY, "state": "connecting", "fingerprint": shown, "reason": f"the certificate is {shown}"}
    cut = {**GATEWAY, "state": "reconnecting", "fingerprint": shown, "reason": "nobody answers"}
    good = {**GATEWAY, "fingerprint": shown}
    told = [
        (lines.untrusted(link, pin), lines.certificate(link, pin)[0])
        for link, pin in ((refused, ""), (refused, shown), (cut, ""), (good, shown))
    ]
    assert told == [(True, "ERROR"), (False, "LOCKED"), (False, "LOCKED"), (False, "LOCKED")]
    assert lines.gateway(refused)[1].endswith("the certificate is AB:AB:AB:AB...AB:AB:AB:AB")
    assert lines.certificate(GATEWAY, "")[1] == "No certificate was seen yet"
    assert "not encrypted" in lines.certificate({**good, "url": "ws://127.0.0.1:1/"}, "")[1]


def test_commands_and_clients_in_words(addons: Any) -> None:
    lines = part("lines")
    entry = {"operation": "look", "client": "claude", "outcome": "ok", "message": "", "seconds": 0.25, "waited": 0.1}
    rows = lines.commands(status(history=[entry, {**entry, "outcome": "timed_out", "message": "took too long"}] * 9))
    assert rows[:2] == [("CHECKMARK", "Look  250 ms", ""), ("ERROR", "Look  250 ms", "took too long")]
    assert len(rows) == lines.COMMANDS
    ((_, slow, _),) = lines.commands(status(history=[{**entry, "waited": 75.0}]))
    assert slow == "Look  250 ms after 1 min 15 s waiting"
    claude = {"program": "claude", "way": "local", "since": "2026-01-01T10:00:00Z", "calls": 1}
    inline = {**claude, "program": lines.OWN, "calls": 0}
    ((_, text),) = lines.clients(status(clients=[inline, claude]))
    assert text.startswith("claude on this machine since ")
    assert text.endswith(", 1 call")
    link = {**claude, "program": "scenewire gateway", "way": "gateway", "calls": 0}
    assert lines.clients(status(clients=[link])) == [("BLANK1", "Nobody")], "the gateway itself is no client"


def test_long_texts_fit_a_narrow_sidebar(addons: Any) -> None:
    wrapped = part("lines").wrapped("a sentence with averyveryverylongwordinit\n  indented = 1", 12)
    assert all(len(line) <= 12 for line in wrapped)
    assert "  indented =" in wrapped


def test_drawing_imports_nothing_and_asks_nobody(addons: Any, monkeypatch: Any) -> None:
    """Every panel and the preferences, while the package may not even be touched."""

    def never(*_arguments: Any, **_options: Any) -> None:
        raise AssertionError("drawing asked the host")

    request = {"id": "a", "client": "c", "operation": "o", "why": "w", "summary": "s", "seconds": 2.0}
    full = status(gateway={**GATEWAY, "fingerprint": "sha256:AB:CD"}, approvals=[request], queue=1)
    scale = SimpleNamespace(system=SimpleNamespace(ui_scale=1.0))
    context = SimpleNamespace(region=SimpleNamespace(width=120), preferences=scale)
    prefs().mode = "remote"
    Layout.labels.clear()
    with monkeypatch.context() as patch:
        patch.setattr(part("fit"), "loaded", never)
        patch.setattr(part("fit"), "package", never)
        for now in (None, full):
            patch.setattr(part("seen")._now, "status", now)
            for panel in part("panel")._CLASSES:
                if panel is not part("panel").SCENEWIRE_PT_activity or now:
                    panel.draw(SimpleNamespace(layout=Layout()), context)
            part("drawing").settings(Layout(), prefs(), context)
    prefs().mode = "local"
    drawn = " ".join(Layout.labels)
    for words in ("Not running", "c asks: O", "Nobody", "Key", "Reserved id", "Ask before Python"):
        assert words in drawn


class Layout:
    """Takes whatever is drawn; every part of it is another one."""

    labels: list[str] = []  # noqa: RUF012 - what all of them were given

    def label(self, text: str, **_options: Any) -> None:
        self.labels.append(text)

    def prop(self, owner: Any, name: str, **_options: Any) -> None:
        self.labels.append(owner.bl_rna.properties[name].name)

    def __getattr__(self, name: str) -> Any:
        if name not in ("row", "column", "box", "operator"):
            raise AttributeError(name)
        return lambda *_arguments, **_options: Layout()
