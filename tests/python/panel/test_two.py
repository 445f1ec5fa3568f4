"""Two Blenders of one artist at once: each has a name, an id and a port, and neither is taken for the other."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from typing import Any

import conftest
import pytest
import scenewire
from drop_in import BlenderMcp
from patience import until
from scenewire.errors import SceneWireError

from .artist import Artist, sit_down


@pytest.fixture(params=conftest.specs() or [None], ids=lambda spec: spec["name"] if spec else "none")
def both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Artist, Artist]]:
    """The same program twice, with the same settings."""
    if request.param is None:
        pytest.skip("no window: run it by `make test`")
    first = sit_down(request.param)
    second = sit_down(request.param, first.home)
    monkeypatch.setenv("SCENEWIRE_HOME", str(first.home))
    for one in (first, second):
        one.ask("bpy.ops.scenewire.start()")
        assert one.status(), one.tail()
    yield first, second
    for one in (first, second):
        if one.process.poll() is None:
            one.quit()
    shutil.rmtree(first.home, ignore_errors=True)


def listed(artist: Artist) -> dict[str, Any]:
    """The instance, as the host says it."""
    found: dict[str, Any] = artist.status()["instance"]
    return found


def objects(artist: Artist) -> Any:
    return artist.ask("sorted(object.name for object in bpy.data.objects if object.name.startswith('From'))")


def test_each_is_reached_by_its_name_and_a_nameless_call_is_told_of_both(both: tuple[Artist, Artist]) -> None:
    names = [listed(one)["name"] for one in both]
    assert names == ["blender", "blender-2"]
    assert len({listed(one)["id"] for one in both}) == len({one.status()["url"] for one in both}) == 2
    for number, name in enumerate(names):
        with scenewire.connect(instance=name, timeout=60) as client:
            client.create_nodes(items=[{"name": f"From {number}"}])
    assert [objects(one) for one in both] == [["From 0"], ["From 1"]]
    with pytest.raises(SceneWireError) as refused, scenewire.connect(timeout=60) as client:
        client.get_scene()
    assert all(name in str(refused.value.to_dict()) for name in names), refused.value.to_dict()


def test_the_second_is_told_who_has_the_port_and_goes_on_alone(both: tuple[Artist, Artist]) -> None:
    first, second = both
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for one in both:
        one.set(foreign_port=port, foreign=True)
    assert first.status()["foreign"]["state"] == "listening"
    assert second.ask("prefs().foreign") is False, "a switch that did not take goes back"
    _, told = second.ask("sys.modules[ADDON + '.notice'].latest()")
    assert f"Port {port} is taken by" in told
    # Where /proc is not there, as in a folder that is `/`, it is another program.
    assert ("another program" if first.spec["root"] else f"(process {first.process.pid})") in told
    ids = [listed(one)["id"] for one in both]
    assert first.quit() == 0, first.tail()
    with scenewire.connect(timeout=60) as client:
        assert client.get_status()["instance"]["id"] == ids[1], "who is alone needs no name"
    second.set(foreign=True)
    until(lambda: second.status()["foreign"]["state"] == "listening", "the port was not freed")
    foreign = BlenderMcp(port)
    assert foreign.result("ping") == {"pong": True}
    foreign.close()
